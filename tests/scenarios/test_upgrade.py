"""What version 0.1 left open is kept by this one: a resync under way, and an end that had not been told."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.core.cases import State
from bot.ports import Conversation
from bot.sandbox import Sandbox
from bot.sandbox.connector import BOT_ID
from bot.sandbox.person import TENANT_ID
from bot.store import Moment, engine_of
from tests.conftest import Stage, staged
from tests.scenarios.processes import shown, told, until_told

# The tables of 0.1 that hold what must not be lost, as it made them.
OLD = sa.MetaData()
TEXTS = ("person", "state", "complaint", "language", "time_zone", "verdict", "conversation", "findings", "cards")
MOMENTS = ("opened_at", "asked_at", "look_at")
cases = sa.Table(
    "cases",
    OLD,
    sa.Column("id", sa.Text, primary_key=True),
    *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
    *(sa.Column(name, sa.Integer, nullable=False) for name in ("version", "attempt", "looks")),
    *(sa.Column(name, Moment) for name in MOMENTS),
    sa.Column("asked_ok", sa.Boolean, nullable=False),
)
conversations = sa.Table(
    "conversations",
    OLD,
    sa.Column("id", sa.Text, primary_key=True),
    *(
        sa.Column(name, sa.Text, nullable=False)
        for name in ("person", "tenant", "service_url", "user", "bot", "locale", "time_zone", "kind")
    ),
)
notices = sa.Table("notices", OLD, sa.Column("id", sa.Text, primary_key=True), sa.Column("claimed_at", Moment))
pictures = sa.Table("pictures", OLD, sa.Column("person", sa.Text), sa.Column("picture", sa.Text))
questions = sa.Table("questions", OLD, sa.Column("id", sa.Text, primary_key=True), sa.Column("person", sa.Text))


def left_by_the_first_version(database_url: str, *rows: dict[str, Any], told: tuple[str, ...] = ()) -> None:
    began = datetime.now(UTC) - timedelta(hours=5)
    usual = dict.fromkeys(TEXTS, "") | dict.fromkeys(MOMENTS, began) | {"complaint": "photo_stale", "language": "en"}
    usual |= {"version": 7, "attempt": 1, "looks": 9, "asked_ok": True, "verdict": "stuck"}
    engine = engine_of(database_url)
    with engine.begin() as connection:
        OLD.create_all(connection)
        connection.execute(cases.insert(), [usual | row for row in rows])
        for id in told:
            connection.execute(notices.insert().values(id=id, claimed_at=began))
        connection.execute(questions.insert().values(id="asked", person=rows[0]["person"]))
        connection.execute(pictures.insert().values(person=rows[0]["person"], picture="fingerprint"))
    engine.dispose()


def know_chat(database_url: str, stage: Stage, key: str) -> str:
    """As 0.1 kept where a person can be reached; returns the chat's id."""
    person = stage.sandbox.world.people[key]
    chat = stage.sandbox.connector.personal(person)
    chat.installed = True
    where = Conversation(
        chat.id, person.object_id, TENANT_ID, stage.sandbox.addresses.service_url.rstrip("/"),
        stage.sandbox.connector.mri(person), BOT_ID, "en-US",
    )  # fmt: skip
    engine = engine_of(database_url)
    with engine.begin() as connection:
        known = {column.name for column in conversations.columns}
        values = {name: value for name, value in asdict(where).items() if name in known}
        connection.execute(conversations.insert().values(**values))
    engine.dispose()
    return chat.id


async def test_what_the_first_version_left_open_is_kept(empty_database_url: str) -> None:
    sandbox = Sandbox()  # a chat's id follows from who somebody is, so it is the same in every sandbox
    people = sandbox.world.people
    ids = {key: sandbox.connector.personal(people[key]).id for key in ("sanne", "emma", "daan")}
    left_by_the_first_version(
        empty_database_url,
        {"id": "UNDERWAY", "person": people["sanne"].object_id, "state": "resyncing", "conversation": ids["sanne"]},
        {"id": "UNTOLD", "person": people["emma"].object_id, "state": "arrived", "conversation": ids["emma"]},
        {"id": "TOLD", "person": people["daan"].object_id, "state": "arrived", "conversation": ids["daan"]},
        told=("ended:TOLD:1",),
    )
    async with staged("sanne", empty_database_url, RESYNC_TIME_SCALE="600") as stage:
        for key in ids:
            assert know_chat(empty_database_url, stage, key) == ids[key]
        sanne, emma, daan = (stage.client(key) for key in ids)
        await asyncio.gather(until_told(sanne), until_told(emma))
        await asyncio.sleep(1)
        assert [len(told(teams)) for teams in (sanne, emma, daan)] == [1, 1, 0]
        case = await stage.bot.store.case("UNDERWAY")
        assert case is not None
        assert case.state is State.ARRIVED
        assert "Your new photo has arrived" in shown(sanne)[-1]
    engine = engine_of(empty_database_url)
    with engine.begin() as connection:
        left = [connection.execute(table.select()).first() for table in (pictures, questions)]
    engine.dispose()
    assert left == [None, None], "nobody erases what is in no table of ours"
