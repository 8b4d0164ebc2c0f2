"""Door to the database: cases, conversations, deliveries, sightings. The only place that knows SQLAlchemy."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from bot.core.audit import Deed, Who
from bot.core.cases import PROMISED, Case, State, Try
from bot.core.facts import Complaint, Outcome, Sighting
from bot.core.tickets import Ticket
from bot.ports import Clock, Conflict, Conversation, Delivery, StoreUnavailable

T = TypeVar("T")

# Teams repeats an activity when 15 s have passed without an answer (platform: 3.5). A delivery that was begun longer
# ago than this and never ended belongs to a process that died in the middle of it.
ABANDONED = timedelta(seconds=12)
SEEN_LATELY = timedelta(minutes=5)  # how exactly it is kept when something was last seen
REPEATS = timedelta(hours=24)  # how long an activity is known again

_PICTURE = re.compile(r"data:image/jpeg;base64,[A-Za-z0-9+/=]*")
_NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="  # one transparent pixel

metadata = sa.MetaData()


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
    *(_text(name) for name in ("language", "time_zone", "verdict", "conversation", "wanted", "page", "ticket")),
    *(_number(name) for name in ("version", "attempt", "looks", "blind")),
    *(_moment(name) for name in ("opened_at", "begun_at", "since", "asked_at", "pulled_at", "look_at")),
    *(sa.Column(name, Words, nullable=False) for name in ("findings", "cards")),
    sa.Column("stale", Words, nullable=False, server_default=""),
    *(_yes_or_no(name) for name in ("asked_ok", "muted", "owed", "untold", "lifted")),
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
deliveries = _table("deliveries", _text("id"), _moment("begun_at"), _moment("ended_at"), _text("answer"), key=("id",))
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
tickets = _table(
    "tickets", *(_text(name) for name in ("id", "case", "person")), _moment("opened_at"), sa.Column("bundle", sa.JSON),
    key=("id",),
)  # fmt: skip
sa.Index("tickets_by_age", tickets.c.opened_at)
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
    try:
        url = sa.make_url(database_url)
    except sa.exc.ArgumentError as error:
        raise StoreUnavailable("it must be sqlite:///file.db or postgresql://user:password@host/name") from error
    if url.get_backend_name() == "postgresql":
        return sa.create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True)
    engine = sa.create_engine(url, hide_parameters=True)  # an error is logged, and what people said is not

    @sa.event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA busy_timeout=10000")
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


class Database:
    """Implements ports.Store. Statements run in threads; each method is one transaction."""

    def __init__(self, database_url: str, clock: Clock) -> None:
        self._engine, self._clock = engine_of(database_url), clock

    async def open(self) -> None:
        """Make the tables and columns that are not there yet; raises StoreUnavailable."""
        try:
            await self._run(_upgrade)
        except sa.exc.SQLAlchemyError as error:
            raise StoreUnavailable(str(error).splitlines()[0]) from error

    async def close(self) -> None:
        await asyncio.to_thread(self._engine.dispose)

    async def healthy(self) -> bool:
        try:
            await self._run(lambda connection: connection.execute(sa.text("select 1")))
        except sa.exc.SQLAlchemyError:
            return False
        return True

    async def begin_delivery(self, conversation: str, activity: str) -> Delivery:
        """First time of this activity? An abandoned one counts as the first time again."""
        id, now = _hash(conversation, activity), self._clock.now()

        def work(connection: Connection) -> Delivery:
            connection.execute(deliveries.delete().where(deliveries.c.begun_at < now - REPEATS))
            if _insert(connection, deliveries, id=id, begun_at=now):
                return Delivery(True)
            taken_over = connection.execute(
                deliveries.update()
                .where(deliveries.c.id == id, deliveries.c.ended_at.is_(None), deliveries.c.begun_at < now - ABANDONED)
                .values(begun_at=now)
            )
            row = connection.execute(deliveries.select().where(deliveries.c.id == id)).one()
            return Delivery(bool(taken_over.rowcount), row.answer if row.ended_at else None)

        return await self._run(work)

    async def end_delivery(self, conversation: str, activity: str, answer: str) -> None:
        """Keep what was answered, for a repeat, without the pictures in it: photos are never stored."""
        answer = _PICTURE.sub(_NO_PICTURE, answer)
        id, now = _hash(conversation, activity), self._clock.now()
        statement = deliveries.update().where(deliveries.c.id == id).values(ended_at=now, answer=answer)
        await self._run(lambda connection: connection.execute(statement))

    async def remember(self, conversation: Conversation) -> bool:
        """Keep where the person can be reached; True if this conversation is new."""
        values = asdict(conversation)

        def work(connection: Connection) -> bool:
            if _insert(connection, conversations, **values):
                return True
            # A message that lacks a locale or time zone does not make us forget the one we know.
            known = {name: value for name, value in values.items() if value}
            connection.execute(conversations.update().where(conversations.c.id == conversation.id).values(**known))
            return False

        return await self._run(work)

    async def conversation(self, id: str) -> Conversation | None:
        row = await self._one(conversations.select().where(conversations.c.id == id))
        return Conversation(**row) if row else None

    async def forget_conversation(self, id: str) -> None:
        await self._run(lambda connection: connection.execute(conversations.delete().where(conversations.c.id == id)))

    async def case_of(self, person: str) -> Case | None:
        """The person's case."""
        return _case(await self._one(cases.select().where(cases.c.person == person)))

    async def case(self, id: str) -> Case | None:
        return _case(await self._one(cases.select().where(cases.c.id == id)))

    async def add_case(self, case: Case) -> Case:
        """Add it, or return the one that the person already has."""
        one = cases.select().where(cases.c.person == case.person)

        def work(connection: Connection) -> Case:
            _insert(connection, cases, **asdict(case))
            found = _case(connection.execute(one).mappings().one())
            assert found is not None
            return found

        return await self._run(work)

    async def save_case(self, case: Case) -> Case:
        """Save under the next version; raises Conflict if somebody else saved since `case` was read."""
        saved = replace(case, version=case.version + 1)
        statement = cases.update().where(cases.c.id == case.id, cases.c.version == case.version).values(**asdict(saved))
        if not await self._run(lambda connection: connection.execute(statement).rowcount):
            raise Conflict(case.id)
        return saved

    async def sighted(self, person: str, subjects: Mapping[str, tuple[str, str]], at: datetime) -> dict[str, Sighting]:
        """Note how things of this person look now; returns since when."""
        return await self._run(lambda connection: _sighted(connection, person, subjects, at))

    async def epoch(self, scale: int) -> datetime:
        """From when time goes `scale` times faster in this database; raises StoreUnavailable if it goes otherwise.

        The first who asks sets it. Moments that were kept at another pace would lie far in the future, or the past.
        """
        now = self._clock.now()

        def work(connection: Connection) -> sa.Row[Any]:
            _insert(connection, clocks, id="pace", scale=scale, begun_at=now)
            return connection.execute(clocks.select()).one()

        pace = await self._run(work)
        if pace.scale != scale:
            raise StoreUnavailable(
                f"its time goes {pace.scale} times as fast: with another RESYNC_TIME_SCALE, use an empty one"
            )
        begun_at: datetime = pace.begun_at
        return begun_at

    async def claim_notice(self, key: str) -> bool:
        """True for the first who asks for this key, ever."""
        now = self._clock.now()
        return await self._run(lambda connection: _insert(connection, notices, id=key, claimed_at=now))

    async def release_notice(self, key: str) -> None:
        """Let it be claimed again: what was to be said has certainly not been said."""
        await self._run(lambda connection: connection.execute(notices.delete().where(notices.c.id == key)))

    async def note(self, deed: Deed) -> None:
        """Add a line to the audit, unless one of this id is there."""
        await self._run(lambda connection: _insert(connection, deeds, **asdict(deed)))

    async def note_within(self, deed: Deed, since: datetime, most: int) -> bool:
        """Add a line, unless there are `most` of its kind since then, and 0 is any number; whether it is there."""

        def work(connection: Connection) -> bool:
            if connection.dialect.name == "postgresql":  # SQLite has one writer at a time anyway
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext(deed.what))))
            if not _insert(connection, deeds, **asdict(deed)) or not most:
                return True
            kind = sa.select(sa.func.count()).where(deeds.c.what == deed.what, deeds.c.at > since)
            if connection.execute(kind).scalar_one() <= most:
                return True
            connection.execute(deeds.delete().where(deeds.c.id == deed.id))
            return False

        return await self._run(work)

    async def deeds_of(self, person: str, most: int = 20) -> list[Deed]:
        """The newest lines about a person, oldest of them first."""
        statement = deeds.select().where(deeds.c.person == person).order_by(deeds.c.at.desc(), deeds.c.id).limit(most)
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [Deed(**{**row, "who": Who(row["who"])}) for row in reversed(rows)]

    async def add_ticket(self, ticket: Ticket) -> None:
        """Keep what is handed to the helpdesk, unless one of this id is there."""
        await self._run(lambda connection: _insert(connection, tickets, **asdict(ticket)))

    async def newest_tickets(self, most: int = 100) -> list[Ticket]:
        """What was handed to the helpdesk, newest first."""
        statement = tickets.select().order_by(tickets.c.opened_at.desc(), tickets.c.id).limit(most)
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [Ticket(**row) for row in rows]

    async def begun_since(self, at: datetime) -> list[datetime]:
        """When resyncs of anybody have begun since then."""
        statement = sa.select(deeds.c.at).where(deeds.c.what == "start", deeds.c.at > at)
        return list(await self._run(lambda connection: connection.execute(statement).scalars().all()))

    async def unwatched(self, before: datetime) -> list[Case]:
        """Promises whose next look, and ends whose telling, should have happened by then."""
        open_ones = cases.c.state.in_(PROMISED) | (cases.c.owed & ~cases.c.untold)
        statement = cases.select().where(open_ones, sa.func.coalesce(cases.c.look_at, cases.c.opened_at) < before)
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [case for row in rows if (case := _case(row))]

    async def unbegun(self, before: datetime) -> list[Case]:
        """Resyncs that were begun by then, and for which nothing was done yet."""
        statement = cases.select().where(
            cases.c.state == State.RESYNCING, cases.c.looks == 0, cases.c.begun_at < before
        )
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [case for row in rows if (case := _case(row))]

    async def beat(self, process: str) -> dict[str, int]:
        """Count a sign of life of this process; returns the counters of all that share the database."""

        def work(connection: Connection) -> dict[str, int]:
            if not _insert(connection, processes, id=process, beats=1):
                more = processes.update().where(processes.c.id == process).values(beats=processes.c.beats + 1)
                connection.execute(more)
            return {row.id: row.beats for row in connection.execute(processes.select())}

        return await self._run(work)

    async def sweep(self, before: datetime) -> None:
        """Forget the claims of news that was told before then; nobody asks for it again."""
        old = notices.delete().where(notices.c.id.like("ended:%"), notices.c.claimed_at < before)
        await self._run(lambda connection: connection.execute(old))

    async def strike_off(self, process: str) -> None:
        """Forget the counter of a process."""
        await self._run(lambda connection: connection.execute(processes.delete().where(processes.c.id == process)))

    async def _one(self, statement: sa.Select[Any]) -> Mapping[str, Any] | None:
        row = await self._run(lambda connection: connection.execute(statement).mappings().one_or_none())
        return dict(row) if row else None

    async def _run(self, work: Callable[[Connection], T]) -> T:
        def transaction() -> T:
            with self._engine.begin() as connection:
                return work(connection)

        return await asyncio.to_thread(transaction)


