"""The attributes of a profile: what SharePoint takes over from the directory, and whether the two agree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_CLAIM = re.compile(r"^i:0[#e].*\|", re.IGNORECASE)


def _text(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", value).split())


def _caseless(value: str) -> str:
    """Addresses and login names have no case; a login name may come with its claim before it (domain: 2.5)."""
    return _CLAIM.sub("", value.strip()).casefold()


def _digits(value: str) -> str:
    """A telephone number without the signs that people put between its digits; a leading 00 is a plus."""
    digits = re.sub(r"[^\d+]", "", value.replace("(0)", ""))
    return re.sub(r"^00", "+", digits)


def _tag(value: str) -> str:
    """The first language of a list such as `nl-NL,en-US`, whatever its case."""
    return re.split(r"[,;]", value)[0].strip().casefold()


def _yes(value: str) -> str:
    return "true" if value.strip().casefold() in ("true", "1") else "false"


@dataclass(frozen=True)
class Attribute:
    """One attribute: its name in our texts, in Graph, and the properties of SharePoint that take it over."""

    name: str
    graph: str
    properties: tuple[str, ...]
    normalized: Callable[[str], str] = _text
    person_may_fill: bool = False  # an empty one in the directory leaves SharePoint's own value alone


# The mapping is fixed: customers cannot add to it (domain: 2.4, 2.5). WWWHomePage, its thirteenth, is not in Graph.
SYNCED: tuple[Attribute, ...] = (
    Attribute("login", "userPrincipalName", ("SPS-UserPrincipalName", "UserName"), _caseless),
    Attribute("display_name", "displayName", ("PreferredName",)),
    Attribute("first_name", "givenName", ("FirstName",)),
    Attribute("last_name", "surname", ("LastName",)),
    Attribute("job_title", "jobTitle", ("Title", "SPS-JobTitle")),
    Attribute("department", "department", ("Department", "SPS-Department")),
    Attribute("manager", "manager", ("Manager",), _caseless),
    Attribute("office", "officeLocation", ("Office",)),
    Attribute("work_phone", "businessPhones", ("WorkPhone",), _digits),
    Attribute("mail", "mail", ("WorkEmail",), _caseless, person_may_fill=True),
    Attribute("language", "preferredLanguage", ("SPS-MUILanguages",), _tag, person_may_fill=True),
    Attribute("hidden", "showInAddressList", ("SPS-HideFromAddressLists",), _yes),
)
# What people expect to be taken over and is not (domain: 2.5, row 30).
NEVER_SYNCED: tuple[Attribute, ...] = (
    Attribute("mobile", "mobilePhone", ("CellPhone",), _digits),
    Attribute("company", "companyName", ("Company",)),
    Attribute("employee_id", "employeeId", ("EmployeeId",)),
    Attribute("address", "streetAddress", ("StreetAddress",)),
)
NAMES_NEVER_SYNCED = frozenset(attribute.name for attribute in NEVER_SYNCED)


# What a site's user information list copies (domain: 2.6): its field -> the profile property.
SITE_TEXTS = {"Title": "PreferredName", "JobTitle": "Title", "EMail": "WorkEmail", "WorkPhone": "WorkPhone"}


def same_on_site(site: Mapping[str, str], profile: Mapping[str, str]) -> bool:
    """Whether a site's copy of the texts is that of the profile."""
    normalized = {key: one.normalized for one in SYNCED for key in one.properties}
    return all(
        normalized[theirs](site.get(ours, "")) == normalized[theirs](profile.get(theirs, ""))
        for ours, theirs in SITE_TEXTS.items()
    )


@dataclass(frozen=True)
class Comparison:
    """One attribute as the directory and as SharePoint hold it."""

    name: str
    directory: str
    sharepoint: str
    same: bool


def compared(directory: Mapping[str, str], sharepoint: Mapping[str, str]) -> tuple[Comparison, ...]:
    """Attribute by attribute, those which both sides were read for.

    `directory` is keyed by the names above, `sharepoint` by profile property. An attribute with two properties in
    SharePoint is compared with the first that has a value: the second one comes from a term set and may lag behind.
    """
    return _compared(SYNCED, directory, sharepoint)


def never_taken_over(name: str, directory: Mapping[str, str], sharepoint: Mapping[str, str]) -> tuple[Comparison, ...]:
    """One of the attributes that SharePoint never takes over, where both sides were read for it."""
    return _compared([one for one in NEVER_SYNCED if one.name == name], directory, sharepoint)


def _compared(
    wanted: Sequence[Attribute], directory: Mapping[str, str], sharepoint: Mapping[str, str]
) -> tuple[Comparison, ...]:
    found = []
    for attribute in wanted:
        values = [sharepoint[key] for key in attribute.properties if key in sharepoint]
        if attribute.name not in directory or not values:
            continue
        here, there = directory[attribute.name], next((value for value in values if value), "")
        left_alone = attribute.person_may_fill and not here
        same = left_alone or attribute.normalized(here) == attribute.normalized(there)
        found.append(Comparison(attribute.name, here, there, same))
    return tuple(found)
