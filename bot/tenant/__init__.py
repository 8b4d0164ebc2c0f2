"""Door to Microsoft 365: reads everything about one person side by side, and asks SharePoint for a pull."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.config import Settings
from bot.core.facts import Absent, Account, Facts, Picture, Profile, Reason, Unknown
from bot.ports import Clock
from bot.tenant import graph, sharepoint
from bot.tenant.http import Answer, Caller, Request, unseen

T = TypeVar("T")


class Microsoft365:
    """Implements ports.Tenant with Microsoft Graph and SharePoint REST."""

    def __init__(self, settings: Settings, caller: Caller, clock: Clock) -> None:
        self.graph = settings.graph_url
        self.plans = graph.MAILBOX_PLANS | {plan.lower() for plan in settings.exchange_plans}
        self.hosts = sharepoint.Hosts(
            settings.sharepoint_url,
            settings.sharepoint_my_url,
            settings.sharepoint_admin_url,
            settings.sharepoint_geo_urls,
        )
        self.caller, self.clock, self.patience = caller, clock, settings.patience

    async def facts_of(self, person: str) -> Facts:
        """Everything there is to know, read side by side; what cannot be read in time is Unknown."""
        return await _Look(self, person, asyncio.get_running_loop().time() + self.patience).facts()

    async def ask_for_pull(self, facts: Facts) -> bool:
        """Ask for the person's large picture; True if SharePoint answered."""
        if not isinstance(facts.account, Account):
            return False
        now = self.clock.now()
        request = sharepoint.large_picture(self.hosts, facts.account.user_principal_name, int(now.timestamp()))
        answer = await self.caller.ask(request, asyncio.get_running_loop().time() + self.patience)
        # A sign-in page is an answer too, and so is a redirect to one; only a picture says that SharePoint looked.
        return isinstance(answer, Answer) and answer.status == 200 and answer.content_type.startswith("image/")


class _Look:
    """One look at one person, with one deadline for all of it."""

    def __init__(self, door: Microsoft365, person: str, until: float) -> None:
        self._door, self._person, self._until = door, person, until

    async def facts(self) -> Facts:
        base = self._door.graph
        async with asyncio.TaskGroup() as group:
            account = group.create_task(self._account())
            source = group.create_task(self._source_photo())
            policy = group.create_task(self._read(graph.policy(base), graph.read_policy))
            health = group.create_task(self._read(graph.health(base), graph.read_health))
            profile = group.create_task(self._profile(account))
            copy = group.create_task(self._copy(profile))
        return Facts(
            person=self._person,
            seen_at=self._door.clock.now(),
            account=account.result(),
            source_photo=source.result(),
            policy=policy.result(),
            profile=profile.result(),
            sharepoint_photo=copy.result(),
            incidents=health.result(),
        )

    async def _account(self) -> Account | Absent | Unknown:
        request = graph.user(self._door.graph, self._person)
        return await self._read(request, lambda answer: graph.read_user(answer, self._door.plans))

    async def _source_photo(self) -> Picture | Absent | Unknown:
        requests = (graph.photo(self._door.graph, self._person), graph.photo_content(self._door.graph, self._person))
        metadata, content = await asyncio.gather(*(self._ask(request) for request in requests))
        return self._understood(content, lambda answer: graph.read_photo(metadata, answer))

    async def _profile(self, account: asyncio.Task[Account | Absent | Unknown]) -> Profile | Absent | Unknown:
        found = await account
        if isinstance(found, Unknown):
            return Unknown(found.reason, found.retry_at, "the account could not be read")
        if isinstance(found, Absent):
            return Absent()
        answer = await self._ask(sharepoint.profile(self._door.hosts, found.user_principal_name))
        if isinstance(answer, Answer) and sharepoint.no_profile(answer):
            return Absent()
        return self._understood(answer, sharepoint.read_profile)

    async def _copy(self, profile: asyncio.Task[Profile | Absent | Unknown]) -> Picture | Absent | Unknown:
        found = await profile
        if isinstance(found, Unknown):
            return Unknown(found.reason, found.retry_at, "the profile could not be read")
        if isinstance(found, Absent) or not found.picture_url:
            return Absent()
        large, by_rest, medium = sharepoint.thumbnails(self._door.hosts, found.picture_url)
        if large is None or by_rest is None or medium is None:
            return Unknown(Reason.NOT_ASKED, detail=f"{found.picture_url} is not an address of this tenant")
        picture = await self._read(large, sharepoint.read_thumbnail)
        if isinstance(picture, Unknown) and picture.reason in (Reason.UNAUTHORIZED, Reason.FORBIDDEN):
            picture = await self._read(by_rest, sharepoint.read_thumbnail)
        return await self._read(medium, sharepoint.read_thumbnail) if isinstance(picture, Absent) else picture

    async def _ask(self, request: Request) -> Answer | Unknown:
        return await self._door.caller.ask(request, self._until)

    async def _read(self, request: Request, reader: Callable[[Answer], T]) -> T | Unknown:
        return self._understood(await self._ask(request), reader)

    def _understood(self, answer: Answer | Unknown, reader: Callable[[Answer], T]) -> T | Unknown:
        if isinstance(answer, Unknown):
            return answer
        why_not = unseen(answer, self._door.clock.now())
        if why_not:
            return why_not
        try:
            return reader(answer)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            # Every shape that is not the documented one ends here; the reader need not think of each.
            return Unknown(Reason.MALFORMED, detail=f"{type(error).__name__}: {error}")
