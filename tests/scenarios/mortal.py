"""The bot as an administrator runs it, which kills itself at the n-th moment of keeping a promise.

    python -m tests.scenarios.mortal N [turns]

A moment is before or after anything that a promise does outside of its own process: a statement of the database, a
request, to a helpdesk's system too, the next link of its chain. What is written in between is what a pulled plug leaves
behind. With `turns` the moments of answering count as well: somebody waits for these.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from bot import promises
from bot.cli import main
from bot.flows import conversation
from bot.helpdesk.calls import Calls
from bot.store import Database
from bot.teams.outbound import Connector
from bot.tenant.http import Caller

Call = Callable[..., Awaitable[Any]]


class Life:
    """So many moments are left."""

    def __init__(self, moments: int, turns: bool = False) -> None:
        self._left, self._turns, self._answering = moments, turns, 0

    def moment(self) -> None:
        if promises._running or (self._turns and self._answering):
            self._left -= 1
            if not self._left:
                os.kill(os.getpid(), signal.SIGKILL)

    def ending(self, call: Call) -> Call:
        """The same call, before and after which this life may end."""

        async def mortal(*arguments: Any, **named: Any) -> Any:
            self.moment()
            answer = await call(*arguments, **named)
            self.moment()
            return answer

        return mortal

    def answering(self, call: Call) -> Call:
        """The same call, which is one turn."""

        async def turn(*arguments: Any, **named: Any) -> Any:
            self._answering += 1
            try:
                return await call(*arguments, **named)
            finally:
                self._answering -= 1

        return turn


if __name__ == "__main__":
    life = Life(int(sys.argv[1]), sys.argv[2:] == ["turns"])
    calls = ((Database, "_run"), (Connector, "_try"), (Caller, "_send"), (Calls, "_send"), (promises, "_later"))
    for owner, name in calls:
        setattr(owner, name, life.ending(getattr(owner, name)))
    setattr(conversation, "answer", life.answering(conversation.answer))  # noqa: B010 as above
    sys.exit(main([]))
