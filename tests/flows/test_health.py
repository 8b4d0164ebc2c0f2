"""The helpdesk is warned before what the bot proves itself with ends, and sees what the installation lacks."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.checks import Line, Proof, State
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


async def days_go_by(stage: Stage, days: int) -> list[int]:
    """On which days the channel was told; it is looked at every half day, by two processes."""
    told = []
    for half in range(2 * days + 1):
        before = len(stage.chat.sent)
        for _ in range(2):
            await health.warn(stage.world)
        told += [half // 2] * (len(stage.chat.sent) - before)
        stage.clock.moment += timedelta(hours=12)
    return told


async def test_s08_warned_at_thirty_fourteen_and_three_days(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    ending(stage, 40)
    assert await days_go_by(stage, 45) == [10, 26, 37]
    assert "January" in stage.chat.sent[0].text and "python app.py check" in stage.chat.sent[0].text
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [record.days for record in errors] == [30, 14, 3]  # type: ignore[attr-defined]


@pytest.mark.parametrize("own", [None, Proof("managed-identity"), Proof("secret")])
async def test_what_has_no_end_is_not_warned_of(stage: Stage, own: Proof | None) -> None:
    ending(stage, 0, proof=own)
    assert await days_go_by(stage, 2) == []


async def test_a_new_one_has_its_own_end(stage: Stage) -> None:
    ending(stage, 2)
    assert await days_go_by(stage, 1) == [0]
    ending(stage, 2, proof=Proof("certificate", "ABCD", stage.clock.now() + timedelta(days=20)))
    assert await days_go_by(stage, 1) == [0]


async def test_a_warning_that_finds_nobody_is_tried_again(stage: Stage) -> None:
    async def nowhere() -> Conversation | None:
        return None

    ending(stage, 20)
    stage.chat.trouble = NotNow("busy")
    assert await days_go_by(stage, 1) == []
    stage.chat.trouble, there = None, stage.world.helpdesk_channel
    stage.world = replace(stage.world, helpdesk_channel=nowhere)  # nobody has written there yet
    assert await days_go_by(stage, 1) == []
    stage.world = replace(stage.world, helpdesk_channel=there)
    assert await days_go_by(stage, 1) == [0]


@pytest.mark.parametrize("trouble", [Uncertain("cut off"), Gone("gone")])
async def test_a_warning_that_may_have_arrived_is_not_repeated(stage: Stage, trouble: ChannelError) -> None:
    ending(stage, 20)
    stage.chat.trouble = trouble
    await health.warn(stage.world)
    stage.chat.trouble = None
    assert await days_go_by(stage, 1) == []


async def test_without_a_channel_the_log_says_it(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    ending(stage, 20, desks={})
    assert await days_go_by(stage, 1) == [] and "a credential ends" in caplog.text


LINES = [
    Line("reach Graph"),
    Line("see policy (Graph: PeopleSettings.Read.All)", State.MISSING, "Without: *less*", "add it"),
    Line("credential", detail="ends in 25 days", mend="register a new one"),
    Line("see app", State.MISSING, needed=False),
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
    inside = [
        "or does not work:",
        "see policy",
        "needs attention:",
        "credential",
        "useful",
        "see app",
        "In order:",
        "reach",
    ]
    assert sorted(inside, key=said.index) == inside and said.count("credential") == 1
    assert [line.concern for line in LINES] == ["none", "repair", "attention", "optional"]
    assert "Only members" in await asks(stage, words, by="stranger")
