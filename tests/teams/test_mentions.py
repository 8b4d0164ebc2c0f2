"""Mentions, in texts and in cards: the shapes of Teams, and names that would break out of them."""

from __future__ import annotations

import html
from typing import Any

import pytest

from bot.ports import Reply
from bot.teams import activities, mentions

PEOPLE = (("29:ada", "Ada Lovelace"),)


def entity(id: str, name: str) -> dict[str, Any]:
    return {"type": "mention", "text": f"<at>{name}</at>", "mentioned": {"id": id, "name": name}}


def sent(reply: Reply) -> dict[str, Any]:
    body: dict[str, Any] = activities.message(reply).serialize()
    return body


def card(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": text}], **more}


def test_text() -> None:
    body = sent(Reply("Hello <at>Ada Lovelace</at>!", mentions=PEOPLE))
    assert body["text"] == "Hello <at>Ada Lovelace</at>!"
    assert body["entities"] == [entity("29:ada", "Ada Lovelace")]


def test_card() -> None:
    """Inside of the card, wherever it is sent or returned."""
    given = card("Hello <at>Ada Lovelace</at>!", msteams={"width": "Full"})
    reply = Reply("Hello", given, mentions=PEOPLE)
    expected = {**given, "msteams": {"width": "Full", "entities": [entity("29:ada", "Ada Lovelace")]}}
    body = sent(reply)
    assert body["attachments"][0]["content"] == expected and "entities" not in body
    assert activities.invoke_answer(reply)["value"] == expected
    assert given["msteams"] == {"width": "Full"}, "what was given is left as it is"


def test_nobody_is_mentioned_beside_the_text() -> None:
    """Teams refuses the whole message then."""
    assert "entities" not in sent(Reply("Hello", mentions=PEOPLE))
    assert sent(Reply("x", card("Hello"), mentions=PEOPLE))["attachments"][0]["content"] == card("Hello")
    assert "entities" not in sent(Reply("Hello <at>Ada Lovelace</at>"))


NAMES = [
    ("O'Brien, Petra (Legal)", "O'Brien, Petra (Legal)"),
    ("Zoë 李", "Zoë 李"),
    ("Tom & Co", "Tom Co"),
    ("x</at><at>Boss", "x /at at Boss"),
    ("<b>*bold*</b>", "b bold /b"),
    ("[a](https://evil)", "a (https://evil)"),
    ("two\r\nlines\u202e", "two lines"),
    ("n" * 300, "n" * 128),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_names_cannot_break_out(name: str, shown: str) -> None:
    people = (("29:ada", name),)
    body = sent(Reply(f"Hello <at>{name}</at>!", mentions=people))
    assert body["text"] == f"Hello <at>{shown}</at>!" and body["entities"] == [entity("29:ada", shown)]
    content = sent(Reply("x", card(f"Hello <at>{name}</at>!"), mentions=people))["attachments"][0]["content"]
    assert content["body"][0]["text"] == f"Hello <at>{shown}</at>!"
    assert content["msteams"]["entities"] == [entity("29:ada", shown)]


@pytest.mark.parametrize("name", ["Petra O'Brien", "Tom & Co", '"x"', "<b>"])
def test_names_that_were_escaped_already(name: str) -> None:
    text = f"Hello <at>{html.escape(name)}</at>"
    body = sent(Reply(text, mentions=(("29:ada", name),)))
    assert body["entities"][0]["text"] == mentions.tag(name) and body["text"].endswith(mentions.tag(name))


@pytest.mark.parametrize("name", ["", "<>", "\u202e", "***"])
def test_names_of_which_nothing_is_left(name: str) -> None:
    assert mentions.tag(name) == ""
    assert "entities" not in sent(Reply(f"Hello <at>{name}</at>", mentions=(("29:ada", name),)))


def test_the_same_name_twice() -> None:
    people = (("29:ada", "Ada"), ("29:other", "Ada"), ("", "Nobody"))
    body = sent(Reply("<at>Ada</at> <at>Ada</at> <at>Nobody</at>", mentions=people))
    assert body["entities"] == [entity("29:ada", "Ada")]


def test_a_thousand_people() -> None:
    people = tuple((f"29:{n}", f"name {n}") for n in range(1000))
    body = sent(Reply(" ".join(f"<at>{name}</at>" for _, name in people), mentions=people))
    assert len(body["entities"]) == mentions.MOST
