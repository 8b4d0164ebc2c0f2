"""Graph's photo endpoints: metadata, content, sizes, upload and removal (domain, section 3.1)."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.sandbox import portraits
from bot.sandbox.person import DOT, Person
from bot.sandbox.rim import Failure, content_of
from bot.sandbox.world import Photo

if TYPE_CHECKING:
    from bot.sandbox.graph import Graph

LADDER = (48, 64, 96, 120, 240, 360, 432, 504, 648)  # PHOTORES
MOST_BYTES = 4 * 2**20
_WRITE = ("ProfilePhoto.ReadWrite.All", "User.ReadWrite.All")
_READ = ("ProfilePhoto.Read.All", "User.Read.All", "User.ReadBasic.All", *_WRITE)
_GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
_DOT_ENTRY = {
    **{"@odata.mediaContentType": "image/gif", "@odata.mediaEtag": ""},
    **{"id": "1x1", "width": 1, "height": 1},
}
_DENIED = "Access is denied. Check credentials and try again."


class Photos:
    """The photo of a user, as Exchange Online's ladder of sizes or, without a mailbox, as it was stored."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def routes(self, app: web.Application, base: str) -> None:
        app.router.add_get(f"{base}/photo", self._metadata)
        app.router.add_get(f"{base}/photo/$value", self._content)
        app.router.add_get(f"{base}/photos", self._listing)
        app.router.add_get(base + r"/photos/{size:(?:\d+[xX]\d+|default)}", self._metadata)
        app.router.add_get(base + r"/photos/{size:(?:\d+[xX]\d+|default)}/$value", self._content)
        app.router.add_put(f"{base}/photo/$value", self._upload)
        app.router.add_patch(f"{base}/photo/$value", self._upload)
        app.router.add_delete(f"{base}/photo/$value", self._remove)

    async def _metadata(self, request: web.Request) -> web.Response:
        if self._is_dot(request):
            context = self._graph.context(f"users('{self._graph.person(request).object_id}')/photo/$entity")
            return web.json_response({"@odata.context": context, **_DOT_ENTRY})
        person, photo = self._photo(request)
        entry = self._entry(person, photo, self._size(request, person, photo))
        context = self._graph.context(f"users('{person.object_id}')/photo/$entity")
        return web.json_response({"@odata.context": context, **entry})

    async def _listing(self, request: web.Request) -> web.Response:
        if self._is_dot(request):
            context = self._graph.context(f"users('{self._graph.person(request).object_id}')/photos")
            return web.json_response({"@odata.context": context, "value": [_DOT_ENTRY]})
        person, photo = self._photo(request)
        sizes = self._sizes(person, photo)
        context = self._graph.context(f"users('{person.object_id}')/photos")
        return web.json_response({"@odata.context": context, "value": [self._entry(person, photo, s) for s in sizes]})

    async def _content(self, request: web.Request) -> web.Response:
        if self._is_dot(request):
            return web.Response(body=_GIF, content_type="image/gif")
        person, photo = self._photo(request)
        size = self._size(request, person, photo)
        content = photo.content if size == "default" else portraits.square(photo.content, int(size.partition("x")[0]))
        kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
        return web.Response(body=content, content_type=kind, headers={"ETag": photo.etag})

    async def _upload(self, request: web.Request) -> web.Response:
        self._may_write(request)
        person = self._graph.person(request)
        content = await content_of(request)
        error = self._graph.world.state(person.key).photo_error
        if error.refuses_upload:
            raise Failure(error.status, error.code, error.message)
        # The exact refusals are not documented (domain: row 18); these are of the class that is.
        if len(content) > MOST_BYTES:
            raise Failure(413, "RequestEntityTooLarge", "The photo must not be larger than 4 MB.")
        if not request.content_type.startswith("image/"):
            raise Failure(415, "UnsupportedMediaType", "The content type must be an image.")
        try:
            self._graph.world.upload(person.key, content)
        except ValueError:
            raise Failure(400, "ErrorInvalidImage", "The image could not be read.") from None
        return web.Response(status=200)

    async def _remove(self, request: web.Request) -> web.Response:
        self._may_write(request)
        person = self._graph.person(request)
        if not self._is_dot(request):
            self._photo(request)
        self._graph.world.remove(person.key)
        return web.Response(status=204)

    def _may_write(self, request: web.Request) -> None:
        self._graph.need(request, *_WRITE, code="ErrorAccessDenied", text=_DENIED)
        if self._graph.world.situation.policy_source == "onPremises":  # off for users and admins (PHOTOCFG)
            raise Failure(403, "ErrorAccessDenied", _DENIED)

    def _photo(self, request: web.Request) -> tuple[Person, Photo]:
        self._graph.need(request, *_READ, code="ErrorAccessDenied", text=_DENIED)
        person = self._graph.person(request)
        photo = self._graph.world.state(person.key).photo
        if photo is None:
            error = self._graph.world.state(person.key).photo_error
            raise Failure(error.status, error.code, error.message)
        return person, photo

    def _is_dot(self, request: web.Request) -> bool:
        """Whether "no photo" is told of this person by a picture of one pixel (PHOTOGET)."""
        self._graph.need(request, *_READ, code="ErrorAccessDenied", text=_DENIED)
        state = self._graph.world.state(self._graph.person(request).key)
        return state.photo is None and state.photo_error == DOT

    def _sizes(self, person: Person, photo: Photo) -> list[str]:
        """The sizes on offer, smallest first. A photo that lives in Entra ID alone is `default` (PHOTOGET)."""
        edge = min(portraits.dimensions(photo.content) or (0, 0))
        ladder = [f"{size}x{size}" for size in LADDER if size <= edge]
        return ladder if person.has_mailbox and ladder else ["default"]

    def _size(self, request: web.Request, person: Person, photo: Photo) -> str:
        sizes = self._sizes(person, photo)
        wanted = request.match_info.get("size", sizes[-1]).lower()
        if wanted not in sizes:
            raise Failure(404, "ErrorItemNotFound", "The specified object was not found in the store.")
        return wanted

    def _entry(self, person: Person, photo: Photo, size: str) -> dict[str, Any]:
        width, height = portraits.dimensions(photo.content) or (0, 0)
        if size != "default":
            width = height = int(size.partition("x")[0])
        kind = "image/png" if size == "default" and photo.content.startswith(b"\x89PNG") else "image/jpeg"
        marks = {"@odata.mediaContentType": kind, "@odata.mediaEtag": photo.etag}
        return {**marks, "id": size, "width": width, "height": height}
