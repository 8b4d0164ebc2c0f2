"""What is kept about one person: every table has its place; counted, exported, erased, outdated; on both databases."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.audit import Deed, Who
from bot.core.cases import Case, State
from bot.core.feedback import Shown
from bot.core.privacy import Retention
from bot.core.tickets import Entry, Filing, Side, Status, Ticket
from bot.ports import Conflict, Conversation
from bot.store import Database, people
from bot.store.schema import deeds, holds, metadata
from tests.conftest import Instant
from tests.scenarios.test_as_person import on_disk

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
ADA, BO = "ada00000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000002"
DAY = timedelta(days=1)
KEPT = Retention()
NAMES = {kept.name for kept in people.KEPT}


def test_every_table_is_about_people_or_says_why_not() -> None:
    listed = {kept.table for kept in people.KEPT} | people.NOBODYS.keys()
    assert listed == set(metadata.tables.values())
    assert not {kept.table for kept in people.KEPT} & people.NOBODYS.keys()
    assert len(NAMES) == len(people.KEPT)


def test_a_column_that_names_a_person_is_one_by_which_they_are_found() -> None:
    personal = {"person", "user", "by", "assignee", "record"}
    for table in people.NOBODYS:
        assert not personal & set(table.columns.keys()), table.name


class Filled:
    """A database in which two people have something of each kind."""

    def __init__(self, store: Database, clock: Instant) -> None:
        self.store, self.clock = store, clock
        self.tickets: dict[str, int] = {}

    async def fill(self, who: str, other: str) -> None:
        """All kinds of `who`, who has also worked for the helpdesk on a ticket of `other`."""
        store, at = self.store, self.clock.moment
        name = f"name of {who[:3]}"
        await store.remember(Conversation(f"chat {who}", who, "tenant", "https://smba", f"29:{who}", "28:bot", "nl-NL"))
        await store.claim_notice(f"welcome:chat {who}")
        await store.keep(f"sign-in {who}", who, f"sealed {who}", timedelta(days=7))
        await store.keep(f"question: {who}", who, f"what {who} asked", timedelta(days=1))
        await store.speaks(who, "nl", "de")
        case = await store.add_case(Case(f"CASE{who[:3]}", who, at, conversation=f"chat {who}", cards=("1", "2")))
        await store.claim_notice(f"ended:{case.id}:1")
        await store.claim_notice(f"afresh:{case.id}:1")
        await store.sighted(who, {"photo": ("etag", "fingerprint")}, at)
        await store.hear(who, ("person", f"it is {name}"), ("bot", "hello"))
        await store.answered(f"chat {who}", "1", who, Shown("check", "ok"))
        assert await store.rate(f"chat {who}", "1", who, "like", f"thanks, {name}")
        await store.begin_delivery(f"chat {who}", "done", who)
        await store.end_delivery(f"chat {who}", "done", f"card for {name}")
        await store.begin_delivery(f"chat {who}", "under way", who)
        await store.note(Deed(f"asked:{who}:{at:%Y-%m-%d}:ok", at, who, case.id, Who.PERSON, "asked", outcome="ok"))
        await store.note(Deed(f"{case.id}:bot:ask:1", at, who, case.id, Who.BOT, "ask", card="1", record=f"of {who}"))
        await store.note(Deed(f"refused:button:chat {who}:5", at, who, "", Who.PERSON, "refused", record="button"))
        words = f"{name} <{who}@contoso.com> has an old photo"
        made = {"facts": {"mail": f"{who}@contoso.com"}}
        ticket = Ticket(
            *(0, f"form:{who}:1", who, at, name, f"{who}@contoso.com"), case=case.id, words=words, entries=1,
            changed_at=at, conversation=f"chat {who}", cards=("7",), bundle=made,
        )  # fmt: skip
        kept, _ = await store.open_ticket(ticket, Entry(0, 1, at, Side.PERSON, "opened", who, name))
        self.tickets[who] = kept.number
        await store.save_filing(Filing(kept.number, "person"))
        await store.claim_notice(f"ticket:{kept.number}")
        if other in self.tickets:
            await self.work(who, other)

    async def work(self, who: str, other: str) -> None:
        """`who` works for the helpdesk on the ticket of `other`."""
        name, at, store = f"name of {who[:3]}", self.clock.moment, self.store
        ticket = await store.ticket(self.tickets[other])
        assert ticket is not None
        number = ticket.number
        ticket = replace(ticket, assignee=who, assignee_name=name, entries=4)
        await store.save_ticket(
            ticket,
            Entry(number, 2, at, Side.HELPDESK, "assigned", who, name, f"{who} {name}"),
            Entry(number, 3, at, Side.HELPDESK, "reply", who, name, "Have you tried again?"),
            Entry(number, 4, at, Side.HELPDESK, "note", who, name, "an internal note"),
        )
        case = await store.case_of(other)
        assert case is not None
        await store.note(Deed(f"{case.id}:h:1", at, other, case.id, Who.HELPDESK, "start_for", record=who))
        await store.bind(Conversation("19:x", who, "tenant", "https://smba", f"29:{who}", "28:bot", kind="channel"))

    def everything(self, *without: str) -> str:
        """All that the database holds, as text."""
        with self.store._engine.begin() as connection:
            rows = {
                name: [list(map(str, row)) for row in connection.execute(sa.text(f"select * from {name}"))]
                for name in metadata.tables
                if name not in without
            }
        return json.dumps(rows)


@pytest.fixture
async def filled(database_url: str) -> AsyncIterator[Filled]:
    clock = Instant()
    store = Database(database_url, clock)
    await store.open()
    made = Filled(store, clock)
    await made.fill(BO, ADA)
    await made.fill(ADA, BO)
    yield made
    await store.close()


async def test_all_kinds_are_counted(filled: Filled) -> None:
    held = await filled.store.held(ADA)
    assert held.keys() == NAMES - {"app_removed"}
    assert (held["chat"].count, held["log"].count, held["helpdesk_messages"].count) == (2, 4, 1)
    assert (held["case"].first_at, held["log"].last_at) == (AT, AT)
    assert await filled.store.held("nobody") == {}


async def test_an_export_has_it_all_and_nothing_of_others(filled: Filled) -> None:
    found = await filled.store.export(ADA)
    assert list(found) == [kept.name for kept in people.KEPT]
    assert [name for name, rows in found.items() if not rows] == ["app_removed"]
    text = json.dumps(found)
    assert BO not in text
    assert found["helpdesk_cases"][0]["bundle"] == {"facts": {"mail": f"{ADA}@contoso.com"}}
    assert found["case"][0]["opened_at"] == "2026-11-23T12:00:00Z"
    assert found["languages"] == [{"person": ADA, "spoken": "nl", "chosen": "de"}]


async def test_an_export_keeps_the_helpdesks_own_notes_and_who_wrote_them_to_itself(filled: Filled) -> None:
    own = await filled.store.export(BO)
    assert [one["what"] for one in own["helpdesk_messages"]] == ["opened", "assigned", "reply"]
    assert [(name, rows) for name, rows in own.items() if ADA in json.dumps(rows)] == []
    whole = await filled.store.export(BO, internal=True)
    assert [one["what"] for one in whole["helpdesk_messages"]] == ["opened", "assigned", "reply", "note"]
    worked = (await filled.store.export(ADA))["work_for_the_helpdesk"]
    assert [(one["what"], one["text"]) for one in worked] == [("assigned", ""), ("reply", ""), ("note", "")]


async def test_an_erased_person_is_left_in_their_tickets_alone(filled: Filled) -> None:
    store = filled.store
    before = filled.everything("tickets", "entries", "filings")
    assert ADA in before and BO in before
    gone = await store.erase(ADA)
    assert gone.keys() == NAMES - {"app_removed", "helpdesk_cases", "helpdesk_messages", "helpdesk_places"}
    after = filled.everything("tickets", "entries", "filings")
    assert ADA not in after and f"CASE{ADA[:3]}" not in after
    assert BO in after
    held = await store.held(ADA)
    assert held.keys() == {"helpdesk_cases", "helpdesk_messages", "helpdesk_places"}
    ticket = await store.ticket(filled.tickets[ADA])
    assert ticket is not None
    assert (ticket.status, ticket.conversation, ticket.cards, ticket.muted) == (Status.WITHDRAWN, "", (), True)
    assert ticket.words.startswith("name of")
    dossier = await store.dossier(ticket.number)
    assert dossier is not None
    assert [entry.what for entry in dossier.entries] == ["opened", "withdrawn"]
    assert dossier.ticket.entries == 2 and dossier.ticket.version > 1


async def test_who_worked_for_the_helpdesk_is_named_nowhere_any_more(filled: Filled) -> None:
    await filled.store.erase(ADA)
    about = await filled.store.dossier(filled.tickets[BO])
    assert about is not None
    assert ADA not in str(about) and "name of ada" not in str(about)
    assert [entry.text for entry in about.entries] == ["", "", "Have you tried again?", "an internal note"]
    assert about.ticket.assignee_name == ""


async def test_an_administrator_can_erase_all_of_it(filled: Filled) -> None:
    gone = await filled.store.erase(ADA, tickets_too=True)
    assert gone.keys() == NAMES - {"app_removed"}
    assert ADA not in filled.everything() and "name of ada" not in filled.everything()
    assert await filled.store.held(ADA) == {}


@pytest.fixture
def careless() -> Iterator[None]:
    """An SQLite that leaves on the disk what is deleted, which is its default where it is not built otherwise."""

    def connected(connection: Any, _: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA secure_delete=OFF")

    sa.event.listen(sa.Engine, "connect", connected)
    yield
    sa.event.remove(sa.Engine, "connect", connected)


async def test_nothing_is_left_in_the_files_of_sqlite(careless: None, sqlite_url: str, tmp_path: Path) -> None:
    store = Database(sqlite_url, Instant())
    await store.open()
    filled = Filled(store, Instant())
    await filled.fill(ADA, BO)
    await filled.fill(BO, ADA)
    assert ADA.encode() in on_disk(tmp_path)
    await store.erase(ADA, tickets_too=True)
    found = on_disk(tmp_path)
    await store.close()
    assert BO.encode() in found
    assert not [mark for mark in (ADA, f"CASE{ADA[:3]}", "name of ada") if mark.encode() in found]


async def test_the_audit_counts_on_and_names_nobody(filled: Filled) -> None:
    store = filled.store
    filled.clock.moment += timedelta(minutes=37)
    await store.note(Deed("CASEada:p:start:1", filled.clock.moment, ADA, "CASEada", Who.PERSON, "start", card="7"))
    await store.erase(ADA)
    assert await store.deeds_of(ADA) == []
    asked = [
        deed for deed in await store.deeds_since(AT - DAY, "asked", "ask", "start", "refused") if deed.person != BO
    ]
    assert sorted(deed.what for deed in asked) == ["ask", "asked", "refused", "start"]
    assert len({deed.person for deed in asked}) == 1, "what one person did is still counted as one person's"
    assert {(deed.case, deed.at) for deed in asked} == {("", AT)}, "no case, and no minute by which one is known again"
    (other,) = [deed for deed in await store.deeds_of(BO) if deed.what == "start_for"]
    assert other.record.startswith("erased:")


async def test_erased_twice_is_erased_once(filled: Filled) -> None:
    await filled.store.erase(ADA)
    after = filled.everything()
    assert await filled.store.erase(ADA) == {}
    assert filled.everything() == after
    assert await filled.store.erase("nobody") == {}


async def test_of_two_who_erase_at_once_one_does_it_all(filled: Filled) -> None:
    done = await asyncio.gather(*(filled.store.erase(ADA) for _ in range(4)))
    assert sorted(map(bool, done)) == [False, False, False, True]


async def test_erase_is_all_or_nothing(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    before = filled.everything()
    last = people._order()[-1]

    def breaks(*_: Any) -> int:
        raise RuntimeError("the plug is pulled")

    broken = [replace(kept, erase=breaks) if kept.name == last.name else kept for kept in people.KEPT]
    monkeypatch.setattr(people, "KEPT", tuple(broken))
    with pytest.raises(RuntimeError):
        await filled.store.erase(ADA)
    assert filled.everything() == before


async def test_what_is_noted_at_the_same_moment_leaves_nothing_behind(filled: Filled) -> None:
    """Steps that are under way find no case, or are done before it goes: whichever comes first, nothing is left."""
    store, case = filled.store, f"CASE{ADA[:3]}"
    ticket = Ticket(0, "promise:x", ADA, AT, name="name of ada", case=case, by_itself=True, subject="profile")

    async def opened() -> None:
        with pytest.raises(Conflict):
            await store.open_ticket(ticket, Entry(0, 1, AT, Side.BOT, "opened"))

    async def noted(number: int) -> None:
        await store.note(Deed(f"{case}:bot:look:{number}", AT, ADA, case, Who.BOT, "ask"))
        await store.sighted(ADA, {f"photo {number}": ("", "x")}, AT, case)

    await asyncio.gather(*(noted(number) for number in range(20)), store.erase(ADA), *(noted(99) for _ in range(5)))
    assert ADA not in filled.everything("tickets", "entries", "filings")
    await opened()
    assert await store.note_within(Deed("late", AT, ADA, case, Who.PERSON, "start"), AT - DAY, 0) is False
    assert ADA not in filled.everything("tickets", "entries", "filings")


async def test_what_another_process_notes_at_the_same_moment_is_there_before_it_is_erased(filled: Filled) -> None:
    other = Database(filled.store.url, filled.clock)
    with other._engine.begin() as connection:
        assert holds(connection, f"CASE{ADA[:3]}")
        erasing = asyncio.create_task(filled.store.erase(ADA))
        await asyncio.sleep(0.2)
        connection.execute(deeds.insert().values(id="late", person=ADA, case=f"CASE{ADA[:3]}", what="ask", at=AT))
    await erasing
    await other.close()
    assert ADA not in filled.everything("tickets", "entries", "filings")


async def test_a_case_sent_at_the_same_moment_is_withdrawn_or_goes_on(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not open with nobody to tell: the helpdesk would work on it in vain."""
    sent = Ticket(0, f"form:{ADA}:2", ADA, AT, subject="profile", changed_at=AT, conversation="chat", entries=1)
    withdraw = people._withdraw

    def sent_meanwhile(*given: Any) -> None:
        withdraw(*given)
        given[0].execute(people.tickets.insert().values(**people.values_of(sent), cards=(), conversation="chat"))

    monkeypatch.setattr(people, "_withdraw", sent_meanwhile)
    await filled.store.erase(ADA)
    found = {one.status: (one.conversation, one.muted) for one in await filled.store.tickets_of(ADA)}
    assert found == {Status.OPEN: ("chat", False), Status.WITHDRAWN: ("", True)}


