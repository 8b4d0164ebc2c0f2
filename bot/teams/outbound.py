"""Sending to Teams: the Bot Connector's REST calls. It knows addresses, errors and repeats, not what a message says.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, Protocol
from urllib.parse import quote
from weakref import WeakValueDictionary

import aiohttp
from yarl import URL

from bot.config import Settings
from bot.ports import (
    ChannelError,
    Conversation,
    Gone,
    MessageGone,
    NotNow,
    Place,
    Refused,
    Reply,
    SwitchedOff,
    Uncertain,
)
from bot.teams import activities, files, wire
from bot.teams.admission import service_allowed
from bot.teams.pace import CONVERSATION, HOUR, TENANT, Pace
from bot.teams.schema import written

log = logging.getLogger(__name__)

SIZE_LIMIT = 80 * 1024  # bytes in UTF-16; Teams refuses above 100 KB, mentions and reactions included (platform: 3.5)
TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=5)

# What may be sent again, and nothing else.
# https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
PASSING = frozenset({412, 429, 502, 503, 504})

# What an error means for us (P-43): first by the service's own code, then by status; the rest is our own fault.
BY_CODE: Mapping[str, type[ChannelError]] = {
    "BotNotInConversationRoster": Gone,
    "ConversationBlockedByUser": Gone,
    "MessageWritesBlocked": Gone,
    "ConversationNotFound": Gone,
    "ActivityNotFound": MessageGone,
    "BotDisabledByAdmin": SwitchedOff,
    "InvalidBotApiHost": NotNow,  # Teams tells the right address with the person's next activity
    "NotEnoughPermissions": Refused,
    "MessageSizeTooBig": Refused,
}
# Whoever answers 500 may have taken the message all the same: no second one (P-43).
BY_STATUS: Mapping[int, type[ChannelError]] = {
    **{404: Gone, 410: Gone, 500: Uncertain},
    **dict.fromkeys(PASSING, NotNow),
}

NAMED_WITHIN = 2.0  # seconds that a welcome waits for the name of whom it thanks
SILENCE = 600.0  # seconds without a message to anybody, after Teams says that the bot is switched off

# Nothing of the request has left the house yet when one of these is raised.
NOT_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
# With these the request may have arrived. ValueError: an answer that is no HTTP at all.
UNCERTAIN = (aiohttp.ClientError, TimeoutError, ConnectionError, ValueError)


class Token(Protocol):
    """Gives the bearer token for the Bot Connector."""

    async def __call__(self, refresh: bool = False) -> str:
        """The token; with `refresh` a new one, whatever is cached. May raise anything."""


@dataclass(frozen=True)
class Patience:
    """How long to go on: tries in all, and seconds. The first wait doubles each time, with jitter, to the longest."""

    tries: int = 5
    first_wait: float = 0.5
    longest_wait: float = 8.0
    longest_retry_after: float = 30.0  # a service that asks for more is left alone: NotNow

    def wait(self, attempt: int, asked: float | None) -> float | None:
        """Seconds until the next try after `attempt` (from 0) failed; None to give up."""
        if attempt + 1 >= self.tries or (asked or 0) > self.longest_retry_after:
            return None
        wait = min(self.longest_wait, self.first_wait * 2.0**attempt)
        return random.uniform(0.5, 1.0) * wait if asked is None else asked + random.uniform(0.0, 0.1) * wait


NOW_OR_NEVER = Patience(tries=1, longest_retry_after=0.0)
READING = Patience(tries=2, first_wait=0.2, longest_retry_after=2.0)


@dataclass(frozen=True)
class _Answer:
    status: int
    body: Any
    retry_after: float | None

    @property
    def code(self) -> str:
        """The service's own code: `{"error": {"code", "message"}}`; the bare status where there is none."""
        error = self.body.get("error") if isinstance(self.body, dict) else None
        code = error.get("code") if isinstance(error, dict) else None
        return str(code)[:100] if code else f"Http{self.status}"


