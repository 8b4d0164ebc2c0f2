"""What the helpdesk is asked to do, from its opening to its end: who may do what to it, and who hears of that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import accumulate
from typing import Any

from bot.core.facts import Complaint
from bot.core.view import PROFILE_INTENTS

MOST_TEXT = 4000  # characters of what somebody writes into a form
PRIORITIES = ("low", "normal", "high")
REASONS = ("fixed", "explained", "not_ours", "duplicate")  # why a ticket was resolved
RATINGS = (1, 2, 3, 4, 5)

# Where tickets are delivered, beside the desks: the chat of the person who asked, and the helpdesk's channel.
PERSON, CHANNEL = "person", "channel"


class Status(StrEnum):
    """Where a ticket stands."""

    OPEN = "open"
    WAITING = "waiting"  # for the person's answer
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"  # by the person


class Side(StrEnum):
    """Who did something to a ticket."""

    PERSON = "person"
    HELPDESK = "helpdesk"
    BOT = "bot"


class NotPossible(Exception):
    """This cannot be done to the ticket as it stands; the message is what kept it."""


LIVE = frozenset({Status.OPEN, Status.WAITING})
OVER = frozenset({Status.RESOLVED, Status.WITHDRAWN})


@dataclass(frozen=True)
class Rule:
    """What may be done to a ticket: from where, by whom, and where that leads (None: it stays as it is).

    What is said about a ticket that is over leaves it so: that it is open again is an entry of its own.

    `tells` is whether the person gets a message; `public` whether the person and other desks may read it at all.
    """

    of: frozenset[Status]
    by: frozenset[Side]
    to: Status | None = None
    tells: bool = False
    public: bool = True


def _by(*sides: Side) -> frozenset[Side]:
    return frozenset(sides)


_ALL = LIVE | OVER
_DESK, _ONE, _BOT = _by(Side.HELPDESK), _by(Side.PERSON), _by(Side.BOT)

RULES: dict[str, Rule] = {
    "opened": Rule(_ALL, _by(Side.PERSON, Side.BOT)),
    # by the person
    "comment": Rule(LIVE | {Status.RESOLVED}, _ONE, Status.OPEN),
    "withdrawn": Rule(LIVE, _ONE, Status.WITHDRAWN),
    "confirmed": Rule(frozenset({Status.RESOLVED}), _ONE),  # yes, it is solved
    "rated": Rule(frozenset({Status.RESOLVED}), _ONE, public=False),
    "reopened": Rule(OVER, _by(Side.PERSON, Side.HELPDESK), Status.OPEN, tells=True),
    # by the helpdesk
    "taken": Rule(LIVE, _DESK),
    "assigned": Rule(LIVE, _DESK),
    "reply": Rule(LIVE | {Status.RESOLVED}, _DESK, Status.OPEN, tells=True),
    "question": Rule(LIVE, _DESK, Status.WAITING, tells=True),
    "note": Rule(_ALL, _DESK, public=False),
    "resolved": Rule(LIVE, _DESK, Status.RESOLVED, tells=True),
    "diagnosed": Rule(_ALL, _DESK, public=False),  # looked again: what has changed since
    "resynced": Rule(LIVE, _DESK, tells=True),  # a resync was begun for the person
    "allowed": Rule(LIVE, _DESK, tells=True),  # the person may begin one in spite of the limits
    "undone": Rule(_ALL, _DESK, public=False),  # a repair was taken back
    # by the bot
    "arrived": Rule(LIVE, _BOT),  # the photo that the ticket is about
    "stuck": Rule(LIVE, _BOT),  # a resync ended without it
    "desk_down": Rule(_ALL, _BOT, public=False),  # a desk could not be reached, or refuses
    "desk_up": Rule(_ALL, _BOT, public=False),
    "left_out": Rule(_ALL, _BOT, public=False),  # at a desk that does not take what it says
    "not_delivered": Rule(_ALL, _BOT, public=False),  # to the person
    "maybe_delivered": Rule(_ALL, _BOT, public=False),
    "reachable": Rule(_ALL, _BOT, public=False),  # who could not be reached is back
    "due": Rule(LIVE, _BOT, public=False),  # the first reply is due soon
    "overdue": Rule(LIVE, _BOT, public=False),
}
WHAT = tuple(RULES)
ANSWERS = frozenset({"reply", "question", "resolved"})  # what counts as the helpdesk's first reply


@dataclass(frozen=True)
class Entry:
    """Something that was done to a ticket. `number` counts from 1 in each; `text` is what somebody wrote, as it is.

    `origin` is the desk it came from, which is not told of it again; "" for the chat and the channel. `key` is what
    makes it one: a form that is sent twice, or a desk's comment that comes twice, adds one.
    """

    ticket: int
    number: int
    at: datetime
    side: Side
    what: str
    by: str = ""  # object id
    name: str = ""
    text: str = ""
    origin: str = ""
    key: str = ""

    @property
    def rule(self) -> Rule:
        return RULES[self.what]

    @property
    def tag(self) -> str:
        """Under which a desk that was told of it finds it again."""
        return f"{self.ticket}-{self.number}"


@dataclass(frozen=True)
class Ticket:
    """One thing for the helpdesk to do. `version` grows with every change and guards against two at once.

    `key` is what makes it one: a form that is sent twice, or a promise that ends twice after a crash, opens one.
    """

    number: int
    key: str
    person: str
    opened_at: datetime
    name: str = ""  # of the person, as the directory has it
    login: str = ""  # their user principal name
    subject: str = "photo"  # or "profile": a person has one open ticket of each
    case: str = ""
    version: int = 1
    status: Status = Status.OPEN
    priority: str = "normal"
    words: str = ""  # what the person says is wrong
    tried: str = ""  # what the person has tried
    contact: str = ""  # how the person wants to be reached
    language: str = "en"
    time_zone: str = ""
    conversation: str = ""  # the person's chat
    cards: tuple[str, ...] = ()  # messages in that chat that show it, newest last
    muted: bool = False  # the person wants no message about it
    by_itself: bool = False  # opened by the bot, when a promise was not kept
    verdict: str = ""
    findings: tuple[str, ...] = ()
    bundle: dict[str, Any] = field(default_factory=dict)
    assignee: str = ""  # object id of an agent
    assignee_name: str = ""
    entries: int = 0  # so many there are
    changed_at: datetime | None = None
    taken_at: datetime | None = None  # first by anybody
    replied_at: datetime | None = None  # the helpdesk's first reply
    resolved_at: datetime | None = None  # last time
    reason: str = ""  # why it was resolved, see REASONS
    confirmed: str = ""  # "yes" or "no": is it solved?
    rating: int = 0  # 1 to 5; 0 for none
    reopened: int = 0  # times

    @property
    def live(self) -> bool:
        return self.status in LIVE

    @property
    def reference(self) -> str:
        """Under which desks know it. With the moment, for the numbers of another database may be the same."""
        return f"resync-{self.number}-{self.opened_at:%y%m%d%H%M%S}"


@dataclass(frozen=True)
class Filed:
    """What a desk calls a ticket, and the page where its people see it."""

    id: str
    url: str = ""


@dataclass(frozen=True)
class Filing:
    """How far a ticket has come to one place: a desk, the channel, or the person's chat.

    `told` is the last entry that is there and `telling` one that was on its way when last heard of; `shown` is the
    version that it shows. `trying` says that filing was begun: what became of it may be unknown.
    """

    ticket: int
    place: str
    id: str = ""
    url: str = ""
    trying: bool = False
    told: int = 0
    telling: int = 0
    shown: int = 0
    seal: str = ""  # what it shows, in short: what looks the same is not shown again
    failures: int = 0  # tries in vain since something last went well
    again_at: datetime | None = None  # before then the place is left alone
    trouble: str = ""  # why it is not up to date, as the place's own code
    since: datetime | None = None  # of the trouble

    @property
    def filed(self) -> Filed:
        return Filed(self.id, self.url)


@dataclass(frozen=True)
class Dossier:
    """A ticket with its entries, and how far it has come to each place."""

    ticket: Ticket
    entries: tuple[Entry, ...] = ()
    filings: tuple[Filing, ...] = ()

    def filing(self, place: str) -> Filing:
        found = (one for one in self.filings if one.place == place)
        return next(found, Filing(self.ticket.number, place))


@dataclass(frozen=True)
class Agent:
    """Somebody of the helpdesk. `user` is Teams' id of the person, "" where it is not known."""

    id: str
    name: str
    user: str = ""


