"""What desks bring themselves: only what is signed, fresh and well made comes through."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import re
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.helpdesk.inbound import MOST_BYTES, Inbound
from bot.helpdesk.signing import signed
from bot.ports import News, StoreUnavailable

SECRET = "an administrator's long secret ✓ 0123456789"
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
STAMP = str(int(NOW.timestamp()))
GOOD = {
    "id": "c-1",
    "case": 17,
    "what": "reply",
    "text": "Please sign out.\r\nThen in.",
    "by": "Noor",
    "at": "2026-11-24T10:59:00+01:00",
}


def signature(body: bytes, stamp: str = STAMP, secret: str = SECRET) -> str:
    """As an administrator's script makes it, and not with the code under test."""
    return "v1=" + hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


@dataclass
class Door:
    url: str = ""
    took: list[News] = field(default_factory=list)
    known: bool = True
    broken: bool = False

    async def take(self, news: News) -> bool:
        if self.broken:
            raise StoreUnavailable
        if self.known:
            self.took.append(news)
        return self.known

    async def post(self, body: Any, name: str = "zendesk", **headers: str) -> int:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        signed = {"X-Resync-Timestamp": STAMP, "X-Resync-Signature": signature(content)}
        sent = signed | {key.replace("_", "-"): value for key, value in headers.items()}
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self.url}/api/desks/{name}", data=content, headers=sent) as answer,
        ):
            return answer.status


async def opened(secret: str, now: Callable[[], datetime] = lambda: NOW) -> AsyncIterator[Door]:
    door, app = Door(), web.Application()
    app.add_routes(Inbound(secret, {"zendesk", "mail"}, door.take, now).routes())
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    door.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield door
    await runner.cleanup()


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    async for door in opened(SECRET):
        yield door


@pytest.fixture
async def shut() -> AsyncIterator[Door]:
    async for door in opened(""):
        yield door


async def test_what_is_signed_is_taken(door: Door) -> None:
    assert await door.post(GOOD) == 202
    at = datetime(2026, 11, 24, 9, 59, tzinfo=UTC)
    assert door.took == [News("zendesk", "#17", "reply", "c-1", at, "Please sign out.\nThen in.", "Noor")]


async def test_a_repeat_is_handed_on_with_the_id_it_had(door: Door) -> None:
    assert [await door.post(GOOD), await door.post(GOOD)] == [202, 202]
    assert [one.key for one in door.took] == ["c-1", "c-1"]


async def test_a_case_is_a_number_a_reference_or_the_desks_own_id(door: Door) -> None:
    for case in (17, "resync-17-261124101112", "INC0010001", "17"):
        assert await door.post(GOOD | {"case": case}) == 202
    assert [one.filed for one in door.took] == ["#17", "resync-17-261124101112", "INC0010001", "17"]


async def test_what_nobody_knows_is_not_found(door: Door) -> None:
    assert await door.post(GOOD, "jira") == 404
    assert await door.post(GOOD, "channel") == 404
    door.known = False
    assert await door.post(GOOD) == 404


async def test_without_a_secret_there_is_no_door(shut: Door) -> None:
    assert await shut.post(GOOD) == 404
    body = json.dumps(GOOD).encode()
    assert await shut.post(GOOD, X_Resync_Signature=signature(body, secret="")) == 404


async def test_a_database_that_is_away_asks_for_a_repeat(door: Door) -> None:
    door.broken = True
    assert await door.post(GOOD) == 503


_BODY = json.dumps(GOOD).encode()
_RIGHT = signature(_BODY)


@pytest.mark.parametrize(
    "given",
    [
        *("", "v1=", "v1=00", _RIGHT[:-1], _RIGHT + "0", _RIGHT.upper(), _RIGHT[3:], "v2=" + _RIGHT[3:], "é"),
        signature(_BODY, secret="another secret of more than 32 characters"),
        signature(_BODY + b" "),
        signature(_BODY, str(int(STAMP) + 1)),
    ],
)
async def test_what_is_forged_is_not_taken(door: Door, given: str) -> None:
    assert await door.post(_BODY, X_Resync_Signature=given) == 401
    assert not door.took


