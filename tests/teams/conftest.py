"""A bot's door to Teams on a real port, and beside it a small Microsoft: its keys and its Bot Connector, over HTTPS."""

from __future__ import annotations

import asyncio
import base64
import ipaddress
import json
import ssl
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import jwt
import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from bot.config import Settings
from bot.core.cases import Case
from bot.ports import Conversation, Delivery, Reply, Turn
from bot.teams import Connector, Handlers, Patience, Teams

APP, TENANT, PERSON = (f"00000000-0000-4000-8000-00000000000{n}" for n in range(3))
BOT, USER, CHAT = f"28:{APP}", "29:ada", "a:chat/with?odd;letters"
MENTION = {"type": "mention", "text": "<at>Resync</at>", "mentioned": {"id": BOT, "name": "Resync"}}
QUICK = Patience(tries=3, first_wait=0.01, longest_wait=0.02, longest_retry_after=2.0)

Responder = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Identity:
    """A private key with its id."""

    kid: str
    private: rsa.RSAPrivateKey
    endorsements: tuple[str, ...] = ("msteams", "webchat")

    @classmethod
    def new(cls, kid: str) -> Identity:
        return cls(kid, rsa.generate_private_key(65537, 2048))

    def jwk(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key()))
        return {**public, "kid": self.kid, "use": "sig", "endorsements": list(self.endorsements)}


@dataclass(frozen=True)
class Call:
    """What the Bot Connector was asked."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class Microsoft:
    """OpenID metadata and Bot Connector. `script` holds what the next connector calls get instead of success."""

    key: Identity
    url: str = ""
    keys: list[Identity] = field(default_factory=list)
    key_reads: int = 0
    keys_down: bool = False
    typing_hangs: float = 0.0  # seconds
    calls: list[Call] = field(default_factory=list)
    script: deque[Responder] = field(default_factory=deque)

    @property
    def service_url(self) -> str:
        return f"{self.url}/emea/"

    @property
    def said(self) -> list[dict[str, Any]]:
        """The messages that were posted, without the typing signs."""
        return [call.body for call in self.calls if call.method == "POST" and call.body["type"] == "message"]

    def token(self, signer: Identity | None = None, header: dict[str, Any] | None = None, **claims: Any) -> str:
        """A bearer token as Teams sends it; a claim given as None is left out."""
        signer, now = signer or self.key, int(time.time())
        usual = {"iss": "https://api.botframework.com", "aud": APP, "nbf": now - 60, "exp": now + 3600}
        values = {**usual, "serviceurl": self.service_url, **claims}
        values = {name: value for name, value in values.items() if value is not None}
        return jwt.encode(values, signer.private, "RS256", {"kid": signer.kid, **(header or {})})

    def activity(self, **changes: Any) -> dict[str, Any]:
        """A message as Teams sends it; a field given as None is null."""
        message = {
            "type": "message",
            "id": f"1:{time.monotonic_ns()}",
            "timestamp": "2026-11-23T12:00:00.1234567Z",
            "localTimestamp": "2026-11-23T13:00:00.1234567+01:00",
            "serviceUrl": self.service_url,
            "channelId": "msteams",
            "from": {"id": USER, "name": "Ada Lovelace", "aadObjectId": PERSON},
            "conversation": {"id": CHAT, "conversationType": "personal", "tenantId": TENANT},
            "recipient": {"id": BOT, "name": "Resync"},
            "text": "hello",
            "textFormat": "plain",
            "locale": "nl-NL",
            "entities": [
                {"type": "clientInfo", "locale": "nl-NL", "country": "NL", "platform": "Web", "timezone": "Europe/Oslo"}
            ],
            "channelData": {"tenant": {"id": TENANT}},
        }
        made = {**message, **changes}
        if "entities" not in changes and made["conversation"] != message["conversation"]:
            made["entities"] = [*message["entities"], MENTION]  # where others write too, the bot is mentioned
        return made

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/openid", self._metadata)
        app.router.add_get("/keys", self._keys)
        app.router.add_route("*", "/{prefix:.*}/v3/{what:conversations|teams}/{rest:.*}", self._connector)
        return app

    async def _metadata(self, _: web.Request) -> web.Response:
        if self.keys_down:
            raise web.HTTPServiceUnavailable
        return web.json_response({"issuer": "https://api.botframework.com", "jwks_uri": f"{self.url}/keys"})

    async def _keys(self, _: web.Request) -> web.Response:
        self.key_reads += 1
        await asyncio.sleep(0.05)
        return web.json_response({"keys": [{"kty": "oct"}, *(key.jwk() for key in self.keys)]})

    async def _connector(self, request: web.Request) -> web.StreamResponse:
        text = await request.text()
        self.calls.append(Call(request.method, request.raw_path, dict(request.headers), json.loads(text or "{}")))
        if self.calls[-1].body.get("type") == "typing":
            await asyncio.sleep(self.typing_hangs)
        elif self.script:
            return await self.script.popleft()(request)
        return web.json_response({"id": f"message-{len(self.calls)}"}, status=201)


def says(body: Any, status: int = 200) -> Responder:
    """An answer of the Bot Connector with this JSON, or these bytes."""

    async def respond(_: web.Request) -> web.Response:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return web.Response(body=content, status=status, content_type="application/json")

    return respond


def answers(status: int, code: str = "", **headers: str) -> Responder:
    """An answer of the Bot Connector, for a script."""

    async def respond(_: web.Request) -> web.Response:
        body = {"error": {"code": code, "message": "…"}} if code else {}
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.json_response(body, status=status, headers=names)

    return respond


class Tokens:
    """Counts what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[bool] = []

    async def __call__(self, refresh: bool = False) -> str:
        self.asked.append(refresh)
        return f"secret-{len(self.asked)}"


