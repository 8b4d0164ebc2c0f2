"""The simulated sign-in of Entra ID: tokens for the application, and in the name of a person; keys and metadata."""

from __future__ import annotations

import time
import uuid
from datetime import UTC, datetime
from typing import Any

import jwt
from aiohttp import web

from bot.sandbox.addresses import Addresses
from bot.sandbox.person import APP_ID, APP_OBJECT_ID, APP_URI, DOMAIN, TENANT_ID, Person
from bot.sandbox.signing import Certificate, Signer, unpadded
from bot.sandbox.world import World

BOT_FRAMEWORK = "https://api.botframework.com"
BOT_FRAMEWORK_TENANTS = ("botframework.com", "d6d49420-f39b-4df7-a1dc-d59a935871db")
GRAPH = "https://graph.microsoft.com"
GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000"
_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_REFRESH = "refresh_token"
_GRANTS = ("client_credentials", _ON_BEHALF_OF, _REFRESH)
_OPENID = {"openid", "profile", "offline_access", "email"}
# Another issuer that the application trusts: that of a cluster, or of a machine with a managed identity.
FEDERATION = "https://federation.sandbox"
FEDERATED_SUBJECT = "system:serviceaccount:resync:resync"
FEDERATED_AUDIENCE = "api://AzureADTokenExchange"
IDENTITY_ID = "8e1f0c5a-6b7d-4c1e-9a53-0d7c2b9f4e11"  # client id of the managed identity
_SKEW = 300  # seconds; Entra ID allows five minutes


