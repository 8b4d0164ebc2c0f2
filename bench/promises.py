"""What many open promises cost one process, and what becomes of many that are due at once; run it with

    python -m bench.promises [--database URL] [--open N] [--due N]

The bot is a process of its own, as an administrator runs it. The simulated tenant is this process, which also presses
the buttons: what it takes is counted as the bot's delay, not the other way round. SharePoint lets `--calls` calls to
PeopleManager through in ten seconds: the smallest tenants get a hundred, of which other apps leave that many.

Peers, in the same run: the memory of a process that only imports the libraries, and presses while nothing is due.
Needs `pip install psutil`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import unquote

import psutil
import sqlalchemy as sa

from bench.start import PEER, until_ready
from bot import build, promises
from bot.config import Settings
from bot.core.cases import Case, State, Try
from bot.core.facts import Outcome
from bot.ports import Conversation
from bot.sandbox import Sandbox
from bot.sandbox.connector import BOT_ID
from bot.sandbox.people import PEOPLE
from bot.sandbox.person import TENANT_ID, Person
from bot.sandbox.quota import Quota
from bot.sandbox.teams import TeamsClient
from bot.store import engine_of
from tests.conftest import free_port

ROOT = Path(__file__).parent.parent
WINDOW = 10.0  # seconds
IDLE = 40.0  # seconds in which nothing is due
QUIET = 20.0  # seconds of presses while nothing is due
ARRIVED = 10  # one in so many of those due has its photo by then
PRESSING = 12  # people who press buttons meanwhile
SEEDED = 100  # promises written in a second, at the least
PAUSE = 0.3  # seconds between two presses
LOOKED = 8  # times that everybody was looked at before
GRACE = timedelta(seconds=0.1)
QUICKEST = promises.LOOKS / promises.DURING  # looks in a second, at the most
CLAIM = re.compile(r"GetPropertiesFor\(.*?@v='([^']+)'")


# -- the people, and what was promised to them -------------------------------------------------------------------------


def crowd(kind: str, number: int) -> list[Person]:
    """So many people whose photo is old in SharePoint."""
    return [replace(PEOPLE["sanne"], key=f"{kind}{n}", login=f"{kind}.{n}") for n in range(number)]


def settle(sandbox: Sandbox, people: list[Person]) -> None:
    """All have the pictures of one, so that none has to be drawn."""
    sandbox.world.add(*people)
    model = sandbox.world.state("sanne")
    for person in people:
        state = sandbox.world.state(person.key)
        state.photo, state.thumbnails = model.photo, model.thumbnails


@dataclass(frozen=True)
class Promise:
    """One resync that began some hours ago, and when it is looked at next."""

    person: str
    user: str
    chat: str
    look_at: datetime
    since: datetime


def promised(sandbox: Sandbox, person: Person, since: datetime, look_at: datetime) -> Promise:
    chat = sandbox.connector.personal(person)
    chat.installed = True
    return Promise(person.object_id, sandbox.connector.mri(person), chat.id, look_at, since)


async def seed(environment: dict[str, str]) -> None:
    """Write the promises that come in by the line into the database, with the bot's own means."""
    async with build.running(Settings.from_mapping(environment)) as bot:
        some = asyncio.Semaphore(40)

        async def add(number: int, line: dict[str, str]) -> None:
            moments = {name: datetime.fromisoformat(line[name]) for name in ("look_at", "since")}
            one = Promise(**{**line, **moments})  # type: ignore[arg-type]
            async with some:
                where = Conversation(
                    one.chat, one.person, TENANT_ID, environment["SERVICE_URL"], one.user, BOT_ID, "nl-NL"
                )
                await bot.store.remember(where)
                case = await bot.store.add_case(resyncing(number, one))
                await promises._later(promises.watch, one.look_at, case.id, 1, 0)

        lines = [json.loads(line) for line in await asyncio.to_thread(sys.stdin.readlines)]
        await asyncio.gather(*(add(number, line) for number, line in enumerate(lines)))


