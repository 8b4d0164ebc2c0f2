"""Buttons: what comes back may be anything."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.actions import VERBS, Action, BadAction, unpack


@pytest.mark.parametrize("verb", VERBS)
def test_a_button_comes_back_as_it_was(verb: str) -> None:
    case = "CASE1234" if VERBS[verb] == "case" or verb == "file" else ""
    ticket = 17 if VERBS[verb] == "ticket" else 0
    action = Action(verb, case, "check" if verb == "ask" else "", ticket, form="f1", asks=bool(ticket))
    assert unpack({**action.pack(), "msteams": {"type": "invoke"}, "extra": [1]}) == action


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"verb": "erase_everything", "case": "A"},
        {"verb": "start"},
        {"verb": "start", "case": ""},
        {"verb": "start", "case": "A" * 65},
        {"verb": "start", "case": "' or 1=1 --"},
        {"verb": "start", "case": {"id": "A"}},
        {"verb": ["start"], "case": "A"},
        {"verb": None},
        {"verb": "ask", "intent": "../../etc"},
        {"verb": "ask"},
        {"verb": "take"},
        {"verb": "take", "ticket": "0"},
        {"verb": "take", "ticket": 17},
        {"verb": "take", "ticket": "1" * 10},
        {"verb": "take", "ticket": "-1"},
        {"verb": "take", "ticket": "١٧"},
        {"verb": "take", "ticket": "17 or 1=1"},
        {"verb": "take", "ticket": "17", "form": "<x>"},
        {"verb": "take", "ticket": "17", "form": "a" * 65},
        {"verb": "take", "ticket": "17", "asks": True},
        {"verb": "file"},
        {"verb": "file", "case": "../..", "form": "a"},
    ],
)
def test_a_forged_button_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(BadAction):
        unpack(data)
