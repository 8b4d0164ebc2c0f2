"""What is too old is removed, a day's share at a time, and whoever removed the app long ago is forgotten."""

from __future__ import annotations

import logging
from datetime import datetime

from bot.ports import World

log = logging.getLogger(__name__)


async def tidy(world: World) -> datetime | None:
    """Remove some. Returns when to go on; None when nothing is left that is too old."""
    now = world.clock.now()
    gone = await world.store.tidy(now, world.retention)
    if not gone:
        return None
    log.info("what was too old was removed", extra={"action": "tidy", **{f"of_{name}": n for name, n in gone.items()}})
    return now
