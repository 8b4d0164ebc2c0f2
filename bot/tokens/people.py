"""Sign-ins of people, for tokens in their names: kept sealed, renewed, and forgotten.

https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol
from weakref import WeakValueDictionary

import msal

from bot.tokens.answers import SignInRefused, SignInUnavailable, token_of, trouble
from bot.tokens.sealing import Seal, name_of

log = logging.getLogger(__name__)

KEPT = timedelta(days=7)  # a resync lives six days at most
UNDER_WAY = timedelta(minutes=1)  # an exchange takes seconds
MOST = 500  # people whose sign-ins one process has at hand
FRESH = 1.0  # seconds for which nobody looks whether a sign-in was given up elsewhere: one answer asks ten times
NOT_AGAIN = 120.0  # seconds for which what was refused is not asked for again, and why is known


class Shelf(Protocol):
    """Where things are kept for a while."""

    async def keep(self, name: str, person: str, content: str, lasts: timedelta) -> None:
        """Put something there, in place of what has that name."""

    async def replace(self, name: str, before: str, content: str, lasts: timedelta) -> bool:
        """Put it in place of exactly this; whether that was still there."""

    async def kept(self, name: str) -> str | None:
        """What has that name; None once its time is over."""

    async def take(self, name: str, content: str) -> bool:
        """Forget it if it still is this."""

    async def let_go(self, name: str) -> None:
        """Forget what has that name."""


class Here:
    """A shelf that ends with the process, for MOST things."""

    def __init__(self) -> None:
        self._things: OrderedDict[str, tuple[str, float]] = OrderedDict()

    async def keep(self, name: str, person: str, content: str, lasts: timedelta) -> None:
        self._things[name] = content, time.monotonic() + lasts.total_seconds()
        self._things.move_to_end(name)
        if len(self._things) > MOST:
            self._things.popitem(last=False)

    async def replace(self, name: str, before: str, content: str, lasts: timedelta) -> bool:
        if await self.kept(name) != before:
            return False
        await self.keep(name, "", content, lasts)
        return True

    async def kept(self, name: str) -> str | None:
        content, until = self._things.get(name, ("", 0.0))
        return content if time.monotonic() < until else None

    async def take(self, name: str, content: str) -> bool:
        return await self.kept(name) == content and bool(self._things.pop(name))

    async def let_go(self, name: str) -> None:
        self._things.pop(name, None)


class Foreign(Exception):
    """A sign-in is somebody else's."""


class Ended(Exception):
    """Whoever was signing in has signed out meanwhile, or was erased."""


@dataclass
class _Known:
    """One person's tokens, at hand, and as they were put away."""

    app: msal.ConfidentialClientApplication
    cache: msal.SerializableTokenCache
    sealed: str
    looked_at: float


