"""How often a resync may begin: moments in, moments out (S-11). It reads no clock and counts nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Limits:
    """`pause` between two resyncs of one person; `hourly` resyncs of the whole tenant, 0 for any number."""

    pause: timedelta = timedelta(minutes=15)
    hourly: int = 300


def free_at(limits: Limits, begun_at: datetime | None, lately: Sequence[datetime], now: datetime) -> datetime | None:
    """From when the next resync may begin; None for at once.

    `begun_at` is when this person's last one began; `lately` is when those of everybody did, within an hour.
    """
    own = begun_at + limits.pause if begun_at else now
    within = sorted(at for at in lately if at > now - HOUR)
    tenant = within[-limits.hourly] + HOUR if limits.hourly and len(within) >= limits.hourly else now
    free = max(own, tenant)
    return free if free > now else None
