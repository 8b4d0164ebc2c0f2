"""Numbers as text for a terminal, as CSV and as JSON. The names of COLUMNS are known to others: they do not change."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from bot.core.numbers import NONE, TOTAL, Numbers, Row
from bot.core.texts import Speaker

NOTHING = "–"


def minutes(time: timedelta | None) -> float | None:
    return None if time is None else round(time.total_seconds() / 60, 1)


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


# What programs get, of each verdict and of the total.
COLUMNS: dict[str, Callable[[Row], str | float | None]] = {
    "verdict": lambda row: row.verdict,
    "opened": lambda row: row.opened,
    "opened_by_bot": lambda row: row.opened_by_bot,
    "resolved": lambda row: row.resolved,
    "withdrawn": lambda row: row.withdrawn,
    "still_open": lambda row: row.still_open,
    "reopened": lambda row: row.reopened,
    "asked": lambda row: row.asked,
    "deflected": lambda row: row.deflected,
    "deflected_share": lambda row: _share(row.deflection),
    "first_replies": lambda row: row.first_reply.count,
    "first_reply_median_minutes": lambda row: minutes(row.first_reply.median),
    "first_reply_p90_minutes": lambda row: minutes(row.first_reply.p90),
    "resolution_median_minutes": lambda row: minutes(row.resolution.median),
    "resolution_p90_minutes": lambda row: minutes(row.resolution.p90),
    "first_replies_due": lambda row: row.due,
    "first_replies_in_time": lambda row: row.in_time,
    "first_replies_in_time_share": lambda row: _share(row.punctuality),
    "ratings": lambda row: row.ratings,
    "rating_mean": lambda row: _share(row.rating),
    "confirmed_yes": lambda row: row.confirmed_yes,
    "confirmed_no": lambda row: row.confirmed_no,
    "helped": lambda row: row.helped,
    "not_helped": lambda row: row.not_helped,
}


def as_csv(numbers: Numbers) -> str:
    """One line for each verdict, and the total last. What there is none of is empty."""
    lines = io.StringIO()
    writer = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_values(row) for row in (*numbers.by_verdict, numbers.total))
    return lines.getvalue().rstrip("\n")


def as_json(numbers: Numbers) -> str:
    """One object. Each row has the names of COLUMNS, a week the day on which it begins."""
    return json.dumps(
        {
            "since": numbers.since.isoformat(),
            "until": numbers.now.isoformat(),
            "first_reply_within_minutes": minutes(numbers.reply_within),
            "total": _values(numbers.total),
            "by_verdict": [_values(row) for row in numbers.by_verdict],
            "weeks": [{**vars(week), "begins": week.begins.isoformat()} for week in numbers.weeks],
            "first_replies": [{"up_to_minutes": minutes(step), "count": count} for step, count in numbers.replies],
            "unanswered": numbers.unanswered,
        },
        ensure_ascii=False,
    )


def _values(row: Row) -> dict[str, Any]:
    return {name: of(row) for name, of in COLUMNS.items()}


def lasted(time: timedelta | None) -> str:
    """Hours and minutes, as people write them."""
    if time is None:
        return NOTHING
    hours, rest = divmod(round(time.total_seconds() / 60), 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part
    )


def percent(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.0%}"


def _rating(row: Row) -> str:
    return NOTHING if row.rating is None else f"{row.rating:.1f} ({row.ratings})"


def _both(yes: int, no: int) -> str:
    return f"{yes} / {no}" if yes or no else NOTHING


def _punctual(row: Row) -> str:
    return f"{percent(row.punctuality)} ({row.in_time}/{row.due})" if row.due else NOTHING


# What people get, of each verdict and of the total.
MEASURES: dict[str, Callable[[Row], str]] = {
    "cases opened": lambda row: str(row.opened),
    "by the bot itself": lambda row: str(row.opened_by_bot),
    "resolved": lambda row: str(row.resolved),
    "withdrawn": lambda row: str(row.withdrawn),
    "still open": lambda row: str(row.still_open),
    "reopened": lambda row: str(row.reopened),
    "questions": lambda row: str(row.asked),
    "deflected": lambda row: str(row.deflected),
    "share deflected": lambda row: percent(row.deflection),
    "first reply, median": lambda row: lasted(row.first_reply.median),
    "first reply, 90% within": lambda row: lasted(row.first_reply.p90),
    "resolution, median": lambda row: lasted(row.resolution.median),
    "resolution, 90% within": lambda row: lasted(row.resolution.p90),
    "first reply in time": _punctual,
    "satisfaction, 1 to 5 (ratings)": _rating,
    "solved, yes / no": lambda row: _both(row.confirmed_yes, row.confirmed_no),
    "the bot's answers, thumbs up / down": lambda row: _both(row.helped, row.not_helped),
}
_NARROW = ("cases opened", "resolved", "still open", "questions", "deflected")  # what fits on a terminal


def measures(numbers: Numbers) -> dict[str, Callable[[Row], str]]:
    """Those that say something: without a time for the first reply nothing is in time."""
    return {name: of for name, of in MEASURES.items() if numbers.reply_within or name != "first reply in time"}


def filled(numbers: Numbers) -> list[Row]:
    """The verdicts of which there is anything."""
    return [row for row in numbers.by_verdict if not row.empty]


def named(verdict: str) -> str:
    """A verdict for people."""
    if verdict == TOTAL:
        return "all"
    try:
        return "no verdict" if verdict == NONE else Speaker("en")(f"verdict-{verdict}")
    except KeyError:  # of another version
        return verdict


def step_named(step: timedelta | None, before: timedelta | None) -> str:
    return f"more than {lasted(before)}" if step is None else f"up to {lasted(step)}"


def steps_of(numbers: Numbers) -> list[tuple[str, int]]:
    """How many first replies took how long, and how many are yet to come."""
    steps = [step for step, _ in numbers.replies]
    named_steps = [step_named(step, steps[place - 1]) for place, step in enumerate(steps)]
    counts = [count for _, count in numbers.replies]
    return [*zip(named_steps, counts, strict=True), ("no reply yet", numbers.unanswered)]


def as_text(numbers: Numbers) -> str:
    """For a terminal."""
    return "\n".join(_lines(numbers))


def _lines(numbers: Numbers) -> Iterator[str]:
    total, shown = numbers.total, measures(numbers)
    yield f"From {numbers.since:%Y-%m-%d %H:%M} to {numbers.now:%Y-%m-%d %H:%M} UTC"
    yield ""
    width = max(map(len, shown))
    yield from (f"{name:<{width}}  {of(total)}" for name, of in shown.items())
    rows = [[named(row.verdict), *(MEASURES[name](row) for name in _NARROW)] for row in filled(numbers)]
    yield from _table("by verdict", ["verdict", *_NARROW], rows)
    weeks = [[f"{one.begins}", str(one.opened), str(one.resolved), str(one.deflected)] for one in numbers.weeks]
    yield from _table("by week", ["begins", "opened", "resolved", "deflected"], weeks)
    steps = [[name, str(count)] for name, count in steps_of(numbers)]
    yield from _table("time to first reply", ["within", "cases"], steps)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    if not rows:
        return
    yield ""
    yield title
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        first, *rest = (f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True))
        yield "  ".join(["  " + first.strip().ljust(widths[0]), *rest])
