"""From a text to plain words, their spelling and their meanings; knows no intents and no single language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import filterfalse

LONGEST_TEXT = 500  # characters looked at
LONGEST_WORD = 30
STRANGER = "?"  # the meaning of a word hardly anybody uses

_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l"} | dict.fromkeys("'’‘`´"))
_STRETCHED = re.compile(r"(\w)\1{2,}")  # hellooo
_WORD = re.compile(r"[^\W_]+")


def split(text: str) -> list[str]:
    """The words of a text: lower case, no diacritics, no apostrophes, all numbers alike; never fails."""
    text = text[:LONGEST_TEXT].casefold().translate(_PLAIN)
    if not text.isascii():
        text = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))[:LONGEST_TEXT]
    found = _WORD.findall(_STRETCHED.sub(r"\1", text))
    return ["0" if word.isdigit() else word[:LONGEST_WORD] for word in found]


class Vocabulary:
    """The words we know: how they are spelt, and what they mean, in whichever language."""

    def __init__(self, sentences: Iterable[Sequence[str]], forms: Iterable[tuple[str, str]]) -> None:
        """Learn from sentences, and from (meaning, form); a form is a word, a beginning `foto*` or an end `*foto`."""
        self._uses = Counter(word for sentence in sentences for word in set(sentence))
        self._whole: dict[str, set[str]] = {}
        self._begins: dict[str, set[str]] = {}
        self._ends: dict[str, set[str]] = {}
        for meaning, form in forms:
            table = self._begins if form.endswith("*") else self._ends if form.startswith("*") else self._whole
            table.setdefault(form.strip("*"), set()).add(meaning)
        self._near: dict[str, str] = {}  # a word, or one with a letter left out -> the most used word it may stand for
        for word in sorted({*self._uses, *self._whole}, key=lambda known: (self._uses[known], known)):
            if len(word) > 3:
                self._near.update(dict.fromkeys(_shortened(word), word))
        self.meanings = lru_cache(8192)(self._meanings)

    def knows(self, word: str) -> bool:
        """Has this word been met, or does it mean something? A single letter tells nothing."""
        return len(word) > 1 and (word in self._uses or self.meanings(word) != (STRANGER,))

    def spelt(self, word: str) -> str:
        """The known word that this is, or of which it is one slip away (SymSpell's idea); else the word itself."""
        if len(word) < 4 or word in self._uses or word in self._whole:
            return word
        near = [self._near[part] for part in _shortened(word) if part in self._near]
        return max(near, key=lambda known: self._uses[known], default=word)

    def _meanings(self, word: str) -> tuple[str, ...]:
        """What a word means; nothing for a plain word, STRANGER for one hardly met."""
        found = set(self._whole.get(word, ()))
        for length in range(2, len(word) + 1):
            found.update(self._begins.get(word[:length], ()), self._ends.get(word[-length:], ()))
        return tuple(sorted(found)) or (() if self._uses[word] > 1 else (STRANGER,))


def _shortened(word: str) -> list[str]:
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]
