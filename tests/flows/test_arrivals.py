"""The bot comes, goes and comes back; the helpdesk's channel goes and comes back: nothing that was promised is lost."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.texts import LANGUAGES
from bot.flows import conversation, filing
from bot.ports import DeskRefused, Turn
from bot.teams import activities, wire
from bot.teams.schema import written
from tests.flows.stage import CHANNEL, WHERE, Stage, arrived

TEAM = replace(CHANNEL, id="19:general@thread.tacv2", team="19:general@thread.tacv2", user="29:ada")


async def test_a_promise_goes_on_where_the_app_is_removed_and_comes_back(stage: Stage) -> None:
    await stage.begun()
    await stage.store.forget_conversation(WHERE.id)
    back = replace(WHERE, id="new talk")
    await stage.store.remember(back)
    welcome = await conversation.answer(stage.world, Turn("installed", back, activity="i"))
    assert welcome is not None
    assert "Resync" in welcome.text
    stage.tenant.facts = arrived(stage)
    await stage.looked()
    await stage.told()
    assert [reply.about["intent"] for reply in stage.chat.sent] == ["arrived"]
    assert (await stage.case()).conversation == "new talk"
    assert (await stage.case()).cards == ("message-1",), "those of the chat that is gone are let go"


async def test_who_removed_the_app_is_told_how_it_ended_when_they_are_back(stage: Stage) -> None:
    await stage.begun()
    await stage.store.forget_conversation(WHERE.id)
    stage.tenant.facts = arrived(stage)
    await stage.looked()
    assert await stage.told() is None
    assert not stage.chat.sent
    await stage.store.remember(WHERE)
    await conversation.answer(stage.world, Turn("installed", WHERE, activity="i"))
    assert (await stage.case()).owed
    await stage.told()
    assert len(stage.chat.sent) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_p06_a_team_hears_once_what_it_is_and_who_added_it(stage: Stage, language: str) -> None:
    where = replace(TEAM, locale=language)
    reply = await conversation.answer(stage.world, Turn("installed", where, name="Ada <b>&Co", activity="i"))
    assert reply is not None
    assert reply.card is None
    message = written(activities.message(reply))
    (mention,) = message["entities"]
    assert mention["mentioned"]["id"] == "29:ada"
    assert mention["text"] in message["text"]
    assert "<b>" not in wire.dumps(message)
    nameless = await conversation.answer(stage.world, Turn("installed", where, activity="i"))
    assert nameless is not None
    assert not nameless.mentions
    assert "<at>" not in nameless.text


async def helpdesk_of(stage: Stage) -> None:
    stage.desk.name = "channel"
    stage.with_desk(waking=(0, 0))
    stage.world = replace(stage.world, desks={"channel": stage.desk})
    await stage.store.bind(replace(CHANNEL, team=TEAM.team))
    await stage.store.remember(WHERE)


async def befalls(stage: Stage, channel: str, team: str, reachable: bool) -> None:
    data = {"channel": channel, "team": team, "reachable": reachable}
    assert await conversation.answer(stage.world, Turn("changed", TEAM, data=data, activity="e")) is None


async def test_cases_wait_for_a_channel_that_is_gone_and_come_to_it_at_once_when_it_is_back(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await helpdesk_of(stage)
    await befalls(stage, CHANNEL.id, TEAM.id, False)
    stage.desk.before = [DeskRefused("ConversationNotFound")]
    ticket = await stage.asks()
    again = await filing.bring(stage.world, filing.name_of(ticket.number, "channel"), ticket.version, 0)
    assert again is not None
    assert again > stage.clock.now()
    assert not stage.desk.tickets
    stage.promises.due.clear()
    stage.clock.moment = at = stage.clock.now() + timedelta(seconds=1)
    await befalls(stage, CHANNEL.id, TEAM.id, True)
    await stage.settle()
    assert list(stage.desk.tickets) == [ticket.reference]
    assert stage.clock.now() == at
    told = [(record.levelno, record.getMessage()) for record in caplog.records if "helpdesk's channel" in record.msg]
    assert [level for level, _ in told] == [logging.ERROR, logging.WARNING]


@pytest.mark.parametrize(("channel", "team"), [("19:other", TEAM.id), ("", "19:other"), ("", "")])
async def test_other_channels_and_teams_are_nobodys_business(
    stage: Stage, caplog: pytest.LogCaptureFixture, channel: str, team: str
) -> None:
    await helpdesk_of(stage)
    await befalls(stage, channel, team, False)
    assert not caplog.records


async def test_without_a_helpdesk_in_teams_nothing_befalls_it(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await befalls(stage, CHANNEL.id, TEAM.id, False)
    assert not caplog.records
