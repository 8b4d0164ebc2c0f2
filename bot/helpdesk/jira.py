"""Jira Service Management (Cloud): a ticket is a customer request, entries are its public and internal comments.

https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/ for requests and comments,
https://developer.atlassian.com/cloud/jira/platform/rest/v3/ for search, transitions and what people changed.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any
from urllib.parse import quote

import aiohttp

from bot.core.tickets import Dossier, Entry, Filed, Status, Ticket
from bot.helpdesk import words
from bot.helpdesk.calls import PATIENCE, Call, Calls, basic, understood
from bot.ports import News

REQUESTS, ISSUES, SEARCH = "/rest/servicedeskapi/request", "/rest/api/3/issue", "/rest/api/3/search/jql"
MOST_TITLE, MOST_TEXT = 255, 32_000  # characters; Jira's own limit of a text is 32,767
PAGE, PAGES = 100, 20

# Search shows what is new "within seconds" at best: developer.atlassian.com/cloud/jira/platform/search-and-reconcile
SETTLES = 10.0
_MARGIN = timedelta(minutes=10)  # by which its clock may differ from ours

_REFERENCE = re.compile(r"resync-\d+-\d{12}")
_DONE = "done"  # the one category of a status that means that it is over, whatever the status is called
# By the name of the status that a transition leads to; where none fits, any of the right category.
_NAMES = {
    words.OVER_THERE: re.compile(r"(?i)resol|done|complet"),
    "withdrawn": re.compile(r"(?i)cancel|withdr"),
    words.WAITING: re.compile(r"(?i)customer|reporter"),
    words.OPEN: re.compile(r"(?i)support|progress|open"),
}
# Signs of Jira's wiki markup, and of its pictures that look like text:
# https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
_MARKUP = re.compile(r"[{}\[\]*_^~+|!]|\((?=[!/xyi?*+-]\))|(?<![\w-])-(?=\w)|--+|\?\?")
# Two of these are a new line, and one before a sign escapes it; before a letter, as in a path, it is itself.
_BACKSLASH = re.compile(r"\\(?=[\W_]|$)")


class Jira:
    """Implements ports.HelpDesk. The account is an agent of the service desk, and the requests are its own."""

    name = "jira"
    wants = words.WANTS

    def __init__(
        self,
        session: aiohttp.ClientSession,
        url: str,
        user: str,
        token: str,
        service_desk: str,
        request_type: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        settles: float = SETTLES,
        patience: float = PATIENCE,
    ) -> None:
        self._calls = Calls(session, url, basic(user, token), _code_of, patience)
        self._url, self._service_desk, self._request_type = url, service_desk, request_type
        self._now, self._settles = now, settles
        self._account, self._categories = "", dict[str, str]()

    async def find(self, ticket: Ticket) -> Filed | None:
        """Looked for twice where it is not there at once: what was made a moment ago is not found yet."""
        found = await self._found(ticket)
        if found is None:
            await asyncio.sleep(self._settles)
            found = await self._found(ticket)
        return found

    async def file(self, dossier: Dossier) -> Filed:
        ticket = dossier.ticket
        request = {
            "serviceDeskId": self._service_desk,
            "requestTypeId": self._request_type,
            "requestFieldValues": {
                "summary": words.cut(words.headline(ticket), MOST_TITLE),
                "description": _cut(escaped(words.description(ticket))),
            },
        }
        call = Call("POST", REQUESTS, content=request, good=frozenset({201}))
        return await self._calls.read(call, lambda body: self._filed(_text(body["issueKey"])))

    async def has(self, filed: Filed, dossier: Dossier, entry: Entry) -> bool:
        with understood():
            return any(words.marked(str(one["body"])) == entry.tag for one in await self._comments(filed.id))

    async def add(self, filed: Filed, dossier: Dossier, entry: Entry) -> None:
        comment = {"body": _cut(escaped(words.told(entry))), "public": words.for_person(entry)}
        path = f"{REQUESTS}/{_part(filed.id)}/comment"
        await self._calls.read(Call("POST", path, content=comment, good=frozenset({201})), lambda body: body["id"])

    async def show(self, filed: Filed, dossier: Dossier) -> None:
        """By whatever transition the workflow has to where it should be; where it has none, the comments say it."""
        issue = f"{ISSUES}/{_part(filed.id)}"
        there = await self._calls.read(Call("GET", issue, {"fields": "status"}), _standing)
        move = words.move_to_show(dossier, there)
        if not move:
            return
        query = {"expand": "transitions.fields"}
        ways = await self._calls.read(
            Call("GET", f"{issue}/transitions", query), lambda body: list(body["transitions"])
        )
        with understood():
            way = _way(ways, move, dossier.ticket.status is Status.WITHDRAWN)
        if way:
            await self._calls.ask(Call("POST", f"{issue}/transitions", content=way, good=frozenset({204})))

    async def news(self, since: datetime) -> Sequence[News]:
        await self._know_itself()
        found: list[News] = []
        for issue in await self._search("updated", since, "description"):
            if _REFERENCE.search(json.dumps(issue.get("fields"))):
                with understood():
                    key = _text(issue["key"])
                    found += [news for one in await self._comments(key) if (news := self._reply(key, one, since))]
                    found += [news for one in await self._changes(key) for news in self._moves(key, one, since)]
        return sorted(found, key=lambda news: news.at)

    # -- what it finds -------------------------------------------------------------------------------------------------

    async def _found(self, ticket: Ticket) -> Filed | None:
        """Among the newest requests of the account: Jira's text search would take the reference to pieces."""
        for issue in await self._search("created", ticket.opened_at - _MARGIN, "description"):
            if ticket.reference in _REFERENCE.findall(json.dumps(issue.get("fields"))):
                with understood():
                    return self._filed(_text(issue["key"]))
        return None

    def _filed(self, key: str) -> Filed:
        return Filed(key, f"{self._url}/browse/{_part(key)}")

    async def _search(self, moment: str, since: datetime, fields: str) -> list[dict[str, Any]]:
        """Issues of the account. A moment is told as so many minutes ago, since Jira reads others in its own zone."""
        minutes = max(ceil((self._now() - since).total_seconds() / 60), 0) + 1
        jql = f"creator = currentUser() AND {moment} >= -{minutes}m ORDER BY {moment} DESC"
        query, found = {"jql": jql, "fields": fields, "maxResults": str(PAGE)}, list[dict[str, Any]]()
        for _ in range(PAGES):
            issues, token = await self._calls.read(Call("GET", SEARCH, query), _issues)
            found += issues
            if not token:
                break
            query["nextPageToken"] = token
        return found

    async def _comments(self, key: str) -> list[dict[str, Any]]:
        path, found = f"{REQUESTS}/{_part(key)}/comment", list[dict[str, Any]]()
        for _ in range(PAGES):
            query = {"start": str(len(found)), "limit": str(PAGE)}
            values, last = await self._calls.read(Call("GET", path, query), _page)
            found += values
            if last or not values:
                break
        return found

    async def _changes(self, key: str) -> list[dict[str, Any]]:
        path, found = f"{ISSUES}/{_part(key)}/changelog", list[dict[str, Any]]()
        for _ in range(PAGES):
            query = {"startAt": str(len(found)), "maxResults": str(PAGE)}
            values, last = await self._calls.read(Call("GET", path, query), lambda body: (_all(body), body["isLast"]))
            found += values
            if last or not values:
                break
        return found

    async def _know_itself(self) -> None:
        """Whose changes are ours, and which statuses mean that it is over."""
        if not self._account:
            self._account = await self._calls.read(
                Call("GET", "/rest/api/3/myself"), lambda body: _text(body["accountId"])
            )
        if not self._categories:
            self._categories = await self._calls.read(Call("GET", "/rest/api/3/status"), _categories)

    # -- what people did -----------------------------------------------------------------------------------------------

    def _reply(self, key: str, comment: Mapping[str, Any], since: datetime) -> News | None:
        at = datetime.fromtimestamp(comment["created"]["epochMillis"] / 1000, UTC)
        text, author = words.clean(comment["body"]), comment["author"]
        if not comment["public"] or at < since or not text or words.marked(text) or self._is_ours(author):
            return None
        return News(self.name, key, "reply", f"comment:{comment['id']}", at, text, _name(author))

    def _moves(self, key: str, change: Mapping[str, Any], since: datetime) -> Iterator[News]:
        at, author = datetime.fromisoformat(str(change["created"])), change.get("author") or {}
        if at < since or self._is_ours(author):
            return
        for item in change["items"]:
            if what := self._what(item):
                name = str(item.get("toString") or "") if what == "taken" else _name(author)
                yield News(self.name, key, what, f"change:{change['id']}:{what}", at.astimezone(UTC), name=name)

    def _what(self, item: Mapping[str, Any]) -> str:
        if item.get("field") == "assignee":
            return "taken" if item.get("to") else ""
        if item.get("field") != "status":
            return ""
        was, is_now = (self._categories.get(str(item.get(end))) == _DONE for end in ("from", "to"))
        return "" if was == is_now else "resolved" if is_now else "reopened"

    def _is_ours(self, author: Mapping[str, Any]) -> bool:
        return bool(author.get("accountId") == self._account)


