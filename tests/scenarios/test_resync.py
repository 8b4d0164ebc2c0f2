"""The main journey: press Resync, watch it on one card, be told when the new photo has arrived."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from tests.conftest import Stage, staged
from tests.core.test_rules import portrait
from tests.scenarios.processes import told
from tests.scenarios.test_cast import pictures

FASTER = {"RESYNC_TIME_SCALE": "10"}


async def started(stage: Stage, **client: Any) -> Any:
    """Somebody asked, pressed Resync and then Start."""
    teams = stage.client(**client)
    await teams.say("why is my photo old?")
    await teams.press("Resync")
    await teams.press("Start")
    return teams


def text(card: dict[str, Any]) -> str:
    return str(card["card"]["fallbackText"])


async def ended(teams: Any, timeout: float = 30) -> dict[str, Any]:
    """The message that says how it ended."""
    message: dict[str, Any] = await teams.next_message(timeout)
    return message


async def test_the_new_photo_arrives_and_is_shown_as_proof(database_url: str) -> None:
    async with staged("sanne", database_url, **FASTER) as stage:
        stage.sandbox.world.pull_takes = 2
        teams = await started(stage)
        assert "under way" in text(teams.cards[0])
        message = await ended(teams)
        card = message["attachments"][0]["content"]
        assert "Your new photo has arrived" in card["fallbackText"]
        assert len(pictures(card)) == 2
        assert message["channelData"]["notification"]["alert"] is True
        assert message["summary"]
        teams.reopen()  # what is stored in the chat says it too, not only the view of the one who pressed
        assert "Your new photo has arrived" in text(teams.cards[0])


async def test_what_will_be_done_is_said_before_it_is_done(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        teams = stage.client(locale="nl-NL")
        await teams.say("waarom is mijn foto oud?")
        await teams.press(0)
        case = await stage.bot.store.case_of(teams.person.object_id)
        assert case is not None
        assert case.state == "diagnosed"
        assert not [r for r in stage.sandbox.world.requests if "userphoto.aspx" in r.path]


async def test_pressed_twice_and_on_two_devices_is_one_resync(database_url: str) -> None:
    async with staged("sanne", database_url, **FASTER) as stage:
        stage.sandbox.world.pull_takes = 3
        phone, desktop = stage.client(), stage.client()
        await desktop.say("why is my photo old?")
        await desktop.press("Resync")
        await asyncio.gather(desktop.press("Start"), desktop.press("Start"), desktop.press("Start", execute=False))
        message = await ended(desktop)
        assert "Your new photo has arrived" in message["attachments"][0]["content"]["fallbackText"]
        await asyncio.sleep(1.5)
        assert len([one for one in desktop.messages if one.activity.get("channelData", {}).get("notification")]) == 1
        case = await stage.bot.store.case_of(phone.person.object_id)
        assert case is not None
        assert case.attempt == 1


async def test_old_clients_press_submit_and_reach_the_same(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        teams = stage.client()
        await teams.say("why is my photo old?")
        (plan,) = await teams.press("Resync", execute=False)
        assert "This is what I will do" in plan["attachments"][0]["content"]["fallbackText"]


async def test_somebody_elses_card_does_nothing(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        await stage.client().say("why is my photo old?")
        case = await stage.bot.store.case_of(stage.sandbox.world.people["sanne"].object_id)
        assert case is not None
        thief = stage.client("daan")
        data = {"resync": "1", "verb": "start", "case": case.id, "intent": ""}
        value = {"action": {"type": "Action.Execute", "verb": "start", "data": data}, "trigger": "manual"}
        status, body = await thief.deliver(thief.activity(None, type="invoke", name="adaptiveCard/action", value=value))
        assert status == 200
        assert "somebody else" in body["value"]["fallbackText"]
        again = await stage.bot.store.case(case.id)
        assert again is not None
        assert again.state == "diagnosed"


async def test_an_old_card_answers_with_what_is_true_now(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        world = stage.sandbox.world
        world.pull_takes = 0
        teams = stage.client()
        await teams.say("why is my photo old?")
        world.visit("sanne")
        await asyncio.sleep(0.2)
        await teams.press("Resync")
        assert "hold the same photo" in text(teams.cards[0])


async def test_a_photo_that_came_by_the_persons_own_visit_is_told_when_they_ask(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        world = stage.sandbox.world
        world.app_requests_trigger_pull, world.pull_takes = False, 0
        teams = await started(stage)
        await asyncio.sleep(0.5)
        world.visit("sanne")
        await asyncio.sleep(0.3)
        (answer,) = await teams.say("is it done yet?")
        assert "Your new photo has arrived" in answer["attachments"][0]["content"]["fallbackText"]
        async with asyncio.timeout(20):  # the older card learns it too, and nothing is said a second time
            while "Your new photo has arrived" not in text(teams.cards[0]):
                teams.reopen()
                await asyncio.sleep(0.2)
        assert not [one for one in teams.messages if one.activity.get("channelData", {}).get("notification")]


async def test_an_old_start_button_after_a_resync_that_ended_begins_another(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, RESYNC_PAUSE="0", **FASTER) as stage:
        world = stage.sandbox.world
        world.pull_takes = 0
        teams = await started(stage)
        await teams.next_message(20)
        state = world.state("sanne")
        state.pulled_at, state.pull_started_at = state.pulled_at - timedelta(hours=30), None
        world.upload("sanne", portrait("#335577", "#ffee00", 400))
        case = await stage.bot.store.case_of(teams.person.object_id)
        assert case is not None
        start = {"resync": "1", "verb": "start", "case": case.id, "intent": ""}
        assert (await teams.deliver(teams.activity(None, value=start)))[0] == 200
        async with asyncio.timeout(20):
            while len(told(teams)) < 2:
                await asyncio.sleep(0.1)
        assert "Your new photo has arrived" in str(told(teams)[1].activity)


async def test_how_far_is_it_can_be_asked_in_words(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        stage.sandbox.world.pull_takes = 60
        teams = await started(stage)
        (answer,) = await teams.say("is it done yet?")
        assert "under way" in answer["attachments"][0]["content"]["fallbackText"]
