"""The helpdesk works on a ticket, by buttons and by words in its channel. Who may is looked up at each press."""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.core import ladder, limits, ticket_cards
from bot.core.actions import Action
from bot.core.cards import answer
from bot.core.cases import Case, State
from bot.core.facts import Outcome
from bot.core.texts import LANGUAGES, Speaker, forms_of, plain
from bot.core.tickets import CHANNEL, MOST_TEXT, REASONS, Agent, Entry, NotPossible, Side, Ticket, written
from bot.flows import audit, cases, filing, follow_up, health, rungs, tickets
from bot.flows.escalate import fit, with_files
from bot.flows.replies import Talk, reply
from bot.ports import Conversation, Reply, RosterUnknown, Turn, World

log = logging.getLogger(__name__)

MOVED_AT_ONCE = 50  # tickets that come to a new channel while somebody waits
COMMANDS = ("setup", "recent", "unassigned", "mine", "find", "take", "reply", "question", "note", "resolve", "health")
IN_A_THREAD = frozenset({"take", "reply", "question", "note", "resolve"})


# -- who may -----------------------------------------------------------------------------------------------------------


async def _refusal(talk: Talk) -> str:
    """Why this person may not work here, as a key; "" for somebody who may. Whatever is unclear is a no."""
    world, turn = talk.world, talk.turn
    if world.roster is None or not turn.person:
        return "desk-none"
    bound = await world.store.bound()
    if turn.conversation.kind == "groupChat" or (
        turn.conversation.kind == "channel" and (bound is None or turn.conversation.channel != bound.channel)
    ):
        return "desk-elsewhere"
    try:
        return "" if await world.roster.is_agent(turn.person) else "desk-members-only"
    except RosterUnknown as error:
        log.error("it could not be seen who belongs to the helpdesk: %s", error)
        return "desk-unknown"


async def _refused(talk: Talk, why: str, ticket: Ticket) -> Reply:
    if not talk.turn.by_itself:
        await audit.refused(talk, f"ticket-{ticket.number}", why)
    return Reply(talk.say(why), about=talk.about(refused=why))


def for_channel(talk: Talk) -> Talk:
    """What is shown in the helpdesk's channel is in the installation's language, for it is everybody's."""
    turn = talk.turn
    spoken = talk.say.language if turn.conversation.kind == "personal" else talk.world.language
    return replace(talk, say=Speaker(spoken, turn.conversation.time_zone, talk.world.clock.now()))


async def learn(world: World, where: Conversation) -> None:
    """How the helpdesk's channel is reached, which Teams tells with everything that is written there."""
    bound = await world.store.bound()
    if bound and where.channel == bound.channel:
        now = replace(bound, service_url=where.service_url, team=where.team or bound.team, bot=where.bot)
        if now != bound:
            await world.store.bind(now)


# -- buttons -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Press:
    """An agent's press: on which ticket, with what filled in."""

    talk: Talk
    action: Action
    ticket: Ticket

    @property
    def world(self) -> World:
        return self.talk.world

    @property
    def agent(self) -> tuple[str, str]:
        """Object id and name."""
        return self.talk.turn.person, self.talk.turn.name

    def text(self, name: str = "text") -> str:
        return written(self.talk.turn.data.get(name, ""))

    def entry(self, what: str, text: str = "") -> Entry:
        person, name = self.agent
        form = self.action.form or f"{self.talk.turn.conversation.id} {self.talk.turn.activity}"
        key = hashlib.sha256(f"{what}\0{form}\0{person}".encode("utf-8", "replace")).hexdigest()
        return Entry(self.ticket.number, 0, self.world.clock.now(), Side.HELPDESK, what, person, name, text, key=key)


Doing = Callable[[Press], Awaitable[Reply]]


