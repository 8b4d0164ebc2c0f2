"""A file on its way into a person's OneDrive: Teams' question, its answer, and where the bytes may go."""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.config import Settings
from bot.ports import ChannelError, NotNow, Offer, Place, Refused, Reply, Turn, Uncertain
from bot.teams import activities, files
from bot.teams.files import upload, upload_allowed
from tests.teams.conftest import House, Microsoft, serving

PLACE = {
    "contentUrl": "https://contoso-my.sharepoint.com/personal/ada/Documents/f.json",
    "name": "f.json",
    "uploadUrl": "https://contoso-my.sharepoint.com/personal/ada/_api/v2.0/drive/items/1/uploadSession?guid='1'&tempauth=x",
    "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C8C",
    "fileType": "json",
}


@dataclass
class OneDrive:
    """A host that takes files, or answers what the script says."""

    url: str = ""
    puts: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    script: deque[int] = field(default_factory=deque)

    async def take(self, request: web.Request) -> web.Response:
        self.puts.append((request.raw_path, dict(request.headers), await request.read()))
        _, last, size = request.headers["Content-Range"].removeprefix("bytes ").replace("/", "-").split("-")
        usual = 201 if int(last) + 1 == int(size) else 202
        status = self.script.popleft() if self.script else usual
        moved = {"Location": "https://evil.example/"} if status == 302 else {}
        return web.json_response({}, status=status, headers=moved)


@pytest.fixture
async def drive(certificate: Path) -> AsyncIterator[OneDrive]:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate)
    here, app = OneDrive(), web.Application()
    app.router.add_put("/{rest:.*}", here.take)
    async with serving(app, tls) as here.url:
        yield here


@pytest.fixture
def own(settings: Settings, drive: OneDrive) -> Settings:
    return replace(settings, sharepoint_my_url=drive.url)


def place(drive: OneDrive, **changes: str) -> Place:
    usual = {"upload": f"{drive.url}/up?a='%2B'&tempauth=s3cret", "page": f"{drive.url}/file", "name": "f.json"}
    return Place(**({"id": "ID", "kind": "json"} | usual | changes))


async def test_a_file_is_put_where_teams_says_without_any_token(
    session: aiohttp.ClientSession, own: Settings, drive: OneDrive
) -> None:
    await upload(session, own, place(drive), b"x" * 1000)
    ((path, headers, content),) = drive.puts
    assert path == "/up?a='%2B'&tempauth=s3cret", "byte for byte: the address carries its own permission"
    assert (headers["Content-Range"], headers["Content-Length"], len(content)) == ("bytes 0-999/1000", "1000", 1000)
    assert "Authorization" not in headers


async def test_a_large_one_goes_in_parts(
    session: aiohttp.ClientSession, own: Settings, drive: OneDrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "CHUNK", 320)
    await upload(session, own, place(drive), bytes(range(250)) * 4)
    ranges = [headers["Content-Range"] for _, headers, _ in drive.puts]
    assert ranges == ["bytes 0-319/1000", "bytes 320-639/1000", "bytes 640-959/1000", "bytes 960-999/1000"]
    assert b"".join(content for *_, content in drive.puts) == bytes(range(250)) * 4


@pytest.mark.parametrize(
    ("status", "kind", "tries"),
    [(401, Refused, 1), (404, Refused, 1), (410, Refused, 1), (507, Refused, 1), (202, Refused, 1), (302, Refused, 1),
     (429, NotNow, 3), (500, NotNow, 3), (503, NotNow, 3)],
)  # fmt: skip
async def test_what_onedrive_does_not_take(
    session: aiohttp.ClientSession, own: Settings, drive: OneDrive, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture, status: int, kind: type[ChannelError], tries: int,
) -> None:  # fmt: skip
    monkeypatch.setattr(files, "PAUSE", 0.01)
    drive.script.extend([status] * tries)
    with pytest.raises(kind):
        await upload(session, own, place(drive), b"x")
    assert len(drive.puts) == tries
    assert "s3cret" not in caplog.text + str([vars(one) for one in caplog.records])


