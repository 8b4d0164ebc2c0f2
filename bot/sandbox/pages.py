"""SharePoint's pictures, and the pages that people open in a browser: opening one's own asks for the picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from aiohttp import web

from bot.sandbox import portraits
from bot.sandbox.addresses import Addresses
from bot.sandbox.person import Person
from bot.sandbox.rim import Asking, Failure
from bot.sandbox.world import World

SIZES = {"S": 48, "M": 72, "L": 300}  # pixels (domain: 1.3; L is contested, 7.15)

_FILE = re.compile(r"/User Photos/(?P<folder>[^/]+)/(?P<prefix>[^/]+)_(?P<size>[SML])Thumb\.jpg", re.IGNORECASE)

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body{{font:1.1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}}
</style></head>
<body>{body}</body></html>
"""


class Pages:
    """The parts of a SharePoint host that answer with pictures and pages instead of JSON."""

    def __init__(
        self, world: World, addresses: Addresses, authorize: Callable[[web.Request], Asking], name: str
    ) -> None:
        self._world, self._addresses, self._authorize, self._name = world, addresses, authorize, name

    def routes(self, app: web.Application) -> None:
        app.router.add_get("/_layouts/15/userphoto.aspx", self._user_photo, allow_head=False)
        app.router.add_get("/{library:User Photos}/{folder}/{file}", self._thumbnail)
        app.router.add_get("/", self._home, allow_head=False)
        app.router.add_get("/_layouts/15/me.aspx", self._home, allow_head=False)
        app.router.add_get("/Person.aspx", self._person_page, allow_head=False)
        app.router.add_get(r"/personal/{site}{rest:(/.*)?}", self._personal_site, allow_head=False)

    # -- pictures ----------------------------------------------------------------------------------------------------

    async def _user_photo(self, request: web.Request) -> web.Response:
        """A picture in any case: where there is none, the placeholder (domain: 4.1)."""
        asking = self._authorize(request)
        query = {name.lower(): value for name, value in request.query.items()}
        person = self._world.find(query.get("accountname") or query.get("username") or "")
        size = query.get("size", "S").upper()
        size = size if size in SIZES else "L" if size.startswith("HR") else "S"
        if person is None:
            return self._picture(portraits.placeholder(SIZES[size]))
        if size == "L":  # only the large thumbnail starts a pull (USERPHOTO, SP2013)
            own = asking.person == person.object_id
            self._world.visit(person.key) if own else self._world.large_picture_requested(person.key)
        return self._picture(self._shown(person, size) or portraits.placeholder(SIZES[size]))

    async def _thumbnail(self, request: web.Request) -> web.Response:
        roles = self._authorize(request).roles
        if not self._world.plain_files:  # not documented whether it takes an app's token: domain 4.1
            raise Failure(401, "token", "Unsupported app only token.", {"WWW-Authenticate": "Bearer"})
        if "Sites.FullControl.All" not in roles and "Sites.Read.All" not in roles:
            return web.Response(status=403, text="403 FORBIDDEN")
        picture = self.file(request.path)
        return self._picture(picture) if picture else web.Response(status=404, text="404 FILE NOT FOUND")

    def file(self, path: str) -> bytes | None:
        """The picture at that path of this host, decoded as it is written; None where there is no file."""
        parts = _FILE.fullmatch(path)
        if parts is None:
            return None
        prefix, size = parts["prefix"].lower(), parts["size"].upper()
        person = self._world.owner_of_file(prefix)
        if person is None:
            return None
        if prefix == person.profile_object_id and parts["folder"].casefold() == person.folder.casefold():
            return self._own_file(person, size)
        if prefix == person.file_name and self._name == "my" and self._is_kept_by_a_site(person):
            return self._drawn(person, size)
        return None

    def _own_file(self, person: Person, size: str) -> bytes | None:
        here = getattr(self._addresses, self._name)
        if here == self._addresses.my_of(person.geo):
            return self._shown(person, size) if self._world.state(person.key).picture_url else None
        return self._drawn(person, size) if self._name == "my" and person.left_behind is not None else None

    def _is_kept_by_a_site(self, person: Person) -> bool:
        return any(person.key in site.old for site in self._world.sites.values())

    def _drawn(self, person: Person, size: str) -> bytes | None:
        old = self._world.drawn(person, "old")
        return portraits.square(old.content, SIZES[size]) if old else None

    def _shown(self, person: Person, size: str) -> bytes | None:
        state = self._world.state(person.key)
        thumbnail = state.thumbnails.get(size)
        if thumbnail is None or not person.profile or state.placeholder_state == "1":
            return None
        return portraits.square(thumbnail.content, SIZES[size])

    @staticmethod
    def _picture(content: bytes) -> web.Response:
        headers = {"Cache-Control": "private, max-age=86400"}
        return web.Response(body=content, content_type="image/jpeg", headers=headers)

    # -- pages -------------------------------------------------------------------------------------------------------

    async def _home(self, request: web.Request) -> web.Response:
        """Nobody is signed in here, so a visitor says with the address who they are."""
        links = "".join(
            f'<li><a href="{escape(self._addresses.my_of(p.geo) + p.personal_site)}">{escape(p.name)}</a></li>'
            for p in self._world.people.values()
            if p.profile
        )
        body = "<h1>The simulated SharePoint</h1><p>Whose own page do you open? Opening it asks SharePoint for the "
        return _page("SharePoint (simulated)", f"{body}picture.</p><ul>{links}</ul>")

    async def _person_page(self, request: web.Request) -> web.Response:
        return self._own_page(self._world.find(request.query.get("accountname", "")))

    async def _personal_site(self, request: web.Request) -> web.Response:
        path = f"/personal/{request.match_info['site']}/".casefold()
        return self._own_page(next((p for p in self._world.people.values() if p.personal_site == path), None))

    def _own_page(self, person: Person | None) -> web.Response:
        if person is None or not person.profile:
            return _page("404", "<h1>404</h1><p>The simulated SharePoint has no such page.</p>", status=404)
        pulls = self._world.visit(person.key)
        when = "It fetches it now." if pulls else self._why_not(person)
        name = escape(person.name)
        asked = f"This is the simulated SharePoint page of {name}. SharePoint has now been asked for the picture."
        return _page(f"{person.name} (simulated)", f"<h1>{name}</h1><p>{asked} {when}</p>")

    def _why_not(self, person: Person) -> str:
        possible_at = self._world.pull_possible_at(person.key)
        if possible_at is None:
            return "It will not fetch it: there is no photo, the pull is switched off, or Microsoft has an incident."
        return f"It looks once in 24 hours: the next time is {possible_at:%Y-%m-%d %H:%M} UTC."


def _page(title: str, body: str, status: int = 200) -> web.Response:
    return web.Response(status=status, text=_PAGE.format(title=escape(title), body=body), content_type="text/html")
