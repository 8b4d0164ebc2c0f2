"""A promise from the button to its end, hours in seconds: what is tried, what the person decides, what is told."""

from __future__ import annotations

import asyncio
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.cases import State
from bot.flows import follow_up, rungs
from bot.flows.cases import change
from bot.sandbox.portraits import square
from tests.conftest import Stage, staged
from tests.scenarios.processes import shown, told, until_told
from tests.scenarios.test_resync import started, text

DAY = {"RESYNC_TIME_SCALE": "7200"}  # in 12 seconds
THREE_DAYS = {"RESYNC_TIME_SCALE": "20000"}  # in 13 seconds


def fallback(activity: dict[str, Any]) -> str:
    return str(activity["attachments"][0]["content"]["fallbackText"])


async def state(stage: Stage) -> State:
    case = await stage.bot.store.case_of(stage.sandbox.world.people[stage.scene].object_id)
    assert case is not None
    return case.state


async def deeds(stage: Stage) -> list[tuple[str, str, str]]:
    person = stage.sandbox.world.people[stage.scene].object_id
    return [(one.who, one.what, one.outcome) for one in await stage.bot.store.deeds_of(person)]


async def test_after_three_days_it_says_what_was_tried_and_what_is_left(database_url: str) -> None:
    async with staged("ruben", database_url, **THREE_DAYS) as stage:
        world = stage.sandbox.world
        photo = world.state("ruben").photo
        teams = await started(stage)
        await until_told(teams, 60)
        (news,) = told(teams)
        assert "has not arrived" in fallback(news.activity)
        assert await state(stage) is State.STILL_STUCK
        async with asyncio.timeout(10):
            while ("bot", "told", "") not in (done := await deeds(stage)):
                await asyncio.sleep(0.05)
        assert {("person", "start", ""), ("bot", "ask", "done"), ("bot", "republish", "done")} <= set(done)
        after = world.state("ruben").photo
        assert photo is not None
        assert after is not None
        assert after.content == square(photo.content, 648), "byte for byte what Graph gave of it"
        assert [r.path for r in world.requests if r.method == "PUT" and "/photo/" in r.path], "and they were put"
        await asyncio.sleep(1)
        assert len(told(teams)) == 1


async def test_flags_are_repaired_where_that_is_allowed_and_can_be_given_back(sqlite_url: str) -> None:
    async with staged("jonas", sqlite_url, RESYNC_ALLOW_REPAIR="yes", **DAY) as stage:
        world = stage.sandbox.world
        teams = await started(stage)
        await until_told(teams, 40)
        assert "Your new photo has arrived" in fallback(told(teams)[0].activity)
        assert world.state("jonas").exchange_sync_state == "1"
        assert await rungs.undo(stage.bot.world, world.people["jonas"].object_id) == "done"
        assert world.state("jonas").exchange_sync_state == "0"
        assert await rungs.undo(stage.bot.world, world.people["jonas"].object_id) == "needless"


async def test_flags_are_left_alone_where_it_is_not_allowed(sqlite_url: str) -> None:
    async with staged("jonas", sqlite_url) as stage:
        teams = stage.client()
        (answer,) = await teams.say("why is my photo old?")
        titles = [action["title"] for action in answer["attachments"][0]["content"]["actions"]]
        assert "Resync" not in titles
        assert world_unchanged(stage)


def world_unchanged(stage: Stage) -> bool:
    return not [r for r in stage.sandbox.world.requests if "SetSingleValueProfileProperty" in r.path]


async def test_somebody_whose_pull_is_not_due_is_called_back_when_it_is(database_url: str) -> None:
    async with staged("daan", database_url, **DAY) as stage:
        teams = stage.client()
        await teams.say("why is my photo old?")
        await teams.press("Remind me")
        assert await state(stage) is State.WAITING
        assert not told(teams)
        await until_told(teams, 40)
        (news,) = told(teams)
        card = news.activity["attachments"][0]["content"]
        assert "Resync" in [action["title"] for action in card["actions"]], "now it can be done"
        await teams.press("Resync")
        await teams.press("Start")
        async with asyncio.timeout(40):
            while len(told(teams)) < 2:
                await asyncio.sleep(0.1)
        assert "Your new photo has arrived" in fallback(told(teams)[1].activity)


async def test_what_was_stopped_is_not_told(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **DAY) as stage:
        stage.sandbox.world.pull_takes = 3600
        teams = await started(stage)
        (answer,) = await teams.say("stop it")
        assert "stopped" in fallback(answer).lower()
        assert await state(stage) is State.STOPPED
        await asyncio.sleep(3)
        assert not told(teams)
        assert not any("under way" in one for one in shown(teams)), "no card says that it goes on"


