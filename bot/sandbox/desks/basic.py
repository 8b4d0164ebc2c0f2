"""Who calls a simulated desk: basic authentication, as all of them take it."""

from __future__ import annotations

import base64

from aiohttp import web


def is_known(request: web.Request, user: str, password: str) -> bool:
    scheme, _, told = request.headers.get("Authorization", "").partition(" ")
    return scheme.lower() == "basic" and told == base64.b64encode(f"{user}:{password}".encode()).decode()