class Memory:
    """The part of ports.Store that the door uses, in memory."""

    def __init__(self) -> None:
        self.deliveries: dict[tuple[str, str], str | None] = {}
        self.conversations: dict[str, Conversation] = {}
        self.notices: set[str] = set()
        self.cases: dict[str, Case] = {}
        self.broken = False

    async def begin_delivery(self, conversation: str, activity: str, person: str = "") -> Delivery:
        self._check()
        first = (conversation, activity) not in self.deliveries
        return Delivery(first, self.deliveries.setdefault((conversation, activity), None))

    async def end_delivery(self, conversation: str, activity: str, answer: str) -> None:
        self._check()
        self.deliveries[conversation, activity] = answer

    async def remember(self, conversation: Conversation) -> bool:
        self._check()
        known = conversation.id in self.conversations
        self.conversations[conversation.id] = conversation
        return not known

    async def forget_conversation(self, id: str) -> None:
        self.conversations.pop(id, None)

    async def claim_notice(self, key: str) -> bool:
        claimed = key in self.notices
        self.notices.add(key)
        return not claimed

    async def release_notice(self, key: str) -> None:
        self.notices.discard(key)

    async def case(self, id: str) -> Case | None:
        return self.cases.get(id)

    def _check(self) -> None:
        if self.broken:
            raise OSError("the disk is full")


