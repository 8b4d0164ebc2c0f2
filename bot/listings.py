"""What is kept and can be listed from the command line: which rows, how one reads, and what is said where none is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Listing:
    """`rows` takes an open store and how many there may be; each row is a dataclass."""

    about: str
    as_json: str
    rows: Callable[[Any, int], Awaitable[Sequence[Any]]]
    line: Callable[[Any], str]
    nothing: str


def _ticket(one: Any) -> str:
    opened = f"{one.opened_at:%Y-%m-%d %H:%M}"
    return f"{one.number:>6}  {opened}  {one.status:<10} {one.verdict:<18} {one.login or one.person}"


def _miss(one: Any) -> str:
    return f"{one.count:>6}  {one.language}  {one.last_at:%Y-%m-%d}  {one.text}"


_THUMBS = {"like": "up", "dislike": "down"}


def _opinion(one: Any) -> str:
    what = ", ".join(one.shown.findings) or one.shown.intent
    line = f"{one.at:%Y-%m-%d %H:%M}  {_THUMBS[one.reaction]:<4}  {one.shown.verdict or '–':<18} {what}: {one.text}"
    return line.rstrip(": ")


LISTINGS = {
    "tickets": Listing(
        "list what was handed to the helpdesk, newest first",
        "print one JSON object a line, with everything found",
        lambda store, most: store.tickets(most=most),
        _ticket,
        "Nothing was handed to the helpdesk.",
    ),
    "misses": Listing(
        "list what was not understood, the most frequent first: see docs/languages.md",
        "print one JSON object a line",
        lambda store, most: store.misses(most),
        _miss,
        "Everything was understood, or RESYNC_KEEP_MISSES is no.",
    ),
    "feedback": Listing(
        "list what people said about the bot's answers, the newest first",
        "print one JSON object a line",
        lambda store, most: store.feedback(most),
        _opinion,
        "Nobody has said what they think of an answer.",
    ),
}
