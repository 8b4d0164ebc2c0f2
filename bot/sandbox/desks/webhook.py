"""A simulated receiver of signed events, as an administrator would build one from the manual."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
import uuid
from typing import Any

from aiohttp import web

from bot.sandbox.world import World

_WINDOW = 300  # seconds


class Webhook:
    """Keeps each event once, by source and id, and counts all that came."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.secret, self.secret_of_desks = uuid.uuid4().hex, uuid.uuid4().hex
        self.events: dict[tuple[str, str], dict[str, Any]] = {}
        self.came = 0

    def app(self) -> web.Application:
        app = web.Application(client_max_size=16 * 2**20)
        app.router.add_post("/hook", self._hook)
        return app

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The data of all events of a type."""
        return [one["data"] for one in self.events.values() if one["type"] == f"resync.ticket.{kind}"]

    async def _hook(self, request: web.Request) -> web.Response:
        body = await request.read()
        stamp = request.headers.get("X-Resync-Timestamp", "")
        told = hmac.new(self.secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(f"v1={told}", request.headers.get("X-Resync-Signature", "")):
            return web.Response(status=401)
        if abs(time.time() - int(stamp)) > _WINDOW:
            return web.Response(status=401)
        if request.content_type != "application/cloudevents+json":
            return web.Response(status=415)
        event = json.loads(body)
        if event["specversion"] != "1.0" or not all(event.get(name) for name in ("id", "source", "type")):
            return web.Response(status=400)
        self.came += 1
        self.events.setdefault((event["source"], event["id"]), event)
        return web.Response(status=204)
