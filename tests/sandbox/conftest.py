"""A sandbox per test, and a way to ask its hosts as an application does."""

from __future__ import annotations

import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import aiohttp
import jwt
import pytest
from aiohttp import web
from yarl import URL

from bot.sandbox import Sandbox
from bot.sandbox.people import APP_ID, TENANT_ID

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@dataclass
class Answer:
    status: int
    headers: Any
    content: bytes
    body: Any


class Asker:
    """HTTP to the sandbox, trusting its authority only."""

    def __init__(self, sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
        self.sandbox, self.session = sandbox, session
        self.tokens: dict[tuple[str, str], str] = {}

    async def http(self, method: str, url: str, **kwargs: Any) -> Answer:
        async with self.session.request(method, URL(url, encoded=True), ssl=self.sandbox.tls, **kwargs) as response:
            content = await response.read()
            body = await response.json(content_type=None) if "json" in response.content_type else None
            return Answer(response.status, response.headers, content, body)

    async def token(self, resource: str, proof: str = "certificate") -> str:
        """An access token, by the wire and not by a library."""
        if (resource, proof) not in self.tokens:
            at = f"{self.sandbox.addresses.login}/{TENANT_ID}/oauth2/v2.0/token"
            form = {"grant_type": "client_credentials", "client_id": APP_ID, "scope": f"{resource}/.default"}
            if proof == "secret":
                form["client_secret"] = self.sandbox.login.secret
            else:
                form |= {"client_assertion_type": ASSERTION_TYPE, "client_assertion": assertion(self.sandbox, at)}
            answer = await self.http("POST", at, data=form)
            assert answer.status == 200, answer.body
            self.tokens[resource, proof] = answer.body["access_token"]
        return self.tokens[resource, proof]

    async def graph(self, path: str, method: str = "GET", **kwargs: Any) -> Answer:
        base = self.sandbox.addresses.graph
        headers = {"Authorization": f"Bearer {await self.token(base)}"} | kwargs.pop("headers", {})
        return await self.http(method, base + path, headers=headers, **kwargs)

    async def sharepoint(self, path: str, method: str = "GET", host: str = "root", **kwargs: Any) -> Answer:
        base = getattr(self.sandbox.addresses, host)
        headers = {"Authorization": f"Bearer {await self.token(base)}"} | kwargs.pop("headers", {})
        headers.setdefault("Accept", "application/json;odata=nometadata")
        return await self.http(method, base + path, headers=headers, **kwargs)

    async def profile(self, key: str) -> dict[str, str]:
        """The profile properties of a person."""
        claim = self.sandbox.world.people[key].claim
        answer = await self.sharepoint(properties_for(claim))
        assert answer.status == 200, answer.body
        return {item["Key"]: item["Value"] for item in answer.body["UserProfileProperties"]}

    async def large_picture(self, key: str) -> bytes:
        upn = quote(self.sandbox.world.people[key].user_principal_name, safe="")
        answer = await self.sharepoint(f"/_layouts/15/userphoto.aspx?size=L&accountname={upn}", host="my")
        assert answer.status == 200
        return answer.content


def properties_for(claim: str) -> str:
    text = quote(claim.replace("'", "''"), safe="")
    return f"/_api/SP.UserProfiles.PeopleManager/GetPropertiesFor(accountName=@v)?@v='{text}'"


def assertion(sandbox: Sandbox, audience: str, *, header: str = "x5t#S256", **claims: Any) -> str:
    """A client assertion as the documentation describes it; `claims` replace the right ones."""
    certificate = sandbox.certificate
    now = int(time.time())
    right = {"aud": audience, "iss": APP_ID, "sub": APP_ID, "jti": str(uuid.uuid4()), "nbf": now, "exp": now + 300}
    thumbprint = {header: certificate.thumbprint("x5t" if header == "x5t" else "x5t#S256")}
    return jwt.encode(right | claims, certificate.key, algorithm="PS256", headers=thumbprint)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def ask(sandbox: Sandbox) -> AsyncIterator[Asker]:
    async with aiohttp.ClientSession() as session:
        yield Asker(sandbox, session)


Turn = Callable[["StandIn", dict[str, Any]], Awaitable[Any]]


class StandIn:
    """The smallest bot there can be: it checks who writes to it, does what the test says, and calls the connector."""

    def __init__(self, ask: Asker) -> None:
        self.ask, self.turn, self.url = ask, _silent, ""
        self.received: list[dict[str, Any]] = []

    async def messages(self, request: web.Request) -> web.Response:
        metadata = (await self.ask.http("GET", self.ask.sandbox.addresses.bot_openid)).body
        keys = jwt.PyJWKSet.from_dict((await self.ask.http("GET", metadata["jwks_uri"])).body)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        activity = await request.json()
        try:
            key = keys[jwt.get_unverified_header(token)["kid"]]
            claims = jwt.decode(token, key.key, algorithms=["RS256"], audience=APP_ID, issuer=metadata["issuer"])
        except (jwt.PyJWTError, KeyError):
            return web.json_response({"error": "who are you?"}, status=401)
        assert claims["serviceurl"] == activity["serviceUrl"]
        self.received.append(activity)
        return web.json_response(await self.turn(self, activity))

    async def call(self, method: str, path: str, **kwargs: Any) -> Answer:
        """The Bot Connector, with a token of its sign-in service."""
        token = await self.ask.token("https://api.botframework.com")
        url = f"{self.ask.sandbox.addresses.service_url}v3/conversations{path}"
        return await self.ask.http(method, url, headers={"Authorization": f"Bearer {token}"}, **kwargs)

    async def teams(self, id: str) -> Answer:
        """What the connector tells of a team."""
        token = await self.ask.token("https://api.botframework.com")
        url = f"{self.ask.sandbox.addresses.service_url}v3/teams/{quote(id, safe='')}"
        return await self.ask.http("GET", url, headers={"Authorization": f"Bearer {token}"})

    async def send(self, chat: str, **activity: Any) -> str:
        answer = await self.call("POST", f"/{quote(chat, safe='')}/activities", json={"type": "message", **activity})
        assert answer.status == 201, answer.body
        return str(answer.body["id"])


async def _silent(bot: StandIn, activity: dict[str, Any]) -> Any:
    return None


def card(*body: Any, actions: Any = ()) -> dict[str, Any]:
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), "actions": list(actions)}


def attached(content: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"contentType": "application/vnd.microsoft.card.adaptive", "content": content}]


@pytest.fixture
async def bot(ask: Asker) -> AsyncIterator[StandIn]:
    bot = StandIn(ask)
    app = web.Application()
    app.router.add_post("/api/messages", bot.messages)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield bot
    await runner.cleanup()
