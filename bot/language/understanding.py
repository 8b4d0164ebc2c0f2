"""What a text means: intent, confidence, language and entities, from what was learned; knows no flows and no cards."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter
from threading import Lock

from bot.core.texts import language_of, weekdays
from bot.language import tongues
from bot.language.corpus import LANGUAGES, corpus
from bot.language.entities import WEEKDAYS, Entities, heard
from bot.language.links import unlinked
from bot.language.opinions import Opinions
from bot.language.phrases import Phrases
from bot.language.words import LONGEST_TEXT, OFTENER, Spelling, split

INTENTS = (
    "photo_stale",
    "photo_missing",
    "photo_change",
    "profile_stale",
    "profile_change",
    "sync_duration",
    "sync_explain",
    "resync",
    "check",
    "status",
    "stop",
    "mute",
    "remind",
    "history",
    "helpdesk",
    "tickets",
    "help",
    "thanks",
    "privacy",
    "language",
    "unknown",
)
# These are read off bench/intents.py.
SHARPNESS = 0.7  # of the softmax that turns scores into shares
UNSURE = 0.35  # below this share we ask back
CLEAR = 0.8  # from this share on, where 99 in 100 are right, nothing else is offered
WORTH_OFFERING = 0.1
TORN = 0.6  # of the likeliest one's share: from there on a rival may as well be meant
HINTED = 2.0  # what a hint at the language is worth, as a logarithm of likelihood
GOES_ON = 1.5  # the same of the language that was spoken before; less than a hint
NO_OFFER = ("unknown", "thanks")
MOST_RECENT = 2000  # texts that are known as they were understood
MOST_RIVALS = 2
EVERYBODYS = 4  # languages
COMMON = 3  # sentences that a word must be met in to be no slip of another language's


@dataclass(frozen=True)
class Understanding:
    """What a text means, and the language to answer it in.

    What is in `told` is "" where nothing was heard of it. `rivals` are what else may be meant, likeliest first, and
    `torn` says that one of them is about as likely. `asks_for` is the language that the person wants from now on.
    """

    text: str
    intent: str
    language: str
    confidence: float
    rivals: tuple[str, ...] = ()
    told: Entities = field(default_factory=Entities)
    torn: bool = False
    asks_for: str = ""

    @property
    def clear(self) -> bool:
        """Whether there is hardly a doubt about the intent."""
        return self.confidence >= CLEAR


class Tongue:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        own = corpus(language)
        self.sentences = [(intent, split(text)) for intent, text in own.utterances]
        self.spelling = Spelling(words for _, words in self.sentences)
        self.entities = (*own.entities, *_weekdays(language))


def _weekdays(language: str) -> Iterator[tuple[str, str]]:
    for day, name in zip(WEEKDAYS, weekdays(language), strict=True):
        yield f"since.{day}", "_".join(split(name)) + "*"


@lru_cache(len(LANGUAGES))
def tongue(language: str) -> Tongue:
    """One of LANGUAGES; made at first use."""
    return Tongue(language)


@lru_cache(len(LANGUAGES))
def phrases(language: str) -> Phrases:
    """The phrases that may be met in a text in this language: people mix English in, and Scandinavians each other's."""
    near = [tongue(other) for other in tongues.family(language)]

    def spelt(word: str) -> str:
        if any(other.spelling.uses(word) >= COMMON for other in near):
            return word
        return next((mended for other in near if (mended := other.spelling.spelt(word)) != word), word)

    return Phrases((form for other in near for form in other.entities), spelt)


class Listener:
    """All that was learned, ready to hear. Without `encoding` it does what it can where the encoder is not there."""

    def __init__(self, encoding: bool = True) -> None:
        self.opinions = Opinions(encoding)
        self._by_heart: dict[str, str] = {}
        self._only_in: dict[str, str] = {}  # "" for what is said in more than one language
        for language in LANGUAGES:
            for intent, words in filter(itemgetter(1), tongue(language).sentences):
                said = " ".join(words)
                self._by_heart[said] = intent
                if len(words) > 1:
                    self._only_in[said] = language if self._only_in.get(said, language) == language else ""

    def shares(self, text: str) -> dict[str, float]:
        """How likely each intent is, the likeliest first; they add up to 1. Empty where there is no word of ours."""
        said = " ".join(split(text))
        if known := self._by_heart.get(said):
            return {known: 1.0}
        if not _spells(text, said) or not any(map(_familiar, said.split())):
            return {}
        # One of many ways to write it is as good as another, and only one needs to be thought about.
        written = " ".join(unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).split())[:LONGEST_TEXT]
        powers = [math.exp(SHARPNESS * score) for score in self.opinions.intents(written).tolist()]
        shares = {intent: power / sum(powers) for intent, power in zip(INTENTS, powers, strict=True)}
        return dict(sorted(shares.items(), key=lambda item: -item[1]))

    def language(self, text: str, words: Sequence[str], hint: str, before: str = "") -> str:
        """The language of a text; `hint` where it does not tell. The one `before` weighs, too: people go on in it."""
        if only := self._only_in.get(" ".join(words)) or (_only_word(words[0]) if len(words) == 1 else ""):
            return only
        if all(len(word) < 2 or not word.isalpha() or _everybodys(word, hint) for word in words):
            return hint
        scores = self.opinions.languages(text)
        scores[hint] += HINTED
        if before in scores:
            scores[before] += GOES_ON
        return max(scores, key=lambda language: scores[language])


