"""The tables, and how an older database is brought to them; the connections to both kinds of database."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from bot.core.cases import State, Try
from bot.core.facts import Complaint, Outcome
from bot.core.tickets import LIVE
from bot.ports import Conversation, StoreUnavailable

CONNECTING = 10  # seconds that PostgreSQL may take to answer at all

metadata = sa.MetaData()


# Tables of earlier versions: they stay, for processes of these may still run, and what they say of people goes.
FORMER = ("pictures", "questions")


class Moment(sa.types.TypeDecorator[datetime]):
    """An aware UTC moment, also in SQLite, which has no such type."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Words(sa.types.TypeDecorator[tuple[str, ...]]):
    """A few keys, in order."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: sa.Dialect) -> str:
        return " ".join(value or ())

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[str, ...]:
        return tuple((value or "").split())


class Tries(sa.types.TypeDecorator[tuple[Try, ...]]):
    """The rungs that were climbed, in order."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str:
        return json.dumps([{**one, "at": one["at"].isoformat()} for one in value or ()])

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[Try, ...]:
        found = json.loads(value or "[]")
        return tuple(Try(one["rung"], datetime.fromisoformat(one["at"]), Outcome(one["outcome"])) for one in found)


class Said(sa.types.TypeDecorator[Complaint]):
    """What a person complained of."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str:
        return json.dumps(value or asdict(Complaint("")))

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Complaint:
        return Complaint(**json.loads(value)) if value else Complaint("")


def _table(name: str, *columns: sa.Column[Any], key: tuple[str, ...]) -> sa.Table:
    return sa.Table(name, metadata, *columns, sa.PrimaryKeyConstraint(*key))


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False, default="", server_default="")


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, Moment)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False, default=0, server_default="0")


def _yes_or_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=False, default=False, server_default=sa.false())


cases = _table(
    "cases",
    *(_text(name) for name in ("id", "person", "state", "complaint", "place", "field", "trouble", "site")),
    *(
        _text(name)
        for name in ("seen_since", "language", "time_zone", "verdict", "conversation", "wanted", "page", "ticket")
    ),
    *(_number(name) for name in ("version", "attempt", "looks", "blind")),
    *(_moment(name) for name in ("opened_at", "begun_at", "since", "asked_at", "pulled_at", "look_at")),
    _moment("changed_at"),  # no part of the case: from then on it is kept for so long
    *(sa.Column(name, Words, nullable=False) for name in ("findings", "cards")),
    sa.Column("stale", Words, nullable=False, server_default=""),
    *(_yes_or_no(name) for name in ("asked_ok", "muted", "owed", "untold", "lifted", "by_helpdesk")),
    sa.Column("waits_for", Said, nullable=False, server_default=""),
    sa.Column("tried", Tries, nullable=False, server_default="[]"),
    key=("id",),
)
sa.Index("one_case_each", cases.c.person, unique=True)  # whichever process asks first

conversations = _table(
    "conversations",
    *(_text(name) for name in (spec.name for spec in fields(Conversation))),
    key=("id",),
)
departures = _table("departures", _text("person"), _moment("at"), key=("person",))  # who removed the app, and when
sa.Index("conversations_by_person", conversations.c.person)
deliveries = _table(
    "deliveries", *(_text(name) for name in ("id", "answer", "person")), _moment("begun_at"), _moment("ended_at"),
    key=("id",),
)  # fmt: skip
sa.Index("deliveries_by_age", deliveries.c.begun_at)
sightings = _table(
    "sightings",
    *(_text(name) for name in ("person", "subject", "mark", "fingerprint")),
    *(_moment(name) for name in ("first_seen_at", "last_seen_at", "other_seen_at")),
    key=("person", "subject"),
)
deeds = _table(
    "deeds",
    *(_text(name) for name in ("id", "person", "case", "who", "what", "card", "record", "outcome", "before")),
    _moment("at"),
    key=("id",),
)
sa.Index("deeds_by_person", deeds.c.person, deeds.c.at)
sa.Index("deeds_by_kind", deeds.c.what, deeds.c.at)
tickets = sa.Table(
    "tickets",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    *(_text(name) for name in ("key", "person", "name", "login", "subject", "case", "status", "priority", "words")),
    *(_text(name) for name in ("tried", "contact", "language", "time_zone", "conversation", "verdict")),
    *(_text(name) for name in ("assignee", "assignee_name", "reason", "confirmed")),
    *(_number(name) for name in ("version", "entries", "rating", "reopened")),
    *(_moment(name) for name in ("opened_at", "changed_at", "taken_at", "replied_at", "resolved_at")),
    *(sa.Column(name, Words, nullable=False, server_default="") for name in ("cards", "findings")),
    *(_yes_or_no(name) for name in ("muted", "by_itself")),
    sa.Column("bundle", sa.JSON),
)
_LIVE = tickets.c.status.in_([str(status) for status in LIVE])
sa.Index("one_ticket_each", tickets.c.key, unique=True)
sa.Index(
    "one_live_ticket_each", tickets.c.person, tickets.c.subject, unique=True,
    postgresql_where=_LIVE, sqlite_where=_LIVE,
)  # fmt: skip
sa.Index("tickets_by_person", tickets.c.person)
sa.Index("tickets_by_change", tickets.c.changed_at)
entries = _table(
    "entries",
    sa.Column("ticket", sa.Integer, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    *(_text(name) for name in ("side", "what", "by", "name", "text", "origin", "key")),
    _moment("at"),
    key=("ticket", "number"),
)
_KEYED = entries.c.key != ""
sa.Index("each_entry_once", entries.c.ticket, entries.c.key, unique=True, postgresql_where=_KEYED, sqlite_where=_KEYED)
filings = _table(
    "filings",
    sa.Column("ticket", sa.Integer, nullable=False),
    *(_text(name) for name in ("place", "id", "url", "seal", "trouble")),
    _yes_or_no("trying"),
    *(_number(name) for name in ("told", "telling", "shown", "failures")),
    *(_moment(name) for name in ("since", "again_at")),
    key=("ticket", "place"),
)
sa.Index("filings_by_id", filings.c.place, filings.c.id)
channels = _table(
    "channels", *(_text(name) for name in ("key", *(spec.name for spec in fields(Conversation)))), key=("key",)
)
asked_desks = _table("asked_desks", _text("desk"), _moment("at"), key=("desk",))
heard = sa.Table(
    "heard",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    *(_text(name) for name in ("person", "side", "text")),
    _moment("at"),
)
sa.Index("heard_by_person", heard.c.person)
speech = _table("speech", *(_text(name) for name in ("person", "spoken", "chosen")), key=("person",))
misses = _table(
    "misses", _text("text"), _text("language"), _number("count"), _moment("first_at"), _moment("last_at"),
    key=("text", "language"),
)  # fmt: skip
_SHOWN = ("intent", "verdict", "language")
answers = _table(
    "answers",
    *(_text(name) for name in ("conversation", "message", "person", *_SHOWN)),
    sa.Column("findings", Words, nullable=False, server_default=""),
    _moment("at"),
    key=("conversation", "message"),
)
sa.Index("answers_by_age", answers.c.at)
feedback = _table(
    "feedback",
    *(_text(name) for name in ("conversation", "message", "person", *_SHOWN, "reaction", "text")),
    sa.Column("findings", Words, nullable=False, server_default=""),
    _moment("at"),
    key=("conversation", "message"),
)
sa.Index("feedback_by_age", feedback.c.at)
kept = _table("kept", *(_text(name) for name in ("name", "person", "content")), _moment("until"), key=("name",))
sa.Index("kept_by_person", kept.c.person)
clocks = _table("clocks", _text("id"), _number("scale"), _moment("begun_at"), key=("id",))
processes = _table("processes", _text("id"), _number("beats"), key=("id",))
notices = _table("notices", _text("id"), _moment("claimed_at"), key=("id",))


@sa.event.listens_for(sa.Engine, "connect")
def _sqlite_clock(connection: object, _: object) -> None:
    """Give an SQLite before 3.42 the unixepoch('subsec') that DBOS relies on; there it answers NULL.

    Debian 12 and Ubuntu 22.04 ship such a version, and Python uses what the system has (sqlite.org/lang_datefunc.html).
    """
    if isinstance(connection, sqlite3.Connection) and sqlite3.sqlite_version_info < (3, 42):
        connection.create_function("unixepoch", 1, lambda _: time.time())


def engine_of(database_url: str) -> sa.Engine:
    """An engine for the store's own connections; both databases take the same statements."""
    wrong = StoreUnavailable("it must be sqlite:///file.db or postgresql://user:password@host/name")
    try:
        url = sa.make_url(database_url)
    except sa.exc.ArgumentError as error:
        raise wrong from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise wrong
    if url.get_backend_name() == "postgresql":
        if "connect_timeout" not in url.query:  # psycopg's own is more than two minutes
            url = url.update_query_dict({"connect_timeout": str(CONNECTING)})
        return sa.create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True)
    engine = sa.create_engine(url, hide_parameters=True)  # an error is logged, and what people said is not

    @sa.event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA busy_timeout=10000")
        connection.execute(
            "PRAGMA secure_delete=ON"
        )  # what is deleted is written over; not every SQLite does so itself
        _write_ahead(connection)

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have readers and one writer side by side: a property of the file, which the first connection gives it.

    Unlike other statements the switch does not wait for somebody who is in the middle of it (sqlite.org/wal.html).
    """
    for left in reversed(range(100)):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if not left:
                raise
            time.sleep(0.1)


def must_be_there(engine: sa.Engine) -> None:
    """SQLite makes a new file of any address; raises StoreUnavailable where there is none yet."""
    file = Path(engine.url.database or "")
    if engine.dialect.name == "sqlite" and not file.exists():
        raise StoreUnavailable(f"there is no file {file.absolute()}")


def write_over(engine: sa.Engine) -> None:
    """Empty SQLite's journal, in which what was deleted is still to be read until other work takes its place.

    PostgreSQL has its own ways for that, which are the administrator's: vacuum, and how long its log is kept.
    """
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def upgrade(connection: Connection) -> None:
    """Bring an empty database, or that of an earlier version, to this one's tables and columns.

    One process at a time: another that begins at the same moment finds all of it made.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext("resync: upgrade"))))
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    metadata.create_all(connection)
    inspector = sa.inspect(connection)
    fresh = set()
    for table in metadata.sorted_tables:
        there = {column["name"] for column in inspector.get_columns(table.name)}
        for column in (column for column in table.columns if column.name not in there):
            added = sa.schema.CreateColumn(column).compile(dialect=connection.dialect)
            connection.execute(sa.text(f"ALTER TABLE {table.name} ADD COLUMN {added}"))
            fresh.add(column)
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    if cases.c.owed in fresh:
        _adopt(connection)
    for name in set(FORMER).intersection(inspector.get_table_names()):
        connection.execute(sa.text(f"DELETE FROM {name}"))


