"""Each person of the cast asks, and gets the verdict that they are there to show."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.core.cards import MOST_ACTIONS
from bot.core.rules import EVERY
from bot.sandbox.people import PEOPLE
from tests.conftest import staged

QUESTION = {
    "en-US": "why is my photo old?",
    "nl-NL": "waarom is mijn foto oud?",
    "nb-NO": "hvorfor er bildet mitt gammelt?",
}
MENDED = {"noor": (19,)}  # another geography (26) is asked by itself, and all is well there
MOST_BYTES = 28_000  # a connector's post holds this much; Teams itself takes 100 KB


def texts(part: Any) -> list[str]:
    if isinstance(part, list):
        return [text for item in part for text in texts(item)]
    if isinstance(part, dict):
        own = [part[name] for name in ("text", "title", "altText") if isinstance(part.get(name), str)]
        return own + [text for value in part.values() for text in texts(value)]
    return []


def pictures(part: Any) -> list[str]:
    if isinstance(part, list):
        return [url for item in part for url in pictures(item)]
    if isinstance(part, dict):
        own = [part["url"]] if part.get("type") == "Image" else []
        return own + [url for value in part.values() for url in pictures(value)]
    return []


@pytest.mark.parametrize("key", PEOPLE)
async def test_each_person_gets_their_verdict_in_each_language(key: str, sqlite_url: str) -> None:
    person = PEOPLE[key]
    async with staged(key, sqlite_url) as stage:
        own = person.ask.format(sharepoint=stage.bot.settings.sharepoint_url)
        for locale, question in ({"en-US": own} if own else QUESTION).items():
            client = stage.client(locale=locale)
            (answer,) = await client.say(question)
            card = answer["attachments"][0]["content"]
            case = await stage.bot.store.case_of(person.object_id)
            assert case is not None
            assert case.verdict == person.verdict
            assert case.language == locale[:2]
            assert {EVERY[finding].row for finding in case.findings} & {person.row, *person.also, *MENDED.get(key, ())}
            assert card["version"] == "1.5"
            assert len(card["actions"]) <= MOST_ACTIONS
            assert all(text.strip() for text in texts(card))
            assert len(json.dumps(answer).encode("utf-16-le")) < 2 * MOST_BYTES
            assert card["fallbackText"].split("\n")[0]


async def test_both_photos_stand_side_by_side(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        (answer,) = await stage.client().say("why is my photo old?")
        shown = pictures(answer["attachments"][0]["content"])
        assert len(shown) == 2
        assert len(set(shown)) == 2
        assert all(url.startswith("data:image/jpeg;base64,") for url in shown)


async def test_a_typing_sign_comes_first(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        client = stage.client()
        stage.sandbox.world.faults.add(host="graph", path="photoUpdateSettings", delay=1)  # one who wonders by then
        await client.say("why is my photo old?")
        assert [event.kind for event in client.chat.events if event.kind in ("typing", "message")][-2:] == [
            "typing",
            "message",
        ]


async def test_nothing_about_a_photo_is_said_in_a_channel(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        (answer,) = await stage.client(channel="Helpdesk").say("why is my photo old?")
        card = answer["attachments"][0]["content"]
        assert not pictures(card)
        assert "personal" in card["fallbackText"]


@pytest.mark.parametrize("text", ["Hi", "hello", "HELP", "hallo", "Hei"])
async def test_p02_greetings_and_help_in_any_case(text: str, sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        (answer,) = await stage.client().say(text)
        assert answer["attachments"][0]["content"]["actions"]


async def test_p03_nonsense_gets_a_way_forward_and_not_the_same_answer(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        client = stage.client()
        (nonsense,) = await client.say("blargh qwertz 42")
        (greeting,) = await client.say("help")
        bodies = [answer["attachments"][0]["content"]["body"] for answer in (nonsense, greeting)]
        assert bodies[0] != bodies[1]
        assert len(nonsense["attachments"][0]["content"]["actions"]) >= 2


async def test_p05_the_welcome_comes_once(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        client = stage.client()
        assert len(await client.install()) == 1
        assert await client.install(wait=0.5) == []
        (answer,) = await client.say("hi")
        assert "Hello, I am Resync" not in answer["attachments"][0]["content"]["fallbackText"]
