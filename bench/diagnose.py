"""How long a whole diagnosis takes when every remote call takes 200 ms; run `python -m bench.diagnose`.

The simulated tenant runs in a process of its own, so that its work is not counted as ours; it shares the machine all
the same. The peers of the same run: one plain call, of which a diagnosis may take two in a row, and the calls of as
many diagnoses made by bare aiohttp in two rounds, with nothing done to what they answer.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from yarl import URL

from bot import build
from bot.build import Bot
from bot.config import Settings
from bot.core import cards, rules
from bot.core.cases import Case
from bot.core.facts import Complaint, Facts
from bot.core.texts import Speaker
from bot.flows import look
from bot.sandbox import Sandbox
from bot.sandbox.people import PEOPLE
from bot.tenant import graph
from bot.tenant.http import Request

DELAY = 0.2  # seconds
ONES, AT_ONCE, TIMES = 30, 50, 5
SEEN = [person.object_id for person in PEOPLE.values() if person.profile and not person.guest]
STALE = Complaint()


async def serve() -> None:
    """The tenant: says its settings, then answers slowly until its input ends."""
    async with Sandbox() as sandbox:
        for host in ("graph", "sharepoint"):
            sandbox.world.faults.add(host=host, delay=DELAY)
        print(json.dumps(dict(sandbox.environment())), flush=True)
        await asyncio.to_thread(sys.stdin.read)


async def diagnosed(bot: Bot, person: str) -> Facts:
    """All of it: reads, rules and the card."""
    facts = await look.seen(bot.world, person)

    def shown() -> None:
        findings = rules.diagnose(facts, STALE)
        case = Case("BENCH234", person, facts.seen_at)
        cards.diagnosis(Speaker("nl", "Europe/Amsterdam", facts.seen_at), findings, facts, case)

    await asyncio.to_thread(shown)
    return facts


def forget(bot: Bot) -> None:
    """Nobody was ever looked at; only where pictures lie in this tenant is known."""
    bot.tenant.places.forget()


def counted(facts: Facts) -> Counter[str]:
    return Counter(trace.what for trace in facts.traces)


async def one_round(bot: Bot) -> float:
    start = perf_counter()
    await bot.tenant.caller.ask(graph.policy(bot.settings.graph_url), asyncio.get_running_loop().time() + 10)
    return perf_counter() - start


async def bare(bot: Bot, people: list[str]) -> float:
    """Seconds for the calls of AT_ONCE diagnoses, by aiohttp alone."""
    caller, rounds = bot.tenant.caller, {}
    for person in people:
        asked: list[tuple[float, Request]] = []
        forget(bot)
        ask, began = caller._send, perf_counter()

        async def noted(request: Request, *args: Any, ask: Any = ask, asked: Any = asked, began: float = began) -> Any:
            asked.append((perf_counter() - began, request))
            return await ask(request, *args)

        caller._send = noted  # type: ignore[method-assign]
        await bot.tenant.facts_of(person)
        caller._send = ask  # type: ignore[method-assign]
        rounds[person] = [[r for at, r in asked if (at > DELAY / 2) is late] for late in (False, True)]

    async def get(request: Request) -> None:
        token = await bot.tokens.for_microsoft_365(request.base)
        headers = {**request.headers, "Authorization": f"Bearer {token}"}
        async with caller._session.get(URL(request.url, encoded=True), headers=headers) as answer:
            await answer.read()

    async def one(person: str) -> None:
        for requests in rounds[person]:
            await asyncio.gather(*map(get, requests))

    start = perf_counter()
    await asyncio.gather(*(one(people[n % len(people)]) for n in range(AT_ONCE)))
    return perf_counter() - start


async def measure(bot: Bot) -> None:
    people = SEEN
    start = perf_counter()
    first = await diagnosed(bot, people[0])
    print(f"the first diagnosis of a process     {(perf_counter() - start) * 1e3:6.0f} ms, {len(first.traces)} calls")
    await asyncio.gather(*(diagnosed(bot, person) for person in people))  # pictures drawn, connections open
    forget(bot)
    looks = {person: counted(await diagnosed(bot, person)) for person in people}
    # Whose picture lies elsewhere than most people's takes a round more at the first look.
    people = [person for person, calls in looks.items() if max(calls.values()) == 1]
    print(f"first looks of 2 rounds              {len(people)} of {len(looks)} people, 3 in other folders, geographies")
    plain = median([await one_round(bot) for _ in range(5)])
    print(f"one plain call                       {plain * 1e3:6.0f} ms")
    await compared(bot, "somebody new", people, forget, plain)
    await compared(bot, "somebody seen before", people, lambda _: None, plain)
    both = [await bare(bot, people) for _ in range(TIMES)]
    print(f"bare aiohttp, calls of {AT_ONCE} new ones    {median(both) * 1e3:6.0f} ms median")


async def compared(bot: Bot, name: str, people: list[str], prepare: Callable[[Bot], None], plain: float) -> None:
    walls, work, calls, together = [], [], [], []
    for number in range(ONES):
        prepare(bot)
        began, busy = perf_counter(), process_time()
        facts = await diagnosed(bot, people[number % len(people)])
        walls.append(perf_counter() - began)
        work.append(process_time() - busy)
        calls.append(counted(facts))
    for _ in range(TIMES):
        prepare(bot)
        began = perf_counter()
        await asyncio.gather(*(diagnosed(bot, people[n % len(people)]) for n in range(AT_ONCE)))
        together.append(perf_counter() - began)
    alone, most = median(walls), max(calls, key=lambda each: each.total())
    twice = max(max(each.values()) for each in calls) > 1
    print(f"{name:<36} {alone * 1e3:6.0f} ms median, {alone / plain:.2f} plain calls")
    print(f"  own computing                      {median(work) * 1e3:6.1f} ms median, {max(work) * 1e3:.1f} most")
    print(f"  calls, {'some' if twice else 'none'} twice                 {most.total()}: {', '.join(most)}")
    print(f"  {AT_ONCE} at once                         {median(together) * 1e3:6.0f} ms median, "
          f"{median(together) / alone:.2f} times one")  # fmt: skip


@asynccontextmanager
async def beside(module: str, promises: bool) -> AsyncIterator[Bot]:
    """A bot whose tenant is what `python -m module --serve` serves, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        tenant = subprocess.Popen(
            [sys.executable, "-m", module, "--serve"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1],
        )  # fmt: skip
        assert tenant.stdin and tenant.stdout
        try:
            own = {"DATABASE_URL": f"sqlite:///{Path(folder) / 'bench.db'}", "RESYNC_PATIENCE": "20"}
            settings = Settings.from_mapping(json.loads(tenant.stdout.readline()) | own)
            async with build.running(settings, promises=promises) as bot:
                yield bot
        finally:
            tenant.stdin.close()
            tenant.wait(10)


async def main() -> None:
    async with beside("bench.diagnose", promises=False) as bot:
        await measure(bot)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    asyncio.run(serve() if parser.parse_args().serve else main())
