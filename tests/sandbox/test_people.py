"""The cast: somebody for every row of the decision table (domain, section 5)."""

from __future__ import annotations

import pytest

from bot.sandbox.people import PEOPLE
from bot.sandbox.sites import SITES
from bot.sandbox.world import World

FIRST = (
    *("sanne", "hilde", "nils", "daan", "ingrid", "emma", "jonas", "bram", "marit", "lotte", "pieter", "kari", "tom"),
    *("olga", "sven", "petra", "anna", "noor"),
)


def test_every_row_has_somebody() -> None:
    assert {row for person in PEOPLE.values() for row in (person.row, *person.also)} == set(range(1, 37))


def test_everybody_is_one_of_a_kind() -> None:
    assert tuple(PEOPLE)[: len(FIRST)] == FIRST
    for names in ("object_id", "user_principal_name", "file_name", "name"):
        assert len({getattr(person, names) for person in PEOPLE.values()}) == len(PEOPLE)
    assert all(key == person.given_name.lower() for key, person in PEOPLE.items())
    assert all(key in PEOPLE for site in SITES.values() for key in (*(site.members or ()), *site.old))


@pytest.mark.parametrize("key", PEOPLE)
def test_each_scene_stands_by_itself(key: str) -> None:
    person, world = PEOPLE[key], World(key)
    assert world.scene == key and person.shows and person.verdict
    assert "{sharepoint}" in person.ask or "://" not in person.ask
    assert (world.state(key).photo is None) == (person.source is None)
