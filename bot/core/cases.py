"""One person's problem from the question to its end: its states, and which move is allowed from which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.core.facts import Complaint


class State(StrEnum):
    """Where a case stands. Each has a card of its own, see `cards`."""

    DIAGNOSED = "diagnosed"
    RESYNCING = "resyncing"
    ARRIVED = "arrived"
    STILL_STUCK = "still_stuck"


MOVES: dict[State, frozenset[State]] = {
    State.DIAGNOSED: frozenset({State.DIAGNOSED, State.RESYNCING}),
    State.RESYNCING: frozenset({State.RESYNCING, State.ARRIVED, State.STILL_STUCK}),
    State.ARRIVED: frozenset({State.DIAGNOSED, State.RESYNCING}),
    State.STILL_STUCK: frozenset({State.DIAGNOSED, State.RESYNCING}),
}


MOST_CARDS = 4  # messages that are kept up to date for one case


class NotAllowed(Exception):
    """This case cannot make that move."""


@dataclass(frozen=True)
class Case:
    """A person has at most one. `version` grows with every change and guards against two changes at once."""

    id: str
    person: str
    opened_at: datetime
    state: State = State.DIAGNOSED
    version: int = 1
    complaint: str = "photo_stale"  # the intent that opened it; the next four are what else was said, see Complaint
    place: str = ""
    field: str = ""
    trouble: str = ""
    site: str = ""
    language: str = "en"
    time_zone: str = ""
    verdict: str = ""
    findings: tuple[str, ...] = ()
    conversation: str = ""
    cards: tuple[str, ...] = ()  # ids of the messages that show this case, newest last, for updates in place
    attempt: int = 0  # resyncs begun so far
    looks: int = 0  # times looked since the resync began
    asked_at: datetime | None = None  # when SharePoint was last asked, as far as the bot asked it
    asked_ok: bool = False
    look_at: datetime | None = None  # when the next look is due

    @property
    def said(self) -> Complaint:
        """What the person complained of."""
        return Complaint(self.complaint, self.place, self.field, self.trouble, self.site)

    def shown_on(self, message: str, conversation: str) -> Case:
        """This case with one more message that shows it.

        While a resync is under way the earlier ones are kept up to date too; otherwise the newest takes their place.
        """
        before = self.cards if conversation == self.conversation and self.state is State.RESYNCING else ()
        cards = (*(card for card in before if card != message), message)[-MOST_CARDS:]
        return replace(self, conversation=conversation, cards=cards)

    def moved(self, state: State, **changes: object) -> Case:
        """This case in another state; raises NotAllowed. The version is the store's to raise."""
        if state not in MOVES[self.state]:
            raise NotAllowed(f"{self.state} -> {state}")
        return replace(self, state=state, **changes)  # type: ignore[arg-type]
