"""What people may say, and the words for places and fields, one file a language; knows nothing of what is learned."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from bot.core.texts import LANGUAGES

__all__ = ["LANGUAGES", "Corpus", "corpus", "parsed"]


@dataclass(frozen=True)
class Corpus:
    """What one file of bot/texts/utterances holds."""

    language: str
    utterances: tuple[tuple[str, str], ...]  # (intent, what somebody may say)
    entities: tuple[tuple[str, str], ...]  # (`kind.name`, words joined to a phrase, see `phrases`)


def corpus(language: str) -> Corpus:
    """The utterances and the entities of one of LANGUAGES."""
    file = resources.files("bot.texts") / "utterances" / f"{language}.txt"
    return parsed(language, file.read_text("utf-8"))


def parsed(language: str, text: str) -> Corpus:
    """A corpus from its text: `[intent]` above sentences, `[entities]` above `kind.name: form form …`."""
    utterances: list[tuple[str, str]] = []
    entities: list[tuple[str, str]] = []
    section = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[]")
        elif section == "entities":
            meaning, _, forms = line.partition(":")
            entities.extend((meaning, form) for form in forms.split())
        else:
            utterances.append((section, line))
    return Corpus(language, tuple(utterances), tuple(entities))
