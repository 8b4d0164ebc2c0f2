"""Zendesk: a ticket is a ticket, entries are its public and private comments.

https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ and …/tickets/ticket_audits/;
https://developer.zendesk.com/api-reference/ticketing/introduction/#idempotency
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import aiohttp

from bot.core.tickets import Dossier, Entry, Filed, Ticket
from bot.helpdesk import words
from bot.helpdesk.calls import PATIENCE, Call, Calls, basic, understood
from bot.ports import DeskRefused, DeskUncertain, News

TICKETS = "/api/v2/tickets"
MOST_TITLE, MOST_TEXT = 150, 16_000  # characters; Zendesk's own limit of a comment is 64 KB
PAGE, PAGES = 100, 20
_TAG = "resync"  # by which our tickets are searched for
# What has changed is found up to a few minutes later, and no more than 1,000 results are given:
# https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/
_LATE, _MOST_FOUND = timedelta(minutes=10), 1000

_STANDING = {
    "new": words.NEW,
    "open": words.OPEN,
    "pending": words.WAITING,
    "hold": words.OPEN,  # for somebody else than the person
    "solved": words.OVER_THERE,
    "closed": words.OVER_THERE,
}
_STATUS = {words.OPEN: "open", words.WAITING: "pending", words.OVER_THERE: "solved"}
# In what an agent writes, these begin what Zendesk fills in, such as somebody's address.
_PLACEHOLDER = re.compile(r"\{(?=[{%])")


class Zendesk:
    """Implements ports.HelpDesk. The account is an agent, and requests the tickets: nobody gets mail twice."""

    name = "zendesk"
    wants = words.WANTS

    def __init__(
        self, session: aiohttp.ClientSession, url: str, user: str, token: str, patience: float = PATIENCE
    ) -> None:
        self._calls = Calls(session, url, basic(f"{user}/token", token), _code_of, patience)
        self._url, self._me = url, 0

    async def find(self, ticket: Ticket) -> Filed | None:
        call = Call("GET", f"{TICKETS}.json", {"external_id": ticket.reference})
        found = await self._calls.read(call, lambda body: sorted(_id(one) for one in body["tickets"]))
        return self._filed(found[0]) if found else None

    async def file(self, dossier: Dossier) -> Filed:
        ticket = dossier.ticket
        made = {
            "external_id": ticket.reference,
            "subject": words.cut(words.headline(ticket), MOST_TITLE),
            "comment": {"body": _comment(words.description(ticket)), "public": True},
            "priority": ticket.priority,
            "tags": [_TAG],
        }
        headers = {"Idempotency-Key": ticket.reference}
        call = Call("POST", f"{TICKETS}.json", content={"ticket": made}, headers=headers, good=frozenset({201}))
        try:
            return await self._calls.read(call, lambda body: self._filed(_id(body["ticket"])))
        except DeskRefused as error:
            if "Idempotent" in error.code:  # it knows the key of something else that we have sent: it has one
                raise DeskUncertain(error.code) from None
            raise

    async def has(self, filed: Filed, dossier: Dossier, entry: Entry) -> bool:
        audits, _ = await self._audits(filed.id)
        written = (event for audit in audits for event in audit["events"] if event.get("type") == "Comment")
        return any(words.marked(str(event.get("body", ""))) == entry.tag for event in written)

    async def add(self, filed: Filed, dossier: Dossier, entry: Entry) -> None:
        comment = {"body": _comment(words.told(entry)), "public": words.for_person(entry)}
        await self._change(filed, {"comment": comment})

    async def show(self, filed: Filed, dossier: Dossier) -> None:
        call = Call("GET", f"{TICKETS}/{quote(filed.id, safe='')}.json")
        there, assigned = await self._calls.read(call, lambda body: _standing(body["ticket"]))
        move = words.move_to_show(dossier, there)
        if move:
            # Without an assignee nothing can be solved.
            by = {"assignee_id": await self._myself()} if move == words.OVER_THERE and not assigned else {}
            await self._change(filed, {"status": _STATUS[move], **by})

    async def news(self, since: datetime) -> Sequence[News]:
        me, since_there = await self._myself(), since - _LATE
        found: list[News] = []
        for id in await self._changed(since_there):
            audits, people = await self._audits(str(id))
            with understood():
                for audit in audits:
                    found += self._done(str(id), audit, people, me, since_there)
        return sorted(found, key=lambda news: news.at)

    # -- what it asks --------------------------------------------------------------------------------------------------

    def _filed(self, id: int) -> Filed:
        return Filed(str(id), f"{self._url}/agent/tickets/{id}")

    async def _change(self, filed: Filed, fields: Mapping[str, Any]) -> None:
        call = Call("PUT", f"{TICKETS}/{quote(filed.id, safe='')}.json", content={"ticket": dict(fields)})
        await self._calls.read(call, lambda body: _id(body["ticket"]))

    async def _myself(self) -> int:
        if not self._me:
            self._me = await self._calls.read(Call("GET", "/api/v2/users/me.json"), lambda body: _id(body["user"]))
        return self._me

    async def _changed(self, since: datetime) -> list[int]:
        asked = f"type:ticket tags:{_TAG} updated>={since.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        found: list[int] = []
        for page in range(1, _MOST_FOUND // PAGE + 1):
            query = {"query": asked, "sort_by": "updated_at", "sort_order": "asc", "per_page": str(PAGE)}
            call = Call("GET", "/api/v2/search.json", query | {"page": str(page)})
            ids, more = await self._calls.read(call, lambda body: (_ours(body), bool(body.get("next_page"))))
            found += ids
            if not more:
                break
        return list(dict.fromkeys(found))

    async def _audits(self, id: str) -> tuple[list[dict[str, Any]], dict[int, Any]]:
        """All that was done to a ticket, and who is who by id."""
        found, people, query = list[dict[str, Any]](), dict[int, Any](), {"page[size]": str(PAGE), "include": "users"}
        for _ in range(PAGES):
            call = Call("GET", f"{TICKETS}/{quote(id, safe='')}/audits.json", query)
            audits, users, after = await self._calls.read(call, _page)
            found, people = found + audits, people | users
            if not after:
                break
            query["page[after]"] = after
        return found, people

    # -- what people did -----------------------------------------------------------------------------------------------

    def _done(
        self, id: str, audit: Mapping[str, Any], people: Mapping[int, Any], me: int, since: datetime
    ) -> Iterator[News]:
        at, author = datetime.fromisoformat(str(audit["created_at"])), audit.get("author_id")
        if at < since or author == me:
            return
        for event in audit["events"]:
            by = event.get("author_id", author)
            person = people.get(by) or {}
            if event.get("type") == "Comment":
                if not event.get("public") or by == me or person.get("role") == "end-user":
                    continue
                what, text = "reply", words.clean(event.get("plain_body") or event.get("body") or "")
                if not text or words.marked(text):
                    continue
            else:
                what, text = _moved(event), ""
            if what:
                name = words.line(person.get("name") or "")
                yield News(self.name, id, what, f"{audit['id']}:{event['id']}", at, text, name)


def _moved(event: Mapping[str, Any]) -> str:
    """What a change of a field means; "" for most."""
    if event.get("type") != "Change":
        return ""
    if event.get("field_name") == "assignee_id":
        return "taken" if event.get("value") else ""
    if event.get("field_name") != "status":
        return ""
    was, is_now = (_STANDING.get(str(event.get(end))) == words.OVER_THERE for end in ("previous_value", "value"))
    return "" if was == is_now else "resolved" if is_now else "reopened"


def _comment(text: str) -> str:
    return words.cut(_PLACEHOLDER.sub("{ ", text), MOST_TEXT)


def _standing(ticket: Mapping[str, Any]) -> tuple[str, bool]:
    return _STANDING.get(str(ticket["status"]), words.OPEN), bool(ticket.get("assignee_id"))


def _ours(body: Any) -> list[int]:
    return [_id(one) for one in body["results"] if str(one.get("external_id") or "").startswith("resync-")]


def _page(body: Any) -> tuple[list[dict[str, Any]], dict[int, Any], str]:
    meta = body.get("meta") or {}
    after = str(meta.get("after_cursor") or "") if meta.get("has_more") else ""
    users = {int(one["id"]): one for one in body.get("users") or ()}
    return [{**one, "events": list(one["events"])} for one in body["audits"]], users, after


def _id(one: Any) -> int:
    if not isinstance(one["id"], int):
        raise TypeError("not an id")
    return one["id"]


def _code_of(body: Any) -> object:
    """Its short names only: the sentences repeat what was sent."""
    error = body["error"]
    return error.get("title") if isinstance(error, dict) else error
