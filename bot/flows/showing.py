"""The cards in the chat are brought to what is true now, also while the person is away (P-22).

It writes no message, but for a card in place of one that is gone (P-43).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.core import cards, timing
from bot.core.cards import Card
from bot.core.cases import PROMISED, Case
from bot.core.texts import Speaker, zone_of
from bot.flows.cases import change
from bot.ports import ChannelError, Conversation, Gone, MessageGone, NotNow, Refused, Reply, World

log = logging.getLogger(__name__)

LIVELY = 3  # newest cards that show each step of a promise, beside the first one; at its end all are brought up to date


async def pressed(world: World, reply: Reply, where: Conversation, message: str) -> None:
    """Have Teams keep the card that answered a press, which alone goes to one client, and only until it looks again."""
    before = await world.store.case(reply.case) if reply.case else None
    try:
        await world.channel.update(where, message, reply)
    except ChannelError as error:  # it falls back to what it was, and its buttons say what is true then
        log.info("a pressed card was not kept", extra={"code": error.code, "status": error.status})
        return
    if before and await world.store.case(before.id) != before:  # a step was made meanwhile: what was kept is older
        await show(world, before.id, message)


async def show(world: World, case_id: str, *only: str) -> None:
    """Show a promise as it stands: under way, waiting, or at its end in few words; on these cards only, if any."""
    case = await world.store.case(case_id)
    while case is not None:
        now = world.clock.now()
        card = cards.standing(Speaker(case.language, case.time_zone, now), case, now, world.allowed)
        if card is not None:
            await (_replace(world, case, card, only) if only else update(world, case, card))
        shown, case = case, await world.store.case(case_id)
        if case is None or (case.state, case.attempt) == (shown.state, shown.attempt):
            return  # otherwise it was stopped, or came to its end, while it was shown: show that, and last


async def show_at_the_end(world: World, case_id: str) -> None:
    """The same where no step follows that would make up for what Teams did not take now."""
    await show(world, case_id)
    case = await world.store.case(case_id)
    if case is not None and case.stale:
        await world.promises.tell(case)


async def update(world: World, case: Case, card: Card) -> None:
    """Replace the cards. That Teams is busy stops no promise: what it did not take is kept, for the next time."""
    lively = (*case.cards[:1], *case.cards[1:][-LIVELY:]) if case.state in PROMISED else case.cards
    await _replace(world, case, card, tuple(dict.fromkeys((*lively, *case.stale))))


async def forgotten(world: World, case: Case, conversation: Conversation) -> None:
    """The cards of a promise that is no more say so, as far as Teams takes it now."""
    if case.state not in PROMISED or case.conversation != conversation.id:
        return
    card = cards.answer(Speaker(case.language, case.time_zone, world.clock.now()), ("outdated",))
    for message in dict.fromkeys((*case.cards[:1], *case.cards[1:][-LIVELY:])):
        try:
            await world.channel.update(conversation, message, Reply(card.text, card.content))
        except ChannelError as error:
            log.info("a card was not updated", extra={"code": error.code})


async def catch_up(world: World, case_id: str) -> bool:
    """Bring those cards up to date that Teams did not take before; whether none is left."""
    case = await world.store.case(case_id)
    if case is None or not case.stale:
        return True
    now = world.clock.now()
    say = Speaker(case.language, case.time_zone, now)
    card = cards.standing(say, case, now, world.allowed)  # none where something else was asked since
    await _replace(world, case, card or cards.answer(say, ("outdated",)), case.stale)
    after = await world.store.case(case_id)
    return after is None or not after.stale


async def _replace(world: World, case: Case, card: Card, messages: Sequence[str]) -> None:
    conversation = await world.store.conversation(case.conversation)
    if conversation is None:
        return
    gone: set[str] = set()
    failed: list[str] = []
    say_so = Reply(card.text, card.content, card.text.split("\n")[0], case.id)
    for message in messages:
        try:
            await world.channel.update(conversation, message, say_so)
        except MessageGone:  # somebody deleted it
            gone.add(message)
        except Gone:  # nobody is there any more (P-43)
            await world.store.forget_conversation(conversation.id)
            failed = []
            break
        except Refused as error:  # a fault of ours, which does not pass (P-43)
            log.error("a card was refused", extra={"case": case.id, "code": error.code, "status": error.status})
        except ChannelError as error:
            failed.append(message)
            log.info("a card was not updated", extra={"case": case.id, "code": error.code})
    if gone and gone >= set(case.cards) and case.state in PROMISED and not case.muted:
        gone -= await _afresh(world, case, conversation, say_so)
    if gone or failed or set(messages) & set(case.stale):
        await change(world, case.id, lambda one: _noted(one, gone, set(messages), failed))


async def _afresh(world: World, case: Case, conversation: Conversation, reply: Reply) -> frozenset[str]:
    """Nobody deletes a promise with its last card: another takes its place, once, and not while the person sleeps.

    Returns which of the old ones are kept, so that the next step comes here again.
    """
    now, once = world.clock.now(), f"afresh:{case.id}:{case.attempt}"
    if timing.awake_at(now, zone_of(case.time_zone), world.waking, case.id) > now:
        return frozenset(case.cards)
    if not await world.store.claim_notice(once):
        return frozenset()
    try:
        message = await world.channel.send(conversation, reply)
    except ChannelError as error:
        log.info("a card was not sent afresh", extra={"case": case.id, "code": error.code})
        if not isinstance(error, NotNow):
            return frozenset()
        await world.store.release_notice(once)  # certainly not sent
        return frozenset(case.cards)
    await change(world, case.id, lambda one: one.shown_on(message, conversation.id))
    return frozenset()


def _noted(case: Case, gone: set[str], tried: set[str], failed: Sequence[str]) -> Case:
    left = tuple(card for card in case.cards if card not in gone)
    return replace(case, cards=left, stale=(*(one for one in case.stale if one not in tried), *failed))
