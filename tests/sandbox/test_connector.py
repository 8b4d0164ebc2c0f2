"""The simulated Bot Connector: conversations, updates, members, limits and whom it refuses (platform, 3.5 to 3.7)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from bot.sandbox.connector import BOT_ID
from bot.sandbox.people import PEOPLE, TENANT_ID
from tests.sandbox.conftest import StandIn, attached, card


def _conversation(bot: StandIn, key: str, **more: Any) -> dict[str, Any]:
    mri = bot.ask.sandbox.connector.mri(PEOPLE[key])
    return {"bot": {"id": BOT_ID}, "members": [{"id": mri}], "tenantId": TENANT_ID, "isGroup": False, **more}


async def test_a_conversation_is_always_the_same_one(bot: StandIn) -> None:
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url)
    await client.install(wait=0)
    first = await bot.call("POST", "", json=_conversation(bot, "sanne"))
    by_object_id = _conversation(bot, "sanne", members=[{"id": PEOPLE["sanne"].object_id}])
    second = await bot.call("POST", "", json=by_object_id | {"activity": {"type": "message", "text": "hi"}})
    assert (first.status, first.body["id"]) == (201, client.chat.id)
    assert second.body["id"] == client.chat.id and second.body["activityId"] in client.chat.messages
    assert (await client.next_message())["text"] == "hi"


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"members": [{"id": "29:somebody"}]}, 400, "BadArgument"),
        ({"tenantId": "elsewhere"}, 400, "BadSyntax"),
        ({}, 403, "BotNotInConversationRoster"),  # not installed
    ],
)
async def test_refuses_a_conversation(bot: StandIn, change: dict[str, Any], status: int, code: str) -> None:
    answer = await bot.call("POST", "", json=_conversation(bot, "sanne") | change)
    assert (answer.status, answer.body["error"]["code"]) == (status, code)


async def test_send_update_delete(bot: StandIn) -> None:
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url)
    await client.install(wait=0)
    chat, at = client.chat.id, f"/{quote(client.chat.id, safe='')}/activities"
    id = await bot.send(chat, text="one")
    assert (await bot.call("PUT", f"{at}/{id}", json={"type": "message", "text": "two"})).body == {"id": id}
    message = client.chat.messages[id]
    assert (message.activity["text"], [old["text"] for old in message.history]) == ("two", ["one"])
    assert (message.activity["from"]["id"], message.activity["conversation"]["tenantId"]) == (BOT_ID, TENANT_ID)
    assert (await bot.call("DELETE", f"{at}/{id}")).status == 200
    assert client.messages == []
    assert [event.kind for event in client.chat.events] == ["message", "update", "delete"]
    assert [entry.what for entry in client.chat.transcript][2:] == ["message", "update", "delete"]
    gone = await bot.call("PUT", f"{at}/{id}", json={"type": "message", "text": "three"})
    assert (gone.status, gone.body["error"]["code"]) == (404, "ActivityNotFound")
    nowhere = await bot.call("POST", "/a:nowhere/activities", json={"type": "message", "text": "x"})
    assert (nowhere.status, nowhere.body["error"]["code"]) == (404, "ConversationNotFound")


async def test_uninstalled_means_no_more_messages(bot: StandIn) -> None:
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url)
    await client.install(wait=0)
    await client.uninstall()
    answer = await bot.call("POST", f"/{quote(client.chat.id, safe='')}/activities", json={"text": "x"})
    assert (answer.status, answer.body["error"]["code"]) == (403, "BotNotInConversationRoster")


async def test_too_large(bot: StandIn) -> None:
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url)
    await client.install(wait=0)
    at = f"/{quote(client.chat.id, safe='')}/activities"
    answer = await bot.call("POST", at, json={"type": "message", "text": "x" * 51_300})  # twice that in UTF-16
    assert (answer.status, answer.body["error"]["code"]) == (413, "MessageSizeTooBig")
    assert (await bot.call("POST", at, json={"type": "message", "text": "x" * 50_000})).status == 201


async def test_text_and_card_are_split(bot: StandIn) -> None:
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url)
    await client.install(wait=0)
    assert await bot.send(client.chat.id, text="hi", attachments=attached(card())) == ""
    assert [(shown.text, shown.card is None) for shown in client.messages] == [("hi", True), ("", False)]


async def test_members(bot: StandIn) -> None:
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url)
    await client.install(wait=0)
    at = f"/{quote(client.chat.id, safe='')}"
    (member,) = (await bot.call("GET", f"{at}/members")).body
    assert (member["aadObjectId"], member["tenantId"]) == (PEOPLE["sanne"].object_id, TENANT_ID)
    assert (await bot.call("GET", f"{at}/pagedmembers?pageSize=50")).body == {"members": [member]}
    assert (await bot.call("GET", f"{at}/members/{quote(client.mri)}")).body == member
    assert (await bot.call("GET", f"{at}/members/29:nobody")).status == 404


async def test_pages_of_members(bot: StandIn) -> None:
    bot.ask.sandbox.world.agents = {key for key, person in PEOPLE.items() if not person.guest}
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url, channel="19:helpdesk@thread.tacv2")
    await client.install(wait=0)
    found, token = [], ""
    while True:
        path = f"/{quote(client.chat.id, safe='')}/pagedmembers?pageSize=5{token}"
        page = (await bot.call("GET", path)).body
        found += page["members"]
        if "continuationToken" not in page:
            break
        token = f"&continuationToken={page['continuationToken']}"
    assert len(found) == len(PEOPLE) - 1


async def test_a_channel_has_threads(bot: StandIn) -> None:
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url, channel="19:helpdesk@thread.tacv2")
    await client.install(wait=0)
    order = {"isGroup": True, "channelData": {"channel": {"id": client.chat.id}}, "activity": {"text": "a case"}}
    created = (await bot.call("POST", "", json=order)).body
    assert created["id"] == f"{client.chat.id};messageid={created['activityId']}"
    reply = await bot.send(created["id"], text="more")
    assert client.chat.messages[reply].thread == created["activityId"]
    await client.say("hello", wait=0)
    said = bot.received[-1]
    assert said["conversation"]["conversationType"] == "channel" and ";messageid=" in said["conversation"]["id"]
    assert said["text"] == "<at>Resync</at> hello" and said["entities"][1]["mentioned"]["id"] == BOT_ID
    assert said["channelData"]["channel"]["id"] == client.chat.id


@pytest.mark.parametrize("resource", ["", "graph"])
async def test_refuses_tokens(bot: StandIn, resource: str) -> None:
    ask = bot.ask
    headers = {"Authorization": f"Bearer {await ask.token(ask.sandbox.addresses.graph)}"} if resource else {}
    url = f"{ask.sandbox.addresses.service_url}v3/conversations"
    answer = await ask.http("POST", url, headers=headers, json={})
    assert (answer.status, answer.body) == (401, {"message": "Authorization has been denied for this request."})


async def test_faults_apply(bot: StandIn) -> None:
    client = bot.ask.sandbox.client("sanne", bot_url=bot.url)
    await client.install(wait=0)
    world = bot.ask.sandbox.world
    world.faults.add(host="bot", path="/activities", status=429, headers={"Retry-After": "1"}, times=1)
    at = f"/{quote(client.chat.id, safe='')}/activities"
    assert (await bot.call("POST", at, json={"text": "x"})).status == 429
    assert (await bot.call("POST", at, json={"text": "x"})).status == 201
    assert world.requests[-1].host == "bot"


async def _team(bot: StandIn, key: str = "thea") -> Any:
    client = bot.ask.sandbox.client(key, bot_url=bot.url, channel=bot.ask.sandbox.helpdesk_channel)
    await client.install(wait=0)
    return client


async def test_the_team_has_the_agents_and_nobody_else(bot: StandIn) -> None:
    sandbox, world = bot.ask.sandbox, bot.ask.sandbox.world
    await _team(bot)
    for id in (sandbox.helpdesk_team, sandbox.helpdesk_channel, f"{sandbox.helpdesk_channel};messageid=1"):
        at = f"/{quote(id, safe='')}"
        page = (await bot.call("GET", f"{at}/pagedmembers?pageSize=500")).body
        assert {one["aadObjectId"] for one in page["members"]} == {PEOPLE[key].object_id for key in world.agents}
        assert (await bot.call("GET", f"{at}/members/{PEOPLE['thea'].object_id}")).status == 200
        stranger = await bot.call("GET", f"{at}/members/{PEOPLE['sanne'].object_id}")
        assert (stranger.status, stranger.body["error"]["code"]) == (404, "MemberNotFoundInConversation")
    world.agents.discard("thea")
    assert (await bot.call("GET", f"{at}/members/{PEOPLE['thea'].object_id}")).status == 404


async def test_details_of_the_team(bot: StandIn) -> None:
    sandbox = bot.ask.sandbox
    uninstalled = await bot.teams(sandbox.helpdesk_team)
    assert (uninstalled.status, uninstalled.body["error"]["code"]) == (403, "BotNotInConversationRoster")
    await _team(bot)
    details = (await bot.teams(sandbox.helpdesk_team)).body
    assert (details["aadGroupId"], details["memberCount"]) == (sandbox.helpdesk_group, 4)
    assert (await bot.teams(sandbox.helpdesk_channel)).status == 404


async def test_the_app_is_in_all_channels_or_in_none(bot: StandIn) -> None:
    client = await _team(bot)
    other = bot.ask.sandbox.connector.channel("19:other@thread.tacv2")
    assert other.installed
    await client.uninstall()
    assert not other.installed and not bot.ask.sandbox.connector.chats[bot.ask.sandbox.helpdesk_team].installed


async def test_a_channel_that_was_deleted(bot: StandIn) -> None:
    client = await _team(bot)
    id = await bot.send(client.chat.id, text="one")
    client.chat.gone = True
    at = f"/{quote(client.chat.id, safe='')}"
    for answer in (
        await bot.call("POST", f"{at}/activities", json={"type": "message", "text": "x"}),
        await bot.call("POST", f"{at}%3Bmessageid%3D{id}/activities", json={"type": "message", "text": "x"}),
        await bot.call("PUT", f"{at}/activities/{id}", json={"type": "message", "text": "x"}),
        await bot.call("GET", f"{at}/pagedmembers"),
    ):
        assert (answer.status, answer.body["error"]["code"]) == (404, "ConversationNotFound")


def _mention(id: str, text: str = "<at>Thea</at>") -> dict[str, Any]:
    return {"type": "mention", "text": text, "mentioned": {"id": id, "name": "Thea"}}


MENTIONS = [
    ("{thea}", "<at>Thea</at>", "hello <at>Thea</at>", 201),
    ("29:nobody", "<at>Thea</at>", "hello <at>Thea</at>", 400),
    ("{thea}", "<at>Thea</at>", "hello Thea", 400),
    ("{thea}", "Thea", "hello Thea", 400),
    ("{thea}", "<at>a</at>b</at>", "<at>a</at>b</at>", 400),
]


@pytest.mark.parametrize(("id", "tag", "text", "status"), MENTIONS)
async def test_mentions(bot: StandIn, id: str, tag: str, text: str, status: int) -> None:
    client = await _team(bot)
    at, entity = f"/{quote(client.chat.id, safe='')}/activities", _mention(id.format(thea=client.mri), tag)
    said = {"type": "message", "text": text, "entities": [entity]}
    assert (await bot.call("POST", at, json=said)).status == status
    shown = card({"type": "TextBlock", "text": text}) | {"msteams": {"entities": [entity]}}
    assert (await bot.call("POST", at, json={"type": "message", "attachments": attached(shown)})).status == status
