"""Microsoft Graph: per question a pure request and a pure reader. Sources: domain, section 3."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

from bot.core.attributes import NEVER_SYNCED, SYNCED
from bot.core.capabilities import (
    REPUBLISH,
    SEE_ACCOUNT,
    SEE_APP,
    SEE_INCIDENTS,
    SEE_PHOTO,
    SEE_POLICY,
    SEE_SYNCHRONIZATION,
)
from bot.core.facts import (
    MAILBOX_ELSEWHERE,
    MAILBOX_NOT_READY,
    NO_MAILBOX,
    Absent,
    Account,
    Incident,
    Organization,
    PhotoPolicy,
    Picture,
    ProvisioningError,
    Reason,
    Unknown,
)
from bot.tenant.http import Answer, Request

# What the helpdesk reads and no rule needs.
_ABOUT = (
    *("createdDateTime", "externalUserState", "isResourceAccount"),
    *("onPremisesDomainName", "onPremisesLastSyncDateTime"),
)
# Only eleven properties come without $select (domain: 3.3). What lives in SharePoint (aboutMe, skills, mySite …) is not
# asked for here: SharePoint itself is.
_USER_FIELDS = (
    *("id", "displayName", "userPrincipalName", "mail", "proxyAddresses", "userType", "accountEnabled"),
    *("assignedPlans", "showInAddressList", "preferredDataLocation", "onPremisesSyncEnabled"),
    *("onPremisesProvisioningErrors", "serviceProvisioningErrors"),
    *("givenName", "surname", "jobTitle", "department", "officeLocation", "businessPhones", "preferredLanguage"),
    *("mobilePhone", "employeeId", *_ABOUT),
)

# Service plans that bring an Exchange Online mailbox. EXCHANGE_S_FOUNDATION does not, though its service is "exchange",
# so plans are told apart by id and never by the text (domain: 3.3).
MAILBOX_PLANS = frozenset(
    {
        "efb87545-963c-4e0d-99df-69c6916d9eb0",  # EXCHANGE_S_ENTERPRISE
        "9aaf7827-d63c-4b61-89c3-182f06f82e5c",  # EXCHANGE_S_STANDARD
        "4a82b400-a79f-41a4-b4e2-e94f5787b113",  # EXCHANGE_S_DESKLESS
        "1126bef5-da20-4f07-b45e-ad25d2581aa8",  # EXCHANGE_S_ESSENTIALS
        "90927877-dcff-4af6-b346-2332c0b15bb7",  # EXCHANGE_B_STANDARD
        "8c3069c0-ccdb-44be-ab77-986203a67df2",  # government
        "e9b4930a-925f-45e2-ac2a-3f7788ca6fdd",  # government
        "fc52cc4b-ed7d-472d-bbe7-b081c23ecc56",
        "9f431833-0334-42de-a7dc-70aa40db46db",
    }
)
# Service plans that bring SharePoint Online (the same table).
SHAREPOINT_PLANS = frozenset(
    {
        "5dbe027f-2339-4123-9542-606e4d348a72",  # SHAREPOINTENTERPRISE
        "c7699d2e-19aa-44de-8edf-1736da088ca1",  # SHAREPOINTSTANDARD
        "902b47e5-dcb2-4fdc-858b-c63a90a2bdb9",  # SHAREPOINTDESKLESS
        "63038b2c-28d0-45f6-bc36-33062963b498",  # education, enterprise
        "0a4983bb-d3e5-4a09-95d8-b2d0127b3df5",  # education, standard
        "6b5b6a67-fc72-4a1f-a2b5-beecf05de761",  # MIDMARKET
        "a1f3d0a8-84c0-4ae0-bae4-685917b8ab48",  # LITE
        "153f85dd-d912-4762-af6c-d6e0fb4f6692",  # government
        "b1aeb897-3a19-46e2-8c27-a609413cf193",  # government
    }
)
_USABLE = ("Enabled", "Warning")  # capabilityStatus: in its grace period a plan still works

# The services whose trouble holds up photos, and the words that make one of their issues a matter of photos.
_SERVICES = ("sharepoint", "exchange", "teams", "entra", "microsoft 365")
_TOPICS = (
    *("photo", "profile picture", "user picture", "profile image", "avatar"),
    *("user profile", "people profile", "profile card"),
)
_OVER = {
    "serviceRestored",
    "postIncidentReviewPublished",
    "falsePositive",
    "resolved",
    "resolvedExternal",
    "serviceOperational",
}


def user(base: str, person: str) -> Request:
    """The user object, with the manager's login name."""
    query = f"$select={','.join(_USER_FIELDS)}&$expand=manager($select=userPrincipalName)"
    return Request(base, f"{base}/v1.0/users/{quote(person, safe='')}?{query}", kind="user", needs=SEE_ACCOUNT)


