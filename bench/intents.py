"""How well and how fast `bot.language` understands sentences it has not learned; run `python -m bench.intents`.

With scikit-learn installed, the usual way to do it (a linear SVM over TF-IDF of letter runs and words) runs beside it.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from time import perf_counter

from bot.language import LANGUAGES, understand
from bot.language.corpus import corpus, parsed
from bot.language.understanding import CLEAR, UNSURE, Listener

HELD_OUT = Path(__file__).parents[1] / "tests" / "language" / "held_out"
HEARD = HELD_OUT.with_name("heard")

Row = tuple[str, str, str]  # language, intent, text


def held_out() -> list[Row]:
    return [
        (language, intent, text)
        for language in LANGUAGES
        for intent, text in parsed(language, (HELD_OUT / f"{language}.txt").read_text("utf-8")).utterances
    ]


def percent(hits: Iterable[bool]) -> str:
    rows = list(hits)
    return f"{100 * sum(rows) / max(len(rows), 1):5.1f} % of {len(rows)}"


def seconds(work: Callable[[], object], times: int) -> float:
    """The best of some runs."""

    def once() -> float:
        start = perf_counter()
        work()
        return perf_counter() - start

    return min(once() for _ in range(times))


def accuracy(rows: list[Row]) -> None:
    heard = [(row, understand(row[2], row[0])) for row in rows]
    print("intents")
    for language in LANGUAGES:
        print(f"  {language}   {percent(told.intent == row[1] for row, told in heard if row[0] == language)}")
    print(f"  all  {percent(told.intent == row[1] for row, told in heard)}")
    offered = percent(row[1] in (told.intent, *told.rivals) for row, told in heard)
    print(f"  all, counting what is offered as well  {offered}")
    for name, low, high in (("unsure", 0.0, UNSURE), ("doubtful", UNSURE, CLEAR), ("clear", CLEAR, 1.01)):
        within = [told.intent == row[1] for row, told in heard if low <= told.confidence < high]
        print(f"  {name:8}  {percent(within)}")
    print("languages, the hint being")
    by_hint: dict[str, dict[str, str | None]] = {
        "right": {language: language for language in LANGUAGES},
        "absent": dict.fromkeys(LANGUAGES),
        "wrong": dict(zip(LANGUAGES, LANGUAGES[1:] + LANGUAGES[:1], strict=True)),
    }
    for hint, hints in by_hint.items():
        hits = [understand(row[2], hints[row[0]]).language == row[0] for row in rows if row[1] != "language"]
        print(f"  {hint:6}  {percent(hits)}")
    print("confusions")
    confusions = Counter((row[1], told.intent) for row, told in heard if row[1] != told.intent)
    for (meant, taken), count in confusions.most_common():
        print(f"  {count:2}  {meant} taken for {taken}")
    print("misunderstood")
    for (language, intent, text), told in heard:
        if told.intent != intent:
            print(f"  {language}  {intent} -> {told.intent} {told.confidence} {' '.join(told.rivals)}  | {text}")


def entities() -> None:
    """How many of the sentences in tests/language/heard are heard without any slip."""
    print("place, field, trouble and site, all right")
    for language in LANGUAGES:
        lines = [
            line.split(" | ", 1)
            for _, line in parsed(language, (HEARD / f"{language}.txt").read_text("utf-8")).utterances
        ]
        print(f"  {language}   {percent(set(told.split()) == spelt_out(text, language) for told, text in lines)}")


def spelt_out(text: str, language: str) -> set[str]:
    """What is heard in a text, as those files have it."""
    heard = understand(text, language)
    told = {kind: getattr(heard, kind) for kind in ("place", "field", "trouble", "site")}
    return {f"{kind}={name}" for kind, name in told.items() if name} or {"-"}


def speed(rows: list[Row]) -> None:
    print("time")
    print(f"  build         {seconds(Listener, 5) * 1e3:7.1f} ms")
    every = seconds(lambda: [understand(text) for _, _, text in rows], 3)
    print(f"  a sentence    {every / len(rows) * 1e3:7.3f} ms")
    for name, text in (("longest text", " ".join(text for _, _, text in rows)[:500]), ("a megabyte", "x y" * 350_000)):
        print(f"  {name:12}  {seconds(partial(understand, text), 20) * 1e3:7.3f} ms")


def peer(rows: list[Row]) -> None:
    if importlib.util.find_spec("sklearn") is None:
        return
    text, pipeline, svm = map(
        importlib.import_module, ("sklearn.feature_extraction.text", "sklearn.pipeline", "sklearn.svm")
    )
    said = [row for language in LANGUAGES for row in corpus(language).utterances]
    runs = text.TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    tokens = text.TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\w+", sublinear_tf=True)
    model = pipeline.make_pipeline(pipeline.make_union(runs, tokens), svm.LinearSVC())
    build = seconds(lambda: model.fit([text for _, text in said], [intent for intent, _ in said]), 1)
    guesses = model.predict([text for _, _, text in rows])
    print("peer: scikit-learn, TF-IDF of letter runs 2-5 and words, linear SVM, the same utterances")
    print(f"  all  {percent(bool(guess == row[1]) for guess, row in zip(guesses, rows, strict=True))}")
    print(f"  build  {build * 1e3:.0f} ms")
    print(f"  a sentence  {seconds(lambda: [model.predict([row[2]]) for row in rows[:50]], 1) / 50 * 1e3:.3f} ms")


if __name__ == "__main__":
    unseen = held_out()
    accuracy(unseen)
    entities()
    speed(unseen)
    peer(unseen)
