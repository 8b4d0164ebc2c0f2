"""What was found, property by property, in Microsoft's own words: for the helpdesk, the administrator and the log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.core import photos
from bot.core.facts import Absent, Account, Facts, Organization, PhotoPolicy, Picture, Profile, SiteEntry, Unknown

Line = tuple[str, str]


def lines(facts: Facts) -> tuple[Line, ...]:
    """Names and values, those that there are; moments in UTC."""
    parts = (_account, _organization, _photo, _sightings, _policy, _profile, _thumbnails, _site, _unknowns, _traces)
    return tuple((name, value) for part in parts for name, value in part(facts) if value)


def _stamp(at: datetime | Absent | None) -> str:
    if isinstance(at, Absent):
        return "none"
    return f"{at:%Y-%m-%d %H:%M:%S}Z" if at else ""


def _account(facts: Facts) -> Iterator[Line]:
    account = facts.account
    if not isinstance(account, Account):
        return
    yield "userPrincipalName", account.user_principal_name
    yield "id", account.id
    yield "userType", "Guest" if account.guest else ""
    yield "accountEnabled", "" if account.enabled else "false"
    yield "Exchange Online plan since", _stamp(account.mailbox_since)
    yield "SharePoint plan since", _stamp(account.sharepoint_since)
    yield "onPremisesSyncEnabled", "true" if account.synced else ""
    yield "isCloudManaged", str(facts.cloud_managed).lower() if isinstance(facts.cloud_managed, bool) else ""
    for name, errors in (
        ("onPremisesProvisioningErrors", account.directory_errors),
        ("serviceProvisioningErrors", account.service_errors),
    ):
        yield name, "; ".join(f"{error.source} {error.detail}".strip() for error in errors)
    yield from account.about.items()
    yield "showInAddressList", "" if account.listed else "false"
    yield "preferredDataLocation", account.geography


def _organization(facts: Facts) -> Iterator[Line]:
    if isinstance(facts.organization, Organization) and facts.organization.synced:
        yield "organization onPremisesLastSyncDateTime", _stamp(facts.organization.synced_at)


def _photo(facts: Facts) -> Iterator[Line]:
    photo = facts.source_photo
    if isinstance(photo, Absent):
        yield "photo", f"none {photo.code}".strip()
    elif isinstance(photo, Picture):
        yield "photo", _picture(photo)
        yield "mediaEtag", photo.mark


def _picture(picture: Picture) -> str:
    try:
        size = f"{picture.portrait.width}x{picture.portrait.height}"
    except photos.Unreadable:
        size = "unreadable"
    return f"{size}, {len(picture.content)} bytes, SHA-256 {photos.fingerprint(picture.content)[:16]}…"


def _sightings(facts: Facts) -> Iterator[Line]:
    for subject, known in facts.sightings.items():
        yield f"{subject} first seen so", _stamp(known.first_seen_at)
        yield f"{subject} last seen otherwise", _stamp(known.other_seen_at)


def _policy(facts: Facts) -> Iterator[Line]:
    if isinstance(facts.policy, PhotoPolicy):
        yield "photoUpdateSettings.source", facts.policy.source
        yield "photoUpdateSettings.allowedRoles", ", ".join(facts.policy.allowed_roles)


def _profile(facts: Facts) -> Iterator[Line]:
    profile = facts.profile
    if isinstance(profile, Absent):
        yield "SharePoint profile", "none"
    elif isinstance(profile, Profile):
        yield "PictureURL", profile.picture_url or "empty"
        yield "SPS-PictureTimestamp", _stamp(profile.pulled_at) or "empty"
        yield "SPS-PicturePlaceholderState", profile.placeholder or "empty"
        yield "SPS-PictureExchangeSyncState", profile.exchange_sync or "empty"
        yield "SPS-HideFromAddressLists", "true" if profile.hidden else ""
        yield "msOnline-ObjectId", ", ".join(sorted(profile.account_ids))
        yield "PersonalSiteHostUrl", profile.host


def _thumbnails(facts: Facts) -> Iterator[Line]:
    for size, photo in (("L", facts.sharepoint_photo), *facts.small_photos.items()):
        told = _picture(photo) if isinstance(photo, Picture) else "none" if isinstance(photo, Absent) else ""
        yield f"thumbnail {size}", told


def _site(facts: Facts) -> Iterator[Line]:
    entry = facts.site_entry
    if isinstance(entry, SiteEntry):
        yield "user information list", entry.site
        yield "Picture", entry.picture_url or "empty"
        yield "SPSPictureTimestamp", _stamp(entry.pulled_at)
        yield from entry.texts.items()
    elif isinstance(entry, Absent):
        yield "user information list", "not listed"


def _unknowns(facts: Facts) -> Iterator[Line]:
    for name, unknown in facts.unknowns.items():
        yield f"not seen: {name}", unseen(unknown)


def unseen(unknown: Unknown) -> str:
    """Why something was not seen, with the permission that is missing."""
    until = f"not before {_stamp(unknown.retry_at)}" if unknown.retry_at else ""
    return ", ".join(part for part in (str(unknown.reason), unknown.permission, until, unknown.detail[:200]) if part)


def _traces(facts: Facts) -> Iterator[Line]:
    for trace in facts.traces:
        yield f"request {trace.what}", f"{trace.status or 'no answer'} {trace.request_id}".strip()


def as_json(facts: Facts) -> dict[str, Any]:
    """The same for a program, with the calls apart."""
    return {
        "facts": dict(line for line in lines(facts) if not line[0].startswith(("request ", "not seen: "))),
        "unknown": {
            name: {
                "reason": str(unknown.reason),
                "permission": unknown.permission,
                "retry_at": unknown.retry_at.isoformat() if unknown.retry_at else None,
                "detail": unknown.detail,
            }
            for name, unknown in facts.unknowns.items()
        },
        "calls": [vars(trace) for trace in facts.traces],
    }