def read_user(answer: Answer, mailbox_plans: Collection[str], sharepoint_plans: Collection[str]) -> Account | Absent:
    """The account; Absent where the directory has none of this id."""
    if answer.status == 404:
        return Absent(answer.error_code)
    body = answer.json()
    name = str(body.get("userPrincipalName") or "")
    return Account(
        id=str(body["id"]),
        user_principal_name=name,
        guest=body.get("userType") == "Guest" or "#EXT#" in name.upper(),
        enabled=body.get("accountEnabled") is not False,
        synced=body.get("onPremisesSyncEnabled") is True,
        mailbox_since=_plan_since(body.get("assignedPlans"), mailbox_plans),
        sharepoint_since=_plan_since(body.get("assignedPlans"), sharepoint_plans),
        listed=body.get("showInAddressList") is not False,
        geography=str(body.get("preferredDataLocation") or ""),
        directory_errors=tuple(map(_conflict, body.get("onPremisesProvisioningErrors") or ())),
        service_errors=tuple(
            map(_rejection, (one for one in body.get("serviceProvisioningErrors") or () if not one.get("isResolved")))
        ),
        aliases=frozenset(
            str(alias).rpartition(":")[2].lower()
            for alias in (name, body.get("mail") or "", *(body.get("proxyAddresses") or ()))
        ),
        about={key: str(body[key]) for key in _ABOUT if body.get(key)},
        texts=_texts(body),
    )


def _conflict(error: Mapping[str, Any]) -> ProvisioningError:
    parts = (error.get("category"), error.get("value"), error.get("occurredDateTime"))
    return ProvisioningError(
        str(error.get("propertyCausingError") or "?"), " ".join(str(part) for part in parts if part)
    )


def _rejection(error: Mapping[str, Any]) -> ProvisioningError:
    return _error(error, "serviceInstance", ("createdDateTime", "errorDetail"))


def _error(error: Mapping[str, Any], source: str, details: Sequence[str]) -> ProvisioningError:
    told = (str(error[name]) for name in details if error.get(name))
    return ProvisioningError(str(error.get(source) or "?"), " ".join(told))


def _plan_since(plans: Any, wanted: Collection[str]) -> datetime | Absent | None:
    if not isinstance(plans, list):
        return None  # not told, which is not the same as having none
    assigned = [
        plan.get("assignedDateTime")
        for plan in plans
        if isinstance(plan, dict)
        and str(plan.get("servicePlanId", "")).lower() in wanted
        and plan.get("capabilityStatus") in _USABLE
    ]
    if not assigned:
        return Absent()
    moments = [moment for moment in map(instant, assigned) if moment]
    return min(moments) if moments else None


def _texts(body: Mapping[str, Any]) -> dict[str, str]:
    """The account's attributes by the names of core/attributes; what was not told is left out."""
    manager, phones = body.get("manager"), body.get("businessPhones")
    primary = [str(one)[5:] for one in body.get("proxyAddresses") or () if str(one).startswith("SMTP:")]
    special = {
        "manager": str(manager.get("userPrincipalName") or "") if isinstance(manager, dict) else None,
        "businessPhones": str(phones[0]) if phones else "" if isinstance(phones, list) else None,
        "showInAddressList": str(body.get("showInAddressList") is False),
        "mail": (primary or [str(body.get("mail") or "")])[0] if "mail" in body else None,
    }
    plain = {name: str(value or "") for name, value in body.items() if not isinstance(value, dict | list)}
    told = {name: value for name, value in {**plain, **special}.items() if value is not None}
    return {one.name: told[one.graph] for one in (*SYNCED, *NEVER_SYNCED) if one.graph in told}


