"""Finds the phrases of a lexicon among words; knows nothing of what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

GAP = ".."
SHORTEST_SLIP = 6  # letters; a shorter word is too near to other words to be mended
WIDEST_GAP = 4  # words; it also bounds the work that a text can cause

Slots = tuple[frozenset[str], ...]  # one place of a phrase each: the patterns that fit; empty for a gap


@dataclass(frozen=True)
class Mention:
    """One phrase that was met: the first word of it, and what it stands for."""

    at: int
    kind: str
    name: str


class Phrases:
    """The phrases we know. Of those of a kind that begin at one word the longest counts, and they do not overlap."""

    def __init__(self, forms: Iterable[tuple[str, str]], spelt: Callable[[str], str]) -> None:
        """Learn from (`kind.name`, form); `spelt` mends the words that fit nothing.

        A form is patterns joined by `_`: a word, a beginning `foto*`, an end `*foto`, some of these as `a|b`, or `..`
        for a few words of any kind.
        """
        self._from: dict[str, list[tuple[str, str, Slots]]] = defaultdict(list)
        self._patterns: set[str] = set()
        self._spelt = spelt
        for meaning, form in forms:
            kind, _, name = meaning.partition(".")
            slots = tuple(frozenset(() if slot == GAP else slot.split("|")) for slot in form.split("_"))
            self._patterns.update(*slots)
            for pattern in slots[0]:
                self._from[pattern].append((kind, name, slots))
        self._fitting = lru_cache(8192)(self._patterns_of)

    def found(self, words: Sequence[str]) -> Iterator[Mention]:
        """The phrases among the words, in their order."""
        fitting = [self._fitting(word) for word in words]
        taken: dict[str, int] = defaultdict(int)  # how far the phrases of a kind have got
        for at, patterns in enumerate(fitting):
            best: dict[str, tuple[int, int, str]] = {}
            for pattern in patterns:
                for kind, name, slots in self._from.get(pattern, ()):
                    if taken[kind] <= at and (end := _end(slots, fitting, at)):
                        best[kind] = max(best.get(kind, (0, 0, "")), (end, len(pattern), name))
            for kind, (end, _, name) in best.items():
                taken[kind] = end
                yield Mention(at, kind, name)

    def _patterns_of(self, word: str) -> frozenset[str]:
        return self._of(word) or self._of(self._spelt(word) if len(word) >= SHORTEST_SLIP else "")

    def _of(self, word: str) -> frozenset[str]:
        cuts = range(1, len(word) + 1)
        return frozenset(
            self._patterns & {word, *(word[:cut] + "*" for cut in cuts), *("*" + word[-cut:] for cut in cuts)}
        )


def _end(slots: Slots, fitting: Sequence[frozenset[str]], at: int) -> int:
    """The word after the phrase, if it begins at this one; else 0."""
    for place, slot in enumerate(slots):
        if not slot:
            ends = (_end(slots[place + 1 :], fitting, at + skipped) for skipped in range(WIDEST_GAP + 1))
            return next(filter(None, ends), 0)
        if at >= len(fitting) or slot.isdisjoint(fitting[at]):
            return 0
        at += 1
    return at
