"""Whether the bot bears half of what it can do for long, with a Bot Connector that misbehaves; `python -m bench.soak`.

Teams repeats what was cut off, brings things twice and lets go of connections; the Bot Connector is slow, busy or down,
cuts connections off before TLS and after it has taken a message. At the end each message must have been answered once,
memory must not have grown by 5 % since the end of the warm-up, and the log must not tell of anything left open.

What cannot be told apart is not tried: a message that was read whole counts as taken. Exits with 1 if it failed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from bench.channel import Server, Stage, pin, server, stage
from bench.load import PATIENCE, Crowd, Lane, Load, Trouble

TROUBLE = Trouble(slow=0.02, slowness=3.0, busy=0.02, down=0.02, lost=0.01, bye=0.02, cut=0.05)
CUT_OFF, TWICE = 0.02, 0.02  # shares of activities whose connection ends early, and that come twice at once
WORDS = re.compile(r"[Uu]nclosed|never retrieved|was destroyed|never awaited|Traceback|leak")
GROWTH = 0.05
EVERY = 5.0  # seconds between two looks at the memory


class Soak:
    """Teams, at a steady rate."""

    def __init__(self, crowd: Crowd, at: Stage) -> None:
        self._crowd, self._connector = crowd, at.connector
        self._idle: list[Lane] = []
        self._busy: set[str] = set()
        self.asked: Counter[str] = Counter()  # by conversation
        self.did: Counter[str] = Counter()
        self.seconds: list[float] = []
        self._number = 0

    async def run(self, rate: float, seconds: float) -> None:
        begun, going = time.perf_counter(), set[asyncio.Task[None]]()
        while (now := time.perf_counter() - begun) < seconds:
            for _ in range(int(now * rate) - self._number):
                self._number += 1
                task = asyncio.create_task(self._turn(self._number))
                going.add(task)
                task.add_done_callback(going.discard)
            await asyncio.sleep(0.005)
        if going:
            await asyncio.wait(going, timeout=2 * PATIENCE)

    def close(self) -> None:
        for lane in self._idle:
            lane.close()

    async def _turn(self, number: int) -> None:
        conversation = self._crowd.conversation(number)
        if conversation in self._busy:
            self.did["skipped: the one before is not answered yet"] += 1
            return
        self._busy.add(conversation)
        replied, request, began = self._connector.awaits(conversation), self._crowd.request(number), time.perf_counter()
        self.asked[conversation] += 1
        try:
            async with asyncio.timeout(PATIENCE):
                await self._bring(request)
                self.seconds.append(await replied - began)
        except TimeoutError:
            self.did["not answered in time"] += 1
        finally:
            self._busy.discard(conversation)

    async def _bring(self, request: bytes) -> None:
        """As Teams does: until there is an answer, and sometimes twice."""
        if random.random() < TWICE:
            self.did["brought twice at once"] += 1
            await asyncio.gather(self._send(request), self._send(request))
            return
        cut_off = random.random() < CUT_OFF
        while not await self._send(request, cut_off):
            cut_off = False
            self.did["brought again"] += 1
            await asyncio.sleep(0.2)

    async def _send(self, request: bytes, cut_off: bool = False) -> bool:
        lane = self._idle.pop() if self._idle else Lane(self._crowd.bot)
        if cut_off:
            self.did["cut off"] += 1
            asyncio.get_running_loop().call_later(random.uniform(0.0, 0.05), lane.reset)
        try:
            status = await lane.ask(request)
        except ConnectionError:
            return False
        self.did[f"answered {status}"] += 1
        if not cut_off:  # such a lane may be about to end
            self._idle.append(lane)
        return status < 300


async def most(at: Stage, one: Server, conversations: int) -> float:
    """Turns a second that it can do."""
    load = Load(at.crowd(one.port, conversations), at.connector, 64)
    await load.turns(10)
    began, tally = time.perf_counter(), await load.turns(10)
    load.close()
    return len(tally.seconds) / (time.perf_counter() - began)


async def watch(one: Server, seen: list[tuple[float, float, int]]) -> None:
    """Time, megabytes and open files, until cancelled; every minute it says so."""
    while True:
        seen.append((time.perf_counter(), one.memory, len(os.listdir(f"/proc/{one.process.pid}/fd"))))  # noqa: PTH208
        if (len(seen) - 1) % round(60 / EVERY) == 0:
            print(f"after {(seen[-1][0] - seen[0][0]) / 60:3.0f} minutes {seen[-1][1]:.0f} MB", flush=True)
        await asyncio.sleep(EVERY)


def grown(seen: Sequence[tuple[float, float, int]], warm_up: float) -> tuple[float, float]:
    """Megabytes after the warm-up, and at the end."""
    warm = [one for one in seen if one[0] - seen[0][0] >= warm_up] or list(seen)
    some = max(1, len(warm) // 10)
    return median(one[1] for one in warm[:some]), median(one[1] for one in warm[-some:])


async def main(options: argparse.Namespace) -> int:
    pin(0, 1)
    seen: list[tuple[float, float, int]] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        async with stage(folder) as at, server("resync", at, folder) as one:
            rate = options.rate or await most(at, one, options.conversations) / 2
            print(f"{rate:.0f} turns a second for {options.minutes:g} minutes", flush=True)
            at.connector.replies.clear()
            at.connector.trouble = TROUBLE
            soak, watching = Soak(at.crowd(one.port, options.conversations), at), asyncio.create_task(watch(one, seen))
            await soak.run(rate, options.minutes * 60)
            watching.cancel()
            await asyncio.sleep(5)  # what is on its way
            soak.close()
            replies = at.connector.replies
        log = (folder / "resync.log").read_text(errors="replace")
    return tell(soak, replies, at.connector.did, grown(seen, options.warm_up * 60), seen[-1][2], log)


def tell(
    soak: Soak, replies: Counter[str], did: Counter[str], memory: tuple[float, float], files: int, log: str
) -> int:
    cuts = quantiles(soak.seconds, n=100, method="inclusive")
    lost, doubled = (soak.asked - replies).total(), (replies - soak.asked).total()
    growth = memory[1] / memory[0] - 1
    words = Counter(WORDS.findall(log))
    print(f"turns              {soak.asked.total()}, p50 {cuts[49] * 1e3:.0f} ms, p95 {cuts[94] * 1e3:.0f}, "
          f"p99 {cuts[98] * 1e3:.0f}")  # fmt: skip
    print(f"what Teams did     {dict(soak.did)}")
    print(f"the Bot Connector  {dict(did)}")
    print(f"lost, doubled      {lost}, {doubled}")
    print(f"memory             {memory[0]:.0f} MB after the warm-up, {memory[1]:.0f} at the end: {growth:+.1%}")
    print(f"open files         {files}")
    print(f"log                {log.count(chr(10))} lines; {dict(words) or 'nothing left open'}")
    for line in log.splitlines()[:10]:
        print("  ", line[:300])
    return int(bool(lost or doubled or growth >= GROWTH or words))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--warm-up", type=float, default=5.0, help="minutes after which memory must be flat")
    parser.add_argument("--rate", type=float, default=0.0, help="turns a second; by default half of what it can do")
    parser.add_argument("--conversations", type=int, default=16_384)
    sys.exit(asyncio.run(main(parser.parse_args())))
