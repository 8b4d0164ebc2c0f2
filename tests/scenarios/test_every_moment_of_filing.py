"""The plug is pulled at every moment of a ticket's way in turn, and it is everywhere once, with all that was said.

A ticket that an agent answers has some 200 moments of links, and some 100 more with those of turns (see mortal). Each
run of the tests goes through one on each database; all of them are gone through with RESYNC_EVERY_MOMENT=1.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.teams import BotFailed, TeamsClient
from tests.conftest import new_database
from tests.scenarios.processes import ROOT, Machine, Process, machine, told
from tests.scenarios.test_every_moment import rows
from tests.scenarios.test_helpdesk import filed, lines, posts, text_of, until, writes

EVERY = bool(os.environ.get("RESYNC_EVERY_MOMENT"))
LAST = 350  # no ticket has more moments
PATIENCE = 150  # seconds; what nobody brings on its way is found within two minutes
PLACES = 3  # the person, the channel, ServiceNow
DESKS = ("channel", "servicenow")
ANSWER = "Please sign in to SharePoint once"
CHOSEN = [("sqlite", "links", 61), ("postgresql", "links", 142)]
MOMENTS = [(kind, how, n) for kind in ("sqlite", "postgresql") for how in ("links", "turns") for n in range(1, LAST)]


@pytest.fixture
def database(kind: str, request: pytest.FixtureRequest) -> str:
    return new_database(request, kind)


async def persisting(bot: Process, work: Callable[[], Awaitable[Any]]) -> Any:
    """What somebody does who sees that something went wrong: again, as soon as the bot is back."""
    while True:
        try:
            return await work()
        except (aiohttp.ClientError, OSError, BotFailed):
            await until(lambda: bot.dead)
            await bot.start()


async def survives(bot: Process, holds: Callable[[], Any]) -> None:
    """Until it holds; the bot is started anew if it dies meanwhile."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            if bot.dead:
                await bot.start()
            await asyncio.sleep(0.05)


def left_open(here: Machine) -> list[Any]:
    """Links that wait, and places that have not everything."""
    links = rows(here, "select workflow_uuid from {links} where status in ('ENQUEUED', 'DELAYED', 'PENDING')")
    there = "select 1 from filings f where f.ticket = t.number and f.shown >= t.version and f.told >= t.entries"
    late = rows(here, f"select number from tickets t where (select count(*) from ({there}) done) < {PLACES}")
    return links + late


async def answers(agent: TeamsClient) -> None:
    """An agent answers, unless the case says that somebody has."""
    agent.reopen()
    if ANSWER not in text_of(await agent.refresh(posts_of(agent))):
        await writes(agent, "Reply", ANSWER)


def posts_of(agent: TeamsClient) -> str:
    (card,) = (one for one in agent.chat.messages.values() if one.from_bot and not one.thread and one.card)
    return card.id


@pytest.mark.parametrize(("kind", "how", "moment"), MOMENTS if EVERY else CHOSEN)
async def test_a_ticket_that_is_answered(kind: str, how: str, moment: int, database: str, tmp_path: Path) -> None:
    async with machine(database, tmp_path, speed=1) as here:
        sandbox = here.sandbox
        sandbox.connector.channel(sandbox.helpdesk_channel).installed = True
        settings = {**sandbox.desk_environment(*DESKS), "RESYNC_HELPDESK_CHANNEL": sandbox.helpdesk_channel}
        bot = here.stopped_process(ROOT, **settings)
        await bot.start("-m", "tests.scenarios.mortal", str(moment), *(["turns"] if how == "turns" else []))
        sanne = sandbox.client("sanne", bot_url=bot.address, locale="nl-NL")
        noor = sandbox.client("noor", bot_url=bot.address, channel=sandbox.helpdesk_channel)
        await persisting(bot, lambda: noor.say("recent"))  # which tells the bot what team this is
        assert "elding 1" in await persisting(bot, lambda: filed(sanne))
        await survives(bot, lambda: posts(sandbox))
        await persisting(bot, lambda: answers(noor))
        await survives(bot, lambda: not left_open(here))
        await once(here, sanne)
        assert await bot.stop() == 0
        assert "Traceback" not in here.said()


async def once(here: Machine, sanne: TeamsClient) -> None:
    """The ticket is everywhere once, and so is the answer."""
    assert rows(here, "select number from tickets") == [(1,)]
    ((entry,),) = rows(here, f"select number from entries where text = '{ANSWER}'")
    assert len(posts(here.sandbox)) == 1
    assert len([one for one in lines(here.sandbox) if f"(1-{entry})" in one]) == 1
    (incident,) = here.sandbox.desks.servicenow.incidents.values()
    assert len([1 for _, text in here.sandbox.desks.servicenow.texts(incident["number"]) if ANSWER in text]) == 1
    came = len([one for one in told(sanne) if ANSWER in str(one.activity)])
    unsure = rows(here, "select number from entries where what = 'maybe_delivered'")
    # Cut off on its way out, nobody knows whether it has arrived: then it is not repeated, and the helpdesk knows.
    assert came in ((0, 1) if unsure else (1,))
    assert ANSWER in str([card["card"] for card in sanne.cards])