def _adopt(connection: Connection) -> None:
    """Version 0.1 knew neither since when a resync is under way nor whether its end is still to be told.

    The place of its table `pictures` was taken by `sightings`.
    """
    began = sa.func.coalesce(cases.c.asked_at, cases.c.opened_at)
    under_way = cases.update().where(cases.c.state == State.RESYNCING)
    connection.execute(under_way.values(since=began, begun_at=began, look_at=began))
    attempt = sa.cast(cases.c.attempt, sa.Text)
    told = sa.select(notices.c.id).where(notices.c.id == sa.literal("ended:") + cases.c.id + ":" + attempt).exists()
    over = cases.update().where(cases.c.state.in_((State.ARRIVED, State.STILL_STUCK)), ~told)
    connection.execute(over.values(owed=True, look_at=sa.func.coalesce(cases.c.asked_at, cases.c.opened_at)))


def insert(connection: Connection, table: sa.Table, **values: Any) -> bool:
    """Insert unless it is there; True if it was not. Both databases spell it the same, in modules of their own."""
    insert: Any = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(**values).on_conflict_do_nothing().returning(*table.primary_key)
    return connection.execute(statement).first() is not None


def insert_all(connection: Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> set[Any]:
    """The same for many rows of a table whose key is one column; returns the keys of those that were not there."""
    insert: Any = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).on_conflict_do_nothing().returning(*table.primary_key)
    return set(connection.execute(statement, rows).scalars())


def holds(connection: Connection, case: str) -> bool:
    """Whether this case is there, and stays until the transaction ends: nobody is forgotten in the middle of it.

    On SQLite it has to be the first statement of its transaction, which a question alone would not begin.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    here = sa.select(cases.c.id).where(cases.c.id == case).with_for_update(read=True, key_share=True)
    return connection.execute(here).first() is not None
