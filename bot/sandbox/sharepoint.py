"""The simulated SharePoint Online: user profiles over REST, for an app with a certificate (domain, section 4)."""

from __future__ import annotations

import json
import re
from typing import Any

from aiohttp import web

from bot.sandbox.addresses import Addresses
from bot.sandbox.drive import Drive
from bot.sandbox.login import Login, Refused
from bot.sandbox.pages import Pages
from bot.sandbox.person import APP_ID, TENANT_ID, Person
from bot.sandbox.profiles import Profiles, empty
from bot.sandbox.rim import Asking, Failure, json_body
from bot.sandbox.userinfo import UserInformation
from bot.sandbox.world import World

_MANAGER = "SP.UserProfiles.PeopleManager"
_DENIED = "Access denied. You do not have permission to perform this action or access this resource."
_NO_PROFILES = "Access Denied: This application does not have the required permissions to access profile information"
_UNAUTHORIZED = "-2147024891, System.UnauthorizedAccessException"
_NO_RESOURCE = "-1, Microsoft.SharePoint.Client.ResourceNotFoundException"
_NO_FILE = "-2147024894, System.IO.FileNotFoundException"
_NO_USER = "-1, Microsoft.Office.Server.UserProfiles.UserNotFoundException"
_SHAREPOINT_ID = "00000003-0000-0ff1-ce00-000000000000"
_FILE = re.compile(r"web/(GetFileByServerRelativePath\(.*\))/\$value")
_EDITOR = "/_layouts/15/editprofile.aspx?UserSettingsProvider=dfb95e82-8132-404b-b693-25418fdac9b6"
# What SharePoint's front end says to a token, in the body and in x-ms-diagnostics [general].
_TOKEN_TROUBLE = {
    "missing": (3000000, "Access token is missing."),
    "malformed": (3000006, "Token contains invalid signature."),
    "signature": (3000006, "Token contains invalid signature."),
    "expired": (3000008, "The token has expired."),
    "audience": (3000003, "Invalid audience Uri."),
    "secret": (3001000, "Unsupported app only token."),
}


