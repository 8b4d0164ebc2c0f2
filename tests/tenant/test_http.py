"""One call and all that can happen to it, against a real server; and the rules of patience, in numbers."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import ssl
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import aiohttp
import pytest
from aiohttp import web

from bot.core.capabilities import SEE_ACCOUNT, SEE_PHOTO, SEE_POLICY
from bot.core.facts import Reason, Unknown
from bot.telemetry import JsonLines
from bot.tenant import http, patience
from bot.tenant.http import MOST_BYTES, Answer, Caller, Request, retry_after, unseen
from bot.tenant.patience import Circuit, NotBefore, first_limit, pauses
from bot.tokens import SignInRefused
from tests.conftest import free_port

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
Act = Callable[[web.Request], Awaitable[web.StreamResponse]]


# -- a service that does what it is told -------------------------------------------------------------------------------


@dataclass
class Service:
    """Does `acts` in turn, the last one for ever; keeps what it was asked."""

    base: str = ""
    acts: list[Act] = field(default_factory=list)
    asked: list[web.Request] = field(default_factory=list)

    def will(self, *acts: Act) -> None:
        self.acts = list(acts)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        return await (self.acts.pop(0) if len(self.acts) > 1 else self.acts[0])(request)


def says(status: int, body: object = b"", **headers: str) -> Act:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def act(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, body=content, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return act


def sends(raw: bytes) -> Act:
    """Bytes as they are, and the end of the connection."""

    async def act(request: web.Request) -> web.StreamResponse:
        assert isinstance(request.transport, asyncio.Transport)
        request.transport.write(raw)
        request.transport.close()
        return web.Response()

    return act


async def reset(request: web.Request) -> web.StreamResponse:
    assert isinstance(request.transport, asyncio.Transport)
    request.transport.abort()
    return web.Response()


async def hang(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


async def drip(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b".")
        await asyncio.sleep(0.02)


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    service = Service()
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", service.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.0, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    service.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    service.will(says(200, {}))
    yield service
    await runner.cleanup()


class SignIn:
    """Gives "token-1", and one more with each renewal; refuses with `refusal`."""

    def __init__(self) -> None:
        self.renewals, self.refusal, self.delay = 0, "", 0.0

    async def __call__(self, base: str, refresh: bool) -> str:
        await asyncio.sleep(self.delay)
        if self.refusal:
            raise SignInRefused(self.refusal)
        self.renewals += refresh
        return f"token-{self.renewals + 1}"


@dataclass
class Line:
    """A caller, its sign-in, and how many tries left it."""

    caller: Caller
    sign_in: SignIn
    tries: int = 0


@asynccontextmanager
async def lined(connector: aiohttp.TCPConnector | None = None) -> AsyncIterator[Line]:
    trace = aiohttp.TraceConfig()

    async def count(*_: object) -> None:
        line.tries += 1

    trace.on_request_start.append(count)
    async with aiohttp.ClientSession(connector=connector, trace_configs=[trace]) as session:
        sign_in = SignIn()
        line = Line(Caller(session, sign_in, "NONISV|Test|Test/1.0"), sign_in)
        yield line


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "FIRST_PAUSE", 0.01)  # the rule is tested in numbers; here nobody needs to wait


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with lined() as line:
        yield line


def asking(base: str, path: str = "/v1.0/users/ola@example.no", **more: str) -> Request:
    return Request(base, base + path, kind="user", needs=SEE_ACCOUNT, **more)  # type: ignore[arg-type]


def within(seconds: float) -> float:
    return asyncio.get_running_loop().time() + seconds


def status(outcome: Answer | Unknown) -> int:
    assert isinstance(outcome, Answer), outcome
    return outcome.status


def reason(outcome: Answer | Unknown) -> Reason:
    """Why nothing was seen, by the call itself or by its answer."""
    why = outcome if isinstance(outcome, Unknown) else unseen(outcome, NOW, asking("https://x"))
    assert why is not None
    return why.reason


# -- one call ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "tries"),
    [
        *((code, 1) for code in (200, 204, 206, 301, 302, 304, 400, 403, 404, 405, 409, 410, 501, 507)),
        *((code, patience.TRIES) for code in (429, 500, 502, 503, 504)),
        (401, 2),
    ],
)
async def test_every_status_comes_back_after_as_many_tries_as_may_help(
    code: int, tries: int, service: Service, line: Line
) -> None:
    service.will(says(code, location="https://elsewhere.example/"))
    assert status(await line.caller.ask(asking(service.base), within(2))) == code
    assert len(service.asked) == line.tries == tries


async def test_what_is_sent(service: Service, line: Line) -> None:
    path = "/a'b%2Fc?$select=x&@v='i%3A0%23.f%7Cm'"
    request = Request(service.base, service.base + path, headers={"Accept": "application/json"})
    assert status(await line.caller.ask(request, within(1))) == 200
    (asked,) = service.asked
    assert asked.raw_path == path  # as it was written: SharePoint is particular about it
    assert [asked.headers[name] for name in ("Authorization", "User-Agent", "Accept")] == [
        "Bearer token-1", "NONISV|Test|Test/1.0", "application/json",
    ]  # fmt: skip


@pytest.mark.parametrize("url", ["https://evil.example/x", "{base}.evil.example/x", "{base}@evil.example/x", "{base}"])
async def test_a_token_never_leaves_its_host(url: str, service: Service, line: Line) -> None:
    with pytest.raises(ValueError, match="does not belong"):
        await line.caller.ask(Request(service.base, url.format(base=service.base)), within(1))


BROKEN: list[tuple[str, Act]] = [
    ("reset", reset),
    ("nothing at all", sends(b"")),
    ("body that stops", sends(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")),
    ("chunk that stops", sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{")),
    ("no chunk", sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{")),
    ("not HTTP", sends(b"\x16\x03\x01 nonsense\r\n\r\n")),
    ("invalid header", sends(b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n")),
    ("endless header", sends(b"HTTP/1.1 200 OK\r\nx: " + b"y" * 100_000 + b"\r\n\r\n")),
    ("two lengths", sends(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}")),
    ("not gzip", says(200, b"{}", Content_Encoding="gzip")),
]


@pytest.mark.parametrize("act", [act for _, act in BROKEN], ids=[name for name, _ in BROKEN])
async def test_a_broken_answer_is_asked_for_again(act: Act, service: Service, line: Line) -> None:
    service.will(act)
    outcome = await line.caller.ask(asking(service.base), within(2))
    assert reason(outcome) is Reason.UNAVAILABLE
    assert isinstance(outcome, Unknown)
    assert "ola" not in outcome.detail
    assert line.tries == patience.TRIES
    service.will(act, says(200, {"id": "1"}))
    assert status(await line.caller.ask(asking(service.base), within(2))) == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PATCH"])
async def test_a_connection_that_was_never_made_is_tried_again_for_all(method: str, line: Line) -> None:
    outcome = await line.caller.ask(asking(f"http://127.0.0.1:{free_port()}", method=method), within(1))
    assert reason(outcome) is Reason.UNAVAILABLE
    assert line.tries == patience.TRIES


@pytest.mark.parametrize("act", [reset, says(503), says(429, Retry_After="1"), says(500)])
async def test_what_may_have_been_done_is_not_asked_twice(act: Act, service: Service, line: Line) -> None:
    service.will(act)
    await line.caller.ask(asking(service.base, method="POST"), within(1))
    assert len(service.asked) == 1


async def test_a_wrong_certificate_is_not_tried_again(service: Service) -> None:
    async with lined(aiohttp.TCPConnector(ssl=ssl.create_default_context())) as line:
        outcome = await line.caller.ask(asking(service.base.replace("http", "https")), within(1))
    assert reason(outcome) is Reason.UNAVAILABLE
    assert line.tries == 1


async def test_a_profile_that_is_missing_by_way_of_500_is_an_answer(service: Service, line: Line) -> None:
    code = "-1, Microsoft.Office.Server.UserProfiles.UserNotFoundException"
    service.will(says(500, {"odata.error": {"code": code, "message": {"lang": "en-US", "value": "…"}}}))
    for _ in range(patience.FAILURES + 1):
        assert status(await line.caller.ask(asking(service.base), within(1))) == 500
    assert line.tries == patience.FAILURES + 1


@pytest.mark.parametrize("act", [hang, drip])
async def test_no_answer_in_time(act: Act, service: Service, line: Line) -> None:
    service.will(act)
    until = within(0.3)
    outcome = await line.caller.ask(asking(service.base), until)
    assert reason(outcome) is Reason.TOO_SLOW
    assert isinstance(outcome, Unknown)
    assert "ola" not in outcome.detail
    assert 0 <= within(0) - until < 0.1
    assert line.tries == 2


async def test_one_hanging_connection_is_not_the_end(service: Service, line: Line) -> None:
    service.will(hang, says(200, {}))
    assert status(await line.caller.ask(asking(service.base), within(0.5))) == 200
    assert first_limit(100.0, 110.0) == 106.0
    assert first_limit(100.0, 90.0) == 100.0


async def test_what_is_asked_once_has_all_the_time(service: Service, line: Line) -> None:
    async def late(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.3)
        return web.Response()

    service.will(late)
    assert status(await line.caller.ask(asking(service.base, method="POST"), within(0.4))) == 200


async def test_the_time_is_over_before_it_began(service: Service, line: Line) -> None:
    assert reason(await line.caller.ask(asking(service.base), within(-1))) is Reason.TOO_SLOW


async def test_a_large_body_is_cut(service: Service, line: Line) -> None:
    service.will(says(200, bytes(MOST_BYTES + 1000)))
    outcome = await line.caller.ask(asking(service.base), within(3))
    assert isinstance(outcome, Answer)
    assert len(outcome.content) == MOST_BYTES + 1
    assert reason(outcome) is Reason.MALFORMED


async def test_a_body_that_grows_when_it_is_unpacked_is_cut_while_it_grows(service: Service, line: Line) -> None:
    service.will(says(200, gzip.compress(bytes(10 * MOST_BYTES), 1), Content_Encoding="gzip"))
    tracemalloc.start()
    try:
        outcome = await line.caller.ask(asking(service.base), within(3))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(outcome, Answer)
    assert len(outcome.content) == MOST_BYTES + 1
    assert peak < 4 * MOST_BYTES


# -- the token ---------------------------------------------------------------------------------------------------------


def only(token: str) -> Act:
    """Lets this token in, and no other."""

    async def act(request: web.Request) -> web.StreamResponse:
        return web.Response(status=200 if request.headers["Authorization"] == f"Bearer {token}" else 401)

    return act


async def test_a_revoked_token_is_renewed_once_for_all(service: Service, line: Line) -> None:
    service.will(only("token-2"))
    line.sign_in.delay = 0.01
    outcomes = await asyncio.gather(*(line.caller.ask(asking(service.base), within(1)) for _ in range(10)))
    assert [status(outcome) for outcome in outcomes] == [200] * 10
    assert line.sign_in.renewals == 1


async def test_a_fresh_token_that_is_refused_is_not_renewed_again_and_again(service: Service, line: Line) -> None:
    service.will(says(401))
    for _ in range(5):
        assert reason(await line.caller.ask(asking(service.base), within(1))) is Reason.UNAUTHORIZED
    assert line.sign_in.renewals == 1
    assert len(service.asked) == 6


async def test_no_token(service: Service, line: Line) -> None:
    line.sign_in.refusal = "AADSTS700016: no such application"
    for _ in range(patience.FAILURES + 1):
        outcome = await line.caller.ask(asking(service.base), within(1))
        assert outcome == Unknown(Reason.UNAUTHORIZED, detail="AADSTS700016: no such application")
    line.sign_in.refusal = ""
    assert status(await line.caller.ask(asking(service.base), within(1))) == 200  # the host was not blamed


async def test_a_token_that_comes_too_late_is_not_the_fault_of_the_host(
    service: Service, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "FAIR_TIME", 0.01)
    line.sign_in.delay = 5.0
    asked = (line.caller.ask(asking(service.base), within(0.05)) for _ in range(patience.FAILURES + 1))
    assert {reason(outcome) for outcome in await asyncio.gather(*asked)} == {Reason.TOO_SLOW}
    line.sign_in.delay = 0.0
    assert status(await line.caller.ask(asking(service.base), within(1))) == 200


# -- Retry-After -------------------------------------------------------------------------------------------------------


def http_date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


def in_(wait: str | timedelta) -> str:
    """A header; a distance becomes a date, at the time of the test."""
    return wait if isinstance(wait, str) else http_date(datetime.now(UTC) + wait)


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("120", 120), ("0", 0), ("1.5", 1.5), (" 7 ", 7), ("9" * 30, 86_400), ("1e999", 86_400),
        (http_date(NOW + timedelta(seconds=90)), 90), (http_date(NOW - timedelta(days=1)), 0),
        ("Mon Nov 23 12:00:05 2026", 5), ("Monday, 23-Nov-26 12:00:06 GMT", 6),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400), ("", None),
        ("soon", None), ("-5", None), ("٣", 3), ("²", None), ("1 hour", None), ("nan", None), ("inf", None),
        ("Mon, 99 Nov 2026 12:00:00 GMT", None),
    ],
)  # fmt: skip
def test_how_long_to_wait(header: str, wait: float | None) -> None:
    answer = Answer(503, b"", {"retry-after": header})
    assert retry_after(answer, NOW) == (None if wait is None else timedelta(seconds=wait))
    unseen_at = unseen(answer, NOW, asking("https://x"))
    assert unseen_at is not None
    assert unseen_at.reason is Reason.THROTTLED
    assert unseen_at.retry_at == (None if wait is None else NOW + timedelta(seconds=wait))


@pytest.mark.parametrize("code", [429, 503])
async def test_a_short_wait_is_waited_for(code: int, service: Service, line: Line) -> None:
    service.will(says(code, Retry_After="0.2"), says(200))
    began = within(0)
    assert status(await line.caller.ask(asking(service.base), within(2))) == 200
    assert within(0) - began >= 0.2


@pytest.mark.parametrize("wait", ["soon", "0", timedelta(days=-1)])
async def test_a_wait_that_says_nothing_is_our_own(wait: str | timedelta, service: Service, line: Line) -> None:
    service.will(says(429, Retry_After=in_(wait)))
    assert reason(await line.caller.ask(asking(service.base), within(1))) is Reason.THROTTLED
    assert len(service.asked) == patience.TRIES


@pytest.mark.parametrize(
    ("code", "wait", "time"),
    [(429, "120", 5.0), (503, "3", 5.0), (429, "2", 0.5), (429, timedelta(hours=1), 5.0)],
)
async def test_a_long_wait_is_told_at_once_and_kept_to(
    code: int, wait: str | timedelta, time: float, service: Service, line: Line
) -> None:
    service.will(says(code, Retry_After=in_(wait)), says(200))
    began = within(0)
    assert reason(await line.caller.ask(asking(service.base), within(time))) is Reason.THROTTLED
    held = await line.caller.ask(asking(service.base), within(time))
    assert isinstance(held, Unknown)
    assert held.reason is Reason.THROTTLED
    assert held.retry_at is not None
    assert held.retry_at > datetime.now(UTC) + timedelta(seconds=1)
    assert within(0) - began < 0.2
    assert len(service.asked) == 1
    # Another mailbox has limits of its own (domain: 3.5).
    assert status(await line.caller.ask(asking(service.base, "/v1.0/users/kari"), within(time))) == 200


async def test_after_the_wait_it_may_be_asked_again(service: Service, line: Line) -> None:
    service.will(says(429, Retry_After="0.3"), says(200))
    assert reason(await line.caller.ask(asking(service.base), within(0.2))) is Reason.THROTTLED
    assert reason(await line.caller.ask(asking(service.base), within(1))) is Reason.THROTTLED
    await asyncio.sleep(0.3)
    assert status(await line.caller.ask(asking(service.base), within(1))) == 200


async def test_a_short_wait_that_one_waits_for_holds_for_all_from_the_moment_it_was_told(
    service: Service, line: Line
) -> None:
    """Calls that are counted together: while one sleeps until it may come again, no other goes out."""
    service.will(says(429, Retry_After="1"), says(200))
    first = asyncio.create_task(line.caller.ask(asking(service.base, limit="all"), within(3)))
    async with asyncio.timeout(1):
        while not service.asked:
            await asyncio.sleep(0.005)
    await asyncio.sleep(0.1)
    others = [asking(service.base, f"/v1.0/users/{number}", limit="all") for number in range(5)]
    outcomes = await asyncio.gather(*(line.caller.ask(one, within(3)) for one in others))
    assert {reason(outcome) for outcome in outcomes} == {Reason.THROTTLED}
    assert line.caller.throttled_now(others[0])
    assert len(service.asked) == 1
    assert status(await first) == 200
    assert line.caller.throttled_now(others[0]) is None


async def test_a_repeat_is_held_back_by_what_another_was_told_meanwhile(
    service: Service, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "pauses", lambda: iter((0.4, 0.4)))
    service.will(says(503), says(429, Retry_After="60"), says(200))
    first = asyncio.create_task(line.caller.ask(asking(service.base, limit="all"), within(3)))
    async with asyncio.timeout(1):
        while not service.asked:
            await asyncio.sleep(0.005)
    assert reason(await line.caller.ask(asking(service.base, "/other", limit="all"), within(3))) is Reason.THROTTLED
    assert reason(await first) is Reason.THROTTLED
    assert len(service.asked) == 2


def test_pauses_grow_and_are_never_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert list(pauses(lambda: 0.0)) == [0.0, 0.0]
    assert list(pauses(lambda: 1.0)) == [0.2, 0.4]
    drawn = [tuple(pauses()) for _ in range(200)]
    assert all(0 <= first <= 0.2 and 0 <= second <= 0.4 for first, second in drawn)
    assert len(set(drawn)) == len(drawn)


async def test_no_pause_goes_beyond_the_time_there_is(
    service: Service, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "FIRST_PAUSE", 1_000.0)
    service.will(says(502))
    began = within(0)
    assert status(await line.caller.ask(asking(service.base), within(0.3))) == 502
    assert within(0) - began < 0.3


def test_the_memory_has_an_end() -> None:
    memory = NotBefore(most=3)
    for key in range(5):
        memory.hold(key, 10.0 + key)
    assert [memory.wait(key, 10.0) for key in range(5)] == [0.0, 0.0, 2.0, 3.0, 4.0]
    memory.hold(2, 20.0)
    memory.hold(5, 20.0)
    assert [memory.wait(key, 10.0) for key in (2, 3, 5)] == [10.0, 0.0, 10.0]
    assert memory.wait(2, 20.0) == 0.0
    assert len(memory) == 2


# -- the circuit -------------------------------------------------------------------------------------------------------


def fails(circuit: Circuit, now: float, times: int = 1) -> float:
    return [circuit.end(circuit.begin(), True, now) for _ in range(times)][-1]


def test_a_host_is_left_alone_after_many_failures_in_a_row() -> None:
    circuit = Circuit()
    assert fails(circuit, 0.0, patience.FAILURES - 1) == 0.0
    circuit.end(circuit.begin(), False, 0.0)
    assert fails(circuit, 0.0, patience.FAILURES - 1) == 0.0
    assert circuit.wait(0.0) == 0.0
    assert fails(circuit, 1.0) == 5.0
    assert [circuit.wait(now) for now in (1.0, 5.0, 6.0, 100.0)] == [5.0, 1.0, 0.0, 0.0]


def test_one_probe_at_a_time_and_each_that_fails_doubles_the_rest() -> None:
    circuit, now, rests = Circuit(), 0.0, []
    rest = fails(circuit, now, patience.FAILURES)
    while len(rests) < 6:
        rests.append(rest)
        now += rest
        assert circuit.wait(now) == 0.0
        probe = circuit.begin()
        assert probe
        assert circuit.wait(now) > 0.0  # for everybody else
        rest = circuit.end(probe, True, now)
    assert rests == [5.0, 10.0, 20.0, 40.0, 60.0, 60.0]
    circuit.end(circuit.begin(), False, now)
    assert circuit.wait(now) == 0.0
    assert fails(circuit, now, patience.FAILURES - 1) == 0.0
    assert fails(circuit, now) == 5.0  # from the beginning


def test_calls_that_end_late_neither_prolong_the_rest_nor_are_probes() -> None:
    circuit = Circuit()
    late = [circuit.begin() for _ in range(30)]
    assert [circuit.end(probe, True, 0.0) for probe in late].count(5.0) == 1
    assert circuit.wait(5.0) == 0.0
    probe = circuit.begin()
    assert circuit.end(probe=False, failed=True, now=5.0) == 0.0
    assert circuit.wait(5.0) > 0.0  # the probe is still out
    circuit.end(probe=False, failed=False, now=5.0)  # one that was thought lost comes back with an answer
    assert circuit.end(probe, True, 5.0) == 0.0
    assert circuit.wait(5.0) == 0.0


def test_a_probe_that_tells_nothing_makes_room_for_the_next() -> None:
    circuit = Circuit()
    fails(circuit, 0.0, patience.FAILURES)
    circuit.end(circuit.begin(), None, 5.0)
    assert circuit.wait(5.0) == 0.0
    assert circuit.begin()


async def test_a_host_that_does_not_answer_is_left_alone_and_asked_again(
    service: Service, line: Line, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(patience, "FIRST_REST", 0.2)
    request, other = asking(service.base), asking(f"http://127.0.0.1:{free_port()}")

    async def turn(calls: int) -> list[Answer | Unknown]:
        return await asyncio.gather(*(line.caller.ask(request, within(2)) for _ in range(calls)))

    service.will(says(503))
    await turn(6)  # one bad turn
    assert [status(outcome) for outcome in await turn(1)] == [503]
    await turn(5)
    assert len(service.asked) == 12 * patience.TRIES
    (held,) = await turn(1)
    assert isinstance(held, Unknown)
    assert (held.reason, held.detail) == (Reason.UNAVAILABLE, "circuit open")
    assert held.retry_at is not None
    assert timedelta() < held.retry_at - datetime.now(UTC) <= timedelta(seconds=0.2)
    assert len(service.asked) == 12 * patience.TRIES
    assert [(record.message, record.__dict__["seconds"]) for record in caplog.records] == [("host is left alone", 0.2)]
    assert isinstance(await line.caller.ask(other, within(0.1)), Unknown)  # another host, another circuit
    assert line.tries == 13 * patience.TRIES

    await asyncio.sleep(0.2)
    outcomes = await turn(3)  # one probe, which fails
    assert sorted(isinstance(outcome, Answer) for outcome in outcomes) == [False, False, True]
    assert len(service.asked) == 13 * patience.TRIES

    await asyncio.sleep(0.4)
    task = asyncio.create_task(line.caller.ask(request, within(2)))
    service.will(hang)
    await asyncio.sleep(0.02)
    task.cancel()  # a probe that nobody waits for any more
    service.will(says(404))
    await asyncio.sleep(0)
    assert [status(outcome) for outcome in await turn(1)] == [404]  # any answer will do
    assert [status(outcome) for outcome in await turn(3)] == [404] * 3


FAILING: list[tuple[str, Act, bool]] = [
    ("reset", reset, True),
    ("hang", hang, True),
    ("500", says(500, b"<html>"), True),
    ("500 of Graph", says(500, {"error": {"code": "generalException"}}), True),
    ("504", says(504), True),
    ("throttled", says(503, Retry_After="1000"), False),
    ("too many", says(429), False),
    ("forbidden", says(403), False),
    ("not found", says(404), False),
    ("elsewhere", says(302), False),
]


@pytest.mark.parametrize(("act", "opens"), [case[1:] for case in FAILING], ids=[case[0] for case in FAILING])
async def test_what_counts_as_failure(
    act: Act, opens: bool, service: Service, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "FAIR_TIME", 0.05)
    service.will(act)
    requests = [asking(service.base, f"/{number}") for number in range(patience.FAILURES)]
    seconds = 0.6 if act is hang else 20  # where there is an answer, a busy machine is no reason that it is late
    await asyncio.gather(*(line.caller.ask(request, within(seconds)) for request in requests))
    service.will(says(200))
    outcome = await line.caller.ask(asking(service.base, "/last"), within(20))
    assert isinstance(outcome, Unknown) == opens


async def test_a_host_that_was_given_no_time_is_not_to_blame(service: Service, line: Line) -> None:
    service.will(hang)
    await asyncio.gather(*(line.caller.ask(asking(service.base), within(0.05)) for _ in range(patience.FAILURES + 1)))
    service.will(says(200))
    assert status(await line.caller.ask(asking(service.base), within(1))) == 200


async def test_one_bad_endpoint_does_not_shut_a_host(service: Service, line: Line) -> None:
    async def act(request: web.Request) -> web.StreamResponse:
        return web.Response(status=503 if request.path == "/bad" else 200)

    service.will(act)
    for _ in range(4):
        paths = ("/good", "/bad", "/bad", "/bad", "/bad", "/good")
        outcomes = await asyncio.gather(*(line.caller.ask(asking(service.base, path), within(1)) for path in paths))
        assert [status(outcome) for outcome in outcomes] == [200, 503, 503, 503, 503, 200]


# -- asked once for all ------------------------------------------------------------------------------------------------


async def late(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(0.1)
    return web.Response(body=b"{}")


async def test_what_many_ask_at_once_is_asked_once(service: Service, line: Line) -> None:
    service.will(late)
    request = asking(service.base)
    outcomes = await asyncio.gather(*(line.caller.share(asking(service.base), within(1)) for _ in range(50)))
    assert all(outcome is outcomes[0] for outcome in outcomes)
    assert len(service.asked) == 1
    await line.caller.share(request, within(1))  # nothing is kept
    assert len(service.asked) == 2
    await asyncio.gather(
        line.caller.share(request, within(1)),
        line.caller.share(asking(service.base, "/else"), within(1)),
        line.caller.share(Request(service.base, request.url, headers={"Accept": "x"}), within(1)),
    )
    assert len(service.asked) == 5


async def test_who_leaves_takes_nobody_along(service: Service, line: Line) -> None:
    service.will(late)
    first = asyncio.create_task(line.caller.share(asking(service.base), within(1)))
    await asyncio.sleep(0.02)
    rest = [asyncio.create_task(line.caller.share(asking(service.base), within(1))) for _ in range(2)]
    await asyncio.sleep(0.02)
    first.cancel()
    rest[0].cancel()
    assert status(await rest[1]) == 200
    assert first.cancelled()
    assert rest[0].cancelled()
    assert len(service.asked) == 1


async def test_everybody_waits_as_long_as_they_like(service: Service, line: Line) -> None:
    service.will(hang, late)
    began = within(0)
    hasty = asyncio.create_task(line.caller.share(asking(service.base, method="POST"), within(0.05)))
    await asyncio.sleep(0.01)
    patient = asyncio.create_task(line.caller.share(asking(service.base, method="POST"), within(1)))
    hastier = asyncio.create_task(line.caller.share(asking(service.base, method="POST"), within(0.01)))
    assert reason(await hastier) is Reason.TOO_SLOW
    assert within(0) - began < 0.05
    assert reason(await hasty) is Reason.TOO_SLOW
    assert status(await patient) == 200
    assert len(service.asked) == 2


async def test_who_asks_in_the_moment_in_which_it_ends_asks_anew(line: Line) -> None:
    """An end that nobody has been told of yet: to wait for it takes no time, and so would go on for ever."""
    ended = asyncio.Event()

    async def token(base: str, refresh: bool) -> str:
        if ended.is_set():
            raise SignInRefused("the second")
        ended.set()  # wakes who waits for it before those who wait for the call
        raise TimeoutError

    async def just_then() -> Answer | Unknown:
        await ended.wait()
        return await caller.share(asking("https://x.example"), within(1))

    caller = line.caller.afresh(token)
    second = asyncio.create_task(just_then())
    await asyncio.sleep(0)
    first = asyncio.create_task(caller.share(asking("https://x.example"), within(1)))
    assert [reason(await first), reason(await second)] == [Reason.TOO_SLOW, Reason.UNAUTHORIZED]
    assert not caller._shared


async def test_a_failure_is_shared_too(service: Service, line: Line) -> None:
    service.will(reset)
    outcomes = await asyncio.gather(*(line.caller.share(asking(service.base), within(1)) for _ in range(5)))
    assert {reason(outcome) for outcome in outcomes} == {Reason.UNAVAILABLE}
    assert line.tries == patience.TRIES


# -- what is told ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [401, 403])
async def test_a_missing_permission_is_named_once_and_nobody_else_is(
    code: int, service: Service, line: Line, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    body = {"error": {"code": "Authorization_RequestDenied", "message": "ola@example.no may not, with token-1"}}
    service.will(says(code, body, request_id="11-22"))
    for _ in range(3):
        outcome = await line.caller.ask(asking(service.base), within(1))
    other = Request(service.base, service.base + "/ola", kind="photo", needs=SEE_PHOTO)
    await line.caller.ask(other, within(1))
    told = [record.__dict__ for record in caplog.records if record.levelno == logging.WARNING]
    assert [record["message"] for record in told] == ["permission missing"] * 2
    assert [record["permission"] for record in told] == ["Graph: User.Read.All", "Graph: ProfilePhoto.Read.All"]
    assert told[0]["host"] == service.base.removeprefix("http://")
    assert (told[0]["code"], told[0]["request_id"]) == ("Authorization_RequestDenied", "11-22")
    lines = "\n".join(JsonLines().format(record) for record in caplog.records)
    assert "ola" not in lines
    assert "token-" not in lines

    assert isinstance(outcome, Answer)
    why = unseen(outcome, NOW, asking(service.base))
    assert why is not None
    assert why.permission == "Graph: User.Read.All"
    monkeypatch.setattr(http, "TOLD", 0.0)
    caplog.clear()
    another = Request(service.base, service.base + "/x", needs=SEE_POLICY)
    await line.caller.ask(another, within(1))
    await line.caller.ask(another, within(1))
    assert len([record for record in caplog.records if record.levelno == logging.WARNING]) == 2


async def test_a_refusal_that_a_renewed_token_mends_is_nobody_elses_fault(
    service: Service, line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    service.will(only("token-2"))
    assert status(await line.caller.ask(asking(service.base), within(1))) == 200
    assert caplog.records == []


SHAREPOINT = "-2147024891, System.UnauthorizedAccessException"


@pytest.mark.parametrize(
    ("body", "code", "text"),
    [
        ({"error": {"code": "ErrorItemNotFound", "message": "none"}}, "ErrorItemNotFound", "none"),
        ({"error": {"code": SHAREPOINT, "message": {"lang": "en-US", "value": "no"}}}, SHAREPOINT, "no"),
        ({"odata.error": {"code": SHAREPOINT, "message": {"lang": "en-US", "value": "no"}}}, SHAREPOINT, "no"),
        ({"error": "invalid_client", "error_description": "AADSTS7000215"}, "invalid_client", "AADSTS7000215"),
        ({"error_description": "Invalid JWT token"}, "", "Invalid JWT token"),
        ({"error": {"code": None, "message": None}}, "", ""),
        ({"error": {"code": 5, "message": {"value": []}}}, "", ""),
        ({"error": {}}, "", ""),
        ({"error": [1]}, "", ""),
        ({"error": None, "odata.error": {"code": "x"}}, "x", ""),
        ({"id": "1"}, "", ""),
        ([], "", ""),
        (None, "", ""),
        (b"", "", ""),
        (b"<html>", "", ""),
        (b"\xff\xfe\x00", "", ""),
        (b"\xef\xbb\xbf" + b'{"error": {"code": "y"}}', "y", ""),
        (b"[" * 100_000, "", ""),
        (b'{"error":' * 100_000, "", ""),
    ],
    ids=str,
)
def test_the_services_own_words(body: object, code: str, text: str) -> None:
    answer = Answer(403, body if isinstance(body, bytes) else json.dumps(body).encode(), {})
    assert (answer.error_code, answer.error_text) == (code, text)


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"request-id": "a", "client-request-id": "b"}, "a"),
        ({"sprequestguid": "c", "request-id": "a"}, "c"),
        ({"x-ms-request-id": "d", "x-ms-ests-server": "2.1"}, "d"),
        ({"request-id": ""}, ""),
        ({}, ""),
    ],
)
def test_the_name_of_a_request(headers: dict[str, str], found: str) -> None:
    assert Answer(200, b"", headers).request_id == found


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(200, b"{}", {}), None),
        (Answer(204, b"", {}), None),
        (Answer(400, b"", {}), None),
        (Answer(404, b"", {}), None),
        (Answer(302, b"", {}), Reason.MALFORMED),
        (Answer(409, b"", {}), Reason.MALFORMED),
        (Answer(200, bytes(MOST_BYTES + 1), {}), Reason.MALFORMED),
        (Answer(401, b"", {}), Reason.UNAUTHORIZED),
        (Answer(403, b"", {}), Reason.FORBIDDEN),
        (Answer(429, b"", {}), Reason.THROTTLED),
        (Answer(503, b"", {"retry-after": "5"}), Reason.THROTTLED),
        (Answer(503, b"", {}), Reason.UNAVAILABLE),
        (Answer(500, b"", {"retry-after": "5"}), Reason.UNAVAILABLE),
    ],
)
def test_why_nothing_is_seen(answer: Answer, why: Reason | None) -> None:
    request = asking("https://graph.microsoft.com")
    found = unseen(answer, NOW, request)
    assert (found and found.reason) == why
    refused = why in (Reason.UNAUTHORIZED, Reason.FORBIDDEN)
    assert (found.permission if found else "") == ("Graph: User.Read.All" if refused else "")
