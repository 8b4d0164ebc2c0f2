"""The helpdesk is reminded of its first reply before it is due; whoever has nobody is called out when it is."""

from __future__ import annotations

from datetime import datetime

from bot.flows import tickets
from bot.ports import World


async def watch(world: World, number: int, step: int) -> datetime | None:
    """Remind, first before it is due and then when it is. Returns when to see again; None when that is all."""
    ticket = await world.store.ticket(number)
    if ticket is None or not ticket.live or ticket.replied_at or world.reply_within is None:
        return None
    due_at = ticket.opened_at + world.reply_within
    if world.clock.now() < due_at:
        await tickets.by_bot(world, number, "due", due_at.isoformat(), f"due:{step}")
        return due_at
    await tickets.by_bot(world, number, "overdue", due_at.isoformat(), f"overdue:{due_at.isoformat()}")
    return None
