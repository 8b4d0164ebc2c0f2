"""Several processes behind one port: who dies is replaced, and all end together."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.config import Settings, SettingsError
from bot.workers import check
from tests.conftest import new_database
from tests.scenarios.processes import ROOT, machine

NEEDED = {
    "MicrosoftAppId": "00000000-0000-4000-8000-00000000b070",
    "MicrosoftAppTenantId": "00000000-0000-4000-8000-00000000c070",
    "MicrosoftAppPassword": "a secret",
    "RESYNC_SHAREPOINT_URL": "https://contoso.sharepoint.com",
}

# Says who it is and waits for the end of its input, as a process of the bot does; or fails.
PROCESS = "import os, sys; os.write(1, b'%d\\n' % os.getpid()); sys.exit({code}) if {code} else sys.stdin.read()"
WATCHES = "import asyncio, sys; from bot.workers import run; sys.exit(asyncio.run(run(['-c', sys.argv[1]], 2)))"


@asynccontextmanager
async def watched(code: int = 0) -> AsyncIterator[asyncio.subprocess.Process]:
    """Who watches over two processes, which end with that code."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", WATCHES, PROCESS.format(code=code)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(20):
            yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def one(process: asyncio.subprocess.Process) -> int:
    """The next one that has started."""
    assert process.stdout
    return int(await process.stdout.readline())


async def gone(*pids: int) -> None:
    while any(alive(pid) for pid in pids):
        await asyncio.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


async def test_who_dies_is_replaced() -> None:
    async with watched() as process:
        first, second = await one(process), await one(process)
        os.kill(first, signal.SIGKILL)
        third = await one(process)
        assert alive(second) and alive(third) and third not in (first, second)


async def test_all_end_when_told_to() -> None:
    async with watched() as process:
        pids = await one(process), await one(process)
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
        await gone(*pids)


async def test_all_end_when_nobody_watches_over_them() -> None:
    async with watched() as process:
        pids = await one(process), await one(process)
        process.kill()
        await gone(*pids)


async def test_wrong_settings_are_not_tried_again() -> None:
    async with watched(code=2) as process:
        assert await process.wait() == 2


async def test_one_that_fails_at_its_start_is_tried_again_after_a_while() -> None:
    async with watched(code=1) as process:
        began = asyncio.get_running_loop().time()
        assert len({await one(process) for _ in range(4)}) == 4
        assert asyncio.get_running_loop().time() - began > 0.9


async def test_two_of_the_bot_answer_at_one_port(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    async with machine(new_database(request), tmp_path) as here:
        bot = here.stopped_process()
        await bot.start(str(ROOT / "app.py"), "--workers", "2")
        for number in range(6):  # each over a connection of its own
            async with here.sandbox.client("sanne", bot_url=f"{bot.address}/api/messages") as teams:
                assert await teams.say(f"help {number}")
        assert await bot.stop() == 0
        assert "Traceback" not in here.said()


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({}, "DATABASE_URL must lead to PostgreSQL"),
        ({"DATABASE_URL": "postgresql://x@127.0.0.1/x", "RESYNC_PORT": "0"}, "RESYNC_PORT must be a port"),
    ],
)
def test_what_several_processes_cannot_do(settings: dict[str, str], problem: str) -> None:
    with pytest.raises(SettingsError, match=problem):
        check(Settings.from_mapping({**NEEDED, **settings}), 2)
