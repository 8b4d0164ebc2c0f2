"""People who do not exist, photographed and drawn by code, and what stores do to pictures. The same at every run.

A photograph is a person before a setting. The setting has wall, light, clothes and pose, so that two people in one
setting differ by head and face only, as in the pictures of a company's photographer.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps

SIZE = 648  # Graph's largest square
_DRAWN = 432  # drawn at this size and enlarged: finer detail reaches no thumbnail

Colour = tuple[int, int, int]
Points = Sequence[tuple[float, float]]

_SKIN: tuple[Colour, ...] = (
    *((244, 212, 190), (236, 196, 168), (222, 178, 146)),
    *((196, 148, 114), (152, 106, 78), (110, 74, 54)),
)
_HAIR: tuple[Colour, ...] = (
    *((32, 26, 24), (58, 40, 30), (96, 66, 42), (142, 100, 60)),
    *((204, 172, 120), (150, 150, 152), (128, 58, 34)),
)
_IRIS: tuple[Colour, ...] = ((70, 46, 30), (86, 110, 130), (84, 104, 70), (50, 36, 28))
_WALLS: tuple[Colour, ...] = ((226, 228, 232), (170, 180, 192), (96, 104, 116), (204, 194, 178), (54, 60, 70))
_CLOTHES: tuple[Colour, ...] = ((36, 44, 66), (70, 74, 80), (120, 40, 46), (210, 214, 220), (46, 86, 80), (24, 24, 28))
_HAIR_CUTS = ("none", "short", "parted", "long", "bun", "curls", "fringe")


class _Canvas:
    """A picture that is painted on with soft edges; lengths are fractions of its side."""

    def __init__(self, ground: Image.Image) -> None:
        self.image = ground

    def paint(self, shape: str, where: Points, colour: Colour, soft: float = 0.004, strength: float = 1.0) -> None:
        full, margin = round(255 * strength), 3 * soft + 0.02
        left, top = (max(0, int((min(axis) - margin) * _DRAWN)) for axis in zip(*where, strict=True))
        right, bottom = (min(_DRAWN, int((max(axis) + margin) * _DRAWN)) for axis in zip(*where, strict=True))
        mask = Image.new("L", (right - left, bottom - top))
        points = [(x * _DRAWN - left, y * _DRAWN - top) for x, y in where]
        draw = ImageDraw.Draw(mask)
        if shape == "oval":
            draw.ellipse([*points[0], *points[1]], fill=full)
        elif shape == "line":
            draw.line(points, fill=full, width=round(0.012 * _DRAWN), joint="curve")
        elif shape == "ring":
            draw.ellipse([*points[0], *points[1]], outline=full, width=round(0.009 * _DRAWN))
        else:
            draw.polygon(points, fill=full)
        self.image.paste(colour, (left, top, right, bottom), mask.filter(ImageFilter.GaussianBlur(soft * _DRAWN)))

    def oval(self, x: float, y: float, w: float, h: float, colour: Colour, **how: float) -> None:
        self.paint("oval", ((x - w, y - h), (x + w, y + h)), colour, **how)


def _noise(dice: Random, cells: int, strength: float) -> Image.Image:
    """Grey around 128, in patches of a size: what no flat colour has, be it cloth, leaves or a sensor."""
    rough = Image.frombytes("L", (cells, cells), dice.randbytes(cells * cells))
    return rough.point(lambda value: round(128 + (value - 128) * strength)).resize(
        (_DRAWN, _DRAWN), Image.Resampling.BICUBIC
    )


@lru_cache(maxsize=8)
def _sensor(number: int) -> Image.Image:
    return _noise(Random(f"sensor {number}"), _DRAWN, 0.05)


def _textured(image: Image.Image, noise: Image.Image) -> Image.Image:
    return ImageChops.add(image, Image.merge("RGB", (noise,) * 3), 1, -128)


def _shade(colour: Colour, factor: float) -> Colour:
    red, green, blue = (min(255, round(channel * factor)) for channel in colour)
    return red, green, blue


@lru_cache(maxsize=32)
def _wall(setting: int) -> Image.Image:
    """A studio's wall with a lamp on it, or a place out of focus."""
    dice = Random(f"wall {setting}")
    colour = dice.choice(_WALLS)
    image = Image.new("RGB", (_DRAWN, _DRAWN), colour)
    lamp = ImageChops.offset(Image.radial_gradient("L").resize((_DRAWN, _DRAWN)), dice.randrange(-80, 80), -60)
    image = Image.composite(Image.new("RGB", image.size, _shade(colour, 0.72)), image, lamp)
    if dice.random() < 0.5:  # out of focus: leaves, shelves, windows
        canvas = _Canvas(image)
        for _ in range(14):
            x, y, size = dice.random(), dice.random() * 0.8, dice.uniform(0.04, 0.16)
            hue = (dice.randrange(40, 240), dice.randrange(60, 240), dice.randrange(40, 220))
            canvas.oval(x, y, size, size * dice.uniform(0.6, 2), hue, soft=0.03, strength=0.6)
        image = canvas.image
    return _textured(image, _noise(dice, 24, 0.08))


