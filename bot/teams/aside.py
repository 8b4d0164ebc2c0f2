"""What goes on beside a turn and must not spoil it: held until it ends; a failure is logged. It knows nothing else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any

log = logging.getLogger(__name__)


class Aside:
    """`go` takes what nobody waits for; `close` waits for all of it."""

    def __init__(self) -> None:
        self._going: set[asyncio.Future[Any]] = set()

    def go(self, call: Awaitable[Any]) -> None:
        future = asyncio.ensure_future(call)
        self._going.add(future)
        future.add_done_callback(self._gone)

    async def close(self, patience: float) -> None:
        """Let it end, for so many seconds."""
        if self._going:
            await asyncio.wait(self._going, timeout=patience)

    def _gone(self, future: asyncio.Future[Any]) -> None:
        self._going.discard(future)
        if not future.cancelled() and (error := future.exception()):
            log.error("failed beside a turn: %r", error, exc_info=error, extra={"action": "store_failed"})
