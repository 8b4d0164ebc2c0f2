"""What the helpdesk has to say reaches the person: on the ticket's cards in the chat, and in one message for all of it.

Nobody is told of what they did themselves, nor at night; several things that wait go into one message. Teams cannot be
asked whether a message arrived, so one whose sending was cut off is not sent again: the cards have it in any case, and
the helpdesk hears that it is not known.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import ticket_cards, timing
from bot.core.texts import Speaker, zone_of
from bot.core.tickets import PERSON, Dossier, Entry, Filing, Ticket, news_of
from bot.flows import tickets
from bot.ports import (
    WORDS_MAY_PASS,
    ChannelError,
    Conversation,
    Gone,
    MessageGone,
    NotNow,
    Refused,
    Reply,
    World,
)

log = logging.getLogger(__name__)

TALKING = timedelta(minutes=30)  # since the person was here last: who is here now is awake


async def bring(world: World, dossier: Dossier, tries: int) -> datetime | None:
    """Bring the person's chat to what is true of a ticket. Returns when to go on; None when all is told."""
    ticket, filing = dossier.ticket, dossier.filing(PERSON)
    conversation = await _chat(world, ticket)
    say = await speaker(world, ticket)
    if conversation and not await _updated(world, dossier, say, conversation) and tries < len(timing.TEAMS_AGAIN):
        return world.clock.now() + timing.TEAMS_AGAIN[tries]
    news = news_of(dossier.entries, filing.told)
    cut_off = [one for one in news if one.number <= filing.telling]
    news = [] if ticket.muted else [one for one in news if one.number > filing.telling]
    if cut_off:
        await _not_told(world, cut_off, "maybe_delivered")
    if not news:
        await _all_told(world, dossier, filing)
        return None
    if conversation is None:
        await _unreachable(world, dossier, filing, news, "NoConversation")
        return None
    wait = await _sleeps_until(world, dossier)
    if wait:
        await world.store.save_filing(replace(filing, shown=ticket.version))
        return wait
    return await _send(world, dossier, filing, news, say, conversation, tries)


async def _chat(world: World, ticket: Ticket) -> Conversation | None:
    """Where the person can be reached: where they asked, or where they were last."""
    return await world.store.conversation(ticket.conversation) or await world.store.chat_of(ticket.person)


async def speaker(world: World, ticket: Ticket) -> Speaker:
    """The language that the person used last, with times in their zone."""
    case = await world.store.case_of(ticket.person)
    language = case.language if case else ticket.language
    return Speaker(language, (case.time_zone if case else "") or ticket.time_zone, world.clock.now())


async def _sleeps_until(world: World, dossier: Dossier) -> datetime | None:
    ticket, now = dossier.ticket, world.clock.now()
    heard = await world.store.heard(ticket.person)
    if heard and now - heard[-1][0] < TALKING:
        return None
    case = await world.store.case_of(ticket.person)
    zone = zone_of((case.time_zone if case else "") or ticket.time_zone)
    at = timing.awake_at(now, zone, world.waking, f"ticket-{ticket.number}")
    return at if at > now else None


async def _all_told(world: World, dossier: Dossier, filing: Filing) -> None:
    told = dossier.entries[-1].number if dossier.entries else filing.told
    await world.store.save_filing(replace(filing, told=told, telling=0, shown=dossier.ticket.version))


async def _send(
    world: World,
    dossier: Dossier,
    filing: Filing,
    news: list[Entry],
    say: Speaker,
    conversation: Conversation,
    tries: int,
) -> datetime | None:
    ticket = dossier.ticket
    card = ticket_cards.mine(say, dossier, world.clock.now(), news)
    summary = say(f"ticket-{news[-1].what}-summary", number=str(ticket.number))
    await world.store.save_filing(replace(filing, telling=news[-1].number))
    try:
        message = await _sent(
            world, conversation, Reply(card.text, card.content, summary, ticket=ticket.number, alert=True)
        )
    except NotNow as error:
        await world.store.save_filing(filing)  # certainly not said
        if tries >= len(timing.TEAMS_AGAIN):
            await _unreachable(world, dossier, filing, news, error.code)
            return None
        at = world.clock.now() + timing.TEAMS_AGAIN[tries]
        return max(at, world.clock.now() + timedelta(seconds=error.wait) * world.time_scale)
    except (Gone, Refused) as error:
        if isinstance(error, Gone):
            await world.store.forget_conversation(conversation.id)
        await _unreachable(world, dossier, filing, news, error.code)
        return None
    except ChannelError as error:
        log.error("a message may be lost", extra={"ticket": ticket.number, "code": error.code})
        await _not_told(world, news, "maybe_delivered")
        await _all_told(world, dossier, filing)
        return None
    await world.store.ticket_shown(ticket.number, conversation.id, message)
    await _all_told(world, dossier, replace(filing, trouble="", since=None))
    return None


async def _sent(world: World, conversation: Conversation, reply: Reply) -> str:
    try:
        return await world.channel.send(conversation, reply)
    except Refused as error:
        if error.status not in WORDS_MAY_PASS:
            raise
        return await world.channel.send(conversation, replace(reply, card=None))


async def _unreachable(world: World, dossier: Dossier, filing: Filing, news: list[Entry], code: str) -> None:
    """The helpdesk hears that the person did not; they are told when they are back (`welcome_back`)."""
    log.warning("a message was refused", extra={"ticket": dossier.ticket.number, "code": code})
    first = filing.since or world.clock.now()
    # What was not told stays where it is; that nothing is tried any more is what `trouble` says.
    await world.store.save_filing(replace(filing, telling=0, shown=dossier.ticket.version, trouble=code, since=first))
    await _not_told(world, news, "not_delivered")


async def _not_told(world: World, news: list[Entry], what: str) -> None:
    key = f"{what}:{news[-1].number}"
    await tickets.by_bot(world, news[-1].ticket, what, key=key, origin=PERSON)


async def _updated(world: World, dossier: Dossier, say: Speaker, conversation: Conversation) -> bool:
    """Whether the cards that are there show it now, which wakes nobody."""
    ticket = dossier.ticket
    if conversation.id != ticket.conversation:
        return True
    card = ticket_cards.mine(say, dossier, world.clock.now())
    for message in ticket.cards:
        try:
            await world.channel.update(conversation, message, Reply(card.text, card.content, ticket=ticket.number))
        except MessageGone:  # somebody deleted it
            continue
        except ChannelError as error:
            log.info("a card was not updated", extra={"ticket": ticket.number, "code": error.code})
            return not isinstance(error, NotNow)
    return True


async def welcome_back(world: World, person: str) -> None:
    """The person is here: what they could not be told is told now."""
    for ticket in await world.store.tickets_of(person):
        dossier = await world.store.dossier(ticket.number)
        filing = dossier.filing(PERSON) if dossier else None
        if filing and filing.trouble and filing.since:
            await world.store.save_filing(replace(filing, trouble="", since=None))
            await tickets.by_bot(world, ticket.number, "reachable", key=f"reachable:{filing.since.isoformat()}")
