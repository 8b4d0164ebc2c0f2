"""What people and computers do besides asking politely, in Dutch: the real client, and a bot that is killed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from playwright.async_api import expect

from tests.browser.playground import Chat, Demo, opened


async def test_nonsense_a_reload_another_installation_and_a_pulled_plug(tmp_path: Path) -> None:
    async with opened(tmp_path, "--as", "ruben", "--speed", "20000") as (demo, chat):  # three days in 13 seconds
        await expect(chat.cards).to_contain_text("Hello, I am Resync")
        await chat.ask("waarom is mijn foto oud?")
        await _nonsense(chat)
        await _a_reload(chat)
        await _another_installation(chat)
        await _a_pulled_plug(demo, chat)


async def _nonsense(chat: Chat) -> None:
    for text in ("zwabber knoert flubber", "zwabber knoert flubber " * 1000):
        await expect(await chat.ask(text)).to_contain_text("Dat heb ik niet begrepen")


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


async def _a_pulled_plug(demo: Demo, chat: Chat) -> None:
    """What was promised is kept all the same; the page shows only what is said while it is open."""
    await chat.ask("waarom is mijn foto oud?")
    card = await chat.press("Opnieuw synchroniseren", shows="Dit ga ik doen")
    await chat.press("Starten", shows="Uw foto wordt opnieuw gesynchroniseerd")
    await chat.looks_right(card, "voortgang")
    await demo.pull_the_plug()
    await demo.start()
    await chat.open(demo.url)
    told = chat.cards.filter(has_text="ik heb u laten weten hoe het is afgelopen")
    async with asyncio.timeout(60):
        while not await told.count():
            await chat.say("wat heb je gedaan?")
            await asyncio.sleep(1)
    await expect(chat.cards.filter(has_text="ik ben Resync")).to_have_count(0)
