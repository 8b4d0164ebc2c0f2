"""One person's problem from the question to its end: its states, and which move is allowed from which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.core.facts import Complaint, Outcome


class State(StrEnum):
    """Where a case stands. Each has a card of its own, see `cards`."""

    DIAGNOSED = "diagnosed"
    WAITING = "waiting"  # for the moment from which something can be done; the person is told then
    REMINDED = "reminded"
    RESYNCING = "resyncing"
    ARRIVED = "arrived"
    STILL_STUCK = "still_stuck"
    STOPPED = "stopped"  # by the person


_BEGIN = frozenset({State.DIAGNOSED, State.WAITING, State.RESYNCING})
MOVES: dict[State, frozenset[State]] = {
    State.DIAGNOSED: _BEGIN,
    State.WAITING: _BEGIN | {State.REMINDED, State.STOPPED},
    State.REMINDED: _BEGIN,
    State.RESYNCING: frozenset({State.RESYNCING, State.ARRIVED, State.STILL_STUCK, State.STOPPED}),
    State.ARRIVED: _BEGIN,
    State.STILL_STUCK: _BEGIN | {State.ARRIVED},  # seen when it was to be told
    State.STOPPED: _BEGIN,
}
PROMISED = frozenset({State.WAITING, State.RESYNCING})  # the bot owes a look


# Why a resync ended without the photo, where that is not SharePoint's doing: verdicts of `rules`.
UNSEEN, REMOVED = "could_not_see", "missing_at_source"
MOST_CARDS = 50  # messages that are kept up to date for one case; nobody asks more often how far it is


class NotAllowed(Exception):
    """This case cannot make that move."""


@dataclass(frozen=True)
class Try:
    """A rung of the ladder that was climbed, see `ladder`."""

    rung: str
    at: datetime
    outcome: Outcome


@dataclass(frozen=True)
class Case:
    """A person has at most one. `version` grows with every change and guards against two changes at once."""

    id: str
    person: str
    opened_at: datetime
    state: State = State.DIAGNOSED
    version: int = 1
    complaint: str = "photo_stale"  # the intent that opened it; the next five are what else was said, see Complaint
    place: str = ""
    field: str = ""
    trouble: str = ""
    site: str = ""
    seen_since: str = ""  # by the person
    language: str = "en"
    time_zone: str = ""
    verdict: str = ""
    findings: tuple[str, ...] = ()
    conversation: str = ""
    cards: tuple[str, ...] = ()  # ids of the messages that show this case, newest last, for updates in place
    stale: tuple[str, ...] = ()  # of messages that show it as it was, since Teams did not take the last update
    attempt: int = 0  # promises begun so far: resyncs and reminders
    begun_at: datetime | None = None  # when the last resync began
    wanted: str = ""  # fingerprint of the photo that is waited for
    since: datetime | None = None  # from when patience is counted: later than begun_at if the photo was changed again
    looks: int = 0  # times looked since the resync began
    blind: int = 0  # of them the last ones, in a row, at which a service was too busy to tell
    asked_at: datetime | None = None  # when SharePoint was last asked, as far as the bot asked it
    asked_ok: bool = False
    pulled_at: datetime | None = None  # when SharePoint has taken over a picture since it was asked
    tried: tuple[Try, ...] = ()
    look_at: datetime | None = None  # when the next look is due
    muted: bool = False  # the person wants no message about this promise
    page: str = ""  # the person's own SharePoint page
    waits_for: Complaint = Complaint("")  # what the person complained of when they wanted to be reminded
    owed: bool = False  # it has ended, and that has not been told yet
    untold: bool = False  # it could not be told: the person was not to be reached
    ticket: str = ""  # what the helpdesk was given, see `tickets`
    by_helpdesk: bool = False  # the helpdesk has begun the last resync
    lifted: bool = False  # an administrator lets the next resync begin in spite of the limits

    @property
    def said(self) -> Complaint:
        """What the person complained of."""
        return Complaint(self.complaint, self.place, self.field, self.trouble, self.site, self.seen_since)

    @property
    def ended_unseen(self) -> bool:
        """Whether the photo's arrival could not be seen either way when patience ended."""
        return self.state is State.STILL_STUCK and self.verdict == UNSEEN

    @property
    def ended_removed(self) -> bool:
        """Whether it ended because there is no photo any more to wait for."""
        return self.state is State.STILL_STUCK and self.verdict == REMOVED

    def outcome(self, rung: str) -> Outcome | None:
        """What became of a rung in this attempt; None if it was not climbed."""
        return next((one.outcome for one in reversed(self.tried) if one.rung == rung), None)

    def shown_on(self, message: str, conversation: str) -> Case:
        """This case with one more message that shows it.

        While a promise is open the earlier ones are kept up to date too; otherwise the newest takes their place.
        """
        before = self.cards if conversation == self.conversation and self.state in PROMISED else ()
        cards = (*(card for card in before if card != message), message)[-MOST_CARDS:]
        return replace(self, conversation=conversation, cards=cards)

    def moved(self, state: State, **changes: object) -> Case:
        """This case in another state; raises NotAllowed. The version is the store's to raise."""
        if state not in MOVES[self.state]:
            raise NotAllowed(f"{self.state} -> {state}")
        return replace(self, state=state, **changes)  # type: ignore[arg-type]
