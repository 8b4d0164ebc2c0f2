"""A service's limit on how often it is asked, counted over all who ask."""

from __future__ import annotations

from math import ceil

IN_FLIGHT = 0.5  # seconds in which a refusal reaches whoever has asked more meanwhile


class Quota:
    """At most `most` calls in each window of `seconds`, refused ones included (domain: 4.6)."""

    def __init__(self, most: int, seconds: float) -> None:
        self.refused = 0
        self.early = 0  # came back before Retry-After was over, by somebody who knew
        self._most, self._seconds = most, seconds
        self._ends, self._count, self._told_at = 0.0, 0, 0.0

    def take(self, now: float) -> int:
        """Count a call at this moment of a steady clock; whole seconds that the caller must wait, 0 if it may pass."""
        if now >= self._ends:
            self._ends, self._count, self._told_at = now + self._seconds, 0, now + self._seconds
        self._count += 1
        if self._count <= self._most:
            return 0
        self.refused += 1
        self.early += now > self._told_at + IN_FLIGHT
        self._told_at = min(self._told_at, now)
        return ceil(self._ends - now)
