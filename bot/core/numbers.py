"""Numbers for the helpdesk's lead: tickets, moves of them and deeds in; counts and times out. It reads no clock.

A period has its first and its last moment in it, and weeks begin on Monday, UTC.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.core.audit import Deed
from bot.core.feedback import Feedback
from bot.core.rules import Verdict
from bot.core.tickets import Entry, Side, Status, Ticket

WEEK = timedelta(days=7)
SETTLED = WEEK  # what needed no case for so long was answered by the bot
VERIFIED = frozenset({str(Verdict.OK), str(Verdict.CACHE)})  # verdicts after which nothing is left to do
TOTAL, NONE = "total", "none"  # the row of everything, and that of what has no verdict
HOUR = timedelta(hours=1)
STEPS = (HOUR / 4, HOUR, 4 * HOUR, 24 * HOUR, 72 * HOUR)  # by which first replies are sorted
SHOWN_WEEKS = 13  # so many are shown even if nothing was there in the first of them

# What must be known of the past of tickets and of people.
MOVES = ("withdrawn", "reopened")
DEEDS = ("asked", "arrived")


@dataclass(frozen=True)
class Spread:
    """How long something took: as long in the middle, and no longer in nine of ten. None where there was nothing."""

    count: int = 0
    median: timedelta | None = None
    p90: timedelta | None = None


@dataclass(frozen=True)
class Row:
    """The numbers of one verdict, or of all.

    Of cases opened in the period: `opened`, `opened_by_bot`, `first_reply`, `in_time` of `due`. Of those that were
    resolved in it and still are: `resolved`, `resolution`, `rating` as the mean of `ratings`, `confirmed_yes`. Whatever
    else happened in it: `withdrawn`, `reopened`, `confirmed_no` (reopened by the person), `asked`, `deflected`,
    `helped`, `not_helped`. At its end: `still_open`.
    """

    verdict: str
    opened: int = 0
    opened_by_bot: int = 0
    resolved: int = 0
    withdrawn: int = 0
    still_open: int = 0
    reopened: int = 0
    asked: int = 0  # questions; what a person asks within a week is one
    deflected: int = 0  # of them: answered, seen to be right, and without a case
    first_reply: Spread = Spread()
    resolution: Spread = Spread()
    in_time: int = 0
    due: int = 0  # answered, or waiting for longer than is allowed
    rating: float | None = None
    ratings: int = 0
    confirmed_yes: int = 0
    confirmed_no: int = 0
    helped: int = 0  # answers of the bot with a thumb up
    not_helped: int = 0

    @property
    def deflection(self) -> float | None:
        return self.deflected / self.asked if self.asked else None

    @property
    def punctuality(self) -> float | None:
        return self.in_time / self.due if self.due else None

    @property
    def empty(self) -> bool:
        """Whether nothing is there at all."""
        return self == Row(self.verdict)


@dataclass(frozen=True)
class Week:
    """What happened in the week that begins on this Monday."""

    begins: date
    opened: int = 0
    resolved: int = 0
    deflected: int = 0

    @property
    def empty(self) -> bool:
        return self == Week(self.begins)


@dataclass(frozen=True)
class Numbers:
    """The whole report. `by_verdict` has every verdict, in the order of `Verdict`, and then what has none.

    `replies` counts first replies up to each of STEPS and, with None, longer ones; `unanswered` are open and have none.
    """

    since: datetime
    now: datetime
    reply_within: timedelta | None
    total: Row
    by_verdict: tuple[Row, ...]
    weeks: tuple[Week, ...]
    replies: tuple[tuple[timedelta | None, int], ...]
    unanswered: int


@dataclass(frozen=True)
class _Period:
    since: datetime
    now: datetime

    def has(self, at: datetime | None) -> bool:
        return at is not None and self.since <= at <= self.now


@dataclass(frozen=True)
class _Life:
    """A ticket, when it ended, and who reopened it in the period."""

    ticket: Ticket
    ended_at: datetime | None  # None: it is open
    reopened_by: frozenset[Side]
    denied: bool  # the person said that it was not solved

    def during(self, since: datetime, until: datetime) -> bool:
        """Whether it was open at any moment between these."""
        return self.ticket.opened_at <= until and (self.ended_at is None or self.ended_at > since)


@dataclass(frozen=True)
class _Question:
    """What a person asked, and whether that was all that was needed."""

    at: datetime
    verdict: str
    deflected: bool


def counted(
    tickets: Iterable[Ticket],
    moves: Iterable[Entry],
    deeds: Iterable[Deed],
    since: datetime,
    now: datetime,
    reply_within: timedelta | None = None,
    feedback: Iterable[Feedback] = (),
) -> Numbers:
    """The numbers from `since` to `now`.

    `tickets` are at least those that were open or changed in that time, `moves` their entries of MOVES, and `deeds`
    those of DEEDS. More does no harm, and neither does more `feedback`.
    """
    period = _Period(since, now)
    lives = _lives(tickets, [move for move in moves if period.has(move.at)])
    questions = _questions([deed for deed in deeds if period.has(deed.at)], lives)
    thumbs = [one for one in feedback if period.has(one.at)]
    known = [*map(str, Verdict)]
    others = {*map(_verdict, lives), *(one.verdict for one in questions), *map(_rated, thumbs)} - {*known, NONE}

    def row(key: str) -> Row:
        own = [life for life in lives if _verdict(life) == key]
        asked = [one for one in questions if one.verdict == key]
        return _row(key, own, asked, [one for one in thumbs if _rated(one) == key], period, reply_within)

    opened = [life.ticket for life in lives if period.has(life.ticket.opened_at)]
    return Numbers(
        since,
        now,
        reply_within,
        total=_row(TOTAL, lives, questions, thumbs, period, reply_within),
        by_verdict=tuple(row(key) for key in (*known, *sorted(others), NONE)),
        weeks=tuple(_weeks(lives, questions, period)),
        replies=_sorted_by_step(_replies(opened)),
        unanswered=sum(one.live and one.replied_at is None for one in opened),
    )


def _verdict(life: _Life) -> str:
    return life.ticket.verdict or NONE


def _rated(one: Feedback) -> str:
    return one.shown.verdict or NONE


def _lives(tickets: Iterable[Ticket], moves: Collection[Entry]) -> list[_Life]:
    withdrawn = {move.ticket: move.at for move in moves if move.what == "withdrawn"}
    reopened: dict[int, set[Side]] = defaultdict(set)
    denied: set[int] = set()
    last: dict[int, str] = {}
    for move in sorted(moves, key=lambda one: one.at):
        if move.what == "reopened":
            reopened[move.ticket].add(move.side)
            # Whoever takes back that they withdrew it has not said that a solution was none.
            if move.side is Side.PERSON and last.get(move.ticket) != "withdrawn":
                denied.add(move.ticket)
        last[move.ticket] = move.what

    def ended_at(ticket: Ticket) -> datetime | None:
        at = {Status.RESOLVED: ticket.resolved_at, Status.WITHDRAWN: withdrawn.get(ticket.number)}
        # What was withdrawn before anything that we know of plays no part.
        return None if ticket.live else at[ticket.status] or ticket.opened_at

    return [_Life(one, ended_at(one), frozenset(reopened[one.number]), one.number in denied) for one in tickets]


def _questions(deeds: Sequence[Deed], lives: Sequence[_Life]) -> list[_Question]:
    """Each person's questions. Who asks again within a week still has the same one, with the verdict first told."""
    asked, arrived, cases = (defaultdict[str, list[Deed]](list), defaultdict[str, list[datetime]](list),
                             defaultdict[str, list[_Life]](list))  # fmt: skip
    for deed in sorted(deeds, key=lambda one: one.at):
        if deed.what == "asked":
            asked[deed.person].append(deed)
        elif deed.what == "arrived":
            arrived[deed.person].append(deed.at)
    for life in lives:
        cases[life.ticket.person].append(life)
    return [
        _Question(one[0].at, one[0].outcome or NONE, _deflected(one, arrived[person], cases[person]))
        for person, own in asked.items()
        for one in _together(own)
    ]