async def test_a_chat_that_is_gone_leaves_nothing_by_which_its_person_is_known(filled: Filled) -> None:
    await filled.store.forget_conversation(f"chat {ADA}")
    await filled.store.erase(ADA)
    assert ADA not in filled.everything("tickets", "entries", "filings")


async def test_what_is_kept_for_a_while_is_taken_once_as_it_is_and_in_time(filled: Filled) -> None:
    store, clock = filled.store, filled.clock
    await store.keep("erase: 1", ADA, ADA, timedelta(hours=1))
    for name, content in (("erase: 1", BO), ("export: 1", ADA), ("erase: ", ADA), ("erase: x", ADA)):
        assert not await store.take(name, content)
    taken = await asyncio.gather(*(store.take("erase: 1", ADA) for _ in range(5)))
    assert sorted(taken) == [False, False, False, False, True]
    await store.keep("erase: 2", ADA, ADA, timedelta(hours=1))
    clock.moment += timedelta(minutes=61)
    assert not await store.take("erase: 2", ADA)


async def tidied(filled: Filled, retention: Retention = KEPT) -> dict[str, int]:
    """All that is too old, by table."""
    gone: dict[str, int] = {}
    for _ in range(100):
        part = await filled.store.tidy(filled.clock.moment, retention)
        if not part:
            return gone
        gone = {name: gone.get(name, 0) + part.get(name, 0) for name in gone.keys() | part.keys()}
    raise AssertionError("it never ends")


