"""Are two pictures the same picture, whatever a store did to them? Bytes in, values out; it knows no store.

Comparing goes in three steps: find the part of one picture that the other shows, take out brightness and contrast, and
look for the place where most is left over. Two people before one wall differ in few places: a mean would hide them.
"""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import combinations_with_replacement
from operator import mul, sub
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

MOST_PIXELS = 60_000_000  # more is a decompression bomb, not a portrait; decoders that cannot skip may do fewer
SAME_BELOW = 1.0  # differences from here on are another picture; docs/decisions/0008 has what was measured

_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP")  # each further decoder is one more to be attacked
_LEAST = 128  # pixels that the shorter side keeps, where it has them
_MOST = 1024  # pixels that the longer side keeps, about
_SHOWN = 96  # pixels per side on a card
_FOUND = 64  # pixels per side in which a part is searched
_COARSE, _FINE = 16, 24  # cells per side, first and last, while searching
_JUDGED = 32  # cells per side while judging: what SharePoint's 48 pixels hold for certain
_KEPT = 0.78  # of width and height, that a store leaves at least: a tenth off each edge, and some
_AT_ONCE = 0.01  # mean square error, in spreads of the picture, below which coarse cells tell no more
_NEAR = 0.05  # the same, below which a part may have been found
_HOPELESS = {0: 1.0, 4: 0.5}  # the same, above which going on is in vain, by steps gone
_WORTH = 0.98  # what is left of the error after a step that was worth it
_CERTAIN = 0.5  # a difference below which no better one is looked for
_FLAT = 4.0  # levels of spread below which a picture is one colour: it has no contrast to take out

# What an orientation in EXIF asks for (1, or none, is upright).
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

