"""What happens after Start, without the person: climb the ladder, look again, keep the promise. One function, one step.

A step may run twice when the process dies between its work and the engine's note of it, or is taken for dead while it
only slept; each is written so that the second run does no harm. And the person may stop it at any moment in between.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import ladder, photos, rules, timing
from bot.core.cases import REMOVED, UNSEEN, Case, State, Try
from bot.core.facts import Complaint, Facts, Glance, Outcome, Picture, Profile, Reason, Unknown
from bot.core.view import View
from bot.flows import rungs, showing
from bot.flows.cases import change
from bot.flows.look import seen
from bot.ports import World

RESYNC = Complaint("resync")
SKEW = timedelta(minutes=5)  # between our clock and SharePoint's
REPUBLISH_AFTER = next(rung.after for rung in ladder.LADDER if rung.key == "republish")
GONE = "gone "  # before the fingerprint of a photo that was not there at the last look
# What must be seen to tell whether the photo is there, and so is looked at again soon where a service was busy.
NEEDED = ("source_photo", "profile", "sharepoint_photo", "small_photos")
PASSING = (Reason.THROTTLED, Reason.TOO_SLOW, Reason.UNAVAILABLE)


def begun(case: Case, now: datetime) -> Case:
    """The case at the moment at which Start is pressed; as it is where a resync is under way."""
    if case.state is State.RESYNCING:
        return case
    begun_now = replace(case, attempt=case.attempt + 1, begun_at=now, since=now, look_at=now, looks=0, blind=0)
    fresh = replace(begun_now, wanted="", ticket="", tried=(), asked_at=None, asked_ok=False, pulled_at=None)
    told = replace(fresh, muted=False, owed=False, untold=False, lifted=False, waits_for=Complaint(""))
    told = replace(told, by_helpdesk=False)
    return told.moved(State.RESYNCING)


async def begin(world: World, case_id: str, attempt: int) -> datetime | None:
    """Ask SharePoint for a case that has begun. Returns when to look first; None if it was stopped meanwhile."""
    case = await world.store.case(case_id)
    if case is None or not _under_way(case, attempt):
        return None
    facts = await world.tenant.facts_of(case.person)
    case = await _kept(world, case, lambda one: _noted(one, facts))
    case = await _climbed(world, case, facts)
    return await _again(world, case) if case else None


def _under_way(case: Case | None, attempt: int, state: State = State.RESYNCING) -> bool:
    return case is not None and case.attempt == attempt and case.state is state


async def _kept(world: World, case: Case, how: Callable[[Case], Case]) -> Case | None:
    """The case changed; None if it was stopped meanwhile, or came to its end: then nothing more is done."""
    after = await change(world, case.id, lambda one: how(one) if _under_way(one, case.attempt) else one)
    return after if _under_way(after, case.attempt) else None


def _noted(case: Case, facts: Facts) -> Case:
    page = facts.profile.personal_url if isinstance(facts.profile, Profile) else case.page
    return replace(case, wanted=case.wanted or _fingerprint(facts), page=page)


def _fingerprint(facts: Facts) -> str:
    photo = facts.source_photo
    return photos.fingerprint(photo.content) if isinstance(photo, Picture) else ""


async def look(world: World, case_id: str, attempt: int) -> datetime | None:
    """Look once. Returns when to look next; None when the resync is over."""
    case = await world.store.case(case_id)
    if case is None or not _under_way(case, attempt):
        return None
    busy = world.tenant.busy(case.person)
    if busy and not _last_chance(case, world.clock.now()):  # then nobody else is asked in vain either
        return await _again(world, case, [busy], shows=False)
    glance = await _glanced(world, case)
    if glance is not None:
        return await _again(world, case, [glance] if isinstance(glance, Unknown) else (), shows=False)
    facts = await seen(world, case.person, of=case.id)
    view, now = View(facts, RESYNC), world.clock.now()
    ending = await asyncio.to_thread(_ending, case, view, now)  # it decodes pictures
    if ending:
        await _end(world, case, *ending)
        return None
    kept = await _kept(world, case, lambda one: _followed(_noted(one, facts), view, now))
    kept = await _climbed(world, kept, facts)
    return await _again(world, kept, _blinding(view)) if kept else None


def _ending(case: Case, view: View, now: datetime) -> tuple[State, str] | None:
    """How it ends now, and the verdict then; None while it goes on."""
    if view.arrived:
        return State.ARRIVED, str(rules.Verdict.OK)
    if view.no_source and case.wanted.startswith(GONE):  # twice in a row: no passing gap
        return State.STILL_STUCK, REMOVED
    followed = _followed(case, view, now)
    if _next(followed, now) or (_blinding(view) and not _last_chance(followed, now)):
        return None
    sure = view.behind or view.sizes_differ
    return State.STILL_STUCK, str(rules.Verdict.STUCK) if sure else UNSEEN


async def _glanced(world: World, case: Case) -> Glance | Unknown | None:
    """What one call tells, where it tells that there is no need to look closer; None where there is.

    In the first minutes only a pull can bring the photo. Later looks read everything: a person may have put it into
    SharePoint by hand, or may have changed it again.
    """
    now = world.clock.now()
    since = case.since or case.opened_at
    if now - since > timing.CLOSELY or (case.asked_at and not case.asked_ok):
        return None
    glance = await world.tenant.glance_of(case.person)
    if isinstance(glance, Unknown):
        return glance if glance.reason is Reason.THROTTLED else None
    if _pulled(case, glance.pulled_at):
        return None
    climbable = case.outcome("republish") is None and now - since >= REPUBLISH_AFTER
    return None if climbable else glance


def _followed(case: Case, view: View, now: datetime) -> Case:
    """This case with what was seen of it: a pull, or another photo that takes the place of the one it waits for."""
    pulled_at = view.profile.pulled_at if view.profile else None
    if _pulled(case, pulled_at):
        case = replace(case, pulled_at=pulled_at)
    before = case.wanted.removeprefix(GONE)
    if view.no_source:
        return replace(case, wanted=GONE + before)
    wanted = _fingerprint(view.facts)
    if not wanted:
        return case
    if before in ("", wanted):
        return replace(case, wanted=wanted)
    # Changed again meanwhile: what was promised is the photo that is there now, of which SharePoint must hear again.
    # Patience begins anew with it, but does not grow for ever.
    begun_at = case.begun_at or now
    since = min(max(now, view.pull_possible_at), begun_at + timing.PATIENCE)
    return replace(case, wanted=wanted, since=since, pulled_at=None, asked_at=None, asked_ok=False)


def _pulled(case: Case, pulled_at: datetime | None) -> bool:
    """Whether that pull belongs to this resync; the one before it was a day earlier, so clocks need not agree."""
    return bool(pulled_at and case.since and pulled_at > case.since - SKEW)


def _blinding(view: View) -> list[Unknown]:
    """What passes by itself and kept this look from telling whether the photo is there."""
    if view.behind or view.sizes_differ:
        return []
    return [one for name, one in view.facts.unknowns.items() if name in NEEDED and one.reason in PASSING]


def _next(case: Case, now: datetime) -> datetime | None:
    return timing.next_look(case.since or case.opened_at, now, case.id)


def _last_chance(case: Case, now: datetime) -> bool:
    """Whether patience has ended, and so often nothing could be told since that it ends with the next look."""
    return _next(case, now) is None and case.blind >= timing.LAST_CHANCES


async def _again(world: World, case: Case, blinding: Sequence[Unknown] = (), shows: bool = True) -> datetime | None:
    """Note that it was looked, and when it is looked next: as planned or, after a look in vain, sooner.

    Never before a service allows it.
    """
    earliest = max([world.clock.now(), *(one.retry_at for one in blinding if one.retry_at)])
    blind, told = case.blind + 1 if blinding else 0, any(one.reason is Reason.THROTTLED for one in blinding)
    again = timing.look_again_at(blind, earliest, case.id, told) if blind else None
    moments = [_next(case, earliest), again]
    look_at = min((at for at in moments if at), default=earliest + timedelta(minutes=1))
    after = await _kept(world, case, lambda one: replace(one, looks=one.looks + 1, look_at=look_at, blind=blind))
    if shows:
        await showing.show(world, case.id)
    return look_at if after else None


async def _climbed(world: World, case: Case | None, facts: Facts) -> Case | None:
    """The case after the rungs that are due were climbed."""
    if case is None:
        return None
    for rung in ladder.due(case, View(facts, RESYNC), world.allowed, world.clock.now()):
        if rung == "ask" and case.asked_ok and case.looks % 3:  # asked before, and not long ago
            continue
        case = await _kept(world, case, lambda one, rung=rung: _climbing(one, rung))  # type: ignore[misc]
        if case is None:
            return None
        tried = Try(rung, world.clock.now(), await rungs.climb(world, case, facts, rung))
        case = await _kept(world, case, lambda one, tried=tried: _tried(one, tried))  # type: ignore[misc]
        if case is None:
            return None
    return case


async def asked_as_person(world: World, case: Case, sign_in: str) -> Case | None:
    """The case after SharePoint was asked in the person's name, if that can still help; None if it is over."""
    facts = await seen(world, case.person, of=case.id)
    if "as_person" not in ladder.due(case, View(facts, RESYNC), world.allowed, world.clock.now(), by_press=True):
        return case
    tried = Try("as_person", world.clock.now(), await rungs.as_person(world, case, facts, sign_in))
    return await _kept(world, case, lambda one: _tried(one, tried))


