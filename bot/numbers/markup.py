"""Elements of a page, as values. Text that goes in is escaped when the page is written, whatever it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, tostring

Part = Element | str


def element(tag: str, *inside: Part, **attributes: object) -> Element:
    """An element; `class_` and `text_anchor` are the attributes class and text-anchor."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): str(value) for name, value in attributes.items()})
    for part in inside:
        if isinstance(part, Element):
            made.append(part)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + part
        else:
            made.text = (made.text or "") + part
    return made


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Element:
    """A table whose first column names its rows. One that is too wide is moved by itself, also with the keyboard."""
    head = element("tr", *(element("th", one, scope="col") for one in heads))
    body = [
        element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:])) for row in rows
    ]
    made = element("table", element("caption", caption), element("thead", head), element("tbody", *body))
    return element("div", made, class_="table", role="region", aria_label=caption, tabindex=0)


def written(page: Element) -> str:
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html")
