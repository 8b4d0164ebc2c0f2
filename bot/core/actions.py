"""What a button says: a verb and, where it is about a case, the case's opaque id. Never a truth (S-05)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# verb -> must it name a case?
VERBS: dict[str, bool] = {
    "ask": False,  # as if the person had asked for `intent` in words
    "resync": True,  # show what would be done
    "start": True,  # do it
    "back": True,  # rather not
    "check": True,  # look again
    "status": True,  # how far is it?
    "change": True,  # how do I change my photo?
    "remind": True,  # come back when it can be done
    "stop": True,
    "mute": True,  # no message about it
    "unmute": True,
    "history": True,  # what was done?
    "helpdesk": True,
}
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class BadAction(Exception):
    """This button is not one of ours, or somebody changed it."""


@dataclass(frozen=True)
class Action:
    """A pressed button."""

    verb: str
    case: str = ""
    intent: str = ""

    def pack(self) -> dict[str, str]:
        """The data that the button carries."""
        return {"resync": "1", "verb": self.verb, "case": self.case, "intent": self.intent}


def unpack(data: Mapping[str, Any]) -> Action:
    """Read a button's data, tolerant of what Teams adds, strict on what is ours; raises BadAction."""
    verb, case, intent = (data.get(name, "") for name in ("verb", "case", "intent"))
    if not all(isinstance(value, str) for value in (verb, case, intent)) or verb not in VERBS:
        raise BadAction(str(verb)[:40])
    if VERBS[verb] and not _ID.fullmatch(case):
        raise BadAction(f"{verb} without a case")
    if verb == "ask" and not _ID.fullmatch(intent):
        raise BadAction("ask without an intent")
    return Action(verb, case if VERBS[verb] else "", intent if verb == "ask" else "")