async def test_muted_the_card_tells_it_and_no_message(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **DAY) as stage:
        stage.sandbox.world.pull_takes = 1800
        teams = await started(stage)
        await teams.say("don't message me about this")
        async with asyncio.timeout(20):
            while not any("Your new photo has arrived" in one for one in shown(teams)):
                await asyncio.sleep(0.1)
        await asyncio.sleep(1)
        assert not told(teams)


async def test_muted_and_unmuted_again_is_told(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **DAY) as stage:
        stage.sandbox.world.pull_takes = 7200
        teams = await started(stage)
        await teams.say("don't message me about this")
        await teams.press("Messages on")
        await until_told(teams, 40)


async def test_a_person_sees_what_was_done_for_them_and_nobody_else_does(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **DAY) as stage:
        teams = await started(stage)
        await until_told(teams)
        (answer,) = await teams.say("what have you done about my photo?")
        said = fallback(answer)
        for line in ("you started a resync", "asked SharePoint"):
            assert line in said
        (other,) = await stage.client("hilde").say("what have you done about my photo?")
        assert "asked SharePoint" not in fallback(other)


async def test_soon_after_a_resync_another_one_has_to_wait_unless_an_administrator_allows_it(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        world = stage.sandbox.world
        world.pull_takes = 60
        teams = await started(stage)
        await teams.say("stop it")
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        assert "Start" not in [action.get("title") for action in teams.cards[-1]["card"].get("actions", [])]
        assert "15 minutes" in text(teams.cards[-1]) or "at " in text(teams.cards[-1])
        assert await rungs.lift(stage.bot.world, teams.person.object_id)
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        await teams.press("Start")
        async with asyncio.timeout(10):
            while await state(stage) is not State.RESYNCING:
                await asyncio.sleep(0.05)


async def test_the_whole_tenant_begins_so_many_in_an_hour(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, RESYNC_HOURLY="1") as stage:
        await started(stage)
        emma = stage.client("emma")
        await emma.say("why is my photo old?")
        await emma.press("Resync")
        assert "Start" not in [action.get("title") for action in emma.cards[-1]["card"].get("actions", [])]


async def test_somebody_who_removed_the_app_is_told_when_they_come_back(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **DAY) as stage:
        stage.sandbox.world.pull_takes = 3600
        teams = await started(stage)
        await teams.uninstall()
        async with asyncio.timeout(20):
            while await state(stage) is not State.ARRIVED or ("bot", "not_told", "") not in await deeds(stage):
                await asyncio.sleep(0.1)
        assert not told(teams)
        await teams.install()
        await until_told(teams, 20)
        assert "Your new photo has arrived" in fallback(told(teams)[0].activity)
        await asyncio.sleep(1)
        assert len(told(teams)) == 1


async def test_a_start_whose_process_died_before_the_engine_heard_of_it_begins_by_itself(database_url: str) -> None:
    async with staged("sanne", database_url, **DAY) as stage:
        stage.sandbox.world.pull_takes = 60
        teams = stage.client()
        await teams.say("why is my photo old?")
        case = await stage.bot.store.case_of(teams.person.object_id)
        assert case is not None
        now = stage.bot.world.clock.now()
        # All that such a process leaves behind; that the card was shown may still be being written down.
        await change(stage.bot.world, case.id, lambda known: follow_up.begun(known, now))
        began = asyncio.get_running_loop().time()
        await until_told(teams, 50)
        assert asyncio.get_running_loop().time() - began < 45, (
            "and soon, not at the search for lost promises every five minutes"
        )
        assert "Your new photo has arrived" in fallback(told(teams)[0].activity)


async def test_nobody_is_woken_up_and_in_the_morning_it_is_told_once(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, RESYNC_WAKING_HOURS="7-21", **DAY) as stage:
        stage.sandbox.world.pull_takes = 600
        hour = stage.bot.world.clock.now().hour
        east = (22 - hour + 11) % 24 - 11  # where on Earth it is 22 o'clock; -11 to 12
        zone = f"Etc/GMT{-east:+d}"  # whose names count the other way round
        teams = stage.client(time_zone=zone)
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        await teams.press("Start")
        async with asyncio.timeout(20):
            while not any("Your new photo has arrived" in one for one in shown(teams)):
                await asyncio.sleep(0.05)
        assert not told(teams), "the card says it, which wakes nobody"
        await until_told(teams, 30)
        assert 7 <= told(teams)[0].at.astimezone(ZoneInfo(zone)).hour < 21
        await asyncio.sleep(1)
        assert len(told(teams)) == 1
