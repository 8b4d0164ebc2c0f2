"""One question to Microsoft 365 and its answer, in values. It knows no endpoint and no person."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from yarl import URL

from bot.core.facts import Reason, Unknown
from bot.tokens import SignInRefused

log = logging.getLogger(__name__)

MOST_BYTES = 8_000_000  # photos end at 4 MB in Graph and 5,000,000 bytes in SharePoint
SHORT_WAIT = timedelta(seconds=2)  # a Retry-After up to this is waited for; a person waits for the answer


@dataclass(frozen=True)
class Request:
    """What to ask. `base` is the address whose token is sent along; `url` must lie below it."""

    base: str
    url: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    content: bytes
    headers: dict[str, str]

    def json(self) -> dict[str, Any]:
        """The body as a JSON object; raises ValueError."""
        value = json.loads(self.content)
        if not isinstance(value, dict):
            raise ValueError("not a JSON object")
        return value

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


class Caller:
    """Asks, with the token that belongs to the address, and waits where the service says so, if that is short."""

    def __init__(
        self, session: aiohttp.ClientSession, token: Callable[[str, bool], Awaitable[str]], user_agent: str
    ) -> None:
        self._session, self._token, self._user_agent = session, token, user_agent

    async def ask(self, request: Request, until: float) -> Answer | Unknown:
        """The answer, of whatever status, or why there is none; never raises for what the service does.

        `until` is a moment on the event loop's own clock.
        """
        try:
            async with asyncio.timeout_at(until):
                return await self._ask(request)
        except TimeoutError:
            return Unknown(Reason.TOO_SLOW, detail=request.url)
        except SignInRefused as error:
            return Unknown(Reason.UNAUTHORIZED, detail=str(error))
        except (aiohttp.ClientError, OSError) as error:
            return Unknown(Reason.UNAVAILABLE, detail=f"{type(error).__name__}: {error}")

    async def _ask(self, request: Request) -> Answer | Unknown:
        answer = await self._once(request, refresh=False)
        if answer.status == 401:
            answer = await self._once(request, refresh=True)  # a token may have been revoked since it was cached
        if answer.status in (429, 503):
            wait = retry_after(answer, datetime.now(UTC))
            if wait is not None and wait <= SHORT_WAIT:
                await asyncio.sleep(wait.total_seconds())
                answer = await self._once(request, refresh=False)
        return answer

    async def _once(self, request: Request, refresh: bool) -> Answer:
        if not request.url.startswith(request.base + "/"):
            raise ValueError(f"{request.url} does not belong to {request.base}")  # a token never leaves its host
        headers = {
            **request.headers,
            "Authorization": f"Bearer {await self._token(request.base, refresh)}",
            "User-Agent": self._user_agent,
        }
        url = URL(request.url, encoded=True)
        async with self._session.request(request.method, url, headers=headers, allow_redirects=False) as response:
            content = await response.content.read(MOST_BYTES + 1)
            while not response.content.at_eof() and len(content) <= MOST_BYTES:
                content += await response.content.read(MOST_BYTES + 1 - len(content))
            log.debug("asked", extra={"url": request.url, "status": response.status})
            return Answer(response.status, content, {name.lower(): value for name, value in response.headers.items()})


def retry_after(answer: Answer, now: datetime) -> timedelta | None:
    """How long the service wants us to wait: seconds or an HTTP date; None where it does not say (RFC 9110, 10.2.3)."""
    text = answer.headers.get("retry-after", "").strip()
    try:
        wait = timedelta(seconds=float(text)) if text[:1].isdigit() else parsedate_to_datetime(text) - now
        return max(wait, timedelta())
    except (ValueError, TypeError, OverflowError):
        return None


def unseen(answer: Answer, now: datetime) -> Unknown | None:
    """Why an answer tells nothing; None for one that does (2xx, 400 and 404 are for the reader to understand)."""
    detail = answer.content[:300].decode("utf-8", "replace")
    if answer.status == 429 or (answer.status == 503 and "retry-after" in answer.headers):
        wait = retry_after(answer, now)
        return Unknown(Reason.THROTTLED, now + wait if wait is not None else None, detail)
    if answer.status in (401, 403):
        return Unknown(Reason.UNAUTHORIZED if answer.status == 401 else Reason.FORBIDDEN, detail=detail)
    if answer.status >= 500:
        return Unknown(Reason.UNAVAILABLE, detail=detail)
    if len(answer.content) > MOST_BYTES:
        return Unknown(Reason.MALFORMED, detail="too large")
    if 200 <= answer.status < 300 or answer.status in (400, 404):
        return None
    return Unknown(Reason.MALFORMED, detail=f"{answer.status} {detail}")
