"""A promise that was not kept goes to the helpdesk: written down first, whatever is down."""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.core.cases import Case, State
from bot.core.facts import Facts
from bot.core.tickets import ticket
from bot.flows import audit
from bot.flows.cases import change
from bot.ports import World

log = logging.getLogger(__name__)


async def by_itself(world: World, case: Case, facts: Facts) -> Case:
    """The case, handed over where it ended without its photo and the administrator wants that; once an attempt."""
    if not world.auto_escalate or case.state is not State.STILL_STUCK or case.ended_removed or case.ticket:
        return case
    made = ticket(case, facts, world.clock.now())
    await world.store.add_ticket(made)
    await audit.by_bot(world, case, "escalated", record=made.id)
    log.warning("a case was handed to the helpdesk", extra={"case": case.id, "ticket": made.id})
    return await change(world, case.id, lambda one: _handed(one, case.attempt, made.id)) or case


def _handed(case: Case, attempt: int, ticket: str) -> Case:
    return replace(case, ticket=ticket) if (case.attempt, case.state) == (attempt, State.STILL_STUCK) else case
