"""Bars as SVG. Across they are as wide as the page lets them, by percentages: so text is as large on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from bot.numbers.markup import element

LEFT = 8.0  # per cent for the numbers of the scale
TOP, BOTTOM = 14.0, 194.0  # pixels between which columns stand
HEIGHT = 216
WIDEST = 4.5  # per cent
MOST_MARKS = 6  # so many fit below the columns on a phone
BAR, LABEL = 14, 18  # pixels


def columns(name: str, title: str, about: str, marks: Sequence[str], series: Mapping[str, Sequence[int]]) -> Element:
    """Groups of columns over a scale; `series` have one value for each mark, and their name is their class."""
    step = scale(max((value for values in series.values() for value in values), default=0))
    top = step * max(1, -(-max(map(max, series.values()), default=0) // step))
    slot = (100 - LEFT) / max(1, len(marks))
    wide = min(WIDEST, slot * 0.8 / len(series))
    every = -(-len(marks) // MOST_MARKS)
    inside = list(_grid(top, step))
    for place, mark in enumerate(marks):
        middle = LEFT + slot * (place + 0.5)
        values = {key: values[place] for key, values in series.items()}
        inside.append(_group(mark, values, middle, wide, top))
        if place % every == 0:
            inside.append(_text(mark, middle, HEIGHT - 4, "middle"))
    return _picture(name, title, about, HEIGHT, inside)


def bars(name: str, title: str, about: str, rows: Sequence[tuple[str, Mapping[str, int]]]) -> Element:
    """Bars that lie under their label, with their value behind them."""
    most = max((value for _, values in rows for value in values.values()), default=0) or 1
    inside, y = [], 0
    for label, values in rows:
        y += LABEL
        inside.append(_text(label, 0, y - 5, "start"))
        inside.append(element("line", x1=0, x2=0, y1=y - 1, y2=y + BAR * len(values) - 1, class_="ground"))
        for key, value in values.items():
            inside.append(_rect(key, 0, y, 86 * value / most, BAR - 2))
            inside.append(_text(str(value), 86 * value / most, y + BAR - 4, "start", dx=5, class_="value"))
            y += BAR
        y += 6
    return _picture(name, title, about, max(y, 1), inside)


def scale(most: int) -> int:
    """Whole numbers between two lines, so that there are few of them."""
    step = 1
    while step * 5 < most:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step


def _grid(top: int, step: int) -> Iterator[Element]:
    for value in range(0, top + 1, step):
        y = _y(value, top)
        yield element("line", x1=f"{LEFT}%", x2="100%", y1=y, y2=y, class_="grid" if value else "ground")
        yield _text(str(value), LEFT, y + 4, "end", dx=-6)


def _group(mark: str, values: Mapping[str, int], middle: float, wide: float, top: int) -> Element:
    """The columns over one mark; where the pointer rests, they say their values."""
    said = ", ".join(f"{key} {value}" for key, value in values.items())
    left = middle - wide * len(values) / 2
    made = [
        _rect(key, left + wide * place, _y(value, top), wide * 0.9, BOTTOM - _y(value, top))
        for place, (key, value) in enumerate(values.items())
        if value
    ]
    return element("g", element("title", f"{mark}: {said}"), *made)


def _y(value: int, top: int) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * value / top, 1)


def _rect(series: str, x: float, y: float, width: float, height: float) -> Element:
    return element("rect", class_=series, x=_of(x), y=y, width=_of(width), height=round(height, 1), rx=1)


def _text(text: str, x: float, y: float, anchor: str, **more: object) -> Element:
    return element("text", text, x=_of(x), y=y, text_anchor=anchor, **more)


def _of(part: float) -> str:
    return f"{part:.2f}%"


def _picture(name: str, title: str, about: str, height: int, inside: Sequence[Element]) -> Element:
    names = f"{name}-title {name}-about"
    said = element("title", title, id=f"{name}-title"), element("desc", about, id=f"{name}-about")
    return element("svg", *said, *inside, width="100%", height=height, role="img", aria_labelledby=names)
