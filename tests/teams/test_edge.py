"""Who is let in: hostile requests and their statuses. None of them reaches the bot, and none is ever a 500."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.config import Settings
from bot.teams.admission import same_service, service_allowed
from tests.teams.conftest import APP, CHAT, TENANT, House, Identity, Memory, Microsoft, segment, serving

OTHER_TENANT = "00000000-0000-4000-8000-0000000000ff"


def seconds_from_now(seconds: int) -> int:
    """A moment for a claim, reckoned when the test runs and not when it was collected."""
    return int(time.time()) + seconds


def forged(microsoft: Microsoft, alg: str, signature: Callable[[str], bytes]) -> str:
    """A token with the right claims and a signature of one's own making."""
    good = microsoft.token().split(".")
    head = segment({"alg": alg, "typ": "JWT", "kid": microsoft.key.kid})
    return f"{head}.{good[1]}.{segment(signature(f'{head}.{good[1]}'))}"


def hs256(microsoft: Microsoft) -> str:
    """Signed with the public key as if it were a shared secret."""
    secret = json.dumps(microsoft.key.jwk()).encode()
    return forged(microsoft, "HS256", lambda text: hmac.digest(secret, text.encode(), hashlib.sha256))


def other_key(microsoft: Microsoft, kid: str = "") -> str:
    return microsoft.token(Identity.new(kid or microsoft.key.kid))


TOKENS: dict[str, Callable[[Microsoft], str | None]] = {
    "no header": lambda m: None,
    "empty header": lambda m: "",
    "no token": lambda m: "Bearer",
    "blank token": lambda m: "Bearer  ",
    "other scheme": lambda m: f"Basic {m.token()}",
    "no scheme": lambda m: m.token(),
    "Bearer abc": lambda m: "Bearer abc",
    "three dots": lambda m: "Bearer a.b.c",
    "not base64": lambda m: "Bearer ö.ö.ö",
    "two tokens": lambda m: f"Bearer {m.token()} {m.token()}",
    "header too deep": lambda m: f"Bearer {segment(b'[' * 2500)}.e30.e30",
    "header an array": lambda m: f"Bearer {segment([])}.e30.e30",
    "kid no text": lambda m: f"Bearer {segment({'alg': 'RS256', 'kid': {}})}.e30.e30",
    "no kid": lambda m: f"Bearer {segment({'alg': 'RS256'})}.{'.'.join(m.token().split('.')[1:])}",
    "expired": lambda m: f"Bearer {m.token(exp=seconds_from_now(-301))}",
    "not yet valid": lambda m: f"Bearer {m.token(nbf=seconds_from_now(400))}",
    "never ends": lambda m: f"Bearer {m.token(exp=None)}",
    "ends at no time": lambda m: f"Bearer {m.token(exp=1e999)}",
    "forged": lambda m: f"Bearer {other_key(m)}",
    "unknown kid": lambda m: f"Bearer {other_key(m, 'nobody')}",
    "alg none": lambda m: f"Bearer {forged(m, 'none', lambda text: b'')}",
    "HS256": lambda m: f"Bearer {hs256(m)}",
    "changed claims": lambda m: "Bearer {0}.{2}.{1}".format(*m.token().split(".")[::2], segment({"aud": APP})),
    "wrong audience": lambda m: f"Bearer {m.token(aud='somebody else')}",
    "no audience": lambda m: f"Bearer {m.token(aud=None)}",
    "wrong issuer": lambda m: f"Bearer {m.token(iss='https://sts.windows.net/common')}",
    "no issuer": lambda m: f"Bearer {m.token(iss=None)}",
    "no serviceurl claim": lambda m: f"Bearer {m.token(serviceurl=None)}",
    "other serviceurl claim": lambda m: f"Bearer {m.token(serviceurl='https://smba.trafficmanager.net/emea')}",
}


