"""The keys that sign what Teams sends: fetched, kept, renewed ahead of time. It knows nothing of tokens or requests."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt

log = logging.getLogger(__name__)

RENEW_AFTER = 12 * 3600.0  # Microsoft asks to renew at least every 24 h; half of that leaves a day's failures unnoticed
RETRY_AFTER = 10.0  # between two attempts while the metadata cannot be read
TIMEOUT = aiohttp.ClientTimeout(total=10)

# An unknown key id makes us look again, for the keys may just have been rolled; whoever invents ids must not make us
# fetch without end. A few are allowed at once, so that one invented id does not hide a roll that comes right after it.
LOOKS = 5
LOOKS_PER = 60.0  # seconds


class KeysUnavailable(Exception):
    """The keys that sign what Teams sends cannot be read, and none are known from before."""


@dataclass(frozen=True)
class Key:
    """A public RSA key and the channels it vouches for, such as msteams."""

    key: jwt.PyJWK
    endorsements: frozenset[str]


class Keys:
    """The keys behind one OpenID metadata document. `clock` counts seconds, from anywhere."""

    def __init__(self, session: aiohttp.ClientSession, url: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._session, self._url, self._clock = session, url, clock
        self._keys: dict[str, Key] = {}
        self._fetching: asyncio.Task[None] | None = None
        self._renew_at = 0.0
        self._looks: deque[float] = deque(maxlen=LOOKS)
        self._missed: dict[str, float] = {}  # key id -> when it was last looked for in vain

    async def ready(self) -> bool:
        """Are there keys, now or after asking for them?"""
        if not self._keys and self._clock() >= self._renew_at:
            await self._fetch()
        return bool(self._keys)

    async def get(self, kid: str) -> Key | None:
        """The key of this id; None if there is none. Raises KeysUnavailable."""
        if not await self.ready():
            raise KeysUnavailable
        if self._clock() >= self._renew_at:
            self._start()  # not waited for: the known keys serve meanwhile
        if kid not in self._keys and self._may_look_for(kid):
            await self._fetch()
            if kid not in self._keys:
                self._missed[kid] = self._clock()
        return self._keys.get(kid)

    async def close(self) -> None:
        if self._fetching:
            self._fetching.cancel()
            await asyncio.gather(self._fetching, return_exceptions=True)

    def _may_look_for(self, kid: str) -> bool:
        if self._fetching:
            return True  # it costs nothing to wait for what is under way
        now = self._clock()
        self._missed = {known: at for known, at in self._missed.items() if now - at < LOOKS_PER}
        spent = len(self._looks) == LOOKS and now - self._looks[0] < LOOKS_PER
        if kid in self._missed or spent:
            return False
        self._looks.append(now)
        return True

    async def _fetch(self) -> None:
        """Wait for a fetch; all who ask at the same time share one."""
        await asyncio.shield(self._start())  # the one who asked may leave, the others still want it

    def _start(self) -> asyncio.Task[None]:
        if self._fetching is None:
            self._fetching = asyncio.create_task(self._read())
        return self._fetching

    async def _read(self) -> None:
        try:
            metadata = await self._json(self._url)
            keys = _usable((await self._json(metadata["jwks_uri"]))["keys"])
            if not keys:
                raise ValueError("no usable key in it")
            self._keys, self._renew_at = keys, self._clock() + RENEW_AFTER
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            self._renew_at = self._clock() + RETRY_AFTER
            log.error("signing keys cannot be read: %r", error, extra={"action": "keys_failed"})
        finally:
            self._fetching = None

    async def _json(self, url: str) -> Any:
        async with self._session.get(url, timeout=TIMEOUT, raise_for_status=True) as response:
            return await response.json(content_type=None)


def _usable(listed: list[Any]) -> dict[str, Key]:
    """The RSA keys of a JSON web key set, by id; one that cannot be read does not spoil the others."""
    keys: dict[str, Key] = {}
    for entry in listed:
        try:
            if entry["kty"] == "RSA":
                keys[entry["kid"]] = Key(jwt.PyJWK(entry, "RS256"), frozenset(entry.get("endorsements", ())))
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
            log.warning("a signing key was skipped: %s", error, extra={"action": "key_skipped"})
    return keys
