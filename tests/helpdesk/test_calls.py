"""One call and all that can become of it, against a server that does what it is told."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.helpdesk import calls
from bot.helpdesk.calls import Answer, Call, Calls, basic, retry_after
from bot.ports import DeskDown, DeskRefused, DeskUncertain
from tests.conftest import free_port


@dataclass
class Service:
    base: str = ""
    answer: web.Response | None = None
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.method, request.raw_path, dict(request.headers)))
        if self.answer is None:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        answer, self.answer = self.answer, web.json_response({"ok": True})
        return answer


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    service, app = Service(), web.Application()
    app.router.add_route("*", "/{rest:.*}", service.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    service.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield service
    await runner.cleanup()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def says(status: int = 200, body: Any = b"{}", **headers: str) -> web.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return web.Response(status=status, body=content, headers={k.replace("_", "-"): v for k, v in headers.items()})


async def test_it_sends_what_it_is_told_and_proves_itself(service: Service, session: aiohttp.ClientSession) -> None:
    service.answer = says(body={"value": 1})
    line = Calls(session, service.base, basic("ann:a", "p€"))
    query = {"q": "a=b^c d&e", "page[size]": "1"}
    assert await line.read(Call("GET", "/x", query), lambda body: body["value"]) == 1
    method, path, headers = service.asked[0]
    assert (method, path) == ("GET", "/x?q=a%3Db%5Ec%20d%26e&page%5Bsize%5D=1")
    assert headers["Authorization"] == "Basic YW5uOmE6cOKCrA=="


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
async def test_a_call_that_changes_something_is_sent_once(
    service: Service, session: aiohttp.ClientSession, method: str
) -> None:
    service.answer = says()
    line = Calls(session, service.base)
    await line.ask(Call("GET", "/"))  # the connection stands
    service.answer = None
    with pytest.raises(DeskUncertain):
        await line.ask(Call(method, "/", content={}))
    assert [asked[0] for asked in service.asked] == ["GET", method]


async def test_where_nobody_listens_nothing_was_taken(session: aiohttp.ClientSession) -> None:
    for url in (f"http://127.0.0.1:{free_port()}", "https://127.0.0.1:1"):
        with pytest.raises(DeskDown):
            await Calls(session, url).ask(Call("POST", "/", content={}))


async def test_no_redirect_is_followed(service: Service, session: aiohttp.ClientSession) -> None:
    for status in (301, 302, 303, 307, 308):
        service.answer = says(status, Location=f"{service.base}/elsewhere")
        with pytest.raises(DeskRefused):
            await Calls(session, service.base, basic("a", "b")).ask(Call("POST", "/", content={}))
    assert len(service.asked) == 5


async def test_a_refused_token_is_renewed_once(service: Service, session: aiohttp.ClientSession) -> None:
    given: list[bool] = []

    async def authorization(other: bool) -> str:
        given.append(other)
        return "new" if other else "old"

    service.answer = says(401)
    assert (await Calls(session, service.base, authorization).ask(Call("POST", "/", content={}))).status == 200
    assert given == [False, True]
    assert [headers["Authorization"] for _, _, headers in service.asked] == ["old", "new"]
    service.answer = says(401)
    with pytest.raises(DeskRefused):
        await Calls(session, service.base, basic("a", "b")).ask(Call("POST", "/", content={}))
    assert len(service.asked) == 3  # the same password once more is refused once more, and locks the account


async def test_a_body_without_end_is_not_read_to_its_end(
    service: Service, session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "MOST_BYTES", 1000)
    for method, error in (("GET", DeskDown), ("POST", DeskUncertain)):
        service.answer = says(body=b'{"a": "' + b"x" * 2000 + b'"}')
        with pytest.raises(error):
            await Calls(session, service.base).read(Call(method, "/"), lambda body: body)


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{", b"[" * 100_000, b"\xff", b'{"a": 1}'])
async def test_what_has_another_shape_is_no_answer(
    service: Service, session: aiohttp.ClientSession, body: bytes
) -> None:
    service.answer = says(body=body)
    with pytest.raises(DeskUncertain):
        await Calls(session, service.base).read(Call("POST", "/"), lambda found: found["result"]["id"])


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("7", 7), ("0", 0), ("1.5", 1.5), ("", 0), ("soon", 0), ("-3", 0), ("9e9", 86_400), ("²", 0)],
)
def test_retry_after(text: str, seconds: float) -> None:
    assert retry_after(Answer(429, b"", {"retry-after": text})) == seconds


def test_retry_after_may_be_a_date() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    assert 50 < retry_after(Answer(503, b"", {"retry-after": at})) <= 60
    assert retry_after(Answer(503, b"", {"retry-after": "Tue, 01 Jan 2019 00:00:00 GMT"})) == 0