@pytest.mark.parametrize(("late", "status"), [(-299, 202), (299, 202), (-301, 401), (301, 401), (10**9, 401)])
async def test_what_was_signed_long_ago_is_not_taken(door: Door, late: int, status: int) -> None:
    stamp = str(int(STAMP) + late)
    headers = {"X_Resync_Timestamp": stamp, "X_Resync_Signature": signature(_BODY, stamp)}
    assert await door.post(_BODY, **headers) == status


@pytest.mark.parametrize("stamp", ["", "now", "-1", "1e9", " 1", "9" * 400, STAMP + ".0"])
async def test_a_time_that_is_none_is_not_taken(door: Door, stamp: str) -> None:
    headers = {"X_Resync_Timestamp": stamp, "X_Resync_Signature": signature(_BODY, stamp.strip())}
    assert await door.post(_BODY, **headers) == 401


async def test_what_is_huge_is_not_read(door: Door) -> None:
    assert await door.post(b"x" * (MOST_BYTES + 1)) == 413

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 10_000

    async with aiohttp.ClientSession() as session, session.post(f"{door.url}/api/desks/mail", data=endless()) as answer:
        assert answer.status == 413


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"null", b"[]", b"{", b"\xff\xfe", b"[" * 50_000, b'{"id": NaN}', b'{"id": "a", "id": "b"}', b'"x"'),
        *({}, {"id": "x"}, GOOD | {"more": 1}, GOOD | {"what": "assigned"}, GOOD | {"what": ["reply"]}),
        *(GOOD | {"id": value} for value in ("", 7, None, "x" * 201, "a\nb", ["a"])),
        *(GOOD | {"case": value} for value in ("", 0, -1, 1.5, True, None, 2**40, {"a": 1}, "x" * 201)),
        *(
            GOOD | {"at": value}
            for value in ("", "today", 1732442400, None, "2026-11-24T10:00:00", "2027-01-01T00:00Z")
        ),
        *(GOOD | {"at": "0001-01-01T00:00:00+23:00"}, GOOD | {"text": 7}, GOOD | {"text": " "}, GOOD | {"by": {}}),
    ],
)
async def test_what_is_badly_made_is_said_to_be_so(door: Door, body: Any) -> None:
    assert await door.post(body) == 400
    assert not door.took


async def test_what_no_database_takes_is_taken_out(door: Door) -> None:
    assert await door.post(GOOD | {"text": "a\x00b\ud800c", "by": "N\noor" + "x" * 999}) == 202
    assert door.took[0].text == "abc" and len(door.took[0].name) == 200


def from_the_manual(name: str) -> Any:
    """A function as docs/desks.md gives it to administrators."""
    page = (Path(__file__).parents[2] / "docs/desks.md").read_text("utf-8")
    code = next(part for part in re.findall(r"```python\n(.*?)```", page, re.S) if f"def {name}" in part)
    found: dict[str, Any] = {}
    exec(code, found)
    return found[name]


def test_the_manuals_check_accepts_what_is_sent_and_nothing_else() -> None:
    is_from_resync = from_the_manual("is_from_resync")
    headers = signed(SECRET, int(time.time()), b"{}")
    assert is_from_resync(SECRET, headers, b"{}")
    assert not is_from_resync(SECRET, headers, b"{} ")
    assert not is_from_resync("another", headers, b"{}")
    assert not is_from_resync(SECRET, signed(SECRET, int(time.time()) - 400, b"{}"), b"{}")
    assert not is_from_resync(SECRET, {}, b"{}")


async def test_what_the_manuals_sender_sends_is_taken() -> None:
    tell = from_the_manual("tell_resync")
    async for door in opened(SECRET, lambda: datetime.now(UTC)):
        await asyncio.to_thread(tell, f"{door.url}/api/desks/mail", SECRET, GOOD | {"at": "2026-11-23T10:00:00Z"})
        assert [one.desk for one in door.took] == ["mail"]


async def test_nothing_of_a_body_is_logged(door: Door, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await door.post(GOOD)
    await door.post(GOOD, X_Resync_Signature="v1=00")
    await door.post(GOOD | {"at": "Please"})
    assert "Please" not in caplog.text and SECRET not in caplog.text
