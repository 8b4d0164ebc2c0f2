"""The cards in the chat come to say what is true, whatever Teams takes meanwhile and however many there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.core.cases import Case
from bot.core.facts import Outcome
from bot.flows import telling
from bot.flows.cases import change
from bot.ports import ChannelError, Conversation, NotNow, Refused, Reply, Uncertain
from tests.flows.stage import Stage, arrived, ended


def no_updates(stage: Stage, error: ChannelError) -> None:
    """Teams takes messages, and no updates of cards."""

    async def update(conversation: Conversation, message: str, reply: Reply) -> None:
        raise error

    stage.chat.update = update  # type: ignore[method-assign]


def updates_again(stage: Stage) -> None:
    del stage.chat.update


@pytest.mark.parametrize("error", [NotNow("Http503", 503), Uncertain("Http500", 500)])
async def test_a_card_that_teams_did_not_take_at_the_end_is_brought_up_to_date_later(
    error: ChannelError, stage: Stage
) -> None:
    await ended(stage)
    no_updates(stage, error)
    at = await stage.told()
    assert isinstance(at, datetime), "it goes on until the card says it"
    assert len(stage.chat.sent) == 1
    stage.clock.moment = at
    assert isinstance(await stage.told(1), datetime)
    updates_again(stage)
    assert await stage.told(2) is None
    assert "Your new photo has arrived" in stage.chat.cards["card-1"].text
    assert len(stage.chat.sent) == 1, "and the message is not said again"
    assert (await stage.case()).stale == ()
    assert [what for what, _ in await stage.done()].count("told") == 1


async def test_an_outage_of_both_ends_with_message_and_card(stage: Stage) -> None:
    await ended(stage)
    stage.chat.trouble = NotNow("Http503", 503)
    assert isinstance(await stage.told(), datetime)
    stage.chat.trouble = None
    assert await stage.told(1) is None
    assert len(stage.chat.sent) == 1
    assert "Your new photo has arrived" in stage.chat.cards["card-1"].text


async def test_it_is_not_tried_for_ever(stage: Stage) -> None:
    await ended(stage)
    no_updates(stage, NotNow("Http503", 503))
    tries = 0
    while at := await stage.told(tries):
        stage.clock.moment, tries = at, tries + 1
    assert 20 < tries < 40


async def test_what_teams_refuses_for_a_fault_of_ours_is_not_tried_again(stage: Stage) -> None:
    await ended(stage)
    no_updates(stage, Refused("BadSyntax", 400))
    assert await stage.told() is None


async def test_all_cards_say_how_it_ended_however_often_somebody_asked(stage: Stage) -> None:
    await stage.begun()
    for number in range(2, 9):
        reply = await stage.says("is it done yet?")
        assert reply.case
        await change(stage.world, "CASE1", lambda one, n=number: one.shown_on(f"card-{n}", "talk"))
    stage.chat.cards.clear()
    stage.clock.moment += timedelta(hours=2)
    await stage.looked()
    assert set(stage.chat.cards) == {"card-1", "card-6", "card-7", "card-8"}, "a step is shown where it is seen"
    stage.tenant.facts = arrived(stage)
    await stage.looked()
    await stage.told()
    assert set(stage.chat.cards) == {f"card-{number}" for number in range(1, 9)}
    assert all("Your new photo has arrived" in reply.text for reply in stage.chat.cards.values())


async def test_a_stop_that_teams_did_not_show_is_shown_later(stage: Stage) -> None:
    await stage.begun()
    later: list[Case] = []

    async def tell(case: Case) -> None:
        later.append(case)

    stage.world.promises.tell = tell  # type: ignore[method-assign]
    no_updates(stage, NotNow("Http503", 503))
    assert "stopped" in (await stage.presses("stop")).text
    (case,) = later
    updates_again(stage)
    assert await telling.ended(stage.world, case.id, case.attempt, telling.CHAIN * case.version) is None
    assert "stopped" in stage.chat.cards["card-1"].text
    assert stage.chat.sent == []


async def test_a_card_that_was_overtaken_by_another_question_says_so(stage: Stage) -> None:
    await ended(stage)
    no_updates(stage, NotNow("Http503", 503))
    assert await stage.told()
    updates_again(stage)
    await stage.says("my job title is wrong")
    assert await stage.told(1) is None
    assert "out of date" in stage.chat.cards["card-1"].text


@pytest.mark.parametrize("error", [Uncertain("Http500", 500), Refused("NotEnoughPermissions", 403)])
async def test_a_message_that_may_have_arrived_or_may_not_be_written_goes_out_once(
    error: ChannelError, stage: Stage
) -> None:
    await ended(stage)
    tried = []

    async def send(conversation: Conversation, reply: Reply) -> str:
        tried.append(reply)
        raise error

    stage.chat.send = send  # type: ignore[method-assign]
    await stage.told()
    assert len(tried) == 1
    if isinstance(error, Uncertain):
        await stage.says("hello")
        assert not (await stage.case()).owed, "nobody knows, so it is not said again"


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.FAILED, Outcome.UNCERTAIN])
async def test_a_request_in_the_persons_name_that_failed_is_said(outcome: Outcome, stage: Stage) -> None:
    stage.world = replace(stage.world, allowed=replace(stage.world.allowed, as_person=True))
    stage.tenant.outcome = outcome
    await stage.begun()
    reply = await stage.presses("start", sign_in="a.b.c")
    assert "could not ask SharePoint on your behalf" in reply.text
