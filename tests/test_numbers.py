"""The numbers as they are told, and the command that tells them."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bot import arguments, cli
from bot.core.audit import Deed, Who
from bot.core.feedback import Shown
from bot.core.numbers import Numbers, counted
from bot.core.rules import Verdict
from bot.core.tickets import Entry, Side, Status, Ticket, done
from bot.numbers import FORMS, numbers_since
from bot.numbers.charts import scale
from bot.numbers.tables import COLUMNS, lasted
from bot.store import Database
from tests.conftest import Instant

NOW = Instant().now()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EVIL = "<script>alert('&\"')</script>]]>"


def tickets(now: datetime) -> tuple[Ticket, ...]:
    at = now - 9 * DAY
    solved = {"replied_at": at + HOUR, "resolved_at": at + DAY, "confirmed": "yes", "rating": 4}
    return (
        Ticket(1, "1", "p", at, status=Status.RESOLVED, verdict="stuck", **solved),  # type: ignore[arg-type]
        Ticket(2, "2", "q", at + DAY, verdict=EVIL, by_itself=True),
    )


def asked(now: datetime) -> Deed:
    return Deed("a", now - 8 * DAY, "r", "", Who.PERSON, "asked", outcome="ok")


NOTHING = counted((), (), (), NOW - 30 * DAY, NOW)
SOME = counted(tickets(NOW), (), [asked(NOW)], NOW - 30 * DAY, NOW, 4 * HOUR)
LONG = counted(tickets(NOW - 3000 * DAY), (), [asked(NOW)], NOW - 3650 * DAY, NOW)
ALL = pytest.mark.parametrize("numbers", [NOTHING, SOME, LONG], ids=["nothing", "some", "long"])
VOID = {"meta"}


class Page(HTMLParser):
    """Reads a page as a browser does, and sees whether everything is closed that was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


@ALL
def test_the_page_is_whole_and_needs_nothing_from_elsewhere(numbers: Numbers) -> None:
    text = FORMS["html"](numbers)
    page = Page(text)
    assert text.startswith("<!DOCTYPE html>\n<html lang=")
    assert not re.search(r"https?:|//|url\(|@import|<script|<link|\son\w+=|\ssrc=|\shref=", text.replace(EVIL, ""))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert page.count("h1") == 1
    assert "nan" not in text.lower().split()
    assert "None" not in text


@ALL
def test_every_chart_has_words_and_a_table_beside_it(numbers: Numbers) -> None:
    text = FORMS["html"](numbers)
    charts = [ElementTree.fromstring(chart) for chart in re.findall(r"<svg.*?</svg>", text, re.S)]
    assert len(charts) == Page(text).count("figure") == (2 if numbers is NOTHING else 3)
    for chart in charts:
        title, about = chart[0], chart[1]
        assert (title.tag, about.tag, chart.get("role")) == ("title", "desc", "img")
        assert chart.get("aria-labelledby") == f"{title.get('id')} {about.get('id')}"
        assert title.text
        assert about.text
    for figure in re.findall(r"<figure>.*?</figure>", text, re.S):
        assert figure.count("<table>") == figure.count("<caption>") == 1


@ALL
def test_bars_stay_inside_their_chart(numbers: Numbers) -> None:
    for chart in re.findall(r"<svg.*?</svg>", FORMS["html"](numbers), re.S):
        drawn = ElementTree.fromstring(chart)
        for rect in drawn.iter("rect"):
            x, width = (float(rect.attrib[name].removesuffix("%")) for name in ("x", "width"))
            y, height = (float(rect.attrib[name]) for name in ("y", "height"))
            assert x >= 0
            assert x + width <= 100
            assert 0 <= y <= y + height <= float(drawn.attrib["height"])


def test_whatever_was_kept_is_text_on_the_page() -> None:
    text = FORMS["html"](SOME)
    assert EVIL not in text
    assert any(EVIL in said for said in Page(text).said)


def test_the_page_says_what_there_is_and_what_there_is_not() -> None:
    said = " ".join(Page(FORMS["html"](SOME)).said)
    for part in ("Cases opened 2", "Resolved 1", "100% 1 of 1 questions", "4.0 of 5 1 rating", "50% 1 of 2 within 4 h"):
        assert part in said, part
    said = " ".join(Page(FORMS["html"](NOTHING)).said)
    assert "Nobody asked" in said
    assert "in time" not in said


