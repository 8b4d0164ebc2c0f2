"""What can be pressed and filled in on an Adaptive Card, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]
_CHILDREN = ("body", "items", "columns", "rows", "cells", "card", "inlines", "images")


def actions(card: Node) -> list[Node]:
    """The actions that a person can see, from top to bottom; those of a nested card follow the action that shows it."""
    return [node for node in walk(card) if str(node.get("type", "")).startswith("Action.")]


def inputs(card: Node) -> list[Node]:
    """The input fields that a person can see."""
    return [node for node in walk(card) if str(node.get("type", "")).startswith("Input.") and node.get("id")]


def walk(node: Any) -> Iterator[Node]:
    """All visible parts of a card: what an element holds, then what can be pressed on it."""
    if isinstance(node, list):
        for part in node:
            yield from walk(part)
    elif isinstance(node, dict) and node.get("isVisible") is not False:
        yield node
        for name in (*_CHILDREN, "selectAction", "inlineAction", "actions"):
            if name in node:
                yield from walk(node[name])


def filled_in(card: Node, action: Node, given: dict[str, Any] | None) -> Node:
    """The data that pressing an action sends: its own, and what the inputs hold; ValueError where Teams balks."""
    data = action.get("data")
    values: Node = dict(data) if isinstance(data, dict) else {} if data is None else {"data": data}
    if action.get("associatedInputs") == "none":
        return values
    given = dict(given or {})
    for field in inputs(card):
        off = field.get("valueOff", "false") if field["type"] == "Input.Toggle" else ""
        value = given.pop(field["id"], field.get("value", off))
        if field.get("isRequired") and value in ("", None):
            raise ValueError(f"the input {field['id']} has to be filled in")
        if value not in ("", None):
            values[field["id"]] = value
    if given:
        raise ValueError(f"the card has no input {', '.join(given)}")
    return values
