"""A ticket in the store: opened once, changed by several at once, and sent to its places after each change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.tickets import PERSON, Entry, NotPossible, Side, Ticket, done
from bot.ports import Conflict, World

REMINDED = 0.75  # of the time for a first reply, after which the helpdesk is reminded
TRIES = 50  # of a change, where others change the ticket at the same moment


def places(world: World) -> tuple[str, ...]:
    """All places that tickets come to."""
    return (PERSON, *world.desks)


async def opened(world: World, ticket: Ticket, side: Side) -> tuple[Ticket, bool]:
    """The ticket in the store, and whether it is new; it has its number whatever else is down."""
    first = Entry(0, 1, ticket.opened_at, side, "opened", ticket.person if side is Side.PERSON else "", ticket.name)
    kept, new = await world.store.open_ticket(replace(ticket, entries=1, changed_at=ticket.opened_at), first)
    if kept.entries == 1:  # also where a process died between the two
        await deliver(world, kept)
        if world.reply_within and world.desks:
            await world.promises.watch_over(kept, kept.opened_at + world.reply_within * REMINDED)
    return kept, new


async def act(
    world: World, number: int, entry: Entry, also: Callable[[Ticket], Ticket] = lambda ticket: ticket
) -> Ticket | None:
    """The ticket after this entry; as it is where one of this key is there already. None where there is no such ticket.

    Raises NotPossible where the ticket, as it stands now, does not allow it: somebody else may have been first.
    """
    for _ in range(TRIES):
        ticket = await world.store.ticket(number)
        if ticket is None or (entry.key and await world.store.has_key(number, entry.key)):
            return ticket
        if entry.what == "reopened" and await in_the_way(world, ticket):
            raise NotPossible(str(ticket.status))
        after = also(done(ticket, entry))
        try:
            saved = await world.store.save_ticket(after, replace(entry, ticket=number, number=after.entries))
        except Conflict:
            continue
        await deliver(world, saved)
        return saved
    raise Conflict(str(number))


async def in_the_way(world: World, ticket: Ticket) -> Ticket | None:
    """Another one that is open about the same: a person has one of each."""
    other = shown(await world.store.tickets_of(ticket.person), ticket.subject)
    return other if other and other.number != ticket.number else None


async def change(world: World, number: int, how: Callable[[Ticket], Ticket]) -> Ticket | None:
    """Change what needs no entry; as `act`."""
    for _ in range(TRIES):
        ticket = await world.store.ticket(number)
        if ticket is None or (changed := how(ticket)) == ticket:
            return ticket
        try:
            saved = await world.store.save_ticket(changed)
        except Conflict:
            continue
        await deliver(world, saved)
        return saved
    raise Conflict(str(number))


async def deliver(world: World, ticket: Ticket) -> None:
    """Bring all places to what is true of a ticket."""
    await world.promises.deliver(ticket, places(world))


async def by_bot(
    world: World, number: int, what: str, text: str = "", key: str = "", origin: str = ""
) -> Ticket | None:
    """What the bot has to add."""
    entry = Entry(number, 0, world.clock.now(), Side.BOT, what, text=text, key=key, origin=origin)
    return await act(world, number, entry)


def shown(tickets: Sequence[Ticket], subject: str) -> Ticket | None:
    """The one of these that is under way about this."""
    return next((one for one in tickets if one.live and one.subject == subject), None)