async def test_a_hiccup_is_no_trouble(
    session: aiohttp.ClientSession, own: Settings, drive: OneDrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PAUSE", 0.01)
    drive.script.append(503)
    await upload(session, own, place(drive), b"x")
    assert len(drive.puts) == 2


async def test_a_host_that_is_away(
    session: aiohttp.ClientSession, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PAUSE", 0.01)
    away = replace(own, sharepoint_my_url="https://127.0.0.1:1")
    with pytest.raises(Uncertain):
        await upload(session, away, Place("https://127.0.0.1:1/up", "https://127.0.0.1:1/f", "f", "i", "json"), b"x")


EVIL = [
    "https://evil.example/up",
    "https://contoso-my.sharepoint.com.evil.example/up",
    "https://evil.example/contoso-my.sharepoint.com",
    "https://contoso-my.sharepoint.com@evil.example/up",
    "https://a:b@contoso-my.sharepoint.com/up",
    "https://evil-my.sharepoint.com/up",
    "http://contoso-my.sharepoint.com/up",
    "https://contoso-my.sharepoint.com:444/up",
    "https://contoso-my.sharepoint.com\\@evil.example/up",
    "https://contoso-my.sharepoint.com/up#fragment",
    "https://169.254.169.254/metadata",
    "https://localhost/up",
    "//contoso-my.sharepoint.com/up",
    "ftp://contoso-my.sharepoint.com/up",
    "https://contoso-my.sharepoint.com/ up",
    "https://c\u043entoso-my.sharepoint.com/up",
    "",
]


@pytest.mark.parametrize("address", EVIL)
async def test_s02_no_bytes_leave_for_another_host(
    session: aiohttp.ClientSession, settings: Settings, address: str
) -> None:
    assert not upload_allowed(address, settings)
    fine = PLACE["uploadUrl"]
    for one in (Place(address, fine, "f", "i", "json"), Place(fine, address, "f", "i", "json")):
        with pytest.raises(Refused):
            await upload(session, settings, one, b"x")


def test_hosts_of_the_organization_are_its_own(settings: Settings) -> None:
    with_geo = replace(settings, sharepoint_geo_urls=("https://contosoeur-my.sharepoint.com",))
    for address in (PLACE["uploadUrl"], "https://contoso.sharepoint.com/x", "https://CONTOSO-my.sharepoint.com:443/x",
                    "https://contosoeur-my.sharepoint.com/x"):  # fmt: skip
        assert upload_allowed(address, with_geo), address
    assert not upload_allowed("https://contoso-admin.sharepoint.com/x", with_geo)


# -- the question and its answer ---------------------------------------------------------------------------------------


def invoked(microsoft: Microsoft, **value: Any) -> dict[str, Any]:
    usual = {"type": "fileUpload", "action": "accept", "context": {"offer": "k3y"}, "uploadInfo": PLACE}
    return microsoft.activity(type="invoke", name="fileConsent/invoke", text=None, value=usual | value, replyToId="7")


async def answered_with(house: House, reply: Reply | None) -> None:
    async def answer(turn: Turn) -> Reply | None:
        return reply

    house.answer = answer  # type: ignore[method-assign]


async def test_an_offer_is_teams_own_question(house: House, microsoft: Microsoft) -> None:
    await house.post(microsoft.activity())
    where = house.turns[0].conversation
    await house.teams.channel.send(where, Reply("f.json", offer=Offer("f.json", "All about you", 123, "k3y")))
    (attachment,) = microsoft.said[-1]["attachments"]
    context = {"offer": "k3y"}
    assert attachment == {
        "contentType": "application/vnd.microsoft.teams.card.file.consent",
        "name": "f.json",
        "content": {"description": "All about you", "sizeInBytes": 123} | {
            "acceptContext": context, "declineContext": context,
        },
    }  # fmt: skip
    assert "text" not in microsoft.said[-1]


async def test_an_acceptance_is_answered_with_nothing_and_then_with_the_file(
    house: House, microsoft: Microsoft
) -> None:
    given = Place(PLACE["uploadUrl"], PLACE["contentUrl"], "f.json", PLACE["uniqueId"], "json")
    await answered_with(house, Reply("f.json", summary="Done", file=given))
    assert await house.post(invoked(microsoft)) == (200, {})
    (turn,) = house.turns
    assert (turn.kind, turn.card, dict(turn.data)) == (
        "consented", "7", {"key": "k3y", "accepted": True, "place": given},
    )  # fmt: skip
    (attachment,) = microsoft.said[-1]["attachments"]
    assert attachment == {
        "contentType": "application/vnd.microsoft.teams.card.file.info",
        "contentUrl": PLACE["contentUrl"],
        "name": "f.json",
        "content": {"uniqueId": PLACE["uniqueId"], "fileType": "json"},
    }


async def test_a_refusal_is_understood(house: House, microsoft: Microsoft) -> None:
    assert await house.post(invoked(microsoft, action="decline", uploadInfo=None)) == (200, {})
    assert dict(house.turns[0].data) == {"key": "k3y", "accepted": False, "place": None}


async def test_an_acceptance_that_comes_twice_is_one(house: House, microsoft: Microsoft) -> None:
    activity = invoked(microsoft)
    assert [await house.post(activity) for _ in range(2)] == [(200, {}), (200, {})]
    assert len(house.turns) == 1


async def test_a_slow_file_keeps_nobody_waiting(
    house: House, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.turns.PRESS_PATIENCE", 0.05)
    done = asyncio.Event()

    async def answer(turn: Turn) -> Reply:
        await done.wait()
        return Reply("late")

    house.answer = answer  # type: ignore[method-assign,assignment]
    assert await house.post(invoked(microsoft)) == (200, {})
    assert microsoft.said == []
    done.set()
    while not microsoft.said:
        await asyncio.sleep(0.01)
    assert microsoft.said[-1]["text"] == "late"


async def test_a_turn_that_fails_says_so(house: House, microsoft: Microsoft) -> None:
    async def answer(turn: Turn) -> Reply:
        raise RuntimeError("x")

    house.answer = answer  # type: ignore[method-assign,assignment]
    assert await house.post(invoked(microsoft)) == (200, {})
    assert microsoft.said[-1]["text"] == "Sorry."


STRANGE: list[Callable[[], dict[str, Any]]] = [
    lambda: {"context": None},
    lambda: {"context": ["k3y"]},
    lambda: {"context": {"offer": {"a": 1}}},
    lambda: {"context": {"offer": "x" * 65}},
    lambda: {"context": {"offer": "../../x"}},
    lambda: {"uploadInfo": "https://evil.example"},
    lambda: {"uploadInfo": {"uploadUrl": 7, "contentUrl": ["x"], "name": {}, "uniqueId": None}},
    lambda: {"uploadInfo": {"uploadUrl": "https://x/" + "y" * 9000}},
    lambda: {"action": {"accept": True}},
]


@pytest.mark.parametrize("value", STRANGE)
async def test_what_no_client_sends_is_safe_to_read(
    house: House, microsoft: Microsoft, value: Callable[[], dict[str, Any]]
) -> None:
    assert await house.post(invoked(microsoft, **value())) == (200, {})
    data = house.turns[0].data
    assert len(data["key"]) <= 64 and isinstance(data["accepted"], bool)
    assert data["place"] is None or all(isinstance(text, str) for text in vars(data["place"]).values())


async def test_a_value_that_is_none(house: House, microsoft: Microsoft) -> None:
    activity = microsoft.activity(type="invoke", name="fileConsent/invoke", text=None, value="accept")
    assert await house.post(activity) == (200, {})
    assert dict(house.turns[0].data) == {"key": "", "accepted": False, "place": None}


def test_the_cards_are_those_of_teams() -> None:
    assert activities.CONSENT.endswith("file.consent") and activities.FILE.endswith("file.info")
