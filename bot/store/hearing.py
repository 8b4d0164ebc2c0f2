"""How people speak, and what was not understood; a part of the database."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.ports import Miss, Speech
from bot.store.schema import insert, misses, speech
from bot.store.transactions import Transactions

MOST_MISSES = 10_000  # different ones; somebody may say anything


_SPEECH = speech.select().where(speech.c.person.in_(sa.bindparam("people", expanding=True)))


def speeches_of(connection: Connection, people: Sequence[str]) -> list[Speech]:
    rows = connection.execute(_SPEECH, {"people": people})
    found = {row.person: Speech(row.spoken, row.chosen) for row in rows}
    return [found.get(person, Speech()) for person in people]


def _speak(connection: Connection, said: Sequence[tuple[str, str, str]]) -> Sequence[None]:
    for person, spoken, chosen in said:
        known = {name: value for name, value in (("spoken", spoken), ("chosen", chosen)) if value}
        if not insert(connection, speech, person=person, **known):
            connection.execute(speech.update().where(speech.c.person == person).values(**known))
    return [None] * len(said)


class Hearing(Transactions):
    """The part of ports.Store that remembers languages and misses."""

    async def speech_of(self, person: str) -> Speech:
        """The languages of a person; empty where nothing is known."""
        return await self._batches.ask(speeches_of, person)

    async def speaks(self, person: str, spoken: str = "", chosen: str = "") -> None:
        """Remember the language that a person wrote in, or the one they chose; "" leaves it as it is."""
        if spoken or chosen:
            await self._batches.ask(_speak, (person, spoken, chosen))

    async def missed(self, text: str, language: str) -> None:
        """Count a text that was not understood, which must name nobody."""
        now = self._clock.now()
        own = (misses.c.text == text) & (misses.c.language == language)

        def work(connection: Connection) -> None:
            again = misses.update().where(own).values(count=misses.c.count + 1, last_at=now)
            if connection.execute(again).rowcount:
                return
            if connection.execute(sa.select(sa.func.count()).select_from(misses)).scalar_one() >= MOST_MISSES:
                return
            if not insert(connection, misses, text=text, language=language, count=1, first_at=now, last_at=now):
                connection.execute(again)  # somebody else has just said the same

        await self._run(work)

    async def misses(self, most: int) -> Sequence[Miss]:
        """What was not understood, the most frequent first."""
        statement = misses.select().order_by(misses.c.count.desc(), misses.c.last_at.desc(), misses.c.text).limit(most)
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [Miss(**row) for row in rows]
