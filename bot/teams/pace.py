"""How fast Teams lets a bot write, and when the next message may leave. It knows times, not messages.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

Limits = Sequence[tuple[int, float]]  # so many in so many seconds

CONVERSATION: Limits = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
TENANT: Limits = ((50, 1.0),)  # of one app, in all its conversations

IDLE = 3600.0  # seconds after which nothing of a conversation matters any more
SWEEP_EVERY = 60.0


class Pace:
    """When messages left, by whom they went to. All times are seconds on one clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._most = limits, max(count for count, _ in limits)
        self._left: dict[str, deque[float]] = {}
        self._sweep_at = 0.0

    def next(self, key: str, now: float) -> float:
        """The earliest moment at which one more may leave."""
        left = self._left.get(key, ())
        free = [left[-count] + seconds for count, seconds in self._limits if len(left) >= count]
        return max(free, default=now) if free and max(free) > now else now

    def leaves(self, key: str, at: float) -> None:
        """One leaves at that moment, which may lie ahead; later ones are counted from it."""
        self._left.setdefault(key, deque(maxlen=self._most)).append(at)
        if at >= self._sweep_at:
            self._sweep_at = at + SWEEP_EVERY
            self._left = {key: left for key, left in self._left.items() if at - left[-1] < IDLE}

    def __len__(self) -> int:
        return len(self._left)