class Connector:
    """Implements ports.Channel. Messages to one conversation leave one by one, in the order they were given."""

    def __init__(
        self, settings: Settings, session: aiohttp.ClientSession, token: Token, patience: Patience | None = None
    ) -> None:
        self._settings, self._session, self._token = settings, session, token
        self._patience = patience or Patience()
        # A lock lives as long as somebody holds it or waits for it.
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._silent_until = 0.0  # on the event loop's clock
        self._paces = (Pace(CONVERSATION), Pace(HOUR, together=30), Pace(TENANT))

    async def send(self, conversation: Conversation, reply: Reply) -> str:
        """Send and return the id of the new message. News is tried once: its promise is kept longer than a process."""
        body, patience = _addressed(reply, conversation), Patience(tries=1) if reply.alert else None
        where = conversation.service_url, conversation.id
        return _id_of(await self._deliver("POST", *where, "", body, conversation.tenant, patience))

    async def update(self, conversation: Conversation, message: str, reply: Reply) -> None:
        """Replace a message that was sent before."""
        body = _addressed(reply, conversation)
        await self.put(conversation.service_url, conversation.id, message, body, conversation.tenant)

    def end_silence(self) -> None:
        """Teams has just brought something: nobody has switched the bot off, or not any more."""
        self._silent_until = 0.0

    async def typing(self, conversation: Conversation) -> None:
        """Show the typing sign; now or never, for a late one is worse than none (P-08)."""
        body, where = {"type": "typing", "from": {"id": conversation.bot}}, (conversation.service_url, conversation.id)
        await self._deliver("POST", *where, "", body, conversation.tenant, NOW_OR_NEVER)

    async def take_back(self, conversation: Conversation, message: str) -> None:
        """Delete a message that was sent before."""
        await self.delete(conversation.service_url, conversation.id, message)

    async def upload(self, place: Place, content: bytes) -> None:
        """Put a file where Teams has made room for it."""
        await files.upload(self._session, self._settings, place, content)

    async def post(self, service_url: str, conversation: str, body: Mapping[str, Any], tenant: str = "") -> str:
        """Send an activity, as Teams spells it, and return its id; "" where the service names none."""
        return _id_of(await self._deliver("POST", service_url, conversation, "", body, tenant))

    async def put(
        self, service_url: str, conversation: str, activity: str, body: Mapping[str, Any], tenant: str = ""
    ) -> None:
        """Replace an activity."""
        await self._deliver("PUT", service_url, conversation, activity, {**body, "id": activity}, tenant)

    async def delete(self, service_url: str, conversation: str, activity: str) -> None:
        """Take an activity back."""
        await self._deliver("DELETE", service_url, conversation, activity)

    async def read(self, service_url: str, *path: str, query: Mapping[str, str] | None = None) -> Any:
        """What the service knows: the JSON of `/v3/…`, None for none. Somebody waits for it, so it is tried twice."""
        if not all(part.strip(".") for part in path):
            raise Refused("BadId")
        self._check(service_url)
        url = _url(service_url, *path)
        if query:
            url = URL(
                f"{url}?" + "&".join(f"{name}={quote(text, safe='')}" for name, text in query.items()), encoded=True
            )
        return await self._persist("GET", url, b"", READING)

    async def team_group(self, conversation: Conversation) -> str:
        """The id of the Entra group of a channel's team, by which Graph knows the team; "" where Teams names none.

        Only General has the id of its team: of another channel, whose team was never told, nothing is known.
        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
        """
        try:
            answer = await self.read(conversation.service_url, "teams", conversation.team or conversation.channel)
        except ChannelError as error:
            if error.status == 404:
                return ""
            raise
        group = answer.get("aadGroupId") if isinstance(answer, dict) else None
        return group if isinstance(group, str) else ""

    async def name_of(self, conversation: Conversation) -> str:
        """What the person of a conversation is called there; "" where Teams does not say so at once."""
        path = ("conversations", conversation.team or conversation.channel, "members", conversation.user)
        try:
            async with asyncio.timeout(NAMED_WITHIN):
                member = await self.read(conversation.service_url, *path)
        except (ChannelError, TimeoutError) as error:
            log.info("a name is not known: %s", error)
            return ""
        name = member.get("name") if isinstance(member, dict) else None
        return name if isinstance(name, str) else ""

    def _check(self, service_url: str) -> None:
        if not service_allowed(service_url, self._settings):
            raise Refused("ServiceUrlNotAllowed")  # stored addresses, too, before a token is asked for (S-02)
        if asyncio.get_running_loop().time() < self._silent_until:
            raise SwitchedOff("BotDisabledByAdmin", 403)

    async def _deliver(
        self,
        method: str,
        service_url: str,
        conversation: str,
        activity: str,
        body: Mapping[str, Any] | None = None,
        tenant: str = "",
        patience: Patience | None = None,
    ) -> Any:
        patience = patience or self._patience
        self._check(service_url)
        url = _address(service_url, conversation, activity)
        text = "" if body is None else wire.dumps(body)
        if 4 * len(text) > SIZE_LIMIT and len(text.encode("utf-16-le")) > SIZE_LIMIT:
            raise Refused("MessageSizeTooBig", 413)
        lock = self._locks.setdefault(conversation, asyncio.Lock())
        async with lock:
            await self._wait_for_its_turn(conversation, tenant, patience)
            try:
                return await self._persist(method, url, text.encode(), patience)
            except SwitchedOff:
                self._silent_until = asyncio.get_running_loop().time() + SILENCE
                log.error("an administrator has switched the bot off in Teams", extra={"action": "switched_off"})
                raise

    async def _wait_for_its_turn(self, conversation: str, tenant: str, patience: Patience) -> None:
        """No faster than Teams takes it: what it refuses with 429 would only come later."""
        now, where = asyncio.get_running_loop().time(), conversation.partition(";")[0]
        keys = where, where, tenant
        at = max(pace.next(key, now) for pace, key in zip(self._paces, keys, strict=True))
        if at - now > patience.longest_retry_after:
            error = NotNow("TooFast")
            error.wait = at - now
            raise error
        for pace, key in zip(self._paces, keys, strict=True):
            pace.leaves(key, at)
        if at > now:
            await asyncio.sleep(at - now)

    async def _persist(self, method: str, url: URL, body: bytes, patience: Patience) -> Any:
        """Try until it is through or there is no more use in trying."""
        refresh = refreshed = False
        attempt = 0
        while True:
            outcome = await self._try(method, url, body, refresh)
            if isinstance(outcome, _Answer):
                if outcome.status < 300:
                    return outcome.body
                refresh = outcome.status == 401 and not refreshed
                if refresh:  # once, at once: the token ended a moment ago, or was withdrawn
                    refreshed = True
                    continue
                error, asked, again = _error(outcome, method), outcome.retry_after, outcome.status in PASSING
            else:
                # PUT and DELETE may be said twice.
                error, asked, again = outcome, None, isinstance(outcome, NotNow) or method != "POST"
            wait = patience.wait(attempt, asked) if again else None
            if wait is None:
                if isinstance(error, NotNow):
                    error.wait = asked or 0.0
                raise error
            log.info("repeated in %.1f s: %s", wait, error, extra={"action": "send_repeated"})
            await asyncio.sleep(wait)
            attempt, refresh = attempt + 1, False

    async def _try(self, method: str, url: URL, body: bytes, refresh: bool) -> _Answer | ChannelError:
        headers = {"Accept": "application/json"} | await self._authorization(refresh)
        if body:
            headers["Content-Type"] = "application/json; charset=utf-8"
        try:
            async with self._session.request(
                method,
                url,
                data=body or None,
                headers=headers,
                timeout=TIMEOUT,
                allow_redirects=False,  # it would carry the message, and the token, to where nobody checked
            ) as response:
                return _Answer(response.status, _json(await response.read()), _retry_after(response.headers))
        except NOT_SENT as error:
            return NotNow(type(error).__name__)
        except UNCERTAIN as error:
            return Uncertain(type(error).__name__)

    async def _authorization(self, refresh: bool) -> dict[str, str]:
        if self._settings.demo:
            return {}
        try:
            return {"Authorization": f"Bearer {await self._token(refresh)}"}
        except Exception as error:  # whoever gives tokens has errors of its own, which this door does not know
            log.exception("no token for the Bot Connector", extra={"action": "no_token"})
            raise NotNow("NoToken") from error


