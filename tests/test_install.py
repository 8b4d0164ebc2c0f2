"""What the bot is installed with: Bicep, the image, compose, the guide. No Azure and no Docker: what can be read is."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pycep
import pytest
import yaml

from bot.clouds import CLOUDS
from bot.config import Settings
from bot.sandbox import Sandbox
from tests.conftest import free_port

ROOT = Path(__file__).parent.parent
KNOWN = {spec.metadata["name"] for spec in Settings.specs()}
# Those of the sign-in without a certificate are read where tokens are made.
KNOWN |= {"RESYNC_CREDENTIAL", "RESYNC_IDENTITY_CLIENT_ID"}
SETTING = re.compile(r"\b(RESYNC_[A-Z_]+[A-Z]|MicrosoftApp[A-Z]\w+|DATABASE_URL)\b")
INSTALLED = ("infra/main.bicep", "Dockerfile", "compose.yaml", "docs/install.md")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.fixture(scope="module")
def bicep() -> Any:
    """The template as a parser that knows Bicep's grammar, but no types of Azure's, sees it."""
    return pycep.BicepParser().parse(text=read("infra/main.bicep"))


@pytest.fixture(scope="module")
def compose() -> Any:
    return yaml.safe_load(read("compose.yaml"))


@pytest.mark.parametrize("name", INSTALLED)
def test_each_setting_that_is_named_exists(name: str) -> None:
    named = set(SETTING.findall(read(name)))
    assert named
    assert not named - KNOWN


def test_every_parameter_is_explained_and_no_secret_has_a_default(bicep: Any) -> None:
    for name, one in bicep["parameters"].items():
        kinds = {decorator["type"] for decorator in one["decorators"]}
        assert "description" in kinds, name
        if "password" in name.lower() or "secret" in name.lower():
            assert "secure" in kinds, name
            assert one.get("default") in (None, {}), name


def test_no_secret_stands_in_the_template_or_leaves_it() -> None:
    text = read("infra/main.bicep")
    assert not re.search(r"(?i)(password|secret|sharedKey)\w*:\s*'[^$'/][^']*'", text.replace("secretRef: '", ""))
    outputs = re.findall(r"^output .+$", text, re.M)
    assert outputs
    assert not [one for one in outputs if re.search(r"(?i)password|listKeys|databaseUrl", one)]


# https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
ROLES = {"secretsUser": "4633458b-17de-408a-b874-0445c86b69e6", "acrPull": "7f951dda-4ed3-4680-a7ca-43fe172d538d"}


def test_the_identity_reads_secrets_of_the_vault_and_images_of_the_registry_and_no_more(bicep: Any) -> None:
    text = read("infra/main.bicep")
    given = re.findall(r"scope: (\w+)\n.*?roleDefinitions', (\w+)\)", text, re.S)
    assert given == [("vault", "secretsUser"), ("registry", "acrPull")]
    kinds = [one["type"] for one in bicep["resources"].values()]
    assert kinds.count("Microsoft.Authorization/roleAssignments") == len(given)
    assert dict(re.findall(r"^var (\w+) = '([0-9a-f-]{36})'$", text, re.M)) == ROLES
    assert "accessPolicies" not in text
    assert "adminUserEnabled: false" in text


def test_the_template_makes_all_that_the_bot_needs(bicep: Any) -> None:
    assert {one["type"] for one in bicep["resources"].values()} >= {
        "Microsoft.ManagedIdentity/userAssignedIdentities",
        "Microsoft.OperationalInsights/workspaces",
        "Microsoft.KeyVault/vaults",
        "Microsoft.DBforPostgreSQL/flexibleServers",
        "Microsoft.App/containerApps",
        "Microsoft.BotService/botServices",
        "Microsoft.BotService/botServices/channels",
    }
    text = read("infra/main.bicep")
    assert "msaAppType: 'SingleTenant'" in text
    assert "name: 'MsTeamsChannel'" in text


def test_the_clouds_of_the_template_are_the_bots() -> None:
    allowed = re.search(r"@allowed\(\[(.+)\]\)\nparam cloud ", read("infra/main.bicep"))
    assert allowed
    assert re.findall(r"'([\w-]+)'", allowed[1]) == list(CLOUDS)


def test_probes_and_health_checks_ask_what_the_bot_answers() -> None:
    template, image, bot = read("infra/main.bicep"), read("Dockerfile"), read("bot/build.py")
    probed = re.findall(r"type: '(\w+)'\s+httpGet: \{\s+path: '(/\w+)'\s+port: (\d+)", template)
    assert [one[:2] for one in probed] == [("Startup", "/healthz"), ("Liveness", "/healthz"), ("Readiness", "/readyz")]
    limits = {int(number) for number in re.findall(r"failureThreshold: (\d+)", template)}
    assert limits <= set(range(1, 11)), "what the description of the resource allows"
    ports = {port for *_, port in probed} | set(re.findall(r"targetPort: (\d+)|EXPOSE (\d+)", template + image)[0][:1])
    assert ports == {str(next(spec.default for spec in Settings.specs() if spec.name == "port"))}
    assert all(f'web.get("{path}"' in bot for _, path, _ in probed)
    assert re.search(r"^HEALTHCHECK .+/healthz", image, re.M)


def test_the_image_has_what_runs_and_nothing_else_and_no_root() -> None:
    image = read("Dockerfile")
    assert "curl" not in image
    assert re.findall(r"^USER (\S+)$", image, re.M) == ["10001"]
    copied = set(re.findall(r"^COPY (?!--from)(\S+)", image, re.M))
    let_in = {line[1:] for line in read(".dockerignore").splitlines() if line.startswith("!")}
    assert copied == let_in
    assert all((ROOT / name).exists() for name in copied)
    imported = {path.parent.name for path in (ROOT / "bot").rglob("*.py") if "from bench" in path.read_text("utf-8")}
    assert not imported, "the image has no bench"


@pytest.mark.parametrize("service", ["bot", "db"])
def test_compose_gives_no_service_more_than_it_needs(compose: Any, service: str) -> None:
    one = compose["services"][service]
    assert one["read_only"] is True
    assert one["cap_drop"] == ["ALL"]
    assert one["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "network_mode", "pid"} & one.keys()


def test_compose_waits_for_a_database_that_answers_and_knows_no_password(compose: Any) -> None:
    bot, database = compose["services"]["bot"], compose["services"]["db"]
    assert bot["depends_on"]["db"]["condition"] == "service_healthy"
    assert "pg_isready" in database["healthcheck"]["test"]
    assert database["image"] == "postgres:16"
    assert "ports" not in database
    assert {one["source"] if isinstance(one, dict) else one for one in bot["secrets"]} <= compose["secrets"].keys()
    assert f"/run/secrets/{bot['secrets'][0]}" == bot["environment"]["MicrosoftAppCertificatePath"]
    passwords = re.findall(r"POSTGRES_PASSWORD: (.+)|resync:(.+)@db", read("compose.yaml"))
    assert passwords
    assert all(one.startswith("${POSTGRES_PASSWORD:?") for pair in passwords for one in pair if one)


# Reports each file that Python opens to write, then runs the program whose name and arguments follow.
WATCHED = """
import os, runpy, sys

