"""Sending to Teams, over real connections: errors, repeats, order, and where the token never goes."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from email.utils import formatdate

import aiohttp
import pytest
from aiohttp import web

from bot.config import Settings
from bot.ports import ChannelError, Conversation, Gone, MessageGone, NotNow, Refused, Reply, SwitchedOff, Uncertain
from bot.teams import Connector, Patience
from tests.teams.conftest import BOT, CHAT, QUICK, USER, Microsoft, Responder, Tokens, answers

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": []}


async def reset(request: web.Request) -> web.Response:
    """Break the connection instead of answering."""
    assert request.transport
    request.transport.abort()
    return web.Response()


async def silence(_: web.Request) -> web.Response:
    await asyncio.sleep(3)
    return web.Response()


async def half(request: web.Request) -> web.StreamResponse:
    """Promise more than is sent."""
    response = web.StreamResponse(status=201, headers={"Content-Length": "100"})
    await response.prepare(request)
    await response.write(b'{"id":')
    assert request.transport
    request.transport.close()
    return response


async def test_send(connector: Connector, microsoft: Microsoft, chat: Conversation) -> None:
    assert await connector.send(chat, Reply("wörds", CARD, summary="short")) == "message-1"
    (call,) = microsoft.calls
    assert (call.method, call.path) == ("POST", "/emea/v3/conversations/a%3Achat%2Fwith%3Fodd%3Bletters/activities")
    assert call.headers["Authorization"] == "Bearer secret-1"
    assert call.body == {
        "type": "message",
        "summary": "short",
        "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": CARD}],
        "from": {"id": BOT},
        "recipient": {"id": USER},
        "conversation": {"id": CHAT},
    }


async def test_update(connector: Connector, microsoft: Microsoft, chat: Conversation) -> None:
    await connector.update(chat, "1:5/..", Reply("words"))
    (call,) = microsoft.calls
    assert (call.method, call.path.rpartition("/")[2], call.body["id"]) == ("PUT", "1%3A5%2F..", "1:5/..")


async def test_typing_is_tried_once(connector: Connector, microsoft: Microsoft, chat: Conversation) -> None:
    await connector.typing(chat)
    assert microsoft.calls[0].body == {"type": "typing", "from": {"id": BOT}}


@pytest.mark.parametrize("id", ["..", ".", ""])
async def test_ids_that_climb(connector: Connector, microsoft: Microsoft, chat: Conversation, id: str) -> None:
    with pytest.raises(Refused):
        await connector.send(replace(chat, id=id), Reply("words"))
    assert not microsoft.calls


@pytest.mark.parametrize(
    "url", ["https://evil.example/", "https://127.0.0.1:1/", "http://127.0.0.1/", "", "https://u:p@127.0.0.1/"]
)
async def test_s02_no_token_for_other_hosts(connector: Connector, tokens: Tokens, chat: Conversation, url: str) -> None:
    """Also for an address that was stored when it was still allowed."""
    there = replace(chat, service_url=url)
    for call in (connector.send(there, Reply("x")), connector.update(there, "1", Reply("x")), connector.typing(there)):
        with pytest.raises(Refused, match="ServiceUrlNotAllowed"):
            await call
    assert not tokens.asked


async def test_s02_token_does_not_follow_a_redirect(
    connector: Connector, microsoft: Microsoft, chat: Conversation
) -> None:
    microsoft.script.append(answers(307, Location="/elsewhere/v3/conversations/x/activities"))
    with pytest.raises(Refused):
        await connector.send(chat, Reply("words"))
    assert len(microsoft.calls) == 1


ERRORS = [
    (403, "BotNotInConversationRoster", Gone),
    (403, "ConversationBlockedByUser", Gone),
    (403, "MessageWritesBlocked", Gone),
    (403, "BotDisabledByAdmin", SwitchedOff),
    (403, "InvalidBotApiHost", NotNow),
    (403, "NotEnoughPermissions", Refused),
    (403, "", Refused),
    (404, "ConversationNotFound", Gone),
    (404, "ActivityNotFound", MessageGone),
    (404, "", Gone),
    (400, "BadSyntax", Refused),
    (413, "MessageSizeTooBig", Refused),
    (500, "", Uncertain),
]


@pytest.mark.parametrize(("status", "code", "error"), ERRORS)
async def test_p43_errors_that_are_not_repeated(
    connector: Connector, microsoft: Microsoft, chat: Conversation, status: int, code: str, error: type[ChannelError]
) -> None:
    microsoft.script.append(answers(status, code))
    with pytest.raises(error) as raised:
        await connector.send(chat, Reply("words"))
    assert (raised.value.status, raised.value.code) == (status, code or f"Http{status}")
    assert len(microsoft.calls) == 1


async def test_p43_a_bot_that_is_switched_off_writes_to_nobody(
    connector: Connector, microsoft: Microsoft, chat: Conversation
) -> None:
    microsoft.script.append(answers(403, "BotDisabledByAdmin"))
    for where in (chat, replace(chat, id="another")):
        with pytest.raises(SwitchedOff):
            await connector.send(where, Reply("words"))
    assert len(microsoft.calls) == 1
    connector.end_silence()  # Teams has brought a message: the bot is on again
    assert await connector.send(chat, Reply("words"))


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_p43_errors_that_pass(
    connector: Connector, microsoft: Microsoft, chat: Conversation, status: int
) -> None:
    microsoft.script += [answers(status)] * 2
    assert await connector.send(chat, Reply("words")) == "message-3"
    microsoft.script += [answers(status)] * 3
    with pytest.raises(NotNow):
        await connector.send(chat, Reply("words"))
    assert len(microsoft.calls) == 6


@pytest.mark.parametrize("header", ["1", lambda: formatdate(time.time() + 1.9, usegmt=True)], ids=["seconds", "date"])
async def test_retry_after(connector: Connector, microsoft: Microsoft, chat: Conversation, header: object) -> None:
    value = header() if callable(header) else str(header)
    microsoft.script.append(answers(429, Retry_After=value))
    begun = time.monotonic()
    assert await connector.send(chat, Reply("words")) == "message-2"
    assert 0.8 < time.monotonic() - begun < 2.5


@pytest.mark.parametrize("value", ["soon", "-5", "", "Mon, 99 Foo"])
async def test_retry_after_that_says_nothing(
    connector: Connector, microsoft: Microsoft, chat: Conversation, value: str
) -> None:
    microsoft.script.append(answers(429, Retry_After=value))
    assert await connector.send(chat, Reply("words")) == "message-2"


async def test_news_is_not_tried_again_before_teams_allows_it(
    connector: Connector, microsoft: Microsoft, chat: Conversation
) -> None:
    microsoft.script.append(answers(429, Retry_After="7"))
    with pytest.raises(NotNow) as caught:
        await connector.send(chat, Reply("news", alert=True))
    assert caught.value.wait == 7


@pytest.mark.parametrize("value", ["3600", "1e999"])
async def test_retry_after_that_is_too_long(
    connector: Connector, microsoft: Microsoft, chat: Conversation, value: str
) -> None:
    microsoft.script.append(answers(429, Retry_After=value))
    with pytest.raises(NotNow):
        await connector.send(chat, Reply("words"))
    assert len(microsoft.calls) == 1


def test_waits_grow_and_end() -> None:
    patience = Patience()
    waits = [patience.wait(attempt, None) for attempt in range(5)]
    assert waits[-1] is None and all(0.25 * 2**n <= (wait or 0) <= 0.5 * 2**n for n, wait in enumerate(waits[:-1]))


@pytest.mark.parametrize("broken", [reset, half], ids=lambda responder: responder.__name__)
async def test_p33_broken_after_sending_is_uncertain(
    connector: Connector, microsoft: Microsoft, chat: Conversation, broken: Responder
) -> None:
    microsoft.script.append(broken)
    with pytest.raises(Uncertain):
        await connector.send(chat, Reply("words"))
    assert len(microsoft.calls) == 1  # never said twice


async def test_p33_no_answer_is_uncertain(
    connector: Connector, microsoft: Microsoft, chat: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.outbound.TIMEOUT", aiohttp.ClientTimeout(total=0.2))
    microsoft.script.append(silence)
    with pytest.raises(Uncertain):
        await connector.send(chat, Reply("words"))
    assert len(microsoft.calls) == 1


async def test_update_may_be_said_twice(connector: Connector, microsoft: Microsoft, chat: Conversation) -> None:
    microsoft.script += [reset] * 2  # aiohttp repeats a PUT once by itself
    await connector.update(chat, "1:5", Reply("words"))
    assert len(microsoft.calls) == 3


async def test_nobody_there(connector: Connector, settings: Settings, chat: Conversation, tokens: Tokens) -> None:
    """Nothing was sent, so it was tried again, and the sender may try later."""
    connector._settings = replace(settings, service_hosts=("127.0.0.1:1",))
    with pytest.raises(NotNow):
        await connector.send(replace(chat, service_url="https://127.0.0.1:1/"), Reply("words"))
    assert len(tokens.asked) == QUICK.tries


async def test_token_that_just_ended(
    connector: Connector, microsoft: Microsoft, chat: Conversation, tokens: Tokens
) -> None:
    microsoft.script.append(answers(401))
    assert await connector.send(chat, Reply("words")) == "message-2"
    assert tokens.asked == [False, True]
    microsoft.script += [answers(401)] * 2
    with pytest.raises(Refused):
        await connector.send(chat, Reply("words"))
    assert tokens.asked == [False, True, False, True]


async def test_no_token(settings: Settings, session: aiohttp.ClientSession, chat: Conversation) -> None:
    async def none(refresh: bool = False) -> str:
        raise OSError("the sign-in service is down")

    with pytest.raises(NotNow, match="NoToken"):
        await Connector(settings, session, none, QUICK).send(chat, Reply("words"))


@pytest.mark.parametrize(("letters", "sent"), [(40_000, True), (41_500, False)])
async def test_size_in_utf16(
    connector: Connector, microsoft: Microsoft, chat: Conversation, letters: int, sent: bool
) -> None:
    if sent:
        await connector.send(chat, Reply("é" * letters))
    else:
        with pytest.raises(Refused, match="MessageSizeTooBig"):
            await connector.send(chat, Reply("é" * letters))
    assert len(microsoft.calls) == sent


async def test_half_a_surrogate_pair_does_not_stop_a_message(
    connector: Connector, microsoft: Microsoft, chat: Conversation
) -> None:
    await connector.send(chat, Reply("a \ud83d b"))
    assert microsoft.calls[0].body["text"] == "a ? b"


@pytest.mark.parametrize("body", [b"", b"[]", b"not json", b'{"id": null}'])
async def test_answer_without_an_id(
    connector: Connector, microsoft: Microsoft, chat: Conversation, body: bytes
) -> None:
    async def respond(_: web.Request) -> web.Response:
        return web.Response(status=201, body=body)

    microsoft.script.append(respond)
    assert await connector.send(chat, Reply("words")) == ""


async def test_order_within_a_conversation(connector: Connector, microsoft: Microsoft, chat: Conversation) -> None:
    """Also where the first has to be repeated; another conversation does not wait."""
    microsoft.script.append(answers(429, Retry_After="1"))
    first = asyncio.create_task(connector.send(chat, Reply("0")))
    await asyncio.sleep(0.2)
    others = [asyncio.create_task(connector.send(chat, Reply(str(number)))) for number in range(1, 6)]
    await connector.send(replace(chat, id="a:other"), Reply("meanwhile"))
    assert not any(task.done() for task in (first, *others))
    await asyncio.gather(first, *others)
    assert [body["text"] for body in microsoft.said] == ["0", "meanwhile", "0", "1", "2", "3", "4", "5"]


async def test_locks_do_not_pile_up(connector: Connector, chat: Conversation) -> None:
    for number in range(20):
        await connector.send(replace(chat, id=f"a:{number}"), Reply("words"))
    assert len(connector._locks) == 0


THREAD = "19:helpdesk@thread.tacv2;messageid=1700000000000"


@pytest.mark.parametrize("id", ["19:helpdesk@thread.tacv2", THREAD])
async def test_channel(connector: Connector, microsoft: Microsoft, chat: Conversation, id: str) -> None:
    """A new thread, or an answer in one: Teams goes by the address alone, and wants no recipient."""
    place = replace(chat, id=id, kind="channel", user="", person="")
    assert await connector.send(place, Reply("words", CARD)) == "message-1"
    await connector.update(place, "1700000000000", Reply("words", CARD))
    post, put = microsoft.calls
    at = f"/emea/v3/conversations/{id.replace(':', '%3A').replace('@', '%40').replace(';', '%3B').replace('=', '%3D')}"
    assert (post.path, put.path) == (f"{at}/activities", f"{at}/activities/1700000000000")
    assert post.body["conversation"] == {"id": id} and "recipient" not in post.body
    assert post.body["from"] == {"id": BOT} and "replyToId" not in post.body


async def test_reading_is_tried_twice(connector: Connector, microsoft: Microsoft, chat: Conversation) -> None:
    microsoft.script += [answers(503)] * 3
    with pytest.raises(NotNow):
        await connector.read(chat.service_url, "teams", "x")
    assert [call.method for call in microsoft.calls] == ["GET", "GET"]


async def test_reading_goes_on_after_a_token_was_refused(
    connector: Connector, microsoft: Microsoft, chat: Conversation, tokens: Tokens
) -> None:
    microsoft.script += [answers(401)]
    assert await connector.read(chat.service_url, "teams", "x", query={"a": "b c&d"}) == {"id": "message-2"}
    assert tokens.asked == [False, True] and microsoft.calls[1].path.endswith("/v3/teams/x?a=b%20c%26d")


async def test_nothing_is_read_while_the_bot_is_switched_off(
    connector: Connector, microsoft: Microsoft, chat: Conversation
) -> None:
    microsoft.script += [answers(403, "BotDisabledByAdmin")]
    with pytest.raises(SwitchedOff):
        await connector.send(chat, Reply("words"))
    with pytest.raises(SwitchedOff):
        await connector.read(chat.service_url, "teams", "x")
    assert len(microsoft.calls) == 1
