"""Writes bot/language/learned.npz from bot/texts: `pip install -r training/requirements.txt && python -m training`.

All draws are seeded. It takes about half an hour on two cores; with `--quick`, which
learns the spelling of what is new and keeps what the encoder knows, a minute.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic

import numpy as np

from bot.language.corpus import LANGUAGES
from bot.language.encoder import Encoder
from bot.language.understanding import INTENTS
from bot.language.weights import installed
from training import encoder, runs
from training.corpus import Example, everyday, sentences, utterances

LEARNED = Path(__file__).parents[1] / "bot" / "language" / "learned.npz"

Learned = Mapping[str, np.ndarray]


def main() -> None:
    options = _options()
    examples = utterances()
    print(f"{len(examples)} examples in {len(LANGUAGES)} languages", flush=True)
    meant = _kept(options.out) if options.quick else _tuned(examples, options)
    learned = {name: value.astype(np.float16) for name, value in (meant | _spelt(examples)).items()}
    np.savez_compressed(options.out, **learned)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


def _spelt(examples: Sequence[Example]) -> Learned:
    """What the marks of a text say of its intent and of its language."""
    learned = {}
    texts, intents = [example.text for example in examples], [example.intent for example in examples]
    learned["marks.intents"], learned["marks.intents.bias"] = runs.weighed(texts, intents, INTENTS)
    # Who asks for a language in another one tells little about the words of either.
    spoken = [(example.language, example.text) for example in examples if example.intent != "language"]
    spoken += [(language, text) for language in LANGUAGES for text in (*sentences(language), *everyday(language))]
    languages, texts = zip(*spoken, strict=True)
    learned["marks.languages"], learned["marks.languages.bias"] = runs.weighed(texts, languages, LANGUAGES)
    return learned


def _tuned(examples: Sequence[Example], options: argparse.Namespace) -> Learned:
    """What moves the encoder's layers, and the head on top of them."""
    tuner = encoder.Tuner(Encoder(installed(), options.depth), INTENTS, options.rank)
    begun = monotonic()

    def told(number: int, loss: float) -> None:
        print(f"round {number}: loss {loss:.3f}, {monotonic() - begun:.0f} s", flush=True)

    tuner.learn(examples, options.rounds, told)
    return {name: np.asarray(value) for name, value in tuner.parameters.items()}


def _kept(path: Path) -> Learned:
    """What the file has of the encoder."""
    with np.load(path) as file:
        return {name: file[name] for name in file.files if not name.startswith("marks.")}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--quick", action="store_true", help="keep what the encoder knows: a minute")
    parser.add_argument("--depth", type=int, default=8, help="layers of the encoder that are used (%(default)s of 12)")
    parser.add_argument("--rank", type=int, default=12, help="columns of the matrices beside its own (%(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="times that everything is read (%(default)s)")
    parser.add_argument("--out", type=Path, default=LEARNED, help="where to write (%(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