def subject_of(complaint: Complaint) -> str:
    """What it is about; whoever asks for the helpdesk may name a field of the profile."""
    return "profile" if complaint.intent in PROFILE_INTENTS or complaint.field else "photo"


def done(ticket: Ticket, entry: Entry) -> Ticket:
    """The ticket after an entry; raises NotPossible where its rule does not allow that."""
    rule = entry.rule
    if ticket.status not in rule.of or entry.side not in rule.by:
        raise NotPossible(str(ticket.status))
    change = _CHANGES.get(entry.what)
    after = change(ticket, entry) if change else ticket
    stays = rule.to is None or (ticket.status in OVER and entry.what != "reopened")
    status = ticket.status if stays or rule.to is None else rule.to
    after = replace(after, status=status, changed_at=entry.at, entries=ticket.entries + 1)
    if entry.what in ANSWERS and after.replied_at is None:
        after = replace(after, replied_at=entry.at)
    return after


def _taken(ticket: Ticket, entry: Entry) -> Ticket:
    """Whoever is first has it (P-31)."""
    if ticket.assignee_name:
        raise NotPossible(ticket.assignee_name)
    return _assigned(ticket, replace(entry, text=f"{entry.by} {entry.name}"))


def _assigned(ticket: Ticket, entry: Entry) -> Ticket:
    """`text` is the agent's object id and name."""
    agent, _, name = entry.text.partition(" ")
    return replace(ticket, assignee=agent, assignee_name=name, taken_at=ticket.taken_at or entry.at)