def heard(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        path, mode, flags = os.fsdecode(args[0]), args[1] or "", args[2] or 0
        if set(mode) & set("wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            os.write(report, (path + "\\n").encode())
    elif event in ("os.mkdir", "os.rename", "sqlite3.connect"):
        os.write(report, (os.fsdecode(args[0]) + "\\n").encode())

report = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
sys.argv = sys.argv[2:]
sys.path.insert(0, os.path.dirname(sys.argv[0]))
sys.addaudithook(heard)
runpy.run_path(sys.argv[0], run_name="__main__")
"""


async def ready(address: str) -> bool:
    async with aiohttp.ClientSession() as session:
        for _ in range(300):
            try:
                async with session.get(f"{address}/readyz") as answer:
                    if answer.status == 200:
                        return True
            except aiohttp.ClientConnectionError:
                pass
            await asyncio.sleep(0.1)
    return False


def listed(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


async def test_it_writes_to_its_database_and_nowhere_else(tmp_path: Path) -> None:
    """As in the image: what is copied there, no HOME, another working directory, and nothing but /data to write to."""
    app, data, here, report = (tmp_path / name for name in ("app", "data", "here", "report"))
    skip = shutil.ignore_patterns("__pycache__", "*.pyc")
    for folder in ("bot", "manifest"):
        shutil.copytree(ROOT / folder, app / folder, ignore=skip)
    shutil.copy(ROOT / "app.py", app)
    data.mkdir()
    here.mkdir()
    for path in (app, *app.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = listed(app)
    port = free_port()
    async with Sandbox(scene="sanne") as sandbox:
        own = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", "RESYNC_HOST": "127.0.0.1"}
        own |= {"DATABASE_URL": f"sqlite:///{data / 'resync.db'}", "RESYNC_PORT": str(port)}
        program = (sys.executable, "-c", WATCHED, str(report), str(app / "app.py"))
        process = await asyncio.create_subprocess_exec(*program, cwd=here, env=sandbox.environment() | own)
        try:
            assert await ready(f"http://127.0.0.1:{port}")
            process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(process.wait(), 30)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    written = {line for line in report.read_text("utf-8").splitlines() if not line.startswith(("/dev/", "/proc/"))}
    assert {one for one in written if not one.startswith(("/tmp/", str(data)))} == set()
    assert not [one for one in written if one.startswith((str(app), str(here)))]
    assert any(one.startswith(str(data)) for one in written), "the watching works"
    assert listed(app) == before
    assert not list(here.iterdir())


def test_the_guide_names_permissions_that_the_manual_knows() -> None:
    guide, ids = (
        read("docs/install.md"),
        re.compile(r"^\| (Graph|SharePoint) \| `([\w.-]+)` \| `([0-9a-f-]{36})` \|", re.M),
    )
    rows = ids.findall(guide)
    assert len(rows) >= 5
    assert len({(resource, id) for resource, _, id in rows}) == len(rows)
    asked = set(re.findall(r"^grant \S+ (.+)$", guide, re.M))
    assert asked, "the commands that ask for permissions"
    said = set(" ".join(asked).split())
    assert {name for _, name, _ in rows} <= said | {"GroupMember.Read.All", "ProfilePhoto.ReadWrite.All"}


def test_the_guide_ends_in_an_answer_and_is_found_from_the_first_page() -> None:
    guide = read("docs/install.md")
    numbers = [int(number) for number in re.findall(r"^## (\d+)\. ", guide, re.M)]
    assert numbers == list(range(1, len(numbers) + 1))
    sections = re.split(r"^## \d+\. ", guide, flags=re.M)[1:]
    assert all("**You see**" in section for section in sections)
    assert "docs/install.md" in read("README.md")
    for page in ("docs/install.md", "docs/operations.md"):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", read(page)):
            assert (ROOT / "docs" / target).exists(), target
