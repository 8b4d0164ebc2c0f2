"""From one turn to the flow that answers it: what was said goes by intent, what was pressed by verb."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.core import actions, cards, texts
from bot.core.cases import Case
from bot.core.facts import Complaint
from bot.core.redact import redacted
from bot.flows import (
    agents,
    answers,
    ask,
    audit,
    cases,
    escalate,
    explain,
    feedback,
    hearing,
    notices,
    privacy,
    resync,
    sign_in,
    telling,
)
from bot.flows.replies import Talk, reply
from bot.ports import Acquaintance, Reply, Turn, World

log = logging.getLogger(__name__)

Flow = Callable[[Talk], Awaitable[Reply]]

# Each intent that `language` can recognise, and who answers it.
BY_INTENT: dict[str, Flow] = {
    "photo_stale": ask.diagnosis,
    "photo_missing": ask.diagnosis,
    "check": ask.diagnosis,
    "photo_change": ask.change,
    "resync": resync.propose,
    "status": escalate.how_far,
    "stop": resync.stop,
    "mute": resync.mute,
    "remind": resync.remind,
    "history": audit.history,
    "helpdesk": escalate.ask,
    "tickets": escalate.mine_all,
    "profile_stale": ask.diagnosis,
    "profile_change": explain.profile_change,
    "sync_duration": explain.duration,
    "sync_explain": explain.how_it_works,
    "privacy": privacy.asked,
    "language": answers.languages,
    "thanks": answers.said("thanks", then=("check", "help")),
    "help": answers.menu,
    "unknown": answers.not_understood,
}
# What is about one's own record, and so not for the eyes of a whole channel (S-12).
PERSONAL = {
    *("photo_stale", "photo_missing", "check", "photo_change", "profile_stale", "resync", "status", "helpdesk"),
    *("stop", "mute", "remind", "history", "tickets", "privacy"),
}

# What looks at the person's record, and sees more of it with their own sign-in.
LOOKS = {"photo_stale", "photo_missing", "check", "photo_change", "profile_stale", "resync"}
LOOKING = {"check", "back", "resync", "change"}  # verbs

# What is done as soon as it is said: not on a guess.
AT_ONCE = {"stop", "mute", "remind"}

BY_VERB: dict[str, Flow] = {
    "resync": resync.propose,
    "start": resync.start,
    "back": ask.diagnosis,
    "check": ask.diagnosis,
    "status": resync.status,
    "remind": resync.remind,
    "stop": resync.stop,
    "mute": resync.mute,
    "unmute": resync.unmute,
    "history": audit.history,
    "change": ask.change,
    "helpdesk": escalate.ask,
}
# What is answered with silence.
QUIETLY: dict[str, Callable[[World, Turn], Awaitable[None]]] = {"rated": feedback.rated, "changed": agents.changed}
MOST_HEARD = 500  # characters of one thing that was said, as it is kept for the helpdesk


async def answer(world: World, turn: Turn) -> Reply | None:
    """The answer to one turn; None where silence is right."""
    if quietly := QUIETLY.get(turn.kind):
        await quietly(world, turn)
        return None
    known = turn.known or await world.store.acquaintance(turn.person)
    reply = await _answered(world, turn, known)
    if reply is not None and reply.forgets:
        return reply
    if turn.person and turn.conversation.kind == "personal":
        try:
            await _hear(world, turn, reply)
            await telling.welcome_back(world, known.case, turn.conversation)
            if world.desks:
                await notices.welcome_back(world, turn.person)
        except Exception:  # the answer is not worth less for it, and it is still owed
            log.exception("what is owed was not told", extra={"action": "owed"})
    return reply


async def _hear(world: World, turn: Turn, reply: Reply | None) -> None:
    """What the helpdesk is given of a conversation, where there is one to be given to."""
    pressed = ("pressed", str(turn.data.get("verb") or turn.kind))
    lines = [("person", turn.text) if turn.text else pressed, *([("bot", reply.text)] if reply else [])]
    if world.desks and not turn.by_itself:
        await world.store.hear(turn.person, *((side, redacted(text)[:MOST_HEARD]) for side, text in lines))


async def _answered(world: World, turn: Turn, known: Acquaintance) -> Reply | None:
    if turn.conversation.kind == "channel" and world.desks:
        await agents.learn(world, turn.conversation)
    match turn.kind:
        case "installed":
            talk = _talk(world, turn, Complaint("help"))
            return await agents.welcome(talk) or await answers.welcome(talk)
        case "pressed":
            return await _pressed(world, turn, known)
        case "consented":
            return await privacy.consented(_talk(world, turn, Complaint("privacy"), _speaks(world, turn, known)))
        case _:
            return await _said(world, turn, known)


def fallback(world: World, turn: Turn) -> Reply:
    """What is said when answering failed."""
    talk = _talk(world, turn, Complaint("failed"))
    card = cards.answer(talk.say, ("failed-title", "failed-how"), cards.suggestions(talk.say, ("check", "helpdesk")))
    return reply(card, about=talk.about())


def pending(world: World, turn: Turn) -> Reply:
    """What is said where answering a press takes longer than its client waits."""
    talk = _talk(world, turn, Complaint("pending"))
    return Reply(talk.say("pending"), about=talk.about())


async def _said(world: World, turn: Turn, known: Acquaintance) -> Reply:
    in_channel = turn.conversation.kind == "channel" and bool(world.desks)
    if in_channel and (told := await agents.said(_talk(world, turn, Complaint("helpdesk")))) is not None:
        return told
    leaves = turn.conversation.kind == "personal" and hearing.commands(turn.text, "sign-out")
    if leaves and await sign_in.ended(world, turn):
        return _said_plainly(
            _talk(world, turn, Complaint("privacy"), hearing.spoken(world, turn, known.speech)), "signed-out"
        )
    heard, case = await hearing.understood(world, turn, known.speech), known.case
    complaint = hearing.complaint_of(heard, hearing.local(world, turn), case)
    talk = _talk(world, turn, complaint, heard.language, heard.confidence, heard.rivals)
    if turn.conversation.kind == "personal" and (passed_on := await escalate.answered(talk)) is not None:
        return passed_on
    if leaves and complaint.intent == "unknown":  # in some languages the same word ends messages
        return _said_plainly(talk, "signed-out-already")
    guess = complaint.intent == heard.intent != "unknown"  # and not what the case tells
    if guess and (heard.torn or (complaint.intent in AT_ONCE and not heard.clear)):
        return await answers.not_understood(replace(talk, rivals=(complaint.intent, *heard.rivals)))
    reply = await _guarded(talk.about_case(case), BY_INTENT[complaint.intent])
    if complaint.intent != "unknown":
        await _spoken(talk, case)
    return reply


def _said_plainly(talk: Talk, key: str) -> Reply:
    return Reply(talk.say(key), about=talk.about())


async def _spoken(talk: Talk, case: Case | None) -> None:
    """News comes in the language that the person used last, and at their hours; `case` is that of before the answer."""
    turn, language = talk.turn, talk.say.language
    zone = turn.conversation.time_zone or (case.time_zone if case else "")
    if case and (case.language, case.time_zone) != (language, zone):
        await cases.change(talk.world, case.id, lambda one: replace(one, language=language, time_zone=zone))


async def _pressed(world: World, turn: Turn, known: Acquaintance) -> Reply:
    try:
        action = actions.unpack(turn.data)
    except actions.BadAction as error:
        await audit.refused(_talk(world, turn, Complaint("unknown")), "button", str(error))
        return await answers.not_understood(_talk(world, turn, Complaint("unknown")))
    spoken = _speaks(world, turn, known)
    if action.verb == "ask":
        intent = action.intent if action.intent in BY_INTENT else "unknown"
        talk = _talk(world, turn, Complaint(intent), spoken)
        return await _guarded(talk.about_case(known.case), BY_INTENT[intent])
    if action.verb == "speak":
        talk = await answers.speaking(_talk(world, turn, Complaint("language"), spoken))
        await _spoken(talk, known.case)
        return await answers.languages(talk)
    if action.ticket:
        return await _on_ticket(world, turn, action, spoken, known.case)
    if action.verb in BY_FORM:
        return await _on_form(world, turn, action, spoken)
    case = await world.store.case(action.case)
    talk = _talk(world, turn, case.said if case else Complaint("status"), spoken)
    if case is None:
        return await answers.said("no-case", then=("check",))(talk)
    if case.person != turn.person:
        await audit.refused(talk, f"case-{case.id}", "not_yours")
        return await answers.said("not-yours", then=("check",))(talk)
    if turn.conversation.kind != "personal":
        return await answers.said("personal-only")(talk)
    talk, flow = talk.about_case(case), BY_VERB[action.verb]
    return await (_looked(talk, flow) if action.verb in LOOKING else flow(talk))


def _speaks(world: World, turn: Turn, known: Acquaintance) -> str:
    return hearing.spoken(world, turn, known.speech)


async def _on_ticket(world: World, turn: Turn, action: actions.Action, spoken: str, case: Case | None) -> Reply:
    """A ticket's buttons: the person's own for whoever it is of, the others for the helpdesk."""
    ticket = await world.store.ticket(action.ticket)
    talk = _talk(world, turn, Complaint("helpdesk"), spoken)
    if action.verb in agents.BY_VERB:
        return await (agents.pressed(talk, action, ticket) if ticket else answers.said("no-case")(talk))
    if ticket is None or ticket.person != turn.person or turn.conversation.kind != "personal":
        await audit.refused(talk, f"ticket-{action.ticket}", "not_yours")
        return await answers.said("not-your-ticket", then=("tickets",))(talk)
    return await escalate.BY_VERB[action.verb](talk.about_case(case), ticket)


async def _on_form(world: World, turn: Turn, action: actions.Action, spoken: str) -> Reply:
    """What is filled in belongs to the case that the form was about, if that is the person's."""
    case = await world.store.case(action.case) if action.case else None
    if case is not None and case.person != turn.person:
        case = None
    about = Complaint("privacy" if action.verb in PRIVATE else "helpdesk")
    talk = _talk(world, turn, case.said if case else about, spoken)
    if not turn.person or turn.conversation.kind != "personal":
        return await answers.said(_ELSEWHERE.get(talk.intent, "personal-only"))(talk)
    return await BY_FORM[action.verb](talk.about_case(case))


