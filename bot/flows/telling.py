"""The bot writes without having been asked: to whom, when, once, and what becomes of it where that fails."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from bot.core import cards, ladder, rules, timing
from bot.core.cards import Card
from bot.core.cases import PROMISED, Case, State
from bot.core.facts import Complaint
from bot.core.texts import Speaker, zone_of
from bot.core.view import View
from bot.flows import audit, escalate, feedback, showing
from bot.flows.cases import change
from bot.flows.look import seen
from bot.ports import WORDS_MAY_PASS, ChannelError, Conversation, Gone, NotNow, Refused, Reply, World

log = logging.getLogger(__name__)

CHAIN = 1000  # numbers of one chain of tries; whoever comes back begins another


class Told(Enum):
    """What became of a message, where it is not to be tried again; the value is the audit's line and its outcome."""

    TOLD = ("told", "")
    UNCERTAIN = ("told", "uncertain")
    MUTED = ("shown", "")
    UNREACHABLE = ("not_told", "")


def notice_of(case: Case) -> str:
    """The key under which the end of this attempt is told once."""
    return f"ended:{case.id}:{case.attempt}"


async def ended(world: World, case_id: str, attempt: int, tries: int) -> datetime | None:
    """Tell how a promise ended, and keep whether that could be told. Returns when to try again.

    It is over when the cards in the chat say it, too.
    """
    case = await world.store.case(case_id)
    if case is None or case.attempt != attempt:
        return None
    again = await _owed(world, case, tries) if case.owed else None
    if again or await showing.catch_up(world, case_id):
        return again
    return _again_at(world, tries)


def _again_at(world: World, tries: int) -> datetime | None:
    """When Teams is tried again after so many tries in this chain; None if that is enough."""
    number = tries % CHAIN
    return world.clock.now() + timing.TEAMS_AGAIN[number] if number < len(timing.TEAMS_AGAIN) else None


async def _owed(world: World, case: Case, tries: int) -> datetime | None:
    await audit.by_bot(world, case, str(case.state), at=case.look_at)
    await escalate.ended(world, case)
    told = await tell(world, case, tries)
    if told is None or isinstance(told, datetime):
        return told
    what, outcome = told.value
    await audit.by_bot(world, case, what, "" if told is not Told.UNREACHABLE else tries, outcome=outcome)
    owed = told is Told.UNREACHABLE
    await change(
        world, case.id, lambda one: replace(one, owed=owed, untold=owed) if one.attempt == case.attempt else one
    )
    return None


async def tell(world: World, case: Case, tries: int) -> datetime | Told | None:
    """Say how a promise ended: on the cards that are there, and once in a message of its own.

    Returns when to try again, or what became of it; None if another promise has begun meanwhile. Teams cannot be asked
    whether a message arrived, so one whose sending was cut off is not sent again. The cards are different: updating
    them twice does no harm, so they come to say how it ended in any case.
    """
    conversation = await world.store.conversation(case.conversation)
    now = world.clock.now()
    say = Speaker(case.language, case.time_zone, now)
    await (showing.catch_up if tries % CHAIN else showing.show)(world, case.id)  # which wakes nobody
    awake_at = timing.awake_at(now, zone_of(case.time_zone), world.waking, case.id)
    if conversation and awake_at > now and not case.muted:
        return awake_at
    before = case.state, case.ticket
    case, card = await _result(world, say, case, now)
    if (case.state, case.ticket) != before:
        await showing.show(world, case.id)
    if conversation is None:
        return Told.UNREACHABLE
    if not await _is_owed(world, case):
        return None
    if case.muted:
        await showing.update(world, case, card)
        return Told.MUTED
    if not await world.store.claim_notice(notice_of(case)):  # said before, or cut off while it was
        await showing.update(world, case, card)
        return Told.UNCERTAIN
    return await _send(world, case, conversation, card, say(cards.ENDS[case.state]), tries)


async def _is_owed(world: World, case: Case) -> bool:
    """Looking took its time: whether this attempt is still the last one."""
    now = await world.store.case(case.id)
    return now is not None and now.owed and now.attempt == case.attempt


