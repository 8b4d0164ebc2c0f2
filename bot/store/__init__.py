"""Door to the database: cases, conversations, deliveries, sightings. The only place that knows SQLAlchemy."""

from __future__ import annotations

import asyncio
import hashlib
import re
from asyncio import Future
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.audit import Deed, Who
from bot.core.cases import PROMISED, Case, State
from bot.core.facts import Sighting
from bot.ports import Acquaintance, Clock, Conflict, Conversation, Delivery, StoreUnavailable
from bot.store.feedback import Thumbs
from bot.store.hearing import Hearing, speeches_of
from bot.store.keeping import Keeping
from bot.store.people import People
from bot.store.schema import (
    Moment,
    cases,
    clocks,
    conversations,
    deeds,
    deliveries,
    departures,
    engine_of,
    holds,
    insert,
    insert_all,
    must_be_there,
    notices,
    processes,
    sightings,
    upgrade,
)
from bot.store.tickets import Tickets

__all__ = ["ABANDONED", "Database", "Moment", "engine_of"]

# Teams repeats an activity when 15 s have passed without an answer (platform: 3.5). A delivery that was begun longer
# ago than this and never ended belongs to a process that died in the middle of it.
ABANDONED = timedelta(seconds=12)
SEEN_LATELY = timedelta(minutes=5)  # how exactly it is kept when something was last seen
REPEATS = timedelta(hours=24)  # how long an activity is known again
SWEEP_EVERY = timedelta(minutes=1)

_PICTURE = re.compile(r"data:image/jpeg;base64,[A-Za-z0-9+/=]*")
_NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="  # one transparent pixel


