"""The simulated SharePoint: profiles, pictures, the pull on demand, and whom it lets in (domain, sections 2 and 4)."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlsplit

import aiohttp
import pytest
from PIL import Image

from bot.sandbox.people import PEOPLE
from bot.sandbox.portraits import portrait, square
from tests.sandbox.conftest import Asker, properties_for

MANAGER = "/_api/SP.UserProfiles.PeopleManager"


async def test_profile_of_a_person(ask: Asker) -> None:
    answer = await ask.sharepoint(properties_for(PEOPLE["sanne"].claim.upper()))  # letter case does not matter
    body = answer.body
    assert body["AccountName"] == PEOPLE["sanne"].claim
    values = {item["Key"]: item["Value"] for item in body["UserProfileProperties"]}
    my = ask.sandbox.addresses.my
    assert values["PictureURL"].startswith(f"{my}/User%20Photos/Profielafbeeldingen/")
    assert values["PictureURL"].endswith("_MThumb.jpg")
    moment = datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=int(values["SPS-PictureTimestamp"]))
    assert abs(ask.sandbox.world.started_at - timedelta(days=40) - moment) < timedelta(seconds=2)
    assert body["PictureUrl"] == f"{values['PictureURL']}?t={values['SPS-PictureTimestamp']}"
    assert body["PersonalSiteHostUrl"] == f"{my}/"
    assert values["Manager"] == PEOPLE["lotte"].claim


async def test_verbose_wraps(ask: Asker) -> None:
    path = properties_for(PEOPLE["sanne"].claim)
    body = (await ask.sharepoint(path, headers={"Accept": "application/json;odata=verbose"})).body
    assert len(body["d"]["UserProfileProperties"]["results"]) > 30
    path = properties_for("i:0#.f|membership|nobody@fjordpolder.example")
    body = (await ask.sharepoint(path, headers={"Accept": "application/json;odata=verbose"})).body
    assert body == {"d": {"GetPropertiesFor": None}}


async def test_an_apostrophe_is_doubled(ask: Asker) -> None:
    claim = PEOPLE["petra"].claim
    assert "'" in claim
    assert (await ask.sharepoint(properties_for(claim))).body["DisplayName"] == "Petra O'Brien"
    single = f"{MANAGER}/GetPropertiesFor(accountName=@v)?@v='{quote(claim, safe='')}'"
    answer = await ask.sharepoint(single)
    assert answer.status == 400 and "InvalidClientQuery" in answer.body["odata.error"]["code"]


@pytest.mark.parametrize(
    ("spelling", "status", "part"),
    [("empty", 200, '"AccountName": null'), ("null", 200, "odata.null"), ("error", 500, "User Profile Error 1000")],
)
async def test_spellings_of_a_missing_profile(ask: Asker, spelling: str, status: int, part: str) -> None:
    ask.sandbox.world.missing_profile = spelling
    answer = await ask.sharepoint(properties_for(PEOPLE["kari"].claim))
    assert answer.status == status and part in answer.content.decode()


async def test_one_property(ask: Asker) -> None:
    claim = quote(PEOPLE["sanne"].claim, safe="")

    async def value(name: str) -> Any:
        path = f"{MANAGER}/GetUserProfilePropertyFor(accountName=@v,propertyName='{name}')?@v='{claim}'"
        return (await ask.sharepoint(path)).body

    assert await value("SPS-PictureExchangeSyncState") == {"value": "1"}
    assert await value("sps-pictureexchangesyncstate") == {"odata.null": True}


async def test_edit_link_and_no_me(ask: Asker) -> None:
    link = (await ask.sharepoint(f"{MANAGER}/EditProfileLink")).body["value"]
    assert link.startswith(f"{ask.sandbox.addresses.my}/_layouts/15/editprofile.aspx?UserSettingsProvider=")
    assert (await ask.sharepoint(f"{MANAGER}/GetMyProperties")).body["UserProfileProperties"] == []
    assert (await ask.sharepoint(f"{MANAGER}/Fly")).status == 404


async def test_write_one_value(ask: Asker) -> None:
    order = {
        "accountName": PEOPLE["jonas"].claim,
        "propertyName": "SPS-PictureExchangeSyncState",
        "propertyValue": "1",
    }
    path = f"{MANAGER}/SetSingleValueProfileProperty"
    answer = await ask.sharepoint(path, "POST", host="admin", json=order)
    assert answer.status == 200
    assert (await ask.profile("jonas"))["SPS-PictureExchangeSyncState"] == "1"
    assert ask.sandbox.world.visit("jonas")
    ask.sandbox.world.sharepoint_roles.remove("User.ReadWrite.All")
    answer = await ask.sharepoint(path, "POST", host="admin", json=order)
    assert answer.status == 403 and "UnauthorizedAccess" in answer.body["odata.error"]["code"]


@pytest.mark.parametrize("missing", ["User", "Sites.FullControl.All"])
async def test_reading_needs_two_permissions(ask: Asker, missing: str) -> None:
    roles = ask.sandbox.world.sharepoint_roles
    roles -= {role for role in set(roles) if role.startswith(missing)}
    answer = await ask.sharepoint(properties_for(PEOPLE["sanne"].claim))
    assert answer.status == 403
    assert "required permissions to access profile information" in answer.body["odata.error"]["message"]["value"]


@pytest.mark.parametrize(
    ("proof", "resource", "text"),
    [
        ("secret", "root", "Unsupported app only token."),
        ("certificate", "my", "Invalid audience Uri."),
        ("certificate", "graph", "Invalid audience Uri."),
        ("", "", "Access token is missing."),
    ],
)
async def test_tokens_it_does_not_take(ask: Asker, proof: str, resource: str, text: str) -> None:
    headers = {}
    if proof:
        token = await ask.token(getattr(ask.sandbox.addresses, resource), proof)
        headers = {"Authorization": f"Bearer {token}"}
    url = ask.sandbox.addresses.root + properties_for(PEOPLE["sanne"].claim)
    answer = await ask.http("GET", url, headers=headers)
    assert (answer.status, answer.body["error_description"]) == (401, text)
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


async def test_thumbnails(ask: Asker) -> None:
    async def thumbnail(key: str, size: str, host: str = "my") -> Any:
        path = urlsplit((await ask.profile(key))["PictureURL"]).path.replace("_MThumb", f"_{size}Thumb")
        return await ask.sharepoint(path, host=host)

    for size, pixels in (("S", 48), ("M", 72), ("L", 300)):
        picture = await thumbnail("sanne", size)
        assert picture.status == 200
        assert Image.open(io.BytesIO(picture.content)).size == (pixels, pixels)
    assert (await thumbnail("sanne", "L", host="root")).status == 404
    assert (await thumbnail("ingrid", "L")).status == 404  # the last pull failed
    assert (await thumbnail("sanne", "L", host="geo")).status == 404


async def test_placeholder_instead_of_an_error(ask: Asker) -> None:
    nothing = await ask.large_picture("hilde")
    assert nothing == await ask.large_picture("petra")
    assert Image.open(io.BytesIO(nothing)).size == (300, 300)


# -- the pull on demand (domain: 2.1, 2.2) ---------------------------------------------------------------------------


async def test_a_large_picture_starts_a_pull_that_takes_its_time(ask: Asker) -> None:
    world = ask.sandbox.world
    old, new = (square(portrait("sanne", variant), 300) for variant in ("old", "new"))
    before = (await ask.profile("sanne"))["SPS-PictureTimestamp"]
    assert await ask.large_picture("sanne") == old
    world.clock.advance(timedelta(seconds=3))
    assert await ask.large_picture("sanne") == old
    world.clock.advance(timedelta(seconds=1))
    assert await ask.large_picture("sanne") == new
    after = await ask.profile("sanne")
    assert int(after["SPS-PictureTimestamp"]) - int(before) == pytest.approx(40 * 86400 + 4, abs=2)
    assert (after["SPS-PicturePlaceholderState"], after["SPS-PictureExchangeSyncState"]) == ("0", "1")


async def test_once_in_24_hours(ask: Asker) -> None:
    world = ask.sandbox.world
    world.pull_takes = 0
    assert not world.visit("daan")  # nine hours ago
    world.clock.advance(timedelta(hours=14, minutes=59))
    assert not world.visit("daan")
    world.clock.advance(timedelta(minutes=1))
    assert world.visit("daan")
    world.upload("daan", portrait("daan", "old"))
    assert not world.visit("daan")
    world.clock.advance(timedelta(hours=24))
    assert world.visit("daan")
    assert await ask.large_picture("daan") == square(portrait("daan", "old"), 300)


@pytest.mark.parametrize("key", ["jonas", "nils", "hilde", "kari"])
async def test_nothing_to_pull(ask: Asker, key: str) -> None:
    assert not ask.sandbox.world.visit(key)  # state 0, state 0, no photo, no profile


async def test_no_pull_during_an_incident(ask: Asker) -> None:
    ask.sandbox.world.scene = "tom"
    assert not ask.sandbox.world.visit("tom")
    ask.sandbox.world.scene = "sanne"
    assert ask.sandbox.world.visit("tom")


@pytest.mark.parametrize("key", ["ingrid", "emma"])
async def test_a_visit_fills_what_was_empty(ask: Asker, key: str) -> None:
    world = ask.sandbox.world
    page = ask.sandbox.addresses.my + PEOPLE[key].personal_site
    answer = await ask.http("GET", page)
    assert answer.status == 200 and PEOPLE[key].name in answer.content.decode()
    assert "SharePoint has now been asked" in answer.content.decode()
    world.clock.advance(timedelta(seconds=5))
    values = await ask.profile(key)
    assert values["SPS-PicturePlaceholderState"] == "0"
    assert (await ask.sharepoint(urlsplit(values["PictureURL"]).path, host="my")).status == 200


async def test_small_pictures_and_apps_that_do_not_count(ask: Asker) -> None:
    world = ask.sandbox.world
    world.pull_takes = 0
    before = await ask.profile("sanne")
    await ask.sharepoint("/_layouts/15/userphoto.aspx?size=S&accountname=" + PEOPLE["sanne"].mail)
    world.app_requests_trigger_pull = False
    await ask.large_picture("sanne")
    assert await ask.profile("sanne") == before
    assert world.visit("sanne")
    assert await ask.profile("sanne") != before


async def test_a_photo_taken_away_meanwhile_leaves_the_placeholder(ask: Asker) -> None:
    world = ask.sandbox.world
    world.visit("sanne")
    world.remove("sanne")
    world.clock.advance(timedelta(seconds=5))
    assert (await ask.profile("sanne"))["SPS-PicturePlaceholderState"] == "1"


async def test_pages_for_people(ask: Asker) -> None:
    my = ask.sandbox.addresses.my
    home = (await ask.http("GET", f"{my}/")).content.decode()
    assert PEOPLE["sanne"].personal_site in home and "Kari" not in home
    assert (await ask.http("GET", f"{my}/_layouts/15/me.aspx")).status == 200
    claim = quote(PEOPLE["petra"].claim, safe="")
    page = (await ask.http("GET", f"{my}/Person.aspx?accountname={claim}")).content.decode()
    assert "Petra O&#x27;Brien" in page
    assert (await ask.http("GET", f"{my}/personal/nobody/")).status == 404


# -- bad days ----------------------------------------------------------------------------------------------------------


async def test_the_throttled_scene(ask: Asker) -> None:
    ask.sandbox.world.scene = "olga"
    number = PEOPLE["olga"].object_id
    for answer in (
        await ask.sharepoint(properties_for(PEOPLE["olga"].claim)),
        await ask.graph(f"/v1.0/users/{number}/photo/$value"),
    ):
        assert (answer.status, answer.headers["Retry-After"]) == (429, "120")
    for path in (f"/v1.0/users/{number}", "/beta/admin/people/photoUpdateSettings"):
        assert (await ask.graph(path)).status == 200


async def test_the_forbidden_scene(ask: Asker) -> None:
    ask.sandbox.world.scene = "sven"
    assert (await ask.sharepoint(properties_for(PEOPLE["sven"].claim))).status == 403


async def test_faults(ask: Asker) -> None:
    faults = ask.sandbox.world.faults
    path = properties_for(PEOPLE["sanne"].claim)
    fault = faults.add(host="sharepoint", path="PeopleManager", status=503, headers={"Retry-After": "1"}, times=2)
    answers = [await ask.sharepoint(path) for _ in range(3)]
    assert [answer.status for answer in answers] == [503, 503, 200]
    assert answers[0].headers["Retry-After"] == "1" and fault.hits == 2
    faults.add(host="graph", path="/photo$", malformed=True)
    with pytest.raises(ValueError, match="Unterminated"):
        await ask.graph(f"/v1.0/users/{PEOPLE['sanne'].object_id}/photo")
    faults.add(host="graph", path="organization", delay=0.2)
    with pytest.raises(TimeoutError):
        await ask.graph("/v1.0/organization", timeout=aiohttp.ClientTimeout(total=0.1))
    faults.clear()
    faults.add(host="graph", drop=True)
    with pytest.raises(aiohttp.ClientError):
        await ask.graph("/v1.0/organization")
    faults.clear()
    faults.add(host="graph", status=418, body={"odd": True})
    assert (await ask.graph("/v1.0/organization")).body == {"odd": True}
    with pytest.raises(ValueError, match="host must be"):
        faults.add(host="mars")


async def test_writes_down_every_request(ask: Asker) -> None:
    await ask.sharepoint(properties_for(PEOPLE["sanne"].claim), headers={"User-Agent": "NONISV|Fjordpolder|Resync/1.0"})
    last = ask.sandbox.world.requests[-1]
    assert (last.host, last.method, last.status) == ("sharepoint", "GET", 200)
    assert last.path.startswith(MANAGER) and last.user_agent == "NONISV|Fjordpolder|Resync/1.0"


async def test_the_cast_is_consistent(ask: Asker) -> None:
    people = ask.sandbox.world.people
    assert len({person.object_id for person in people.values()}) == len(people)
    for key, person in people.items():
        ask.sandbox.world.scene = key
        assert person.verdict and person.shows and person.row
        assert person.manager is None or person.manager in people
    with pytest.raises(ValueError, match="nobody is called"):
        ask.sandbox.world.scene = "nobody"
    with pytest.raises(ValueError, match="backwards"):
        ask.sandbox.world.clock.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="neither"):
        ask.sandbox.world.upload("sanne", b"GIF89a")
