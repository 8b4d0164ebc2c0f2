"""Numbers as one page: no script, nothing from elsewhere; for a phone, in the dark, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from bot.core.numbers import Numbers, Row
from bot.numbers import charts
from bot.numbers.markup import Part, element, table, written
from bot.numbers.tables import filled, lasted, measures, named, percent, steps_of

MOST_WEEKS = 53  # drawn; the table beside them has all
# What bars are of; each has a colour of that name.
_SERIES = ("opened", "resolved", "deflected")

STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #fff; --tile: #f3f5f8; --line: #d5dae0;
  --opened: #0b63a8; --resolved: #2f9e77; --deflected: #c8741a; --questions: #7d8794; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --soft: #a5afba; --paper: #14171b;
  --tile: #1e2329; --line: #363d46; --opened: #6cb4f0; --resolved: #46c795;
  --deflected: #f0a658; --questions: #8d97a3; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
p { margin: .25rem 0; }
.soft, caption, figcaption, dt { color: var(--soft); }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; }
dl > div { background: var(--tile); border-radius: .5rem; padding: .75rem; }
dt { font-size: .875rem; }
dd { margin: 0; }
dd strong { display: block; font-size: 1.4rem; line-height: 1.4; font-weight: 600; white-space: nowrap; }
dd span { font-size: .875rem; color: var(--soft); }
figure { margin: 0; display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
svg { display: block; overflow: visible; }
svg text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
svg text.value { fill: var(--ink); }
.grid { stroke: var(--line); stroke-dasharray: 2 3; }
.ground { stroke: var(--soft); }
.opened { fill: var(--opened); background: var(--opened); }
.resolved { fill: var(--resolved); background: var(--resolved); }
.deflected { fill: var(--deflected); background: var(--deflected); }
.questions { fill: var(--questions); background: var(--questions); }
ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .5rem 0 0; padding: 0;
  font-size: .875rem; }
li i { display: inline-block; width: .75rem; height: .75rem; border-radius: 2px; margin-right: .4rem; }
.table { overflow: auto; }
figure .table { max-height: 36rem; }
.table th:first-child, .table thead th { position: sticky; background: var(--paper); }
.table th:first-child { left: 0; }
.table thead th { top: 0; z-index: 1; }
.table thead th:first-child { z-index: 2; }
td { white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .35rem; }
th, td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid var(--line); }
thead th { font-weight: 500; color: var(--soft); vertical-align: bottom; }
tbody th { font-weight: 400; text-align: left; min-width: 7rem; }
th:first-child { text-align: left; padding-left: 0; }
:focus-visible { outline: 2px solid var(--opened); outline-offset: 2px; }
@media (min-width: 52rem) { figure { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
  figure .table { max-height: 26rem; } }
@media print {
  :root { color-scheme: light; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  figure, dl > div, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  .table, figure .table { max-height: none; overflow: visible; }
  table { font-size: 7.5pt; }
  th, td { padding: .15rem .25rem; white-space: normal; }
  tbody th { min-width: 0; }
}
"""


