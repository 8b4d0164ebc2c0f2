"""Any system that takes signed HTTP: tickets, entries and status as CloudEvents. What comes back comes by `inbound`.

https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md, in the structured mode of
https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import aiohttp

from bot.core.tickets import Dossier, Entry, Filed, Ticket
from bot.helpdesk import words
from bot.helpdesk.calls import PATIENCE, Call, Calls, unsure
from bot.helpdesk.signing import signed
from bot.ports import News

_TAKEN = frozenset({200, 201, 202, 204})


class Webhook:
    """Implements ports.HelpDesk. It cannot look; the id of an event says what it is, so the receiver knows a repeat."""

    name = "webhook"
    wants = words.WANTS

    def __init__(
        self,
        session: aiohttp.ClientSession,
        url: str,
        secret: str,
        source: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        patience: float = PATIENCE,
    ) -> None:
        self._calls = Calls(session, url, patience=patience)
        self._secret, self._source, self._now = secret, source, now

    async def find(self, ticket: Ticket) -> Filed | None:
        """None, so that the event is sent again, with the id that it had."""
        return None

    async def file(self, dossier: Dossier) -> Filed:
        ticket = dossier.ticket
        about = _ticket(ticket) | {"description": words.description(ticket), "bundle": ticket.bundle}
        await self._send("opened", ticket, ticket.reference, about, ticket.opened_at)
        return Filed(ticket.reference)

    async def has(self, filed: Filed, dossier: Dossier, entry: Entry) -> bool:
        """No, so that the event is sent again, with the id that it had."""
        return False

    async def add(self, filed: Filed, dossier: Dossier, entry: Entry) -> None:
        about = {"ticket": _ticket(dossier.ticket), "entry": _entry(entry)}
        await self._send("entry", dossier.ticket, f"{dossier.ticket.reference}/{entry.number}", about, entry.at)

    async def show(self, filed: Filed, dossier: Dossier) -> None:
        ticket = dossier.ticket
        id = f"{ticket.reference}/v{ticket.version}"
        await self._send("status", ticket, id, {"ticket": _ticket(ticket)}, ticket.changed_at or ticket.opened_at)

    async def news(self, since: datetime) -> Sequence[News]:
        return ()

    async def _send(self, kind: str, ticket: Ticket, id: str, data: dict[str, Any], at: datetime) -> None:
        event = {
            "specversion": "1.0",
            "id": id,
            "source": self._source,
            "type": f"resync.ticket.{kind}",
            "subject": ticket.reference,
            "time": at.isoformat(),
            "datacontenttype": "application/json",
            "data": data,
        }
        body = json.dumps(event).encode()
        headers = {
            "Content-Type": "application/cloudevents+json; charset=utf-8",
            **signed(self._secret, int(self._now().timestamp()), body),
        }
        call = Call("POST", "", content=body, headers=headers, good=_TAKEN)
        answer = await self._calls.ask(call)
        if answer.is_page:  # of a proxy or a sign-in, most likely: the event is repeated
            raise unsure(call, "a page for people")


def _ticket(ticket: Ticket) -> dict[str, Any]:
    return {
        "case": ticket.number,
        "reference": ticket.reference,
        "title": words.headline(ticket),
        "status": str(ticket.status),
        "priority": ticket.priority,
        "subject": ticket.subject,
        "person": {"id": ticket.person, "name": ticket.name, "login": ticket.login},
        "language": ticket.language,
        "words": ticket.words,
        "tried": ticket.tried,
        "contact": ticket.contact,
        "verdict": ticket.verdict,
        "findings": list(ticket.findings),
        "assignee": ticket.assignee_name,
        "reason": ticket.reason,
        "opened_at": ticket.opened_at.isoformat(),
        "version": ticket.version,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "at": entry.at.isoformat(),
        "side": str(entry.side),
        "what": entry.what,
        "name": entry.name,
        "text": entry.text,
        "public": words.for_person(entry),
    }
