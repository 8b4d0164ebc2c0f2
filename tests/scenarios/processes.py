"""The bot as an administrator runs it: in processes of its own, which can be killed."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp

from bot.sandbox import Sandbox
from bot.sandbox.teams import TeamsClient
from tests.conftest import free_port

ROOT = Path(__file__).parent.parent.parent
SPEED = 10  # times faster than it is, for the bot and the simulated tenant


class Forked:
    """A process of this very code, made by a zygote (see there)."""

    _zygote: subprocess.Popen[str] | None = None

    def __init__(self, program: Sequence[str], environment: dict[str, str], log: Path) -> None:
        if Forked._zygote is None:
            Forked._zygote = subprocess.Popen(
                [sys.executable, "-m", "tests.scenarios.zygote"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
            )  # fmt: skip
        zygote = Forked._zygote
        assert zygote.stdin and zygote.stdout
        wanted = {"program": program, "environment": environment, "folder": str(log.parent), "log": str(log)}
        print(json.dumps(wanted), file=zygote.stdin, flush=True)
        self.pid = int(zygote.stdout.readline())
        self._ended = log.with_name(f"{log.name}.{self.pid}")

    @property
    def returncode(self) -> int | None:
        return int(self._ended.read_text("ascii")) if self._ended.exists() else None

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    async def wait(self) -> int:
        while self.returncode is None:
            await asyncio.sleep(0.01)
        return self.returncode


class Process:
    """One process of the bot."""

    def __init__(self, environment: dict[str, str], log: Path, root: Path = ROOT) -> None:
        self.port, self.log, self._root = free_port(), log, root
        self._environment = environment | {"RESYNC_PORT": str(self.port), "RESYNC_HOST": "127.0.0.1"}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self, *program: str) -> None:
        """Start it, and wait until it is ready; another `program` that does the same may take its place."""
        program = program or (str(self._root / "app.py"),)
        environment = self._environment | {"PYTHONPATH": str(ROOT)}
        if self._root == ROOT and hasattr(os, "fork"):
            self._process: Forked | asyncio.subprocess.Process = Forked(program, environment, self.log)
        else:  # other code: the zygote has imported this one's
            with self.log.open("ab") as log:
                self._process = await asyncio.create_subprocess_exec(
                    sys.executable, *program, env=environment, stderr=log, stdout=log, cwd=self.log.parent
                )
        async with aiohttp.ClientSession() as session, asyncio.timeout(20):
            while True:
                try:
                    async with session.get(f"{self.address}/readyz") as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientConnectionError:
                    assert self._process.returncode is None, self.log.read_text("utf-8")
                await asyncio.sleep(0.05)

    @property
    def dead(self) -> bool:
        return self._process.returncode is not None

    async def pull_the_plug(self) -> None:
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGKILL)
        await self._process.wait()

    def freeze(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    async def stop(self) -> int:
        self._process.send_signal(signal.SIGTERM)
        return await self._process.wait()


@dataclass
class Machine:
    """A simulated tenant, and the processes of the bot on it, which share a database."""

    sandbox: Sandbox
    database_url: str
    folder: Path
    speed: int = SPEED
    processes: list[Process] = field(default_factory=list)

    def stopped_process(self, root: Path = ROOT, **settings: str) -> Process:
        """One more process, to be started."""
        number = len(self.processes)
        own = {"DATABASE_URL": self.database_url, "RESYNC_TIME_SCALE": str(self.speed), **settings}
        self.processes.append(
            Process({**os.environ, **self.sandbox.environment(), **own}, self.folder / f"log{number}", root)
        )
        return self.processes[-1]

    async def process(self, root: Path = ROOT, **settings: str) -> Process:
        """One more process, which has started."""
        one = self.stopped_process(root, **settings)
        await one.start()
        return one

    async def pressed_start(self, process: Process, key: str = "sanne") -> TeamsClient:
        """Somebody who has just pressed Start there; that person's Teams."""
        teams = self.sandbox.client(key, bot_url=f"{process.address}/api/messages")
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        await teams.press("Start")
        return teams

    def said(self) -> str:
        """What all processes have written."""
        return "".join(one.log.read_text("utf-8") for one in self.processes)


@asynccontextmanager
async def machine(database_url: str, folder: Path, speed: int = SPEED, scene: str = "sanne") -> AsyncIterator[Machine]:
    """What is still running at the end is killed."""
    begun = datetime.now(UTC)
    async with Sandbox(scene=scene) as sandbox:
        sandbox.world.clock.follow(lambda: begun + (datetime.now(UTC) - begun) * speed)
        one = Machine(sandbox, database_url, folder, speed)
        try:
            yield one
        finally:
            for process in one.processes:
                await process.pull_the_plug()


def told(teams: TeamsClient) -> list[Any]:
    """What was sent as news. A later update of such a message is no second one, nor does it take it back."""
    sent = [entry for entry in teams.chat.transcript if entry.what == "message" and entry.direction == "out"]
    return [entry for entry in sent if entry.activity.get("channelData", {}).get("notification")]


async def until_told(teams: TeamsClient, seconds: float = 40) -> None:
    async with asyncio.timeout(seconds):
        while not told(teams):
            await asyncio.sleep(0.05)


def shown(teams: TeamsClient) -> list[str]:
    """What the cards in the chat say, to somebody who opens it anew."""
    teams.reopen()
    return [card["card"]["fallbackText"] for card in teams.cards]
