"""Tickets in the database: with their entries, how far each has come to which place, and what was said before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.tickets import LIVE, PERSON, Dossier, Entry, Filing, Side, Status, Ticket
from bot.ports import Conflict, Conversation
from bot.store.schema import asked_desks, channels, conversations, entries, filings, heard, holds, insert, tickets
from bot.store.transactions import Transactions

LATE = timedelta(days=90)  # what has not come to its place by then stays where it is
HEARD = timedelta(days=1)  # how long what was said is kept
MOST_HEARD = 30  # lines of it
MOST_CARDS = 5  # messages in the person's chat that are kept up to date for one ticket

# What belongs to a person's chat and not to the ticket: desks need not hear of it.
_APART = ("number", "cards", "conversation")
# What is counted of it: nothing of what somebody wrote, nor what was found.
_COUNTED = (
    *("number", "key", "person", "status", "verdict", "by_itself", "confirmed", "rating", "reopened"),
    *("opened_at", "changed_at", "replied_at", "resolved_at"),
)
_LIVE = [str(status) for status in LIVE]


class Tickets(Transactions):
    """The part of ports.Store that is about the helpdesk."""

    async def open_ticket(self, ticket: Ticket, entry: Entry) -> tuple[Ticket, bool]:
        """Keep it under the next number, with its first entry; or the one that is there."""
        values = values_of(ticket)
        same = (tickets.c.person == ticket.person) & (tickets.c.subject == ticket.subject)
        there = tickets.select().where((tickets.c.key == ticket.key) | (same & tickets.c.status.in_(_LIVE)))

        def work(connection: Connection) -> tuple[Ticket, bool]:
            if ticket.by_itself and ticket.case and not holds(connection, ticket.case):
                raise Conflict(ticket.key)  # the person was forgotten at this very moment
            if not insert(connection, tickets, **values, cards=ticket.cards, conversation=ticket.conversation):
                # Of two that match, the one with the key: it is what was sent before.
                found = connection.execute(there.order_by((tickets.c.key == ticket.key).desc()).limit(1))
                return ticket_of(found.mappings().one()), False
            new = connection.execute(tickets.select().where(tickets.c.key == ticket.key)).mappings().one()
            connection.execute(entries.insert().values(**asdict(replace(entry, ticket=new["number"], number=1))))
            return ticket_of(new), True

        return await self._run(work)

    async def save_ticket(self, ticket: Ticket, *new: Entry) -> Ticket:
        """Save it under the next version with new entries; raises Conflict if somebody else was first."""
        saved = replace(ticket, version=ticket.version + 1)
        here = (tickets.c.number == ticket.number) & (tickets.c.version == ticket.version)

        def work(connection: Connection) -> None:
            if not connection.execute(tickets.update().where(here).values(**values_of(saved))).rowcount:
                raise Conflict(str(ticket.number))
            for entry in new:
                connection.execute(entries.insert().values(**asdict(entry)))

        try:
            await self._run(work)
        except sa.exc.IntegrityError as error:
            raise Conflict(str(ticket.number)) from error
        return saved

    async def ticket(self, number: int) -> Ticket | None:
        row = await self._one(tickets.select().where(tickets.c.number == number))
        return ticket_of(row) if row else None

    async def dossier(self, number: int) -> Dossier | None:
        """The ticket, its entries in order, and its filings."""

        def work(connection: Connection) -> Dossier | None:
            row = connection.execute(tickets.select().where(tickets.c.number == number)).mappings().one_or_none()
            if row is None:
                return None
            own = entries.select().where(entries.c.ticket == number).order_by(entries.c.number)
            found = tuple(_entry(one) for one in connection.execute(own).mappings())
            places = connection.execute(filings.select().where(filings.c.ticket == number)).mappings()
            return Dossier(ticket_of(row), found, tuple(Filing(**one) for one in places))

        return await self._run(work)

    async def tickets_of(self, person: str, most: int = 10) -> list[Ticket]:
        """The newest ones, newest first."""
        return await self._tickets(tickets.select().where(tickets.c.person == person), most)

    async def tickets(
        self, *, live: bool = False, assignee: str | None = None, text: str = "", most: int = 10
    ) -> list[Ticket]:
        """The newest ones that are not over, of one agent ("" for nobody), with these words; newest first."""
        statement = tickets.select()
        if live:
            statement = statement.where(tickets.c.status.in_(_LIVE))
        if assignee is not None:
            statement = statement.where(tickets.c.assignee == assignee)
        for word in text.split()[:5]:
            columns = (tickets.c.name, tickets.c.login, tickets.c.words, tickets.c.verdict, tickets.c.findings)
            has = [sa.cast(column, sa.Text).icontains(word, autoescape=True) for column in columns]
            statement = statement.where(sa.or_(*has, sa.cast(tickets.c.number, sa.Text) == word.lstrip("#")))
        return await self._tickets(statement, most)

    async def _tickets(self, statement: sa.Select[Any], most: int) -> list[Ticket]:
        ordered = statement.order_by(tickets.c.number.desc()).limit(most)
        rows = await self._run(lambda connection: connection.execute(ordered).mappings().all())
        return [ticket_of(row) for row in rows]

    async def entries_since(self, at: datetime) -> list[Entry]:
        """What was done to any ticket since then, in order."""
        statement = entries.select().where(entries.c.at >= at).order_by(entries.c.ticket, entries.c.number)
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [_entry(row) for row in rows]

    async def tickets_since(self, at: datetime) -> list[Ticket]:
        """Those that were opened or changed since then, or are open; only with what is counted, see core.numbers."""
        columns = [tickets.c[name] for name in _COUNTED]
        wanted = (tickets.c.changed_at >= at) | tickets.c.status.in_(_LIVE)  # opening is a change, too
        statement = sa.select(*columns).where(wanted).order_by(tickets.c.number)
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [Ticket(**{**row, "status": Status(row["status"])}) for row in rows]

    async def moves_since(self, at: datetime, *what: str) -> list[Entry]:
        """Entries of these kinds since then, in order, without what was written."""
        columns = (entries.c.ticket, entries.c.number, entries.c.at, entries.c.side, entries.c.what)
        statement = sa.select(*columns).where(entries.c.at >= at, entries.c.what.in_(what)).order_by(*columns[:2])
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [_entry(row) for row in rows]

    async def has_key(self, number: int, key: str) -> bool:
        """Whether an entry of this key is there."""
        row = await self._one(entries.select().where(entries.c.ticket == number, entries.c.key == key))
        return row is not None

    async def ticket_shown(self, number: int, conversation: str, message: str) -> None:
        """Keep which message of the person's chat shows it. That is no change of the ticket."""

        def work(connection: Connection) -> None:
            row = connection.execute(tickets.select().where(tickets.c.number == number)).mappings().one_or_none()
            if row is not None:
                before = row["cards"] if row["conversation"] == conversation else ()
                cards = (*(one for one in before if one != message), message)[-MOST_CARDS:]
                here = tickets.update().where(tickets.c.number == number)
                connection.execute(here.values(cards=cards, conversation=conversation))

        await self._run(work)

    async def chat_of(self, person: str) -> Conversation | None:
        """The person's own chat with the bot, the last one that was heard of."""
        statement = conversations.select().where(conversations.c.person == person, conversations.c.kind == "personal")
        row = await self._run(lambda connection: connection.execute(statement.limit(1)).mappings().first())
        return Conversation(**row) if row else None

    async def any_chat(self) -> Conversation | None:
        """Somebody's chat: it tells how Teams is reached."""
        statement = conversations.select().where(conversations.c.kind == "personal").limit(1)
        row = await self._run(lambda connection: connection.execute(statement).mappings().first())
        return Conversation(**row) if row else None

    async def filed_as(self, place: str, id: str) -> int:
        """Which ticket a place calls so; 0 for none."""
        row = await self._one(filings.select().where(filings.c.place == place, filings.c.id == id).limit(1))
        return int(row["ticket"]) if row else 0

    async def save_filing(self, filing: Filing) -> None:
        values = asdict(filing)
        here = (filings.c.ticket == filing.ticket) & (filings.c.place == filing.place)

        def work(connection: Connection) -> None:
            if not insert(connection, filings, **values):
                connection.execute(filings.update().where(here).values(**values))

        await self._run(work)

    async def clear_trouble(self, number: int, place: str) -> bool:
        """Forget why a place is not up to date, and nothing else; whether there was anything."""
        here = (filings.c.ticket == number) & (filings.c.place == place) & (filings.c.trouble != "")
        statement = filings.update().where(here).values(trouble="", since=None)
        return bool(await self._run(lambda connection: connection.execute(statement).rowcount))

    async def unreached(self, person: str) -> list[int]:
        """The person's tickets of which they could not be told."""
        here = (tickets.c.person == person) & (filings.c.place == PERSON) & (filings.c.trouble != "")
        joined = sa.join(tickets, filings, filings.c.ticket == tickets.c.number)
        statement = sa.select(tickets.c.number).select_from(joined).where(here).order_by(tickets.c.number)
        return list(await self._run(lambda connection: connection.execute(statement).scalars().all()))

    async def refile(self, place: str) -> None:
        """Have all tickets that are not over shown at a place anew."""
        live = sa.select(tickets.c.number).where(tickets.c.status.in_(_LIVE))
        here = filings.update().where(filings.c.place == place, filings.c.ticket.in_(live))
        await self._run(lambda connection: connection.execute(here.values(shown=0, seal="", failures=0, again_at=None)))

    async def unanswered(self, since: datetime) -> list[Ticket]:
        """Tickets that were opened since then, are not over, and that nobody has answered."""
        waiting = (tickets.c.opened_at >= since) & tickets.c.replied_at.is_(None)
        return await self._tickets(tickets.select().where(waiting, tickets.c.status.in_(_LIVE)), 10_000)

    async def behind(self, places: Sequence[str], before: datetime) -> list[tuple[int, str]]:
        """Tickets that were changed by then and have not come to one of these places, with that place."""
        wanted = {place: sa.alias(filings) for place in places}
        found: list[tuple[int, str]] = []

        def work(connection: Connection) -> None:
            for place, there in wanted.items():
                joined = sa.outerjoin(tickets, there, (there.c.ticket == tickets.c.number) & (there.c.place == place))
                late = there.c.ticket.is_(None) | (there.c.shown < tickets.c.version)
                late |= there.c.told < tickets.c.entries
                if place == PERSON:  # who was not to be reached is told when they are back
                    late &= sa.func.coalesce(there.c.trouble, "") == ""
                lately = (tickets.c.changed_at < before) & (tickets.c.changed_at > before - LATE)
                statement = sa.select(tickets.c.number).select_from(joined).where(late, lately)
                found.extend((number, place) for number in connection.execute(statement).scalars())

        await self._run(work)
        return found

    async def asked_desk(self, desk: str) -> datetime | None:
        """Until when it is known what people did at a desk."""
        row = await self._one(asked_desks.select().where(asked_desks.c.desk == desk))
        return row["at"] if row else None

    async def note_asked(self, desk: str, at: datetime) -> None:
        def work(connection: Connection) -> None:
            if not insert(connection, asked_desks, desk=desk, at=at):
                connection.execute(asked_desks.update().where(asked_desks.c.desk == desk).values(at=at))

        await self._run(work)

    async def hear(self, person: str, *said: tuple[str, str]) -> None:
        """Keep what was said in the person's chat, by whom and what; the last of it for a day."""
        now = self._clock.now()
        own = heard.c.person == person

        def work(connection: Connection) -> None:
            rows = [{"person": person, "side": side, "text": text, "at": now} for side, text in said]
            connection.execute(heard.insert(), rows)
            newest = sa.select(heard.c.number).where(own).order_by(heard.c.number.desc()).offset(MOST_HEARD).limit(1)
            oldest = connection.execute(newest).scalar() or 0
            connection.execute(heard.delete().where(own & (heard.c.number <= oldest)))
            connection.execute(heard.delete().where(heard.c.at < now - HEARD))

        await self._run(work)

    async def heard(self, person: str) -> list[tuple[datetime, str, str]]:
        """When, by whom and what; oldest first."""
        since = self._clock.now() - HEARD
        statement = heard.select().where(heard.c.person == person, heard.c.at >= since).order_by(heard.c.number)
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [(row["at"], row["side"], row["text"]) for row in rows]

    async def bind(self, channel: Conversation) -> None:
        """Keep which channel is the helpdesk's."""
        values = {"key": "helpdesk", **asdict(channel)}

        def work(connection: Connection) -> None:
            if not insert(connection, channels, **values):
                connection.execute(channels.update().where(channels.c.key == "helpdesk").values(**values))

        await self._run(work)

    async def bound(self) -> Conversation | None:
        row = await self._one(channels.select().where(channels.c.key == "helpdesk"))
        return Conversation(**{name: value for name, value in row.items() if name != "key"}) if row else None


def values_of(ticket: Ticket) -> dict[str, Any]:
    return {name: value for name, value in asdict(ticket).items() if name not in _APART}


def ticket_of(row: Mapping[Any, Any] | sa.RowMapping) -> Ticket:
    return Ticket(**{**row, "status": Status(row["status"]), "bundle": row["bundle"] or {}})


def _entry(row: Mapping[Any, Any] | sa.RowMapping) -> Entry:
    return Entry(**{**row, "side": Side(row["side"])})
