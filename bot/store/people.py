"""What is kept about one person, table by table, to be counted, exported and erased; and what is too old to be kept."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, is_dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.audit import Who
from bot.core.cases import PROMISED
from bot.core.privacy import DAY, Held, Retention, moment
from bot.core.tickets import LIVE, OVER, RULES, Entry, Side, Ticket, done
from bot.store.schema import (
    answers,
    asked_desks,
    cases,
    channels,
    clocks,
    conversations,
    deeds,
    deliveries,
    departures,
    entries,
    feedback,
    filings,
    heard,
    misses,
    notices,
    processes,
    sightings,
    speech,
    tickets,
    write_over,
)
from bot.store.schema import kept as shelf
from bot.store.tickets import ticket_of, values_of
from bot.store.transactions import Transactions

Row = Mapping[Any, Any]
Where = sa.ColumnElement[bool]
AT_ONCE = 500  # rows of one kind in one transaction of `tidy`: others wait for it on SQLite
LEAVERS = 50  # people, of whom each has rows of all kinds


# -- what is erased ----------------------------------------------------------------------------------------------------


def _delete(connection: Connection, table: sa.Table, own: Where, person: str) -> int:
    return connection.execute(table.delete().where(own)).rowcount


def _stay(connection: Connection, table: sa.Table, own: Where, person: str) -> int:
    """What the helpdesk has: it goes by its age, or when it is erased with everything."""
    return 0


def _blank(*names: str) -> Callable[[Connection, sa.Table, Where, str], int]:
    """The row stays, for it is about somebody else; who this person is goes."""

    def erase(connection: Connection, table: sa.Table, own: Where, person: str) -> int:
        return connection.execute(table.update().where(own).values(dict.fromkeys(names, ""))).rowcount

    return erase


def _answered(connection: Connection, table: sa.Table, own: Where, person: str) -> int:
    """Answers go; what is being answered at this moment is still known again when Teams repeats it."""
    gone = connection.execute(deliveries.delete().where(own, deliveries.c.ended_at.is_not(None))).rowcount
    connection.execute(deliveries.update().where(own).values(person=""))
    return gone


def _nameless(connection: Connection, table: sa.Table, own: Where, person: str) -> int:
    """The audit keeps that something was done, of somebody whom nothing names any more (docs/decisions/0017)."""
    token = f"erased:{secrets.token_hex(8)}"
    # On the records of others this person has worked.
    others = connection.execute(deeds.update().where(own, deeds.c.person != person).values(record=token)).rowcount
    found = connection.execute(sa.select(deeds.c.id, deeds.c.at).where(deeds.c.person == person)).all()
    lines = [
        {"line": row.id, "other": f"{token}:{number}", "hour": row.at.replace(minute=0, second=0, microsecond=0)}
        for number, row in enumerate(found)
    ]
    told = dict.fromkeys(("case", "card", "record", "before"), "") | {"person": token}
    line = deeds.update().where(deeds.c.id == sa.bindparam("line"))
    if lines:
        connection.execute(line.values(**told, id=sa.bindparam("other"), at=sa.bindparam("hour")), lines)
    return others + len(lines)


def _unreachable(connection: Connection, table: sa.Table, own: Where, person: str) -> int:
    """Cases at the helpdesk stay, and nothing leads from them to a chat.

    What is open goes on: of somebody who only removed the app, or that was sent at this very moment.
    """
    over = tickets.c.status.in_([str(status) for status in OVER])
    connection.execute(tickets.update().where(own, over).values(conversation="", cards=(), muted=True))
    return 0


# -- what is shown -----------------------------------------------------------------------------------------------------


def _all_of_it(row: Row, person: str, internal: bool) -> Row | None:
    return row


def _what_others_wrote(row: Row, person: str, internal: bool) -> Row | None:
    """Internal notes are for the helpdesk; and an agent's id is nobody's business."""
    if not internal and not RULES[row["what"]].public and row["side"] != Side.PERSON:
        return None
    by, text = row["by"] if row["by"] == person else "", "" if row["what"] == "assigned" else row["text"]
    return {**row, "by": by, "text": text, "key": ""}


def _without_agents(row: Row, person: str, internal: bool) -> Row | None:
    return {**row, "assignee": row["assignee"] if row["assignee"] == person else ""}


def _own_lines(row: Row, person: str, internal: bool) -> Row | None:
    """Of a line about somebody else, only what this person did; of one's own, not which agent did it."""
    if row["person"] != person:
        return {name: row[name] for name in ("at", "who", "what", "outcome")}
    return {**row, "record": "" if row["who"] == Who.HELPDESK else row["record"]}