async def test_each_kind_goes_at_its_own_age(filled: Filled) -> None:
    store, clock = filled.store, filled.clock
    await store.missed("pizza?", "en")
    assert await tidied(filled) == {}
    clock.moment = AT + DAY + timedelta(minutes=1)
    assert (await tidied(filled)).keys() == {"heard", "deliveries", "kept"}
    clock.moment = AT + 90 * DAY
    assert await tidied(filled) == {"kept": 2}, "the sign-ins, which were over after a week"
    clock.moment += timedelta(minutes=1)
    assert (await tidied(filled)).keys() == {"sightings", "answers", "feedback", "misses"}
    clock.moment = AT + 365 * DAY
    assert await tidied(filled) == {}
    clock.moment += timedelta(minutes=1)
    assert await tidied(filled) == {"cases": 2, "deeds": 7}
    held = await store.held(ADA)
    assert {"conversations", "languages", "helpdesk_cases"} <= held.keys(), (
        "who has the app can be reached; what is open stays"
    )


async def test_open_promises_and_open_tickets_stay(filled: Filled) -> None:
    store, clock = filled.store, filled.clock
    case = await store.case_of(ADA)
    assert case is not None
    await store.save_case(case.moved(State.RESYNCING))
    over = await store.ticket(filled.tickets[BO])
    assert over is not None
    await store.save_ticket(replace(over, status=Status.RESOLVED, changed_at=AT))
    clock.moment = AT + 366 * DAY
    gone = await tidied(filled)
    assert (gone["cases"], gone["tickets"]) == (1, 1)
    assert await store.case_of(ADA) is not None
    assert await store.dossier(over.number) is None
    assert (await store.held(ADA))["helpdesk_cases"].count == 1
    with store._engine.begin() as connection:
        left = connection.execute(sa.text(f"select count(*) from entries where ticket = {over.number}")).scalar()
    assert left == 0


