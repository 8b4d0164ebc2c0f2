"""Are two pictures the same picture, whatever a store did to them? Bytes in, values out; it knows no store."""

from __future__ import annotations

import base64
import hashlib
import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageFilter, ImageOps

MOST_PIXELS = 60_000_000  # more is a decompression bomb, not a portrait
_SIDE = 24  # both pictures are compared at this size: finer detail does not survive SharePoint's 48 pixel thumbnail
_WORK = 128  # pixels of the longer side at which a picture is cropped before that
_ALIKE = 0.05  # root mean square difference below which two pictures are one; honest re-encoding stays below 0.02
_ZOOMS = (1.0, 0.97, 0.94, 0.9)  # how much of the picture a store may have left


class Unreadable(Exception):
    """These bytes are no picture that can be read."""


def _open(content: bytes, side: int) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content))
            if image.width * image.height > MOST_PIXELS or min(image.size) < 1:
                raise Unreadable
            image.draft("RGB", (side * 4, side * 4))  # lets the JPEG decoder skip what is not needed
            upright = ImageOps.exif_transpose(image)
            if upright.mode in ("RGBA", "LA", "PA", "P"):  # what is transparent is seen on white
                upright = upright.convert("RGBA")
                white = Image.new("RGBA", upright.size, "white")
                upright = Image.alpha_composite(white, upright)
            return upright.convert("RGB")
    except Unreadable:
        raise
    except Exception as error:  # Pillow raises whatever its many decoders raise on hostile bytes
        raise Unreadable from error


def _square(image: Image.Image) -> Image.Image:
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    return image.crop((left, top, left + side, top + side))


def _signature(image: Image.Image) -> list[float]:
    """The picture at a few pixels, with its brightness and contrast taken out."""
    small = image.resize((_SIDE, _SIDE), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(1))
    values = [value / 255 for value in small.tobytes()]
    mean = sum(values) / len(values)
    spread = (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5
    return [(value - mean) / max(spread, 0.05) / 4 for value in values]


def _ways(image: Image.Image) -> Iterator[Image.Image]:
    """The picture as a store may have made it square: from its middle, from its top, squeezed; each a little closer."""
    width, height = image.size
    side = min(width, height)
    squares = {((width - side) // 2, (height - side) // 2, side, side), (0, 0, side, side), (0, 0, width, height)}
    for left, top, wide, high in squares:
        for zoom in _ZOOMS:
            dx, dy = wide * (1 - zoom) / 2, high * (1 - zoom) / 2
            yield image.crop((round(left + dx), round(top + dy), round(left + wide - dx), round(top + high - dy)))


def difference(first: bytes, second: bytes) -> float:
    """How different two pictures are, at their most alike: 0 is the same. Raises Unreadable."""
    images = [_open(content, _WORK) for content in (first, second)]
    for image in images:
        image.thumbnail((_WORK, _WORK))
    ways = [[_signature(way) for way in _ways(image)] for image in images]
    plain = [_signature(_square(image)) for image in images]
    pairs = [(plain[0], way) for way in ways[1]] + [(way, plain[1]) for way in ways[0]]
    return min(_distance(one, other) for one, other in pairs)


def _distance(one: list[float], other: list[float]) -> float:
    return float((sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) / len(one)) ** 0.5)


def same(first: bytes, second: bytes) -> bool:
    """Whether two pictures show the same, be they re-encoded, resized or lightly cropped. Raises Unreadable."""
    return difference(first, second) < _ALIKE


def fingerprint(content: bytes) -> str:
    """A short text that is equal for equal bytes, kept instead of the picture itself."""
    return hashlib.sha256(content).hexdigest()[:32]


def embedded(content: bytes, side: int = 96) -> str:
    """A small square JPEG as a data: address, a few kilobytes at most. Raises Unreadable."""
    small = _square(_open(content, side)).resize((side, side), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "JPEG", quality=82)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode("ascii")
