"""Are two pictures the same picture, whatever a store did to them? Bytes in, values out; it knows no store."""

from __future__ import annotations

import base64
import hashlib
import io
import warnings

from PIL import Image, ImageFilter

MOST_PIXELS = 60_000_000  # more is a decompression bomb, not a portrait
_SIDE = 24  # both pictures are compared at this size: finer detail does not survive SharePoint's 48 pixel thumbnail
_ALIKE = 0.16  # root mean square difference below which two pictures are one; see bench/photos.py


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
            return image.convert("RGB")
    except Unreadable:
        raise
    except Exception as error:  # Pillow raises whatever its many decoders raise on hostile bytes
        raise Unreadable from error


def _square(image: Image.Image) -> Image.Image:
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    return image.crop((left, top, left + side, top + side))


def _signature(content: bytes) -> list[float]:
    """The picture at a few pixels, with its brightness and contrast taken out."""
    small = _square(_open(content, _SIDE)).resize((_SIDE, _SIDE), Image.Resampling.BOX)
    values = [value / 255 for value in small.filter(ImageFilter.GaussianBlur(1)).tobytes()]
    mean = sum(values) / len(values)
    spread = (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5
    return [(value - mean) / max(spread, 0.05) / 4 for value in values]


def difference(first: bytes, second: bytes) -> float:
    """How different two pictures are: 0 is the same, unrelated portraits are well above 0.2. Raises Unreadable."""
    pairs = zip(_signature(first), _signature(second), strict=True)
    return float((sum((a - b) ** 2 for a, b in pairs) / (_SIDE * _SIDE * 3)) ** 0.5)


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
