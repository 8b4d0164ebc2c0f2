"""An echo bot on `microsoft-agents-hosting-aiohttp`, its authentication off."""

from __future__ import annotations

import sys

from aiohttp import web
from microsoft_agents.hosting.aiohttp import CloudAdapter, jwt_authorization_middleware, start_agent_process
from microsoft_agents.hosting.core import AgentApplication, MemoryStorage, TurnContext, TurnState
from microsoft_agents.hosting.core.authorization import (
    AgentAuthConfiguration,
    AnonymousTokenProvider,
    ConnectionManager,
)

if __name__ == "__main__":
    nobody = AgentAuthConfiguration(anonymous_allowed=True)
    connections = ConnectionManager(lambda _: AnonymousTokenProvider(), {"SERVICE_CONNECTION": nobody})
    adapter = CloudAdapter(connection_manager=connections)
    agent = AgentApplication[TurnState](storage=MemoryStorage(), adapter=adapter, connection_manager=connections)

    @agent.activity("message")
    async def on_message(context: TurnContext, _: TurnState) -> None:
        await context.send_activity(f"You said: {context.activity.text}")

    async def messages(request: web.Request) -> web.Response:
        return await start_agent_process(request, agent, adapter) or web.Response()

    app = web.Application(middlewares=[jwt_authorization_middleware])
    app["agent_configuration"] = nobody
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
