"""An Adaptive Card as lines of text. Pure: no console, no colours, no chat."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Any

from bot.sandbox.cards import Node, actions

_GAP = 2
_NARROWEST = 18  # characters; columns that would be narrower stand below each other
_PRIVATE = 0xE000  # Unicode's first private letter
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])")
# adaptivecards.io, "Text features": the client writes dates and times in the reader's own way.
_MOMENT = re.compile(r"\{\{(DATE|TIME)\(([\d-]+)T([\d:]+)[^)]*\)\}\}")


def draw(card: Node, width: int = 80) -> list[str]:
    """The card as it reads, in lines of at most `width` columns; what can be pressed is numbered from [1]."""
    return _Drawing(card).card(card, max(width, 20))


def pressable(card: Node) -> list[Node]:
    """The actions that have a number, in the order of their numbers."""
    return [action for action in actions(card) if action.get("isEnabled") is not False]


def plain(text: str) -> str:
    """Text without the marks of Markdown; links keep their address."""
    text = _ESCAPED.sub(lambda m: chr(_PRIVATE + ord(m[1])), text)  # out of the way of the marks
    text = _MOMENT.sub(lambda m: m[2] if m[1] == "DATE" else m[3][:5], text)
    text = _LINK.sub(lambda m: m[1] if m[1] == m[2] else f"{m[1]} ({m[2]})", text)
    text = _ITALIC.sub(r"\1", _BOLD.sub(r"\2", text))
    lines = (re.sub(r"^(\s*)[*-] ", r"\1• ", line) for line in re.split(r"\r?\n|\r", text))
    return re.sub("[\ue000-\ue07f]", lambda m: chr(ord(m[0]) - _PRIVATE), "\n".join(lines))


def wrapped(text: str, width: int) -> list[str]:
    """Lines of a text; what hangs below a bullet is indented."""
    lines: list[str] = []
    for line in text.split("\n"):
        hanging = "  " if line.lstrip().startswith("• ") else ""
        lines += textwrap.wrap(line, width, subsequent_indent=hanging, break_on_hyphens=False) or [""]
    return lines


class _Drawing:
    def __init__(self, card: Node) -> None:
        # By identity: the same button may be on a card twice.
        self._numbers = {id(action): number for number, action in enumerate(pressable(card), 1)}

    def card(self, card: Node, width: int) -> list[str]:
        lines = self.elements(card.get("body"), width) + self._select(card, width)
        buttons = self.buttons(card.get("actions"), width)
        return [*lines, *([""] if lines and buttons else []), *buttons]

    def elements(self, elements: Any, width: int) -> list[str]:
        lines: list[str] = []
        for element in _nodes(elements):
            drawn = self.element(element, width)
            if lines and drawn and (element.get("separator") or element.get("spacing") in ("large", "extraLarge")):
                lines.append("")
            lines += drawn
        return lines

    def element(self, element: Node, width: int) -> list[str]:
        lines = self._element(element, width)
        return lines + self._select(element, width)

    def _element(self, element: Node, width: int) -> list[str]:
        match element.get("type"):
            case "TextBlock":
                return wrapped(plain(str(element.get("text") or "")), width)
            case "RichTextBlock":
                runs = element.get("inlines") or ()
                text = "".join(run if isinstance(run, str) else str(run.get("text") or "") for run in runs)
                links = [line for run in _nodes(runs) for line in self._select(run, width)]
                return wrapped(text, width) + links
            case "FactSet":
                return _facts(_nodes(element.get("facts")), width)
            case "Image" | "Media":
                return wrapped(f"[picture: {element['altText']}]" if element.get("altText") else "[picture]", width)
            case "ImageSet":
                return self.elements(element.get("images"), width)
            case "ColumnSet":
                return self._columns(_nodes(element.get("columns")), width)
            case "Table":
                rows = [self._columns(_nodes(row.get("cells")), width) for row in _nodes(element.get("rows"))]
                return [line for row in rows for line in row]
            case "ActionSet":
                return self.buttons(element.get("actions"), width)
            case str(kind) if kind.startswith("Input."):
                return self._input(element, width)
            case None | "Container" | "Column" | "TableCell":
                return self.elements(element.get("items"), width)
        # What we do not know shows as its fallback would, or as what it holds.
        if isinstance(fallback := element.get("fallback"), dict):
            return self.element(fallback, width)
        return self.elements(element.get("items"), width)

    def buttons(self, found: Any, width: int) -> list[str]:
        texts, below = [], []
        for action in _nodes(found):
            texts.append(self._button(action))
            if isinstance(action.get("card"), dict):
                below += [f"  {line}".rstrip() for line in self.card(action["card"], width - 2)]
        lines: list[str] = []
        for text in texts:
            if lines and _columns(f"{lines[-1]}  {text}") <= width:
                lines[-1] += f"  {text}"
            else:
                lines.append(text)
        return lines + below

    def _button(self, action: Node) -> str:
        number = self._numbers.get(id(action))
        title = str(action.get("title") or action.get("url") or action.get("tooltip") or "open")
        title = f"{title} ↗" if action.get("type") == "Action.OpenUrl" and "↗" not in title else title
        return f"[{number}] {title}" if number else f"( {title} )"

    def _select(self, element: Node, width: int) -> list[str]:
        return self.buttons([element["selectAction"]], width) if isinstance(element.get("selectAction"), dict) else []

    def _columns(self, columns: Sequence[Node], width: int) -> list[str]:
        each = (width - _GAP * (len(columns) - 1)) // max(len(columns), 1)
        blocks = [block for column in columns if (block := self.element(column, max(each, _NARROWEST)))]
        if len(blocks) < 2 or each < _NARROWEST:
            return [line for column in columns for line in self.element(column, width)]
        widths = [max(_columns(line) for line in block) for block in blocks]
        if any(number > each for number in widths):  # a word that cannot be broken
            return [line for column in columns for line in self.element(column, width)]
        rows = range(max(len(block) for block in blocks))
        cells = [[block[row] if row < len(block) else "" for block in blocks] for row in rows]
        return [(" " * _GAP).join(map(_padded, row, widths)).rstrip() for row in cells]

    def _input(self, field: Node, width: int) -> list[str]:
        label = plain(str(next(filter(None, map(field.get, ("label", "title", "placeholder", "id"))), "")))
        value = field.get("value") or ""
        if field["type"] == "Input.ChoiceSet":
            titles = {str(choice.get("value")): str(choice.get("title")) for choice in _nodes(field.get("choices"))}
            value = titles.get(str(value), value)
            label += f" ({' / '.join(titles.values())})" if titles else ""
        return wrapped(f"{label}: {value or '____'}", width) + (
            self.buttons([field["inlineAction"]], width) if isinstance(field.get("inlineAction"), dict) else []
        )


def _facts(facts: Sequence[Node], width: int) -> list[str]:
    titles = [plain(str(fact.get("title") or "")).rstrip(":") for fact in facts]
    left = min(max((_columns(title) for title in titles), default=0), width // 2)
    lines = []
    for title, fact in zip(titles, facts, strict=True):
        first, *rest = wrapped(plain(str(fact.get("value") or "")), max(width - left - _GAP, 10))
        lines.append(f"{_padded(title, left)}{' ' * _GAP}{first}".rstrip())
        lines += [" " * (left + _GAP) + line for line in rest]
    return lines


def _nodes(value: Any) -> list[Node]:
    nodes = value if isinstance(value, list | tuple) else ()
    return [node for node in nodes if isinstance(node, dict) and node.get("isVisible") is not False]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(bool(unicodedata.combining(letter)) for letter in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _columns(text))
