"""The plug is pulled while a message is on its way out; and a start without settings."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.conftest import new_database
from tests.scenarios.processes import ROOT, machine, shown, told


@pytest.fixture
def database(kind: str, request: pytest.FixtureRequest) -> str:
    return new_database(request, kind)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize("arrives", [True, False])
async def test_the_plug_is_pulled_while_the_message_is_on_its_way(database: str, arrives: bool, tmp_path: Path) -> None:
    """Nobody can say whether Teams has it: it is not sent again, and the cards in the chat tell it."""
    async with machine(database, tmp_path) as here:
        here.sandbox.world.pull_takes = 0
        bot = await here.process()
        teams = await here.pressed_start(bot)
        fault = here.sandbox.world.faults.add(host="bot", path=r"/activities$", delay=0.5, drop=not arrives, times=1)
        async with asyncio.timeout(30):
            while not fault.hits:
                await asyncio.sleep(0.001)
        await bot.pull_the_plug()
        await bot.start()
        async with asyncio.timeout(20):
            while not all("Your new photo has arrived" in text for text in shown(teams)):
                await asyncio.sleep(0.1)
        await asyncio.sleep(1)
        assert len(told(teams)) == int(arrives)


async def test_without_settings_it_says_which_are_missing(tmp_path: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("RESYNC_", "MicrosoftApp"))}
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "app.py"), env=bare, cwd=tmp_path, stderr=asyncio.subprocess.PIPE
    )
    _, errors = await process.communicate()
    assert process.returncode == 2
    said = errors.decode()
    for name in ("MicrosoftAppId", "MicrosoftAppTenantId", "RESYNC_SHAREPOINT_URL", "MicrosoftAppCertificatePath"):
        assert name in said
    assert "Traceback" not in said


async def test_who_is_being_answered_at_a_regular_end_is_answered(sqlite_url: str, tmp_path: Path) -> None:
    """Teams has its acknowledgement already, and brings the message no second time."""
    async with machine(sqlite_url, tmp_path) as here:
        bot = await here.process()
        teams = here.sandbox.client("sanne", bot_url=f"{bot.address}/api/messages")
        await teams.say("hello")
        here.sandbox.world.faults.add(host="graph", path="photoUpdateSettings", delay=9)
        assert await teams.say("why is my photo old?", wait=0) == []
        assert await bot.stop() == 0
        assert "SharePoint" in shown(teams)[-1]
        assert "Traceback" not in here.said()
