"""What proves who the bot is: read from files, and taken by the sign-in service."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from bot.config import Settings, SettingsError
from bot.sandbox import Sandbox
from bot.tokens import SignInRefused, Tokens, credentials

ENDS = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
KEY, OTHER = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
CURVE = ec.generate_private_key(ec.SECP256R1())


def certificate(key: Any, name: str = "Resync") -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    made = made.serial_number(7).not_valid_before(ENDS - dt.timedelta(days=365)).not_valid_after(ENDS)
    return made.sign(key, hashes.SHA256())


def pem(key: Any, *of: Any, password: str = "", kind: PrivateFormat = PrivateFormat.PKCS8) -> bytes:
    locked = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    secret: bytes = key.private_bytes(Encoding.PEM, kind, locked)
    return secret + b"".join(certificate(one).public_bytes(Encoding.PEM) for one in of)


def pfx(key: Any, of: Any, password: str) -> bytes:
    locked = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"resync", key, certificate(of), [certificate(OTHER)], locked)


def settings(**more: str) -> Settings:
    usual = {
        "MicrosoftAppId": "11111111-1111-1111-1111-111111111111",
        "MicrosoftAppTenantId": "22222222-2222-2222-2222-222222222222",
        "RESYNC_SHAREPOINT_URL": "https://contoso.sharepoint.com",
    }
    return Settings.from_mapping(usual | more)


@pytest.mark.parametrize(
    ("content", "password"),
    [
        (pem(KEY, KEY), ""),
        (pem(KEY, KEY, kind=PrivateFormat.TraditionalOpenSSL), ""),
        (pem(KEY, OTHER, KEY), ""),  # the authority's first
        (certificate(KEY).public_bytes(Encoding.PEM) + pem(KEY), ""),
        (pem(KEY, KEY, password="secret word"), "secret word"),
        (pfx(KEY, KEY, "secret word"), "secret word"),
        (pfx(KEY, KEY, ""), ""),
    ],
    ids=["pem", "pkcs1", "with the authority", "certificate first", "locked pem", "pfx", "unlocked pfx"],
)
def test_a_certificate_is_read(tmp_path: Path, content: bytes, password: str) -> None:
    (tmp_path / "bot").write_bytes(content)
    found = credentials.read(
        settings(MicrosoftAppCertificatePath=str(tmp_path / "bot"), MicrosoftAppCertificatePassword=password)
    ).proof
    assert (found.kind, found.ends_at) == ("certificate", ENDS)
    assert found.name == certificate(KEY).fingerprint(hashes.SHA1()).hex().upper()


@pytest.mark.parametrize(
    ("content", "password", "said"),
    [
        (b"", "", "must be a PEM or PFX file"),
        (b"\xff" * 5000, "", "must be a PEM or PFX file"),
        (b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "", "must be a PEM or PFX file"),
        (certificate(KEY).public_bytes(Encoding.PEM), "", "must be a PEM or PFX file"),
        (pem(KEY), "", "must be a PEM or PFX file"),
        (pem(KEY, OTHER), "", "holds no certificate that belongs to its private key"),
        (pem(CURVE, CURVE), "", "must hold an RSA key"),
        (pem(KEY, KEY, password="secret word"), "", "MicrosoftAppCertificatePassword"),
        (pem(KEY, KEY, password="secret word"), "another", "the password may be wrong"),
        (pfx(KEY, KEY, "secret word"), "another", "the password may be wrong"),
        (
            pkcs12.serialize_key_and_certificates(None, None, certificate(KEY), None, NoEncryption()),
            "",
            "no private key",
        ),
        (pem(KEY, KEY), "secret word", "is not locked: leave MicrosoftAppCertificatePassword out"),
    ],
)
def test_what_is_no_certificate_is_refused(tmp_path: Path, content: bytes, password: str, said: str) -> None:
    (tmp_path / "bot").write_bytes(content)
    with pytest.raises(SettingsError, match=said) as caught:
        credentials.read(
            settings(MicrosoftAppCertificatePath=str(tmp_path / "bot"), MicrosoftAppCertificatePassword=password)
        )
    assert "secret word" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "bot").write_bytes(pem(KEY, KEY))
    given = settings(MicrosoftAppCertificatePath=str(tmp_path / "bot"))
    (tmp_path / "bot").unlink()
    with pytest.raises(SettingsError, match="cannot be read: No such file"):
        credentials.read(given)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"MicrosoftAppPassword": "s", "MicrosoftAppCertificatePath": __file__}, "certificate"),
        ({"MicrosoftAppPassword": "s"}, "secret"),
        ({"AZURE_FEDERATED_TOKEN_FILE": __file__}, "workload-identity"),
        ({"RESYNC_IDENTITY_CLIENT_ID": "11111111-1111-1111-1111-111111111111"}, "managed-identity"),
        (
            {
                "MicrosoftAppCertificatePath": __file__,
                "RESYNC_IDENTITY_CLIENT_ID": "11111111-1111-1111-1111-111111111111",
                "RESYNC_CREDENTIAL": "managed-identity",
            },
            "managed-identity",
        ),
    ],
)
def test_what_is_set_is_used(given: dict[str, str], kind: str) -> None:
    assert settings(**given).credential == kind


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "MicrosoftAppCertificatePath is missing: the bot must prove who it is"),
        ({"RESYNC_CREDENTIAL": "secret"}, "MicrosoftAppPassword is missing: RESYNC_CREDENTIAL names secret"),
        ({"RESYNC_CREDENTIAL": "certificate", "MicrosoftAppPassword": "s"}, "MicrosoftAppCertificatePath is missing"),
        ({"RESYNC_CREDENTIAL": "password"}, "must be one of certificate, secret, workload-identity, managed-identity"),
        ({"MicrosoftAppPassword": "s", "RESYNC_SECRET_ENDS": "soon"}, "must be a date such as 2027-01-31"),
        ({"RESYNC_IDENTITY_CLIENT_ID": "me"}, "RESYNC_IDENTITY_CLIENT_ID is wrong: must be an id such as 00000000-"),
        ({"MicrosoftAppId": "resync"}, "MicrosoftAppId is wrong: must be an id such as 00000000-"),
        ({"MicrosoftAppTenantId": "contoso.onmicrosoft.com"}, "MicrosoftAppTenantId is wrong: must be an id such as"),
        ({"RESYNC_TENANTS": "contoso.onmicrosoft.com"}, "RESYNC_TENANTS is wrong: must be an id such as 00000000-"),
        ({"AZURE_FEDERATED_TOKEN_FILE": "/nowhere"}, "there is no file /nowhere"),
    ],
)
def test_what_proves_nothing_is_said(given: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings(**given)
    assert said in str(caught.value)


def test_ids_are_read_as_microsofts_tokens_spell_them() -> None:
    given = settings(MicrosoftAppPassword="s", MicrosoftAppId="AAAAAAAA-" + "0000-" * 3 + "00000000000B")
    assert given.app_id == "aaaaaaaa-0000-0000-0000-00000000000b"


def test_a_secret_is_in_no_text() -> None:
    given = settings(MicrosoftAppPassword="secret word", MicrosoftAppCertificatePassword="secret too")
    assert "secret word" not in repr(given) and "secret too" not in repr(given)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(scene="sanne") as one:
        yield one


def opened(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, kind: str, **more: str) -> Tokens:
    """As the bot has them where it proves itself so; an identity's door is in the environment, as on Azure."""
    given = {name: value for name, value in sandbox.environment().items() if name != "MicrosoftAppCertificatePath"}
    given |= sandbox.proof(kind) | more
    for name in ("IDENTITY_ENDPOINT", "IDENTITY_HEADER"):
        if name in given:
            monkeypatch.setenv(name, given[name])
    return Tokens(Settings.from_mapping(given))


