"""What Microsoft 365 may answer, well or badly, and what is made of it. Over HTTPS, against the simulated tenant."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.facts import Absent, Account, PhotoPolicy, Picture, Profile, Reason, Unknown
from bot.tenant import graph, sharepoint
from bot.tenant.http import Answer
from tests.conftest import Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged("sanne", f"sqlite:///{tmp_path / 'resync.db'}", RESYNC_PATIENCE="2") as stage:
        yield stage


async def facts(stage: Stage):  # type: ignore[no-untyped-def]
    return await stage.bot.tenant.facts_of(stage.sandbox.world.people["sanne"].object_id)


async def test_all_is_read(stage: Stage) -> None:
    seen = await facts(stage)
    assert isinstance(seen.account, Account)
    assert isinstance(seen.source_photo, Picture)
    assert seen.source_photo.mark
    assert isinstance(seen.profile, Profile)
    assert isinstance(seen.sharepoint_photo, Picture)
    assert seen.unknowns == {}


TROUBLE = [
    # host, path, what it answers, what is not seen then and why
    ("graph", "/photo/", {"status": 503}, "source_photo", Reason.UNAVAILABLE),
    ("graph", "/photo/", {"status": 429, "headers": {"Retry-After": "90"}}, "source_photo", Reason.THROTTLED),
    ("graph", "/photo/", {"status": 403, "body": "{}"}, "source_photo", Reason.FORBIDDEN),
    ("graph", "/photo/", {"delay": 5.0}, "source_photo", Reason.TOO_SLOW),
    ("graph", "photoUpdateSettings", {"malformed": True}, "policy", Reason.MALFORMED),
    ("graph", "healthOverviews", {"status": 500}, "incidents", Reason.UNAVAILABLE),
    ("sharepoint", "GetPropertiesFor", {"malformed": True}, "profile", Reason.MALFORMED),
    ("sharepoint", "GetPropertiesFor", {"status": 401, "body": "no"}, "profile", Reason.UNAUTHORIZED),
    ("sharepoint", "LThumb", {"status": 503, "headers": {"Retry-After": "60"}}, "sharepoint_photo", Reason.THROTTLED),
]  # fmt: skip


@pytest.mark.parametrize(("host", "path", "answer", "fact", "reason"), TROUBLE)
async def test_trouble_is_a_fact_with_a_reason_and_the_rest_is_still_seen(
    host: str, path: str, answer: dict[str, object], fact: str, reason: Reason, stage: Stage
) -> None:
    stage.sandbox.world.faults.add(host=host, path=path, **answer)
    seen = await facts(stage)
    assert {name: unknown.reason for name, unknown in seen.unknowns.items()}[fact] == reason
    assert isinstance(seen.account, Account)
    assert (seen.unknowns[fact].retry_at is not None) == (reason is Reason.THROTTLED)


async def test_a_short_wait_is_waited_for(stage: Stage) -> None:
    fault = stage.sandbox.world.faults.add(
        host="graph", path="photoUpdateSettings", status=429, headers={"Retry-After": "1"}, times=1
    )
    assert (await facts(stage)).policy == PhotoPolicy()
    assert fault.hits == 1


async def test_a_profile_that_is_missing_by_way_of_an_error_is_missing(stage: Stage) -> None:
    body = '{"error": {"code": "-1, Microsoft.Office.Server.UserProfiles.UserNotFoundException"}}'
    stage.sandbox.world.faults.add(host="sharepoint", path="GetPropertiesFor", status=500, body=body)
    assert isinstance((await facts(stage)).profile, Absent)


async def test_no_sign_in_is_no_guess(tmp_path: Path) -> None:
    async with staged("sanne", f"sqlite:///{tmp_path / 'r.db'}") as stage:
        stage.sandbox.world.faults.add(host="login", path="oauth2", status=400, body='{"error": "invalid_client"}')
        seen = await facts(stage)
        assert {unknown.reason for unknown in seen.unknowns.values()} == {Reason.UNAUTHORIZED}


async def test_no_token_goes_to_an_address_that_a_person_wrote_into_their_profile() -> None:
    hosts = sharepoint.Hosts(
        "https://c.sharepoint.com", "https://c-my.sharepoint.com", "https://c-admin.sharepoint.com"
    )
    for foreign in (
        "https://evil.example/x_MThumb.jpg",
        "https://c.sharepoint.com@evil.example/x_MThumb.jpg",
        "file:///x",
    ):
        assert sharepoint.thumbnails(hosts, foreign) == (None, None, None)
    base = "https://c-my.sharepoint.com"
    named = sharepoint.thumbnails(hosts, "https://other-my.sharepoint.com:443/User%20Photos/Profilbilder/1_MThumb.jpg")
    assert [request and request.base for request in named] == [base] * 3
    assert [request and request.url for request in named] == [
        f"{base}/User%20Photos/Profilbilder/1_LThumb.jpg",
        f"{base}/_api/web/GetFileByServerRelativePath(decodedurl='/User%20Photos/Profilbilder/1_LThumb.jpg')/$value",
        f"{base}/User%20Photos/Profilbilder/1_MThumb.jpg",
    ]


def answer(status: int, body: object, **headers: str) -> Answer:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(status, content, {"content-type": "application/json", **headers})


@pytest.mark.parametrize(
    "body", [{}, {"source": None, "allowedRoles": None}, {"allowedRoles": []}, b"", {"source": "cloud"}]
)
def test_an_empty_policy_allows(body: object) -> None:
    policy = graph.read_policy(answer(200, body))
    assert isinstance(policy, PhotoPolicy)
    assert policy.source in ("", "cloud")
    assert policy.allowed_roles == ()


@pytest.mark.parametrize(
    ("metadata", "content"),
    [
        (answer(404, {"error": {"code": "ImageNotFound"}}), answer(404, {"error": {"code": "ErrorEntityNotFound"}})),
        (
            answer(404, {"error": {"code": "ErrorItemNotFound"}}),
            answer(400, {"error": {"code": "AuthenticationError"}}),
        ),
        (answer(503, {}), Answer(200, b"GIF89a\x01\x00\x01\x00\x80", {"content-type": "image/gif"})),
        (answer(200, {"id": "648x648"}), Answer(200, b"", {"content-type": "image/jpeg"})),
    ],
)
def test_no_photo_has_many_spellings(metadata: Answer, content: Answer) -> None:
    assert isinstance(graph.read_photo(metadata, content), Absent)


def test_a_page_instead_of_a_picture_is_not_a_picture() -> None:
    page = Answer(200, b"<html>", {"content-type": "text/html; charset=utf-8"})
    assert isinstance(graph.read_photo(page, page), Unknown)
    assert isinstance(sharepoint.read_thumbnail(page), Unknown)


PROPERTIES = [
    {"Key": "SPS-PictureTimestamp", "Value": "63799442436"},
    {"Key": "SPS-PicturePlaceholderState", "Value": None},
]


@pytest.mark.parametrize(
    "body",
    [
        {"AccountName": "x", "UserProfileProperties": PROPERTIES},
        {"d": {"AccountName": "x", "UserProfileProperties": {"results": PROPERTIES}}},
        {"d": {"GetPropertiesFor": {"AccountName": "x", "UserProfileProperties": {"results": PROPERTIES}}}},
    ],
)
def test_a_profile_in_every_dialect(body: object) -> None:
    profile = sharepoint.read_profile(answer(200, body))
    assert isinstance(profile, Profile)
    assert profile.placeholder == ""
    assert str(profile.pulled_at) == "2022-09-22 11:20:36+00:00"


@pytest.mark.parametrize(
    "body",
    [{"AccountName": None, "UserProfileProperties": []}, {"odata.null": True}, {"d": {"GetPropertiesFor": None}}],
)
def test_a_missing_profile(body: object) -> None:
    assert isinstance(sharepoint.read_profile(answer(200, body)), Absent)


@pytest.mark.parametrize("seconds", ["", "nonsense", "-1", "0", "315537897599", "9" * 40])
def test_a_strange_timestamp_is_none(seconds: str) -> None:
    assert sharepoint.moment(seconds) is None
