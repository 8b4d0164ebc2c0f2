"""The helpdesk from the form to the rating, over real HTTPS: with plugs pulled, desks cut off and cards forged."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot import build
from bot.config import Settings
from bot.core.actions import Action
from bot.core.tickets import Dossier, Status
from bot.flows import filing
from bot.sandbox import Sandbox
from bot.sandbox.chats import Message
from bot.sandbox.teams import TeamsClient
from tests.conftest import Stage
from tests.scenarios.processes import ROOT, machine, shown, told

MINUTE = {"RESYNC_TIME_SCALE": "60"}  # in a second
HOUR = {"RESYNC_TIME_SCALE": "3600"}  # in a second
WORDS = "Mijn foto op het intranet is oud"


@asynccontextmanager
async def helpdesk(database_url: str, *desks: str, **changes: str) -> AsyncIterator[Stage]:
    """A bot with a helpdesk in these desks; in the channel of the settings, unless a group decides."""
    async with Sandbox() as sandbox:
        channel = {} if "RESYNC_HELPDESK_GROUP" in changes else {"RESYNC_HELPDESK_CHANNEL": sandbox.helpdesk_channel}
        own = {"DATABASE_URL": database_url, "RESYNC_HOST": "127.0.0.1", "RESYNC_PORT": "0", **channel, **changes}
        sandbox.connector.channel(sandbox.helpdesk_channel).installed = True
        settings = Settings.from_mapping(sandbox.environment() | sandbox.desk_environment(*desks) | own)
        async with build.running(settings) as bot, build.serving(bot) as address:
            sandbox.world.clock.follow(bot.world.clock.now)
            yield Stage(sandbox, bot, address, "sanne")


async def until(holds: Callable[[], Any], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.02)


def agent(stage: Stage, key: str, channel: str = "") -> TeamsClient:
    client: TeamsClient = stage.client(key, channel=channel or stage.sandbox.helpdesk_channel)
    return client


def text_of(answers: Sequence[dict[str, Any]]) -> str:
    """Everything that the last card shows; a line in a thread may have come after it."""
    (*_, card) = (one for one in answers if "attachments" in one)
    return "\n".join(strings(card["attachments"][0]["content"]))


def strings(part: Any) -> list[str]:
    """All texts in a card, or in a part of one."""
    if isinstance(part, dict | list):
        return [text for one in (part.values() if isinstance(part, dict) else part) for text in strings(one)]
    return [part] if isinstance(part, str) else []


def passing(teams: TeamsClient) -> list[str]:
    """What Teams has shown in passing."""
    return [event.message.activity["text"] for event in teams.chat.events if event.kind == "notice"]


def posts(sandbox: Sandbox, channel: str = "") -> list[Message]:
    """What the bot began threads with."""
    there = sandbox.connector.channel(channel or sandbox.helpdesk_channel).messages.values()
    return [one for one in there if one.from_bot and not one.thread and one.card and not one.deleted]


def lines(sandbox: Sandbox) -> list[str]:
    """What the bot wrote in threads."""
    there = sandbox.connector.channel(sandbox.helpdesk_channel).messages.values()
    return [str(one.activity.get("text")) for one in there if one.from_bot and one.thread]


def arrived(teams: TeamsClient, text: str) -> list[Any]:
    """The messages that brought it."""
    return [one for one in told(teams) if text in str(one.activity)]


async def filed(teams: TeamsClient, words: str = WORDS) -> str:
    """What is shown once the form was sent."""
    await teams.say("ik wil de helpdesk spreken")
    return text_of(await teams.press("Verzenden naar de helpdesk", inputs={"words": words}))


async def dossier(stage: Stage, number: int = 1) -> Dossier:
    found = await stage.bot.store.dossier(number)
    assert found is not None
    return found


async def settled(stage: Stage, number: int = 1, seconds: float = 20) -> Dossier:
    """The ticket when it has come to all of its places."""
    places = ("person", *stage.bot.world.desks)
    async with asyncio.timeout(seconds):
        while True:
            found = await dossier(stage, number)
            versions = [found.filing(place).shown for place in places]
            if all(version == found.ticket.version for version in versions):
                return found
            await asyncio.sleep(0.05)


async def writes(client: TeamsClient, button: str, text: str = "", **inputs: str) -> str:
    """An agent's button that opens a form, filled in and sent."""
    await client.press(button)
    return text_of(await client.press("Send", inputs={"text": text, **inputs}))