class SharePoint:
    """One SharePoint host of the tenant: the root, the personal sites, the admin center, or another geography's."""

    def __init__(self, world: World, addresses: Addresses, login: Login, name: str) -> None:
        self._world, self._addresses, self._login, self._name = world, addresses, login, name
        self._profiles = Profiles(world, addresses, name)
        self._people = UserInformation(world, addresses, self._profiles)
        self._pages = Pages(world, addresses, self.authorize, name)

    @property
    def base(self) -> str:
        address: str = getattr(self._addresses, self._name)
        return address

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._errors], client_max_size=60 * 2**20)  # of one part of a file
        app.router.add_route("*", "/_api/{call:.*}", self._rest)
        app.router.add_route("*", "/{kind:[Ss]ites}/{site}/_api/{call:.*}", self._rest)
        if self._name == "my":
            Drive(self._world, self._addresses).routes(app)
        self._pages.routes(app)
        return app

    # -- the token ---------------------------------------------------------------------------------------------------

    def authorize(self, request: web.Request) -> Asking:
        """Who asks; raises 401 for a token that SharePoint does not take."""
        try:
            # One token per host: the audience is this very one (domain: 4.3).
            claims = self._login.check(request.headers.get("Authorization", ""), self.base, f"{self.base}/")
            # A secret does not do for SharePoint (SPAPPONLY): the token says how the application proved itself.
            if claims.get("idtyp") != "user" and claims.get("appidacr") != "2":
                raise Refused("secret")
        except Refused as refused:
            number, text = _TOKEN_TROUBLE[refused.reason]
            headers = {
                "WWW-Authenticate": f'Bearer realm="{TENANT_ID}",client_id="{_SHAREPOINT_ID}"',
                "x-ms-diagnostics": f'{number};reason="{text}";category="invalid_client"',
            }
            raise Failure(401, "token", text, headers) from None
        if claims.get("idtyp") == "user":  # who reads their own profile, and whatever is open to everybody
            reads = "AllSites.Read" in self._world.sharepoint_scopes
            return Asking({"Sites.Read.All"} if reads else set(), claims["oid"])
        return Asking(set(claims.get("roles", ())) & self._world.sharepoint_roles)

    @web.middleware
    async def _errors(self, request: web.Request, handler: Any) -> web.StreamResponse:
        try:
            answer: web.StreamResponse = await handler(request)
            return answer
        except Failure as failure:
            if failure.code == "token":
                body = {"error_description": str(failure)}
                return web.json_response(body, status=failure.status, headers=failure.headers)
            error = {"code": failure.code, "message": {"lang": "en-US", "value": str(failure)}}
            return _json(request, {"error" if _is_verbose(request) else "odata.error": error}, failure.status)

    # -- REST --------------------------------------------------------------------------------------------------------

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        asking = self.authorize(request)
        roles = asking.roles
        call, site = request.match_info["call"], request.match_info.get("site", "")
        if site.lower() not in self._world.sites or (site and self._name != "root"):
            return web.Response(status=404, text="404 FILE NOT FOUND")
        if call == "web/SiteUserInfoList/items" and request.method == "GET":
            return self._user_information(request, roles, site.lower())
        if (file := _FILE.fullmatch(call)) and request.method == "GET" and not site:
            return self._file(request, roles, _arguments(request, file[1]).get("decodedurl", ""))
        return await self._people_manager(request, asking, call)

    def _user_information(self, request: web.Request, roles: set[str], site: str) -> web.StreamResponse:
        self._may_read_sites(roles)
        items = self._people.items(self._world.sites[site], dict(request.query))
        if _is_verbose(request):
            return _json(request, {"d": {"results": [_verbose_item(item) for item in items]}})
        return _json(request, {"value": items})

    def _file(self, request: web.Request, roles: set[str], path: str) -> web.StreamResponse:
        """A file's content by REST, which is the documented way for an application."""
        self._may_read_sites(roles)
        picture = self._pages.file(path)
        if picture is None:
            raise Failure(404, _NO_FILE, "File Not Found.")
        return web.Response(body=picture, content_type="application/octet-stream")

    async def _people_manager(self, request: web.Request, asking: Asking, path: str) -> web.StreamResponse:
        manager, _, call = path.partition("/")
        method = call.partition("(")[0]
        if manager != _MANAGER or not method:
            raise Failure(404, _NO_RESOURCE, "Cannot find resource for the request.")
        self._may_read_profiles(asking, _arguments(request, call).get("accountName"))
        match method, request.method:
            case "GetPropertiesFor", "GET":
                return self._properties(request, _arguments(request, call).get("accountName"))
            case "GetUserProfilePropertyFor", "GET":
                return self._property(request, _arguments(request, call))
            case "GetMyProperties", "GET":
                # An application has no profile of its own [inferred, domain: 4.3].
                nobody = {"AccountName": f"i:0i.t|{_SHAREPOINT_ID}|{APP_ID}@{TENANT_ID}"}
                return _json(request, _wrapped(request, empty() | nobody))
            case "EditProfileLink", "GET":
                return _value(request, "EditProfileLink", self._addresses.my + _EDITOR)
            case "SetSingleValueProfileProperty", "POST":
                return await self._write(request, asking.roles)
        raise Failure(404, _NO_RESOURCE, f"Cannot find resource for the request {method}.")

    @staticmethod
    def _may_read_sites(roles: set[str]) -> None:
        if not roles & {"Sites.FullControl.All", "Sites.Read.All"}:
            raise Failure(403, _UNAUTHORIZED, _DENIED)

    def _may_read_profiles(self, asking: Asking, account: str | None) -> None:
        """Sites.FullControl.All and User.Read.All, both on SharePoint's own resource (pnp/powershell#5084).

        A person reads their own profile.
        """
        roles = asking.roles
        if asking.person:
            own = self._person(account)
            if own and own.object_id == asking.person and roles:
                return
            raise Failure(403, _UNAUTHORIZED, _NO_PROFILES)
        reads = roles & {"User.Read.All", "User.ReadWrite.All"}
        if self._world.situation.sharepoint_denied or not reads or "Sites.FullControl.All" not in roles:
            raise Failure(403, _UNAUTHORIZED, _NO_PROFILES)

    def _person(self, account: str | None) -> Person | None:
        """The person with that claim; any letter case, as SharePoint takes it. A name without claim is nobody's."""
        person = self._world.find(account) if account else None
        return person if person and account and account.casefold() == person.claim.casefold() else None

    def _properties(self, request: web.Request, account: str | None) -> web.StreamResponse:
        person = self._person(account)
        if person and person.profile:
            return _json(request, _wrapped(request, self._profiles.properties(person)))
        # The ways in which a missing profile is told (domain: 4.1).
        spelling = self._world.missing_profile if person else "null"
        if spelling == "error":
            raise Failure(500, _NO_USER, f"User Profile Error 1000: {account}")
        if spelling == "empty":
            return _json(request, _wrapped(request, empty()))
        return _value(request, "GetPropertiesFor", None)

    def _property(self, request: web.Request, arguments: dict[str, str]) -> web.StreamResponse:
        person = self._person(arguments.get("accountName"))
        values = self._profiles.values(person) if person and person.profile else {}
        # The name is case-sensitive (domain: 4.1).
        return _value(request, "GetUserProfilePropertyFor", values.get(arguments.get("propertyName", "")))

    async def _write(self, request: web.Request, roles: set[str]) -> web.StreamResponse:
        if "User.ReadWrite.All" not in roles:
            raise Failure(403, _UNAUTHORIZED, _DENIED)  # APPPERM
        body = await json_body(request) or {}
        account, name, value = (body.get(key) for key in ("accountName", "propertyName", "propertyValue"))
        person = self._person(account) if isinstance(account, str) else None
        if person is None or not person.profile:
            raise Failure(500, _NO_USER, f"User Profile Error 1000: {account}")
        if not isinstance(name, str) or not isinstance(value, str) or name not in self._profiles.values(person):
            raise Failure(400, "-2147024809, System.ArgumentException", "Property Not Found")
        self._set(person, name, value)
        return _value(request, "SetSingleValueProfileProperty", None)

    def _set(self, person: Person, name: str, value: str) -> None:
        state = self._world.state(person.key)
        if name == "SPS-PictureExchangeSyncState":
            state.exchange_sync_state = value
        elif name == "SPS-PicturePlaceholderState":
            state.placeholder_state = value
        elif name == "SPS-PictureTimestamp":
            state.properties[name] = value  # changes ?t= only, and starts no pull (domain: 4.4.6)
        elif name == "PictureURL":
            state.picture_url = bool(value)
        else:
            state.properties[name] = value


