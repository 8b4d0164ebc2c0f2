"""Text in; intent, language and entities out: joins the recognisers; knows nothing of what an intent leads to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from bot.language.corpus import LANGUAGES, corpus
from bot.language.entities import heard
from bot.language.learning import Classifier
from bot.language.links import unlinked
from bot.language.phrases import Phrases
from bot.language.tongues import Tongues
from bot.language.words import Vocabulary, split

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
SHARPNESS = 6  # of the softmax that turns scores into shares
UNSURE = 0.4  # below this share we ask back
CLEAR = 0.8  # from this share on, where 99 in 100 are right (bench/intents.py), nothing else is offered
WORTH_OFFERING = 0.1
ASKED_FOR = {"english": "en", "dutch": "nl", "norwegian": "nb"}  # the meaning of a word -> the language it asks for


@dataclass(frozen=True)
class Understanding:
    """What a text means, and the language to answer it in.

    The last four are "" where nothing is heard of them: where something old is seen (`entities.PLACES`), which field of
    the profile is meant (`entities.FIELDS`), what went wrong ("forbidden", "refused" or "reverted"), and a web address
    that was given, which may be anybody's.
    """

    text: str
    intent: str
    language: str
    confidence: float
    rivals: tuple[str, ...] = ()
    place: str = ""
    field: str = ""
    trouble: str = ""
    site: str = ""


class Listener:
    """All that is learned from the corpora, ready to hear."""

    def __init__(self) -> None:
        corpora = [corpus(language) for language in LANGUAGES]
        said = {each.language: [split(text) for _, text in each.utterances] for each in corpora}
        forms = {each.language: [[form.strip("*")] for _, form in each.words] for each in corpora}
        sentences = [sentence for language in LANGUAGES for sentence in said[language]]
        intents = [intent for each in corpora for intent, _ in each.utterances]
        self.vocabulary = Vocabulary(sentences, [word for each in corpora for word in each.words])
        self.phrases = Phrases((form for each in corpora for form in each.entities), self.vocabulary.spelt)
        self.tongues = Tongues({language: said[language] + forms[language] for language in LANGUAGES})
        self._by_heart = dict(zip(map(tuple, sentences), intents, strict=True))
        self._intents = Classifier(list(zip(intents, map(self.features, sentences), strict=True)))

    def features(self, sentence: Sequence[str]) -> set[str]:
        """Its words, their meanings, which of these stand side by side, and which come together at all."""
        heard = [(word, self.vocabulary.meanings(word)) for word in map(self.vocabulary.spelt, sentence)]
        told = sorted({meaning for _, meanings in heard for meaning in meanings})
        line = ["^", *(meanings[0] if meanings else word for word, meanings in heard), "$"]
        return {
            *told,
            *(f"'{word}" for word, _ in heard),
            *map(" ".join, pairwise(line)),
            *map("+".join, combinations(told, 2)),
        }

    def shares(self, sentence: Sequence[str]) -> dict[str, float]:
        """How likely each intent is, the likeliest first; they add up to 1. Empty where no word is known."""
        if intent := self._by_heart.get(tuple(sentence)):
            return {intent: 1.0}
        if not any(map(self.vocabulary.knows, map(self.vocabulary.spelt, sentence))):
            return {}
        scores = dict(zip(self._intents.labels, self._intents.scores(self.features(sentence)), strict=True))
        powers = {intent: math.exp(SHARPNESS * scores[intent]) for intent in sorted(scores, key=lambda it: -scores[it])}
        return {intent: power / sum(powers.values()) for intent, power in powers.items()}

    def asked_for(self, sentence: Sequence[str]) -> str | None:
        """The one language that is named, unless in a complaint ("I don't speak Dutch", "why Dutch?")."""
        told = {meaning for word in map(self.vocabulary.spelt, sentence) for meaning in self.vocabulary.meanings(word)}
        named = [language for meaning, language in ASKED_FOR.items() if meaning in told]
        return named[0] if len(named) == 1 and not told & {"not", "why", "wrong"} else None


@cache
def listener() -> Listener:
    """The one listener; made at first use, in about a third of a second."""
    return Listener()


def understand(text: str, hint: str | None = None) -> Understanding:
    """What `text` means. `hint` is a language or locale for what does not tell its language; never raises.

    Who asks for a language ("Dutch please") gets that one as `language`. When nothing is likely enough the intent is
    "unknown", and what may have been meant are the `rivals`. Entities are heard in all languages at once: people mix.
    """
    ear, sentence = listener(), split(unlinked(text))
    language = ear.tongues.of(sentence, _ours(hint))
    shares = ear.shares(sentence)
    likeliest, confidence = next(iter(shares.items()), ("unknown", 0.0))
    intent = likeliest if confidence >= UNSURE else "unknown"
    offers = [other for other, share in shares.items() if share >= WORTH_OFFERING and other not in (intent, "unknown")]
    rivals = tuple(offers[:2]) if confidence < CLEAR else ()
    if intent == "language":
        language = ear.asked_for(sentence) or language
    told = heard(text, ear.phrases)
    return Understanding(
        text, intent, language, round(confidence, 2), rivals, told.place, told.field, told.trouble, told.site
    )


def _ours(hint: str | None) -> str:
    """The language of ours that a language tag means; English for all others."""
    tag = (hint or "").replace("_", "-").split("-")[0].lower()
    tag = {"no": "nb", "nn": "nb"}.get(tag, tag)
    return tag if tag in LANGUAGES else LANGUAGES[0]