async def test_from_the_form_to_the_rating(database_url: str) -> None:
    async with helpdesk(database_url, "channel", "servicenow") as stage:
        sanne: TeamsClient = stage.client("sanne", locale="nl-NL")
        noor, thea = agent(stage, "noor"), agent(stage, "thea")
        await sanne.say("waarom is mijn foto oud?")
        assert "Melding 1 bij uw helpdesk" in await filed(sanne)
        await until(lambda: posts(stage.sandbox))
        (card,) = posts(stage.sandbox)
        assert (
            "Case 1" in str(card.card)
            and "Sanne" not in str(card.card)
            and "Action.Execute" not in str((card.card or {}).get("actions"))
        ), "nothing about a person, and no button, for everybody"
        for client in (noor, thea):
            (own,) = await client.look()
            assert WORDS in text_of([own]) and "Take" in str(own)
        answers = [text_of(one) for one in await asyncio.gather(noor.press("Take"), thea.press("Take"))]
        owner = (await dossier(stage)).ticket.assignee_name
        assert sorted("You have this case" in one for one in answers) == [False, True]
        assert any(f"{owner} has this case already" in one for one in answers)
        first, other = (noor, thea) if owner == noor.person.name else (thea, noor)
        assert "on its way" in await writes(first, "Reply", "Could you sign in to SharePoint once?")
        await until(lambda: arrived(sanne, "Could you sign in to SharePoint once?"))
        (message,) = told(sanne)
        assert "U krijgt dit bericht vanwege uw melding 1" in str(message.activity)
        assert message.activity["channelData"]["notification"]["alert"]
        sent = await sanne.press("Verzenden", inputs={"text": "Dat heb ik gedaan"})
        assert "Ik heb dit doorgegeven" in text_of(sent)
        await until(lambda: any("Dat heb ik gedaan" in one for one in lines(stage.sandbox)))
        await other.look()
        assert "resolved" in await writes(other, "Resolve", "It is there now", reason="fixed")
        await until(lambda: arrived(sanne, "It is there now"))
        assert "is afgehandeld" in text_of([told(sanne)[-1].activity])
        assert "Hoe tevreden bent u" in str(await sanne.press("Ja, het is opgelost"))
        assert "Bedankt" in text_of(await sanne.press("Mijn antwoord verzenden", inputs={"rating": "4"}))
        last = await settled(stage)
        assert (last.ticket.status, last.ticket.confirmed, last.ticket.rating) == (Status.RESOLVED, "yes", 4)
        assert len(told(sanne)) == 2 and len(posts(stage.sandbox)) == 1
        said = ("Could you sign in to SharePoint once?", "Dat heb ik gedaan", "It is there now")
        for text in said:
            assert len([one for one in lines(stage.sandbox) if text in one]) == 1, text
        (incident,) = stage.sandbox.desks.servicenow.incidents.values()
        assert incident["state"] == "6"
        notes = stage.sandbox.desks.servicenow.texts(incident["number"])
        for text in said:
            assert len([one for _, one in notes if text in one]) == 1, text
        assert "rated" not in str(notes) and "Satisfaction" in str(posts(stage.sandbox)[0].card)


async def test_the_plug_is_pulled_right_after_the_number_was_shown(database_url: str, tmp_path: Path) -> None:
    async with machine(database_url, tmp_path) as here:
        sandbox = here.sandbox
        sandbox.connector.channel(sandbox.helpdesk_channel).installed = True
        settings = sandbox.desk_environment("channel") | {"RESYNC_HELPDESK_CHANNEL": sandbox.helpdesk_channel}
        bot = await here.process(ROOT, **settings)
        sanne = sandbox.client("sanne", bot_url=bot.address, locale="nl-NL")
        assert "Melding 1 bij uw helpdesk" in await filed(sanne)
        await bot.pull_the_plug()
        assert not posts(sandbox), "it was quicker than the plug: the test says nothing"
        await bot.start()
        await until(lambda: posts(sandbox))
        noor = sandbox.client("noor", bot_url=bot.address, channel=sandbox.helpdesk_channel)
        await noor.look()
        assert "You have this case" in text_of(await noor.press("Take"))
        await until(lambda: any("Noor" in one for one in lines(sandbox)))
        assert len(posts(sandbox)) == 1
        assert await bot.stop() == 0
        assert "Traceback" not in here.said()


