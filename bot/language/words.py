"""From a text to plain words, and how they are spelt; knows no intents and no single language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import filterfalse

LONGEST_TEXT = 500  # characters looked at
LONGEST_WORD = 30
OFTENER = 5  # times that a word must be used before it is taken for another that is one slip away

_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l"} | dict.fromkeys("'’‘`´"))
_STRETCHED = re.compile(r"(\w)\1{2,}")  # hellooo
_WORD = re.compile(r"[^\W_]+")


def split(text: str, plain: bool = True) -> list[str]:
    """The words of a text: lower case, no apostrophes, all numbers alike, if `plain` no diacritics; never fails."""
    text = text[:LONGEST_TEXT].casefold()
    if plain:
        text = text.translate(_PLAIN)
    if not text.isascii():
        text = unicodedata.normalize("NFKD" if plain else "NFKC", text)
        text = ("".join(filterfalse(unicodedata.combining, text)) if plain else text)[:LONGEST_TEXT]
    found = _WORD.findall(_STRETCHED.sub(r"\1", text))
    return ["0" if word.isdigit() else word[:LONGEST_WORD] for word in found]


class Spelling:
    """How the words of a language are spelt."""

    def __init__(self, sentences: Iterable[Sequence[str]]) -> None:
        """Learn from sentences, as words."""
        self._uses = Counter(word for sentence in sentences for word in set(sentence))
        self._near: dict[str, str] = {}  # a word, or one with a letter left out -> the most used word it may stand for
        for word in sorted(self._uses, key=lambda known: (self._uses[known], known)):
            if len(word) > 3 and self._uses[word] >= OFTENER:
                self._near.update(dict.fromkeys(_shortened(word), word))

    def uses(self, word: str) -> int:
        """In how many sentences this word was met: people mistype in these, too."""
        return self._uses[word]

    def spelt(self, word: str) -> str:
        """The word that this probably is: one slip away and far more used (SymSpell's idea); else the word itself."""
        if len(word) < 4:
            return word
        near = [self._near[part] for part in _shortened(word) if part in self._near]
        best = max(near, key=lambda known: self._uses[known], default=word)
        return best if self._uses[best] >= OFTENER * max(self._uses[word], 1) else word


def _shortened(word: str) -> list[str]:
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]
