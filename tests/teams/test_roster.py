"""Who belongs to the helpdesk's team, as Teams says it: answers good and bad, and that doubt lets nobody in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.config import Settings
from bot.core.tickets import Agent
from bot.ports import ChannelError, Conversation, Refused, RosterUnknown
from bot.teams import Connector, TeamRoster
from tests.teams.conftest import BOT, PERSON, QUICK, TENANT, Microsoft, Responder, answers, says

TEAM, CHANNEL = "19:team@thread.tacv2", "19:channel@thread.tacv2"
ADA: dict[str, Any] = {
    "id": "29:ada",
    "aadObjectId": PERSON,
    "name": "Ada Lovelace",
    "userPrincipalName": "ada@contoso.com",
    "tenantId": TENANT,
    "userRole": "user",
}
ABSENT = answers(404, "MemberNotFoundInConversation")


async def _token(refresh: bool = False) -> str:
    return "secret"


@pytest.fixture
def channel(microsoft: Microsoft) -> Conversation:
    place = Conversation(f"{CHANNEL};messageid=1", "", TENANT, microsoft.service_url, "", BOT, kind="channel")
    return replace(place, team=TEAM)


@pytest.fixture
def connector(settings: Settings, session: aiohttp.ClientSession) -> Connector:
    return Connector(settings, session, _token, QUICK)


@pytest.fixture
def roster(connector: Connector, channel: Conversation) -> TeamRoster:
    return TeamRoster(connector, _bound(channel))


def _bound(channel: Conversation | None) -> Callable[[], Awaitable[Conversation | None]]:
    async def bound() -> Conversation | None:
        return channel

    return bound


def page(*members: dict[str, Any], more: str = "") -> Responder:
    return says({"members": list(members)} | ({"continuationToken": more} if more else {}))


async def test_member(roster: TeamRoster, microsoft: Microsoft) -> None:
    microsoft.script.append(says(ADA))
    assert await roster.is_agent(PERSON)
    (call,) = microsoft.calls
    assert (call.method, call.path) == ("GET", f"/emea/v3/conversations/19%3Ateam%40thread.tacv2/members/{PERSON}")
    assert call.headers["Authorization"] == "Bearer secret"


async def test_a_channel_whose_team_was_not_told(
    connector: Connector, channel: Conversation, microsoft: Microsoft
) -> None:
    microsoft.script.append(says(ADA))
    assert await TeamRoster(connector, _bound(replace(channel, team=""))).is_agent(PERSON)
    assert "/19%3Achannel%40thread.tacv2/" in microsoft.calls[0].path


async def test_asked_at_each_press(roster: TeamRoster, microsoft: Microsoft) -> None:
    microsoft.script += [says(ADA), ABSENT, page()]
    assert [await roster.is_agent(PERSON), await roster.is_agent(PERSON)] == [True, False]


async def test_known_by_the_list_only(roster: TeamRoster, microsoft: Microsoft) -> None:
    """The Playground knows people by Teams' id of them alone."""
    microsoft.script += [ABSENT, page({**ADA, "aadObjectId": "somebody"}, more="2"), page(ADA)]
    assert await roster.is_agent(PERSON.upper())
    assert [call.path.partition("?")[2] for call in microsoft.calls[1:]] == [
        "pageSize=500",
        "pageSize=500&continuationToken=2",
    ]


NO_AGENTS = [
    {**ADA, "userRole": "guest"},
    {**ADA, "userRole": "anonymous"},
    {**ADA, "userRole": "of a kind that is yet to come"},
    {**ADA, "userPrincipalName": "ada_other.com#EXT#@contoso.com"},
    {**ADA, "userPrincipalName": "ada_other.com#ext#@contoso.com", "userRole": ""},
    {**ADA, "userPrincipalName": "", "userRole": ""},
    {**ADA, "tenantId": "another"},
    {**ADA, "aadObjectId": "somebody else"},
    {**ADA, "aadObjectId": None},
]


@pytest.mark.parametrize("member", NO_AGENTS, ids=str)
async def test_no_agent(roster: TeamRoster, microsoft: Microsoft, member: dict[str, Any]) -> None:
    microsoft.script.append(says(member))
    assert not await roster.is_agent(PERSON)
    microsoft.script += [ABSENT, page(member), page(member)]
    assert not await roster.is_agent(PERSON)
    if member["aadObjectId"] != "somebody else":
        assert await roster.agents() == []


async def test_the_older_shape(roster: TeamRoster, microsoft: Microsoft) -> None:
    """As the documentation shows it: another name for the object id, and no role."""
    microsoft.script.append(says({"id": "29:ada", "objectId": PERSON, "userPrincipalName": "ada@contoso.com"}))
    assert await roster.is_agent(PERSON)


async def slow(_: web.Request) -> web.Response:
    await asyncio.sleep(1)
    return web.json_response(ADA)


