"""The simulated Graph: selection, photos, policy, health, roles and errors as in section 3 of the domain sheet."""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import quote

import pytest
from PIL import Image

from bot.sandbox.portraits import portrait
from tests.sandbox.conftest import Asker


def _id(ask: Asker, key: str) -> str:
    return ask.sandbox.world.people[key].object_id


async def test_only_eleven_properties_without_select(ask: Asker) -> None:
    body = (await ask.graph(f"/v1.0/users/{_id(ask, 'sanne')}")).body
    assert len(set(body) - {"@odata.context"}) == 11
    assert body["preferredLanguage"] == "nl-NL"


async def test_selects_what_the_diagnosis_needs(ask: Asker) -> None:
    select = "id,userType,assignedPlans,onPremisesSyncEnabled,preferredDataLocation,serviceProvisioningErrors"
    body = (await ask.graph(f"/v1.0/users/{_id(ask, 'bram')}?$select={select}")).body
    assert body["onPremisesSyncEnabled"] is True
    plans = {plan["servicePlanId"]: plan["capabilityStatus"] for plan in body["assignedPlans"]}
    assert plans["efb87545-963c-4e0d-99df-69c6916d9eb0"] == "Enabled"
    assert "displayName" not in body


async def test_a_user_has_three_names(ask: Asker) -> None:
    upn = ask.sandbox.world.people["pieter"].user_principal_name
    assert "#EXT#" in upn
    body = (await ask.graph(f"/v1.0/users/{quote(upn, safe='')}?$select=id,userType")).body
    assert body["userType"] == "Guest" and body["id"] == _id(ask, "pieter")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/v1.0/users/nobody", 404, "Request_ResourceNotFound"),
        ("/v1.0/users/{sanne}?$select=shoeSize", 400, "BadRequest"),
        ("/v1.0/users/{hilde}/photo", 404, "ImageNotFound"),
        ("/v1.0/users/{hilde}/photo/$value", 404, "ImageNotFound"),
        ("/v1.0/users/{sanne}/photos/47x47/$value", 404, "ErrorItemNotFound"),
        ("/v1.0/admin/people/photoUpdateSettings", 404, "ResourceNotFound"),  # beta only
        ("/v1.0/users/{sanne}/onPremisesSyncBehavior", 403, "Authorization_RequestDenied"),
    ],
)
async def test_errors(ask: Asker, path: str, status: int, code: str) -> None:
    answer = await ask.graph(path.format(sanne=_id(ask, "sanne"), hilde=_id(ask, "hilde")))
    assert (answer.status, answer.body["error"]["code"]) == (status, code)
    assert answer.headers["request-id"]


async def test_photo_in_all_its_sizes(ask: Asker) -> None:
    base = f"/v1.0/users/{_id(ask, 'sanne')}"
    metadata = (await ask.graph(f"{base}/photo")).body
    assert (metadata["id"], metadata["width"]) == ("648x648", 648)
    assert metadata["@odata.mediaEtag"].startswith('"')
    listing = (await ask.graph(f"{base}/photos")).body["value"]
    assert [entry["id"] for entry in listing][:2] == ["48x48", "64x64"] and len(listing) == 9
    small = await ask.graph(f"{base}/photos/120x120/$value")
    assert small.headers["Content-Type"] == "image/jpeg"
    assert Image.open(io.BytesIO(small.content)).size == (120, 120)
    assert Image.open(io.BytesIO((await ask.graph(f"{base}/photo/$value")).content)).size == (648, 648)


async def test_upload_changes_the_marker(ask: Asker) -> None:
    ask.sandbox.world.graph_roles.add("ProfilePhoto.ReadWrite.All")
    base = f"/v1.0/users/{_id(ask, 'hilde')}/photo"
    marks = set()
    for method in ("PUT", "PATCH"):  # the same bytes twice: a change all the same
        answer = await ask.graph(
            f"{base}/$value", method, data=portrait("hilde", "new"), headers={"Content-Type": "image/jpeg"}
        )
        assert (answer.status, answer.content) == (200, b"")
        marks.add((await ask.graph(base)).body["@odata.mediaEtag"])
    assert len(marks) == 2
    assert (await ask.graph(f"{base}/$value", "DELETE")).status == 204
    assert (await ask.graph(base)).status == 404


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [(b"x" * (4 * 2**20 + 1), "image/jpeg", 413), (b"no picture", "image/jpeg", 400), (b"{}", "application/json", 415)],
)
async def test_upload_refuses(ask: Asker, content: bytes, kind: str, status: int) -> None:
    ask.sandbox.world.graph_roles.add("ProfilePhoto.ReadWrite.All")
    path = f"/v1.0/users/{_id(ask, 'sanne')}/photo/$value"
    assert (await ask.graph(path, "PUT", data=content, headers={"Content-Type": kind})).status == status


