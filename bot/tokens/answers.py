"""What the sign-in service says, and what msal raises in its stead: a token, or why there is none."""

from __future__ import annotations

import re
from typing import Any

# A busy host, or a proxy before it, may do better next time; every other error is an answer (RFC 6749, 5.2).
TRANSIENT = ("unreachable", "server_error", "temporarily_unavailable")


class SignInRefused(Exception):
    """The sign-in service gave no token; the message is its own error code and first line, which may name somebody."""

    @property
    def code(self) -> str:
        """The code alone, such as AADSTS50105: for the log, which names nobody."""
        return str(self).partition(":")[0] if str(self).startswith("AADSTS") else "no token"


class SignInUnavailable(SignInRefused):
    """The sign-in service could not be reached, or was out of order: that says nothing about our settings."""


def trouble(error: Exception) -> dict[str, Any]:
    """What msal raised, as the sign-in service would have said it.

    A tenant that it does not know makes msal raise, with the service's own words in what was raised first.
    """
    if isinstance(error, SignInRefused):
        return {"error": "invalid_client", "error_description": str(error)}
    if isinstance(error, ValueError) and (said := re.search(r"AADSTS\d+: [^\"\\]+", str(error.__context__ or ""))):
        return {"error": "invalid_tenant", "error_description": said[0]}
    return {"error": "unreachable", "error_description": f"{type(error).__name__}: {error}"}


def token_of(answer: dict[str, Any]) -> str:
    """The access token in an answer; raises SignInRefused or SignInUnavailable."""
    if "access_token" in answer:
        return str(answer["access_token"])
    kind = SignInUnavailable if answer.get("error") in TRANSIENT else SignInRefused
    raise kind(str(answer.get("error_description") or answer.get("error") or "no token").splitlines()[0])
