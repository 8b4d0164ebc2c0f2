"""The simulated Zendesk: tickets with comments and audits, search, and keys that make a creation happen once."""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from aiohttp import web

from bot.sandbox.desks.basic import is_known
from bot.sandbox.person import DOMAIN
from bot.sandbox.rim import Failure, json_body
from bot.sandbox.world import World

USER = f"resync@{DOMAIN}"
BOT, AGENT, CUSTOMER = 9001, 9002, 9003
_PEOPLE = {BOT: ("Resync", "agent"), AGENT: ("Johnny Agent", "agent"), CUSTOMER: ("A Customer", "end-user")}
_STATUSES = ("new", "open", "pending", "hold", "solved", "closed")
_PRIORITIES = ("low", "normal", "high", "urgent")
_LONGEST = 65_535  # bytes
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_SEARCH = re.compile(r"type:ticket tags:(\S+) updated>=(\S+)")


@dataclass
class Ticket:
    id: int
    external_id: str | None
    subject: str
    priority: str | None
    tags: list[str]
    created: datetime
    updated: datetime
    status: str = "new"
    assignee: int | None = None
    audits: list[dict[str, Any]] = field(default_factory=list)


class Zendesk:
    """One account. `page` is how many audits come in one answer."""

    def __init__(self, world: World) -> None:
        self._world, self._ids, self._numbers = world, count(35_000_001), count(35_436)
        self.token = uuid.uuid4().hex
        self.tickets: dict[int, Ticket] = {}
        self.page = 100
        self._made: dict[str, tuple[Any, int]] = {}  # what was sent with a key, and the ticket that was made of it

    def account(self, prefix: str) -> dict[str, str]:
        return {f"{prefix}_USER": USER, f"{prefix}_TOKEN": self.token}

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._errors], client_max_size=16 * 2**20)
        app.router.add_post("/api/v2/tickets.json", self._create)
        app.router.add_get("/api/v2/tickets.json", self._list)
        app.router.add_get("/api/v2/tickets/{id:\\d+}.json", self._show)
        app.router.add_put("/api/v2/tickets/{id:\\d+}.json", self._update)
        app.router.add_get("/api/v2/tickets/{id:\\d+}/audits.json", self._audits)
        app.router.add_get("/api/v2/users/me.json", self._me)
        app.router.add_get("/api/v2/search.json", self._search)
        return app

    # -- what its people do --------------------------------------------------------------------------------------------

    def ticket(self, id: str) -> Ticket:
        return self.tickets[int(id)]

    def comment(self, id: str, text: str, by: int = AGENT, public: bool = True) -> None:
        self._apply(self.ticket(id), {"comment": {"body": text, "public": public}}, by)

    def resolve(self, id: str, text: str = "", by: int = AGENT) -> None:
        comment = {"comment": {"body": text, "public": True}} if text else {}
        self._apply(self.ticket(id), {"status": "solved", "assignee_id": by, **comment}, by)

    def take(self, id: str, by: int = AGENT) -> None:
        self._apply(self.ticket(id), {"assignee_id": by, "status": "open"}, by)

    def reopen(self, id: str, by: int = AGENT) -> None:
        self._apply(self.ticket(id), {"status": "open"}, by)

    def texts(self, id: str) -> list[tuple[bool, str]]:
        """Comments, and whether they are public."""
        events = (event for audit in self.ticket(id).audits for event in audit["events"])
        return [(event["public"], event["body"]) for event in events if event["type"] == "Comment"]

    # -- the API -------------------------------------------------------------------------------------------------------

    @web.middleware
    async def _errors(self, request: web.Request, handler: Any) -> web.StreamResponse:
        try:
            if not is_known(request, f"{USER}/token", self.token):
                raise Failure(401, "Couldn't authenticate you", "")
            answer: web.StreamResponse = await handler(request)
        except Failure as failure:
            told = {"description": str(failure)} if str(failure) else {}
            return web.json_response({"error": failure.code, **told}, status=failure.status)
        return answer

    async def _create(self, request: web.Request) -> web.Response:
        sent, key = await self._ticket_sent(request), request.headers.get("Idempotency-Key", "")
        if key in self._made:
            before, id = self._made[key]
            if before != sent:
                text = "Request parameters don't match the given idempotency key"
                raise Failure(400, "IdempotentRequestError", text)
            return self._answer(self.tickets[id], 201, {"x-idempotency-lookup": "hit"})
        if not (sent.get("comment") or {}).get("body"):
            raise Failure(422, "RecordInvalid", "Record validation errors")
        now, id = self._world.clock.now(), next(self._numbers)
        ticket = Ticket(
            id, sent.get("external_id"), str(sent.get("subject")), None, list(sent.get("tags", ())), now, now
        )
        self._apply(ticket, {name: sent[name] for name in ("comment", "priority") if name in sent}, BOT)
        self.tickets[id] = ticket
        if key:
            self._made[key] = sent, id
        return self._answer(ticket, 201, {"x-idempotency-lookup": "miss"} if key else {})

    async def _list(self, request: web.Request) -> web.Response:
        wanted = request.query.get("external_id")
        found = [self._fields(one) for one in self.tickets.values() if wanted in (None, one.external_id)]
        return web.json_response({"tickets": found, "next_page": None, "previous_page": None, "count": len(found)})

    async def _show(self, request: web.Request) -> web.Response:
        return self._answer(self._of(request))

    async def _update(self, request: web.Request) -> web.Response:
        ticket = self._of(request)
        if ticket.status == "closed":
            raise Failure(422, "RecordInvalid", "Record validation errors")
        self._apply(ticket, await self._ticket_sent(request), BOT)
        return self._answer(ticket)

    async def _audits(self, request: web.Request) -> web.Response:
        audits, begin = self._of(request).audits, int(request.query.get("page[after]", 0))
        most = min(int(request.query.get("page[size]", 100)), self.page)
        more = begin + most < len(audits)
        meta = {"has_more": more, "after_cursor": str(begin + most) if more else None, "before_cursor": None}
        people = [{"id": id, "name": name, "role": role} for id, (name, role) in _PEOPLE.items()]
        users = {"users": people} if request.query.get("include") == "users" else {}
        return web.json_response({"audits": audits[begin : begin + most], "meta": meta, **users})

    async def _me(self, request: web.Request) -> web.Response:
        return web.json_response({"user": {"id": BOT, "name": "Resync", "email": USER, "role": "agent"}})

    async def _search(self, request: web.Request) -> web.Response:
        asked = _SEARCH.fullmatch(request.query.get("query", ""))
        if not asked:
            raise Failure(422, "invalid", "Invalid search: the query cannot be parsed")
        after = datetime.fromisoformat(asked[2])
        found = [one for one in self.tickets.values() if asked[1] in one.tags and one.updated >= after]
        results = [{**self._fields(one), "result_type": "ticket"} for one in found]
        return web.json_response({"results": results, "count": len(results), "next_page": None, "facets": None})

    async def _ticket_sent(self, request: web.Request) -> dict[str, Any]:
        sent = (await json_body(request) or {}).get("ticket")
        if not isinstance(sent, dict):
            raise Failure(400, "Invalid attribute", "You passed an invalid value for the ticket attribute.")
        return sent

    def _of(self, request: web.Request) -> Ticket:
        ticket = self.tickets.get(int(request.match_info["id"]))
        if ticket is None:
            raise Failure(404, "RecordNotFound", "Not found")
        return ticket

    def _apply(self, ticket: Ticket, changes: dict[str, Any], by: int) -> None:
        """One audit of all that an update does, checked first."""
        status, assignee = changes.get("status", ticket.status), changes.get("assignee_id", ticket.assignee)
        comment = changes.get("comment") or {}
        long = len(json.dumps(comment.get("body", ""), ensure_ascii=False).encode()) > _LONGEST
        if status not in _STATUSES or changes.get("priority", "normal") not in _PRIORITIES or long:
            raise Failure(422, "RecordInvalid", "Record validation errors")
        if status == "solved" and assignee is None:
            raise Failure(
                422, "RecordInvalid", "Record validation errors"
            )  # Assignee: is required when solving a ticket
        now, events = self._world.clock.now(), list[dict[str, Any]]()
        if comment:
            body = _PLACEHOLDER.sub("(filled in)", comment["body"])  # of an agent's comment
            told = {"type": "Comment", "author_id": by, "body": body, "plain_body": body, "html_body": f"<p>{body}</p>"}
            events.append({"id": next(self._ids), **told, "public": comment.get("public", True), "attachments": []})
        for name, old, new in (("status", ticket.status, status), ("assignee_id", ticket.assignee, assignee)):
            if old != new:
                change = {"type": "Change", "field_name": name, "value": str(new), "previous_value": old and str(old)}
                events.append({"id": next(self._ids), **change})
        ticket.status, ticket.assignee, ticket.updated = status, assignee, now
        ticket.priority = changes.get("priority", ticket.priority)
        about = {"id": next(self._ids), "ticket_id": ticket.id, "author_id": by, "created_at": _stamp(now)}
        ticket.audits.append({**about, "events": events, "via": {"channel": "api"}})

    def _answer(self, ticket: Ticket, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
        return web.json_response({"ticket": self._fields(ticket)}, status=status, headers=headers)

    def _fields(self, ticket: Ticket) -> dict[str, Any]:
        return {
            "id": ticket.id,
            "external_id": ticket.external_id,
            "subject": ticket.subject,
            "priority": ticket.priority,
            "status": ticket.status,
            "assignee_id": ticket.assignee,
            "requester_id": BOT,
            "tags": ticket.tags,
            "created_at": _stamp(ticket.created),
            "updated_at": _stamp(ticket.updated),
        }


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
