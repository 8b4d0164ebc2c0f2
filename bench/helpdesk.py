"""What becomes of many cases at once while everything fails that can; run it with

    python -m bench.helpdesk [--people N] [--agents N] [--postgresql] [--seed N]

Everybody opens a case at the same time through the form in their own chat, and answers what they are asked; the agents
take, answer, ask, assign, resolve and reopen in the channel, by buttons. Some press twice, and some activities arrive
twice. Meanwhile the bot, a process of its own, is killed and started again, each desk is cut off in each way in turn,
and Teams is busy or loses answers. Then it is waited until nothing is left to do, and counted from outside: what people
were shown, and what the desks hold. What is random follows from the seed; how the processes interleave does not.

The simulated tenant is this process, and so are all people: what it takes is counted as the bot's delay. Needs
`pip install psutil`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import aiohttp
import psutil
import sqlalchemy as sa

from bench.promises import settle
from bot.helpdesk import words
from bot.sandbox import Sandbox
from bot.sandbox.chats import Activity
from bot.sandbox.faults import Fault
from bot.sandbox.people import PEOPLE
from bot.sandbox.person import Person
from bot.sandbox.teams import BotFailed, TeamsClient
from bot.store import engine_of
from tests.conftest import _postgresql_programs, free_port
from tests.scenarios.processes import ROOT, Machine, Process, told

DESKS = ("channel", "servicenow", "jira", "webhook", "zendesk", "mail")
ABROAD = DESKS[1:]
PLACES = ("person", *DESKS)
NUMBER = re.compile(r"Melding (\d+)")
TROUBLES = (aiohttp.ClientError, OSError, TimeoutError, BotFailed)
TWICE, AGAIN = 0.2, 0.15  # shares of presses that are made twice, and of activities that arrive twice
REOPENING = 0.15  # share of people who say that it is not solved
LINES = {"reply": "Reply", "question": "Ask for information", "resolved": "Resolve"}
DONE = {"reply": "is on its way", "question": "is on its way", "resolved": "case is resolved", "assigned": "Done."}


# -- people and agents -------------------------------------------------------------------------------------------------


class Client(TeamsClient):
    """Somebody's Teams, whose service sometimes delivers twice, and which measures."""

    chance: random.Random
    took: list[float]

    async def deliver(
        self, activity: Activity | bytes | str, *, token: str | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, Any]:
        began = time.perf_counter()
        answer = super().deliver(activity, token=token, headers=headers)
        if self.chance.random() < AGAIN:
            first, _ = await asyncio.gather(answer, self._repeated(activity), return_exceptions=True)
            if isinstance(first, BaseException):
                raise first
            status, body = first
        else:
            status, body = await answer
        if isinstance(activity, dict) and activity["type"] == "invoke" and status == 200:
            self.took.append(time.perf_counter() - began)
        return status, body

    async def _repeated(self, activity: Activity | bytes | str) -> None:
        await asyncio.sleep(self.chance.uniform(0, 0.2))
        await super().deliver(activity)


@dataclass
class Said:
    """Something unique that somebody wrote. `sure`: whoever wrote it has seen that it was taken."""

    ticket: int
    what: str
    text: str
    sure: bool = False


@dataclass
class Play:
    """Everything that goes on, and what is known of it from outside."""

    sandbox: Sandbox
    bot: Process
    wanted: argparse.Namespace
    chance: random.Random
    numbers: dict[str, int] = field(default_factory=dict)  # by person: the number that was shown
    said: list[Said] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    failed: int = 0  # presses to which no answer came
    plans: dict[str, list[str]] = field(default_factory=dict)  # what is still to be done, by the card in the channel
    memory: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    cut: Counter[str] = field(default_factory=Counter)
    clients: dict[str, Client] = field(default_factory=dict)

    def client(self, person: Person, locale: str, channel: str = "") -> Client:
        client = Client(
            self.sandbox.connector, person, self.bot.address, self.sandbox.tls, locale=locale, channel=channel
        )
        client.chance, client.took = random.Random(self.chance.random()), self.took
        self.clients[person.key] = client
        return client

    async def persist(self, work: Callable[[], Awaitable[Any]]) -> Any:
        """What people do who see that something went wrong: the same again a little later."""
        while True:
            try:
                return await work()
            except TROUBLES:
                self.failed += 1
                await asyncio.sleep(self.chance.uniform(0.3, 1.5))


