"""export and erase, as an administrator types them."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import build
from bot.core.cases import Case
from bot.core.tickets import Entry, Side, Ticket
from bot.ports import Conversation
from bot.store import Database
from tests.conftest import staged
from tests.scenarios.test_privacy import waiting
from tests.test_cli import BARE, ROOT, run

ADA = "ada00000-0000-4000-8000-000000000001"
WHERE = Conversation("chat", ADA, "tenant", "https://smba", "29:ada", "28:bot", "nl-NL")


def kept(database_url: str, cases: bool = True) -> None:
    """Somebody of whom something is kept."""

    async def fill() -> None:
        store = Database(database_url, build.SystemClock())
        await store.open()
        await store.remember(WHERE)
        await store.speaks(ADA, "nl")
        await store.add_case(Case("CASE1", ADA, build.SystemClock().now()))
        if cases:
            now = build.SystemClock().now()
            ticket = Ticket(0, "form:1", ADA, now, "Ada", changed_at=now, entries=1)
            await store.open_ticket(ticket, Entry(0, 1, now, Side.PERSON, "opened", ADA, "Ada"))
        await store.close()

    asyncio.run(fill())


@pytest.fixture
def where(database_url: str) -> dict[str, str]:
    kept(database_url)
    return {"DATABASE_URL": database_url}


def test_an_export_is_json_for_programs_and_for_people(where: dict[str, str], tmp_path: Path) -> None:
    done = run("export", ADA.upper(), cwd=tmp_path, **where)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    assert list(found)[:4] == ["format", "person", "made_at", "conversations"]
    assert found["person"] == ADA and found["made_at"].endswith("Z")
    assert found["conversations"][0]["locale"] == "nl-NL" and len(found["helpdesk_cases"]) == 1
    out = tmp_path / "ada.json"
    done = run("export", ADA, "--out", str(out), cwd=tmp_path, **where)
    assert done.returncode == 0 and "has all that is kept about" in done.stdout
    assert json.loads(out.read_text("utf-8")).keys() == found.keys()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    again = run("export", ADA, "--out", str(out), cwd=tmp_path, **where)
    assert again.returncode == 2 and "cannot be written" in again.stderr and "--out" in again.stderr


def test_erase_says_what_went_what_stays_and_does_no_harm_twice(where: dict[str, str], tmp_path: Path) -> None:
    done = run("erase", ADA, "--yes", cwd=tmp_path, **where)
    assert done.returncode == 0, done.stderr
    assert [line.split() for line in done.stdout.splitlines()[:2]] == [
        ["1", "conversations"],
        ["1", "languages"],
    ] and done.stderr == ""
    assert "stay until 365 days after they ended" in done.stdout
    done = run("erase", ADA, "--yes", cwd=tmp_path, **where, RESYNC_KEEP_CASES="40d")
    assert done.returncode == 0 and "nothing more to erase" in done.stdout and "40 days" in done.stdout
    done = run("erase", ADA, "--yes", "--cases", cwd=tmp_path, **where)
    assert "helpdesk_cases" in done.stdout and "stay until" not in done.stdout
    done = run("erase", ADA, "--yes", cwd=tmp_path, **where)
    assert (done.returncode, done.stdout) == (0, f"Nothing is kept about {ADA}.\n")
    empty = json.loads(run("export", ADA, cwd=tmp_path, **where).stdout)
    assert not any(rows for name, rows in empty.items() if isinstance(rows, list))


@pytest.mark.parametrize("command", ["export", "erase"])
@pytest.mark.parametrize(
    ("person", "why"),
    [
        ("ada@contoso.com", "give the object id"),
        ("ada", "is no object id"),
        ("'; drop table cases; --", "is no object id"),
        (ADA + "\n", "is no object id"),
        ("%", "is no object id"),
    ],
)
def test_who_is_meant_must_be_clear(command: str, person: str, why: str, tmp_path: Path) -> None:
    done = run(command, person, cwd=tmp_path, DATABASE_URL=f"sqlite:///{tmp_path / 'none.db'}")
    assert done.returncode == 2 and why in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_without_anybody_to_ask_nothing_is_erased(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    kept(url)
    done = run("erase", ADA, cwd=tmp_path, DATABASE_URL=url)
    assert done.returncode == 2 and "--yes" in done.stderr
    assert json.loads(run("export", ADA, cwd=tmp_path, DATABASE_URL=url).stdout)["conversations"]


@pytest.mark.parametrize(("answer", "code"), [("yes", 0), ("y", 1), ("", 1)])
def test_at_a_terminal_it_is_asked_first(answer: str, code: int, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    kept(url)
    screen, keyboard = pty.openpty()
    program = [sys.executable, str(ROOT / "app.py"), "erase", ADA]
    environment = BARE | {"DATABASE_URL": url}
    with subprocess.Popen(program, stdin=keyboard, stdout=subprocess.PIPE, env=environment, cwd=tmp_path) as process:
        os.write(screen, f"{answer}\n".encode())
        assert process.stdout is not None
        said = process.stdout.read().decode()
    for one in (screen, keyboard):
        os.close(one)
    assert process.returncode == code
    assert "conversations" in said and f"Erase what is kept about {ADA}?" in said
    assert ("Nothing was erased" in said) is bool(code)


@pytest.mark.parametrize("command", ["export", "erase"])
def test_a_database_that_is_away_is_said(command: str, tmp_path: Path) -> None:
    done = run(command, ADA, *["--yes"] * (command == "erase"), cwd=tmp_path, DATABASE_URL="mysql://nowhere")
    assert done.returncode == 2 and "DATABASE_URL" in done.stderr and "Traceback" not in done.stderr
    done = run(command, ADA, *["--yes"] * (command == "erase"), cwd=tmp_path, DATABASE_URL="sqlite:///elsewhere.db")
    assert done.returncode == 2 and f"there is no file {tmp_path / 'elsewhere.db'}" in done.stderr, (
        "not: nothing is kept"
    )
    wrong = run("erase", ADA, "--yes", cwd=tmp_path, RESYNC_KEEP_CASES="soon")
    assert wrong.returncode == 2 and "RESYNC_KEEP_CASES is wrong" in wrong.stderr


async def test_erased_beside_a_running_bot_nothing_is_written_any_more(database_url: str, tmp_path: Path) -> None:
    async with staged("sanne", database_url, RESYNC_TIME_SCALE="600") as stage:
        stage.sandbox.world.app_requests_trigger_pull = False
        teams = stage.client()
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        await teams.press("Start")
        person = teams.person.object_id
        case = await stage.bot.store.case_of(person)
        assert case is not None and waiting(database_url, case.id)
        done = await asyncio.to_thread(run, "erase", person, "--yes", cwd=tmp_path, DATABASE_URL=database_url)
        assert (done.returncode, done.stderr) == (0, "")
        stage.sandbox.world.app_requests_trigger_pull = True
        shown, events = len(teams.chat.messages), len(teams.chat.events)
        await asyncio.sleep(2)  # twenty minutes
        assert (len(teams.chat.messages), len(teams.chat.events)) == (shown, events)
        assert await stage.bot.store.held(person) == {} and waiting(database_url, case.id) == []
        await teams.say("is it done yet?")
        assert "no resync under way" in str(teams.cards[-1]["card"]["fallbackText"])


def test_in_a_terminal_a_copy_is_taken_and_one_is_forgotten() -> None:
    said = "why is my photo old?\nwhat do you keep about me?\n1\nallow\nwhat do you keep about me?\n2\n1\n"
    done = run("chat", said=said)
    assert (done.returncode, done.stderr) == (0, "")
    for part in ("Teams asks: may resync-my-data-", "[file: resync-my-data-", "Yes, forget me", "I have forgotten you"):
        assert part in done.stdout, part


def test_in_a_terminal_a_copy_is_declined() -> None:
    done = run("chat", said="what do you keep about me?\n1\ndecline\n")
    assert "I have not put the file anywhere" in done.stdout and "[file:" not in done.stdout
