"""The cast: people of a fictional tenant, each standing for a row of the decision table (domain, section 5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from bot.sandbox.person import (
    APP_ID,
    APP_OBJECT_ID,
    DOMAIN,
    DOT,
    EXCHANGE_S_STANDARD,
    ITEM_NOT_FOUND,
    MAILBOX_ELSEWHERE,
    NOT_DISCOVERED,
    OFFICE,
    TENANT_ID,
    TENANT_NAME,
    WITHOUT_MAILBOX,
    Conflict,
    Person,
    Plan,
    Rejection,
)

__all__ = ["APP_ID", "APP_OBJECT_ID", "DOMAIN", "PEOPLE", "TENANT_ID", "TENANT_NAME", "Person", "Plan"]


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
            plans=WITHOUT_MAILBOX,
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
            photo_error=ITEM_NOT_FOUND,
        ),
        person(
            *("anna", "Anna de Boer", 28, "cache"),
            "Her new job title is in the directory and not yet in SharePoint; her photo is right everywhere",
            *("Senior Ecologist", "Water Management"),
            profile_values={"Title": "Ecologist", "SPS-JobTitle": "Ecologist"},
            **_pulled("new", days=5),
        ),
        person(
            *("noor", "Noor Hendriks", 26, "cache"),
            "Her SharePoint home is in another geography: the photo there is right; what is left of her here is old",
            *("Sales Engineer", "Sales"),
            office="New York",
            language="en-US",
            geo="NAM",
            left_behind=timedelta(days=420),
            **_pulled("new", days=8),
        ),
        person(
            *("femke", "Femke Postma", 3, "not_due_yet"),
            "New here: her mailbox is twenty minutes old, and Graph cannot find it yet",
            *("Trainee", "Legal"),
            created=timedelta(minutes=25),
            plans=tuple(replace(plan, assigned=timedelta(minutes=20)) for plan in OFFICE),
            source=None,
            photo_error=NOT_DISCOVERED,
        ),
        person(
            *("ruben", "Ruben Dijkstra", 6, "stuck"),
            "SharePoint is asked and never pulls: stuck, or Picture is not editable, which looks the same",
            *("Hydrologist", "Water Management"),
            also=(5, 32),
            pull_broken=True,
            **_pulled("old", days=45),
        ),
        person(
            *("astrid", "Astrid Lunde", 12, "blocked_by_policy"),
            "The policy of her mailbox does not let her change her photo; no API tells that",
            *("Accountant", "Finance", "lotte", "nb-NO", "Bergen"),
            ask="I am not allowed to change my photo",
            **_pulled("new", days=70),
        ),
        person(
            *("gijs", "Gijs van Leeuwen", 13, "stuck"),
            "Synced from on-premises, and the organization's sync stopped nine hours ago",
            *("Dike Inspector", "Water Management"),
            synced=True,
            source="old",
            **_pulled("old", days=30),
        ),
        person(
            *("eline", "Eline Kuiper", 14, "stuck"),
            "Synced from on-premises, but another object has her address, which blocks hers",
            *("Architect", "Projects"),
            synced=True,
            synced_ago=timedelta(days=6),
            conflicts=(Conflict("ProxyAddress", f"SMTP:eline.kuiper@{DOMAIN}"),),
            source="old",
            **_pulled("old", days=50),
        ),
        person(
            *("magnus", "Magnus Eide", 15, "stuck"),
            "SharePoint's back end has rejected his account for a month",
            *("Project Lead", "Projects", "ingrid", "nb-NO", "Bergen"),
            rejections=(
                Rejection("exchange/EURPR05", "The recipient could not be found.", timedelta(days=200), resolved=True),
                Rejection("SharePoint/SPO-EUR-0417", "The user could not be written to the profile store."),
            ),
            profile_values={"Department": "Operations", "SPS-Department": "Operations"},
            **_pulled("old", days=33),
        ),
        person(
            *("harald", "Harald Strand", 16, "blocked_by_policy"),
            "Synced, and his mailbox is still on-premises: Graph and SharePoint cannot see a photo there",
            *("Harbour Master", "Fleet", "ingrid", "nb-NO", "Bergen"),
            synced=True,
            source=None,
            photo_error=MAILBOX_ELSEWHERE,
        ),
        person(
            *("wouter", "Wouter Bosman", 17, "blocked_by_policy"),
            "Synced, and all there is is an old photo of 96 pixels from the on-premises directory",
            *("Welder", "Logistics"),
            synced=True,
            synced_ago=timedelta(days=500),
            source="old",
            edge=96,
            **_pulled("old", days=100),
        ),
        person(
            *("lucy", "Lucy Bennett", 18, "missing_at_source"),
            "Has no photo, since the file that she uploads is refused; Graph answers with a gif of one pixel",
            *("Editor", "Communication"),
            language="en-GB",
            ask="my new photo is refused when I upload it",
            source=None,
            photo_error=DOT,
        ),
        person(
            *("oliver", "Oliver Hughes", 20, "cache"),
            "The same photo everywhere; only his Outlook still has the old one",
            *("Estimator", "Procurement"),
            language="en-GB",
            ask="my photo is old in Outlook",
            **_pulled("new", days=2),
        ),
        person(
            *("thea", "Thea Lie", 22, "cache"),
            "The same photo everywhere; another organization keeps a copy of the old one",
            *("Account Manager", "Sales", "marit", "nb-NO", "Bergen"),
            ask="people at another company still see my old photo",
            **_pulled("new", days=6),
        ),
        person(
            *("maud", "Maud Kramer", 23, "cache"),
            "Her profile is right; the site /sites/polder keeps its old copy of her, since she did nothing there",
            *("Landscape Architect", "Projects"),
            phone="+31 30 555 0123",
            ask="my photo is old on {sharepoint}/sites/polder",
            **_pulled("new", days=7),
        ),
        person(
            *("lars", "Lars Holm", 24, "stuck"),
            "His account was deleted and made anew: SharePoint's profile and OneDrive belong to the old one",
            *("Electrician", "Fleet", "ingrid", "nb-NO", "Bergen"),
            created=timedelta(days=20),
            plans=tuple(replace(plan, assigned=timedelta(days=20)) for plan in OFFICE),
            recreated=True,
            **_pulled("old", days=300),
        ),
        person(
            *("koen", "Koen Peeters", 25, "stuck"),
            "His account is disabled, and SharePoint has no profile of him",
            *("Mechanic", "Logistics"),
            enabled=False,
            profile=False,
        ),
        person(
            *("silje", "Silje Aas", 27, "blocked_by_policy"),
            "Hidden from the address lists, so nobody finds her; her photo is right everywhere",
            *("Auditor", "Board", "marit", "nb-NO", "Bergen"),
            ask="why can nobody find me in the address list?",
            hidden=True,
            **_pulled("new", days=25),
        ),
        person(
            *("roos", "Roos van Dam", 29, "blocked_by_policy"),
            "Changed her title in SharePoint, and it was set back: the directory is its master",
            *("Geologist", "Dredging"),
            ask="I changed my job title in SharePoint and it was changed back",
            **_pulled("new", days=15),
        ),
        person(
            *("george", "George Whitfield", 30, "blocked_by_policy"),
            "His mobile number, company and employee number are in the directory; SharePoint never takes these over",
            *("Captain", "Fleet"),
            language="en-GB",
            mobile="+44 7700 900123",
            company="Fjordpolder Shipping",
            employee_id="40017",
            ask="my mobile number is missing in SharePoint",
            **_pulled("new", days=35),
        ),
        person(
            *("freya", "Freya Knutsen", 36, "cache"),
            "The same photo everywhere; her browser still shows the old one",
            *("Designer", "Communication", "lotte", "nb-NO", "Bergen"),
            ask="my photo is old in my browser",
            **_pulled("new", days=1, hours=6),
        ),
        person(
            *("arne", "Arne Vik", 1, "stuck"),
            "Has no mailbox, but a photo in Entra ID; SharePoint's pull is off, so it shows none",
            *("Deckhand", "Fleet", "ingrid", "nb-NO", "Bergen"),
            plans=WITHOUT_MAILBOX,
            exchange_sync_state="0",
        ),
    )


PEOPLE = MappingProxyType({person.key: person for person in _cast()})
