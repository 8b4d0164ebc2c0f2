"""What people and computers do besides asking politely, in Dutch: the real client, and a bot that is killed."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import expect

from tests.browser.playground import PERSONAL, Chat, Demo

DEMO = ("--as", "ruben", "--speed", "20000")  # three days in 13 seconds
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_promise_ends_although_the_bot_was_killed(demo: Demo, chat: Chat) -> None:
    await chat.go(PERSONAL)
    await chat.say("waarom is mijn foto oud?")
    card = await chat.press("Opnieuw synchroniseren", shows="Dit ga ik doen")
    await chat.press("Starten", shows="Uw foto wordt opnieuw gesynchroniseerd")
    await chat.looks_right(card, "voortgang")

    await demo.pull_the_plug()
    await demo.start()
    await chat.open(demo.url)
    async with asyncio.timeout(60):  # for the page shows only what is said while it is open
        while "ik heb u laten weten hoe het is afgelopen" not in await _told(chat, "wat heb je gedaan?"):
            await asyncio.sleep(1)
    await expect(chat.cards.filter(has_text="Hallo, ik ben Resync")).to_have_count(0)


async def test_what_makes_no_sense_is_answered_and_what_is_no_message_is_not(chat: Chat) -> None:
    await chat.go(PERSONAL)
    assert "Dat heb ik niet begrepen" in await _told(chat, "zwabber knoert flubber")
    assert "Dat heb ik niet begrepen" in await _told(chat, "zwabber knoert flubber " * 1000)
    said = chat.told("message")[-1]
    before = len(chat.new())
    for type, more in (
        ("messageUpdate", {"text": "waarom is mijn foto oud?", "channelData": {"eventType": "editMessage"}}),
        ("messageDelete", {"text": "", "channelData": {"eventType": "softDeleteMessage"}}),
        ("messageReaction", {"reactionsAdded": [{"type": "like"}], "replyToId": said["id"]}),
    ):
        await chat.send(said | {"type": type} | more)
    await chat.ask("dank je")
    assert len(chat.new()) == before + 1


async def test_the_greeting_comes_once_for_each_installation(demo: Demo, chat: Chat) -> None:
    await chat.page.reload()
    await expect(chat.cards).to_have_count(0)
    await chat.ask("hallo")
    assert len(chat.told("installationUpdate")) == 2
    greetings = [activity for activity in chat.new() if activity["summary"] == "Hello, I am Resync"]
    assert len(greetings) == 1
    await chat.mock("Uninstall application")
    await chat.mock("Install application")
    await expect(chat.cards.last).to_contain_text("Resync")


async def _told(chat: Chat, text: str) -> str:
    return await (await chat.ask(text)).inner_text()
