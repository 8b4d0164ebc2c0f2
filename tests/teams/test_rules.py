"""Rules of Teams' store and delivery at the door, by their numbers in docs/rules.md."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.ports import Reply, SignIn
from tests.teams.conftest import CHAT, House, Microsoft
from tests.teams.test_turns import CARD, EXECUTE, IN_CHANNEL, says

PRESS = {**EXECUTE, "replyToId": "1:9"}
BY_ITSELF = {**PRESS, "value": {**EXECUTE["value"], "trigger": "automatic"}}
GROUP = {"conversation": {"id": "19:group@thread.v2", "conversationType": "groupChat"}}


@pytest.mark.parametrize(
    ("reply", "activity", "kept"),
    [
        (Reply("words", CARD), PRESS, True),
        (Reply("words", CARD, case="case-1", ticket=7), PRESS, True),
        (Reply("words"), PRESS, False),  # said in passing
        (None, PRESS, False),
        (OSError("a secret"), PRESS, False),  # the old card, with its buttons, is of use
        (Reply("words", CARD, sign_in=SignIn("api://x", "Open", "https://x")), PRESS, False),  # the press comes again
        (Reply("words", CARD), BY_ITSELF, False),  # one client's own view
        (Reply("words", CARD), EXECUTE, False),  # on what, nobody knows
        (Reply("words", CARD), {**PRESS, **IN_CHANNEL}, False),  # P-24: the others' card stays theirs
        (Reply("words", CARD), {**PRESS, **GROUP}, False),
    ],
    ids=str,
)
async def test_p22_a_card_that_answers_a_press_is_kept_by_teams_too(
    house: House, microsoft: Microsoft, reply: Any, activity: dict[str, Any], kept: bool
) -> None:
    says(house, reply)
    status, _ = await house.post(microsoft.activity(**activity))
    await house.teams.close()  # which waits for what goes on beside a turn
    assert status == 200
    assert house.pressed == ([(reply, CHAT, "1:9")] if kept else [])


async def test_p22_the_answer_does_not_wait_for_it(house: House, microsoft: Microsoft) -> None:
    house.keeping = 0.5
    says(house, Reply("words", CARD))
    await house.post(microsoft.activity(**PRESS))
    assert not house.pressed
    await house.teams.close()
    assert len(house.pressed) == 1


async def test_p07_one_message_for_one_that_was_said(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words\n\nand more", CARD))
    await house.post(microsoft.activity())
    assert [json.dumps(message).count("attachments") for message in microsoft.said] == [1]