@dataclass(frozen=True)
class Kept:
    """Rows of one table that are about a person: under which name, how they are found, dated, shown and erased.

    `erase_all` is what an administrator may do on top: erase what the helpdesk has, too.
    """

    name: str
    table: sa.Table
    own: Callable[[str], Where]
    at: sa.ColumnElement[Any] | None = None
    show: Callable[[Row, str, bool], Row | None] = _all_of_it
    erase: Callable[[Connection, sa.Table, Where, str], int] = _delete
    erase_all: Callable[[Connection, sa.Table, Where, str], int] | None = None


def _by(column: sa.Column[Any]) -> Callable[[str], Where]:
    return lambda person: column == person


def _of_own_tickets(column: sa.Column[Any]) -> Callable[[str], Where]:
    return lambda person: column.in_(sa.select(tickets.c.number).where(tickets.c.person == person))


def _own_notices(person: str) -> Where:
    """Which are named after the chats, cases and tickets of a person."""
    chats = sa.select(sa.literal("welcome:") + conversations.c.id).where(conversations.c.person == person)
    numbers = sa.select(sa.literal("ticket:") + sa.cast(tickets.c.number, sa.Text)).where(tickets.c.person == person)
    told = [
        sa.exists().where(cases.c.person == person, notices.c.id.startswith(sa.literal(f"{what}:") + cases.c.id + ":"))
        for what in ("ended", "afresh")
    ]
    return notices.c.id.in_(chats) | notices.c.id.in_(numbers) | sa.or_(*told)


def _worked_on(person: str) -> Where:
    """What this person did as a member of the helpdesk, on the record of others."""
    others = sa.select(tickets.c.number).where(tickets.c.person != person)
    named = (entries.c.what == "assigned") & entries.c.text.startswith(person, autoescape=True)
    return entries.c.ticket.in_(others) & ((entries.c.by == person) | named)


def _assigned(connection: Connection, table: sa.Table, own: Where, person: str) -> int:
    named = entries.update().where(own, entries.c.what == "assigned", entries.c.text.startswith(person)).values(text="")
    found = connection.execute(named).rowcount
    mine = entries.update().where(own, entries.c.by == person).values(by="", name="")
    return found + connection.execute(mine).rowcount


_asks = shelf.c.name.contains(": ")  # what somebody was asked, and no sign-in: see flows/sign_in, flows/privacy

# In the order of an export. What others are found by is erased after them, see `_order`.
KEPT = (
    Kept("conversations", conversations, _by(conversations.c.person)),
    Kept("languages", speech, _by(speech.c.person)),
    Kept("case", cases, _by(cases.c.person), sa.func.coalesce(cases.c.changed_at, cases.c.opened_at)),
    Kept("fingerprints", sightings, _by(sightings.c.person), sightings.c.last_seen_at),
    Kept("chat", heard, _by(heard.c.person), heard.c.at),
    Kept("rated_answers", feedback, _by(feedback.c.person), feedback.c.at),
    Kept("answers_to_rate", answers, _by(answers.c.person), answers.c.at),
    Kept("recent_answers", deliveries, _by(deliveries.c.person), deliveries.c.begun_at, erase=_answered),
    Kept(
        "sign_in", shelf, lambda person: (shelf.c.person == person) & ~_asks, shelf.c.until,
        lambda row, person, internal: {"until": row["until"]},
    ),
    Kept("open_questions", shelf, lambda person: (shelf.c.person == person) & _asks, shelf.c.until),
    Kept("messages_sent_once", notices, _own_notices, notices.c.claimed_at),
    Kept("app_removed", departures, _by(departures.c.person), departures.c.at),
    Kept(
        "log", deeds, lambda person: (deeds.c.person == person) | (deeds.c.record == person), deeds.c.at,
        _own_lines, _nameless,
    ),
    Kept(
        "helpdesk_cases", tickets, _by(tickets.c.person), tickets.c.opened_at, _without_agents, _unreachable, _delete
    ),
    Kept(
        "helpdesk_messages", entries, _of_own_tickets(entries.c.ticket), entries.c.at, _what_others_wrote, _stay,
        _delete,
    ),
    Kept("helpdesk_places", filings, _of_own_tickets(filings.c.ticket), None, _all_of_it, _stay, _delete),
    Kept(
        "work_for_the_helpdesk", entries, _worked_on, entries.c.at, lambda row, person, internal: {**row, "text": ""},
        _assigned,
    ),
    Kept(
        "taken_for_the_helpdesk", tickets,
        lambda person: (tickets.c.assignee == person) & (tickets.c.person != person), tickets.c.taken_at,
        lambda row, person, internal: {name: row[name] for name in ("number", "status", "taken_at")},
        _blank("assignee", "assignee_name"),
    ),
    Kept(
        "helpdesk_channel", channels, _by(channels.c.person), None,
        lambda row, person, internal: {name: row[name] for name in ("id", "team")}, _blank("person", "user"),
    ),
)  # fmt: skip
# Tables about nobody, and why.
NOBODYS = {
    misses: "texts without names, addresses and numbers, kept without whose they were",
    asked_desks: "until when it is known what happened at a desk",
    clocks: "how fast time goes in this database",
    processes: "signs of life of the bot's processes",
}
# By what others are found.
_LAST = ("conversations", "helpdesk_cases", "case")


