"""The bot as an administrator runs it: in processes of its own, which can be killed."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp

from bot.sandbox import Sandbox
from bot.sandbox.teams import TeamsClient
from tests import shared
from tests.conftest import free_port

ROOT = Path(__file__).parent.parent.parent
SPEED = 10  # times faster than it is, for the bot and the simulated tenant


def _start_zygote() -> dict[str, Any]:
    address = str(shared.folder() / "zygote")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(address)
        server.listen(128)  # whoever comes while it imports waits
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.scenarios.zygote", str(server.fileno()), str(shared.owner())],
            stdin=subprocess.DEVNULL, pass_fds=[server.fileno()], cwd=ROOT, start_new_session=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    return {"address": address, "stop": ["kill", str(process.pid)]}


class Forked:
    """A process of this very code, made by the zygote (see there) of all workers."""

    def __init__(
        self, program: Sequence[str], environment: dict[str, str], folder: Path, streams: Sequence[str | Path]
    ) -> None:
        self._end = shared.folder() / f"end-{uuid.uuid4().hex}"
        wanted = {
            "program": program,
            "environment": environment,
            "folder": str(folder),
            "streams": [str(one) for one in streams],
            "end": str(self._end),
        }
        with socket.socket(socket.AF_UNIX) as zygote:
            zygote.connect(shared.once("zygote-of-all", _start_zygote)["address"])
            zygote.sendall(f"{json.dumps(wanted)}\n".encode())
            self.pid = int(zygote.makefile().readline())

    @property
    def returncode(self) -> int | None:
        return int(self._end.read_text("ascii")) if self._end.exists() else None

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    async def wait(self) -> int:
        while self.returncode is None:
            await asyncio.sleep(0.01)
        return self.returncode

    def ended(self, seconds: float) -> int:
        """The same for who has no event loop; killed when it takes longer."""
        for _ in range(int(seconds * 100)):
            if self.returncode is not None:
                return self.returncode
            time.sleep(0.01)
        self.send_signal(signal.SIGKILL)
        raise TimeoutError(f"process {self.pid} did not end within {seconds} s")


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
            streams = (os.devnull, self.log, self.log)
            self._process: Forked | asyncio.subprocess.Process = Forked(program, environment, self.log.parent, streams)
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