def resyncing(number: int, one: Promise) -> Case:
    tried = (Try("republish", one.since, Outcome.DONE),)
    return Case(
        f"BENCH{number:05}", one.person, one.since, State.RESYNCING, language="nl", time_zone="Europe/Amsterdam",
        conversation=one.chat, attempt=1, begun_at=one.since, since=one.since, looks=8, asked_at=one.since,
        asked_ok=True, look_at=one.look_at, tried=tried,
    )  # fmt: skip


# -- the bot ---------------------------------------------------------------------------------------------------------


@dataclass
class Process:
    port: int
    program: asyncio.subprocess.Process
    ready_after: float

    @property
    def usage(self) -> psutil.Process:
        return psutil.Process(self.program.pid)


@asynccontextmanager
async def process(environment: dict[str, str], log: Path) -> AsyncIterator[Process]:
    """The bot, ready."""
    port, began = free_port(), time.perf_counter()
    own = {**os.environ, **environment, "RESYNC_PORT": str(port), "RESYNC_HOST": "127.0.0.1"}
    with log.open("ab") as errors:
        program = await asyncio.create_subprocess_exec(sys.executable, str(ROOT / "app.py"), env=own, stderr=errors)
    try:
        await until_ready(port)
        yield Process(port, program, time.perf_counter() - began)
    finally:
        if program.returncode is None:
            program.send_signal(signal.SIGKILL)
        await program.wait()


class Ledger:
    """What the bench sees from outside: when SharePoint was asked about whom, and what the database holds."""

    def __init__(self, sandbox: Sandbox, database: str) -> None:
        self.first: dict[str, datetime] = {}  # by claim
        self._sandbox, self._engine = sandbox, engine_of(database)

    def read(self) -> None:
        requests = self._sandbox.world.requests
        for one in requests:
            if one.host == "sharepoint" and one.status == 200 and (found := CLAIM.search(unquote(one.path))):
                self.first.setdefault(found[1].casefold(), one.at)
        requests.clear()

    def scheduled(self) -> int:
        """Links that the engine has yet to run."""
        count = "select count(*) from {} where status in ('ENQUEUED', 'DELAYED', 'PENDING')"
        return int(self._ask(count.format(self._table("workflow_status")))[0][0])

    def looked(self) -> dict[str, tuple[str, int]]:
        """State and looks by person."""
        return {row[0]: (row[1], row[2]) for row in self._ask("select person, state, looks from cases")}

    def _table(self, name: str) -> str:
        return f"dbos.{name}" if self._engine.dialect.name == "postgresql" else name

    def _ask(self, statement: str) -> Any:
        with self._engine.connect() as connection:
            return connection.execute(sa.text(statement)).all()


# -- presses and peers -------------------------------------------------------------------------------------------------

# In turn, whatever of it a card offers: a resync is planned, begun, muted and stopped, over and over.
BUTTONS = ("Starten", "Berichten uitschakelen", "Stoppen", "Opnieuw synchroniseren")


async def pressing(clients: list[TeamsClient], over: asyncio.Event) -> dict[str, list[float]]:
    """Seconds until an answer by button, of people who press one after the other what their cards offer."""
    took: dict[str, list[float]] = {}
    while not over.is_set():
        for client in clients:
            offered = {action.get("title") for action in client.cards[-1]["card"].get("actions", ())}
            title = next((one for one in BUTTONS if one in offered), None)
            if title is None:
                await client.say("waarom is mijn foto oud?")
                continue
            began = time.perf_counter()
            await client.press(title)
            took.setdefault(title, []).append(time.perf_counter() - began)
            await asyncio.sleep(PAUSE)
    return took


def shown(when: str, took: dict[str, list[float]]) -> float:
    """Prints how long presses took; returns their median in seconds."""
    every = [one for ones in took.values() for one in ones]
    print(
        f"  {len(every)} presses while {when}: {median(every) * 1e3:.0f} ms median, "
        f"{quantiles(every, n=20)[-1] * 1e3:.0f} ms of 95 %, {max(every) * 1e3:.0f} ms at most"
    )
    return median(every)