def _arguments(request: web.Request, call: str) -> dict[str, str]:
    """The arguments of `Method(name=@v,other='text')`; an alias is looked up in the query (OData parameter aliases)."""
    inside = re.fullmatch(r"\w+\((.*)\)", call)
    arguments = {}
    for name, literal, alias in re.findall(r"(\w+)=(?:('(?:[^']|'')*')|(@\w+))", inside[1] if inside else ""):
        text = literal or request.query.get(alias, "")
        quoted = re.fullmatch(r"'((?:[^']|'')*)'", text)
        if quoted is None:
            code = "-1, Microsoft.SharePoint.Client.InvalidClientQueryException"
            raise Failure(400, code, f'The expression "{alias or literal}={text}" is not valid.')
        arguments[name] = quoted[1].replace("''", "'")
    return arguments


def _is_verbose(request: web.Request) -> bool:
    return "odata=verbose" in request.headers.get("Accept", "").replace(" ", "").lower()


def _wrapped(request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`d` around everything and `results` around lists, where verbose was asked for (domain: 4.1)."""
    if not _is_verbose(request):
        return body
    lists = {name: {"results": value} for name, value in body.items() if isinstance(value, list)}
    metadata = {"__metadata": {"type": "SP.UserProfiles.PersonProperties"}}
    return {"d": metadata | body | lists}


def _verbose_item(item: dict[str, Any]) -> dict[str, Any]:
    """An entry of a list as verbose writes it, with the types of it and of its hyperlink."""
    picture = item.get("Picture")
    typed = {"Picture": {"__metadata": {"type": "SP.FieldUrlValue"}, **picture}} if picture else {}
    return {"__metadata": {"type": "SP.Data.UserInfoItem"}, **item, **typed}


def _value(request: web.Request, name: str, value: str | None) -> web.Response:
    """A single value, or that there is none."""
    if _is_verbose(request):
        return _json(request, {"d": {name: value}})
    return _json(request, {"odata.null": True} if value is None else {"value": value})


def _json(request: web.Request, body: dict[str, Any], status: int = 200) -> web.Response:
    kind = "verbose" if _is_verbose(request) else "nometadata"
    headers = {"Content-Type": f"application/json;odata={kind};streaming=true;charset=utf-8"}
    return web.Response(status=status, body=json.dumps(body, ensure_ascii=False).encode(), headers=headers)