def escaped(text: str) -> str:
    """Text in which nothing is taken for markup; what stands at the beginning of a line is behind a sign already."""
    return _MARKUP.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), _BACKSLASH.sub(r"\\ ", text))


def _cut(text: str) -> str:
    """Escaped text of at most so many characters, in which no sign lost what escapes."""
    return text if len(text) <= MOST_TEXT else text[: MOST_TEXT - 2].rstrip("\\") + " …"


def _standing(body: Any) -> str:
    status = body["fields"]["status"]
    if status["statusCategory"]["key"] == _DONE:
        return words.OVER_THERE
    return words.WAITING if _NAMES[words.WAITING].search(status["name"]) else words.OPEN


def _way(ways: list[Any], move: str, withdrawn: bool) -> dict[str, Any] | None:
    """The transition to take: one to a status of the right kind, and of the best name among these."""
    over = move == words.OVER_THERE
    fit = [one for one in ways if (one["to"]["statusCategory"]["key"] == _DONE) == over]
    name = _NAMES["withdrawn" if over and withdrawn else move]
    named = [one for one in fit if name.search(one["to"]["name"])]
    # For an answer there is no other way; else any end is an end, and any return a return.
    chosen = next(iter(named if move == words.WAITING else named + fit), None)
    if chosen is None:
        return None
    resolutions = (chosen.get("fields") or {}).get("resolution", {}).get("allowedValues", [])
    asked = {"fields": {"resolution": {"id": resolutions[0]["id"]}}} if over and resolutions else {}
    return {"transition": {"id": chosen["id"]}, **asked}


def _issues(body: Any) -> tuple[list[dict[str, Any]], str]:
    return [dict(one) for one in body["issues"]], str(body.get("nextPageToken") or "")


def _page(body: Any) -> tuple[list[dict[str, Any]], bool]:
    return _all(body), bool(body["isLastPage"])


def _all(body: Any) -> list[dict[str, Any]]:
    return [dict(one) for one in body["values"]]


def _categories(body: Any) -> dict[str, str]:
    return {str(one["id"]): str(one["statusCategory"]["key"]) for one in body}


def _name(author: Mapping[str, Any]) -> str:
    return words.line(author.get("displayName") or "")


def _part(key: str) -> str:
    return quote(key, safe="")


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError("not a text")
    return value


def _code_of(body: Any) -> object:
    """Keys and names of fields only: Jira's sentences repeat what was sent."""
    if isinstance(body.get("i18nErrorMessage"), dict):
        return body["i18nErrorMessage"].get("i18nKey")
    return " ".join(sorted(body.get("errors") or {}))
