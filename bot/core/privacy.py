"""What is kept about people, under which names, and for how long. It knows no store and no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

OFFERED = timedelta(hours=1)  # how long a question to a person holds: take this file? forget everything?
DAY = timedelta(days=1)  # what was said lately, and what Teams may repeat


@dataclass(frozen=True)
class Retention:
    """How long what is kept, as the administrator wants it."""

    cases: timedelta = timedelta(days=365)  # that have ended, and the audit
    observations: timedelta = timedelta(days=90)  # fingerprints, thumbs, and what was not understood
    removed: timedelta = timedelta(days=30)  # everything, of whoever removed the app from their chat


@dataclass(frozen=True)
class Held:
    """How much of one kind is kept about a person, and from when to when."""

    count: int
    first_at: datetime | None = None
    last_at: datetime | None = None


def file_name(made_at: datetime) -> str:
    """What a file with everything about a person is called."""
    return f"resync-my-data-{made_at:%Y-%m-%d}.json"


def as_file(person: str, made_at: datetime, kept: Mapping[str, Any]) -> dict[str, Any]:
    """What is in it."""
    return {"format": "resync-export-1", "person": person, "made_at": moment(made_at), **kept}


def moment(at: datetime) -> str:
    """A UTC moment as ISO 8601 has it."""
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
