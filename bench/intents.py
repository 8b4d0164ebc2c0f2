"""How well and how fast `bot.language` understands sentences it has not learned; run `python -m bench.intents`.

With what `training/requirements.txt` names, two peers run beside it on the same sentences: a linear SVM over TF-IDF of
letter runs and words, and the encoder as it comes with a linear head; and their learning curves, which show whether
more examples still help. With `lingua-language-detector` it tells the languages, too.
"""

from __future__ import annotations

import importlib
import importlib.util
import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from bot.language import INTENTS, LANGUAGES, understand
from bot.language.corpus import corpus, parsed
from bot.language.entities import heard
from bot.language.understanding import CLEAR, UNSURE, Listener, listener, phrases
from bot.language.words import split

SPOKEN = ("ENGLISH", "DUTCH", "BOKMAL", "GERMAN", "FRENCH", "SPANISH", "SWEDISH", "DANISH")  # as lingua names LANGUAGES
SENTENCES = Path(__file__).parents[1] / "tests" / "language"

Row = tuple[str, str, str]  # language, intent, text


def rows(folder: str) -> list[Row]:
    """The sentences of a folder; tests/language/test_understand.py sees to it that nothing near them is learned."""
    return [
        (language, intent, text)
        for language in LANGUAGES
        if (file := SENTENCES / folder / f"{language}.txt").exists()
        for intent, text in parsed(language, file.read_text("utf-8")).utterances
    ]


def percent(hits: Iterable[bool]) -> str:
    found = list(hits)
    return f"{100 * sum(found) / max(len(found), 1):5.1f} % of {len(found)}"


def seconds(work: Callable[[], object], times: int) -> float:
    """The best of some runs."""

    def once() -> float:
        start = perf_counter()
        work()
        return perf_counter() - start

    return min(once() for _ in range(times))


def accuracy(name: str, unseen: Sequence[Row]) -> None:
    told = [(row, understand(row[2], row[0])) for row in unseen]
    print(f"{name}: intents")
    for language in LANGUAGES:
        if hits := [heard.intent == row[1] for row, heard in told if row[0] == language]:
            print(f"  {language}   {percent(hits)}")
    print(f"  all  {percent(heard.intent == row[1] for row, heard in told)}")
    offered = percent(row[1] in (heard.intent, *heard.rivals) for row, heard in told)
    print(f"  all, counting what is offered as well  {offered}")
    for label, low, high in (("unsure", 0.0, UNSURE), ("doubtful", UNSURE, CLEAR), ("clear", CLEAR, 1.01)):
        print(
            f"  {label:8}  {percent(heard.intent == row[1] for row, heard in told if low <= heard.confidence < high)}"
        )
    for intent in INTENTS:
        if hits := [heard.intent == intent for row, heard in told if row[1] == intent]:
            print(f"  {intent:14}  {percent(hits)}")
    confusions = Counter((row[1], heard.intent) for row, heard in told if row[1] != heard.intent)
    print(
        "  confusions: " + ", ".join(f"{count} {meant} > {got}" for (meant, got), count in confusions.most_common(12))
    )
    plain = Listener(encoding=False)
    print(
        f"  without the encoder  {percent(next(iter(plain.shares(text)), '') == intent for _, intent, text in unseen)}"
    )


def languages(name: str, unseen: Sequence[Row]) -> None:
    told = [row for row in unseen if row[1] != "language"]
    print(f"{name}: languages, the hint being")
    by_hint: dict[str, Callable[[str], str]] = {
        "right": lambda own: own,
        "absent": lambda own: LANGUAGES[0],
        "wrong": lambda own: LANGUAGES[LANGUAGES.index(own) - 1],
    }
    for hint, given in by_hint.items():
        hits = [listener().language(text, split(text), given(own)) == own for own, _, text in told]
        print(f"  {hint:6}  {percent(hits)}")
    if importlib.util.find_spec("lingua") is None:
        return
    lingua = importlib.import_module("lingua")
    names = dict(zip(SPOKEN, LANGUAGES, strict=True))
    detector = lingua.LanguageDetectorBuilder.from_languages(*(getattr(lingua.Language, one) for one in names)).build()
    hits = [bool(got := detector.detect_language_of(text)) and names[got.name] == own for own, _, text in told]
    print(f"  peer: lingua  {percent(hits)}")