async def _result(world: World, say: Speaker, case: Case, now: datetime) -> tuple[Case, Card]:
    """The card that tells it, by what is true now: hours may have passed since it ended."""
    if case.state is State.REMINDED:
        wish = case.waits_for  # and not what was asked since
        facts = await seen(world, case.person, wish.site, case.id)
        findings = await asyncio.to_thread(rules.diagnose, facts, wish)
        offered, why = ladder.fixes(findings[0], world.allowed), "" if case.muted else say("reminded-notice")
        about = replace(
            case, complaint=wish.intent, place=wish.place, field=wish.field, trouble=wish.trouble, site=wish.site
        )
        return case, await asyncio.to_thread(cards.diagnosis, say, findings, facts, about, offered, why)
    facts = await world.tenant.facts_of(case.person)
    view = View(facts, Complaint("resync"))
    arrived = await asyncio.to_thread(lambda: view.arrived)
    if arrived and case.state is State.STILL_STUCK:
        case = await change(world, case.id, lambda one: _arrived(one, case.attempt, now)) or case
        await audit.by_bot(world, case, str(case.state), at=now)
        await escalate.ended(world, case)
    case = await escalate.by_itself(world, case, facts)
    # Photos that have parted since prove nothing.
    shown = None if case.state is State.ARRIVED and not arrived else facts
    return case, await asyncio.to_thread(cards.ended, say, case, shown, now, world.diagnostics)


def _arrived(case: Case, attempt: int, now: datetime) -> Case:
    late = case.state is State.STILL_STUCK and case.attempt == attempt
    return case.moved(State.ARRIVED, verdict=str(rules.Verdict.OK), look_at=now) if late else case


async def _send(
    world: World, case: Case, conversation: Conversation, card: Card, summary: str, tries: int
) -> datetime | Told:
    try:
        news = Reply(card.text, card.content, summary, case.id, alert=True, thumbs=True, about=end_of(case))
        message = await sent(world, conversation, news)
    except NotNow as error:
        await world.store.release_notice(notice_of(case))
        at = _again_at(world, tries)
        if at is None:
            log.error("gave up telling", extra={"case": case.id, "code": error.code})
            return Told.UNREACHABLE
        return max(at, world.clock.now() + timedelta(seconds=error.wait * world.time_scale))
    except (Gone, Refused) as error:  # certainly not said: told when the person is back (P-43)
        level = logging.WARNING if isinstance(error, Gone) else logging.ERROR  # the latter is a fault of ours
        why = {"case": case.id, "code": error.code, "status": error.status}
        log.log(level, "a message was refused", extra=why)
        await world.store.release_notice(notice_of(case))
        if isinstance(error, Gone):
            await world.store.forget_conversation(conversation.id)
        await showing.update(world, case, card)
        return Told.UNREACHABLE
    except ChannelError as error:  # it may have arrived
        log.error("a message may be lost", extra={"case": case.id, "code": error.code, "status": error.status})
        await showing.update(world, case, card)
        return Told.UNCERTAIN
    await change(world, case.id, lambda one: one.shown_on(message, conversation.id))
    await feedback.shown(world, news, conversation, message)
    return Told.TOLD


def end_of(case: Case) -> dict[str, Any]:
    """What the message says that tells how a promise ended."""
    found = {"verdict": case.verdict, "findings": list(case.findings)}
    return {"intent": str(case.state), "language": case.language, **found}


async def sent(world: World, conversation: Conversation, reply: Reply) -> str:
    """Send it, the words alone where Teams does not take the card; the new message's id. Raises ChannelError."""
    try:
        return await world.channel.send(conversation, reply)
    except Refused as error:
        if error.status not in WORDS_MAY_PASS:
            raise
        return await world.channel.send(conversation, replace(reply, card=None))


async def told_here(world: World, case: Case) -> None:
    """The person is just being told how it ended, because they asked: no message comes after that."""
    first = await world.store.claim_notice(notice_of(case))
    await showing.show_at_the_end(world, case.id)
    if first:
        await audit.by_bot(world, case, str(case.state), at=case.look_at)
        await escalate.ended(world, case)
        await audit.by_bot(world, case, *Told.MUTED.value[:1])
        await change(world, case.id, lambda one: replace(one, owed=False) if one.attempt == case.attempt else one)


async def welcome_back(world: World, case: Case | None, conversation: Conversation) -> None:
    """The person of this case is here: what could not be told is told now."""
    if case is None:
        return
    if case.state in PROMISED and case.conversation != conversation.id:  # the app was removed meanwhile, and is back
        await change(world, case.id, lambda one: _moved(one, conversation.id))
    if not (case.owed and case.untold):
        return
    here = await change(world, case.id, lambda one: replace(one, conversation=conversation.id))
    if here is not None:
        await world.promises.tell(here)
        await change(world, case.id, lambda one: replace(one, untold=False) if one.attempt == here.attempt else one)


def _moved(case: Case, conversation: str) -> Case:
    """Its cards are in a chat that is gone."""
    return case if case.conversation == conversation else replace(case, conversation=conversation, cards=(), stale=())
