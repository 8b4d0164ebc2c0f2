"""J7, as a person goes through it in Teams: what is kept about me, as a file in my OneDrive, and forget me."""

from __future__ import annotations

import asyncio
import base64
import json
import pickle
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot import promises
from bot.core.tickets import Entry, Side, Status, Ticket
from bot.sandbox.teams import CONSENT
from bot.store import engine_of
from bot.store.schema import entries, metadata
from tests.conftest import Stage, staged

FILE = "application/vnd.microsoft.teams.card.file.info"


def text(card: dict[str, Any]) -> str:
    return str(card["card"]["fallbackText"])


async def asked(stage: Stage) -> Any:
    """Somebody who has asked why their photo is old, and then what is kept about them."""
    teams = stage.client()
    await teams.install()
    await teams.say("why is my photo old?")
    await teams.say("what do you keep about me?")
    return teams


def attachments(teams: Any, kind: str) -> list[dict[str, Any]]:
    return [
        one for shown in teams.messages for one in shown.activity.get("attachments") or () if one["contentType"] == kind
    ]


async def said(teams: Any, words: str) -> str:
    """The newest card or text with these words, once it is there."""
    async with asyncio.timeout(10):
        while True:
            shown = [str((one.card or {}).get("fallbackText") or one.text) for one in teams.messages]
            if found := [one for one in shown if words in one]:
                return found[-1]
            await asyncio.sleep(0.05)