PRIVATE = frozenset({"privacy", "export", "forget", "erase"})
BY_FORM: dict[str, Flow] = {
    "file": escalate.file,
    "tickets": escalate.mine_all,
    "privacy": privacy.overview,
    "export": privacy.export,
    "forget": privacy.forget,
    "erase": privacy.erase,
}


async def _guarded(talk: Talk, flow: Flow) -> Reply:
    """Personal matters need a person, and nobody looking over the shoulder."""
    if talk.intent in PERSONAL and not talk.turn.person:
        return await answers.said("no-identity", then=("help",))(talk)
    if talk.intent in PERSONAL and talk.turn.conversation.kind != "personal":
        return await answers.said(_ELSEWHERE.get(talk.intent, "personal-only"))(talk)
    return await (_looked(talk, flow) if talk.intent in LOOKS else flow(talk))


async def _looked(talk: Talk, flow: Flow) -> Reply:
    """Where it takes the person's own sign-in, that is asked for first; without it there is less to see."""
    await sign_in.keep(talk.world, talk.turn)
    return await (sign_in.asked if await sign_in.wanted(talk) else flow)(talk)


_ELSEWHERE = {"privacy": "privacy-personal-only"}


def _talk(
    world: World,
    turn: Turn,
    complaint: Complaint,
    spoken: str = "",
    confidence: float = 1.0,
    rivals: tuple[str, ...] = (),
) -> Talk:
    spoken = spoken or texts.language_of(turn.conversation.locale, world.language)
    say = texts.Speaker(spoken, turn.conversation.time_zone, world.clock.now())
    return Talk(world, turn, complaint, say, confidence, rivals)