class Database(Tickets, Hearing, Thumbs, Keeping, People):
    """Implements ports.Store."""

    def __init__(self, database_url: str, clock: Clock) -> None:
        super().__init__(database_url, clock)
        self._sweep_at = clock.now()  # when old deliveries are to be forgotten

    async def open(self, anew: bool = True) -> None:
        """Make the tables and columns that are not there yet, and `anew` SQLite's file; raises StoreUnavailable."""
        if not anew:
            must_be_there(self._engine)
        try:
            await self._run(upgrade)
        except sa.exc.SQLAlchemyError as error:
            raise StoreUnavailable(str(error).splitlines()[0]) from error

    async def close(self) -> None:
        await asyncio.to_thread(self._threads.shutdown)
        await asyncio.to_thread(self._engine.dispose)

    async def healthy(self) -> bool:
        try:
            await self._run(lambda connection: connection.execute(sa.text("select 1")))
        except sa.exc.SQLAlchemyError:
            return False
        return True

    def begin_delivery(self, conversation: str, activity: str, person: str = "") -> Future[Delivery]:
        """First time of this activity, and of whom? An abandoned one counts as the first time again."""
        return self._batches.ask(self._begin, (_hash(conversation, activity), person))

    def _begin(self, connection: Connection, begun: Sequence[tuple[str, str]]) -> list[Delivery]:
        now = self._clock.now()
        if now >= self._sweep_at:
            self._sweep_at = now + SWEEP_EVERY
            connection.execute(_OLD_DELIVERIES, {"before": now - REPEATS})
        rows = [{"id": id, "begun_at": now, "person": person} for id, person in dict(begun).items()]
        fresh = insert_all(connection, deliveries, rows)
        known = _known(connection, [person for _, person in begun])
        found = []
        for (id, _), whom in zip(begun, known, strict=True):
            found.append(Delivery(True, None, whom) if id in fresh else _again(connection, id, now, whom))
            fresh.discard(id)  # the same twice at the same moment: the second is the repeat
        return found

    def end_delivery(self, conversation: str, activity: str, answer: str) -> Future[None]:
        """Keep what was answered, for a repeat, without the pictures in it: photos are never stored."""
        return self._batches.ask(self._end, (_hash(conversation, activity), _PICTURE.sub(_NO_PICTURE, answer)))

    def _end(self, connection: Connection, ended: Sequence[tuple[str, str]]) -> Sequence[None]:
        now = self._clock.now()
        alike: dict[str, list[str]] = {}  # by what was answered: nearly always nothing
        for id, answer in ended:
            alike.setdefault(answer, []).append(id)
        for answer, ids in alike.items():
            connection.execute(_END_DELIVERIES, {"ids": ids, "at": now, "said": answer})
        return [None] * len(ended)

    def remember(self, conversation: Conversation) -> Future[bool]:
        """Keep where the person can be reached; True if this conversation is new."""
        return self._batches.ask(_remember, conversation)

    async def conversation(self, id: str) -> Conversation | None:
        row = await self._one(conversations.select().where(conversations.c.id == id))
        return Conversation(**row) if row else None

    async def forget_conversation(self, id: str) -> None:
        """The person cannot be reached there any more; since when is kept, for `tidy`. They are welcome again."""
        now = self._clock.now()
        welcome = notices.delete().where(notices.c.id == f"welcome:{id}")  # or nothing would lead to it any more
        gone = conversations.delete().where(conversations.c.id == id).returning(conversations.c.person)

        def work(connection: Connection) -> None:
            connection.execute(welcome)
            if person := connection.execute(gone).scalar():
                insert(connection, departures, person=person, at=now)

        await self._run(work)

    async def case_of(self, person: str) -> Case | None:
        """The person's case."""
        return await self._batches.ask(_cases_of, person)

    async def acquaintance(self, person: str) -> Acquaintance:
        """The languages and the case of a person, in one."""
        return await self._batches.ask(_known, person)

    async def case(self, id: str) -> Case | None:
        return _case(await self._one(cases.select().where(cases.c.id == id)))

    async def add_case(self, case: Case) -> Case:
        """Add it, or return the one that the person already has."""
        one = cases.select().where(cases.c.person == case.person)

        def work(connection: Connection) -> Case:
            insert(connection, cases, **asdict(case), changed_at=self._clock.now())
            found = _case(connection.execute(one).mappings().one())
            assert found is not None
            return found

        return await self._run(work)

    async def save_case(self, case: Case) -> Case:
        """Save under the next version; raises Conflict if somebody else saved since `case` was read."""
        saved = replace(case, version=case.version + 1)
        here = cases.update().where(cases.c.id == case.id, cases.c.version == case.version)
        statement = here.values(**asdict(saved), changed_at=self._clock.now())
        if not await self._run(lambda connection: connection.execute(statement).rowcount):
            raise Conflict(case.id)
        return saved

    async def sighted(
        self, person: str, subjects: Mapping[str, tuple[str, str]], at: datetime, case: str = ""
    ) -> dict[str, Sighting]:
        """Note how things of this person look now, unless their `case` is no more; returns since when."""

        def work(connection: Connection) -> dict[str, Sighting]:
            return _sighted(connection, person, subjects, at, notes=not case or holds(connection, case))

        return await self._run(work)

    async def epoch(self, scale: int) -> datetime:
        """From when time goes `scale` times faster in this database; raises StoreUnavailable if it goes otherwise.

        The first who asks sets it. Moments that were kept at another pace would lie far in the future, or the past.
        """
        now = self._clock.now()

        def work(connection: Connection) -> sa.Row[Any]:
            insert(connection, clocks, id="pace", scale=scale, begun_at=now)
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
        return await self._run(lambda connection: insert(connection, notices, id=key, claimed_at=now))

    async def release_notice(self, key: str) -> None:
        """Let it be claimed again: what was to be said has certainly not been said."""
        await self._run(lambda connection: connection.execute(notices.delete().where(notices.c.id == key)))

    async def note(self, deed: Deed) -> None:
        """Add a line to the audit, unless one of this id is there, or the case is no more that it is about."""

        def work(connection: Connection) -> None:
            if not deed.case or holds(connection, deed.case):
                insert(connection, deeds, **asdict(deed))

        await self._run(work)

    async def note_within(self, deed: Deed, since: datetime, most: int) -> bool:
        """Add a line to a case, unless there are `most` of its kind since then, and 0 is any; whether it is there."""

        def work(connection: Connection) -> bool:
            if connection.dialect.name == "postgresql":  # SQLite has one writer at a time anyway
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext(deed.what))))
            if not holds(connection, deed.case):
                return False
            if not insert(connection, deeds, **asdict(deed)) or not most:
                return True
            kind = sa.select(sa.func.count()).where(deeds.c.what == deed.what, deeds.c.at > since)
            if connection.execute(kind).scalar_one() <= most:
                return True
            connection.execute(deeds.delete().where(deeds.c.id == deed.id))
            return False

        return await self._run(work)

    async def deeds_of(self, person: str, most: int = 20) -> list[Deed]:
        """The newest lines about a person, oldest of them first; what was only asked is none."""
        own = (deeds.c.person == person) & (deeds.c.what != "asked")
        statement = deeds.select().where(own).order_by(deeds.c.at.desc(), deeds.c.id).limit(most)
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [Deed(**{**row, "who": Who(row["who"])}) for row in reversed(rows)]

    async def deeds_since(self, at: datetime, *what: str) -> list[Deed]:
        """Lines of these kinds about anybody since then, oldest first, without records and their old values."""
        columns = [deeds.c[name] for name in ("id", "at", "person", "case", "who", "what", "outcome")]
        statement = sa.select(*columns).where(deeds.c.what.in_(what), deeds.c.at >= at).order_by(deeds.c.at)
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [Deed(**{**row, "who": Who(row["who"])}) for row in rows]

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
            if not insert(connection, processes, id=process, beats=1):
                more = processes.update().where(processes.c.id == process).values(beats=processes.c.beats + 1)
                connection.execute(more)
            return {row.id: row.beats for row in connection.execute(processes.select())}

        return await self._run(work)

    async def sweep(self, before: datetime) -> None:
        """Forget the claims of news that was told before then; nobody asks for it again."""
        told = notices.c.id.like("ended:%") | notices.c.id.like("afresh:%")
        old = notices.delete().where(told, notices.c.claimed_at < before)
        await self._run(lambda connection: connection.execute(old))

    async def strike_off(self, process: str) -> None:
        """Forget the counter of a process."""
        await self._run(lambda connection: connection.execute(processes.delete().where(processes.c.id == process)))


