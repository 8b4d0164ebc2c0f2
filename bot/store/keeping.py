"""What is kept for a while under a name, and nothing else is known of it; a part of the database."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.schema import insert, kept
from bot.store.transactions import Transactions


class Keeping(Transactions):
    """The part of ports.Store that keeps sign-ins, which come sealed, and what people were asked."""

    async def keep(self, name: str, person: str, content: str, lasts: timedelta) -> None:
        """Keep it in place of what has that name."""
        now = self._clock.now()

        def work(connection: Connection) -> None:
            connection.execute(kept.delete().where((kept.c.name == name) | (kept.c.until <= now)))
            insert(connection, kept, name=name, person=person, content=content, until=now + lasts)

        await self._run(work)

    async def replace(self, name: str, before: str, content: str, lasts: timedelta) -> bool:
        """Keep it in place of exactly this; whether that was still there."""
        now = self._clock.now()
        own = kept.update().where(kept.c.name == name, kept.c.content == before, kept.c.until > now)
        fresh = own.values(content=content, until=now + lasts)
        return await self._run(lambda connection: connection.execute(fresh).rowcount == 1)

    async def kept(self, name: str) -> str | None:
        """What has that name; None once its time is over."""
        own = sa.select(kept.c.content).where(kept.c.name == name, kept.c.until > self._clock.now())
        return await self._run(lambda connection: connection.execute(own).scalar())

    async def take(self, name: str, content: str) -> bool:
        """Forget it if it still is this; True for one of all who ask for it."""
        own = kept.delete().where(kept.c.name == name, kept.c.content == content, kept.c.until > self._clock.now())
        return await self._run(lambda connection: connection.execute(own).rowcount == 1)

    async def let_go(self, name: str) -> None:
        """Forget what has that name."""
        await self._run(lambda connection: connection.execute(kept.delete().where(kept.c.name == name)))
