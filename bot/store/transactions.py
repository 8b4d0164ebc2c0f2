"""What all parts of the store share: one engine, and work that is one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.ports import Clock
from bot.store.batches import Batches
from bot.store.schema import engine_of

T = TypeVar("T")


class Transactions:
    """Statements run in threads; each public method is one transaction."""

    def __init__(self, database_url: str, clock: Clock) -> None:
        self.url, self._engine, self._clock = database_url, engine_of(database_url), clock
        # SQLite has one writer; a second one would sleep until it finds the file free, which may take it long.
        at_once = 1 if self._engine.dialect.name == "sqlite" else 8
        self._threads = ThreadPoolExecutor(at_once, "store")
        self._batches = Batches(self._run)

    async def _one(self, statement: sa.Select[Any]) -> Mapping[str, Any] | None:
        row = await self._run(lambda connection: connection.execute(statement).mappings().one_or_none())
        return dict(row) if row else None

    async def _run(self, work: Callable[[Connection], T]) -> T:
        def transaction() -> T:
            with self._engine.begin() as connection:
                return work(connection)

        return await asyncio.get_running_loop().run_in_executor(self._threads, transaction)