async def test_upload_needs_a_role_and_a_policy_that_allows_it(ask: Asker) -> None:
    ask.sandbox.world.graph_roles.discard("ProfilePhoto.ReadWrite.All")
    path = f"/v1.0/users/{_id(ask, 'bram')}/photo/$value"
    answer = await ask.graph(path, "PUT", data=portrait("bram", "old"), headers={"Content-Type": "image/jpeg"})
    assert (answer.status, answer.body["error"]["code"]) == (403, "ErrorAccessDenied")
    ask.sandbox.world.graph_roles.add("ProfilePhoto.ReadWrite.All")
    ask.tokens.clear()
    ask.sandbox.world.scene = "bram"
    answer = await ask.graph(path, "PUT", data=portrait("bram", "old"), headers={"Content-Type": "image/jpeg"})
    assert answer.status == 403


@pytest.mark.parametrize(
    ("role", "path"),
    [
        ("User.Read.All", "/v1.0/users/{id}"),
        ("PeopleSettings.Read.All", "/beta/admin/people/photoUpdateSettings"),
        ("ServiceHealth.Read.All", "/v1.0/admin/serviceAnnouncement/healthOverviews"),
    ],
)
async def test_each_answer_has_its_role(ask: Asker, role: str, path: str) -> None:
    at = path.format(id=_id(ask, "sanne"))
    assert (await ask.graph(at)).status == 200
    ask.sandbox.world.graph_roles.remove(role)  # shows at once, with the token that is in hand
    assert (await ask.graph(at)).status == 403


async def test_policy_per_scene(ask: Asker) -> None:
    async def policy() -> Any:
        return await ask.graph("/beta/admin/people/photoUpdateSettings")

    body = (await policy()).body
    assert (body["source"], body["allowedRoles"]) == (None, None)
    ask.sandbox.world.scene = "bram"
    assert (await policy()).body["source"] == "onPremises"
    ask.sandbox.world.scene = "marit"
    assert (await policy()).body["allowedRoles"] == ["fe930be7-5e62-47db-91af-98c3a49a38b1"]
    ask.sandbox.world.scene = "petra"
    answer = await policy()
    assert answer.status == 403 and "missing requirement" in answer.body["error"]["message"]


async def test_health_per_scene(ask: Asker) -> None:
    async def issues() -> list[str]:
        body = (await ask.graph("/v1.0/admin/serviceAnnouncement/healthOverviews?$expand=issues")).body
        return [issue["title"] for service in body["value"] for issue in service["issues"]]

    assert not any("photo" in title for title in await issues())
    ask.sandbox.world.scene = "tom"
    assert any("photo" in title for title in await issues())
    listing = (await ask.graph("/v1.0/admin/serviceAnnouncement/issues")).body["value"]
    assert {"id", "isResolved", "classification", "startDateTime"} <= set(listing[0])
    plain = (await ask.graph("/v1.0/admin/serviceAnnouncement/healthOverviews")).body
    assert all("issues" not in service for service in plain["value"])


async def test_tenant_and_manager(ask: Asker) -> None:
    tenant = (await ask.graph("/v1.0/organization")).body["value"][0]
    assert tenant["onPremisesSyncEnabled"] is True and tenant["displayName"] == "Fjordpolder"
    manager = (await ask.graph(f"/v1.0/users/{_id(ask, 'sanne')}/manager?$select=id")).body
    assert manager["id"] == _id(ask, "lotte")
    assert (await ask.graph(f"/v1.0/users/{_id(ask, 'marit')}/manager")).status == 404


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("", "empty"),
        ("Bearer abc", "not well formed"),
        ("audience", "audience"),
        ("expired", "expired"),
        ("keys", "signature"),
    ],
)
async def test_refuses_tokens(ask: Asker, wrong: str, message: str) -> None:
    graph = ask.sandbox.addresses.graph
    header = wrong
    if wrong == "audience":
        header = f"Bearer {await ask.token(ask.sandbox.addresses.root)}"
    elif wrong == "expired":
        ask.sandbox.login.token_lifetime = -1
        header = f"Bearer {await ask.token(graph)}"
    elif wrong == "keys":
        header = f"Bearer {await ask.token(graph)}"
        ask.sandbox.login.roll_keys()
    headers = {"Authorization": header} if header else {}
    answer = await ask.http("GET", f"{graph}/v1.0/organization", headers=headers)
    assert answer.status == 401
    assert answer.body["error"]["code"] == "InvalidAuthenticationToken"
    assert message in answer.body["error"]["message"]


async def test_takes_the_public_name_as_audience(ask: Asker) -> None:
    token = await ask.token("https://graph.microsoft.com")
    url = f"{ask.sandbox.addresses.graph}/v1.0/organization"
    assert (await ask.http("GET", url, headers={"Authorization": f"Bearer {token}"})).status == 200
