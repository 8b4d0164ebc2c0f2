"""What the flows share: one exchange with one person, and how a card becomes a reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Any

from bot.core.cards import Card
from bot.core.cases import Case
from bot.core.facts import Complaint
from bot.core.texts import Speaker
from bot.ports import Reply, Turn, World

SUMMARY = 120  # characters of a toast


@dataclass(frozen=True)
class Talk:
    """One exchange: who asked what, in which language, and about which case."""

    world: World
    turn: Turn
    complaint: Complaint
    say: Speaker
    confidence: float = 1.0
    rivals: tuple[str, ...] = ()
    case: Case | None = None

    @property
    def intent(self) -> str:
        return self.complaint.intent

    def about_case(self, case: Case | None) -> Talk:
        return replace(self, case=case)

    def about(self, **more: Any) -> dict[str, Any]:
        """What this exchange was about, for logs and for those who test the bot."""
        return {"intent": self.intent, "language": self.say.language, "confidence": self.confidence, **more}


def _summary(line: str) -> str:
    return line if len(line) <= SUMMARY else shorten(line, SUMMARY, placeholder="…")


def reply(
    card: Card,
    *,
    case: Case | None = None,
    ticket: int = 0,
    summary: str = "",
    alert: bool = False,
    thumbs: bool = False,
    about: Mapping[str, Any],
) -> Reply:
    """A card with its twin. With a `case` or a `ticket`, the message is remembered as one that shows it."""
    return Reply(
        card.text,
        card.content,
        summary or _summary(card.text.partition("\n")[0]),
        case.id if case else "",
        ticket,
        alert=alert,
        thumbs=thumbs,
        about=about,
    )
