"""The plug is pulled at every moment of a promise in turn, and what was promised is kept, once.

A journey has some 120 moments (see mortal). Each run of the tests goes through a share of them, on both databases, that
leaves out none of the steps; all of them are gone through with RESYNC_EVERY_MOMENT=1.
"""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import sqlalchemy as sa

from bot.sandbox.teams import TeamsClient
from bot.store import engine_of
from tests.conftest import new_database
from tests.scenarios.processes import Machine, Process, machine, shown, told

LAST = 150  # no journey has more moments
EVERY = bool(os.environ.get("RESYNC_EVERY_MOMENT"))


def share(first: int, step: int) -> range:
    return range(1 if EVERY else first, LAST, 1 if EVERY else step)


@pytest.fixture
def database(kind: str, request: pytest.FixtureRequest) -> str:
    return new_database(request, kind)


async def pressed_start(teams: TeamsClient) -> bool:
    """Somebody presses Start; whether an answer came."""
    await teams.say("why is my photo old?")
    await teams.press("Resync")
    try:
        await teams.press("Start")
    except (aiohttp.ClientError, OSError):  # the bot dies while it answers
        return False
    return True


async def press_again(teams: TeamsClient) -> None:
    for title in ("Resync", "Start"):
        with suppress(LookupError):  # the card says already that it is under way, or over
            await teams.press(title)


async def survived(here: Machine, teams: TeamsClient, bot: Process, moment: int) -> None:
    """Start is pressed, the bot dies at that moment and starts anew, and the promise comes to its end."""
    await bot.start("-m", "tests.scenarios.mortal", str(moment))
    answered = await pressed_start(teams)
    async with asyncio.timeout(40):
        while not bot.dead and not over(here, teams):
            await asyncio.sleep(0.1)
    if bot.dead:
        await bot.start()
        if not answered:  # as people do when Teams says that something went wrong
            await press_again(teams)
        async with asyncio.timeout(40):
            while not over(here, teams):
                await asyncio.sleep(0.1)
    await asyncio.sleep(0.5)
    assert await bot.stop() == 0


def over(here: Machine, teams: TeamsClient) -> bool:
    """Whether every card in the chat says that the photo has arrived, and nothing is left to be done."""
    told_on_cards = all("Your new photo has arrived" in one for one in shown(teams))
    return told_on_cards and left_open(here) == [] and bool(rows(here, "select id from deeds where what = 'told'"))


def left_open(here: Machine) -> list[Any]:
    """Links of the chain that wait, and cases that owe something."""
    links = rows(here, "select workflow_uuid from {links} where status <> 'SUCCESS'")
    return links + rows(here, "select id from cases where owed or state <> 'arrived'")


def rows(here: Machine, statement: str) -> list[Any]:
    engine = engine_of(here.database_url)
    links = "dbos.workflow_status" if engine.dialect.name == "postgresql" else "workflow_status"
    with engine.connect() as connection:
        found = list(connection.execute(sa.text(statement.format(links=links))).all())
    engine.dispose()
    return found


async def kept(here: Machine, teams: TeamsClient) -> None:
    """The promise has been kept once, and nothing is left open."""
    assert left_open(here) == []
    ((outcome,),) = rows(here, "select outcome from deeds where what = 'told'")
    # Cut off on its way out, nobody knows whether it has arrived: then it is not repeated.
    assert len(told(teams)) in ((0, 1) if outcome == "uncertain" else (1,))
    assert "Traceback" not in here.said()
    assert here.sandbox.login.secret not in here.said()
    assert "eyJ" not in here.said()


def shares(first: int, step: int) -> list[tuple[str, int]]:
    return [("sqlite", n) for n in share(first, step)] + [("postgresql", n) for n in share(first + step // 2, step)]


@pytest.mark.parametrize(("kind", "moment"), shares(2, 48))
async def test_a_photo_that_arrives_when_sharepoint_is_asked(
    kind: str, moment: int, database: str, tmp_path: Path
) -> None:
    async with machine(database, tmp_path) as here:
        here.sandbox.world.pull_takes = 20
        bot = here.stopped_process()
        teams = here.sandbox.client("sanne", bot_url=f"{bot.address}/api/messages")
        await survived(here, teams, bot, moment)
        await kept(here, teams)


@pytest.mark.parametrize(("kind", "moment"), shares(5, 96))
async def test_flags_that_are_repaired(kind: str, moment: int, database: str, tmp_path: Path) -> None:
    async with machine(database, tmp_path, scene="jonas") as here:
        here.sandbox.world.pull_takes = 20
        bot = here.stopped_process(RESYNC_ALLOW_REPAIR="yes")
        teams = here.sandbox.client("jonas", bot_url=f"{bot.address}/api/messages")
        await survived(here, teams, bot, moment)
        await kept(here, teams)
        assert here.sandbox.world.state("jonas").exchange_sync_state == "1"
        before = rows(here, "select before from deeds where what = 'repair' and outcome = 'begun' order by at")
        assert json.loads(before[0][0])[1] == "0", "the value that undo gives back is that from before the first try"


@pytest.mark.parametrize(("kind", "moment"), shares(46, 104))
async def test_a_photo_that_is_put_again(kind: str, moment: int, database: str, tmp_path: Path) -> None:
    """Asking does not help; the person visits SharePoint after it was put."""
    async with machine(database, tmp_path, speed=600) as here:
        world = here.sandbox.world
        world.app_requests_trigger_pull, world.pull_takes = False, 60
        bot = here.stopped_process()
        teams = here.sandbox.client("sanne", bot_url=f"{bot.address}/api/messages")
        visits = asyncio.create_task(visiting(here))
        await survived(here, teams, bot, moment)
        visits.cancel()
        await kept(here, teams)
        assert len(puts(here)) in (1, 2), "once more than needed, where nobody could note that it was done"


def puts(here: Machine) -> list[str]:
    return [one.path for one in here.sandbox.world.requests if one.method == "PUT" and "/photo/" in one.path]


async def visiting(here: Machine) -> None:
    while not puts(here):
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.3)
    here.sandbox.world.visit("sanne")
