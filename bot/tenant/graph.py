"""Microsoft Graph: per question a pure request and a pure reader. Sources: domain, section 3."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from urllib.parse import quote

from bot.core.facts import Absent, Account, Incident, PhotoPolicy, Picture, Reason, Unknown
from bot.tenant.http import Answer, Request

# Only eleven properties come without $select (domain: 3.3).
_USER_FIELDS = "id,displayName,userPrincipalName,mail,userType,accountEnabled,assignedPlans,onPremisesSyncEnabled"

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
_USABLE = ("Enabled", "Warning")  # capabilityStatus: in its grace period a plan still works

# The services whose trouble holds up photos, and the words that make one of their issues a matter of photos.
_SERVICES = ("sharepoint", "exchange", "teams", "entra", "microsoft 365")
_TOPICS = ("photo", "picture", "avatar", "user profile", "people profile", "profile card", "profile image")
_OVER = {
    "serviceRestored",
    "postIncidentReviewPublished",
    "falsePositive",
    "resolved",
    "resolvedExternal",
    "serviceOperational",
}


def user(base: str, person: str) -> Request:
    """The user object."""
    return Request(base, f"{base}/v1.0/users/{quote(person, safe='')}?$select={_USER_FIELDS}")


def read_user(answer: Answer, mailbox_plans: Collection[str] = MAILBOX_PLANS) -> Account | Absent:
    """The account; Absent where the directory has none of this id."""
    if answer.status == 404:
        return Absent()
    body = answer.json()
    name = str(body.get("userPrincipalName") or "")
    return Account(
        id=str(body["id"]),
        name=str(body.get("displayName") or ""),
        user_principal_name=name,
        mail=str(body.get("mail") or ""),
        guest=body.get("userType") == "Guest" or "#EXT#" in name.upper(),
        enabled=body.get("accountEnabled") is not False,
        synced=body.get("onPremisesSyncEnabled") is True,
        mailbox_since=_mailbox_since(body.get("assignedPlans"), mailbox_plans),
    )


def _mailbox_since(plans: Any, mailbox_plans: Collection[str]) -> datetime | Absent | None:
    if not isinstance(plans, list):
        return None  # not told, which is not the same as having none
    assigned = [
        plan.get("assignedDateTime")
        for plan in plans
        if isinstance(plan, dict)
        and str(plan.get("servicePlanId", "")).lower() in mailbox_plans
        and plan.get("capabilityStatus") in _USABLE
    ]
    if not assigned:
        return Absent()
    moments = [moment for moment in map(instant, assigned) if moment]
    return min(moments) if moments else None


def photo(base: str, person: str) -> Request:
    """What the photo is: size and change marker."""
    return Request(base, f"{base}/v1.0/users/{quote(person, safe='')}/photo")


def photo_content(base: str, person: str) -> Request:
    """The photo itself."""
    return Request(base, f"{base}/v1.0/users/{quote(person, safe='')}/photo/$value")


def read_photo(metadata: Answer | Unknown, content: Answer) -> Picture | Absent | Unknown:
    """The photo. "No photo" comes as 404 in three spellings, as a 1x1 gif, or as 400 (domain: 3.1)."""
    if content.status in (400, 404):
        return Absent()
    if not content.content or content.content[:3] + content.content[6:10] == _DOT:
        return Absent()
    if not content.content_type.startswith("image/"):
        return Unknown(Reason.MALFORMED, detail=content.content_type)
    mark = ""
    if isinstance(metadata, Answer) and metadata.status == 200:
        body = metadata.json()
        if body.get("id") == "1x1" or (body.get("width") == 1 and body.get("height") == 1):
            return Absent()
        mark = str(body.get("@odata.mediaEtag") or "")
    return Picture(content.content, mark or content.headers.get("etag", ""))


_DOT = b"GIF" + bytes((1, 0, 1, 0))  # how a picture of one by one pixel begins, with its size in the middle


def policy(base: str) -> Request:
    """Who may change photos, and where they are mastered; beta only (domain: 1.2)."""
    return Request(base, f"{base}/beta/admin/people/photoUpdateSettings")


def read_policy(answer: Answer) -> PhotoPolicy | Unknown:
    """The policy; none set means that everybody may (domain: 3.2, contested in 7.7)."""
    if answer.status == 404 or not answer.content.strip():
        return PhotoPolicy()
    if answer.status == 400:
        return Unknown(Reason.MALFORMED, detail=answer.content[:200].decode("utf-8", "replace"))
    body = answer.json()
    roles = body.get("allowedRoles") or ()
    return PhotoPolicy(str(body.get("source") or ""), tuple(str(role) for role in roles))


def health(base: str) -> Request:
    """What Microsoft knows to be wrong at the moment."""
    return Request(base, f"{base}/v1.0/admin/serviceAnnouncement/healthOverviews?$expand=issues")


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