_OLD_DELIVERIES = deliveries.delete().where(deliveries.c.begun_at < sa.bindparam("before", type_=Moment))
_END_DELIVERIES = (
    deliveries.update()
    .where(deliveries.c.id.in_(sa.bindparam("ids", expanding=True)))
    .values(ended_at=sa.bindparam("at", type_=Moment), answer=sa.bindparam("said"))
)


def _again(connection: Connection, id: str, now: datetime, known: Acquaintance) -> Delivery:
    """An activity that was begun before: is its answer known, or is it abandoned and so to be begun anew?"""
    own = deliveries.c.id == id
    abandoned = own & deliveries.c.ended_at.is_(None) & (deliveries.c.begun_at < now - ABANDONED)
    taken_over = connection.execute(deliveries.update().where(abandoned).values(begun_at=now))
    row = connection.execute(deliveries.select().where(own)).one()
    return Delivery(bool(taken_over.rowcount), row.answer if row.ended_at else None, known)


def _remember(connection: Connection, met: Sequence[Conversation]) -> list[bool]:
    """Nothing is written of whom nothing new is known, which is nearly everybody."""
    rows = connection.execute(_CONVERSATIONS, {"ids": [one.id for one in met]})
    known = {row[0]: Conversation(*row) for row in rows}
    found = []
    for one in met:
        before = known.get(one.id)
        if before == one:
            found.append(False)
            continue
        # A message that lacks a locale or time zone does not make us forget the one we know.
        values = {name: value for name, value in asdict(one).items() if value}
        now = replace(before, **values) if before else one
        fresh = before is None and insert(connection, conversations, **asdict(now))
        if fresh:  # whoever had removed the app is back
            connection.execute(departures.delete().where(departures.c.person == one.person))
        if now != before and not fresh:
            connection.execute(conversations.update().where(conversations.c.id == one.id).values(**values))
        known[one.id] = now
        found.append(fresh)
    return found


_CONVERSATIONS = conversations.select().where(conversations.c.id.in_(sa.bindparam("ids", expanding=True)))
_CASES = cases.select().where(cases.c.person.in_(sa.bindparam("people", expanding=True)))


def _cases_of(connection: Connection, people: Sequence[str]) -> list[Case | None]:
    found = {row["person"]: _case(row) for row in connection.execute(_CASES, {"people": people}).mappings()}
    return [found.get(person) for person in people]


def _known(connection: Connection, people: Sequence[str]) -> list[Acquaintance]:
    return list(map(Acquaintance, speeches_of(connection, people), _cases_of(connection, people)))


def _sighted(
    connection: Connection, person: str, subjects: Mapping[str, tuple[str, str]], at: datetime, notes: bool
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
        if not notes:
            continue
        values = {**asdict(found[subject]), "mark": seen[0], "fingerprint": seen[1], "last_seen_at": at}
        if not insert(connection, sightings, person=person, subject=subject, **values):
            where = (sightings.c.person == person, sightings.c.subject == subject)
            connection.execute(sightings.update().where(*where).values(**values))
    return found


def _case(row: Mapping[Any, Any] | sa.RowMapping | None) -> Case | None:
    if row is None:
        return None
    values = dict(row) | {"state": State(row["state"])}
    del values["changed_at"]
    return Case(**values)


def _hash(*parts: str) -> str:
    """A key of one length for ids that a sender chooses."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
