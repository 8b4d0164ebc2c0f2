"""How well and how fast `bot.core.photos` tells the same picture from another; run `python -m bench.photos`.

The people are drawn by code, always the same ones. `--photos DIR` takes real photos instead, of which each shows
something else. Beside it run the usual hashes: of the average, of differences, and, where installed, `imagehash`.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import NamedTuple

from PIL import Image, ImageOps

from bot.core.photos import SAME_BELOW, Portrait, Unreadable
from tests.core import faces

PER_KIND = 100
RUNS = 60


class Way(NamedTuple):
    """A way to compare: how a file is read, how far two are apart, and from where on they are different."""

    read: Callable[[bytes], object]
    apart: Callable[[object, object], float]
    limit: float


class Judged(NamedTuple):
    kind: str
    same: bool
    apart: dict[str, float]


def opened(content: bytes) -> Image.Image:
    """Upright and on white, so that the peers are not measured on what they leave to their callers."""
    with Image.open(io.BytesIO(content)) as image:
        upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        seen = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
    return upright.convert("RGB")


def small(content: bytes, wide: int, high: int) -> bytes:
    return opened(content).convert("L").resize((wide, high), Image.Resampling.LANCZOS).tobytes()


def average_hash(content: bytes) -> int:
    cells = small(content, 8, 8)
    return sum(1 << index for index, cell in enumerate(cells) if cell * 64 > sum(cells))


def difference_hash(content: bytes) -> int:
    cells = small(content, 9, 8)
    return sum(
        1 << index for index in range(64) if cells[index // 8 * 9 + index % 8] < cells[index // 8 * 9 + index % 8 + 1]
    )


def bits_apart(one: int, other: int) -> float:
    return (one ^ other).bit_count()


def ways() -> dict[str, Way]:
    """Ours, and its peers at the limit that is usual for them: 10 bits of 64."""
    found = {
        "ours": Way(Portrait, Portrait.difference, SAME_BELOW),
        "average hash": Way(average_hash, bits_apart, 10.5),
        "difference hash": Way(difference_hash, bits_apart, 10.5),
    }
    if importlib.util.find_spec("imagehash"):
        import imagehash

        def apart(one: object, other: object) -> float:
            return one - other

        found["imagehash.phash"] = Way(lambda content: imagehash.phash(opened(content)), apart, 10.5)
    return found


def judged(rows: Iterable[tuple[str, bool, faces.Pair]]) -> list[Judged]:
    every = ways()
    return [
        Judged(kind, same, {name: way.apart(way.read(one), way.read(other)) for name, way in every.items()})
        for kind, same, (one, other) in rows
    ]


def drawn(kinds: dict[str, Callable[[Random], faces.Pair]], same: bool) -> Iterator[tuple[str, bool, faces.Pair]]:
    return ((kind, same, pair) for kind, pair in faces.pairs(kinds, PER_KIND))


def real(folder: Path) -> Iterator[tuple[str, bool, faces.Pair]]:
    """Each photo after what stores do, mirrored, and beside other photos."""
    dice = Random("real")
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp"))
    contents = [path.read_bytes() for path in files]
    for index, content in enumerate(contents):
        whole = opened(content)
        square = ImageOps.fit(whole, (min(whole.size),) * 2)
        for side in faces.SIDES:
            thumbnail = partial(faces.thumbnail, side=side)
            yield "resized", True, (content, thumbnail(square))
            yield "squeezed", True, (content, thumbnail(whole))
            yield "cropped", True, (content, thumbnail(faces.cropped(square, dice)))
            yield "brightness", True, (content, thumbnail(faces.lit(square, brightness=dice.choice((0.8, 1.2)))))
            yield "contrast", True, (content, thumbnail(faces.lit(square, contrast=dice.choice((0.8, 1.2)))))
            yield "mirrored", False, (content, thumbnail(faces.mirrored(square)))
            others = contents[:index] + contents[index + 1 :]
            for other in dice.sample(others, min(3, len(others))):
                yield "other photo", False, (content, thumbnail(ImageOps.fit(opened(other), (side * 2, side * 2))))


def wrong(rows: list[Judged], name: str, limit: float) -> str:
    return f"{100 * sum((row.apart[name] < limit) != row.same for row in rows) / max(1, len(rows)):14.1f} %"


def table(rows: list[Judged]) -> None:
    every = ways()
    print(f"{'wrong':34}{'pairs':>6}" + "".join(f"{name:>16}" for name in every))
    for kind in dict.fromkeys(row.kind for row in rows):
        told = [row for row in rows if row.kind == kind]
        says = "same" if told[0].same else "different"
        shares = "".join(wrong(told, name, way.limit) for name, way in every.items())
        print(f"  {says:9} {kind:22}{len(told):6}{shares}")


def totals(rows: list[Judged]) -> None:
    every = ways()
    for same, says in ((True, "same, taken for another"), (False, "another, taken for same")):
        told = [row for row in rows if row.same is same]
        print(f"  {says:32}{len(told):6}" + "".join(wrong(told, name, way.limit) for name, way in every.items()))
    alike = sorted(row.apart["ours"] for row in rows if row.same)
    apart = sorted(row.apart["ours"] for row in rows if not row.same)
    print(f"margin of ours, the limit being {SAME_BELOW}")
    print(f"  same       99 of 100 below {alike[len(alike) * 99 // 100]:.2f}, largest {alike[-1]:.2f}")
    print(f"  different  99 of 100 above {apart[len(apart) // 100]:.2f}, smallest {apart[0]:.2f}")


def milliseconds(work: Callable[[], object]) -> str:
    def once() -> float:
        start = perf_counter()
        work()
        return (perf_counter() - start) * 1e3

    times = sorted(once() for _ in range(RUNS))
    return f"{median(times):7.2f} ms, best {times[0]:6.2f}"


def speed() -> None:
    one, two = faces.photograph(1, 1), faces.photograph(9, 1)
    source = faces.encoded(one, quality=90)
    thumbnails = {
        "resized": [faces.thumbnail(one, side) for side in (48, 72, 300)],
        "cropped": [faces.thumbnail(faces.cropped(one, Random(1)), side) for side in (48, 72, 300)],
        "another": [faces.thumbnail(two, side) for side in (48, 72, 300)],
    }

    def diagnosis(small: list[bytes]) -> None:
        portrait, *others = map(Portrait, (source, *small))
        for other in others:
            portrait.difference(other)
        assert portrait.embedded
        assert others[-1].embedded

    print(f"time, the source being a JPEG of 648 pixels and {len(source) // 1000} kB")
    for kind, contents in thumbnails.items():
        print(f"  decode 4, compare 3, embed 2: {kind:9}{milliseconds(partial(diagnosis, contents))}")
    print(f"  decode the source                      {milliseconds(partial(Portrait, source))}")
    for name, way in ways().items():
        print(f"  decode 2 and compare, {name:17}{milliseconds(partial(pair, way, source, thumbnails['resized'][2]))}")


def pair(way: Way, one: bytes, other: bytes) -> float:
    return way.apart(way.read(one), way.read(other))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=Path, metavar="DIR", help="a folder of real photos, each of something else")
    folder = parser.parse_args().photos
    if folder:
        try:
            rows = judged(real(folder))
        except Unreadable:
            parser.error(f"a file in {folder} is no picture that can be read")
        if not rows:
            parser.error(f"no pictures in {folder}")
        table(rows)
        totals(rows)
        return
    rows = judged(drawn(faces.SAME, True)) + judged(drawn(faces.DIFFERENT, False))
    table(rows)
    totals(rows)
    print("harder than life, not counted above")
    table(judged(drawn(faces.BEYOND, False)))
    speed()


if __name__ == "__main__":
    main()