def _clothes(canvas: _Canvas, dice: Random, x: float) -> None:
    colour, wide = dice.choice(_CLOTHES), dice.uniform(0.3, 0.4)
    canvas.oval(x, 1.12, wide, 0.36, colour, soft=0.006)
    weave = _textured(canvas.image, _noise(dice, 160, 0.12))
    body = Image.new("L", (_DRAWN, _DRAWN))
    ImageDraw.Draw(body).ellipse([v * _DRAWN for v in (x - wide, 0.76, x + wide, 1.48)], fill=255)
    canvas.image.paste(weave, (0, 0), body)
    if dice.random() < 0.6:  # a shirt under a jacket, one lapel lower than the other
        canvas.paint("polygon", ((x - 0.1, 0.76), (x + 0.1, 0.76), (x + 0.01, 0.98)), (236, 238, 242))
        canvas.paint("polygon", ((x - 0.12, 0.77), (x - 0.17, 0.8), (x, 1.0)), _shade(colour, 0.7))
        canvas.paint("polygon", ((x + 0.12, 0.77), (x + 0.18, 0.83), (x + 0.02, 1.0)), _shade(colour, 0.7))


class _Person:
    """What stays with a person from one photo to the next. Four in a row are siblings: skin and hair are the same."""

    def __init__(self, number: int) -> None:
        looks, dice = Random(f"looks {number // 4}"), Random(f"person {number}")
        self.skin, self.hair = looks.choice(_SKIN), looks.choice(_HAIR)
        self.cut, self.side = looks.choice(_HAIR_CUTS), looks.choice((-1, 1))
        self.wide, self.high = dice.uniform(0.135, 0.165), dice.uniform(0.19, 0.225)
        self.jaw, self.line = dice.uniform(0.6, 0.9), dice.uniform(0.3, 0.62)
        self.eyes, self.eye, self.iris = dice.uniform(0.055, 0.075), dice.uniform(0.021, 0.029), dice.choice(_IRIS)
        self.brow, self.tilt = dice.uniform(0.006, 0.014), dice.uniform(-0.012, 0.014)
        self.nose, self.nostrils = dice.uniform(0.055, 0.085), dice.uniform(0.022, 0.036)
        self.mouth, self.lips, self.smile = (
            dice.uniform(0.042, 0.07),
            dice.uniform(0.008, 0.018),
            dice.uniform(-0.01, 0.025),
        )
        self.beard = dice.choice((0.0, 0.0, 0.0, 0.5, 0.85))
        self.glasses = dice.random() < 0.3


