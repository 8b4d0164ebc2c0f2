"""What a button says: a verb and, where it is about a case, the case's opaque id. Never a truth (S-05)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Each verb, and what it is about: a case, a ticket, or neither.
VERBS: dict[str, str] = {
    "ask": "",  # as if the person had asked for `intent` in words
    "file": "",  # send the helpdesk what the form says
    "tickets": "",  # which are mine?
    "speak": "",  # the language that was chosen, from now on
    **dict.fromkeys(
        ("privacy", "export", "forget", "erase"), ""
    ),  # what is kept about me; as a file; forget it: really
    **dict.fromkeys(
        (
            *("resync", "start", "back"),  # show what would be done; do it; rather not
            *("check", "status", "change"),  # look again; how far is it? how do I change my photo?
            *("remind", "stop", "mute", "unmute"),  # come back when it can be done; messages off and on
            *("history", "helpdesk"),  # what was done? ask the helpdesk
        ),
        "case",
    ),
    **dict.fromkeys(
        (
            *("ticket", "comment", "withdraw", "reopen", "solved", "rate", "hush", "unhush"),  # of the person
            *("work", "more", "take", "assign", "reply", "question", "note", "resolve"),  # of the helpdesk
            *("reopen_for", "diagnose", "resync_for", "allow_for", "undo_for"),
        ),
        "ticket",
    ),
}
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_OPTIONAL_ID = re.compile(r"[A-Za-z0-9_-]{0,64}")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


class BadAction(Exception):
    """This button is not one of ours, or somebody changed it."""


@dataclass(frozen=True)
class Action:
    """A pressed button. `form` says which form it sends, so that one that is sent twice does one thing.

    `asks` is whether it opens a form, rather than doing what the form is for.
    """

    verb: str
    case: str = ""
    intent: str = ""
    ticket: int = 0
    form: str = ""
    asks: bool = False

    def pack(self) -> dict[str, str]:
        """The data that the button carries."""
        packed = {"resync": "1", "verb": self.verb, "case": self.case, "intent": self.intent}
        more = {"ticket": str(self.ticket or ""), "form": self.form, "asks": "1" if self.asks else ""}
        return packed | {name: value for name, value in more.items() if value}


def unpack(data: Mapping[str, Any]) -> Action:
    """Read a button's data, tolerant of what Teams adds, strict on what is ours; raises BadAction."""
    names = ("verb", "case", "intent", "ticket", "form", "asks")
    verb, case, intent, ticket, form, asks = (data.get(name, "") for name in names)
    if not all(isinstance(value, str) for value in (verb, case, intent, ticket, form, asks)) or verb not in VERBS:
        raise BadAction(str(verb)[:40])
    about = VERBS[verb]
    if about == "case" and not _ID.fullmatch(case):
        raise BadAction(f"{verb} without a case")
    if about == "ticket" and not _NUMBER.fullmatch(ticket):
        raise BadAction(f"{verb} without a ticket")
    if verb == "ask" and not _ID.fullmatch(intent):
        raise BadAction("ask without an intent")
    if not _OPTIONAL_ID.fullmatch(form) or (verb == "file" and not (form and _OPTIONAL_ID.fullmatch(case))):
        raise BadAction(f"{verb} without a form")
    return Action(
        verb,
        case if about == "case" or verb == "file" else "",
        intent if verb == "ask" else "",
        int(ticket) if about == "ticket" else 0,
        form,
        asks == "1",
    )
