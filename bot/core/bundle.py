"""Everything that was found and tried about one ticket, for the helpdesk: as JSON for machines. It sends nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core import evidence
from bot.core.cases import Case
from bot.core.facts import Account, Facts, Picture, Profile
from bot.core.redact import redacted
from bot.core.rules import Finding

# Microsoft's own diagnostics for administrators, not in every cloud (domain: 4.4, practice 8; 5, rows 2 and 18).
PICTURE_SYNC = "https://aka.ms/PillarPictureSync"
SITE_USER_ID_MISMATCH = "https://aka.ms/PillarSiteUserIDMismatch"
_MISMATCH = "account_recreated"

Said = tuple[datetime, str, str]  # when, "person" or "bot", what


def bundle(
    case: Case | None,
    findings: Sequence[Finding],
    facts: Facts,
    said: Sequence[Said] = (),
    thumbnails: bool = False,
    diagnostics: bool = True,
) -> dict[str, Any]:
    """What the helpdesk is given. It holds no sign-in, and the photos themselves only as small ones, where allowed.

    `diagnostics` says whether the cloud has those of Microsoft's own.
    """
    about: dict[str, Any] = {
        "person": facts.account.id if isinstance(facts.account, Account) else facts.person,
        "verdict": str(findings[0].verdict) if findings else "",
        "findings": [finding.key for finding in findings],
        "seen_at": facts.seen_at.isoformat(),
        **evidence.as_json(facts),
        "diagnostics": _diagnostics(findings, facts) if diagnostics else [],
        "said": [{"at": at.isoformat(), "by": who, "text": redacted(text)} for at, who, text in said],
    }
    if case:
        about |= _promise(case)
    if thumbnails:
        shown = {"source": facts.source_photo, "sharepoint": facts.shown_photo}
        about["thumbnails"] = {name: one.portrait.embedded for name, one in shown.items() if isinstance(one, Picture)}
    return about


def _promise(case: Case) -> dict[str, Any]:
    return {
        "case": case.id,
        "language": case.language,
        "complaint": case.complaint,
        "begun_at": case.begun_at.isoformat() if case.begun_at else None,
        "looks": case.looks,
        "asked_at": case.asked_at.isoformat() if case.asked_at else None,
        "tried": [{"what": one.rung, "at": one.at.isoformat(), "outcome": str(one.outcome)} for one in case.tried],
    }


def _diagnostics(findings: Sequence[Finding], facts: Facts) -> list[dict[str, str]]:
    """Links that open a diagnostic in the admin center, and what to type there: their addresses take no arguments."""
    login = facts.account.user_principal_name if isinstance(facts.account, Account) else facts.person
    links = [{"name": "Picture Sync", "url": PICTURE_SYNC, "user": login}]
    if any(finding.key == _MISMATCH for finding in findings):
        site = facts.profile.personal_url if isinstance(facts.profile, Profile) else ""
        links.insert(0, {"name": "Site User ID Mismatch", "url": SITE_USER_ID_MISMATCH, "user": login, "site": site})
    return links
