"""The store's contract, on both databases."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.cases import Case, NotAllowed, State
from bot.core.feedback import Feedback, Shown
from bot.ports import Conflict, Conversation, Speech
from bot.store import ABANDONED, Database, engine_of
from tests.conftest import Instant

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
CASE = Case("CASE1", "person", AT, findings=("a", "b"), asked_at=AT + timedelta(hours=1), conversation="talk")
WHERE = Conversation("talk", "person", "tenant", "https://smba", "29:user", "28:bot", "nl-NL", "Europe/Oslo")


async def test_a_case_comes_back_as_it_was_saved(database: Database) -> None:
    assert await database.add_case(CASE) == CASE
    assert await database.case("CASE1") == CASE == await database.case_of("person")
    assert await database.case("other") is None


async def test_a_person_has_one_case_however_many_ask_at_once(database: Database) -> None:
    added = await asyncio.gather(*(database.add_case(replace(CASE, id=f"C{n}")) for n in range(8)))
    assert len({case.id for case in added}) == 1


async def test_of_two_changes_at_once_one_is_told(database: Database) -> None:
    case = await database.add_case(CASE)
    changes = [database.save_case(case.moved(State.RESYNCING, attempt=n)) for n in (1, 2)]
    done = await asyncio.gather(*changes, return_exceptions=True)
    assert sorted(type(one).__name__ for one in done) == ["Case", "Conflict"]
    with pytest.raises(Conflict):
        await database.save_case(case)


def test_a_case_makes_only_the_moves_it_may() -> None:
    with pytest.raises(NotAllowed):
        CASE.moved(State.ARRIVED)
    assert CASE.moved(State.RESYNCING).moved(State.ARRIVED).moved(State.DIAGNOSED).state is State.DIAGNOSED


async def test_an_activity_is_new_once_and_its_answer_is_kept(database: Database) -> None:
    first = await asyncio.gather(*(database.begin_delivery("talk", "1") for _ in range(6)))
    assert sum(delivery.first for delivery in first) == 1
    await database.end_delivery("talk", "1", '{"ok": true}')
    again = await database.begin_delivery("talk", "1")
    assert (again.first, again.answer) == (False, '{"ok": true}')
    assert (await database.begin_delivery("other talk", "1")).first


async def test_photos_are_never_stored(database: Database) -> None:
    await database.begin_delivery("talk", "1")
    await database.end_delivery("talk", "1", '{"url": "data:image/jpeg;base64,/9j/4AAQ==", "text": "kept"}')
    answer = (await database.begin_delivery("talk", "1")).answer or ""
    assert "/9j/" not in answer
    assert "kept" in answer


async def test_a_repeat_is_known_for_a_day(database: Database) -> None:
    await database.begin_delivery("talk", "1")
    await database.end_delivery("talk", "1", "{}")
    database._clock.moment += timedelta(hours=25)  # type: ignore[attr-defined]
    assert (await database.begin_delivery("talk", "2")).first
    assert (await database.begin_delivery("talk", "1")).first


async def test_what_a_dead_process_began_is_new_again(database: Database) -> None:
    await database.begin_delivery("talk", "1")
    clock = database._clock
    clock.moment += ABANDONED + timedelta(seconds=1)  # type: ignore[attr-defined]
    assert (await database.begin_delivery("talk", "1")).first
    assert not (await database.begin_delivery("talk", "1")).first


async def test_hostile_ids_are_kept_apart(database: Database) -> None:
    ids = ["", "'; drop table cases; --", "é" * 10_000, "a\0b", "\ud800"]
    for id in ids:
        assert (await database.begin_delivery("talk", id)).first
        assert not (await database.begin_delivery("talk", id)).first


async def test_a_conversation_is_remembered_and_keeps_what_a_poorer_message_lacks(database: Database) -> None:
    assert await database.remember(WHERE)
    assert not await database.remember(replace(WHERE, locale="", service_url="https://new"))
    assert await database.conversation("talk") == replace(WHERE, service_url="https://new")
    await database.forget_conversation("talk")
    assert await database.conversation("talk") is None


async def test_since_when_something_looks_as_it_does(database: Database) -> None:
    async def seen(hours: int, mark: str, fingerprint: str) -> tuple[int, int | None]:
        at = AT + timedelta(hours=hours)
        found = (await database.sighted("person", {"photo": (mark, fingerprint)}, at))["photo"]
        ages = (found.first_seen_at - AT, found.other_seen_at - AT if found.other_seen_at else None)
        return tuple(age and age // timedelta(hours=1) for age in ages)  # type: ignore[return-value]

    assert await seen(0, "A", "a") == (timedelta(), None)
    assert await seen(1, "A", "a") == (timedelta(), None)
    assert await seen(2, "new mark", "a") == (timedelta(), None)  # the same picture under another mark
    assert await seen(3, "new mark", "recoded") == (timedelta(), None)  # the same mark: the service says it is the same
    assert await seen(5, "B", "b") == (5, 3)  # changed between the third and the fifth hour
    assert await seen(7, "B", "b") == (5, 3)
    assert await seen(9, "A", "a") == (9, 7)  # the first one again is new all the same
    assert await seen(10, "", "c") == (10, 9)  # without a mark the fingerprint decides


async def test_sightings_of_people_and_things_are_apart(database: Database) -> None:
    await database.sighted("one", {"photo": ("", "a"), "texts": ("", "t")}, AT)
    found = await database.sighted("two", {"photo": ("", "b")}, AT + timedelta(hours=1))
    assert found["photo"].other_seen_at is None
    found = await database.sighted("one", {"photo": ("", "b"), "texts": ("", "t")}, AT + timedelta(hours=2))
    assert (found["photo"].other_seen_at, found["texts"].other_seen_at) == (AT, None)
    assert await database.sighted("one", {}, AT) == {}


async def test_what_is_kept_is_replaced_only_as_it_was(database: Database) -> None:
    lasts = timedelta(minutes=1)
    assert not await database.replace("it", "old", "new", lasts), "it was never there"
    await database.keep("it", "ada", "old", lasts)
    done = await asyncio.gather(*(database.replace("it", "old", f"new {number}", lasts) for number in range(5)))
    assert sorted(done) == [False, False, False, False, True]
    assert await database.kept("it") == f"new {done.index(True)}"
    await database.let_go("it")
    assert not await database.replace("it", f"new {done.index(True)}", "newer", lasts)
    assert await database.kept("it") is None


async def test_a_database_of_an_earlier_version_is_taken_along(database_url: str) -> None:
    store = Database(database_url, Instant())
    await store.open()
    await store.add_case(CASE)
    old = engine_of(database_url)
    with old.begin() as connection:
        for name in ("place", "field", "trouble", "site"):
            connection.execute(sa.text(f"ALTER TABLE cases DROP COLUMN {name}"))
        connection.execute(sa.text("DROP TABLE sightings"))
        connection.execute(sa.text("CREATE TABLE pictures (person TEXT, picture TEXT)"))
    old.dispose()
    await store.close()
    store = Database(database_url, Instant())
    for _ in range(2):
        await store.open()
    assert await store.case_of("person") == CASE
    await store.sighted("person", {"photo": ("", "a")}, AT)
    assert "pictures" in sa.inspect(store._engine).get_table_names(), "processes of that version may still run"
    await store.close()


async def test_an_error_says_nothing_of_what_was_kept(database: Database) -> None:
    with database._engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE deliveries"))
    with pytest.raises(sa.exc.SQLAlchemyError) as caught:
        await database.end_delivery("talk", "1", "Your job title is Trainee")
    assert "Trainee" not in str(caught.value)


async def test_old_claims_are_forgotten_and_welcomes_are_not(database: Database) -> None:
    for key in ("ended:OLD:1", "welcome:talk"):
        assert await database.claim_notice(key)
    await database.sweep(AT + timedelta(days=3650))
    assert [await database.claim_notice(key) for key in ("ended:OLD:1", "welcome:talk")] == [True, False]


async def test_what_ended_and_was_not_told_is_found_again(database: Database) -> None:
    now = Instant().now()
    for id, owed, untold in (("A", True, False), ("B", True, True), ("C", False, False)):
        await database.add_case(
            replace(CASE, id=id, person=id, state=State.ARRIVED, owed=owed, untold=untold, look_at=now)
        )
    assert [case.id for case in await database.unwatched(now + timedelta(hours=1))] == ["A"]
    assert await database.unwatched(now - timedelta(hours=1)) == []


async def test_a_resync_for_which_nothing_was_done_yet_is_found(database: Database) -> None:
    began = Instant().now()
    for id, looks, state in (("A", 0, State.RESYNCING), ("B", 1, State.RESYNCING), ("C", 0, State.STOPPED)):
        await database.add_case(replace(CASE, id=id, person=id, state=state, looks=looks, begun_at=began))
    assert [case.id for case in await database.unbegun(began + timedelta(seconds=1))] == ["A"]
    assert await database.unbegun(began) == []


async def test_many_can_begin_at_the_same_moment_with_an_empty_database(empty_database_url: str) -> None:
    processes = [Database(empty_database_url, Instant()) for _ in range(10)]
    await asyncio.gather(*(one.open() for one in processes))
    assert len(await asyncio.gather(*(one.epoch(1) for one in processes))) == 10
    await asyncio.gather(*(one.close() for one in processes))


async def test_who_is_in_the_middle_of_making_the_file_is_waited_for(tmp_path: Path) -> None:
    first = sqlite3.connect(tmp_path / "new.db", isolation_level=None)
    first.execute("BEGIN EXCLUSIVE")
    first.execute("CREATE TABLE other (id TEXT)")
    store = Database(f"sqlite:///{tmp_path / 'new.db'}", Instant())
    opening = asyncio.create_task(store.open())
    await asyncio.sleep(0.5)
    assert not opening.done()
    first.execute("COMMIT")
    first.close()
    await opening
    await store.close()


async def test_a_notice_is_claimed_by_one_and_can_be_given_back(database: Database) -> None:
    claims = await asyncio.gather(*(database.claim_notice("ended:1") for _ in range(5)))
    assert sum(claims) == 1
    await database.release_notice("ended:1")
    assert await database.claim_notice("ended:1")


async def test_a_lost_promise_is_found(database: Database) -> None:
    case = await database.add_case(CASE)
    await database.save_case(case.moved(State.RESYNCING, look_at=AT))
    assert [lost.id for lost in await database.unwatched(AT + timedelta(minutes=1))] == ["CASE1"]
    assert await database.unwatched(AT) == []


async def test_languages_are_kept_for_each_person(database: Database) -> None:
    assert await database.speech_of("person") == Speech()
    await database.speaks("person", spoken="nl")
    await database.speaks("person", chosen="de")
    await database.speaks("person")
    await asyncio.gather(*(database.speaks("other", spoken="fr") for _ in range(5)))
    assert await database.speech_of("person") == Speech("nl", "de")
    assert await database.speech_of("other") == Speech("fr", "")


async def test_misses_are_counted_by_text_and_language(database: Database) -> None:
    await asyncio.gather(*(database.missed("pizza?", "en") for _ in range(6)))
    await database.missed("pizza?", "nl")
    await database.missed("a" * 200, "sv")
    assert [(miss.count, miss.language) for miss in await database.misses(2)] == [(6, "en"), (1, "sv")]
    assert await database.misses(0) == []


async def test_health(database: Database) -> None:
    assert await database.healthy()


async def test_thumbs_are_kept_with_what_was_shown(database_url: str) -> None:
    clock = Instant()
    database = Database(database_url, clock)
    await database.open()
    shown = Shown("photo_stale", "stuck", ("sharepoint_behind", "small_differ"), "nb")
    await asyncio.gather(*(database.answered("chat", "1", "p", shown) for _ in range(3)))
    assert not await database.rate("chat", "1", "other", "like", "not to them")
    assert not await database.rate("elsewhere", "1", "p", "like", "no such message")
    assert await database.rate("chat", "1", "p", "like", "")
    clock.moment += timedelta(hours=1)
    await database.answered("chat", "1", "p", Shown("check", "ok"))  # the card has changed since
    assert [one.shown for one in await database.feedback(10)] == [shown]
    assert await database.rate("chat", "1", "p", "dislike", "but why?")
    expected = [Feedback(clock.moment, "p", "dislike", "but why?", Shown("check", "ok"))]
    assert await database.feedback(10) == await database.feedback_since(clock.moment) == expected
    assert await database.feedback(0) == await database.feedback_since(clock.moment + timedelta(seconds=1)) == []
    await database.close()


@pytest.mark.parametrize(("query", "seconds"), [("", "10"), ("?connect_timeout=3", "3")])
def test_a_database_that_does_not_answer_is_given_up_soon(query: str, seconds: str) -> None:
    assert engine_of(f"postgresql://nobody@localhost/none{query}").url.query["connect_timeout"] == seconds