def text_of(answers: list[Activity]) -> str:
    for answer in reversed(answers):
        for attachment in answer.get("attachments") or ():
            if "adaptive" in attachment["contentType"]:
                return json.dumps(attachment["content"], ensure_ascii=False)
    return ""


async def pressed(client: Client, title: str, card: str | None, inputs: dict[str, Any]) -> str:
    """A press, by some of them twice at once; what the card says then."""
    presses = [client.press(title, card, inputs)]
    if client.chance.random() < TWICE:
        presses.append(client.press(title, card, inputs))
    answers = await asyncio.gather(*presses, return_exceptions=True)
    good = [one for one in answers if isinstance(one, list)]
    if not good:
        raise next(one for one in answers if isinstance(one, BaseException))
    return text_of(good[-1])


def cards_of(client: TeamsClient) -> list[tuple[str, str]]:
    """Ids and texts of the cards as they are stored, newest first."""
    found = [(one.id, one.card) for one in client.chat.messages.values() if one.from_bot and one.card]
    return [(id, str(card.get("fallbackText"))) for id, card in reversed(found)]


async def person(play: Play, who: Person, over: asyncio.Event) -> None:
    """Opens a case, and answers until all is over."""
    client = play.client(who, "nl-NL")
    told_it = f"Foto van {who.key} {client.chance.randrange(16**8):08x}"
    while who.key not in play.numbers:
        await play.persist(lambda: client.say("ik wil de helpdesk spreken"))
        with suppress(LookupError):
            shown = await play.persist(lambda: pressed(client, "Verzenden naar de helpdesk", None, {"words": told_it}))
            if found := NUMBER.search(shown):
                play.numbers[who.key] = int(found[1])
        if who.key not in play.numbers:  # there was a case already, whose number this shows
            for _, text in cards_of(client):
                if found := NUMBER.search(text):
                    play.numbers[who.key] = int(found[1])
                    break
    seen = 0
    while not over.is_set():
        news = told(client)
        if len(news) == seen:
            await asyncio.sleep(0.2)
            continue
        seen = len(news)
        await asyncio.sleep(client.chance.uniform(0, 2))
        with suppress(LookupError):
            await answer(play, client, news[-1].activity["id"], play.numbers[who.key])


async def answer(play: Play, client: Client, card: str, number: int) -> None:
    """To what came last."""
    client.reopen()
    text = dict(cards_of(client)).get(card, "")
    if "is afgehandeld" in text and "Is het opgelost?" in text:
        if client.chance.random() < REOPENING:
            await written(play, client, card, "Nee, kijk er nog eens naar", Said(number, "reopened", token(client)))
        else:
            await play.persist(lambda: pressed(client, "Ja, het is opgelost", card, {}))
            await play.persist(lambda: pressed(client, "Mijn antwoord verzenden", card, {"rating": "5"}))
    elif "heeft een vraag" in text or client.chance.random() < 0.5:
        await written(play, client, card, "Verzenden", Said(number, "comment", token(client)))


def token(client: Client) -> str:
    return f"tekst{client.chance.randrange(16**10):010x}"


async def written(play: Play, client: Client, card: str, button: str, said: Said) -> None:
    """Write it; where no answer comes, look whether it is there before it is written again."""
    play.said.append(said)
    while not said.sure:
        try:
            said.sure = said.text in await pressed(client, button, card, {"text": said.text})
        except TROUBLES:
            play.failed += 1
            await asyncio.sleep(client.chance.uniform(0.5, 2))
            await play.persist(lambda: client.say("mijn meldingen"))
            shown = await play.persist(lambda: client.press(f"Melding {said.ticket}"))
            said.sure = said.text in text_of(shown)
            client.reopen()
        else:
            return  # it was taken, or refused for what has happened meanwhile