async def test_desks_that_take_a_ticket_and_cut_the_answer(sqlite_url: str) -> None:
    async with helpdesk(sqlite_url, "channel", "servicenow", "jira", "zendesk", "webhook", "mail") as stage:
        faults, desks = stage.sandbox.world.faults, stage.sandbox.desks
        cut = {
            "servicenow": r"^/api/now/table/incident\?",
            "jira": r"^/rest/servicedeskapi/request$",
            "zendesk": r"^/api/v2/tickets\.json$",
            "webhook": "^/hook$",
            "graph": "/sendMail$",
        }
        hit = [faults.add(host=host, path=path, drop=True, after=True, times=1) for host, path in cut.items()]
        await filed(stage.client("sanne", locale="nl-NL"))
        done = await settled(stage)
        assert [fault.hits for fault in hit] == [1] * len(hit)
        assert len(desks.servicenow.incidents) == len(desks.jira.issues) == len(desks.zendesk.tickets) == 1
        assert len(desks.webhook.of("opened")) == len(stage.sandbox.world.sent) == 1
        assert done.filing("servicenow").id == next(iter(desks.servicenow.incidents.values()))["number"]
        assert done.filing("jira").id == desks.jira.issues[0].key


async def test_a_card_whose_answer_is_lost_on_a_busy_day(sqlite_url: str) -> None:
    """So many others are posted before it is looked for that it is no longer among the newest ones."""
    async with helpdesk(sqlite_url, "channel") as stage:
        noor = agent(stage, "noor")
        await noor.say("recent")  # which tells the bot what team this is
        fault = stage.sandbox.world.faults.add(
            host="bot", path=r"/19.*/activities$", drop=True, after=True, delay=0.5, times=1
        )
        await filed(stage.client("sanne", locale="nl-NL"))
        await until(lambda: posts(stage.sandbox))
        (card,) = posts(stage.sandbox)
        for _ in range(60):
            other = {**card.activity, "attachments": [], "text": "The card of another case"}
            noor.chat.add(other, stage.sandbox.world.clock.now(), from_bot=True)
        await settled(stage)
        assert fault.hits == 1
        assert len(posts(stage.sandbox)) == 1


async def test_the_channel_is_deleted_and_another_one_set_up(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "PAUSES", (1, 1, 2))  # which of them follows which is the flows' matter
    group = Sandbox().helpdesk_group
    async with helpdesk(sqlite_url, "channel", "servicenow", RESYNC_HELPDESK_GROUP=group, **MINUTE) as stage:
        sandbox, sanne = stage.sandbox, stage.client("sanne", locale="nl-NL")
        noor = agent(stage, "noor")
        assert "from now on" in (await noor.say("set up helpdesk"))[-1]["text"]
        noor.chat.gone = True
        faults = sandbox.world.faults
        faults.add(host="servicenow", status=503, headers={"Retry-After": "1"})
        assert "Melding 1 bij uw helpdesk" in await filed(sanne)
        await until(lambda: "Ik heb uw melding bewaard" in shown(sanne)[-1])
        faults.clear()
        await until(lambda: len(sandbox.desks.servicenow.incidents) == 1)
        await until(lambda: "Uw helpdesk krijgt de melding" in shown(sanne)[-1])
        elsewhere = "19:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@thread.tacv2"
        there = agent(stage, "noor", elsewhere)
        assert "from now on" in (await there.say("set up helpdesk"))[-1]["text"]
        await until(lambda: posts(sandbox, elsewhere))
        await there.look()
        assert "You have this case" in text_of(await there.press("Take"))
        await settled(stage)
        assert len(posts(sandbox, elsewhere)) == 1 and len(sandbox.desks.servicenow.incidents) == 1