UNCLEAR: list[tuple[str, list[Responder]]] = [
    ("forbidden", [answers(403, "BotNotInConversationRoster")]),
    ("bad request", [answers(400, "BadSyntax")]),
    ("gone", [answers(404, "ConversationNotFound"), answers(404, "ConversationNotFound")]),
    ("broken", [answers(500)]),
    ("busy", [answers(429, "TooManyRequests", Retry_After="60")]),
    ("down", [answers(503), answers(503)]),
    ("switched off", [answers(403, "BotDisabledByAdmin")]),
    ("not JSON", [says(b"<html>")]),
    ("a list", [says([ADA])]),
    ("a list that is none", [ABSENT, says({"members": 5})]),
    ("no list", [ABSENT, says({})]),
    ("a list of nothing", [ABSENT, says({"members": [None]})]),
    ("slow", [slow]),
]


@pytest.mark.parametrize("script", [row[1] for row in UNCLEAR], ids=[row[0] for row in UNCLEAR])
async def test_unclear(
    roster: TeamRoster, microsoft: Microsoft, script: list[Responder], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.roster.PATIENCE", 0.25)
    microsoft.script += script
    with pytest.raises(RosterUnknown):
        await roster.is_agent(PERSON)


@pytest.mark.parametrize("person", ["..", ".", "../members", "a/b?c", "x" * 5000])
async def test_people_who_are_none(roster: TeamRoster, microsoft: Microsoft, person: str) -> None:
    """Such an id cannot come from Teams; if it did, it would not climb."""
    microsoft.script += [ABSENT, page(ADA)]
    try:
        assert not await roster.is_agent(person)
    except RosterUnknown:
        assert not microsoft.calls
    assert all(call.path.startswith("/emea/v3/conversations/19%3Ateam") for call in microsoft.calls)


async def test_nobody_is_no_agent_unasked(roster: TeamRoster, microsoft: Microsoft) -> None:
    assert not await roster.is_agent("") and not microsoft.calls


async def test_unclear_where_nothing_is_bound(connector: Connector, channel: Conversation) -> None:
    async def broken() -> Conversation | None:
        raise OSError("the disk is full")

    evil = replace(channel, service_url="https://evil.example/")
    for bound in (_bound(None), broken, _bound(evil)):
        roster = TeamRoster(connector, bound)
        for call in (roster.is_agent(PERSON), roster.agents()):
            with pytest.raises(RosterUnknown):
                await call


async def test_list_that_never_ends(roster: TeamRoster, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.teams.roster.MOST_PAGES", 3)
    microsoft.script += [ABSENT, *[page(more="again") for _ in range(5)]]
    with pytest.raises(RosterUnknown, match="too large"):
        await roster.is_agent(PERSON)
    assert len(microsoft.calls) == 4


@pytest.mark.parametrize(("seconds", "calls"), [(60.0, 1), (0.0, 2)])
async def test_agents_are_remembered_for_a_while(
    roster: TeamRoster, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch, seconds: float, calls: int
) -> None:
    monkeypatch.setattr("bot.teams.roster.CACHED", seconds)
    microsoft.script += [page(ADA, {**ADA, "userRole": "guest"})] * 2
    assert await roster.agents() == [Agent(PERSON, "Ada Lovelace", "29:ada")] == await roster.agents()
    assert len(microsoft.calls) == calls


async def test_who_asks_for_the_agents_cannot_change_them(roster: TeamRoster, microsoft: Microsoft) -> None:
    microsoft.script.append(page(ADA))
    (await roster.agents()).clear()
    assert len(await roster.agents()) == 1


async def test_agents_of_another_team_are_not_those(
    connector: Connector, channel: Conversation, microsoft: Microsoft
) -> None:
    now = [channel]

    async def bound() -> Conversation | None:
        return now[0]

    roster = TeamRoster(connector, bound)
    microsoft.script += [page(ADA), page()]
    assert len(await roster.agents()) == 1
    now[0] = replace(channel, team="19:other@thread.tacv2")
    assert await roster.agents() == []


async def test_group_of_the_team(connector: Connector, channel: Conversation, microsoft: Microsoft) -> None:
    microsoft.script += [says({"id": TEAM, "aadGroupId": "group-1"}), says({}), says([]), answers(404, "BadArgument")]
    microsoft.script.append(answers(403, "BotNotInConversationRoster"))
    assert [await connector.team_group(channel) for _ in range(4)] == ["group-1", "", "", ""]
    assert microsoft.calls[0].path == "/emea/v3/teams/19%3Ateam%40thread.tacv2"
    with pytest.raises(ChannelError):
        await connector.team_group(channel)
    with pytest.raises(Refused, match="ServiceUrlNotAllowed"):
        await connector.team_group(replace(channel, service_url="https://evil.example/"))
