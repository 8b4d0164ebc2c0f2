"""The simulated sign-in: msal runs against it unchanged, and what is wrong is refused in Entra ID's words."""

from __future__ import annotations

import asyncio
import re
import time
from typing import Any

import jwt
import msal
import pytest
from cryptography.hazmat.primitives import serialization

from bot.sandbox import Sandbox
from bot.sandbox.people import APP_ID, DOMAIN, TENANT_ID
from bot.sandbox.signing import Certificate
from tests.sandbox.conftest import ASSERTION_TYPE, Asker, assertion


@pytest.fixture(autouse=True)
def _no_authority_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """requests lets these beat the authority that it is given."""
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)


def _msal(sandbox: Sandbox, credential: Any) -> msal.ConfidentialClientApplication:
    return msal.ConfidentialClientApplication(
        APP_ID,
        authority=f"{sandbox.addresses.login}/{TENANT_ID}",
        client_credential=credential,
        instance_discovery=False,
        verify=str(sandbox.ca_file),
    )


def _certificate_of(sandbox: Sandbox) -> dict[str, str]:
    text = sandbox.certificate_file.read_text()
    certificate = re.search("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", text, re.S)
    assert certificate
    return {"private_key": text, "public_certificate": certificate[0]}


@pytest.mark.parametrize("proof", ["certificate", "thumbprint", "secret"])
async def test_msal_gets_a_token(sandbox: Sandbox, proof: str) -> None:
    thumbprint = sandbox.certificate.certificate.fingerprint
    from cryptography.hazmat.primitives import hashes

    credential: Any = {
        "certificate": _certificate_of(sandbox),
        "thumbprint": {
            "private_key": sandbox.certificate_file.read_text(),
            "thumbprint": thumbprint(hashes.SHA1()).hex(),
        },
        "secret": sandbox.login.secret,
    }[proof]

    def run() -> Any:
        return _msal(sandbox, credential).acquire_token_for_client([f"{sandbox.addresses.graph}/.default"])

    result = await asyncio.to_thread(run)
    claims = jwt.decode(result["access_token"], options={"verify_signature": False})
    assert claims["aud"] == sandbox.addresses.graph
    assert claims["appid"] == APP_ID and claims["tid"] == TENANT_ID
    assert claims["appidacr"] == ("1" if proof == "secret" else "2")
    assert set(claims["roles"]) == sandbox.world.graph_roles
    assert result["expires_in"] > 3500


async def test_msal_hears_entras_errors(sandbox: Sandbox) -> None:
    def run() -> Any:
        return _msal(sandbox, "wrong").acquire_token_for_client([f"{sandbox.addresses.graph}/.default"])

    result = await asyncio.to_thread(run)
    assert result["error"] == "invalid_client"
    assert result["error_codes"] == [7000215]
    assert result["error_description"].startswith("AADSTS7000215: Invalid client secret")


async def _token(ask: Asker, tenant: str = TENANT_ID, **form: str) -> Any:
    right = {
        "grant_type": "client_credentials",
        "client_id": APP_ID,
        "client_secret": ask.sandbox.login.secret,
        "scope": f"{ask.sandbox.addresses.graph}/.default",
    }
    fields = {name: value for name, value in (right | form).items() if value}
    return await ask.http("POST", f"{ask.sandbox.addresses.login}/{tenant}/oauth2/v2.0/token", data=fields)


@pytest.mark.parametrize(
    ("form", "status", "error", "code"),
    [
        ({"client_id": "00000000-0000-0000-0000-000000000000"}, 400, "unauthorized_client", 700016),
        ({"client_secret": "no"}, 401, "invalid_client", 7000215),
        ({"client_secret": ""}, 401, "invalid_client", 7000216),
        ({"grant_type": "password"}, 400, "unsupported_grant_type", 70003),
        ({"scope": "openid"}, 400, "invalid_scope", 1002012),
        ({"scope": "https://evil.example/.default"}, 400, "invalid_resource", 500011),
        ({"tenant": "elsewhere.example"}, 400, "invalid_request", 90002),
        ({"client_assertion": "x", "client_assertion_type": ASSERTION_TYPE}, 401, "invalid_client", 50027),
        ({"client_assertion": "x", "client_assertion_type": "jwt"}, 400, "invalid_request", 900144),
    ],
)
async def test_refuses(ask: Asker, form: dict[str, str], status: int, error: str, code: int) -> None:
    answer = await _token(ask, **form)
    assert (answer.status, answer.body["error"], answer.body["error_codes"]) == (status, error, [code])
    assert answer.body["error_description"].startswith(f"AADSTS{code}: ")
    assert {"trace_id", "correlation_id", "timestamp"} <= set(answer.body)


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({}, 0),
        ({"header": "x5t"}, 0),
        ({"aud": "https://elsewhere.example"}, 700023),
        ({"exp": int(time.time()) - 3600}, 700024),
        ({"nbf": int(time.time()) + 3600}, 700024),
        ({"iss": "somebody"}, 700021),
    ],
)
async def test_checks_the_client_assertion(ask: Asker, claims: dict[str, Any], code: int) -> None:
    at = f"{ask.sandbox.addresses.login}/{TENANT_ID}/oauth2/v2.0/token"
    proof = assertion(ask.sandbox, claims.pop("aud", at), **claims)
    answer = await _token(ask, client_secret="", client_assertion=proof, client_assertion_type=ASSERTION_TYPE)
    assert answer.body.get("error_codes", [0]) == [code]


