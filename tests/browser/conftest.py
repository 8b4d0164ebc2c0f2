"""A browser and a demo for each module: who is before the screen stands in its `DEMO`."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests.browser.playground import DESKTOP, PATIENCE, PICTURES, Chat, Demo, without_typing_in_threads
from tests.conftest import missing

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]  # fmt: skip
expect.set_options(timeout=PATIENCE * 1000)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    if CHROMIUM is None:
        missing("Chromium")
    if shutil.which("npx") is None:
        missing("Node.js")
    demo = Demo(tmp_path_factory.mktemp("demo"), *request.module.DEMO)
    await demo.start()
    yield demo
    await demo.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chat(demo: Demo, browser: Browser) -> AsyncIterator[Chat]:
    """The page that is opened first, just after the installation, and stays open for the tests of the module."""
    page = await browser.new_page(viewport=DESKTOP, reduced_motion="reduce", device_scale_factor=2 if PICTURES else 1)
    page.set_default_timeout(PATIENCE * 1000)
    await page.route_web_socket("**/conversations/stream", without_typing_in_threads)
    chat = Chat(page)
    await chat.open(demo.url)
    await expect(chat.cards).to_contain_text("Hello, I am Resync")
    yield chat
    assert not chat.strays
