"""Several processes share the work: one dies, sleeps, or is replaced by a new version, and nobody notices."""

from __future__ import annotations

import asyncio
import re
import shutil
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from tests.conftest import new_database
from tests.scenarios.processes import ROOT, Machine, Process, machine, shown, told, until_told


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    return new_database(request)


async def in_the_middle_of_a_step(here: Machine) -> None:
    """Until SharePoint is being asked, by whichever process it is."""
    fault = here.sandbox.world.faults.add(host="sharepoint", path=r"userphoto\.aspx", delay=3, times=1)
    async with asyncio.timeout(20):
        while not fault.hits:
            await asyncio.sleep(0.001)


async def test_another_process_finishes_what_a_killed_one_had_begun(database: str, tmp_path: Path) -> None:
    async with machine(database, tmp_path) as here:
        first, second = await here.process(), await here.process()
        teams = await here.pressed_start(first)
        await in_the_middle_of_a_step(here)
        await first.pull_the_plug()
        await until_told(teams, 60)
        await asyncio.sleep(1)
        assert len(told(teams)) == 1
        assert all("Your new photo has arrived" in text for text in shown(teams))
        assert await second.stop() == 0
        assert "Traceback" not in here.said()


async def test_a_process_that_only_slept_does_no_harm_when_it_wakes_up(database: str, tmp_path: Path) -> None:
    async with machine(database, tmp_path) as here:
        first, second = await here.process(), await here.process()
        teams = await here.pressed_start(first)
        await in_the_middle_of_a_step(here)
        first.freeze()
        await until_told(teams, 60)
        first.thaw()
        await asyncio.sleep(2)
        assert len(told(teams)) == 1
        assert all("Your new photo has arrived" in text for text in shown(teams))
        assert [await one.stop() for one in (first, second)] == [0, 0]


async def test_start_pressed_at_two_processes_at_once_begins_one_resync(database: str, tmp_path: Path) -> None:
    async with machine(database, tmp_path) as here:
        first, second = await here.process(), await here.process()
        desktop = here.sandbox.client("sanne", bot_url=f"{first.address}/api/messages")
        phone = here.sandbox.client("sanne", bot_url=f"{second.address}/api/messages")
        await desktop.say("why is my photo old?")
        phone.reopen()
        await desktop.press("Resync")
        await phone.press("Resync")
        await asyncio.gather(desktop.press("Start"), phone.press("Start"))
        await until_told(desktop)
        await asyncio.sleep(2)
        assert len(told(desktop)) == 1


async def test_a_promise_of_which_the_engine_knows_nothing_is_taken_up_again_once(
    database: str, tmp_path: Path
) -> None:
    """Whatever took it: a backup that was played back, a table that somebody emptied."""
    async with machine(database, tmp_path, speed=600) as here:
        here.sandbox.world.pull_takes = 3600
        bot = await here.process()
        teams = await here.pressed_start(bot)
        async with asyncio.timeout(20):
            while "under way" not in shown(teams)[0]:
                await asyncio.sleep(0.05)
        await bot.stop()
        with psycopg.connect(database) as connection:
            assert connection.execute("delete from dbos.workflow_status").rowcount > 0
            ((due,),) = connection.execute("select look_at from cases").fetchall()
        while here.sandbox.world.clock.now() < due + timedelta(minutes=15):
            await asyncio.sleep(0.1)
        assert not told(teams)
        await asyncio.gather(here.process(), here.process())
        await until_told(teams)
        await asyncio.sleep(1)
        assert len(told(teams)) == 1
        assert "taken up again" in here.said()


def another_version(folder: Path) -> Path:
    """The program as a later release might be: another version, another plan of looks, another source."""
    root = folder / "later"
    for part in ("app.py", "bot", "pyproject.toml"):
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            root.mkdir(exist_ok=True)
            shutil.copy(source, root / part)
    for file, was, becomes in (
        ("bot/__init__.py", r'__version__ = "[^"]+"', '__version__ = "99.0.0"'),
        ("bot/core/timing.py", r"\*\(5, 12, 30\)", "*(4, 10, 20, 30)"),
        ("bot/promises.py", r"POLLING = 0\.5, 1\.0", "POLLING = 0.4, 0.9"),
    ):
        text = (root / file).read_text("utf-8")
        assert re.search(was, text), f"{file} has changed: say here what a later release may change in it"
        (root / file).write_text(re.sub(was, becomes, text), "utf-8")
    return root


