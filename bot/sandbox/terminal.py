"""The chat in a terminal: lines in, what the bot says and shows out. It knows a Teams client and no bot."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import sys
import threading
from collections.abc import AsyncIterator
from typing import Any, TextIO

import aiohttp

from bot.sandbox.cards import inputs
from bot.sandbox.chats import Event
from bot.sandbox.drawing import draw, plain, pressable, wrapped
from bot.sandbox.teams import CONSENT, FILE, BotFailed, TeamsClient

__all__ = ["chat", "draw"]

ANSWERS = {"allow": True, "decline": False}  # to a file that is offered
_WIDEST = 100
_PAUSE = 0.3  # seconds without news after which the next line of a script is read


async def chat(
    client: TeamsClient,
    *,
    lines: AsyncIterator[str] | None = None,
    out: TextIO | None = None,
    quiet: float = 2.0,
    wait: float = 10.0,
) -> None:
    """Talk until the lines end (by default those of stdin; at a keyboard an empty line ends it too).

    What arrives is shown when it arrives. A line that is a number presses that button of the newest card; everything
    else is said. After the last line it stays until nothing has come for `quiet` seconds. `wait` is how long a line of
    a script waits for its first answer.
    """
    out = out or sys.stdout
    at_keyboard = lines is None and sys.stdin.isatty()
    screen = _Screen(client, out)
    watching = asyncio.create_task(screen.watch())
    try:
        async for line in lines if lines is not None else _stdin():
            said = line.strip()
            if not said and at_keyboard:
                return
            if not said:
                continue
            if not at_keyboard:
                screen.write(f"> {said}")
            await screen.take(said, wait)
            if not at_keyboard:
                await screen.settled(_PAUSE)
        await screen.settled(quiet)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        screen.catch_up()


class _Screen:
    """What has been drawn, and which buttons can be pressed."""

    def __init__(self, client: TeamsClient, out: TextIO) -> None:
        self._client, self._out = client, out
        self._events = 0
        self._drawn: dict[str, list[str]] = {}
        self._card: tuple[str, dict[str, Any]] | None = None  # the newest one with buttons, and its message
        self._filling: list[tuple[str, str]] = []  # inputs still to be asked for: id and label
        self._filled: dict[str, str] = {}
        self._pressed = 0
        self._offered = False  # a file, to which there is no answer yet
        # Of the consoles of Windows only the Terminal is known to understand colours; no-color.org.
        understood = os.name != "nt" or "WT_SESSION" in os.environ
        self._colours = out.isatty() and understood and "NO_COLOR" not in os.environ

    async def watch(self) -> None:
        while True:
            await self._client.chat.more(self._events, 3600)
            self.catch_up()

    def catch_up(self) -> None:
        events = self._client.chat.events
        while self._events < len(events):
            self._events += 1
            self._show(events[self._events - 1])

    async def settled(self, quiet: float) -> None:
        """Until nothing has happened for that long."""
        while await self._client.chat.more(len(self._client.chat.events), quiet):
            pass
        self.catch_up()

    async def take(self, line: str, wait: float) -> None:
        """One line of the person: an input that was asked for, a button, or something to say."""
        try:
            if self._filling:
                await self._fill(line)
            elif self._offered and line.casefold() in ANSWERS:
                self._offered = False
                await self._client.consent(accept=ANSWERS[line.casefold()], wait=wait)
            elif line.isdecimal() and self._card:
                await self._press(int(line))
            else:
                await self._client.say(line, wait=wait)
        except BotFailed as failed:
            self.write(f"! Something went wrong ({failed.status}).")
        except LookupError:
            self.write("That button is gone.")
        except (aiohttp.ClientError, TimeoutError) as error:
            self.write(f"! The bot does not answer ({type(error).__name__}).")
        self.catch_up()

    async def _press(self, number: int) -> None:
        assert self._card
        _, card = self._card
        buttons = pressable(card)
        if not 0 < number <= len(buttons):
            self.write(f"There is no button [{number}].")
            return
        action = buttons[number - 1]
        if action["type"] == "Action.OpenUrl":
            self.write(str(action.get("url")))
        elif action["type"] not in ("Action.Execute", "Action.Submit"):
            self.write("That needs a screen.")
        else:
            self._pressed = number
            self._filled.clear()
            if action.get("associatedInputs") != "none":
                self._filling = [(field["id"], str(field.get("label") or field["id"])) for field in inputs(card)]
            await self._go_on()

    async def _fill(self, line: str) -> None:
        name, _ = self._filling.pop(0)
        if line != "-":
            self._filled[name] = line
        await self._go_on()

    async def _go_on(self) -> None:
        """Ask for the next input, or press the button."""
        if self._filling:
            self.write(f"{self._filling[0][1]} (- leaves it as it is):")
            return
        assert self._card
        id, _ = self._card
        try:
            answers = await self._client.press(self._pressed - 1, card=id, inputs=self._filled)
        except ValueError as error:
            self.write(f"! {error}")
            return
        for activity in answers:
            if activity["id"] == id:
                self._show_message(activity, "updated")

    def _show(self, event: Event) -> None:
        if event.kind == "delete":
            self._mark("removed")
        elif event.kind in ("message", "update", "notice"):
            shown = self._client.shown_card(event.message) if event.message.id else None
            activity = event.message.activity
            self._show_message(activity, "updated" if event.kind == "update" else "", shown)

    def _show_message(self, activity: dict[str, Any], mark: str, card: dict[str, Any] | None = None) -> None:
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        id = str(activity.get("id") or "")
        message = self._client.chat.messages.get(id)
        card = card or (self._client.shown_card(message) if message else None)
        lines = wrapped(plain(str(activity["text"])), width) if activity.get("text") else []
        lines += draw(card, width) if card else []
        lines += [line for one in activity.get("attachments") or () for line in self._file(one)]
        if not lines or (mark and self._drawn.get(id) == lines):
            return  # the answer to a press, and the update of what is stored, are the same card
        self._drawn[id] = lines
        if mark:
            self._mark(f"{mark}:")
        self.write("\n".join(lines))
        if card and pressable(card):
            self._card = (id, card)
            self._filling.clear()

    def _file(self, attachment: dict[str, Any]) -> list[str]:
        """A file that is offered, or one that is there."""
        name, content = attachment.get("name"), attachment.get("content") or {}
        if attachment.get("contentType") == CONSENT:
            self._offered = True
            question = f"Teams asks: may {name} be put into your OneDrive? Write {' or '.join(ANSWERS)}."
            return [f"{content.get('description')} ({content.get('sizeInBytes')} bytes)", question]
        return [f"[file: {name}] {attachment.get('contentUrl')}"] if attachment.get("contentType") == FILE else []

    def _mark(self, text: str) -> None:
        self.write(f"\x1b[2m· {text}\x1b[0m" if self._colours else f"· {text}")

    def write(self, text: str) -> None:
        # A console that lacks a sign shows a question mark instead of ending the chat.
        coding = getattr(self._out, "encoding", None) or "utf-8"
        self._out.write(text.encode(coding, "replace").decode(coding) + "\n")
        self._out.flush()


async def _stdin() -> AsyncIterator[str]:
    """The lines of stdin. Read in a thread of its own: a console can be waited for in no other way on all systems."""
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[bytes | None]()
    # Unbuffered: a thread that waits inside of Python's buffered stdin brings the interpreter down when it ends.
    source = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)

    def read() -> None:
        rest = b""
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            while data := source.read(8192):
                *whole, rest = (rest + data).split(b"\n")
                for line in whole:
                    loop.call_soon_threadsafe(queue.put_nowait, line)
            if rest:
                loop.call_soon_threadsafe(queue.put_nowait, rest)
            loop.call_soon_threadsafe(queue.put_nowait, None)

    threading.Thread(target=read, daemon=True).start()
    while (line := await queue.get()) is not None:
        yield line.decode(sys.stdin.encoding or "utf-8", "replace")
