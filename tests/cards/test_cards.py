"""What Teams asks of a card, for every card of the gallery; and that the gallery has every card."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any, get_type_hints

import pytest
from fluent.syntax import FluentParser, ast

from bot.core import cards, rules, ticket_cards
from bot.core.actions import unpack
from bot.core.cards import MOST_ACTIONS, Card
from bot.core.texts import LANGUAGES, bare
from bot.teams.outbound import SIZE_LIMIT
from tests.cards.gallery import AGENT, LOGIN, NAME, PAGE, WORDS, Shown, diagnosed, gallery

Json = dict[str, Any]
TEXTS = Path(cards.__file__).parent.parent / "texts"


def made(language: str) -> list[Shown]:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(gallery(language, Path(folder)))


@cache
def watched() -> tuple[list[Shown], set[CodeType]]:
    """The English cards, and all functions that were called in making them."""
    called: set[CodeType] = set()
    sys.setprofile(lambda frame, event, _: called.add(frame.f_code) if event == "call" else None)
    try:
        return made("en"), called
    finally:
        sys.setprofile(None)


def english() -> list[Shown]:
    return watched()[0]


def nodes(part: Any) -> Iterator[Json]:
    """Every object of a card but the data of its buttons, whatever is in them."""
    if isinstance(part, list):
        for item in part:
            yield from nodes(item)
    elif isinstance(part, dict):
        yield part
        for name, value in part.items():
            if name != "data":
                yield from nodes(value)


def of_type(card: Json, *types: str) -> list[Json]:
    return [node for node in nodes(card) if node.get("type") in types]


# -- nothing is left out -----------------------------------------------------------------------------------------------


def test_every_function_that_makes_a_card_has_a_place_in_the_gallery() -> None:
    makers = {
        function.__code__: f"{module.__name__}.{name}"
        for module in (cards, ticket_cards)
        for name, function in vars(module).items()
        if inspect.isfunction(function) and get_type_hints(function).get("return") in (Card, Card | None)
    }
    _, called = watched()
    assert len(makers) > 20
    assert not {name for code, name in makers.items() if code not in called}


def test_every_finding_has_a_place_in_the_gallery() -> None:
    assert {finding.key for _, _, found in diagnosed().values() for finding in found} == rules.EVERY.keys()


# Sentences that stand on no card: words to be recognized, lines of a thread, notifications, and answers in words alone.
# Of two facts that cannot be seen a finding tells, and then the list of the unseen does not.
ON_NO_CARD = (
    "command-",
    "credential-",
    "sign-in-",
    "action-open-account",
    "signed-out",
    "line-",
    "setup-",
    "desk-",
    "team-",
    "menu-help",
    "pending",
    "unseen-incidents",
    "unseen-site_entry",
)
ON_A_CARD = ("desk-help",)


def patterns(message: ast.Message) -> Iterator[str]:
    """What a sentence looks like with any values: each variant, where all of it is one."""

    def pattern(elements: list[Any]) -> str:
        return "".join(re.escape(one.value) if isinstance(one, ast.TextElement) else ".*?" for one in elements)

    assert message.value is not None
    elements = message.value.elements
    first = elements[0]
    if len(elements) == 1 and isinstance(first, ast.Placeable) and isinstance(first.expression, ast.SelectExpression):
        yield from (pattern(variant.value.elements) for variant in first.expression.variants)
    else:
        yield pattern(elements)


def test_every_sentence_has_a_place_in_the_gallery() -> None:
    resource = FluentParser().parse((TEXTS / "en.ftl").read_text("utf-8"))
    sentences = {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}
    texts = [shown.reply.text for shown in english()]
    texts += [str(value) for shown in english() for node in nodes(shown.card) for value in node.values()]
    said = "\n".join(map(bare, dict.fromkeys(texts)))
    unsaid = {
        key
        for key, message in sentences.items()
        if (key.startswith(ON_A_CARD) or not key.startswith(ON_NO_CARD)) and not key.endswith("-summary")
        if not any(re.search(pattern, said) for pattern in patterns(message))
    }
    assert sorted(unsaid) == []


# -- what Teams asks ---------------------------------------------------------------------------------------------------


def test_p20_each_card_is_of_the_newest_version_that_teams_shows_for_bots() -> None:
    assert {(shown.card["type"], shown.card["version"]) for shown in english()} == {("AdaptiveCard", "1.5")}


def test_p20_old_clients_press_the_same_button() -> None:
    pressed = [(shown.name, one) for shown in english() for one in of_type(shown.card, "Action.Execute")]
    assert len(pressed) > 400
    for name, one in pressed:
        if one is next(shown.card for shown in english() if shown.name == name).get("refresh", {}).get("action"):
            continue  # what a client does by itself has no button
        same = {key: one[key] for key in ("title", "data", "associatedInputs")}
        assert one["fallback"] == {"type": "Action.Submit", **same}, name
        assert one["verb"] == one["data"]["verb"], name


def test_s05_a_button_carries_a_verb_and_opaque_ids_and_nothing_else() -> None:
    for shown in english():
        for one in of_type(shown.card, "Action.Execute", "Action.Submit"):
            assert one["data"].keys() <= {"resync", "verb", "case", "intent", "ticket", "form", "asks"}
            assert all(re.fullmatch(r"[\w-]{0,64}", value, re.ASCII) for value in one["data"].values()), shown.name
            assert unpack(one["data"]).verb == one["data"]["verb"], shown.name


def test_p09_no_card_has_more_buttons_than_teams_shows() -> None:
    assert {len(shown.card.get("actions", ())) for shown in english()} == set(range(MOST_ACTIONS + 1))
    assert not [shown.name for shown in english() if of_type(shown.card, "ActionSet", "Action.ShowCard")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_p09_what_leaves_teams_says_so_and_all_languages_have_the_same_cards(language: str) -> None:
    """What holds of the English cards then holds of all: they differ in nothing but their words."""
    theirs = english() if language == "en" else made(language)
    assert [shown.name for shown in theirs] == [shown.name for shown in english()]
    for own, other in zip(theirs, english(), strict=True):
        assert shape(own.card) == shape(other.card), own.name
        for one in of_type(own.card, "Action.OpenUrl"):
            assert re.search("Microsoft 365|SharePoint", one["title"]), own.name
        for text in (node["text"] for node in of_type(own.card, "TextBlock")):
            links = re.findall(r"(?<!\\)\[((?:\\.|[^\]])*)\]\((.+?)\)", text)
            assert all("↗" in label or bare(label) == url for label, url in links), text
        assert len(json.dumps(own.card, ensure_ascii=False).encode("utf-16-le")) < SIZE_LIMIT, own.name


WORDING = {
    *("text", "title", "label", "altText", "value", "errorMessage", "fallbackText", "speak"),
    *("form", "case", "url"),  # what is made anew for each card, and pictures
}


def shape(part: Any, name: str = "") -> Any:
    """A card without its words; that there are some is a part of it."""
    if isinstance(part, dict):
        return {key: shape(value, key) for key, value in part.items()}
    if isinstance(part, list):
        return [shape(item, name) for item in part]
    return bool(str(part).strip()) if name in WORDING else part


def test_p21_a_card_that_many_see_refreshes_by_itself_for_sixty_at_most() -> None:
    for_agents = {shown.name: shown.card for shown in english() if shown.name.startswith("posted")}
    assert {len(card.get("refresh", {}).get("userIds", ())) for card in for_agents.values()} == {0, 1, 60}
    assert not [shown.name for shown in english() if "refresh" in shown.card and shown.name not in for_agents]
    for name, card in for_agents.items():
        reached = "refresh" in card and name != "posted for too many"
        assert bool(card.get("actions")) is not reached, name  # who is not reached has a button (P-24)
        if "refresh" in card:
            assert unpack(card["refresh"]["action"]["data"]).verb == "work"


def test_s12_what_many_see_names_nobody_but_agents() -> None:
    posted = [shown for shown in english() if shown.shared]
    assert len(posted) > 20
    for shown in posted:
        assert not told_about_a_person(json.dumps(shown.card, ensure_ascii=False)), shown.name


def test_p34_a_notification_tells_nothing_about_a_person() -> None:
    for shown in english():
        assert shown.reply.summary and len(shown.reply.summary) <= 120, shown.name
        assert not told_about_a_person(shown.reply.summary) and AGENT not in shown.reply.summary, shown.name


def told_about_a_person(text: str) -> list[str]:
    private = [*re.findall(r"\w{6,}", f"{NAME} {LOGIN} {WORDS}"), PAGE]
    return [word for word in private if word in text and word not in ("SharePoint", "sharepoint")]


def test_every_card_can_be_read_aloud_and_by_clients_that_show_no_cards() -> None:
    for shown in english():
        text, lead = shown.reply.text, shown.card["speak"]
        assert shown.card["fallbackText"].strip() and lead.strip() and text.startswith(lead), shown.name
        assert not re.search(r"\*\*|\]\(|\\[\\`*_\[\]<>#|~]", text + lead), shown.name
        for image in of_type(shown.card, "Image"):
            assert image["altText"].strip() and image["url"].startswith("data:image/"), shown.name  # S-10
        for field in of_type(shown.card, "Input.Text", "Input.ChoiceSet"):
            assert field["label"].strip(), shown.name
            assert bool(field.get("isRequired")) is bool(field.get("errorMessage")) or field["id"] == "rating"


def test_colours_are_left_to_the_theme() -> None:
    for shown in english():
        assert {node["color"] for node in nodes(shown.card) if "color" in node} <= {"Attention"}, shown.name
        assert not [node for node in nodes(shown.card) if node.keys() & {"backgroundImage", "backgroundColor", "bleed"}]
