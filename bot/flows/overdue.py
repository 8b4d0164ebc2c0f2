"""The helpdesk is reminded of its first reply before it is due; whoever has nobody is called out when it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.tickets import Ticket
from bot.flows import tickets
from bot.ports import World

LOOKED_BACK = timedelta(days=1)


async def unwatched(world: World) -> list[Ticket]:
    """Tickets whose first reply is due, or was a while ago, and of which the helpdesk has not been told so."""
    if world.reply_within is None:
        return []
    found = await world.store.unanswered(world.clock.now() - world.reply_within - LOOKED_BACK)
    return [one for one in found if not await world.store.has_key(one.number, _overdue(one, world.reply_within))]


def begins_at(world: World, ticket: Ticket) -> datetime:
    """When the helpdesk is reminded first."""
    return ticket.opened_at + (world.reply_within or timedelta()) * tickets.REMINDED


def _overdue(ticket: Ticket, within: timedelta) -> str:
    return f"overdue:{(ticket.opened_at + within).isoformat()}"


async def watch(world: World, number: int) -> datetime | None:
    """Remind, first before it is due and then when it is. Returns when to see again; None when that is all."""
    ticket = await world.store.ticket(number)
    if ticket is None or not ticket.live or ticket.replied_at or world.reply_within is None:
        return None
    due_at = ticket.opened_at + world.reply_within
    if world.clock.now() < due_at:
        await tickets.by_bot(world, number, "due", due_at.isoformat(), f"due:{due_at.isoformat()}")
        return due_at
    await tickets.by_bot(world, number, "overdue", due_at.isoformat(), _overdue(ticket, world.reply_within))
    return None
