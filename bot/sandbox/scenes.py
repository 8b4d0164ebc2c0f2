"""What holds for the whole tenant while a person of the cast is in front: policy, incident, throttling, consent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1"  # role template id (domain: 3.2)


@dataclass(frozen=True)
class Scene:
    """The tenant's situation. The default is a tenant in which all is well and everybody may change their photo."""

    policy_source: str | None = None  # photoUpdateSettings.source
    policy_roles: tuple[str, ...] | None = None  # photoUpdateSettings.allowedRoles
    policy_forbidden: bool = False
    incident: bool = False
    throttled: bool = False
    sharepoint_denied: bool = False
    sync_stopped: timedelta | None = None  # how long ago Entra Connect stopped; None: it runs


SCENES: dict[str, Scene] = {
    "bram": Scene(policy_source="onPremises"),
    "marit": Scene(policy_source="cloud", policy_roles=(USER_ADMINISTRATOR,)),
    "tom": Scene(incident=True),
    "gijs": Scene(sync_stopped=timedelta(hours=9)),
    "olga": Scene(throttled=True),
    "sven": Scene(sharepoint_denied=True),
    "petra": Scene(policy_forbidden=True),
}

SYNC_AGE = timedelta(minutes=17)  # within the cycle of 30 minutes (domain: 1.5)
RETRY_AFTER = 120  # seconds, in the throttled scene

INCIDENT: dict[str, Any] = {
    "id": "SP1184236",
    "title": "Some users' profile photos may not be updated in SharePoint Online",
    "impactDescription": "Profile photos that users have changed recently may still show as the previous photo.",
    "classification": "incident",
    "origin": "microsoft",
    "service": "SharePoint Online",
    "feature": "SharePoint Features",
    "featureGroup": "User profiles",
    "status": "serviceDegradation",
    "isResolved": False,
    "highImpact": None,
    "endDateTime": None,
    "details": [],
}

# An issue that has nothing to do with photos, so that a reader which takes any issue for the cause is found out.
ADVISORY: dict[str, Any] = {
    "id": "EX1180011",
    "title": "Some users may see delays when they search in Outlook on the web",
    "impactDescription": "Search results may take longer than expected.",
    "classification": "advisory",
    "origin": "microsoft",
    "service": "Exchange Online",
    "feature": "E-Mail timely delivery",
    "featureGroup": "E-Mail and calendar access",
    "status": "serviceDegradation",
    "isResolved": False,
    "highImpact": None,
    "endDateTime": None,
    "details": [],
}

SERVICES = ("Exchange Online", "SharePoint Online", "Microsoft Teams", "Microsoft Entra", "OneDrive for Business")
