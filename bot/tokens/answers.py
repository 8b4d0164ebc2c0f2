"""What the sign-in service says, and what msal raises in its stead: a token, or why there is none."""

from __future__ import annotations

import re
from typing import Any

# Refusals by name: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow and RFC 6749, 5.2.
# Another sign-in may change these; the others are about the application.
ABOUT_THE_SIGN_IN = ("invalid_grant", "interaction_required", "login_required")
REFUSALS = (
    *ABOUT_THE_SIGN_IN,
    *("access_denied", "consent_required", "invalid_client", "invalid_request", "invalid_resource", "invalid_scope"),
    *("invalid_tenant", "unauthorized_client", "unsupported_grant_type"),
)
# Refusals by number: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
NO_CONSENT = ("AADSTS65001", "AADSTS65004")
# What came as a sign-in is over, withdrawn, or none: a fresh one may do.
STALE = (
    *("AADSTS50013", "AADSTS50027", "AADSTS50089", "AADSTS50132", "AADSTS50133", "AADSTS50173", "AADSTS500131"),
    *("AADSTS500133", "AADSTS70008", "AADSTS70043", "AADSTS700082", "AADSTS700084"),
)
NO_PROOF = "no_proof"  # our own word: the sign-in service was not even asked


class SignInRefused(Exception):
    """The sign-in service gave no token; the message is its own error code and first line, which may name somebody."""

    def __init__(self, text: str, error: str = "") -> None:
        super().__init__(text)
        self._error = error

    def again(self) -> SignInRefused:
        """The same for somebody else who asks."""
        return type(self)(str(self), self._error)

    @property
    def code(self) -> str:
        """The service's own code, for the log: the message may name a person."""
        found = re.match(r"AADSTS\d+", str(self))
        return found[0] if found else self._error or "no token"

    @property
    def lacks_consent(self) -> bool:
        return self._error == "consent_required" or self.code in NO_CONSENT

    @property
    def stale(self) -> bool:
        """Whether what came as a sign-in is none any more."""
        return self.code in STALE

    @property
    def about_the_sign_in(self) -> bool:
        """Whether another sign-in may change it."""
        return self._error in ABOUT_THE_SIGN_IN and not self.lacks_consent


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


def passing(answer: dict[str, Any]) -> bool:
    """Whether there may be a token another time: a busy host, or a proxy before it, refuses nothing."""
    return "access_token" not in answer and answer.get("error") not in REFUSALS


def token_of(answer: dict[str, Any]) -> str:
    """The access token in an answer; raises SignInRefused, or one of those that are more than that."""
    if "access_token" in answer:
        return str(answer["access_token"])
    error = answer.get("error")
    kind = ProofMissing if error == NO_PROOF else SignInUnavailable if passing(answer) else SignInRefused
    text = str(answer.get("error_description") or error or "no token").splitlines()[0]
    raise kind(text, error if isinstance(error, str) else "")
