"""What people do in Teams, and what the bot is told of it; what comes back, and how often."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.core.cases import Case
from bot.ports import Conversation, Reply, Turn
from bot.teams import turns
from tests.teams.conftest import BOT, CHAT, PERSON, TENANT, USER, House, Microsoft, answers

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "a card"}]}
ADAPTIVE = "application/vnd.microsoft.card.adaptive"
DATA = {"resync": "1", "verb": "start", "case": "case-1"}
EXECUTE: dict[str, Any] = {
    "type": "invoke",
    "name": "adaptiveCard/action",
    "text": None,
    "value": {"action": {"type": "Action.Execute", "id": "x", "verb": "start", "data": DATA}, "trigger": "manual"},
}


def says(house: House, *replies: Reply | Exception | None, after: float = 0.0) -> None:
    """Let the bot answer so, one after the other, the last one for ever."""
    left = list(replies)

    async def answer(_: Turn) -> Reply | None:
        reply = left.pop(0) if len(left) > 1 else left[0]
        await asyncio.sleep(after)
        if isinstance(reply, Exception):
            raise reply
        return reply

    house.answer = answer  # type: ignore[method-assign,assignment]


async def test_turn_of_a_message(house: House, microsoft: Microsoft) -> None:
    await house.post(microsoft.activity(id="1:7"))
    here = Conversation(
        CHAT, PERSON, TENANT, microsoft.service_url.rstrip("/"), USER, BOT, "nl-NL", "Europe/Oslo", "personal"
    )
    assert house.turns == [Turn("said", here, "Ada Lovelace", "hello", {}, "1:7")]
    assert house.store.conversations == {CHAT: here}  # P-40


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("<at>Resync</at> why is my photo old?", "why is my photo old?"),
        ("<at>Resync</at>&nbsp;hi\r\n", "hi"),
        ('<AT id="0">Resync</AT> ask <at>Bo &amp; Co</at> please', "ask   please"),
        ("Tom &amp; Jerry &lt;3 &#233;&eacute;", "Tom & Jerry <3 éé"),
        ("  \u0000bell\u0007 \n two lines ", "bell  \n two lines"),
        ("a" * 5000, "a" * 4000),
        ("", ""),
        (None, ""),
        ("<at" * 60_000, None),
    ],
)
async def test_text(house: House, microsoft: Microsoft, text: str | None, heard: str | None) -> None:
    async with asyncio.timeout(1):
        await house.post(microsoft.activity(text=text))
    turn = house.turns[0]
    assert turn.kind == "said" and len(turn.text) <= 4000 and (heard is None or turn.text == heard)


@pytest.mark.parametrize(
    ("changes", "kind", "locale", "zone"),
    [
        ({}, "personal", "nl-NL", "Europe/Oslo"),
        ({"localTimezone": "Asia/Tokyo", "locale": None}, "personal", "nl-NL", "Asia/Tokyo"),
        ({"entities": None, "locale": "nb-NO"}, "personal", "nb-NO", ""),
        ({"entities": [{"type": "clientInfo", "timezone": 5}], "locale": None}, "personal", "", ""),
        ({"conversation": {"id": "c", "conversationType": "groupChat"}}, "groupChat", "nl-NL", "Europe/Oslo"),
        ({"conversation": {"id": "c", "conversationType": "channel"}}, "channel", "nl-NL", "Europe/Oslo"),
        ({"conversation": {"id": "c", "conversationType": "stage"}}, "groupChat", "nl-NL", "Europe/Oslo"),
        ({"conversation": {"id": "c"}}, "personal", "nl-NL", "Europe/Oslo"),
        ({"conversation": {"id": "c", "isGroup": True}}, "groupChat", "nl-NL", "Europe/Oslo"),
    ],
    ids=str,
)
async def test_conversation(
    house: House, microsoft: Microsoft, changes: dict[str, Any], kind: str, locale: str, zone: str
) -> None:
    await house.post(microsoft.activity(**changes))
    here = house.turns[0].conversation
    assert (here.kind, here.locale, here.time_zone) == (kind, locale, zone)


@pytest.mark.parametrize("sender", [{"id": USER}, {"id": USER, "aadObjectId": None}, {"aadObjectId": ""}, None])
async def test_s04_nobody_without_an_object_id(house: House, microsoft: Microsoft, sender: Any) -> None:
    await house.post(microsoft.activity(**{"from": sender}))
    assert house.turns[0].person == ""


async def test_both_kinds_of_button_reach_the_same_function(house: House, microsoft: Microsoft) -> None:
    await house.post(microsoft.activity(text=None, value={**DATA, "comment": "please", "msteams": {"type": "x"}}))
    execute = json.loads(json.dumps(EXECUTE))
    execute["value"]["action"]["data"] |= {"comment": "please", "msteams": {"type": "x"}}
    await house.post(microsoft.activity(**execute))
    assert [turn.sign_in for turn in house.turns] == [None, ""], "only a card's own action can be asked for a sign-in"
    assert [turn.openly for turn in house.turns] == [True, False], "others see what answers a message"
    submitted, executed = (replace(turn, activity="", sign_in=None, openly=False) for turn in house.turns)
    assert submitted == executed and submitted.kind == "pressed" and submitted.data == {**DATA, "comment": "please"}


async def test_verb_that_only_the_action_carries(house: House, microsoft: Microsoft) -> None:
    await house.post(microsoft.activity(**{**EXECUTE, "value": {"action": {"verb": "check"}}}))
    assert house.turns[0].data == {"verb": "check"}


async def test_words_go_before_a_value(house: House, microsoft: Microsoft) -> None:
    await house.post(microsoft.activity(value=DATA))
    assert (house.turns[0].kind, house.turns[0].data) == ("said", {})


async def test_p23_invoke_is_answered_with_the_card(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD))
    body = {"statusCode": 200, "type": ADAPTIVE, "value": CARD}
    assert await house.post(microsoft.activity(**EXECUTE)) == (200, body)
    assert not microsoft.calls  # no typing sign, no second message


@pytest.mark.parametrize(("reply", "value"), [(Reply("words"), "words"), (None, ""), (OSError("secret"), "Sorry.")])
async def test_p23_invoke_is_answered_with_a_message(
    house: House, microsoft: Microsoft, reply: Any, value: str
) -> None:
    says(house, reply)
    body = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": value}
    assert await house.post(microsoft.activity(**EXECUTE)) == (200, body)


@pytest.mark.parametrize("value", [None, 5, [], {}, {"action": 5}, {"action": {"data": "x"}}], ids=str)
async def test_p23_action_that_is_none(house: House, microsoft: Microsoft, value: Any) -> None:
    status, body = await house.post(microsoft.activity(**{**EXECUTE, "value": value}))
    assert (status, body["statusCode"], body["type"]) == (200, 400, "application/vnd.microsoft.error")
    assert not house.turns


async def test_p32_card_without_text_and_text_without_card(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD, summary="short", alert=True), Reply("words"))
    for _ in range(2):
        await house.post(microsoft.activity())
    card, text = microsoft.said
    assert "text" not in card and card["summary"] == "short"
    assert card["attachments"] == [{"contentType": ADAPTIVE, "content": CARD}]
    assert card["channelData"] == {"notification": {"alert": True}}  # P-34
    assert (text["text"], "attachments" in text, "channelData" in text) == ("words", False, False)


ADDED: dict[str, Any] = {"type": "conversationUpdate", "membersAdded": [{"id": USER}, {"id": BOT}]}
INSTALLED: dict[str, Any] = {"type": "installationUpdate", "action": "add"}


@pytest.mark.parametrize("events", [[ADDED, INSTALLED], [INSTALLED, ADDED], [ADDED, ADDED, {"text": "hi"}]], ids=len)
async def test_p05_welcome_once(house: House, microsoft: Microsoft, events: list[dict[str, Any]]) -> None:
    await asyncio.gather(*(house.post(microsoft.activity(**event)) for event in events))
    assert [turn.kind for turn in house.turns].count("installed") == 1
    await house.post(microsoft.activity(**INSTALLED))
    assert [turn.kind for turn in house.turns].count("installed") == 1


async def test_p30_repeat_of_a_message(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words"), after=0.2)
    activity = microsoft.activity()
    together = await asyncio.gather(*(house.post(activity) for _ in range(5)))
    assert {status for status, _ in together} == {200}
    assert await house.post(activity) == (200, None)
    assert len(house.turns) == len(microsoft.said) == 1


async def test_p30_together_without_a_store(house: House, microsoft: Microsoft) -> None:
    house.store.broken = True
    activity = microsoft.activity(**EXECUTE)
    says(house, Reply("words"), after=0.2)
    together = await asyncio.gather(*(house.post(activity) for _ in range(5)))
    assert len(house.turns) == 1 and all(answer == together[0] for answer in together)


async def test_p30_same_id_elsewhere_is_another_activity(house: House, microsoft: Microsoft) -> None:
    for chat in ("a:1", "a:2"):
        await house.post(microsoft.activity(id="1", conversation={"id": chat}))
    assert len(house.turns) == 2


@pytest.mark.parametrize("kind", [EXECUTE, {"deliveryMode": "expectReplies"}], ids=["invoke", "expectReplies"])
async def test_p30_repeat_gets_the_first_answer(house: House, microsoft: Microsoft, kind: dict[str, Any]) -> None:
    says(house, Reply("first"), Reply("second"), after=0.2)
    activity = microsoft.activity(**kind)
    first, *others = await asyncio.gather(*(house.post(activity) for _ in range(5)))
    assert first[1] and "first" in json.dumps(first[1]) and all(other == first for other in others)
    assert await house.post(activity) == first
    assert len(house.turns) == 1 and not microsoft.said


@pytest.mark.parametrize("kind", [EXECUTE, {"deliveryMode": "expectReplies"}], ids=["invoke", "expectReplies"])
async def test_p30_repeat_after_a_restart(house: House, microsoft: Microsoft, kind: dict[str, Any]) -> None:
    says(house, Reply("first"))
    activity = microsoft.activity(**kind)
    first = await house.post(activity)
    reborn = House(house.settings, house.session, microsoft, house.store)
    async with reborn.open():
        says(reborn, Reply("second"))
        assert await reborn.post(activity) == first
        assert not reborn.turns


async def test_p30_repeat_waits_for_another_process(house: House, microsoft: Microsoft) -> None:
    activity = microsoft.activity(**EXECUTE, id="f:1")
    await house.store.begin_delivery(CHAT, "f:1")

    async def elsewhere() -> None:
        await asyncio.sleep(0.4)
        await house.store.end_delivery(CHAT, "f:1", '{"statusCode":200}')

    (answer, _) = await asyncio.gather(house.post(activity), elsewhere())
    assert answer == (200, {"statusCode": 200}) and not house.turns


async def test_p30_button_whose_process_died(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.deliveries.ELSEWHERE", 0.5)
    await house.store.begin_delivery(CHAT, "f:1")
    status, body = await house.post(microsoft.activity(**EXECUTE, id="f:1"))
    assert (status, body["statusCode"], len(house.turns)) == (200, 200, 1)


async def test_expect_replies(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD, summary="short", case="case-1"))
    status, body = await house.post(microsoft.activity(deliveryMode="expectReplies"))
    assert status == 200 and not microsoft.calls and not house.shown
    (activity,) = body["activities"]
    assert activity["type"] == "message" and activity["attachments"][0]["content"] == CARD


async def test_expect_replies_of_an_invoke(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD))
    _, body = await house.post(microsoft.activity(**EXECUTE, deliveryMode="expectReplies"))
    (activity,) = body["activities"]
    assert activity["type"] == "invokeResponse"
    assert activity["value"] == {"status": 200, "body": {"statusCode": 200, "type": ADAPTIVE, "value": CARD}}


async def test_expect_replies_with_nothing_to_say(house: House, microsoft: Microsoft) -> None:
    says(house, None)
    assert await house.post(microsoft.activity(deliveryMode="expectReplies")) == (200, {"activities": []})


async def test_p08_typing_before_what_was_said_only(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.post(microsoft.activity())  # nobody has begun to wonder
    assert [call.body["type"] for call in microsoft.calls] == ["message"]
    monkeypatch.setattr("bot.teams.typing.AFTER", 0.05)
    says(house, Reply("words"), after=0.2)
    await house.post(microsoft.activity())
    await house.post(microsoft.activity(text=None, value=DATA))
    await house.post(microsoft.activity(**INSTALLED))
    assert [call.body["type"] for call in microsoft.calls[1:]] == ["typing", "message", "message", "message"]


async def test_p08_typing_goes_on_as_long_as_the_work(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.typing.AFTER", 0.05)
    monkeypatch.setattr("bot.teams.typing.EVERY", 0.1)
    says(house, Reply("words"), after=0.5)
    await house.post(microsoft.activity())
    await asyncio.sleep(0.3)  # none after the answer
    kinds = [call.body["type"] for call in microsoft.calls]
    assert len(kinds) >= 3 and set(kinds[:-1]) == {"typing"} and kinds[-1] == "message"


async def test_p08_typing_that_fails_or_hangs(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.typing.AFTER", 0.01)
    monkeypatch.setattr("bot.teams.typing.PATIENCE", 0.2)
    says(house, Reply("words"), after=0.05)
    microsoft.typing_hangs = 3.0
    async with asyncio.timeout(1):
        assert await house.post(microsoft.activity()) == (200, None)
    monkeypatch.setattr("bot.teams.outbound.TIMEOUT", aiohttp.ClientTimeout(total=0.1))
    assert await house.post(microsoft.activity()) == (200, None)
    assert len(microsoft.said) == 2


async def test_failure_is_logged_and_something_is_said(
    house: House, microsoft: Microsoft, caplog: pytest.LogCaptureFixture
) -> None:
    says(house, OSError("a secret"))
    assert await house.post(microsoft.activity()) == (200, None)
    assert [body["text"] for body in microsoft.said] == ["Sorry."]
    (record,) = (record for record in caplog.records if record.levelno >= logging.ERROR)
    assert record.correlation and record.correlation in record.getMessage()  # type: ignore[attr-defined]


class Middleware:
    """What somebody may attach to the SDK's pipeline."""

    def __init__(self, *, breaks: bool) -> None:
        self.breaks, self.seen = breaks, 0

    async def on_turn(self, context: Any, logic: Any) -> None:
        self.seen += 1
        if self.breaks:
            raise OSError("a secret")
        await logic()


