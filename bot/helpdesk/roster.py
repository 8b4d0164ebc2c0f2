"""A group of the directory says who belongs to the helpdesk; the channel's team says what Teams calls them."""

from __future__ import annotations

from dataclasses import replace

from bot.core.tickets import Agent
from bot.ports import Roster, RosterUnknown


class GroupInTeam:
    """Implements ports.Roster: the group decides, and the team only adds `Agent.user`, where it can be seen."""

    def __init__(self, group: Roster, team: Roster) -> None:
        self._group, self._team = group, team

    async def is_agent(self, person: str) -> bool:
        return await self._group.is_agent(person)

    async def strangers(self) -> list[str]:
        """Who reads along in the channel and does not belong to the group, by name; raises RosterUnknown."""
        known = {one.id.casefold() for one in await self._group.agents()}
        return [one.name for one in await self._team.agents() if one.id.casefold() not in known]

    async def agents(self) -> list[Agent]:
        found = await self._group.agents()
        try:
            users = {one.id: one.user for one in await self._team.agents()}
        except RosterUnknown:
            return found
        return [replace(one, user=users.get(one.id, "")) for one in found]
