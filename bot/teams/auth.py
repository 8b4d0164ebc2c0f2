"""Was this request signed by Teams, for this bot? It knows tokens and keys, not HTTP and not what was said."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from bot.config import Settings
from bot.teams.admission import same_service
from bot.teams.keys import Key, Keys, KeysUnavailable

CHANNEL = "msteams"
LEEWAY = 5 * 60  # seconds that two clocks may differ, as in Microsoft's own check
MOST_TOKENS = 1000  # that are known to be good
# As Bot Framework does: a token must end; that it has begun is checked where it says so.
# https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
REQUIRED = ["exp", "iss", "aud", "serviceurl"]


class Unauthorized(Exception):
    """This request was not signed by Teams for this bot; the message says why, for the log."""


@dataclass(frozen=True)
class Claims:
    """What a valid token says, and the channels its key vouches for."""

    values: Mapping[str, Any]
    endorsements: frozenset[str]

    def vouch_for(self, service_url: str, channel: str) -> None:
        """Raises Unauthorized unless the token was issued for this service address and this channel."""
        if channel not in self.endorsements:
            raise Unauthorized("the key is not endorsed for this channel")
        if not same_service(str(self.values["serviceurl"]), service_url):
            raise Unauthorized("the token is for another serviceUrl")


class Authentication:
    """Checks Authorization headers. Teams sends the same token for an hour: its signature is checked once."""

    def __init__(self, settings: Settings, keys: Keys) -> None:
        self._settings, self._keys = settings, keys
        self._checked: dict[str, _Checked] = {}  # by the token

    async def check(self, header: str | None) -> Claims:
        """What the token says; raises Unauthorized, or KeysUnavailable where nothing can be checked yet."""
        try:
            return await self._check(_token(header))
        except (Unauthorized, KeysUnavailable):
            raise
        except Exception as error:
            # Whatever the decoder makes of a hostile token (wrong types, deep nesting, odd numbers): it proved nothing.
            raise Unauthorized(f"{type(error).__name__}: {error}") from error

    async def _check(self, token: str) -> Claims:
        known = self._checked.get(token)
        # Not after its end, and not when its key is no longer among those that Teams signs with.
        if known and time.time() < known.until and await self._keys.get(known.kid) is known.key:
            return known.claims
        fresh = await _checked(token, self._settings, self._keys)
        if len(self._checked) >= MOST_TOKENS:
            del self._checked[next(iter(self._checked))]  # the oldest
        self._checked[token] = fresh
        return fresh.claims


@dataclass(frozen=True)
class _Checked:
    claims: Claims
    kid: str
    key: Key
    until: float  # on the wall clock, as the token says


def _token(header: str | None) -> str:
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Unauthorized("no bearer token")
    return token.strip()


async def _checked(token: str, settings: Settings, keys: Keys) -> _Checked:
    head = jwt.get_unverified_header(token)
    if head.get("alg") != "RS256":
        raise Unauthorized("not signed with RS256")  # before a key is looked for: asking for one may cost a fetch
    kid = str(head.get("kid", ""))
    key = await keys.get(kid)
    if key is None:
        raise Unauthorized("unknown key")
    if CHANNEL not in key.endorsements:
        raise Unauthorized("the key is not endorsed for Teams")
    values = jwt.decode(
        token,
        key.key,
        algorithms=["RS256"],
        issuer=settings.bot_issuer,
        audience=settings.app_id,
        leeway=LEEWAY,
        options={"require": REQUIRED},
    )
    return _Checked(Claims(values, key.endorsements), kid, key, float(values["exp"]) + LEEWAY)
