"""Everything else that arrives from Teams: what is done about it, or that nothing is done on purpose."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.ports import Conversation, Turn
from tests.teams.conftest import BOT, CHAT, MENTION, PERSON, TENANT, USER, House, Microsoft, answers, says
from tests.teams.test_turns import CHANNEL, DATA, IN_CHANNEL, TEAM

PERSONAL = {"id": CHAT, "conversationType": "personal", "tenantId": TENANT}
IN_TEAM: dict[str, Any] = {
    "conversation": {"id": TEAM, "conversationType": "channel", "isGroup": True, "tenantId": TENANT},
    "channelData": {"tenant": {"id": TENANT}, "team": {"id": TEAM}},
}
IN_GROUP: dict[str, Any] = {"conversation": {"id": "19:group@thread.v2", "conversationType": "groupChat"}}
BO = {"type": "mention", "text": "<at>Bo</at>", "mentioned": {"id": "29:bo", "name": "Bo"}}


def event(name: str, **data: Any) -> dict[str, Any]:
    """Something that befell a team or one of its channels."""
    data = {**IN_TEAM["channelData"], "eventType": name, **data}
    return {**IN_TEAM, "type": "conversationUpdate", "channelData": data}


def edited(kind: str, what: str) -> dict[str, Any]:
    return {"type": kind, "text": "why is my photo old?", "channelData": {"tenant": {"id": TENANT}, "eventType": what}}


# What arrives, and why nothing is done about it.
IGNORED: dict[str, dict[str, Any]] = {
    # P-35: it was answered when it was written
    "an edit": edited("messageUpdate", "editMessage"),
    "a deletion": edited("messageDelete", "softDeleteMessage"),
    "a deletion taken back": edited("messageUpdate", "undeleteMessage"),
    # a thumb says it better, and is kept with what was shown
    "a reaction": {"type": "messageReaction", "reactionsAdded": [{"type": "like"}], "replyToId": "message-1"},
    "a reaction taken back": {"type": "messageReaction", "reactionsRemoved": [{"type": "sad"}], "replyToId": "1"},
    # a name, or somebody else, changes nothing for the bot; nobody is written to without being asked (P-06)
    "a new channel": event("channelCreated", channel={"id": "19:new", "name": "New"}),
    "a channel's new name": event("channelRenamed", channel={"id": CHANNEL, "name": "IT"}),
    "a team's new name": event("teamRenamed"),
    "new members": event("teamMemberAdded") | {"membersAdded": [{"id": USER}]},
    "members who left": event("teamMemberRemoved") | {"membersRemoved": [{"id": USER}]},
    "a chat's new name": {**IN_GROUP, "type": "conversationUpdate", "topicName": "Lunch"},
    "somebody who joins a chat": {**IN_GROUP, "type": "conversationUpdate", "membersAdded": [{"id": "29:bo"}]},
    # it stays installed
    "the old half of an update": {"type": "installationUpdate", "action": "remove-upgrade"},
    "an installation of some new kind": {"type": "installationUpdate", "action": "pin"},
    # the bot has no meetings, tabs, proactive suggestions or hand-over
    "typing": {"type": "typing"},
    "the end of a conversation": {"type": "endOfConversation", "code": "completedSuccessfully"},
    "a read receipt": {"type": "event", "name": "application/vnd.microsoft.readReceipt", "value": {"lastRead": "1"}},
    "a meeting": {"type": "event", "name": "application/vnd.microsoft.meetingStart", "value": {"Id": "m"}},
    "a command": {"type": "command", "name": "application/x", "value": {"commandId": "1"}},
    "a command's result": {"type": "commandResult", "name": "application/x", "value": {"commandId": "1"}},
    "a suggestion": {"type": "suggestion", "text": "why is my photo old?"},
    "a trace": {"type": "trace", "name": "debug"},
    "a hand-over": {"type": "handoff"},
    "a contact": {"type": "contactRelationUpdate", "action": "add"},
    "what is yet to be invented": {"type": "yetToCome", "value": {"photo": "old"}},
    # Teams brings everything that is said where the bot may read along (RSC); it was said to others
    "a channel's talk": {**IN_CHANNEL, "entities": []},
    "a channel's talk about somebody": {**IN_CHANNEL, "text": "<at>Bo</at> why?", "entities": [BO]},
    "a group's talk": {**IN_GROUP, "entities": None},
    "talk with a broken mention": {**IN_GROUP, "entities": [{"type": "mention"}, {"type": "mention", "mentioned": []}]},
}


async def test_p35_ignored_on_purpose(house: House, microsoft: Microsoft) -> None:
    for name, one in IGNORED.items():
        assert await house.post(microsoft.activity(**one)) == (200, None), name
        assert not house.turns, name
    assert not microsoft.calls
    assert not house.store.notices


# The app package offers none of these, so Teams should send none; the answer is valid JSON all the same (P-23).
NOT_OFFERED = (
    *("composeExtension/query", "composeExtension/submitAction", "composeExtension/fetchTask"),
    *("composeExtension/queryLink", "task/fetch", "task/submit", "tab/fetch", "config/fetch", "config/submit"),
    *("message/fetchTask", "handoff/action", "actionableMessage/executeAction"),
    *("application/search", "yet/toCome", "", None),
)


async def test_p23_an_invoke_that_is_not_offered(house: House, microsoft: Microsoft) -> None:
    for name in NOT_OFFERED:
        status, body = await house.post(microsoft.activity(type="invoke", name=name, value={"commandId": "x"}))
        assert (status, body["statusCode"], body["value"]["code"]) == (501, 501, "NotImplemented"), name
    assert not house.turns


SIGN_INS: list[tuple[str, Any, int, dict[str, Any]]] = [
    ("signin/tokenExchange", {"id": "1", "connectionName": "x", "token": "a.b.c"}, 412, {"id": "1"}),
    ("signin/tokenExchange", {"id": ["1"], "token": 7}, 412, {"id": ""}),
    ("signin/tokenExchange", {}, 412, {"id": ""}),
    ("signin/tokenExchange", None, 412, {"id": ""}),
    ("signin/tokenExchange", "nonsense", 412, {"id": ""}),
    ("signin/verifyState", {"state": "123456"}, 200, {}),
    ("signin/failure", {"code": "resourcematchfailed"}, 200, {}),
    ("signin/failure", {"code": "no, says ada@contoso.com"}, 200, {}),
    ("signin/failure", None, 200, {}),
]


@pytest.mark.parametrize(("name", "value", "status", "said"), SIGN_INS)
async def test_s07_a_sign_in_that_nothing_waits_for(
    house: House, microsoft: Microsoft, caplog: pytest.LogCaptureFixture, name: str, value: Any, status: int,
    said: dict[str, Any],
) -> None:  # fmt: skip
    found, body = await house.post(microsoft.activity(type="invoke", name=name, value=value))
    assert "ada@" not in str([vars(one) for one in caplog.records]), "a client writes there what it likes"
    assert (found, said) == (status, {key: body[key] for key in said}) and not house.turns
    assert ("failureDetail" in body) is (status == 412)


async def test_what_waited_for_a_sign_in_is_answered_as_a_message(house: House, microsoft: Microsoft) -> None:
    value = {"id": "1", "connectionName": "resync", "token": "a.b.c"}
    activity = microsoft.activity(type="invoke", name="signin/tokenExchange", value=value, text=None)
    here = Conversation(CHAT, PERSON, TENANT, microsoft.service_url.rstrip("/"), USER, BOT, "nl-NL", kind="personal")
    house.waiting.append(Turn("said", here, text="why?"))
    assert await house.post(activity) == (200, {"id": "1", "connectionName": "resync"})
    async with asyncio.timeout(5):
        while not microsoft.said:
            await asyncio.sleep(0.01)
    assert [turn.text for turn in house.turns] == ["why?"] and "You said: why?" in microsoft.said[0]["text"]
    (brought,) = house.signed_in
    assert (brought.sign_in, brought.data) == ("a.b.c", {"exchange": "1"}) and "a.b.c" not in repr(brought)


ADDRESSED = [
    ("<at>Resync</at> why is my photo old?", [MENTION], "why is my photo old?"),
    ("why is <at>Resync</at> my photo old?", [MENTION], "why is   my photo old?"),
    ("<at>Bo</at> ask <at>Resync</at> about <at>Bo</at>", [BO, MENTION, BO], "ask   about"),
    ("<at>Resync</at>", [MENTION], ""),
    ("<at>Resync</at> hi", [{**MENTION, "mentioned": {"id": BOT.upper()}}], "hi"),
]


@pytest.mark.parametrize("where", [IN_CHANNEL, IN_GROUP], ids=["channel", "group"])
@pytest.mark.parametrize(("text", "entities", "heard"), ADDRESSED)
async def test_what_mentions_the_bot_is_for_it(
    house: House, microsoft: Microsoft, where: dict[str, Any], text: str, entities: list[Any], heard: str
) -> None:
    await house.post(microsoft.activity(**{**where, "text": text, "entities": entities}))
    (turn,) = house.turns
    assert (turn.kind, turn.text) == ("said", heard)


async def test_a_press_needs_no_mention(house: House, microsoft: Microsoft) -> None:
    await house.post(microsoft.activity(**IN_CHANNEL, text=None, value=DATA, entities=[]))
    assert [turn.kind for turn in house.turns] == ["pressed"]


# -- the bot comes and goes --------------------------------------------------------------------------------------------

CAME = {"type": "conversationUpdate", "membersAdded": [{"id": BOT}]}
LEFT = {"type": "conversationUpdate", "membersRemoved": [{"id": USER}, {"id": BOT}]}
INSTALLED = {"type": "installationUpdate", "action": "add"}
REMOVED = {"type": "installationUpdate", "action": "remove"}


@pytest.mark.parametrize("end", [[REMOVED], [LEFT], [LEFT, REMOVED], [REMOVED, LEFT]], ids=len)
async def test_whoever_removes_the_bot_is_forgotten_and_welcome_again(
    house: House, microsoft: Microsoft, end: list[dict[str, Any]]
) -> None:
    for one in (INSTALLED, CAME, *end):
        assert await house.post(microsoft.activity(**one)) == (200, None)
    assert not house.store.conversations, "the last that arrives about it does not bring it back"
    await house.post(microsoft.activity(**INSTALLED))
    await house.post(microsoft.activity(**CAME))
    assert [turn.kind for turn in house.turns] == ["installed", "installed"]
    assert set(house.store.conversations) == {CHAT}


ROSTER = [
    {"id": f"29:1{number:0>70}", "aadObjectId": f"00000000-0000-4000-8000-{number:0>12}"} for number in range(5000)
]


@pytest.mark.parametrize("where", [IN_TEAM, IN_GROUP], ids=["team", "group"])
async def test_p06_one_post_to_a_team_of_thousands(house: House, microsoft: Microsoft, where: dict[str, Any]) -> None:
    everybody = {"type": "conversationUpdate", "membersAdded": [*ROSTER, {"id": BOT}]}
    for one in (everybody, INSTALLED, CAME, {"type": "conversationUpdate", "membersAdded": ROSTER}):
        assert await house.post(microsoft.activity(**{**where, **one})) == (200, None)
    assert len(microsoft.said) == 1
    assert not house.store.conversations, "nobody of them is kept, to be written to"


async def test_p06_one_post_where_the_app_was_added_to_one_of_a_teams_channels(
    house: House, microsoft: Microsoft
) -> None:
    channel = {**IN_TEAM["conversation"], "id": CHANNEL}
    await house.post(microsoft.activity(**{**IN_TEAM, **INSTALLED, "conversation": channel}))
    await house.post(microsoft.activity(**{**IN_TEAM, **CAME}))
    assert len(house.turns) == 1


@pytest.mark.parametrize(
    ("sender", "answer", "name"),
    [
        ({"id": USER, "name": "Ada"}, None, "Ada"),
        ({"id": USER}, {"id": USER, "name": "Ada Lovelace"}, "Ada Lovelace"),
        ({"id": USER}, {"id": USER, "name": None}, ""),
        ({"id": USER}, [], ""),
        (None, None, ""),
    ],
)
async def test_p06_who_added_the_bot_to_a_team_is_known_by_name(
    house: House, microsoft: Microsoft, sender: Any, answer: Any, name: str
) -> None:
    if answer is not None:
        microsoft.script.append(says(answer))
    await house.post(microsoft.activity(**{**IN_TEAM, **INSTALLED, "from": sender}))
    assert [turn.name for turn in house.turns] == [name]
    asked = [call.path for call in microsoft.calls if call.method == "GET"]
    assert len(asked) == (answer is not None)
    assert all("/members/29%3Aada" in path for path in asked)


async def test_a_welcome_does_not_fail_for_want_of_a_name(house: House, microsoft: Microsoft) -> None:
    microsoft.script.append(answers(403, "NotEnoughPermissions"))
    await house.post(microsoft.activity(**{**IN_TEAM, **INSTALLED, "from": {"id": USER}}))
    assert len(microsoft.said) == 1


# -- what befalls a channel --------------------------------------------------------------------------------------------

BEFALLS = [
    (event("channelDeleted", channel={"id": CHANNEL}), CHANNEL, False),
    (event("channelRestored", channel={"id": CHANNEL}), CHANNEL, True),
    (event("teamDeleted"), "", False),
    (event("teamHardDeleted"), "", False),
    (event("teamArchived"), "", False),
    (event("teamUnarchived"), "", True),
    (event("teamRestored"), "", True),
    ({**IN_TEAM, **LEFT}, "", False),
    ({**IN_TEAM, **REMOVED}, "", False),
]


async def test_what_befalls_a_channel_is_told_and_nothing_is_said(house: House, microsoft: Microsoft) -> None:
    for activity, channel, reachable in BEFALLS:
        assert await house.post(microsoft.activity(**activity)) == (200, None)
        turn = house.turns.pop()
        assert (turn.kind, dict(turn.data)) == ("changed", {"channel": channel, "team": TEAM, "reachable": reachable})
    assert not house.turns
    assert not microsoft.calls


@pytest.mark.parametrize("wrong", [{"eventType": 5}, {"channel": "19:x"}, {"channel": {"id": 5}}, {"team": [1]}])
async def test_a_malformed_event_is_refused(house: House, microsoft: Microsoft, wrong: dict[str, Any]) -> None:
    activity = event("channelDeleted")
    activity["channelData"] |= wrong
    assert (await house.post(microsoft.activity(**activity)))[0] == 400
    assert not house.turns
