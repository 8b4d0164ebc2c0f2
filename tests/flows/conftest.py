"""A stage for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.store import Database
from tests.conftest import Instant
from tests.flows.stage import Stage


@pytest.fixture
async def stage(sqlite_url: str) -> AsyncIterator[Stage]:
    clock = Instant()
    store = Database(sqlite_url, clock)
    await store.open()
    yield Stage(store, clock)
    await store.close()
