"""What was done, by whom, to whose record, with which result: lines that are added, not changed (S-13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Who(StrEnum):
    """Who did it."""

    PERSON = "person"
    BOT = "bot"
    HELPDESK = "helpdesk"
    ADMINISTRATOR = "administrator"


# What may be done. Each has a sentence in every language, `did-<what>`.
WHAT = (
    *("start", "stop", "mute", "unmute", "remind"),
    *("ask", "as_person", "republish", "repair", "undo", "allow"),
    *("start_for", "allow_for", "undo_for"),  # by the helpdesk
    "asked",  # and was told a verdict, which is the outcome
    "refused",  # a button or a command that was not theirs
    *("arrived", "still_stuck", "reminded", "escalated", "told", "shown", "not_told"),
)


@dataclass(frozen=True)
class Deed:
    """One line. `card` is the message whose button was pressed; `record` what was changed; `before` its old values.

    `id` says which deed it is: a step that runs twice after a crash adds one line.
    """

    id: str
    at: datetime
    person: str
    case: str
    who: Who
    what: str
    card: str = ""
    record: str = ""
    outcome: str = ""
    before: str = ""
