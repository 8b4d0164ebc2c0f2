"""The simulated Microsoft Graph: users, photos, the photo policy, the tenant and service health (domain, section 3)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from bot.sandbox.addresses import Addresses
from bot.sandbox.login import GRAPH, GRAPH_APP_ID, Login, Refused
from bot.sandbox.people import DOMAIN, TENANT_ID, TENANT_NAME, Person
from bot.sandbox.photos import Photos
from bot.sandbox.rim import Failure
from bot.sandbox.scenes import ADVISORY, INCIDENT, SERVICES
from bot.sandbox.world import World

_DEFAULT = (  # all that comes without $select (domain: 3.3)
    *("businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation"),
    *("preferredLanguage", "surname", "userPrincipalName", "id"),
)
_ROLES = web.RequestKey("roles", set[str])
_DENIED = "Authorization_RequestDenied"
_NO = "Insufficient privileges to complete the operation."
_TOKEN_TROUBLE = {
    "missing": "Access token is empty.",
    "malformed": "IDX14100: JWT is not well formed, there are no dots (.).",
    "signature": "Access token validation failure. Invalid signature.",
    "expired": "Lifetime validation failed, the token is expired.",
    "audience": "Access token validation failure. Invalid audience.",
}


class Graph:
    """Answers as Graph does for an application; what it may see is decided by the roles in its token."""

    def __init__(self, world: World, addresses: Addresses, login: Login) -> None:
        self._world, self._addresses, self._login = world, addresses, login
        self._photos = Photos(self)

    def app(self) -> web.Application:
        # 4 MB is the limit of a photo (domain: 1.1); what is larger must arrive to be refused in Graph's own words.
        app = web.Application(middlewares=[self._errors], client_max_size=16 * 2**20)
        for version in ("v1.0", "beta"):
            base = f"/{version}/users/{{id}}"
            app.router.add_get(base, self._user)
            app.router.add_get(f"{base}/manager", self._manager)
            app.router.add_get(f"{base}/onPremisesSyncBehavior", self._sync_behavior)
            self._photos.routes(app, base)
            app.router.add_get(f"/{version}/organization", self._organization)
            health = f"/{version}/admin/serviceAnnouncement"
            app.router.add_get(f"{health}/healthOverviews", self._health)
            app.router.add_get(f"{health}/issues", self._issues)
        app.router.add_get("/beta/admin/people/photoUpdateSettings", self._policy)  # beta only (domain: 1.2)
        return app

    # -- who asks, and about whom ------------------------------------------------------------------------------------

    @web.middleware
    async def _errors(self, request: web.Request, handler: Any) -> web.StreamResponse:
        try:
            return await self._checked(request, handler)
        except Failure as failure:
            inner = {
                "date": f"{self._world.clock.now():%Y-%m-%dT%H:%M:%S}",
                "request-id": str(uuid.uuid4()),
                "client-request-id": request.headers.get("client-request-id", str(uuid.uuid4())),
            }
            error = {"code": failure.code, "message": str(failure), "innerError": inner}
            return web.json_response({"error": error}, status=failure.status)

    async def _checked(self, request: web.Request, handler: Any) -> web.StreamResponse:
        try:
            audiences = (self._addresses.graph, f"{self._addresses.graph}/", GRAPH, f"{GRAPH}/", GRAPH_APP_ID)
            claims = self._login.check(request.headers.get("Authorization", ""), *audiences)
        except Refused as refused:
            raise Failure(401, "InvalidAuthenticationToken", _TOKEN_TROUBLE[refused.reason]) from None
        # Consent that was withdrawn shows at once, so that a test need not wait for the next token; consent that is
        # given shows with the next token, as in the real tenant.
        request[_ROLES] = set(claims.get("roles", ())) & self._world.graph_roles
        answer: web.StreamResponse = await handler(request)
        return answer

    def need(self, request: web.Request, *roles: str, code: str = _DENIED, text: str = _NO) -> None:
        """Raises 403 unless the token carries one of these roles."""
        if not request[_ROLES] & set(roles):
            raise Failure(403, code, text)

    def person(self, request: web.Request) -> Person:
        """The person in the address, by object id or user principal name."""
        name = request.match_info["id"]
        person = self._world.find(name)
        if person is None or name.startswith("i:0#"):
            text = f"Resource '{name}' does not exist or one of its queried reference-property objects are not present."
            raise Failure(404, "Request_ResourceNotFound", text)
        return person

    def context(self, rest: str) -> str:
        return f"{self._addresses.graph}/v1.0/$metadata#{rest}"

    @property
    def world(self) -> World:
        return self._world

    # -- users -------------------------------------------------------------------------------------------------------

    async def _user(self, request: web.Request) -> web.Response:
        self.need(request, "User.Read.All", "User.ReadWrite.All", "Directory.Read.All")
        person = self.person(request)
        answer = self._selected(self._fields(person), request.query.get("$select", ""))
        if request.query.get("$expand", "").startswith("manager") and person.manager:
            boss = self._world.people[person.manager]
            answer["manager"] = {"@odata.type": "#microsoft.graph.user"} | self._selected(self._fields(boss), "")
        return web.json_response({"@odata.context": self.context("users/$entity"), **answer})

    async def _manager(self, request: web.Request) -> web.Response:
        self.need(request, "User.Read.All", "User.ReadWrite.All", "Directory.Read.All")
        person = self.person(request)
        if person.manager is None:
            text = "Resource 'manager' does not exist or one of its queried reference-property objects are not present."
            raise Failure(404, "Request_ResourceNotFound", text)
        answer = self._selected(self._fields(self._world.people[person.manager]), request.query.get("$select", ""))
        return web.json_response({"@odata.context": self.context("directoryObjects/$entity"), **answer})

    @staticmethod
    def _selected(fields: dict[str, Any], select: str) -> dict[str, Any]:
        wanted = [name.strip() for name in select.split(",") if name.strip()] or list(_DEFAULT)
        known = {name.lower(): name for name in fields}
        for name in wanted:
            if name.lower() not in known:
                text = f"Could not find a property named '{name}' on type 'microsoft.graph.user'."
                raise Failure(400, "BadRequest", f"Parsing OData Select and Expand failed: {text}")
        return {known[name.lower()]: fields[known[name.lower()]] for name in wanted}

    def _fields(self, person: Person) -> dict[str, Any]:
        now, start = self._world.clock.now(), self._world.started_at
        plans = [
            {
                "assignedDateTime": stamp(start - plan.assigned),
                "capabilityStatus": plan.status,
                "service": plan.service,
                "servicePlanId": plan.id,
            }
            for plan in person.plans
        ]
        provisioned = [
            {"capabilityStatus": plan.status, "provisioningStatus": "Success", "service": plan.service}
            for plan in person.plans
        ]
        return {
            "id": person.object_id,
            "displayName": person.name,
            "givenName": person.given_name,
            "surname": person.surname,
            "userPrincipalName": person.user_principal_name,
            "mail": person.mail,
            "proxyAddresses": [f"SMTP:{person.mail}"] if person.has_mailbox else [],
            "userType": "Guest" if person.guest else "Member",
            "externalUserState": "Accepted" if person.guest else None,
            "accountEnabled": True,
            "createdDateTime": stamp(start - timedelta(days=900)),
            "usageLocation": "NO" if person.office == "Bergen" else "NL",
            "jobTitle": person.job_title,
            "department": person.department,
            "officeLocation": person.office,
            "businessPhones": [person.phone] if person.phone else [],
            "mobilePhone": None,
            "preferredLanguage": person.language,
            "employeeId": None,
            "companyName": None,
            "assignedLicenses": [],
            "assignedPlans": plans,
            "provisionedPlans": provisioned,
            "licenseAssignmentStates": [],
            "onPremisesSyncEnabled": True if person.synced else None,  # null: never synced (domain: 3.3)
            "onPremisesLastSyncDateTime": stamp(now - timedelta(minutes=17)) if person.synced else None,
            "onPremisesProvisioningErrors": [],
            "onPremisesDomainName": f"ad.{DOMAIN}" if person.synced else None,
            "onPremisesSamAccountName": person.key if person.synced else None,
            "onPremisesImmutableId": None,
            "serviceProvisioningErrors": [],
            "showInAddressList": False if person.guest else None,
            "preferredDataLocation": person.geo or None,
            "isResourceAccount": None,
        }

    async def _sync_behavior(self, request: web.Request) -> web.Response:
        self.need(request, "User-OnPremisesSyncBehavior.ReadWrite.All")  # needed even to read (domain: 3.3)
        person = self.person(request)
        return web.json_response({"id": person.object_id, "isCloudManaged": not person.synced})

    # -- the tenant --------------------------------------------------------------------------------------------------

    async def _policy(self, request: web.Request) -> web.Response:
        # The text is what partners see through GDAP (domain: 3.2); the code is [general].
        text = "Authorization failed because of missing requirement(s)."
        if self._world.situation.policy_forbidden:
            raise Failure(403, "Forbidden", text)
        self.need(request, "PeopleSettings.Read.All", "PeopleSettings.ReadWrite.All", code="Forbidden", text=text)
        scene = self._world.situation
        context = f"{self._addresses.graph}/beta/$metadata#admin/people/photoUpdateSettings/$entity"
        roles = None if scene.policy_roles is None else list(scene.policy_roles)
        return web.json_response({"@odata.context": context, "source": scene.policy_source, "allowedRoles": roles})

    async def _organization(self, request: web.Request) -> web.Response:
        self.need(request, "Organization.Read.All", "Directory.Read.All", "User.Read.All")
        synced = any(person.synced for person in self._world.people.values())
        tenant = {
            "id": TENANT_ID,
            "displayName": TENANT_NAME,
            "onPremisesSyncEnabled": synced or None,
            "onPremisesLastSyncDateTime": stamp(self._world.clock.now() - timedelta(minutes=17)) if synced else None,
            "verifiedDomains": [{"name": DOMAIN, "isDefault": True, "isInitial": False, "type": "Managed"}],
        }
        return web.json_response({"@odata.context": self.context("organization"), "value": [tenant]})

    def _open_issues(self) -> Iterable[dict[str, Any]]:
        issues = (ADVISORY, INCIDENT) if self._world.situation.incident else (ADVISORY,)
        started = self._world.started_at
        for issue in issues:
            times = {"startDateTime": stamp(started - timedelta(hours=5)), "lastModifiedDateTime": stamp(started)}
            yield {**issue, **times, "posts": []}

    async def _health(self, request: web.Request) -> web.Response:
        self.need(request, "ServiceHealth.Read.All", code="Forbidden")
        expand = "issues" in request.query.get("$expand", "")
        issues = list(self._open_issues())
        services = []
        for name in SERVICES:
            own = [issue for issue in issues if issue["service"] == name]
            status = "serviceDegradation" if own else "serviceOperational"
            service = {"service": name, "status": status, "id": name.replace(" ", "")}
            services.append({**service, "issues": own} if expand else service)
        context = self.context("admin/serviceAnnouncement/healthOverviews")
        return web.json_response({"@odata.context": context, "value": services})

    async def _issues(self, request: web.Request) -> web.Response:
        self.need(request, "ServiceHealth.Read.All", code="Forbidden")
        context = self.context("admin/serviceAnnouncement/issues")
        return web.json_response({"@odata.context": context, "value": list(self._open_issues())})


def stamp(moment: datetime) -> str:
    """A moment as Graph writes it."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
