"""What the bot changes in Microsoft 365: the same photo put once more, and SharePoint's two picture flags."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.core import photos
from bot.core.facts import Account, Facts, Glance, Outcome, Picture, Profile, Reason, Unknown
from bot.tenant import graph, sharepoint
from bot.tenant.http import Answer, Request, throttled

if TYPE_CHECKING:
    from bot.tenant import Microsoft365

MOST_PHOTO_BYTES = 4 * 2**20  # what Graph takes (domain: 3.1)
_TYPES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png"}  # what Graph takes, by how it begins


def outcome(answer: Answer | Unknown) -> Outcome:
    """What became of a change, by what the service answered."""
    if isinstance(answer, Unknown):
        refused = answer.reason in (Reason.FORBIDDEN, Reason.UNAUTHORIZED)
        unsent = answer.reason is Reason.THROTTLED or answer.unsent
        return Outcome.REFUSED if refused else Outcome.FAILED if unsent else Outcome.UNCERTAIN
    if 200 <= answer.status < 300:
        return Outcome.DONE
    if throttled(answer) or answer.status == 503:
        return Outcome.FAILED
    return Outcome.UNCERTAIN if answer.status >= 500 else Outcome.REFUSED


class Change:
    """One change of one person's record, with one deadline."""

    def __init__(self, door: Microsoft365, facts: Facts, until: float) -> None:
        self._door, self._facts, self._until = door, facts, until

    # -- the photo ---------------------------------------------------------------------------------------------------

    async def republish(self) -> Outcome:
        """Put the photo that is there now, byte for byte."""
        for _ in range(2):  # the second time if its owner changed it meanwhile
            photo = await self._photo()
            if isinstance(photo, Outcome):
                return photo
            if photo.mark and await self._mark() == photo.mark:
                break
        else:
            return Outcome.FAILED
        kind = await asyncio.to_thread(_type_of, photo.content)
        if not kind:  # cut short, or nothing that Graph would take back
            return Outcome.FAILED
        put = graph.put_photo(self._door.graph, self._facts.person, photo.content, kind)
        return outcome(await self._ask(put))

    async def _photo(self) -> Picture | Outcome:
        base, person = self._door.graph, self._facts.person
        requests = (graph.photo(base, person), graph.photo_content(base, person))
        answers = [await self._ask(request) for request in requests]
        for answer in answers:
            if isinstance(answer, Unknown):
                return Outcome.REFUSED if answer.reason is Reason.UNAUTHORIZED else Outcome.FAILED
            if graph.no_photo(answer):
                return Outcome.NEEDLESS
            if answer.status != 200:
                return Outcome.REFUSED if answer.status in (401, 403) else Outcome.FAILED
        found = graph.read_photo(*answers)
        if isinstance(found, Picture):
            return found
        return Outcome.FAILED if isinstance(found, Unknown) else Outcome.NEEDLESS

    async def _mark(self) -> str:
        """The photo's change marker now; "" where it cannot be told."""
        answer = await self._ask(graph.photo(self._door.graph, self._facts.person))
        return graph.mark_of(answer) if isinstance(answer, Answer) and answer.status == 200 else ""

    # -- the flags ---------------------------------------------------------------------------------------------------

    async def set_flags(self, placeholder: str, exchange_sync: str) -> Outcome:
        """Write those that differ, and read them back: only what has taken effect is done."""
        account = self._facts.account
        if not isinstance(account, Account):
            return Outcome.FAILED
        wanted = {sharepoint.PLACEHOLDER: placeholder, sharepoint.EXCHANGE_SYNC: exchange_sync}
        there = await self._flags()
        if isinstance(there, Outcome):
            return there
        different = {name: value for name, value in wanted.items() if there[name] != value}
        if not different:
            return Outcome.NEEDLESS
        for name, value in different.items():
            request = sharepoint.set_property(self._host(), account.user_principal_name, name, value)
            written = outcome(await self._ask(request))
            if written is not Outcome.DONE:
                return written
        return Outcome.DONE if await self._flags() == wanted else Outcome.FAILED

    async def _flags(self) -> dict[str, str] | Outcome:
        seen = await self._door.glance_of(self._facts.person)
        if isinstance(seen, Glance):
            return {sharepoint.PLACEHOLDER: seen.placeholder, sharepoint.EXCHANGE_SYNC: seen.exchange_sync}
        return Outcome.REFUSED if seen.reason in (Reason.FORBIDDEN, Reason.UNAUTHORIZED) else Outcome.FAILED

    async def _ask(self, request: Request) -> Answer | Unknown:
        return await self._door.ask(self._facts.person, request, self._until)

    def _host(self) -> str:
        """The geography in which the person is at home; in it, others' profiles are written on the admin host."""
        place = self._door.places.of(self._facts.person)
        return place.host if place and place.host in self._door.hosts.geos else self._door.hosts.admin


def _type_of(content: bytes) -> str:
    """The content type of a whole picture that Graph takes; "" for any other bytes."""
    kind = next((kind for begin, kind in _TYPES.items() if content.startswith(begin)), "")
    if not kind or len(content) > MOST_PHOTO_BYTES:
        return ""
    try:
        photos.Portrait(content)
    except photos.Unreadable:
        return ""
    return kind


def glance(profile: Profile) -> Glance:
    """The little of a profile that tells whether SharePoint has pulled."""
    return Glance(profile.pulled_at, profile.placeholder, profile.exchange_sync, profile.picture_url)
