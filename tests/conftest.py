"""The real parts that tests share: the simulated tenant, a bot on it, both databases."""

from __future__ import annotations

import glob
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

LOOPBACK = ["127.0.0.1", "::1", "localhost"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Nothing that a test does may leave this machine."""
    for item in items:
        item.add_marker(pytest.mark.allow_hosts(LOOPBACK))


def missing(what: str) -> None:
    """Skip on a newcomer's machine, fail in CI: there everything is to be had."""
    if os.environ.get("CI"):
        pytest.fail(f"CI has no {what}")
    pytest.skip(f"there is no {what} on this machine")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _postgresql_programs() -> Path | None:
    candidates = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: float(path.split("/")[4]))
    found = candidates[-1] if candidates else shutil.which("initdb")
    return Path(found).parent if found else None


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, gone when the tests end."""
    programs = _postgresql_programs()
    if programs is None:
        missing("PostgreSQL")
        raise AssertionError
    folder = Path(tempfile.mkdtemp(prefix="resync-pg-"))
    as_user: list[str] = []
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # the server refuses to run as root
        as_user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    port, data = free_port(), folder / "data"
    subprocess.run([*as_user, programs / "initdb", "-D", data, "-U", "resync", "-A", "trust", "-N"], check=True,
                   stdout=subprocess.DEVNULL, cwd=folder)  # fmt: skip
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    control = [*as_user, programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    subprocess.run([*control, "-o", options, "start"], check=True, stdout=subprocess.DEVNULL, cwd=folder)
    try:
        yield f"postgresql://resync@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, stdout=subprocess.DEVNULL, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'resync.db'}"
    import psycopg

    server = str(request.getfixturevalue("postgresql"))
    name = f"t{os.urandom(6).hex()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name}")  # type: ignore[arg-type]
    return server.replace("/postgres", f"/{name}")


class Instant:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        from datetime import UTC, datetime

        self.moment = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def now(self):  # type: ignore[no-untyped-def]
        return self.moment


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[object]:
    from bot.store import Database

    store = Database(database_url, Instant())
    await store.open()
    yield store
    await store.close()
