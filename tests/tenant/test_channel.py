"""What this bot has said in a channel, read through Graph: what is found, and where it may not look."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.ports import NotNow
from bot.sandbox import Sandbox
from bot.sandbox.chats import Chat
from bot.tenant.channel import ChannelReader
from bot.tenant.http import Caller
from tests.sandbox.conftest import Asker, attached

CARD = {
    "type": "AdaptiveCard",
    "body": [
        {"type": "TextBlock", "text": "Ticket R-7 <new> & open"},
        {
            "type": "ColumnSet",
            "columns": [{"items": [{"type": "FactSet", "facts": [{"title": "Who", "value": "Ada"}]}]}],
        },
    ],
    "actions": [{"type": "Action.Execute", "title": "Take", "data": {"ref": "resync-ticket-7"}}],
}


class Desk:
    """The helpdesk's channel, and a reader of it."""

    def __init__(self, sandbox: Sandbox, caller: Caller) -> None:
        self.sandbox = sandbox
        self.chat: Chat = sandbox.connector.channel(sandbox.helpdesk_channel)
        self.chat.installed = True
        self.reader = ChannelReader(sandbox.addresses.graph, caller, sandbox.app_id)

    def post(self, thread: str = "", *, from_bot: bool = True, **activity: Any) -> str:
        now = self.sandbox.world.clock.now()
        return self.chat.add({"type": "message", **activity}, now, from_bot=from_bot, thread=thread).id

    async def read(self, thread: str = "", team: str = "") -> list[tuple[str, str]] | None:
        return await self.reader.messages(team or self.sandbox.helpdesk_group, self.chat.id, thread)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with Sandbox() as sandbox:
        trust = aiohttp.TCPConnector(ssl=sandbox.tls)
        async with aiohttp.ClientSession() as plain, aiohttp.ClientSession(connector=trust) as session:
            asker = Asker(sandbox, plain)

            async def token(base: str, refresh: bool) -> str:
                return await asker.token(base)

            yield Desk(sandbox, Caller(session, token, "test"))


async def test_messages_that_begin_a_thread(desk: Desk) -> None:
    first = desk.post(text="one & <two>")
    ticket = desk.post(attachments=attached(CARD))
    desk.post(from_bot=False, text="somebody else")
    desk.post(thread=ticket, text="an answer")
    desk.chat.delete(desk.chat.messages[desk.post(text="taken back")], desk.sandbox.world.clock.now())
    found = await desk.read()
    assert found is not None and [id for id, _ in found] == [ticket, first]
    texts = dict(found)
    assert texts[first] == "one & <two>"
    for part in ("Ticket R-7 <new> & open", "Who", "Ada", "Take", "resync-ticket-7"):
        assert part in texts[ticket].split("\n")


async def test_answers_in_a_thread(desk: Desk) -> None:
    ticket = desk.post(text="a ticket")
    answer = desk.post(thread=ticket, text="an answer")
    desk.post(thread=ticket, from_bot=False, text="thanks")
    assert await desk.read(ticket) == [(answer, "an answer")]


async def test_the_newest_only(desk: Desk) -> None:
    ids = [desk.post(text=f"number {number}") for number in range(60)]
    found = await desk.read()
    assert found is not None and [id for id, _ in found] == ids[:9:-1]


async def test_where_it_may_not_look(desk: Desk) -> None:
    desk.post(text="x")
    assert await desk.read(team="another") is None
    assert await desk.reader.messages("", desk.chat.id) is None
    desk.chat.installed = False
    assert await desk.read() is None
    desk.chat.installed = True
    desk.sandbox.world.graph_roles.discard("ChannelMessage.Read.Group")
    assert await desk.read() is None
    assert await desk.read("1") is None


BUSY: list[dict[str, Any]] = [
    {"status": 429, "headers": {"Retry-After": "60"}},
    {"status": 503, "headers": {"Retry-After": "60"}},
    {"status": 400},
    {"status": 302, "headers": {"Location": "https://evil.example/"}},
    {"status": 200, "body": {}},
    {"status": 200, "body": {"value": 5}},
    {"status": 200, "body": {"value": [5]}},
    {"status": 200, "body": {"value": [{"from": {"application": {"id": "{app}"}}}]}},
    {"status": 200, "body": {"value": [{"id": "1", "from": "x"}]}},
    {"malformed": True},
]


@pytest.mark.parametrize("trouble", BUSY, ids=str)
async def test_could_not_look_now(desk: Desk, trouble: dict[str, Any]) -> None:
    """Which is neither "there is none" nor "never"."""
    text = json.dumps(trouble).replace("{app}", desk.sandbox.app_id)
    desk.sandbox.world.faults.add(host="graph", path="messages", **json.loads(text))
    with pytest.raises(NotNow):
        await desk.read()


async def test_cards_that_are_none(desk: Desk) -> None:
    sender = {"application": {"id": desk.sandbox.app_id.upper()}}
    deep = "[" * 100_000
    contents = [deep, "not JSON", None, 5, {"text": "an object"}, json.dumps([["a"], {"b": "c"}])]
    messages: list[dict[str, Any]] = [
        {"id": str(n), "from": sender, "attachments": [{"content": one}]} for n, one in enumerate(contents)
    ]
    messages.append({"id": "x", "from": None})
    desk.sandbox.world.faults.add(host="graph", path="messages", status=200, body={"value": messages})
    found = await desk.read()
    assert found is not None
    assert [text for _, text in found] == [deep, "not JSON", "", "", "an object", "a\nc"]


@pytest.mark.parametrize("channel", ["../x", "a/b?c", ".."])
async def test_ids_that_climb(desk: Desk, channel: str) -> None:
    assert await desk.reader.messages("..", channel, "..") is None
    assert not [one for one in desk.sandbox.world.requests if one.host == "graph" and one.status == 200]
