"""What the simulated Graph shows of the helpdesk: the people of its group, and the messages in its team's channels."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.sandbox.addresses import Addresses
from bot.sandbox.chats import Chat, Message
from bot.sandbox.person import APP_ID, HELPDESK_GROUP, Person
from bot.sandbox.rim import Failure, json_body
from bot.sandbox.selection import names, selected
from bot.sandbox.users import DEFAULT, Users, stamp

if TYPE_CHECKING:
    from bot.sandbox.graph import Graph

_MOST = 50
_USERS = "transitiveMembers/microsoft.graph.user"


class Channels:
    """Answers for Graph; `chats` are those of Teams, by id."""

    def __init__(self, graph: Graph, users: Users, chats: Mapping[str, Chat], addresses: Addresses) -> None:
        self._graph, self._users, self._chats, self._addresses = graph, users, chats, addresses

    def routes(self, app: web.Application, version: str) -> None:
        app.router.add_post(f"/{version}/users/{{id}}/checkMemberGroups", self._check)
        app.router.add_get(f"/{version}/groups/{{group}}/{_USERS}", self._members)
        messages = f"/{version}/teams/{{team}}/channels/{{channel}}/messages"
        app.router.add_get(messages, self._messages)
        app.router.add_get(f"{messages}/{{message}}/replies", self._replies)

    # -- the group ---------------------------------------------------------------------------------------------------

    @property
    def _agents(self) -> list[Person]:
        return self._graph.world.helpdesk

    async def _check(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/user-checkmembergroups"""
        self._graph.need(request, "GroupMember.Read.All", "Group.Read.All", "Directory.Read.All")
        self._graph.need(request, "User.Read.All", "Directory.Read.All")
        person = self._graph.person(request)
        asked = (await json_body(request) or {}).get("groupIds")
        if not isinstance(asked, list) or not asked or len(asked) > 20:
            raise Failure(400, "Request_BadRequest", "Invalid group ids.")
        groups = [HELPDESK_GROUP] if person in self._agents and HELPDESK_GROUP in asked else []
        context = self._graph.context("Collection(Edm.String)")
        return web.json_response({"@odata.context": context, "value": groups})

    async def _members(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/group-list-transitivemembers"""
        self._graph.need(request, "GroupMember.Read.All", "Group.Read.All", "Directory.Read.All")
        found = self._graph.world.members(request.match_info["group"])
        if found is None:
            raise Failure(404, "Request_ResourceNotFound", "Resource does not exist.")
        if request.headers.get("ConsistencyLevel") != "eventual" or request.query.get("$count") != "true":
            text = "Request with only OData cast is not supported without ConsistencyLevel and $count."
            raise Failure(400, "Request_UnsupportedQuery", text)
        wanted = names(request.query.get("$select", "")) or DEFAULT
        people = [selected(self._users.fields(person), wanted) for person in found]
        page, rest = self._page(request, people, 999, self._graph.world.page)
        return web.json_response({"@odata.context": self._graph.context("users"), **rest, "value": page})

    # -- the channels ------------------------------------------------------------------------------------------------

    async def _messages(self, request: web.Request) -> web.Response:
        chat = self._chat(request)
        return self._listed(request, chat, (one for one in chat.messages.values() if not one.thread))

    async def _replies(self, request: web.Request) -> web.Response:
        chat, thread = self._chat(request), request.match_info["message"]
        if thread not in chat.messages:
            raise Failure(404, "NotFound", "Message not found.")
        return self._listed(request, chat, (one for one in chat.messages.values() if one.thread == thread))

    def _chat(self, request: web.Request) -> Chat:
        """The channel; only where the app, and with it the team's consent, is."""
        text = "Missing role permissions on the request. API requires one of 'ChannelMessage.Read.Group'."
        self._graph.need(request, "ChannelMessage.Read.Group", "ChannelMessage.Read.All", code="Forbidden", text=text)
        chat = self._chats.get(request.match_info["channel"])
        if request.match_info["team"] != HELPDESK_GROUP or chat is None or chat.kind != "channel" or chat.gone:
            raise Failure(404, "NotFound", "No team or channel found with these ids.")
        if not chat.installed:
            raise Failure(403, "Forbidden", text)
        return chat

    def _listed(self, request: web.Request, chat: Chat, messages: Iterable[Message]) -> web.Response:
        newest_first = sorted(messages, key=lambda one: (one.at, one.id), reverse=True)
        shown = [self._message(chat, one) for one in newest_first]
        page, rest = self._page(request, shown, _MOST)
        context = self._graph.context(f"teams('{HELPDESK_GROUP}')/channels('{chat.id}')/messages")
        return web.json_response({"@odata.context": context, "@odata.count": len(page), **rest, "value": page})

    def _page(
        self, request: web.Request, found: list[Any], most: int, shown: int = 999
    ) -> tuple[list[Any], dict[str, str]]:
        size, start = request.query.get("$top", "20"), request.query.get("$skiptoken", "0")
        if not size.isdigit() or not 0 < int(size) <= most or not start.isdigit():
            raise Failure(400, "BadRequest", f"The limit of '{most}' for Top query has been exceeded.")
        begin, end = int(start), int(start) + min(int(size), shown)
        if end >= len(found):
            return found[begin:end], {}
        more = request.url.relative().update_query({"$skiptoken": str(end)})
        return found[begin:end], {"@odata.nextLink": f"{self._addresses.graph}{more}"}

    def _message(self, chat: Chat, message: Message) -> dict[str, Any]:
        """https://learn.microsoft.com/graph/api/resources/chatmessage: a card is a text that holds JSON."""
        activity = {} if message.deleted else message.activity
        cards = [_attachment(one) for one in activity.get("attachments") or () if "card" in one.get("contentType", "")]
        marks = "".join(f'<attachment id="{one["id"]}"></attachment>' for one in cards)
        return {
            "id": message.id,
            "replyToId": message.thread or None,
            "etag": message.id,
            "messageType": "message",
            "createdDateTime": stamp(message.at),
            "lastModifiedDateTime": stamp(message.at),
            "lastEditedDateTime": None,
            "deletedDateTime": stamp(message.at) if message.deleted else None,
            "subject": None,
            "summary": activity.get("summary"),
            "chatId": None,
            "importance": "normal",
            "locale": "en-us",
            "policyViolation": None,
            "eventDetail": None,
            "from": _sender(message),
            "body": {"contentType": "html", "content": f"{_escaped(str(activity.get('text') or ''))}{marks}"},
            "channelIdentity": {"teamId": HELPDESK_GROUP, "channelId": chat.id},
            "attachments": cards,
            "mentions": [],
            "reactions": [],
        }


def _sender(message: Message) -> dict[str, Any]:
    sender = message.activity.get("from") or {}
    if message.from_bot:
        app = {"id": APP_ID, "displayName": sender.get("name"), "applicationIdentityType": "bot"}
        return {"device": None, "user": None, "application": app}
    user = {"id": sender.get("aadObjectId"), "displayName": sender.get("name"), "userIdentityType": "aadUser"}
    return {"device": None, "application": None, "user": user}


def _attachment(attachment: dict[str, Any]) -> dict[str, Any]:
    content = json.dumps(attachment.get("content"), indent=2)
    return {
        "id": hashlib.md5(content.encode(), usedforsecurity=False).hexdigest(),
        "contentType": attachment["contentType"],
        "contentUrl": None,
        "content": content,
        "name": None,
        "thumbnailUrl": None,
        "teamsAppId": None,
    }


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