def test_the_terminal_gets_tables() -> None:
    lines = FORMS["text"](SOME).splitlines()
    assert re.split(r"\s{2,}", next(line for line in lines if line.startswith("first reply, median")))[1] == "1 h"
    assert "  SharePoint is behind" in "\n".join(lines)
    assert all(line == line.rstrip() for line in lines)
    assert "by verdict" not in FORMS["text"](NOTHING)


# Others read these by name: a new one goes to the end, and none goes away.
HEADER = (
    "verdict,opened,opened_by_bot,resolved,withdrawn,still_open,reopened,asked,deflected,deflected_share,first_replies,"
    "first_reply_median_minutes,first_reply_p90_minutes,resolution_median_minutes,resolution_p90_minutes,"
    "first_replies_due,first_replies_in_time,first_replies_in_time_share,ratings,rating_mean,confirmed_yes,confirmed_no,"
    "helped,not_helped"
)


@ALL
def test_csv_has_a_line_for_each_verdict_and_the_total(numbers: Numbers) -> None:
    text = FORMS["csv"](numbers)
    assert text.split("\n")[0] == HEADER == ",".join(COLUMNS)
    rows = list(csv.DictReader(io.StringIO(text)))
    own = [] if numbers is NOTHING else [EVIL]
    assert [row["verdict"] for row in rows] == [*map(str, Verdict), *own, "none", "total"]
    values = [rows[-1][name] for name in ("opened", "first_reply_median_minutes", "rating_mean")]
    assert values == (["0", "", ""] if numbers is NOTHING else ["2", "60.0", "4.0"])


@ALL
def test_json_has_the_same_and_more(numbers: Numbers) -> None:
    told = json.loads(FORMS["json"](numbers))
    assert list(told["total"]) == [*COLUMNS]
    assert len(told["weeks"]) == len(numbers.weeks)
    assert told["first_reply_within_minutes"] == (240.0 if numbers is SOME else None)
    assert [step["up_to_minutes"] for step in told["first_replies"]] == [15.0, 60.0, 240.0, 1440.0, 4320.0, None]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(None, "–"), (0, "0 min"), (29, "0 min"), (60, "1 min"), (3600, "1 h"), (3660, "1 h 1 min"), (360_000, "100 h")],
)
def test_times_are_hours_and_minutes(seconds: int | None, said: str) -> None:
    assert lasted(None if seconds is None else timedelta(seconds=seconds)) == said


@pytest.mark.parametrize(("most", "step"), [(0, 1), (5, 1), (6, 2), (10, 2), (11, 5), (26, 10), (51, 20), (1001, 500)])
def test_a_scale_has_few_and_whole_numbers(most: int, step: int) -> None:
    assert scale(most) == step


async def filled(database: Database, now: datetime) -> None:
    opened = Entry(0, 1, now, Side.PERSON, "opened")
    for one in tickets(now):
        await database.open_ticket(replace(one, changed_at=one.opened_at, bundle={"facts": "much"}), opened)
    for key, days, status in (
        ("old", 90, Status.RESOLVED),
        ("old and open", 80, Status.WAITING),
        ("old and just over", 70, Status.OPEN),
    ):
        at = now - days * DAY
        old = Ticket(0, key, key, at, status=status, resolved_at=at, changed_at=at, words="secret")
        kept, _ = await database.open_ticket(old, opened)
    withdrawn = Entry(kept.number, 2, now - DAY, Side.PERSON, "withdrawn", text="secret")
    await database.save_ticket(done(kept, withdrawn), withdrawn)
    one = replace(asked(now), before="much")
    for deed in (one, replace(one, id="b", what="start"), replace(one, id="c", at=now - 60 * DAY)):
        await database.note(deed)


async def test_only_what_is_counted_is_read(database: Database) -> None:
    await filled(database, NOW)
    since = NOW - 30 * DAY
    found = await database.tickets_since(since)
    assert [one.key for one in found] == ["1", "2", "old and open", "old and just over"]
    assert not any(one.bundle or one.words for one in found)
    assert replace(found[0], changed_at=None) == tickets(NOW)[0]
    moves = await database.moves_since(since, "withdrawn", "reopened")
    assert [(one.what, one.side, one.text) for one in moves] == [("withdrawn", Side.PERSON, "")]
    assert await database.deeds_since(since, "asked", "arrived") == [asked(NOW)]
    assert await database.deeds_since(asked(NOW).at, "asked") == [asked(NOW)]
    total = (await numbers_since(database, since, NOW, None)).total
    assert (total.opened, total.resolved, total.withdrawn, total.still_open, total.deflected) == (2, 1, 1, 2, 1)


