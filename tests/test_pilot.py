"""`python app.py install`: the app comes to the people whom an administrator names, and the bot welcomes them once."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot import build, cli, install
from bot.config import Settings
from bot.sandbox import Sandbox
from tests.scenarios.processes import Forked
from tests.test_cli import BARE, ROOT

GROUP = "6d1f3c52-0000-4000-8000-000000000001"
PERMISSION = "TeamsAppInstallation.ReadWriteSelfForUser.All"


@dataclass(frozen=True)
class Run:
    """What a run came to."""

    code: int
    lines: list[str]
    err: str

    @property
    def became(self) -> list[str]:
        return [json.loads(line)["became"] for line in self.lines]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(scene="sanne") as one:
        yield one


@pytest.fixture
def environment(sandbox: Sandbox, tmp_path: Path) -> dict[str, str]:
    return sandbox.environment() | {"DATABASE_URL": f"sqlite:///{tmp_path / 'pilot.db'}"}


@pytest.fixture
def run(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Awaitable[Run]]:
    """The command as an administrator types it, beside the tenant that answers it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(install, "PER_SECOND", 1000.0)
    monkeypatch.setattr(install, "PAUSES", (0.01, 0.01))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    async def typed(*arguments: str) -> Run:
        capsys.readouterr()
        try:
            code = await asyncio.to_thread(cli.main, ["install", *arguments])
        except SystemExit as refused:  # of the parser
            code = int(str(refused.code))
        said = capsys.readouterr()
        return Run(code, said.out.splitlines(), said.err)

    return typed


def ids(sandbox: Sandbox, *keys: str) -> list[str]:
    return [sandbox.world.people[key].object_id for key in keys]


def has(sandbox: Sandbox, key: str) -> bool:
    return sandbox.connector.personal(sandbox.world.people[key]).installed


def asked(sandbox: Sandbox, method: str) -> int:
    return sum(one.method == method and "installedApps" in one.path for one in sandbox.world.requests)


async def test_p05_p41_who_gets_the_app_is_welcomed_once_and_can_ask(
    sandbox: Sandbox, environment: dict[str, str], run: Callable[..., Awaitable[Run]]
) -> None:
    own = {"RESYNC_HOST": "127.0.0.1", "RESYNC_PORT": "0"}
    async with build.running(Settings.from_mapping(environment | own)) as bot, build.serving(bot) as address:
        sandbox.endpoint = f"{address}/api/messages"
        client = sandbox.client("sanne", bot_url=sandbox.endpoint)
        one = ids(sandbox, "sanne")
        assert (await run(*one, "--dry-run", "--json")).became == ["missing"]
        assert not has(sandbox, "sanne")
        first = await run(*one)
        assert (first.code, first.lines) == (
            0,
            [f"installed      {one[0]}  {sandbox.world.people['sanne'].user_principal_name}", "1 person: 1 installed"],
        )
        assert await client.next_message()
        again = await run(*one)
        assert again.code == 0 and again.lines[0].startswith("there already") and "1 there already" in again.lines[1]
        assert (await run(*one, "--dry-run")).code == 0
        answer = await client.say("why is my photo old?")
        assert answer and len(client.messages) == 3, "the welcome, the question and its answer"


async def test_each_has_a_line_and_the_others_go_on(sandbox: Sandbox, run: Callable[..., Awaitable[Run]]) -> None:
    sandbox.world.app_forbidden.add("daan")
    for key, status, text in (
        ("hilde", 418, "I'm a teapot"),
        ("lotte", 404, "User Id 'lotte' not found."),
        ("marit", 403, "Failed to get license information for the user."),
    ):
        body = {"error": {"code": "Forbidden", "message": text}}
        path = f"{ids(sandbox, key)[0]}/teamwork"
        sandbox.world.faults.add(host="graph", path=path, status=status, body=body)
    nobody = "00000000-0000-4000-8000-00000000dead"
    sandbox.world.faults.add(host="graph", path=f"{ids(sandbox, 'nils')[0]}/teamwork", malformed=True)
    refused = {
        **{"pieter": "a guest", "koen": "disabled", "daan": "a policy", "hilde": "418 Forbidden: I'm a teapot"},
        **{"lotte": "does not know them", "marit": "no licence", "nils": "not what it should be"},
    }
    done = await run(*ids(sandbox, *refused), nobody, *ids(sandbox, "sanne"), "--json")
    assert done.code == 1
    assert done.became == ["refused"] * 8 + ["installed"]
    told = [json.loads(line) for line in done.lines]
    for one, why in zip(told, (*refused.values(), "nobody has this object id"), strict=False):
        assert why in one["why"] and one["mend"]
    assert asked(sandbox, "POST") == 2, "for whom the policy forbids it, and for whom nothing is in the way"
    assert "9 people: 1 installed, 8 refused" in done.err
    assert "  -> allow the app" in "\n".join((await run(*ids(sandbox, "daan"))).lines)


