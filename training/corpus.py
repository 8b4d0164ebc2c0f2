"""What is learned from, and how people would mistype it; knows no model."""

from __future__ import annotations

import re
import unicodedata
from importlib import resources
from pathlib import Path
from random import Random
from typing import NamedTuple

from fluent.syntax import FluentParser, ast

from bot.language.corpus import LANGUAGES, corpus


class Example(NamedTuple):
    """One thing that somebody may say."""

    language: str
    intent: str
    text: str


def utterances() -> list[Example]:
    """All that people may say, in all languages."""
    return [Example(language, *one) for language in LANGUAGES for one in corpus(language).utterances]


def sentences(language: str) -> list[str]:
    """The bot's own sentences: more words of the language, whatever they mean."""
    text = resources.files("bot.texts").joinpath(f"{language}.ftl").read_text("utf-8")
    found = [entry.value for entry in FluentParser().parse(text).body if isinstance(entry, ast.Message)]
    return [words for pattern in found if pattern for words in _spoken(pattern)]


def everyday(language: str) -> list[str]:
    """Phrases of everyday words, which tell a language from its neighbours; none where it has none."""
    file = Path(__file__).parent / "words" / f"{language}.txt"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


def _spoken(pattern: ast.Pattern) -> list[str]:
    parts = ["".join(part.value for part in pattern.elements if isinstance(part, ast.TextElement)).strip()]
    for part in pattern.elements:
        if isinstance(part, ast.Placeable) and isinstance(part.expression, ast.SelectExpression):
            parts.extend(words for variant in part.expression.variants for words in _spoken(variant.value))
    return [part for part in parts if len(part.split()) > 1]


def slipped(text: str, random: Random) -> str:
    """The text as it may be typed in a hurry."""
    if random.random() < 0.3:
        text = text.lower()
    if random.random() < 0.25:
        text = re.sub(r"[.,!?¿¡]", "", text) or text
    if random.random() < 0.1:
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    if random.random() < 0.03:
        text = text.upper()
    if random.random() < 0.3 and len(text) > 3:
        for _ in range(1 + len(text) // 40):
            text = _slip(text, random)
    return text


def _slip(text: str, random: Random) -> str:
    at = random.randrange(len(text) - 1)
    here, there, rest = text[at], text[at + 1], text[at + 2 :]
    typed = random.choice((there, there + here, here + here + there, random.choice("aeinrtso") + there))
    return text[:at] + typed + rest
