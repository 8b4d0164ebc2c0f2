"""From a text to a vector of what it means, with numpy: the first layers of an encoder, tuned to what people ask here.

It knows no intents; what `training` has learned is in learned.npz.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from bot.language.pieces import Pieces
from bot.language.weights import Floats, Weights

PREFIX = "query: "  # what this encoder was trained with
MOST_PIECES = 64  # of a text are looked at: about three sentences
TUNED = ("qkv", "out", "up", "down")  # the matrices of a layer that training moves


class Layer(NamedTuple):
    """One layer of a BERT encoder (Devlin et al., 2019): attention, then two matrices with a bend between them."""

    qkv: Floats
    qkv_bias: Floats
    out: Floats
    out_bias: Floats
    norm: Floats
    norm_bias: Floats
    up: Floats
    up_bias: Floats
    down: Floats
    down_bias: Floats
    last_norm: Floats
    last_norm_bias: Floats


class Encoder:
    """Turns texts into vectors."""

    def __init__(self, weights: Weights, depth: int, tuning: Mapping[str, Floats] | None = None) -> None:
        """Take the first `depth` layers; `tuning` holds two thin matrices for each that was tuned (LoRA, Hu 2021)."""
        # More threads gain nothing on so small matrices, and wait for each other on a busy machine ten times as long.
        threadpool_limits(1, "blas")
        self.weights, self.heads, self.epsilon = weights, weights.heads, weights.epsilon
        self._pieces = Pieces(weights.pieces, weights.scores, weights.plain, weights.stranger)
        self.places = weights.row("emb.pos").reshape(-1, weights.width) + weights.row("emb.type")[: weights.width]
        self.norm, self.norm_bias = weights.row("emb.ln.w"), weights.row("emb.ln.b")
        self.layers = [_layer(weights, number) for number in range(depth)]
        if tuning:
            self.layers = [_tuned(layer, number, tuning) for number, layer in enumerate(self.layers)]

    def ids(self, text: str) -> list[int]:
        """The numbers of a text's pieces, between those of its begin and end."""
        return [self.weights.begin, *self._pieces.ids(PREFIX + text)[:MOST_PIECES], self.weights.end]

    def vector(self, text: str) -> Floats:
        """What a text means: the mean of what its pieces mean beside each other."""
        ids = self.ids(text)
        pieces = normal(self.weights.words(ids) + self.places[: len(ids)], self.norm, self.norm_bias, self.epsilon, np)
        for layer in self.layers:
            pieces = passed(layer, pieces, self.heads, self.epsilon)
        mean: Floats = pieces.mean(0)
        return mean


def passed(layer: Layer, pieces: Floats, heads: int, epsilon: float) -> Floats:
    """What the pieces of one text mean after one more layer; shape (pieces, width), as before it."""
    length, width = pieces.shape
    query, key, value = (pieces @ layer.qkv + layer.qkv_bias).reshape(length, 3, heads, -1).transpose(1, 2, 0, 3)
    look = _softmax(query @ key.transpose(0, 2, 1) / np.float32(math.sqrt(width // heads)))
    seen = (look @ value).transpose(1, 0, 2).reshape(length, width)
    pieces = normal(pieces + seen @ layer.out + layer.out_bias, layer.norm, layer.norm_bias, epsilon, np)
    bent = _gelu(pieces @ layer.up + layer.up_bias)
    after: Floats = normal(
        pieces + bent @ layer.down + layer.down_bias, layer.last_norm, layer.last_norm_bias, epsilon, np
    )
    return after


def normal(pieces: Any, scale: Any, shift: Any, epsilon: float, of: Any) -> Any:
    """Each row with a mean of 0 and a variance of 1, then scaled and shifted; `of` is numpy or what does the same."""
    pieces = pieces - pieces.mean(-1, keepdims=True)
    return pieces / of.sqrt((pieces * pieces).mean(-1, keepdims=True) + epsilon) * scale + shift


def _softmax(scores: Any) -> Floats:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares


def _gelu(numbers: Floats) -> Floats:
    """x times the chance of a standard normal number below x, to 1e-7 (Abramowitz and Stegun, 7.1.26)."""
    size = np.abs(numbers) * np.float32(math.sqrt(0.5))
    near = 1 / (1 + np.float32(0.3275911) * size)
    tail: Any = np.float32(1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        tail = tail * near + np.float32(factor)
    error = 1 - tail * near * np.exp(-size * size)
    bent: Floats = np.float32(0.5) * numbers * (1 + np.copysign(error, numbers))
    return bent


def _layer(weights: Weights, number: int) -> Layer:
    def matrix(name: str, width: int) -> Floats:
        return weights.matrix(f"l{number}.{name}.w", width)

    def row(name: str) -> Floats:
        return weights.row(f"l{number}.{name}")

    width = weights.width
    return Layer(
        _across([matrix(name, width) for name in "qkv"]),
        np.concatenate([row(f"{name}.b") for name in "qkv"]),
        _across([matrix("ao", width)]),
        row("ao.b"),
        row("aln.w"),
        row("aln.b"),
        _across([matrix("fi", width)]),
        row("fi.b"),
        _across([matrix("fo", weights.inner)]),
        row("fo.b"),
        row("oln.w"),
        row("oln.b"),
    )


def _across(matrices: Sequence[Floats]) -> Floats:
    """Matrices below each other, as what a row is multiplied with."""
    return np.ascontiguousarray(np.concatenate(matrices).T)


def _tuned(layer: Layer, number: int, tuning: Mapping[str, Floats]) -> Layer:
    """The layer with what training has added to its matrices."""
    moved = {}
    for name in TUNED:
        down, up = (tuning[f"{number}.{name}.{part}"].astype(np.float32) for part in ("down", "up"))
        moved[name] = getattr(layer, name) + down @ up
    return layer._replace(**moved)
