"""The plug is pulled: what was promised is kept, once."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox
from tests.conftest import free_port, new_database

ROOT = Path(__file__).parent.parent.parent


class Process:
    """The bot as an administrator runs it, in a process of its own."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.port = free_port()
        self._environment = environment | {"RESYNC_PORT": str(self.port), "RESYNC_HOST": "127.0.0.1"}
        self._log = log

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                str(ROOT / "app.py"),
                env=self._environment,
                stderr=log,
                stdout=log,
                cwd=self._log.parent,
            )
        async with aiohttp.ClientSession() as session, asyncio.timeout(20):
            while True:
                try:
                    async with session.get(f"{self.address}/readyz") as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientConnectionError:
                    assert self._process.returncode is None, self._log.read_text("utf-8")
                await asyncio.sleep(0.05)

    async def pull_the_plug(self) -> None:
        self._process.kill()
        await self._process.wait()

    async def stop(self) -> int:
        self._process.terminate()
        return await self._process.wait()


async def resyncing(sandbox: Sandbox, database_url: str, folder: Path) -> tuple[Process, Any]:
    """A bot in a process of its own, in which somebody has just pressed Start; and that person's Teams."""
    bot = Process({**os.environ, **sandbox.environment(), "DATABASE_URL": database_url}, folder / "log")
    await bot.start()
    teams = sandbox.client("sanne", bot_url=f"{bot.address}/api/messages")
    await teams.say("why is my photo old?")
    await teams.press("Resync")
    await teams.press("Start")
    return bot, teams


def told(teams: Any) -> list[Any]:
    """What was sent as news. A later update of such a message is no second one, nor does it take it back."""
    sent = [entry for entry in teams.chat.transcript if entry.what == "message" and entry.direction == "out"]
    return [entry for entry in sent if entry.activity.get("channelData", {}).get("notification")]


@pytest.fixture
def database(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'resync.db'}" if kind == "sqlite" else new_database(request)


# On which database, and how many seconds after Start was pressed the plug is pulled; SharePoint's pull takes three.
@pytest.mark.parametrize(
    ("kind", "moment"), [("sqlite", 0.0), ("sqlite", 0.3), ("sqlite", 2.0), ("sqlite", 5.0), ("postgresql", 1.0)]
)
async def test_a_resync_survives_and_is_told_once(database: str, moment: float, tmp_path: Path) -> None:
    async with Sandbox(scene="sanne") as sandbox:
        sandbox.world.pull_takes = 3
        bot, teams = await resyncing(sandbox, database, tmp_path)
        await asyncio.sleep(moment)
        await bot.pull_the_plug()
        await asyncio.sleep(0.2)
        await bot.start()
        async with asyncio.timeout(40):
            while not told(teams):
                await asyncio.sleep(0.1)
        await asyncio.sleep(2)
        assert len(told(teams)) == 1
        teams.reopen()
        assert all("has arrived" in card["card"]["fallbackText"] for card in teams.cards)
        assert await bot.stop() == 0
        log = (tmp_path / "log").read_text("utf-8")
        assert "Traceback" not in log
        assert sandbox.login.secret not in log
        assert "eyJ" not in log


async def test_the_plug_is_pulled_while_the_message_is_on_its_way(sqlite_url: str, tmp_path: Path) -> None:
    """The connector has it, the bot never heard so: it is not sent again, and the card in the chat tells it."""
    async with Sandbox(scene="sanne") as sandbox:
        sandbox.world.pull_takes = 0
        bot, teams = await resyncing(sandbox, sqlite_url, tmp_path)
        async with asyncio.timeout(30):
            while not told(teams):
                await asyncio.sleep(0.002)
        await bot.pull_the_plug()
        await bot.start()
        await asyncio.sleep(6)
        assert len(told(teams)) == 1
        await bot.stop()


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
