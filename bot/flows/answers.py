"""Answers that need no look at anybody's record: welcome, help, how it works, and what was not understood."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.core import cards
from bot.flows.replies import Talk, reply
from bot.ports import Reply

MENU = ("photo_stale", "photo_change", "profile_stale", "sync_duration", "helpdesk")


def said(*keys: str, then: tuple[str, ...] = ()) -> Callable[[Talk], Awaitable[Reply]]:
    """A flow that says these sentences and offers these questions."""

    async def flow(talk: Talk) -> Reply:
        return reply(cards.answer(talk.say, keys, cards.suggestions(talk.say, then)), about=talk.about())

    return flow


async def welcome(talk: Talk) -> Reply:
    """Said once, when the app was installed (P-05); in a team one line (P-06)."""
    if talk.turn.conversation.kind != "personal":
        return Reply(talk.say("team-welcome"), about=talk.about())
    keys = ("welcome-title", "welcome-about", "welcome-try", "welcome-limits")
    card = cards.answer(talk.say, keys, cards.suggestions(talk.say, MENU))
    return reply(card, summary=talk.say("welcome-summary"), about=talk.about())


async def menu(talk: Talk) -> Reply:
    """What the bot can do."""
    keys = ("help-title", "welcome-about", "welcome-try")
    return reply(cards.answer(talk.say, keys, cards.suggestions(talk.say, MENU)), about=talk.about())


async def privacy(talk: Talk) -> Reply:
    """What is kept about a person, as this installation is set up."""
    world = talk.world
    also = [("privacy-helpdesk", world.desks), ("privacy-photos", world.desks and world.thumbnails)]
    keys = ("privacy-title", "privacy-what", *(key for key, kept in also if kept), "privacy-where")
    return reply(cards.answer(talk.say, keys, cards.suggestions(talk.say, ("helpdesk",))), about=talk.about())


async def not_understood(talk: Talk) -> Reply:
    """A way forward: the two most likely meanings, or everything."""
    keys = ("between-title",) if talk.rivals else ("unknown-title", "unknown-how")
    offers = (*talk.rivals[:2], "help", "helpdesk") if talk.rivals else (*MENU[:4], "help", "helpdesk")
    return reply(cards.answer(talk.say, keys, cards.suggestions(talk.say, offers)), about=talk.about())


async def helpdesk(talk: Talk) -> Reply:
    """Where people help, and what to tell them."""
    case = talk.case
    card = cards.helpdesk(talk.say, case, talk.world.helpdesk_contact, _told(talk))
    return reply(card, about=talk.about())


def _told(talk: Talk) -> tuple[str, ...]:
    return talk.case.findings if talk.case else ()