def photo(base: str, person: str) -> Request:
    """What the photo is: size and change marker."""
    return Request(base, f"{base}/v1.0/users/{quote(person, safe='')}/photo", kind="photo", needs=SEE_PHOTO)


def photo_content(base: str, person: str) -> Request:
    """The photo itself."""
    url = f"{base}/v1.0/users/{quote(person, safe='')}/photo/$value"
    return Request(base, url, kind="photo content", needs=SEE_PHOTO)


def put_photo(base: str, person: str, content: bytes, kind: str) -> Request:
    """Put a photo; Graph answers 200 with no body (domain: 3.1)."""
    return Request(
        base,
        f"{base}/v1.0/users/{quote(person, safe='')}/photo/$value",
        "PUT",
        {"Content-Type": kind},
        kind="put photo",
        needs=REPUBLISH,
        content=content,
    )


def mark_of(metadata: Answer) -> str:
    """The change marker of a photo, from an answer about it; "" for none."""
    try:
        return str(metadata.json().get("@odata.mediaEtag") or "")
    except (ValueError, RecursionError):
        return ""


# Codes that say that there is no photo, with whatever 4xx status they come (domain: 3.1).
_NO_PHOTO = {MAILBOX_ELSEWHERE, NO_MAILBOX, "AuthenticationError", "ErrorItemNotFound", "ImageNotFound"}
_DOT = b"GIF" + bytes((1, 0, 1, 0))  # how a picture of one by one pixel begins, with its size in the middle


def no_photo(answer: Answer) -> Absent | None:
    """Absent where an error says that there is no photo; None where it says anything else."""
    if "could not be discovered" in answer.error_text:
        return Absent(MAILBOX_NOT_READY)
    if answer.status == 404 or (400 <= answer.status < 500 and answer.error_code in _NO_PHOTO):
        return Absent(answer.error_code)
    return None


def read_photo(metadata: Answer | Unknown, content: Answer | Unknown) -> Picture | Absent | Unknown:
    """The photo, from two answers of which one may be missing or of any status."""
    marks = _marks(metadata)
    if isinstance(marks, Absent) and (isinstance(content, Unknown) or content.status != 200):
        return marks
    if isinstance(content, Unknown):
        return content
    if content.status != 200:
        # A photo that is described but not there is neither a photo nor none.
        contradicted = Unknown(Reason.MALFORMED, detail=f"{content.status} {content.error_code}")
        return contradicted if marks else no_photo(content) or contradicted
    if content.content[:3] + content.content[6:10] == _DOT or marks == Absent():
        return Absent()
    if not content.content or not content.content_type.startswith("image/"):
        return Unknown(Reason.MALFORMED, detail=f"a photo of {len(content.content)} bytes, {content.content_type}")
    etag = marks.get("@odata.mediaEtag") if isinstance(marks, dict) else ""
    return Picture(content.content, str(etag or "") or content.headers.get("etag", ""))


def _marks(metadata: Answer | Unknown) -> dict[str, Any] | Absent:
    """What is told about the photo: {} for nothing, Absent where it is told that there is none."""
    if isinstance(metadata, Unknown):
        return {}
    if metadata.status != 200:
        return no_photo(metadata) or {}
    try:
        marks = metadata.json()
    except ValueError:
        return {}
    one_pixel = marks.get("id") == "1x1" or (marks.get("width") == 1 and marks.get("height") == 1)
    return Absent() if one_pixel else marks


def policy(base: str) -> Request:
    """Who may change photos, and where they are mastered; beta only (domain: 1.2)."""
    url = f"{base}/beta/admin/people/photoUpdateSettings"
    return Request(base, url, kind="policy", needs=SEE_POLICY)