async def test_a_case_that_is_asked_about_again_is_kept_from_then_on(filled: Filled) -> None:
    clock = filled.clock
    clock.moment = AT + 200 * DAY
    case = await filled.store.case_of(ADA)
    assert case is not None
    await filled.store.save_case(case)
    clock.moment = AT + 366 * DAY
    assert (await tidied(filled))["cases"] == 1
    assert await filled.store.case_of(ADA) is not None


async def test_who_removed_the_app_is_forgotten_after_a_while_unless_they_are_back(filled: Filled) -> None:
    store, clock = filled.store, filled.clock
    chat = await store.chat_of(ADA)
    other = await store.chat_of(BO)
    assert chat is not None and other is not None
    for one in (chat, other):
        await store.forget_conversation(one.id)
    assert "app_removed" in await store.held(ADA)
    clock.moment = AT + 10 * DAY
    await store.remember(chat)
    assert "app_removed" not in await store.held(ADA)
    clock.moment = AT + 30 * DAY
    assert "people" not in await tidied(filled)
    clock.moment += timedelta(minutes=1)
    assert (await tidied(filled))["people"] == 1
    assert (await store.held(BO)).keys() == {"helpdesk_cases", "helpdesk_messages", "helpdesk_places"}
    ticket = await store.ticket(filled.tickets[BO])
    assert ticket is not None and ticket.status is Status.OPEN, "what is open at the helpdesk goes on"
    assert "case" in await store.held(ADA)
    await store.forget_conversation(chat.id)
    clock.moment += 31 * DAY
    assert (await tidied(filled))["people"] == 1


