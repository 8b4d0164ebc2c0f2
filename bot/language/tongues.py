"""Which language words are in, by the runs of letters they are made of; knows nothing of what they mean."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

RUNS = (3, 4, 5)  # letters, a word's two ends counted as such
UNSEEN = 0.5  # how often a run is taken to have been met that was not
HINTED = 0.5  # what a hint is worth; an average word of the language itself earns about 1


class Tongues:
    """Naive Bayes over runs of letters; a word counts by its average run, one met in every language not at all."""

    def __init__(self, sentences: Mapping[str, Sequence[Sequence[str]]]) -> None:
        """Learn from the sentences, as words, of each language."""
        used = {
            language: Counter(word for sentence in said for word in sentence) for language, said in sentences.items()
        }
        self._everywhere = set.intersection(*(set(counts) for counts in used.values()))
        self._runs: dict[str, dict[str, float]] = {language: {} for language in used}
        for language, counts in used.items():
            runs = self._runs[language]
            for word, count in counts.items():
                worth = 1 + math.log(count)
                for run in _runs(word):
                    runs[run] = runs.get(run, 0.0) + worth
        kinds = len(set().union(*self._runs.values()))
        self._total = {language: sum(runs.values()) + UNSEEN * kinds for language, runs in self._runs.items()}

    def of(self, sentence: Sequence[str], hint: str) -> str:
        """The language of a sentence; `hint` where its words do not tell."""
        score = dict.fromkeys(self._runs, 0.0) | {hint: HINTED}
        for word in sentence:
            if word in self._everywhere:
                continue
            met = [run for run in _runs(word) if any(run in runs for runs in self._runs.values())]
            for language, runs in self._runs.items() if met else ():
                likely = sum(math.log((runs.get(run, 0.0) + UNSEEN) / self._total[language]) for run in met)
                score[language] += likely / len(met)
        return max(score, key=lambda language: score[language])


def _runs(word: str) -> list[str]:
    word = f"<{word}>"
    return [word, *(word[at : at + length] for length in RUNS for at in range(len(word) - length + 1))]
