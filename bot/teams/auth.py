"""Was this request signed by Teams, for this bot? It knows tokens and keys, not HTTP and not what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from bot.config import Settings
from bot.teams.admission import same_service
from bot.teams.keys import Keys, KeysUnavailable

CHANNEL = "msteams"
LEEWAY = 5 * 60  # seconds that two clocks may differ, as in Microsoft's own check
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


async def authenticate(header: str | None, settings: Settings, keys: Keys) -> Claims:
    """Check the Authorization header; raises Unauthorized, or KeysUnavailable where nothing can be checked yet."""
    try:
        return await _checked(_token(header), settings, keys)
    except (Unauthorized, KeysUnavailable):
        raise
    except Exception as error:
        # Whatever the decoder makes of a hostile token (wrong types, deep nesting, odd numbers): it proved nothing.
        raise Unauthorized(f"{type(error).__name__}: {error}") from error


def _token(header: str | None) -> str:
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Unauthorized("no bearer token")
    return token.strip()


async def _checked(token: str, settings: Settings, keys: Keys) -> Claims:
    head = jwt.get_unverified_header(token)
    if head.get("alg") != "RS256":
        raise Unauthorized("not signed with RS256")  # before a key is looked for: asking for one may cost a fetch
    key = await keys.get(str(head.get("kid", "")))
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
    return Claims(values, key.endorsements)