async def test_who_removed_the_app_during_a_promise_is_forgotten_after_it(filled: Filled) -> None:
    store, clock = filled.store, filled.clock
    case, chat = await store.case_of(ADA), await store.chat_of(ADA)
    assert case is not None and chat is not None
    case = await store.save_case(case.moved(State.RESYNCING))
    await store.forget_conversation(chat.id)
    clock.moment = AT + 31 * DAY
    assert "people" not in await tidied(filled)
    await store.save_case(case.moved(State.STILL_STUCK))
    assert (await tidied(filled))["people"] == 1


async def test_languages_of_nobody_go(filled: Filled) -> None:
    await filled.store.speaks("c", "fr")
    assert await tidied(filled) == {"speech": 1}


async def test_much_of_it_goes_in_shares(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "AT_ONCE", 2)
    filled.clock.moment = AT + 400 * DAY
    assert (await filled.store.tidy(filled.clock.moment, KEPT))["deeds"] == 2
    assert (await tidied(filled))["deeds"] == 5


async def test_erase_and_the_daily_job_at_the_same_moment(filled: Filled) -> None:
    filled.clock.moment = AT + 400 * DAY
    store = filled.store
    done = await asyncio.gather(
        *(call for _ in range(5) for call in (store.erase(ADA), store.tidy(filled.clock.moment, KEPT), store.erase(BO)))
    )
    assert all(isinstance(one, dict) for one in done)
    await tidied(filled)
    assert ADA not in filled.everything("tickets", "entries", "filings")


