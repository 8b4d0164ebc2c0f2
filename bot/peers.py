"""Which of the processes that share a database are alive, so that the others finish what a dead one has begun."""

from __future__ import annotations

import hashlib
import os
import uuid
from contextlib import suppress
from pathlib import Path

from bot.ports import Store

BEAT = 3.0  # seconds between two beats
MISSED = 5  # looks at a counter that does not move, until its process counts as dead


class Peers:
    """Every process counts in the database, and looks whether the others' counters move.

    No clock is compared, and time in which nobody could look does not count: not an outage of the database, not the
    sleep of a machine. A process that was taken for dead and was not counts again as soon as it beats.
    """

    def __init__(self, store: Store) -> None:
        self.own = f"{_place()}:{os.getpid()}:{uuid.uuid4().hex[:12]}"
        self._store = store
        self._seen: dict[str, tuple[int, int]] = {}  # by process: its counter, and how often it was seen to stand still

    async def living(self) -> set[str]:
        """Beat, and look round once."""
        beats = await self._store.beat(self.own)
        before, self._seen = self._seen, {}
        for process, count in beats.items():
            known, missed = before.get(process, (count, -1))
            self._seen[process] = (count, missed + 1 if count == known else 0)
        alive = {process for process, (_, missed) in self._seen.items() if missed < MISSED and not _ended(process)}
        return alive | {self.own}

    async def strike_off_the_dead(self) -> None:
        """Forget those who stand still; one that only slept counts again as soon as it beats."""
        for process, (_, missed) in list(self._seen.items()):
            if missed >= MISSED or _ended(process):
                del self._seen[process]
                await self.leave(process)

    async def leave(self, process: str = "") -> None:
        """Strike a process off the list, this one by default: it finishes nothing any more."""
        await self._store.strike_off(process or self.own)


def _place() -> str:
    """Where process numbers mean what they mean here: this start of this machine, in this container."""
    with suppress(OSError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii")
        return hashlib.sha256(f"{boot} {Path('/proc/self/ns/pid').readlink()}".encode()).hexdigest()[:12]
    return "elsewhere"  # a system that does not tell: there its counter must do


def _ended(process: str) -> bool:
    """Whether it ran where this one runs, and is certainly no more: that saves the wait for its counter."""
    place, _, rest = process.partition(":")
    if place == "elsewhere" or place != _place():
        return False
    return not Path("/proc", rest.partition(":")[0]).exists()
