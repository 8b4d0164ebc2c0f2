"""A promise that was not kept goes to the helpdesk by itself, once, with everything, where that is wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.cases import State
from bot.core.facts import Absent, Reason, Unknown
from bot.flows import follow_up
from bot.flows.cases import change
from bot.ports import Gone, NotNow
from tests.core.test_rules import BEHIND
from tests.flows.stage import Stage, arrived


async def in_vain(stage: Stage, escalates: bool = True) -> None:
    """A resync that has just ended without its photo."""
    stage.world = replace(stage.world, auto_escalate=escalates)
    await stage.begun()
    await stage.looked_until_it_ends()
    assert (await stage.case()).state is State.STILL_STUCK


async def test_the_helpdesk_has_everything_and_the_person_is_told_so(stage: Stage) -> None:
    await in_vain(stage)
    assert await stage.told() is None
    (ticket,) = await stage.store.tickets()
    assert (ticket.number, ticket.key, ticket.person, ticket.by_itself) == (1, "promise:CASE1:1", "p", True)
    assert {"userPrincipalName", "SPS-PictureTimestamp", "mediaEtag"} <= ticket.bundle["facts"].keys()
    assert {one["what"]: one["outcome"] for one in ticket.bundle["tried"]} == {"republish": "done"}
    assert [one["url"] for one in ticket.bundle["diagnostics"]] == ["https://aka.ms/PillarPictureSync"]
    assert "passed this on to your helpdesk as case 1" in stage.chat.sent[0].text
    assert "passed this on" in stage.chat.cards["card-1"].text
    assert ("escalated", "") in await stage.done()


async def test_it_is_handed_over_once_however_often_the_step_runs(stage: Stage) -> None:
    await in_vain(stage)
    stage.chat.trouble_with_news = NotNow("TooManyRequests", 429)
    for tries in range(3):
        assert await stage.told(tries)
    stage.chat.trouble_with_news = None
    await stage.told(3)
    await change(stage.world, "CASE1", lambda case: replace(case, owed=True, ticket=""))  # a crash before it was noted
    await stage.told(4)
    assert len(await stage.store.tickets()) == 1
    assert (await stage.done()).count(("escalated", "")) == 1


async def test_somebody_who_cannot_be_reached_is_helped_all_the_same(stage: Stage) -> None:
    await in_vain(stage)
    stage.chat.trouble = Gone("BotNotInConversationRoster", 403)
    await stage.told()
    assert len(await stage.store.tickets()) == 1


async def test_a_photo_that_came_over_night_is_no_matter_for_the_helpdesk(stage: Stage) -> None:
    stage.world = replace(stage.world, auto_escalate=True)
    await stage.begun()
    while await stage.looked():
        case = await stage.case()
        stage.clock.moment = case.look_at or stage.clock.moment
    night = datetime(2026, 11, 27, 1, tzinfo=UTC)
    stage.clock.moment = night
    at = await stage.told()
    assert isinstance(at, datetime)
    assert await stage.store.tickets() == []
    stage.clock.moment, stage.tenant.facts = at, arrived(stage)
    assert await stage.told(1) is None
    assert await stage.store.tickets() == []
    assert {"still_stuck", "arrived", "told"} <= {what for what, _ in await stage.done()}


async def test_a_reminder_after_that_does_not_speak_of_the_helpdesk(stage: Stage) -> None:
    await in_vain(stage)
    await stage.told()
    stage.tenant.facts = replace(BEHIND, profile=Unknown(Reason.THROTTLED))
    await stage.presses("check")
    await stage.presses("remind")
    reply = await stage.presses("stop")
    assert "reminder was stopped" in reply.text
    for word in ("helpdesk as case", "request was sent", "once more"):
        assert word not in reply.text


async def test_where_nobody_asked_for_it_the_person_decides(stage: Stage) -> None:
    await in_vain(stage, escalates=False)
    await stage.told()
    assert await stage.store.tickets() == []
    assert "passed this on" not in stage.chat.sent[0].text
    assert "The reference number is CASE1" in stage.chat.sent[0].text


async def test_a_kept_promise_is_no_matter_for_the_helpdesk(stage: Stage) -> None:
    stage.world = replace(stage.world, auto_escalate=True)
    await stage.begun()
    stage.tenant.facts = arrived(stage)
    await stage.looked()
    await stage.told()
    assert await stage.store.tickets() == []


async def test_neither_is_a_photo_that_somebody_took_away(stage: Stage) -> None:
    stage.world = replace(stage.world, auto_escalate=True)
    await stage.begun()
    stage.tenant.facts = replace(BEHIND, source_photo=Absent())
    stage.clock.moment += timedelta(hours=1)
    await stage.looked_until_it_ends()
    await stage.told()
    assert await stage.store.tickets() == []


async def test_what_could_not_be_seen_is_handed_over_as_that(stage: Stage) -> None:
    stage.world = replace(stage.world, auto_escalate=True)
    await stage.begun()
    stage.tenant.facts = replace(BEHIND, profile=Unknown(Reason.FORBIDDEN), sharepoint_photo=Unknown(Reason.FORBIDDEN))
    await stage.looked_until_it_ends()
    await stage.told()
    (ticket,) = await stage.store.tickets()
    assert ticket.bundle["verdict"] == "could_not_see"
    assert ticket.bundle["unknown"]["profile"]["reason"] == "forbidden"


async def test_the_next_attempt_is_another_ticket(stage: Stage) -> None:
    await in_vain(stage)
    await stage.told()
    await change(stage.world, "CASE1", lambda case: follow_up.begun(case, stage.clock.now()))
    assert (await stage.case()).ticket == ""
    while at := await follow_up.look(stage.world, "CASE1", 2):
        stage.clock.moment = at
    await stage.told(attempt=2)
    assert [one.key for one in await stage.store.tickets()] == ["promise:CASE1:1"]  # which is open still


@pytest.mark.parametrize("there", [True, False])
async def test_microsofts_diagnostic_is_named_only_in_clouds_that_have_it(stage: Stage, there: bool) -> None:
    stage.world = replace(stage.world, diagnostics=there)
    await in_vain(stage)
    assert await stage.told() is None
    (ticket,) = await stage.store.tickets()
    assert bool(ticket.bundle["diagnostics"]) is there
    assert ("PillarPictureSync" in str(stage.chat.sent[0])) is there
