"""JSON over the wire: the same with `orjson` and without."""

from __future__ import annotations

import json

import pytest

from bot.teams import wire


@pytest.fixture(params=["orjson", "json"], autouse=True)
def by(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "json":
        monkeypatch.setattr(wire, "orjson", None)
    assert bool(wire.orjson) is (request.param == "orjson")


@pytest.mark.parametrize("text", ['{"a": [1, 2.5, null, true]}', '"é\\u0000😀"', "1"])
def test_what_is_read(text: str) -> None:
    assert wire.loads(text.encode()) == json.loads(text)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"NaN", b"[Infinity]", b"\xff", b'"\xed\xa0\x80"', b"{}x", '{"a":1}'.encode("utf-16"), b"[" * 100_000],
)
def test_what_is_refused(body: bytes) -> None:
    with pytest.raises((ValueError, RecursionError)):
        wire.loads(body)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"a": "é😀", "b": [1, None, True]}, '{"a":"é😀","b":[1,null,true]}'),
        ({"half": "\ud83d!"}, '{"half":"?!"}'),
        ({1: "a number for a name"}, '{"1":"a number for a name"}'),
    ],
)
def test_what_is_written(body: dict[str, object], text: str) -> None:
    assert wire.dumps(body) == text