async def agent(play: Play, who: Person, over: asyncio.Event) -> None:
    """Works on whatever there is, in no order."""
    client = play.client(who, "en-US", play.sandbox.helpdesk_channel)
    await play.persist(lambda: client.say("recent"))
    while not over.is_set():
        for id, card in list(client.chat.messages.items()):
            if card.from_bot and not card.thread and "Case" in str((card.card or {}).get("fallbackText")):
                play.plans.setdefault(id, plan(client.chance))
        open_ones = [id for id, left in play.plans.items() if left]
        if not open_ones:
            await asyncio.sleep(0.2)
            continue
        id = client.chance.choice(open_ones)
        left = play.plans[id]
        do = left[0] if client.chance.random() < 0.1 else left.pop(0)  # now and then two do the same
        with suppress(LookupError, IndexError):
            await works(play, client, id, do)
        await asyncio.sleep(client.chance.uniform(0.1, 1))


def plan(chance: random.Random) -> list[str]:
    between = chance.sample(["reply", "question", "reply", "assigned"], chance.randint(1, 3))
    return ["taken", *between, "resolved", *(["reopened", "resolved"] if chance.random() < 0.2 else [])]


async def works(play: Play, client: Client, card: str, do: str) -> None:
    shown = text_of(await play.persist(lambda: client.refresh(card)))
    found = re.search(r"Case (\d+)", shown)
    assert found, shown
    if do in ("taken", "reopened"):
        await play.persist(lambda: client.press("Take" if do == "taken" else "Reopen", card))
        return
    if do == "assigned":
        await play.persist(lambda: client.press("Assign", card))
        other = client.chance.choice(sorted(play.sandbox.world.agents))
        inputs = {"agent": play.sandbox.world.people[other].object_id}
        await play.persist(lambda: pressed(client, "Send", card, inputs))
        return
    said = Said(int(found[1]), do, f"text{client.chance.randrange(16**10):010x}")
    play.said.append(said)
    inputs = {"text": said.text} | ({"reason": "fixed"} if do == "resolved" else {})
    while not said.sure:
        try:
            await client.press(LINES[do], card)
            answer = await pressed(client, "Send", card, inputs)
        except TROUBLES:
            play.failed += 1
            await asyncio.sleep(client.chance.uniform(0.5, 2))
            said.sure = said.text in text_of(await play.persist(lambda: client.refresh(card)))
        else:
            said.sure = DONE[do] in answer
            return


# -- what fails --------------------------------------------------------------------------------------------------------

PATHS = {
    "servicenow": ("servicenow", ""),
    "jira": ("jira", ""),
    "zendesk": ("zendesk", ""),
    "webhook": ("webhook", ""),
    "mail": ("graph", "sendMail|sentitems"),
    "teams": ("bot", "/v3/conversations/.*/activities"),
    "microsoft 365": ("graph", r"/users/[^/]+\?"),
}
WAYS: dict[str, dict[str, Any]] = {
    "broken before": {"drop": True},
    "broken after": {"drop": True, "after": True},
    "503": {"status": 503, "headers": {"Retry-After": "3"}},
    "429": {"status": 429, "headers": {"Retry-After": "2"}},
    "page": {"status": 200, "body": "<html><body>We are right back</body></html>"},
    "page after": {"status": 200, "body": "<html><body>We are right back</body></html>", "after": True},
}


async def cutting(play: Play) -> None:
    """Each place fails in each way, three at a time."""
    pairs = [(place, way) for place in PATHS for way in WAYS if not (place == "teams" and way.startswith("page"))]
    play.chance.shuffle(pairs)
    limit = asyncio.Semaphore(3)

    async def cut(place: str, way: str) -> None:
        async with limit:
            host, path = PATHS[place]
            fault: Fault = play.sandbox.world.faults.add(host=host, path=path, **WAYS[way])
            await asyncio.sleep(play.chance.uniform(1, 5))
            fault.times = 0
            play.cut[f"{place}: {way}"] = fault.hits
            await asyncio.sleep(play.chance.uniform(0, 1))

    await asyncio.gather(*(cut(*pair) for pair in pairs))


async def killing(play: Play) -> None:
    for number in range(play.wanted.kills):
        await asyncio.sleep(play.chance.uniform(3, 15) if number else play.chance.uniform(0.5, 3))  # once in the rush
        await play.bot.pull_the_plug()
        await asyncio.sleep(play.chance.uniform(0, 2))
        await play.bot.start()


async def measuring(play: Play) -> None:
    while True:
        with suppress(psutil.Error):
            play.memory = max(play.memory, psutil.Process(play.bot._process.pid).memory_info().rss)
        for one in play.sandbox.world.requests:
            play.asked["PeopleManager" if "PeopleManager" in one.path else one.host] += 1
        play.sandbox.world.requests.clear()
        await asyncio.sleep(0.5)


