"""What happens after Start, without the person: climb the ladder, look again, keep the promise. One function, one step.

A step may run twice when the process dies between its work and the engine's note of it, or is taken for dead while it
only slept; each is written so that the second run does no harm.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import cards, ladder, photos, rules, timing
from bot.core.cards import Card
from bot.core.cases import PROMISED, Case, State, Try
from bot.core.facts import Complaint, Facts, Glance, Outcome, Picture, Profile, Reason, Unknown
from bot.core.texts import Speaker
from bot.core.view import View
from bot.flows import audit, rungs, telling
from bot.flows.look import change, seen
from bot.ports import World

RESYNC = Complaint("resync")
SKEW = timedelta(minutes=5)  # between our clock and SharePoint's


async def begin(world: World, case_id: str, attempt: int) -> datetime | None:
    """Move the case to resyncing and ask SharePoint. Returns when to look first; None if there is nothing to begin."""
    now = world.clock.now()  # before anything is asked: what is pulled in answer is pulled after it
    case = await change(world, case_id, lambda case: _begun(case, attempt, now))
    if not _under_way(case, attempt):
        return None
    assert case is not None
    facts = await world.tenant.facts_of(case.person)
    case = await change(world, case_id, lambda case: replace(case, wanted=case.wanted or _fingerprint(facts)))
    case = await _climbed(world, case, facts, now)
    look_at = timing.next_look(now, now, case_id)
    case = await change(world, case_id, lambda case: replace(case, look_at=look_at))
    await _show(world, case, facts)
    return look_at


def _begun(case: Case, attempt: int, now: datetime) -> Case:
    if case.attempt >= attempt:  # this step ran before
        return case
    fresh: dict[str, object] = {"wanted": "", "tried": (), "asked_at": None, "asked_ok": False, "pulled_at": None}
    fresh |= {"looks": 0, "look_at": None, "muted": False, "untold": False, "lifted": False}
    return case.moved(State.RESYNCING, attempt=attempt, begun_at=now, since=now, **fresh)


def _under_way(case: Case | None, attempt: int, state: State = State.RESYNCING) -> bool:
    return case is not None and case.attempt == attempt and case.state is state


def _fingerprint(facts: Facts) -> str:
    photo = facts.source_photo
    return photos.fingerprint(photo.content) if isinstance(photo, Picture) else ""


async def look(world: World, case_id: str, attempt: int) -> datetime | None:
    """Look once. Returns when to look next; None when the resync is over."""
    case = await world.store.case(case_id)
    if not _under_way(case, attempt):
        return None
    assert case is not None
    glance = await _glanced(world, case)
    if glance is not None:
        return await _again(world, case, glance.retry_at if isinstance(glance, Unknown) else None)
    facts = await seen(world, case.person)
    view = View(facts, RESYNC)
    if await asyncio.to_thread(lambda: view.arrived):  # it decodes pictures
        await _end(world, case, State.ARRIVED)
        return None
    case = await change(world, case_id, lambda case: _followed(case, view, world.clock.now())) or case
    if _next(case, world.clock.now()) is None:
        await _end(world, case, State.STILL_STUCK)
        return None
    case = await _climbed(world, case, facts, world.clock.now()) or case
    return await _again(world, case, _retry_at(facts), facts)


async def _glanced(world: World, case: Case) -> Glance | Unknown | None:
    """What one call tells, where it tells that there is no need to look closer; None where there is.

    In the first minutes only a pull can bring the photo. Later looks read everything: a person may have put it into
    SharePoint by hand, or may have changed it again.
    """
    now = world.clock.now()
    since = case.since or now
    if now - since > timing.CLOSELY or (case.asked_at and not case.asked_ok):
        return None
    glance = await world.tenant.glance_of(case.person)
    if isinstance(glance, Unknown):
        return glance if glance.reason is Reason.THROTTLED else None
    if _pulled(case, glance.pulled_at):
        return None
    climbable = case.outcome("republish") is None and now - since >= timedelta(minutes=10)
    return None if climbable else glance


def _followed(case: Case, view: View, now: datetime) -> Case:
    """This case with what was seen of it: a pull, or another photo that takes the place of the one it waits for."""
    pulled_at = view.profile.pulled_at if view.profile else None
    if _pulled(case, pulled_at):
        case = replace(case, pulled_at=pulled_at)
    wanted = _fingerprint(view.facts)
    if not wanted or wanted == case.wanted:
        return case
    # Changed again meanwhile: what was promised is the photo that the person has now.
    if not case.wanted:
        return replace(case, wanted=wanted)
    return replace(case, wanted=wanted, since=max(now, view.pull_possible_at), pulled_at=None)


def _pulled(case: Case, pulled_at: datetime | None) -> bool:
    """Whether that pull belongs to this resync; the one before it was a day earlier, so clocks need not agree."""
    return bool(pulled_at and case.since and pulled_at > case.since - SKEW)


def _retry_at(facts: Facts) -> datetime | None:
    """Until when a service wants to be left alone."""
    return max((one.retry_at for one in facts.unknowns.values() if one.retry_at), default=None)


def _next(case: Case, now: datetime) -> datetime | None:
    return timing.next_look(case.since or case.opened_at, now, case.id)


async def _again(world: World, case: Case, not_before: datetime | None, facts: Facts | None = None) -> datetime | None:
    """Note that it was looked, and when it is looked next: as planned, but never before a service allows it."""
    now = world.clock.now()
    look_at = timing.next_look(case.since or case.opened_at, max(now, not_before or now), case.id)
    if look_at is None:  # patience ends before the service wants to be asked: look one last time then
        look_at = max(now, not_before or now) + timedelta(minutes=1)
    case_now = await change(
        world, case.id, lambda one: replace(one, looks=one.looks + 1, look_at=look_at) if one.state in PROMISED else one
    )
    if facts is not None:
        await _show(world, case_now, facts)
    return look_at


async def _climbed(world: World, case: Case | None, facts: Facts, now: datetime) -> Case | None:
    """The case after the rungs that are due were climbed."""
    if case is None or case.state is not State.RESYNCING:
        return case
    for rung in ladder.due(case, View(facts, RESYNC), world.allowed, now):
        if rung == "ask" and case.asked_ok and case.looks % 3:  # asked before, and not long ago
            continue
        tried = Try(rung, world.clock.now(), await rungs.climb(world, case, facts, rung))
        case = await change(world, case.id, lambda one, tried=tried: _tried(one, tried)) or case  # type: ignore[misc]
    return case


def _tried(case: Case, tried: Try) -> Case:
    if tried.rung == "ask":  # as often as it takes: the last time counts
        asked_ok = tried.outcome is Outcome.DONE
        return replace(case, asked_at=tried.at if asked_ok else case.asked_at or tried.at, asked_ok=asked_ok)
    # What was put again may come back re-encoded: that is no other photo.
    wanted = "" if tried.rung == "republish" and tried.outcome is Outcome.DONE else case.wanted
    return replace(case, tried=(*case.tried, tried), wanted=wanted)


async def _end(world: World, case: Case, state: State) -> Case | None:
    now = world.clock.now()

    def ended(one: Case) -> Case:
        return one.moved(state, looks=one.looks + 1, look_at=now) if one.state is State.RESYNCING else one

    after = await change(world, case.id, ended)
    if after and after.state is state:
        await audit.by_bot(world, after, str(state))
    return after


async def finish(world: World, case: Case, facts: Facts) -> Case | None:
    """End a resync ahead of its next look, if the photo has arrived; None if it has not."""
    if not await asyncio.to_thread(lambda: View(facts, RESYNC).arrived):
        return None
    ended = await _end(world, case, State.ARRIVED)
    return ended if ended and ended.state is State.ARRIVED else None


async def remind(world: World, case_id: str, attempt: int) -> datetime | None:
    """See whether that is possible now for which the person waits. Returns when to see again; None when it is."""
    case = await world.store.case(case_id)
    if not _under_way(case, attempt, State.WAITING):
        return None
    assert case is not None
    facts = await seen(world, case.person, case.site)
    findings = await asyncio.to_thread(rules.diagnose, facts, case.said)
    now = world.clock.now()
    at = coming_back_at(findings[0], now)
    if at and now - (case.since or now) < timing.PATIENCE:
        await change(world, case_id, lambda one: replace(one, look_at=at) if one.state is State.WAITING else one)
        return at

    def reminded(one: Case) -> Case:
        found = tuple(finding.key for finding in findings)
        if one.state is not State.WAITING:
            return one
        return one.moved(State.REMINDED, look_at=now, verdict=str(findings[0].verdict), findings=found)

    case = await change(world, case_id, reminded)
    if case and case.state is State.REMINDED:
        await audit.by_bot(world, case, "reminded")
    return None


def coming_back_at(finding: rules.Finding, now: datetime) -> datetime | None:
    """When to come back for a finding that passes by itself; None for one that does not."""
    if "remind" not in finding.fixes:
        return None
    moments = [finding.params.get(name) for name in ("retry_at", "look_again_at")]
    return timing.remind_at(moments, now)


async def _show(world: World, case: Case | None, facts: Facts) -> None:
    """Bring the cards in the chat up to date, also while the person is away (P-22)."""
    page = facts.profile.personal_url if isinstance(facts.profile, Profile) else ""
    while case is not None:
        await telling.update(world, case, _standing(world, case, page))
        shown, case = case, await world.store.case(case.id)
        if case is None or (case.state, case.attempt) == (shown.state, shown.attempt):
            return  # otherwise it was stopped, or came to its end, while it was shown: show that, and last


def _standing(world: World, case: Case, page: str) -> Card:
    now = world.clock.now()
    say = Speaker(case.language, case.time_zone, now)
    return cards.progress(say, case, now, page) if case.state is State.RESYNCING else cards.closed(say, case, now)
