"""`python app.py check` against a tenant in which one thing after the other is missing or broken."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email.utils import format_datetime
from functools import partial
from pathlib import Path

import aiohttp
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot import build, check
from bot.config import Settings
from bot.core import capabilities
from bot.core.capabilities import CAPABILITIES, Resource
from bot.core.checks import Line, State, passed, warning_due
from bot.sandbox import Sandbox
from bot.sandbox.signing import Certificate


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(scene="sanne") as one:
        one.world.graph_roles |= {"User-OnPremisesSyncBehavior.ReadWrite.All", "Mail.Send", "Mail.ReadBasic.All"}
        yield one


@asynccontextmanager
async def opened(sandbox: Sandbox, folder: Path, **more: str) -> AsyncIterator[build.Bot]:
    environment = sandbox.environment() | {"DATABASE_URL": f"sqlite:///{folder / 'check.db'}"} | more
    async with build.running(Settings.from_mapping(environment), promises=False) as bot:
        yield bot


async def looked(sandbox: Sandbox, folder: Path, **more: str) -> dict[str, Line]:
    """By the first words of their names, without what stands in brackets."""
    async with opened(sandbox, folder, **more) as bot:
        lines = await check.checked(bot)
    found = {line.name.partition(" (")[0]: line for line in lines}
    assert len(found) >= len(lines) - 1  # the tokens for geographies
    return found


def not_ok(lines: dict[str, Line]) -> set[str]:
    return {name for name, line in lines.items() if line.state is not State.OK}


async def test_all_is_well(sandbox: Sandbox, tmp_path: Path) -> None:
    lines = await looked(sandbox, tmp_path)
    assert not not_ok(lines) and passed(lines.values())
    assert lines["clock"].detail == "as Microsoft's"
    assert "127.0.0.1" in lines["reach Graph"].detail
    assert lines["credential"].detail.startswith("certificate ") and "in 36" in lines["credential"].detail


# -- permissions -------------------------------------------------------------------------------------------------------

OF_THE_APP = [
    (one, name)
    for one in CAPABILITIES
    for name in one.needs
    if one.resource is not Resource.TEAM and not one.setting.startswith("desks")
]


@pytest.mark.parametrize(("one", "name"), OF_THE_APP, ids=[f"{one.key}-{name}" for one, name in OF_THE_APP])
async def test_each_permission_that_is_missing_is_named(
    sandbox: Sandbox, tmp_path: Path, one: capabilities.Capability, name: str
) -> None:
    roles = sandbox.world.sharepoint_roles if one.resource is Resource.SHAREPOINT else sandbox.world.graph_roles
    roles -= {name, *one.instead.get(name, ())}
    more = {"RESYNC_ALLOW_REPAIR": "yes", "RESYNC_HELPDESK_GROUP": sandbox.helpdesk_group}
    lines = await looked(sandbox, tmp_path, **more)
    line = lines[one.key.replace("_", " ")]
    assert line.state is State.MISSING and name in line.name and line.detail == f"Without: {one.without}"
    assert f"value=='{name}'" in line.command and capabilities.RESOURCE_IDS[one.resource] in line.command
    assert line.url.endswith(f"/adminconsent?client_id={sandbox.app_id}")
    assert line.fails is not one.optional
    others = not_ok(lines) - {line.name.partition(" (")[0]}
    shared = {other.key.replace("_", " ") for other in CAPABILITIES if other.missing(roles) and other.needs}
    assert others <= shared | {"see pictures"}


async def test_a_larger_permission_serves_as_well(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.world.graph_roles -= {"ProfilePhoto.Read.All"}
    assert (await looked(sandbox, tmp_path))["see photo"].state is State.OK  # by ProfilePhoto.ReadWrite.All


async def test_what_nothing_uses_is_named(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.world.graph_roles.add("Sites.ReadWrite.All")
    line = (await looked(sandbox, tmp_path))["least privilege"]
    assert "Graph: " in line.detail and "Sites.ReadWrite.All" in line.detail and "User.Read.All" not in line.detail
    assert not line.fails


async def test_what_people_do_themselves_takes_nothing_of_the_application(sandbox: Sandbox, tmp_path: Path) -> None:
    more = {"RESYNC_SSO_URI": sandbox.app_uri, "RESYNC_AS_PERSON": "see_profile see_pictures see_photo=person-then-app"}
    lines = await looked(sandbox, tmp_path, **more)
    assert passed(lines.values()) and "see profile" not in lines and lines["see photo"].state is State.OK
    assert lines["see profile as the person"].name.endswith("(SharePoint, delegated: AllSites.Read)")
    assert "Sites.FullControl.All" in lines["least privilege"].detail
    sandbox.world.sharepoint_roles.clear()
    assert passed((await looked(sandbox, tmp_path, **more)).values())


async def test_granted_and_refused_all_the_same(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.world.faults.add(host="graph", path="photoUpdateSettings", status=403)
    line = (await looked(sandbox, tmp_path))["see policy"]
    assert line.state is State.BROKEN and line.mend.startswith("it is granted, and refused all the same")


@pytest.mark.parametrize(("status", "said"), [(429, "busy"), (500, "check the address"), (418, "does not answer as")])
async def test_a_service_in_trouble_is_no_missing_permission(
    sandbox: Sandbox, tmp_path: Path, status: int, said: str
) -> None:
    sandbox.world.faults.add(host="graph", path="healthOverviews", status=status, headers={"Retry-After": "60"})
    line = (await looked(sandbox, tmp_path))["see incidents"]
    assert line.state is State.BROKEN and said in line.mend


async def test_the_channels_permission_is_the_teams(sandbox: Sandbox, tmp_path: Path) -> None:
    more = {"RESYNC_DESKS": "channel", "RESYNC_HELPDESK_CHANNEL": sandbox.helpdesk_channel}
    async with opened(sandbox, tmp_path, **more) as bot:
        lines = {line.name.partition(" (")[0]: line for line in await check.checked(bot)}
        assert (
            lines["helpdesk channel"].state is State.MISSING and "not reached yet" in lines["helpdesk channel"].detail
        )


async def test_a_page_in_the_place_of_graph_is_no_answer(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.world.faults.add(host="graph", status=200, body="<html>Please sign in to the network</html>")
    lines = await looked(sandbox, tmp_path)
    graphs = [line for line in lines.values() if "(Graph: " in line.name and not line.name.startswith("republish")]
    assert len(graphs) >= 6 and all("does not answer as Microsoft 365" in line.mend for line in graphs)
    assert "app package" not in lines and lines["see profile"].state is State.OK


@pytest.mark.parametrize(
    ("status", "said"), [(403, "granted, and refused"), (500, "check the address"), (None, "answer as")]
)
async def test_the_package_is_not_seen_in_silence(
    sandbox: Sandbox, tmp_path: Path, status: int | None, said: str
) -> None:
    sandbox.world.faults.add(host="graph", path="appCatalogs", status=status, malformed=status is None)
    lines = await looked(sandbox, tmp_path)
    assert said in lines["see app"].mend and not lines["see app"].fails and "app package" not in lines


async def test_a_token_that_cannot_be_read_says_nothing_of_what_is_too_much(sandbox: Sandbox, tmp_path: Path) -> None:
    body = {"access_token": "opaque", "expires_in": 3600, "token_type": "Bearer"}
    sandbox.world.faults.add(host="login", path="oauth2/v2.0/token", status=200, body=body)
    lines = await looked(sandbox, tmp_path)
    assert "least privilege" not in lines and State.MISSING not in {line.state for line in lines.values()}


@pytest.mark.parametrize(("status", "said"), [(None, "has no group of this id"), (500, "Graph did not say it")])
async def test_who_belongs_to_the_helpdesk_is_not_known(
    sandbox: Sandbox, tmp_path: Path, status: int | None, said: str
) -> None:
    if status:
        sandbox.world.faults.add(host="graph", path="transitiveMembers", status=status)
    group = sandbox.helpdesk_group if status else "00000000-0000-0000-0000-000000000009"
    lines = await looked(sandbox, tmp_path, RESYNC_DESKS="channel", RESYNC_HELPDESK_GROUP=group)
    assert said in lines["see who belongs to the helpdesk"].mend
    assert lines["desk channel"].mend.startswith("see the helpdesk channel below")


# -- the credential ----------------------------------------------------------------------------------------------------


def certificate(folder: Path, sandbox: Sandbox, days: float, begins: float = -400) -> str:
    """The registered key under a certificate that ends in so many days."""
    key, now = sandbox.certificate.key, dt.datetime.now(dt.UTC)
    name = sandbox.certificate.certificate.subject
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now + dt.timedelta(days=begins))
    signed = made.not_valid_after(now + dt.timedelta(days=days)).sign(key, hashes.SHA256())
    file = folder / "short.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(secret + signed.public_bytes(Encoding.PEM))
    return str(file)


@pytest.mark.parametrize(
    ("days", "state", "said"),
    [
        (31.5, State.OK, "in 31 days"),
        (29.5, State.OK, "in 29 days"),
        (0.5, State.OK, "in 0 days"),
        (-0.5, State.BROKEN, "ended on"),
    ],
)
async def test_a_certificate_comes_to_its_end(
    sandbox: Sandbox, tmp_path: Path, days: float, state: State, said: str
) -> None:
    line = (await looked(sandbox, tmp_path, MicrosoftAppCertificatePath=certificate(tmp_path, sandbox, days)))[
        "credential"
    ]
    assert line.state is state and said in line.detail
    assert ("register a new one" in line.mend) is (days < 30)
    assert line.url.startswith("https://entra.microsoft.com/#view/") is (days < 30)


async def test_a_certificate_that_has_not_begun(sandbox: Sandbox, tmp_path: Path) -> None:
    lines = await looked(sandbox, tmp_path, MicrosoftAppCertificatePath=certificate(tmp_path, sandbox, 300, begins=1))
    assert lines["credential"].state is State.BROKEN and "begins on" in lines["credential"].detail
    assert lines["token for Graph"].mend == "the certificate is not valid now: see the credential above"


async def test_a_registered_certificate_that_has_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sandbox.server.Certificate", partial(Certificate, days=-0.5))
    async with Sandbox(scene="sanne") as sandbox:
        lines = await looked(sandbox, tmp_path)
    assert "ended on" in lines["credential"].detail
    assert lines["token for Graph"].mend == "the certificate is not valid now: see the credential above"
    assert "key used is expired" in lines["token for Graph"].detail


def file_of(folder: Path, content: bytes) -> str:
    (folder / "federated.jwt").write_bytes(content)
    return str(folder / "federated.jwt")


@pytest.mark.parametrize(
    ("kind", "written", "said", "mend"),
    [
        ("workload-identity", b"", "holds no token", "write the token there"),
        ("workload-identity", b"\xff", "cannot be read", "write the token there"),
        ("managed-identity", None, "gave no token", "check RESYNC_IDENTITY_CLIENT_ID"),
        ("managed-identity", b"https://127.0.0.1:9/msi/token", "did not answer", "that this machine has that identity"),
    ],
)
async def test_an_identity_of_the_machine_that_gives_nothing(
    *,
    sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    written: bytes | None,
    said: str,
    mend: str,
) -> None:
    monkeypatch.setattr("bot.tokens.PAUSES", (0.0,))
    proof = sandbox.proof(kind)
    if kind == "workload-identity":
        proof["AZURE_FEDERATED_TOKEN_FILE"] = file_of(tmp_path, written or b"")
    else:
        monkeypatch.setenv("IDENTITY_HEADER", proof["IDENTITY_HEADER"])
        monkeypatch.setenv("IDENTITY_ENDPOINT", written.decode() if written else proof["IDENTITY_ENDPOINT"])
        proof["RESYNC_IDENTITY_CLIENT_ID"] = "00000000-0000-0000-0000-000000000009"
    lines = await looked(sandbox, tmp_path, RESYNC_CREDENTIAL=kind, **proof)
    line = lines["token for Graph"]
    assert line.state is State.BROKEN and said in line.detail and mend in line.mend
    assert lines["reach sign-in"].state is State.OK and lines["see account"].detail == "not looked at"


async def test_a_secret_says_what_it_cannot(tmp_path: Path) -> None:
    async with Sandbox(scene="sanne", certificate=False) as sandbox:
        lines = await looked(sandbox, tmp_path)
        assert lines["a certificate for SharePoint"].state is State.MISSING
        assert lines["see profile"].mend == "SharePoint refuses a secret: see the certificate for SharePoint above"
        assert "RESYNC_SECRET_ENDS" in lines["credential"].mend
        own = {"RESYNC_SSO_URI": sandbox.app_uri, "RESYNC_AS_PERSON": "see_profile see_pictures"}
        assert "a certificate for SharePoint" not in await looked(sandbox, tmp_path, **own), "people need none"
        ends = (dt.datetime.now(dt.UTC) + dt.timedelta(days=10)).date().isoformat()
        assert "in 9 days" in (await looked(sandbox, tmp_path, RESYNC_SECRET_ENDS=ends))["credential"].detail


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"MicrosoftAppTenantId": "00000000-0000-0000-0000-000000000009"}, "check MicrosoftAppTenantId"),
        ({"MicrosoftAppId": "00000000-0000-0000-0000-000000000009"}, "check MicrosoftAppId"),
        ({"MicrosoftAppPassword": "wrong", "RESYNC_CREDENTIAL": "secret"}, "the client secret is wrong"),
    ],
)
async def test_what_sign_in_says_is_understood(
    sandbox: Sandbox, tmp_path: Path, more: dict[str, str], said: str
) -> None:
    lines = await looked(sandbox, tmp_path, **more)
    assert lines["token for Graph"].state is State.BROKEN and said in lines["token for Graph"].mend
    assert "AADSTS" in lines["token for Graph"].detail
    assert lines["see account"].detail == "not looked at"  # said once, not ten times


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (7000222, "has ended"),
        (53003, "Conditional Access"),
        (65001, "nobody has consented"),
        (99999, "check the application id"),
    ],
)
async def test_documented_errors_of_sign_in(sandbox: Sandbox, tmp_path: Path, code: int, said: str) -> None:
    body = {"error": "invalid_client", "error_description": f"AADSTS{code}: trouble. Trace ID: 1"}
    sandbox.world.faults.add(host="login", path="oauth2/v2.0/token", status=401, body=body)
    line = (await looked(sandbox, tmp_path))["token for Graph"]
    assert said in line.mend and bool(line.url) is (code == 65001)


# -- the network, the clock, and the rest ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ahead", "age", "state", "said"),
    [
        (0, 0, State.OK, ""),
        (120, 0, State.OK, "behind"),
        (-120, 0, State.OK, "ahead of"),
        (400, 0, State.BROKEN, "behind"),
        (-400, 0, State.BROKEN, "ahead of"),
        (0, 7200, State.OK, ""),  # it was kept on the way
    ],
)
async def test_the_clock(sandbox: Sandbox, tmp_path: Path, ahead: int, age: int, state: State, said: str) -> None:
    theirs = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=ahead - age), usegmt=True)
    for host in ("login", "graph", "sharepoint", "bot"):
        sandbox.world.faults.add(host=host, path="^/$", status=200, headers={"Date": theirs, "Age": str(age)})
    line = (await looked(sandbox, tmp_path))["clock"]
    assert line.state is state and said in line.detail and bool(line.mend) is (ahead != 0)


Change = Callable[[Sandbox], dict[str, str]]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://graph.nowhere.invalid", "its name is not known"),
        ("https://127.0.0.1:9", "ClientConnectorError"),
    ],
)
async def test_a_host_that_is_not_reached(sandbox: Sandbox, tmp_path: Path, url: str, said: str) -> None:
    lines = await looked(sandbox, tmp_path, RESYNC_GRAPH_URL=url)
    assert (
        lines["reach Graph"].state is State.BROKEN and said in lines["reach Graph"].detail and lines["reach Graph"].mend
    )
    assert lines["reach SharePoint"].state is State.OK


async def test_a_certificate_of_a_host_that_is_not_trusted(sandbox: Sandbox, tmp_path: Path) -> None:
    async with opened(sandbox, tmp_path) as bot, aiohttp.ClientSession() as session:
        bot.session = session  # which trusts the system's authorities, as without RESYNC_CA_BUNDLE
        lines = {line.name: line for line in await check.checked(bot)}
    assert lines["reach Graph"].state is State.BROKEN and "RESYNC_CA_BUNDLE" in lines["reach Graph"].mend


@pytest.mark.parametrize(
    ("versions", "state"), [([], State.MISSING), (["0.0.9"], State.MISSING), (["0.0.9", "0.10.0"], State.OK)]
)
async def test_the_app_package(sandbox: Sandbox, tmp_path: Path, versions: list[str], state: State) -> None:
    sandbox.world.uploaded = versions
    line = (await looked(sandbox, tmp_path))["app package"]
    assert line.state is state and not line.fails
    assert bool(line.command) is (state is State.MISSING)


async def test_no_line_shows_a_secret(sandbox: Sandbox, tmp_path: Path) -> None:
    more = {"MicrosoftAppPassword": "secret word", "RESYNC_CREDENTIAL": "secret"}
    lines = await looked(sandbox, tmp_path, **more)
    assert "secret word" not in json.dumps([vars(line) for line in lines.values()])


@pytest.mark.parametrize(
    ("days", "due"), [(31.0, None), (30.0, 30), (29.9, 30), (14.0, 14), (3.01, 14), (3.0, 3), (0.0, 3), (-1.0, 3)]
)
def test_when_to_warn(days: float, due: int | None) -> None:
    now = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
    assert warning_due(now + dt.timedelta(days=days), now) == due
