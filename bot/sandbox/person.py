"""One of the people of a fictional tenant: what the directory and SharePoint hold of them at the start."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

TENANT_ID = "6f0e3c52-8d4b-4f5e-9a41-3b7c2d9e1a60"
TENANT_NAME = "Fjordpolder"
DOMAIN = "fjordpolder.example"
APP_ID = "2b9d51c7-4e0a-4c8e-8f36-d1a7e5b0c943"
APP_URI = f"api://botid-{APP_ID}"  # the Application ID URI, as Teams wants it of a bot with single sign-on
APP_OBJECT_ID = "b7c4f8e2-13d6-4a59-9c0e-5f2a8d6b7e11"  # the service principal: `oid` and `sub` of app-only tokens
HELPDESK_GROUP = "c3a9f1d0-72be-4c6f-8d15-90e4b7a2f6d8"  # of the helpdesk's people; its team is made on it
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
WITHOUT_MAILBOX = (SHAREPOINTSTANDARD, EXCHANGE_S_FOUNDATION)
MAILBOX_PLANS = frozenset({EXCHANGE_S_ENTERPRISE.id, EXCHANGE_S_STANDARD.id})


@dataclass(frozen=True)
class PhotoError:
    """What Graph says instead of a photo. The status of the mailbox errors is not recorded; 404 is expected."""

    status: int
    code: str
    message: str
    refuses_upload: bool = False  # there is no mailbox that could take one


# The ways in which "no photo" is told (domain: 3.1).
_THROWN = "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown."
IMAGE_NOT_FOUND = PhotoError(404, "ImageNotFound", _THROWN)
ITEM_NOT_FOUND = PhotoError(404, "ErrorItemNotFound", "The specified object was not found in the store.")
ENTITY_NOT_FOUND = PhotoError(404, "ErrorEntityNotFound", _THROWN)
NO_MAILBOX = PhotoError(
    *(404, "ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it."), refuses_upload=True
)
MAILBOX_ELSEWHERE = PhotoError(
    *(404, "MailboxNotHostedInExchangeOnline", "The mailbox is either inactive, soft-deleted, or hosted on-premise."),
    refuses_upload=True,
)
NOT_DISCOVERED = PhotoError(404, "ResourceNotFound", "Resource could not be discovered.", refuses_upload=True)
NOT_AUTHENTICATED = PhotoError(400, "AuthenticationError", "Error authenticating with resource")
DOT = PhotoError(200, "1x1", "metadata of a gif of one by one pixel, with an empty etag")


@dataclass(frozen=True)
class Conflict:
    """An entry of onPremisesProvisioningErrors: another object has this value already (domain: 3.3)."""

    property: str  # UserPrincipalName or ProxyAddress
    value: str
    age: timedelta = timedelta(days=6)


@dataclass(frozen=True)
class Rejection:
    """An entry of serviceProvisioningErrors: a service's back end would not take the object over (domain: 3.3)."""

    instance: str
    detail: str
    age: timedelta = timedelta(days=30)
    resolved: bool = False


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
    also: tuple[int, ...] = ()  # further rows of the decision table that look the same from here
    ask: str = ""  # what they would ask, where it is not "why is my photo old?"; {sharepoint} is SharePoint's root
    # the directory
    phone: str = ""
    mobile: str = ""
    company: str = ""
    employee_id: str = ""
    login: str = ""  # the local part of the user principal name, where it does not follow from the name
    mail_address: str = ""
    guest: bool = False
    enabled: bool = True
    hidden: bool = False  # from address lists
    created: timedelta = timedelta(days=900)
    synced: bool = False  # onPremisesSyncEnabled
    synced_ago: timedelta = timedelta(days=3)  # the object's own last change; the organization's sync may be later
    cloud_managed: bool = False  # a synced account whose source of authority was moved to the cloud
    plans: tuple[Plan, ...] = OFFICE
    conflicts: tuple[Conflict, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    geo: str = ""  # preferredDataLocation, where it is not the tenant's own
    # the photo
    source: str | None = "new"  # the portrait in Entra/Exchange; None: no photo there
    edge: int = 648  # pixels of that portrait
    photo_error: PhotoError = IMAGE_NOT_FOUND  # what Graph says while there is none
    shown: str | None = None  # the portrait in SharePoint's thumbnails; None: the files are missing
    picture_url: bool = False  # is PictureURL filled
    pulled: timedelta | None = None  # age of SPS-PictureTimestamp; None: empty
    placeholder_state: str = ""
    exchange_sync_state: str = ""
    pull_broken: bool = False  # a pull is never carried out, whoever asks for it
    left_behind: timedelta | None = None  # age of the old picture in the tenant's own geography, of who moved away
    # the profile
    profile: bool = True  # has SharePoint a profile of them
    profile_values: Mapping[str, str] = field(default_factory=dict, hash=False)  # where it differs from the directory
    folder: str = "Profile Pictures"  # below `User Photos`: in the language of the My Site host of that day
    recreated: bool = False  # SharePoint still knows the deleted account of the same name

    @property
    def object_id(self) -> str:
        return str(uuid.uuid5(_NAMES, self.key))

    @property
    def profile_object_id(self) -> str:
        """The account that SharePoint's profile belongs to: after a deletion, the one that is no more (IDMISM)."""
        return str(uuid.uuid5(_NAMES, f"{self.key} before")) if self.recreated else self.object_id

    @property
    def given_name(self) -> str:
        return self.name.split(" ", 1)[0]

    @property
    def surname(self) -> str:
        return self.name.split(" ", 1)[1]

    @property
    def local_part(self) -> str:
        return self.login or f"{self.given_name}.{self.surname.replace(' ', '')}".lower()

    @property
    def user_principal_name(self) -> str:
        return f"{self.local_part}@{DOMAIN}"

    @property
    def mail(self) -> str:
        return self.mail_address or self.user_principal_name

    @property
    def claim(self) -> str:
        """The login name by which SharePoint knows them."""
        return f"i:0#.f|membership|{self.user_principal_name.lower()}"

    @property
    def file_name(self) -> str:
        """The user principal name as SharePoint makes addresses of it."""
        letters = (c if c.isalnum() and c.isascii() else "_" for c in self.user_principal_name.lower())
        return "".join(letters)

    @property
    def personal_site(self) -> str:
        """The path of their OneDrive; with a number where a deleted account had the name before (IDMISM)."""
        return f"/personal/{self.file_name}{'1' if self.recreated else ''}/"

    @property
    def has_mailbox(self) -> bool:
        return any(plan.id in MAILBOX_PLANS and plan.status == "Enabled" for plan in self.plans)
