"""How many turns a second this bot takes, against bare aiohttp and echo bots of three SDKs; `python -m bench.channel`.

One run, one machine, one after the other and round about: the server under test has a processor of its own, the load
and the Bot Connector that it answers to have another one. Every reply goes out over HTTPS. This bot does its full turn
with authentication on: signature, duplicate, state in the database, intent, card, reply; each of the others says what
it was told. Theirs is off, which only helps them. What counts is when the reply has come to the Bot Connector.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

import trustme

from bench.load import HOST, Connector, Crowd, Load, Tally, Trouble
from bot.sandbox import Sandbox

ROOT = Path(__file__).parent.parent
ECHOES = Path(__file__).parent / "echoes"
# Where each peer's own virtual environment lies; made when it is not there.
HOMES = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "resync-bench"
PEERS = {
    "stock": ("botbuilder-integration-aiohttp==4.17.1", "aiohttp"),
    "agents": ("microsoft-agents-hosting-aiohttp==1.9.0",),
    "teams": ("microsoft-teams-apps==2.1.1",),
}
SUBJECTS = ("bare", "resync", *PEERS)
TEXTS = ("help", "Hello!", "what can you do?", "thanks", "hulp", "Hallo", "wat kan je?", "dank je")
NO_TROUBLE = Trouble()
TENANTS, TOKENS = 64, 64  # Teams takes fifty messages a second from an app for one tenant


def environment_of(peer: str) -> Path:
    """The interpreter of a peer's environment."""
    python = HOMES / peer / "bin" / "python"
    if not python.exists():
        print(f"making an environment for {', '.join(PEERS[peer])} …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(HOMES / peer)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *PEERS[peer]], check=True)
    return python


@dataclass
class Stage:
    """What surrounds the servers: the sign-in service, the Bot Connector, certificates and tokens."""

    sandbox: Sandbox
    connector: Connector
    service_url: str
    bundle: Path
    tenants: list[str]
    tokens: list[str]

    def crowd(self, port: int, conversations: int, signs: bool = True) -> Crowd:
        tokens = self.tokens if signs else []
        return Crowd(
            f"{HOST}:{port}", self.service_url, self.sandbox.app_id, self.tenants, tokens, TEXTS, conversations
        )


@asynccontextmanager
async def stage(folder: Path, trouble: Trouble = NO_TROUBLE) -> AsyncIterator[Stage]:
    async with Sandbox() as sandbox:
        authority = trustme.CA()
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost", HOST).configure_cert(tls)
        bundle = folder / "authorities.pem"
        bundle.write_bytes(authority.cert_pem.bytes() + sandbox.ca_file.read_bytes())
        connector = Connector(trouble)
        service_url = await connector.start(tls)
        tenants = [str(uuid.UUID(int=0x4000_8000_0000_0000_0001 + number)) for number in range(TENANTS)]
        tokens = [sandbox.connector.token(claims={"serviceurl": service_url, "jti": str(n)}) for n in range(TOKENS)]
        try:
            yield Stage(sandbox, connector, service_url, bundle, tenants, tokens)
        finally:
            connector.stop()


def command(subject: str, port: int) -> list[str]:
    if subject == "resync":
        return [sys.executable, str(ROOT / "app.py")]
    python = sys.executable if subject == "bare" else str(environment_of(subject))
    return [python, str(ECHOES / f"{subject}.py"), str(port)]


def settings(at: Stage, folder: Path, port: int) -> Mapping[str, str]:
    """For this bot: as in an installation, with a file of SQLite."""
    host = at.service_url.split("/")[2]
    return at.sandbox.environment() | {
        "RESYNC_HOST": HOST,
        "RESYNC_PORT": str(port),
        "RESYNC_TENANTS": ",".join([at.sandbox.tenant_id, *at.tenants]),
        "RESYNC_SERVICE_HOSTS": host,
        "RESYNC_CA_BUNDLE": str(at.bundle),
        "RESYNC_LOG_LEVEL": "WARNING",
        "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL", f"sqlite:///{folder / 'bench.db'}"),
    }


@dataclass
class Server:
    """A process that answers at a port; `cpu` and `memory` are its own, threads included."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """Megabytes that it has in memory now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@asynccontextmanager
async def server(subject: str, at: Stage, folder: Path, **more: str) -> AsyncIterator[Server]:
    port = free_port()
    own = settings(at, folder, port) if subject == "resync" else {}
    trust = {"SSL_CERT_FILE": str(at.bundle), "REQUESTS_CA_BUNDLE": str(at.bundle)}
    with (folder / f"{subject}.log").open("ab") as log:
        process = subprocess.Popen(
            command(subject, port), env=os.environ | trust | own | more, stdout=log, stderr=log, cwd=folder
        )
    try:
        pin(process.pid, 0)
        await until_it_listens(process, port)
        yield Server(process, port)
    except BaseException:
        print((folder / f"{subject}.log").read_text(errors="replace")[-2000:], file=sys.stderr)
        raise
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            await asyncio.to_thread(process.wait, 20)
        process.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def pin(pid: int, core: int) -> None:
    """A processor for itself, where there are two; threads that it starts later stay there, too."""
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(pid, {core})


