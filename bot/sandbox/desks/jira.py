"""The simulated Jira Service Management of the cloud: requests and comments, and the platform's search and workflow."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from aiohttp import web

from bot.sandbox.desks.basic import is_known
from bot.sandbox.person import DOMAIN
from bot.sandbox.rim import Failure, json_body
from bot.sandbox.world import World

USER, SERVICE_DESK, REQUEST_TYPE = f"resync@{DOMAIN}", "10", "25"
BOT, AGENT = "557058:0b0b0b0b-resync", "5b10ac8d82e05b22cc7d4ef5"  # account ids
_NAMES = {BOT: "Resync", AGENT: "Mia Krystof"}
_LONGEST = 32_767
# The workflow that Jira makes for a new service project: id, name, category.
_STATUSES = {
    "10000": ("Waiting for support", "indeterminate"),
    "10001": ("Waiting for customer", "indeterminate"),
    "10002": ("In Progress", "indeterminate"),
    "10003": ("Canceled", "done"),
    "10004": ("Resolved", "done"),
}
_TRANSITIONS = {
    "10000": {"11": "10001", "21": "10002", "31": "10003", "41": "10004"},
    "10001": {"51": "10000", "31": "10003", "41": "10004"},
    "10002": {"11": "10001", "51": "10000", "31": "10003", "41": "10004"},
    "10003": {"61": "10000"},
    "10004": {"61": "10000"},
}
_TRANSITION_NAMES = {
    "11": "Respond to customer",
    "21": "In progress",
    "31": "Cancel request",
    "41": "Resolve this issue",
    "51": "Respond to support",
    "61": "Back to open",
}
_RESOLVING = ("31", "41")
_RESOLUTIONS = ({"id": "10100", "name": "Done"}, {"id": "10101", "name": "Won't do"})
_JQL = re.compile(r"creator = currentUser\(\) AND (created|updated) >= -(\d+)m ORDER BY \1 DESC")
_ESCAPE = re.compile(r"\\([^a-zA-Z0-9\s])")


@dataclass
class Comment:
    id: int
    author: str
    body: str
    public: bool
    created: datetime


@dataclass
class Issue:
    """A customer request. Texts are kept as wiki markup, as they came."""

    id: int
    key: str
    summary: str
    description: str
    created: datetime
    updated: datetime
    status: str = "10000"
    comments: list[Comment] = field(default_factory=list)
    changes: list[dict[str, Any]] = field(default_factory=list)


class Jira:
    """One service project. `lag` is how many seconds later search finds what was made."""

    def __init__(self, world: World) -> None:
        self._world, self._ids = world, count(10_000)
        self.token = uuid.uuid4().hex
        self.issues: list[Issue] = []
        self.lag = 0.0
        self.page = 100  # issues in one answer, at most

    def account(self, prefix: str) -> dict[str, str]:
        proof = {f"{prefix}_USER": USER, f"{prefix}_TOKEN": self.token}
        return {**proof, f"{prefix}_SERVICE_DESK": SERVICE_DESK, f"{prefix}_REQUEST_TYPE": REQUEST_TYPE}

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._errors], client_max_size=16 * 2**20)
        app.router.add_post("/rest/servicedeskapi/request", self._create)
        app.router.add_get("/rest/servicedeskapi/request/{key}/comment", self._comments)
        app.router.add_post("/rest/servicedeskapi/request/{key}/comment", self._add_comment)
        app.router.add_get("/rest/api/3/search/jql", self._search)
        app.router.add_get("/rest/api/3/issue/{key}", self._issue)
        app.router.add_get("/rest/api/3/issue/{key}/transitions", self._transitions)
        app.router.add_post("/rest/api/3/issue/{key}/transitions", self._move)
        app.router.add_get("/rest/api/3/issue/{key}/changelog", self._changelog)
        app.router.add_get("/rest/api/3/myself", self._myself)
        app.router.add_get("/rest/api/3/status", self._statuses)
        return app

    # -- what its people do --------------------------------------------------------------------------------------------

    def issue(self, key: str) -> Issue:
        return next(one for one in self.issues if one.key == key)

    def status(self, key: str) -> str:
        return _STATUSES[self.issue(key).status][0]

    def comment(self, key: str, text: str, by: str = AGENT, public: bool = True) -> Comment:
        issue = self.issue(key)
        comment = Comment(next(self._ids), by, text, public, self._now())
        issue.comments.append(comment)
        issue.updated = comment.created
        return comment

    def resolve(self, key: str, text: str = "", by: str = AGENT) -> None:
        if text:
            self.comment(key, text, by)
        self._change(self.issue(key), "10004", by)

    def reopen(self, key: str, by: str = AGENT) -> None:
        self._change(self.issue(key), "10000", by)

    def take(self, key: str, by: str = AGENT) -> None:
        item = {"field": "assignee", "fieldtype": "jira", "from": None, "fromString": None}
        self._changed(self.issue(key), {**item, "to": by, "toString": _NAMES[by]}, by)

    def texts(self, key: str) -> list[tuple[bool, str]]:
        """Comments as people see them, and whether the customer may."""
        return [(one.public, rendered(one.body)) for one in self.issue(key).comments]

    def _change(self, issue: Issue, status: str, by: str) -> None:
        item = {"field": "status", "fieldtype": "jira", "from": issue.status, "fromString": _STATUSES[issue.status][0]}
        issue.status = status
        self._changed(issue, {**item, "to": status, "toString": _STATUSES[status][0]}, by)

    def _changed(self, issue: Issue, item: dict[str, Any], by: str) -> None:
        issue.updated = self._now()
        change = {"id": str(next(self._ids)), "author": _author(by), "created": _stamp(issue.updated), "items": [item]}
        issue.changes.append(change)

    # -- the service desk's API ----------------------------------------------------------------------------------------

    @web.middleware
    async def _errors(self, request: web.Request, handler: Any) -> web.StreamResponse:
        try:
            if not is_known(request, USER, self.token):
                raise Failure(401, "rest.unauthorized", "Client must be authenticated to access this resource.")
            answer: web.StreamResponse = await handler(request)
        except Failure as failure:
            if request.path.startswith("/rest/servicedeskapi"):
                key = {"i18nKey": failure.code, "parameters": []}
                body: dict[str, Any] = {"errorMessage": str(failure), "i18nErrorMessage": key}
            else:
                body = {"errorMessages": [str(failure)], "errors": {}}
            return web.json_response(body, status=failure.status)
        return answer

    async def _create(self, request: web.Request) -> web.Response:
        body = await json_body(request) or {}
        if (body.get("serviceDeskId"), body.get("requestTypeId")) != (SERVICE_DESK, REQUEST_TYPE):
            raise Failure(404, "sd.portal.error.requesttype.not.found", "The request type was not found.")
        fields = body.get("requestFieldValues") or {}
        unknown = set(fields) - {"summary", "description"}
        summary, description = str(fields.get("summary", "")), str(fields.get("description", ""))
        if unknown or not summary or "\n" in summary or len(summary) > 255 or len(description) > _LONGEST:
            raise Failure(400, "sd.validation.error", f"Your request could not be created: {summary[:40]}")
        now, id = self._now(), next(self._ids)
        issue = Issue(id, f"HELP-{id - 9999}", summary, description, now, now)
        self.issues.append(issue)
        base = f"{request.scheme}://{request.host}"
        links = {
            "web": f"{base}/servicedesk/customer/portal/1/{issue.key}",
            "self": f"{base}/rest/servicedeskapi/request/{issue.id}",
            "jiraRest": f"{base}/rest/api/2/issue/{issue.id}",
            "agent": f"{base}/browse/{issue.key}",
        }
        made = {"issueId": str(id), "issueKey": issue.key, "requestTypeId": REQUEST_TYPE, "serviceDeskId": SERVICE_DESK}
        status = {"status": _STATUSES[issue.status][0], "statusCategory": "INDETERMINATE", "statusDate": _date(now)}
        return web.json_response(
            {**made, "createdDate": _date(now), "currentStatus": status, "_links": links}, status=201
        )

    async def _comments(self, request: web.Request) -> web.Response:
        issue = self._of(request)
        begin, most = int(request.query.get("start", 0)), min(int(request.query.get("limit", 50)), 100)
        values = [_shown(one) for one in issue.comments[begin : begin + most]]
        last = begin + most >= len(issue.comments)
        page = {
            "_expands": [],
            "size": len(values),
            "start": begin,
            "limit": most,
            "isLastPage": last,
            "values": values,
        }
        return web.json_response(page)

    async def _add_comment(self, request: web.Request) -> web.Response:
        issue, body = self._of(request), await json_body(request) or {}
        text = body.get("body")
        if not isinstance(text, str) or not text.strip() or len(text) > _LONGEST:
            raise Failure(400, "sd.request.comment.body.invalid", "The comment is empty or too long.")
        comment = self.comment(issue.key, text, BOT, bool(body.get("public", True)))
        return web.json_response(_shown(comment), status=201)

    # -- the platform's API --------------------------------------------------------------------------------------------

    async def _search(self, request: web.Request) -> web.Response:
        asked = _JQL.fullmatch(request.query.get("jql", ""))
        if not asked:
            raise Failure(400, "", "Unbounded JQL queries are not allowed here, or the query cannot be parsed.")
        now = self._now()
        after, indexed = now - timedelta(minutes=int(asked[2])), now - timedelta(seconds=self.lag)
        found = [one for one in self.issues if getattr(one, asked[1]) >= after and one.created <= indexed]
        found.sort(key=lambda one: getattr(one, asked[1]), reverse=True)
        begin, most = int(request.query.get("nextPageToken", 0)), min(int(request.query["maxResults"]), self.page)
        names = request.query.get("fields", "").split(",")
        shown = [self._fields(one, names) for one in found[begin : begin + most]]
        more = {"nextPageToken": str(begin + most)} if begin + most < len(found) else {"isLast": True}
        return web.json_response({"issues": shown, **more})

    async def _issue(self, request: web.Request) -> web.Response:
        return web.json_response(self._fields(self._of(request), request.query.get("fields", "").split(",")))

    def _fields(self, issue: Issue, names: list[str]) -> dict[str, Any]:
        fields = {
            "summary": issue.summary,
            "description": _document(issue.description),
            "status": _status(issue.status),
        }
        chosen = {name: value for name, value in fields.items() if name in names}
        return {"id": str(issue.id), "key": issue.key, "fields": chosen}

    async def _transitions(self, request: web.Request) -> web.Response:
        ways = [
            {
                "id": id,
                "name": _TRANSITION_NAMES[id],
                "to": _status(to),
                "hasScreen": id in _RESOLVING,
                "fields": {"resolution": {"required": True, "allowedValues": _RESOLUTIONS}} if id in _RESOLVING else {},
            }
            for id, to in _TRANSITIONS[self._of(request).status].items()
        ]
        return web.json_response({"expand": "transitions", "transitions": ways})

    async def _move(self, request: web.Request) -> web.Response:
        issue, body = self._of(request), await json_body(request) or {}
        id = str((body.get("transition") or {}).get("id"))
        to = _TRANSITIONS[issue.status].get(id)
        given = (body.get("fields") or {}).get("resolution", {}).get("id")
        if to is None or (id in _RESOLVING and given not in [one["id"] for one in _RESOLUTIONS]):
            raise Failure(400, "", "Transition is not valid for this issue, or a required field is missing.")
        self._change(issue, to, BOT)
        return web.Response(status=204)

    async def _changelog(self, request: web.Request) -> web.Response:
        changes, begin = self._of(request).changes, int(request.query.get("startAt", 0))
        values = changes[begin : begin + int(request.query.get("maxResults", 100))]
        last = begin + len(values) >= len(changes)
        return web.json_response({"startAt": begin, "total": len(changes), "isLast": last, "values": values})

    async def _myself(self, request: web.Request) -> web.Response:
        return web.json_response({**_author(BOT), "accountType": "atlassian", "locale": "en_US"})

    async def _statuses(self, request: web.Request) -> web.Response:
        return web.json_response([_status(id) for id in _STATUSES])

    def _of(self, request: web.Request) -> Issue:
        for issue in self.issues:
            if request.match_info["key"] in (issue.key, str(issue.id)):
                return issue
        raise Failure(404, "sd.request.not.found", "Issue does not exist or you do not have permission to see it.")

    def _now(self) -> datetime:
        return self._world.clock.now()


def rendered(text: str) -> str:
    """Wiki markup as people see it: what is escaped is a sign, what is not escaped is gone."""
    parts = re.split(r"(\\[^a-zA-Z0-9\s])", text)
    return "".join(part[1] if part[:1] == "\\" else re.sub(r"[{}\[\]*_^~+|]|\\\\", "", part) for part in parts)


def _document(text: str) -> dict[str, Any]:
    """The Atlassian Document Format, in which version 3 shows texts."""
    lines = [{"type": "text", "text": _ESCAPE.sub(r"\1", line)} for line in text.split("\n") if line]
    return {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [line]} for line in lines]}


def _status(id: str) -> dict[str, Any]:
    name, category = _STATUSES[id]
    return {"id": id, "name": name, "statusCategory": {"id": 3 if category == "done" else 4, "key": category}}


def _author(id: str) -> dict[str, Any]:
    return {"accountId": id, "displayName": _NAMES.get(id, id), "active": True}


def _shown(comment: Comment) -> dict[str, Any]:
    told = {"id": str(comment.id), "body": comment.body, "public": comment.public}
    return {**told, "author": _author(comment.author), "created": _date(comment.created)}


def _date(at: datetime) -> dict[str, Any]:
    millis = int(at.timestamp() * 1000)
    return {"iso8601": f"{at:%Y-%m-%dT%H:%M:%S}+0000", "jira": _stamp(at), "friendly": "Today", "epochMillis": millis}


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}+0000"