# -- the run -----------------------------------------------------------------------------------------------------------


async def idle(bot: Process) -> None:
    """What it takes while nothing is due, beside a process that only imports what it runs on."""
    before, began = sum(bot.usage.cpu_times()[:2]), time.perf_counter()
    await asyncio.sleep(IDLE)
    share = (sum(bot.usage.cpu_times()[:2]) - before) / (time.perf_counter() - began)
    peer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", f"{PEER}\ninput()", stdin=asyncio.subprocess.PIPE, cwd=ROOT
    )
    await asyncio.sleep(5)
    least = psutil.Process(peer.pid).memory_info().rss
    await peer.communicate(b"\n")
    own = bot.usage.memory_info().rss
    print(
        f"nothing due: {share:.2%} of a core, {own / 2**20:.0f} MB resident; importing the libraries alone takes "
        f"{least / 2**20:.0f} MB, ratio {own / least:.2f}",
        flush=True,
    )


async def quiet(clients: list[TeamsClient]) -> float:
    """The median of presses while nothing is due."""
    over = asyncio.Event()
    presses = asyncio.create_task(pressing(clients, over))
    await asyncio.sleep(QUIET)
    over.set()
    return shown("nothing is due", await presses)


@dataclass
class Flood:
    """Those who are due, and what becomes of them."""

    sandbox: Sandbox
    bot: Process
    ledger: Ledger
    people: list[Person]
    wanted: argparse.Namespace
    most: int = 0

    def looked(self) -> list[bool]:
        due = {person.object_id for person in self.people}
        return [looks > LOOKED for person, (_, looks) in self.ledger.looked().items() if person in due]

    def told(self) -> Counter[int]:
        """How many were told how often."""
        return Counter(notices(self.sandbox, person) for person in self.people[::ARRIVED])

    async def over(self) -> float:
        """Seconds from the moment at which the first is due until all were looked at, and the arrived were told."""
        began = time.perf_counter()
        while not (all(self.looked()) and not self.told()[0]):
            await asyncio.sleep(0.5)
            self.ledger.read()
            self.most = max(self.most, self.bot.usage.memory_info().rss)
            if time.perf_counter() - began > self.wanted.patience:
                break
        return time.perf_counter() - began

    def early(self) -> int:
        due_at, first = self.wanted.looks, self.ledger.first
        asked = [(first.get(person.claim.casefold()), due_at[person.object_id]) for person in self.people]
        return sum(at < due - GRACE for at, due in asked if at)


async def flood(one: Flood, clients: list[TeamsClient], at_rest: float) -> None:
    """All that is due at once, while people press buttons."""
    await asyncio.sleep((one.wanted.due_at - datetime.now(UTC)).total_seconds())
    quota = one.sandbox.world.people_manager = Quota(one.wanted.calls, WINDOW)
    one.ledger.read()
    one.ledger.first.clear()
    over, busy = asyncio.Event(), sum(one.bot.usage.cpu_times()[:2])
    presses = asyncio.create_task(pressing(clients, over))
    took = await one.over()
    share = (sum(one.bot.usage.cpu_times()[:2]) - busy) / took
    over.set()
    await asyncio.sleep(3)
    told = one.told()
    print(
        f"{one.wanted.due} due in a minute: {took:.0f} s until all were looked at and told, at {QUICKEST:.0f} looks a "
        f"second at most; {share:.1%} of a core, {one.most / 2**20:.0f} MB at most\n"
        f"  not looked at {one.looked().count(False)}, too early {one.early()}; of those whose photo was there, "
        f"told once {told[1]}, not {told[0]}, more than once {sum(told.values()) - told[0] - told[1]}\n"
        f"  calls refused {quota.refused}, of these before Retry-After was over {quota.early}"
    )
    print(f"  in the median {shown('that goes on', await presses) / at_rest:.1f} times as long")


