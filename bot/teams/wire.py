"""JSON as it goes over the wire: read strictly, written compactly; the same with `orjson` and without it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

try:
    import orjson
except ImportError:  # it has no build for this machine
    orjson = None  # type: ignore[assignment]


def loads(body: bytes) -> Any:
    """What UTF-8 JSON says; raises ValueError or RecursionError for anything else, NaN and half surrogates included."""
    return orjson.loads(body) if orjson else json.loads(body.decode("utf-8"), parse_constant=_refuse)


def dumps(body: Mapping[str, Any]) -> str:
    """Compact JSON. Half a surrogate pair, which UTF-8 cannot carry, becomes a question mark."""
    if orjson:
        try:
            return orjson.dumps(body, option=orjson.OPT_NON_STR_KEYS).decode()
        except TypeError:  # among others for half a surrogate pair
            pass
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(errors="replace").decode()


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