@pytest.mark.parametrize("name", TOKENS)
async def test_s01_no_token_no_turn(house: House, microsoft: Microsoft, name: str) -> None:
    header = TOKENS[name](microsoft)
    headers = {"Content-Type": "application/json"} | ({} if header is None else {"Authorization": header})
    url, data = f"{house.url}/api/messages", json.dumps(microsoft.activity())
    async with house.session.post(url, data=data, headers=headers) as response:
        assert (response.status, (await response.json())["error"]["code"]) == (401, "Unauthorized")
    assert not house.turns and not microsoft.calls


@pytest.mark.parametrize("channel", ["msteams", "webchat"])
async def test_s01_key_must_be_endorsed_for_teams(house: House, microsoft: Microsoft, channel: str) -> None:
    microsoft.keys = [replace(microsoft.key, endorsements=("webchat", "directline"))]
    assert (await house.post(microsoft.activity(channelId=channel)))[0] == 401
    assert not house.turns


@pytest.mark.parametrize(("channel", "status"), [("webchat", 403), ("directline", 401), ("MSTEAMS", 401)])
async def test_s04_only_teams_vouches_for_people(house: House, microsoft: Microsoft, channel: str, status: int) -> None:
    assert (await house.post(microsoft.activity(channelId=channel)))[0] == status
    assert not house.turns


@pytest.mark.parametrize(
    ("times", "claims"),
    [({}, {}), ({"nbf": 200}, {}), ({"exp": -200}, {}), ({"iat": 0}, {}), ({}, {"nbf": None}), ({}, {"aud": [APP]})],
)
async def test_good_tokens(house: House, microsoft: Microsoft, times: dict[str, int], claims: dict[str, Any]) -> None:
    claims = claims | {name: seconds_from_now(seconds) for name, seconds in times.items()}
    assert (await house.post(microsoft.activity(), microsoft.token(**claims)))[0] == 200
    assert len(house.turns) == 1


async def test_service_url_may_differ_by_slash_and_case_of_host(house: House, microsoft: Microsoft) -> None:
    token = microsoft.token(serviceurl=microsoft.service_url.replace("https", "HTTPS").rstrip("/"))
    assert (await house.post(microsoft.activity(), token))[0] == 200


