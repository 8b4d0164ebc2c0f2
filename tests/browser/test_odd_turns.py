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
    await chat.ask("waarom is mijn foto oud?")
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


async def test_nonsense_is_answered_an_edit_is_not_and_each_installation_is_greeted_once(chat: Chat) -> None:
    await chat.go(PERSONAL)
    await chat.ask("waarom is mijn foto oud?")  # from which it knows the language of what makes no sense
    assert "Dat heb ik niet begrepen" in await _told(chat, "zwabber knoert flubber")
    await _what_is_no_message(chat)
    assert "Dat heb ik niet begrepen" in await _told(chat, "zwabber knoert flubber " * 1000)
    await _a_reload(chat)
    await _another_installation(chat)


async def _what_is_no_message(chat: Chat) -> None:
    said, sent = chat.told("message")[-1], len(chat.new())
    for type, more in (
        ("messageUpdate", {"text": "waarom is mijn foto oud?", "channelData": {"eventType": "editMessage"}}),
        ("messageDelete", {"text": "", "channelData": {"eventType": "softDeleteMessage"}}),
        ("messageReaction", {"reactionsAdded": [{"type": "like"}], "replyToId": said["id"]}),
    ):
        await chat.send(said | {"type": type} | more)
        assert len(chat.told(type)) == 1
    await chat.ask("dank je")
    assert len(chat.new()) == sent + 1


async def _a_reload(chat: Chat) -> None:
    arrivals, sent = len(chat.told("installationUpdate")), len(chat.new())
    await chat.page.reload()
    await chat.ask("dank je")
    assert len(chat.told("installationUpdate")) == arrivals + 1, "the page announces itself as another installation"
    assert len(chat.new()) == sent + 1


async def _another_installation(chat: Chat) -> None:
    count = await chat.cards.count()
    await chat.mock("Uninstall application")
    await chat.mock("Install application")
    await expect(chat.cards.nth(count)).to_contain_text("Hello, I am Resync")
    await chat.mock("Add application")  # as Teams announces it, too
    await chat.ask("dank je")
    await expect(chat.cards).to_have_count(count + 2)


async def _told(chat: Chat, text: str) -> str:
    return await (await chat.ask(text)).inner_text()
