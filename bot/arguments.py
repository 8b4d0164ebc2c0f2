"""What may stand behind the options of the command line; what may not is refused with what would be right."""

from __future__ import annotations

import argparse
import re
from datetime import UTC, datetime, timedelta

from bot.config import GUID, MOST_SPEED

MOST_WORKERS = 64


def speed(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_SPEED):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {MOST_SPEED}")
    return int(text)


def count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_WORKERS):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {MOST_WORKERS}")
    return int(text)


def object_id(text: str) -> str:
    if "@" in text:
        raise argparse.ArgumentTypeError(
            f"{text!r} is a user principal name: give the object id, which stays the same when a name changes"
        )
    if not GUID.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no object id: it must look like 00000000-0000-0000-0000-000000000000"
        )
    return text.lower()


_SPANS = {"d": "days", "w": "weeks"}


def since(text: str) -> datetime:
    """So many days or weeks ago, or the beginning of a day; UTC."""
    now = datetime.now(UTC)
    try:
        if span := re.fullmatch(r"([0-9]{1,4})([dw])", text.strip().lower()):
            moment = now - timedelta(**{_SPANS[span[2]]: int(span[1])})
        else:
            moment = datetime.strptime(text.strip(), "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        moment = now
    if moment >= now:
        raise argparse.ArgumentTypeError(f"{text!r} is no time in the past: write 30d, 12w or a day such as 2026-11-01")
    return moment
