"""The organization's catalog of Teams apps in the simulated Graph, and for whom the bot's app is installed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.sandbox.person import APP_ID, TENANT_ID, Person
from bot.sandbox.rim import Failure, json_body

if TYPE_CHECKING:
    from bot.sandbox.connector import Connector
    from bot.sandbox.graph import Graph

_ROLES = (
    *("TeamsAppInstallation.ReadWriteSelfForUser.All", "TeamsAppInstallation.ReadWriteForUser.All"),
    *("TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All", "TeamsAppInstallation.ReadWriteAndConsentForUser.All"),
)
_APPS = "appCatalogs/teamsApps"

Bring = Callable[[Person], None]


class Apps:
    """Answers for Graph; `bring` tells the bot that a person has it now, as Teams does."""

    def __init__(self, graph: Graph, connector: Connector, bring: Bring) -> None:
        self._graph, self._connector, self._bring = graph, connector, bring

    def routes(self, app: web.Application, version: str) -> None:
        app.router.add_get(f"/{version}/{_APPS}", self._uploaded)
        installed = f"/{version}/users/{{id}}/teamwork/installedApps"
        app.router.add_get(installed, self._installed)
        app.router.add_post(installed, self._install)

    async def _uploaded(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/appcatalogs-list-teamsapps"""
        self._graph.need(request, "AppCatalog.Read.All", "AppCatalog.ReadWrite.All", "Directory.Read.All")
        asked = request.query.get("$filter", "") == f"externalId eq '{APP_ID}'"
        versions = [{"id": f"definition-{one}", "version": one} for one in self._graph.world.uploaded]
        more = {"appDefinitions": versions} if "appDefinitions" in request.query.get("$expand", "") else {}
        found = [_app(id) | more for id in self._graph.world.catalog] if asked and versions else []
        return web.json_response({"@odata.context": self._graph.context(_APPS), "value": found})

    async def _installed(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/userteamwork-list-installedapps

        An application that may see only itself sees nothing where the app's package does not name it.
        """
        person = self._person(request)
        shown = {f"teamsApp/id eq '{id}'" for id in self._graph.world.catalog} | {""}
        there = self._connector.personal(person).installed and self._graph.world.names_application
        more = (
            {"teamsApp": _app(self._graph.world.catalog[0])} if "teamsApp" in request.query.get("$expand", "") else {}
        )
        found = [{"id": f"install-{person.key}", **more}] if there and request.query.get("$filter", "") in shown else []
        context = self._graph.context(f"users('{person.object_id}')/teamwork/installedApps")
        return web.json_response({"@odata.context": context, "@odata.count": len(found), "value": found})

    async def _install(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/userteamwork-post-installedapps

        The bot hears of it afterwards.
        """
        person, world = self._person(request), self._graph.world
        bound = str((await json_body(request) or {}).get("teamsApp@odata.bind", ""))
        address, _, id = bound.rpartition("/")
        if not address.endswith(f"/{_APPS}"):
            raise Failure(400, "BadRequest", "Invalid bind property name teamsApp in request.")
        if id not in world.catalog or not world.uploaded:
            raise Failure(404, "NotFound", f"App with id '{id}' was not found in the catalog.")
        if not world.names_application:
            raise Failure(403, "Forbidden", f"AAD App Id '{APP_ID}' is not allowed to manage the Teams App '{id}'")
        if person.guest or not person.enabled:
            text = "Failed to get license information for the user. Ensure user has a valid Office365 license assigned"
            raise Failure(403, "Forbidden", f"{text} to them.")
        if person.key in world.app_forbidden:
            whom = f"TenantId: {TENANT_ID}, UserObjectId: {person.object_id}, AppId: {APP_ID}, AppType: Private"
            raise Failure(403, "Forbidden", f"App is blocked by app permission policy. {whom}")
        chat = self._connector.personal(person)
        if chat.installed:
            raise Failure(
                409, "Conflict", f"The app is already installed for the user '{person.object_id}'."
            )  # [general]
        chat.installed = True
        self._bring(person)
        return web.Response(status=201)

    def _person(self, request: web.Request) -> Person:
        """Whom it is about, for an application that may."""
        roles = ", ".join(_ROLES)
        text = f"Missing role permissions on the request. API requires one of '{roles}'."
        self._graph.need(request, *_ROLES, code="Forbidden", text=text)
        person = self._graph.world.find(request.match_info["id"])
        if person is None:
            raise Failure(404, "NotFound", f"User Id '{request.match_info['id']}' not found.")
        return person


def _app(id: str) -> dict[str, Any]:
    return {"id": id, "externalId": APP_ID, "displayName": "Resync", "distributionMethod": "organization"}
