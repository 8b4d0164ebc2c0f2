"""What this bot has said in a channel, read through Graph: whether a message that may have arrived did."""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from bot.core.capabilities import SEE_CHANNEL
from bot.core.facts import Reason, Unknown
from bot.ports import NotNow
from bot.tenant.http import Caller, Request

PATIENCE = 10.0  # seconds
MOST = 50  # messages; Graph gives no more at once, the newest first
MOST_PAGES = 40
TEXT_LENGTH = 100_000  # characters of a message

_TAG = re.compile(r"<[^<>]{0,4096}>")
# A team that Graph does not show, or says not to know, is one where the bot may not look.
_REFUSED = (401, 403, 404)


class ChannelReader:
    """Reads what the application `app` wrote. `team` is the id of the team's group in Entra ID."""

    def __init__(self, graph: str, caller: Caller, app: str) -> None:
        self._graph, self._caller, self._app = graph, caller, app

    async def messages(
        self, team: str, channel: str, thread: str = "", since: datetime | None = None
    ) -> list[tuple[str, str]] | None:
        """Ids and texts of the messages that begin a thread or, with `thread`, of the answers in it.

        All that were written since then are among them; without `since` the newest. A text is everything that stands
        in a message and its cards, one part a line. None where the bot may not look; raises NotNow where Graph did not
        answer, or there are too many: then the next look may tell.
        """
        if not team or not channel:
            return None
        found: list[tuple[str, str]] = []
        request = written(self._graph, team, channel, thread)
        for _ in range(MOST_PAGES):
            page = await self._page(request)
            if page is None:
                return None
            found += _read(page, self._app)
            more = _next(page, request, since)
            if more is None:
                return found
            request = more
        raise NotNow("TooMany")

    async def _page(self, request: Request) -> dict[str, Any] | None:
        answer = await self._caller.ask(request, asyncio.get_running_loop().time() + PATIENCE)
        if isinstance(answer, Unknown):
            if answer.reason is Reason.UNAUTHORIZED:  # not even a token
                return None
            raise NotNow(answer.reason.name)
        if answer.status in _REFUSED:
            return None
        if answer.status != 200:
            raise NotNow(f"Http{answer.status}", answer.status)
        try:
            return answer.json()
        except (ValueError, RecursionError) as error:
            raise NotNow("Malformed") from error


def _next(page: dict[str, Any], request: Request, since: datetime | None) -> Request | None:
    """What to ask for next; None where this page, or what is older, is all that is wanted."""
    link = page.get("@odata.nextLink")
    if since is None or not isinstance(link, str) or not link.startswith(f"{request.base}/"):
        return None
    # All moments are spelled alike, in UTC (ISO 8601), so that their texts tell which is later.
    earliest = f"{since.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
    moments = [str(one.get(name) or "") for one in page["value"] for name in _MOMENTS]
    return replace(request, url=link) if any(at >= earliest for at in moments) else None


_MOMENTS = ("createdDateTime", "lastModifiedDateTime")


def written(base: str, team: str, channel: str, thread: str = "") -> Request:
    """https://learn.microsoft.com/graph/api/channel-list-messages and chatmessage-list-replies"""
    url = f"{base}/v1.0/teams/{quote(team, safe='')}/channels/{quote(channel, safe='')}/messages"
    if thread:
        url += f"/{quote(thread, safe='')}/replies"
    return Request(base, f"{url}?$top={MOST}", kind="channel messages", needs=SEE_CHANNEL)


def _read(page: dict[str, Any], app: str) -> list[tuple[str, str]]:
    try:
        own = [one for one in page["value"] if _is_own(one, app) and not one.get("deletedDateTime")]
        return [(str(one["id"]), _text(one)) for one in own]
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotNow("Malformed") from error


def _is_own(message: dict[str, Any], app: str) -> bool:
    sender = (message.get("from") or {}).get("application") or {}
    return str(sender.get("id") or "").casefold() == app.casefold()


def _text(message: dict[str, Any]) -> str:
    body = str((message.get("body") or {}).get("content") or "")
    parts = [html.unescape(_TAG.sub(" ", body)).strip()]
    for attachment in message.get("attachments") or ():
        parts += _strings(_card(attachment.get("content")))
    return "\n".join(part for part in parts if part)[:TEXT_LENGTH]


def _card(content: Any) -> Any:
    """Graph gives a card as a text that holds JSON."""
    if not isinstance(content, str):
        return content
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return content


def _strings(node: Any) -> Iterator[str]:
    """All texts of a card, in order, without recursion."""
    left = [node]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict | list):
            left += reversed(list(one.values() if isinstance(one, dict) else one))
