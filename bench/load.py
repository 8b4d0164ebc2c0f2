"""Teams as a bot sees it under load: activities in, replies out, on hand-written HTTP so that the load costs little.

It talks to any bot: the activities are what Teams sends, and the Bot Connector it is takes what bots send back. What it
may do to a bot (slow answers, errors, resets) is in `Trouble`; by default it does nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import re
import ssl
import time
import uuid
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

HOST = "127.0.0.1"
PATIENCE = 30.0  # seconds until a turn counts as lost

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_REPLY = re.compile(rb"POST \S*?/v3/conversations/([^/ ]+)/activities(?:/[^/ ]*)?/? HTTP")
_TYPING = re.compile(rb'"type": ?"typing"')


@dataclass(frozen=True)
class Trouble:
    """What the Bot Connector does wrong: the share of calls (0 to 1) of each kind."""

    slow: float = 0.0  # answers after `slowness` seconds
    slowness: float = 3.0
    busy: float = 0.0  # 429 with Retry-After
    down: float = 0.0  # 503
    lost: float = 0.0  # the message is taken, and the connection breaks before the answer
    bye: float = 0.0  # answers, and ends the connection
    cut: float = 0.0  # of new connections: they break before TLS

    def pick(self) -> str:
        at = random.random()
        for kind in ("slow", "busy", "down", "lost", "bye"):
            at -= getattr(self, kind)
            if at < 0:
                return kind
        return "none"


class Requests(asyncio.Protocol):
    """One connection of an HTTP/1.1 server or client: whole messages with a Content-Length, one after the other."""

    def __init__(self, took: Callable[[Requests, bytes, bytes], None], ended: Callable[[Requests], None]) -> None:
        self._took, self._ended = took, ended
        self._buffer = bytearray()
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self._read()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if self.transport:  # after TLS the first data may come before the word that it is there
            self._read()

    def _read(self) -> None:
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = bytes(self._buffer[:end])
            found = _LENGTH.search(head)
            whole = end + 4 + (int(found[1]) if found else 0)
            if len(self._buffer) < whole:
                return
            body = bytes(self._buffer[end + 4 : whole])
            del self._buffer[:whole]
            self._took(self, head, body)

    def connection_lost(self, _: Exception | None) -> None:
        self._ended(self)

    def write(self, data: bytes) -> None:
        if self.transport and not self.transport.is_closing():
            self.transport.write(data)

    def reset(self) -> None:
        if self.transport:
            self.transport.abort()


class Door(asyncio.Protocol):
    """A connection before TLS."""

    def __init__(self, let_in: Callable[[asyncio.Transport], Coroutine[None, None, None]]) -> None:
        self._let_in = let_in

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.pause_reading()  # what comes is for TLS
        self._task = asyncio.create_task(self._let_in(transport))


class Connector:
    """The Bot Connector: every reply is noted by the conversation it came to."""

    def __init__(self, trouble: Trouble = Trouble()) -> None:
        self.trouble = trouble
        self.did: Counter[str] = Counter()
        self._waiting: dict[str, asyncio.Future[float]] = {}
        self.replies: Counter[str] = Counter()  # by conversation
        self._number = 0
        self._server: asyncio.Server | None = None

    async def start(self, tls: ssl.SSLContext) -> str:
        loop = asyncio.get_running_loop()
        self._tls = tls
        self._server = await loop.create_server(lambda: Door(self._let_in), HOST, 0, backlog=1000)
        return f"https://{HOST}:{self._server.sockets[0].getsockname()[1]}/teams"

    def stop(self) -> None:
        if self._server:
            self._server.close()

    def awaits(self, conversation: str) -> asyncio.Future[float]:
        """When the next reply comes to this conversation."""
        future = asyncio.get_running_loop().create_future()
        self._waiting[conversation] = future
        return future

    async def _let_in(self, transport: asyncio.Transport) -> None:
        if random.random() < self.trouble.cut:
            self.did["cut"] += 1
            transport.abort()
            return
        requests = Requests(self._took, lambda _: None)
        with contextlib.suppress(OSError):  # whoever came has gone
            secure = await asyncio.get_running_loop().start_tls(transport, requests, self._tls, server_side=True)
            if secure:
                requests.connection_made(secure)

    def _took(self, connection: Requests, head: bytes, body: bytes) -> None:
        kind = self.trouble.pick()
        self.did[kind] += 1
        if kind == "busy":
            return connection.write(b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n")
        if kind == "down":
            return connection.write(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
        self._note(head, body)
        if kind == "lost":
            return connection.reset()
        self._number += 1
        id = b'{"id":"%d"}' % self._number
        more = b"Connection: close\r\n" if kind == "bye" else b""
        head = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
        answer = head % (more, len(id)) + id
        if kind == "slow":
            asyncio.get_running_loop().call_later(self.trouble.slowness, connection.write, answer)
            return None
        connection.write(answer)
        if kind == "bye" and connection.transport:
            connection.transport.close()
        return None

    def _note(self, head: bytes, body: bytes) -> None:
        found = _REPLY.match(head)
        if not found or _TYPING.search(body):
            return
        conversation = unquote(found[1].decode())
        self.replies[conversation] += 1
        waiting = self._waiting.pop(conversation, None)
        if waiting and not waiting.done():
            waiting.set_result(time.perf_counter())


@dataclass
class Tally:
    """What came of the turns: seconds from the request to the reply's arrival, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    lost: int = 0  # no reply within PATIENCE
    refused: Counter[int] = field(default_factory=Counter)  # by HTTP status
    broken: int = 0  # connections to the bot that ended in the middle


