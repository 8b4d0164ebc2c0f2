"""The helpdesk's group and the messages of its channels, as the simulated Graph shows them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

from bot.sandbox.person import APP_ID
from tests.sandbox.conftest import Asker, StandIn, attached, card

_CAST = "transitiveMembers/microsoft.graph.user"


def _id(ask: Asker, key: str) -> str:
    return ask.sandbox.world.people[key].object_id


async def _groups(ask: Asker, key: str, *groups: str) -> Any:
    asked = {"groupIds": list(groups or [ask.sandbox.helpdesk_group])}
    return await ask.graph(f"/v1.0/users/{_id(ask, key)}/checkMemberGroups", "POST", json=asked)


async def test_membership_shows_at_once(ask: Asker) -> None:
    group = ask.sandbox.helpdesk_group
    assert (await _groups(ask, "thea")).body["value"] == [group]
    assert (await _groups(ask, "sanne")).body["value"] == []
    assert (await _groups(ask, "thea", "another")).body["value"] == []
    ask.sandbox.world.agents.discard("thea")
    assert (await _groups(ask, "thea")).body["value"] == []
    assert (await _groups(ask, "thea", *["x"] * 21)).status == 400


async def test_members_of_the_group_by_pages(ask: Asker) -> None:
    path = f"/v1.0/groups/{ask.sandbox.helpdesk_group}/{_CAST}?$select=id,displayName&$top=3&$count=true"
    assert (await ask.graph(path)).body["error"]["code"] == "Request_UnsupportedQuery"
    eventual = {"ConsistencyLevel": "eventual"}
    first = (await ask.graph(path, headers=eventual)).body
    rest = (await ask.graph(first["@odata.nextLink"].removeprefix(ask.sandbox.addresses.graph), headers=eventual)).body
    found = [one["id"] for one in first["value"] + rest["value"]]
    assert set(found) == {_id(ask, key) for key in ask.sandbox.world.agents} and len(found) == 4
    assert (await ask.graph(path.replace(ask.sandbox.helpdesk_group, "x"), headers=eventual)).status == 404


@pytest.mark.parametrize("role", ["GroupMember.Read.All", "User.Read.All"])
async def test_membership_needs_roles(ask: Asker, role: str) -> None:
    ask.sandbox.world.graph_roles.discard(role)
    assert (await _groups(ask, "thea")).status == 403


async def _channel(bot: StandIn, thread: str = "", query: str = "") -> Any:
    sandbox = bot.ask.sandbox
    path = f"/v1.0/teams/{sandbox.helpdesk_group}/channels/{quote(sandbox.helpdesk_channel, safe='')}/messages"
    return await bot.ask.graph(path + (f"/{thread}/replies" if thread else "") + query)


async def test_messages_of_a_channel(bot: StandIn) -> None:
    sandbox = bot.ask.sandbox
    assert (await _channel(bot)).status == 403  # the app is not there, and with it no consent
    client = sandbox.client("thea", bot_url=bot.url, channel=sandbox.helpdesk_channel)
    await client.say("a <question>", wait=0)
    post = await bot.send(client.chat.id, attachments=attached(card({"type": "TextBlock", "text": "a ticket"})))
    reply = await bot.send(f"{client.chat.id};messageid={post}", text="news")
    await client.say("thanks", thread=post, wait=0)
    newest, oldest = (await _channel(bot)).body["value"]
    assert (newest["id"], newest["from"]["application"]["id"]) == (post, APP_ID)
    (attachment,) = newest["attachments"]
    assert json.loads(attachment["content"])["body"][0]["text"] == "a ticket"
    assert attachment["id"] in newest["body"]["content"]
    assert "a &lt;question&gt;" in oldest["body"]["content"] and oldest["from"]["user"]["id"] == client.person.object_id
    thanks, news = (await _channel(bot, post)).body["value"]
    assert (news["id"], news["replyToId"], thanks["from"]["application"]) == (reply, post, None)
    assert "thanks" in thanks["body"]["content"]


async def test_messages_that_cannot_be_had(bot: StandIn) -> None:
    sandbox = bot.ask.sandbox
    client = sandbox.client("thea", bot_url=bot.url, channel=sandbox.helpdesk_channel)
    await client.install(wait=0)
    assert (await _channel(bot, "1")).status == 404
    assert (await _channel(bot, query="?$top=51")).status == 400
    client.chat.gone = True
    assert (await _channel(bot)).status == 404
    client.chat.gone = False
    sandbox.world.graph_roles.discard("ChannelMessage.Read.Group")
    assert (await _channel(bot)).body["error"]["code"] == "Forbidden"


async def test_a_message_that_was_deleted_says_nothing(bot: StandIn) -> None:
    sandbox = bot.ask.sandbox
    client = sandbox.client("thea", bot_url=bot.url, channel=sandbox.helpdesk_channel)
    await client.install(wait=0)
    id = await bot.send(client.chat.id, text="a secret")
    await bot.call("DELETE", f"/{quote(client.chat.id, safe='')}/activities/{id}")
    (message,) = (await _channel(bot)).body["value"]
    assert message["deletedDateTime"] and "secret" not in json.dumps(message)
