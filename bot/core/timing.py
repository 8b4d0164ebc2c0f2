"""Facts in, moments out: when a photo can have arrived, when to look again. It reads no clock."""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta

# SharePoint pulls a picture on demand, at most once in 24 hours (domain: 2.1.6).
PULL_INTERVAL = timedelta(hours=24)
# The longest figure that anybody claims for a pull; after it, a person should look at it (domain: 1.5).
PATIENCE = timedelta(hours=72)
# An Exchange licence takes some minutes until the photo can be reached (domain: 1.5, row 3).
NEW_MAILBOX = timedelta(hours=1)

# Looks after SharePoint was asked. A pull that works takes seconds; one that does not is waited for with more patience.
LOOKS = tuple(
    timedelta(seconds=seconds) for seconds in (5, 12, 30, 60, 150, 300, 600, 1800, 3600, 3 * 3600, 8 * 3600, 16 * 3600)
) + tuple(timedelta(hours=hours) for hours in (25, 36, 49, 60, 72))


def pull_possible_at(pulled_at: datetime | None, now: datetime) -> datetime:
    """From when SharePoint can pull again; `now` when it can already."""
    return max(now, pulled_at + PULL_INTERVAL) if pulled_at else now


def expected_by(possible_at: datetime) -> datetime:
    """By when a photo usually is there, once a pull is possible and somebody asks for it (domain: 1.5)."""
    return possible_at + PULL_INTERVAL


def given_up_at(begun_at: datetime) -> datetime:
    """Until when a resync is watched."""
    return begun_at + PATIENCE


def next_look(begun_at: datetime, now: datetime, salt: str) -> datetime | None:
    """When to look next at a resync that began at `begun_at`; None when patience has ended.

    Looks that were missed while the bot was away are not made up for. Each moment is moved by up to a tenth of its
    distance, always the same for the same `salt`, so that a thousand promises made together do not come due together.
    """
    for number, distance in enumerate(LOOKS):
        spread = zlib.crc32(f"{salt}:{number}".encode()) / 2**32
        at = begun_at + min(distance * (1 + spread / 10), PATIENCE)
        if at > now:
            return at
    return None
