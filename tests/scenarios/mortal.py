"""The bot as an administrator runs it, which kills itself at the n-th moment of keeping a promise.

    python -m tests.scenarios.mortal N

A moment is before or after anything that a promise does outside of its own process: a statement of the database, a
request, the next link of its chain. What is written in between is what a pulled plug leaves behind.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from bot import promises
from bot.cli import main
from bot.store import Database
from bot.teams.outbound import Connector
from bot.tenant.http import Caller

Call = Callable[..., Awaitable[Any]]


class Life:
    """So many moments are left."""

    def __init__(self, moments: int) -> None:
        self._left = moments

    def moment(self) -> None:
        if promises._running:
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


if __name__ == "__main__":
    life = Life(int(sys.argv[1]))
    for owner, name in ((Database, "_run"), (Connector, "_try"), (Caller, "_send"), (promises, "_later")):
        setattr(owner, name, life.ending(getattr(owner, name)))
    sys.exit(main([]))
