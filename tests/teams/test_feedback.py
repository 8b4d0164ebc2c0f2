"""The thumbs below an answer: how they come to be there, and every shape in which a press of them may arrive."""

from __future__ import annotations

import json
from typing import Any

from bot.ports import Reply
from tests.teams.conftest import CHAT, House, Microsoft
from tests.teams.test_turns import CARD, EXECUTE, says


def thumb(**value: Any) -> dict[str, Any]:
    """As Teams sends it."""
    return {"type": "invoke", "name": "message/submitAction", "text": None, "replyToId": "message-7", "value": value}


def given(reaction: Any = "like", feedback: Any = '{"feedbackText":"thanks"}') -> dict[str, Any]:
    return thumb(actionName="feedback", actionValue={"reaction": reaction, "feedback": feedback})


# As it arrives; the reaction, and the words.
SHAPES: list[tuple[dict[str, Any], str | None, str]] = [
    (given(), "like", "thanks"),
    (given("dislike", '{"feedbackText":"  not\\u0007 so  "}'), "dislike", "not so"),
    (given(feedback='{"feedbackText":""}'), "like", ""),
    (given(feedback={"feedbackText": "an object"}), "like", "an object"),
    (given(feedback="just words"), "like", "just words"),
    (given(feedback="[1, 2"), "like", "[1, 2"),
    (given(feedback="[" * 10_000), "like", "[" * 4000),
    (given(feedback=None), "like", ""),
    (thumb(actionName="feedback", actionValue={"reaction": "like"}), "like", ""),
    (given(feedback="a" * 16_001), None, ""),
    (given(feedback='{"feedbackText": 5}'), None, ""),
    (given(feedback=["words"]), None, ""),
    (given("love"), "love", "thanks"),  # whether it is a thumb is not the door's to say
    (thumb(actionName="other", actionValue={"reaction": "like"}), None, ""),
    (thumb(actionName="feedback", actionValue="like"), None, ""),
    (thumb(), None, ""),
    ({**thumb(), "value": "like"}, None, ""),
    ({**thumb(), "value": None}, None, ""),
]


async def test_a_thumb_in_every_shape(house: House, microsoft: Microsoft) -> None:
    for activity, reaction, text in SHAPES:
        assert await house.post(microsoft.activity(**activity)) == (200, {})
        turn = house.turns.pop()
        told = (turn.kind, turn.data.get("reaction"), turn.text, turn.card)
        assert told == ("rated", reaction, text, "message-7"), activity
    assert not microsoft.calls, "Teams itself thanks them"


async def test_a_thumb_that_could_not_be_kept_is_not_acknowledged(house: House, microsoft: Microsoft) -> None:
    says(house, OSError("the disk is full"))
    status, body = await house.post(microsoft.activity(**given()))
    assert (status, body["error"]["code"]) == (500, "InternalError")


async def test_thumbs_and_a_notification_are_said_together(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD, alert=True, thumbs=True), Reply("words", thumbs=True), Reply("words"))
    for _ in range(3):
        await house.post(microsoft.activity())
    both, thumbs, neither = (message.get("channelData") for message in microsoft.said)
    assert both == {"notification": {"alert": True}, "feedbackLoop": {"type": "default"}}
    assert (thumbs, neither) == ({"feedbackLoop": {"type": "default"}}, None)
    assert "AIGeneratedContent" not in json.dumps(microsoft.said), "no model writes what the bot says (3.8)"


async def test_what_an_answer_with_thumbs_shows_is_told_by_its_message(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD, thumbs=True))
    await house.post(microsoft.activity())
    await house.post(microsoft.activity(**EXECUTE, replyToId="message-9"))
    sent = next(f"message-{number}" for number, call in enumerate(microsoft.calls, 1) if call.body["type"] == "message")
    assert house.shown == [("", CHAT, sent), ("", CHAT, "message-9")]
