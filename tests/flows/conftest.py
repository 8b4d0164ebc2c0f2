"""A stage for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import Database
from tests.conftest import Instant
from tests.flows.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    clock = Instant()
    store = Database(f"sqlite:///{tmp_path / 'resync.db'}", clock)
    await store.open()
    yield Stage(store, clock)
    await store.close()
