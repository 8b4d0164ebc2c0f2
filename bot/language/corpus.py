"""The sentences and words that the recognisers learn from, one file a language; knows nothing of what is learned."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

LANGUAGES = ("en", "nl", "nb")


@dataclass(frozen=True)
class Corpus:
    """What one file of bot/texts/utterances holds."""

    language: str
    utterances: tuple[tuple[str, str], ...]  # (intent, what somebody may say)
    words: tuple[tuple[str, str], ...]  # (meaning, `word`, `begin*` or `*end`)
    entities: tuple[tuple[str, str], ...]  # (`kind.name`, such words joined to a phrase)


def corpus(language: str) -> Corpus:
    """The utterances and the words of one of LANGUAGES."""
    file = resources.files("bot.texts") / "utterances" / f"{language}.txt"
    return parsed(language, file.read_text("utf-8"))


def parsed(language: str, text: str) -> Corpus:
    """A corpus from its text: `[intent]` above sentences, `[words]` and `[entities]` above `meaning: form form …`."""
    utterances: list[tuple[str, str]] = []
    lexicon: dict[str, list[tuple[str, str]]] = {"words": [], "entities": []}
    section = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[]")
        elif section in lexicon:
            meaning, _, forms = line.partition(":")
            lexicon[section].extend((meaning, form) for form in forms.split())
        else:
            utterances.append((section, line))
    return Corpus(language, tuple(utterances), tuple(lexicon["words"]), tuple(lexicon["entities"]))
