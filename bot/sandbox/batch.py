"""Graph's $batch: up to twenty requests in one, each judged by itself (domain: 3.5)."""

from __future__ import annotations

import asyncio
import base64
import json
from typing import Any

from aiohttp import web
from yarl import URL

from bot.sandbox.rim import BODY, Failure, json_body

MOST = 20
_INHERITED = ("Authorization", "Host", "User-Agent", "client-request-id")
Step = dict[str, Any]


async def answer(request: web.Request) -> web.Response:
    """Runs the requests through the application itself, so that roles, faults and throttling hit each one."""
    # aiohttp clones a request only as long as its body is unread.
    template = request.clone()
    steps = _checked(await json_body(request))
    tasks: dict[str, asyncio.Task[Step]] = {}
    for step in steps:
        before = [tasks[id] for id in step.get("dependsOn", ())]
        tasks[step["id"]] = asyncio.create_task(_run(request, template, step, before))
    # Documented as coming in any order; the last one first, so that nobody relies on another.
    return web.json_response({"responses": [await tasks[id] for id in reversed(tasks)]})


def _checked(body: dict[str, Any] | None) -> list[Step]:
    """The requests; raises 400 for the whole batch. The codes and words are [general]."""
    steps = (body or {}).get("requests")
    if not isinstance(steps, list) or not steps:
        raise Failure(400, "BadRequest", "Invalid batch payload format.")
    if len(steps) > MOST:
        text = f"Number of batch request steps exceeds the maximum value of {MOST}."
        raise Failure(400, "MaximumValueExceeded", text)
    seen: set[str] = set()
    for step in steps:
        if not isinstance(step, dict) or any(not isinstance(step.get(name), str) for name in ("id", "method", "url")):
            raise Failure(400, "BadRequest", "Invalid batch payload format.")
        if step["id"] in seen:
            raise Failure(400, "BadRequest", f"Batch request id '{step['id']}' is used more than once.")
        if not set(step.get("dependsOn", ())) <= seen:  # only on those before it (OData JSON 4.01)
            raise Failure(
                400, "BadRequest", f"Batch request '{step['id']}' depends on a request that is not before it."
            )
        seen.add(step["id"])
    return steps


async def _run(outer: web.Request, template: web.Request, step: Step, before: list[asyncio.Task[Step]]) -> Step:
    for task in before:
        if (await task)["status"] >= 400:
            error = {"code": "FailedDependency", "message": "A request that this one depends on has failed."}
            return {"id": step["id"], "status": 424, "headers": {}, "body": {"error": error}}
    version = outer.path.split("/")[1]
    inherited = {name: outer.headers[name] for name in _INHERITED if name in outer.headers}
    headers = {**inherited, **{str(name): str(value) for name, value in (step.get("headers") or {}).items()}}
    url = URL(f"/{version}/{step['url'].lstrip('/')}", encoded=True)
    inner = template.clone(method=step["method"].upper(), rel_url=url, headers=headers)
    inner[BODY] = _content(step.get("body"))
    # The way of every request that comes from outside; aiohttp has no public name for it.
    response = await outer.app._handle(inner)
    return {"id": step["id"], "status": response.status, **_part(response)}


def _content(body: Any) -> bytes:
    """JSON as it is, anything else in base64."""
    if isinstance(body, str):
        try:
            return base64.b64decode(body, validate=True)
        except ValueError:
            return body.encode()
    return b"" if body is None else json.dumps(body).encode()


def _part(response: web.StreamResponse) -> dict[str, Any]:
    raw = response.body if isinstance(response, web.Response) else None
    content = raw if isinstance(raw, bytes) else b""
    headers = dict(response.headers)
    if not content:
        return {"headers": headers}
    if "json" in response.content_type:
        try:
            return {"headers": headers, "body": json.loads(content)}
        except ValueError:  # a fault cut it off
            return {"headers": headers, "body": content.decode("utf-8", "replace")}
    return {"headers": headers, "body": base64.b64encode(content).decode()}
