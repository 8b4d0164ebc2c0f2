"""How fast Teams lets a bot write, and when the next message may leave. It knows times, not messages.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence

Limits = Sequence[tuple[int, float]]  # so many in so many seconds

CONVERSATION: Limits = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
TENANT: Limits = ((50, 1.0),)  # of one app, in all its conversations

SWEEP_EVERY = 60.0  # seconds


class Pace:
    """When messages left, by whom they went to. All times are seconds on one clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._longest = limits, max(seconds for _, seconds in limits)
        self._left: dict[str, array[float]] = {}  # an hour of everybody's messages: eight bytes for each
        self._sweep_at = 0.0

    def next(self, key: str, now: float) -> float:
        """The earliest moment at which one more may leave."""
        left = self._left.get(key)
        if left is None:
            return now
        free = (left[-count] + seconds for count, seconds in self._limits if len(left) >= count)
        return max((now, *free))

    def leaves(self, key: str, at: float) -> None:
        """One leaves at that moment, which may lie ahead; later ones are counted from it."""
        left = self._left.get(key)
        if left is None:
            left = self._left[key] = array("d")
        left.append(at)
        if at >= self._sweep_at:
            self._sweep_at = at + SWEEP_EVERY
            self._forget(at - self._longest)

    def _forget(self, before: float) -> None:
        for key, left in list(self._left.items()):
            del left[: bisect_left(left, before)]
            if not left:
                del self._left[key]

    def __len__(self) -> int:
        return len(self._left)