BODIES: dict[str, bytes] = {
    "empty": b"",
    "array": b"[]",
    "string": b'"hello"',
    "null": b"null",
    "number": b"5",
    "half": b'{"type": "message"',
    "not UTF-8": '{"type": "caf\xe9"}'.encode("latin-1"),
    "UTF-16": '{"type": "message"}'.encode("utf-16"),
    "byte order mark": b'\xef\xbb\xbf{"type": "message"}',
    "not a number": b'{"type": NaN}',
    "number too long": b'{"type": ' + b"9" * 5000 + b"}",
    "deep arrays": b'{"value": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "deep objects": b'{"value": ' + b'{"a":' * 30_000 + b"1" + b"}" * 30_000 + b"}",
    "less deep": b'{"value": ' + b"[" * 300 + b"]" * 300 + b"}",
}


@pytest.mark.parametrize("name", BODIES)
async def test_bodies_that_are_no_activity(house: House, name: str) -> None:
    status, body = await house.post(BODIES[name])
    assert (status, body["error"]["code"]) == (400, "BadRequest")


FIELDS: list[dict[str, Any]] = [
    {"type": None},
    {"type": ""},
    {"type": 5},
    {"id": None},
    {"id": {}},
    {"id": "x" * 2000},
    {"id": "a\u0000b"},
    {"serviceUrl": None},
    {"serviceUrl": 5},
    {"channelId": None},
    {"conversation": None},
    {"conversation": []},
    {"conversation": "a:1"},
    {"conversation": {}},
    {"conversation": {"id": ["a:1"]}},
    {"conversation": {"id": CHAT, "tenantId": 5}},
    {"recipient": None},
    {"recipient": {}},
    {"recipient": "28:bot"},
    {"from": "29:ada"},
    {"from": {"id": "29:ada", "aadObjectId": {"$ne": ""}}},
    {"text": ["hello"]},
    {"text": {"a": 1}},
    {"text": "\ud83d"},
    {"value": {"deep": {"\udc00": 1}}},
    {"timestamp": "yesterday"},
    {"timestamp": 5},
    {"timestamp": "9999-12-31T23:59:59.999999-14:00"},
    {"entities": "x"},
    {"entities": [1, None]},
    {"membersAdded": "x"},
    {"membersAdded": {"id": 1}},
    {"attachments": [5]},
    {"channelData": "x"},
    {"channelData": {"tenant": "x"}},
    {"channelData": {"tenant": {"id": 5}}},
    {"channelData": {"tenant": {"id": TENANT}, "team": "x"}},
    {"channelData": {"tenant": {"id": TENANT}, "team": {"id": {"$ne": ""}}}},
    {"channelData": {"tenant": {"id": TENANT}, "team": {"id": "x" * 2000}}},
    {"channelData": {"tenant": {"id": TENANT}, "team": {"id": "19:x\n"}}},
    {"attachments": {"0": {}}},
    {"attachments": ["x"]},
    {"locale": 5},
    {"suggestedActions": {"actions": "x"}},
]


@pytest.mark.parametrize("change", FIELDS, ids=lambda change: json.dumps(change)[:60])
async def test_fields_of_the_wrong_kind(house: House, microsoft: Microsoft, change: dict[str, Any]) -> None:
    assert (await house.post(microsoft.activity(**change)))[0] == 400
    assert not house.turns


@pytest.mark.parametrize("name", ["type", "id", "serviceUrl", "channelId", "conversation", "recipient"])
async def test_fields_that_are_missing(house: House, microsoft: Microsoft, name: str) -> None:
    activity = microsoft.activity()
    del activity[name]
    assert (await house.post(activity))[0] == 400


@pytest.mark.parametrize("kind", ["text/plain", "", "application/xml", "multipart/form-data; boundary=x"])
async def test_content_type(house: House, microsoft: Microsoft, kind: str) -> None:
    assert (await house.post(microsoft.activity(), **{"Content-Type": kind}))[0] == 415


async def test_content_type_with_character_set(house: House, microsoft: Microsoft) -> None:
    assert (await house.post(microsoft.activity(), **{"Content-Type": "application/json; charset=utf-8"}))[0] == 200


async def test_body_too_large(house: House) -> None:
    status, body = await house.post(b" " * 1_100_000, "no token: the size comes first")
    assert (status, body["error"]["code"]) == (413, "PayloadTooLarge")


async def test_body_that_is_announced_too_large_is_not_waited_for(house: House) -> None:
    host, _, port = house.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"POST /api/messages HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1100000\r\n\r\n".encode())
    async with asyncio.timeout(2):
        assert b" 413 " in await reader.readline()
    writer.close()


async def test_body_that_does_not_come(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.teams.edge.BODY_PATIENCE", 0.1)
    host, _, port = house.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"POST /api/messages HTTP/1.1\r\nHost: {host}\r\nContent-Length: 9\r\n\r\nab".encode())
    async with asyncio.timeout(2):
        assert b" 408 " in await reader.readline()
    writer.close()


async def test_body_too_large_without_a_length(house: House) -> None:
    sent = 0

    async def without_end() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(10_000):
            sent += 1
            yield b" " * 65_536
            await asyncio.sleep(0)

    try:
        async with house.session.post(f"{house.url}/api/messages", data=without_end()) as response:
            assert response.status == 413
    except aiohttp.ClientOSError:
        pass  # the connection was closed under the sender, who would not stop
    assert sent < 10_000 and not house.turns


async def test_body_that_is_small_until_unpacked(house: House) -> None:
    headers = {"Content-Encoding": "gzip"}
    assert (await house.post(gzip.compress(b" " * 50_000_000), **headers))[0] == 415
    assert (await house.post(b"no gzip at all", **headers))[0] == 415
    assert not house.turns


async def test_order_of_the_checks(house: House, microsoft: Microsoft) -> None:
    """Size, token, content type, shape, claim, host and tenant: the first that is wrong is the answer."""
    bad = microsoft.activity(serviceUrl="https://evil.example/", conversation={"id": CHAT, "tenantId": OTHER_TENANT})
    evil = microsoft.token(serviceurl="https://evil.example")
    assert (await house.post(b"[]", "abc", **{"Content-Type": "text/plain"}))[0] == 401
    assert (await house.post(b"[]", **{"Content-Type": "text/plain"}))[0] == 415
    assert (await house.post(b"[]"))[0] == 400
    assert (await house.post(bad))[0] == 401
    assert (await house.post(bad, evil))[0] == 403


SERVICES = [
    ("https://smba.trafficmanager.net/emea/", True),
    ("https://smba.trafficmanager.net", True),
    ("https://SMBA.TrafficManager.net/emea", True),
    ("https://smba.trafficmanager.net:443/emea", True),
    ("https://europe.botframework.com/", True),
    ("https://a.b.botframework.com/", True),
    ("https://localhost:8443/", True),
    ("https://localhost/", False),
    ("https://localhost:8444/", False),
    ("https://botframework.com/", False),
    ("https://.botframework.com/", False),
    ("https://evilbotframework.com/", False),
    ("https://smba.trafficmanager.net.evil.example/", False),
    ("https://smba.trafficmanager.net@evil.example/", False),
    ("https://evil.example@smba.trafficmanager.net/", False),
    ("https://smba.trafficmanager.net:8443/", False),
    ("https://evil.example#.botframework.com", False),
    ("https://evil.example?.botframework.com", False),
    ("https://evil.example\\.botframework.com", False),
    ("https://evil.example/.botframework.com", False),
    ("https://smba.trafficmanager.net/?a=b", False),
    ("https://smba.trafficmanager.net/\t", False),
    (" https://smba.trafficmanager.net/", False),
    ("https://smba.trafficmanager.net\n.evil.example/", False),
    ("http://smba.trafficmanager.net/", False),
    ("http://localhost:8443/", False),
    ("ftp://smba.trafficmanager.net/", False),
    ("//smba.trafficmanager.net/", False),
    ("smba.trafficmanager.net", False),
    ("https://", False),
    ("https://[::1", False),
    ("https://smba.trafficmanager.net:99999/", False),
    ("https://169.254.169.254/metadata", False),
    ("", False),
]


@pytest.mark.parametrize(("address", "allowed"), SERVICES)
def test_s02_service_hosts(settings: Settings, address: str, allowed: bool) -> None:
    hosts = ("smba.trafficmanager.net", "*.botframework.com", "localhost:8443")
    assert service_allowed(address, replace(settings, service_hosts=hosts)) is allowed


def test_s02_plain_http_is_for_the_demo_on_this_machine(settings: Settings) -> None:
    demo = replace(settings, demo=True, service_hosts=("localhost:80", "127.0.0.1:8080", "smba.trafficmanager.net"))
    assert service_allowed("http://localhost/", demo) and service_allowed("http://127.0.0.1:8080/_connector", demo)
    assert not service_allowed("http://smba.trafficmanager.net/", demo)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x/", "https://A.example/x", True),
        ("https://a.example:443/x", "https://a.example/x", True),
        ("https://a.example/x", "https://a.example/X", False),
        ("https://a.example/x", "http://a.example/x", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("nonsense", "nonsense", False),
    ],
)
def test_same_service(one: str, other: str, same: bool) -> None:
    assert same_service(one, other) is same


