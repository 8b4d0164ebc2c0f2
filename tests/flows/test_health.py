"""The helpdesk is warned before what the bot proves itself with ends, and sees what the installation lacks."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.core.checks import Line, Proof, State, key_of
from bot.core.tickets import CHANNEL as DESK
from bot.flows import conversation, health
from bot.ports import ChannelError, Conversation, Gone, NotNow, Turn, Uncertain
from tests.flows.stage import CHANNEL, Stage


def ending(stage: Stage, days: float, **more: object) -> Proof:
    """From now on that is what the bot proves itself with."""
    own = Proof("certificate", "5F2C", stage.clock.now() + timedelta(days=days))

    async def where() -> Conversation | None:
        return CHANNEL

    changes = {"proof": own, "desks": {DESK: stage.desk}, "helpdesk_channel": where, **more}
    stage.world = replace(stage.world, **changes)  # type: ignore[arg-type]
    return own


async def warned(stage: Stage, own: Proof) -> datetime | None:
    return await health.warn(stage.world, key_of(own))


async def test_s08_warned_at_thirty_fourteen_and_three_days(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    own, began = ending(stage, 40), stage.clock.now()
    at = await warned(stage, own)
    told: list[float] = []
    while at:
        stage.clock.moment = at
        before = len(stage.chat.sent)
        at = await warned(stage, own)
        told += [(stage.clock.moment - began) / timedelta(days=1)] * (len(stage.chat.sent) - before)
    assert told == pytest.approx([10, 26, 37, 40], abs=0.01)
    assert "January" in stage.chat.sent[0].text and "python app.py check" in stage.chat.sent[0].text
    assert [record.days for record in caplog.records if record.levelno == logging.ERROR] == [30, 14, 3, 0]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("days", "waits"), [(40.0, 10.0), (29.0, 0.0), (1.0, 0.0)])
async def test_from_when_on_it_is_watched(stage: Stage, days: float, waits: float) -> None:
    own = ending(stage, days)
    watched = health.watched(stage.world)
    assert watched and watched[0] == key_of(own)
    assert (watched[1] - stage.clock.now()) / timedelta(days=1) == pytest.approx(waits)


@pytest.mark.parametrize("own", [None, Proof("managed-identity"), Proof("secret")])
async def test_what_has_no_end_is_not_watched(stage: Stage, own: Proof | None) -> None:
    stage.world = replace(stage.world, proof=own)
    assert health.watched(stage.world) is None


async def test_what_has_ended_is_not_watched(stage: Stage) -> None:
    ending(stage, -1)
    assert health.watched(stage.world) is None


async def test_another_one_has_come_instead(stage: Stage) -> None:
    old = ending(stage, 2)
    ending(stage, 2, proof=Proof("certificate", "ABCD", stage.clock.now() + timedelta(days=700)))
    assert await warned(stage, old) is None and not stage.chat.sent


@pytest.mark.parametrize("trouble", [NotNow("busy"), None], ids=["busy", "nobody there yet"])
async def test_a_warning_that_finds_nobody_is_tried_again(stage: Stage, trouble: ChannelError | None) -> None:
    async def nowhere() -> Conversation | None:
        return None

    own = ending(stage, 20)
    if trouble:
        stage.chat.trouble = trouble
    else:
        stage.world = replace(stage.world, helpdesk_channel=nowhere)
    assert await warned(stage, own) == stage.clock.now() + health.LATER


@pytest.mark.parametrize("trouble", [Uncertain("cut off"), Gone("gone")])
async def test_a_warning_that_may_have_arrived_is_not_repeated(stage: Stage, trouble: ChannelError) -> None:
    own = ending(stage, 20)
    stage.chat.trouble = trouble
    again = await warned(stage, own)
    assert again and again - stage.clock.now() == timedelta(days=6)


async def test_without_a_channel_the_log_says_it(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    own = ending(stage, 20, desks={})
    assert await warned(stage, own)
    assert not stage.chat.sent and "ends" in caplog.text


LINES = [
    Line("reach Graph"),
    Line("see policy (Graph: PeopleSettings.Read.All)", State.MISSING, "Without: *less*", "add it"),
]


async def asks(stage: Stage, words: str, by: str = "agent") -> str:
    turn = Turn("said", replace(CHANNEL, person=by), name="Thea", text=words, activity="1")
    reply = await conversation.answer(stage.world, turn)
    assert reply is not None
    return reply.text


@pytest.mark.parametrize("words", ["health", "Status", "état", "prüfen", "sjekk", "  HEALTH  "])
async def test_the_helpdesk_asks_how_it_is(stage: Stage, words: str) -> None:
    async def check() -> list[Line]:
        return LINES

    await stage.store.bind(CHANNEL)
    stage.with_desk(check=check)
    said = await asks(stage, words)
    assert "This is missing, or does not work:" in said and "PeopleSettings.Read.All" in said and "add it" in said
    assert said.index("see policy") < said.index("reach Graph")
    assert "Only members" in await asks(stage, words, by="stranger")
