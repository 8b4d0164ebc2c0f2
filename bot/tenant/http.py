"""One question to Microsoft 365 and its answer, in values. It knows no endpoint and no person."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections import defaultdict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from yarl import URL

from bot.core.capabilities import Capability
from bot.core.facts import Reason, Unknown
from bot.tenant.patience import Circuit, NotBefore, first_limit, pauses
from bot.tokens import SignInRefused, SignInUnavailable

log = logging.getLogger(__name__)

MOST_BYTES = 8_000_000  # photos end at 4 MB in Graph and 5,000,000 bytes in SharePoint
SHORT_WAIT = timedelta(seconds=2)  # a Retry-After up to this is waited for; a person waits for the answer
LONGEST_WAIT = timedelta(days=1)  # nobody means more, and a mistaken clock must not silence us for a year

FAIR_TIME = 1.0  # seconds; a host that had less is not to blame for being late
FRESH = 60.0  # seconds in which a token that was renewed is not renewed again: it is not the token that is wrong
TOLD = 600.0  # seconds between two log lines about the same missing permission

_REPEATABLE = ("GET", "HEAD")
_REPEATED = (429, 500, 502, 503, 504)
# The same once more would fail the same way.
_FINAL = (aiohttp.ClientSSLError, aiohttp.InvalidURL)
# SharePoint's applications say with 500 what others say with 404: it is an answer (domain: 4.1, 4.6).
_EXCEPTION = re.compile(r"-?\d+, [\w.]+Exception")
# Of SharePoint, which may give the second as well; of Graph; of the sign-in service.
_REQUEST_IDS = ("sprequestguid", "request-id", "x-ms-request-id")


@dataclass(frozen=True)
class Request:
    """What to ask. `base` is the address whose token is sent along; `url` must lie below it.

    `kind` says in a word what is asked for, and names nobody; `needs` is what the bot must be able to. Requests with
    one `limit` are counted together: a throttled one holds back all.
    """

    base: str
    url: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    needs: Capability | None = None
    content: bytes = b""
    limit: str = ""
    bearer: str = field(default="", repr=False)  # sent instead of the application's own token for `base`

    @property
    def permission(self) -> str:
        """What is needed for it, in Microsoft's own words: "Graph: User.Read.All"."""
        if self.needs is None:
            return ""
        return self.needs.in_a_name if self.bearer else self.needs.permission

    @property
    def host(self) -> str:
        return urlsplit(self.base).netloc

    @property
    def key(self) -> Hashable:
        """Equal for requests that ask the same."""
        return self.method, self.base, self.url, tuple(sorted(self.headers.items()))


@dataclass(frozen=True)
class Answer:
    """What came back; header names are in lower case."""

    status: int
    content: bytes
    headers: dict[str, str]

    def json(self) -> dict[str, Any]:
        """The body as a JSON object; raises ValueError, and RecursionError for one that is nested too deeply."""
        value = json.loads(self.content)
        if not isinstance(value, dict):
            raise ValueError("not a JSON object")
        return value

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def request_id(self) -> str:
        """The name under which Microsoft's support finds this request; "" where there is none."""
        return next((self.headers[name] for name in _REQUEST_IDS if self.headers.get(name)), "")

    @property
    def error_code(self) -> str:
        """The service's own code, as "ErrorAccessDenied" or "-1, Microsoft.….UserNotFoundException"; "" for none."""
        return self._error()[0]

    @property
    def error_text(self) -> str:
        """The service's own sentence, which may name people; "" where there is none."""
        return self._error()[1]

    def _error(self) -> tuple[str, str]:
        """Code and sentence of an error in any of its dialects (domain: 4.6); never raises."""
        try:
            body = self.json()
        except (ValueError, RecursionError):
            return "", ""
        error = body.get("error") or body.get("odata.error")
        if not isinstance(error, dict):  # of the sign-in layer (RFC 6749, 5.2)
            return _text(error), _text(body.get("error_description"))
        text = error.get("message")
        return _text(error.get("code")), _text(text.get("value") if isinstance(text, dict) else text)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