async def test_s02_evil_service_url_gets_no_token(house: House, microsoft: Microsoft) -> None:
    """Even where the token claims the same address."""
    for url in ("https://evil.example/", "https://127.0.0.1:1/", "http://127.0.0.1/"):
        assert (await house.post(microsoft.activity(serviceUrl=url), microsoft.token(serviceurl=url)))[0] == 403
    assert not house.turns and not microsoft.calls and not house.store.conversations


TENANTS: list[tuple[Any, Any, int]] = [
    (TENANT, TENANT, 200),
    (TENANT.upper(), TENANT, 200),
    (TENANT, None, 200),
    (None, TENANT, 200),
    (OTHER_TENANT, OTHER_TENANT, 403),
    (OTHER_TENANT, None, 403),
    (None, OTHER_TENANT, 403),
    (TENANT, OTHER_TENANT, 403),
    (OTHER_TENANT, TENANT, 403),
    (None, None, 403),
    ("", "", 403),
]
KINDS: list[dict[str, Any]] = [
    {"type": "message"},
    {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"data": {}}}},
    {"type": "installationUpdate", "action": "add"},
    {"type": "installationUpdate", "action": "remove"},
    {"type": "conversationUpdate", "membersAdded": [{"id": f"28:{APP}"}]},
    {"type": "messageReaction"},
    {"type": "message", "deliveryMode": "expectReplies"},
]


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize(("first", "second", "status"), TENANTS)
async def test_s03_tenants(
    house: House, microsoft: Microsoft, kind: dict[str, Any], first: Any, second: Any, status: int
) -> None:
    conversation, data = {"id": CHAT, "tenantId": first}, {"tenant": {"id": second}} if second is not None else None
    assert (await house.post(microsoft.activity(**kind, conversation=conversation, channelData=data)))[0] == status
    if status == 403:
        assert not house.turns and not microsoft.calls and not house.store.conversations


