"""The simulated SharePoint's limit on PeopleManager, which all who ask share."""

from __future__ import annotations

from dataclasses import replace

from bot.sandbox.people import PEOPLE
from bot.sandbox.quota import Quota
from tests.sandbox.conftest import Asker, properties_for


def test_calls_beyond_the_limit_wait_for_the_end_of_the_window() -> None:
    quota = Quota(most=2, seconds=10)
    assert [quota.take(now) for now in (100, 101, 102, 104.5)] == [0, 0, 8, 6]
    assert [quota.take(now) for now in (110, 111, 112)] == [0, 0, 8]


def test_refused_calls_count_too() -> None:
    quota = Quota(most=1, seconds=10)
    assert [bool(quota.take(now)) for now in (0, 1, 2, 3)] == [False, True, True, True]
    assert quota.refused == 3


def test_only_who_could_know_better_is_early() -> None:
    quota = Quota(most=1, seconds=10)
    for now in (0, 1, 1.2, 1.4):
        quota.take(now)
    assert quota.early == 0, "they were on their way when the first of them was refused"
    quota.take(2)
    assert quota.early == 1
    quota.take(10)
    quota.take(10.1)
    assert quota.early == 1, "in the next window nobody knows anything yet"


async def test_only_people_manager_is_limited_and_says_for_how_long(ask: Asker) -> None:
    ask.sandbox.world.people_manager = Quota(most=1, seconds=300)
    profile = properties_for(PEOPLE["sanne"].claim)
    assert (await ask.sharepoint(profile)).status == 200
    answer = await ask.sharepoint(profile)
    assert answer.status == 429
    assert 295 <= int(answer.headers["Retry-After"]) <= 300
    path = "/_api/web/SiteUserInfoList/items"
    assert (await ask.sharepoint(path)).status == 200


async def test_people_can_be_added_and_are_found_by_all_their_names(ask: Asker) -> None:
    more = [replace(PEOPLE["sanne"], key=f"sanne-{n}", login=f"sanne.{n}") for n in range(1000)]
    ask.sandbox.world.add(*more)
    for one in (more[0], more[999]):
        answer = await ask.sharepoint(properties_for(one.claim))
        assert answer.body["AccountName"] == one.claim
        assert ask.sandbox.world.find(one.object_id.upper()) is one
    assert ask.sandbox.world.find("sanne.1000@fjordpolder.example") is None