async def test_a_group_of_250_in_pages_each_once(sandbox: Sandbox, run: Callable[..., Awaitable[Run]]) -> None:
    like = sandbox.world.people["sanne"]
    many = [replace(like, key=f"p{n}", login=f"p{n}") for n in range(250)]
    sandbox.world.add(*many)
    sandbox.world.groups[GROUP], sandbox.world.page = [one.key for one in many], 100
    twice = many[7].object_id
    done = await run(twice.upper(), twice, "--group", GROUP, "--json")
    assert done.code == 0 and done.became == ["installed"] * 250
    assert json.loads(done.lines[0])["person"] == twice
    assert asked(sandbox, "POST") == 250
    assert sum("/users/" in one.path and "installedApps" not in one.path for one in sandbox.world.requests) == 0


async def test_who_runs_it_again_after_it_was_killed_goes_on(
    sandbox: Sandbox, environment: dict[str, str], tmp_path: Path, run: Callable[..., Awaitable[Run]]
) -> None:
    people = ids(sandbox, "sanne", "daan", "hilde", "lotte")
    sandbox.world.faults.add(host="graph", path=f"{people[2]}/teamwork", delay=30)
    streams = [tmp_path / name for name in ("in", "out", "err")]
    streams[0].touch()
    killed = await asyncio.to_thread(
        Forked, [str(ROOT / "app.py"), "install", *people], BARE | environment, tmp_path, streams
    )
    async with asyncio.timeout(30):
        while not (has(sandbox, "sanne") and has(sandbox, "daan")):
            await asyncio.sleep(0.02)
    killed.send_signal(signal.SIGKILL)
    await killed.wait()
    sandbox.world.faults.clear()
    done = await run(*people, "--json")
    assert done.code == 0 and set(done.became) == {"there", "installed"}
    assert done.became[:3] == ["there", "there", "installed"]


async def test_an_answer_that_got_lost_and_somebody_who_was_quicker(
    sandbox: Sandbox, run: Callable[..., Awaitable[Run]]
) -> None:
    path = f"{ids(sandbox, 'sanne')[0]}/teamwork/installedApps$"  # the installation: who looks has a query
    lost = sandbox.world.faults.add(host="graph", path=path, drop=True, after=True, times=1)
    done = await run(*ids(sandbox, "sanne"), "--json")
    assert (done.code, done.became, lost.hits) == (0, ["there"], 1)
    assert asked(sandbox, "POST") == 2


@pytest.mark.parametrize("status", [429, 503])
async def test_who_is_asked_to_wait_waits_and_says_so(
    sandbox: Sandbox, run: Callable[..., Awaitable[Run]], status: int
) -> None:
    busy = sandbox.world.faults.add(
        host="graph", path="installedApps$", status=status, headers={"Retry-After": "1"}, times=1
    )
    done = await run(*ids(sandbox, "sanne", "daan"), "--json")
    assert (done.code, done.became, busy.hits) == (0, ["installed", "installed"], 1)
    assert done.err.count("Graph asks to wait 1 s") == 1


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"status": 429, "headers": {"Retry-After": "3600"}}, "busy"),
        ({"status": 500}, "not reached"),
        ({"drop": True}, "not reached"),
    ],
)
async def test_who_would_have_to_wait_for_too_long_is_told_to_run_it_again(
    sandbox: Sandbox, run: Callable[..., Awaitable[Run]], fault: dict[str, Any], said: str
) -> None:
    sandbox.world.faults.add(host="graph", path="installedApps", **fault)
    done = await run(*ids(sandbox, "sanne"), "--json")
    told = json.loads(done.lines[0])
    assert done.code == 1 and said in told["why"] and told["mend"] == "run it again later"


@pytest.mark.parametrize("name", [PERMISSION, "AppCatalog.Read.All", "GroupMember.Read.All"])
async def test_a_permission_that_is_missing_is_named_with_what_mends_it(
    sandbox: Sandbox, run: Callable[..., Awaitable[Run]], name: str
) -> None:
    sandbox.world.graph_roles.discard(name)
    done = await run("--group", sandbox.helpdesk_group)
    assert (done.code, done.lines) == (2, [])
    assert f"a permission is missing: Graph: {name}" in done.err
    assert f"value=='{name}'" in done.err and f"/adminconsent?client_id={sandbox.app_id}" in done.err
    assert asked(sandbox, "POST") == 0


