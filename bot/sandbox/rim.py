"""What every simulated host does around an answer: write the request down; have its faults and be throttled."""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.utils import format_datetime
from time import monotonic
from typing import Any

from aiohttp import web

from bot.sandbox.faults import default_body, encoded
from bot.sandbox.scenes import RETRY_AFTER
from bot.sandbox.world import World

NUMBER = web.RequestKey("number", str)  # the request-id of the answer
BODY = web.RequestKey("body", bytes)  # of a request that came inside of another one
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Asking:
    """Who asks: the application with its roles or, in the name of a person, by object id."""

    roles: set[str]
    person: str = ""


class Failure(Exception):
    """An answer that is an error; each host writes it in its own shape."""

    def __init__(self, status: int, code: str, message: str, headers: dict[str, str] | None = None) -> None:
        self.status, self.code, self.headers = status, code, headers or {}
        super().__init__(message)


def watch(world: World, host: str) -> Any:
    """The middleware of one host; `host` is one of faults.HOSTS."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        path = request.raw_path
        request[NUMBER] = str(uuid.uuid4())
        received = world.received(host, request.method, path, request.headers.get("User-Agent", ""))
        try:
            answer = await _answer(world, host, path, request, handler)
        except web.HTTPException as error:
            answer = _plain(host, error)
        for name, value in _stamps(world, host, request).items():
            answer.headers.setdefault(name, value)
        received.status = answer.status
        return answer

    return middleware


async def _answer(world: World, host: str, path: str, request: web.Request, handler: Handler) -> web.StreamResponse:
    fault = world.faults.take(host, path)
    if fault is None:
        wait = _throttled(world, host, path)
        return throttled(host, wait) if wait else await handler(request)
    await content_of(request)  # it has arrived, whatever becomes of the sender meanwhile
    done = await handler(request) if fault.after else None
    await asyncio.sleep(fault.delay)
    if fault.drop:
        if request.transport is not None and BODY not in request:
            request.transport.abort()
        return web.Response(status=502)
    if fault.malformed:
        return web.Response(body=b'{"value": [{"id": "', headers={**fault.headers, "Content-Type": "application/json"})
    if fault.status is None:
        return done or await handler(request)
    body, content_type = encoded(default_body(host, fault.status) if fault.body is None else fault.body)
    return web.Response(status=fault.status, body=body, headers={"Content-Type": content_type, **fault.headers})


# People's own browsers have limits of their own; of Graph only the photos are throttled, being Outlook's (domain: 3.5).
_THROTTLED = {
    "sharepoint": re.compile(r"/_api/|userphoto\.aspx|Thumb\.jpg"),
    "graph": re.compile(r"/users/[^/]+/photos?(?:[/?]|$)"),
}


def _throttled(world: World, host: str, path: str) -> int:
    """Seconds that whoever asks must wait; 0 for whoever is answered."""
    if world.situation.throttled and host in _THROTTLED and _THROTTLED[host].search(path):
        return RETRY_AFTER
    if world.people_manager and host == "sharepoint" and "PeopleManager" in path:
        return world.people_manager.take(monotonic())
    return 0


def throttled(host: str, seconds: int) -> web.Response:
    """429 with Retry-After (THROTTLE, SPTHR)."""
    body, content_type = encoded(default_body(host, 429))
    return web.Response(status=429, body=body, headers={"Content-Type": content_type, "Retry-After": str(seconds)})


def _plain(host: str, error: web.HTTPException) -> web.Response:
    """aiohttp's own refusals (no such route, wrong method, body too large), in the way of the host."""
    body, content_type = encoded(default_body(host, error.status))
    return web.Response(status=error.status, body=body, headers={"Content-Type": content_type})


def _stamps(world: World, host: str, request: web.Request) -> dict[str, str]:
    number = request[NUMBER]
    date = format_datetime(world.clock.now(), usegmt=True)
    if host == "graph":
        client = request.headers.get("client-request-id", number)
        return {"request-id": number, "client-request-id": client, "Date": date}
    if host == "sharepoint":
        version = {"MicrosoftSharePointTeamServices": "16.0.0.25402"}
        return {"SPRequestGuid": number, "request-id": number, "Date": date, **version}
    return {"x-ms-request-id": number} if host in ("login", "bot") else {}


async def content_of(request: web.Request) -> bytes:
    """The body of a request, also of one that came inside of another."""
    return request[BODY] if BODY in request else await request.read()


async def json_body(request: web.Request) -> dict[str, Any] | None:
    """The JSON object that came; None for anything else."""
    try:
        value = json.loads(await request.read())
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
