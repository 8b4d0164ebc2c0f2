"""The door to Teams, and the only place that knows the Bot Framework SDK. It knows no flow, no text, no database."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from aiohttp import web

from bot.config import Settings
from bot.ports import Channel, Conversation, Roster, Store
from bot.teams.adapter import Adapter
from bot.teams.edge import Edge
from bot.teams.exchange import Handlers
from bot.teams.keys import Keys
from bot.teams.outbound import Connector, Patience, Token
from bot.teams.roster import TeamRoster
from bot.teams.turns import Turns

__all__ = ["Connector", "Handlers", "Patience", "TeamRoster", "Teams", "Token"]


class Teams:
    """Teams, both ways: `routes()` takes what people do, `channel` sends.

    `token` gives the Bot Connector's bearer token; it is not called in the demo. The session is the caller's to close,
    after `close()`.
    """

    def __init__(
        self,
        settings: Settings,
        session: aiohttp.ClientSession,
        store: Store,
        token: Token,
        handlers: Handlers,
        patience: Patience | None = None,
    ) -> None:
        self._settings = settings
        self._keys = Keys(session, settings.bot_openid_url)
        self._connector = Connector(settings, session, token, patience)
        self._adapter = Adapter(self._connector)
        self._turns = Turns(self._adapter, self._connector, store, handlers)
        self._edge = Edge(settings, self._keys, self._turns)

    @property
    def channel(self) -> Channel:
        """For what the bot says by itself."""
        return self._connector

    def roster(self, bound: Callable[[], Awaitable[Conversation | None]]) -> Roster:
        """Whoever belongs to the team of the channel that `bound` names."""
        return TeamRoster(self._connector, bound)

    async def team_group(self, conversation: Conversation) -> str:
        """The Entra group of a channel's team; "" where Teams names none. Raises ChannelError."""
        return await self._connector.team_group(conversation)

    def routes(self) -> list[web.RouteDef]:
        """POST /api/messages."""
        return self._edge.routes()

    def use(self, middleware: Any) -> None:
        """Attach a middleware of the SDK; every turn passes through it."""
        self._adapter.use(middleware)

    async def ready(self) -> bool:
        """Could a message be let in now? Not before the keys that Teams signs with are known."""
        return self._settings.demo or await self._keys.ready()

    async def close(self) -> None:
        """Let turns under way end, some seconds at most."""
        await self._turns.close()
        await self._keys.close()
