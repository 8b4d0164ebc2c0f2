"""What people do at a desk comes back: each thing once, whether the desk brings it or is asked for it."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

from bot.core.tickets import Entry, NotPossible, Side, Ticket, written
from bot.flows import tickets
from bot.ports import DeskError, HelpDesk, News, World

log = logging.getLogger(__name__)

OVERLAP = timedelta(minutes=2)  # of two questions: clocks differ, and what comes twice does no harm


async def hear(world: World) -> None:
    """Ask all desks what people did there since they were asked last; one that fails holds up no other."""
    for desk in world.desks.values():
        try:
            await _heard(world, desk)
        except DeskError as error:
            log.warning("a desk did not say what is new", extra={"desk": desk.name, "code": error.code})
        except Exception:  # whatever a desk makes of its answer
            log.exception("what is new at a desk was not taken", extra={"desk": desk.name})


async def _heard(world: World, desk: HelpDesk) -> None:
    begun = world.clock.now()
    since = await world.store.asked_desk(desk.name) or begun
    for news in await desk.news(since - OVERLAP):
        await took(world, news)
    await world.store.note_asked(desk.name, begun)


async def took(world: World, news: News) -> bool:
    """Add it to its ticket; False where there is no such ticket."""
    ticket = await _ticket(world, news)
    if ticket is None:
        return False
    text, key = written(news.text), f"{news.desk}:{news.key}"
    entry = Entry(
        *(ticket.number, 0, news.at, Side.HELPDESK, news.what),
        name=written(news.name),
        text=f"\n{text}" if news.what == "resolved" else text,
        origin=news.desk,
        key=key,
    )
    try:
        await tickets.act(world, ticket.number, entry)
    except NotPossible:
        if text:  # the ticket has moved on: what was written is kept all the same
            await tickets.act(world, ticket.number, replace(entry, what="note", text=text))
    return True


async def _ticket(world: World, news: News) -> Ticket | None:
    """By our own number of it ("#17"), by our reference, or by the desk's id of it."""
    if news.filed.startswith("#"):
        return await world.store.ticket(int(news.filed[1:])) if _is_number(news.filed[1:]) else None
    prefix, _, rest = news.filed.partition("-")
    number = rest.partition("-")[0]
    if prefix == "resync" and _is_number(number):
        ticket = await world.store.ticket(int(number))
        return ticket if ticket and ticket.reference == news.filed else None
    known = await world.store.filed_as(news.desk, news.filed)
    return await world.store.ticket(known) if known else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10
