"""What may leave the house of what somebody wrote: secrets and numbers that name people are struck out."""

from __future__ import annotations

import re

STRUCK = "▇▇▇"

# Each names what it strikes; the group is what is struck, and all of it where there is none.
_SECRETS = (
    # A password or PIN behind the word for it, in the languages that the bot speaks.
    re.compile(
        r"(?i)\b(?:password|pwd|wachtwoord|ww|passord(?:et)?|pin(?:code|-?kode[nt]?)?|api[ -]?key)\b"
        r"(?:\s+(?:for|of|van|voor|til|på|my|mijn|mitt|min)\s+\S+|\s+(?:mitt|min))?"
        r"\s*(?:(?:was|is|er|has been|var|werd)\b(?:\s+(?:changed to|now|nu|nå))?|:|=)?\s*[\"']?"
        r"((?![:=])(?:\S*[^\w\s]\S*|\S*\d\S*))"
    ),
    re.compile(r"(?i)\b(?:password|wachtwoord|passord(?:et)?)\b\s*(?:is|er|:|=)\s*[\"']?(\S+)"),
    re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"),  # a signed token
    re.compile(r"(?i)\bbearer\s+(\S{12,})"),
)
_NUMBERS = (
    re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b"),  # a bank account (ISO 13616)
    re.compile(r"\b(?:\d[ -]?){12,18}\d\b"),  # a payment card
    re.compile(r"\b\d{9}\b|\b\d{6} ?\d{5}\b"),  # a Dutch or Norwegian social security number
)


def without_secrets(text: str) -> str:
    """The text without what looks like a password or a token: nobody needs it to help."""
    for secret in _SECRETS:
        text = secret.sub(_strike, text)
    return text


def redacted(text: str) -> str:
    """The same without the number of a card, an account or a person: for what was not written for the helpdesk."""
    text = without_secrets(text)
    for number in _NUMBERS:
        text = number.sub(_strike, text)
    return text


def _strike(found: re.Match[str]) -> str:
    if not found.re.groups:
        return STRUCK
    begin, end = found.span(1)
    whole, start = found.group(0), found.start()
    return whole[: begin - start] + STRUCK + whole[end - start :]
