"""The helpdesk's mailbox: a ticket is a mail, and so is each entry. It reads no answers; people answer in the channel.

https://learn.microsoft.com/graph/api/user-sendmail (application permission Mail.Send) and
https://learn.microsoft.com/graph/api/user-list-messages (Mail.ReadBasic.All, to look whether a mail has left).
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

import aiohttp

from bot.core.capabilities import SEE_SENT_MAIL
from bot.core.tickets import Dossier, Entry, Filed, Ticket
from bot.helpdesk import words
from bot.helpdesk.calls import PATIENCE, Authorization, Call, Calls, down
from bot.ports import DeskRefused, News
from bot.tokens import SignInRefused, SignInUnavailable

log = logging.getLogger(__name__)

Token = Callable[[str, bool], Awaitable[str]]  # for a resource; True asks for a new one

MOST_SUBJECT = 250
MOST_TEXT = 100_000
# What Graph calls them: https://learn.microsoft.com/graph/api/resources/message
_IMPORTANCE = {"low": "low", "normal": "normal", "high": "high"}


class Mail:
    """Implements ports.HelpDesk. Every mail has an id made from what it tells, by which it is found in Sent Items."""

    name = "mail"
    wants = words.WANTS

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: Token,
        graph_url: str,
        sender: str,
        receivers: Sequence[str],
        patience: float = PATIENCE,
    ) -> None:
        self._calls = Calls(session, graph_url, bearer(token, graph_url), _code_of, patience)
        self._sender, self._receivers = sender, receivers
        self._mailbox = f"/v1.0/users/{quote(sender, safe='@')}"
        self._told_missing = False

    async def find(self, ticket: Ticket) -> Filed | None:
        return Filed(ticket.reference) if await self._has_left(ticket.reference) else None

    async def file(self, dossier: Dossier) -> Filed:
        ticket = dossier.ticket
        await self._send(ticket, ticket.reference, words.description(ticket))
        return Filed(ticket.reference)

    async def has(self, filed: Filed, dossier: Dossier, entry: Entry) -> bool:
        return await self._has_left(_entry_id(dossier, entry))

    async def add(self, filed: Filed, dossier: Dossier, entry: Entry) -> None:
        await self._send(dossier.ticket, _entry_id(dossier, entry), words.told(entry))

    async def show(self, filed: Filed, dossier: Dossier) -> None:
        """Nothing: a mail that has left does not change, and what happened was told in one of its own."""

    async def news(self, since: datetime) -> Sequence[News]:
        return ()

    async def _send(self, ticket: Ticket, id: str, text: str) -> None:
        message = {
            "subject": words.cut(words.headline(ticket), MOST_SUBJECT),
            "importance": _IMPORTANCE.get(ticket.priority, "normal"),
            "body": {"contentType": "Text", "content": words.cut(text, MOST_TEXT)},
            "toRecipients": [{"emailAddress": {"address": address}} for address in self._receivers],
            "internetMessageId": self._message_id(id),
            "internetMessageHeaders": [
                {"name": "x-resync-reference", "value": ticket.reference},
                {"name": "x-resync-id", "value": id},
                {"name": "x-auto-response-suppress", "value": "All"},  # nobody reads what answers by itself
            ],
        }
        path = f"{self._mailbox}/sendMail"
        # 202, with no body, is the only answer that means yes.
        await self._calls.ask(Call("POST", path, content={"message": message}, good=frozenset({202})))

    async def _has_left(self, id: str) -> bool:
        """Whether it lies in Sent Items; no where that must not be looked at, so that it is sent again.

        A second mail is better than a lost case.
        """
        text = self._message_id(id).replace("'", "''")
        query = {"$filter": f"internetMessageId eq '{text}'", "$select": "id", "$top": "1"}
        try:
            return await self._calls.read(Call("GET", f"{self._mailbox}/mailFolders/sentitems/messages", query), _any)
        except DeskRefused as error:
            if not error.code.startswith("403"):
                raise
            self._tell_missing(error.code)
            return False

    def _tell_missing(self, code: str) -> None:
        if not self._told_missing:
            told = {"permission": SEE_SENT_MAIL.permission, "desk": self.name, "code": code}
            log.warning("permission missing", extra=told)
        self._told_missing = True

    def _message_id(self, id: str) -> str:
        return f"<{id}@{self._sender.rpartition('@')[2]}>"


def bearer(token: Token, resource: str) -> Authorization:
    """The application's own token, renewed once where it is refused."""

    async def authorization(other: bool) -> str:
        try:
            return f"Bearer {await token(resource, other)}"
        except SignInUnavailable:
            raise down("sign-in unavailable") from None
        except SignInRefused:
            raise DeskRefused("sign-in refused") from None

    return authorization


def _entry_id(dossier: Dossier, entry: Entry) -> str:
    return f"{dossier.ticket.reference}-{entry.number}"


def _any(body: Any) -> bool:
    return any(message["id"] for message in body["value"])


def _code_of(body: Any) -> object:
    return body["error"]["code"]