@dataclass(frozen=True)
class _NoAnswer:
    """A try that brought nothing; `final`: it would fail again."""

    why: Unknown
    final: bool = False


class Caller:
    """Asks, with the token that belongs to the address, and asks again where that may help and time allows it.

    A host that does not answer, and a question that was throttled, are left alone for a while (domain: 3.5, 4.6).
    `now` tells the moments that are given to others; all waiting goes by the event loop's own clock.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: Callable[[str, bool], Awaitable[str]],
        user_agent: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        scale: float = 1.0,
    ) -> None:
        self.scale = scale  # how many times faster than the services' own time goes that which `now` tells
        self._session, self._token, self._user_agent, self._now = session, token, user_agent, now
        self._circuits: defaultdict[str, Circuit] = defaultdict(Circuit)  # by base address
        self._throttled, self._renewed, self._told = NotBefore(), NotBefore(), NotBefore()
        self._renewing = asyncio.Lock()
        self._shared: dict[Hashable, asyncio.Task[Answer | Unknown]] = {}

    def afresh(self, token: Callable[[str, bool], Awaitable[str]]) -> Caller:
        """One that has learned nothing yet, with tokens of its own."""
        return Caller(self._session, token, self._user_agent, self._now, self.scale)

    def close(self) -> None:
        """Let go of what is under way."""
        for task in self._shared.values():
            task.cancel()

    async def ask(self, request: Request, until: float) -> Answer | Unknown:
        """The answer, of whatever status, or why there is none; never raises for what the service does.

        `until` is a moment on the event loop's own clock.
        """
        if not request.url.startswith(request.base + "/"):
            raise ValueError(f"{request.url} does not belong to {request.base}")  # a token never leaves its host
        if held := self._held_back(request):
            return held
        circuit = self._circuits[request.base]
        probe, failed = circuit.begin(), None
        try:
            outcome, failed = await self._ask(request, until)
        finally:  # also when cancelled: a probe that nobody ended would keep the host shut for ever
            if rest := circuit.end(probe, failed, _clock()):
                log.warning("host is left alone", extra={"host": request.host, "seconds": rest})
        # A person's token may be refused before its end without any permission missing: see Microsoft365.ask.
        refusals = (403,) if request.bearer else (401, 403)
        if isinstance(outcome, Answer) and outcome.status in refusals and request.permission:
            self._tell_missing(request, outcome)
        return outcome

    async def share(self, request: Request, until: float) -> Answer | Unknown:
        """As `ask`, for what many want to know at the same time: all who ask while it is under way get one answer.

        Nobody's end of patience is anybody else's: whoever still has time asks anew.
        """
        while True:
            task = self._shared.get(request.key)
            if begun := task is None or task.done():  # done, and not yet taken away: it is never waited for
                task = self._shared[request.key] = asyncio.create_task(self.ask(request, until))
                task.add_done_callback(lambda done: self._unshare(request.key, done))
            try:
                async with asyncio.timeout_at(until):
                    outcome = await asyncio.shield(task)
            except TimeoutError:
                return _too_slow(request)
            if begun or not isinstance(outcome, Unknown) or outcome.reason is not Reason.TOO_SLOW:
                return outcome

    def _unshare(self, key: Hashable, done: asyncio.Task[Answer | Unknown]) -> None:
        if self._shared.get(key) is done:
            del self._shared[key]

    # -- what was learned from calls before ------------------------------------------------------------------------

    def throttled_now(self, request: Request) -> Unknown | None:
        """That the service has asked to be left alone with this; None where it has not."""
        wait = max(self._throttled.wait(key, _clock()) for key in _keys(request))
        return Unknown(Reason.THROTTLED, self._in(wait), "asked to wait") if wait else None

    def _held_back(self, request: Request) -> Unknown | None:
        """Why this must not be asked now."""
        if told := self.throttled_now(request):
            return told
        if wait := self._circuits[request.base].wait(_clock()):
            return Unknown(Reason.UNAVAILABLE, self._in(wait), "circuit open", unsent=True)
        return None

    def _in(self, seconds: float) -> datetime:
        return self._now() + timedelta(seconds=seconds) * self.scale

    def _today(self) -> datetime:
        """The time that services go by, however fast ours goes."""
        return self._now() if self.scale == 1 else datetime.now(UTC)

    def _learn_wait(self, request: Request, answer: Answer) -> None:
        wait = retry_after(answer, self._today())
        if throttled(answer) and wait:
            for key in _keys(request):
                self._throttled.hold(key, _clock() + wait.total_seconds())

    def _tell_missing(self, request: Request, answer: Answer) -> None:
        key = request.permission, request.base
        if self._told.wait(key, _clock()):
            return
        self._told.hold(key, _clock() + TOLD)
        told = {"permission": request.permission, "host": request.host, "code": answer.error_code[:200]}
        log.warning(
            "permission missing",
            extra={**told, "kind": request.kind, "status": answer.status, "request_id": answer.request_id[:200]},
        )

    # -- one call ----------------------------------------------------------------------------------------------------

    async def _ask(self, request: Request, until: float) -> tuple[Answer | Unknown, bool | None]:
        """The outcome, and whether the host has failed; None where that cannot be said."""
        if request.bearer:  # nobody can renew it
            return await self._tries(request, request.bearer, until)
        try:
            async with asyncio.timeout_at(until):
                token = await self._token(request.base, False)
            outcome, failed = await self._tries(request, token, until)
            if isinstance(outcome, Answer) and outcome.status == 401:
                async with asyncio.timeout_at(until):
                    other = await self._other_token(request.base, token)
                if other:
                    outcome, failed = await self._tries(request, other, until)
        except TimeoutError:  # of the sign-in; that of the service is a value
            return _too_slow(request), None
        except SignInUnavailable as error:
            return Unknown(Reason.UNAVAILABLE, detail=str(error)), None
        except SignInRefused as error:
            return Unknown(Reason.UNAUTHORIZED, detail=str(error)), None
        return outcome, failed

    async def _other_token(self, base: str, refused: str) -> str:
        """A token to try after one was refused, for it may have been revoked; "" if the refused one is fresh.

        One at a time: of ten calls that are refused together one renews, and nine take what it got.
        """
        async with self._renewing:
            token = await self._token(base, False)
            if token != refused:
                return token
            if self._renewed.wait(base, _clock()):
                return ""
            token = await self._token(base, True)
            self._renewed.hold(base, _clock() + FRESH)
            return token

    async def _tries(self, request: Request, token: str, until: float) -> tuple[Answer | Unknown, bool | None]:
        """As `_ask`, with a given token."""
        began = _clock()
        limit = first_limit(began, until) if request.method in _REPEATABLE else until
        for pause in (*pauses(), None):
            outcome = await self._try(request, token, limit)
            if isinstance(outcome, Answer):
                self._learn_wait(request, outcome)  # now, and not when this call has slept and come back
            wait = None if pause is None else self._wait(request, outcome, pause)
            if wait is None or _clock() + wait >= until:
                break
            await asyncio.sleep(wait)
            if told := self.throttled_now(request):  # somebody else was, meanwhile
                return told, None
            limit = until
        if isinstance(outcome, Answer):
            return outcome, _broken(outcome)
        had_time = outcome.why.reason is not Reason.TOO_SLOW or _clock() - began >= FAIR_TIME
        return outcome.why, True if had_time else None

    def _wait(self, request: Request, outcome: Answer | _NoAnswer, pause: float) -> float | None:
        """Seconds until the next try; None where it cannot help, might do something twice, or is too far off."""
        repeatable = request.method in _REPEATABLE
        if isinstance(outcome, _NoAnswer):
            return pause if not outcome.final and (repeatable or outcome.why.unsent) else None
        if not repeatable or outcome.status not in _REPEATED or not (_broken(outcome) or throttled(outcome)):
            return None
        said = retry_after(outcome, self._today())
        if said is None:
            return pause
        return said.total_seconds() + pause if said <= SHORT_WAIT else None

    async def _try(self, request: Request, token: str, limit: float) -> Answer | _NoAnswer:
        try:
            async with asyncio.timeout_at(limit):
                return await self._send(request, token)
        except TimeoutError:
            return _NoAnswer(_too_slow(request))
        except (aiohttp.ClientError, OSError) as error:
            # Some of these errors carry the address, and with it names, in their text.
            text = error.message if isinstance(error, aiohttp.ClientResponseError) else str(error)
            unsent = isinstance(error, aiohttp.ClientConnectorError)
            why = Unknown(Reason.UNAVAILABLE, detail=f"{type(error).__name__}: {text}", unsent=unsent)
            return _NoAnswer(why, isinstance(error, _FINAL))

    async def _send(self, request: Request, token: str) -> Answer:
        headers = {**request.headers, "Authorization": f"Bearer {token}", "User-Agent": self._user_agent}
        url = URL(request.url, encoded=True)
        async with self._session.request(
            request.method, url, headers=headers, data=request.content or None, allow_redirects=False
        ) as response:
            content = await _body(response.content)
            log.debug("asked", extra={"host": request.host, "kind": request.kind, "status": response.status})
            return Answer(response.status, content, {name.lower(): value for name, value in response.headers.items()})


async def _body(stream: aiohttp.StreamReader) -> bytes:
    """The body, at most one byte more than MOST_BYTES. It is unpacked as it is read, so one that grows is cut too."""
    parts, size = [], 0
    async for part in stream.iter_any():
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            break
    return b"".join(parts)[: MOST_BYTES + 1]


def _keys(request: Request) -> tuple[Hashable, ...]:
    """Under what it is throttled: itself, and all that are counted together with it."""
    return (request.key, request.limit) if request.limit else (request.key,)


def _clock() -> float:
    return asyncio.get_running_loop().time()


def _too_slow(request: Request) -> Unknown:
    return Unknown(Reason.TOO_SLOW, detail=f"{request.host} {request.kind}".strip())


def throttled(answer: Answer) -> bool:
    """Whether the service wants us to ask less; 503 says so by its Retry-After (domain: 4.6)."""
    return answer.status == 429 or (answer.status == 503 and "retry-after" in answer.headers)


def _broken(answer: Answer) -> bool:
    """Whether the service failed, rather than one of its applications."""
    if answer.status < 500 or throttled(answer):
        return False
    return answer.status != 500 or not _EXCEPTION.match(answer.error_code)


def retry_after(answer: Answer, now: datetime) -> timedelta | None:
    """How long the service wants us to wait, at most LONGEST_WAIT; None where it does not say.

    Seconds or an HTTP date (RFC 9110, 10.2.3), of which one form names no zone and means UTC (5.6.7).
    """
    text = answer.headers.get("retry-after", "").strip()
    try:
        if text[:1].isdigit():
            wait = timedelta(seconds=min(float(text), LONGEST_WAIT.total_seconds()))
        else:
            moment = parsedate_to_datetime(text)
            wait = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(wait, timedelta()), LONGEST_WAIT)


def unseen(answer: Answer, now: datetime, request: Request, scale: float = 1.0) -> Unknown | None:
    """Why an answer tells nothing; None for one that does (2xx, 400 and 404 are for the reader to understand).

    A refusal names the permission that the request needs.
    """
    detail = answer.content[:300].decode("utf-8", "replace")
    if throttled(answer):
        wait = retry_after(answer, now if scale == 1 else datetime.now(UTC))
        return Unknown(Reason.THROTTLED, now + wait * scale if wait is not None else None, detail)
    if answer.status in (401, 403):
        reason = Reason.UNAUTHORIZED if answer.status == 401 else Reason.FORBIDDEN
        return Unknown(reason, detail=detail, permission=request.permission)
    if answer.status >= 500:
        return Unknown(Reason.UNAVAILABLE, detail=detail)
    if len(answer.content) > MOST_BYTES:
        return Unknown(Reason.MALFORMED, detail="too large")
    if 200 <= answer.status < 300 or answer.status in (400, 404):
        return None
    return Unknown(Reason.MALFORMED, detail=f"{answer.status} {detail}")
