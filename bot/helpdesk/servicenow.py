"""ServiceNow: a ticket is an incident, entries are its comments and work notes.

https://www.servicenow.com/docs/r/australia/api-reference/rest-apis/c_TableAPI.html and, for comments,
https://www.servicenow.com/docs/r/australia/api-reference/web-services/retrieving-journal-entries.html
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp

from bot.core.tickets import Dossier, Entry, Filed, Status, Ticket
from bot.helpdesk import words
from bot.helpdesk.calls import PATIENCE, Call, Calls, basic, understood
from bot.ports import DeskRefused, News

log = logging.getLogger(__name__)

INCIDENTS, JOURNAL, USERS = (f"/api/now/table/{table}" for table in ("incident", "sys_journal_field", "sys_user"))
MOST_TITLE, MOST_DESCRIPTION, MOST_COMMENT = 160, 4000, 30_000
PAGE = 100  # records in one answer
PAGES = 20

# Of the base system; an instance may have made others of them.
NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELED = "1", "2", "3", "6", "7", "8"
_OVER = (RESOLVED, CLOSED, CANCELED)
_AWAITING_CALLER = "1"
_URGENCY = {"high": "1", "normal": "2", "low": "3"}
_IMPACT = "3"  # low: it concerns one person
_CLOSE_CODES = {"duplicate": "Duplicate", "withdrawn": "Resolved by caller"}
_SOLUTION = "Solution provided"
_JOURNALS = ("comments", "work_notes")
_FIELDS = (
    "sys_id,number,correlation_id,state,sys_updated_on,close_notes,caller_id.user_name,"
    "resolved_at,resolved_by.user_name,resolved_by.name,reopened_time,reopened_by.user_name,reopened_by.name,"
    "assigned_to,assigned_to.user_name,assigned_to.name"
)
# What stands between them in a comment or a work note is taken for HTML.
_CODE = re.compile(r"\[(/?)(code)\]", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,2000}>")


class ServiceNow:
    """Implements ports.HelpDesk. Moments are told and come as text, which ServiceNow's web services take for UTC."""

    name = "servicenow"
    wants = words.WANTS

    def __init__(
        self, session: aiohttp.ClientSession, url: str, user: str, password: str, patience: float = PATIENCE
    ) -> None:
        self._calls = Calls(session, url, basic(user, password), _code_of, patience)
        self._url, self._user = url, user
        self._told_missing = False

    async def find(self, ticket: Ticket) -> Filed | None:
        query = {
            "sysparm_query": f"correlation_id={_value(ticket.reference)}^ORDERBYsys_created_on",
            "sysparm_fields": "sys_id,number",
            "sysparm_limit": "1",
        }
        found = await self._calls.read(Call("GET", INCIDENTS, query), _records)
        return self._filed(found[0]) if found else None

    async def file(self, dossier: Dossier) -> Filed:
        ticket = dossier.ticket
        incident = _incident(ticket) | await self._caller(ticket)
        query = {"sysparm_fields": "sys_id,number", "sysparm_exclude_reference_link": "true"}
        call = Call("POST", INCIDENTS, query, incident, good=frozenset({201}))
        return await self._calls.read(call, lambda body: self._filed(_record(body["result"])))

    async def has(self, filed: Filed, dossier: Dossier, entry: Entry) -> bool:
        """Looked for by its mark among the comments and work notes, wherever the account may see them."""
        record = await self._record_of(filed)
        return await self._in_journal(record, entry) or await self._on_form(record, entry)

    async def _in_journal(self, record: str, entry: Entry) -> bool:
        query = {
            "sysparm_query": f"element_id={_value(record)}^valueLIKE{_value(words.mark(entry))}",
            "sysparm_fields": "value",
        }
        with understood():
            found = await self._journal(query)
            return any(words.marked(str(one["value"])) == entry.tag for one in found)

    async def _on_form(self, record: str, entry: Entry) -> bool:
        """As the form shows them, which needs no right to the journal's own table: all in one text, newest first."""
        query = {"sysparm_fields": "comments,work_notes", "sysparm_display_value": "true"}
        call = Call("GET", f"{INCIDENTS}/{record}", query)
        texts = await self._calls.read(call, lambda body: [str(body["result"][name]) for name in _JOURNALS])
        lines = (one for text in texts for one in text.splitlines() if not one.startswith(">"))
        return any(words.marked(one) == entry.tag for one in lines)

    async def add(self, filed: Filed, dossier: Dossier, entry: Entry) -> None:
        journal = "comments" if words.for_person(entry) else "work_notes"
        await self._change(await self._record_of(filed), {journal: words.cut(escaped(words.told(entry)), MOST_COMMENT)})

    async def show(self, filed: Filed, dossier: Dossier) -> None:
        record = await self._record_of(filed)
        call = Call("GET", f"{INCIDENTS}/{record}", {"sysparm_fields": "sys_id,state,hold_reason"})
        there = await self._calls.read(call, lambda body: _standing(body["result"]))
        if move := words.move_to_show(dossier, there):
            await self._change(record, _moved_to(dossier, move))

    async def news(self, since: datetime) -> Sequence[News]:
        changed = f"correlation_idSTARTSWITHresync-^sys_updated_on>={since.astimezone(UTC):%Y-%m-%d %H:%M:%S}"
        query = {"sysparm_query": f"{changed}^ORDERBYsys_updated_on^ORDERBYsys_id", "sysparm_fields": _FIELDS}
        query |= {"sysparm_exclude_reference_link": "true"}
        with understood():
            incidents = {str(one["sys_id"]): one for one in await self._all(INCIDENTS, query)}
            found = [news for one in incidents.values() for news in self._moves(one, since)]
            for begin in range(0, len(incidents), PAGE):
                some = list(incidents)[begin : begin + PAGE]
                found += [news for one in await self._comments(some, since) if (news := self._reply(incidents, one))]
        return sorted(found, key=lambda news: news.at)

    # -- what it does --------------------------------------------------------------------------------------------------

    async def _caller(self, ticket: Ticket) -> dict[str, str]:
        """The person, where ServiceNow knows exactly one of that login; it makes nobody."""
        if not ticket.login:
            return {}
        login = _value(ticket.login)
        query = {
            "sysparm_query": f"user_name={login}^ORemail={login}^active=true",
            "sysparm_fields": "sys_id",
            "sysparm_limit": "2",
        }
        try:
            found = await self._calls.read(Call("GET", USERS, query), _records)
        except DeskRefused as error:
            if error.code.startswith("401"):
                raise
            return {}  # people may be closed to the account: the incident goes without
        return {"caller_id": str(found[0]["sys_id"])} if len(found) == 1 else {}

    async def _change(self, record: str, fields: dict[str, str]) -> None:
        call = Call("PATCH", f"{INCIDENTS}/{record}", {"sysparm_fields": "sys_id"}, fields)
        await self._calls.read(call, lambda body: body["result"]["sys_id"])

    async def _record_of(self, filed: Filed) -> str:
        """The record's own id: people know the number only, and changes need this."""
        known = parse_qs(urlsplit(filed.url).query).get("sys_id")
        if known:
            return known[0]
        query = {"sysparm_query": f"number={_value(filed.id)}", "sysparm_fields": "sys_id,number", "sysparm_limit": "1"}
        found = await self._calls.read(Call("GET", INCIDENTS, query), _records)
        if not found:
            raise DeskRefused("no such incident")
        return str(found[0]["sys_id"])

    def _filed(self, record: dict[str, Any]) -> Filed:
        id = str(record["sys_id"])
        return Filed(str(record["number"]), f"{self._url}/incident.do?sys_id={id}")

    # -- what people did -----------------------------------------------------------------------------------------------

    async def _journal(self, query: dict[str, str]) -> list[dict[str, Any]]:
        """Of comments and work notes; none where the account may not read their table."""
        try:
            return await self._all(JOURNAL, query)
        except DeskRefused as error:
            if not error.code.startswith("403"):
                raise
            if not self._told_missing:
                told = {"permission": "ServiceNow: read sys_journal_field", "desk": self.name, "code": error.code}
                log.warning("permission missing", extra=told)
            self._told_missing = True
            return []

    async def _all(self, path: str, query: dict[str, str]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for page in range(PAGES):
            part = {"sysparm_limit": str(PAGE), "sysparm_offset": str(page * PAGE)}
            more = await self._calls.read(Call("GET", path, query | part), _records)
            found += more
            if len(more) < PAGE:
                break
        return found

    async def _comments(self, records: list[str], since: datetime) -> list[dict[str, Any]]:
        asked = f"element=comments^element_idIN{','.join(map(_value, records))}"
        when = f"sys_created_on>={since.astimezone(UTC):%Y-%m-%d %H:%M:%S}^ORDERBYsys_created_on"
        fields = "sys_id,element_id,value,sys_created_on,sys_created_by"
        return await self._journal({"sysparm_query": f"{asked}^{when}", "sysparm_fields": fields})

    def _reply(self, incidents: dict[str, dict[str, Any]], comment: dict[str, Any]) -> News | None:
        """A comment of the helpdesk: not of ours, and not of the person's own."""
        incident = incidents.get(str(comment.get("element_id")), {})
        author, text = str(comment.get("sys_created_by", "")), plain(str(comment.get("value", "")))
        at = _moment(comment.get("sys_created_on"))
        if not text or at is None or words.marked(text) or author in (self._user, incident.get("caller_id.user_name")):
            return None
        return News(self.name, str(incident.get("number")), "reply", str(comment["sys_id"]), at, text, author)

    def _moves(self, incident: dict[str, Any], since: datetime) -> Iterator[News]:
        state, number, record = (str(incident.get(name, "")) for name in ("state", "number", "sys_id"))

        def moved(what: str, at: datetime | None, by: str, key: object, text: str = "") -> Iterator[News]:
            if at and at >= since - timedelta(seconds=1) and incident.get(f"{by}.user_name") != self._user:
                name = str(incident.get(f"{by}.name") or "")
                yield News(self.name, number, what, f"{record}:{what}:{key}", at, text, name)

        resolved, reopened = _moment(incident.get("resolved_at")), _moment(incident.get("reopened_time"))
        changed = _moment(incident.get("sys_updated_on"))
        if incident.get("assigned_to"):
            yield from moved("taken", changed, "assigned_to", _reference(incident["assigned_to"]))
        if state in (NEW, IN_PROGRESS, ON_HOLD):
            yield from moved("reopened", reopened, "reopened_by", incident.get("reopened_time"))
        if state in (RESOLVED, CLOSED):
            notes = plain(str(incident.get("close_notes") or ""))
            yield from moved("resolved", resolved, "resolved_by", incident.get("resolved_at"), notes)


def _incident(ticket: Ticket) -> dict[str, str]:
    text = escaped(words.description(ticket))
    fields = {
        "correlation_id": ticket.reference,
        "correlation_display": "Resync",
        "short_description": words.cut(words.headline(ticket), MOST_TITLE),
        "description": words.cut(text, MOST_DESCRIPTION),
        "urgency": _URGENCY.get(ticket.priority, "2"),
        "impact": _IMPACT,
        "contact_type": "self-service",
    }
    # The description is short; a work note has room for what was cut from it.
    return fields | ({"work_notes": words.cut(text, MOST_COMMENT)} if len(text) > MOST_DESCRIPTION else {})


def _standing(record: Any) -> str:
    state = str(record["state"])
    if state == ON_HOLD:  # for a vendor or a change it is not waiting for the person
        return words.WAITING if str(record.get("hold_reason")) == _AWAITING_CALLER else words.OPEN
    return words.OVER_THERE if state in _OVER else words.NEW if state == NEW else words.OPEN


def _moved_to(dossier: Dossier, move: str) -> dict[str, str]:
    ticket = dossier.ticket
    if move != words.OVER_THERE:
        live = {words.WAITING: {"state": ON_HOLD, "hold_reason": _AWAITING_CALLER}}
        return live.get(move, {"state": IN_PROGRESS})
    withdrawn = ticket.status is Status.WITHDRAWN
    code = _CLOSE_CODES.get("withdrawn" if withdrawn else ticket.reason, _SOLUTION)
    notes = words.cut(words.closing_words(dossier), MOST_DESCRIPTION)
    return {"state": CANCELED if withdrawn else RESOLVED, "close_code": code, "close_notes": notes}


def escaped(text: str) -> str:
    """Text in which nothing is taken for HTML."""
    return _CODE.sub(r"[\1 \2]", text)


def plain(text: str) -> str:
    """What a person wrote there, without the HTML that stands between [code] and [/code]."""
    parts = re.split(r"(?i)\[/?code\]", text)
    return words.clean("".join(_TAGS.sub("", part) if number % 2 else part for number, part in enumerate(parts)))


def _value(text: str) -> str:
    """A value in an encoded query, where ^ begins the next condition and ^^ is the sign itself."""
    return text.replace("^", "^^")


def _records(body: Any) -> list[dict[str, Any]]:
    return [_record(one) for one in body["result"]]


def _record(one: Any) -> dict[str, Any]:
    if not isinstance(one, dict):
        raise TypeError("not a record")
    return one


def _reference(value: Any) -> str:
    """The id in a reference, which comes with or without a link."""
    return str(value.get("value", "")) if isinstance(value, dict) else str(value)


def _moment(text: Any) -> datetime | None:
    """Moments come in UTC, without saying so."""
    try:
        return datetime.strptime(str(text), "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _code_of(body: Any) -> object:
    return body["error"]["message"]