def _only_word(word: str) -> str:
    """The language that a word is far more used in than in all others; "" for none."""
    uses = {language: tongue(language).spelling.uses(word) for language in LANGUAGES}
    most = max(uses, key=lambda language: uses[language])
    others = sum(uses.values()) - uses[most]
    return most if uses[most] >= OFTENER * max(others, 1) else ""


def _everybodys(word: str, hint: str) -> bool:
    """Whether a word is one of that language, and of so many others that it tells none: "sync", "ok"."""
    users = [language for language in LANGUAGES if tongue(language).spelling.uses(word)]
    return hint in users and len(users) >= EVERYBODYS


@lru_cache(8192)
def _familiar(word: str) -> bool:
    """Whether anybody is known to use a word, but for a slip, or one that it begins with: languages join words."""
    spellings = [tongue(language).spelling for language in LANGUAGES]
    if len(word) < 2 or any(spelling.uses(word) or spelling.spelt(word) != word for spelling in spellings):
        return len(word) > 1
    return any(spelling.uses(word[:end]) >= COMMON for end in range(4, len(word)) for spelling in spellings)


def _spells(text: str, said: str) -> bool:
    """Whether there is anything in it that our languages are written with."""
    return any(map(str.isalpha, text)) and any("a" <= sign <= "z" for sign in said)


_making = Lock()


def listener() -> Listener:
    """The one listener; made at first use, in about a second, by whoever comes first."""
    with _making:
        return _listener()


@cache
def _listener() -> Listener:
    return Listener()


def understand(text: str, hint: str | None = None, before: str = "") -> Understanding:
    """What `text` means. `hint` is a language or locale for what does not tell its language; never raises.

    `before` is the language that the same person wrote in before.

    Who asks for a language ("Dutch please") gets that one as `language`. When nothing is likely enough the intent is
    "unknown", and what may have been meant are the `rivals`.
    """
    key = (text, hint, before)
    if known := _recent.get(key):
        return known
    found = _understood(text, hint, before)
    if len(_recent) >= MOST_RECENT:
        _recent.pop(next(iter(_recent)), None)  # the oldest
    if len(text) <= LONGEST_TEXT:
        _recent[key] = found
    return found


def recalled(text: str, hint: str | None = None, before: str = "") -> Understanding | None:
    """The same without any thought, where somebody has just said it; None otherwise."""
    return _recent.get((text, hint, before))


_recent: dict[tuple[str, str | None, str], Understanding] = {}


def _understood(text: str, hint: str | None, before: str) -> Understanding:
    ear, plain = listener(), unlinked(text)[:LONGEST_TEXT]
    words = split(plain)
    language = ear.language(plain, words, language_of(hint or ""), before)
    shares = ear.shares(plain)
    likeliest, confidence = next(iter(shares.items()), ("unknown", 0.0))
    intent = likeliest if confidence >= UNSURE else "unknown"
    offers = [other for other, share in shares.items() if share >= WORTH_OFFERING and other not in (intent, *NO_OFFER)]
    rivals = tuple(offers[:MOST_RIVALS]) if round(confidence, 2) < CLEAR else ()
    torn = bool(rivals) and shares[rivals[0]] >= TORN * confidence
    told = heard(text, phrases(language))
    asks_for = (tongues.asked_for(words) or "") if intent == "language" and not told.complains else ""
    return Understanding(text, intent, asks_for or language, round(confidence, 2), rivals, told, torn, asks_for)


def knows(word: str, language: str) -> bool:
    """Whether a word is one that people in this language are expected to use."""
    near = [tongue(other).spelling for other in tongues.family(language)]
    return all(any(spelling.uses(part) for spelling in near) for part in split(word))
