"""Pictures: the same one after what a store does to it, and what is no picture at all."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image, ImageEnhance, ImageOps

from bot.core import photos
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
