"""Who belongs to the helpdesk: one suite for both rosters over the simulated tenant, and the group's own rows."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
import pytest

from bot.config import Settings
from bot.ports import Conversation, Roster, RosterUnknown
from bot.sandbox import Sandbox
from bot.teams import Connector, Patience, TeamRoster
from bot.tenant.http import Caller
from bot.tenant.roster import GroupRoster
from tests.sandbox.conftest import Asker

CONNECTOR = "https://api.botframework.com"


@dataclass
class Tenant:
    """The simulated tenant, with a roster of each kind over it."""

    sandbox: Sandbox
    caller: Caller
    connector: Connector
    channel: Conversation

    def roster(self, kind: str) -> Roster:
        if kind == "group":
            return GroupRoster(self.sandbox.addresses.graph, self.caller, self.sandbox.helpdesk_group)
        return TeamRoster(self.connector, self.bound)

    async def bound(self) -> Conversation | None:
        return self.channel

    def id(self, key: str) -> str:
        return self.sandbox.world.people[key].object_id


@pytest.fixture
async def tenant(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Tenant]:
    monkeypatch.setattr("bot.tenant.http.pauses", lambda: (0.01,))
    monkeypatch.setattr("bot.teams.outbound.READING", Patience(tries=2, first_wait=0.01))
    async with Sandbox() as sandbox:
        trust = aiohttp.TCPConnector(ssl=sandbox.tls)
        async with aiohttp.ClientSession() as plain, aiohttp.ClientSession(connector=trust) as session:
            asker = Asker(sandbox, plain)

            async def for_graph(base: str, refresh: bool) -> str:
                return await asker.token(base)

            async def for_connector(refresh: bool = False) -> str:
                return await asker.token(CONNECTOR)

            settings = Settings.from_mapping(sandbox.environment())
            at, here = sandbox.addresses.service_url, f"{sandbox.helpdesk_channel};messageid=1"
            channel = Conversation(here, "", sandbox.tenant_id, at, "", "28:bot", kind="channel")
            sandbox.connector.channel(sandbox.helpdesk_channel).installed = True
            yield Tenant(
                sandbox,
                Caller(session, for_graph, "test"),
                Connector(settings, session, for_connector, Patience(tries=1)),
                replace(channel, team=sandbox.helpdesk_team),
            )


both = pytest.mark.parametrize("kind", ["team", "group"])


@both
async def test_agents(tenant: Tenant, kind: str) -> None:
    roster, world = tenant.roster(kind), tenant.sandbox.world
    agents = await roster.agents()
    assert {agent.id for agent in agents} == {tenant.id(key) for key in world.agents}
    assert {agent.name for agent in agents} == {world.people[key].name for key in world.agents}
    expected = {tenant.sandbox.connector.mri(world.people[key]) for key in world.agents} if kind == "team" else {""}
    assert {agent.user for agent in agents} == expected


@both
async def test_who_is_taken_out_is_refused_at_the_next_press(tenant: Tenant, kind: str) -> None:
    roster, thea = tenant.roster(kind), tenant.id("thea")
    await roster.agents()
    assert await roster.is_agent(thea) and not await roster.is_agent(tenant.id("sanne"))
    tenant.sandbox.world.agents.discard("thea")
    assert not await roster.is_agent(thea)
    tenant.sandbox.world.agents.add("sanne")
    assert await roster.is_agent(tenant.id("sanne"))


@both
async def test_guests_are_no_agents(tenant: Tenant, kind: str) -> None:
    roster = tenant.roster(kind)
    tenant.sandbox.world.agents.add("pieter")
    assert not await roster.is_agent(tenant.id("pieter"))
    assert tenant.id("pieter") not in {agent.id for agent in await roster.agents()}


TROUBLE: list[dict[str, Any]] = [
    {"status": 401},
    {"status": 403},
    {"status": 404, "body": ""},
    {"status": 429, "headers": {"Retry-After": "60"}},
    {"status": 500},
    {"status": 503, "headers": {"Retry-After": "60"}},
    {"status": 200, "body": {}},
    {"status": 200, "body": []},
    {"status": 200, "body": {"value": [None], "members": [None]}},
    {"status": 200, "body": {"value": {"a": 1}, "members": {"a": 1}}},
    {"status": 200, "body": "<html></html>"},
    {"status": 302, "headers": {"Location": "https://evil.example/"}},
    {"malformed": True},
    {"drop": True},
]


@both
@pytest.mark.parametrize("trouble", TROUBLE, ids=str)
async def test_doubt_lets_nobody_in(tenant: Tenant, kind: str, trouble: dict[str, Any]) -> None:
    roster, host = tenant.roster(kind), "graph" if kind == "group" else "bot"
    tenant.sandbox.world.faults.add(host=host, path="ember|users", **trouble)
    with suppress(RosterUnknown):
        assert await roster.is_agent(tenant.id("thea")) is False
    with pytest.raises(RosterUnknown):
        await roster.agents()


@both
async def test_nobody(tenant: Tenant, kind: str) -> None:
    assert not await tenant.roster(kind).is_agent("")
    assert not tenant.sandbox.world.requests


# -- the group ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["GroupMember.Read.All", "User.Read.All"])
async def test_permissions_that_the_group_needs(tenant: Tenant, role: str) -> None:
    tenant.sandbox.world.graph_roles.discard(role)
    with pytest.raises(RosterUnknown):
        await tenant.roster("group").is_agent(tenant.id("thea"))


async def test_who_may_not_sign_in_is_no_agent(tenant: Tenant) -> None:
    tenant.sandbox.world.agents.add("koen")
    assert not tenant.sandbox.world.people["koen"].enabled
    assert not await tenant.roster("group").is_agent(tenant.id("koen"))


async def test_somebody_unknown_to_the_directory(tenant: Tenant) -> None:
    with pytest.raises(RosterUnknown):
        await tenant.roster("group").is_agent("00000000-0000-4000-8000-000000000000")


async def test_another_persons_account(tenant: Tenant) -> None:
    thea = {"id": tenant.id("thea"), "userPrincipalName": "x@y", "userType": "Member", "accountEnabled": True}
    tenant.sandbox.world.faults.add(host="graph", path=r"users/[^/]+\?", status=200, body=thea)
    value = {"value": [tenant.sandbox.helpdesk_group]}
    tenant.sandbox.world.faults.add(host="graph", path="checkMember", status=200, body=value)
    assert not await tenant.roster("group").is_agent(tenant.id("sanne"))
    assert await tenant.roster("group").is_agent(tenant.id("thea"))


@pytest.mark.parametrize("more", ["https://evil.example/v1.0/groups", "http://127.0.0.1/", "{graph}.evil/", 5, ["x"]])
async def test_next_page_that_is_elsewhere(tenant: Tenant, more: Any) -> None:
    """The token never goes where an answer says it should (S-02)."""
    more = more.format(graph=tenant.sandbox.addresses.graph) if isinstance(more, str) else more
    page = {"value": [], "@odata.nextLink": more}
    tenant.sandbox.world.faults.add(host="graph", path="transitiveMembers", status=200, body=page)
    with pytest.raises(RosterUnknown, match="elsewhere"):
        await tenant.roster("group").agents()


async def test_pages(tenant: Tenant) -> None:
    graph = tenant.sandbox.addresses.graph
    one = {"id": "1", "displayName": "One", "userPrincipalName": "x@y", "userType": None, "accountEnabled": True}
    first = {"value": [one], "@odata.nextLink": f"{graph}/v1.0/groups/x/transitiveMembers?$skiptoken=1"}
    last = {"value": [{**one, "id": "2"}, {**one, "id": "3", "userType": "Guest"}]}
    faults = tenant.sandbox.world.faults
    faults.add(host="graph", path="microsoft.graph.user", status=200, body=json.dumps(first).encode())
    faults.add(host="graph", path="skiptoken", status=200, body=json.dumps(last).encode())
    assert [agent.id for agent in await tenant.roster("group").agents()] == ["1", "2"]


async def test_pages_without_end(tenant: Tenant) -> None:
    page = {"value": [], "@odata.nextLink": f"{tenant.sandbox.addresses.graph}/v1.0/groups/x/again"}
    tenant.sandbox.world.faults.add(host="graph", path="groups", status=200, body=page)
    with pytest.raises(RosterUnknown, match="too large"):
        await tenant.roster("group").agents()


@pytest.mark.parametrize("person", ["../groups", "a/b?c=d", "..", "x' or 1 eq 1"])
async def test_people_who_are_none(tenant: Tenant, person: str) -> None:
    with pytest.raises(RosterUnknown):
        await tenant.roster("group").is_agent(person)
    paths = [request.path for request in tenant.sandbox.world.requests if request.host == "graph"]
    assert all(path.startswith(("/v1.0/users/", "/v1.0/checkMemberGroups")) for path in paths)
