"""The chat in a terminal: cards as text, numbers as buttons, updates when they come."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import pytest

from bot.sandbox.drawing import plain
from bot.sandbox.terminal import chat, draw
from tests.sandbox.conftest import StandIn, attached, card


def _text(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "TextBlock", "text": text, **more}


def _button(title: str, kind: str = "Submit", **more: Any) -> dict[str, Any]:
    return {"type": f"Action.{kind}", "title": title, **more}


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a **bold** and _soft_ word", "a bold and soft word"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("[SharePoint](https://a.example/x)", "SharePoint (https://a.example/x)"),
        ("- one\n- two\r\n- three", "• one\n• two\n• three"),
        (r"Jan \*de\* Boer\.", "Jan *de* Boer."),
        ("on {{DATE(2026-11-23T09:30:00Z,SHORT)}} at {{TIME(2026-11-23T09:30:00Z)}}", "on 2026-11-23 at 09:30"),
    ],
)
def test_markdown_is_light(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_draws_elements() -> None:
    drawn = draw(
        card(
            _text("Your photo is **new** in Teams", size="large"),
            {"type": "RichTextBlock", "inlines": ["Asked ", {"type": "TextRun", "text": "today"}]},
            {
                "type": "FactSet",
                "facts": [{"title": "SharePoint:", "value": "40 days old"}, {"title": "Teams", "value": "new"}],
            },
            {
                "type": "ColumnSet",
                "columns": [
                    {"type": "Column", "items": [{"type": "Image", "url": "x", "altText": "your new photo"}]},
                    {"type": "Column", "items": [{"type": "Image", "url": "y", "altText": "the old one"}]},
                ],
            },
            {"type": "Container", "items": [_text("inside"), _text("hidden", isVisible=False)]},
            {"type": "Input.Text", "id": "note", "label": "Note"},
            {"type": "Mystery", "fallback": _text("instead")},
            actions=[
                _button("Resync"),
                _button("Gone", isEnabled=False),
                _button("Open", "OpenUrl", url="https://a.b"),
            ],
        ),
        60,
    )
    assert drawn == [
        "Your photo is new in Teams",
        "Asked today",
        "SharePoint  40 days old",
        "Teams       new",
        "[picture: your new photo]  [picture: the old one]",
        "inside",
        "Note: ____",
        "instead",
        "",
        "[1] Resync  ( Gone )  [2] Open ↗",
    ]


def test_narrow_columns_stand_below_each_other() -> None:
    columns = [{"type": "Column", "items": [_text(f"a rather long text number {n}")]} for n in range(3)]
    drawn = draw(card({"type": "ColumnSet", "columns": columns}), 40)
    assert drawn == [f"a rather long text number {n}" for n in range(3)]


def test_long_texts_are_wrapped_and_wide_letters_counted() -> None:
    assert all(len(line) <= 30 for line in draw(card(_text("word " * 40)), 30))
    facts = [{"title": "写真", "value": "a"}, {"title": "abcd", "value": "b"}]
    assert draw(card({"type": "FactSet", "facts": facts})) == ["写真  a", "abcd  b"]


def test_buttons_are_numbered_in_reading_order() -> None:
    nested = _button("More", "ShowCard", card=card(_text("deep"), actions=[_button("Deep")]))
    inside = {"type": "ActionSet", "actions": [_button("First")]}
    drawn = draw(card(inside, {"type": "Container", "items": [], "selectAction": _button("Tap")}, actions=[nested]))
    assert drawn == ["[1] First", "[2] Tap", "", "[3] More", "  deep", "", "  [4] Deep"]


@pytest.mark.parametrize("odd", [{}, {"body": None}, {"body": "text"}, {"body": [None, 3, {"type": 7}], "actions": {}}])
def test_odd_cards_do_not_break_it(odd: dict[str, Any]) -> None:
    assert draw(odd) == []


async def _lines(*lines: str) -> AsyncIterator[str]:
    for line in lines:
        yield line


async def _talk(bot: StandIn, *lines: str, quiet: float = 0.1) -> list[str]:
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url)
    await client.install(wait=0)
    out = io.StringIO()
    await chat(client, lines=_lines(*lines), out=out, quiet=quiet, wait=0.5)
    assert "\x1b" not in out.getvalue()
    return out.getvalue().splitlines()


async def test_a_conversation(bot: StandIn) -> None:
    first = card(_text("Your photo is old"), actions=[_button("Resync", "Execute", verb="resync")])
    busy = card(_text("Asking SharePoint"), actions=[_button("Page", "OpenUrl", url="https://a.example/me")])
    tasks = []

    async def turn(bot: StandIn, activity: dict[str, Any]) -> Any:
        id = activity["conversation"]["id"]
        if activity["type"] == "message":
            await bot.send(id, text="One **moment**")
            await bot.send(id, attachments=attached(first))
        if activity["type"] == "invoke":

            async def later() -> None:
                at = f"/{quote(id, safe='')}/activities/{activity['replyToId']}"
                await bot.call("PUT", at, json={"type": "message", "attachments": attached(busy)})
                await asyncio.sleep(0.05)
                await bot.send(id, text="It has arrived")

            tasks.append(asyncio.create_task(later()))
            return {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": busy}
        return None

    bot.turn = turn
    assert await _talk(bot, "why is my photo old?", "", "9", "1", "1") == [
        "> why is my photo old?",
        "One moment",
        "Your photo is old",
        "",
        "[1] Resync",
        "> 9",
        "There is no button [9].",
        "> 1",
        "· updated:",
        "Asking SharePoint",
        "",
        "[1] Page ↗",
        "It has arrived",
        "> 1",
        "https://a.example/me",
    ]


async def test_asks_for_inputs(bot: StandIn) -> None:
    form = card(
        {"type": "Input.Text", "id": "note", "label": "What happened?"},
        {"type": "Input.Text", "id": "phone", "label": "Phone", "value": "101"},
        actions=[_button("Send", data={"verb": "send"})],
    )

    async def turn(bot: StandIn, activity: dict[str, Any]) -> Any:
        if activity.get("text"):
            await bot.send(activity["conversation"]["id"], attachments=attached(form))
        elif activity["type"] == "message":
            await bot.send(activity["conversation"]["id"], text="Sent")

    bot.turn = turn
    said = await _talk(bot, "helpdesk", "1", "it is old", "-")
    assert said[-6:] == [
        "> 1",
        "What happened? (- leaves it as it is):",
        "> it is old",
        "Phone (- leaves it as it is):",
        "> -",
        "Sent",
    ]
    assert bot.received[-1]["value"] == {"verb": "send", "note": "it is old", "phone": "101"}


async def test_trouble_is_told(bot: StandIn) -> None:
    async def turn(bot: StandIn, activity: dict[str, Any]) -> Any:
        if activity["type"] == "message":
            raise RuntimeError("on purpose")

    bot.turn = turn
    assert await _talk(bot, "hi", "1") == [
        "> hi",
        "! Something went wrong (500).",
        "> 1",
        "! Something went wrong (500).",
    ]


async def test_removed_messages_and_a_poor_console(bot: StandIn) -> None:
    async def turn(bot: StandIn, activity: dict[str, Any]) -> Any:
        if activity["type"] == "message":
            id = await bot.send(activity["conversation"]["id"], text="naïve 写")
            await bot.call("DELETE", f"/{quote(activity['conversation']['id'], safe='')}/activities/{id}")

    bot.turn = turn
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url)
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="cp1252", newline="\n")
    await chat(client, lines=_lines("hi"), out=out, quiet=0.1, wait=0.5)
    assert raw.getvalue().decode("cp1252").splitlines() == ["> hi", "naïve ?", "· removed"]
