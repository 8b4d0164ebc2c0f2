"""Answers that need no look at anybody's record: welcome, help, how it works, and what was not understood."""

from __future__ import annotations

import html
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import cache

from bot.core import cards
from bot.core.texts import LANGUAGES, Speaker, language_of
from bot.flows.replies import Talk, reply
from bot.ports import Reply, Speech

# What the bot does, in the order of the menu, and what it offers as buttons.
COMMANDS = (
    *("check", "photo_stale", "photo_change", "profile_stale", "sync_duration", "resync", "status", "helpdesk"),
    *("tickets", "language", "privacy"),
)
MENU = ("photo_stale", "photo_change", "profile_stale", "sync_duration", "helpdesk")


def said(*keys: str, then: tuple[str, ...] = ()) -> Callable[[Talk], Awaitable[Reply]]:
    """A flow that says these sentences and offers these questions."""

    async def flow(talk: Talk) -> Reply:
        return reply(_saying(talk.say.language, keys, then), about=talk.about())

    return flow


@cache
def _saying(language: str, keys: tuple[str, ...], then: tuple[str, ...]) -> cards.Card:
    """The same for everybody who speaks this language."""
    say = Speaker(language)
    return cards.answer(say, keys, cards.suggestions(say, then))


async def welcome(talk: Talk) -> Reply:
    """Said once, when the app was installed (P-05); in a team one line (P-06)."""
    if talk.turn.conversation.kind != "personal":
        return _team_welcome(talk)
    keys = ("welcome-title", "welcome-about", "welcome-try", "welcome-limits")
    card = cards.answer(talk.say, keys, cards.suggestions(talk.say, MENU), languages=talk.say.languages())
    return reply(card, summary=talk.say("welcome-summary"), about=talk.about())


def commands(files: bool) -> dict[str, str]:
    """COMMANDS where cases are filed with a helpdesk, or not; each with the key of what it is for."""
    purposes = {intent: f"menu-{intent}" for intent in COMMANDS}
    if not files:
        del purposes["tickets"]
        purposes["helpdesk"] = "menu-contact"
    return purposes


def _team_welcome(talk: Talk) -> Reply:
    user, name = talk.turn.conversation.user, talk.turn.name
    text = talk.say("team-welcome")
    if not (user and name):
        return Reply(text, about=talk.about())
    added = talk.say("team-added") + f" <at>{html.escape(name)}</at>"
    return Reply(f"{text}\n\n{added}", mentions=((user, name),), about=talk.about())


async def menu(talk: Talk) -> Reply:
    """What the bot can do."""
    return reply(_menu(talk.say.language, bool(talk.world.desks)), about=talk.about())


@cache
def _menu(language: str, files: bool) -> cards.Card:
    """The same for everybody who speaks this language."""
    return cards.menu(Speaker(language), commands(files), MENU)


async def languages(talk: Talk) -> Reply:
    """Which languages do you speak? Who asks for one has it from now on."""
    world, turn = talk.world, talk.turn
    speech = await world.store.speech_of(turn.person) if turn.person else Speech()
    otherwise = speech.chosen or language_of(turn.conversation.locale, world.language)
    return reply(cards.languages(talk.say, otherwise), about=talk.about())


async def speaking(talk: Talk) -> Talk:
    """The same in the language that was chosen on the card, from now on; anything else that is sent changes nothing."""
    chosen = talk.turn.data.get("language")
    if chosen not in LANGUAGES or not talk.turn.person:
        return talk
    await talk.world.store.speaks(talk.turn.person, chosen, chosen)
    return replace(talk, say=talk.say.in_language(chosen))


async def not_understood(talk: Talk) -> Reply:
    """A way forward: the two most likely meanings, or everything."""
    keys = ("between-title",) if talk.rivals else ("unknown-title", "unknown-how")
    first = [rival for rival in talk.rivals if rival != "thanks"][:2] if talk.rivals else MENU[:4]
    offers = dict.fromkeys((*first, "help", "helpdesk"))  # each once: a rival may be one of these
    return reply(cards.answer(talk.say, keys, cards.suggestions(talk.say, offers)), about=talk.about())


async def helpdesk(talk: Talk) -> Reply:
    """Where people help, and what to tell them."""
    case = talk.case
    card = cards.helpdesk(talk.say, case, talk.world.helpdesk_contact, _told(talk))
    return reply(card, about=talk.about())


def _told(talk: Talk) -> tuple[str, ...]:
    return talk.case.findings if talk.case else ()
