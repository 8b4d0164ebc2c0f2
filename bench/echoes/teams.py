"""An echo bot on `microsoft-teams-apps`, its authentication off."""

from __future__ import annotations

import asyncio
import logging
import sys

from microsoft_teams.api import MessageActivity
from microsoft_teams.apps import ActivityContext, App

if __name__ == "__main__":
    logging.disable(logging.WARNING)
    app = App(dangerously_allow_unauthenticated_requests=True)

    @app.on_message
    async def on_message(context: ActivityContext[MessageActivity]) -> None:
        await context.send(f"You said: {context.activity.text}")

    asyncio.run(app.start(int(sys.argv[1])))
