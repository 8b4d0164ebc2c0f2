"""The simulated Microsoft Graph: users, photos, the photo policy, the tenant and service health (domain, section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from aiohttp import web

from bot.sandbox import batch
from bot.sandbox.addresses import Addresses
from bot.sandbox.apps import Apps, Bring
from bot.sandbox.channels import Channels
from bot.sandbox.connector import Connector
from bot.sandbox.login import GRAPH, GRAPH_APP_ID, Login, Refused
from bot.sandbox.mail import Mail
from bot.sandbox.person import DOMAIN, TENANT_ID, TENANT_NAME, Person
from bot.sandbox.photos import Photos
from bot.sandbox.rim import NUMBER, Failure
from bot.sandbox.scenes import ADVISORY, INCIDENT, SERVICES
from bot.sandbox.selection import expanded, names, selected
from bot.sandbox.users import DEFAULT, SHAREPOINT_HELD, Users, stamp
from bot.sandbox.world import World

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

    def __init__(self, world: World, addresses: Addresses, login: Login, connector: Connector, bring: Bring) -> None:
        self._world, self._addresses, self._login = world, addresses, login
        self._photos, self._users = Photos(self), Users(world, addresses)
        self._channels = Channels(self, self._users, connector.chats, addresses)
        self._apps = Apps(self, connector, bring)

    def app(self) -> web.Application:
        # 4 MB is the limit of a photo (domain: 1.1); what is larger must arrive to be refused in Graph's own words.
        app = web.Application(middlewares=[self._errors], client_max_size=16 * 2**20)
        for version in ("v1.0", "beta"):
            app.router.add_post(f"/{version}/$batch", batch.answer)
            base = f"/{version}/users/{{id}}"
            app.router.add_get(base, self._user)
            app.router.add_get(f"{base}/manager", self._manager)
            app.router.add_get(f"{base}/onPremisesSyncBehavior", self._sync_behavior)
            self._photos.routes(app, base)
            Mail(self).routes(app, base)
            self._channels.routes(app, version)
            app.router.add_get(f"/{version}/organization", self._organization)
            self._apps.routes(app, version)
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
                "request-id": request[NUMBER],
                "client-request-id": request.headers.get("client-request-id", request[NUMBER]),
            }
            error = {"code": failure.code, "message": str(failure), "innerError": inner}
            return web.json_response({"error": error}, status=failure.status, headers=failure.headers)

    async def _checked(self, request: web.Request, handler: Any) -> web.StreamResponse:
        try:
            audiences = (self._addresses.graph, f"{self._addresses.graph}/", GRAPH, f"{GRAPH}/", GRAPH_APP_ID)
            claims = self._login.check(request.headers.get("Authorization", ""), *audiences)
        except Refused as refused:
            raise Failure(401, "InvalidAuthenticationToken", _TOKEN_TROUBLE[refused.reason]) from None
        # Consent that was withdrawn shows at once, so that a test need not wait for the next token; consent that is
        # given shows with the next token, as in the real tenant.
        request[_ROLES] = set(claims.get("roles", ())) & self._world.graph_roles
        if claims.get("idtyp") == "user":
            request[_ROLES] = self._of_a_person(request, claims)
        answer: web.StreamResponse = await handler(request)
        return answer

    def _of_a_person(self, request: web.Request, claims: Mapping[str, Any]) -> set[str]:
        """What a person may do, as what an application would need for it: with their own photo, and no more."""
        own = self._world.find(request.match_info.get("id", ""))
        if own is None or own.object_id != claims["oid"]:
            return set()
        may = {"User.Read": "ProfilePhoto.Read.All", "User.ReadWrite": "ProfilePhoto.ReadWrite.All"}
        return {may[scope] for scope in str(claims.get("scp", "")).split() if scope in may}

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
        wanted = names(request.query.get("$select", ""))
        fields = self._users.fields(person)
        if {name.lower() for name in SHAREPOINT_HELD} & {name.lower() for name in wanted}:
            fields |= self._users.sharepoint_fields(person)
        answer = selected(fields, wanted or DEFAULT)
        for name, options in expanded(request.query.get("$expand", "")).items():
            if name != "manager":
                text = f"Could not find a property named '{name}' on type 'microsoft.graph.user'."
                raise Failure(400, "BadRequest", f"Parsing OData Select and Expand failed: {text}")
            answer |= self._expanded_manager(person, options)
        return web.json_response({"@odata.context": self.context("users/$entity"), **answer})

    def _expanded_manager(self, person: Person, options: dict[str, str]) -> dict[str, Any]:
        """The key is absent where there is no manager."""
        if person.manager is None:
            return {}
        boss = self._users.fields(self._world.people[person.manager])
        chosen = selected(boss, names(options.get("$select", "")) or DEFAULT)
        return {"manager": {"@odata.type": "#microsoft.graph.user", **chosen}}

    async def _manager(self, request: web.Request) -> web.Response:
        self.need(request, "User.Read.All", "User.ReadWrite.All", "Directory.Read.All")
        person = self.person(request)
        if person.manager is None:
            text = "Resource 'manager' does not exist or one of its queried reference-property objects are not present."
            raise Failure(404, "Request_ResourceNotFound", text)
        boss = self._users.fields(self._world.people[person.manager])
        answer = selected(boss, names(request.query.get("$select", "")) or DEFAULT)
        kind = {"@odata.type": "#microsoft.graph.user"}
        return web.json_response({"@odata.context": self.context("directoryObjects/$entity"), **kind, **answer})

    async def _sync_behavior(self, request: web.Request) -> web.Response:
        self.need(request, "User-OnPremisesSyncBehavior.ReadWrite.All")  # needed even to read (domain: 3.3)
        person = self.person(request)
        context = self.context(f"users('{person.object_id}')/onPremisesSyncBehavior/$entity")
        managed = person.cloud_managed or not person.synced
        return web.json_response({"@odata.context": context, "id": person.object_id, "isCloudManaged": managed})

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
        synced_at = self._world.synced_at
        tenant = {
            "id": TENANT_ID,
            "displayName": TENANT_NAME,
            "tenantType": "AAD",
            "countryLetterCode": "NL",
            "preferredLanguage": "nl",
            "createdDateTime": "2014-05-12T08:00:00Z",
            "onPremisesSyncEnabled": True if synced_at else None,
            "onPremisesLastSyncDateTime": stamp(synced_at) if synced_at else None,
            "verifiedDomains": [{"name": DOMAIN, "isDefault": True, "isInitial": False, "type": "Managed"}],
        }
        wanted = names(request.query.get("$select", ""))
        chosen = selected(tenant, wanted, "organization") if wanted else tenant
        return web.json_response({"@odata.context": self.context("organization"), "value": [chosen]})

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
