"""Who belongs to the helpdesk's team, as Teams says it at this moment. It knows members, not what they may do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, TypeVar

from bot.core.tickets import Agent
from bot.ports import ChannelError, Conversation, RosterUnknown
from bot.teams.outbound import Connector

PATIENCE = 5.0  # seconds; whoever has pressed a button sees an error soon after (platform: 3.5)
CACHED = 60.0  # seconds that the list is good for choosing from; whether somebody belongs to it is asked each time
PAGE = "500"  # members; more are not given at once
MOST_PAGES = 20

T = TypeVar("T")

# What Teams calls people who belong to the organization; guests and passers-by are none (S-04).
_ROLES = ("user", "owner", "member")
_EXTERNAL = "#EXT#"


class TeamRoster:
    """Implements ports.Roster. `bound` gives the helpdesk's channel, None while there is none.

    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
    """

    def __init__(self, connector: Connector, bound: Callable[[], Awaitable[Conversation | None]]) -> None:
        self._connector, self._bound = connector, bound
        self._listed: tuple[float, Conversation, list[Agent]] | None = None

    async def is_agent(self, person: str) -> bool:
        """Asked anew each time: who was taken out of the team a moment ago is refused."""
        if not person:
            return False
        return await self._certainly(lambda: self._is_member(person))

    async def agents(self) -> list[Agent]:
        return list(await self._certainly(self._members))

    async def _certainly(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Nobody is taken for an agent because something went wrong, whatever it was."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await ask()
        except RosterUnknown:
            raise
        except Exception as error:
            raise RosterUnknown(f"{type(error).__name__}: {error}"[:200]) from error

    async def _is_member(self, person: str) -> bool:
        team = await self._team()
        try:
            member = await self._connector.read(team.service_url, *_of(team), "members", person)
        except ChannelError as error:
            if error.status != 404:
                raise
        else:
            return _names(member, person) and _belongs(member, team)
        # Some know people by Teams' own id of them only, and others say 404 for a team that is gone: the list tells.
        async for member in self._pages(team):
            if _names(member, person):
                return _belongs(member, team)
        return False

    async def _members(self) -> list[Agent]:
        team, now = await self._team(), asyncio.get_running_loop().time()
        if self._listed and now < self._listed[0] and self._listed[1] == team:
            return self._listed[2]
        found = [_agent(member) async for member in self._pages(team) if _belongs(member, team)]
        self._listed = now + CACHED, team, found
        return found

    async def _team(self) -> Conversation:
        team = await self._bound()
        if team is None:
            raise RosterUnknown("no channel is bound")
        return team

    async def _pages(self, team: Conversation) -> AsyncIterator[Mapping[str, Any]]:
        query = {"pageSize": PAGE}
        for _ in range(MOST_PAGES):
            page = await self._connector.read(team.service_url, *_of(team), "pagedmembers", query=query)
            for member in page["members"]:
                yield member
            if not page.get("continuationToken"):
                return
            query["continuationToken"] = str(page["continuationToken"])
        raise RosterUnknown("the team is too large")


def _of(team: Conversation) -> tuple[str, str]:
    return "conversations", team.team or team.channel


def _object_id(member: Mapping[str, Any]) -> str:
    """The documentation shows it under both names."""
    return str(member.get("aadObjectId") or member.get("objectId") or "")


def _names(member: Mapping[str, Any], person: str) -> bool:
    return _object_id(member).casefold() == person.casefold()


def _belongs(member: Mapping[str, Any], team: Conversation) -> bool:
    """A member of the organization itself, beyond doubt."""
    role, name = str(member.get("userRole") or "").casefold(), str(member.get("userPrincipalName") or "")
    home = str(member.get("tenantId") or team.tenant)
    known = role in _ROLES if role else bool(name)
    return (
        bool(_object_id(member))
        and known
        and _EXTERNAL not in name.upper()
        and home.casefold() == team.tenant.casefold()
    )


def _agent(member: Mapping[str, Any]) -> Agent:
    return Agent(_object_id(member), str(member.get("name") or ""), str(member.get("id") or ""))
