"""Files in a chat: the question is Teams' own, and the place for them takes what the true one takes."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.teams import CONSENT, TeamsClient
from tests.sandbox.conftest import Answer, StandIn


@pytest.fixture
def client(bot: StandIn) -> TeamsClient:
    return bot.ask.sandbox.client("sanne", bot_url=bot.url)


async def offered(bot: StandIn, client: TeamsClient) -> None:
    await client.install(wait=0)
    content = {"description": "x", "sizeInBytes": 3, "acceptContext": {"a": 1}, "declineContext": {"b": 2}}
    offer = {"contentType": CONSENT, "name": "f.json", "content": content}
    await bot.send(client.chat.id, attachments=[offer])


def asked(bot: StandIn) -> dict[str, Any]:
    value: dict[str, Any] = bot.received[-1]["value"]
    return value


async def test_a_person_accepts_or_declines(bot: StandIn, client: TeamsClient) -> None:
    await offered(bot, client)
    await client.consent(accept=False, wait=0)
    assert asked(bot) == {"type": "fileUpload", "action": "decline", "context": {"b": 2}}
    await client.consent(wait=0)
    said = asked(bot)
    assert (said["action"], said["context"], bot.received[-1]["name"]) == ("accept", {"a": 1}, "fileConsent/invoke")
    assert said["uploadInfo"]["uploadUrl"].startswith(f"{bot.ask.sandbox.addresses.my}/personal/sanne")
    assert bot.received[-1]["replyToId"] == client.messages[-1].id


async def test_without_an_offer_there_is_nothing_to_accept(client: TeamsClient) -> None:
    with pytest.raises(LookupError):
        await client.consent()


async def put(bot: StandIn, url: str, content: bytes, where: str, **headers: str) -> Answer:
    return await bot.ask.http("PUT", url, data=content, headers={"Content-Range": where, **headers})


async def test_the_place_takes_the_parts_of_a_file_in_order(bot: StandIn, client: TeamsClient) -> None:
    await offered(bot, client)
    await client.consent(wait=0)
    url = asked(bot)["uploadInfo"]["uploadUrl"]
    assert (await put(bot, url, b"abc", "bytes 3-5/6")).status == 416
    first = await put(bot, url, b"abc", "bytes 0-2/6")
    assert (first.status, first.body) == (202, {"nextExpectedRanges": ["3-"]})
    assert (await put(bot, url, b"de", "bytes 3-5/6")).status == 416
    assert (await put(bot, url, b"def", "bytes 3-5/6")).status == 201
    assert (await put(bot, url, b"def", "bytes 3-5/6")).status == 416
    (upload,) = bot.ask.sandbox.world.uploads.values()
    assert (upload.content, upload.whole, upload.person) == (b"abcdef", True, "sanne")


async def test_the_address_is_the_permission(bot: StandIn, client: TeamsClient) -> None:
    await offered(bot, client)
    await client.consent(wait=0)
    url = asked(bot)["uploadInfo"]["uploadUrl"]
    assert (await put(bot, url, b"abc", "bytes 0-2/3", Authorization="Bearer x")).status == 401
    assert (await put(bot, url[:-1], b"abc", "bytes 0-2/3")).status == 401
    assert (await put(bot, url, b"abc", "all of it")).status == 400