@pytest.mark.parametrize("rolling", [True, False])
async def test_a_new_version_keeps_the_promises_of_the_old_one(database: str, rolling: bool, tmp_path: Path) -> None:
    async with machine(database, tmp_path) as here:
        here.sandbox.world.pull_takes = 120
        later = another_version(tmp_path)
        old = await here.process()
        teams = await here.pressed_start(old)
        async with asyncio.timeout(20):
            while "under way" not in shown(teams)[0]:
                await asyncio.sleep(0.05)
        new: Process | None = None
        if rolling:
            new = await here.process(later)
        assert await old.stop() == 0
        assert not told(teams)
        if new is None:
            new = await here.process(later)
        await until_told(teams)
        await asyncio.sleep(1)
        assert len(told(teams)) == 1
        assert all("Your new photo has arrived" in text for text in shown(teams))
        assert await new.stop() == 0
        assert "Traceback" not in here.said()


def links_of(database: str, name: str) -> list[str]:
    """The links of one kind that are waiting."""
    with psycopg.connect(database) as connection:
        open_ones = "select workflow_uuid from dbos.workflow_status where status in ('ENQUEUED', 'DELAYED', 'PENDING')"
        return [row[0] for row in connection.execute(open_ones).fetchall() if row[0].startswith(name)]


async def test_a_promise_that_was_cut_off_as_it_began_goes_on_in_one_chain_however_late(
    database: str, tmp_path: Path
) -> None:
    """Ten minutes later its look is overdue: what is under way again is not taken up a second time."""
    async with machine(database, tmp_path, speed=3600) as here:
        here.sandbox.world.pull_takes, here.sandbox.world.app_requests_trigger_pull = 3600, False
        bot = await here.process()
        teams = await here.pressed_start(bot)
        await in_the_middle_of_a_step(here)
        await bot.pull_the_plug()
        await asyncio.sleep(1)  # an hour
        await bot.start()
        async with asyncio.timeout(20):
            while not puts(here):
                await asyncio.sleep(0.05)
        await asyncio.sleep(3)
        assert len(links_of(database, "watch:")) == 1
        assert len(puts(here)) == 1
        start = {"resync": "1", "verb": "start", "case": case_of(database), "intent": ""}  # on a card of long ago
        assert (await teams.deliver(teams.activity(None, value=start)))[0] == 200
        await asyncio.sleep(1)
        assert len(links_of(database, "watch:")) == 1


def case_of(database: str) -> str:
    with psycopg.connect(database) as connection:
        ((id,),) = connection.execute("select id from cases").fetchall()
        return str(id)


def puts(here: Machine) -> list[str]:
    """How often a photo was put."""
    return [one.path for one in here.sandbox.world.requests if one.method == "PUT" and "/photo/" in one.path]


async def test_news_that_waits_for_the_morning_outlives_what_the_engine_knows(database: str, tmp_path: Path) -> None:
    """A backup was played back: its link is gone, and the case says that it is owed."""
    night = {"RESYNC_WAKING_HOURS": "7-21"}
    async with machine(database, tmp_path, speed=3600) as here:
        here.sandbox.world.pull_takes = 60
        bot = await here.process(**night)
        hour = here.sandbox.world.clock.now().hour
        east = (22 - hour + 11) % 24 - 11  # where on Earth it is 22 o'clock
        address = f"{bot.address}/api/messages"
        teams = here.sandbox.client("sanne", bot_url=address, time_zone=f"Etc/GMT{-east:+d}")
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        await teams.press("Start")
        async with asyncio.timeout(20):
            while not links_of(database, "tell:"):
                await asyncio.sleep(0.02)
        await bot.stop()
        with psycopg.connect(database) as connection:
            connection.execute("delete from dbos.workflow_status")
        assert not told(teams)
        await asyncio.gather(here.process(**night), here.process(**night))
        await until_told(teams, 40)
        await asyncio.sleep(1)
        assert len(told(teams)) == 1