def _order() -> list[Kept]:
    return sorted(KEPT, key=lambda kept: _LAST.index(kept.name) if kept.name in _LAST else -1)


# -- what is too old ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Aged:
    """Rows of one table that go when they are so old; `real` where the store itself has dated them."""

    table: sa.Table
    at: sa.ColumnElement[Any]
    kept: Callable[[Retention], timedelta]
    only: Where | None = None
    real: bool = True


AGED = (
    Aged(
        cases, sa.func.coalesce(cases.c.changed_at, cases.c.look_at, cases.c.begun_at, cases.c.opened_at),
        lambda kept: kept.cases, cases.c.state.not_in(PROMISED),
    ),
    Aged(deeds, deeds.c.at, lambda kept: kept.cases, real=False),
    Aged(sightings, sightings.c.last_seen_at, lambda kept: kept.observations, real=False),
    Aged(answers, answers.c.at, lambda kept: kept.observations),
    Aged(feedback, feedback.c.at, lambda kept: kept.observations),
    Aged(misses, misses.c.last_at, lambda kept: kept.observations),
    Aged(heard, heard.c.at, lambda kept: DAY),
    Aged(deliveries, deliveries.c.begun_at, lambda kept: DAY),
    Aged(shelf, shelf.c.until, lambda kept: timedelta()),
)  # fmt: skip


class People(Transactions):
    """The part of ports.Store that knows everything about one person, and forgets it."""

    async def held(self, person: str) -> dict[str, Held]:
        """How much is kept about a person, by the names of an export; what there is none of is left out."""

        def work(connection: Connection) -> dict[str, Held]:
            found = {}
            for kept in KEPT:
                ages = (sa.func.min(kept.at), sa.func.max(kept.at)) if kept.at is not None else ()
                counted = sa.select(sa.func.count(), *ages).select_from(kept.table).where(kept.own(person))
                count, *moments = connection.execute(counted).one()
                if count:
                    found[kept.name] = Held(count, *moments)
            return found

        return await self._run(work)

    async def export(self, person: str, internal: bool = False) -> dict[str, list[dict[str, Any]]]:
        """All rows about a person, as JSON has them; with `internal`, the helpdesk's own notes are among them."""

        def work(connection: Connection) -> dict[str, list[dict[str, Any]]]:
            found = {}
            for kept in KEPT:
                ordered = kept.table.select().where(kept.own(person)).order_by(*kept.table.primary_key)
                shown = (kept.show(dict(row), person, internal) for row in connection.execute(ordered).mappings())
                found[kept.name] = [{name: _plain(value) for name, value in row.items()} for row in shown if row]
            return found

        return await self._run(work)

    async def erase(self, person: str, tickets_too: bool = False) -> dict[str, int]:
        """Forget a person, all of it or nothing; returns how many rows, by the names of an export.

        What they have open at the helpdesk is withdrawn; what the helpdesk has stays by its age, or goes with
        `tickets_too`. Whatever is under way for them finds nothing, and ends.
        """
        now = self._clock.now()

        def work(connection: Connection) -> dict[str, int]:
            _alone(connection)
            return _erased(connection, person, now, tickets_too)

        return await self._removed(work)

    async def tidy(self, now: datetime, retention: Retention) -> dict[str, int]:
        """Remove what is too old, some of it at a time; returns how many rows by table, nothing when all is done.

        What is open stays: promises, and cases at the helpdesk.
        """
        real = self._clock.now()

        def work(connection: Connection) -> dict[str, int]:
            _alone(connection)
            gone = {aged.table.name: _outdated(connection, aged, now, real, retention) for aged in AGED}
            gone["tickets"] = _old_tickets(connection, now - retention.cases)
            gone["people"] = _leavers(connection, real, retention.removed)
            gone["speech"] = _of_nobody(connection)
            return {name: count for name, count in gone.items() if count}

        return await self._removed(work)

    async def _removed(self, work: Callable[[Connection], dict[str, int]]) -> dict[str, int]:
        """What was removed is gone from the database's file, too."""
        if gone := await self._run(work):
            await asyncio.get_running_loop().run_in_executor(self._threads, write_over, self._engine)
        return gone


