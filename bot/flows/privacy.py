"""What is kept about a person: shown to them, given to them as a file, and erased. Always of whoever asks (S-04)."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets

from bot.core import cards
from bot.core.privacy import OFFERED, as_file, file_name
from bot.flows import hearing, showing
from bot.flows.replies import Talk, reply
from bot.ports import ChannelError, Offer, Place, Reply

log = logging.getLogger(__name__)

EXPORT, ERASE = "export", "erase"  # what a person may be asked


async def asked(talk: Talk) -> Reply:
    """What is kept about me? Who says at once what is to be done with it is not shown the list first."""
    for what, flow in zip(hearing.DATA_COMMANDS, (export, forget), strict=True):
        if hearing.commands(talk.turn.text, what):
            return await flow(talk)
    return await overview(talk)


async def overview(talk: Talk) -> Reply:
    """What is kept about me?"""
    world = talk.world
    held = await world.store.held(talk.turn.person)
    also = tuple(
        key
        for key, kept in (("privacy-photos", world.desks and world.thumbnails), ("privacy-misses", world.keeps_misses))
        if kept
    )
    card = cards.privacy(talk.say, held, world.retention, also, world.privacy_url)
    return reply(card, about=talk.about())


# -- as a file ---------------------------------------------------------------------------------------------------------


async def export(talk: Talk) -> Reply:
    """Offer it: Teams asks the person before a file is put into their OneDrive (P-12)."""
    world, turn = talk.world, talk.turn
    if not world.sends_files:
        return _said(talk, "export-not-here")
    name, content = await _file(talk)
    key = await _asked(talk, EXPORT)
    offer = Reply(
        name, summary=talk.say("export-summary"), offer=Offer(name, talk.say("export-summary"), len(content), key)
    )
    try:
        await world.channel.send(turn.conversation, offer)
    except ChannelError as error:
        log.warning("a file was not offered", extra={"code": error.code, "status": error.status})
        return _said(talk, "export-failed", EXPORT)
    return _said(talk, "export-offered")


async def consented(talk: Talk) -> Reply | None:
    """Take it, or not. Each offer holds for a while, once, and for whom it was made."""
    turn = talk.turn
    key, place = str(turn.data.get("key", "")), turn.data.get("place")
    if not turn.person or turn.conversation.kind != "personal":
        return None
    if not await _answered(talk, EXPORT, key):
        done = _said(talk, "export-outdated", EXPORT)
    elif not turn.data.get("accepted"):
        done = _said(talk, "export-declined", EXPORT)
    else:
        done = await _put(talk, place)
    await _withdrawn(talk)
    return done


async def _put(talk: Talk, place: object) -> Reply:
    name, content = await _file(talk)
    try:
        if not isinstance(place, Place):
            raise ChannelError("NoPlace")
        await talk.world.channel.upload(place, content)
    except ChannelError as error:
        log.warning("a file was not put", extra={"code": error.code, "status": error.status})
        return _said(talk, "export-failed", EXPORT)
    log.info("a person has their data as a file", extra={"action": "exported"})
    return Reply(place.name or name, summary=talk.say("export-done-summary"), file=place, about=talk.about())


async def _withdrawn(talk: Talk) -> None:
    """The question is answered: its card goes."""
    try:
        if talk.turn.card:
            await talk.world.channel.take_back(talk.turn.conversation, talk.turn.card)
    except ChannelError as error:  # its buttons say what is true then
        log.info("an offer was not taken back", extra={"code": error.code, "status": error.status})


async def _file(talk: Talk) -> tuple[str, bytes]:
    """Made when it is wanted, and kept nowhere."""
    now, person = talk.world.clock.now(), talk.turn.person
    kept = as_file(person, now, await talk.world.store.export(person))
    text = await asyncio.to_thread(json.dumps, kept, ensure_ascii=False, indent=2)  # it may be megabytes
    return file_name(now), f"{text}\n".encode("utf-8", "replace")


def _said(talk: Talk, key: str, verb: str = "") -> Reply:
    return reply(cards.about_data(talk.say, key, verb), about=talk.about())


# -- asked once --------------------------------------------------------------------------------------------------------


async def _asked(talk: Talk, what: str) -> str:
    """Keep that the person is asked this; returns what their answer has to bring."""
    key, person = secrets.token_urlsafe(18), talk.turn.person
    await talk.world.store.keep(f"{what}: {key}", person, person, OFFERED)
    return key


async def _answered(talk: Talk, what: str, key: str) -> bool:
    """Whether this person was asked this lately, and answers for the first time."""
    return await talk.world.store.take(f"{what}: {key}", talk.turn.person)


# -- forgotten ---------------------------------------------------------------------------------------------------------


async def forget(talk: Talk, notice: str = "") -> Reply:
    """Say what goes and what stays, and ask once more."""
    store, person = talk.world.store, talk.turn.person
    held, case = await store.held(person), await store.case_of(person)
    form = await _asked(talk, ERASE)
    card = cards.forgetting(talk.say, held, case, talk.world.retention, form, notice)
    return reply(card, about=talk.about())


async def erase(talk: Talk) -> Reply:
    """Forget everything. Who presses an old card is asked anew: each question is answered once."""
    world, person = talk.world, talk.turn.person
    if not await _answered(talk, ERASE, str(talk.turn.data.get("form", ""))):
        return await forget(talk, talk.say("forget-outdated"))
    case = await world.store.case_of(person)
    if case:
        await world.promises.drop(case)
    gone = await world.store.erase(person)
    await world.tenant.sign_out(person)  # what this process has at hand
    if case:
        await showing.forgotten(world, case, talk.turn.conversation)
    log.info("a person was forgotten", extra={"action": "erased", **{f"of_{name}": n for name, n in gone.items()}})
    stays = await world.store.held(person)
    card = cards.forgotten(talk.say, "helpdesk_cases" in stays, world.retention)
    return Reply(card.text, card.content, talk.say("forgotten-title"), forgets=True, about=talk.about())
