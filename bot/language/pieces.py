"""Cuts a text into the pieces of a vocabulary (SentencePiece's unigram model); knows no weights and no languages."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

SPACE = "\u2581"  # how SentencePiece writes one
PENALTY = 10.0  # below the least likely piece, for a character that is in none

_SPACES = re.compile(" {2,}")


class Pieces:
    """The likeliest way to cut a text into known pieces, found by Viterbi's algorithm (Kudo, ACL 2018).

    The package `tokenizers` does the same, and brings a network client for its model hub along.
    """

    def __init__(
        self, pieces: Mapping[str, int], scores: Sequence[float], plain: Mapping[int, str], stranger: int
    ) -> None:
        """Take `pieces` with their ids, and the log likelihood of each id; `plain` says how a character is written."""
        self._pieces, self._scores, self._plain, self._stranger = pieces, scores, plain, stranger
        self._least = min(scores) - PENALTY
        self._longest = max(map(len, pieces))

    def ids(self, text: str) -> list[int]:
        """The ids of the pieces of a text."""
        text = " " + _SPACES.sub(" ", text.translate(self._plain)).removeprefix(" ")
        text = text.replace(" ", SPACE)
        best = [0.0, *([-math.inf] * len(text))]
        last = [(0, self._stranger)] * (len(text) + 1)
        for begin in range(len(text)):
            so_far = best[begin]
            if so_far + self._least > best[begin + 1]:
                best[begin + 1], last[begin + 1] = so_far + self._least, (begin, self._stranger)
            for end in range(begin + 1, min(len(text), begin + self._longest) + 1):
                known = self._pieces.get(text[begin:end], self._stranger)
                if known != self._stranger and so_far + self._scores[known] > best[end]:
                    best[end], last[end] = so_far + self._scores[known], (begin, known)
        found, end = [], len(text)
        while end:
            end, id = last[end]
            found.append(id)
        return found[::-1]
