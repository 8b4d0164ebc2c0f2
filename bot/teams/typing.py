"""The typing sign, for whoever would wonder otherwise. It knows when, not what is being written."""

from __future__ import annotations

import asyncio
import logging

from bot.ports import Channel, Conversation

log = logging.getLogger(__name__)

AFTER = 0.4  # seconds; before that nobody wonders, and a sign would cost as much as the answer itself
EVERY = 5.0  # seconds; Teams takes it away by itself after a while
PATIENCE = 2.0  # seconds that an answer waits for a sign that is under way: one that comes after it stays (P-08)


class Typing:
    """Begins by itself some time after it was made, and goes on until its `end`."""

    def __init__(self, channel: Channel, conversation: Conversation) -> None:
        self._channel, self._conversation = channel, conversation
        self._over = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(AFTER, self._begin)

    async def end(self) -> None:
        """No sign leaves after this."""
        self._timer.cancel()
        self._over.set()
        if self._task:
            _, hanging = await asyncio.wait({self._task}, timeout=PATIENCE)
            for task in hanging:
                task.cancel()

    def _begin(self) -> None:
        self._task = asyncio.create_task(self._show())

    async def _show(self) -> None:
        while not self._over.is_set():
            try:
                await self._channel.typing(self._conversation)
            except Exception as error:  # the answer is not worth less without it
                log.info("no typing sign: %s", error, extra={"action": "typing_failed"})
                return
            try:
                async with asyncio.timeout(EVERY):
                    await self._over.wait()
            except TimeoutError:
                continue
