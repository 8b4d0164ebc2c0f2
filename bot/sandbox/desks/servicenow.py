"""The simulated ServiceNow: the Table API on incidents, their journal and users, with encoded queries."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import UTC
from itertools import count
from typing import Any

from aiohttp import web

from bot.sandbox.desks.basic import is_known
from bot.sandbox.rim import Failure, json_body
from bot.sandbox.world import World

USER = "resync.bot"
AGENT, AGENT_NAME = "beth.anglin", "Beth Anglin"
_LONGEST = {"short_description": 160, "description": 4000, "correlation_id": 100}  # what is longer is cut
_JOURNAL = ("comments", "work_notes")
_ENDED = ("6", "7", "8")
_CONDITION = re.compile(r"([a-z_.]+)(>=|=|LIKE|STARTSWITH|IN)(.*)", re.DOTALL)
_TESTS: dict[str, Callable[[str, str], bool]] = {
    "=": lambda value, wanted: value == wanted,
    ">=": lambda value, wanted: value >= wanted,
    "LIKE": lambda value, wanted: wanted.lower() in value.lower(),
    "STARTSWITH": lambda value, wanted: value.startswith(wanted),
    "IN": lambda value, wanted: value in wanted.split(","),
}
Record = dict[str, str]


class ServiceNow:
    """Holds records as ServiceNow does: all values are texts, moments in UTC and whole seconds."""

    def __init__(self, world: World) -> None:
        self._world, self._numbers = world, count(10001)
        self.password = uuid.uuid4().hex
        self.incidents: dict[str, Record] = {}  # by sys_id
        self.journal: list[Record] = []
        self.users_closed = False  # whether the account may not see people
        self.journal_closed = False  # nor the table of comments

    def account(self, prefix: str) -> dict[str, str]:
        return {f"{prefix}_USER": USER, f"{prefix}_PASSWORD": self.password}

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._errors], client_max_size=16 * 2**20)
        app.router.add_post("/api/now/table/incident", self._insert)
        app.router.add_get("/api/now/table/{table}", self._query)
        app.router.add_get("/api/now/table/incident/{id}", self._get)
        app.router.add_patch("/api/now/table/incident/{id}", self._patch)
        return app

    # -- what its people do --------------------------------------------------------------------------------------------

    def incident(self, number: str) -> Record:
        return next(one for one in self.incidents.values() if one["number"] == number)

    def comment(self, number: str, text: str, by: str = AGENT, element: str = "comments") -> None:
        self._write(self.incident(number), {element: text}, by)

    def resolve(self, number: str, text: str, by: str = AGENT) -> None:
        fields = {"state": "6", "close_code": "Solution provided", "close_notes": text}
        self._write(self.incident(number), fields, by)

    def take(self, number: str, by: str = AGENT) -> None:
        self._write(self.incident(number), {"assigned_to": by, "state": "2"}, by)

    def reopen(self, number: str, by: str = AGENT) -> None:
        self._write(self.incident(number), {"state": "2"}, by)

    def texts(self, number: str) -> list[tuple[bool, str]]:
        """What was written to an incident, and whether the caller may read it."""
        id = self.incident(number)["sys_id"]
        return [(one["element"] == "comments", one["value"]) for one in self.journal if one["element_id"] == id]

    # -- the API -------------------------------------------------------------------------------------------------------

    @web.middleware
    async def _errors(self, request: web.Request, handler: Any) -> web.StreamResponse:
        try:
            if not is_known(request, USER, self.password):
                raise Failure(401, "User Not Authenticated", "Required to provide Auth information")
            answer: web.StreamResponse = await handler(request)
        except Failure as failure:
            body = {"error": {"message": failure.code, "detail": str(failure)}, "status": "failure"}
            return web.json_response(body, status=failure.status)
        return answer

    async def _insert(self, request: web.Request) -> web.Response:
        fields = await self._fields(request)
        now, id = self._now(), uuid.uuid4().hex
        record = {"sys_id": id, "number": f"INC{next(self._numbers):07}", "state": "1", "urgency": "3", "impact": "3"}
        record |= {"sys_created_on": now, "sys_created_by": USER, "sys_class_name": "incident", "active": "true"}
        self.incidents[id] = record
        self._write(record, fields, USER)
        at = f"{request.scheme}://{request.host}/api/now/table/incident/{id}"
        return web.json_response({"result": self._shown(request, record)}, status=201, headers={"Location": at})

    async def _patch(self, request: web.Request) -> web.Response:
        record = self._record(request)
        self._write(record, await self._fields(request), USER)
        return web.json_response({"result": self._shown(request, record)})

    async def _get(self, request: web.Request) -> web.Response:
        return web.json_response({"result": self._shown(request, self._record(request))})

    async def _query(self, request: web.Request) -> web.Response:
        table = request.match_info["table"]
        if table not in ("incident", "sys_journal_field", "sys_user"):
            raise Failure(400, f"Invalid table {table}", "")
        if table == "sys_user" and self.users_closed:
            raise Failure(403, "Insufficient rights to query records", "Field(s) present in the query do not have …")
        if table == "sys_journal_field" and self.journal_closed:
            raise Failure(403, "User Not Authorized", "5 records constrained due to ACL restrictions")
        tables = {
            "incident": list(self.incidents.values()),
            "sys_journal_field": self.journal,
            "sys_user": self._users(),
        }
        found = _selected([self._walked(one) for one in tables[table]], request.query.get("sysparm_query", ""))
        begin, most = int(request.query.get("sysparm_offset", 0)), int(request.query.get("sysparm_limit", 10000))
        shown = [self._shown(request, one) for one in found[begin : begin + most]]
        return web.json_response({"result": shown}, headers={"X-Total-Count": str(len(found))})

    async def _fields(self, request: web.Request) -> Record:
        fields = await json_body(request)
        if fields is None:
            raise Failure(400, "Exception while reading request", "The payload is not valid JSON.")
        return {name: str(value) for name, value in fields.items()}

    def _record(self, request: web.Request) -> Record:
        record = self.incidents.get(request.match_info["id"])
        if record is None:
            text = "Record doesn't exist or ACL restricts the record retrieval"
            raise Failure(404, "No Record found", text)
        return record

    def _write(self, record: Record, fields: Record, by: str) -> None:
        now, state = self._now(), fields.get("state", record["state"])
        if state in ("6", "7") and not all((record | fields).get(name) for name in ("close_code", "close_notes")):
            text = "Data Policy Exception: The following fields are mandatory: Resolution code, Resolution notes"
            raise Failure(403, "Operation Failed", text)
        for element in _JOURNAL:
            if fields.get(element):
                self._note(record, element, fields[element], by, now)
        if state in ("6", "7") and record["state"] not in _ENDED:
            record |= {"resolved_at": now, "resolved_by": by}
        if state not in _ENDED and record["state"] in _ENDED:
            record |= {"reopened_time": now, "reopened_by": by}
        kept = {name: value for name, value in fields.items() if name not in _JOURNAL}
        record |= {name: value[: _LONGEST.get(name, len(value))] for name, value in kept.items()}
        record |= {"sys_updated_on": now, "sys_updated_by": by}

    def _note(self, record: Record, element: str, text: str, by: str, now: str) -> None:
        about = {"sys_id": uuid.uuid4().hex, "name": "incident", "element": element, "element_id": record["sys_id"]}
        self.journal.append({**about, "value": text, "sys_created_on": now, "sys_created_by": by})

    def _users(self) -> list[Record]:
        return [
            {
                "sys_id": person.object_id.replace("-", ""),
                "user_name": person.user_principal_name,
                "email": person.mail,
                "name": person.name,
                "active": "true",
            }
            for person in self._world.people.values()
        ]

    def _walked(self, record: Record) -> Record:
        """The record with the fields of those whom it refers to, by dots."""
        people = {one["sys_id"]: one for one in self._users()} if record.get("caller_id") else {}
        walked = dict(record)
        for name in ("caller_id", "resolved_by", "reopened_by", "assigned_to"):
            if value := record.get(name):
                known = {"user_name": value, "name": AGENT_NAME if value == AGENT else value}
                walked |= {f"{name}.{key}": text for key, text in people.get(value, known).items()}
        return walked

    def _shown(self, request: web.Request, record: Record) -> dict[str, Any]:
        """The asked fields; a reference comes with a link, unless that is not wanted."""
        walked = self._walked(record)
        names = request.query.get("sysparm_fields", "")
        shown: dict[str, Any] = {name: walked.get(name, "") for name in names.split(",")} if names else dict(record)
        if request.query.get("sysparm_display_value") == "true":
            shown |= {name: self._form(record, name) for name in _JOURNAL if name in shown}
        if request.query.get("sysparm_exclude_reference_link") != "true":
            for name in ("caller_id", "assigned_to"):
                if shown.get(name):
                    link = f"{request.scheme}://{request.host}/api/now/table/sys_user/{shown[name]}"
                    shown[name] = {"link": link, "value": shown[name]}
        return shown

    def _form(self, record: Record, element: str) -> str:
        """All entries of a journal as the form shows them: newest first, in one text."""
        own = [one for one in self.journal if one["element_id"] == record["sys_id"] and one["element"] == element]
        kind = "Additional comments" if element == "comments" else "Work notes"
        newest = reversed(own)
        return "".join(
            f"{one['sys_created_on']} - {one['sys_created_by']} ({kind})\n{one['value']}\n\n" for one in newest
        )

    def _now(self) -> str:
        return f"{self._world.clock.now().astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def _selected(records: list[Record], query: str) -> list[Record]:
    """Those that an encoded query means: conditions joined by ^, alternatives by ^OR, ^^ the sign itself."""
    parts = [part.replace("\0", "^") for part in query.replace("^^", "\0").split("^") if part]
    groups: list[list[str]] = []
    order: list[str] = []
    for part in parts:
        if part.startswith("ORDERBY"):
            order.append(part.removeprefix("ORDERBY"))
        elif part.startswith("OR"):
            groups[-1].append(part.removeprefix("OR"))
        else:
            groups.append([part])
    found = [one for one in records if all(any(_holds(one, each) for each in group) for group in groups)]
    return sorted(found, key=lambda one: [one.get(name, "") for name in order])


def _holds(record: Record, condition: str) -> bool:
    parts = _CONDITION.fullmatch(condition)
    if not parts:
        raise Failure(400, "Invalid query detected", "")
    return _TESTS[parts[2]](record.get(parts[1], ""), parts[3])
