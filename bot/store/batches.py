"""What many turns ask of the database at the same moment is asked in one transaction. It knows no table."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError, TimeoutError

Key = TypeVar("Key")
Value = TypeVar("Value")
# Does the same for each of these keys; as many results, in the same order.
Work = Callable[[Connection, Sequence[Key]], Sequence[Value]]
_Asked = dict[Work[Any, Any], list[tuple[Any, asyncio.Future[Any]]]]


class Batches:
    """While one transaction is under way, what is asked meanwhile waits, and then shares the next one.

    Under no load each question has a transaction of its own at once; under load a transaction, which costs the same for
    one row as for thirty, is shared.
    """

    def __init__(self, run: Callable[[Callable[[Connection], Any]], Awaitable[Any]]) -> None:
        self._run = run
        self._waiting: _Asked = {}
        self._running: asyncio.Task[None] | None = None

    def ask(self, work: Work[Key, Value], key: Key) -> asyncio.Future[Value]:
        """The result of `work` for this key; it fails as the database does."""
        future: asyncio.Future[Value] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(work, []).append((key, future))
        if self._running is None:
            self._running = asyncio.create_task(self._go())
        return future

    async def _go(self) -> None:
        try:
            while self._waiting:
                asked, self._waiting = self._waiting, {}
                await self._together(asked)
        finally:
            self._running = None

    async def _together(self, asked: _Asked) -> None:
        def transaction(connection: Connection) -> list[Sequence[Any]]:
            return [work(connection, [key for key, _ in of_it]) for work, of_it in asked.items()]

        try:
            found = await self._run(transaction)
        except (OperationalError, TimeoutError) as error:  # the database is away, for all of them
            _fail(asked, error)
            return
        except Exception as error:  # one of them may have spoilt it for the others
            if sum(map(len, asked.values())) == 1:
                _fail(asked, error)
            else:
                await self._apart(asked)
            return
        for of_it, values in zip(asked.values(), found, strict=True):
            for (_, future), value in zip(of_it, values, strict=True):
                if not future.done():  # whoever asked may have gone
                    future.set_result(value)

    async def _apart(self, asked: _Asked) -> None:
        for work, of_it in asked.items():
            for one in of_it:
                await self._together({work: [one]})


def _fail(asked: _Asked, error: Exception) -> None:
    for of_it in asked.values():
        for _, future in of_it:
            if not future.done():
                future.set_exception(error)
