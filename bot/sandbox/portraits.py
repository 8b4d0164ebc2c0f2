"""Portraits drawn by code: two per person that nobody could take for each other. Deterministic, nothing is stored."""

from __future__ import annotations

import hashlib
import io
from functools import lru_cache

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
SIZE = 648  # Graph's largest square (domain: 1.1)

_SKIN: tuple[Colour, ...] = ((246, 214, 188), (232, 188, 152), (198, 146, 108), (150, 102, 72), (112, 74, 52))
_HAIR: tuple[Colour, ...] = (
    *((44, 34, 30), (92, 60, 36), (160, 108, 52)),
    *((226, 190, 116), (120, 122, 130), (150, 58, 36)),
)
_WALLS: tuple[Colour, ...] = ((232, 226, 214), (214, 228, 236), (222, 234, 216), (240, 222, 216), (228, 222, 240))
_OUTDOORS: tuple[Colour, ...] = ((22, 62, 92), (26, 84, 72), (96, 44, 74), (62, 52, 104), (112, 62, 30))
_CLOTHES: tuple[Colour, ...] = ((38, 70, 110), (150, 48, 52), (52, 104, 76), (96, 74, 120), (58, 62, 70))
_BRIGHT: tuple[Colour, ...] = ((250, 196, 60), (242, 132, 84), (116, 206, 182), (244, 168, 196), (236, 236, 230))


@lru_cache(maxsize=128)
def portrait(key: str, variant: str) -> bytes:
    """A JPEG of 648x648 of that person; `variant` is "old" or "new"."""
    dice = hashlib.sha256(key.encode()).digest()
    image = _old(dice) if variant == "old" else _new(dice)
    return jpeg(image)


def _old(dice: bytes) -> Image.Image:
    """Years ago: a small head before a light wall, looking straight ahead."""
    image = Image.new("RGB", (SIZE, SIZE), _WALLS[dice[0] % 5])
    draw = ImageDraw.Draw(image)
    skin, hair = _SKIN[dice[1] % 5], _HAIR[dice[2] % 6]
    shift = dice[3] % 60 - 30
    middle, top = 324 + shift, 150 + dice[4] % 40
    length = 330 if dice[7] % 2 else 170
    draw.rounded_rectangle((middle - 132, top - 40, middle + 132, top + length), radius=100, fill=hair)
    draw.rounded_rectangle((middle - 210, top + 300, middle + 210, 760), radius=110, fill=_CLOTHES[dice[5] % 5])
    draw.rectangle((middle - 42, top + 200, middle + 42, top + 330), fill=_darker(skin))
    draw.ellipse((middle - 102, top, middle + 102, top + 256), fill=skin)
    draw.pieslice((middle - 118, top - 36, middle + 118, top + 150), 180, 360, fill=hair)
    _face(draw, middle, top + 128, 1.0, hair)
    if dice[6] % 2:
        draw.line((0, 90, SIZE, 90), fill=_darker(_WALLS[dice[0] % 5]), width=14)
    return image


def _new(dice: bytes) -> Image.Image:
    """Today: close by and off the middle, outdoors, short hair, something bright to wear."""
    image = Image.new("RGB", (SIZE, SIZE), _OUTDOORS[dice[10] % 5])
    draw = ImageDraw.Draw(image)
    skin, hair, bright = _SKIN[dice[1] % 5], _HAIR[(dice[2] + 2) % 6], _BRIGHT[dice[11] % 5]
    side = 1 if dice[12] % 2 else -1
    sun = 324 - side * 220
    draw.ellipse((sun - 120, 30, sun + 120, 270), fill=_BRIGHT[(dice[11] + 1) % 5])
    hills = [(0, 470 + dice[13] % 60), (200, 380), (420, 480 - dice[14] % 60), (SIZE, 400), (SIZE, SIZE), (0, SIZE)]
    draw.polygon(hills, fill=_darker(_OUTDOORS[dice[10] % 5]))
    middle, top = 324 + side * 70, 96 + dice[15] % 30
    draw.ellipse((middle - 330, top + 380, middle + 330, 1000), fill=bright)
    draw.polygon([(middle - 80, top + 390), (middle + 80, top + 390), (middle, top + 500)], fill=(250, 250, 250))
    draw.rectangle((middle - 66, top + 310, middle + 66, top + 420), fill=_darker(skin))
    draw.rounded_rectangle((middle - 150, top, middle + 150, top + 380), radius=146, fill=skin)
    draw.chord((middle - 166, top - 40, middle + 166, top + 240), 185, 355, fill=hair)
    _face(draw, middle, top + 200, 1.45, hair)
    if dice[16] % 2:
        for x in (middle - 66, middle + 66):
            draw.ellipse((x - 46, top + 152, x + 46, top + 244), outline=(24, 24, 28), width=9)
        draw.line((middle - 20, top + 196, middle + 20, top + 196), fill=(24, 24, 28), width=9)
    return image


def _face(draw: ImageDraw.ImageDraw, x: int, y: int, scale: float, hair: Colour) -> None:
    def box(dx: float, dy: float, w: float, h: float) -> tuple[float, float, float, float]:
        return (x + (dx - w) * scale, y + (dy - h) * scale, x + (dx + w) * scale, y + (dy + h) * scale)

    for side in (-1, 1):
        draw.ellipse(box(side * 42, 0, 9, 11), fill=(36, 32, 32))
        draw.rectangle(box(side * 42, -28, 20, 4), fill=_darker(hair))
    draw.arc(box(0, 44, 40, 26), 20, 160, fill=(150, 60, 60), width=round(9 * scale))


def _darker(colour: Colour) -> Colour:
    red, green, blue = (channel * 3 // 4 for channel in colour)
    return red, green, blue


@lru_cache(maxsize=8)
def placeholder(size: int) -> bytes:
    """The grey figure that SharePoint shows where there is no picture."""
    image = Image.new("RGB", (SIZE, SIZE), (200, 200, 200))
    draw = ImageDraw.Draw(image)
    draw.ellipse((214, 130, 434, 350), fill=(245, 245, 245))
    draw.ellipse((114, 390, 534, 900), fill=(245, 245, 245))
    return jpeg(image.resize((size, size), Image.Resampling.LANCZOS))


@lru_cache(maxsize=256)
def square(picture: bytes, size: int) -> bytes:
    """The middle square of a picture in that size, encoded anew, as the stores do with what they take over."""
    with Image.open(io.BytesIO(picture)) as opened:
        image = opened.convert("RGB")
    edge = min(image.size)
    left, top = (image.width - edge) // 2, (image.height - edge) // 2
    cut = image.crop((left, top, left + edge, top + edge))
    return jpeg(cut.resize((size, size), Image.Resampling.LANCZOS), quality=82)


def dimensions(picture: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG or PNG; None for anything else."""
    try:
        with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG")) as image:
            return image.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def jpeg(image: Image.Image, quality: int = 88) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()
