"""What the helpdesk has to say reaches the person: on the ticket's cards in the chat, and in one message for all of it.

Nobody is told of what they did themselves, nor at night; several things that wait go into one message. Teams cannot be
asked whether a message arrived, so one whose sending was cut off is not sent again: the cards have it in any case, and
the helpdesk hears that it is not known.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import ticket_cards, timing
from bot.core.texts import Speaker, zone_of
from bot.core.tickets import PERSON, Dossier, Entry, Filing, Side, Ticket, first_of, news_of
from bot.flows import tickets
from bot.flows.telling import sent
from bot.ports import (
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

JUST = timedelta(seconds=30)
SHOWN_BY = timedelta(seconds=20)  # since the form was sent, and the number is on a card
TALKING = timedelta(minutes=30)  # since the person was here last: who is here now is awake


async def bring(world: World, dossier: Dossier, tries: int) -> datetime | None:
    """Bring the person's chat to what is true of a ticket. Returns when to go on; None when all is told."""
    ticket, filing = dossier.ticket, dossier.filing(PERSON)
    conversation, say = await _chat(world, ticket), await speaker(world, ticket)
    if conversation:
        seal = await _updated(world, dossier, say, conversation)
        if seal is None and tries < len(timing.TEAMS_AGAIN):
            return world.clock.now() + timing.TEAMS_AGAIN[tries]
        filing = replace(filing, seal=seal or "")
    if wait := await _unacknowledged(world, dossier, say, conversation):
        return wait
    news = news_of(dossier.entries, filing.told)
    cut_off = [one for one in news if one.number <= filing.telling]
    news = [] if ticket.muted else [one for one in news if one.number > filing.telling]
    if cut_off:
        await _not_told(world, cut_off, "maybe_delivered")
        filing = replace(filing, told=cut_off[-1].number, telling=0)
    if not news:
        await _all_told(world, dossier, filing)
        return None
    if conversation is None:
        await _unreachable(world, dossier, filing, news, "NoConversation")
        return None
    if wait := await _sleeps_until(world, dossier):
        await world.store.save_filing(replace(filing, shown=ticket.version))
        return wait
    return await _send(world, dossier, filing, news, say, conversation, tries)


async def _chat(world: World, ticket: Ticket) -> Conversation | None:
    """Where the person can be reached: where they asked, or where they were last."""
    return await world.store.conversation(ticket.conversation) or await world.store.chat_of(ticket.person)


async def speaker(world: World, ticket: Ticket) -> Speaker:
    """The language that the person used last, with times in their zone."""
    case, speech = await world.store.case_of(ticket.person), await world.store.speech_of(ticket.person)
    language = speech.spoken or (case.language if case else ticket.language)
    return Speaker(language, (case.time_zone if case else "") or ticket.time_zone, world.clock.now())


async def _unacknowledged(
    world: World, dossier: Dossier, say: Speaker, conversation: Conversation | None
) -> datetime | None:
    """Somebody who asked and was shown no number, for the process died between the two, is told it once."""
    ticket, now = dossier.ticket, world.clock.now()
    if ticket.by_itself or ticket.muted or ticket.cards or conversation is None:
        return None
    at = ticket.opened_at + SHOWN_BY * world.time_scale
    if now < at:
        return at
    if not await world.store.claim_notice(f"ticket:{ticket.number}"):
        return None
    card = ticket_cards.mine(say, dossier, now)
    try:
        summary = card.text.split("\n")[0]  # the number, and nothing of what was written (P-34)
        message = await sent(world, conversation, Reply(card.text, card.content, summary, ticket=ticket.number))
    except ChannelError as error:  # it stands among their cases
        log.warning("a number was not shown", extra={"ticket": ticket.number, "code": error.code})
        return None
    await world.store.ticket_shown(ticket.number, conversation.id, message)
    return None


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
    """In one message, or in as many as it takes."""
    while news:
        part = first_of(news)
        again = await _say(world, dossier, filing, part, say, conversation, tries)
        if not isinstance(again, Filing):
            return again
        filing, news = again, news[len(part) :]
    await _all_told(world, dossier, replace(filing, trouble="", since=None))
    after = await world.store.dossier(dossier.ticket.number)  # what was sent is the newest card now
    if after and (seal := await _updated(world, after, say, conversation, just_sent=True)):
        await world.store.save_filing(replace(after.filing(PERSON), seal=seal))
    return None


