"""What may leave the house of what somebody wrote: secrets and numbers that name people are struck out."""

from __future__ import annotations

import re

STRUCK = "▇▇▇"

# Each names what it strikes; the group is what is struck, and all of it where there is none.
_SECRETS = (
    # A password or code behind the word for it, in the languages that the bot speaks.
    re.compile(
        r"(?i)\b(?:pass(?:word|ord)?|pwd|wachtwoord|pin(?:code|-?kode)?|secret|api[ -]?key|token|code|kode)"
        r"\b\s*(?:is|er|:|=)\s*[\"']?(\S+)"
    ),
    re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"),  # a signed token
    re.compile(r"(?i)\bbearer\s+(\S{12,})"),
    re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b"),  # a bank account (ISO 13616)
    re.compile(r"\b(?:\d[ -]?){8,18}\d\b"),  # a payment card, a social security number
)


def redacted(text: str) -> str:
    """The text without what looks like a password, a token, or the number of a card, an account or a person."""
    for secret in _SECRETS:
        text = secret.sub(_strike, text)
    return text


def _strike(found: re.Match[str]) -> str:
    if not found.re.groups:
        return STRUCK
    begin, end = found.span(1)
    whole, start = found.group(0), found.start()
    return whole[: begin - start] + STRUCK + whole[end - start :]
