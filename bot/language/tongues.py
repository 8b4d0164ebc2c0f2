"""The names of our languages in our languages; knows nothing else of what is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.texts import name_of
from bot.language.corpus import LANGUAGES
from bot.language.words import split

ALSO = {"hollands": "nl", "hollandais": "nl", "holandes": "nl", "castellano": "es"}
SHORTEST = 5  # letters of a name that tell it, whatever ending follows: engels, engelska, engelsk


def asked_for(words: Iterable[str]) -> str | None:
    """The one language of ours that is named among these words."""
    named = {language for word in words for name, language in _NAMES.items() if word.startswith(name)}
    return named.pop() if len(named) == 1 else None


def _names() -> Iterable[tuple[str, str]]:
    for spoken in LANGUAGES:
        for language in LANGUAGES:
            yield split(name_of(language, spoken))[0][:SHORTEST], language


_NAMES = {**dict(_names()), **ALSO}


def family(language: str) -> Sequence[str]:
    """The languages whose words may be met in a text in this one: English, and what is near enough to be mixed up."""
    near = ("nb", "sv", "da") if language in ("nb", "sv", "da") else (language,)
    return tuple(dict.fromkeys((language, *near, "en")))
