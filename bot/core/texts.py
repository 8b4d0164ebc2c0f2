"""A key, a language and values in; a sentence out. The sentences live in bot/texts/<language>.ftl."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("en", "nl", "nb", "de", "fr", "es", "sv", "da")
FALLBACK = "en"
# The year is left out of the longest form of a date in this year.
_YEAR = re.compile(r"(,| 'de')? ?y$")


@cache
def bundle(language: str) -> FluentBundle:
    """The sentences of one language."""
    made = FluentBundle([language], use_isolating=False)
    made.add_resource(FluentResource(resources.files("bot.texts").joinpath(f"{language}.ftl").read_text("utf-8")))
    return made


def language_of(locale: str, default: str = FALLBACK) -> str:
    """The language to answer in for a locale such as nl-NL; `default` for one that we do not speak."""
    tag = locale.replace("_", "-").split("-")[0].lower()
    tag = {"no": "nb", "nn": "nb"}.get(tag, tag)
    return tag if tag in LANGUAGES else default


@cache
def name_of(language: str, spoken: str) -> str:
    """The name of a language in another: Noors for Norwegian in Dutch. People do not say which Norwegian."""
    return str(_locale(spoken).languages[{"nb": "no"}.get(language, language)])


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


def weekdays(language: str) -> list[str]:
    """The names of the days, from Monday on."""
    names = get_day_names("wide", locale=language)
    return [str(names[number]) for number in range(7)]


@lru_cache(1024)  # whatever clients send
def zone_of(name: str) -> ZoneInfo | None:
    """The time zone of that name, such as Europe/Oslo; None for none and for one that nobody knows."""
    try:
        return ZoneInfo(name) if name else None
    except Exception:  # a client may send anything as its zone; ZoneInfo raises half a dozen types for it
        return None


class Sentence(str):
    """What a Speaker has said: safe as it is, and so not made safe again as a value of another sentence."""

    __slots__ = ()


class Speaker:
    """Says things to one person: in a language, with times in a time zone, as seen from the moment `now`."""

    def __init__(self, language: str, time_zone: str = "", now: datetime | None = None) -> None:
        self.language = language if language in LANGUAGES else FALLBACK
        self._locale, self._time_zone, self._now = _locale(self.language), time_zone, now
        self._zone = zone_of(time_zone) or ZoneInfo("UTC")
        self._year = now.astimezone(self._zone).year if now else None

    def __call__(self, key: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> Sentence:
        """The sentence for `key`; English where a language lacks it. Raises KeyError for a key nobody has."""
        given = {name: self._shown(value) for name, value in {**(values or {}), **more}.items() if value is not None}
        return _formatted(self.language, key, given) if given else _sentence(self.language, key)

    def _shown(self, value: Any) -> Any:
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.day(value)
        return plain(value) if isinstance(value, str) and not isinstance(value, Sentence) else value

    def in_language(self, language: str) -> Speaker:
        """The same in another language."""
        return Speaker(language, self._time_zone, self._now)

    def languages(self) -> str:
        """The languages that the bot speaks, the person's own first, as a list in a sentence."""
        return _languages(self.language)

    def day(self, on: date) -> str:
        """A day as people write it; the year goes without saying in this year."""
        pattern = self._locale.date_formats["full"].pattern
        this_year = self._year in (None, on.year)
        return str(format_date(on, _YEAR.sub("", pattern) if this_year else pattern, locale=self._locale))

    def month(self, on: date) -> str:
        """The month of a day, with its year."""
        return str(format_skeleton("yMMMM", datetime(on.year, on.month, 1, tzinfo=UTC), locale=self._locale))

    def moment(self, at: datetime) -> str:
        """A day and a time as people write them in this language, in the person's time zone."""
        local = at.astimezone(self._zone)
        return f"{self.day(local.date())}, {format_time(local, 'short', locale=self._locale)}" + (
            "" if self._zone.key != "UTC" else " UTC"
        )


@cache
def _sentence(language: str, key: str) -> Sentence:
    """One that is always the same, as most are."""
    return _formatted(language, key, {})


def _formatted(language: str, key: str, given: dict[str, Any]) -> Sentence:
    for one in (language, FALLBACK):
        sentences = bundle(one)
        if sentences.has_message(key):
            pattern = sentences.get_message(key).value
            if pattern is not None:
                return Sentence(sentences.format_pattern(pattern, given)[0])
    raise KeyError(key)


@cache
def _languages(own: str) -> str:
    names = [name_of(language, own) for language in (own, *(other for other in LANGUAGES if other != own))]
    return str(format_list(names, "or", locale=_locale(own)))


def plain(text: str, most: int = 200) -> str:
    """Text from a directory or a person, safe inside a card: no mark-up, no control characters, not too long (S-10)."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    text = text if len(text) <= most else text[: most - 1] + "…"
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)


_MARKS = re.compile(r"\\([\\`*_\[\]<>#|~])|\*\*|\[((?:\\.|[^\\\]])*)\]\((\S+?)\)")


def bare(text: str) -> str:
    """A card's text as people read it, without the marks that make letters bold, a link, or safe."""
    return _MARKS.sub(lambda found: found[1] or (f"{bare(found[2])} ({found[3]})" if found[3] else ""), text)


@cache
def forms_of(command: str, language: str) -> tuple[str, ...]:
    """How a command may be written in that language, in lower case."""
    return tuple(Speaker(language)(f"command-{command}").split(", "))
