"""Sign-ins of people, for tokens in their names: kept sealed, renewed, and forgotten.

https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

import msal

from bot.tokens.answers import TRANSIENT, token_of, trouble
from bot.tokens.sealing import Seal, name_of

KEPT = timedelta(days=7)  # a resync lives six days at most
MOST = 500  # people whose sign-ins one process has at hand
FRESH = 30.0  # seconds for which nobody looks whether a sign-in was given up elsewhere


class Shelf(Protocol):
    """Where things are kept for a while."""

    async def keep(self, name: str, person: str, content: str, lasts: timedelta, again: bool = False) -> None:
        """Put something there, in place of what has that name; `again` only where something has it."""

    async def kept(self, name: str) -> str | None:
        """What has that name; None once its time is over."""

    async def let_go(self, name: str) -> None:
        """Forget what has that name."""


class Nowhere:
    """A shelf that keeps nothing."""

    async def keep(self, name: str, person: str, content: str, lasts: timedelta, again: bool = False) -> None: ...

    async def kept(self, name: str) -> str | None:
        return None

    async def let_go(self, name: str) -> None: ...


class Foreign(Exception):
    """A sign-in is somebody else's."""


@dataclass
class _Known:
    """One person's tokens, at hand."""

    app: msal.ConfidentialClientApplication
    cache: msal.SerializableTokenCache
    looked_at: float
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class People:
    """Whoever has signed in; `app` makes a client of msal around a cache. What asks may raise SignInRefused."""

    def __init__(
        self,
        app: Callable[[msal.SerializableTokenCache], Awaitable[msal.ConfidentialClientApplication]],
        seal: Seal | None,
        shelf: Shelf,
    ) -> None:
        self._app, self._seal, self._shelf = app, seal, shelf
        self._known: OrderedDict[str, _Known] = OrderedDict()

    async def sign_in(self, person: str, assertion: str, resource: str) -> None:
        """Keep the sign-in of a person. Raises SignInRefused, SignInUnavailable, or Foreign where it is not theirs."""
        cache = msal.SerializableTokenCache()
        app = await self._app(cache)
        answer = await _said(app.acquire_token_on_behalf_of, assertion, [f"{resource}/.default"]) or {}
        token_of(answer)
        owner = str((answer.get("id_token_claims") or {}).get("oid", ""))
        if owner.casefold() != person.casefold():
            raise Foreign
        self._at_hand(person, app, cache)
        await self._put_away(person, cache)

    async def token(self, person: str, resource: str) -> str | None:
        """A token in the person's name; None where they have to sign in. Raises SignInRefused."""
        known = await self._found(person)
        if known is None:
            return None
        async with known.lock:
            answer = await _said(_silently, known.app, f"{resource}/.default")
        if answer and "access_token" in answer:
            if known.cache.has_state_changed:
                await self._put_away(person, known.cache, again=True)  # unless somebody has ended it
            return str(answer["access_token"])
        if answer and answer.get("error") in TRANSIENT:
            token_of(answer)  # which raises: another time it may go
        await self.sign_out(person)  # withdrawn, or too old: they have to sign in again
        return None

    async def knows(self, person: str) -> bool:
        """Whether this person has signed in: as far as it is known here, whatever the sign-in service does."""
        return (self._seal is None and person in self._known) or await self._text(person) is not None

    async def sign_out(self, person: str) -> bool:
        """Forget a sign-in; whether there was one."""
        had = await self.knows(person)
        self._known.pop(person, None)
        await self._shelf.let_go(_name(person))
        return had

    # -- at hand, and put away -------------------------------------------------------------------------------------

    async def _found(self, person: str) -> _Known | None:
        now = asyncio.get_running_loop().time()
        known = self._known.get(person)
        if known and (self._seal is None or now < known.looked_at + FRESH):
            self._known.move_to_end(person)
            return known
        text = await self._text(person)
        if text is None:  # never there, given up elsewhere, or sealed before the certificate was replaced
            self._known.pop(person, None)
            return None
        cache = msal.SerializableTokenCache()
        cache.deserialize(text)
        return self._at_hand(person, await self._app(cache), cache)

    async def _text(self, person: str) -> str | None:
        """What was put away of them; None for nothing, or for what another seal has made."""
        sealed = await self._shelf.kept(_name(person)) if self._seal else None
        return self._seal.open(sealed) if self._seal and sealed else None

    def _at_hand(self, person: str, app: msal.ConfidentialClientApplication, cache: Any) -> _Known:
        self._known[person] = known = _Known(app, cache, asyncio.get_running_loop().time())
        self._known.move_to_end(person)
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        return known

    async def _put_away(self, person: str, cache: msal.SerializableTokenCache, again: bool = False) -> None:
        """Without a seal it is nowhere but here, and gone when the process ends."""
        if self._seal:
            await self._shelf.keep(_name(person), person, self._seal.seal(cache.serialize()), KEPT, again)


async def _said(call: Callable[..., Any], *given: Any) -> dict[str, Any] | None:
    """What msal says, off the event loop; it raises whatever an unexpected answer makes its parts raise."""
    try:
        answer: dict[str, Any] | None = await asyncio.to_thread(call, *given)
    except Exception as error:
        return trouble(error)
    return answer


def _silently(app: msal.ConfidentialClientApplication, scope: str) -> dict[str, Any] | None:
    """From the cache, or by the refresh token in it."""
    accounts = app.get_accounts()
    return app.acquire_token_silent_with_error([scope], account=accounts[0]) if accounts else None


def _name(person: str) -> str:
    return name_of("sign-in", person.casefold())