def entities() -> None:
    """How many of the sentences in tests/language/heard are heard without any slip."""
    print("place, field, trouble and site, all right")
    for language in LANGUAGES:
        text = (SENTENCES / "heard" / f"{language}.txt").read_text("utf-8")
        lines = [line.split(" | ", 1) for _, line in parsed(language, text).utterances]
        print(f"  {language}   {percent(set(told.split()) == spelt_out(said, language) for told, said in lines)}")


def spelt_out(text: str, language: str) -> set[str]:
    """What is heard in a text, as those files have it."""
    told = heard(text, phrases(language))
    found = {kind: getattr(told, kind) for kind in ("place", "field", "trouble", "site")}
    return {f"{kind}={name}" for kind, name in found.items() if name} or {"-"}


def speed(unseen: Sequence[Row]) -> None:
    print("time, each text for the first time")
    print(f"  make a listener  {seconds(Listener, 3) * 1e3:7.1f} ms")
    ear = Listener()
    times = sorted(seconds(partial(ear.shares, text), 1) for _, _, text in unseen)
    middle, high = times[len(times) // 2] * 1e3, times[-len(times) // 100] * 1e3
    print(f"  a sentence       {middle:7.2f} ms median, {high:.2f} at p99")
    long = {
        "longest text": " ".join(text for _, _, text in unseen),
        "U+FDFA": "\ufdfa" * 200_000,
        "x y": "x y" * 350_000,
    }
    for name, text in long.items():
        worst = max(seconds(partial(understand, f"{number} {text}"), 1) for number in range(10))
        print(f"  {name:15}  {worst * 1e3:7.1f} ms at most")
    print(f"  memory           {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB at most, this bench")


def peers(unseen: Sequence[Row]) -> None:
    """The usual ways, on the same sentences, with a quarter, half and all of the examples."""
    if importlib.util.find_spec("sklearn") is None:
        return
    said = [(intent, text) for language in LANGUAGES for intent, text in corpus(language).utterances]
    Random(0).shuffle(said)
    right = [intent for _, intent, _ in unseen]
    asked = [text for _, _, text in unseen]
    for name, made in (("TF-IDF and linear SVM", svm), ("encoder as it comes, linear head", head)):
        print(f"peer: {name}")
        for part in (4, 2, 1):
            own = said[: len(said) // part]
            guesses = made([text for _, text in own], [intent for intent, _ in own], asked)
            hits = [bool(guess == meant) for guess, meant in zip(guesses, right, strict=True)]
            print(f"  from {len(own):6}  {percent(hits)}")


def svm(texts: Sequence[str], intents: Sequence[str], asked: Sequence[str]) -> Sequence[str]:
    text, pipeline, svm = map(
        importlib.import_module, ("sklearn.feature_extraction.text", "sklearn.pipeline", "sklearn.svm")
    )
    runs = text.TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    tokens = text.TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\w+", sublinear_tf=True)
    model = pipeline.make_pipeline(pipeline.make_union(runs, tokens), svm.LinearSVC())
    return list(model.fit(texts, intents).predict(asked))


_vectors: dict[str, Any] = {}


def head(texts: Sequence[str], intents: Sequence[str], asked: Sequence[str]) -> Sequence[str]:
    from bot.language.encoder import Encoder
    from bot.language.weights import installed

    encoder = Encoder(installed(), 12)
    for text in (*texts, *asked):
        if text not in _vectors:
            _vectors[text] = encoder.vector(text)
    pipeline, linear, scale = map(
        importlib.import_module, ("sklearn.pipeline", "sklearn.linear_model", "sklearn.preprocessing")
    )
    model = pipeline.make_pipeline(scale.StandardScaler(), linear.LogisticRegression(C=0.03, max_iter=300))
    return list(model.fit([_vectors[text] for text in texts], intents).predict([_vectors[text] for text in asked]))


if __name__ == "__main__":
    for folder in ("held_out", "exam"):
        accuracy(folder, rows(folder))
        languages(folder, rows(folder))
    entities()
    speed(rows("exam"))
    if "--peers" in sys.argv:
        peers(rows("exam"))
