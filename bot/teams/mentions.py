"""Mentions of people, as Teams wants them: the text says `<at>name</at>`, and an entity beside it says who that is.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#mention-support-within-adaptive-cards
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MOST = 20
NAME_LENGTH = 128
# What would end the element, or be read as Markdown in the middle of it. Teams compares the text letter by letter.
_UNFIT = re.compile(r"[<>&\"`*\[\]\\|\x00-\x1f\x7f-\x9f]+")


def tag(name: str) -> str:
    """How a text mentions somebody; "" for a name of which nothing is left."""
    fit = " ".join("".join(letter for letter in _UNFIT.sub(" ", name) if letter.isprintable()).split())
    return f"<at>{fit[:NAME_LENGTH].strip()}</at>" if fit else ""


def in_text(text: str, people: Sequence[tuple[str, str]]) -> tuple[str, list[dict[str, Any]]]:
    """The text with fit names, and the entities for those whom it does mention: Teams refuses any other."""
    text = _fit(text, people)
    return text, [_entity(id, name) for id, name in _mentioned(people) if tag(name) in text]


def in_card(card: Mapping[str, Any], people: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The same for a card, which carries its entities itself."""
    if not people:
        return dict(card)
    fit: dict[str, Any] = _fit(card, people)
    texts = list(_texts(fit))
    entities = [_entity(id, name) for id, name in _mentioned(people) if any(tag(name) in text for text in texts)]
    own = fit.get("msteams")
    return {**fit, "msteams": {**(own if isinstance(own, dict) else {}), "entities": entities}} if entities else fit


def _mentioned(people: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each of them once, with one name for one person: two who are called the same cannot be told apart."""
    seen: set[str] = set()
    for id, name in people[:MOST]:
        if id and tag(name) and tag(name) not in seen:
            seen.add(tag(name))
            yield id, name


def _entity(id: str, name: str) -> dict[str, Any]:
    text = tag(name)
    return {"type": "mention", "text": text, "mentioned": {"id": id, "name": text[4:-5]}}


def _fit(node: Any, people: Sequence[tuple[str, str]]) -> Any:
    """A copy in which every `<at>name</at>` of these people, escaped or not, bears the fit name."""
    if isinstance(node, str):
        for _, name in people[:MOST]:
            for written in (name, html.escape(name), html.escape(name, quote=False)):
                node = node.replace(f"<at>{written}</at>", tag(name) or written)
        return node
    if isinstance(node, Mapping):
        return {key: _fit(value, people) for key, value in node.items()}
    return [_fit(value, people) for value in node] if isinstance(node, list) else node


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list | dict):
        for value in node.values() if isinstance(node, dict) else node:
            yield from _texts(value)