async def test_knows_the_registered_certificate_only(ask: Asker) -> None:
    stranger = Certificate("stranger")
    at = f"{ask.sandbox.addresses.login}/{TENANT_ID}/oauth2/v2.0/token"
    now = int(time.time())
    claims = {"aud": at, "iss": APP_ID, "sub": APP_ID, "jti": "1", "exp": now + 300}
    own = ask.sandbox.certificate.thumbprint("x5t#S256")
    for thumbprint in (stranger.thumbprint("x5t#S256"), own):  # a foreign certificate; a foreign key under our name
        proof = jwt.encode(claims, stranger.key, algorithm="PS256", headers={"x5t#S256": thumbprint})
        answer = await _token(ask, client_secret="", client_assertion=proof, client_assertion_type=ASSERTION_TYPE)
        assert answer.body["error_codes"] == [700027]


@pytest.mark.parametrize("tenant", [TENANT_ID, DOMAIN, "common", "botframework.com"])
async def test_metadata_and_keys(ask: Asker, tenant: str) -> None:
    base = ask.sandbox.addresses.login
    metadata = (await ask.http("GET", f"{base}/{tenant}/v2.0/.well-known/openid-configuration")).body
    assert metadata["token_endpoint"] == f"{base}/{tenant}/oauth2/v2.0/token"
    keys = (await ask.http("GET", metadata["jwks_uri"])).body["keys"]
    token = await ask.token(ask.sandbox.addresses.graph)
    key = jwt.PyJWKSet.from_dict({"keys": keys})[jwt.get_unverified_header(token)["kid"]]
    assert jwt.decode(token, key.key, algorithms=["RS256"], audience=ask.sandbox.addresses.graph)


async def test_the_pem_holds_key_and_certificate(sandbox: Sandbox) -> None:
    pem = sandbox.certificate_file.read_bytes()
    assert serialization.load_pem_private_key(pem, None)
    assert b"BEGIN CERTIFICATE" in pem


async def test_settings_name_one_proof() -> None:
    async with Sandbox(certificate=False) as sandbox:
        settings = sandbox.environment()
        assert settings["MicrosoftAppPassword"] == sandbox.login.secret
        assert "MicrosoftAppCertificatePath" not in settings
        folder = sandbox.ca_file.parent
    assert not folder.exists()


async def _exchanged(sandbox: Sandbox, **claims: Any) -> Any:
    """What msal gets for Sanne's sign-in."""
    sign_in = sandbox.login.sign_in(sandbox.world.people["sanne"], **claims)

    def run() -> Any:
        app = _msal(sandbox, _certificate_of(sandbox))
        return app.acquire_token_on_behalf_of(sign_in, [f"{sandbox.addresses.my}/.default"])

    return await asyncio.to_thread(run)


async def test_msal_exchanges_a_persons_sign_in_for_a_token_in_their_name(sandbox: Sandbox) -> None:
    person, host = sandbox.world.people["sanne"], sandbox.addresses.my
    result = await _exchanged(sandbox)
    claims = jwt.decode(result["access_token"], options={"verify_signature": False})
    assert (claims["aud"], claims["oid"], claims["scp"]) == (host, person.object_id, "AllSites.Read")
    assert "roles" not in claims
    assert result["id_token_claims"]["oid"] == person.object_id


@pytest.mark.parametrize(
    ("changed", "error", "code"),
    [
        ({"aud": "api://other"}, "invalid_grant", 50013),
        ({"exp": 1}, "invalid_grant", 500133),
        ({"oid": "nobody"}, "invalid_grant", 50034),
    ],
)
async def test_a_sign_in_that_is_no_good_is_refused(
    changed: dict[str, Any], error: str, code: int, sandbox: Sandbox
) -> None:
    result = await _exchanged(sandbox, **changed)
    assert (result["error"], result["error_codes"]) == (error, [code])


async def test_without_consent_there_is_no_token_in_anybodys_name(sandbox: Sandbox) -> None:
    sandbox.world.sharepoint_scopes.clear()
    assert (await _exchanged(sandbox))["error_codes"] == [65001]
