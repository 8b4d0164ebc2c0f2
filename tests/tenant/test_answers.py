"""What Microsoft 365 may answer, well or badly, and what is made of it. Over HTTPS, against the simulated tenant."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.core.facts import (
    MAILBOX_ELSEWHERE,
    MAILBOX_NOT_READY,
    NO_MAILBOX,
    Absent,
    Account,
    PhotoPolicy,
    Picture,
    Profile,
    ProvisioningError,
    Reason,
    Unknown,
)
from bot.tenant import graph, sharepoint
from bot.tenant.http import Answer, unseen
from tests.conftest import Stage, staged


@pytest.fixture
async def stage(sqlite_url: str) -> AsyncIterator[Stage]:
    async with staged("sanne", sqlite_url, RESYNC_PATIENCE="2") as stage:
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


async def test_no_sign_in_is_no_guess(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url) as stage:
        stage.sandbox.world.faults.add(host="login", path="oauth2", status=400, body='{"error": "invalid_client"}')
        seen = await facts(stage)
        assert {unknown.reason for unknown in seen.unknowns.values()} == {Reason.UNAUTHORIZED}


SIGN_IN = [
    # what the sign-in service answers, and what that means
    ({"status": 500}, Reason.UNAVAILABLE),
    ({"status": 502, "body": "<html>"}, Reason.UNAVAILABLE),
    ({"status": 503}, Reason.UNAVAILABLE),
    ({"status": 429, "headers": {"Retry-After": "1"}}, Reason.UNAVAILABLE),
    ({"status": 200, "body": "[]"}, Reason.UNAVAILABLE),
    ({"status": 200, "body": "null"}, Reason.UNAVAILABLE),
    ({"drop": True}, Reason.UNAVAILABLE),
    ({"delay": 9.0}, Reason.TOO_SLOW),
    ({"status": 400, "body": '{"error": {"code": "x"}}'}, Reason.UNAVAILABLE),  # a gateway's: it refuses nothing
    ({"status": 401, "body": '{"error": "invalid_client"}'}, Reason.UNAUTHORIZED),
]


@pytest.mark.parametrize(("answer", "reason"), SIGN_IN)
async def test_trouble_with_the_sign_in_is_told_apart_and_passes(
    answer: dict[str, object], reason: Reason, sqlite_url: str
) -> None:
    # Three tries take more than a second: on a busy machine, two may not do.
    async with staged("sanne", sqlite_url, RESYNC_PATIENCE="4") as stage:
        faults = stage.sandbox.world.faults
        faults.add(host="login", path="oauth2", **answer)
        seen = await facts(stage)
        assert {unknown.reason for unknown in seen.unknowns.values()} == {reason}
        faults.clear()
        if reason is Reason.TOO_SLOW or "headers" in answer:
            await asyncio.sleep(4.1)  # until the slow one has been given up, and what was asked for is over
        assert (await facts(stage)).unknowns == {}


async def test_a_sign_in_that_fails_for_one_host_leaves_the_others_alone(stage: Stage) -> None:
    await stage.bot.tokens.for_microsoft_365(stage.bot.settings.graph_url)
    stage.sandbox.world.faults.add(host="login", path="oauth2", status=503)
    seen = await facts(stage)
    assert isinstance(seen.source_photo, Picture)
    assert seen.unknowns.keys() == {"profile", "sharepoint_photo", "small_photos"}


@pytest.mark.parametrize("roles", ["62e90394", {"a": 1}, 7])
def test_a_policy_of_another_shape_is_unknown(roles: object) -> None:
    assert isinstance(graph.read_policy(answer(200, {"allowedRoles": roles})), Unknown)


@pytest.mark.parametrize(
    "foreign",
    ["https://evil.example/x_MThumb.jpg", "https://c.sharepoint.com@evil.example/x_MThumb.jpg", "file:///x"],
)
def test_no_token_goes_to_an_address_that_a_person_wrote(foreign: str) -> None:
    assert sharepoint.thumbnail(HOSTS, foreign, "L") is None
    assert sharepoint.site_entry(HOSTS, foreign, "a@c.example") is None


def test_a_picture_is_asked_for_at_the_configured_host_in_each_size_and_by_rest() -> None:
    base = "https://c-my.sharepoint.com"
    ways = sharepoint.thumbnail(HOSTS, f"{base}:443/User%20Photos/Profilbilder/1_MThumb.jpg", "L")
    assert ways is not None
    assert [request.base for request in ways] == [base] * 2
    assert [request.url for request in ways] == [
        f"{base}/User%20Photos/Profilbilder/1_LThumb.jpg",
        f"{base}/_api/web/GetFileByServerRelativePath(decodedurl='/User%20Photos/Profilbilder/1_LThumb.jpg')/$value",
    ]


def test_another_tenants_personal_host_is_foreign_unless_ours_goes_by_another_name() -> None:
    theirs = "https://other-my.sharepoint.com/User%20Photos/x/1_MThumb.jpg"
    assert sharepoint.thumbnail(HOSTS, theirs, "L") is None
    behind_a_proxy = sharepoint.Hosts("https://sp.example", "https://my.example", "https://admin.example")
    placed = behind_a_proxy.place(theirs)
    assert placed and placed[0] == "https://my.example"


@pytest.mark.parametrize(
    ("site", "path"),
    [
        ("https://c.sharepoint.com/sites/polder/SitePages/Home.aspx?x=1", "/sites/polder/_api/"),
        ("https://c.sharepoint.com:443/teams/a%20b", "/teams/a%20b/_api/"),
        ("https://c.sharepoint.com/", "/_api/"),
        ("https://c.sharepoint.com/Sites/Polder", "/Sites/Polder/_api/"),
        ("https://c.sharepoint.com/SitePages/Home.aspx", "/_api/"),
    ],
)
def test_a_sites_own_list_is_asked_for_at_the_site(site: str, path: str) -> None:
    request = sharepoint.site_entry(HOSTS, site, "o'brien@c.example")
    assert request is not None
    assert request.url.startswith(f"https://c.sharepoint.com{path}web/SiteUserInfoList/items?")
    assert "o%27%27brien" in request.url


HOSTS = sharepoint.Hosts("https://c.sharepoint.com", "https://c-my.sharepoint.com", "https://c-admin.sharepoint.com")


@pytest.mark.parametrize(
    "site",
    [
        "https://c.sharepoint.com/sites/../_layouts/15/x",
        "https://c.sharepoint.com/personal/x",
        "https://c.sharepoint.com/_api/web",
        "https://c.sharepoint.com/sites",
        "https://[x/a",
        "",
    ],
)
def test_what_is_no_site_is_not_taken_for_one(site: str) -> None:
    assert sharepoint.site_entry(HOSTS, site, "a@c.example") is None


OWN = Account("11-aa", "Ada.Vos@c.example", aliases=frozenset({"ada.vos@c.example", "ada@c.example"}))


@pytest.mark.parametrize("bearer", ["11-aa", "11-AA", "ada_vos_c_example", "Ada_c_example"])
def test_a_picture_that_bears_the_persons_name_is_looked_at(bearer: str) -> None:
    url = f"https://c-my.sharepoint.com:443/User%20Photos/Profilbilder/{bearer}_MThumb.jpg?t=1"
    assert sharepoint.is_own_picture(url, OWN)
    ways = sharepoint.thumbnail(HOSTS, url, "S")
    assert ways and ways[0].url.endswith(f"{bearer}_SThumb.jpg")


@pytest.mark.parametrize(
    "url",
    [
        "https://c-my.sharepoint.com/User%20Photos/Profile%20Pictures/22-bb_MThumb.jpg",
        "https://c.sharepoint.com/sites/HR/Shared%20Documents/passport.jpg",
        "https://c.sharepoint.com/sites/HR/11-aa_MThumb.jpg",
        "https://c.sharepoint.com/_api/web/User%20Photos/x/11-aa_MThumb.jpg/../../secret.jpg",
        "https://c-my.sharepoint.com/User%20Photos/x/11-aa_MThumb.jpg/secret.docx",
        "https://c-my.sharepoint.com/User%20Photos/x/11-aa_MThumb.docx",
        "https://c-my.sharepoint.com",
        "https://[bad/x.jpg",
        "11-aa_MThumb.jpg",
        "",
    ],
)
def test_no_other_file_is_looked_at_whatever_somebody_wrote_into_their_profile(url: str) -> None:
    assert not sharepoint.is_own_picture(url, OWN)


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


def error(status: int, code: str, text: str = "") -> Answer:
    return answer(status, {"error": {"code": code, "message": text}})


JPEG = Answer(200, b"\xff\xd8\xff some picture", {"content-type": "image/jpeg", "etag": '"E"'})
META = answer(200, {"id": "648x648", "width": 648, "height": 648, "@odata.mediaEtag": '"M"'})
DOT = answer(200, {"id": "1x1", "width": 1, "height": 1, "@odata.mediaEtag": ""})
GIF = Answer(200, b"GIF89a\x01\x00\x01\x00\x80", {"content-type": "image/gif"})
INNER = "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown."
SILENT = Unknown(Reason.UNAVAILABLE)


@pytest.mark.parametrize(
    ("metadata", "content", "code"),
    [  # each row of the error table in domain, section 3.1, that means "no photo"
        (error(404, "ErrorItemNotFound"), error(404, "ErrorItemNotFound"), "ErrorItemNotFound"),
        (error(404, "ImageNotFound", INNER), error(404, "ImageNotFound", INNER), "ImageNotFound"),
        (error(404, "ErrorEntityNotFound", INNER), error(404, "ErrorEntityNotFound", INNER), "ErrorEntityNotFound"),
        (error(404, "ErrorNonExistentMailbox"), error(404, "ErrorNonExistentMailbox"), NO_MAILBOX),
        (error(403, "ErrorNonExistentMailbox"), error(403, "ErrorNonExistentMailbox"), NO_MAILBOX),
        (error(404, MAILBOX_ELSEWHERE), error(404, MAILBOX_ELSEWHERE), MAILBOX_ELSEWHERE),
        (error(400, MAILBOX_ELSEWHERE), error(400, MAILBOX_ELSEWHERE), MAILBOX_ELSEWHERE),
        (error(404, "x", "Resource could not be discovered."), error(404, "x", "Resource could not be discovered."),
         MAILBOX_NOT_READY),
        (error(400, "AuthenticationError"), error(400, "AuthenticationError"), "AuthenticationError"),
        (DOT, GIF, ""),
        (DOT, JPEG, ""),
        (SILENT, GIF, ""),
        (SILENT, error(404, "ImageNotFound"), "ImageNotFound"),
        (error(404, "ImageNotFound"), SILENT, "ImageNotFound"),  # one of the two is enough
        (DOT, SILENT, ""),
    ],
)  # fmt: skip
def test_no_photo_has_many_spellings(metadata: Answer, content: Answer, code: str) -> None:
    assert graph.read_photo(metadata, content) == Absent(code)


@pytest.mark.parametrize(
    ("metadata", "content"),
    [
        (META, error(404, "ImageNotFound")),  # told of, but not there
        (META, SILENT),
        (SILENT, SILENT),
        (META, error(400, "BadRequest")),
        (error(400, "BadRequest"), error(400, "BadRequest")),
        (META, Answer(200, b"", {"content-type": "image/jpeg"})),
        (SILENT, Answer(200, b"", {})),
        (META, answer(200, {"error": "x"})),
    ],
)
def test_what_says_neither_photo_nor_none_is_unknown(metadata: Answer, content: Answer) -> None:
    assert isinstance(graph.read_photo(metadata, content), Unknown)


@pytest.mark.parametrize(
    ("metadata", "mark"), [(META, '"M"'), (SILENT, '"E"'), (answer(200, b"{"), '"E"'), (error(404, "x"), '"E"')]
)
def test_a_photo_is_a_photo_whatever_its_description_says(metadata: Answer, mark: str) -> None:
    assert graph.read_photo(metadata, JPEG) == Picture(JPEG.content, mark)


@pytest.mark.parametrize(
    ("status", "headers", "reason"),
    [  # the errors of domain, sections 3.1 and 4.6, that mean that nothing was seen
        (403, {}, Reason.FORBIDDEN),
        (401, {}, Reason.UNAUTHORIZED),
        (429, {"retry-after": "90"}, Reason.THROTTLED),
        (429, {}, Reason.THROTTLED),
        (503, {"retry-after": "90"}, Reason.THROTTLED),
        (503, {}, Reason.UNAVAILABLE),
        (500, {}, Reason.UNAVAILABLE),
        (302, {"location": "/sign-in"}, Reason.MALFORMED),
        (418, {}, Reason.MALFORMED),
    ],
)
def test_an_error_that_tells_nothing(status: int, headers: dict[str, str], reason: Reason) -> None:
    request = sharepoint.profile("https://c.sharepoint.com", "a@c.example")
    told = unseen(Answer(status, b"{}", headers), datetime(2026, 11, 23, tzinfo=UTC), request)
    assert told and told.reason is reason
    assert bool(told.permission) is (status in (401, 403))


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"code": "-2147024891, System.UnauthorizedAccessException", "message": {"value": "Access denied."}}},
        {"odata.error": {"code": "-2147024891, System.UnauthorizedAccessException", "message": {"value": "x"}}},
    ],
)
def test_sharepoints_errors_are_read_in_both_dialects(body: object) -> None:
    assert answer(403, body).error_code == "-2147024891, System.UnauthorizedAccessException"


USER = {
    "id": "1",
    "userPrincipalName": "a_b.example#EXT#@c.example",
    "assignedPlans": [
        {"servicePlanId": "EFB87545-963C-4E0D-99DF-69C6916D9EB0", "capabilityStatus": "Enabled",
         "assignedDateTime": "2025-01-02T03:04:05Z"},
        {"servicePlanId": "113feb6c-3fe4-4440-bddc-54d774bf0318", "capabilityStatus": "Enabled"},
        {"servicePlanId": "5dbe027f-2339-4123-9542-606e4d348a72", "capabilityStatus": "Deleted"},
    ],
    "onPremisesProvisioningErrors": [{"category": "PropertyConflict", "propertyCausingError": "ProxyAddress"}],
    "serviceProvisioningErrors": [
        {"isResolved": True, "serviceInstance": "exchange/eur-1"},
        {"isResolved": False, "serviceInstance": "SharePoint/emea-2"},
    ],
    "proxyAddresses": ["smtp:old@c.example", "SMTP:New@c.example"],
    "mail": "old@c.example",
    "businessPhones": ["+31 30", "other"],
    "manager": {"userPrincipalName": "boss@c.example"},
    "jobTitle": None,
    "showInAddressList": False,
}  # fmt: skip


def test_a_user_with_everything() -> None:
    read = graph.read_user(answer(200, USER), graph.MAILBOX_PLANS, graph.SHAREPOINT_PLANS)
    assert isinstance(read, Account)
    assert (read.guest, read.listed, read.directory_errors, read.service_errors) == (
        *(True, False, (ProvisioningError("ProxyAddress", "PropertyConflict"),)),
        (ProvisioningError("SharePoint/emea-2"),),
    )
    assert str(read.mailbox_since) == "2025-01-02 03:04:05+00:00"
    assert read.sharepoint_since == Absent()
    assert read.texts == {
        "login": "a_b.example#EXT#@c.example", "job_title": "", "mail": "New@c.example", "work_phone": "+31 30",
        "manager": "boss@c.example", "hidden": "True",
    }  # fmt: skip


def test_what_a_user_object_does_not_tell_is_not_compared() -> None:
    read = graph.read_user(answer(200, {"id": "1"}), graph.MAILBOX_PLANS, graph.SHAREPOINT_PLANS)
    assert isinstance(read, Account)
    assert (read.mailbox_since, read.sharepoint_since, read.listed) == (None, None, True)
    assert read.texts.keys() <= {"hidden"}


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
    [
        {"AccountName": None, "UserProfileProperties": []},
        {"AccountName": "", "UserProfileProperties": PROPERTIES},
        {"AccountName": "x", "UserProfileProperties": []},
        {"odata.null": True},
        {"d": {"GetPropertiesFor": None}},
    ],
)
def test_a_missing_profile(body: object) -> None:
    assert isinstance(sharepoint.read_profile(answer(200, body)), Absent)


def test_a_profile_with_odd_items_is_still_read() -> None:
    items = [
        {"Value": "no key"},
        {"Key": "SPS-PictureExchangeSyncState", "Value": 0},
        {"Key": "AboutMe", "Value": None},
    ]
    profile = sharepoint.read_profile(answer(200, {"AccountName": "x", "UserProfileProperties": items}))
    assert isinstance(profile, Profile)
    assert profile.exchange_sync == "0"


def test_the_words_of_an_error_in_a_profile_are_no_error() -> None:
    assert not sharepoint.no_profile(answer(200, {"AboutMe": "I broke it: UserNotFoundException"}))


@pytest.mark.parametrize("seconds", ["", "nonsense", "-1", "0", "315537897599", "9" * 40])
def test_a_strange_timestamp_is_none(seconds: str) -> None:
    assert sharepoint.moment(seconds) is None


async def test_asking_for_a_pull_waits_as_long_as_sharepoint_asks_for(stage: Stage) -> None:
    seen = await facts(stage)
    fault = stage.sandbox.world.faults.add(
        host="sharepoint", path="userphoto", status=429, headers={"Retry-After": "45"}
    )
    for _ in range(3):
        assert not await stage.bot.tenant.ask_for_pull(seen)
        await asyncio.sleep(1.1)  # each request has another address
    assert fault.hits == 1
