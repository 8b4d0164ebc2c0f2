"""What happens after Start, without the person: ask SharePoint, look again, keep the promise. One function, one step.

A step may run twice when the process dies between its work and the engine's note of it; each is written so that the
second run does no harm.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import cards, timing
from bot.core.cases import Case, State
from bot.core.facts import Complaint, Facts, Profile
from bot.core.texts import Speaker
from bot.core.view import View
from bot.flows.look import seen
from bot.ports import ChannelError, Conflict, Gone, NotNow, Reply, World

RESYNC = Complaint("resync")
TELL_AGAIN = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), *[timedelta(hours=1)] * 24)


async def begin(world: World, case_id: str, attempt: int) -> datetime | None:
    """Move the case to resyncing and ask SharePoint. Returns when to look first; None if there is nothing to begin."""
    case = await change(world, case_id, lambda case: _begun(case, attempt))
    if not _under_way(case, attempt):
        return None
    assert case is not None
    facts = await world.tenant.facts_of(case.person)
    now = world.clock.now()  # before it is asked: what is pulled in answer is pulled after it
    asked_ok = await world.tenant.ask_for_pull(facts)
    look_at = timing.next_look(now, now, case.id)
    case = await change(world, case_id, lambda case: replace(case, asked_at=now, asked_ok=asked_ok, look_at=look_at))
    await _show(world, case, facts)
    return look_at


def _begun(case: Case, attempt: int) -> Case:
    if case.attempt >= attempt:  # this step ran before
        return case
    return case.moved(State.RESYNCING, attempt=attempt, looks=0, asked_at=None, asked_ok=False, look_at=None)


def _under_way(case: Case | None, attempt: int) -> bool:
    return case is not None and case.attempt == attempt and case.state is State.RESYNCING


async def look(world: World, case_id: str, attempt: int) -> datetime | None:
    """Look once. Returns when to look next; None when the resync is over."""
    case = await world.store.case(case_id)
    if not _under_way(case, attempt):
        return None
    assert case is not None
    facts = await seen(world, case.person)
    view = View(facts, RESYNC)
    arrived = await asyncio.to_thread(lambda: view.arrived)  # it decodes pictures
    looks = case.looks + 1
    look_at = timing.next_look(case.asked_at or case.opened_at, world.clock.now(), case.id)
    if arrived or look_at is None:
        end = State.ARRIVED if arrived else State.STILL_STUCK
        await change(world, case_id, lambda case: case.moved(end, looks=looks, look_at=world.clock.now()))
        return None
    asked_ok = case.asked_ok
    # A pull is due and did not happen: what asked for it may have been lost.
    if view.pull_is_due and looks % 3 == 0:
        asked_ok = await world.tenant.ask_for_pull(facts)
    case = await change(world, case_id, lambda case: replace(case, looks=looks, look_at=look_at, asked_ok=asked_ok))
    await _show(world, case, facts)
    return look_at


async def finish(world: World, case: Case, facts: Facts) -> Case | None:
    """End a resync ahead of its next look, if the photo has arrived; None if it has not."""
    if not await asyncio.to_thread(lambda: View(facts, RESYNC).arrived):
        return None
    now = world.clock.now()
    ended = await change(world, case.id, lambda case: _arrived(case, now))
    return ended if ended and ended.state is State.ARRIVED else None


def _arrived(case: Case, now: datetime) -> Case:
    return case.moved(State.ARRIVED, look_at=now) if case.state is State.RESYNCING else case


def notice_of(case: Case) -> str:
    """The key under which the end of this attempt is told once."""
    return f"ended:{case.id}:{case.attempt}"


async def tell(world: World, case_id: str, attempt: int, tries: int) -> datetime | None:
    """Say how it ended: on the card that is there, and once in a message of its own. Returns when to try again.

    Teams cannot be asked whether a message arrived, so one whose sending was cut off is not sent again. The card
    is different: updating it twice does no harm, so it comes to say how the resync ended in any case.
    """
    case = await world.store.case(case_id)
    conversation = await world.store.conversation(case.conversation) if case else None
    if case is None or conversation is None or case.attempt != attempt or case.state not in cards.ENDS:
        return None
    facts = await world.tenant.facts_of(case.person)
    now = world.clock.now()
    say = Speaker(case.language, case.time_zone, now)
    card = await asyncio.to_thread(cards.ended, say, case, facts, now)
    said = Reply(card.text, card.content, say(cards.ENDS[case.state][1]), case.id)
    notice = notice_of(case)
    if not await world.store.claim_notice(notice):  # said before, or cut off while it was: then the cards say it
        await _update(world, case, said)
        return None
    brief = cards.closed(say, case, now)
    await _update(world, case, replace(said, text=brief.text, card=brief.content))
    try:
        message = await world.channel.send(conversation, replace(said, alert=True))
    except Gone:
        await world.store.forget_conversation(conversation.id)
    except NotNow:
        await world.store.release_notice(notice)
        return now + TELL_AGAIN[tries] if tries < len(TELL_AGAIN) else None
    else:
        await change(world, case_id, lambda case: case.shown_on(message, conversation.id))
    return None


async def _show(world: World, case: Case | None, facts: Facts) -> None:
    """Bring the card in the chat up to date, also while the person is away (P-22)."""
    if case is None:
        return
    now = world.clock.now()
    say = Speaker(case.language, case.time_zone, now)
    page = facts.profile.personal_url if isinstance(facts.profile, Profile) else ""
    card = cards.progress(say, case, now, page)
    await _update(world, case, Reply(card.text, card.content, say("progress-title"), case.id))


async def _update(world: World, case: Case, said: Reply) -> None:
    """Replace the cards. That one is gone, or Teams is busy, does not stop the resync: the next one makes up for it."""
    conversation = await world.store.conversation(case.conversation)
    if conversation is None:
        return
    for card in case.cards:
        with suppress(ChannelError):
            await world.channel.update(conversation, card, said)


async def change(world: World, case_id: str, how: Callable[[Case], Case]) -> Case | None:
    """Change a case as it is stored now, again if somebody else changed it meanwhile."""
    while True:
        case = await world.store.case(case_id)
        if case is None or (changed := how(case)) == case:
            return case
        try:
            return await world.store.save_case(changed)
        except Conflict:
            continue