def _resolved(ticket: Ticket, entry: Entry) -> Ticket:
    """The first line of `text` is the reason."""
    reason = entry.text.partition("\n")[0]
    return replace(ticket, resolved_at=entry.at, reason=reason if reason in REASONS else "", confirmed="")


def _reopened(ticket: Ticket, entry: Entry) -> Ticket:
    told_no = entry.side is Side.PERSON and ticket.status is Status.RESOLVED
    return replace(ticket, reopened=ticket.reopened + 1, confirmed="no" if told_no else ticket.confirmed, rating=0)


def _rated(ticket: Ticket, entry: Entry) -> Ticket:
    stars = int(entry.text) if entry.text in map(str, RATINGS) else 0
    if not stars:
        raise NotPossible("no rating")
    return replace(ticket, rating=stars)


_CHANGES = {
    "taken": _taken,
    "assigned": _assigned,
    "resolved": _resolved,
    "reopened": _reopened,
    "confirmed": lambda ticket, entry: replace(ticket, confirmed="yes"),
    "rated": _rated,
}


def news_of(entries: Iterable[Entry], after: int) -> list[Entry]:
    """What a person is to be told of: never what they did themselves.

    Somebody of the helpdesk who answers their own ticket is told in the chat all the same: there they are the person.
    """
    return [one for one in entries if one.number > after and one.rule.tells and one.side is not Side.PERSON]


def talk_of(entries: Sequence[Entry], most: int = 6, room: int = 6000) -> list[Entry]:
    """The last things that person and helpdesk have said to each other, oldest first; as many as there is room for."""
    spoken = [one for one in entries if one.rule.public and one.what in _SPOKEN][-most:]
    while len(spoken) > 1 and sum(len(one.text) for one in spoken) > room:
        spoken = spoken[1:]
    return spoken


def first_of(entries: Sequence[Entry], room: int = 6000) -> list[Entry]:
    """The first of these, as many as there is room for in one message; one at least."""
    lengths = list(accumulate(len(one.text) for one in entries))
    return [one for one, length in zip(entries, lengths, strict=True) if length <= room] or list(entries[:1])


def written(value: object) -> str:
    """What somebody wrote into a field of a form: without control characters, which not every database takes."""
    if not isinstance(value, str):
        return ""
    return "".join(letter for letter in value if letter in "\n\t" or letter.isprintable() or ord(letter) > 159).strip()


_SPOKEN = frozenset({"comment", "reply", "question", "resolved", "reopened", "withdrawn"})