def _hair_behind(canvas: _Canvas, one: _Person, x: float, y: float) -> None:
    if one.cut == "long":
        canvas.oval(x, y + 0.05, one.wide * 1.32, one.high * 1.35, one.hair, soft=0.006)
        canvas.oval(x + one.side * 0.07, y + 0.2, one.wide * 1.1, one.high, one.hair, soft=0.008)
    if one.cut == "bun":
        canvas.oval(x + one.side * 0.03, y - one.high * 1.15, 0.07, 0.06, one.hair)
    if one.cut == "curls":
        for step in range(9):
            turn = step / 8
            canvas.oval(
                x + (turn - 0.5) * one.wide * 2.5, y - one.high * (0.2 + 2.9 * turn * (1 - turn)), 0.06, 0.06, one.hair
            )


def _hair_before(canvas: _Canvas, one: _Person, x: float, y: float, dice: Random) -> None:
    if one.cut == "none":
        return
    top, line = y - one.high * 1.12, y - one.high * one.line
    w = one.wide * 1.08
    part = x + one.side * w * 0.45
    edge = {
        "fringe": [(x - w, y), (x - w * 0.8, line + 0.05), (x + w * 0.8, line + 0.055), (x + w, y)],
        "parted": [
            (x - w, y),
            (x - w * 0.75, line + 0.03),
            (part, line - 0.05),
            (x + w * 0.8, line + 0.03),
            (x + w, y),
        ],
    }.get(
        one.cut,
        [(x - w, y - 0.02), (x - w * 0.8, line), (x + one.side * 0.03, line - 0.03), (x + w * 0.8, line), (x + w, y)],
    )
    crown = [
        (x + w * 0.9, y - one.high * 0.75),
        (x + w * 0.4, top),
        (x - w * 0.4, top),
        (x - w * 0.9, y - one.high * 0.75),
    ]
    canvas.paint("polygon", edge + crown, one.hair, soft=0.009)
    for _ in range(18):  # strands that catch the light
        at = dice.uniform(-0.8, 0.8) * w
        strand = [(x + at, top + abs(at) * 0.5 + 0.01), (x + at * 1.15, line - 0.01)]
        canvas.paint("line", strand, _shade(one.hair, dice.choice((0.7, 1.5))), soft=0.006, strength=0.3)


def _features(canvas: _Canvas, one: _Person, x: float, y: float) -> None:
    skin = one.skin
    dark = _shade(skin, 0.62)
    eyes, mouth = y - one.high * 0.06, y + one.high * 0.55
    for side in (-1, 1):
        ex = x + side * one.eyes
        canvas.oval(ex, eyes, one.eye * 1.7, one.eye * 1.3, dark, soft=0.014, strength=0.5)
        canvas.oval(ex, eyes, one.eye, one.eye * 0.5, (232, 228, 224), soft=0.002)
        canvas.oval(ex + 0.002, eyes, one.eye * 0.46, one.eye * 0.46, one.iris, soft=0.002)
        brow, tilt = eyes - one.eye * 1.5, one.tilt * side
        corners = [
            (ex - 0.036, brow + tilt),
            (ex + 0.036, brow - tilt),
            (ex + 0.034, brow - tilt + one.brow),
            (ex - 0.034, brow + tilt + one.brow),
        ]
        canvas.paint("polygon", corners, _shade(one.hair, 0.8), soft=0.004, strength=0.85)
        canvas.oval(
            x + side * one.wide * 0.6, y + one.high * 0.3, 0.04, 0.035, (214, 110, 100), soft=0.02, strength=0.14
        )
    canvas.paint(
        "polygon",
        ((x - 0.006, eyes), (x + 0.012, eyes), (x + one.nostrils, eyes + one.nose)),
        dark,
        soft=0.008,
        strength=0.35,
    )
    canvas.oval(x, eyes + one.nose, one.nostrils, 0.011, dark, soft=0.006, strength=0.7)
    if one.beard:
        canvas.oval(
            x,
            y + one.high * 0.72,
            one.wide * 0.72,
            one.high * 0.34,
            _shade(one.hair, 0.9),
            soft=0.018,
            strength=one.beard,
        )
    up = mouth - one.smile
    lips = [(x - one.mouth, up), (x, mouth - one.lips), (x + one.mouth, up), (x, mouth + one.lips * 1.4)]
    canvas.paint("polygon", lips, (168, 84, 82) if sum(skin) > 400 else (112, 58, 54), soft=0.004)
    canvas.paint(
        "line",
        [(x - one.mouth, up), (x, mouth + 0.002), (x + one.mouth, up)],
        _shade(dark, 0.7),
        soft=0.003,
        strength=0.7,
    )
    if one.glasses:
        for side in (-1, 1):
            ex = x + side * one.eyes
            canvas.paint("ring", ((ex - 0.046, eyes - 0.036), (ex + 0.046, eyes + 0.038)), (34, 30, 32), soft=0.002)
        canvas.paint("line", [(x - one.eyes + 0.046, eyes), (x + one.eyes - 0.046, eyes)], (34, 30, 32), soft=0.002)


