"""What was learned by `training`: how well each intent and each language fits a text. Knows nobody's words."""

from __future__ import annotations

import logging
import math
from functools import lru_cache
from importlib import resources

import numpy as np

from bot.language.corpus import LANGUAGES
from bot.language.encoder import Encoder
from bot.language.runs import marks
from bot.language.weights import Floats, NoWeights, installed

log = logging.getLogger(__name__)

LEARNED = "learned.npz"
SECOND = 0.5  # what the linear model's opinion of an intent is worth beside the encoder's (bench/intents.py)
SURE = 0.9  # from this share on the linear model is right 99 times in 100, and the encoder is not asked
KEPT = 4096  # texts whose vectors are kept: people say the same things


class Opinions:
    """Two models: a slow one that knows what words mean, and a quick one that knows how they are spelt.

    Where the second is sure, the first is not asked. Without its weights the second has to do; `lacking` says why.
    """

    def __init__(self, encoding: bool = True) -> None:
        with resources.files("bot.language").joinpath(LEARNED).open("rb") as file:
            learned = dict(np.load(file))
        self._learned: dict[str, Floats] = {name: value.astype(np.float32) for name, value in learned.items()}
        depth = sum(name.endswith(".qkv.up") for name in self._learned)
        self._encoder: Encoder | None = None
        self.lacking = ""
        try:
            self._encoder = Encoder(installed(), depth, self._learned) if encoding else None
        except (NoWeights, OSError) as error:
            self.lacking = str(error)
            log.warning("understanding less", extra={"action": "understand", "reason": self.lacking})
        self.intents = lru_cache(KEPT)(self._intents)

    def _intents(self, text: str) -> Floats:
        """How well each intent fits, as logarithms of likelihoods."""
        spelt = _shares(self._marked(text, "intents"))
        if self._encoder is None or spelt.max() >= math.log(SURE):
            alone: Floats = np.float32(1 + SECOND) * spelt
            return alone
        meant = self._encoder.vector(text) @ self._learned["intents"] + self._learned["intents.bias"]
        both: Floats = _shares(meant) + np.float32(SECOND) * spelt
        return both

    def languages(self, text: str) -> dict[str, float]:
        """How well each language fits, as logarithms of likelihoods."""
        return dict(zip(LANGUAGES, _shares(self._marked(text, "languages")).tolist(), strict=True))

    def _marked(self, text: str, kind: str) -> Floats:
        found = marks(text)
        total = self._learned[f"marks.{kind}"][found].sum(0) / np.sqrt(max(len(found), 1))
        told: Floats = total + self._learned[f"marks.{kind}.bias"]
        return told


def _shares(scores: Floats) -> Floats:
    """The logarithms of shares that add up to 1."""
    high = scores.max()
    shares: Floats = scores - (high + np.log(np.exp(scores - high).sum()))
    return shares
