"""One call to a desk, and what became of it: an answer, or why there is none. It knows no desk and no ticket."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import aiohttp
from yarl import URL

from bot.ports import DeskDown, DeskError, DeskRefused, DeskUncertain

log = logging.getLogger(__name__)
T = TypeVar("T")

MOST_BYTES = 4_000_000  # a page of a hundred long comments has less
PATIENCE = 20.0  # seconds; a workflow waits for it, and no person
TO_CONNECT = 5.0  # seconds of these in which a connection must stand
LONGEST_WAIT = 86_400.0  # seconds; nobody means more by Retry-After
MOST_CODE = 80  # characters

# It took nothing, whatever was asked: too many requests, somebody else changes the same, busy.
_NOT_TAKEN = frozenset({409, 425, 429, 503})
_OF_CONTENT = frozenset({400, 413, 422})  # what was sent cannot be taken, whoever sends it
_TROUBLE = (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError)
_OUTSIDE_OF_CODES = re.compile(r"[^\w .:/'-]+")

Authorization = Callable[[bool], Awaitable[str]]  # the header; True asks for another one than before
CodeOf = Callable[[Any], object]  # a desk's own code, from the body of its refusal


@dataclass(frozen=True)
class Call:
    """What to ask. `path` lies below the desk's address; `good` are the statuses that mean yes.

    `taken` is whether something may be done there that must not be done twice; a call that only reads never is.
    """

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    content: Mapping[str, Any] | bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    good: frozenset[int] = frozenset({200, 201})

    @property
    def taken(self) -> bool:
        return self.method not in ("GET", "HEAD")

    def url(self, base: str) -> URL:
        asked = f"?{urlencode(self.query, quote_via=quote)}" if self.query else ""
        return URL(f"{base}{self.path}{asked}", encoded=True)

    def body(self) -> bytes | None:
        return self.content if isinstance(self.content, bytes | None) else json.dumps(dict(self.content)).encode()


@dataclass(frozen=True)
class Answer:
    """What came back; header names are in lower case."""

    status: int
    content: bytes
    headers: Mapping[str, str]

    @property
    def is_page(self) -> bool:
        """Whether it is a page for people, as proxies and maintenance show in place of what was asked."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return kind in ("text/html", "application/xhtml+xml") or self.content.lstrip()[:1] == b"<"


def basic(user: str, password: str) -> Authorization:
    """The header of RFC 7617."""
    header = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    async def authorization(_: bool) -> str:
        return header

    return authorization


async def nobody(_: bool) -> str:
    """No header: the call proves itself otherwise."""
    return ""


class Calls:
    """Calls to one desk over the shared session. It follows no redirect, for the authorization would go with it."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        base: str,
        authorization: Authorization = nobody,
        code_of: CodeOf = lambda body: "",
        patience: float = PATIENCE,
    ) -> None:
        self.base = base
        self._session, self._authorization, self._code_of, self._patience = session, authorization, code_of, patience

    async def read(self, call: Call, reader: Callable[[Any], T]) -> T:
        """What `reader` makes of the JSON that came; it may raise whatever it likes for one of another shape."""
        answer = await self.ask(call)
        try:
            return reader(json.loads(answer.content))
        except _TROUBLE:
            raise unsure(call, "unreadable answer") from None

    async def ask(self, call: Call) -> Answer:
        """The answer, where its status is good; raises DeskError otherwise."""
        header = await self._authorization(False)
        answer = await self._answer(call, header)
        if answer.status == 401 and (other := await self._authorization(True)) != header:
            answer = await self._answer(call, other)
        if answer.status not in call.good:
            raise self._refusal(call, answer)
        return answer

    async def _answer(self, call: Call, header: str) -> Answer:
        try:
            async with asyncio.timeout(self._patience):
                return await self._send(call, header)
        except aiohttp.InvalidURL:
            raise DeskRefused("address") from None
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise DeskDown(type(error).__name__) from None
        except TimeoutError:
            raise unsure(call, "too slow") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise unsure(call, type(error).__name__) from None

    async def _send(self, call: Call, header: str) -> Answer:
        headers = {"Accept": "application/json", "Content-Type": "application/json", **call.headers}
        if header:
            headers["Authorization"] = header
        async with self._session.request(
            call.method,
            call.url(self.base),
            data=call.body(),
            headers=headers,
            allow_redirects=False,
            middlewares=(_once,),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=min(TO_CONNECT, self._patience)),
        ) as response:
            content = await _body(response.content)
            log.debug("asked a desk", extra={"host": response.url.host, "status": response.status})
            return Answer(response.status, content, {name.lower(): text for name, text in response.headers.items()})

    def _refusal(self, call: Call, answer: Answer) -> DeskError:
        """What a status means that is not good.

        A gateway that got no answer in time (502, 504) does not know what happened behind it, and neither do we.
        """
        code = f"{answer.status} {self._code(answer)}".strip()
        if answer.status in _NOT_TAKEN:
            return down(code, retry_after(answer))
        if answer.status < 300 or answer.status == 408 or answer.status >= 500:
            return unsure(call, code, retry_after(answer))
        return DeskRefused(code, of_content=answer.status in _OF_CONTENT)

    def _code(self, answer: Answer) -> str:
        try:
            code = str(self._code_of(json.loads(answer.content)) or "")
        except _TROUBLE:
            return ""
        return _OUTSIDE_OF_CODES.sub(" ", code)[:MOST_CODE].strip()


async def _once(request: aiohttp.ClientRequest, ask: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Sent once: aiohttp repeats a PUT whose connection broke by itself, and a comment would be there twice."""
    try:
        return await ask(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise aiohttp.ClientConnectionError(type(error).__name__) from error


async def _body(stream: aiohttp.StreamReader) -> bytes:
    """The body as far as it may go; one that goes further breaks off, and cannot be read as JSON."""
    parts, size = [], 0
    async for part in stream.iter_any():
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            raise ValueError("too large")
    return b"".join(parts)


@contextmanager
def understood() -> Iterator[None]:
    """Around what makes sense of answers: one of another shape is as good as none."""
    try:
        yield
    except _TROUBLE:
        raise down("unreadable answer") from None


def down(code: str, wait: float = 0.0) -> DeskDown:
    error = DeskDown(code)
    error.wait = wait
    return error


def unsure(call: Call, code: str, wait: float = 0.0) -> DeskError:
    """No answer, or none that can be read: after a call that only reads, nothing was taken for certain."""
    return DeskUncertain(code) if call.taken else down(code, wait)


def retry_after(answer: Answer) -> float:
    """Seconds; 0 where nothing is said. A number or an HTTP date (RFC 9110, 10.2.3)."""
    text = answer.headers.get("retry-after", "").strip()
    try:
        if text[:1].isdigit():
            return min(float(text), LONGEST_WAIT)
        moment = parsedate_to_datetime(text)
        wait = ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return 0.0
    return min(max(wait, 0.0), LONGEST_WAIT)