def notices(sandbox: Sandbox, person: Person) -> int:
    sent = [entry for entry in sandbox.connector.personal(person).transcript if entry.what == "message"]
    return len([one for one in sent if one.activity.get("channelData", {}).get("notification")])


async def main(wanted: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = wanted.database or f"sqlite:///{folder / 'bench.db'}"
        async with Sandbox(folder=folder / "sandbox") as sandbox:
            await run(sandbox, database, folder, wanted)


async def run(sandbox: Sandbox, database: str, folder: Path, wanted: argparse.Namespace) -> None:
    waiting, due = crowd("wait", wanted.open - wanted.due), crowd("due", wanted.due)
    press = [replace(person, pull_broken=True) for person in crowd("press", PRESSING)]
    settle(sandbox, [*waiting, *due, *press])
    own = {"DATABASE_URL": database, "RESYNC_PAUSE": "0", "RESYNC_HOURLY": "0", "RESYNC_LANGUAGE": "nl"}
    environment = sandbox.environment() | own
    now = datetime.now(UTC)
    since = now - timedelta(hours=20)
    wanted.due_at = now + timedelta(seconds=wanted.open / SEEDED + 2 * IDLE + QUIET)
    print(f"sowing {wanted.open} promises, {wanted.due} of them due from {wanted.due_at:%H:%M:%S} on", flush=True)
    later = [now + timedelta(hours=5 + 40 * n / max(1, len(waiting))) for n in range(len(waiting))]
    soon = [wanted.due_at + timedelta(minutes=n / len(due)) for n in range(len(due))]
    lines = [promised(sandbox, p, since, at) for p, at in zip([*waiting, *due], [*later, *soon], strict=True)]
    wanted.looks = {one.person: one.look_at for one in lines}
    for person in due[::ARRIVED]:
        state = sandbox.world.state(person.key)
        state.pulled_at = now
        state.thumbnails = dict.fromkeys(state.thumbnails, state.photo)
    await sow(environment, sandbox.addresses.service_url, lines)
    ledger = Ledger(sandbox, database)
    print(f"sown: {ledger.scheduled()} links wait", flush=True)
    async with process(environment, folder / "log") as bot:
        print(f"start to ready {bot.ready_after:.1f} s", flush=True)
        await idle(bot)
    async with process(environment, folder / "log") as bot:
        print(f"after kill -9, start to ready {bot.ready_after:.1f} s, {ledger.scheduled()} links wait", flush=True)
        at = f"http://127.0.0.1:{bot.port}"
        clients = [sandbox.client(person.key, bot_url=at, locale="nl-NL") for person in press]
        for client in clients:
            await client.say("waarom is mijn foto oud?")
        at_rest = await quiet(clients)
        await flood(Flood(sandbox, bot, ledger, due, wanted), clients, at_rest)
    print((folder / "log").read_text("utf-8").count('"ERROR"'), "errors in the log")


async def sow(environment: dict[str, str], service_url: str, lines: list[Promise]) -> None:
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.promises", "--seed", cwd=ROOT, stdin=asyncio.subprocess.PIPE,
        env={**os.environ, **environment, "SERVICE_URL": service_url},
    )  # fmt: skip
    await program.communicate("\n".join(json.dumps(vars(one), default=str) for one in lines).encode())
    assert program.returncode == 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", default="", help="an empty PostgreSQL database instead of a file")
    parser.add_argument("--open", type=int, default=10_000, help="promises in all")
    parser.add_argument("--due", type=int, default=1_000, help="of them due in one minute")
    parser.add_argument("--calls", type=int, default=60, help="calls to PeopleManager in ten seconds")
    parser.add_argument("--patience", type=float, default=900, help="seconds until it gives up waiting")
    parser.add_argument("--seed", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    asyncio.run(seed(dict(os.environ)) if given.seed else main(given))
