"""How much of its own time a turn with words takes, understanding included; run `python -m bench.turns`.

Every sentence is one that was never said before. The simulated tenant runs in a process of its own, and what is counted
is the processor time of the bot's: not what Microsoft 365 would take. The peer of the same run is the same turn, said
again: what was understood before is known, and the difference is what understanding takes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import sys
from collections.abc import Sequence
from statistics import median
from time import process_time

from bench.diagnose import SEEN, beside
from bench.intents import rows
from bot.build import Bot
from bot.flows import conversation
from bot.ports import Conversation, Turn
from bot.sandbox import Sandbox

LOOKS = {"photo_stale", "photo_missing", "photo_change", "profile_stale", "profile_change"} | {
    *("check", "resync", "sync_duration", "sync_explain", "status", "remind"),
}


async def serve() -> None:
    """The tenant: says its settings, then answers until its input ends."""
    async with Sandbox() as sandbox:
        print(json.dumps(dict(sandbox.environment())), flush=True)
        await asyncio.to_thread(sys.stdin.read)


async def said(bot: Bot, number: int, language: str, text: str) -> tuple[str, float]:
    """What it was understood as, and the milliseconds of processor time that the answer took."""
    person = SEEN[number % len(SEEN)]
    where = Conversation(f"bench-{person}", person, bot.settings.tenant_id, "", "", "", language, "Europe/Amsterdam")
    began = process_time()
    reply = await conversation.answer(bot.world, Turn("said", where, text=text, activity=str(number)))
    assert reply is not None
    return str(reply.about["intent"]), (process_time() - began) * 1e3


async def measure(bot: Bot) -> None:
    asked = rows("exam")[::4]
    for number, person in enumerate(SEEN):  # connections open, pictures drawn
        await said(bot, number, "en", "why is my photo old?")
        assert person
    told(
        "for the first time",
        first := [await said(bot, n, language, text) for n, (language, _, text) in enumerate(asked)],
    )
    told("said again", again := [await said(bot, n, language, text) for n, (language, _, text) in enumerate(asked)])
    difference = median(one for _, one in first) - median(one for _, one in again)
    print(f"understanding      {difference:6.1f} ms median")
    print(f"memory             {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB at most")


def told(name: str, turns: Sequence[tuple[str, float]]) -> None:
    looks = [one for intent, one in turns if intent in LOOKS]
    others = [one for intent, one in turns if intent not in LOOKS]
    for what, times in ((name, [one for _, one in turns]), ("  with a look", looks), ("  without", others)):
        ordered = sorted(times)
        print(f"{what:18} {median(times):6.1f} ms median, {ordered[-len(times) // 20]:.1f} at p95, of {len(times)}")


async def main() -> None:
    async with beside("bench.turns", promises=True) as bot:
        await measure(bot)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    asyncio.run(serve() if parser.parse_args().serve else main())