def _alone(connection: Connection) -> None:
    """Whoever forgets people does so one after the other: two who take the same rows in another order would wait."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext("resync: forget"))))
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _erased(
    connection: Connection, person: str, now: datetime, tickets_too: bool, withdraws: bool = True
) -> dict[str, int]:
    # Whoever is about to note something about the case is done first, or finds that it is no more: see `holds`.
    connection.execute(sa.select(cases.c.id).where(cases.c.person == person).with_for_update())
    if withdraws and not tickets_too:
        _withdraw(connection, person, now)
    gone = {}
    for kept in _order():
        erase = kept.erase_all if tickets_too and kept.erase_all else kept.erase
        gone[kept.name] = erase(connection, kept.table, kept.own(person), person)
    return {kept.name: gone[kept.name] for kept in KEPT if gone[kept.name]}


def _withdraw(connection: Connection, person: str, now: datetime) -> None:
    """Nobody works on in vain for somebody who is not told any more; desks hear of it like of any entry."""
    live = tickets.c.status.in_([str(status) for status in LIVE])
    found = connection.execute(tickets.select().where(tickets.c.person == person, live).with_for_update())
    for ticket in [ticket_of(row) for row in found.mappings()]:
        entry = Entry(ticket.number, 0, now, Side.PERSON, "withdrawn", person, ticket.name)
        after = replace(done(ticket, entry), version=ticket.version + 1)
        _save(connection, after, replace(entry, number=after.entries))


def _save(connection: Connection, ticket: Ticket, entry: Entry) -> None:
    connection.execute(tickets.update().where(tickets.c.number == ticket.number).values(**values_of(ticket)))
    connection.execute(entries.insert().values(**asdict(entry)))


def _outdated(connection: Connection, aged: Aged, now: datetime, real: datetime, retention: Retention) -> int:
    keys = list(aged.table.primary_key)
    key = keys[0] if len(keys) == 1 else sa.tuple_(*keys)
    old = aged.at < (real if aged.real else now) - aged.kept(retention)
    old = old if aged.only is None else old & aged.only
    some = sa.select(*keys).where(old).limit(AT_ONCE)
    return connection.execute(aged.table.delete().where(key.in_(some), old)).rowcount  # as it is now, not when found


def _old_tickets(connection: Connection, before: datetime) -> int:
    """With what was written and done, and where each was filed."""
    over = tickets.c.status.in_([str(status) for status in OVER])
    age = sa.func.coalesce(tickets.c.changed_at, tickets.c.opened_at)
    found = sa.select(tickets.c.number).where(over, age < before).limit(AT_ONCE).with_for_update()
    old = list(connection.execute(found).scalars())
    for table, column in ((entries, entries.c.ticket), (filings, filings.c.ticket), (tickets, tickets.c.number)):
        connection.execute(table.delete().where(column.in_(old)))
    connection.execute(notices.delete().where(notices.c.id.in_([f"ticket:{number}" for number in old])))
    return len(old)


def _leavers(connection: Connection, now: datetime, after: timedelta) -> int:
    """People who removed the app so long ago and are not back; what they have open at the helpdesk goes on."""
    back = sa.exists().where(conversations.c.person == departures.c.person)
    long_ago = sa.select(departures.c.person).where(departures.c.at < now - after)
    for person in connection.execute(long_ago.where(back)).scalars().all():
        connection.execute(departures.delete().where(departures.c.person == person))
    promised = sa.exists().where(cases.c.person == departures.c.person, cases.c.state.in_(PROMISED))
    gone = list(connection.execute(long_ago.where(~back, ~promised).limit(LEAVERS)).scalars())
    for person in gone:
        _erased(connection, person, now, tickets_too=False, withdraws=False)
    return len(gone)


def _of_nobody(connection: Connection) -> int:
    """Languages of people of whom nothing else is kept."""
    known = [
        sa.exists().where(column == speech.c.person)
        for column in (conversations.c.person, cases.c.person, departures.c.person)
    ]
    return connection.execute(speech.delete().where(~sa.or_(*known))).rowcount


def _plain(value: Any) -> Any:
    """As JSON has it."""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
