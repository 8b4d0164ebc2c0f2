"""Each activity is answered once, however often Teams brings it (P-30). It knows deliveries, not what is in them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.ports import Acquaintance, Delivery, Store
from bot.teams.aside import Aside

log = logging.getLogger(__name__)

Key = tuple[str, str]  # conversation id, activity id
Work = Callable[[Acquaintance | None], Awaitable[str]]  # with what is known of the person, gives the body of the answer

ELSEWHERE = 5.0  # seconds that a repeat waits for an answer which another process is working on
LOOK_EVERY = 0.25  # seconds


class Deliveries:
    """Runs the work of an activity in a task of its own, which neither a time-out nor a closed connection ends."""

    def __init__(self, store: Store, aside: Aside) -> None:
        self._store, self._aside = store, aside
        self._running: dict[Key, asyncio.Task[str]] = {}

    def running(self, key: Key) -> asyncio.Task[str] | None:
        """The task that answers this very activity now, in this process."""
        return self._running.get(key)

    def start(self, key: Key, person: str, work: Work, wanted: bool) -> asyncio.Task[str]:
        """Start `work` for a person, unless it was done before.

        The result is the body, also where it was given before; if nobody wants it (`wanted`), a repeat gets "".
        """
        task = asyncio.create_task(self._once(key, person, work, wanted))
        self._running[key] = task
        task.add_done_callback(lambda _: self._running.pop(key, None))
        return task

    async def close(self, patience: float) -> None:
        """Let what is running end, for so many seconds."""
        if not self._running:
            return
        _, late = await asyncio.wait(self._running.values(), timeout=patience)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _once(self, key: Key, person: str, work: Work, wanted: bool) -> str:
        delivery = await self._begin(key, person)
        if not delivery.first and wanted:
            delivery = await self._answered_elsewhere(key, person, delivery)
        if not delivery.first and (delivery.answer is not None or not wanted):
            return delivery.answer or ""
        # The first time; or a repeat whose first never ended, where an answer is waited for: working again is harmless,
        # for what a button does is done once however often it is pressed (S-06).
        answer = await work(delivery.known)
        self._aside.go(self._store.end_delivery(*key, answer))
        return answer

    async def _answered_elsewhere(self, key: Key, person: str, delivery: Delivery) -> Delivery:
        for _ in range(int(ELSEWHERE / LOOK_EVERY)):
            if delivery.first or delivery.answer is not None:
                break
            await asyncio.sleep(LOOK_EVERY)
            delivery = await self._begin(key, person)
        return delivery

    async def _begin(self, key: Key, person: str) -> Delivery:
        # Without a store an activity may be answered twice; that is better than not at all.
        try:
            return await self._store.begin_delivery(*key, person)
        except Exception:  # whatever a store raises that is away
            log.exception("the store failed", extra={"action": "store_failed"})
            return Delivery(first=True)
