"""The promise, step by step, on a real store: what is tried, what is told, and what a busy or absent Teams changes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core import timing
from bot.core.cases import Case, State
from bot.core.facts import Facts, Reason, Unknown
from bot.flows import follow_up
from bot.ports import ChannelError, Conversation, Gone, NotNow, Reply, Uncertain, World
from bot.store import Database
from tests.conftest import Instant
from tests.core.test_rules import BEHIND, WELL

CASE = Case(
    "CASE1", "p", Instant().now(), language="en", time_zone="Europe/Oslo", conversation="talk", cards=("card-1",)
)
WHERE = Conversation("talk", "p", "tenant", "https://smba", "29:user", "28:bot", "en-US", "Europe/Oslo")


class Tenant:
    """Microsoft 365 as a test wants it."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.asked = facts, 0

    async def facts_of(self, person: str, site: str = "") -> Facts:
        return self.facts

    async def ask_for_pull(self, facts: Facts) -> bool:
        self.asked += 1
        return True


class Chat:
    """A chat that takes messages, or fails as it is told to."""

    def __init__(self) -> None:
        self.sent: list[Reply] = []
        self.cards: dict[str, Reply] = {}
        self.trouble: ChannelError | None = None

    async def send(self, conversation: Conversation, reply: Reply) -> str:
        if self.trouble:
            raise self.trouble
        self.sent.append(reply)
        return f"message-{len(self.sent)}"

    async def update(self, conversation: Conversation, message: str, reply: Reply) -> None:
        if self.trouble:
            raise self.trouble
        self.cards[message] = reply

    async def typing(self, conversation: Conversation) -> None: ...


class NoPromises:
    async def begin_resync(self, case: Case) -> None: ...

    async def healthy(self) -> bool:
        return True


class Stage:
    def __init__(self, store: Database, clock: Instant) -> None:
        self.tenant, self.chat, self.store, self.clock = Tenant(BEHIND), Chat(), store, clock
        self.world = World(self.tenant, store, self.chat, NoPromises(), clock)

    async def begun(self) -> None:
        await self.store.remember(WHERE)
        await self.store.add_case(CASE)
        assert await follow_up.begin(self.world, "CASE1", 1)

    async def case(self) -> Case:
        case = await self.store.case("CASE1")
        assert case is not None
        return case


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    clock = Instant()
    store = Database(f"sqlite:///{tmp_path / 'resync.db'}", clock)
    await store.open()
    yield Stage(store, clock)
    await store.close()


async def test_it_begins_once_however_often_the_step_runs(stage: Stage) -> None:
    await stage.begun()
    await follow_up.begin(stage.world, "CASE1", 1)
    case = await stage.case()
    assert (case.state, case.attempt, case.asked_ok) == (State.RESYNCING, 1, True)
    assert "under way" in stage.chat.cards["card-1"].text


async def test_it_looks_for_72_hours_asks_again_and_says_that_it_is_still_stuck(stage: Stage) -> None:
    await stage.begun()
    began = stage.clock.now()
    while (at := await follow_up.look(stage.world, "CASE1", 1)) is not None:
        assert at > stage.clock.now()
        stage.clock.moment = at
    assert stage.clock.now() - began == timing.PATIENCE
    assert (await stage.case()).state is State.STILL_STUCK
    assert stage.tenant.asked > 3
    assert await follow_up.tell(stage.world, "CASE1", 1, 0) is None
    assert "has not arrived" in stage.chat.sent[0].text
    assert "CASE1" in stage.chat.sent[0].text
    assert "has not arrived" in stage.chat.cards["card-1"].text


async def test_it_says_that_the_photo_has_arrived_only_after_comparing(stage: Stage) -> None:
    await stage.begun()
    assert await follow_up.look(stage.world, "CASE1", 1)
    stage.tenant.facts = replace(WELL, sharepoint_photo=Unknown(Reason.THROTTLED))
    assert await follow_up.look(stage.world, "CASE1", 1), "what could not be seen is not an arrival"
    stage.tenant.facts = WELL
    assert await follow_up.look(stage.world, "CASE1", 1) is None
    assert (await stage.case()).state is State.ARRIVED


async def ended(stage: Stage) -> None:
    await stage.begun()
    stage.tenant.facts = WELL
    await follow_up.look(stage.world, "CASE1", 1)


async def test_it_is_told_once_however_often_the_step_runs(stage: Stage) -> None:
    await ended(stage)
    for _ in range(3):
        assert await follow_up.tell(stage.world, "CASE1", 1, 0) is None
    assert len(stage.chat.sent) == 1
    assert stage.chat.sent[0].alert
    assert not stage.chat.cards["card-1"].alert


async def test_busy_teams_is_tried_again_until_it_takes_it(stage: Stage) -> None:
    await ended(stage)
    stage.chat.trouble = NotNow("TooManyRequests", 429)
    waits = [await follow_up.tell(stage.world, "CASE1", 1, tries) for tries in range(len(follow_up.TELL_AGAIN) + 1)]
    assert all(waits[:-1])
    assert waits[-1] is None
    stage.chat.trouble = None
    assert await follow_up.tell(stage.world, "CASE1", 1, 1) is None
    assert len(stage.chat.sent) == 1


async def test_an_uncertain_message_is_not_sent_again_and_the_card_says_it(stage: Stage) -> None:
    await ended(stage)
    stage.chat.trouble = Uncertain("TimedOut")
    with pytest.raises(Uncertain):
        await follow_up.tell(stage.world, "CASE1", 1, 0)
    stage.chat.trouble = None
    assert await follow_up.tell(stage.world, "CASE1", 1, 0) is None
    assert stage.chat.sent == []
    assert "has arrived" in stage.chat.cards["card-1"].text


async def test_somebody_who_removed_the_app_is_left_in_peace(stage: Stage) -> None:
    await ended(stage)
    stage.chat.trouble = Gone("BotNotInConversationRoster", 403)
    assert await follow_up.tell(stage.world, "CASE1", 1, 0) is None
    assert await stage.store.conversation("talk") is None
    stage.chat.trouble = None
    assert await follow_up.tell(stage.world, "CASE1", 1, 0) is None
    assert stage.chat.sent == []


async def test_an_earlier_attempt_does_nothing_any_more(stage: Stage) -> None:
    await stage.begun()
    case = await stage.case()
    await stage.store.save_case(replace(case, attempt=2))
    assert await follow_up.look(stage.world, "CASE1", 1) is None
    assert await follow_up.tell(stage.world, "CASE1", 1, 0) is None
    assert await follow_up.begin(stage.world, "nobody", 1) is None
    assert (await stage.case()).state is State.RESYNCING