async def test_an_export_of_ten_thousand_entries(filled: Filled) -> None:
    store, number = filled.store, filled.tickets[ADA]
    texts = [
        "plain",
        "con\x01trol \x7f",
        "right-to-left \u202e",
        "half a pair \ud83d".encode("utf-8", "replace").decode(),
    ]
    rows = [
        {"ticket": number, "number": one + 2, "side": "person", "what": "comment", "by": ADA, "name": "Ada\x07\u202e",
         "text": f"{texts[one % 4]} {one}", "origin": "", "key": f"k{one}", "at": AT}
        for one in range(10_000)
    ]  # fmt: skip
    with store._engine.begin() as connection:
        connection.execute(people.entries.insert(), rows)
    found = await store.export(ADA)
    assert len(found["helpdesk_messages"]) == 10_001
    assert [one["number"] for one in found["helpdesk_messages"]] == list(range(1, 10_002))
    json.loads(json.dumps(found))
    assert (await store.erase(ADA, tickets_too=True))["helpdesk_messages"] == 10_001


@pytest.mark.parametrize("table", ["conversations", "cases", "departures"])
async def test_whose_language_is_nobodys_is_not_looked_for_row_by_row(filled: Filled, table: str) -> None:
    """Each language is compared with these: without an index, a daily job of minutes with nobody let in meanwhile."""
    engine = filled.store._engine
    with engine.begin() as connection:
        connection.execute(sa.text("drop index conversations_by_person"))  # as in a database of an earlier version
    await filled.store.open()
    inspector = sa.inspect(engine)
    first = {index["column_names"][0] for index in inspector.get_indexes(table)}
    assert "person" in first | {inspector.get_pk_constraint(table)["constrained_columns"][0]}
