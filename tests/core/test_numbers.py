"""What is counted, and from which moment on: tables of tickets and deeds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.core.audit import Deed, Who
from bot.core.feedback import Feedback, Shown
from bot.core.numbers import NONE, SETTLED, STEPS, Numbers, Row, Spread, counted
from bot.core.rules import Verdict
from bot.core.tickets import Entry, Side, Status, Ticket

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)  # a Tuesday
DAY, HOUR, MOMENT = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)
SINCE = NOW - 30 * DAY
AT = NOW - 20 * DAY
OPEN, WAITING, RESOLVED, WITHDRAWN = Status


def ticket(number: int = 1, opened_at: datetime = AT, **more: Any) -> Ticket:
    return Ticket(**{"number": number, "key": str(number), "person": "p", "opened_at": opened_at, **more})


def resolved(at: datetime, **more: Any) -> Ticket:
    return ticket(status=RESOLVED, resolved_at=at, **more)


def move(what: str, at: datetime, side: Side = Side.PERSON, ticket: int = 1) -> Entry:
    return Entry(ticket, 2, at, side, what)


def asked(at: datetime = AT, verdict: str = "ok", person: str = "p") -> Deed:
    return Deed(f"asked:{person}:{at}:{verdict}", at, person, "", Who.PERSON, "asked", outcome=verdict)


def arrived(at: datetime, person: str = "p") -> Deed:
    return Deed(f"arrived:{person}:{at}", at, person, "", Who.BOT, "arrived")


def numbers(*things: Ticket | Entry | Deed, since: datetime = SINCE, reply_within: timedelta | None = None) -> Numbers:
    sorts: dict[type, list[Any]] = {
        kind: [one for one in things if type(one) is kind] for kind in (Ticket, Entry, Deed)
    }
    return counted(sorts[Ticket], sorts[Entry], sorts[Deed], since, NOW, reply_within)


def said(row: Row) -> dict[str, Any]:
    """Only what differs from nothing."""
    return {name: value for name, value in vars(row).items() if value != getattr(Row(row.verdict), name)}


def test_of_nothing_everything_is_there_and_nought() -> None:
    found = numbers()
    assert found.total.empty
    assert [row.verdict for row in found.by_verdict] == [*map(str, Verdict), NONE]
    assert all(row.empty for row in found.by_verdict)
    assert (found.total.deflection, found.total.punctuality, found.total.rating) == (None, None, None)
    assert found.total.first_reply == found.total.resolution == Spread(0, None, None)
    assert [week.begins for week in found.weeks] == [date(2026, 10, 19) + n * timedelta(weeks=1) for n in range(6)]
    assert all(week.empty for week in found.weeks)
    assert found.replies == tuple((step, 0) for step in (*STEPS, None))


@pytest.mark.parametrize(
    ("things", "expected"),
    [
        ([ticket()], {"opened": 1, "still_open": 1}),
        ([ticket(status=WAITING, by_itself=True)], {"opened": 1, "still_open": 1, "opened_by_bot": 1}),
        # the edges of the period
        ([ticket(opened_at=SINCE)], {"opened": 1, "still_open": 1}),
        ([ticket(opened_at=SINCE - MOMENT)], {"still_open": 1}),
        ([ticket(opened_at=NOW)], {"opened": 1, "still_open": 1}),
        ([ticket(opened_at=NOW + MOMENT)], {}),  # another process was quicker
        # resolved
        (
            [resolved(AT + HOUR, replied_at=AT + HOUR)],
            {
                "opened": 1,
                "resolved": 1,
                "first_reply": Spread(1, HOUR, HOUR),
                "resolution": Spread(1, HOUR, HOUR),
            },
        ),
        ([resolved(SINCE, opened_at=SINCE - DAY)], {"resolved": 1, "resolution": Spread(1, DAY, DAY)}),
        ([resolved(SINCE - MOMENT, opened_at=SINCE - DAY, rating=5, confirmed="yes")], {}),
        ([resolved(AT - HOUR)], {"opened": 1, "resolved": 1, "resolution": Spread(1, 0 * HOUR, 0 * HOUR)}),
        # withdrawn
        ([ticket(status=WITHDRAWN), move("withdrawn", AT + DAY)], {"opened": 1, "withdrawn": 1}),
        ([ticket(opened_at=SINCE - DAY, status=WITHDRAWN), move("withdrawn", AT)], {"withdrawn": 1}),
        ([ticket(opened_at=SINCE - DAY, status=WITHDRAWN, changed_at=AT)], {}),  # before, and then noted upon
        # reopened: its old end does not count, and who said that it is not solved does
        (
            [ticket(resolved_at=AT + DAY, reopened=1, confirmed="no"), move("reopened", AT + 2 * DAY)],
            {"opened": 1, "still_open": 1, "reopened": 1, "confirmed_no": 1},
        ),
        (
            [
                resolved(AT + 3 * DAY, reopened=2, confirmed="yes"),
                move("reopened", AT + DAY, Side.HELPDESK),
                replace(move("reopened", AT + 2 * DAY, Side.HELPDESK), number=5),
            ],
            {
                "opened": 1,
                "resolved": 1,
                "reopened": 1,
                "confirmed_yes": 1,
                "resolution": Spread(1, 3 * DAY, 3 * DAY),
            },
        ),
        ([ticket(opened_at=SINCE - DAY, reopened=1), move("reopened", SINCE - HOUR)], {"still_open": 1}),
    ],
)
def test_what_became_of_cases(things: list[Any], expected: dict[str, Any]) -> None:
    found = numbers(*things)
    assert said(found.total) == expected
    assert said(found.by_verdict[-1]) == expected  # which had no verdict


@pytest.mark.parametrize(
    ("things", "expected"),
    [
        ([asked()], (1, 1)),
        ([asked(verdict="cache")], (1, 1)),
        ([asked(verdict="stuck")], (1, 0)),
        ([asked(verdict="")], (1, 0)),
        # the photo arrived after it
        ([asked(verdict="stuck"), arrived(AT)], (1, 1)),
        ([asked(verdict="stuck"), arrived(AT + SETTLED)], (1, 1)),
        ([asked(verdict="stuck"), arrived(AT + SETTLED + MOMENT)], (1, 0)),
        ([asked(verdict="stuck"), arrived(AT - MOMENT)], (1, 0)),
        ([asked(verdict="stuck"), arrived(AT + DAY, person="other")], (1, 0)),
        ([arrived(AT)], (0, 0)),
        # a case of that person, from the question to a week after it
        ([asked(), ticket(opened_at=AT)], (1, 0)),
        ([asked(), ticket(opened_at=AT + SETTLED)], (1, 0)),
        ([asked(), ticket(opened_at=AT + SETTLED + MOMENT)], (1, 1)),
        ([asked(), ticket(opened_at=AT + DAY, person="other")], (1, 1)),
        ([asked(verdict="stuck"), arrived(AT + DAY), ticket(opened_at=AT + 2 * DAY)], (1, 0)),
        ([asked(), ticket(opened_at=AT + DAY, status=WITHDRAWN), move("withdrawn", AT + 2 * DAY)], (1, 0)),
        # a case that there was when they asked
        ([asked(), ticket(opened_at=SINCE - DAY)], (1, 0)),
        ([asked(), resolved(AT + MOMENT, opened_at=AT - DAY)], (1, 0)),
        ([asked(), resolved(AT, opened_at=AT - DAY)], (1, 1)),
        ([asked(), ticket(opened_at=SINCE - DAY, status=WITHDRAWN)], (1, 1)),
        # who asks again within a week asks the same
        ([asked(verdict="stuck"), asked(AT + DAY, "not_due_yet"), asked(AT + 2 * DAY)], (1, 1)),
        ([asked(), asked(AT + DAY, "stuck")], (1, 0)),
        ([asked(), asked(AT + SETTLED - MOMENT, "stuck")], (1, 0)),
        ([asked(), asked(AT + SETTLED, "stuck")], (2, 1)),
        ([asked(), asked(AT + 6 * DAY), ticket(opened_at=AT + 12 * DAY)], (1, 0)),
        ([asked(), asked(person="other")], (2, 2)),
        # outside of the period
        ([asked(SINCE)], (1, 1)),
        ([asked(SINCE - MOMENT)], (0, 0)),
        ([asked(NOW + MOMENT)], (0, 0)),
    ],
)
def test_who_was_answered_without_a_case(things: list[Any], expected: tuple[int, int]) -> None:
    total = numbers(*things).total
    assert (total.asked, total.deflected) == expected
    assert numbers(*reversed(things)).total == total


def test_a_question_counts_for_the_verdict_first_told_and_a_case_for_its_own() -> None:
    things = [asked(verdict="stuck"), asked(AT + DAY, "ok"), ticket(person="q", verdict="stuck"),
              ticket(2, person="r", verdict="of_tomorrow")]  # fmt: skip
    rows = {row.verdict: row for row in numbers(*things).by_verdict if not row.empty}
    assert said(rows["stuck"]) == {"opened": 1, "still_open": 1, "asked": 1, "deflected": 1}
    assert list(rows) == ["stuck", "of_tomorrow"]
    assert numbers(asked(verdict="stuck"), asked(person="q")).total.deflection == 0.5


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ([], Spread()),
        ([3], Spread(1, 3 * HOUR, 3 * HOUR)),
        ([3, 1], Spread(2, 2 * HOUR, 2.8 * HOUR)),
        ([*range(11)], Spread(11, 5 * HOUR, 9 * HOUR)),
        ([-1], Spread(1, 0 * HOUR, 0 * HOUR)),  # the clocks of two processes differ
    ],
)
def test_how_long_it_took(hours: list[int], expected: Spread) -> None:
    things = [ticket(number, replied_at=AT + hour * HOUR) for number, hour in enumerate(hours)]
    assert numbers(*things).total.first_reply == expected


def test_first_replies_are_sorted_and_those_to_come_are_counted() -> None:
    times = [timedelta(), STEPS[0], STEPS[0] + MOMENT, STEPS[-1], STEPS[-1] + MOMENT]
    answered = [ticket(number, replied_at=AT + time) for number, time in enumerate(times)]
    found = numbers(*answered, ticket(8), ticket(9, status=WITHDRAWN), ticket(10, opened_at=SINCE - DAY))
    assert found.replies == (*zip((*STEPS, None), (2, 1, 0, 0, 1, 1), strict=True),)
    assert found.unanswered == 1


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (ticket(replied_at=AT + 4 * HOUR), (1, 1)),
        (ticket(replied_at=AT + 4 * HOUR + MOMENT), (0, 1)),
        (ticket(opened_at=NOW - 4 * HOUR), (0, 0)),  # not late yet
        (ticket(opened_at=NOW - 4 * HOUR - MOMENT), (0, 1)),
        (ticket(status=WITHDRAWN), (0, 0)),
        (ticket(opened_at=SINCE - DAY), (0, 0)),
    ],
)
def test_the_first_reply_was_in_time(one: Ticket, expected: tuple[int, int]) -> None:
    total = numbers(one, reply_within=4 * HOUR).total
    assert (total.in_time, total.due) == expected
    assert numbers(one).total.due == 0


def test_satisfaction_is_that_of_what_was_resolved() -> None:
    rated = [resolved(AT + HOUR, number=number, rating=rating) for number, rating in enumerate((5, 4, 0))]
    total = numbers(*rated, ticket(8, rating=1)).total
    assert (total.rating, total.ratings) == (4.5, 2)


def test_each_week_has_what_happened_in_it() -> None:
    monday = datetime(2026, 11, 16, tzinfo=UTC)
    found = numbers(
        resolved(monday, opened_at=monday - MOMENT),
        ticket(2, opened_at=NOW, person="q"),
        asked(monday + DAY, person="r"),
    )
    assert [(week.begins.day, week.opened, week.resolved, week.deflected) for week in found.weeks[-3:]] == [
        (9, 1, 0, 0),
        (16, 0, 1, 1),
        (23, 1, 0, 0),
    ]


@pytest.mark.parametrize(("first", "weeks"), [(None, 13), (SINCE, 13), (NOW - 150 * DAY, 23)])
def test_a_long_period_begins_with_what_was_there_first(first: datetime | None, weeks: int) -> None:
    found = numbers(*([ticket(opened_at=first)] if first else []), since=NOW - 3000 * DAY)
    assert len(found.weeks) == weeks


def test_weeks_and_verdicts_add_up_to_the_total() -> None:
    verdicts = [*map(str, Verdict), ""]
    things: list[Any] = []
    for number in range(60):
        at, verdict = SINCE + number * 11 * HOUR, verdicts[number % len(verdicts)]
        things += [asked(at, verdict, f"p{number}"), asked(at + DAY, "ok", f"p{number % 7}")]
        things += [arrived(at + DAY, f"p{number}")] if number % 3 else []
        end = {"status": RESOLVED, "resolved_at": at + 3 * DAY} if number % 4 else {}
        things += [ticket(number, at + HOUR, person=f"p{number}", verdict=verdict, **end)] if number % 5 else []
    found = numbers(*things)
    for name in ("opened", "resolved", "deflected"):
        assert sum(getattr(week, name) for week in found.weeks) == getattr(found.total, name) > 0
    for name in ("opened", "resolved", "still_open", "asked", "deflected"):
        assert sum(getattr(row, name) for row in found.by_verdict) == getattr(found.total, name)


def test_thumbs_are_counted_by_what_was_shown() -> None:
    def thumb(reaction: str, verdict: str, at: datetime = AT) -> Feedback:
        return Feedback(at, "p", reaction, "", Shown("check", verdict))

    thumbs = [thumb("like", "stuck"), thumb("dislike", "stuck"), thumb("like", ""), thumb("like", "", SINCE - MOMENT)]
    found = counted((), (), (), SINCE, NOW, None, thumbs)
    assert said(found.total) == {"helped": 2, "not_helped": 1}
    assert {row.verdict: said(row) for row in found.by_verdict if not row.empty} == {
        "stuck": {"helped": 1, "not_helped": 1},
        NONE: {"helped": 1},
    }