async def test_the_helpdesk_is_reminded_in_time(sqlite_url: str) -> None:
    async with helpdesk(sqlite_url, "channel", RESYNC_FIRST_REPLY_WITHIN="6h", **HOUR) as stage:
        await filed(stage.client("sanne", locale="nl-NL"))
        channel = stage.sandbox.connector.channel(stage.sandbox.helpdesk_channel)

        def calls() -> list[tuple[str, set[str]]]:
            """Lines that mention somebody, and whom."""
            found = []
            for one in channel.messages.values():
                named = [part for part in one.activity.get("entities") or () if part["type"] == "mention"]
                if one.thread and named:
                    found.append((str(one.activity["text"]), {str(part["mentioned"]["id"]) for part in named}))
            return found

        everybody = {stage.sandbox.connector.mri(person) for person in stage.sandbox.world.helpdesk}
        await until(lambda: any("(1-3)" in text for text, _ in calls()))
        assert [people for _, people in calls()] == [everybody] * 2, "before it is due, and when it is"


async def test_whoever_left_the_helpdesk_a_moment_ago_is_refused(sqlite_url: str) -> None:
    async with helpdesk(sqlite_url, "channel") as stage:
        await filed(stage.client("sanne", locale="nl-NL"))
        await until(lambda: posts(stage.sandbox))
        noor = agent(stage, "noor")
        await noor.look()
        await noor.press("Reply")
        stage.sandbox.world.agents.remove("noor")
        assert await noor.press("Send", inputs={"text": "I was here"}) == []
        assert passing(noor)[-1] == "Only members of the helpdesk can do this."
        noor.reopen()
        for card in await noor.look():
            assert WORDS not in text_of([card])
        assert [one.what for one in (await dossier(stage)).entries if one.side == "helpdesk"] == []


async def pressed(client: TeamsClient, data: dict[str, Any], message: str = "") -> None:
    """Press what no card offers. An answer that is an error is as good as any."""
    value = {"action": {"type": "Action.Execute", "verb": data.get("verb"), "data": data}, "trigger": "manual"}
    activity = client.activity(type="invoke", name="adaptiveCard/action", value=value, replyToId=message or None)
    status, body = await client.deliver(activity)
    assert status < 500, body


async def test_forged_and_replayed_cards(sqlite_url: str) -> None:
    async with helpdesk(sqlite_url, "channel") as stage:
        sanne, jonas = stage.client("sanne", locale="nl-NL"), stage.client("jonas")
        await filed(sanne)
        await until(lambda: posts(stage.sandbox))
        noor = agent(stage, "noor")
        await noor.look()
        await jonas.say("hi")
        before = await settled(stage)
        own = ("comment", "withdraw", "reopen", "solved", "rate", "hush", "unhush", "ticket")
        theirs = ("take", "reply", "resolve", "assign", "work", "more", "note", "diagnose", "allow_for", "undo_for")
        for verb in own + theirs:
            await pressed(jonas, {**Action(verb, ticket=1, form="x").pack(), "text": "forged", "reason": "fixed"})
        for verb in theirs:
            await pressed(sanne, {**Action(verb, ticket=1, form="x").pack(), "text": "forged", "reason": "fixed"})
        for ticket in (1, "01", "1 ", "-1", "1e0", "99", "999999999", "9" * 40, ["1"], {"a": 1}, None, True):
            await pressed(jonas, {"resync": "1", "verb": "comment", "ticket": ticket, "text": "forged"})
        for form in ("../x", "x" * 65, ["x"], "x y", 7):
            await pressed(noor, {"resync": "1", "verb": "reply", "ticket": "1", "form": form, "text": "forged"})
        assert (await settled(stage)).entries == before.entries
        assert WORDS not in str([one.activity for one in jonas.chat.transcript if one.direction == "out"])
        # The same form, again and again, from two devices: one answer.
        data = {**Action("reply", ticket=1, form="nonce").pack(), "text": "Once and for all"}
        await asyncio.gather(*(pressed(noor, data, posts(stage.sandbox)[0].id) for _ in range(4)))
        once = noor.activity(
            type="invoke",
            name="adaptiveCard/action",
            value={"action": {"type": "Action.Execute", "verb": "note", "data": {
                **Action("note", ticket=1).pack(), "text": "A note"}}, "trigger": "manual"},
        )  # fmt: skip
        await asyncio.gather(*(noor.deliver(once) for _ in range(3)))  # as Teams does that has waited for too long
        await until(lambda: arrived(sanne, "Once and for all"))
        after = await settled(stage)
        assert [one.what for one in after.entries[len(before.entries) :]] == ["reply", "note"]
        assert len(arrived(sanne, "Once and for all")) == 1
        assert len([one for one in lines(stage.sandbox) if "Once and for all" in one]) == 1