async def test_consent_that_is_withdrawn_on_the_way_ends_it(
    sandbox: Sandbox, run: Callable[..., Awaitable[Run]]
) -> None:
    body = {"error": {"code": "Forbidden", "message": f"Missing role permissions on the request. '{PERMISSION}'."}}
    sandbox.world.faults.add(host="graph", path=f"{ids(sandbox, 'daan')[0]}/teamwork", status=403, body=body)
    done = await run(*ids(sandbox, "sanne", "daan", "lotte"))
    assert done.code == 2 and f"a permission is missing: Graph: {PERMISSION}" in done.err
    assert done.lines[0].startswith("installed") and done.lines[-1] == "1 person: 1 installed"


def _not_uploaded(sandbox: Sandbox) -> None:
    sandbox.world.uploaded = []


def _twice(sandbox: Sandbox) -> None:
    sandbox.world.catalog = ["catalog-1", "catalog-2"]


def _unnamed(sandbox: Sandbox) -> None:
    sandbox.world.names_application = False


def _bad_secret(sandbox: Sandbox) -> None:
    sandbox.world.faults.add(host="graph", path="appCatalogs", status=401)


def _garbled(sandbox: Sandbox) -> None:
    sandbox.world.faults.add(host="graph", path="appCatalogs", malformed=True)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_not_uploaded, "catalog has no app"),
        (_twice, "catalog-1, catalog-2"),
        (_unnamed, "webApplicationInfo"),
        (_bad_secret, "refuses the bot's sign-in"),
        (_garbled, "not what it should be"),
    ],
)
async def test_what_is_in_the_way_of_all_is_said_once(
    sandbox: Sandbox, run: Callable[..., Awaitable[Run]], spoil: Callable[[Sandbox], None], said: str
) -> None:
    spoil(sandbox)
    done = await run(*ids(sandbox, "sanne", "daan"))
    assert (done.code, done.lines) == (2, []) and done.err.count(said) == 1
    assert len(done.err.splitlines()) >= 2, "and what mends it"


async def test_groups_that_are_none_empty_or_lead_elsewhere(
    sandbox: Sandbox, run: Callable[..., Awaitable[Run]]
) -> None:
    unknown = await run("--group", GROUP)
    assert unknown.code == 2 and f"there is no group {GROUP}" in unknown.err
    sandbox.world.groups[GROUP] = []
    empty = await run("--group", GROUP)
    assert (empty.code, empty.lines) == (0, []) and "Nobody is in this group" in empty.err
    elsewhere = {"value": [], "@odata.nextLink": "https://graph.example/v1.0/next"}
    sandbox.world.faults.add(host="graph", path="transitiveMembers", status=200, body=elsewhere)
    assert "next page" in (await run("--group", GROUP)).err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "nobody is named"),
        (["not-an-id"], "is no object id"),
        (["ada@contoso.com"], "user principal name"),
        (["00000000-0000-4000-8000-000000000000/../x"], "is no object id"),
        (["--group", "Pilot"], "is no object id"),
    ],
)
async def test_who_cannot_be_meant_is_refused_before_anything_is_asked(
    sandbox: Sandbox, run: Callable[..., Awaitable[Run]], arguments: list[str], said: str
) -> None:
    done = await run(*arguments)
    assert done.code == 2 and said in done.err and not sandbox.world.requests


async def test_a_visitor_sees_it_in_the_simulated_tenant(run: Callable[..., Awaitable[Run]]) -> None:
    done = await run("sanne", "pieter", "sanne", "--demo", "--json")
    assert (done.code, done.became) == (1, ["installed", "refused"])
    assert "The bot has greeted 1 of them." in done.err


@pytest.mark.parametrize(("cloud", "called"), [("china", "21Vianet"), ("gcc-high", "GCC High")])
async def test_where_graph_installs_nothing_it_says_what_does(
    environment: dict[str, str],
    run: Callable[..., Awaitable[Run]],
    monkeypatch: pytest.MonkeyPatch,
    cloud: str,
    called: str,
) -> None:
    monkeypatch.setenv("RESYNC_CLOUD", cloud)
    done = await run(GROUP)
    assert done.code == 2 and called in done.err and "setup policy" in done.err