async def test_demo_asks_for_no_token_and_gives_none(demo: House) -> None:
    assert (await demo.post(demo.microsoft.activity(), Authorization=""))[0] == 200
    assert [body["text"] for body in demo.microsoft.said] == ["You said: hello"]
    assert not any("Authorization" in call.headers for call in demo.microsoft.calls)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:3978", 200),
        ("127.0.0.1:3978", 200),
        ("[::1]:3978", 200),
        ("LOCALHOST", 200),
        ("rebound.evil.example", 403),
        ("localhost.evil.example:3978", 403),
        ("127.0.0.1.evil.example", 403),
        ("xlocalhost]", 403),
        ("", 403),
    ],
)
async def test_demo_is_for_this_machine(demo: House, host: str, status: int) -> None:
    assert (await demo.post(demo.microsoft.activity(), Host=host))[0] == status


async def test_demo_is_not_for_other_machines(demo: House) -> None:
    @web.middleware
    async def from_afar(request: web.Request, handler: Any) -> web.StreamResponse:
        response: web.StreamResponse = await handler(request.clone(remote="192.0.2.7"))
        return response

    app = web.Application(middlewares=[from_afar])
    app.add_routes(demo.teams.routes())
    async with serving(app) as demo.url:
        assert (await demo.post(demo.microsoft.activity()))[0] == 403
    assert not demo.turns


async def test_demo_keeps_the_other_checks(demo: House) -> None:
    here = demo.microsoft
    # What a page of somebody else may send without asking the browser's leave.
    assert (await demo.post(here.activity(), **{"Content-Type": "text/plain"}))[0] == 415
    assert (await demo.post(here.activity(serviceUrl="http://evil.example/")))[0] == 403
    assert (await demo.post(here.activity(channelData={"tenant": {"id": OTHER_TENANT}})))[0] == 403


async def test_without_the_demo_nothing_goes_without_a_token(demo: House, settings: Settings) -> None:
    house = House(replace(settings, demo=False), demo.session, demo.microsoft, Memory())
    async with house.open():
        assert (await house.post(demo.microsoft.activity(), Authorization=""))[0] == 401


async def test_store_that_fails_does_not_silence_the_bot(house: House, microsoft: Microsoft) -> None:
    house.store.broken = True
    assert (await house.post(microsoft.activity()))[0] == 200
    assert len(microsoft.said) == 1


async def test_other_methods(house: House) -> None:
    async with house.session.get(f"{house.url}/api/messages") as response:
        assert response.status == 405
