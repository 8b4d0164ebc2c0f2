"""All we may know of one person's photo and profile. What could not be read is `Unknown(reason)`, which is a value."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from bot.core import photos


class Reason(StrEnum):
    """Why something could not be seen. Each has a sentence, `unseen-<reason>`."""

    FORBIDDEN = "forbidden"  # 403: a permission is missing
    UNAUTHORIZED = "unauthorized"  # 401, or no token: the bot's sign-in is refused
    SIGNED_OUT = "signed_out"  # only the person could see it, who has not signed in
    THROTTLED = "throttled"  # 429 or 503 with Retry-After
    UNAVAILABLE = "unavailable"  # 5xx, refused connection
    TOO_SLOW = "too_slow"  # no answer within our patience
    MALFORMED = "malformed"  # an answer that is not what the documentation says
    ELSEWHERE = "elsewhere"  # on a host that is not among those of the settings


@dataclass(frozen=True)
class Unknown:
    """Something that could not be seen; `retry_at` where the service named a time to ask again."""

    reason: Reason
    retry_at: datetime | None = None
    detail: str = ""  # for the log and the helpdesk, never for the person
    permission: str = ""  # which one is missing, in Microsoft's own words; for the log and the administrator
    unsent: bool = False  # the service cannot have heard the question


@dataclass(frozen=True)
class Absent:
    """Looked, and there is none; `code` is the service's own reason where it gives one."""

    code: str = ""


# Codes with which Graph says why there is no photo (domain: 3.1). The last one is ours, for an error without a code:
# "resource could not be discovered".
MAILBOX_ELSEWHERE = "MailboxNotHostedInExchangeOnline"
NO_MAILBOX = "ErrorNonExistentMailbox"
MAILBOX_NOT_READY = "ResourceNotDiscovered"


@dataclass(frozen=True)
class Picture:
    """The bytes of a photo. `mark` is the store's own change marker where it gives one (Graph's mediaEtag)."""

    content: bytes
    mark: str = ""

    @cached_property
    def portrait(self) -> photos.Portrait:
        """The picture, decoded once. Raises photos.Unreadable."""
        return photos.Portrait(self.content)

    def prepare(self) -> None:
        """Decode it, and make what a card shows of it, now rather than later; if it can be read at all."""
        with suppress(photos.Unreadable):
            assert self.portrait.embedded


@dataclass(frozen=True)
class ProvisioningError:
    """Why an account was not taken over; `source` is the property in conflict, or the service."""

    source: str
    detail: str = ""


@dataclass(frozen=True)
class Account:
    """The user object of Microsoft Graph, as far as the diagnosis needs it (domain: 3.3)."""

    id: str
    user_principal_name: str = ""
    guest: bool = False
    enabled: bool = True
    synced: bool = False  # onPremisesSyncEnabled
    mailbox_since: datetime | Absent | None = None  # when the plan was assigned; Absent: no plan; None: not told
    sharepoint_since: datetime | Absent | None = None
    listed: bool = True  # showInAddressList
    geography: str = ""  # preferredDataLocation
    directory_errors: tuple[ProvisioningError, ...] = ()  # onPremisesProvisioningErrors
    service_errors: tuple[ProvisioningError, ...] = ()  # serviceProvisioningErrors that are open
    aliases: frozenset[str] = frozenset()  # all names and addresses of the account, lower-case
    about: Mapping[str, str] = field(default_factory=dict)  # what only the helpdesk reads
    texts: Mapping[str, str] = field(default_factory=dict)  # attribute -> value, see core/attributes.py


@dataclass(frozen=True)
class PhotoPolicy:
    """photoUpdateSettings. An empty one allows everybody (domain: 3.2, 7.7)."""

    source: str = ""  # "", "cloud" or "onPremises"
    allowed_roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Organization:
    """The tenant's synchronization with its own directory (domain: 3.4)."""

    synced: bool = False
    synced_at: datetime | None = None


@dataclass(frozen=True)
class Profile:
    """The person's SharePoint profile (domain: 2.2, 2.5, 4.1)."""

    picture_url: str = ""
    pulled_at: datetime | None = None  # SPS-PictureTimestamp
    placeholder: str = ""  # SPS-PicturePlaceholderState: "0", "1", "" or something nobody has documented
    exchange_sync: str = ""  # SPS-PictureExchangeSyncState
    personal_url: str = ""
    host: str = ""  # PersonalSiteHostUrl: where this person's profile is at home
    account_ids: frozenset[str] = frozenset()  # of the account for which this profile was made, lower-case
    hidden: bool = False  # SPS-HideFromAddressLists
    texts: Mapping[str, str] = field(default_factory=dict)  # profile property -> value


