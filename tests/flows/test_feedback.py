"""What people think of an answer is kept with what it showed; anything else that arrives as a thumb is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.feedback import MOST_TEXT
from bot.flows import conversation, feedback
from bot.ports import Reply, Turn
from tests.flows.stage import CHANNEL, WHERE, Stage, ended


async def rates(stage: Stage, message: str, reaction: str = "like", text: str = "", person: str = "p") -> None:
    where = replace(WHERE, person=person)
    turn = Turn("rated", where, text=text, data={"reaction": reaction}, card=message)
    assert await conversation.answer(stage.world, turn) is None


@pytest.mark.parametrize(
    ("said", "thumbs"),
    [
        ("why is my photo old?", True),
        ("my job title is wrong", True),
        ("how do I change my photo?", True),
        ("how long does it take?", True),
        ("how does it work?", True),
        ("how do I edit my profile?", True),
        ("hello", False),
        ("thanks", False),
        ("resync my photo", False),  # a plan is no answer yet
        ("what do you store about me?", False),
        ("is the canteen open", False),
        ("I want to talk to the helpdesk", False),
    ],
)
async def test_thumbs_are_below_what_may_help(stage: Stage, said: str, thumbs: bool) -> None:
    assert (await stage.says(said)).thumbs is thumbs


async def test_no_thumbs_where_teams_shows_none(stage: Stage) -> None:
    reply = await conversation.answer(stage.world, Turn("said", CHANNEL, text="how long does it take?", activity="a"))
    assert reply is not None
    assert not reply.thumbs


async def test_what_was_thought_is_kept_with_what_was_shown(stage: Stage) -> None:
    reply = await stage.says("why is my photo old?")
    await feedback.shown(stage.world, reply, WHERE, "m1")
    await rates(stage, "m1", "dislike", "my password is Hunter2!\n and it is\tstill old")
    await rates(stage, "m1", "like", "never mind " * 200)
    (kept,) = await stage.store.feedback(10)
    assert (kept.person, kept.reaction, len(kept.text)) == ("p", "like", MOST_TEXT)
    assert (kept.shown.intent, kept.shown.verdict) == (reply.about["intent"], reply.about["verdict"])
    assert list(kept.shown.findings) == reply.about["findings"]
    assert kept.shown.language == "en"
    await rates(stage, "m1", "dislike", "my password is Hunter2!\n and it is\tstill old")
    (kept,) = await stage.store.feedback(10)
    assert "Hunter2" not in kept.text
    assert kept.text.endswith("and it is still old")


async def test_the_message_that_tells_how_a_promise_ended_may_be_rated(stage: Stage) -> None:
    await ended(stage)
    await stage.told()
    (told,) = stage.chat.sent
    assert told.thumbs
    await rates(stage, "message-1")
    (kept,) = await stage.store.feedback(10)
    assert (kept.shown.intent, kept.shown.verdict) == ("arrived", "ok")


async def test_an_end_that_was_asked_for_may_be_rated(stage: Stage) -> None:
    await ended(stage)
    assert (await stage.presses("status")).thumbs


@pytest.mark.parametrize(
    ("message", "reaction", "person"),
    [("m2", "like", "p"), ("m1", "love", "p"), ("m1", "", "p"), ("m1", "like", "other"), ("m1", "like", "")],
)
async def test_what_is_no_thumb_on_an_answer_to_this_person_is_dropped(
    stage: Stage, caplog: pytest.LogCaptureFixture, message: str, reaction: str, person: str
) -> None:
    await feedback.shown(stage.world, await stage.says("why is my photo old?"), WHERE, "m1")
    await feedback.shown(stage.world, Reply("without thumbs"), WHERE, "m2")
    await rates(stage, message, reaction, "words", person)
    assert await stage.store.feedback(10) == []
    assert [record.getMessage() for record in caplog.records] == ["feedback was dropped"]


async def test_a_thumb_is_nothing_that_was_said(stage: Stage) -> None:
    stage.with_desk()
    await rates(stage, "m1", "like", "words")
    assert await stage.store.heard("p") == []