async def until_it_listens(process: subprocess.Popen[bytes], port: int) -> None:
    async with asyncio.timeout(60):
        while True:
            if process.poll() is not None:
                raise RuntimeError(f"{process.args!r} ended with code {process.returncode}")
            try:
                _, writer = await asyncio.open_connection(HOST, port)
                writer.close()
                return
            except OSError:
                await asyncio.sleep(0.05)


@dataclass
class Measured:
    """What came of one subject, over all rounds."""

    rates: list[float] = field(default_factory=list)  # turns a second
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)  # milliseconds of processor time a turn
    busy: list[float] = field(default_factory=list)  # share of its processor that the load took
    memory: float = 0.0
    failed: int = 0

    def add(self, tally: Tally, lasted: float, cpu: float, own: float, memory: float) -> None:
        turns = max(1, len(tally.seconds))
        self.rates.append(len(tally.seconds) / lasted)
        self.cpu.append(cpu / turns * 1e3)
        self.busy.append(own / lasted)
        self.seconds += tally.seconds
        self.memory = max(self.memory, memory)
        self.failed += tally.lost + tally.broken + tally.refused.total()


async def round_of(subject: str, at: Stage, folder: Path, measured: Measured, options: argparse.Namespace) -> None:
    async with server(subject, at, folder) as one:
        load = Load(at.crowd(one.port, options.conversations, subject == "resync"), at.connector, options.at_once)
        await load.turns(options.warm_up)
        cpu, own, began = one.cpu, time.process_time(), time.perf_counter()
        tally = await load.turns(options.seconds)
        lasted = time.perf_counter() - began
        measured.add(tally, lasted, one.cpu - cpu, time.process_time() - own, one.memory)
        load.close()


def told(subject: str, one: Measured, limit: float) -> str:
    if not one.seconds:
        return f"{subject:8} no turn was answered, {one.failed} failed"
    cuts = quantiles(one.seconds, n=100, method="inclusive") if len(one.seconds) > 1 else one.seconds * 99
    rate = median(one.rates)
    return (
        f"{subject:8} {rate:7.0f} {rate / limit:6.2f} {median(one.cpu):8.2f} {cuts[49] * 1e3:8.1f} "
        f"{cuts[94] * 1e3:8.1f} {cuts[98] * 1e3:8.1f} {one.memory:7.0f} {one.failed:6} {median(one.busy):6.0%}"
    )


async def main(options: argparse.Namespace) -> None:
    found = {subject: Measured() for subject in options.subjects}
    pin(0, 1)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        async with stage(folder) as at:
            for number in range(options.rounds):
                for subject in options.subjects:
                    print(f"round {number + 1}: {subject}", file=sys.stderr)
                    await round_of(subject, at, folder, found[subject], options)
    print(f"{options.at_once} turns at once, {options.rounds} rounds of {options.seconds:g} s; times in ms")
    tell(found)


def tell(found: Mapping[str, Measured]) -> None:
    limit = median(found["bare"].rates) if "bare" in found else float("nan")
    print(f"{'':8} {'turns/s':>7} {'/bare':>6} {'cpu/turn':>8} {'p50':>8} {'p95':>8} {'p99':>8} {'MB':>7} failed  load")
    for subject, one in found.items():
        print(told(subject, one, limit))
    if "resync" in found:
        ours, others = median(found["resync"].rates), [name for name in found if name != "resync"]
        ratios = [f"{name} {ours / median(found[name].rates):.2f}" for name in others if median(found[name].rates)]
        print("this bot's turns for each of", ", ".join(ratios))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subjects", nargs="*", help=f"some of {', '.join(SUBJECTS)}; by default all of them")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=8.0, help="that a round lasts")
    parser.add_argument("--warm-up", type=float, default=6.0, help="seconds before it that are not counted")
    parser.add_argument("--at-once", type=int, default=32, help="turns at the same time")
    parser.add_argument("--conversations", type=int, default=4096)
    options = parser.parse_args()
    if unknown := set(options.subjects) - set(SUBJECTS):
        parser.error(f"no such subject: {', '.join(sorted(unknown))}")
    options.subjects = options.subjects or list(SUBJECTS)
    return options


if __name__ == "__main__":
    asyncio.run(main(arguments()))
