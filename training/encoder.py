"""Tunes the encoder to intents: thin matrices beside its own (LoRA, Hu et al. 2021), and a linear head."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from sklearn.linear_model import LogisticRegression

from bot.language.encoder import TUNED, Encoder, Layer, normal
from training.corpus import Example, slipped

BATCH = 32
RATE = 3e-3
SMOOTHED = 0.05  # of the label's share, spread over all labels: some sentences lie on a border
DROPPED = 0.1
LENGTHS = (12, 16, 24, 40, 66)  # pieces a batch is filled up to: each is compiled once

Parameters = dict[str, Any]
Batch = tuple[np.ndarray, np.ndarray]


class Tuner:
    """An encoder whose layers can be moved."""

    def __init__(self, encoder: Encoder, labels: Sequence[str], rank: int, seed: int = 0) -> None:
        self.encoder, self.labels, self.random = encoder, list(labels), Random(seed)
        self._layers = [Layer(*map(jnp.asarray, layer)) for layer in encoder.layers]
        self._places, self._norm = jnp.asarray(encoder.places), (encoder.norm, encoder.norm_bias)
        self.width = encoder.places.shape[1]
        draw = np.random.default_rng(seed)
        self.parameters: Parameters = {
            f"{number}.{name}.{part}": jnp.asarray(start, jnp.float32)
            for number, layer in enumerate(encoder.layers)
            for name in TUNED
            for part, start in _thin(getattr(layer, name).shape, rank, draw)
        }
        self._vectors = jax.jit(lambda parameters, pieces, mask: self._mean(parameters, pieces, mask, None))

    def learn(self, examples: Sequence[Example], rounds: int, told: Callable[[int, float], None]) -> None:
        """Learn from the examples, `rounds` times; `told` hears after each its number and the mean loss."""
        self._begin(examples)
        steps = rounds * (len(examples) // BATCH) + 1
        rate = optax.schedules.warmup_cosine_decay_schedule(RATE / 60, RATE, 60, steps, RATE / 50)
        optimizer = optax.adamw(rate, weight_decay=0.01)
        state = optimizer.init(self.parameters)

        @jax.jit
        def step(parameters: Any, state: Any, pieces: Any, mask: Any, right: Any, key: Any) -> Any:
            loss, slope = jax.value_and_grad(self._loss)(parameters, pieces, mask, right, key)
            moves, state = optimizer.update(slope, state, parameters)
            return optax.apply_updates(parameters, moves), state, loss

        key = jax.random.PRNGKey(0)
        for number in range(rounds):
            losses = []
            for batch, right in self._lessons(examples):
                key, own = jax.random.split(key)
                self.parameters, state, loss = step(self.parameters, state, *batch, right, own)
                losses.append(float(loss))
            told(number + 1, sum(losses) / len(losses))

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """How well each label fits each text."""
        head = np.asarray(self.parameters["intents"]), np.asarray(self.parameters["intents.bias"])
        return self.vectors(texts) @ head[0] + head[1]

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """What the texts mean, as the tuned encoder has it."""
        found = np.zeros((len(texts), self.width), np.float32)
        ids = [self.encoder.ids(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda at: len(ids[at]))
        for at in range(0, len(order), 64):
            own = order[at : at + 64]
            filled = own + own[-1:] * (64 - len(own))
            found[own] = np.asarray(self._vectors(self.parameters, *self._batch([ids[one] for one in filled])))[
                : len(own)
            ]
        return found

    def _begin(self, examples: Sequence[Example]) -> None:
        """Begin with the head that fits the encoder as it is."""
        vectors = self.vectors([example.text for example in examples])
        mean, spread = vectors.mean(0), vectors.std(0)
        fitted = LogisticRegression(C=0.03, max_iter=200).fit(
            (vectors - mean) / spread, [self.labels.index(example.intent) for example in examples]
        )
        head = (fitted.coef_ / spread).T
        self.parameters |= {
            "intents": jnp.asarray(head, jnp.float32),
            "intents.bias": jnp.asarray(fitted.intercept_ - mean @ head, jnp.float32),
        }

    def _lessons(self, examples: Sequence[Example]) -> Iterator[tuple[Batch, np.ndarray]]:
        """The examples as they may be typed, in batches of about the same length, in another order each time."""
        rows = [
            (self.encoder.ids(slipped(example.text, self.random)), self.labels.index(example.intent))
            for example in examples
        ]
        self.random.shuffle(rows)
        drawers = [
            sorted(rows[at : at + 20 * BATCH], key=lambda row: len(row[0])) for at in range(0, len(rows), 20 * BATCH)
        ]
        rows = [row for drawer in drawers for row in drawer]
        batches = [rows[at : at + BATCH] for at in range(0, len(rows) - BATCH + 1, BATCH)]
        self.random.shuffle(batches)
        for batch in batches:
            yield self._batch([ids for ids, _ in batch]), np.array([right for _, right in batch])

    def _batch(self, ids: Sequence[Sequence[int]]) -> Batch:
        """The vocabulary's rows for the pieces of some texts, and which of them are there."""
        longest = max(map(len, ids))
        length = next(length for length in LENGTHS if longest <= length)
        filled = [[*own, *([self.encoder.weights.end] * (length - len(own)))] for own in ids]
        mask = np.array([[1.0] * len(own) + [0.0] * (length - len(own)) for own in ids], np.float32)
        rows = self.encoder.weights.words([id for own in filled for id in own])
        return rows.reshape(len(ids), length, self.width), mask

    def _loss(self, parameters: Parameters, pieces: Any, mask: Any, right: Any, key: Any) -> Any:
        key, own = jax.random.split(key)
        mean = _dropped(self._mean(parameters, pieces, mask, key), own, 2 * DROPPED)
        shares = jax.nn.log_softmax(mean @ parameters["intents"] + parameters["intents.bias"])
        count = len(self.labels)
        wanted = jax.nn.one_hot(right, count) * (1 - SMOOTHED) + SMOOTHED / count
        return -(shares * wanted).sum(1).mean()

    def _mean(self, parameters: Parameters, pieces: Any, mask: Any, key: Any) -> Any:
        """What `Encoder.vector` says of each text; with a `key` some numbers are dropped at random on the way."""
        texts, length = mask.shape
        heads, epsilon = self.encoder.heads, self.encoder.epsilon
        hidden = (mask - 1)[:, None, None, :] * 1e9
        x = normal(pieces + self._places[:length], *self._norm, epsilon, jnp)
        for number, layer in enumerate(self._layers):

            def moved(name: str, given: Any, number: int = number, layer: Layer = layer) -> Any:
                thin = (given @ parameters[f"{number}.{name}.down"]) @ parameters[f"{number}.{name}.up"]
                return given @ getattr(layer, name) + thin + getattr(layer, f"{name}_bias")

            query, key_, value = moved("qkv", x).reshape(texts, length, 3, heads, -1).transpose(2, 0, 3, 1, 4)
            look = jax.nn.softmax(query @ key_.transpose(0, 1, 3, 2) / math.sqrt(self.width // heads) + hidden, -1)
            seen = (look @ value).transpose(0, 2, 1, 3).reshape(texts, length, self.width)
            key, own = jax.random.split(key) if key is not None else (None, None)
            x = normal(x + _dropped(moved("out", seen), own), layer.norm, layer.norm_bias, epsilon, jnp)
            bent = jax.nn.gelu(moved("up", x), approximate=False)
            key, own = jax.random.split(key) if key is not None else (None, None)
            x = normal(x + _dropped(moved("down", bent), own), layer.last_norm, layer.last_norm_bias, epsilon, jnp)
        return (x * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]


def _thin(shape: tuple[int, ...], rank: int, draw: np.random.Generator) -> list[tuple[str, np.ndarray]]:
    """Two matrices whose product begins as nothing."""
    rows, columns = shape
    return [("down", draw.normal(0, 1 / math.sqrt(rows), (rows, rank))), ("up", np.zeros((rank, columns)))]


def _dropped(numbers: Any, key: Any, share: float = DROPPED) -> Any:
    if key is None:
        return numbers
    return numbers * jax.random.bernoulli(key, 1 - share, numbers.shape) / (1 - share)
