"""A linear classifier that learns labels of feature sets in a few rounds; knows nothing of words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from random import Random

ROUNDS = 3
DRAFTS = 2

Seen = list[tuple[list[float], float]]  # for each feature its weight for each label, and its rarity


class Classifier:
    """Passive-aggressive learning (Crammer et al., JMLR 2006) over features weighed by rarity (IDF), sets of length 1.

    A label that is wrong, or right by less than a margin of 1, moves the weights just far enough. What is learned hangs
    on the order of the examples: it is learned more than once, in other orders, and the mean is kept.
    """

    def __init__(self, examples: Sequence[tuple[str, Collection[str]]]) -> None:
        """Learn from (label, features)."""
        self.labels = sorted({label for label, _ in examples})
        common = Counter(feature for _, features in examples for feature in features)
        self._known = {
            feature: ([0.0] * len(self.labels), math.log(len(examples) / count) ** 2)
            for feature, count in common.items()
        }
        lesson = [(self.labels.index(label), *self._seen(features)) for label, features in examples]
        random = Random(0)  # the same every time
        drafts = [self._draft(lesson, random) for _ in range(DRAFTS)]
        for (weights, _), *learned in zip(self._known.values(), *drafts, strict=True):
            weights[:] = [sum(each) / DRAFTS for each in zip(*learned, strict=True)]

    def _draft(self, lesson: list[tuple[int, Seen, float]], random: Random) -> list[list[float]]:
        """The weights learned from examples in an order of its own, feature by feature; forgotten here again."""
        for _ in range(ROUNDS):
            random.shuffle(lesson)
            lesson = [example for example in lesson if _moved(*example)]
        learned = [weights[:] for weights, _ in self._known.values()]
        for weights, _ in self._known.values():
            weights[:] = [0.0] * len(self.labels)
        return learned

    def scores(self, features: Collection[str]) -> list[float]:
        """How well each of `labels` fits, the best about 1 ahead of the others; zeros where nothing is known."""
        seen, length = self._seen(features)
        return [total / length for total in _totals(seen)] or [0.0] * len(self.labels)

    def _seen(self, features: Collection[str]) -> tuple[Seen, float]:
        """The features that are known, and the length of their vector."""
        seen = [self._known[feature] for feature in features if feature in self._known]
        return seen, math.sqrt(sum(rarity for _, rarity in seen)) or 1.0


def _totals(seen: Seen) -> list[float]:
    return list(map(sum, zip(*[weights for weights, _ in seen], strict=True)))


def _moved(right: int, seen: Seen, length: float) -> bool:
    """Take in one example; False where it was known well enough."""
    totals = _totals(seen)
    own, totals[right] = totals[right], -math.inf
    best = max(totals)
    lead = (own - best) / length
    if lead >= 1:
        return False
    rival = totals.index(best)
    step = (1 - lead) / 2 / length
    for weights, rarity in seen:
        move = step * rarity
        weights[right] += move
        weights[rival] -= move
    return True
