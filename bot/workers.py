"""Several processes behind one port, for a machine with more processors. It starts and watches them, and serves nobody.

The system hands each new connection to one of them (SO_REUSEPORT); what they share is the database.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import sys
from collections.abc import Sequence

from bot.config import Settings, SettingsError

log = logging.getLogger(__name__)

ENDING = 20.0  # seconds that a process has to end by itself: what is being answered is finished first
SETTLED = 30.0  # seconds after which a process that ends has not failed at its start
LONGEST_PAUSE = 30.0  # seconds before one that fails at its start is tried again

FLAG = "--one-of-several"  # what such a process is started with


def check(settings: Settings, count: int) -> None:
    """Raises SettingsError where several processes could not work together."""
    problems = [
        ("DATABASE_URL must lead to PostgreSQL: a file is for one process", settings.database_url.startswith("sqlite")),
        ("RESYNC_PORT must be a port: with 0 each process would take another one", not settings.port),
        ("this system cannot share a port between processes", not hasattr(socket, "SO_REUSEPORT")),
    ]
    if wrong := [f"--workers {count}: {problem}" for problem, is_so in problems if is_so]:
        raise SettingsError(wrong)


async def run(program: Sequence[str], count: int) -> int:
    """Keep so many processes of `program` running until this one is told to end; 0, or the code of one that gave up."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    keepers = [asyncio.create_task(_keep([sys.executable, *program, FLAG])) for _ in range(count)]
    ending = asyncio.create_task(stopped.wait())
    done, _ = await asyncio.wait([ending, *keepers], return_when=asyncio.FIRST_COMPLETED)
    for task in (ending, *keepers):
        task.cancel()
    await asyncio.gather(ending, *keepers, return_exceptions=True)
    return max((task.result() for task in done if task is not ending), default=0)


async def _keep(command: Sequence[str]) -> int:
    """One place, filled again when its process dies; returns only where another try would be no use."""
    pause = 0.5
    while True:
        began = asyncio.get_running_loop().time()
        # The pipe ends with this process, however it ends, and so does the other one (see cli).
        process = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.PIPE)
        try:
            code = await process.wait()
        except asyncio.CancelledError:
            await _end(process)
            raise
        if code == 2:  # its settings are wrong, and it has said why
            return code
        settled = asyncio.get_running_loop().time() - began > SETTLED
        pause = 0.5 if settled else min(2 * pause, LONGEST_PAUSE)
        log.error("a process ended with code %d; another one takes its place in %.1f s", code, pause)
        await asyncio.sleep(pause)


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), ENDING)
    except TimeoutError:
        process.kill()
        await process.wait()
