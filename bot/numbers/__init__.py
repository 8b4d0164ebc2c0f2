"""The numbers for the helpdesk's lead: read from the database, and told to people and to programs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.core.numbers import DEEDS, MOVES, Numbers, counted
from bot.numbers.page import as_html
from bot.numbers.tables import as_csv, as_json, as_text
from bot.store import Database

__all__ = ["FORMS", "numbers_since"]

FORMS: dict[str, Callable[[Numbers], str]] = {"text": as_text, "csv": as_csv, "html": as_html, "json": as_json}


async def numbers_since(store: Database, since: datetime, now: datetime, reply_within: timedelta | None) -> Numbers:
    """Everything from `since` to `now`."""
    tickets = await store.tickets_since(since)
    moves = await store.moves_since(since, *MOVES)
    deeds = await store.deeds_since(since, *DEEDS)
    feedback = await store.feedback_since(since)
    return counted(tickets, moves, deeds, since, now, reply_within, feedback)
