"""The demo as a process that can be killed, and its chat in a browser. It knows the page, not what the bot says."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, Request, WebSocket, async_playwright, expect

from tests.conftest import free_port, missing

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]  # fmt: skip
PICTURES = os.environ.get("RESYNC_SCREENSHOTS", "")  # a folder: then the tests leave pictures of what they see there
PATIENCE = 20  # seconds that the page and the bot have for whatever is awaited
DESKTOP = {"width": 1280, "height": 1000}
PHONE = 300  # pixels that Teams leaves to a card on a phone of 360

expect.set_options(timeout=PATIENCE * 1000)

PERSONAL, GROUP, GENERAL, HELPDESK = "Personal Chat", "Group chat", "Fjordpolder - General", "Fjordpolder - Helpdesk"


@asynccontextmanager
async def opened(folder: Path, *options: str) -> AsyncIterator[tuple[Demo, Chat]]:
    """A demo in that folder, and its chat just after the installation; what is left behind afterwards is a failure."""
    if CHROMIUM is None:
        missing("Chromium")
    if shutil.which("npx") is None:
        missing("Node.js")
    demo = Demo(folder, *options)
    async with async_playwright() as playwright:
        launching = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        browser, _ = await asyncio.gather(launching, demo.start())
        try:
            sharp = 2 if PICTURES else 1
            page = await browser.new_page(viewport=DESKTOP, device_scale_factor=sharp, reduced_motion="reduce")
            page.set_default_timeout(PATIENCE * 1000)
            chat = Chat(page)
            await chat.open(demo.url)
            yield demo, chat
            assert not chat.strays
        finally:
            await asyncio.gather(browser.close(), demo.stop())


class Demo:
    """`python app.py demo` for one person, on ports that stay the same."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.port = str(free_port())
        self._folder = folder
        self._options = ("--no-browser", "--port", self.port, "--chat-port", str(free_port()), *options)
        self.url = ""

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-u", str(ROOT / "app.py"), "demo", *self._options),
            cwd=self._folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
            env={**os.environ, "TZ": "Europe/Amsterdam"},
        )  # fmt: skip
        assert self._process.stdout is not None
        said: list[str] = []
        async with asyncio.timeout(180):  # the first start on a machine downloads the Playground
            while not (said and said[-1].strip().startswith("chat") and "http://" in said[-1]):
                said.append((await self._process.stdout.readline()).decode("utf-8"))
                assert said[-1], "".join(said)
        self.url = said[-1].split()[1]

    async def pull_the_plug(self) -> None:
        self._process.kill()
        await self._process.communicate()

    async def stop(self) -> None:
        """A regular end, which leaves nothing behind."""
        self._process.send_signal(signal.SIGINT)
        await asyncio.wait_for(self._process.communicate(), 20)
        assert self._process.returncode == 0
        assert not (self._folder / ".demo" / self.port).exists()


