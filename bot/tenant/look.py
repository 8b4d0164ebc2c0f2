"""One look at one person in Microsoft 365: which questions, in which order, and what becomes of their answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from bot.core.facts import Absent, Account, Facts, Picture, Profile, Reason, SiteEntry, Trace, Unknown
from bot.tenant import graph, sharepoint
from bot.tenant.http import Answer, Request, unseen

if TYPE_CHECKING:
    from bot.tenant import Microsoft365

T = TypeVar("T")

# How an address refuses an application: by a status, or by a sign-in page.
REFUSED = (Reason.UNAUTHORIZED, Reason.FORBIDDEN, Reason.MALFORMED)
CLOCKS_DIFFER = timedelta(minutes=5)
FOREIGN = "(not this account's)"  # in place of the address of a picture that is not to be looked at
WHOLE_TENANT = ("policy", "health", "organization")  # the same answer for everybody who asks at this moment
Found = tuple[Profile | Absent | Unknown, str]  # and the host that had it


class Look:
    """One look at one person, with one deadline for all of it.

    SharePoint knows people by their login name and pictures by an address in the profile: three rounds. Where both were
    seen before, or can be guessed, they are asked for at once, and once more only if the guess was wrong.
    """

    def __init__(self, door: Microsoft365, person: str, site: str, until: float) -> None:
        self._door, self._person, self._site, self._until = door, person, site, until
        self._place = door.places.of(person)
        self._traces: list[Trace] = []

    async def facts(self) -> Facts:
        base = self._door.graph
        async with asyncio.TaskGroup() as group:
            account = group.create_task(self._account())
            source = group.create_task(self._source_photo())
            policy = group.create_task(self._read(graph.policy(base), graph.read_policy))
            health = group.create_task(self._read(graph.health(base), graph.read_health))
            organization = group.create_task(self._read(graph.organization(base), graph.read_organization))
            behavior = group.create_task(self._sync_behavior(account))
            profile = group.create_task(self._profile(account))
            pictures = group.create_task(self._pictures(account, profile))
            entry = group.create_task(self._site_entry(account))
        large, medium, small = pictures.result()
        return Facts(
            person=self._person,
            seen_at=self._door.clock.now(),
            account=account.result(),
            source_photo=source.result(),
            policy=policy.result(),
            profile=profile.result()[0],
            sharepoint_photo=large,
            incidents=health.result(),
            organization=organization.result(),
            small_photos={"M": medium, "S": small},
            cloud_managed=behavior.result(),
            site_entry=entry.result(),
            traces=tuple(self._traces),
        )

    # -- Graph -------------------------------------------------------------------------------------------------------

    async def _account(self) -> Account | Absent | Unknown:
        plans = self._door.mailbox_plans, self._door.sharepoint_plans
        request = graph.user(self._door.graph, self._person)
        return await self._read(request, lambda answer: graph.read_user(answer, *plans))

    async def _source_photo(self) -> Picture | Absent | Unknown:
        requests = (graph.photo(self._door.graph, self._person), graph.photo_content(self._door.graph, self._person))
        metadata, content = await asyncio.gather(*(self._answer(request, graph.no_photo) for request in requests))
        photo = _guarded(lambda: graph.read_photo(metadata, content))
        if isinstance(photo, Picture):  # while SharePoint is still to answer, there is time to decode it
            await asyncio.to_thread(photo.prepare)
        return photo

    async def _sync_behavior(self, account: asyncio.Task[Account | Absent | Unknown]) -> bool | Unknown | None:
        found = await account
        if not isinstance(found, Account) or not found.synced:
            return None
        return await self._read(graph.sync_behavior(self._door.graph, self._person), graph.read_sync_behavior)

    # -- SharePoint --------------------------------------------------------------------------------------------------

    async def _profile(self, account: asyncio.Task[Account | Absent | Unknown]) -> Found:
        place = self._place
        early = asyncio.create_task(self._profile_at(place.host, place.name)) if place else None
        try:
            found = await account
            if isinstance(found, Absent):
                return Absent(), ""
            if isinstance(found, Unknown):
                profile, host = await early if early else (found, "")
                return self._remembered(profile) or replace(found, detail="the account could not be read"), host
            if early and place and _same_name(found.user_principal_name, place.name):
                profile, host = await early
            else:
                profile, host = await self._profile_at(self._door.hosts.root, found.user_principal_name)
        finally:
            self._door.let_go(early)
        if not isinstance(profile, Profile):
            return profile, host
        profile = self._checked(found, profile)
        self._door.places.found(self._person, found, host, profile)
        return profile, host

    def _checked(self, account: Account, profile: Profile) -> Profile:
        """The profile without what is not this person's, or cannot be."""
        if profile.pulled_at and profile.pulled_at > self._door.clock.now() + CLOCKS_DIFFER:
            profile = replace(profile, pulled_at=None)  # scripts write such values (domain: 4.4.6)
        if profile.account_ids - {account.id.lower()}:  # an earlier account's, who may have been somebody else
            return replace(profile, picture_url=FOREIGN if profile.picture_url else "", texts={}, personal_url="")
        if profile.picture_url and not sharepoint.is_own_picture(profile.picture_url, account):
            return replace(profile, picture_url=FOREIGN)
        return profile

    def _remembered(self, profile: Profile | Absent | Unknown) -> Profile | None:
        """The profile under a remembered name, without an account to check it against: only if it says whose it is.

        The name may be somebody else's by now, and only an address that was checked before may be looked at.
        """
        if not isinstance(profile, Profile) or profile.account_ids != {self._person.lower()}:
            return None
        known = self._place is not None and profile.picture_url == self._place.picture_url
        return profile if known or not profile.picture_url else replace(profile, picture_url=FOREIGN)

    async def _profile_at(self, host: str, name: str) -> Found:
        """The profile from `host`, or from the geography in which it is at home."""
        profile = await self.profile_on(host, name)
        home = self._door.hosts.home(profile, host) if isinstance(profile, Profile) else host
        if isinstance(profile, Profile) and home is None:
            return Unknown(Reason.ELSEWHERE, detail=f"{profile.host} is not in RESYNC_SHAREPOINT_GEO_URLS"), host
        if home is None or home == host:
            return profile, host
        return await self.profile_on(home, name), home

    async def profile_on(self, host: str, name: str) -> Profile | Absent | Unknown:
        """The profile as this host has it, unchecked."""
        request = sharepoint.profile(host, name)
        answer = await self._answer(request, lambda answer: sharepoint.no_profile(answer) and Absent())
        if isinstance(answer, Unknown):
            return answer
        return Absent() if sharepoint.no_profile(answer) else _guarded(lambda: sharepoint.read_profile(answer))

    async def _pictures(
        self, account: asyncio.Task[Account | Absent | Unknown], profile: asyncio.Task[Found]
    ) -> list[Picture | Absent | Unknown]:
        """The three thumbnails, largest first."""
        guess = self._place.picture_url if self._place else ""
        if not self._place and isinstance(found := await account, Account):
            guess = self._door.places.picture_of(found)
        early = asyncio.create_task(self._thumbnails(guess)) if guess else None
        try:
            found_profile, _ = await profile
            if early and isinstance(found_profile, Unknown) and self._place and self._person.lower() in guess.lower():
                return await early  # where this person's own picture lay the last time
            if isinstance(found_profile, Unknown):
                reason = Unknown(found_profile.reason, found_profile.retry_at, "the profile could not be read")
                return [reason] * len(sharepoint.SIZES)
            if isinstance(found_profile, Absent) or not found_profile.picture_url:
                return [Absent()] * len(sharepoint.SIZES)
            if early and found_profile.picture_url == guess:
                return await early
            return await self._thumbnails(found_profile.picture_url)
        finally:
            self._door.let_go(early)

    async def _thumbnails(self, picture_url: str) -> list[Picture | Absent | Unknown]:
        return list(await asyncio.gather(*(self._thumbnail(picture_url, size) for size in sharepoint.SIZES)))

    async def _thumbnail(self, picture_url: str, size: str) -> Picture | Absent | Unknown:
        ways = sharepoint.thumbnail(self._door.hosts, picture_url, size)
        if ways is None:
            return Unknown(Reason.ELSEWHERE, detail=f"no picture of this account: {picture_url}")
        plain, rest = ways
        if plain.base in self._door.by_rest:
            return await self._read(rest, sharepoint.read_thumbnail)
        picture = await self._read(plain, sharepoint.read_thumbnail)
        if not isinstance(picture, Unknown) or picture.reason not in REFUSED:
            return picture
        second = await self._read(rest, sharepoint.read_thumbnail)
        if isinstance(second, Picture):
            self._door.by_rest.add(plain.base)
        return second

    async def _site_entry(
        self, account: asyncio.Task[Account | Absent | Unknown]
    ) -> SiteEntry | Absent | Unknown | None:
        found = await account if self._site else None
        if not isinstance(found, Account):
            return found
        request = sharepoint.site_entry(self._door.hosts, self._site, found.user_principal_name)
        if request is None:
            return Unknown(Reason.ELSEWHERE, detail=f"{self._site} is not an address of this tenant")
        return await self._read(request, lambda answer: sharepoint.read_site_entry(answer, self._site))

    # -- asking ------------------------------------------------------------------------------------------------------

    async def _answer(
        self, request: Request, telling: Callable[[Answer], object] = lambda answer: None
    ) -> Answer | Unknown:
        """The answer, or why it tells nothing. `telling` knows errors that tell something all the same."""
        loop, caller = asyncio.get_running_loop(), self._door.caller
        began = loop.time()
        if request.kind in WHOLE_TENANT:
            answer = await caller.share(request, self._until)
        else:
            answer = await self._door.ask(self._person, request, self._until)
        came = answer if isinstance(answer, Answer) else Answer(0, b"", {})
        self._traces.append(Trace(request.kind, came.status, came.request_id, round((loop.time() - began) * 1000)))
        if isinstance(answer, Unknown) or telling(answer):
            return answer
        return unseen(answer, self._door.clock.now(), request, caller.scale) or answer

    async def _read(self, request: Request, reader: Callable[[Answer], T]) -> T | Unknown:
        answer = await self._answer(request)
        return answer if isinstance(answer, Unknown) else _guarded(lambda: reader(answer))


def _same_name(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _guarded(read: Callable[[], T]) -> T | Unknown:
    """What is read, or Unknown for every shape that is not the documented one; the reader need not think of each."""
    try:
        return read()
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        return Unknown(Reason.MALFORMED, detail=f"{type(error).__name__}: {error}")