@lru_cache(maxsize=256)
def photograph(person: int, setting: int) -> Image.Image:
    """A person in a setting, 648 pixels square."""
    one, dice = _Person(person), Random(f"setting {setting}")
    canvas = _Canvas(_wall(setting).copy())
    x, y = dice.uniform(0.44, 0.56), dice.uniform(0.38, 0.44)
    from_left, light = dice.random() < 0.5, dice.uniform(0.2, 0.5)
    skin = one.skin
    _hair_behind(canvas, one, x, y)
    canvas.paint(
        "polygon",
        ((x - 0.08, y + 0.1), (x + 0.08, y + 0.1), (x + 0.1, 0.84), (x - 0.1, 0.84)),
        _shade(skin, 0.8),
        soft=0.008,
    )
    _clothes(canvas, dice, x)
    for side in (-1, 1):
        canvas.oval(x + side * one.wide, y + 0.01, 0.022, 0.042, _shade(skin, 0.88))
    canvas.oval(x, y - 0.02, one.wide, one.high * 0.9, skin)
    canvas.oval(x, y + one.high * 0.3, one.wide * one.jaw, one.high * 0.76, skin, soft=0.01)
    _features(canvas, one, x, y)
    _hair_before(canvas, one, x, y, Random(f"strands {person}"))
    shadow = (
        Image.linear_gradient("L")
        .rotate(270 if from_left else 90)
        .resize((_DRAWN, _DRAWN))
        .point(lambda v: round(v * light))
    )
    image = Image.composite(Image.new("RGB", canvas.image.size, (18, 18, 30)), canvas.image, shadow)
    image = _textured(image, _sensor((person + setting) % 8))
    return image.resize((SIZE, SIZE), Image.Resampling.BICUBIC)