@dataclass
class House:
    """The bot behind the door: it notes turns, and answers what `answer` says."""

    settings: Settings
    session: aiohttp.ClientSession
    microsoft: Microsoft
    store: Memory
    teams: Teams = field(init=False)
    url: str = ""
    turns: list[Turn] = field(default_factory=list)
    shown: list[tuple[str, str, str]] = field(default_factory=list)  # "case#ticket", conversation, message
    pressed: list[tuple[Reply, str, str]] = field(default_factory=list)  # reply, conversation, pressed message
    signed_in: list[Turn] = field(default_factory=list)
    waiting: list[Turn] = field(default_factory=list)  # what waits for a sign-in
    keeping: float = 0.0  # seconds that it takes to keep them
    tokens: int = 0

    async def answer(self, turn: Turn) -> Reply | None:
        """Tests put their own in its place."""
        return Reply(f"You {turn.kind}: {turn.text or dict(turn.data)}")

    async def post(self, activity: Any, token: str | None = None, **headers: str) -> tuple[int, Any]:
        """Deliver as Teams does; returns the status and the JSON body, None if it is empty."""
        data = activity if isinstance(activity, bytes) else json.dumps(activity).encode()
        usual = {"Content-Type": "application/json", "Authorization": f"Bearer {token or self.microsoft.token()}"}
        async with self.session.post(f"{self.url}/api/messages", data=data, headers={**usual, **headers}) as response:
            text = await response.text()
            return response.status, json.loads(text) if text else None

    async def _token(self, refresh: bool = False) -> str:
        self.tokens += refresh
        return f"secret-{self.tokens}"

    async def _answer(self, turn: Turn) -> Reply | None:
        self.turns.append(turn)
        return await self.answer(turn)

    async def _shown(self, reply: Reply, conversation: Conversation, message: str) -> None:
        self.shown.append((f"{reply.case}{f'#{reply.ticket}' if reply.ticket else ''}", conversation.id, message))

    async def _signed_in(self, turn: Turn) -> Turn | None:
        self.signed_in.append(turn)
        return self.waiting.pop(0) if self.waiting else None

    async def _pressed(self, reply: Reply, conversation: Conversation, message: str) -> None:
        await asyncio.sleep(self.keeping)
        self.pressed.append((reply, conversation.id, message))

    @asynccontextmanager
    async def open(self) -> AsyncIterator[House]:
        self.teams = Teams(
            self.settings,
            self.session,
            self.store,  # type: ignore[arg-type]
            self._token,
            Handlers(
                answer=self._answer,
                fallback=lambda turn: Reply("Sorry."),
                pending=lambda turn: Reply("Wait."),
                shown=self._shown,
                pressed=self._pressed,
                signed_in=self._signed_in,
            ),
            patience=QUICK,
        )
        app = web.Application()
        app.add_routes(self.teams.routes())
        async with serving(app) as self.url:
            yield self
            await self.teams.close()


@asynccontextmanager
async def serving(app: web.Application, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
        yield f"{'https' if tls else 'http'}://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.fixture(scope="session")
def identities() -> list[Identity]:
    return [Identity.new(f"key-{number}") for number in range(3)]


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine, with its key."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a small Microsoft")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(True, None), True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
async def microsoft(identities: list[Identity], certificate: Path) -> AsyncIterator[Microsoft]:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate)
    here = Microsoft(identities[0], keys=[identities[0]])
    async with serving(here.app(), tls) as here.url:
        yield here


@pytest.fixture
async def session(certificate: Path) -> AsyncIterator[aiohttp.ClientSession]:
    trust = ssl.create_default_context(cafile=str(certificate))
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trust)) as session:
        yield session


@pytest.fixture
def settings(microsoft: Microsoft) -> Settings:
    return Settings(
        app_id=APP,
        tenant_id=TENANT,
        sharepoint_url="https://contoso.sharepoint.com",
        bot_openid_url=f"{microsoft.url}/openid",
        service_hosts=(microsoft.url.partition("//")[2], "smba.trafficmanager.net", "*.botframework.com"),
    ).filled()


@pytest.fixture
async def house(settings: Settings, session: aiohttp.ClientSession, microsoft: Microsoft) -> AsyncIterator[House]:
    async with House(settings, session, microsoft, Memory()).open() as house:
        yield house


@pytest.fixture
async def demo(settings: Settings, session: aiohttp.ClientSession, microsoft: Microsoft) -> AsyncIterator[House]:
    """The same without tokens; its Bot Connector is reached over plain HTTP."""
    async with AsyncExitStack() as stack:
        plain = replace(microsoft, calls=[], script=deque())
        plain.url = await stack.enter_async_context(serving(plain.app()))
        hosts = (plain.url.partition("//")[2],)
        yield await stack.enter_async_context(
            House(replace(settings, demo=True, service_hosts=hosts), session, plain, Memory()).open()
        )


@pytest.fixture
def tokens() -> Tokens:
    return Tokens()


@pytest.fixture
async def connector(settings: Settings, session: aiohttp.ClientSession, tokens: Tokens) -> AsyncIterator[Connector]:
    yield Connector(settings, session, tokens, QUICK)


@pytest.fixture
def chat(microsoft: Microsoft) -> Conversation:
    return Conversation(CHAT, PERSON, TENANT, microsoft.service_url, USER, BOT)


def segment(value: Any) -> str:
    """A part of a token, made by hand."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
