"""What an installation has and lacks, a line for each thing that was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

WARN_AT = (30, 14, 3)  # days before a credential ends (platform: S-08)


@dataclass(frozen=True)
class Proof:
    """What the bot proves itself with.

    `name` tells two of a kind apart: the thumbprint, as the portal shows it. `ends_at` is None where nobody knows.
    Before `begins_at` it is not good yet.
    """

    kind: str
    name: str = ""
    ends_at: datetime | None = None
    begins_at: datetime | None = None

    def is_valid(self, now: datetime) -> bool:
        """Whether it is good at that moment, as far as anybody knows."""
        return not (self.begins_at and now < self.begins_at) and not (self.ends_at and now > self.ends_at)


class State(StrEnum):
    """How a thing is: there, not there, or there and no use."""

    OK = "ok"
    MISSING = "missing"
    BROKEN = "broken"


class Concern(StrEnum):
    """What a line asks of an administrator, the gravest first."""

    REPAIR = "repair"  # the installation is not in order
    ATTENTION = "attention"  # it works, and something is to be done all the same
    OPTIONAL = "optional"  # it is complete without
    NONE = "none"


@dataclass(frozen=True)
class Line:
    """One thing that was looked at.

    `detail` is what was seen. `mend` says what to do, `command` and `url` how: a line for a shell, a page to open. What
    is not `needed` may be lacking.
    """

    name: str
    state: State = State.OK
    detail: str = ""
    mend: str = ""
    command: str = ""
    url: str = ""
    needed: bool = True

    @property
    def concern(self) -> Concern:
        """Everywhere the same: in the terminal, for a script, and on the helpdesk's card."""
        if self.state is not State.OK:
            return Concern.REPAIR if self.needed else Concern.OPTIONAL
        return Concern.ATTENTION if self.mend else Concern.NONE

    @property
    def fails(self) -> bool:
        """Whether the installation is not in order because of it."""
        return self.concern is Concern.REPAIR


def passed(lines: Iterable[Line]) -> bool:
    """Whether the installation is in order."""
    return not any(line.fails for line in lines)


def days_left(ends_at: datetime, now: datetime) -> int:
    """Whole days; below 0 when it is over."""
    return (ends_at - now) // timedelta(days=1)


def key_of(own: Proof) -> str:
    """A word for this one and no other."""
    return f"{own.kind}-{own.name or (f'{own.ends_at:%Y-%m-%d}' if own.ends_at else '')}"


def warning_due(ends_at: datetime, now: datetime) -> int | None:
    """Of WARN_AT, that which has been reached; None while there is time."""
    return min((days for days in WARN_AT if ends_at - now <= timedelta(days=days)), default=None)
