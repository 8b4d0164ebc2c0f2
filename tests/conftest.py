"""The real parts that tests share: the simulated tenant, a bot on it, both databases."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot import build
from bot.build import Bot
from bot.config import Settings
from bot.sandbox import Sandbox
from bot.store import Database, engine_of
from bot.store.schema import metadata
from bot.teams import turns
from tests import shared

LOOPBACK = ["127.0.0.1", "::1", "localhost"]
WAITING = ("scenarios", "browser", "test_cli")  # tests that mostly wait for clocks


# On a busy machine a press is answered late, and is told to wait in the meantime; what becomes of that has tests of its
# own, which set this themselves.
turns.PRESS_PATIENCE *= 5


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # this is who starts the workers
        shared.begin()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Nothing that a test does may leave this machine; and what waits for clocks goes first, beside what computes."""
    for item in items:
        item.add_marker(pytest.mark.allow_hosts(LOOPBACK))
    items.sort(key=lambda item: not any(name in str(item.path) for name in WAITING))


def missing(what: str) -> None:
    """Skip on a newcomer's machine, fail in CI: there everything is to be had."""
    if os.environ.get("CI"):
        pytest.fail(f"CI has no {what}")
    pytest.skip(f"there is no {what} on this machine")


# Below the ports that systems hand to outgoing connections (Linux: 32768 and up), so that no connection takes one while
# a process that listened there is being started anew; and each worker has its own.
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 12
_PORTS = iter(random.sample(range(20_000 + 1000 * _WORKER, 21_000 + 1000 * _WORKER), 1000))


def free_port() -> int:
    """A port that nobody listens on, given once."""
    for port in _PORTS:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no free port is left")


def _postgresql_programs() -> Path | None:
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = packaged[-1] if packaged else shutil.which("initdb")
    return Path(found).parent if found else None


def _start_postgresql(programs: Path) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="resync-pg-"))
    as_user: list[str] = []
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # the server refuses to run as root
        as_user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    port, data = free_port(), folder / "data"
    subprocess.run([*as_user, programs / "initdb", "-D", data, "-U", "resync", "-A", "trust", "-N"], check=True,
                   stdout=subprocess.DEVNULL, cwd=folder)  # fmt: skip
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    options += " -c max_connections=500"  # of all workers, each with several processes of the bot
    control = [*as_user, str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
    subprocess.run([*control, "-o", options, "start"], check=True, stdout=subprocess.DEVNULL, cwd=folder)
    url = f"postgresql://resync@127.0.0.1:{port}/postgres"
    return {"url": url, "stop": [*control, "-m", "immediate", "stop"], "folder": str(folder)}


@pytest.fixture(scope="session")
def postgresql() -> str:
    """The address of a PostgreSQL server of our own, gone when the tests end."""
    programs = _postgresql_programs()
    if programs is None:
        missing("PostgreSQL")
        raise AssertionError
    return str(shared.once("postgresql", lambda: _start_postgresql(programs))["url"])


def _create(server: str, name: str, template: str = "template1") -> str:
    """A new PostgreSQL database; its address."""
    made = psycopg.sql.SQL("create database {} template {}").format(*map(psycopg.sql.Identifier, (name, template)))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(made)
    return server.replace("/postgres", f"/{name}")


def _prepare(database_url: str) -> dict[str, Any]:
    """Make the tables of the store and of the engine, as a first start does: what takes long to make is copied then.

    In a thread of its own, because whoever needs it first may be in the middle of a test.
    """

    async def first_start() -> None:
        async with staged("sanne", database_url):
            pass

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, first_start()).result()
    engine = engine_of(database_url)
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            connection.execute(table.delete())
    engine.dispose()
    return {"database": database_url}


def new_database(request: pytest.FixtureRequest, kind: str = "postgresql") -> str:
    """A database in which there is nothing yet but tables."""
    if kind == "sqlite":
        prepared = shared.folder() / "prepared.db"
        shared.once("sqlite", lambda: _prepare(f"sqlite:///{prepared}"))
        file = request.getfixturevalue("tmp_path") / "resync.db"
        shutil.copyfile(prepared, file)
        return f"sqlite:///{file}"
    server = request.getfixturevalue("postgresql")
    shared.once("template", lambda: _prepare(_create(server, "prepared")))
    return _create(server, f"t{os.urandom(6).hex()}", "prepared")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A database of each kind in which there is nothing yet but tables."""
    return new_database(request, request.param)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind in which there is nothing, not even a table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    return _create(request.getfixturevalue("postgresql"), f"t{os.urandom(6).hex()}")


class Instant:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    store = Database(database_url, Instant())
    await store.open()
    yield store
    await store.close()


@dataclass
class Stage:
    """A running bot on a simulated tenant, with the means to talk to it."""

    sandbox: Sandbox
    bot: Bot
    address: str
    scene: str

    def client(self, key: str = "", locale: str = "en-US", **more: Any) -> Any:
        return self.sandbox.client(key or self.scene, bot_url=f"{self.address}/api/messages", locale=locale, **more)


@asynccontextmanager
async def staged(scene: str, database_url: str, **changes: str) -> AsyncIterator[Stage]:
    """The bot of production, on its port, against the simulated tenant as `scene` sees it."""
    own = {"DATABASE_URL": database_url, "RESYNC_HOST": "127.0.0.1", "RESYNC_PORT": "0", **changes}
    async with Sandbox(scene=scene) as sandbox:
        settings = Settings.from_mapping(sandbox.environment() | own)
        async with build.running(settings) as bot, build.serving(bot) as address:
            sandbox.world.clock.follow(bot.world.clock.now)  # which goes faster with RESYNC_TIME_SCALE
            yield Stage(sandbox, bot, address, scene)


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest) -> str:
    return new_database(request, "sqlite")
