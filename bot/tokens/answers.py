"""What the sign-in service says, and what msal raises in its stead: a token, or why there is none."""

from __future__ import annotations

import re
from typing import Any

# A busy host, or a proxy before it, may do better next time; every other error is an answer (RFC 6749, 5.2).
NO_PROOF = "no_proof"  # our own word: the sign-in service was not even asked
TRANSIENT = ("unreachable", "server_error", "temporarily_unavailable", NO_PROOF)


class SignInRefused(Exception):
    """The sign-in service gave no token; the message is its own error code and first line."""


class SignInUnavailable(SignInRefused):
    """The sign-in service could not be reached, or was out of order: that says nothing about our settings."""


class ProofMissing(SignInUnavailable):
    """An identity of the machine gave nothing that proves the application; the message says why."""


def trouble(error: Exception) -> dict[str, Any]:
    """What msal raised, as the sign-in service would have said it.

    A tenant that it does not know makes msal raise, with the service's own words in what was raised first.
    """
    if isinstance(error, ProofMissing):
        return {"error": NO_PROOF, "error_description": str(error)}
    if isinstance(error, ValueError) and (said := re.search(r"AADSTS\d+: [^\"\\]+", str(error.__context__ or ""))):
        return {"error": "invalid_tenant", "error_description": said[0]}
    return {"error": "unreachable", "error_description": f"{type(error).__name__}: {error}"}


def token_of(answer: dict[str, Any]) -> str:
    """The access token in an answer; raises SignInRefused, or one of those that are more than that."""
    if "access_token" in answer:
        return str(answer["access_token"])
    error = answer.get("error")
    kind = ProofMissing if error == NO_PROOF else SignInUnavailable if error in TRANSIENT else SignInRefused
    raise kind(str(answer.get("error_description") or answer.get("error") or "no token").splitlines()[0])