# -- what is there in the end ------------------------------------------------------------------------------------------


class Ledger:
    """What the database holds."""

    def __init__(self, database: str) -> None:
        self._engine = engine_of(database)

    def ask(self, statement: str) -> list[dict[str, Any]]:
        links = "dbos.workflow_status" if self._engine.dialect.name == "postgresql" else "workflow_status"
        with self._engine.connect() as connection:
            found = connection.execute(sa.text(statement.format(links=links))).mappings()
            return [dict(one) for one in found]

    def left(self) -> list[str]:
        """What has not come to all of its places, and links that the engine has yet to run."""
        tickets = {one["number"]: one for one in self.ask("select number, version, entries from tickets")}
        filings = {(one["ticket"], one["place"]): one for one in self.ask("select * from filings")}
        late = [
            f"{number}/{place}"
            for number, ticket in tickets.items()
            for place in PLACES
            if (there := filings.get((number, place))) is None
            or there["shown"] < ticket["version"]
            or there["told"] < ticket["entries"]
        ]
        waiting = "select workflow_uuid from {links} where name = 'file' and status in ('ENQUEUED','DELAYED','PENDING')"
        return late + [str(one["workflow_uuid"]) for one in self.ask(waiting)]


@dataclass
class Count:
    """What was counted, and each thing that is not as it was promised."""

    play: Play
    ledger: Ledger
    wrong: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def all(self) -> None:
        self.tickets = {one["number"]: one for one in self.ledger.ask("select * from tickets")}
        self.entries = defaultdict(list)
        for one in self.ledger.ask("select * from entries order by ticket, number"):
            self.entries[one["ticket"]].append(one)
        filings = self.ledger.ask("select * from filings")
        self.filed = {(one["ticket"], one["place"]): one for one in filings}
        self.threads = self._threads()
        for key, number in self.play.numbers.items():
            self._owner(key, number)
        for number in self.tickets:
            self._objects(number)
            for entry in self.entries[number]:
                self._entry(number, entry)
        for said in self.play.said:
            self._said(said)

    def is_wrong(self, kind: str, what: str) -> None:
        self.counts[f"WRONG {kind}"] += 1
        self.wrong.append(f"{kind}: {what}")

    def _reference(self, number: int) -> str:
        at = str(self.tickets[number]["opened_at"])
        return f"resync-{number}-{re.sub('[^0-9]', '', at)[2:14]}"

    def _owner(self, key: str, number: int) -> None:
        person = self.play.sandbox.world.people[key].object_id
        if number not in self.tickets:
            self.is_wrong("acknowledged and lost", f"{key} was shown {number}")
        elif self.tickets[number]["person"] != person:
            self.is_wrong("of somebody else", f"{key} was shown {number}")
        elif key not in str(self.tickets[number]["words"]).split():
            self.is_wrong("with the words of somebody else", f"{number} of {key}")

    def _threads(self) -> dict[str, list[str]]:
        channel = self.play.sandbox.connector.channel(self.play.sandbox.helpdesk_channel)
        found: dict[str, list[str]] = defaultdict(list)
        for one in channel.messages.values():
            if one.from_bot and one.thread:
                found[one.thread].append(str(one.activity.get("text")))
        return found

    def _posts(self, reference: str) -> list[str]:
        channel = self.play.sandbox.connector.channel(self.play.sandbox.helpdesk_channel)
        posts = (one for one in channel.messages.values() if one.from_bot and not one.thread and one.card)
        return [one.id for one in posts if reference in json.dumps(one.card)]

    def _objects(self, number: int) -> None:
        reference, desks = self._reference(number), self.play.sandbox.desks
        there = {
            "channel": len(self._posts(reference)),
            "servicenow": len([1 for one in desks.servicenow.incidents.values() if one["correlation_id"] == reference]),
            "jira": len([1 for one in desks.jira.issues if reference in one.description.replace("\\", "")]),
            "zendesk": len([1 for one in desks.zendesk.tickets.values() if one.external_id == reference]),
            "webhook": len([1 for one in desks.webhook.of("opened") if one["reference"] == reference]),
            "mail": len(self._mails(reference)),
        }
        for desk, count in there.items():
            self.counts[f"objects in {desk}"] += count
            if count != 1:
                self.is_wrong(f"objects in {desk}", f"{count} of {reference}")

    def _mails(self, id: str) -> list[dict[str, Any]]:
        def names(mail: dict[str, Any]) -> bool:
            return any(one == {"name": "x-resync-id", "value": id} for one in mail["internetMessageHeaders"])

        return [one for one in self.play.sandbox.world.sent if names(one)]

    def _entry(self, number: int, entry: dict[str, Any]) -> None:
        tag = f"{number}-{entry['number']}"
        if entry["what"] in words.WANTS:
            for desk in ABROAD:
                count = self._at(desk, number, entry["number"])
                self.counts[f"entries in {desk}"] += count
                if count != 1:
                    self.is_wrong(f"entries in {desk}", f"{count} of {tag} ({entry['what']})")
        if entry["what"] != "opened" and entry["origin"] != "channel":
            posts = self._posts(self._reference(number))
            count = len([1 for post in posts for one in self.threads[post] if f"({tag})" in one])
            self.counts["lines in threads"] += count
            if count != 1:
                self.is_wrong("lines in threads", f"{count} of {tag} ({entry['what']})")

    def _at(self, desk: str, number: int, entry: int) -> int:
        desks, mark = self.play.sandbox.desks, f"(resync {number}-{entry})"
        filing = self.filed.get((number, desk))
        if filing is None or not filing["id"]:
            return 0
        if desk == "mail":
            return len(self._mails(f"{self._reference(number)}-{entry}"))
        if desk == "webhook":
            return len([1 for _, id in desks.webhook.events if id == f"{self._reference(number)}/{entry}"])
        system: Any = getattr(desks, desk)
        return len([1 for _, text in system.texts(filing["id"]) if mark in text])

    def _said(self, said: Said) -> None:
        """What somebody wrote: one entry, and what the helpdesk wrote one message."""
        own = [one for one in self.entries[said.ticket] if said.text in str(one["text"])]
        self.counts[f"{said.what} that was acknowledged" if said.sure else f"{said.what} that was not"] += 1
        if len(own) > 1 or (said.sure and not own):
            self.is_wrong("entries of one text", f"{len(own)} of {said}")
        elsewhere = [
            n for n, some in self.entries.items() if n != said.ticket for one in some if said.text in one["text"]
        ]
        if elsewhere:
            self.is_wrong("texts in the case of somebody else", f"{said} in {elsewhere}")
        if said.what in LINES and own:
            self._message(said, own[0])

    def _message(self, said: Said, entry: dict[str, Any]) -> None:
        person = self.tickets[said.ticket]["person"]
        for client in self.play.clients.values():
            if client.chat.kind != "personal":
                continue
            came = len([1 for one in told(client) if said.text in str(one.activity)])
            if client.person.object_id != person:
                if came:
                    self.is_wrong("messages to somebody else", f"{said} to {client.person.key}")
                continue
            unsure = [one for one in self.entries[said.ticket] if one["what"] == "maybe_delivered"]
            covered = [one for one in unsure if int(one["key"].partition(":")[2]) >= entry["number"]]
            on_card = any(said.text in str(one.activity) for one in client.chat.transcript if one.what == "update")
            if came == 1:
                self.counts["messages once"] += 1
            elif came == 0 and covered and on_card:
                self.counts["messages that may be lost: on the card, and the helpdesk knows"] += 1
            else:
                self.is_wrong("messages", f"{came} of {said}, on a card {on_card}, told as unsure {bool(covered)}")