@dataclass(frozen=True)
class SiteEntry:
    """A person in one site's user information list: the copy that the site shows (domain: 2.6)."""

    site: str
    texts: Mapping[str, str] = field(default_factory=dict)  # Title (the name), EMail, JobTitle, WorkPhone
    picture_url: str = ""
    pulled_at: datetime | None = None  # SPSPictureTimestamp of the copy


@dataclass(frozen=True)
class Sighting:
    """Since when something has looked as it does now, as far as the bot has looked: Graph dates nothing.

    It changed after `other_seen_at`, when it still looked otherwise; None: the bot never saw it otherwise.
    """

    first_seen_at: datetime
    other_seen_at: datetime | None = None


@dataclass(frozen=True)
class Incident:
    """An open issue of Microsoft's own services that touches photos or profiles."""

    id: str
    service: str
    title: str
    started_at: datetime | None = None


@dataclass(frozen=True)
class Trace:
    """One call that was made: for the helpdesk and for Microsoft's support, who look it up by `request_id`."""

    what: str
    status: int  # 0: no answer
    request_id: str = ""
    milliseconds: int = 0


@dataclass(frozen=True)
class Complaint:
    """What a person says is wrong, as far as it was understood. Each part is "" where nothing was said."""

    intent: str = "photo_stale"
    place: str = ""  # where the old one is seen: teams, outlook, browser, elsewhere, site …
    field: str = ""  # which attribute of the profile
    trouble: str = ""  # forbidden, refused or reverted
    site: str = ""  # address of the site
    since: str = ""  # since when: a day such as 2026-11-23, or a month such as 2026-11


@dataclass(frozen=True)
class Facts:
    """One look at one person, at one moment."""

    person: str
    seen_at: datetime
    account: Account | Absent | Unknown
    source_photo: Picture | Absent | Unknown
    policy: PhotoPolicy | Unknown
    profile: Profile | Absent | Unknown
    sharepoint_photo: Picture | Absent | Unknown  # the large thumbnail
    incidents: tuple[Incident, ...] | Unknown = ()
    organization: Organization | Unknown = Organization()
    small_photos: Mapping[str, Picture | Absent | Unknown] = field(default_factory=dict)  # the M and S thumbnails
    cloud_managed: bool | Unknown | None = None  # isCloudManaged; None: not synced, so there is nothing to ask
    site_entry: SiteEntry | Absent | Unknown | None = None  # None: no site was named
    sightings: Mapping[str, Sighting] = field(default_factory=dict)  # of the "photo" and the account's "texts"
    pull_asked_at: datetime | None = None  # when a resync of ours last asked SharePoint for the photo
    traces: tuple[Trace, ...] = ()

    @property
    def shown_photo(self) -> Picture | Absent | Unknown:
        """What SharePoint shows: the largest thumbnail that could be seen. Absent only if all three are."""
        every = (self.sharepoint_photo, *self.small_photos.values())
        for kind in (Picture, Unknown):
            for photo in every:
                if isinstance(photo, kind):
                    return photo
        return Absent()

    @property
    def unknowns(self) -> dict[str, Unknown]:
        """What could not be seen, by the name of the fact."""
        facts = {name: value for name, value in vars(self).items() if isinstance(value, Unknown)}
        small = [value for value in self.small_photos.values() if isinstance(value, Unknown)]
        return {**facts, "small_photos": small[0]} if small else facts


class Outcome(StrEnum):
    """What became of something that was done to a person's record."""

    DONE = "done"
    NEEDLESS = "needless"  # it was so already
    REFUSED = "refused"  # a permission or a policy forbids it: doing it again would not help
    FAILED = "failed"  # the service was busy or down, or what it said could not be understood
    UNCERTAIN = "uncertain"  # no answer came: it may have been done


@dataclass(frozen=True)
class Glance:
    """The little that tells whether SharePoint has pulled, for one call: the picture's state in the profile."""

    pulled_at: datetime | None  # SPS-PictureTimestamp
    placeholder: str
    exchange_sync: str
    picture_url: str