@pytest.mark.parametrize("kind", ["certificate", "secret", "workload-identity", "managed-identity"])
async def test_each_kind_signs_in(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    tokens = opened(sandbox, monkeypatch, kind)
    assert tokens.proof.kind == kind
    token = await tokens.for_microsoft_365(sandbox.addresses.graph)
    assert sandbox.login.check(f"Bearer {token}", sandbox.addresses.graph)["appidacr"] == (
        "1" if kind == "secret" else "2"
    )
    assert await tokens.for_bot_connector()


@pytest.mark.parametrize("password", ["secret word", ""])
async def test_a_pfx_signs_in(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, password: str) -> None:
    own = sandbox.certificate
    locked = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    file = tmp_path / "bot.pfx"
    file.write_bytes(pkcs12.serialize_key_and_certificates(None, own.key, own.certificate, None, locked))
    more = {"MicrosoftAppCertificatePath": str(file), "MicrosoftAppCertificatePassword": password}
    assert await opened(sandbox, monkeypatch, "certificate", **more).for_microsoft_365(sandbox.addresses.graph)


def written(sandbox: Sandbox, token: str) -> None:
    Path(sandbox.proof("workload-identity")["AZURE_FEDERATED_TOKEN_FILE"]).write_text(token)


class Shelf:
    """What two processes share."""

    def __init__(self) -> None:
        self.things: dict[str, str] = {}

    async def keep(self, name: str, person: str, content: str, lasts: dt.timedelta) -> None:
        self.things[name] = content

    async def kept(self, name: str) -> str | None:
        return self.things.get(name)

    async def let_go(self, name: str) -> None:
        self.things.pop(name, None)


async def test_processes_share_their_tokens_sealed(sandbox: Sandbox) -> None:
    shared = Settings.from_mapping(sandbox.environment() | {"DATABASE_URL": "postgresql://nobody@localhost/none"})
    shelf = Shelf()
    one, other = Tokens(shared, shelf), Tokens(shared, shelf)
    token = await one.for_microsoft_365(sandbox.addresses.graph)
    assert await other.for_microsoft_365(sandbox.addresses.graph) == token
    assert await other.for_microsoft_365(sandbox.addresses.root) != token, "each audience has its own"
    assert await other.for_microsoft_365(sandbox.addresses.graph, True) != token, "one that was refused is not taken"
    assert len(shelf.things) == 2 and not any("eyJ" in name + content for name, content in shelf.things.items())
    secret = Settings.from_mapping(
        {**sandbox.environment(), "MicrosoftAppPassword": sandbox.login.secret, "RESYNC_CREDENTIAL": "secret"}
        | {"DATABASE_URL": "postgresql://nobody@localhost/none"}
    )
    assert await Tokens(secret, shelf).for_microsoft_365(sandbox.addresses.graph) != token, "nor one sealed by another"


async def test_a_process_of_its_own_shares_nothing(sandbox: Sandbox) -> None:
    shelf = Shelf()
    assert await Tokens(Settings.from_mapping(sandbox.environment()), shelf).for_microsoft_365(sandbox.addresses.graph)
    assert not shelf.things


Change = Callable[[Sandbox], str]


def _of_somebody_else(sandbox: Sandbox) -> str:
    return sandbox.login.federated_token(sub="system:serviceaccount:other:other")


def _for_somebody_else(sandbox: Sandbox) -> str:
    return sandbox.login.federated_token(aud="api://other")


def _ended(sandbox: Sandbox) -> str:
    return sandbox.login.federated_token(exp=1)


@pytest.mark.parametrize(
    ("change", "code"), [(_of_somebody_else, 700213), (_for_somebody_else, 700212), (_ended, 700024)]
)
async def test_another_ones_identity_is_refused(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, change: Change, code: int
) -> None:
    tokens = opened(sandbox, monkeypatch, "workload-identity")
    written(sandbox, change(sandbox))
    with pytest.raises(SignInRefused, match=f"AADSTS{code}"):
        await tokens.for_microsoft_365(sandbox.addresses.graph)
    sandbox.proof("workload-identity")  # the cluster has written it anew
    assert await tokens.for_microsoft_365(sandbox.addresses.graph)


async def test_an_identity_that_the_machine_has_not_is_named(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    other = {"RESYNC_IDENTITY_CLIENT_ID": "11111111-1111-1111-1111-111111111111"}
    tokens = opened(sandbox, monkeypatch, "managed-identity", **other)
    with pytest.raises(SignInRefused, match="the managed identity gave no token"):
        await tokens.for_microsoft_365(sandbox.addresses.graph)
