"""The user object of the simulated Graph, with all fields that are worth selecting (domain: 3.3)."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.addresses import Addresses
from bot.sandbox.person import DOMAIN, Conflict, Person, Rejection
from bot.sandbox.rim import Failure
from bot.sandbox.scenes import RETRY_AFTER
from bot.sandbox.world import World

DEFAULT = [  # all that comes without $select (domain: 3.3)
    *("businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation"),
    *("preferredLanguage", "surname", "userPrincipalName", "id"),
]
# What SharePoint keeps; asking for it is slower, and fails where SharePoint does (domain: 3.3).
SHAREPOINT_HELD = (
    *("mySite", "aboutMe", "skills", "birthday", "hireDate", "interests", "pastProjects", "responsibilities"),
    *("schools", "preferredName"),
)
_SKU = "05e9a617-0261-4cee-bb44-138d3ef5d965"  # Microsoft 365 E3
_NO_DATE = "0001-01-01T08:00:00Z"  # what stands in a date that nobody filled
_DETAIL = (
    "<ServiceInstance><ObjectErrors><ErrorRecord><ErrorCode>InternalError</ErrorCode>"
    "<ErrorDescription>{}</ErrorDescription></ErrorRecord></ObjectErrors></ServiceInstance>"
)


class Users:
    """Makes the fields of a person from what the world holds of them now."""

    def __init__(self, world: World, addresses: Addresses) -> None:
        self._world, self._addresses = world, addresses

    def fields(self, person: Person) -> dict[str, Any]:
        """Everything that the directory itself holds."""
        start = self._world.started_at
        return {
            "id": person.object_id,
            "displayName": person.name,
            "givenName": person.given_name,
            "surname": person.surname,
            "userPrincipalName": person.user_principal_name,
            "mail": person.mail,
            "otherMails": [],
            "proxyAddresses": _proxy_addresses(person),
            "imAddresses": [person.mail] if person.has_mailbox else [],
            "userType": "Guest" if person.guest else "Member",
            "externalUserState": "Accepted" if person.guest else None,
            "accountEnabled": person.enabled,
            "createdDateTime": stamp(start - person.created),
            "usageLocation": "NO" if person.office == "Bergen" else "NL",
            "jobTitle": person.job_title,
            "department": person.department,
            "officeLocation": person.office,
            "businessPhones": [person.phone] if person.phone else [],
            "mobilePhone": person.mobile or None,
            "faxNumber": None,
            "streetAddress": None,
            "city": None,
            "country": None,
            "preferredLanguage": person.language,
            "employeeId": person.employee_id or None,
            "companyName": person.company or None,
            "showInAddressList": False if person.guest or person.hidden else None,
            "preferredDataLocation": person.geo or None,
            "isResourceAccount": None,
            **self._licences(person),
            **self._on_premises(person),
            "serviceProvisioningErrors": [_rejection(one, start) for one in person.rejections],
        }

    def _licences(self, person: Person) -> dict[str, Any]:
        start = self._world.started_at
        newest = min((plan.assigned for plan in person.plans), default=timedelta())
        state: dict[str, Any] = {
            "assignedByGroup": None,
            "disabledPlans": [],
            "error": "None",
            "state": "Active",
            "skuId": _SKU,
        }
        return {
            "assignedLicenses": [{"disabledPlans": [], "skuId": _SKU}] if person.plans else [],
            "licenseAssignmentStates": (
                [{**state, "lastUpdatedDateTime": stamp(start - newest)}] if person.plans else []
            ),
            "assignedPlans": [
                {
                    "assignedDateTime": stamp(start - plan.assigned),
                    "capabilityStatus": plan.status,
                    "service": plan.service,
                    "servicePlanId": plan.id,
                }
                for plan in person.plans
            ],
            "provisionedPlans": [
                {"capabilityStatus": plan.status, "provisioningStatus": "Success", "service": plan.service}
                for plan in person.plans
            ],
        }

    def _on_premises(self, person: Person) -> dict[str, Any]:
        names = ("DistinguishedName", "DomainName", "ImmutableId", "SamAccountName", "SecurityIdentifier")
        nothing: dict[str, Any] = dict.fromkeys(f"onPremises{name}" for name in (*names, "UserPrincipalName"))
        moment = self._world.person_synced_at(person)
        synced = {
            "onPremisesDistinguishedName": f"CN={person.name},OU={person.department},DC=ad,DC=fjordpolder,DC=example",
            "onPremisesDomainName": f"ad.{DOMAIN}",
            "onPremisesImmutableId": uuid.UUID(person.object_id).hex[:22] + "==",
            "onPremisesSamAccountName": person.key,
            "onPremisesSecurityIdentifier": f"S-1-5-21-1004336348-1177238915-682003330-{int(person.object_id[:4], 16)}",
            "onPremisesUserPrincipalName": person.user_principal_name,
        }
        return {
            "onPremisesSyncEnabled": True if person.synced else None,  # null: never synced (domain: 3.3)
            "onPremisesLastSyncDateTime": stamp(moment) if moment else None,
            "onPremisesProvisioningErrors": [_conflict(one, self._world.started_at) for one in person.conflicts],
            **(nothing | synced if person.synced else nothing),
        }

    def sharepoint_fields(self, person: Person) -> dict[str, Any]:
        """What Graph fetches from SharePoint. Raises where SharePoint fails, and the whole answer with it [general]."""
        if self._world.situation.throttled:
            raise Failure(429, "TooManyRequests", "Too many requests.", {"Retry-After": str(RETRY_AFTER)})
        if self._world.situation.sharepoint_denied:
            raise Failure(403, "accessDenied", "Access denied")
        if not person.profile:
            raise Failure(404, "ResourceNotFound", "User not found")
        empty: dict[str, Any] = {name: [] for name in SHAREPOINT_HELD}
        return empty | {
            "mySite": f"{self._addresses.my_of(person.geo)}{person.personal_site}",
            "aboutMe": self._world.state(person.key).properties.get("AboutMe"),
            "birthday": _NO_DATE,
            "hireDate": _NO_DATE,
            "preferredName": "",
        }


def _proxy_addresses(person: Person) -> list[str]:
    """The primary one is in capitals, and not the first."""
    if not person.has_mailbox:
        return []
    return [f"smtp:{person.local_part}@fjordpolder.onmicrosoft.example", f"SMTP:{person.mail}"]


def _conflict(conflict: Conflict, start: datetime) -> dict[str, Any]:
    return {
        "category": "PropertyConflict",
        "occurredDateTime": stamp(start - conflict.age),
        "propertyCausingError": conflict.property,
        "value": conflict.value,
    }


def _rejection(rejection: Rejection, start: datetime) -> dict[str, Any]:
    return {
        "@odata.type": "#microsoft.graph.serviceProvisioningXmlError",
        "createdDateTime": stamp(start - rejection.age),
        "isResolved": rejection.resolved,
        "serviceInstance": rejection.instance,
        "errorDetail": _DETAIL.format(rejection.detail),
    }


def stamp(moment: datetime) -> str:
    """A moment as Graph writes it."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
