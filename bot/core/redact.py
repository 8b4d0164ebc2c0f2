"""What may leave the house of what somebody wrote: secrets and numbers that name people are struck out."""

from __future__ import annotations

import re
from collections.abc import Callable

STRUCK = "▇▇▇"

_WORDS = (
    r"password|wachtwoord|passord(?:et)?|passwort|kennwort|mot de passe|contraseña|clave"
    r"|lösenord(?:et)?|adgangskode[nt]?|kodeord(?:et)?"
)
_NOW = "(?:now|nu|nå|jetzt|ahora|maintenant)"
_IS = "was|is|er|has been|var|werd|ist|war|lautet|est|était|es|era|är"

# Each names what it strikes; the group is what is struck, and all of it where there is none.
_SECRETS = (
    # A password or PIN behind the word for it, in the languages that the bot speaks.
    re.compile(
        rf"(?i)\b(?:{_WORDS}|pwd|ww|mdp|pin(?:code|-?kode[nt]?)?|api[ -]?key)\b"
        r"(?:\s+(?:for|of|van|voor|til|till|på|für|von|pour|de|para|my|mijn|mitt|min|mein|mon|mi)\s+\S+|\s+(?:mitt|min))?"
        rf"\s*(?:(?:{_IS})\b(?:\s+(?:changed to|{_NOW})\b)?|:|=)?\s*[\"'«„“]?"
        r"((?![:=])(?:\S*[^\w\s]\S*|\S*\d\S*))"
    ),
    re.compile(rf"(?i)\b(?:{_WORDS})\b\s*(?:(?:is|er|ist|lautet|est|es|är)\b(?:\s+{_NOW}\b)?|:|=)\s*[\"'«„“]?(\S+)"),
    re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"),  # a signed token
    re.compile(r"(?i)\bbearer\s+(\S{12,})"),
)
_ADDRESS = re.compile(r"\S*(?:@|://|\\|www\.)\S*")
_DIGITS = re.compile(r"\S*\d\S*")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERS = (
    re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b"),  # a bank account (ISO 13616)
    re.compile(r"\b(?:\d[ -]?){12,18}\d\b"),  # a payment card
    re.compile(r"\b\d{9}\b|\b\d{6} ?\d{5}\b"),  # a Dutch or Norwegian social security number
    re.compile(r"\b(?:\d{2})?\d{6}[-+ ]?\d{4}\b"),  # a Swedish or Danish one
    re.compile(r"\b\d{2} ?\d{3} ?\d{3} ?\d{3}\b|\b\d{8}-?[A-Z]\b"),  # a German tax number, a Spanish identity number
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


def nameless(text: str, known: Callable[[str], bool], name: str = "") -> str:
    """The text without addresses, numbers and names: those of the person, and capitalized words that are not `known`.

    A name in small letters that is not the person's own stays: it cannot be told from a mistyped word.
    """
    own = {part.casefold() for part in _WORD.findall(name)}

    def told(found: re.Match[str]) -> str:
        word = found[0]
        mine = word.casefold() in own
        return STRUCK if mine or (word[0].isupper() and not known(word.casefold())) else word

    for pattern in (_ADDRESS, _DIGITS):
        text = pattern.sub(STRUCK, text)
    return _WORD.sub(told, text)


def _strike(found: re.Match[str]) -> str:
    if not found.re.groups:
        return STRUCK
    begin, end = found.span(1)
    whole, start = found.group(0), found.start()
    return whole[: begin - start] + STRUCK + whole[end - start :]
