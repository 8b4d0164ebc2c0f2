"""The simulated $batch: many requests in one, each judged by itself (domain: 3.5)."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image

from bot.sandbox.people import PEOPLE
from bot.sandbox.portraits import portrait
from tests.sandbox.conftest import Answer, Asker

SANNE, HILDE, OLGA = (f"/users/{PEOPLE[key].object_id}" for key in ("sanne", "hilde", "olga"))


def step(id: str, url: str, method: str = "GET", **more: Any) -> dict[str, Any]:
    return {"id": id, "method": method, "url": url, **more}


async def post(ask: Asker, *steps: Any, version: str = "v1.0") -> Answer:
    return await ask.graph(f"/{version}/$batch", "POST", json={"requests": list(steps)})


async def batch(ask: Asker, *steps: Any, version: str = "v1.0") -> dict[str, dict[str, Any]]:
    answer = await post(ask, *steps, version=version)
    assert answer.status == 200, answer.body
    return {one["id"]: one for one in answer.body["responses"]}


async def test_each_is_judged_by_itself(ask: Asker) -> None:
    ask.sandbox.world.graph_roles.discard("Organization.Read.All")
    found = await batch(
        ask,
        step("user", f"{SANNE}?$select=id,displayName&$expand=manager($select=id)"),
        step("none", f"{HILDE}/photo"),
        step("photo", f"{SANNE}/photos/48x48/$value"),
        step("forbidden", f"{SANNE}/onPremisesSyncBehavior"),
        step("lost", "/shoes"),
    )
    assert {id: one["status"] for id, one in found.items()} == {
        "user": 200,
        "none": 404,
        "photo": 200,
        "forbidden": 403,
        "lost": 404,
    }
    assert found["user"]["body"]["displayName"] == "Sanne de Vries" and "manager" in found["user"]["body"]
    assert found["none"]["body"]["error"]["code"] == "ImageNotFound"
    assert found["photo"]["headers"]["Content-Type"] == "image/jpeg"
    assert Image.open(io.BytesIO(base64.b64decode(found["photo"]["body"]))).size == (48, 48)
    assert all(one["headers"]["request-id"] for one in found.values())


async def test_answers_come_in_an_order_of_their_own(ask: Asker) -> None:
    body = (await post(ask, step("1", SANNE), step("2", HILDE))).body
    assert [one["id"] for one in body["responses"]] == ["2", "1"]


async def test_beta_has_its_own(ask: Asker) -> None:
    settings = step("policy", "/admin/people/photoUpdateSettings")
    assert (await batch(ask, settings, version="beta"))["policy"]["status"] == 200
    assert (await batch(ask, settings))["policy"]["status"] == 404


async def test_faults_and_throttling_hit_the_single_ones(ask: Asker) -> None:
    world = ask.sandbox.world
    world.scene = "olga"
    found = await batch(ask, step("user", OLGA), step("photo", f"{OLGA}/photo/$value"))
    assert (found["user"]["status"], found["photo"]["status"]) == (200, 429)
    assert found["photo"]["headers"]["Retry-After"] == "120"
    world.scene = "sanne"
    world.faults.add(host="graph", path="/v1.0/users/.*/photo$", status=503)
    world.faults.add(host="graph", path="organization", malformed=True)
    world.faults.add(host="graph", path="healthOverviews", drop=True)
    health = step("health", "/admin/serviceAnnouncement/healthOverviews")
    found = await batch(ask, step("a", f"{SANNE}/photo"), step("b", "/organization"), step("c", SANNE), health)
    assert [found[id]["status"] for id in ("a", "b", "c", "health")] == [503, 200, 200, 502]
    assert isinstance(found["b"]["body"], str)
    world.faults.clear()
    world.faults.add(host="graph", path=r"/\$batch", status=503)
    assert (await post(ask, step("1", SANNE))).status == 503


async def test_writes_down_the_single_ones(ask: Asker) -> None:
    await batch(ask, step("1", f"{SANNE}?$select=id"))
    paths = [request.path for request in ask.sandbox.world.requests if request.host == "graph"]
    assert paths == ["/v1.0/$batch", f"/v1.0{SANNE}?$select=id"]


async def test_one_waits_for_the_other(ask: Asker) -> None:
    ask.sandbox.world.graph_roles.add("ProfilePhoto.ReadWrite.All")
    picture = base64.b64encode(portrait("hilde", "new")).decode()
    put = step("put", f"{HILDE}/photo/$value", "PUT", body=picture, headers={"Content-Type": "image/jpeg"})
    found = await batch(
        ask,
        step("before", f"{HILDE}/photo"),
        put | {"dependsOn": []},
        step("after", f"{HILDE}/photo", dependsOn=["put"]),
        step("failed", SANNE, dependsOn=["before"]),
        step("too", SANNE, dependsOn=["failed"]),
    )
    statuses = {id: one["status"] for id, one in found.items()}
    assert statuses == {"before": 404, "put": 200, "after": 200, "failed": 424, "too": 424}
    assert "body" not in found["put"]


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([step(str(number), SANNE) for number in range(21)], "MaximumValueExceeded"),
        ([step("1", SANNE), step("1", HILDE)], "BadRequest"),
        ([step("1", SANNE, dependsOn=["2"]), step("2", HILDE)], "BadRequest"),
        ([{"id": "1"}], "BadRequest"),
        ([], "BadRequest"),
    ],
    ids=["too many", "the same id", "forward", "no address", "none"],
)
async def test_what_is_no_batch(ask: Asker, steps: list[Any], code: str) -> None:
    answer = await post(ask, *steps)
    assert (answer.status, answer.body["error"]["code"]) == (400, code)


async def test_twenty_are_allowed_and_a_token_is_needed(ask: Asker) -> None:
    assert len(await batch(ask, *(step(str(number), SANNE) for number in range(20)))) == 20
    url = f"{ask.sandbox.addresses.graph}/v1.0/$batch"
    assert (await ask.http("POST", url, json={"requests": [step("1", SANNE)]})).status == 401