def _sighted(
    connection: Connection, person: str, subjects: Mapping[str, tuple[str, str]], at: datetime
) -> dict[str, Sighting]:
    known = {row.subject: row for row in connection.execute(sightings.select().where(sightings.c.person == person))}
    found = {}
    for subject, seen in subjects.items():
        before = known.get(subject)
        if before is None:
            found[subject] = Sighting(at, None)
        elif before.fingerprint == seen[1] or (seen[0] and before.mark == seen[0]):
            found[subject] = Sighting(before.first_seen_at, before.other_seen_at)
        else:
            found[subject] = Sighting(at, before.last_seen_at)
        if before and seen == (before.mark, before.fingerprint) and at - before.last_seen_at < SEEN_LATELY:
            continue  # nothing new, and not worth a write
        values = {**asdict(found[subject]), "mark": seen[0], "fingerprint": seen[1], "last_seen_at": at}
        if not _insert(connection, sightings, person=person, subject=subject, **values):
            where = (sightings.c.person == person, sightings.c.subject == subject)
            connection.execute(sightings.update().where(*where).values(**values))
    return found


def _upgrade(connection: Connection) -> None:
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
    if cases.c.owed in fresh:
        _adopt(connection)


def _adopt(connection: Connection) -> None:
    """Version 0.1 knew neither since when a resync is under way nor whether its end is still to be told.

    Its table `pictures`, whose place `sightings` took, stays for processes of that version that still run.
    """
    began = sa.func.coalesce(cases.c.asked_at, cases.c.opened_at)
    under_way = cases.update().where(cases.c.state == State.RESYNCING)
    connection.execute(under_way.values(since=began, begun_at=began, look_at=began))
    attempt = sa.cast(cases.c.attempt, sa.Text)
    told = sa.select(notices.c.id).where(notices.c.id == sa.literal("ended:") + cases.c.id + ":" + attempt).exists()
    over = cases.update().where(cases.c.state.in_((State.ARRIVED, State.STILL_STUCK)), ~told)
    connection.execute(over.values(owed=True, look_at=sa.func.coalesce(cases.c.asked_at, cases.c.opened_at)))


def _insert(connection: Connection, table: sa.Table, **values: Any) -> bool:
    """Insert unless it is there; True if it was not. Both databases spell it the same, in modules of their own."""
    insert: Any = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(**values).on_conflict_do_nothing().returning(*table.primary_key)
    return connection.execute(statement).first() is not None


def _case(row: Mapping[Any, Any] | sa.RowMapping | None) -> Case | None:
    return Case(**{**row, "state": State(row["state"])}) if row else None


def _hash(*parts: str) -> str:
    """A key of one length for ids that a sender chooses."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
