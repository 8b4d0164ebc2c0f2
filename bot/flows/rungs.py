"""The bot climbs a rung of the ladder, and writes down what became of it; or takes a repair back."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.core import ladder
from bot.core.cases import Case
from bot.core.facts import Facts, Outcome, Profile
from bot.flows import audit
from bot.flows.look import change
from bot.ports import World

SOURCE = "Microsoft 365: photo"
FLAGS = "SharePoint: SPS-PicturePlaceholderState, SPS-PictureExchangeSyncState"
BEGUN = "begun"  # what a line says that was written before something is changed


async def climb(world: World, case: Case, facts: Facts, rung: str) -> Outcome:
    """Do it; the outcome is in the audit when this returns."""
    return await _CLIMB[rung](world, case, facts)


async def _ask(world: World, case: Case, facts: Facts) -> Outcome:
    outcome = Outcome.DONE if await world.tenant.ask_for_pull(facts) else Outcome.FAILED
    await audit.by_bot(world, case, "ask", case.looks, outcome=outcome)
    return outcome


async def _republish(world: World, case: Case, facts: Facts) -> Outcome:
    outcome = await world.tenant.republish(facts)
    await audit.by_bot(world, case, "republish", case.looks, record=SOURCE, outcome=outcome)
    if outcome is Outcome.DONE:  # it is a change: let SharePoint hear of it
        await world.tenant.ask_for_pull(facts)
    return outcome


async def _repair(world: World, case: Case, facts: Facts) -> Outcome:
    if not isinstance(facts.profile, Profile):
        return Outcome.FAILED
    # The old values are kept before the first of them is changed: a crash in between loses none.
    before = json.dumps([facts.profile.placeholder, facts.profile.exchange_sync])
    await audit.by_bot(world, case, "repair", BEGUN, record=FLAGS, outcome=BEGUN, before=before)
    outcome = await world.tenant.set_picture_flags(facts, *ladder.REPAIRED)
    await audit.by_bot(world, case, "repair", case.looks, record=FLAGS, outcome=outcome)
    if outcome is Outcome.DONE:
        await world.tenant.ask_for_pull(facts)
    return outcome


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


async def undo(world: World, person: str) -> Outcome:
    """Give a profile the flags back that it had before it was repaired; NEEDLESS where no repair is to be undone."""
    case = await world.store.case_of(person)
    if case is None:
        return Outcome.NEEDLESS
    found = await world.store.deeds_of(case.person, most=1000)
    undone = max((deed.at for deed in found if deed.what == "undo" and deed.outcome == Outcome.DONE), default=None)
    repairs = [deed for deed in found if deed.what == "repair" and deed.before and (not undone or deed.at > undone)]
    if not repairs:
        return Outcome.NEEDLESS
    outcome = await world.tenant.set_picture_flags(
        await world.tenant.facts_of(case.person), *json.loads(repairs[0].before)
    )
    number = world.clock.now().isoformat()
    await audit.by_administrator(world, case, "undo", number, record=FLAGS, outcome=outcome)
    return outcome