class Refused(Exception):
    """An access token that a service does not accept; `reason` is one word, see Login.check."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class _Error(Exception):
    """An answer of the token endpoint that is no token."""

    def __init__(self, status: int, error: str, code: int, text: str) -> None:
        self.status, self.error, self.code, self.text = status, error, code, text
        super().__init__(text)


class Login:
    """Issues access tokens to the one registered application, and tells the other hosts whether a token is good."""

    def __init__(self, world: World, addresses: Addresses, certificate: Certificate) -> None:
        self._world, self._addresses, self._certificate = world, addresses, certificate
        self._signer, self._federation = Signer("login"), Signer("federation")
        self._refreshing: dict[str, str] = {}  # refresh tokens, and whose they are
        self.identity_header = unpadded(uuid.uuid4().bytes)
        self.secret = unpadded(uuid.uuid4().bytes + uuid.uuid4().bytes)
        self.token_lifetime = 3599  # seconds

    def roll_keys(self) -> None:
        """Sign with a new key and forget the old one: every access token issued so far is refused from now on."""
        self._signer = Signer()

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._metadata)
        app.router.add_get("/{tenant}/discovery/v2.0/keys", self._keys)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        app.router.add_get("/msi/token", self._identity)
        return app

    # -- what the other hosts ask ------------------------------------------------------------------------------------

    def check(self, authorization: str, *audiences: str) -> dict[str, Any]:
        """The claims of a good bearer token for one of `audiences`.

        Raises Refused with the reason "missing", "malformed", "signature", "expired" or "audience".
        """
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Refused("missing")
        try:
            claims: dict[str, Any] = jwt.decode(
                token.strip(), self._signer.key.public_key(), algorithms=["RS256"], audience=list(audiences)
            )
        except jwt.ExpiredSignatureError:
            raise Refused("expired") from None
        except jwt.InvalidAudienceError:
            raise Refused("audience") from None
        except jwt.InvalidSignatureError:
            raise Refused("signature") from None
        except jwt.PyJWTError:
            raise Refused("malformed") from None
        return claims

    # -- endpoints ---------------------------------------------------------------------------------------------------

    async def _metadata(self, request: web.Request) -> web.Response:
        tenant = request.match_info["tenant"]
        if not self._known(tenant):
            return _failure(_Error(400, "invalid_tenant", 90002, f"Tenant '{tenant}' not found."))
        base = f"{self._addresses.login}/{tenant}"
        # For `common` Microsoft's issuer is a template, not a tenant.
        own = tenant if tenant in BOT_FRAMEWORK_TENANTS else TENANT_ID
        issuer = "{tenantid}" if tenant in ("common", "organizations") else own
        return web.json_response(
            {
                "token_endpoint": f"{base}/oauth2/v2.0/token",
                "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"],
                "jwks_uri": f"{base}/discovery/v2.0/keys",
                "response_modes_supported": ["query", "fragment", "form_post"],
                "subject_types_supported": ["pairwise"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
                "scopes_supported": ["openid", "profile", "email", "offline_access"],
                "issuer": f"{self._addresses.login}/{issuer}/v2.0",
                "request_uri_parameter_supported": False,
                "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
                "end_session_endpoint": f"{base}/oauth2/v2.0/logout",
                "tenant_region_scope": "EU",
                "cloud_instance_name": "microsoftonline.com",
            }
        )

    async def _keys(self, request: web.Request) -> web.Response:
        return web.json_response({"keys": [self._signer.jwk(issuer=f"{self._addresses.login}/{{tenantid}}/v2.0")]})

    async def _token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        tenant = request.match_info["tenant"]
        try:
            tokens = self._issue(tenant, form)
        except _Error as error:
            return _failure(error)
        answer = {"token_type": "Bearer", "expires_in": self.token_lifetime, "ext_expires_in": self.token_lifetime}
        return web.json_response(answer | tokens, headers={"Cache-Control": "no-store"})

    def _issue(self, tenant: str, form: dict[str, str]) -> dict[str, str]:
        if tenant not in (TENANT_ID, DOMAIN, *BOT_FRAMEWORK_TENANTS):
            raise _Error(400, "invalid_request", 90002, f"Tenant '{tenant}' not found.")
        if form.get("grant_type") not in _GRANTS:
            raise _Error(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.")
        if form.get("client_id") != APP_ID:
            text = f"Application with identifier '{form.get('client_id')}' was not found in the directory '{DOMAIN}'."
            raise _Error(400, "unauthorized_client", 700016, text)
        method = self._authenticate(tenant, form)
        if form["grant_type"] == _ON_BEHALF_OF:
            return self._on_behalf_of(method, form)
        if form["grant_type"] == _REFRESH:
            return self._refreshed(method, form)
        audience = self._audience(form.get("scope", ""))
        claims = self._claims(audience, method) | {"idtyp": "app", "oid": APP_OBJECT_ID, "sub": APP_OBJECT_ID}
        roles = self._roles(audience)
        return {"access_token": self._signer.sign({**claims, "roles": sorted(roles)} if roles else claims)}

    def _claims(self, audience: str, method: str) -> dict[str, Any]:
        now = int(time.time())
        return {
            "aud": audience,
            "iss": f"https://sts.windows.net/{TENANT_ID}/",
            "iat": now,
            "nbf": now - _SKEW,
            "exp": now + self.token_lifetime,
            "appid": APP_ID,
            "appidacr": method,  # "1": a secret, "2": a certificate; SharePoint looks at this
            "idp": f"https://sts.windows.net/{TENANT_ID}/",
            "tid": TENANT_ID,
            "uti": unpadded(uuid.uuid4().bytes),
            "ver": "1.0",
        }

    def _on_behalf_of(self, method: str, form: dict[str, str]) -> dict[str, str]:
        """learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow"""
        if form.get("requested_token_use") != "on_behalf_of":
            raise _Error(400, "invalid_request", 900144, "The request body must contain 'requested_token_use'.")
        return self._for(self._person_of(form.get("assertion", "")), method, form)

    def _refreshed(self, method: str, form: dict[str, str]) -> dict[str, str]:
        """A refresh token is good for every resource that has been consented to."""
        person = self._world.people.get(self._refreshing.get(form.get("refresh_token", ""), ""))
        if person is None or person.key in self._world.withdrawn:
            text = "The provided grant has expired due to it being revoked, a fresh auth token is needed."
            raise _Error(400, "invalid_grant", 50173, text)
        return self._for(person, method, form)

    def _for(self, person: Person, method: str, form: dict[str, str]) -> dict[str, str]:
        """Tokens in the name of a person."""
        wanted = set(form.get("scope", "").split())
        audience = self._audience(" ".join(wanted - _OPENID))
        sharepoint = audience.rstrip("/") in self._addresses.sharepoint
        scopes = self._world.sharepoint_scopes if sharepoint else self._world.graph_scopes
        if not scopes:
            text = f"The user or administrator has not consented to use the application with ID '{APP_ID}'."
            raise _Error(400, "invalid_grant", 65001, text)
        claims = self._claims(audience, method) | _names(person) | {"scp": " ".join(sorted(scopes)), "idtyp": "user"}
        tokens = {"access_token": self._signer.sign(claims), "scope": f"{audience}/.default"}
        if "openid" in wanted:
            issuer = f"{self._addresses.login}/{TENANT_ID}/v2.0"
            own = {"aud": APP_ID, "iss": issuer, "ver": "2.0", "preferred_username": person.user_principal_name}
            tokens["id_token"] = self._signer.sign(self._claims(APP_ID, method) | _names(person) | own)
        if "offline_access" in wanted:
            tokens["refresh_token"] = unpadded(uuid.uuid4().bytes)
            self._refreshing[tokens["refresh_token"]] = person.key
        return tokens

    def sign_in(self, person: Person, **claims: Any) -> str:
        """What Teams' client gets for a person who is signed in: a token for the application itself."""
        return self._signer.sign(self._claims(APP_URI, "0") | _names(person) | {"scp": "access_as_user"} | claims)

    def _person_of(self, assertion: str) -> Person:
        """Whose sign-in that is; it must be meant for the application."""
        try:
            claims = self.check(f"Bearer {assertion}", APP_URI, APP_ID)
        except Refused as refused:
            code = {"expired": 500133, "audience": 50013}.get(refused.reason, 50027)
            raise _Error(400, "invalid_grant", code, f"Assertion is not valid: {refused.reason}.") from None
        person = self._world.find(str(claims.get("oid")))
        if person is None:
            raise _Error(400, "invalid_grant", 50034, "The user account does not exist in the directory.")
        return person

    def _authenticate(self, tenant: str, form: dict[str, str]) -> str:
        if "client_assertion" in form:
            if form.get("client_assertion_type") != _ASSERTION:
                raise _Error(400, "invalid_request", 900144, f"The 'client_assertion_type' must be '{_ASSERTION}'.")
            self._check_assertion(tenant, form["client_assertion"])
            return "2"
        if "client_secret" not in form:
            text = "'client_assertion' or 'client_secret' is required for the 'client_credentials' grant type."
            raise _Error(401, "invalid_client", 7000216, text)
        if form["client_secret"] != self.secret:
            text = f"Invalid client secret provided. Ensure the secret being sent is right, app '{APP_ID}'."
            raise _Error(401, "invalid_client", 7000215, text)
        return "1"

    def federated_token(self, **claims: Any) -> str:
        """What the other issuer gives to the bot; it stands for the application's own proof."""
        now = int(time.time())
        usual = {"iss": FEDERATION, "sub": FEDERATED_SUBJECT, "aud": FEDERATED_AUDIENCE, "nbf": now, "exp": now + 3600}
        return self._federation.sign(usual | claims)

    async def _identity(self, request: web.Request) -> web.Response:
        """learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference"""
        if request.headers.get("X-IDENTITY-HEADER") != self.identity_header:
            return web.json_response({"statusCode": 401, "message": "Unauthorized"}, status=401)
        if request.query.get("client_id") != IDENTITY_ID:
            return web.json_response({"statusCode": 400, "message": "No User Assigned Identity found."}, status=400)
        resource = request.query.get("resource", "")
        told = {"resource": resource, "token_type": "Bearer", "expires_on": str(int(time.time()) + 86400)}
        return web.json_response({"access_token": self.federated_token(aud=resource), **told})

    def _check_federated(self, assertion: str) -> None:
        """learn.microsoft.com/entra/workload-id/workload-identity-federation"""
        try:
            key = self._federation.key.public_key()
            claims = jwt.decode(assertion, key, algorithms=["RS256"], audience=FEDERATED_AUDIENCE)
        except jwt.InvalidAudienceError:
            text = "No matching federated identity record found for presented assertion audience."
            raise _Error(401, "invalid_client", 700212, text) from None
        except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError):
            text = "Client assertion is not within its valid time range."
            raise _Error(401, "invalid_client", 700024, text) from None
        except jwt.PyJWTError:
            raise _Error(401, "invalid_client", 700027, "Client assertion failed signature validation.") from None
        if claims["sub"] != FEDERATED_SUBJECT:
            text = "No matching federated identity record found for presented assertion subject."
            raise _Error(401, "invalid_client", 700213, text)

    def _check_assertion(self, tenant: str, assertion: str) -> None:
        """learn.microsoft.com/entra/identity-platform/certificate-credentials: alg, thumbprint, aud, iss, sub, exp."""
        try:
            header = jwt.get_unverified_header(assertion)
        except jwt.PyJWTError:
            text = "Invalid JWT token: the client assertion is malformed."
            raise _Error(401, "invalid_client", 50027, text) from None
        if jwt.decode(assertion, options={"verify_signature": False}).get("iss") == FEDERATION:
            self._check_federated(assertion)
            return
        named = {"x5t": header.get("x5t"), "x5t#S256": header.get("x5t#S256")}
        right = {"x5t": self._certificate.thumbprint("x5t"), "x5t#S256": self._certificate.thumbprint("x5t#S256")}
        given = {name: value.rstrip("=") for name, value in named.items() if isinstance(value, str)}
        if not given or any(right[name] != value for name, value in given.items()):
            text = "The certificate with identifier used to sign the client assertion is not registered on application."
            raise _Error(401, "invalid_client", 700027, text)
        own, now = self._certificate.certificate, datetime.now(UTC)
        if not own.not_valid_before_utc <= now <= own.not_valid_after_utc:
            text = "Client assertion contains an invalid signature. [Reason - The key used is expired.]"
            raise _Error(401, "invalid_client", 700027, text)
        base = f"{self._addresses.login}/{tenant}"
        try:
            claims = jwt.decode(
                assertion,
                self._certificate.key.public_key(),
                algorithms=["RS256", "PS256"],
                audience=[f"{base}/oauth2/v2.0/token", f"{base}/v2.0", f"{self._addresses.login}/{TENANT_ID}/v2.0"],
                leeway=_SKEW,
                options={"require": ["aud", "exp", "iss", "sub", "jti"]},
            )
        except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError):
            text = "Client assertion is not within its valid time range."
            raise _Error(401, "invalid_client", 700024, text) from None
        except jwt.InvalidAudienceError:
            text = "Client assertion audience claim does not match Realm issuer."
            raise _Error(401, "invalid_client", 700023, text) from None
        except jwt.PyJWTError:
            raise _Error(401, "invalid_client", 700027, "Client assertion failed signature validation.") from None
        if claims["iss"] != APP_ID or claims["sub"] != APP_ID:
            text = "The client assertion's 'iss' and 'sub' must be the application id."
            raise _Error(401, "invalid_client", 700021, text)

    def _audience(self, scope: str) -> str:
        resource, dot, _ = scope.rpartition("/.default")
        if not dot or " " in scope:
            text = f"The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid."
            raise _Error(400, "invalid_scope", 1002012, text)
        known = (self._addresses.graph, GRAPH, GRAPH_APP_ID, BOT_FRAMEWORK, *self._addresses.sharepoint)
        if resource.rstrip("/") not in known:
            text = f"The resource principal named {resource} was not found in the tenant named {DOMAIN}."
            raise _Error(400, "invalid_resource", 500011, text)
        return resource

    def _roles(self, audience: str) -> set[str]:
        if audience.rstrip("/") in self._addresses.sharepoint:
            return self._world.sharepoint_roles
        return set() if audience.rstrip("/") == BOT_FRAMEWORK else self._world.graph_roles

    @staticmethod
    def _known(tenant: str) -> bool:
        return tenant in (TENANT_ID, DOMAIN, "common", "organizations", *BOT_FRAMEWORK_TENANTS)


def _names(person: Person) -> dict[str, str]:
    return {"oid": person.object_id, "sub": unpadded(person.key.encode()), "upn": person.user_principal_name}


def _failure(error: _Error) -> web.Response:
    """Entra ID's error object: learn.microsoft.com/entra/identity-platform/reference-error-codes."""
    trace, correlation = str(uuid.uuid4()), str(uuid.uuid4())
    stamp = time.strftime("%Y-%m-%d %H:%M:%SZ", time.gmtime())
    text = f"AADSTS{error.code}: {error.text} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {stamp}"
    body = {
        "error": error.error,
        "error_description": text,
        "error_codes": [error.code],
        "timestamp": stamp,
        "trace_id": trace,
        "correlation_id": correlation,
        "error_uri": f"https://login.microsoftonline.com/error?code={error.code}",
    }
    return web.json_response(body, status=error.status)