def _climbing(case: Case, rung: str) -> Case:
    """What was put again may come back re-encoded, also where nobody hears that it was put: that is no other photo."""
    return replace(case, wanted="") if rung == "republish" else case


def _tried(case: Case, tried: Try) -> Case:
    if tried.rung == "ask":  # as often as it takes: the last time counts
        asked_ok = tried.outcome is Outcome.DONE
        return replace(case, asked_at=tried.at if asked_ok else case.asked_at or tried.at, asked_ok=asked_ok)
    if tried.rung == "as_person" and tried.outcome is Outcome.DONE:
        case = replace(case, asked_at=tried.at, asked_ok=True)
    return replace(case, tried=(*case.tried, tried))


async def _end(world: World, case: Case, state: State, verdict: str) -> Case | None:
    """The case at its end, which is to be told; None if it had come to another one."""
    now = world.clock.now()

    def ended(one: Case) -> Case:
        if not _under_way(one, case.attempt):
            return one
        return one.moved(state, looks=one.looks + 1, look_at=now, verdict=verdict, owed=True)

    after = await change(world, case.id, ended)
    return after if _under_way(after, case.attempt, state) else None


async def finish(world: World, case: Case, facts: Facts) -> Case | None:
    """End a resync ahead of its next look, if the photo has arrived; None if it has not."""
    if not await asyncio.to_thread(lambda: View(facts, RESYNC).arrived):
        return None
    return await _end(world, case, State.ARRIVED, str(rules.Verdict.OK))


async def remind(world: World, case_id: str, attempt: int) -> datetime | None:
    """See whether that is possible now for which the person waits. Returns when to see again; None when it is."""
    case = await world.store.case(case_id)
    if case is None or not _under_way(case, attempt, State.WAITING):
        return None
    facts = await seen(world, case.person, case.waits_for.site, case.id)
    findings = await asyncio.to_thread(rules.diagnose, facts, case.waits_for)
    now = world.clock.now()
    at = coming_back_at(findings[0], now, case_id)
    again = at if at and now - (case.since or now) < timing.PATIENCE else None

    def reminded(one: Case) -> Case:
        if not _under_way(one, attempt, State.WAITING):
            return one
        return replace(one, look_at=again) if again else one.moved(State.REMINDED, look_at=now, owed=True)

    await change(world, case_id, reminded)
    return again


def coming_back_at(finding: rules.Finding, now: datetime, salt: str) -> datetime | None:
    """When to come back for a finding that passes by itself; None for one that does not."""
    if "remind" not in finding.fixes:
        return None
    moments = [finding.params.get(name) for name in ("retry_at", "look_again_at")]
    return timing.remind_at(moments, now, salt)