_SQUARES = [min(255, value * value // 4) for value in range(256)]

Box = tuple[float, float, float, float]  # left, top, right, bottom as parts of a picture, 0 to 1
_WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


class Unreadable(Exception):
    """These bytes are no picture that can be read."""


class _Target:
    """A whole picture in count x count cells, and how each cell answers when an edge of the frame moves."""

    def __init__(self, cells: list[float], count: int) -> None:
        self.cells, self._count = cells, count

    @cached_property
    def slopes(self) -> list[list[float]]:
        """Four rows of cells: for the left, top, right and bottom edge."""
        count, cells = self._count, self.cells
        across = [0.0, *map(sub, cells[2:], cells), 0.0]
        down = [*cells[:count], *map(sub, cells[2 * count :], cells), *cells[:count]]  # its rim counts for nothing
        return [list(map(mul, *pair)) for pair in zip((across, down) * 2, _leverage(count), strict=True)]

    @cached_property
    def inverse(self) -> list[list[float]]:
        """Of the slopes' products, 4 x 4: turns what the slopes say of an error into steps of the edges."""
        products = [[0.0] * 4 for _ in self.slopes]
        for row, column in combinations_with_replacement(range(4), 2):
            products[row][column] = products[column][row] = _dot(self.slopes[row], self.slopes[column])
        for index in range(4):  # keeps the step small where a picture says little about an edge
            products[index][index] = products[index][index] * 1.02 + 1
        return _inverse(products)


class Portrait:
    """A decoded picture, reduced to what comparing and showing need. Does not change once made."""

    def __init__(self, content: bytes) -> None:
        """Of an animation the first picture is taken. Raises Unreadable: no picture, a broken one, one too large."""
        self._image, (self.width, self.height) = _decoded(content)
        self._targets: dict[int, _Target] = {}  # by cells per side; made when first asked for

    def difference(self, other: Portrait) -> float:
        """How different two pictures are at their most alike: 0 is the same, SAME_BELOW is another; symmetric."""
        larger, smaller = sorted((self, other), key=lambda one: (one.width * one.height, one._image.tobytes()))[::-1]
        plain = _settled(larger, smaller, _WHOLE, _COARSE, 1)
        left = _judged(plain) if plain.error < _AT_ONCE else float("inf")
        if left < _CERTAIN:
            return left
        found = _searched(larger, smaller)
        if found.error > _NEAR:  # the smaller one may show more, where the larger was cut
            found = min(found, _searched(smaller, larger), key=lambda one: one.error)
        return min(left, _judged(found))

    def same_as(self, other: Portrait) -> bool:
        """Whether both show the same, be they re-encoded, resized, lightly cropped, brighter or darker."""
        return self.difference(other) < SAME_BELOW

    @cached_property
    def embedded(self) -> str:
        """The middle square as a JPEG of 96 pixels in a data: address, a few kilobytes at most."""
        wide, high = self._image.size
        part_x, part_y = min(1.0, self.height / self.width), min(1.0, self.width / self.height)
        left, top = wide * (1 - part_x) / 2, high * (1 - part_y) / 2
        square = self._image.resize((_SHOWN, _SHOWN), Image.Resampling.BICUBIC, (left, top, wide - left, high - top))
        out = io.BytesIO()
        square.save(out, "JPEG", quality=82)
        return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode("ascii")

    @cached_property
    def _grey(self) -> Image.Image:
        wide, high = self._image.size
        return self._image.convert("L").resize((min(wide, _FOUND), min(high, _FOUND)), Image.Resampling.BOX)

    def _cells(self, box: Box, count: int) -> list[float]:
        """The brightness of count x count cells of a part, with mean 0 and spread 1 (flat parts: less)."""
        values = self._grey.resize((count, count), Image.Resampling.BILINEAR, _pixels(box, self._grey)).tobytes()
        mean = sum(values) / len(values)
        spread = max(_dot(values, values) / len(values) - mean * mean, _FLAT**2) ** 0.5
        return [(value - mean) / spread for value in values]

    def _target(self, count: int) -> _Target:
        if count not in self._targets:
            self._targets[count] = _Target(self._cells(_WHOLE, count), count)
        return self._targets[count]


class _Found(NamedTuple):
    """The part of `one` that shows what the whole of `other` shows, as far as there is such a part."""

    error: float  # mean square difference of the cells, in spreads
    box: Box
    one: Portrait
    other: Portrait


def fingerprint(content: bytes) -> str:
    """A short text that is equal for equal bytes, kept instead of the picture itself."""
    return hashlib.sha256(content).hexdigest()[:32]


# Decoding


def _decoded(content: bytes) -> tuple[Image.Image, tuple[int, int]]:
    """The picture upright, on white, in few pixels; and its width and height before that. Raises Unreadable."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            wide, high = image.size
            if wide * high * _weight(image, content) > MOST_PIXELS:
                raise Unreadable
            image.draft("RGB", (_LEAST, _LEAST))  # lets the JPEG decoder skip what is not needed
            small = _on_white(image)
            turn = _orientation(image)
    except Unreadable:
        raise
    except Exception as error:  # Pillow raises whatever its many decoders raise on hostile bytes
        raise Unreadable from error
    if turn in _TURNS:
        small = small.transpose(_TURNS[turn])
    return small, (high, wide) if turn in (5, 6, 7, 8) else (wide, high)


def _orientation(image: Image.Image) -> int:
    """What EXIF says, 1 to 8; a picture whose EXIF is broken is a picture all the same."""
    try:
        turn = image.getexif().get(0x0112)
    except Exception:  # the decoders of its fields raise whatever they meet
        return 1
    return turn if isinstance(turn, int) else 1


def _weight(image: Image.Image, content: bytes) -> float:
    """How many times the work of a plain JPEG decoder a pixel costs."""
    if image.format not in ("JPEG", "MPO"):
        return 4  # every pixel is decoded in full and kept
    # A progressive file is kept whole as coefficients, and goes over all pixels again for each of its scans.
    return max(2.5 if image.info.get("progressive") else 1, content.count(b"\xff\xda") / 4)


def _on_white(image: Image.Image) -> Image.Image:
    """What is seen of a picture on white paper, as RGB; reduced first, as that is cheaper."""
    factor = max(1, min(image.size) // _LEAST)
    factors = (max(factor, image.width // _MOST), max(factor, image.height // _MOST))
    if image.has_transparency_data:
        seen = image.convert("RGBA").reduce(factors)
        return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")
    if image.mode.startswith("I"):  # 16 bits of grey: Pillow would cut off what is above 255
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode not in ("L", "RGB"):
        image = image.convert("RGB")
    return image.reduce(factors).convert("RGB")


# Searching: the frame's four edges are moved to where the squared error falls, until it falls no more (Gauss-Newton).


def _searched(one: Portrait, other: Portrait) -> _Found:
    """The part of `one` that is most like the whole of `other`, from wherever a store may have cut it."""
    found = min(
        (_settled(one, other, box, _COARSE, 24, _AT_ONCE) for box in _frames(one, other)), key=lambda one: one.error
    )
    return found if found.error > _NEAR else _settled(one, other, found.box, _FINE, 3)


def _frames(one: Portrait, other: Portrait) -> Iterator[Box]:
    """Where searching starts: the picture squeezed into the other's shape; cut to it in the middle; at the top left."""
    yield _WHOLE
    shape = (other.width / other.height) / (one.width / one.height)
    wide, high = min(1.0, shape), min(1.0, 1 / shape)
    if 0.3 < wide * high < 0.99:
        yield ((1 - wide) / 2, (1 - high) / 2, (1 + wide) / 2, (1 + high) / 2)
        yield (0.0, 0.0, wide, high)


def _settled(one: Portrait, other: Portrait, box: Box, count: int, steps: int, enough: float = 0) -> _Found:
    """The best frame that a number of steps from `box` reaches, or the first whose error is below `enough`."""
    target = other._target(count)
    least = ((box[2] - box[0]) * _KEPT, (box[3] - box[1]) * _KEPT)
    best = _Found(float("inf"), box, one, other)
    for step in range(steps):
        errors = list(map(sub, one._cells(box, count), target.cells))
        error = _dot(errors, errors) / len(errors)
        if error > best.error * _WORTH:
            break
        best = best._replace(error=error, box=box)
        if step == steps - 1 or error < enough or best.error > _HOPELESS.get(step, best.error):
            break
        before, box = box, _moved(box, target, errors, least)
        if max(abs(a - b) for a, b in zip(before, box, strict=True)) < 0.0003:
            break
    return best


def _moved(box: Box, target: _Target, errors: Sequence[float], least: tuple[float, float]) -> Box:
    """The frame after one step: never outside of the picture, never much smaller than it began."""
    wide, high = box[2] - box[0], box[3] - box[1]
    sums = [_dot(row, errors) for row in target.slopes]
    left, top, right, bottom = (max(-0.08, min(0.08, _dot(row, sums))) for row in target.inverse)
    left, right = _within(box[0] - left * wide, box[2] - right * wide, least[0])
    top, bottom = _within(box[1] - top * high, box[3] - bottom * high, least[1])
    return left, top, right, bottom


def _within(low: float, high: float, least: float) -> tuple[float, float]:
    low = min(max(low, 0.0), 1 - least)
    return low, max(min(high, 1.0), low + least)


@lru_cache(maxsize=4)
def _leverage(count: int) -> tuple[list[float], ...]:
    """How far each cell moves with the left, top, right and bottom edge; what lies at the rim has no slope."""
    near = [(1 - (index + 0.5) / count) * count / 2 for index in range(count)]
    far = near[::-1]
    inner = [float(0 < index < count - 1) for index in range(count)]
    by_column = [[inner[x] * edge[x] for _ in range(count) for x in range(count)] for edge in (near, far)]
    by_row = [[inner[y] * edge[y] for y in range(count) for _ in range(count)] for edge in (near, far)]
    return by_column[0], by_row[0], by_column[1], by_row[1]


def _inverse(matrix: list[list[float]]) -> list[list[float]]:
    """Of a positive definite matrix (Gauss-Jordan)."""
    size = len(matrix)
    rows = [[*row, *(float(index == other) for other in range(size))] for index, row in enumerate(matrix)]
    for index in range(size):
        rows[index] = pivot = [value / rows[index][index] for value in rows[index]]
        for other in set(range(size)) - {index}:
            factor = rows[other][index]
            rows[other] = [a - factor * b for a, b in zip(rows[other], pivot, strict=True)]
    return [row[size:] for row in rows]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return float(sum(map(mul, one, other)))


def _pixels(box: Box, image: Image.Image) -> Box:
    wide, high = image.size
    return box[0] * wide, box[1] * high, box[2] * wide, box[3] * high


# Judging


def _judged(found: _Found) -> float:
    """How much is left over between a part and the other picture, at the worst place and in the worst colour."""
    one, other = _levelled(found)
    gain, shift = _tone(one.tobytes()[::7], other.tobytes()[::7])  # a seventh of it, of all colours, says it as well
    if gain < 1:  # the softer one is made harder, since what was cut off at white or black does not come back
        one, other, gain, shift = other, one, 1 / gain, -shift / gain
    one = one.point([round(min(255, max(0, value * gain + shift))) for value in range(256)] * 3)
    return max(_brightness_left(one.convert("L"), other.convert("L")), _colour_left(one, other))


def _levelled(found: _Found) -> list[Image.Image]:
    """Both in as many cells, the finer one by way of the coarser one's pixels, which blurs them alike."""
    images = (found.one._image, found.other._image)
    boxes = (_pixels(found.box, images[0]), _pixels(_WHOLE, images[1]))
    wide, high = (max(1, round(min(_FOUND, *(box[edge + 2] - box[edge] for box in boxes)))) for edge in (0, 1))
    return [
        image.resize((wide, high), Image.Resampling.HAMMING, box).resize((_JUDGED, _JUDGED), Image.Resampling.BILINEAR)
        for image, box in zip(images, boxes, strict=True)
    ]


def _tone(one: bytes, other: bytes) -> tuple[float, float]:
    """Gain and shift that turn one's levels into the other's, within what stores and people do to a picture."""
    every = list(zip(one, other, strict=True))
    pairs = [(a, b) for a, b in every if 6 < a < 249 and 6 < b < 249]  # not what was cut off at black or white
    if len(pairs) < len(every) // 8:
        pairs = every
    mean_a, mean_b = sum(a for a, _ in pairs) / len(pairs), sum(b for _, b in pairs) / len(pairs)
    spread_a = (sum(a * a for a, _ in pairs) / len(pairs) - mean_a**2) ** 0.5
    spread_b = (sum(b * b for _, b in pairs) / len(pairs) - mean_b**2) ** 0.5
    if min(spread_a, spread_b) < _FLAT:
        return 1.0, 0.0
    gain = min(1.65, max(0.6, spread_b / spread_a))
    return gain, min(mean_a * 1.35 + 8, max(mean_a / 1.35 - 8, mean_b)) - mean_a * gain


def _brightness_left(one: Image.Image, other: Image.Image) -> float:
    """The worst 3 x 3 cells against the usual ones; an edge may be off by an eighth of its height."""
    left = ImageChops.difference(one, other)
    steep = ImageChops.lighter(_eighth_of_range(one), _eighth_of_range(other))
    squares = ImageChops.subtract(left, steep).point(_SQUARES)
    worst = float(max(squares.filter(ImageFilter.BoxBlur(1)).tobytes()) * 4) ** 0.5
    usual = sorted(left.tobytes())[_JUDGED * _JUDGED // 2]
    return float(worst / (9 + min(usual, 8)))


def _eighth_of_range(image: Image.Image) -> Image.Image:
    highest, lowest = image.filter(ImageFilter.MaxFilter(3)), image.filter(ImageFilter.MinFilter(3))
    return ImageChops.subtract(highest, lowest, scale=8)


def _colour_left(one: Image.Image, other: Image.Image) -> float:
    """The worst of 8 x 8 cells, as thumbnails keep colour in few pixels; what is only brighter is no other colour."""
    cells, others = (image.resize((8, 8), Image.Resampling.BOX).tobytes() for image in (one, other))
    left = list(map(sub, cells, others))
    return float(max(max(rgb) - min(rgb) for rgb in zip(left[::3], left[1::3], left[2::3], strict=True)) / 46)
