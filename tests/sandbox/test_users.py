"""The simulated directory: every field that is worth selecting, the tenant's sync, and the ways to have no photo."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from PIL import Image

from bot.sandbox.people import PEOPLE
from bot.sandbox.person import (
    DOT,
    ENTITY_NOT_FOUND,
    IMAGE_NOT_FOUND,
    ITEM_NOT_FOUND,
    MAILBOX_ELSEWHERE,
    NO_MAILBOX,
    NOT_AUTHENTICATED,
    NOT_DISCOVERED,
    PhotoError,
)
from bot.sandbox.portraits import portrait
from tests.sandbox.conftest import Asker

# domain: 3.3
FIELDS = (
    "id,displayName,userPrincipalName,mail,userType,accountEnabled,createdDateTime,usageLocation,assignedLicenses,"
    "assignedPlans,provisionedPlans,licenseAssignmentStates,onPremisesSyncEnabled,onPremisesLastSyncDateTime,"
    "onPremisesProvisioningErrors,onPremisesDomainName,onPremisesSamAccountName,onPremisesImmutableId,proxyAddresses,"
    "showInAddressList,externalUserState,preferredDataLocation,serviceProvisioningErrors,isResourceAccount,jobTitle,"
    "department,officeLocation,businessPhones,mobilePhone,givenName,surname,preferredLanguage,employeeId,companyName"
)


async def user(ask: Asker, key: str, query: str = f"$select={FIELDS}") -> dict[str, Any]:
    answer = await ask.graph(f"/v1.0/users/{PEOPLE[key].object_id}?{query}")
    assert answer.status == 200, answer.body
    body: dict[str, Any] = answer.body
    return body


def age(ask: Asker, text: str) -> timedelta:
    moment = datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)
    return ask.sandbox.world.clock.now() - moment


async def test_every_field_of_everybody(ask: Asker) -> None:
    for key, person in PEOPLE.items():
        body = await user(ask, key)
        assert set(FIELDS.split(",")) == set(body) - {"@odata.context"}
        mail = [address for address in body["proxyAddresses"] if address.startswith("SMTP:")]
        assert mail == ([f"SMTP:{body['mail']}"] if person.has_mailbox else [])


async def test_what_blocks_an_account(ask: Asker) -> None:
    (conflict,) = (await user(ask, "eline"))["onPremisesProvisioningErrors"]
    assert set(conflict) == {"category", "occurredDateTime", "propertyCausingError", "value"}
    assert (conflict["category"], conflict["propertyCausingError"]) == ("PropertyConflict", "ProxyAddress")
    errors = (await user(ask, "magnus"))["serviceProvisioningErrors"]
    assert {error["serviceInstance"].split("/")[0]: error["isResolved"] for error in errors} == {
        "exchange": True,  # an old one, which is over
        "SharePoint": False,
    }
    assert errors[0]["@odata.type"] == "#microsoft.graph.serviceProvisioningXmlError"
    assert errors[0]["errorDetail"].startswith("<ServiceInstance>")


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("koen", "accountEnabled", False),
        ("silje", "showInAddressList", False),
        ("noor", "preferredDataLocation", "NAM"),
        ("george", "mobilePhone", "+44 7700 900123"),
        ("george", "companyName", "Fjordpolder Shipping"),
        ("george", "employeeId", "40017"),
        ("lotte", "businessPhones", ["+31 30 555 0102"]),
        ("pieter", "externalUserState", "Accepted"),
        ("sanne", "onPremisesLastSyncDateTime", None),
        ("bram", "onPremisesSamAccountName", "bram"),
    ],
)
async def test_what_is_particular_to_somebody(ask: Asker, key: str, field: str, value: Any) -> None:
    assert (await user(ask, key, f"$select={field}"))[field] == value


async def test_new_and_recreated_accounts(ask: Asker) -> None:
    femke, lars = await user(ask, "femke"), await user(ask, "lars")
    assert age(ask, femke["assignedPlans"][0]["assignedDateTime"]) < timedelta(hours=1)
    assert timedelta(days=19) < age(ask, lars["createdDateTime"]) < timedelta(days=21)


# -- $select and $expand ---------------------------------------------------------------------------------------------


async def test_manager_beside_a_selection(ask: Asker) -> None:
    body = await user(ask, "sanne", "$select=id,displayName&$expand=manager($select=id,mail;$levels=1)")
    assert set(body) == {"@odata.context", "id", "displayName", "manager"}
    assert set(body["manager"]) == {"@odata.type", "id", "mail"}
    assert body["manager"]["id"] == PEOPLE["lotte"].object_id
    encoded = "$select=id&$expand=manager" + quote("($select=id,displayName)", safe="")
    assert (await user(ask, "sanne", encoded))["manager"]["displayName"] == "Lotte Smit"
    assert len((await user(ask, "sanne", "$expand=manager"))["manager"]) == 12
    assert "manager" not in await user(ask, "marit", "$select=id&$expand=manager($select=id)")


@pytest.mark.parametrize(
    "query",
    ["$expand=manager($select=id", "$expand=manager)", "$expand=friends", "$expand=manager($select=shoeSize)"],
)
async def test_refuses_what_it_cannot_expand(ask: Asker, query: str) -> None:
    answer = await ask.graph(f"/v1.0/users/{PEOPLE['sanne'].object_id}?$select=id&{query}")
    assert (answer.status, answer.body["error"]["code"]) == (400, "BadRequest")


async def test_what_sharepoint_holds_fails_with_sharepoint(ask: Asker) -> None:
    body = await user(ask, "sanne", "$select=id,mySite,aboutMe,skills")
    assert body["mySite"] == ask.sandbox.addresses.my + PEOPLE["sanne"].personal_site
    assert (body["aboutMe"], body["skills"]) == (None, [])
    assert (await user(ask, "noor", "$select=mySite"))["mySite"].startswith(ask.sandbox.addresses.geo)
    for scene, key, status in (("sanne", "kari", 404), ("olga", "olga", 429), ("sven", "sven", 403)):
        ask.sandbox.world.scene = scene
        path = f"/v1.0/users/{PEOPLE[key].object_id}"
        answer = await ask.graph(f"{path}?$select=id,aboutMe")
        assert answer.status == status
        assert ("Retry-After" in answer.headers) == (status == 429)
        assert (await ask.graph(f"{path}?$select=id")).status == 200


# -- the sync with the organization's own directory -----------------------------------------------------------------


async def test_the_sync_runs_until_it_stops(ask: Asker) -> None:
    async def organization() -> dict[str, Any]:
        select = "id,onPremisesSyncEnabled,onPremisesLastSyncDateTime"
        (tenant,) = (await ask.graph(f"/v1.0/organization?$select={select}")).body["value"]
        assert set(tenant) == set(select.split(","))
        return dict(tenant)

    world = ask.sandbox.world
    world.clock.advance(timedelta(hours=5))
    assert age(ask, (await organization())["onPremisesLastSyncDateTime"]) < timedelta(minutes=30)
    world.scene = "gijs"
    stopped = (await organization())["onPremisesLastSyncDateTime"]
    assert timedelta(hours=14) <= age(ask, stopped) < timedelta(hours=14, minutes=1)
    assert (await ask.graph("/v1.0/organization?$select=shoeSize")).status == 400


async def test_an_account_may_be_synced_long_before_its_organization(ask: Asker) -> None:
    world = ask.sandbox.world
    assert age(ask, (await user(ask, "wouter"))["onPremisesLastSyncDateTime"]) > timedelta(days=499)
    world.scene = "gijs"
    assert world.synced_at and world.person_synced_at(PEOPLE["gijs"]) <= world.synced_at
    world.people = {}
    assert world.synced_at is None


async def test_who_is_managed_in_the_cloud(ask: Asker) -> None:
    ask.sandbox.world.graph_roles.add("User-OnPremisesSyncBehavior.ReadWrite.All")
    for key, managed in (("bram", False), ("sanne", True)):
        answer = await ask.graph(f"/v1.0/users/{PEOPLE[key].object_id}/onPremisesSyncBehavior")
        assert answer.body["isCloudManaged"] is managed


# -- no photo (domain: 3.1) ------------------------------------------------------------------------------------------

ERRORS = (
    *(IMAGE_NOT_FOUND, ITEM_NOT_FOUND, ENTITY_NOT_FOUND, NO_MAILBOX, MAILBOX_ELSEWHERE, NOT_DISCOVERED),
    NOT_AUTHENTICATED,
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code)
async def test_no_photo_is_told_in_many_ways(ask: Asker, error: PhotoError) -> None:
    ask.sandbox.world.state("hilde").photo_error = error
    ask.sandbox.world.graph_roles.add("ProfilePhoto.ReadWrite.All")
    base = f"/v1.0/users/{PEOPLE['hilde'].object_id}/photo"
    for path in (base, f"{base}/$value", f"{base}s"):
        answer = await ask.graph(path)
        assert (answer.status, answer.body["error"]["code"]) == (error.status, error.code)
    content, kind = portrait("hilde", "new"), {"Content-Type": "image/jpeg"}
    uploaded = await ask.graph(f"{base}/$value", "PUT", data=content, headers=kind)
    assert uploaded.status == (error.status if error.refuses_upload else 200)
    assert (await ask.graph(base)).status == (error.status if error.refuses_upload else 200)


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("femke", "ResourceNotFound"),
        ("harald", "MailboxNotHostedInExchangeOnline"),
        ("hilde", "ImageNotFound"),
        ("petra", "ErrorItemNotFound"),
    ],
)
async def test_who_has_no_photo_for_which_reason(ask: Asker, key: str, code: str) -> None:
    answer = await ask.graph(f"/v1.0/users/{PEOPLE[key].object_id}/photo")
    assert (answer.status, answer.body["error"]["code"]) == (404, code)


async def test_no_photo_as_a_dot(ask: Asker) -> None:
    base = f"/v1.0/users/{PEOPLE['lucy'].object_id}/photo"
    assert PEOPLE["lucy"].photo_error == DOT
    body = (await ask.graph(base)).body
    assert (body["id"], body["width"], body["height"]) == ("1x1", 1, 1)
    assert (body["@odata.mediaContentType"], body["@odata.mediaEtag"]) == ("image/gif", "")
    (entry,) = (await ask.graph(f"{base}s")).body["value"]
    assert entry["id"] == "1x1"
    content = await ask.graph(f"{base}/$value")
    assert content.headers["Content-Type"] == "image/gif"
    assert Image.open(io.BytesIO(content.content)).size == (1, 1)
    ask.sandbox.world.upload("lucy", portrait("lucy", "new"))
    assert (await ask.graph(base)).body["id"] == "648x648"


async def test_a_small_photo_says_how_small_it_is(ask: Asker) -> None:
    base = f"/v1.0/users/{PEOPLE['wouter'].object_id}/photo"
    body = (await ask.graph(base)).body
    assert (body["id"], body["width"], body["height"]) == ("96x96", 96, 96)
    content = (await ask.graph(f"{base}/$value")).content
    assert Image.open(io.BytesIO(content)).size == (96, 96) and len(content) <= 10 * 1024
    assert [entry["id"] for entry in (await ask.graph(f"{base}s")).body["value"]] == ["48x48", "64x64", "96x96"]


async def test_a_photo_without_a_mailbox_is_as_it_was_stored(ask: Asker) -> None:
    body = (await ask.graph(f"/v1.0/users/{PEOPLE['arne'].object_id}/photo")).body
    assert (body["id"], body["width"]) == ("default", 648)


async def test_answers_carry_their_number(ask: Asker) -> None:
    own = {"client-request-id": "6f1c0a3e-0000-4000-8000-000000000001"}
    for path, status in (("/v1.0/organization", 200), ("/v1.0/users/nobody", 404)):
        answer = await ask.graph(path, headers=own)
        assert answer.status == status
        assert answer.headers["client-request-id"] == own["client-request-id"] and answer.headers["request-id"]
        if status == 404:
            inner = answer.body["error"]["innerError"]
            assert inner["request-id"] == answer.headers["request-id"]
            assert inner["client-request-id"] == own["client-request-id"]
    answer = await ask.http("GET", f"{ask.sandbox.addresses.graph}/v1.0/organization")
    assert answer.status == 401 and answer.headers["request-id"]
