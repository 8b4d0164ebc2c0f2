"""The simulated OneDrive of each person, as far as a bot's files go: room that Teams makes, and what is put there."""

from __future__ import annotations

import re
import secrets
import uuid
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.sandbox.addresses import Addresses
from bot.sandbox.person import Person
from bot.sandbox.world import World

_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_PATH = "/personal/{site}/_api/v2.0/drive/items/{item}/uploadSession"


@dataclass
class Upload:
    """A file on its way to a person's OneDrive. `secret` is what the address carries instead of a token."""

    person: str
    name: str
    item: str
    secret: str
    content: bytes = b""
    whole: bool = False


class Drive:
    """Upload sessions on the host of the personal sites."""

    def __init__(self, world: World, addresses: Addresses) -> None:
        self._world, self._addresses = world, addresses

    def routes(self, app: web.Application) -> None:
        app.router.add_put(_PATH, self._put)

    def room(self, person: Person, name: str) -> dict[str, Any]:
        """What Teams says of the place that it made for a file: `uploadInfo` of a fileConsent/invoke."""
        upload = Upload(person.key, name, str(uuid.uuid4()).upper(), secrets.token_urlsafe(400))
        self._world.uploads[upload.item] = upload
        site = f"{self._addresses.my}/personal/{person.user_principal_name.replace('@', '_').replace('.', '_')}"
        address = f"{site}/_api/v2.0/drive/items/{upload.item}/uploadSession?guid='{uuid.uuid4()}'&overwrite=False"
        return {
            "contentUrl": f"{site}/Documents/Applications/{name}",
            "name": name,
            "uploadUrl": f"{address}&tempauth={upload.secret}",
            "uniqueId": upload.item,
            "fileType": name.rpartition(".")[2],
            "etag": "1",
        }

    async def _put(self, request: web.Request) -> web.Response:
        """The next part of a file. The address is the permission: a token beside it may be refused.

        https://learn.microsoft.com/graph/api/driveitem-createuploadsession#upload-bytes-to-the-upload-session
        """
        upload = self._world.uploads.get(request.match_info["item"])
        if "Authorization" in request.headers or upload is None or request.query.get("tempauth") != upload.secret:
            return _error(401, "unauthenticated")
        part = await request.read()
        found = _RANGE.fullmatch(request.headers.get("Content-Range", ""))
        if found is None:
            return _error(400, "invalidRequest")
        first, last, size = map(int, found.groups())
        if upload.whole or first != len(upload.content) or last - first + 1 != len(part) or last >= size:
            return _error(416, "invalidRange")
        upload.content += part
        upload.whole = len(upload.content) == size
        if not upload.whole:
            return web.json_response({"nextExpectedRanges": [f"{len(upload.content)}-"]}, status=202)
        return web.json_response({"id": upload.item, "name": upload.name, "size": size}, status=201)


def _error(status: int, code: str) -> web.Response:
    return web.json_response({"error": {"code": code, "message": code}}, status=status)
