"""What OData's $select and $expand ask of an answer of Graph: names, and what is nested in parentheses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.sandbox.rim import Failure

_WHERE = "Parsing OData Select and Expand failed"


def names(select: str) -> list[str]:
    """The names in a $select, in their order."""
    return [name.strip() for name in select.split(",") if name.strip()]


def selected(fields: Mapping[str, Any], wanted: list[str], kind: str = "user") -> dict[str, Any]:
    """The wanted fields, in any letter case; raises 400 for one that the type does not have."""
    known = {name.lower(): name for name in fields}
    for name in wanted:
        if name.lower() not in known:
            text = f"Could not find a property named '{name}' on type 'microsoft.graph.{kind}'."
            raise Failure(400, "BadRequest", f"{_WHERE}: {text}")
    return {known[name.lower()]: fields[known[name.lower()]] for name in wanted}


def expanded(expand: str) -> dict[str, dict[str, str]]:
    """The options of each expanded name: `manager($select=id,mail)` is {"manager": {"$select": "id,mail"}}.

    Options are separated by semicolons. Raises 400 for parentheses that do not match.
    """
    found = {}
    for part in _split(expand, ","):
        name, opened, rest = part.strip().partition("(")
        if opened and not rest.endswith(")"):
            raise Failure(400, "BadRequest", f"{_WHERE}: ')' or ',' expected at position {len(expand)} in '{expand}'.")
        options = (option.strip().partition("=") for option in _split(rest.removesuffix(")"), ";"))
        found[name.strip()] = {key: value for key, _, value in options}
    return found


def _split(text: str, separator: str) -> list[str]:
    """The parts between separators that are in no parentheses."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            break
        if letter == separator and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    if depth:
        raise Failure(400, "BadRequest", f"{_WHERE}: the parentheses of '{text}' do not match.")
    return [part for part in parts if part.strip()]