def as_html(numbers: Numbers) -> str:
    """The whole page."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"Resync in numbers, {_day(numbers.since)} to {_day(numbers.now)}"),
        element("style", STYLE),
    )
    period = f"From {_moment(numbers.since)} to {_moment(numbers.now)}, UTC"
    main = element("main", element("h1", "Resync in numbers"), element("p", period, class_="soft"), *_parts(numbers))
    return written(element("html", head, element("body", main), lang="en"))


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B %Y}"


def _moment(at: datetime) -> str:
    return f"{_day(at)}, {at:%H:%M}"


def _parts(numbers: Numbers) -> Iterator[Element]:
    yield element("dl", *(_tile(*tile) for tile in _tiles(numbers)))
    yield from _by_week(numbers)
    yield from _by_verdict(numbers)
    yield from _first_replies(numbers)
    yield from _everything(numbers)
    yield element("h2", "How this is counted")
    yield from (element("p", one, class_="soft") for one in _COUNTED)


_COUNTED = (
    "Deflected: the bot found that everything is in order, or that only an older copy is shown, or the photo arrived, "
    "and the person had no case until a week later. What somebody asks within a week is one question. The last week "
    "may still change.",
    "First reply: of cases opened in the period. Resolution, satisfaction and “solved: yes”: of cases resolved in it "
    "that are not open again. “Solved: no”: reopened by the person. Still open: now, whenever opened. "
    "90%: nine of ten took no longer.",
)


def _tiles(numbers: Numbers) -> Iterator[tuple[str, str, str]]:
    """What it is, its value, and a remark."""
    total: Row = numbers.total
    yield "Cases opened", str(total.opened), f"{total.opened_by_bot} by the bot itself"
    yield "Resolved", str(total.resolved), f"{total.withdrawn} withdrawn, {total.reopened} reopened"
    yield "Still open", str(total.still_open), f"{numbers.unanswered} without a reply"
    yield "Deflected", percent(total.deflection), f"{total.deflected} of {total.asked} questions"
    yield "First reply, median", lasted(total.first_reply.median), f"90% within {lasted(total.first_reply.p90)}"
    yield "Resolution, median", lasted(total.resolution.median), f"90% within {lasted(total.resolution.p90)}"
    if numbers.reply_within:
        within = f"{total.in_time} of {total.due} within {lasted(numbers.reply_within)}"
        yield "First reply in time", percent(total.punctuality), within
    rating = lasted(None) if total.rating is None else f"{total.rating:.1f} of 5"
    yield "Satisfaction", rating, f"{total.ratings} rating{'' if total.ratings == 1 else 's'}"
    yield "Is it solved?", f"{total.confirmed_yes} yes", f"{total.confirmed_no} no"
    yield "The bot’s answers", f"{total.helped} up", f"{total.not_helped} down, of those with a thumb"


def _tile(name: str, value: str, remark: str) -> Element:
    return element("div", element("dt", name), element("dd", element("strong", value), element("span", remark)))


def _figure(title: str, chart: Element, beside: Element, legend: tuple[str, ...] = ()) -> Iterator[Element]:
    yield element("h2", title)
    drawn: list[Part] = [chart]
    if legend:
        items = [element("li", element("i", class_=one), one) for one in legend]
        drawn.append(element("ul", *items, aria_hidden="true"))
    yield element("figure", element("div", *drawn), beside)


def _by_week(numbers: Numbers) -> Iterator[Element]:
    drawn = numbers.weeks[-MOST_WEEKS:]
    series = {name: [int(getattr(week, name)) for week in drawn] for name in _SERIES}
    sums = ", ".join(f"{sum(values)} {name}" for name, values in series.items())
    about = f"{len(drawn)} weeks, each by the Monday on which it begins: {sums} in all."
    marks = [f"{week.begins.day} {week.begins:%b}" for week in drawn]
    chart = charts.columns("weeks", "Cases and deflected questions by week", about, marks, series)
    rows = [[f"{one.begins}", *(str(getattr(one, name)) for name in _SERIES)] for one in numbers.weeks]
    yield from _figure("By week", chart, table("Weeks by their Monday", ["week", *_SERIES], rows), _SERIES)


def _by_verdict(numbers: Numbers) -> Iterator[Element]:
    legend = ("opened", "questions", "deflected")
    rows = [(named(row.verdict), dict(zip(legend, (row.opened, row.asked, row.deflected), strict=True)))
            for row in filled(numbers)]  # fmt: skip
    if not rows:
        yield element("h2", "By verdict")
        yield element("p", "Nobody asked, and no case was opened.")
        return
    about = "; ".join(f"{name}: " + ", ".join(f"{n} {of}" for of, n in values.items()) for name, values in rows)
    chart = charts.bars("verdicts", "Cases and questions by verdict", about + ".", rows)
    beside = [[name, *map(str, values.values())] for name, values in rows]
    yield from _figure("By verdict", chart, table("Cases and questions", ["verdict", *legend], beside), legend)


def _first_replies(numbers: Numbers) -> Iterator[Element]:
    steps = steps_of(numbers)
    about = ", ".join(f"{name}: {count}" for name, count in steps) + "."
    rows = [(name, {"opened": count}) for name, count in steps]
    chart = charts.bars("replies", "Cases by the time to their first reply", about, rows)
    beside = table("Cases opened in the period", ["first reply", "cases"], [[name, str(n)] for name, n in steps])
    yield from _figure("Time to first reply", chart, beside)


def _everything(numbers: Numbers) -> Iterator[Element]:
    rows = [numbers.total, *filled(numbers)]
    values = [[name, *map(of, rows)] for name, of in measures(numbers).items()]
    yield element("h2", "Everything")
    yield table("Every number, of all and by verdict", ["number", *(named(row.verdict) for row in rows)], values)
