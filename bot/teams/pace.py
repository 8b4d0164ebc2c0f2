"""How fast Teams lets a bot write, and when the next message may leave. It knows times, not messages.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence

Limits = Sequence[tuple[int, float]]  # so many in so many seconds

CONVERSATION: Limits = ((7, 1.0), (8, 2.0), (60, 30.0))
HOUR: Limits = ((1800, 3600.0),)  # of one conversation, too
TENANT: Limits = ((50, 1.0),)  # of one app, in all its conversations

SWEEP_EVERY = 60.0  # seconds


class Pace:
    """When messages left, by whom they went to. All times are seconds on one clock.

    So many `together` are remembered as one that left when the last of them did: less to remember, and never too fast.
    """

    def __init__(self, limits: Limits, together: int = 1) -> None:
        self._limits = [(count // together, seconds) for count, seconds in limits]
        self._longest, self._together = max(seconds for _, seconds in limits), together
        self._left: dict[str, array[float]] = {}
        self._room: dict[str, int] = {}  # how many more belong to the last of these
        self._sweep_at = 0.0

    def next(self, key: str, now: float) -> float:
        """The earliest moment at which one more may leave."""
        if now >= self._sweep_at:
            self._sweep_at = now + SWEEP_EVERY
            self._forget(now - self._longest)
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
        if room := self._room.pop(key, 0):
            left[-1] = at
        else:
            left.append(at)
            room = self._together
        if room > 1:
            self._room[key] = room - 1

    def _forget(self, before: float) -> None:
        for key, left in list(self._left.items()):
            del left[: bisect_left(left, before)]
            if not left:
                del self._left[key]
                self._room.pop(key, None)

    def __len__(self) -> int:
        return len(self._left)
