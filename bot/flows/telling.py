"""The bot writes without having been asked: to whom, when, once, and what becomes of it where that fails."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.core import cards, ladder, rules, timing
from bot.core.cards import Card
from bot.core.cases import Case, State
from bot.core.texts import Speaker, zone_of
from bot.flows import audit
from bot.flows.look import change, seen
from bot.ports import ChannelError, Conversation, Gone, MessageGone, NotNow, Reply, World

log = logging.getLogger(__name__)

CHAIN = 1000  # numbers of one chain of tries; whoever comes back begins another
TELL_AGAIN = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), *[timedelta(hours=1)] * 24)


class Told(Enum):
    """What became of a message, where it is not to be tried again."""

    TOLD = auto()
    MUTED = auto()
    UNREACHABLE = auto()


def notice_of(case: Case) -> str:
    """The key under which the end of this attempt is told once."""
    return f"ended:{case.id}:{case.attempt}"


async def tell(world: World, case: Case, tries: int) -> datetime | Told:
    """Say how a promise ended: on the cards that are there, and once in a message of its own.

    Returns when to try again, or what became of it. Teams cannot be asked whether a message arrived, so one whose
    sending was cut off is not sent again. The cards are different: updating them twice does no harm, so they come to
    say how it ended in any case.
    """
    conversation = await world.store.conversation(case.conversation)
    if conversation is None:
        return Told.UNREACHABLE
    now = world.clock.now()
    say = Speaker(case.language, case.time_zone, now)
    card = await _card(world, say, case, now)
    if case.muted:
        await update(world, case, card)
        return Told.MUTED
    awake_at = timing.awake_at(now, zone_of(case.time_zone), world.waking)
    if awake_at > now:
        if tries % CHAIN == 0:
            await update(world, case, card)  # which wakes nobody
        return awake_at
    if not await world.store.claim_notice(notice_of(case)):  # said before, or cut off while it was
        await update(world, case, card)
        return Told.TOLD
    await update(world, case, cards.closed(say, case, now))
    return await _send(world, case, conversation, card, say(cards.ENDS[case.state]), tries)


async def _card(world: World, say: Speaker, case: Case, now: datetime) -> Card:
    if case.state is State.REMINDED:
        facts = await seen(world, case.person, case.site)
        findings = await asyncio.to_thread(rules.diagnose, facts, case.said)
        offered = ladder.fixes(findings[0], world.allowed)
        return await asyncio.to_thread(cards.diagnosis, say, findings, facts, case, offered, say("reminded-notice"))
    facts = await world.tenant.facts_of(case.person)
    return await asyncio.to_thread(cards.ended, say, case, facts, now)


async def _send(
    world: World, case: Case, conversation: Conversation, card: Card, summary: str, tries: int
) -> datetime | Told:
    try:
        message = await world.channel.send(conversation, Reply(card.text, card.content, summary, case.id, alert=True))
    except Gone:  # the app was removed or blocked: until the person is back (P-43)
        await world.store.release_notice(notice_of(case))
        await world.store.forget_conversation(conversation.id)
        return Told.UNREACHABLE
    except NotNow as error:
        await world.store.release_notice(notice_of(case))
        number = tries % CHAIN
        if number >= len(TELL_AGAIN):
            log.error("gave up telling", extra={"case": case.id, "code": error.code})
            return Told.UNREACHABLE
        return world.clock.now() + TELL_AGAIN[number]
    except ChannelError as error:  # it may have arrived, or is refused for a reason of ours
        log.error("a message was not delivered", extra={"case": case.id, "code": error.code, "status": error.status})
        await update(world, case, card)
        return Told.TOLD
    await change(world, case.id, lambda one: one.shown_on(message, conversation.id))
    return Told.TOLD


async def update(world: World, case: Case, card: Card) -> None:
    """Replace the cards. That Teams is busy does not stop a promise: the next update makes up for it."""
    conversation = await world.store.conversation(case.conversation)
    if conversation is None:
        return
    say_so = Reply(card.text, card.content, card.text.split("\n")[0], case.id)
    for message in case.cards:
        try:
            await world.channel.update(conversation, message, say_so)
        except MessageGone:  # somebody deleted it
            await change(world, case.id, lambda one, gone=message: _without(one, gone))  # type: ignore[misc]
        except ChannelError as error:
            log.info("a card was not updated", extra={"case": case.id, "code": error.code})


def _without(case: Case, message: str) -> Case:
    return replace(case, cards=tuple(card for card in case.cards if card != message))


async def ended(world: World, case_id: str, attempt: int, tries: int) -> datetime | None:
    """Tell how a promise ended, and keep whether that could be told. Returns when to try again."""
    case = await world.store.case(case_id)
    if case is None or case.attempt != attempt or case.state not in cards.ENDS:
        return None
    told = await tell(world, case, tries)
    if isinstance(told, datetime):
        return told
    untold = told is Told.UNREACHABLE
    await change(world, case_id, lambda one: replace(one, untold=untold) if one.attempt == attempt else one)
    await audit.by_bot(world, case, "not_told" if untold else "told", outcome=told.name.lower())
    return None


async def welcome_back(world: World, case: Case, conversation: Conversation) -> None:
    """The person is here again: what could not be told is told now."""
    if not case.untold:
        return
    here = await change(world, case.id, lambda one: replace(one, untold=False, conversation=conversation.id))
    if here is not None and here.state in cards.ENDS:
        await world.promises.tell(here)
