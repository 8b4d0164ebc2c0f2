"""What answers with thumbs showed, and what people think of them; a part of the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.core.feedback import Feedback, Shown
from bot.store.schema import answers, feedback, holds, insert
from bot.store.transactions import Transactions


class Thumbs(Transactions):
    """The part of ports.Store that remembers answers with thumbs."""

    async def answered(self, conversation: str, message: str, person: str, shown: Shown, case: str = "") -> None:
        """Keep what a message shows that people may rate, unless the `case` is no more that it is about.

        A card that has changed shows something else now.
        """
        key, now = {"conversation": conversation, "message": message}, self._clock.now()
        values = {**asdict(shown), "person": person, "at": now}

        def work(connection: Connection) -> None:
            if case and not holds(connection, case):
                return
            if not insert(connection, answers, **key, **values):
                connection.execute(answers.update().filter_by(**key).values(**values))

        await self._run(work)

    async def rate(self, conversation: str, message: str, person: str, reaction: str, text: str) -> bool:
        """Keep what this person thinks of it, in place of what they thought before; False if it is none of theirs."""
        key, own = {"conversation": conversation, "message": message}, {"person": person}
        said = {"reaction": reaction, "text": text, "at": self._clock.now()}

        def work(connection: Connection) -> bool:
            row = connection.execute(answers.select().filter_by(**key, **own)).mappings().one_or_none()
            if row is None:
                return False
            values = {**row, **said}
            if not insert(connection, feedback, **values):
                connection.execute(feedback.update().filter_by(**key).values(**values))
            return True

        return await self._run(work)

    async def feedback(self, most: int) -> Sequence[Feedback]:
        """The newest, newest first."""
        return await self._read(feedback.select().order_by(feedback.c.at.desc(), feedback.c.message).limit(most))

    async def feedback_since(self, at: datetime) -> Sequence[Feedback]:
        """What was said since then, oldest first."""
        return await self._read(feedback.select().where(feedback.c.at >= at).order_by(feedback.c.at))

    async def _read(self, statement: sa.Select[Any]) -> Sequence[Feedback]:
        rows = await self._run(lambda connection: connection.execute(statement).mappings().all())
        return [_feedback(row) for row in rows]


def _feedback(row: Mapping[Any, Any] | sa.RowMapping) -> Feedback:
    shown = Shown(row["intent"], row["verdict"], row["findings"], row["language"])
    return Feedback(row["at"], row["person"], row["reaction"], row["text"], shown)
