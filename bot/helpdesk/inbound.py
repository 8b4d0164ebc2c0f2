"""What desks bring themselves: POST /api/desks/{name}, signed JSON, handed on as news. It writes nothing of it down."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

from bot.helpdesk import words
from bot.helpdesk.signing import SIGNATURE, TIMESTAMP, WINDOW, good
from bot.ports import News, StoreUnavailable

log = logging.getLogger(__name__)

Took = Callable[[News], Awaitable[bool]]

PATH = "/api/desks/{name}"
MOST_BYTES = 64 * 1024
MOST_ID = 200  # characters
WHAT = ("reply", "resolved", "reopened", "taken")
_MUST, _MAY = frozenset({"id", "case", "what", "at"}), frozenset({"text", "by"})
_WITH_TEXT = frozenset({"reply"})  # what is nothing without


class Malformed(Exception):
    """The body is not what the manual says; the message is what is wrong with it, and repeats nothing of it."""


class Inbound:
    """The route for desks of these names. `took` says whether it knows the ticket, and takes each id once."""

    def __init__(
        self, secret: str, names: Collection[str], took: Took, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._secret, self._names, self._took, self._now = secret, frozenset(names), took, now

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self._arrived)]

    async def _arrived(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if not self._secret or name not in self._names:
            return _refused(404, "unknown desk")
        body = await _body(request)
        if body is None:
            return _refused(413, "too large")
        given, sent = request.headers.get(SIGNATURE, ""), request.headers.get(TIMESTAMP, "")
        if not good(self._secret, sent, body, given, self._now().timestamp()):
            log.warning("a desk's message is not signed as it must be", extra={"desk": name})
            return _refused(401, "bad or stale signature")
        try:
            news = read(name, body, self._now())
        except Malformed as wrong:
            return _refused(400, str(wrong))
        try:
            known = await self._took(news)
        except StoreUnavailable:
            return _refused(503, "try again", {"Retry-After": "30"})
        return web.json_response({"taken": True}, status=202) if known else _refused(404, "unknown case")


def read(desk: str, body: bytes, now: datetime) -> News:
    """The news in a body; raises Malformed. A case that is told by its number is written as "#17"."""
    found = _object(body)
    if missing := sorted(_MUST - set(found)):
        raise Malformed(f"missing: {', '.join(missing)}")
    if set(found) - _MUST - _MAY:
        raise Malformed("unknown fields")
    what = found["what"]
    if what not in WHAT:
        raise Malformed(f"what: one of {', '.join(WHAT)}")
    text, name = _text(found, "text"), words.line(_text(found, "by"))
    if what in _WITH_TEXT and not text:
        raise Malformed("text: missing")
    return News(desk, _case(found["case"]), what, _id(found, "id"), _moment(found["at"], now), text, name[:MOST_ID])


def _object(body: bytes) -> dict[str, Any]:
    """The JSON object in a body: no name twice, no number that JSON does not have."""
    try:
        found = json.loads(body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Malformed("not JSON in UTF-8") from None
    if not isinstance(found, dict):
        raise Malformed("not an object")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name twice")
    return found


def _no_number(text: str) -> None:
    raise ValueError(text)


def _case(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**31:
        return f"#{value}"
    if isinstance(value, str):
        return _id({"case": value}, "case")
    raise Malformed("case: a number or a text")


def _id(found: dict[str, Any], name: str) -> str:
    text = _text(found, name)
    if not text or len(text) > MOST_ID or text != words.line(text):
        raise Malformed(f"{name}: a text of 1 to {MOST_ID} characters in one line")
    return text


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name, "")
    if not isinstance(value, str):
        raise Malformed(f"{name}: not a text")
    return words.clean(value)


def _moment(value: object, now: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise Malformed("at: not a moment as 2026-11-24T10:00:00Z") from None
    if moment.tzinfo is None:
        raise Malformed("at: without a time zone")
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:
        raise Malformed("at: out of range") from None
    if moment > now + timedelta(seconds=WINDOW):
        raise Malformed("at: in the future")
    return moment


async def _body(request: web.Request) -> bytes | None:
    """The body; None for one that is too large, of which no more is read than that takes."""
    if (request.content_length or 0) > MOST_BYTES:
        return None
    parts, size = [], 0
    async for part in request.content.iter_any():
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            return None
    return b"".join(parts)


def _refused(status: int, why: str, headers: dict[str, str] | None = None) -> web.Response:
    return web.json_response({"error": why}, status=status, headers=headers)
