"""A person asks the helpdesk: a number in the same second, whatever is down, and their own tickets from then on."""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core import cards, ticket_cards
from bot.core.bundle import bundle
from bot.core.cases import PROMISED, Case, State
from bot.core.facts import Account, Facts
from bot.core.redact import without_secrets
from bot.core.rules import Finding
from bot.core.tickets import (
    LIVE,
    MOST_TEXT,
    PRIORITIES,
    Dossier,
    Entry,
    NotPossible,
    Side,
    Status,
    Ticket,
    subject_of,
    written,
)
from bot.flows import answers, audit, hearing, look, resync, tickets
from bot.flows.cases import change
from bot.flows.replies import Talk, reply
from bot.ports import Reply, World

log = logging.getLogger(__name__)

DAY = timedelta(days=1)
MOST_A_DAY = 10  # tickets of one person
HOUR = timedelta(hours=1)
ROOM = 20_000 * 2  # bytes of one field; Teams takes some 80 KB in all (platform: 3.5)
MOST_AN_HOUR = 60  # things that one person adds to one ticket


async def by_itself(world: World, case: Case, facts: Facts) -> Case:
    """The case, handed over where it ended without its photo and the administrator wants that; once an attempt."""
    if not world.auto_escalate or case.state is not State.STILL_STUCK or case.ended_removed or case.ticket:
        return case
    account = facts.account if isinstance(facts.account, Account) else None
    heard = await world.store.heard(case.person)
    made = bundle(case, (), facts, heard, world.thumbnails, world.diagnostics) | {
        "verdict": case.verdict,
        "findings": list(case.findings),
    }
    ticket = Ticket(
        0,
        f"promise:{case.id}:{case.attempt}",
        case.person,
        world.clock.now(),
        name=account.texts.get("display_name", "") if account else "",
        login=account.user_principal_name if account else "",
        subject=subject_of(case.said),
        case=case.id,
        language=case.language,
        time_zone=case.time_zone,
        conversation=case.conversation,
        by_itself=True,
        verdict=case.verdict,
        findings=case.findings,
        bundle=made,
    )
    kept, _ = await tickets.opened(world, ticket, Side.BOT)
    await audit.by_bot(world, case, "escalated", record=str(kept.number))
    log.warning("a case was handed to the helpdesk", extra={"case": case.id, "ticket": kept.number})
    return await change(world, case.id, lambda one: _handed(one, case.attempt, str(kept.number))) or case


def _handed(case: Case, attempt: int, ticket: str) -> Case:
    return replace(case, ticket=ticket) if (case.attempt, case.state) == (attempt, State.STILL_STUCK) else case


async def ended(world: World, case: Case) -> None:
    """The helpdesk hears how a resync ended that is about the same as a ticket."""
    what = {State.ARRIVED: "arrived", State.STILL_STUCK: "stuck"}.get(case.state)
    ticket = tickets.shown(await world.store.tickets_of(case.person), "photo") if what else None
    if what and ticket:
        await tickets.by_bot(world, ticket.number, what, key=f"{what}:{case.id}:{case.attempt}")


# -- asking ------------------------------------------------------------------------------------------------------------


async def ask(talk: Talk) -> Reply:
    """The form; or the ticket that is there already; or, where the bot passes nothing on, whom to ask."""
    if not talk.world.desks:
        return await answers.helpdesk(talk)
    under_way = tickets.shown(await talk.world.store.tickets_of(talk.turn.person), _subject(talk))
    if under_way:
        return await _shown(talk, under_way.number, talk.say("ticket-already", number=str(under_way.number)))
    return await _form(talk)


def _subject(talk: Talk) -> str:
    return subject_of(talk.case.said if talk.case else talk.complaint)


