"""Sites, files and geographies: the copies of a person that live on beside the profile (domain: 1.3, 2.6, 2.7)."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from PIL import Image

from bot.sandbox.people import PEOPLE
from bot.sandbox.portraits import portrait, square
from bot.sandbox.world import Photo
from tests.sandbox.conftest import Answer, Asker, properties_for

VERBOSE = {"Accept": "application/json;odata=verbose"}


async def entry(ask: Asker, site: str, key: str, query: str = "", **kwargs: Any) -> Answer:
    name = quote(f"Name eq '{PEOPLE[key].claim.replace(chr(39), chr(39) * 2)}'", safe="")
    return await ask.sharepoint(f"{site}/_api/web/SiteUserInfoList/items?$filter={name}{query}", **kwargs)


# -- user information lists ------------------------------------------------------------------------------------------


async def test_a_site_keeps_its_old_copy(ask: Asker) -> None:
    (old,) = (await entry(ask, "/sites/polder", "maud")).body["value"]
    (new,) = (await entry(ask, "", "maud")).body["value"]
    assert (old["Title"], old["JobTitle"], old["WorkPhone"]) == ("Maud Prins", "Trainee", None)
    assert (new["Title"], new["JobTitle"]) == ("Maud Kramer", "Landscape Architect")
    assert new["EMail"] == old["EMail"] == PEOPLE["maud"].mail
    assert int(new["SPSPictureTimestamp"]) - int(old["SPSPictureTimestamp"]) == pytest.approx(793 * 86400, abs=2)
    assert new["SPSPicturePlaceholderState"] == 0
    pictures = []
    for item in (old, new):
        assert set(item["Picture"]) == {"Description", "Url"}
        pictures.append((await ask.sharepoint(urlsplit(item["Picture"]["Url"]).path, host="my")).content)
    assert pictures == [square(portrait("maud", variant), 72) for variant in ("old", "new")]


async def test_who_was_never_there_is_not_in_the_list(ask: Asker) -> None:
    assert (await entry(ask, "/sites/fleet", "maud")).body == {"value": []}
    assert len((await entry(ask, "/Sites/Fleet", "lars")).body["value"]) == 1
    assert len((await entry(ask, "", "petra")).body["value"]) == 1  # an apostrophe


async def test_shapes_of_a_list(ask: Asker) -> None:
    (item,) = (await entry(ask, "/sites/polder", "maud", headers=VERBOSE)).body["d"]["results"]
    assert item["__metadata"]["type"] == "SP.Data.UserInfoItem"
    assert item["Picture"]["__metadata"]["type"] == "SP.FieldUrlValue"
    (item,) = (await entry(ask, "/sites/polder", "sanne", "&$select=Id,Title")).body["value"]
    assert item == {"Id": 6, "Title": "Sanne de Vries"}
    assert len((await ask.sharepoint("/sites/polder/_api/web/SiteUserInfoList/items?$top=2")).body["value"]) == 2
    assert (await entry(ask, "", "emma")).body["value"][0]["Picture"] is None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sites/atlantis/_api/web/SiteUserInfoList/items", 404),
        ("/sites/polder/_api/web/SiteUserInfoList/items?$filter=Shoe%20eq%20'42'", 400),
        ("/sites/polder/_api/web/SiteUserInfoList/items?$select=Shoe", 400),
        ("/sites/polder/_api/web/lists", 404),
    ],
)
async def test_refusals_of_a_list(ask: Asker, path: str, status: int) -> None:
    assert (await ask.sharepoint(path)).status == status


async def test_a_list_needs_a_permission_and_is_of_one_host(ask: Asker) -> None:
    path = "/sites/polder/_api/web/SiteUserInfoList/items"
    assert (await ask.sharepoint(path, host="my")).status == 404
    ask.sandbox.world.sharepoint_roles.remove("Sites.FullControl.All")
    assert (await ask.sharepoint(path)).status == 403
    assert (await ask.http("GET", ask.sandbox.addresses.root + path)).status == 401


# -- files -----------------------------------------------------------------------------------------------------------


async def by_rest(ask: Asker, key: str, size: str) -> Answer:
    path = unquote(urlsplit((await ask.profile(key))["PictureURL"]).path).replace("_MThumb", f"_{size}Thumb")
    return await ask.sharepoint(f"/_api/web/GetFileByServerRelativePath(decodedurl='{quote(path)}')/$value", host="my")


async def by_address(ask: Asker, key: str, size: str) -> Answer:
    path = urlsplit((await ask.profile(key))["PictureURL"]).path.replace("_MThumb", f"_{size}Thumb")
    return await ask.sharepoint(path, host="my")


async def test_files_by_rest_and_by_address(ask: Asker) -> None:
    for size, pixels in (("S", 48), ("M", 72), ("L", 300)):
        rest, plain = await by_rest(ask, "sanne", size), await by_address(ask, "sanne", size)
        assert rest.status == plain.status == 200 and rest.content == plain.content
        assert Image.open(io.BytesIO(rest.content)).size == (pixels, pixels)
    missing = await by_rest(ask, "ingrid", "L")
    assert missing.status == 404 and "FileNotFound" in missing.body["odata.error"]["code"]


async def test_files_by_rest_only(ask: Asker) -> None:
    ask.sandbox.world.plain_files = False
    assert (await by_address(ask, "sanne", "L")).status == 401
    assert (await by_rest(ask, "sanne", "L")).status == 200
    ask.sandbox.world.sharepoint_roles.remove("Sites.FullControl.All")
    ask.sandbox.world.sharepoint_roles.add("Sites.Read.All")
    ask.tokens.clear()
    path = f"/User Photos/Profielafbeeldingen/{PEOPLE['sanne'].object_id}_LThumb.jpg"
    rest = f"/_api/web/GetFileByServerRelativePath(decodedurl='{quote(path)}')/$value"
    assert (await ask.sharepoint(rest, host="my")).status == 200


async def test_each_size_is_a_file_of_its_own(ask: Asker) -> None:
    thumbnails = ask.sandbox.world.state("sanne").thumbnails
    thumbnails["L"] = Photo(portrait("sanne", "new"), "")
    del thumbnails["S"]
    assert (await by_address(ask, "sanne", "L")).content == square(portrait("sanne", "new"), 300)
    assert (await by_address(ask, "sanne", "M")).content == square(portrait("sanne", "old"), 72)
    assert (await by_address(ask, "sanne", "S")).status == (await by_rest(ask, "sanne", "S")).status == 404
    ask.sandbox.world.pull_takes = 0
    assert ask.sandbox.world.visit("sanne")
    ask.sandbox.world.clock.advance(timedelta(seconds=1))
    assert (await by_address(ask, "sanne", "S")).content == square(portrait("sanne", "new"), 48)


# -- profiles --------------------------------------------------------------------------------------------------------


async def test_values_of_a_profile(ask: Asker) -> None:
    values = await ask.profile("george")
    assert (values["CellPhone"], values["SPS-HideFromAddressLists"]) == ("", "False")  # the mobile is not taken over
    assert len(values) > 70
    assert (await ask.profile("lotte"))["WorkPhone"] == "+31 30 555 0102"
    assert (await ask.profile("silje"))["SPS-HideFromAddressLists"] == "True"
    assert (await ask.profile("anna"))["Title"] == "Ecologist"
    assert (await ask.profile("sanne"))["SPS-RecipientTypeDetails"] == "1"


async def test_any_text_may_differ_until_the_next_sync(ask: Asker) -> None:
    world = ask.sandbox.world
    world.state("roos").properties |= {"PreferredName": "Roos Bakker", "CellPhone": "+31 6 5550 0001"}
    assert (await ask.profile("roos"))["PreferredName"] == "Roos Bakker"
    assert world.sync_profile("roos")
    values = await ask.profile("roos")
    assert (values["PreferredName"], values["CellPhone"]) == ("Roos van Dam", "+31 6 5550 0001")
    assert not world.sync_profile("magnus") and not world.sync_profile("koen")
    assert (await ask.profile("magnus"))["Department"] == "Operations"


async def test_a_recreated_account_finds_the_old_ones_profile(ask: Asker) -> None:
    lars = PEOPLE["lars"]
    body = (await ask.sharepoint(properties_for(lars.claim))).body
    values = {item["Key"]: item["Value"] for item in body["UserProfileProperties"]}
    assert values["msOnline-ObjectId"] == lars.profile_object_id != lars.object_id
    assert values["SPS-DistinguishedName"].startswith(f"CN={lars.profile_object_id},")
    assert body["PersonalUrl"].endswith("/personal/lars_holm_fjordpolder_example1/")
    assert (await by_address(ask, "lars", "L")).status == 200
    assert (await ask.graph(f"/v1.0/users/{lars.profile_object_id}")).status == 404


async def test_another_geography_has_the_true_profile(ask: Asker) -> None:
    path, addresses = properties_for(PEOPLE["noor"].claim), ask.sandbox.addresses
    answers = {host: (await ask.sharepoint(path, host=host)).body for host in ("root", "geo")}
    values = {
        host: {item["Key"]: item["Value"] for item in body["UserProfileProperties"]} for host, body in answers.items()
    }
    assert all(body["PersonalSiteHostUrl"] == f"{addresses.geo}/" for body in answers.values())
    assert values["root"]["PictureURL"].startswith(addresses.my)
    assert values["geo"]["PictureURL"].startswith(addresses.geo)
    assert int(values["geo"]["SPS-PictureTimestamp"]) - int(values["root"]["SPS-PictureTimestamp"]) > 400 * 86400
    for host, variant in (("root", "old"), ("geo", "new")):
        url = urlsplit(values[host]["PictureURL"])
        picture = await ask.sharepoint(url.path, host="my" if host == "root" else "geo")
        assert picture.content == square(portrait("noor", variant), 72)
    stub = (await ask.sharepoint(properties_for(PEOPLE["sanne"].claim), host="geo")).body
    assert stub["PersonalSiteHostUrl"] == f"{addresses.my}/" and stub["PictureUrl"] is None


async def test_a_pull_that_never_comes(ask: Asker) -> None:
    world = ask.sandbox.world
    before = await ask.profile("ruben")
    for _ in range(4):
        assert world.visit("ruben")
        world.clock.advance(timedelta(hours=25))
    assert await ask.profile("ruben") == before
    world.state("ruben").pull_broken = False
    assert world.visit("ruben")
    world.clock.advance(timedelta(minutes=1))
    assert await ask.profile("ruben") != before


async def test_answers_carry_their_number(ask: Asker) -> None:
    ask.sandbox.world.scene = "olga"
    for path in (properties_for(PEOPLE["olga"].claim), "/_api/fly", "/"):
        answer = await ask.sharepoint(path)
        assert answer.headers["SPRequestGuid"] == answer.headers["request-id"]
        assert ("Retry-After" in answer.headers) == (answer.status == 429)