async def test_middleware_of_the_sdk(house: House, microsoft: Microsoft) -> None:
    house.teams.use(watching := Middleware(breaks=False))
    await house.post(microsoft.activity())
    assert watching.seen == len(microsoft.said) == 1
    house.teams.use(Middleware(breaks=True))
    await house.post(microsoft.activity())
    assert microsoft.said[-1]["text"] == "Sorry."
    assert (await house.post(microsoft.activity(**EXECUTE)))[1]["value"] == "Sorry."


class Listener:
    """A middleware that hears what is sent."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def on_turn(self, context: Any, logic: Any) -> None:
        context.on_send_activities(self._sends)
        await logic()

    async def _sends(self, context: Any, activities: list[Any], send: Any) -> Any:
        self.heard += [activity.text for activity in activities]
        return await send()


async def test_middleware_hears_what_is_sent_and_it_is_the_same(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD))
    await house.post(microsoft.activity(id="1:1"))
    house.teams.use(listener := Listener())
    await house.post(microsoft.activity(id="1:2"))
    ours, theirs = microsoft.said
    assert listener.heard == [ours.get("text")] and (ours["replyToId"], theirs["replyToId"]) == ("1:1", "1:2")
    assert theirs.pop("inputHint") == "acceptingInput"  # the SDK's own word for what goes without saying
    assert {**ours, "replyToId": ""} == {**theirs, "replyToId": ""}


async def test_slow_turn_is_acknowledged_and_goes_on(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "ACKNOWLEDGE_AFTER", 0.1)
    says(house, Reply("late"), after=0.5)
    activity = microsoft.activity()
    assert await house.post(activity) == (202, None)
    assert await house.post(activity) == (200, None)
    assert not microsoft.said
    await asyncio.sleep(0.6)
    assert [body["text"] for body in microsoft.said] == ["late"] and len(house.turns) == 1


WAIT = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Wait."}


async def test_slow_press_is_told_to_wait_and_its_card_comes_in_place(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PRESS_PATIENCE", 0.1)
    says(house, Reply("late", CARD), after=0.3)
    activity = microsoft.activity(**EXECUTE, replyToId="1:9")
    assert await house.post(activity) == (200, WAIT)
    assert await house.post(activity) == (200, WAIT)  # and so is a repeat
    await asyncio.sleep(0.4)
    assert [(reply.text, message) for reply, _, message in house.pressed] == [("late", "1:9")]
    assert not microsoft.said and len(house.turns) == 1
    assert (await house.post(activity))[1]["value"] == CARD  # a repeat after that has what became of it


async def test_slow_press_that_is_answered_in_words_has_them_as_a_message(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PRESS_PATIENCE", 0.1)
    says(house, Reply("late"), after=0.3)
    assert await house.post(microsoft.activity(**EXECUTE, replyToId="1:9")) == (200, WAIT)
    await asyncio.sleep(0.4)
    assert [body["text"] for body in microsoft.said] == ["late"] and not house.pressed


async def test_slow_press_that_fails_says_so(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PRESS_PATIENCE", 0.1)
    says(house, OSError("a secret"), after=0.3)
    assert await house.post(microsoft.activity(**EXECUTE, replyToId="1:9")) == (200, WAIT)
    await asyncio.sleep(0.4)
    assert [body["text"] for body in microsoft.said] == ["Sorry."]


@pytest.mark.parametrize(
    "change",
    [
        {"value": {**EXECUTE["value"], "trigger": "automatic"}},  # nobody has asked
        {"conversation": {"id": "19:x@thread.tacv2", "conversationType": "channel", "tenantId": TENANT}},
    ],
    ids=["by itself", "where others read along"],
)
async def test_slow_press_whose_answer_is_for_its_response_alone(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]
) -> None:
    monkeypatch.setattr(turns, "PRESS_PATIENCE", 0.1)
    says(house, Reply("late", CARD), after=0.3)
    assert (await house.post(microsoft.activity(**{**EXECUTE, **change})))[1]["value"] == CARD
    assert not microsoft.said


async def test_closing_waits_for_what_is_under_way(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "ACKNOWLEDGE_AFTER", 0.1)
    says(house, Reply("late"), after=0.5)
    await house.post(microsoft.activity())
    await house.teams.close()
    assert len(microsoft.said) == 1


async def test_closing_does_not_wait_for_ever(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "ACKNOWLEDGE_AFTER", 0.1)
    monkeypatch.setattr(turns, "CLOSING_PATIENCE", 0.1)
    says(house, Reply("late"), after=60)
    await house.post(microsoft.activity())
    async with asyncio.timeout(2):
        await house.teams.close()


async def test_sender_that_leaves_does_not_end_the_work(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words"), after=0.4)
    activity = microsoft.activity(**EXECUTE)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(house.post(activity), 0.2)
    assert (await house.post(activity))[1]["value"] == "words"
    assert len(house.turns) == 1


async def test_case_is_shown_by_the_message_that_was_sent(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD, case="case-1"))
    await house.post(microsoft.activity())
    sent = f"message-{len(microsoft.calls)}"
    assert house.shown == [("case-1", CHAT, sent)]


@pytest.mark.parametrize(("cards", "reply_to", "shown"), [((), "1:9", 1), (("1:5",), "1:9", 0), ((), None, 0)])
async def test_p22_pressed_card_shows_the_case_if_no_message_is_known(
    house: House, microsoft: Microsoft, cards: tuple[str, ...], reply_to: str | None, shown: int
) -> None:
    house.store.cases["case-1"] = Case("case-1", PERSON, datetime.now(UTC), cards=cards)
    says(house, Reply("words", CARD, case="case-1"))
    await house.post(microsoft.activity(**EXECUTE, replyToId=reply_to))
    assert house.shown == [("case-1", CHAT, "1:9")] * shown


async def test_words_go_where_a_card_is_refused(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD, case="case-1"), Reply("words", {**CARD, "body": ["x" * 50_000]}, case="case-1"))
    microsoft.script.append(answers(400, "BadSyntax"))
    for _ in range(2):
        await house.post(microsoft.activity())
    assert [body.get("text") for body in microsoft.said] == [None, "words", "words"]
    assert not house.shown


async def test_p43_who_removed_the_bot_is_not_written_to_again(house: House, microsoft: Microsoft) -> None:
    microsoft.script.append(answers(403, "BotNotInConversationRoster"))
    assert await house.post(microsoft.activity()) == (200, None)
    assert not house.store.conversations


CHANNEL, TEAM = "19:helpdesk@thread.tacv2", "19:general@thread.tacv2"
IN_CHANNEL: dict[str, Any] = {
    "conversation": {
        "id": f"{CHANNEL};messageid=1700000000000",
        "conversationType": "channel",
        "isGroup": True,
        "tenantId": TENANT,
    },
    "channelData": {"tenant": {"id": TENANT}, "channel": {"id": CHANNEL}, "team": {"id": TEAM, "aadGroupId": "group"}},
}
THREAD = "19%3Ahelpdesk%40thread.tacv2%3Bmessageid%3D1700000000000"


async def test_team_of_a_channel(house: House, microsoft: Microsoft) -> None:
    await house.post(microsoft.activity(**IN_CHANNEL))
    here = house.turns[0].conversation
    assert (here.kind, here.team, here.channel, here.thread) == ("channel", TEAM, CHANNEL, "1700000000000")
    assert not house.store.conversations


@pytest.mark.parametrize("team", [None, {}, {"id": None}, {"id": ""}])
async def test_channel_without_a_team(house: House, microsoft: Microsoft, team: Any) -> None:
    data = {**IN_CHANNEL["channelData"], "team": team}
    await house.post(microsoft.activity(**{**IN_CHANNEL, "channelData": data}))
    assert house.turns[0].conversation.team == ""


async def test_no_team_outside_of_channels(house: House, microsoft: Microsoft) -> None:
    """Whoever sends it along in a chat is not in a channel for it."""
    await house.post(microsoft.activity(channelData=IN_CHANNEL["channelData"]))
    group = {**IN_CHANNEL["conversation"], "conversationType": "groupChat"}
    await house.post(microsoft.activity(**{**IN_CHANNEL, "conversation": group}))
    assert [turn.conversation.team for turn in house.turns] == ["", ""]


@pytest.mark.parametrize(
    ("trigger", "by_itself"), [("manual", False), ("automatic", True), (None, False), ("Automatic", False), ([], False)]
)
async def test_p21_what_the_client_does_by_itself(
    house: House, microsoft: Microsoft, trigger: Any, by_itself: bool
) -> None:
    await house.post(microsoft.activity(**{**EXECUTE, "value": {**EXECUTE["value"], "trigger": trigger}}))
    assert house.turns[0].by_itself is by_itself


async def test_a_press_in_a_channel_is_the_pressers_alone(house: House, microsoft: Microsoft) -> None:
    """No typing sign, no message for all: the card goes back to whoever pressed."""
    says(house, Reply("words", CARD, ticket=7))
    status, body = await house.post(microsoft.activity(**EXECUTE, **IN_CHANNEL, replyToId="1700000000000"))
    assert (status, body["value"]) == (200, CARD)
    assert not microsoft.calls and not house.shown


async def test_an_older_press_in_a_channel_is_answered_in_its_thread(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD, ticket=7))
    await house.post(microsoft.activity(text=None, value=DATA, **IN_CHANNEL, replyToId="1700000000000"))
    (call,) = microsoft.calls
    assert (call.method, call.path.split("/")[4]) == ("POST", THREAD) and call.body["type"] == "message"
    assert house.shown == [("#7", f"{CHANNEL};messageid=1700000000000", "message-1")]


async def test_what_is_said_in_a_channel_is_answered_in_its_thread(house: House, microsoft: Microsoft) -> None:
    await house.post(microsoft.activity(text="<at>Resync</at> hi", **IN_CHANNEL))
    assert house.turns[0].text == "hi"
    assert {call.path.split("/")[4] for call in microsoft.calls} == {THREAD}


async def test_ticket_is_shown_by_the_message_that_was_sent(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("words", CARD, ticket=7))
    await house.post(microsoft.activity())
    assert house.shown == [("#7", CHAT, f"message-{len(microsoft.calls)}")]


PRESSED = [
    # the reply, the card that was pressed, cards of the case that are known, what is noted
    (Reply("words", CARD, ticket=7), "1:9", (), [("#7", CHAT, "1:9")]),
    (Reply("words", CARD, ticket=7), None, (), []),
    (Reply("words", ticket=7), "1:9", (), []),  # no card took its place
    (Reply("words", CARD, case="case-1", ticket=7), "1:9", (), [("case-1#7", CHAT, "1:9")]),
    (Reply("words", CARD, case="case-1", ticket=7), "1:9", ("1:5",), [("#7", CHAT, "1:9")]),
    (Reply("words", CARD, case="another", ticket=7), "1:9", (), [("#7", CHAT, "1:9")]),
    (Reply("words", CARD), "1:9", (), []),
]


@pytest.mark.parametrize(("reply", "card", "cards", "noted"), PRESSED)
async def test_pressed_card_shows_the_ticket(
    house: House, microsoft: Microsoft, reply: Reply, card: str | None, cards: tuple[str, ...], noted: list[Any]
) -> None:
    house.store.cases["case-1"] = Case("case-1", PERSON, datetime.now(UTC), cards=cards)
    says(house, reply)
    await house.post(microsoft.activity(**EXECUTE, replyToId=card))
    assert house.shown == noted


async def test_mentions_reach_teams(house: House, microsoft: Microsoft) -> None:
    says(house, Reply("Hello <at>Ada</at>", mentions=(("29:ada", "Ada"),)))
    await house.post(microsoft.activity(**IN_CHANNEL))
    mentioned = {"id": "29:ada", "name": "Ada"}
    assert microsoft.said[0]["entities"] == [{"type": "mention", "text": "<at>Ada</at>", "mentioned": mentioned}]
