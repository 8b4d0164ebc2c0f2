"""The lines of the audit: what flows write into it, and how a person reads those of their own case (S-13)."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from bot.core import cards
from bot.core.audit import Deed, Who
from bot.core.cases import Case
from bot.flows.replies import Talk, reply
from bot.ports import Reply, World

log = logging.getLogger(__name__)


async def by_bot(world: World, case: Case, what: str, number: object = "", **more: Any) -> None:
    """Note what the bot did in this attempt; `number` tells those apart that happen more than once."""
    await _note(world, case, Who.BOT, what, f"{case.attempt}:{number}", **more)


async def by_person(talk: Talk, case: Case, what: str, number: object = "") -> None:
    """Note what the person pressed or said."""
    await talk.world.store.note(_by_person(talk, case, what, number))


async def by_person_within(talk: Talk, case: Case, what: str, most: int, during: timedelta) -> bool:
    """The same, unless `most` people have done so `during` this last time; whether it is noted. 0 is any number."""
    deed = _by_person(talk, case, what)
    return await talk.world.store.note_within(deed, deed.at - during, most)


def _by_person(talk: Talk, case: Case, what: str, number: object = "") -> Deed:
    return _deed(talk.world, case, Who.PERSON, what, f"{case.attempt}:{number}", card=talk.turn.card)


async def asked(talk: Talk, verdict: str) -> None:
    """Note that somebody asked and was told this, once a day: it is counted, see `numbers`."""
    at, person = talk.world.clock.now(), talk.turn.person
    about = talk.case.id if talk.case else ""
    id = f"asked:{person}:{at:%Y-%m-%d}:{verdict}"
    await talk.world.store.note(Deed(id, at, person, about, Who.PERSON, "asked", outcome=verdict))


async def by_agent(talk: Talk, case: Case, what: str, number: object, **more: Any) -> None:
    """Note what somebody of the helpdesk did to a person's record; `record` says who, where nothing else does."""
    who = {"record": talk.turn.person} | more
    await talk.world.store.note(_deed(talk.world, case, Who.HELPDESK, what, f"{number}", card=talk.turn.card, **who))


async def refused(talk: Talk, about: str, why: str) -> None:
    """Note that somebody pressed, or wrote, what is not theirs: in the audit of that person."""
    turn = talk.turn
    id = f"refused:{about}:{turn.conversation.id}:{turn.activity}"
    at = talk.world.clock.now()
    log.warning("a press was refused", extra={"action": "refused", "about": about, "why": why})
    await talk.world.store.note(
        Deed(id, at, turn.person, "", Who.PERSON, "refused", card=turn.card, record=about, outcome=why)
    )


async def by_administrator(world: World, case: Case, what: str, number: object, **more: Any) -> None:
    """Note what was done at the command line."""
    await _note(world, case, Who.ADMINISTRATOR, what, f"{number}", **more)


async def _note(world: World, case: Case, who: Who, what: str, number: str, **more: Any) -> None:
    await world.store.note(_deed(world, case, who, what, number, **more))


def _deed(world: World, case: Case, who: Who, what: str, number: str, at: datetime | None = None, **more: Any) -> Deed:
    id = f"{case.id}:{who}:{what}:{number}"
    return Deed(id, at or world.clock.now(), case.person, case.id, who, what, **more)


async def history(talk: Talk) -> Reply:
    """What was done about me, and by whom?"""
    found = await talk.world.store.deeds_of(talk.turn.person)
    return reply(cards.history(talk.say, found, talk.case), about=talk.about())
