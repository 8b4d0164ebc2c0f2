"""POST /api/messages: who is let in. It knows HTTP and the order of the checks, not what an activity leads to."""

from __future__ import annotations

import asyncio
import logging
import uuid

from aiohttp import web

from bot.config import Settings
from bot.teams import inbound, wire
from bot.teams.admission import LOCAL_HOSTS, is_loopback, service_allowed, tenant_allowed, tenants_of
from bot.teams.auth import CHANNEL, Authentication, Claims, Unauthorized
from bot.teams.inbound import Malformed
from bot.teams.keys import Keys, KeysUnavailable
from bot.teams.turns import Answer, Turns

log = logging.getLogger(__name__)

PATH = "/api/messages"
BODY_LIMIT = 1024 * 1024  # bytes; messages end at 100 KB in Teams, and 5,000 new members of a team take 0.8 MB
BODY_PATIENCE = 10.0  # seconds until the body is there


# What the sender is told, by status: nothing that would help somebody who is guessing.
ERRORS = {
    400: ("BadRequest", "This is not an activity."),
    401: ("Unauthorized", "This was not signed by Teams for this bot."),
    403: ("Forbidden", "The bot does not talk to this sender."),
    408: ("RequestTimeout", "The body did not come."),
    413: ("PayloadTooLarge", f"The body is larger than {BODY_LIMIT} bytes."),
    415: ("UnsupportedMediaType", "The body must be application/json."),
    500: ("InternalError", "Something failed."),
    503: ("ServiceUnavailable", "Try again in a moment."),
}
STATUS: dict[type[Exception], int] = {Malformed: 400, Unauthorized: 401, KeysUnavailable: 503}


class Refusal(Exception):
    """The request is not let in: the HTTP status, and a reason for the log."""

    def __init__(self, status: int, reason: str) -> None:
        self.status = status
        super().__init__(reason)


class Edge:
    """The HTTP side of the door. All its refusals are `{"error": {"code", "message"}}`."""

    def __init__(self, settings: Settings, keys: Keys, turns: Turns) -> None:
        self._settings, self._turns = settings, turns
        self._authentication = Authentication(settings, keys)

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self.messages)]

    async def messages(self, request: web.Request) -> web.Response:
        """One activity: 200, 202 or an invoke's own answer; 400, 401, 403, 408, 413, 415 or 503 if not let in."""
        try:
            return _response(await self._let_in(request))
        except (Refusal, Malformed, Unauthorized, KeysUnavailable) as error:
            status = error.status if isinstance(error, Refusal) else STATUS[type(error)]
            log.warning("%d: %s", status, error, extra={"action": "refused", "status": status})
            return _error(status)
        except Exception:  # the last stop: Teams gets JSON, the log gets the trace
            correlation = uuid.uuid4().hex
            log.exception("a request failed (%s)", correlation, extra={"action": "failed", "correlation": correlation})
            return _error(500)

    async def _let_in(self, request: web.Request) -> Answer:
        """The checks, cheapest and least trusting first; nothing is read from a body that nobody vouches for."""
        body = await _body(request)
        claims = await self._authenticated(request)
        if request.content_type != "application/json":
            raise Refusal(415, repr(request.content_type))
        raw = inbound.read(body)
        activity = inbound.activity_of(raw)
        if claims:
            claims.vouch_for(raw["serviceUrl"], raw["channelId"])
        self._admit(raw)
        return await self._turns.take(activity, tenants_of(raw).pop())

    async def _authenticated(self, request: web.Request) -> Claims | None:
        """What the token says; None in the demo, which talks to this machine only and without tokens."""
        if self._settings.demo:
            # A page in a browser may reach a local port under a name of its own (DNS rebinding): hence the Host header.
            if not is_loopback(request.remote or "") or _host_name(request.headers.get("Host", "")) not in LOCAL_HOSTS:
                raise Refusal(403, "the demo is for this machine only")
            return None
        return await self._authentication.check(request.headers.get("Authorization"))

    def _admit(self, raw: dict[str, object]) -> None:
        # Other channels let their clients write `from` and the tenant themselves; Teams alone vouches for them.
        if raw["channelId"] != CHANNEL:
            raise Refusal(403, "not from Teams")
        if not service_allowed(str(raw["serviceUrl"]), self._settings):
            raise Refusal(403, "this serviceUrl is not allowed")
        if not tenant_allowed(raw, self._settings):
            raise Refusal(403, f"tenants {sorted(tenants_of(raw))} are not allowed")


async def _body(request: web.Request) -> bytes:
    """At most BODY_LIMIT bytes, whatever length was announced, if any."""
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Refusal(415, "packed")  # Teams does not, and a small body may unpack into a large one
    if (request.content_length or 0) > BODY_LIMIT:
        raise Refusal(413, f"{request.content_length} bytes announced")
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_PATIENCE):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > BODY_LIMIT:
                    raise Refusal(413, "more bytes than allowed")
    except TimeoutError as error:
        raise Refusal(408, "the body did not come") from error
    except (web.RequestPayloadError, ConnectionError) as error:
        raise Refusal(400, "the body broke off") from error
    return bytes(body)


def _host_name(host: str) -> str:
    """The Host header without its port and, for IPv6, its brackets."""
    host = host.lower()
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]


def _response(answer: Answer) -> web.Response:
    if not answer.body:
        return web.Response(status=answer.status)
    return web.Response(status=answer.status, text=answer.body, content_type="application/json")


def _error(status: int) -> web.Response:
    code, message = ERRORS[status]
    return _response(Answer(status, wire.dumps({"error": {"code": code, "message": message}})))
