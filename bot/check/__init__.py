"""What an installation still lacks: everything that it needs is looked at, side by side."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.check import access, hosts, places
from bot.core.checks import Line

if TYPE_CHECKING:
    from bot.build import Bot


async def checked(bot: Bot) -> list[Line]:
    """One line for each thing, from the network up to the helpdesk; takes as long as the slowest."""
    parts = (hosts.reached, access.credential, access.allowed, places.own, places.helpdesk)
    found = await asyncio.gather(*(part(bot) for part in parts))
    return [line for lines in found for line in lines]