async def test_p12_a_person_takes_a_copy_of_what_is_kept(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        teams = await asked(stage)
        assert "fingerprints of your photo and profile" in text(teams.cards[-1])
        await teams.press("Export my data")
        (offer,) = attachments(teams, CONSENT)
        assert offer["name"].startswith("resync-my-data-") and offer["content"]["sizeInBytes"] > 1000
        assert stage.sandbox.world.uploads == {}
        await teams.consent()
        (upload,) = stage.sandbox.world.uploads.values()
        assert (upload.person, upload.whole) == ("sanne", True)
        kept = json.loads(upload.content)
        assert kept["person"] == teams.person.object_id and kept["case"] and kept["conversations"]
        (given,) = attachments(teams, FILE)
        assert (given["name"], given["content"]["uniqueId"]) == (offer["name"], upload.item)
        assert attachments(teams, CONSENT) == [], "the question is answered"
        put = [one for one in stage.sandbox.world.requests if one.method == "PUT" and "uploadSession" in one.path]
        assert [one.status for one in put] == [201]


async def test_a_copy_of_ten_thousand_messages(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, RESYNC_DESKS="webhook", RESYNC_WEBHOOK_URL="https://127.0.0.1:9/",
                      RESYNC_WEBHOOK_SECRET="x" * 32) as stage:  # fmt: skip
        teams = await asked(stage)
        person, now = teams.person.object_id, stage.bot.world.clock.now()
        ticket = Ticket(0, "form:x", person, now, status=Status.WITHDRAWN, changed_at=now, entries=10_000)
        kept, _ = await stage.bot.store.open_ticket(ticket, Entry(0, 1, now, Side.PERSON, "opened", person))
        rows = [
            {"ticket": kept.number, "number": one, "side": "person", "what": "comment", "by": person, "at": now,
             "name": "Sanne\x07\u202e", "text": f"Ça ne marche pas \x1b[31m {one}", "key": f"k{one}", "origin": ""}
            for one in range(2, 10_001)
        ]  # fmt: skip
        with stage.bot.store._engine.begin() as connection:
            connection.execute(entries.insert(), rows)
        await teams.say("what do you keep about me?")
        await teams.press("Export my data")
        await teams.consent()
        async with asyncio.timeout(10):
            while not any(one.whole for one in stage.sandbox.world.uploads.values()):
                await asyncio.sleep(0.05)
        (upload,) = stage.sandbox.world.uploads.values()
        assert len(json.loads(upload.content)["helpdesk_messages"]) == 10_000 and len(upload.content) > 2_000_000


async def test_declined_forged_elsewhere_twice_and_failing(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.teams.files.PAUSE", 0.01)
    async with staged("sanne", sqlite_url) as stage:
        teams, world = await asked(stage), stage.sandbox.world
        await teams.press("Export my data")
        await teams.consent(accept=False)
        assert "not put the file anywhere" in await said(teams, "not put the file")
        await teams.press("Export my data")
        await teams.consent(context={"offer": "forged"})
        assert "already answered" in await said(teams, "already answered")
        await teams.press("Export my data", teams.cards[-1]["id"])
        await teams.consent(uploadUrl="https://127.0.0.1:9/evil")
        assert await said(teams, "could not put the file")
        assert world.uploads.keys() == {one.item for one in world.uploads.values() if not one.whole}
        await teams.press("Export my data", teams.cards[-1]["id"])
        world.faults.add(host="sharepoint", path="uploadSession", status=503, times=3)
        await teams.consent()
        await teams.press("Export my data", teams.cards[-1]["id"])
        await teams.consent()
        assert len([one for one in world.uploads.values() if one.whole]) == 1


async def test_a_person_is_forgotten_in_the_middle_of_a_resync(database_url: str) -> None:
    async with staged("sanne", database_url, RESYNC_TIME_SCALE="600", RESYNC_DESKS="channel",
                      RESYNC_HELPDESK_CHANNEL="19:help@thread.tacv2") as stage:  # fmt: skip
        stage.sandbox.world.app_requests_trigger_pull = False
        teams = await asked(stage)
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        await teams.press("Start")
        progress = teams.cards[-1]["id"]
        assert "under way" in text(teams.cards[-1])
        await teams.say("what do you keep about me?")
        await teams.press("Forget me")
        assert "stops" in text(teams.cards[-1])
        confirm = teams.cards[-1]["id"]
        case = await stage.bot.store.case_of(teams.person.object_id)
        assert case is not None and waiting(database_url, case.id)
        await teams.press("Yes, forget me")
        assert "I have forgotten you" in text(next(one for one in teams.cards if one["id"] == confirm))
        shown = len(teams.chat.messages)
        await asyncio.sleep(2)  # twenty minutes of a promise that is no more
        assert len(teams.chat.messages) == shown, "nothing is written afterwards"
        assert "out of date" in text(next(one for one in teams.cards if one["id"] == progress))
        async with asyncio.timeout(20):
            while waiting(database_url, case.id):  # a link that ran at that moment made one more, which finds nothing
                await asyncio.sleep(0.1)
        assert everything(database_url, teams) == [] and len(teams.chat.messages) == shown


async def test_what_was_pressed_on_an_old_card_after_that(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        teams = await asked(stage)
        diagnosis = next(one["id"] for one in teams.cards if "SharePoint" in text(one))
        await teams.press("Forget me")
        confirm = teams.activity(None)["id"]
        forms = [
            action["data"]["form"] for one in teams.cards for action in one["card"].get("actions", ())
            if action.get("verb") == "erase"
        ]  # fmt: skip
        await teams.press("Yes, forget me")
        await teams.press("Resync", diagnosis)
        assert any("nothing under way" in str((one.card or {}).get("fallbackText")) for one in teams.messages)
        await teams.say("why is my photo old?")
        value = {"action": {"type": "Action.Execute", "verb": "erase",
                            "data": {"resync": "1", "verb": "erase", "form": forms[-1]}}}  # fmt: skip
        again = teams.activity(type="invoke", name="adaptiveCard/action", value=value, replyToId=confirm)
        status, body = await teams.deliver(again)
        assert status == 200 and "ask you again" in body["value"]["fallbackText"]
        assert await stage.bot.store.case_of(teams.person.object_id) is not None


def everything(database_url: str, teams: Any) -> list[str]:
    """Where in the whole database, the engine's own tables included, this person is still named."""
    person, found = teams.person, []
    marks = (person.object_id, person.user_principal_name, person.name, teams.mri, teams.chat.id)
    engine = engine_of(database_url)
    with engine.begin() as connection:
        inspector = sa.inspect(connection)
        for schema in (None, "dbos") if engine.dialect.name == "postgresql" else (None,):
            for table in inspector.get_table_names(schema=schema):
                name = f'"{schema}"."{table}"' if schema else f'"{table}"'
                for row in connection.execute(sa.text(f"select * from {name}")):
                    text = " ".join(map(plain, row))
                    found += [f"{table}: {text}" for mark in marks if mark in text]
    engine.dispose()
    return found


def plain(value: Any) -> str:
    """As it can be read: the engine keeps pickles in base64."""
    try:
        return f"{value} {base64.b64decode(value, validate=True)!r}"
    except (TypeError, ValueError):
        return str(value)


async def test_the_engine_keeps_nobody_by_name(database_url: str) -> None:
    """Inputs and outputs of workflows are ids of cases and tickets, and moments; ended ones go after a week."""
    async with staged("sanne", database_url, RESYNC_TIME_SCALE="3600") as stage:
        teams = await asked(stage)
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        await teams.press("Start")
        await said(teams, "has arrived")
        own = set(metadata.tables)
        assert [one for one in everything(database_url, teams) if one.partition(":")[0] not in own] == []


async def test_the_engine_keeps_nobody_in_what_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps errors as pickles, and those of the database have the values of the statement in them."""
    statement = sa.exc.OperationalError("select", {"person": "ada00000"}, Exception("no such table"))

    async def fails(*_: object) -> None:
        raise statement

    monkeypatch.setattr(promises, "_world", object())
    assert b"ada00000" in pickle.dumps(statement)
    with pytest.raises(promises.StepFailed, match="OperationalError") as failed:
        await promises._step("fails", fails)("CASE1", 1, 0)
    assert b"ada00000" not in pickle.dumps(failed.value)


async def test_what_is_too_old_goes_by_itself_once_a_day(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.promises.HEALING", 0.2)
    async with staged("sanne", database_url, RESYNC_KEEP_OBSERVATIONS="7d") as stage:
        teams = await asked(stage)
        store, person = stage.bot.store, teams.person.object_id
        assert (await store.held(person))["fingerprints"].count == 2
        clock = stage.bot.world.clock
        real = clock.now

        def later() -> Any:
            return real() + timedelta(days=8)

        monkeypatch.setattr(clock, "now", later)
        async with asyncio.timeout(20):
            while "fingerprints" in await store.held(person):
                await asyncio.sleep(0.1)
        assert "case" in await store.held(person)
        await asyncio.sleep(2)  # until the last link has found nothing
        links = tidied(database_url)
        await asyncio.sleep(1)  # in which it is asked for five times more
        assert tidied(database_url) == links
        days = {day: [int(number) for _, other, _, number in links if other == day] for _, day, _, _ in links}
        assert all(numbers == list(range(len(numbers))) for numbers in days.values()), "one chain a day"
        # The first day's may run when it is the eighth already: one of the two finds what is too old, and then nothing.
        assert max(map(len, days.values())) == 2


def waiting(database_url: str, case: str) -> list[str]:
    """What the engine has still to do for a case."""
    engine = engine_of(database_url)
    links = "dbos.workflow_status" if engine.dialect.name == "postgresql" else "workflow_status"
    with engine.begin() as connection:
        found = connection.execute(sa.text(f"select workflow_uuid, status from {links}")).all()
    engine.dispose()
    return [id for id, status in found if case in id and status not in ("SUCCESS", "ERROR")]


def tidied(database_url: str) -> list[list[str]]:
    """The ids of the daily job's workflows, taken apart."""
    engine = engine_of(database_url)
    links = "dbos.workflow_status" if engine.dialect.name == "postgresql" else "workflow_status"
    with engine.begin() as connection:
        found = connection.execute(sa.text(f"select workflow_uuid from {links} where workflow_uuid like 'tidy:%'"))
        ids = sorted(str(one).split(":") for one in found.scalars())
    engine.dispose()
    return ids
