"""The limit: an aiohttp handler that parses an activity, posts a reply and does nothing else."""

from __future__ import annotations

import json
import sys

import aiohttp
from aiohttp import web


async def main() -> web.Application:
    app = web.Application()

    async def session(app: web.Application):  # type: ignore[no-untyped-def]
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as app["session"]:
            yield

    async def messages(request: web.Request) -> web.Response:
        activity = json.loads(await request.read())
        at = f"{activity['serviceUrl']}/v3/conversations/{activity['conversation']['id']}/activities"
        reply = {"type": "message", "from": activity["recipient"], "text": f"You said: {activity['text']}"}
        async with app["session"].post(at, json=reply) as answer:
            await answer.read()
        return web.Response()

    app.cleanup_ctx.append(session)
    app.router.add_post("/api/messages", messages)
    return app


if __name__ == "__main__":
    web.run_app(main(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
