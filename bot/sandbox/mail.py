"""The simulated mail of Graph, as far as sending and looking into Sent Items go."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.sandbox.rim import Failure, json_body
from bot.sandbox.users import stamp

if TYPE_CHECKING:
    from bot.sandbox.graph import Graph

_FILTER = re.compile(r"internetMessageId eq '((?:[^']|'')*)'")
_DENIED = "ErrorAccessDenied"
_NO = "Access is denied. Check credentials and try again."


class Mail:
    """Sends nothing: `world.sent` is what people have got."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def routes(self, app: web.Application, base: str) -> None:
        app.router.add_post(f"{base}/sendMail", self._send)
        app.router.add_get(f"{base}/mailFolders/sentitems/messages", self._sent)

    async def _send(self, request: web.Request) -> web.Response:
        self._graph.need(request, "Mail.Send", code=_DENIED, text=_NO)
        body = await json_body(request) or {}
        message = body.get("message")
        if not isinstance(message, dict) or not message.get("toRecipients"):
            raise Failure(400, "ErrorInvalidRecipients", "At least one recipient isn't valid.")
        for header in message.get("internetMessageHeaders", ()):
            if not header["name"].lower().startswith("x-"):
                text = f"The internet message header name '{header['name']}' should start with 'x-' or 'X-'."
                raise Failure(400, "InvalidInternetMessageHeader", text)
        self._graph.world.sent.append(self._kept(request.match_info["id"], message))
        return web.Response(status=202)

    def _kept(self, sender: str, message: dict[str, Any]) -> dict[str, Any]:
        own = f"<{uuid.uuid4().hex.upper()}@EXCHANGE.example>"
        at = stamp(self._graph.world.clock.now())
        return {"internetMessageId": own, "sentDateTime": at, **message, "id": uuid.uuid4().hex, "from": sender}

    async def _sent(self, request: web.Request) -> web.Response:
        self._graph.need(request, "Mail.ReadBasic.All", "Mail.Read", "Mail.ReadWrite", code=_DENIED, text=_NO)
        asked = _FILTER.fullmatch(request.query.get("$filter", ""))
        if not asked:
            raise Failure(400, "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid nodes.")
        wanted = asked[1].replace("''", "'")
        sender = request.match_info["id"]
        sent = (one for one in self._graph.world.sent if one["from"] == sender)
        found = [{"@odata.etag": 'W/"1"', "id": one["id"]} for one in sent if one["internetMessageId"] == wanted]
        context = self._graph.context(f"users('{sender}')/mailFolders('sentitems')/messages")
        return web.json_response({"@odata.context": context, "value": found})
