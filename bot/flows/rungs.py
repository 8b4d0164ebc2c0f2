"""The bot climbs a rung of the ladder, and writes down what became of it; or takes a repair back."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.core import ladder
from bot.core.audit import Deed
from bot.core.cases import Case
from bot.core.facts import Facts, Outcome, Profile
from bot.flows import audit
from bot.flows.cases import change
from bot.flows.replies import Talk
from bot.ports import World

SOURCE = "Microsoft 365: photo"
FLAGS = "SharePoint: SPS-PicturePlaceholderState, SPS-PictureExchangeSyncState"
BEGUN = "begun"  # what a line says that was written before something is changed


async def climb(world: World, case: Case, facts: Facts, rung: str) -> Outcome:
    """Do it; the outcome is in the audit when this returns."""
    return await _CLIMB[rung](world, case, facts)


async def _ask(world: World, case: Case, facts: Facts) -> Outcome:
    outcome = Outcome.DONE if await world.tenant.ask_for_pull(facts) else Outcome.FAILED
    await audit.by_bot(world, case, "ask", _now(world), outcome=outcome)
    return outcome


async def as_person(world: World, case: Case, facts: Facts, sign_in: str) -> Outcome:
    """The rung that takes the person's own sign-in."""
    outcome = await world.tenant.ask_as_person(facts, sign_in)
    await audit.by_bot(world, case, "as_person", _now(world), outcome=outcome)
    return outcome


async def _republish(world: World, case: Case, facts: Facts) -> Outcome:
    outcome = await world.tenant.republish(facts)
    await audit.by_bot(world, case, "republish", _now(world), record=SOURCE, outcome=outcome)
    if outcome is Outcome.DONE:  # it is a change: let SharePoint hear of it
        await world.tenant.ask_for_pull(facts)
    return outcome


async def _repair(world: World, case: Case, facts: Facts) -> Outcome:
    if not isinstance(facts.profile, Profile):
        return Outcome.FAILED
    # The old values are kept before the first of them is changed: a crash in between loses none.
    before = json.dumps([facts.profile.placeholder, facts.profile.exchange_sync])
    await audit.by_bot(world, case, "repair", f"{_now(world)} {BEGUN}", record=FLAGS, outcome=BEGUN, before=before)
    outcome = await world.tenant.set_picture_flags(facts, *ladder.REPAIRED)
    await audit.by_bot(world, case, "repair", _now(world), record=FLAGS, outcome=outcome)
    if outcome is Outcome.DONE:
        await world.tenant.ask_for_pull(facts)
    return outcome


def _now(world: World) -> str:
    """Tells tries of one rung apart: a step that runs twice after a crash has tried twice."""
    return world.clock.now().isoformat()


_CLIMB: dict[str, Callable[[World, Case, Facts], Awaitable[Outcome]]] = {
    "ask": _ask,
    "republish": _republish,
    "repair": _repair,
}


async def lift(world: World, person: str) -> Case | None:
    """Let the next resync of a person begin in spite of the limits; None for somebody who never asked."""
    case = await world.store.case_of(person)
    if case is None:
        return None
    await audit.by_administrator(world, case, "allow", world.clock.now().isoformat())
    return await change(world, case.id, lambda one: replace(one, lifted=True))


async def undo(world: World, person: str, by: Talk | None = None) -> Outcome:
    """Give a profile the flags back that it had before it was repaired; NEEDLESS where no repair is to be undone.

    `by` is the press of somebody of the helpdesk; otherwise it is done at the command line.
    """
    case = await world.store.case_of(person)
    if case is None:
        return Outcome.NEEDLESS
    before = _before_repair(await world.store.deeds_of(case.person, most=1000))
    if not before:
        return Outcome.NEEDLESS
    outcome = await world.tenant.set_picture_flags(await world.tenant.facts_of(case.person), *json.loads(before))
    if by:
        await audit.by_agent(by, case, "undo_for", _now(world), record=FLAGS, outcome=outcome)
    else:
        await audit.by_administrator(world, case, "undo", _now(world), record=FLAGS, outcome=outcome)
    return outcome


def _before_repair(deeds: Sequence[Deed]) -> str:
    """The old values of the first repair that may have changed something and was not undone since; "" for none."""
    old = begun = ""
    for deed in deeds:
        if deed.what in ("undo", "undo_for") and deed.outcome == Outcome.DONE:
            old = begun = ""
        elif deed.what == "repair" and deed.outcome == BEGUN:
            begun = deed.before
        elif deed.what == "repair" and deed.outcome in (Outcome.REFUSED, Outcome.NEEDLESS):
            begun = ""  # nothing was written
        elif deed.what == "repair":
            old, begun = old or begun, ""
    return old or begun  # one that never ended may have written