@pytest.fixture(autouse=True)
def log() -> Iterator[None]:
    """A command has the log for itself, as it is the process; here it gives it back."""
    root = logging.getLogger()
    before = root.level, root.handlers[:]
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The settings of a bot that reaches nobody; its database."""
    url = f"sqlite:///{tmp_path / 'resync.db'}"
    for name, value in {
        "MicrosoftAppId": "00000000-0000-4000-8000-000000000001",
        "MicrosoftAppTenantId": "00000000-0000-4000-8000-000000000002",
        "MicrosoftAppPassword": "secret",
        "RESYNC_SHAREPOINT_URL": "https://contoso.sharepoint.com",
        "RESYNC_FIRST_REPLY_WITHIN": "4h",
        "DATABASE_URL": url,
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return url


def report(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[Any, str, str]:
    try:
        code: Any = cli.main(["report", *options])
    except SystemExit as error:
        code = error.code
    return code, *capsys.readouterr()


def test_the_command_tells_what_the_database_holds(bot: str, capsys: pytest.CaptureFixture[str]) -> None:
    async def fill() -> None:
        store = Database(bot, Instant())
        await store.open()
        await filled(store, datetime.now(UTC))
        await store.close()

    code, said, wrong = report(capsys)
    assert (code, wrong) == (0, "")
    assert re.search(r"^cases opened +0$", said, re.M)
    asyncio.run(fill())
    for options, has in (
        (("--since", "30d"), r"cases opened +2\n"),
        (("--csv",), r"\ntotal,2,1,1,1,2,0,1,1,1\.0,1,60\.0,"),
        (("--json", "--since", "5200w"), r'"first_reply_within_minutes": 240\.0'),
        (("--html", "--since", "400D"), r"<!DOCTYPE html>\n.*</html>\n$"),
    ):
        code, said, wrong = report(capsys, *options)
        assert (code, wrong) == (0, "")
        assert re.search(has, said, re.S), options


def test_what_people_said_about_answers_is_listed(bot: str, capsys: pytest.CaptureFixture[str]) -> None:
    async def fill() -> None:
        clock = Instant()
        store = Database(bot, clock)
        await store.open()
        await store.answered("chat", "1", "p", Shown("sync_duration"))
        await store.answered("chat", "2", "p", Shown("check", "stuck", ("sharepoint_behind",)))
        await store.rate("chat", "1", "p", "like", "")
        clock.moment += HOUR
        await store.rate("chat", "2", "p", "dislike", "for how long?")
        await store.close()

    assert cli.main(["feedback"]) == 0
    assert capsys.readouterr().out == "Nobody has said what they think of an answer.\n"
    asyncio.run(fill())
    assert cli.main(["feedback"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2026-11-23 13:00  down  stuck              sharepoint_behind: for how long?",
        "2026-11-23 12:00  up    –                  sync_duration",
    ]
    assert cli.main(["feedback", "--json", "--most", "1"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["reaction"], told["shown"]["findings"]) == ("dislike", ["sharepoint_behind"])


@pytest.mark.parametrize("since", ["", "30", "d", "0d", "-3d", "3m", "9999999d", "2026-13-01", "2999-01-01", "9999w x"])
def test_a_since_that_is_none_is_explained(since: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, wrong = report(capsys, f"--since={since}")
    assert (code, said) == (2, "")
    assert "write 30d, 12w or a day such as 2026-11-01" in wrong


def test_one_form_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, wrong = report(capsys, "--csv", "--html")
    assert code == 2
    assert "not allowed with argument" in wrong


def test_since_a_day_is_since_its_beginning() -> None:
    assert arguments.since("2020-02-29") == datetime(2020, 2, 29, tzinfo=UTC)


@pytest.mark.parametrize(("text", "days"), [("30d", 30), ("12w", 84), (" 1W ", 7)])
def test_since_so_long_ago(text: str, days: int) -> None:
    assert abs(datetime.now(UTC) - timedelta(days=days) - arguments.since(text)) < timedelta(minutes=1)


def test_the_manual_has_every_column() -> None:
    manual = (Path(__file__).parent.parent / "docs" / "operations.md").read_text("utf-8")
    section = manual.split("### Numbers\n")[1].split("\n## ")[0]
    assert [name for name in COLUMNS if f"`{name}`" not in section] == []