def _together(asked: Sequence[Deed]) -> Iterator[list[Deed]]:
    one: list[Deed] = []
    for deed in asked:
        if one and deed.at - one[0].at >= WEEK:
            yield one
            one = []
        one.append(deed)
    yield one


def _deflected(asked: Sequence[Deed], arrived: Sequence[datetime], cases: Sequence[_Life]) -> bool:
    """Whether it is seen to be right after the last time that it was asked, and had no case until a week later."""
    first, last = asked[0], asked[-1]
    until = last.at + SETTLED
    right = last.outcome in VERIFIED or any(last.at <= at <= until for at in arrived)
    return right and not any(case.during(first.at, until) for case in cases)


def _row(
    verdict: str,
    lives: Sequence[_Life],
    questions: Sequence[_Question],
    thumbs: Sequence[Feedback],
    period: _Period,
    reply_within: timedelta | None,
) -> Row:
    opened = [life.ticket for life in lives if period.has(life.ticket.opened_at)]
    ended = [life.ticket for life in lives if period.has(life.ended_at)]
    resolved = [one for one in ended if one.status is Status.RESOLVED]
    ratings = [one.rating for one in resolved if one.rating]
    punctual = [said for one in opened if (said := _in_time(one, period.now, reply_within)) is not None]
    return Row(
        verdict,
        opened=len(opened),
        opened_by_bot=sum(one.by_itself for one in opened),
        resolved=len(resolved),
        withdrawn=sum(one.status is Status.WITHDRAWN for one in ended),
        still_open=sum(life.ticket.live and life.ticket.opened_at <= period.now for life in lives),
        reopened=sum(bool(life.reopened_by) for life in lives),
        asked=len(questions),
        deflected=sum(one.deflected for one in questions),
        first_reply=_spread(_replies(opened)),
        resolution=_spread([_took(one, one.resolved_at) for one in resolved if one.resolved_at]),
        in_time=sum(punctual),
        due=len(punctual),
        rating=sum(ratings) / len(ratings) if ratings else None,
        ratings=len(ratings),
        confirmed_yes=sum(one.confirmed == "yes" for one in resolved),
        confirmed_no=sum(life.denied for life in lives),
        helped=sum(one.helped for one in thumbs),
        not_helped=sum(not one.helped for one in thumbs),
    )


