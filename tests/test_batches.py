"""What is asked at the same moment shares a transaction, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.store.batches import Batches


class Ledger:
    """Stands for a database: notes which keys came in one transaction."""

    def __init__(self) -> None:
        self.together: list[list[int]] = []

    async def run(self, work: Callable[[Any], Any]) -> Any:
        await asyncio.sleep(0.01)
        return work(self)


def doubled(ledger: Any, keys: Sequence[int]) -> list[int]:
    ledger.together.append(list(keys))
    if 13 in keys:
        raise ValueError("unlucky")
    if 99 in keys:
        raise OperationalError("select", {}, Exception("away"))
    return [2 * key for key in keys]


async def asked(*keys: int) -> tuple[list[Any], list[list[int]]]:
    ledger = Ledger()
    batches = Batches(ledger.run)
    first = batches.ask(doubled, 0)
    await asyncio.sleep(0)  # its transaction is under way
    rest = [batches.ask(doubled, key) for key in keys]
    assert await first == 0
    return await asyncio.gather(*rest, return_exceptions=True), ledger.together[1:]


async def test_who_comes_meanwhile_shares_the_next_one() -> None:
    assert await asked(1, 2, 3) == ([2, 4, 6], [[1, 2, 3]])


async def test_one_that_fails_spoils_it_for_nobody() -> None:
    found, together = await asked(1, 13, 3)
    assert (found[0], type(found[1]), found[2]) == (2, ValueError, 6)
    assert together == [[1, 13, 3], [1], [13], [3]]


async def test_a_database_that_is_away_is_not_asked_for_each() -> None:
    found, together = await asked(1, 99, 3)
    assert {type(one) for one in found} == {OperationalError} and together == [[1, 99, 3]]


async def test_who_has_gone_keeps_nobody_from_an_answer() -> None:
    batches = Batches(Ledger().run)
    gone, stays = batches.ask(doubled, 1), batches.ask(doubled, 2)
    gone.cancel()
    assert await stays == 4
    with pytest.raises(asyncio.CancelledError):
        await gone