class People:
    """Whoever has signed in; `app` makes a client of msal around a cache. What asks may raise SignInRefused."""

    def __init__(
        self,
        app: Callable[[msal.SerializableTokenCache], Awaitable[msal.ConfidentialClientApplication]],
        seal: Seal,
        shelf: Shelf,
    ) -> None:
        self._app, self._seal, self._shelf = app, seal, shelf
        self._known: OrderedDict[str, _Known] = OrderedDict()  # by what they are kept under, as the next one
        self._refused: OrderedDict[tuple[str, str], tuple[SignInRefused, float]] = OrderedDict()  # and the resource
        self._asking: dict[tuple[str, str, str], asyncio.Task[str | None]] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def close(self) -> None:
        """Let go of what is under way."""
        for task in self._asking.values():
            task.cancel()

    async def sign_in(self, person: str, assertion: str, resource: str) -> None:
        """Keep the sign-in of a person.

        Raises SignInRefused, SignInUnavailable, Foreign where it is not theirs, or Ended. It is put in the place of a
        word that stands for it while it is under way: whoever ends it takes the word, too.
        """
        name, word = _name(person), secrets.token_urlsafe(16)
        await self._shelf.keep(name, person, word, UNDER_WAY)
        try:
            cache = await self._exchanged(person, assertion, resource)
            sealed = self._sealed(name, cache)
            if not await self._shelf.replace(name, word, sealed, KEPT):
                raise Ended
            self._forget(name)  # what was known of an earlier one
        except SignInRefused as error:
            if not error.stale:
                self._remember((name, ""), error)
            raise
        finally:
            await self._shelf.take(name, word)

    async def _exchanged(self, person: str, assertion: str, resource: str) -> msal.SerializableTokenCache:
        cache = msal.SerializableTokenCache()
        app = await self._app(cache)
        answer = await _said(app.acquire_token_on_behalf_of, assertion, [f"{resource}/.default"]) or {}
        token_of(answer)
        owner = str((answer.get("id_token_claims") or {}).get("oid", ""))
        if owner.casefold() != person.casefold():
            raise Foreign
        return cache

    async def token(self, person: str, resource: str, instead: str = "") -> str | None:
        """A token in the person's name; None where they have to sign in. Raises SignInRefused.

        `instead` is one that `resource` did not take. Whoever asks for the same at the same time asks once, and who
        loses patience takes it from nobody else.
        """
        key = _name(person), resource, instead
        if key not in self._asking:
            self._asking[key] = task = asyncio.create_task(self._asked(*key))
            task.add_done_callback(lambda done: self._asking.pop(key) and (done.cancelled() or done.exception()))
        return await asyncio.shield(self._asking[key])

    async def _asked(self, name: str, resource: str, instead: str) -> str | None:
        async with self._locks.setdefault(name, asyncio.Lock()):  # one at a time finds it, renews it, and puts it back
            known = await self._found(name)
            self._refuse_again((name, resource) if known else (name, ""))
            if known is None:
                return None
            answer = await _said(_silently, known.app, f"{resource}/.default", instead)
            try:
                token = token_of(answer or {"error": "invalid_grant"})  # there is nothing to renew it with
            except SignInUnavailable:
                raise  # another time it may go
            except SignInRefused as error:
                log.warning("a sign-in was not renewed", extra={"action": "sign_in_refused", "code": error.code})
                if not error.about_the_sign_in:
                    self._remember((name, resource), error)
                    raise
                await self._give_up(name, known)  # withdrawn, or too old: they have to sign in again
                return None
            await self._put_back(name, known)
            return token

    async def knows(self, person: str) -> bool:
        """Whether this person has signed in: as far as it is known here, whatever the sign-in service does."""
        name = _name(person)
        return self._seal.open(name, await self._shelf.kept(name) or "") is not None

    async def sign_out(self, person: str) -> bool:
        """Forget a sign-in, also one that is under way; whether there was one."""
        name = _name(person)
        had = await self._shelf.kept(name) is not None
        self._forget(name)
        await self._shelf.let_go(name)
        return had

    # -- at hand, and put away -------------------------------------------------------------------------------------

    async def _found(self, name: str) -> _Known | None:
        now, known = asyncio.get_running_loop().time(), self._known.get(name)
        if known and now < known.looked_at + FRESH:
            return known
        sealed = await self._shelf.kept(name) or ""
        if known and known.sealed == sealed:
            known.looked_at = now
            self._known.move_to_end(name)
            return known
        text = self._seal.open(name, sealed)
        if text is None:  # never there, given up elsewhere, or sealed before the certificate was replaced
            self._known.pop(name, None)
            return None
        cache = msal.SerializableTokenCache()
        cache.deserialize(text)
        self._known[name] = fresh = _Known(await self._app(cache), cache, sealed, now)
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        return fresh

    def _sealed(self, name: str, cache: msal.SerializableTokenCache) -> str:
        return self._seal.seal(name, cache.serialize())

    async def _put_back(self, name: str, known: _Known) -> None:
        """In the place of what it was made from: where that is gone, somebody has ended it."""
        if known.cache.has_state_changed:
            sealed = self._sealed(name, known.cache)
            if await self._shelf.replace(name, known.sealed, sealed, KEPT):
                known.sealed = sealed

    async def _give_up(self, name: str, known: _Known) -> None:
        """Forget this one, and no other that came meanwhile."""
        if self._known.get(name) is known:
            del self._known[name]
        await self._shelf.take(name, known.sealed)

    # -- what was refused ------------------------------------------------------------------------------------------

    def _remember(self, key: tuple[str, str], error: SignInRefused) -> None:
        self._refused[key] = error, asyncio.get_running_loop().time() + NOT_AGAIN
        if len(self._refused) > MOST:
            self._refused.popitem(last=False)

    def _refuse_again(self, key: tuple[str, str]) -> None:
        error, until = self._refused.get(key, (None, 0.0))
        if error and asyncio.get_running_loop().time() < until:
            raise error.again()

    def _forget(self, name: str) -> None:
        self._known.pop(name, None)
        for key in [key for key in self._refused if key[0] == name]:
            del self._refused[key]


async def _said(call: Callable[..., Any], *given: Any) -> dict[str, Any] | None:
    """What msal says, off the event loop; it raises whatever an unexpected answer makes its parts raise."""
    try:
        answer: dict[str, Any] | None = await asyncio.to_thread(call, *given)
    except Exception as error:
        return trouble(error)
    return answer


def _silently(app: msal.ConfidentialClientApplication, scope: str, instead: str) -> dict[str, Any] | None:
    """From the cache, or by the refresh token in it; not that one which is no good."""
    (account, *_) = app.get_accounts() or [None]
    answer: dict[str, Any] | None = app.acquire_token_silent_with_error([scope], account=account)
    if instead and answer and answer.get("access_token") == instead:
        return app.acquire_token_silent_with_error([scope], account=account, force_refresh=True)  # type: ignore[no-any-return]
    return answer


def _name(person: str) -> str:
    return name_of("sign-in", person.casefold())
