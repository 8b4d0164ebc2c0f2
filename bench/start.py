"""How long from nothing to ready, and from a question to its answer, in processes of their own.

    python bench/start.py [runs]

Prints medians with minimum and maximum. The peer is the same interpreter that imports what the bot runs on and does
nothing else: what is above it is ours.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.sandbox import Sandbox  # noqa: E402

PEER = "import aiohttp.web, botbuilder.core, dbos, msal, sqlalchemy, PIL.Image, babel, fluent.runtime"


async def once(port: int) -> tuple[float, float, float]:
    """Seconds until ready, until the first answer, until the second."""
    with tempfile.TemporaryDirectory() as folder:
        async with Sandbox(scene="sanne") as sandbox:
            own = {"DATABASE_URL": f"sqlite:///{folder}/r.db", "RESYNC_PORT": str(port), "RESYNC_HOST": "127.0.0.1"}
            began = time.perf_counter()
            process = subprocess.Popen(
                [sys.executable, str(ROOT / "app.py")], env=os.environ | sandbox.environment() | own
            )
            try:
                await until_ready(port)
                ready = time.perf_counter() - began
                client = sandbox.client("sanne", bot_url=f"http://127.0.0.1:{port}/api/messages")
                return ready, await answered(client), await answered(client)
            finally:
                process.terminate()
                process.wait()


async def until_ready(port: int) -> None:
    async with aiohttp.ClientSession() as session, asyncio.timeout(30):
        while True:
            try:
                async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientConnectionError:
                pass
            await asyncio.sleep(0.01)


async def answered(client: object) -> float:
    began = time.perf_counter()
    await client.say("why is my photo old?")  # type: ignore[attr-defined]
    return time.perf_counter() - began


def shown(name: str, values: list[float]) -> str:
    return f"{name:<34} {statistics.median(values):6.2f} s   ({min(values):.2f} to {max(values):.2f})"


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    peer = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", PEER], check=True)
        peer.append(time.perf_counter() - began)
    ours = [asyncio.run(once(42_000 + number)) for number in range(runs)]
    print(shown("peer: importing the libraries", peer))
    for name, values in zip(("start to ready", "first answer", "second answer"), zip(*ours, strict=True), strict=True):
        print(shown(name, list(values)))
    ratio = statistics.median(one[0] for one in ours) / statistics.median(peer)
    print(f"{'start to ready / peer':<34} {ratio:6.2f}")


if __name__ == "__main__":
    main()
