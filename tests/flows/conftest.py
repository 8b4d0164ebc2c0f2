"""A stage for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.store import Database
from tests.conftest import Instant
from tests.flows.stage import CHANNEL, WHERE, Stage


@pytest.fixture
async def stage(sqlite_url: str) -> AsyncIterator[Stage]:
    clock = Instant()
    store = Database(sqlite_url, clock)
    await store.open()
    yield Stage(store, clock)
    await store.close()


@pytest.fixture
async def helpdesk(stage: Stage) -> Stage:
    """A person who has asked the bot, and a helpdesk."""
    stage.with_desk(waking=(0, 0))
    await stage.store.bind(CHANNEL)
    await stage.store.remember(WHERE)
    await stage.says("why is my photo old?")
    return stage
