"""How often and how soon a service is asked again. Moments are seconds of one steady clock; it knows no HTTP."""

from __future__ import annotations

import random
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator

TRIES = 3
FIRST_PAUSE = 0.2  # seconds; each later one may be twice as long
FIRST_SHARE = 0.6  # of the time there is: a first try that hangs leaves time for a second, on a new connection

FAILURES = 12  # calls in a row; one bad turn makes about six on one host, and must not silence it for everybody
FIRST_REST = 5.0  # seconds
LONGEST_REST = 60.0


def pauses(chance: Callable[[], float] = random.random) -> Iterator[float]:
    """Seconds to wait between the tries: anything up to a limit that doubles, so that callers do not march in step.

    `chance` gives numbers from 0 to 1.
    """
    return (chance() * FIRST_PAUSE * 2**number for number in range(TRIES - 1))


def first_limit(now: float, until: float) -> float:
    """The moment at which the first of several tries is given up."""
    return now + max(until - now, 0.0) * FIRST_SHARE


class NotBefore:
    """What must not happen again before its moment, by key. The `most` youngest keys are kept."""

    def __init__(self, most: int = 1_000) -> None:
        self._most = most
        self._moments: OrderedDict[Hashable, float] = OrderedDict()

    def hold(self, key: Hashable, until: float) -> None:
        """Not before `until`."""
        self._moments[key] = until
        self._moments.move_to_end(key)
        if len(self._moments) > self._most:
            self._moments.popitem(last=False)

    def wait(self, key: Hashable, now: float) -> float:
        """Seconds that are left to wait; 0.0 for none."""
        left = self._moments.get(key, now) - now
        if left <= 0:
            self._moments.pop(key, None)
        return max(left, 0.0)

    def __len__(self) -> int:
        return len(self._moments)


class Circuit:
    """Whether one host may be asked.

    After FAILURES failed calls in a row it is left alone for a while. Then a single call, the probe, finds out whether
    it is back; each probe that fails doubles the rest, and any success ends it.
    """

    def __init__(self) -> None:
        self._failures = 0
        self._rest = 0.0  # how long the host is left alone; 0.0 while all is well
        self._ends = 0.0
        self._probing = False

    def wait(self, now: float) -> float:
        """Seconds in which the host must not be asked; 0.0 if it may be."""
        if self._probing:
            return FIRST_REST  # a guess: the probe will tell
        return max(self._ends - now, 0.0) if self._rest else 0.0

    def begin(self) -> bool:
        """A call begins, where `wait` allows it; whether it is the probe. Each `begin` needs its `end`."""
        self._probing = self._rest > 0
        return self._probing

    def end(self, probe: bool, failed: bool | None, now: float) -> float:
        """A call has ended; seconds of the rest that begins with it, 0.0 for none.

        `failed` is None for a call that says nothing about the host, such as a cancelled one.
        """
        if probe:
            self._probing = False
        if failed is None:
            return 0.0
        if not failed:
            self._failures, self._rest = 0, 0.0
            return 0.0
        self._failures += 1
        if self._rest and probe:
            self._rest = min(self._rest * 2, LONGEST_REST)
        elif not self._rest and self._failures >= FAILURES:
            self._rest = FIRST_REST
        else:  # the first failures, and those of calls that were under way when the rest began
            return 0.0
        self._ends = now + self._rest
        return self._rest
