"""What is handed to the helpdesk: a promise that was not kept, with all that was found and tried. It sends nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core import evidence
from bot.core.cases import Case
from bot.core.facts import Facts

# Microsoft's own diagnostic for administrators, not in every cloud (domain: 4.4, practice 8).
DIAGNOSTIC = "https://aka.ms/PillarPictureSync"


@dataclass(frozen=True)
class Ticket:
    """One thing for the helpdesk to do. `id` is the case's number with that of the attempt: handed over once."""

    id: str
    case: str
    person: str
    opened_at: datetime
    bundle: dict[str, Any]


def ticket(case: Case, facts: Facts, now: datetime) -> Ticket:
    """A resync that ended without the photo; `facts` are those of this moment. Holds no picture and no sign-in."""
    bundle = {
        "case": case.id,
        "person": case.person,
        "language": case.language,
        "complaint": case.complaint,
        "verdict": case.verdict,
        "findings": list(case.findings),
        "begun_at": case.begun_at.isoformat() if case.begun_at else None,
        "looks": case.looks,
        "asked_at": case.asked_at.isoformat() if case.asked_at else None,
        "tried": [{"what": one.rung, "at": one.at.isoformat(), "outcome": str(one.outcome)} for one in case.tried],
        "diagnostic": DIAGNOSTIC,
        "seen_at": facts.seen_at.isoformat(),
        **evidence.as_json(facts),
    }
    return Ticket(f"{case.id}-{case.attempt}", case.id, case.person, now, bundle)
