"""All we may know of one person's photo and profile. What could not be read is `Unknown(reason)`, which is a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Reason(StrEnum):
    """Why something could not be seen. Each has a sentence, `unseen-<reason>`."""

    FORBIDDEN = "forbidden"  # 403: a permission is missing
    UNAUTHORIZED = "unauthorized"  # 401, or no token: the bot's sign-in is refused
    THROTTLED = "throttled"  # 429 or 503 with Retry-After
    UNAVAILABLE = "unavailable"  # 5xx, refused connection
    TOO_SLOW = "too_slow"  # no answer within our patience
    MALFORMED = "malformed"  # an answer that is not what the documentation says
    NOT_ASKED = "not_asked"  # another answer was needed first, or it is not set up


@dataclass(frozen=True)
class Unknown:
    """Something that could not be seen; `retry_at` where the service named a time to ask again."""

    reason: Reason
    retry_at: datetime | None = None
    detail: str = ""  # for the log and the helpdesk, never for the person


@dataclass(frozen=True)
class Absent:
    """Looked, and there is none."""


@dataclass(frozen=True)
class Picture:
    """The bytes of a photo. `mark` is the store's own change marker where it gives one (Graph's mediaEtag)."""

    content: bytes
    mark: str = ""
    first_seen_at: datetime | None = None  # since when we know this very picture; Graph gives no date


@dataclass(frozen=True)
class Account:
    """The user object of Microsoft Graph, as far as the diagnosis needs it (domain: 3.3)."""

    id: str
    name: str = ""
    user_principal_name: str = ""
    mail: str = ""
    guest: bool = False
    enabled: bool = True
    synced: bool = False  # onPremisesSyncEnabled
    mailbox_since: datetime | Absent | None = (
        None  # when the Exchange plan was assigned; Absent: no plan; None: no date
    )


@dataclass(frozen=True)
class PhotoPolicy:
    """photoUpdateSettings. An empty one allows everybody (domain: 3.2, 7.7)."""

    source: str = ""  # "", "cloud" or "onPremises"
    allowed_roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Profile:
    """The person's SharePoint profile (domain: 2.2, 4.1)."""

    picture_url: str = ""
    pulled_at: datetime | None = None  # SPS-PictureTimestamp
    placeholder: str = ""  # SPS-PicturePlaceholderState: "0", "1", "" or something nobody has documented
    exchange_sync: str = ""  # SPS-PictureExchangeSyncState
    personal_url: str = ""
    texts: dict[str, str] = field(default_factory=dict)  # profile property -> value


@dataclass(frozen=True)
class Incident:
    """An open issue of Microsoft's own services that touches photos or profiles."""

    id: str
    service: str
    title: str
    started_at: datetime | None = None


@dataclass(frozen=True)
class Facts:
    """One look at one person, at one moment."""

    person: str
    seen_at: datetime
    account: Account | Absent | Unknown
    source_photo: Picture | Absent | Unknown
    policy: PhotoPolicy | Unknown
    profile: Profile | Absent | Unknown
    sharepoint_photo: Picture | Absent | Unknown
    incidents: tuple[Incident, ...] | Unknown = ()

    @property
    def unknowns(self) -> dict[str, Unknown]:
        """What could not be seen, by the name of the fact."""
        return {name: value for name, value in vars(self).items() if isinstance(value, Unknown)}
