"""The user information list of each site: what the site itself keeps of people, and seldom renews (domain: 2.6)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from bot.sandbox.addresses import Addresses
from bot.sandbox.person import Person
from bot.sandbox.profiles import Profiles, seconds
from bot.sandbox.rim import Failure
from bot.sandbox.sites import Site
from bot.sandbox.world import World

_FILTER = re.compile(r"\s*(Name|EMail|Title|UserName)\s+eq\s+'((?:[^']|'')*)'\s*")
_INVALID = "-1, Microsoft.SharePoint.Client.InvalidClientQueryException"
_FIRST_ID = 6  # those before it are SharePoint's own accounts
# Fields of the list and the profile properties that fill them.
_FIELDS = {
    "Name": "AccountName",
    "Title": "PreferredName",
    "EMail": "WorkEmail",
    "JobTitle": "Title",
    "Department": "Department",
    "WorkPhone": "WorkPhone",
    "MobilePhone": "CellPhone",
    "Office": "Office",
    "FirstName": "FirstName",
    "LastName": "LastName",
    "UserName": "UserName",
    "SipAddress": "SPS-SipAddress",
    "Notes": "AboutMe",
    "SPSPictureTimestamp": "SPS-PictureTimestamp",
    "SPSPicturePlaceholderState": "SPS-PicturePlaceholderState",
    "SPSPictureExchangeSyncState": "SPS-PictureExchangeSyncState",
}
_NUMBERS = ("SPSPicturePlaceholderState", "SPSPictureExchangeSyncState")


class UserInformation:
    """Answers `SiteUserInfoList/items` of a site."""

    def __init__(self, world: World, addresses: Addresses, profiles: Profiles) -> None:
        self._world, self._addresses, self._profiles = world, addresses, profiles

    def items(self, site: Site, query: dict[str, str]) -> list[dict[str, Any]]:
        """The entries that $filter leaves, with the fields that $select names; raises 400 for other expressions."""
        wanted = query.get("$filter")
        found = [self._item(number, site, person) for number, person in self._members(site)]
        if wanted is not None:
            match = _FILTER.fullmatch(wanted)
            if match is None:
                raise Failure(400, _INVALID, f'The expression "{wanted}" is not valid.')
            field, value = match[1], match[2].replace("''", "'").casefold()
            found = [item for item in found if str(item[field]).casefold() == value]
        top = query.get("$top", "100")
        return [_chosen(item, query.get("$select", "")) for item in found[: int(top) if top.isdigit() else 100]]

    def _members(self, site: Site) -> list[tuple[int, Person]]:
        people = self._world.people
        keys = [key for key in people if people[key].profile] if site.members is None else site.members
        return [(number, people[key]) for number, key in enumerate(keys, _FIRST_ID)]

    def _item(self, number: int, site: Site, person: Person) -> dict[str, Any]:
        values = self._profiles.values(person)
        copied: dict[str, Any] = {field: values[key] or None for field, key in _FIELDS.items()}
        copied["Picture"] = _link(values["PictureURL"], values["SPS-PictureTimestamp"], person)
        modified = self._world.started_at
        old = site.old.get(person.key)
        if old:
            modified -= old.age
            copied |= {"Picture": self._old_picture(modified, person), "SPSPictureTimestamp": seconds(modified)}
            copied |= {field: value or None for field, value in old.values.items()}
        for field in _NUMBERS:
            copied[field] = int(copied[field]) if copied[field] else None
        own = {"Id": number, "ID": number, "ContentType": "Person", "Deleted": False, "IsSiteAdmin": False}
        return {**own, "Modified": f"{modified:%Y-%m-%dT%H:%M:%SZ}", **copied}

    def _old_picture(self, modified: datetime, person: Person) -> dict[str, str] | None:
        """A file of the days when they were called after the user principal name (domain: 1.3)."""
        url = f"{self._addresses.my}/User%20Photos/Profile%20Pictures/{person.file_name}_MThumb.jpg"
        return _link(url, seconds(modified), person)


def _link(url: str, moment: str, person: Person) -> dict[str, str] | None:
    """A hyperlink field as SharePoint writes it."""
    return {"Description": person.name, "Url": f"{url}?t={moment}"} if url else None


def _chosen(item: dict[str, Any], select: str) -> dict[str, Any]:
    names = [name.strip() for name in select.split(",") if name.strip()]
    for name in names:
        if name not in item:
            raise Failure(400, _INVALID, f"The field or property '{name}' does not exist.")
    return {name: item[name] for name in names} if names else item
