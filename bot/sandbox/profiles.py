"""The profiles of the simulated SharePoint: their properties and the shape around them (domain: 2.2, 2.5, 4.1)."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from bot.sandbox.addresses import Addresses
from bot.sandbox.person import TENANT_ID, Person
from bot.sandbox.world import World

_EPOCH = datetime(1, 1, 1, tzinfo=UTC)  # SPS-PictureTimestamp counts seconds from here (domain: 2.2)
# Properties that are there and have no value for anybody of the cast; the keys are those of live answers (CLIUP).
# Mobile phone, among them, is never taken over from the directory (domain: 2.5).
_EMPTY = (
    *("SPS-PhoneticFirstName", "SPS-PhoneticLastName", "SPS-PhoneticDisplayName", "AboutMe", "QuickLinks", "WebSite"),
    *("PublicSiteRedirect", "SPS-DataSource", "SPS-Dotted-line", "SPS-Peers", "SPS-Responsibility", "SPS-HireDate"),
    *("SPS-MySiteUpgrade", "SPS-ProxyAddresses", "SPS-DisplayOrder", "SPS-LastColleagueAdded", "SPS-OWAUrl"),
    *("SPS-ResourceSID", "SPS-ResourceAccountName", "SPS-MasterAccountName", "Assistant", "CellPhone", "Fax"),
    *("HomePhone", "SPS-Location", "SPS-TimeZone", "SPS-PastProjects", "SPS-Skills", "SPS-School", "SPS-Birthday"),
    *("SPS-StatusNotes", "SPS-Interests", "SPS-HashTags", "SPS-EmailOptin", "SPS-ContentLanguages", "SPS-Locale"),
    *("SPS-FeedIdentifier", "SPS-O15FirstRunExperience", "SPS-SourceObjectDN", "SPS-SavedAccountName"),
    *("SPS-ObjectExists", "SPS-MultiGeoFlags", "IsUnifiedGroup", "IsPublic", "GroupType", "SPO-IsSPO"),
)


class Profiles:
    """The profiles as one host has them. At home is who has their personal site in the geography of that host."""

    def __init__(self, world: World, addresses: Addresses, name: str) -> None:
        self._world, self._addresses, self._name = world, addresses, name

    def is_home(self, person: Person) -> bool:
        """Whether this host belongs to the person's own geography."""
        return (self._name == "geo") == bool(person.geo)

    def values(self, person: Person) -> dict[str, str]:
        """The profile properties by their REST keys; asked elsewhere than at home, the picture's are what was left."""
        values = self._texts(person) | self._picture(person) | self._world.state(person.key).properties
        return values if self.is_home(person) else values | self._left_behind(person)

    def _texts(self, person: Person) -> dict[str, str]:
        manager = self._world.people[person.manager].claim if person.manager else ""
        number = person.profile_object_id
        return dict.fromkeys(_EMPTY, "") | {
            "UserProfile_GUID": str(uuid.uuid5(uuid.NAMESPACE_URL, person.claim)),
            "SID": f"i:0h.f|membership|{number[:8]}@live.com",
            "SPS-SavedSID": "System.Byte[]" if person.synced else "",
            "ADGuid": "System.Byte[]",
            "AccountName": person.claim,
            "FirstName": person.given_name,
            "LastName": person.surname,
            "PreferredName": person.name,
            "UserName": person.user_principal_name,
            "WorkPhone": person.phone,
            "WorkEmail": person.mail,
            "Office": person.office,
            "Title": person.job_title,
            "SPS-JobTitle": person.job_title,
            "Department": person.department,
            "SPS-Department": person.department,
            "Manager": manager,
            "PersonalSpace": person.personal_site,
            "SPS-MUILanguages": person.language,
            "SPS-ClaimID": person.user_principal_name,
            "SPS-ClaimProviderID": "membership",
            "SPS-UserPrincipalName": person.user_principal_name,
            "SPS-SipAddress": person.mail,
            "SPS-DistinguishedName": f"CN={number},OU={TENANT_ID},OU=Tenants,OU=MSOnline,DC=SPODS1,DC=msoprd",
            "msOnline-ObjectId": number,
            "SPS-UserType": "1" if person.guest else "0",
            "SPS-HideFromAddressLists": str(person.guest or person.hidden),
            "SPS-RecipientTypeDetails": "1" if person.has_mailbox else "",  # a user's mailbox
            "SPS-PersonalSiteInstantiationState": "2",
            "SPS-PersonalSiteCapabilities": "36",
            "PreferredDataLocation": person.geo,
        }

    def _picture(self, person: Person) -> dict[str, str]:
        state = self._world.state(person.key)
        return {
            "PictureURL": self._picture_url(self._addresses.my_of(person.geo), person) if state.picture_url else "",
            "SPS-PictureTimestamp": seconds(state.pulled_at),
            "SPS-PicturePlaceholderState": state.placeholder_state,
            "SPS-PictureExchangeSyncState": state.exchange_sync_state,
        }

    def _left_behind(self, person: Person) -> dict[str, str]:
        """A person's profile lives in the home geography; the copies elsewhere are not kept up (domain: 2.7)."""
        if person.left_behind is None:
            names = ("Timestamp", "PlaceholderState", "ExchangeSyncState")
            return {"PictureURL": "", **{f"SPS-Picture{name}": "" for name in names}}
        return {
            "PictureURL": self._picture_url(self._addresses.my, person),
            "SPS-PictureTimestamp": seconds(self._world.started_at - person.left_behind),
            "SPS-PicturePlaceholderState": "0",
            "SPS-PictureExchangeSyncState": "1",
        }

    @staticmethod
    def _picture_url(my: str, person: Person) -> str:
        return f"{my}/User%20Photos/{quote(person.folder)}/{person.profile_object_id}_MThumb.jpg"

    def properties(self, person: Person) -> dict[str, Any]:
        """What GetPropertiesFor answers."""
        values, my = self.values(person), self._addresses.my_of(person.geo)
        shown = values["PictureURL"] and values["SPS-PicturePlaceholderState"] != "1"
        text = quote(person.claim, safe="")
        return empty() | {
            "AccountName": person.claim,
            "DisplayName": values["PreferredName"],
            "Email": values["WorkEmail"],
            "ExtendedManagers": [values["Manager"]] if values["Manager"] else [],
            # With the port, as SharePoint writes its `:443` (domain: 4.1).
            "PersonalSiteHostUrl": f"{urlsplit(my).scheme}://{urlsplit(my).netloc}/",
            "PersonalUrl": my + person.personal_site,
            "PictureUrl": f"{values['PictureURL']}?t={values['SPS-PictureTimestamp']}" if shown else None,
            "Title": values["Title"] or None,
            "UserProfileProperties": [
                {"Key": key, "Value": value, "ValueType": "Edm.String"} for key, value in values.items()
            ],
            "UserUrl": f"{self._addresses.my}/Person.aspx?accountname={text}",
        }


def empty() -> dict[str, Any]:
    """The shape of a profile that is not there."""
    lists = ("DirectReports", "ExtendedManagers", "ExtendedReports", "Peers", "UserProfileProperties")
    names = ("AccountName", "DisplayName", "Email", "LatestPost", "PersonalSiteHostUrl", "PersonalUrl")
    nothing: dict[str, Any] = dict.fromkeys((*names, "PictureUrl", "Title", "UserUrl"))
    return nothing | {name: [] for name in lists} | {"IsFollowed": False}


def seconds(moment: datetime | None) -> str:
    """A moment as SPS-PictureTimestamp; empty for none."""
    return "" if moment is None else str(int((moment - _EPOCH).total_seconds()))