async def pressed(talk: Talk, action: Action, ticket: Ticket) -> Reply:
    """Do what an agent's button says; anybody else sees the ticket without buttons, or is told why not."""
    talk = for_channel(talk)
    press = Press(talk, action, ticket)
    why = await _refusal(talk)
    if why and talk.turn.by_itself and talk.turn.conversation.kind == "channel":
        return await _posted(press)
    if why:
        return await _refused(talk, why, ticket)
    openly = talk.turn.openly and talk.turn.conversation.kind == "channel"
    if openly and (action.asks or action.verb in _SHOWN):
        return Reply(talk.say("desk-write-instead"), about=talk.about())
    shown = await _done_or_not(press)
    return Reply(plain(shown.text.split("\n")[0], MOST_TEXT), about=shown.about) if openly else shown


_SHOWN = frozenset({"work", "more", "assign", "diagnose"})  # what is nothing without its card, or not for all eyes


async def _done_or_not(press: Press) -> Reply:
    if press.action.asks and press.action.verb in ticket_cards.FORMS:
        return await _form(press)
    try:
        return await BY_VERB[press.action.verb](press)
    except NotPossible as error:
        why, text = _why_not(press.talk, press.action, error), press.text()
        again = text and press.action.verb in ticket_cards.FORMS  # what was written comes back
        return await (_form(press, why, text) if again else _view(press, why))


def _why_not(talk: Talk, action: Action, error: NotPossible) -> str:
    """Somebody else was first, or the ticket has moved on: what is true now is on the card."""
    if action.verb == "take":
        return talk.say("desk-taken", name=str(error))
    return talk.say("desk-moved-on", status=talk.say(f"status-{error}"))


async def _posted(press: Press) -> Reply:
    dossier = await press.world.store.dossier(press.ticket.number)
    assert dossier is not None
    return reply(ticket_cards.posted(press.talk.say, dossier), about=press.talk.about())


async def _view(press: Press, notice: str = "", verbs: Sequence[str] = ()) -> Reply:
    """The ticket as it is now, for this agent."""
    dossier = await press.world.store.dossier(press.ticket.number)
    assert dossier is not None
    card = ticket_cards.worked(press.talk.say, dossier, verbs or _verbs(dossier.ticket), notice)
    return reply(card, about=press.talk.about(ticket=press.ticket.number))


def _verbs(ticket: Ticket) -> tuple[str, ...]:
    if not ticket.live:
        return ("reopen_for", "note", "diagnose")
    if ticket.assignee_name:
        return ("reply", "question", "resolve", "assign", "more")
    return ("take", "reply", "question", "resolve", "more")


async def more(press: Press) -> Reply:
    """What is needed less often."""
    repaired = any(one["what"] == "repair" for one in press.ticket.bundle.get("tried", ()))
    last = "undo_for" if repaired else "assign"
    return await _view(press, verbs=("note", "diagnose", "resync_for", "allow_for", last, "work"))


async def work(press: Press) -> Reply:
    """Show it."""
    return await _view(press)


async def _form(press: Press, trouble: str = "", text: str = "") -> Reply:
    agents: Sequence[Agent] = ()
    if press.action.verb == "assign" and press.world.roster:
        try:
            agents = await press.world.roster.agents()
        except RosterUnknown:
            return await _view(press, press.talk.say("desk-unknown"))
    nonce = press.action.form or secrets.token_urlsafe(9)
    card = ticket_cards.desk_form(press.talk.say, press.ticket, press.action.verb, nonce, agents, trouble, fit(text))
    return reply(card, about=press.talk.about())


async def _done(press: Press, what: str, text: str = "", notice: str = "desk-done") -> Reply:
    await tickets.act(press.world, press.ticket.number, press.entry(what, text))
    return await _view(press, press.talk.say(notice))


async def take(press: Press) -> Reply:
    """I do it."""
    try:
        return await _done(press, "taken", notice="desk-yours")
    except NotPossible:
        now = await press.world.store.ticket(press.ticket.number)
        if now and now.assignee == press.agent[0]:
            return await _view(press, press.talk.say("desk-yours"))
        raise


