"""The demo in a real browser: Microsoft's local Teams client, the real bot, the simulated tenant."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from tests.conftest import free_port, missing

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[str]:
    """The address of the chat of a running demo."""
    if CHROMIUM is None:
        missing("Chromium")
    if shutil.which("npx") is None:
        missing("Node.js")
    ports = ["--port", str(free_port()), "--chat-port", str(free_port())]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-u", str(ROOT / "app.py"), "demo", "--no-browser", *ports),
        cwd=tmp_path, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, "TZ": "Europe/Amsterdam"},
    )  # fmt: skip
    assert process.stdout is not None
    said = []
    async with asyncio.timeout(180):
        while True:
            line = (await process.stdout.readline()).decode("utf-8")
            said.append(line)
            assert line, "".join(said)
            if line.strip().startswith("chat") and "http://" in line:
                break
    yield line.split()[1]
    process.send_signal(signal.SIGINT)
    await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 0
    assert not (tmp_path / ".demo" / ports[1]).exists()


async def say(page: Page, text: str) -> None:
    box = page.locator("textarea, [contenteditable=true]").first
    await box.click()
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")


async def test_from_the_question_to_the_new_photo_in_dutch(demo: str, tmp_path: Path) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = await browser.new_page(viewport={"width": 1280, "height": 1000})
        page.set_default_timeout(20_000)
        await page.goto(demo)
        await page.get_by_text("Hello, I am Resync").wait_for()
        await say(page, "waarom is mijn foto oud?")
        await page.get_by_text("SharePoint toont niet de foto").wait_for()
        pictures = page.locator('img[alt^="Uw foto in"]')
        assert await pictures.count() == 2
        # A picture that the client cannot draw has no size of its own.
        sizes = [await pictures.nth(number).evaluate("image => image.naturalWidth") for number in (0, 1)]
        assert sizes == [96, 96]
        shot = os.environ.get("RESYNC_SCREENSHOTS")
        if shot:
            await page.screenshot(path=Path(shot) / "diagnosis.png")
        await page.get_by_role("button", name="Opnieuw synchroniseren").click()
        await page.get_by_role("button", name="Start").click()
        await page.get_by_text("wordt opnieuw gesynchroniseerd").wait_for()
        await page.get_by_text("Ik heb de foto's in Microsoft 365 en SharePoint vergeleken").nth(1).wait_for()
        sources = [await pictures.nth(number).get_attribute("src") for number in (0, 1)]
        assert all(source and source.startswith("data:image/jpeg") for source in sources)
        await browser.close()