@lru_cache(maxsize=256)
def drawn(number: int) -> Image.Image:
    """One of a row of drawn portraits that share everything but colours, hair and mouth."""
    dice = Random(f"drawn {number}")
    image = Image.new("RGB", (SIZE, SIZE), (222, 228, 234))
    draw = ImageDraw.Draw(image)
    hair, skin = _HAIR[number % len(_HAIR)], _SKIN[number // 2 % len(_SKIN)]
    draw.ellipse((110, 450, 538, 930), fill=_CLOTHES[number % len(_CLOTHES)])
    draw.ellipse((190, 100, 458, 440 + 120 * (number % 2)), fill=hair)
    draw.ellipse((215, 145, 433, 432), fill=skin)
    for x in (270, 352):
        draw.ellipse((x, 252, x + 25, 274), fill=(24, 20, 20))
    if number % 3 == 0:
        for x in (250, 332):
            draw.ellipse((x, 232, x + 66, 294), outline=(30, 30, 34), width=8)
    draw.arc((280, 300 + dice.randrange(30), 372, 380), 20, 160, fill=(150, 60, 60), width=10)
    return image.filter(ImageFilter.GaussianBlur(2))


def encoded(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def thumbnail(image: Image.Image, side: int, quality: int = 75) -> bytes:
    """What SharePoint keeps: a small square, encoded anew."""
    return encoded(image.resize((side, side), Image.Resampling.LANCZOS), quality=quality)


def cropped(image: Image.Image, dice: Random, most: float = 0.1) -> Image.Image:
    """Up to that part of width and height cut off, more on one edge than on the other."""
    w, h = image.size
    cut_x, cut_y = w * dice.uniform(most / 2, most), h * dice.uniform(most / 2, most)
    left, top = dice.uniform(0, cut_x), dice.uniform(0, cut_y)
    return image.crop((round(left), round(top), round(w - cut_x + left), round(h - cut_y + top)))


def lit(image: Image.Image, brightness: float = 1.0, contrast: float = 1.0) -> Image.Image:
    return ImageEnhance.Contrast(ImageEnhance.Brightness(image).enhance(brightness)).enhance(contrast)


def sideways(image: Image.Image, orientation: int) -> bytes:
    """As a phone stores it: turned, with a note that says so."""
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(image.transpose(turns[orientation]), quality=88, exif=exif)


def cut_out(image: Image.Image) -> tuple[bytes, Image.Image]:
    """A round picture on nothing, as a PNG, and what is seen of it on white."""
    disc = Image.new("L", image.size)
    ImageDraw.Draw(disc).ellipse((0, 0, *image.size), fill=255)
    nothing = Image.new("RGBA", image.size)
    return encoded(Image.composite(image.convert("RGBA"), nothing, disc), "PNG"), Image.composite(
        image, Image.new("RGB", image.size, "white"), disc
    )


def placeholder() -> Image.Image:
    """The grey figure that stands where nobody has a photo."""
    image = Image.new("RGB", (SIZE, SIZE), (200, 200, 200))
    draw = ImageDraw.Draw(image)
    draw.ellipse((214, 130, 434, 350), fill=(245, 245, 245))
    draw.ellipse((114, 390, 534, 900), fill=(245, 245, 245))
    return image


def mirrored(image: Image.Image) -> Image.Image:
    return ImageOps.mirror(image)


# What leaves it the same picture, and what makes it another; each gives both files. `dice` decides who and how.
Pair = tuple[bytes, bytes]
SIDES = (48, 72, 200, 300)


def _someone(dice: Random) -> Image.Image:
    return drawn(dice.randrange(42)) if dice.random() < 0.1 else photograph(dice.randrange(60), dice.randrange(24))


def _small(image: Image.Image, dice: Random) -> bytes:
    return thumbnail(image, dice.choice(SIDES), dice.choice((60, 75, 90)))


def _encoded_anew(dice: Random) -> Pair:
    one = _someone(dice)
    return encoded(one, quality=90), encoded(one, quality=dice.choice((40, 60, 80)))


def _resized(dice: Random) -> Pair:
    one = _someone(dice)
    return encoded(one, quality=90), _small(one, dice)


def _closer(dice: Random) -> Pair:
    one = _someone(dice)
    return encoded(one, quality=90), _small(cropped(one, dice), dice)


def _brighter(dice: Random) -> Pair:
    one = _someone(dice)
    return encoded(one, quality=90), _small(lit(one, brightness=dice.uniform(0.8, 1.2)), dice)


def _harder(dice: Random) -> Pair:
    one = _someone(dice)
    return encoded(one, quality=90), _small(lit(one, contrast=dice.uniform(0.8, 1.2)), dice)


def _turned(dice: Random) -> Pair:
    one = _someone(dice)
    return sideways(one, dice.randrange(2, 9)), _small(one, dice)


def _transparent(dice: Random) -> Pair:
    file, seen = cut_out(_someone(dice))
    return file, _small(seen, dice)


def _made_square(dice: Random) -> Pair:
    one = _someone(dice)
    tall = one.crop((80, 0, 568, 648)) if dice.random() < 0.7 else one.crop((0, 40, 648, 568))
    edge = min(tall.size)
    middle = ((tall.width - edge) // 2, (tall.height - edge) // 2)
    left, top = dice.choice((middle, (0, 0)))
    box = dice.choice(((left, top, left + edge, top + edge), (left, top, left + edge, top + edge), (0, 0, *tall.size)))
    return encoded(tall, quality=90), _small(tall.crop(box), dice)


def _other_format(dice: Random) -> Pair:
    one = _someone(dice)
    file = {
        "PNG": lambda: encoded(one, "PNG"),
        "GIF": lambda: encoded(one.quantize(256), "GIF"),
        "WEBP": lambda: encoded(one, "WEBP", quality=70),
        "CMYK": lambda: encoded(one.convert("CMYK"), quality=90),
        "BMP": lambda: encoded(one, "BMP"),
    }[dice.choice(("PNG", "GIF", "WEBP", "CMYK", "BMP"))]()
    return file, _small(one, dice)


def _all_at_once(dice: Random) -> Pair:
    one = _someone(dice)
    bright, hard = dice.uniform(0.8, 1.2), dice.uniform(0.8, 1.2)
    return encoded(one, quality=85), _small(lit(cropped(one, dice), bright, hard), dice)


def _elsewhere(dice: Random) -> Pair:
    one, two = dice.sample(range(60), 2)
    here, there = dice.sample(range(24), 2)
    return encoded(photograph(one, here), quality=90), _small(photograph(two, there), dice)


def _one_studio(dice: Random) -> Pair:
    here = dice.randrange(24)
    one = dice.randrange(60)
    two = (one + dice.randrange(4, 56)) % 60
    return encoded(photograph(one, here), quality=90), _small(photograph(two, here), dice)


def _siblings(dice: Random) -> Pair:
    here, first = dice.randrange(24), dice.randrange(15) * 4
    one, two = dice.sample(range(first, first + 4), 2)
    return encoded(photograph(one, here), quality=90), _small(photograph(two, here), dice)


def _another_day(dice: Random) -> Pair:
    one = dice.randrange(60)
    here, there = dice.sample(range(24), 2)
    return encoded(photograph(one, here), quality=90), _small(photograph(one, there), dice)


def _mirrored(dice: Random) -> Pair:
    one = photograph(dice.randrange(60), dice.randrange(24))
    return encoded(one, quality=90), _small(mirrored(one), dice)


def _drawn_alike(dice: Random) -> Pair:
    one, two = dice.sample(range(42), 2)
    return encoded(drawn(one), quality=90), _small(drawn(two), dice)


def _nobody(dice: Random) -> Pair:
    return encoded(_someone(dice), quality=90), _small(placeholder(), dice)


SAME = {
    "encoded anew": _encoded_anew,
    "resized": _resized,
    "cropped": _closer,
    "brightness": _brighter,
    "contrast": _harder,
    "turned by EXIF": _turned,
    "transparent": _transparent,
    "made square": _made_square,
    "other format": _other_format,
    "all at once": _all_at_once,
}
DIFFERENT = {
    "other person": _elsewhere,
    "one studio": _one_studio,
    "same person, other day": _another_day,
    "mirrored": _mirrored,
    "drawn alike": _drawn_alike,
    "placeholder": _nobody,
}
# Harder than life, to see where it ends: skin, hair, clothes, light and pose are the same to the pixel.
BEYOND = {"siblings, one pose": _siblings}


def pairs(kinds: Mapping[str, Callable[[Random], Pair]], count: int, seed: str = "") -> Iterator[tuple[str, Pair]]:
    """That many pairs of each kind, always the same for one seed."""
    for kind, make in kinds.items():
        dice = Random(f"{kind} {seed}")
        for _ in range(count):
            yield kind, make(dice)