def _took(ticket: Ticket, until: datetime) -> timedelta:
    """Clocks of two processes may differ a little; nothing takes less than no time."""
    return max(until - ticket.opened_at, timedelta())


def _replies(opened: Iterable[Ticket]) -> list[timedelta]:
    return [_took(one, one.replied_at) for one in opened if one.replied_at]


def _in_time(ticket: Ticket, now: datetime, reply_within: timedelta | None) -> bool | None:
    """None where nobody can say: it is not due yet, or the person no longer wanted it."""
    if reply_within is None:
        return None
    if ticket.replied_at:
        return _took(ticket, ticket.replied_at) <= reply_within
    return False if ticket.live and now - ticket.opened_at > reply_within else None


def _spread(values: Sequence[timedelta]) -> Spread:
    return Spread(len(values), _quantile(values, 0.5), _quantile(values, 0.9))


def _quantile(values: Sequence[timedelta], share: float) -> timedelta | None:
    """The value below which this share lies; between two of them in proportion."""
    if not values:
        return None
    ordered, place = sorted(values), share * (len(values) - 1)
    low, high = ordered[math.floor(place)], ordered[math.ceil(place)]
    return low + (high - low) * (place % 1)


def _sorted_by_step(values: Iterable[timedelta]) -> tuple[tuple[timedelta | None, int], ...]:
    found = Counter(next((step for step in STEPS if value <= step), None) for value in values)
    return tuple((step, found[step]) for step in (*STEPS, None))


def _weeks(lives: Sequence[_Life], questions: Sequence[_Question], period: _Period) -> Iterator[Week]:
    """All weeks of the period; of a long one without those before anything was there."""
    ended = [life for life in lives if life.ticket.status is Status.RESOLVED]
    opened = _by_week((life.ticket.opened_at for life in lives), period)
    resolved = _by_week((life.ended_at for life in ended), period)
    deflected = _by_week((one.at for one in questions if one.deflected), period)
    last, begins = _monday(period.now), _monday(period.since)
    always = last - (SHOWN_WEEKS - 1) * WEEK
    first = min((*opened, *resolved, *deflected, always))
    begins = max(begins, first)
    while begins <= last:
        yield Week(begins, opened[begins], resolved[begins], deflected[begins])
        begins += WEEK


def _by_week(moments: Iterable[datetime | None], period: _Period) -> Counter[date]:
    return Counter(_monday(at) for at in moments if at and period.has(at))


def _monday(at: datetime) -> date:
    day = at.astimezone(UTC).date()
    return day - timedelta(days=day.weekday())
