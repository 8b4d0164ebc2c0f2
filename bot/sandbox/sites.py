"""The sites of the tenant, and what their user information lists still say of people who did nothing there since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType


@dataclass(frozen=True)
class Copy:
    """An entry that was copied from a profile that long ago, and not since (domain: 2.6)."""

    age: timedelta
    values: Mapping[str, str]  # fields of the list that were different then


@dataclass(frozen=True)
class Site:
    """One site. `members` are the keys of those who were ever there; None: everybody with a profile."""

    title: str
    members: tuple[str, ...] | None = ()
    old: Mapping[str, Copy] = field(default_factory=dict)


SITES: Mapping[str, Site] = MappingProxyType(
    {
        "": Site("Fjordpolder", None),  # the root
        "polder": Site(
            "Polder",
            ("sanne", "lotte", "anna", "maud"),
            {"maud": Copy(timedelta(days=800), {"Title": "Maud Prins", "JobTitle": "Trainee", "WorkPhone": ""})},
        ),
        "fleet": Site("Fleet", ("nils", "lars", "george", "arne")),
    }
)
