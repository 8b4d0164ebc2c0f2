"""Who is alive: counters in a real database, looked at from several processes' places."""

from __future__ import annotations

import asyncio
import sys

from bot.peers import MISSED, Peers
from bot.store import Database


async def test_whoever_beats_is_alive_and_whoever_stops_is_not(database: Database) -> None:
    one, two = Peers(database), Peers(database)
    for _ in range(MISSED * 2):
        assert two.own in await two.living()
        assert {one.own, two.own} == await one.living()
    for _ in range(MISSED - 1):
        assert two.own in await one.living()
    assert {one.own} == await one.living()
    assert {one.own, two.own} == await two.living()  # it comes back
    assert {one.own, two.own} == await one.living()


async def test_a_process_that_ended_here_need_not_be_waited_for(database: Database) -> None:
    one = Peers(database)
    place = one.own.split(":")[0]
    ended = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await ended.wait()
    await database.beat(f"{place}:{ended.pid}:abc")
    told_by_the_system = place != "elsewhere"
    assert (f"{place}:{ended.pid}:abc" in await one.living()) is not told_by_the_system


async def test_the_number_of_a_process_on_another_machine_says_nothing_here(database: Database) -> None:
    one = Peers(database)
    await database.beat("0123456789ab:999999:abc")
    assert "0123456789ab:999999:abc" in await one.living()


async def test_whoever_leaves_is_forgotten(database: Database) -> None:
    one, two = Peers(database), Peers(database)
    await two.living()
    await two.leave()
    assert await one.living() == {one.own}


async def test_whoever_stands_still_is_struck_off_and_counts_again_when_it_beats(database: Database) -> None:
    one, two = Peers(database), Peers(database)
    await two.living()
    for _ in range(MISSED + 1):
        await one.living()
    await one.strike_off_the_dead()
    assert (await database.beat(one.own)).keys() == {one.own}
    assert two.own in await two.living()
    assert two.own in await one.living()


async def test_many_beat_at_once(database: Database) -> None:
    many = [Peers(database) for _ in range(8)]
    await asyncio.gather(*(peers.living() for peers in many))
    assert await many[0].living() == {peers.own for peers in many}
