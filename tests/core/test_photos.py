"""Pictures: the same one after what a store does to it, and what is no picture at all."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image, ImageEnhance, ImageOps

from bot.core import photos
from bot.sandbox.people import PEOPLE
from bot.sandbox.portraits import portrait as sandbox_portrait
from tests.core.test_rules import NEW, OLD


def changed(content: bytes, how: str) -> bytes:
    image = Image.open(io.BytesIO(content))
    match how:
        case "small":
            image = image.resize((48, 48))
        case "cropped":
            image = image.crop((6, 6, image.width - 6, image.height - 6))
        case "brighter":
            image = ImageEnhance.Brightness(image).enhance(1.2)
        case "mirrored":
            image = ImageOps.mirror(image)
    out = io.BytesIO()
    image.save(out, "PNG" if how == "png" else "JPEG", quality=60)
    return out.getvalue()


@pytest.mark.parametrize("how", ["small", "cropped", "brighter", "png"])
def test_the_same_picture_after_what_stores_do(how: str) -> None:
    assert photos.same(NEW, changed(NEW, how))


def jpeg(image: Image.Image, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", **how)
    return out.getvalue()


def test_a_phone_that_holds_its_picture_sideways() -> None:
    upright = Image.open(io.BytesIO(sandbox_portrait("sanne", "new")))
    exif = Image.Exif()
    exif[0x0112] = 6
    sideways = jpeg(upright.rotate(90, expand=True), exif=exif)
    assert photos.same(sideways, jpeg(upright.resize((300, 300))))


def test_what_is_transparent_is_white() -> None:
    face = Image.open(io.BytesIO(NEW)).convert("RGBA")
    face.putalpha(Image.radial_gradient("L").resize(face.size).point(lambda value: 0 if value > 150 else 255))
    out = io.BytesIO()
    face.save(out, "PNG")
    white = Image.alpha_composite(Image.new("RGBA", face.size, "white"), face).convert("RGB")
    assert photos.same(out.getvalue(), jpeg(white.resize((300, 300))))


@pytest.mark.parametrize("how", ["middle", "top", "squeezed"])
def test_a_portrait_that_a_store_made_square(how: str) -> None:
    wide = Image.open(io.BytesIO(sandbox_portrait("daan", "new")))
    tall = wide.crop((100, 0, 548, 648))
    box = {"middle": (0, 100, 448, 548), "top": (0, 0, 448, 448), "squeezed": (0, 0, 448, 648)}[how]
    assert photos.same(jpeg(tall), jpeg(tall.crop(box).resize((200, 200))))


def test_each_of_the_cast_has_two_different_photos_and_keeps_them_apart_from_the_others() -> None:
    for key in PEOPLE:
        old, new = sandbox_portrait(key, "old"), sandbox_portrait(key, "new")
        assert not photos.same(old, new)
        assert photos.same(new, jpeg(Image.open(io.BytesIO(new)).resize((48, 48))))


def test_another_picture_is_another() -> None:
    assert not photos.same(OLD, NEW)


def bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("content", [b"", b"<html>sign in</html>", NEW[:200], b"\xff\xd8\xff", bomb()], ids=range(5))
def test_what_is_no_picture_is_said_to_be_unreadable(content: bytes) -> None:
    with pytest.raises(photos.Unreadable):
        photos.embedded(content)
    with pytest.raises(photos.Unreadable):
        photos.same(content, NEW)


def test_an_embedded_picture_is_small() -> None:
    head, _, body = photos.embedded(NEW).partition(",")
    assert head == "data:image/jpeg;base64"
    assert Image.open(io.BytesIO(base64.b64decode(body))).size == (96, 96)
    assert len(body) < 8_000
