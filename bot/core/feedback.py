"""What people think of an answer, by the thumbs below it; and what that answer showed. It knows no message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.redact import redacted

LIKE, DISLIKE = "like", "dislike"
MOST_TEXT = 500  # characters of what somebody writes about an answer


@dataclass(frozen=True)
class Shown:
    """What an answer showed: the intent that it answered, or the state in which a promise ended; and what was found."""

    intent: str
    verdict: str = ""
    findings: tuple[str, ...] = ()
    language: str = ""

    @classmethod
    def of(cls, about: Mapping[str, Any]) -> Shown:
        """From what a reply says that it is about."""
        return cls(
            str(about.get("intent") or ""),
            str(about.get("verdict") or ""),
            tuple(about.get("findings") or ()),
            str(about.get("language") or ""),
        )


@dataclass(frozen=True)
class Feedback:
    """What one person thinks of one answer; whoever presses again has changed their mind."""

    at: datetime
    person: str
    reaction: str  # LIKE or DISLIKE
    text: str
    shown: Shown

    @property
    def helped(self) -> bool:
        return self.reaction == LIKE


def kept(text: str) -> str:
    """What is kept of what somebody wrote about an answer."""
    return redacted(" ".join(text.split()))[:MOST_TEXT]