@dataclass(frozen=True)
class Crowd:
    """Who speaks: so many conversations, spread over tenants, each saying one of `texts`."""

    bot: str  # host:port
    service_url: str
    app_id: str
    tenants: Sequence[str]
    tokens: Sequence[str]  # none for a bot whose authentication is off
    texts: Sequence[str]
    conversations: int = 4096

    def conversation(self, number: int) -> str:
        return f"a-{number % self.conversations:06}"

    def request(self, number: int) -> bytes:
        """One activity, as the bytes of its request; no two have the same id."""
        one = number % self.conversations
        tenant = self.tenants[one % len(self.tenants)]
        person = uuid.UUID(int=0x4000_8000_0000_0000_0000 + one)
        activity = {
            "type": "message",
            "id": f"1{time.time_ns()}{number}",
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%S.0000000Z", time.gmtime()),
            "localTimestamp": time.strftime("%Y-%m-%dT%H:%M:%S.0000000+00:00", time.gmtime()),
            "serviceUrl": self.service_url,
            "channelId": "msteams",
            "from": {"id": f"29:{person}", "name": "Ada Lovelace", "aadObjectId": str(person)},
            "conversation": {"id": self.conversation(one), "conversationType": "personal", "tenantId": tenant},
            "recipient": {"id": f"28:{self.app_id}", "name": "Resync"},
            "text": self.texts[number % len(self.texts)],
            "textFormat": "plain",
            "attachments": [
                {"contentType": "text/html", "content": f"<p>{self.texts[number % len(self.texts)]}</p>"},
            ],
            "locale": "en-GB",
            "entities": [
                {
                    **{"type": "clientInfo", "locale": "en-GB", "country": "NL", "platform": "Web"},
                    "timezone": "Europe/Amsterdam",
                }
            ],
            "channelData": {"tenant": {"id": tenant}},
        }
        body = json.dumps(activity).encode()
        sign = f"Authorization: Bearer {self.tokens[number % len(self.tokens)]}\r\n" if self.tokens else ""
        head = (
            f"POST /api/messages HTTP/1.1\r\nHost: {self.bot}\r\nContent-Type: application/json; charset=utf-8\r\n"
            f"{sign}Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


class Lane:
    """A connection to the bot, opened anew when it broke; one request at a time."""

    def __init__(self, bot: str) -> None:
        self._host, _, port = bot.partition(":")
        self._port = int(port)
        self._connection: Requests | None = None
        self._answer: asyncio.Future[int] | None = None

    async def ask(self, request: bytes) -> int:
        """The status of the answer; raises ConnectionError where the connection ends before it."""
        loop = asyncio.get_running_loop()
        if self._connection is None:
            _, self._connection = await loop.create_connection(
                lambda: Requests(self._took, self._ended), self._host, self._port
            )
        self._answer = loop.create_future()
        self._connection.write(request)
        return await self._answer

    def close(self) -> None:
        if self._connection and self._connection.transport:
            self._connection.transport.close()
            self._connection = None

    def reset(self) -> None:
        if self._connection:
            self._connection.reset()

    def _took(self, _: Requests, head: bytes, body: bytes) -> None:
        if self._answer and not self._answer.done():
            self._answer.set_result(int(head[9:12]))

    def _ended(self, connection: Requests) -> None:
        if connection is self._connection:
            self._connection = None
        if self._answer and not self._answer.done():
            self._answer.set_exception(ConnectionResetError("the bot's side ended the connection"))


class Load:
    """So many turns at once, for some seconds; each waits for its reply before the next one begins."""

    def __init__(self, crowd: Crowd, connector: Connector, at_once: int) -> None:
        self._crowd, self._connector = crowd, connector
        self._lanes = [Lane(crowd.bot) for _ in range(at_once)]
        self._number = 0

    async def turns(self, seconds: float) -> Tally:
        tally, end = Tally(), time.perf_counter() + seconds
        await asyncio.gather(*(self._walk(lane, tally, end) for lane in self._lanes))
        return tally

    def close(self) -> None:
        for lane in self._lanes:
            lane.close()

    async def _walk(self, lane: Lane, tally: Tally, end: float) -> None:
        while time.perf_counter() < end:
            self._number += 1
            await self._turn(lane, self._number, tally)

    async def _turn(self, lane: Lane, number: int, tally: Tally) -> None:
        replied = self._connector.awaits(self._crowd.conversation(number))
        request = self._crowd.request(number)
        began = time.perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                status = await lane.ask(request)
                if status >= 300:
                    tally.refused[status] += 1
                    return
                tally.seconds.append(await replied - began)
        except TimeoutError:
            tally.lost += 1
        except ConnectionError:
            tally.broken += 1
