"""The simulated SharePoint Online: user profiles over REST, for an app with a certificate (domain, section 4)."""

from __future__ import annotations

import json
import re
import uuid
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.sandbox.addresses import Addresses
from bot.sandbox.login import Login, Refused
from bot.sandbox.pages import Pages
from bot.sandbox.people import APP_ID, TENANT_ID, Person
from bot.sandbox.rim import Failure, json_body
from bot.sandbox.world import World

_EPOCH = datetime(1, 1, 1, tzinfo=UTC)  # SPS-PictureTimestamp counts seconds from here (domain: 2.2)
_MANAGER = "SP.UserProfiles.PeopleManager"
_DENIED = "Access denied. You do not have permission to perform this action or access this resource."
_NO_PROFILES = "Access Denied: This application does not have the required permissions to access profile information"
_UNAUTHORIZED = "-2147024891, System.UnauthorizedAccessException"
_NO_RESOURCE = "-1, Microsoft.SharePoint.Client.ResourceNotFoundException"
_NO_USER = "-1, Microsoft.Office.Server.UserProfiles.UserNotFoundException"
_SHAREPOINT_ID = "00000003-0000-0ff1-ce00-000000000000"
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

    @property
    def base(self) -> str:
        address: str = getattr(self._addresses, self._name)
        return address

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._errors])
        app.router.add_route("*", "/_api/{call:.*}", self._rest)
        Pages(self._world, self._addresses, self.authorize, self._name).routes(app)
        return app

    # -- the token ---------------------------------------------------------------------------------------------------

    def authorize(self, request: web.Request) -> set[str]:
        """The roles of the application that asks; raises 401 for a token that SharePoint does not take."""
        try:
            # One token per host: the audience is this very one (domain: 4.3).
            claims = self._login.check(request.headers.get("Authorization", ""), self.base, f"{self.base}/")
            # A secret does not do for SharePoint (SPAPPONLY): the token says how the application proved itself.
            if claims.get("appidacr") != "2":
                raise Refused("secret")
        except Refused as refused:
            number, text = _TOKEN_TROUBLE[refused.reason]
            headers = {
                "WWW-Authenticate": f'Bearer realm="{TENANT_ID}",client_id="{_SHAREPOINT_ID}"',
                "x-ms-diagnostics": f'{number};reason="{text}";category="invalid_client"',
            }
            raise Failure(401, "token", text, headers) from None
        return set(claims.get("roles", ())) & self._world.sharepoint_roles

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
        roles = self.authorize(request)
        manager, _, call = request.match_info["call"].partition("/")
        method = call.partition("(")[0]
        if manager != _MANAGER or not method:
            raise Failure(404, _NO_RESOURCE, "Cannot find resource for the request.")
        self._may_read_profiles(roles)
        match method, request.method:
            case "GetPropertiesFor", "GET":
                return self._properties(request, _arguments(request, call).get("accountName"))
            case "GetUserProfilePropertyFor", "GET":
                return self._property(request, _arguments(request, call))
            case "GetMyProperties", "GET":
                # An application has no profile of its own [inferred, domain: 4.3].
                nobody = {"AccountName": f"i:0i.t|{_SHAREPOINT_ID}|{APP_ID}@{TENANT_ID}"}
                return _json(request, _wrapped(request, self._empty() | nobody))
            case "EditProfileLink", "GET":
                return _value(request, "EditProfileLink", self._addresses.my + _EDITOR)
            case "SetSingleValueProfileProperty", "POST":
                return await self._write(request, roles)
        raise Failure(404, _NO_RESOURCE, f"Cannot find resource for the request {method}.")

    def _may_read_profiles(self, roles: set[str]) -> None:
        """Sites.FullControl.All and User.Read.All, both on SharePoint's own resource (pnp/powershell#5084)."""
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
            return _json(request, _wrapped(request, self._profile(person)))
        # The ways in which a missing profile is told (domain: 4.1).
        spelling = self._world.missing_profile if person else "null"
        if spelling == "error":
            raise Failure(500, _NO_USER, f"User Profile Error 1000: {account}")
        if spelling == "empty":
            return _json(request, _wrapped(request, self._empty()))
        return _value(request, "GetPropertiesFor", None)

    def _property(self, request: web.Request, arguments: dict[str, str]) -> web.StreamResponse:
        person = self._person(arguments.get("accountName"))
        values = self.values(person) if person and person.profile else {}
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
        if not isinstance(name, str) or not isinstance(value, str) or name not in self.values(person):
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

    # -- a profile ---------------------------------------------------------------------------------------------------

    def values(self, person: Person) -> dict[str, str]:
        """The profile properties that SharePoint keeps, by their REST keys (domain: 2.2, 2.5)."""
        state = self._world.state(person.key)
        manager = self._world.people[person.manager].claim if person.manager else ""
        seconds = "" if state.pulled_at is None else str(int((state.pulled_at - _EPOCH).total_seconds()))
        title = person.profile_title or person.job_title
        values = {
            "UserProfile_GUID": str(uuid.uuid5(uuid.NAMESPACE_URL, person.claim)),
            "SID": f"i:0h.f|membership|{person.object_id[:8]}@live.com",
            "ADGuid": "System.Byte[]",
            "AccountName": person.claim,
            "FirstName": person.given_name,
            "LastName": person.surname,
            "PreferredName": person.name,
            "UserName": person.user_principal_name,
            "WorkPhone": person.phone,
            "WorkEmail": person.mail,
            "Office": person.office,
            "Title": title,
            "SPS-JobTitle": title,
            "Department": person.department,
            "SPS-Department": person.department,
            "Manager": manager,
            "AboutMe": "",
            "PersonalSpace": person.personal_site,
            "PictureURL": self._picture_url(person, "M") if state.picture_url else "",
            "SPS-PictureTimestamp": seconds,
            "SPS-PicturePlaceholderState": state.placeholder_state,
            "SPS-PictureExchangeSyncState": state.exchange_sync_state,
            "SPS-MUILanguages": person.language,
            "SPS-ClaimID": person.user_principal_name,
            "SPS-UserPrincipalName": person.user_principal_name,
            "SPS-SipAddress": person.mail,
            "SPS-DistinguishedName": f"CN={person.object_id},OU={TENANT_ID},OU=Tenants,OU=MSOnline,DC=SPODS1,DC=msoprd",
            "msOnline-ObjectId": person.object_id,
            "SPS-UserType": "1" if person.guest else "0",
            "SPS-HideFromAddressLists": str(person.guest),
            "SPS-PersonalSiteInstantiationState": "2",
            "SPS-PersonalSiteCapabilities": "36",
            "SPS-MultiGeoFlags": "",
            "PreferredDataLocation": person.geo,
            "SPS-ObjectExists": "",
        }
        return values | state.properties

    def _picture_url(self, person: Person, size: str) -> str:
        folder = quote(person.folder)
        return f"{self._addresses.my_of(person.geo)}/User%20Photos/{folder}/{person.object_id}_{size}Thumb.jpg"

    def _profile(self, person: Person) -> dict[str, Any]:
        values, my = self.values(person), self._addresses.my_of(person.geo)
        shown = values["PictureURL"] and values["SPS-PicturePlaceholderState"] != "1"
        text = quote(person.claim, safe="")
        return self._empty() | {
            "AccountName": person.claim,
            "DisplayName": person.name,
            "Email": person.mail,
            "ExtendedManagers": [values["Manager"]] if values["Manager"] else [],
            # With the port, as SharePoint writes its `:443` (domain: 4.1).
            "PersonalSiteHostUrl": f"{urlsplit(my).scheme}://{urlsplit(my).netloc}/",
            "PersonalUrl": my + person.personal_site,
            "PictureUrl": f"{values['PictureURL']}?t={values['SPS-PictureTimestamp']}" if shown else None,
            "Title": values["Title"] or None,
            "UserProfileProperties": [
                {"Key": key, "Value": value, "ValueType": "Edm.String"} for key, value in values.items()
            ],
            "UserUrl": f"{self._addresses.my}/Person.aspx?accountname={text}",
        }

    @staticmethod
    def _empty() -> dict[str, Any]:
        lists = ("DirectReports", "ExtendedManagers", "ExtendedReports", "Peers", "UserProfileProperties")
        names = ("AccountName", "DisplayName", "Email", "LatestPost", "PersonalSiteHostUrl", "PersonalUrl")
        empty: dict[str, Any] = dict.fromkeys((*names, "PictureUrl", "Title", "UserUrl"))
        return empty | {name: [] for name in lists} | {"IsFollowed": False}


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


def _value(request: web.Request, name: str, value: str | None) -> web.Response:
    """A single value, or that there is none."""
    if _is_verbose(request):
        return _json(request, {"d": {name: value}})
    return _json(request, {"odata.null": True} if value is None else {"value": value})


def _json(request: web.Request, body: dict[str, Any], status: int = 200) -> web.Response:
    kind = "verbose" if _is_verbose(request) else "nometadata"
    headers = {"Content-Type": f"application/json;odata={kind};streaming=true;charset=utf-8"}
    return web.Response(status=status, body=json.dumps(body, ensure_ascii=False).encode(), headers=headers)
