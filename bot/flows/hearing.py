"""What a person said, in which language, and what of it is kept so that the bot can be taught."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot import language
from bot.core import redact, texts
from bot.core.cases import Case
from bot.core.facts import Complaint
from bot.core.view import PROFILE_INTENTS
from bot.language.entities import WEEKDAYS
from bot.ports import Speech, Turn, World

# One text at a time: it is arithmetic, and side by side the texts would only take each other's processor and memory.
_EAR = ThreadPoolExecutor(1, "ear")

LONGEST_MISS = 200  # characters
LONGEST_COMMAND = 60  # letters
DATA_COMMANDS = ("export", "forget")
FEW_WORDS = 5
EXACT = 7  # days; who says "three weeks" means about that
PHOTO_INTENTS = ("photo_stale", "photo_missing", "check")
ASIDES = frozenset({"thanks", "help", "language", "privacy"})  # they do not say what is wrong


async def understood(world: World, turn: Turn, speech: Speech) -> language.Understanding:
    """What was said: in the language it is written in, else the one that was chosen, else the client's."""
    hint = speech.chosen or texts.language_of(turn.conversation.locale, world.language)
    said = turn.text, hint, speech.spoken
    heard = _about_data(*said) or language.recalled(*said)
    if heard is None:
        heard = await asyncio.get_running_loop().run_in_executor(_EAR, language.understand, *said)
    if turn.person and heard.intent != "unknown" and (heard.language != speech.spoken or heard.asks_for):
        await world.store.speaks(turn.person, heard.language, heard.asks_for)
    if heard.intent == "unknown" and world.keeps_misses:
        await _missed(world, turn, heard)
    return heard


def commands(text: str, what: str) -> list[str]:
    """The languages in which a text is that command, such as "sign-out", and nothing else."""
    if len(text) > LONGEST_COMMAND:
        return []
    plain = " ".join(text.replace("’", "'").split()).casefold().strip(' .!"“”„«»')
    return [one for one in texts.LANGUAGES if plain in texts.forms_of(what, one)]


def _about_data(text: str, *likely: str) -> language.Understanding | None:
    """What somebody wants done with their data is no guess."""
    for what in DATA_COMMANDS:
        if spoken := commands(text, what):
            own = next((one for one in likely if one in spoken), spoken[0])
            return language.Understanding(text, "privacy", own, 1.0)
    return None


def spoken(world: World, turn: Turn, speech: Speech) -> str:
    """The language to answer a person in who has said nothing just now."""
    return speech.spoken or speech.chosen or texts.language_of(turn.conversation.locale, world.language)


async def matter(said: Sequence[str]) -> str:
    """The last of these texts that may say what is wrong; "" where none does."""
    for text in reversed(said):
        heard = await asyncio.get_running_loop().run_in_executor(_EAR, language.understand, text)
        if heard.intent not in ASIDES:
            return text
    return ""


async def _missed(world: World, turn: Turn, heard: language.Understanding) -> None:
    def known(word: str) -> bool:
        return language.knows(word, heard.language)

    said = "".join(sign if sign.isprintable() else " " for sign in turn.text[: 2 * LONGEST_MISS])
    text = redact.nameless(redact.redacted(said), known, turn.name)[:LONGEST_MISS].strip()
    if any(sign.isalpha() for sign in text):
        await world.store.missed(text, heard.language)


def complaint_of(heard: language.Understanding, now: datetime, case: Case | None = None) -> Complaint:
    """What is complained of; who says little but a place or a field goes on with the `case` ("and in Outlook?")."""
    told, intent = heard.told, heard.intent
    goes_on = case is not None and (intent == "unknown" or not heard.clear) and len(heard.text.split()) <= FEW_WORDS
    if told.field and (goes_on or intent == "check"):
        intent = PROFILE_INTENTS[0]
    elif told.place and goes_on and case:
        intent = case.complaint if case.complaint in (*PHOTO_INTENTS, *PROFILE_INTENTS) else PHOTO_INTENTS[0]
    return Complaint(intent, told.place, told.field, told.trouble, told.site, day_of(told.since, now))


def day_of(since: str, now: datetime) -> str:
    """The day or the month that the person means, as `Complaint.since` has it."""
    if since in WEEKDAYS:
        days = (now.weekday() - WEEKDAYS.index(since)) % 7 or 7
    elif since.isdecimal():
        days = int(since)
    else:
        return ""
    on = now - timedelta(days=days)
    return on.strftime("%Y-%m-%d" if days <= EXACT and (since in WEEKDAYS or days < EXACT) else "%Y-%m")


def local(world: World, turn: Turn) -> datetime:
    """What time it is where the person is."""
    return world.clock.now().astimezone(texts.zone_of(turn.conversation.time_zone) or ZoneInfo("UTC"))
