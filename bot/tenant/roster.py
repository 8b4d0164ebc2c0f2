"""Who belongs to the helpdesk's group in the directory, as Graph says it at this moment."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from bot.core.capabilities import CHECK_HELPDESK, SEE_ACCOUNT
from bot.core.facts import Unknown
from bot.core.tickets import Agent
from bot.ports import RosterUnknown
from bot.tenant.http import Answer, Caller, Request

PATIENCE = 5.0  # seconds; whoever has pressed a button sees an error soon after (platform: 3.5)
CACHED = 60.0  # seconds that the list is good for choosing from; whether somebody belongs to it is asked each time
MOST_PAGES = 10

_WHO = "id,displayName,userPrincipalName,userType,accountEnabled"


class GroupRoster:
    """Implements ports.Roster with a group of Entra ID; groups in it count."""

    def __init__(self, graph: str, caller: Caller, group: str) -> None:
        self._graph, self._caller, self._group = graph, caller, group
        self._listed: tuple[float, list[Agent]] | None = None

    async def is_agent(self, person: str) -> bool:
        """Asked anew each time: who was taken out of the group a moment ago is refused."""
        if not person:
            return False
        membership, account = await asyncio.gather(
            self._json(check(self._graph, person, self._group)), self._json(who(self._graph, person))
        )
        return self._is_in(membership) and _belongs(account, person)

    async def agents(self) -> list[Agent]:
        now = asyncio.get_running_loop().time()
        if self._listed is None or now >= self._listed[0]:
            self._listed = now + CACHED, await self._all()
        return list(self._listed[1])

    def _is_in(self, membership: Mapping[str, Any]) -> bool:
        groups = membership.get("value")
        if not isinstance(groups, list):
            raise RosterUnknown("no list of groups")
        return self._group.casefold() in (str(group).casefold() for group in groups)

    async def _all(self) -> list[Agent]:
        found: list[Agent] = []
        request = members(self._graph, self._group)
        for _ in range(MOST_PAGES):
            page = await self._json(request)
            people = page.get("value")
            if not isinstance(people, list):
                raise RosterUnknown("no list of people")
            found += [Agent(str(one["id"]), str(one.get("displayName") or "")) for one in people if _belongs(one)]
            more = page.get("@odata.nextLink")
            if not more:
                return found
            if not str(more).startswith(f"{self._graph}/"):
                raise RosterUnknown("the next page is elsewhere")
            request = members(self._graph, self._group, str(more))
        raise RosterUnknown("the group is too large")

    async def _json(self, request: Request) -> dict[str, Any]:
        """The answer, if there is one and it says yes; a person or group that Graph does not know is unclear, too."""
        answer = await self._caller.ask(request, asyncio.get_running_loop().time() + PATIENCE)
        if isinstance(answer, Unknown):
            raise RosterUnknown(f"{answer.reason} {answer.detail}"[:200])
        if answer.status != 200:
            raise RosterUnknown(f"{answer.status} {answer.error_code}"[:200])
        return _read(answer)


def check(base: str, person: str, group: str) -> Request:
    """Of these groups, those that the person is in, be it by way of others.

    https://learn.microsoft.com/graph/api/user-checkmembergroups
    """
    return Request(
        base,
        f"{base}/v1.0/users/{quote(person, safe='')}/checkMemberGroups",
        "POST",
        {"Content-Type": "application/json"},
        kind="check membership",
        needs=CHECK_HELPDESK,
        content=json.dumps({"groupIds": [group]}).encode(),
    )


def who(base: str, person: str) -> Request:
    """Whether the person is a guest, or may not sign in."""
    url = f"{base}/v1.0/users/{quote(person, safe='')}?$select={_WHO}"
    return Request(base, url, kind="member", needs=SEE_ACCOUNT)


def members(base: str, group: str, page: str = "") -> Request:
    """Everybody in the group. With a cast, Graph wants both the header and the count, and may be some minutes behind.

    https://learn.microsoft.com/graph/api/group-list-transitivemembers
    """
    query = f"$select={_WHO}&$top=999&$count=true"
    url = f"{base}/v1.0/groups/{quote(group, safe='')}/transitiveMembers/microsoft.graph.user?{query}"
    return Request(
        base,
        page or url,
        headers={"ConsistencyLevel": "eventual"},
        kind="members",
        needs=CHECK_HELPDESK,
    )


def _read(answer: Answer) -> dict[str, Any]:
    try:
        return answer.json()
    except (ValueError, RecursionError) as error:
        raise RosterUnknown("not JSON") from error


def _belongs(account: Any, person: str = "") -> bool:
    """A member of the organization itself, beyond doubt, who may sign in; `person`, if given, and no other."""
    if not isinstance(account, dict) or not isinstance(account.get("id"), str):
        raise RosterUnknown("not a person")
    if person and account["id"].casefold() != person.casefold():
        return False
    name = account.get("userPrincipalName")
    # A userType of null is that of members who were made before there was one.
    guest = account.get("userType") not in ("Member", None) or not name or "#EXT#" in str(name).upper()
    return not guest and account.get("accountEnabled") is True