def read_policy(answer: Answer) -> PhotoPolicy | Unknown:
    """The policy; none set means that everybody may (domain: 3.2, contested in 7.7)."""
    if answer.status == 404 or not answer.content.strip():
        return PhotoPolicy()
    if answer.status == 400:
        return Unknown(Reason.MALFORMED, detail=answer.content[:200].decode("utf-8", "replace"))
    body = answer.json()
    roles = body.get("allowedRoles") or []
    if not isinstance(roles, list):
        return Unknown(Reason.MALFORMED, detail=f"allowedRoles is a {type(roles).__name__}")
    return PhotoPolicy(str(body.get("source") or ""), tuple(str(role) for role in roles))


def health(base: str) -> Request:
    """What Microsoft knows to be wrong at the moment."""
    url = f"{base}/v1.0/admin/serviceAnnouncement/healthOverviews?$expand=issues"
    return Request(base, url, kind="health", needs=SEE_INCIDENTS)


def organization(base: str) -> Request:
    """The tenant's own synchronization with a directory on its premises (domain: 3.4)."""
    url = f"{base}/v1.0/organization?$select=id,onPremisesSyncEnabled,onPremisesLastSyncDateTime"
    return Request(base, url, kind="organization", needs=SEE_SYNCHRONIZATION)


def read_organization(answer: Answer) -> Organization | Unknown:
    """When the tenant was last synchronized."""
    if answer.status != 200:
        return Unknown(Reason.MALFORMED, detail=str(answer.status))
    tenant = answer.json()["value"][0]
    return Organization(tenant.get("onPremisesSyncEnabled") is True, instant(tenant.get("onPremisesLastSyncDateTime")))


def uploaded_app(base: str, app: str) -> Request:
    """The app package, as the organization has it: https://learn.microsoft.com/graph/api/appcatalogs-list-teamsapps"""
    query = f"$filter=externalId%20eq%20'{quote(app, safe='')}'&$expand=appDefinitions($select=version)"
    return Request(base, f"{base}/v1.0/appCatalogs/teamsApps?{query}", kind="app package", needs=SEE_APP)


def read_uploaded_app(answer: Answer) -> tuple[str, ...] | Unknown:
    """Its versions; none where it was never uploaded."""
    try:
        found = [one["version"] for app in answer.json()["value"] for one in app.get("appDefinitions") or ()]
    except (ValueError, KeyError, TypeError, AttributeError):
        return Unknown(Reason.MALFORMED)
    return tuple(version for version in found if isinstance(version, str))


def sync_behavior(base: str, person: str) -> Request:
    """Whether a synced account is nevertheless managed in the cloud.

    Even reading it needs a permission to write (domain: 3.3): being refused is usual, and names no missing permission.
    """
    return Request(base, f"{base}/v1.0/users/{quote(person, safe='')}/onPremisesSyncBehavior", kind="sync behavior")


def read_sync_behavior(answer: Answer) -> bool | Unknown:
    """isCloudManaged."""
    if answer.status != 200:
        return Unknown(Reason.MALFORMED, detail=str(answer.status))
    return answer.json()["isCloudManaged"] is True


def read_health(answer: Answer) -> tuple[Incident, ...] | Unknown:
    """Open issues about photos or profiles, newest first; advice for other troubles is not for this person."""
    if answer.status != 200:
        return Unknown(Reason.MALFORMED, detail=str(answer.status))
    found = []
    for service in answer.json().get("value") or ():
        if service.get("status") == "serviceOperational":
            continue
        for issue in service.get("issues") or ():
            name = str(issue.get("service") or service.get("service") or "")
            if _is_open(issue) and any(word in name.lower() for word in _SERVICES) and _is_about_photos(issue):
                began = instant(issue.get("startDateTime"))
                found.append(Incident(str(issue.get("id")), name, str(issue.get("title")), began))
    return tuple(sorted(found, key=lambda one: one.started_at.timestamp() if one.started_at else 0.0, reverse=True))


def _is_open(issue: dict[str, Any]) -> bool:
    return not issue.get("isResolved") and issue.get("status") not in _OVER


def _is_about_photos(issue: dict[str, Any]) -> bool:
    fields = ("title", "impactDescription", "feature", "featureGroup")
    text = " ".join(str(issue.get(name) or "") for name in fields).lower()
    return any(word in text for word in _TOPICS)


def instant(text: Any) -> datetime | None:
    """A Graph timestamp as an aware moment; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