class Chat:
    """The page, as one person uses it.

    `wire` holds what went between it and the bot, oldest first; `strays` the addresses elsewhere that it tried.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wire: list[dict[str, Any]] = []
        self.strays: list[str] = []
        self.cards = page.locator(".ac-preview-panel > .ac-adaptiveCard")  # not those within one
        page.on("websocket", self._listen)
        page.on("requestfailed", self._failed)

    async def open(self, url: str) -> None:
        await self.page.goto(url)
        await self.page.get_by_role("button", name="Hide log panel").click()

    async def go(self, place: str) -> None:
        await self.page.get_by_role("treeitem", name=place).click()

    # -- saying and pressing -----------------------------------------------------------------------------------------

    async def say(self, text: str, *, mention: bool = False) -> None:
        """In a chat."""
        await self._write(self.page, text, mention)
        await self.page.keyboard.press("Enter")

    async def ask(self, text: str, *, mention: bool = False) -> Locator:
        """Say it, where nothing else can come meanwhile; the card that answers."""
        count, sent = await self.cards.count(), len(self.new())
        await self.say(text, mention=mention)
        await _until(lambda: len(self.new()) > sent)
        return await self._card(count)

    async def post(self, text: str) -> Locator:
        """Mention the bot in a new thread of a channel; the card that answers, which comes first there."""
        count = await self.cards.count()
        await self._write(self.page, text, mention=True)
        await self.page.get_by_role("button", name="Post").click()
        await self._card(count)
        return self.cards.first

    async def reply(self, thread: str, text: str) -> None:
        """Mention the bot in the thread of a channel that says `thread`."""
        await self._write(self.page.get_by_role("group").filter(has_text=thread), text, mention=True)
        await self.page.keyboard.press("Enter")

    async def _card(self, number: int) -> Locator:
        await expect(self.cards).to_have_count(number + 1)
        return self.cards.nth(number)

    async def _write(self, place: Page | Locator, text: str, mention: bool) -> None:
        """In the first box there: a chat has one, and so has a thread; a channel begins with that for a new thread."""
        await place.locator("[contenteditable=true]").first.click()
        if mention:
            await self.page.keyboard.type("@")
            await self.page.get_by_role("menuitem", name="Resync").click()
        await self.page.keyboard.insert_text(f" {text}" if mention else text)

    async def press(self, title: str, shows: str) -> Locator:
        """A button of the newest card that has it; returns that card, which must come to show `shows` by itself."""
        button = self.page.get_by_role("button", name=title, exact=True)
        await self.cards.filter(has=button).last.wait_for()
        count = await self.cards.count()
        card = self.cards.nth(await self.cards.evaluate_all(_LAST_WITH, title))  # which it is, also without the button
        await card.locator(button).click()
        await expect(card).to_contain_text(shows)
        assert await self.cards.count() == count
        return card

    # -- what Teams does by itself -----------------------------------------------------------------------------------

    async def mock(self, item: str) -> None:
        """An activity from the page's own menu, as it is offered there."""
        await self._menu(item)
        await self._send()

    async def send(self, activity: dict[str, Any]) -> None:
        """Any activity, typed into the page's own form."""
        await self._menu("Custom activity")
        dialog = self.page.get_by_role("dialog")
        await expect(dialog).to_contain_text("recipient")  # the example that its editor shows when it is ready
        await dialog.get_by_role("textbox").focus()
        await self.page.keyboard.press("Control+A")
        await self.page.keyboard.insert_text(json.dumps(activity))
        await self.page.keyboard.press("Control+Shift+End")
        await self.page.keyboard.press("Delete")  # the brackets that its editor has closed by itself
        await self._send()

    async def _menu(self, item: str) -> None:
        await self.page.get_by_role("button", name="Mock an Activity").click()
        title = self.page.get_by_text(item, exact=True)
        await self.page.get_by_role("menuitem").filter(has=title).click()

    async def _send(self) -> None:
        told = len(self.told())
        await self.page.get_by_role("button", name="Send activity").click()
        await expect(self.page.get_by_role("dialog")).to_have_count(0)
        await _until(lambda: len(self.told()) > told)

    # -- what was sent -----------------------------------------------------------------------------------------------

    def _listen(self, socket: WebSocket) -> None:
        if socket.url.endswith("/_ws/log/stream"):
            socket.on("framereceived", self._heard)

    def _heard(self, frame: str | bytes) -> None:
        log = json.loads(frame).get("log", {})
        if "request" in log:
            self.wire.append(log)

    def _failed(self, request: Request) -> None:
        own = request.url.startswith((self.page.url, "data:", "blob:"))
        if not own and request.failure != "csp":  # what its own policy forbids does not leave the browser
            self.strays.append(request.url)

    def told(self, type: str = "") -> list[dict[str, Any]]:
        """The activities that the bot was given and has answered, of one type or of all."""
        return [log["request"]["body"] for log in self.wire
                if log["to"] == "User Application" and type in ("", log["activityName"])]  # fmt: skip

    def new(self) -> list[dict[str, Any]]:
        """The messages that the bot has sent; what changes one is none."""
        return [log["request"]["body"] for log in self.wire if log["from"] == "User Application"
                and log["activityName"] == "message" and log["response"]["statusCode"] == 201]  # fmt: skip

    # -- how it looks ------------------------------------------------------------------------------------------------

    async def looks_right(self, card: Locator, name: str) -> None:
        """Nothing of the card is cut off, on a phone neither. If pictures are wanted, they get this name."""
        for device, width in (("-phone", PHONE), ("", 0)):
            cut = await card.evaluate(_CUT_OFF, width)
            assert not cut, f"{name}{device}: this is cut off: {cut}"
            if PICTURES:
                await card.screenshot(path=Path(PICTURES) / f"{name}{device}.png")
        if PICTURES:
            await self.page.screenshot(path=Path(PICTURES) / f"{name}-page.png")


_LAST_WITH = """(cards, title) => cards.findLastIndex(
    card => [...card.querySelectorAll("button")].some(button => button.innerText.trim() === title)
)"""
# The page itself has no layout for phones: there the card is what is made narrow.
_CUT_OFF = """(card, width) => {
    card.style.width = width ? `${width}px` : "";
    const blocks = [card, ...card.querySelectorAll("*")].filter(one => getComputedStyle(one).display !== "inline");
    return blocks.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText || one.tagName);
}"""


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.02)