async def _form(talk: Talk, trouble: str = "") -> Reply:
    """Filled in as far as it is known; during an incident that comes first (domain: 5, row 31)."""
    given = talk.turn.data
    talk = replace(talk, complaint=talk.case.said if talk.case else replace(talk.complaint, intent="check"))
    finding = await _finding(talk)
    sentence = talk.say(f"finding-{finding.key}", cards.values(talk.say, finding, talk.complaint)) if finding else ""
    incident = bool(finding and finding.key == "incident")
    own = talk.case is not None and not talk.case.by_helpdesk
    tried = talk.say("tried-resync", at=talk.case.begun_at) if talk.case and own and talk.case.begun_at else ""
    card = ticket_cards.form(
        talk.say,
        talk.case,
        secrets.token_urlsafe(9),
        words=fit(given.get("words")) or await _last_words(talk),
        tried=fit(given.get("tried"), ROOM // 3) or tried,
        priority=str(given["priority"]) if given.get("priority") in PRIORITIES else "normal",
        contact=fit(given.get("contact"), ROOM // 10),
        found="" if incident else sentence,
        incident=sentence if incident else "",
        trouble=trouble,
    )
    return reply(card, about=talk.about())


async def _finding(talk: Talk) -> Finding | None:
    """What leads now; None where Microsoft 365 takes too long to tell."""
    found = await look.in_time(talk)
    return found[1][0] if found else None


async def _last_words(talk: Talk) -> str:
    heard = await talk.world.store.heard(talk.turn.person)
    return await hearing.matter([text for _, side, text in heard if side == "person" and text != talk.turn.text])


async def file(talk: Talk) -> Reply:
    """Send it. The number is there when this returns; everything else follows."""
    world, turn = talk.world, talk.turn
    if not world.desks:
        return await answers.helpdesk(talk)
    words, tried, contact = (without_secrets(_text(turn.data, name)) for name in ("words", "tried", "contact"))
    if trouble := _too_much(talk, words, tried, contact):
        return await _form(talk, trouble)
    now, before = world.clock.now(), await world.store.tickets_of(turn.person, MOST_A_DAY)
    if len([one for one in before if now - one.opened_at < DAY]) >= MOST_A_DAY and not tickets.shown(
        before, _subject(talk)
    ):
        return await _too_many(talk)
    case, asked = talk.case, str(turn.data.get("priority", ""))
    ticket = Ticket(
        0,
        f"form:{turn.person}:{turn.data.get('form', '')}",
        turn.person,
        now,
        name=turn.name,
        subject=_subject(talk),
        case=case.id if case else "",
        priority=asked if asked in PRIORITIES else "normal",
        words=words,
        tried=tried,
        contact=contact,
        language=talk.say.language,
        time_zone=turn.conversation.time_zone or (case.time_zone if case else ""),
        conversation=turn.conversation.id,
        verdict=case.verdict if case else "",
        findings=case.findings if case else (),
    )
    kept, new = await tickets.opened(world, ticket, Side.PERSON)
    again = kept.key == ticket.key
    if not new and not again:  # what was written now goes to the one that is there
        return await _added(talk, kept, "comment", words, "ticket-already")
    return await _shown(talk, kept.number)


async def _too_many(talk: Talk) -> Reply:
    contact = talk.world.helpdesk_contact
    reached = talk.say("helpdesk-contact", contact=contact) if contact else talk.say("helpdesk-nocontact")
    body = [cards.heading(talk.say("too-many-tickets")), cards.line(reached)]
    return reply(cards.card(body, cards.suggestions(talk.say, ("tickets",))), about=talk.about())


def _text(data: Any, name: str) -> str:
    return written(data.get(name, ""))


def fit(value: object, room: int = ROOM) -> str:
    """What somebody wrote, as much of it as fits into a card that brings it back."""
    return written(value).encode("utf-16-le")[:room].decode("utf-16-le", "ignore")


def _too_much(talk: Talk, words: str, *more: str) -> str:
    """What is wrong with what was filled in; "" for nothing."""
    if not words:
        return talk.say("field-empty")
    longest = max(map(len, (words, *more)))
    return talk.say("field-too-long", length=longest, most=MOST_TEXT) if longest > MOST_TEXT else ""


# -- one's own tickets -------------------------------------------------------------------------------------------------


async def how_far(talk: Talk) -> Reply:
    """How far is it? Where nothing is under way for the photo, an open ticket is meant."""
    promised = talk.case is not None and talk.case.state in PROMISED
    found = [] if promised else await talk.world.store.tickets_of(talk.turn.person)
    live = next((ticket for ticket in found if ticket.status in LIVE), None)
    return await (_shown(talk, live.number) if live else resync.status(talk))


async def mine_all(talk: Talk) -> Reply:
    """Which are mine?"""
    found = await talk.world.store.tickets_of(talk.turn.person)
    if not found and not talk.world.desks:
        return await answers.helpdesk(talk)
    return reply(ticket_cards.mine_all(talk.say, found), about=talk.about())


async def show(talk: Talk, ticket: Ticket) -> Reply:
    """How does it stand?"""
    return await _shown(talk, ticket.number)


async def _shown(talk: Talk, number: int, notice: str = "", draft: str = "") -> Reply:
    dossier = await talk.world.store.dossier(number)
    assert dossier is not None, "tickets are never deleted under a person's hands"
    card = ticket_cards.mine(talk.say, dossier, talk.world.clock.now(), notice=notice, draft=fit(draft))
    return reply(card, ticket=number, about=talk.about(ticket=number))


def _doing(what: str, needs_text: bool = False, notice: str = "") -> Callable[[Talk, Ticket], Awaitable[Reply]]:
    """A flow that adds what the person wrote, and shows the ticket."""

    async def flow(talk: Talk, ticket: Ticket) -> Reply:
        text = without_secrets(_text(talk.turn.data, "text"))
        if needs_text and not text:
            return await _shown(talk, ticket.number, talk.say("field-empty"))
        return await _added(talk, ticket, what, text, notice)

    return flow


async def _added(talk: Talk, ticket: Ticket, what: str, text: str, notice: str = "") -> Reply:
    """The ticket with what was written; what cannot be taken comes back to its writer."""
    number, say = ticket.number, talk.say
    if len(text) > MOST_TEXT:
        return await _shown(talk, number, say("field-too-long", length=len(text), most=MOST_TEXT), text)
    if what == "reopened" and (other := await tickets.in_the_way(talk.world, ticket)):
        return await _shown(talk, other.number, say("ticket-already", number=str(other.number)), text)
    dossier = await talk.world.store.dossier(number)
    if dossier and _busy(talk, dossier):
        return await _shown(talk, number, say("too-many-comments"), text)
    entry = Entry(
        *(number, 0, talk.world.clock.now(), Side.PERSON, what),
        by=talk.turn.person,
        name=talk.turn.name or ticket.name,
        text=text,
        key=_once(talk, what, text),
    )
    try:
        await tickets.act(talk.world, number, entry)
    except NotPossible:
        return await _shown(talk, number, say("ticket-moved-on"), text)
    return await _shown(talk, number, say(notice, number=str(number)) if notice else "")


def _once(talk: Talk, what: str, text: str) -> str:
    """The same from the same card, pressed twice or on two devices, is one thing; so is a message that comes twice."""
    form = talk.turn.data.get("form") or f"{talk.turn.conversation.id} {talk.turn.activity}"
    return hashlib.sha256(f"{what}\0{form}\0{text}".encode("utf-8", "replace")).hexdigest()


def _busy(talk: Talk, dossier: Dossier) -> bool:
    since = talk.world.clock.now() - HOUR
    return len([one for one in dossier.entries if one.side is Side.PERSON and one.at > since]) >= MOST_AN_HOUR


async def solved(talk: Talk, ticket: Ticket) -> Reply:
    """Yes, it is solved."""
    return await _added(talk, ticket, "confirmed", _text(talk.turn.data, "text"))


async def rate(talk: Talk, ticket: Ticket) -> Reply:
    """How was it?"""
    stars = _text(talk.turn.data, "rating")
    if not stars:
        return await _shown(talk, ticket.number, talk.say("field-empty"))
    return await _added(talk, ticket, "rated", stars)


def _hushing(muted: bool) -> Callable[[Talk, Ticket], Awaitable[Reply]]:
    async def flow(talk: Talk, ticket: Ticket) -> Reply:
        await tickets.change(talk.world, ticket.number, lambda one: replace(one, muted=muted))
        return await _shown(talk, ticket.number, "" if muted else talk.say("unmuted-notice"))

    return flow


# What is meant for the bot, also while the helpdesk waits for an answer; everything else may be that answer.
COMMANDS = frozenset(
    {"help", "thanks", "language", "privacy", "tickets", "helpdesk", "stop", "mute", "status", "remind", "history"}
)


async def answered(talk: Talk) -> Reply | None:
    """What was written to the helpdesk without a form: in reply to its message, or when it has asked something."""
    turn = talk.turn
    if not turn.person or not talk.world.desks:
        return None
    found = await talk.world.store.tickets_of(turn.person)
    ticket = next((one for one in found if turn.quoted and turn.quoted in one.cards), None)
    if ticket is None and talk.intent not in COMMANDS:
        ticket = next((one for one in found if one.status is Status.WAITING), None)
    if ticket is None:
        return None
    if talk.intent == "thanks":
        return await (solved(talk, ticket) if ticket.status is Status.RESOLVED else answers.said("thanks")(talk))
    what = "reopened" if ticket.status is Status.WITHDRAWN else "comment"
    return await _added(talk, ticket, what, with_files(without_secrets(turn.text), turn.files), "ticket-sent")


def with_files(text: str, files: tuple[tuple[str, str], ...]) -> str:
    """What was written, with the addresses of what was attached: the files themselves stay where they are."""
    return "\n".join(filter(None, (text, *(f"{name}: {url}" if url else f"[{name}]" for name, url in files))))


Own = Callable[[Talk, Ticket], Awaitable[Reply]]
BY_VERB: dict[str, Own] = {
    "ticket": show,
    "comment": _doing("comment", needs_text=True, notice="ticket-sent"),
    "withdraw": _doing("withdrawn"),
    "reopen": _doing("reopened"),
    "solved": solved,
    "rate": rate,
    "hush": _hushing(True),
    "unhush": _hushing(False),
}