def _addressed(reply: Reply, conversation: Conversation) -> dict[str, Any]:
    accounts = {"from": {"id": conversation.bot}, "conversation": {"id": conversation.id}}
    if conversation.kind == "personal":
        accounts["recipient"] = {"id": conversation.user}
    return {**written(activities.message(reply)), **accounts}


def _id_of(answer: Any) -> str:
    return str(answer.get("id") or "") if isinstance(answer, dict) else ""


def _address(service_url: str, conversation: str, activity: str) -> URL:
    """Ids hold slashes, colons, question marks and semicolons; dots alone would climb up the path."""
    if not conversation.strip(".") or (activity and not activity.strip(".")):
        raise Refused("BadId")
    return _url(service_url, "conversations", conversation, "activities", *([activity] if activity else ()))


def _url(service_url: str, *path: str) -> URL:
    return URL(f"{service_url.rstrip('/')}/v3/{_quoted(path)}", encoded=True)


@lru_cache(1024)
def _quoted(path: tuple[str, ...]) -> str:
    return "/".join(quote(part, safe="") for part in path)


def _error(answer: _Answer, method: str) -> ChannelError:
    # What is changed or taken back, and is not there, may be that one message.
    by_status = MessageGone if answer.status == 404 and method != "POST" else BY_STATUS.get(answer.status, Refused)
    return BY_CODE.get(answer.code, by_status)(answer.code, answer.status)


def _json(body: bytes) -> Any:
    try:
        return wire.loads(body)
    except (ValueError, RecursionError):
        return None


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds; the header holds seconds or a date."""
    value = headers.get("Retry-After", "").strip()
    try:
        seconds = float(value) if value[:1].isdigit() else parsedate_to_datetime(value).timestamp() - time.time()
    except (ValueError, OverflowError):
        return None
    return max(0.0, seconds)