async def assign(press: Press) -> Reply:
    """Somebody else of the helpdesk does it."""
    chosen = press.text("agent")
    roster = press.world.roster
    assert roster is not None, "whoever comes here is on it"
    try:
        # Clients differ in which of a person's two ids they send.
        found = (one for one in await roster.agents() if chosen.casefold() in (one.id.casefold(), one.user.casefold()))
        agent = next(found, None) if chosen else None
        known = agent is not None and await roster.is_agent(agent.id)
    except RosterUnknown:
        return await _view(press, press.talk.say("desk-unknown"))
    if agent is None or not known:
        return await _form(press, press.talk.say("desk-not-an-agent"))
    return await _done(press, "assigned", f"{agent.id} {agent.name}", "desk-assigned")


def _writing(what: str) -> Doing:
    """An agent writes something."""

    async def doing(press: Press) -> Reply:
        text = press.text()
        if not text:
            return await _form(press, press.talk.say("field-empty"))
        if len(text) > MOST_TEXT:
            trouble = press.talk.say("field-too-long", length=len(text), most=MOST_TEXT)
            return await _form(press, trouble, text)
        return await _done(press, what, text, f"desk-{what}")

    return doing


async def resolve(press: Press) -> Reply:
    """It is solved, and why."""
    reason, text = press.text("reason"), press.text()
    if reason not in REASONS:
        return await _form(press, press.talk.say("field-empty"), text)
    if len(text) > MOST_TEXT:
        trouble = press.talk.say("field-too-long", length=len(text), most=MOST_TEXT)
        return await _form(press, trouble, text)
    return await _done(press, "resolved", f"{reason}\n{text}", "desk-resolved")


async def reopen(press: Press) -> Reply:
    """It is not solved after all."""
    if other := await tickets.in_the_way(press.world, press.ticket):
        return await _view(press, press.talk.say("desk-other-open", number=str(other.number)))
    return await _done(press, "reopened", notice="desk-reopened")


async def diagnose(press: Press) -> Reply:
    """Look again: what has changed since the ticket was opened, or last looked at?"""
    facts, findings = await filing.seen(press.world, press.ticket)
    before = press.ticket.bundle.get("facts") or {}
    made = await filing.bundled(press.world, press.ticket, facts, findings)
    after = made(press.ticket)
    changes = _changes(before, after.bundle["facts"]) if before else []
    verdict = press.talk.say(f"verdict-{after.verdict}")
    text = "\n".join((verdict, *(changes or [press.talk.say("desk-nothing-changed")])))
    await tickets.act(press.world, press.ticket.number, press.entry("diagnosed", text[:MOST_TEXT]), also=made)
    return await _view(press, ticket_cards.said(text))


