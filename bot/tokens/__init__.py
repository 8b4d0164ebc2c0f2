"""Door to the sign-in service: the only place that knows msal and requests. It gives tokens, for any scope."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from copy import copy
from datetime import timedelta
from pathlib import Path
from typing import Any

import msal
import requests

from bot.clouds import CLOUDS
from bot.config import MANAGED, Settings
from bot.tokens import credentials
from bot.tokens.answers import ProofMissing, SignInRefused, SignInUnavailable, passing, token_of, trouble
from bot.tokens.people import Here, People, Shelf
from bot.tokens.sealing import Seal, name_of, seal_of

__all__ = ["ProofMissing", "SignInRefused", "SignInUnavailable", "Tokens"]

REMEMBERED = 60.0  # seconds for which msal is not asked again
MARGIN = 300.0  # seconds before its end at which msal renews a token
PAUSES = (0.3, 1.0)  # seconds before the second and the third try


class _Session(requests.Session):
    """The transport that msal is given. Its own trust and patience win over the environment's.

    requests lets REQUESTS_CA_BUNDLE beat `Session.verify`, and msal passes no timeout.
    """

    def __init__(self, ca_bundle: Path | None, timeout: float) -> None:
        super().__init__()
        self._fixed = {"timeout": timeout} | ({"verify": str(ca_bundle)} if ca_bundle else {})

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        return super().request(*args, **{**self._fixed, **kwargs})


class _Forgetful(msal.TokenCache):  # type: ignore[misc]
    """A cache for tokens that nobody may find again."""

    def add(self, event: Any, now: Any = None) -> None:
        """Keep nothing."""


class _Identity:
    """A managed identity of the machine, whose token stands for the application's own proof.

    https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
    """

    def __init__(self, settings: Settings) -> None:
        self._audience = CLOUDS[settings.cloud].exchange
        self._client = msal.ManagedIdentityClient(
            msal.UserAssignedManagedIdentity(client_id=settings.identity),
            http_client=_Session(settings.ca_bundle, settings.patience),
        )

    def __call__(self) -> str:
        try:
            answer = self._client.acquire_token_for_client(resource=self._audience)
            if "access_token" in answer:
                return str(answer["access_token"])
            said = answer.get("error_description") or answer.get("error") or "no token"
        except Exception as error:  # as in Tokens._ask
            raise ProofMissing(f"the managed identity did not answer: {type(error).__name__}") from error
        raise ProofMissing(f"the managed identity gave no token: {said}")


class Tokens:
    """App-only tokens, cached by msal until shortly before they end. Blocking work happens in threads."""

    def __init__(self, settings: Settings, shelf: Shelf | None = None) -> None:
        self._settings = settings
        read = credentials.read(settings)
        self.proof = read.proof
        seal = seal_of(read)
        # What cannot be sealed so that others open it is nowhere but here, and gone when the process ends.
        own = (shelf, seal) if shelf and seal else (Here(), Seal.of_this_process())
        self._shelf, self._seal = own
        self.people = People(self._app_around, self._seal, self._shelf)
        others = not settings.database_url.startswith("sqlite")
        self._shares = others and self._shelf is shelf  # with other processes
        identity = settings.credential == MANAGED
        self._secret = {"client_assertion": _Identity(settings)} if identity else read.secret
        self._apps: dict[tuple[str, bool], msal.ConfidentialClientApplication] = {}
        self._fresh: dict[tuple[str, str], tuple[str, float]] = {}
        self._asking: dict[tuple[str, str], asyncio.Task[dict[str, Any]]] = {}

    def afresh(self) -> Tokens:
        """The same application, to which nobody has given anything yet: what is at hand may be an hour old."""
        other = copy(self)
        other._apps, other._fresh, other._asking, other._shares = {}, {}, {}, False
        return other

    def close(self) -> None:
        """Let go of what is under way."""
        self.people.close()
        for task in self._asking.values():
            task.cancel()

    async def for_microsoft_365(self, resource: str, refresh: bool = False) -> str:
        """A token for Graph or for one SharePoint host; `resource` is its base address."""
        settings = self._settings
        return await self._token(f"{settings.login_url}/{settings.tenant_id}", f"{resource}/.default", refresh)

    async def for_bot_connector(self, refresh: bool = False) -> str:
        """A token for sending to Teams."""
        settings = self._settings
        # A registration that is not single-tenant gets its token from the directory of the Bot Framework itself.
        directory = settings.tenant_id if settings.app_type == "SingleTenant" else "botframework.com"
        return await self._token(f"{settings.bot_login_url}/{directory}", settings.bot_scope, refresh)

    async def in_the_name_of(self, sign_in: str, resource: str) -> tuple[str, str]:
        """A token for `resource` in the name of whoever signed in, and that person's object id.

        `sign_in` is their token for this application, which the sign-in service checks. Nothing of it is kept (S-07).
        https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
        """
        answer = await asyncio.to_thread(self._exchange, sign_in, f"{resource}/.default")
        return token_of(answer), str((answer.get("id_token_claims") or {}).get("oid", ""))

    def _exchange(self, sign_in: str, scope: str) -> dict[str, Any]:
        settings = self._settings
        authority = f"{settings.login_url}/{settings.tenant_id}"
        try:
            return dict(self._app(authority, kept=False).acquire_token_on_behalf_of(sign_in, [scope]) or {})
        except Exception as error:  # as in _ask
            self._apps.pop((authority, False), None)
            return trouble(error)

    async def _token(self, authority: str, scope: str, refresh: bool) -> str:
        key = authority, scope
        token, until = self._fresh.get(key, ("", 0.0))
        if time.monotonic() < until and not refresh:
            return token  # msal has it too, but asking msal takes a thread, ten times in each diagnosis
        if key not in self._asking:  # a hundred turns that need a token ask for it once
            self._asking[key] = asyncio.create_task(self._asked(authority, scope, refresh))
            self._asking[key].add_done_callback(lambda _: self._asking.pop(key))
        answer = await asyncio.shield(self._asking[key])  # who loses patience takes it from nobody else
        token, lives = token_of(answer), float(answer.get("expires_in", 0))
        self._fresh[key] = token, time.monotonic() + min(lives - MARGIN, REMEMBERED)
        return token

    async def _asked(self, authority: str, scope: str, refresh: bool) -> dict[str, Any]:
        """From the others that share the database, or from the sign-in service; what it gives is theirs, too."""
        if not refresh and (shared := await self._shared(authority, scope)):
            return shared
        answer = await self._asked_anew(authority, scope, refresh)
        if "access_token" in answer:
            await self._share(authority, scope, answer)
        return answer

    async def _shared(self, authority: str, scope: str) -> dict[str, Any] | None:
        """What another process got, while it is good for a while."""
        if not self._shares:
            return None
        with suppress(Exception):  # a database that is away: this process asks for itself
            name = self._name(authority, scope)
            found = json.loads(self._seal.open(name, await self._shelf.kept(name) or "") or "{}")
            left = float(found.get("until", 0)) - time.time()
            return {"access_token": found["token"], "expires_in": left} if left > MARGIN else None
        return None

    async def _share(self, authority: str, scope: str, answer: dict[str, Any]) -> None:
        if not self._shares:
            return
        name, lives = self._name(authority, scope), float(answer.get("expires_in", 0))
        sealed = self._seal.seal(name, json.dumps({"token": answer["access_token"], "until": time.time() + lives}))
        with suppress(Exception):  # as in _shared
            await self._shelf.keep(name, "", sealed, timedelta(seconds=lives))

    def _name(self, authority: str, scope: str) -> str:
        return name_of("token", self._settings.app_id, authority, scope)

    async def _asked_anew(self, authority: str, scope: str, refresh: bool) -> dict[str, Any]:
        for pause in PAUSES:
            answer = await asyncio.to_thread(self._ask, authority, scope, refresh)
            if not passing(answer):
                return answer
            await asyncio.sleep(pause)
        return await asyncio.to_thread(self._ask, authority, scope, refresh)

    def _ask(self, authority: str, scope: str, refresh: bool) -> dict[str, Any]:
        try:
            app = self._app(authority)
            if refresh:
                app.remove_tokens_for_client()
            return dict(app.acquire_token_for_client([scope]) or {})
        except Exception as error:  # msal raises whatever an unexpected answer makes its parts raise
            self._apps.pop((authority, True), None)  # which may have left one of them with a value that raises again
            return trouble(error)

    def _app(self, authority: str, kept: bool = True) -> msal.ConfidentialClientApplication:
        """msal for one directory; unless `kept`, what it gets is in no cache, and nothing is asked for to renew it."""
        if (authority, kept) not in self._apps:
            own: dict[str, Any] = {} if kept else {"token_cache": _Forgetful(), "exclude_scopes": ["offline_access"]}
            self._apps[authority, kept] = self._made(authority, **own)
        return self._apps[authority, kept]

    async def _app_around(self, cache: msal.SerializableTokenCache) -> msal.ConfidentialClientApplication:
        """msal for people of the tenant, with a cache of somebody's own. Raises SignInRefused or SignInUnavailable."""
        authority = f"{self._settings.login_url}/{self._settings.tenant_id}"
        try:
            return await asyncio.to_thread(self._made, authority, token_cache=cache)
        except Exception as error:  # as in _ask
            token_of(trouble(error))
            raise

    def _made(self, authority: str, **own: Any) -> msal.ConfidentialClientApplication:
        settings = self._settings
        return msal.ConfidentialClientApplication(
            settings.app_id,
            client_credential=self._secret,
            authority=authority,
            # Without this msal asks the public cloud whether the authority is a real one, whatever cloud we are in.
            instance_discovery=False,
            http_client=_Session(settings.ca_bundle, settings.patience),
            **own,
        )
