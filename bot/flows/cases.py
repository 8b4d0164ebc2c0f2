"""A person's case in the store: opened, brought up to date, and changed by several at once."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.core.cases import Case, State
from bot.core.rules import Finding
from bot.flows.replies import Talk
from bot.ports import Conflict, World

# No letters and digits that people mix up when they read a number to the helpdesk.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


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


def new_id() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(8))


async def keep(talk: Talk, findings: tuple[Finding, ...]) -> Case:
    """Open the person's case, or bring it up to date; one with a resync under way stays as it is."""
    now: dict[str, Any] = {
        "complaint": talk.intent,
        "place": talk.complaint.place,
        "field": talk.complaint.field,
        "trouble": talk.complaint.trouble,
        "site": talk.complaint.site,
        "seen_since": talk.complaint.since,
        "language": talk.say.language,
        "conversation": talk.turn.conversation.id,
        "verdict": str(findings[0].verdict),
        "findings": tuple(finding.key for finding in findings),
    }
    if talk.turn.conversation.time_zone:  # a client that names none takes nothing away
        now["time_zone"] = talk.turn.conversation.time_zone
    fresh = Case(new_id(), talk.turn.person, opened_at=talk.world.clock.now(), **now)
    # As it was when the turn began: if somebody has changed it since, it cannot be saved.
    known = talk.case if talk.case and talk.case.state is not State.RESYNCING else None
    while True:
        case = known or await talk.world.store.add_case(fresh)
        if case.id == fresh.id or case.state is State.RESYNCING:
            return case
        known = None
        try:
            still_asked = case.asked_ok and case.state is not State.ARRIVED
            promised = case.state is State.WAITING or case.owed  # stays so, whatever else is asked
            changed = replace(case, **now) if promised else case.moved(State.DIAGNOSED, asked_ok=still_asked, **now)
            return await talk.world.store.save_case(changed)
        except Conflict:
            continue  # somebody else changed it between; read it again