def _changes(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    names = [name for name in (*after, *(one for one in before if one not in after)) if name not in _EVERYBODYS]
    return [
        f"{name}: {before.get(name, '–')} → {after.get(name, '–')}"
        for name in names
        if before.get(name) != after.get(name)
    ]


_EVERYBODYS = frozenset({"organization onPremisesLastSyncDateTime"})  # what moves on by itself


# -- what is done for the person ---------------------------------------------------------------------------------------


async def resync(press: Press) -> Reply:
    """Begin a resync for the person, whatever the limits say."""
    world, ticket = press.world, await _live(press)
    _, findings = await filing.seen(world, ticket)
    if not ladder.resync_possible(findings, world.allowed):
        return await _view(press, press.talk.say("desk-no-resync", found=findings[0].key))
    case = await world.store.add_case(_case_of(ticket, str(findings[0].verdict)))
    if case.state is State.RESYNCING:
        return await _view(press, press.talk.say("desk-resync-runs"))
    begun = await cases.change(world, case.id, lambda one: _begun(one, world.clock.now())) or case
    await world.promises.begin_resync(begun)
    await audit.by_agent(press.talk, begun, "start_for", begun.attempt)
    return await _noted(press, "resynced", "desk-resynced")


def _begun(case: Case, now: datetime) -> Case:
    begun = follow_up.begun(case, now)
    return begun if begun == case else replace(begun, by_helpdesk=True)


async def _live(press: Press) -> Ticket:
    """The ticket as it is now; raises NotPossible where it is over: nothing is done for the person then."""
    ticket = await press.world.store.ticket(press.ticket.number) or press.ticket
    if not ticket.live:
        raise NotPossible(str(ticket.status))
    return ticket


async def _noted(press: Press, what: str, notice: str) -> Reply:
    """What has been done has been done, also where the ticket came to its end at that very moment."""
    try:
        return await _done(press, what, notice=notice)
    except NotPossible:
        return await _view(press, press.talk.say(notice))


def _case_of(ticket: Ticket, verdict: str) -> Case:
    """For somebody who never had the bot look."""
    return Case(
        cases.new_id(),
        ticket.person,
        ticket.opened_at,
        language=ticket.language,
        time_zone=ticket.time_zone,
        conversation=ticket.conversation,
        verdict=verdict,
    )


async def allow(press: Press) -> Reply:
    """The person may begin one at once, in spite of the limits."""
    world = press.world
    case = await world.store.case_of((await _live(press)).person)
    now = world.clock.now()
    lately = await world.store.begun_since(now - limits.HOUR)
    if case is None or case.lifted or limits.free_at(world.limits, case.begun_at, lately, now) is None:
        return await _view(press, press.talk.say("desk-no-limit"))
    await cases.change(press.world, case.id, lambda one: replace(one, lifted=True))
    await audit.by_agent(press.talk, case, "allow_for", press.world.clock.now().isoformat())
    return await _noted(press, "allowed", "desk-allowed")


async def undo(press: Press) -> Reply:
    """Take a repair of the picture flags back."""
    outcome = await rungs.undo(press.world, press.ticket.person, by=press.talk)
    if outcome is Outcome.DONE:
        return await _done(press, "undone", notice="desk-undone")
    return await _view(press, press.talk.say(f"desk-undo-{outcome}"))


BY_VERB: dict[str, Doing] = {
    "work": work,
    "more": more,
    "take": take,
    "assign": assign,
    "reply": _writing("reply"),
    "question": _writing("question"),
    "note": _writing("note"),
    "resolve": resolve,
    "reopen_for": reopen,
    "diagnose": diagnose,
    "resync_for": resync,
    "allow_for": allow,
    "undo_for": undo,
}


# -- words in the channel ----------------------------------------------------------------------------------------------


async def said(talk: Talk) -> Reply | None:
    """A command for the helpdesk, written in a channel; None for what is none."""
    command, rest = _command(talk.turn.text)
    bound = await talk.world.store.bound()
    here = bound is not None and talk.turn.conversation.channel == bound.channel
    if not here and command != "setup":
        return None
    talk = for_channel(talk)
    if command == "setup":
        return await _set_up(talk)
    if why := await _refusal(talk):
        await audit.refused(talk, f"command-{command}", why)
        return Reply(talk.say(why), about=talk.about(refused=why))
    if command in IN_A_THREAD:
        return await _in_thread(talk, command, rest)
    if command == "health":
        return await health.shown(talk)
    if command:
        return await _search(talk, command, rest)
    return _help(talk)


def _command(text: str) -> tuple[str, str]:
    """Which command a text begins with, in any language, and what follows."""
    words = " ".join(text.split())
    for command in COMMANDS:
        for language in LANGUAGES:
            for form in forms_of(command, language):
                begins = command != "health" and words.casefold().startswith((f"{form} ", f"{form}:"))
                if begins or words.casefold() == form:
                    return command, text.strip()[len(form) :].lstrip(" :")
    return ("find", words.lstrip("#")) if words.lstrip("#").isdigit() else ("", "")


async def changed(world: World, turn: Turn) -> None:
    """The helpdesk's channel can be written to no more, or again: cases wait for it, or for another that is set up."""
    bound = await world.store.bound()
    channel, team = turn.data["channel"], turn.data["team"]
    if CHANNEL not in world.desks or bound is None or (channel or team) != (bound.channel if channel else bound.team):
        return
    if turn.data["reachable"]:
        await _brought(world)
        log.warning("the helpdesk's channel is back", extra={"channel": bound.channel})
    else:
        log.error("the helpdesk's channel is gone: restore it, or set another one up", extra={"channel": bound.channel})


async def welcome(talk: Talk) -> Reply | None:
    """What is said on arrival in the helpdesk's own channel; None elsewhere."""
    bound = await talk.world.store.bound()
    here = bound is not None and talk.turn.conversation.channel == bound.channel
    return _help(for_channel(talk)) if here and talk.world.desks else None


def _help(talk: Talk) -> Reply:
    card = answer(talk.say, ("desk-help-title", "desk-help"))
    return reply(card, about=talk.about())


async def _set_up(talk: Talk) -> Reply:
    """This channel is the helpdesk's from now on."""
    world, where = talk.world, talk.turn.conversation
    if CHANNEL not in world.desks:
        return Reply(talk.say("setup-not-wanted"))
    if where.kind != "channel":
        return Reply(talk.say("setup-elsewhere"))
    if not world.binds:
        return Reply(talk.say("setup-fixed"))
    assert world.roster is not None, "a channel has one"
    try:
        may = await world.roster.is_agent(talk.turn.person)
    except RosterUnknown:
        return Reply(talk.say("desk-unknown"))
    if not may:
        await audit.refused(talk, "setup", "desk-members-only")
        return Reply(talk.say("desk-members-only"))
    await world.store.bind(replace(where, id=where.channel, person=talk.turn.person, locale="", time_zone=""))
    await _brought(world)
    log.warning("the helpdesk's channel was set", extra={"channel": where.channel})
    return Reply(talk.say("setup-done"))


async def _brought(world: World) -> None:
    """All cases that are not over come to the channel that is there now."""
    await world.store.refile(CHANNEL)
    for ticket in await world.store.tickets(live=True, most=MOVED_AT_ONCE):  # the others follow in a moment
        await tickets.change(world, ticket.number, lambda one: replace(one, changed_at=world.clock.now()))


async def _in_thread(talk: Talk, command: str, rest: str) -> Reply:
    """The same as the button, for the ticket whose thread this is; it is shown in the thread's next line."""
    number = await talk.world.store.filed_as(CHANNEL, talk.turn.conversation.id)
    ticket = await talk.world.store.ticket(number) if number else None
    if ticket is None:
        return Reply(talk.say("desk-which"))
    text = with_files(rest, talk.turn.files)
    if command != "take" and not text:
        return Reply(talk.say("desk-say-what"))
    filled = {"text": text, "reason": "explained" if command == "resolve" else ""}
    talk = replace(talk, turn=replace(talk.turn, data=filled))
    press = Press(talk, Action(command, ticket=number), ticket)
    if len(text) > MOST_TEXT:
        return Reply(talk.say("field-too-long", length=len(text), most=MOST_TEXT))
    try:
        await BY_VERB[command](press)
    except NotPossible as error:
        return Reply(_why_not(talk, press.action, error))
    return Reply(talk.say("desk-done"))


async def _search(talk: Talk, command: str, rest: str) -> Reply:
    store, me = talk.world.store, talk.turn.person
    asking: dict[str, dict[str, Any]] = {
        "recent": {},
        "unassigned": {"live": True, "assignee": ""},
        "mine": {"live": True, "assignee": me},
        "find": {"text": rest},
    }
    found = await store.tickets(**asking[command])
    return reply(ticket_cards.found_cases(talk.say, found, command), about=talk.about())