async def _say(
    world: World,
    dossier: Dossier,
    filing: Filing,
    news: list[Entry],
    say: Speaker,
    conversation: Conversation,
    tries: int,
) -> Filing | datetime | None:
    """One message. Returns how far it has come with it; or when to go on, None for not at all."""
    ticket, last = dossier.ticket, news[-1]
    card = ticket_cards.mine(say, dossier, world.clock.now(), news)
    summary = say(f"ticket-{last.what}-summary", number=str(ticket.number))
    reply = Reply(card.text, card.content, summary, ticket=ticket.number, alert=True)
    await world.store.save_filing(replace(filing, telling=last.number))
    try:
        message = await sent(world, conversation, reply)
    except NotNow as error:
        await world.store.save_filing(filing)  # certainly not said
        if tries >= len(timing.TEAMS_AGAIN):
            await _unreachable(world, dossier, filing, news, error.code)
            return None
        at = world.clock.now() + timing.TEAMS_AGAIN[tries]
        return max(at, world.clock.now() + timedelta(seconds=error.wait) * world.time_scale)
    except Gone as error:
        await world.store.forget_conversation(conversation.id)
        await _unreachable(world, dossier, filing, news, error.code)
        return None
    except Refused as error:  # a fault of ours, which does not pass when the person is back
        log.error("a message was refused", extra={"ticket": ticket.number, "code": error.code})
        await _not_told(world, news, "not_delivered")
        return replace(filing, told=last.number, telling=0)
    except ChannelError as error:
        log.error("a message may be lost", extra={"ticket": ticket.number, "code": error.code})
        await _not_told(world, news, "maybe_delivered")
        return replace(filing, told=last.number, telling=0)
    await world.store.ticket_shown(ticket.number, conversation.id, message)
    filing = replace(filing, told=last.number, telling=0)
    await world.store.save_filing(filing)
    return filing


async def _unreachable(world: World, dossier: Dossier, filing: Filing, news: list[Entry], code: str) -> None:
    """The helpdesk hears that the person did not; they are told when they are back (`welcome_back`)."""
    log.warning("a message was refused", extra={"ticket": dossier.ticket.number, "code": code})
    first = filing.since or world.clock.now()
    # What was not told stays where it is; that nothing is tried any more is what `trouble` says.
    await world.store.save_filing(replace(filing, telling=0, shown=dossier.ticket.version, trouble=code, since=first))
    await _not_told(world, news, "not_delivered", "later")


async def _not_told(world: World, news: list[Entry], what: str, text: str = "") -> None:
    await tickets.by_bot(world, news[-1].ticket, what, text, f"{what}:{news[-1].number}", PERSON)


async def _updated(
    world: World, dossier: Dossier, say: Speaker, conversation: Conversation, just_sent: bool = False
) -> str | None:
    """Bring the cards that are there to what is true, which wakes nobody; None where Teams is busy.

    The newest is there to work with, and the others say where it stands. An update takes away what the person is just
    writing into a card: there is none without a need. `just_sent` says that the newest has just been sent as it is.
    """
    ticket, now = dossier.ticket, world.clock.now()
    whole, short = ticket_cards.mine(say, dossier, now), ticket_cards.mine_in_short(say, dossier)
    if any(entry.what == "maybe_delivered" for entry in dossier.entries):  # what may be lost stands on each
        short = whole
    shown = dict.fromkeys(ticket.cards[:-1], short) | dict.fromkeys(ticket.cards[-1:], whole)
    seals = [f"{message} {json.dumps(card.content, sort_keys=True)}" for message, card in shown.items()]
    seal = hashlib.sha256("\n".join(seals).encode()).hexdigest()
    if conversation.id != ticket.conversation or seal == dossier.filing(PERSON).seal:
        return seal
    if just_sent or _just_answered(dossier, now):  # that card has it, with a word about what was done
        shown.pop(ticket.cards[-1], None)
    for message, card in shown.items():
        try:
            await world.channel.update(conversation, message, Reply(card.text, card.content, ticket=ticket.number))
        except MessageGone:  # somebody deleted it
            continue
        except ChannelError as error:
            log.info("a card was not updated", extra={"ticket": ticket.number, "code": error.code})
            return None if isinstance(error, NotNow) else seal
    return seal


def _just_answered(dossier: Dossier, now: datetime) -> bool:
    """Whether the last that happened was done by the person on the newest card, a moment ago."""
    last = dossier.entries[-1]
    own = last.side is Side.PERSON and last.what != "opened"
    return own and now - last.at < JUST and bool(dossier.ticket.cards)


async def welcome_back(world: World, person: str) -> None:
    """The person is here: what they could not be told is told now."""
    for number in await world.store.unreached(person):
        dossier = await world.store.dossier(number)
        since = dossier.filing(PERSON).since if dossier else None
        if await world.store.clear_trouble(number, PERSON) and since:
            await tickets.by_bot(world, number, "reachable", key=f"reachable:{since.isoformat()}")
