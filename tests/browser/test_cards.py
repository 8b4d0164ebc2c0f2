"""Every card of the gallery, drawn by Microsoft's renderer as Teams does it and measured: nothing is cut off."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Page, async_playwright

from bot.core.cards import Card, Json, card, line, link
from bot.core.texts import LANGUAGES
from tests.browser.playground import CHROMIUM, QUIET
from tests.cards.gallery import gallery
from tests.conftest import missing
from tests.node import node_modules

HERE = Path(__file__).parent.parent / "cards"
# What Teams leaves to a card on a phone in the hand, and in a wide window.
LOOKS = [("light", 300), ("dark", 300), ("dark", 700), ("light", 700)]


class Board:
    """A page that draws cards. `troubles` is what its console says."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.troubles: list[str] = []
        page.on("console", lambda message: self.troubles.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.troubles.append(f"console: {error}"))

    async def measured(self, cards: list[tuple[str, Json]]) -> list[str]:
        """What is wrong with them in each theme and width, unfolded."""
        self.troubles.clear()
        await self.page.evaluate("draw", json.dumps(cards))
        await self.page.evaluate("unfold()")
        found = await self.page.evaluate("missingGlyphs()")
        for look in LOOKS:
            await self.page.evaluate("show", look)
            found += [f"{look} {trouble}" for trouble in await self.page.evaluate("measured()")]
        return [*found, *self.troubles]

    async def pictured(self, cards: list[tuple[str, Json]], name: str, looks: list[tuple[str, int]]) -> None:
        """A picture of all of them for each look, in files whose names begin so."""
        await self.page.evaluate("draw", json.dumps(cards))
        for theme, width in looks:
            await self.page.evaluate("show", (theme, width))
            await self.page.evaluate(f"document.body.style.columnWidth = '{width}px'")
            await self.page.screenshot(path=f"{name}-{theme}-{width}.jpg", type="jpeg", quality=50, full_page=True)
        await self.page.evaluate("document.body.style.columnWidth = ''")


@asynccontextmanager
async def drawing() -> AsyncIterator[Board]:
    """A board in a browser of its own."""
    if CHROMIUM is None:
        missing("Chromium")
    renderer = node_modules() / "adaptivecards" / "dist"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        board = Board(await browser.new_page(viewport={"width": 3600, "height": 1000}))
        await board.page.set_content("<!doctype html><meta charset='utf-8'><body>")
        for style in (renderer / "adaptivecards.css", HERE / "teams.css"):
            await board.page.add_style_tag(content=style.read_text("utf-8"))
        for script in (renderer / "adaptivecards.min.js", HERE / "teams.js"):
            await board.page.add_script_tag(content=script.read_text("utf-8"))
        yield board
        await browser.close()


async def test_every_card_in_every_language_theme_and_width(tmp_path: Path) -> None:
    """The pictures are for the eye, and made where RESYNC_SCREENSHOTS wants them: they take longer than all else."""
    folder = os.environ.get("RESYNC_SCREENSHOTS", "")
    found = []
    async with drawing() as board:
        for number, language in enumerate(LANGUAGES):
            cards = [(shown.name, shown.card) for shown in await gallery(language, tmp_path)]
            if folder:
                await board.pictured(cards, f"{folder}/cards-{language}", LOOKS[number % 2 :: 2])
            found += [f"{language} {trouble}" for trouble in await board.measured(cards)]
    assert not found, "\n".join(found)


LONG_WORD = "Kraftfahrzeughaftpflichtversicherungsbedingungen" * 2


def facts(value: str) -> Json:
    return {"type": "FactSet", "facts": [{"title": "What", "value": value}]}


def changed(made: Card, **changes: Any) -> Json:
    return {**made.content, **changes}


# A field may hold more than it shows, and a word that is too long is broken.
FIELD = {"type": "Input.Text", "id": "x", "label": "What?", "isMultiline": True, "value": LONG_WORD * 40}
GOOD = card([line(LONG_WORD), FIELD], [link("View in Microsoft 365", "https://x.example")])
BAD = {
    "too wide": changed(card([facts(LONG_WORD)])),
    "outside the card": changed(card([facts(LONG_WORD)])),
    "too wide: View": changed(card([line("x")], [link(f"View in {LONG_WORD}", "https://x.example")])),
    "does not fit its field": changed(
        card(
            [
                line("x"),
                {"type": "Input.ChoiceSet", "id": "x", "choices": [{"title": LONG_WORD, "value": "1"}], "value": "1"},
            ]
        )
    ),
    "too wide: cut": changed(card([{"type": "TextBlock", "text": f"cut {LONG_WORD}", "wrap": False}])),
    "too high": changed(card([{**line("high " * 200), "maxLines": 2}])),
    "not drawn": changed(card([{"type": "Image", "url": "data:image/png;base64,AAAA", "altText": "nobody"}])),
    "mark-up is seen": changed(card([line("x")], [link("View \\[it\\]", "https://x.example")])),
    "no glyph: U+e123": changed(card([line("a \ue123 b")])),
    "renderer: ": changed(card([line("x"), {"type": "Input.Text", "id": "x", "isRequired": True}])),
    "no such type: Badge": changed(card([line("x"), {"type": "Badge", "text": "new"}])),
    "TextBlock has no colour": changed(card([{**line("x"), "colour": "Good"}])),
    'renderer: Property "forceLoad"': changed(
        card([{"type": "Image", "url": "data:,", "altText": "x", "forceLoad": True}])
    ),
}


async def test_what_is_wrong_with_a_card_is_seen() -> None:
    async with drawing() as board:
        assert await board.measured([("good", GOOD.content)]) == []
        for told, bad in BAD.items():
            found = await board.measured([("bad", bad)])
            assert any(told in trouble for trouble in found), (told, found)
        await board.page.evaluate("markdown = () => console.warn('unwell')")
        assert "console: unwell" in await board.measured([("good", GOOD.content)])