# -- the run -----------------------------------------------------------------------------------------------------------


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a server of our own."""
    programs = _postgresql_programs()
    if programs is None:
        sys.exit("there is no PostgreSQL on this machine")
    folder = Path(tempfile.mkdtemp(prefix="resync-bench-"))
    as_user: list[str | Path] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        as_user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    port, data = free_port(), folder / "data"
    quiet: dict[str, Any] = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
    subprocess.run([*as_user, programs / "initdb", "-D", data, "-U", "resync", "-A", "trust"], **quiet)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
    control = [*as_user, programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    subprocess.run([*control, "-o", options, "start"], **quiet)
    try:
        yield f"postgresql://resync@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **quiet)
        shutil.rmtree(folder, ignore_errors=True)


def crowd(kind: str, number: int) -> list[Person]:
    return [
        replace(PEOPLE["sanne"], key=f"{kind}{n}", login=f"{kind}.{n}", name=f"{kind.title()} Number{n}", manager=None)
        for n in range(number)
    ]


async def run(sandbox: Sandbox, database: str, folder: Path, wanted: argparse.Namespace) -> bool:
    people, agents = crowd("person", wanted.people), crowd("agent", wanted.agents)
    settle(sandbox, [*people, *agents])
    sandbox.world.agents = {one.key for one in agents}
    sandbox.connector.channel(sandbox.helpdesk_channel).installed = True
    own = {**sandbox.desk_environment(*DESKS), "RESYNC_HELPDESK_CHANNEL": sandbox.helpdesk_channel}
    machine = Machine(sandbox, database, folder, speed=1)
    bot = machine.stopped_process(ROOT, **own)
    await bot.start()
    play = Play(sandbox, bot, wanted, random.Random(wanted.seed))
    over, began = asyncio.Event(), time.perf_counter()
    keeping = [asyncio.create_task(measuring(play))]
    acting = [asyncio.create_task(agent(play, one, over)) for one in agents]
    acting += [asyncio.create_task(person(play, one, over)) for one in people]
    try:
        await asyncio.gather(cutting(play), killing(play))
        print(f"{time.perf_counter() - began:.0f} s: everything is well again", flush=True)
        while len(play.numbers) < len(people) or len(play.plans) < len(people) or any(play.plans.values()):
            await asyncio.sleep(0.5)
            if time.perf_counter() - began > wanted.patience:
                print(f"gave up: {len(play.numbers)} numbers, {sum(map(len, play.plans.values()))} things to do")
                break
        over.set()
        done, late = await asyncio.wait(acting, timeout=60)
        for one in done:
            one.result()
        print(f"{time.perf_counter() - began:.0f} s: people are done, {len(late)} were still at it", flush=True)
        quiet, ledger = time.perf_counter(), Ledger(database)
        while left := ledger.left():
            await asyncio.sleep(0.5)
            if time.perf_counter() - quiet > wanted.patience:
                print(f"gave up: {len(left)} left, such as {left[:8]}")
                break
        print(f"{time.perf_counter() - quiet:.0f} s after the last press, everything is where it belongs", flush=True)
        return report(play, ledger, bot)
    finally:
        for task in [*keeping, *acting]:
            task.cancel()
        await asyncio.gather(*keeping, *acting, return_exceptions=True)
        for client in play.clients.values():
            await client.close()
        await bot.pull_the_plug()


def report(play: Play, ledger: Ledger, bot: Process) -> bool:
    count = Count(play, ledger)
    count.all()
    log = bot.log.read_text("utf-8")
    print(
        f"{len(play.took)} presses answered: {median(play.took) * 1e3:.0f} ms median, "
        f"{quantiles(play.took, n=20)[-1] * 1e3:.0f} ms of 95 %, {max(play.took) * 1e3:.0f} ms at most; "
        f"{play.failed} without an answer\n"
        f"{play.memory / 2**20:.0f} MB resident at most; {log.count('Traceback')} tracebacks and "
        f"{log.count('ERROR')} errors in the log, {bot.log}\n"
        f"requests: {dict(play.asked)}\n"
        f"faults hit: {dict(sorted(play.cut.items()))}\n"
        f"{len(play.numbers)} people were shown a number, {len(count.tickets)} cases"
    )
    for name, number in sorted(count.counts.items()):
        print(f"  {number:6} {name}")
    print("\n".join(count.wrong[:40]) or "nothing is wrong")
    return not count.wrong


async def main(wanted: argparse.Namespace) -> bool:
    print(f"seed {wanted.seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="resync-helpdesk-"))
    async with Sandbox(folder=folder / "sandbox") as sandbox:
        if wanted.postgresql:
            with postgresql() as database:
                return await run(sandbox, database, folder, wanted)
        return await run(sandbox, f"sqlite:///{folder / 'bench.db'}", folder, wanted)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--agents", type=int, default=10)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--postgresql", action="store_true", help="on a server of its own instead of a file")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--patience", type=float, default=600, help="seconds until it gives up waiting")
    sys.exit(0 if asyncio.run(main(parser.parse_args())) else 1)
