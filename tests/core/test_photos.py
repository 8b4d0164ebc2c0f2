"""Pictures: the same one after what a store does to it, another one however near, and what is no picture at all."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from collections import Counter
from collections.abc import Callable
from random import Random
from time import process_time

import pytest
from PIL import Image, ImageOps

from bot.core.photos import MOST_PIXELS, Portrait, Unreadable, fingerprint
from bot.sandbox.people import PEOPLE
from bot.sandbox.portraits import portrait as sandbox_portrait
from tests.core import faces
from tests.core.faces import encoded
from tests.core.test_rules import NEW, OLD


def same(first: bytes, second: bytes) -> bool:
    one, other = Portrait(first), Portrait(second)
    assert one.difference(other) == other.difference(one)
    return one.same_as(other)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


# The same picture


CHANGES: dict[str, Callable[[Image.Image], bytes]] = {
    "small": lambda image: faces.thumbnail(image, 48, quality=60),
    "cropped": lambda image: encoded(image.crop((6, 6, image.width - 6, image.height - 6)), quality=60),
    "brighter": lambda image: encoded(faces.lit(image, brightness=1.2), quality=60),
    "darker": lambda image: encoded(faces.lit(image, brightness=0.8), quality=60),
    "softer": lambda image: encoded(faces.lit(image, contrast=0.8), quality=60),
    "png": lambda image: encoded(image, "PNG"),
}


@pytest.mark.parametrize("how", CHANGES)
def test_the_same_picture_after_what_stores_do(how: str) -> None:
    assert same(NEW, CHANGES[how](opened(NEW)))


def test_a_picture_is_itself() -> None:
    assert Portrait(NEW).difference(Portrait(NEW)) == 0


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_phone_that_holds_its_picture_otherwise(orientation: int) -> None:
    upright = opened(sandbox_portrait("sanne", "new")).crop((0, 0, 600, 648))
    held = Portrait(faces.sideways(upright, orientation))
    assert (held.width, held.height) == (600, 648)
    assert held.same_as(Portrait(encoded(upright.resize((278, 300)))))


def test_what_is_transparent_is_white() -> None:
    file, seen = faces.cut_out(opened(sandbox_portrait("sanne", "new")))
    assert same(file, faces.thumbnail(seen, 300))


@pytest.mark.parametrize("how", ["middle", "top", "squeezed"])
def test_a_portrait_that_a_store_made_square(how: str) -> None:
    tall = opened(sandbox_portrait("daan", "new")).crop((100, 0, 548, 648))
    box = {"middle": (0, 100, 448, 548), "top": (0, 0, 448, 448), "squeezed": (0, 0, 448, 648)}[how]
    assert same(encoded(tall), faces.thumbnail(tall.crop(box), 200))


@pytest.mark.parametrize("side", faces.SIDES)
def test_a_crop_of_a_tenth_off_one_corner(side: int) -> None:
    face = faces.photograph(5, 5)
    assert same(encoded(face), faces.thumbnail(face.crop((0, 65, 583, 648)), side))


def as_gif(face: Image.Image) -> bytes:
    return encoded(face.quantize(256), "GIF")


def animated(face: Image.Image) -> bytes:
    frames = [image.quantize(256) for image in (face, faces.photograph(40, 3), faces.photograph(41, 4))]
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)


def palette_with_a_hole(face: Image.Image) -> bytes:
    return encoded(face.quantize(200), "PNG", transparency=255)


FORMATS: dict[str, Callable[[Image.Image], bytes]] = {
    "webp": lambda face: encoded(face, "WEBP", quality=70),
    "bmp": lambda face: encoded(face, "BMP"),
    "gif": as_gif,
    "animated gif": animated,
    "palette png": palette_with_a_hole,
    "interlaced rgba png": lambda face: encoded(face.convert("RGBA"), "PNG"),
    "cmyk jpeg": lambda face: encoded(face.convert("CMYK"), quality=90),
    "progressive jpeg": lambda face: encoded(face, quality=90, progressive=True),
    "jpeg with a broken EXIF": lambda face: encoded(face, exif=b"Exif\0\0MM\0\x2a" + b"\xff" * 40),
    "jpeg with another file behind it": lambda face: encoded(face) + b"PK\x03\x04" + b"<script>alert(1)</script>" * 99,
}


@pytest.mark.parametrize("kind", FORMATS)
def test_formats(kind: str) -> None:
    face = faces.photograph(2, 2)
    assert same(FORMATS[kind](face), faces.thumbnail(face, 72))


@pytest.mark.parametrize("mode", ["L", "I;16", "LA"])
def test_grey_of_eight_and_of_sixteen_bits(mode: str) -> None:
    grey = faces.photograph(2, 2).convert("L")
    deep = Image.frombytes("I;16", grey.size, b"".join(struct.pack("<H", value * 257) for value in grey.tobytes()))
    assert same(
        encoded(deep if mode == "I;16" else grey.convert(mode), "PNG"), faces.thumbnail(grey.convert("RGB"), 72)
    )


# Another picture


def test_each_of_the_cast_has_two_different_photos_and_keeps_them_apart_from_the_others() -> None:
    for key in PEOPLE:
        old, new = sandbox_portrait(key, "old"), sandbox_portrait(key, "new")
        assert not same(old, new)
        assert same(new, faces.thumbnail(opened(new), 48))


def test_another_picture_is_another() -> None:
    assert not same(OLD, NEW)


@pytest.mark.parametrize("side", faces.SIDES)
def test_another_person_before_the_same_wall(side: int) -> None:
    assert not same(encoded(faces.photograph(8, 3)), faces.thumbnail(faces.photograph(20, 3), side))


def test_a_picture_turned_grey_is_another() -> None:
    face = faces.photograph(1, 1)
    assert not same(encoded(face), encoded(face.convert("L")))


def test_now_with_something_on_it() -> None:
    face = faces.photograph(1, 1)
    badge = face.copy()
    badge.paste((0, 120, 60), (500, 500, 620, 620))
    assert not same(encoded(face), faces.thumbnail(badge, 200))


COLOURS = ((0, 0, 0), (255, 255, 255), (128, 128, 128), (170, 170, 170), (200, 30, 30), (30, 30, 200))


def test_one_colour_is_not_every_colour() -> None:
    flat = [Portrait(encoded(Image.new("RGB", (200, 200), colour))) for colour in COLOURS]
    assert all(one.same_as(other) == (one is other) for one in flat for other in flat)
    assert flat[4].same_as(Portrait(encoded(Image.new("RGB", (48, 48), COLOURS[4]), quality=60)))


def test_the_grey_figure_is_nobody() -> None:
    nobody = Portrait(encoded(faces.placeholder()))
    assert nobody.same_as(Portrait(faces.thumbnail(faces.placeholder(), 48)))
    assert not any(Portrait(sandbox_portrait(key, "new")).same_as(nobody) for key in PEOPLE)
    assert not nobody.same_as(Portrait(encoded(Image.new("RGB", (200, 200), (200, 200, 200)))))


def test_at_most_one_in_a_hundred_is_wrong_either_way() -> None:
    wrong: Counter[str] = Counter()
    for kinds, expected, count in ((faces.SAME, True, 6), (faces.DIFFERENT, False, 10)):
        for kind, (one, other) in faces.pairs(kinds, count, "test"):
            wrong[kind] += Portrait(one).same_as(Portrait(other)) != expected
    assert sum(wrong.values()) <= 1, wrong


# No picture


def png(wide: int, high: int, data: bytes = b"") -> bytes:
    """A PNG that declares these dimensions, whatever is in it."""
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 6, 0, 0, 0)), (b"IDAT", data), (b"IEND", b""))
    sums = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(sums)


def gif(wide: int, high: int) -> bytes:
    sides = struct.pack("<HH", wide, high)
    return b"GIF89a" + sides + b"\x80\0\0" + bytes(6) + b",\0\0\0\0" + sides + b"\0\x02\x02L\x01\0;"


def many_scans(side: int, times: int) -> bytes:
    """A progressive JPEG whose last scan comes again and again: each makes the decoder go over all pixels."""
    file = encoded(Image.new("RGB", (side, side)), progressive=True)
    last, end = file.rindex(b"\xff\xda"), file.rindex(b"\xff\xd9")
    return file[:end] + file[last:end] * times + file[end:]


def webp(side: int) -> bytes:
    """An animation that declares a large canvas and has small pictures."""
    frames = [Image.new("RGB", (10, 10), (shade, 0, 0)) for shade in (0, 200)]
    file = bytearray(encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:]))
    at = file.index(b"VP8X") + 12
    file[at : at + 6] = struct.pack("<I", side - 1)[:3] * 2
    return bytes(file)


NO_PICTURES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a page": lambda: b"<html>sign in</html>",
    "a drawing": lambda: b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    "zeros": lambda: bytes(100_000),
    "noise": lambda: Random(1).randbytes(100_000),
    "the start of a jpeg": lambda: NEW[:200],
    "three bytes": lambda: b"\xff\xd8\xff",
    "a tiff": lambda: encoded(Image.new("RGB", (9, 9)), "TIFF"),
    "an icon": lambda: encoded(Image.new("RGB", (32, 32)), "ICO"),
    "a ppm": lambda: encoded(Image.new("RGB", (9, 9)), "PPM"),
    "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n",
    "a large black png": lambda: encoded(Image.new("1", (8_000, 8_000)), "PNG"),
    "a png of no size": lambda: png(0, 0),
    "a png of all sizes": lambda: png(2**31 - 1, 2**31 - 1),
    "a png of nothing": lambda: png(3_800, 3_800),
    "a png of half": lambda: png(100, 100, zlib.compress(bytes(20_000))),
    "a png with a long text": lambda: png(9, 9)[:33] + long_text() + png(9, 9)[33:],
    "a gif of all sizes": lambda: gif(65_535, 65_535),
    "a bmp of 400 megapixels": lambda: (
        b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, 20_000, 20_000, 1, 24, 0, 0, 0, 0, 0, 0)
    ),
    "a webp of 256 megapixels": lambda: webp(16_000),
    "a jpeg of too many pixels": lambda: encoded(Image.new("L", (7_800, MOST_PIXELS // 7_800 + 1)), quality=1),
    "a jpeg of many scans": lambda: many_scans(3_000, 200),
}


def long_text() -> bytes:
    body = b"a\0\0" + zlib.compress(bytes(60_000_000))
    return struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))


@pytest.mark.parametrize("kind", NO_PICTURES)
def test_what_is_no_picture_is_said_to_be_unreadable_at_once(kind: str) -> None:
    content = NO_PICTURES[kind]()
    begin = process_time()
    with pytest.raises(Unreadable):
        Portrait(content)
    assert process_time() - begin < 0.5


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP"])
def test_a_file_that_ends_early_is_unreadable(kind: str) -> None:
    whole = encoded(faces.photograph(4, 4).resize((160, 160)), kind)
    for length in (1, 4, 12, 30, 60, *(len(whole) * part // 20 for part in range(1, 20))):
        with pytest.raises(Unreadable):
            Portrait(whole[:length])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP"])
def test_broken_bytes_are_a_picture_or_unreadable_and_nothing_else(kind: str) -> None:
    dice = Random(kind)
    whole = encoded(faces.photograph(4, 4).resize((96, 96)), kind)
    for _ in range(60):
        file = bytearray(whole)
        for _ in range(dice.randrange(1, 12)):
            file[dice.randrange(min(len(file), dice.choice((40, 400, len(file)))))] = dice.randrange(256)
        try:
            assert Portrait(bytes(file)).embedded
        except Unreadable:
            continue


@pytest.mark.parametrize("size", [(1, 1), (1, 10_000), (10_000, 1), (1, 60_000), (3, 2), (4_000, 200)], ids=str)
def test_odd_shapes_are_pictures(size: tuple[int, int]) -> None:
    for kind in ("JPEG", "PNG", "GIF"):
        odd = Portrait(encoded(Image.linear_gradient("L").resize(size), kind))
        assert (odd.width, odd.height) == size
        assert odd.same_as(odd)
        assert not odd.same_as(Portrait(NEW))
        assert odd.embedded.startswith("data:image/jpeg;base64,")


def test_a_large_photo_of_a_phone_is_quick() -> None:
    face = faces.photograph(3, 3)
    large = encoded(face.resize((4_000, 4_000)), quality=95)
    begin = process_time()
    assert Portrait(large).same_as(Portrait(faces.thumbnail(face, 48)))
    assert process_time() - begin < 0.5


# Showing


def test_an_embedded_picture_is_small() -> None:
    head, _, body = Portrait(NEW).embedded.partition(",")
    assert head == "data:image/jpeg;base64"
    assert Image.open(io.BytesIO(base64.b64decode(body))).size == (96, 96)
    assert len(body) < 8_000


def test_the_middle_square_is_shown() -> None:
    wide = faces.photograph(7, 7).crop((0, 150, 648, 500))
    _, _, body = Portrait(encoded(wide)).embedded.partition(",")
    assert same(base64.b64decode(body), encoded(ImageOps.fit(wide, (160, 160))))


def test_a_fingerprint_is_of_the_bytes() -> None:
    assert fingerprint(NEW) == fingerprint(bytes(NEW)) != fingerprint(OLD)
