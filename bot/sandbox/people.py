"""The cast: people of a fictional tenant, each standing for one row of the decision table (domain, section 5)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

TENANT_ID = "6f0e3c52-8d4b-4f5e-9a41-3b7c2d9e1a60"
TENANT_NAME = "Fjordpolder"
DOMAIN = "fjordpolder.example"
APP_ID = "2b9d51c7-4e0a-4c8e-8f36-d1a7e5b0c943"
APP_OBJECT_ID = "b7c4f8e2-13d6-4a59-9c0e-5f2a8d6b7e11"  # the service principal: `oid` and `sub` of app-only tokens
_NAMES = uuid.UUID("0d5c7b1e-6a2f-4c3d-9e8b-1f4a5d6c7e80")


@dataclass(frozen=True)
class Plan:
    """A service plan that a licence brought, and how long ago it was assigned."""

    id: str
    service: str
    assigned: timedelta = timedelta(days=400)
    status: str = "Enabled"


# Ids from Microsoft's public table of product names and service plans (domain: 3.3).
EXCHANGE_S_ENTERPRISE = Plan("efb87545-963c-4e0d-99df-69c6916d9eb0", "exchange")
EXCHANGE_S_STANDARD = Plan("9aaf7827-d63c-4b61-89c3-182f06f82e5c", "exchange")
EXCHANGE_S_FOUNDATION = Plan("113feb6c-3fe4-4440-bddc-54d774bf0318", "exchange")  # not a mailbox, despite its service
SHAREPOINTENTERPRISE = Plan("5dbe027f-2339-4123-9542-606e4d348a72", "SharePoint")
SHAREPOINTSTANDARD = Plan("c7699d2e-19aa-44de-8edf-1736da088ca1", "SharePoint")
TEAMS1 = Plan("57ff2da0-773e-42df-b2af-ffb7a2317929", "TeamspaceAPI")
OFFICE = (EXCHANGE_S_ENTERPRISE, SHAREPOINTENTERPRISE, TEAMS1)
MAILBOX_PLANS = frozenset({EXCHANGE_S_ENTERPRISE.id, EXCHANGE_S_STANDARD.id})


@dataclass(frozen=True)
class Person:
    """One of the cast. Times are ages at the moment the world starts; `verdict` is what a right diagnosis says."""

    key: str
    name: str
    row: int
    verdict: str
    shows: str
    job_title: str
    department: str
    manager: str | None = "lotte"
    language: str = "nl-NL"
    office: str = "Utrecht"
    phone: str = ""
    login: str = ""  # the local part of the user principal name, where it does not follow from the name
    mail_address: str = ""
    guest: bool = False
    synced: bool = False  # onPremisesSyncEnabled
    plans: tuple[Plan, ...] = OFFICE
    source: str | None = "new"  # the portrait in Entra/Exchange; None: no photo there
    shown: str | None = None  # the portrait in SharePoint's thumbnails; None: the files are missing
    picture_url: bool = False  # is PictureURL filled
    pulled: timedelta | None = None  # age of SPS-PictureTimestamp; None: empty
    placeholder_state: str = ""
    exchange_sync_state: str = ""
    profile: bool = True  # has SharePoint a profile of them
    profile_title: str = ""  # the title in SharePoint, where it differs from the directory's
    folder: str = "Profile Pictures"  # below `User Photos`: in the language of the My Site host of that day
    geo: str = ""  # preferredDataLocation, where it is not the tenant's own

    @property
    def object_id(self) -> str:
        return str(uuid.uuid5(_NAMES, self.key))

    @property
    def given_name(self) -> str:
        return self.name.split(" ", 1)[0]

    @property
    def surname(self) -> str:
        return self.name.split(" ", 1)[1]

    @property
    def user_principal_name(self) -> str:
        local = self.login or f"{self.given_name}.{self.surname.replace(' ', '')}".lower()
        return f"{local}@{DOMAIN}"

    @property
    def mail(self) -> str:
        return self.mail_address or self.user_principal_name

    @property
    def claim(self) -> str:
        """The login name by which SharePoint knows them."""
        return f"i:0#.f|membership|{self.user_principal_name.lower()}"

    @property
    def personal_site(self) -> str:
        """The path of their OneDrive; SharePoint makes it of the user principal name."""
        letters = (c if c.isalnum() and c.isascii() else "_" for c in self.user_principal_name.lower())
        return f"/personal/{''.join(letters)}/"

    @property
    def has_mailbox(self) -> bool:
        return any(plan.id in MAILBOX_PLANS and plan.status == "Enabled" for plan in self.plans)


def _pulled(shown: str, **age: float) -> dict[str, object]:
    """What a successful pull left behind that long ago."""
    done = {"picture_url": True, "placeholder_state": "0", "exchange_sync_state": "1"}
    return {"shown": shown, "pulled": timedelta(**age), **done}


def _cast() -> tuple[Person, ...]:
    def person(*args: object, **kwargs: object) -> Person:
        return Person(*args, **kwargs)  # type: ignore[arg-type]

    return (
        person(
            *("sanne", "Sanne de Vries", 5, "stuck"),
            "A new photo everywhere but in SharePoint, because nobody has asked SharePoint for 40 days",
            *("Adviser", "Water Management"),
            phone="+31 30 555 0101",
            folder="Profielafbeeldingen",
            **_pulled("old", days=40),
        ),
        person(
            *("hilde", "Hilde Bakken", 2, "missing_at_source"),
            "Never set a photo, although her mailbox has been there for months",
            *("Engineer", "Dredging", "ingrid", "nb-NO", "Bergen"),
            source=None,
        ),
        person(
            *("nils", "Nils Haugen", 1, "missing_at_source"),
            "Has no mailbox, so there is nothing that SharePoint could take a photo from",
            *("Skipper", "Fleet", "ingrid", "nb-NO", "Bergen"),
            source=None,
            plans=(SHAREPOINTSTANDARD, EXCHANGE_S_FOUNDATION),
            exchange_sync_state="0",
        ),
        person(
            *("daan", "Daan Visser", 4, "not_due_yet"),
            "A new photo, but SharePoint looked nine hours ago and looks once a day",
            *("Analyst", "Finance"),
            **_pulled("old", hours=9),
        ),
        person(
            *("ingrid", "Ingrid Solberg", 8, "stuck"),
            "SharePoint's last pull failed: it shows the placeholder, and its thumbnails are gone",
            *("Head of Operations", "Operations", "marit", "nb-NO", "Bergen"),
            picture_url=True,
            pulled=timedelta(days=12),
            placeholder_state="1",
            exchange_sync_state="1",
        ),
        person(
            *("emma", "Emma Clarke", 7, "stuck"),
            "Has a photo, but SharePoint was never asked for it",
            *("Translator", "Communication"),
            language="en-GB",
        ),
        person(
            *("jonas", "Jonas Dahl", 9, "stuck"),
            "Somebody switched the pull off for him (Picture Exchange Sync State 0), though he has a mailbox",
            *("Surveyor", "Dredging", "ingrid", "nb-NO", "Bergen"),
            **_pulled("old", days=60) | {"exchange_sync_state": "0"},
        ),
        person(
            *("bram", "Bram Mulder", 10, "blocked_by_policy"),
            "The organization masters photos on-premises; he cannot change his in the cloud",
            *("Warehouse Lead", "Logistics"),
            synced=True,
            **_pulled("new", days=200),
        ),
        person(
            *("marit", "Marit Nygård", 11, "blocked_by_policy"),
            "Only User Administrators may change photos in her organization",
            *("Managing Director", "Board", None, "nb-NO", "Bergen"),
            login="marit.nygaard",
            **_pulled("new", days=90),
        ),
        person(
            *("lotte", "Lotte Smit", 19, "cache"),
            "The same photo everywhere: what she still sees is a copy in Teams or in her browser",
            *("Team Lead", "Water Management", "marit"),
            phone="+31 30 555 0102",
            **_pulled("new", days=3),
        ),
        person(
            *("pieter", "Pieter Janssen", 21, "blocked_by_policy"),
            "A guest: his photo here is set by an administrator, not at his own employer",
            *("Consultant", "External", "lotte"),
            login="pieter.janssen_waterweg.example#EXT#",
            mail_address="pieter.janssen@waterweg.example",
            guest=True,
            plans=(),
            source=None,
        ),
        person(
            *("kari", "Kari Moen", 25, "stuck"),
            "SharePoint has no profile of her: no licence, and she never opened it",
            *("Trainee", "Fleet", "ingrid", "nn-NO", "Bergen"),
            plans=(EXCHANGE_S_STANDARD,),
            profile=False,
        ),
        person(
            *("tom", "Tom Harris", 31, "incident"),
            "Microsoft itself has an incident with profile photos, and pulls fail",
            *("Buyer", "Procurement"),
            language="en-GB",
            **_pulled("old", days=3),
        ),
        person(
            *("olga", "Olga Berg", 33, "could_not_see"),
            "Graph and SharePoint throttle the bot (429, Retry-After 120)",
            *("Controller", "Finance", "lotte", "nb-NO", "Bergen"),
            **_pulled("old", days=20),
        ),
        person(
            *("sven", "Sven Olsen", 34, "could_not_see"),
            "SharePoint refuses the bot: a permission is missing",
            *("Planner", "Operations", "ingrid", "nb-NO", "Bergen"),
            **_pulled("old", days=20),
        ),
        person(
            *("petra", "Petra O'Brien", 35, "missing_at_source"),
            "No photo, and the bot may not see the organization's photo policy",
            *("Lawyer", "Legal"),
            language="en-IE",
            source=None,
        ),
        person(
            *("anna", "Anna de Boer", 28, "cache"),
            "Her new job title is in the directory and not yet in SharePoint; her photo is right everywhere",
            *("Senior Ecologist", "Water Management"),
            profile_title="Ecologist",
            **_pulled("new", days=5),
        ),
        person(
            *("noor", "Noor Hendriks", 26, "cache"),
            "Her SharePoint home is in another geography; the photo there is the right one",
            *("Sales Engineer", "Sales"),
            office="New York",
            language="en-US",
            geo="NAM",
            **_pulled("new", days=8),
        ),
    )


PEOPLE = MappingProxyType({person.key: person for person in _cast()})
