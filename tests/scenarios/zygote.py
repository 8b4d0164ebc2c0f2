"""Has imported the bot, and makes processes of it by forking: an import takes longer than most of what is tested.

    python -m tests.scenarios.zygote DESCRIPTOR OWNER

Who connects to the socket of that descriptor sends one JSON line, `program`, `environment`, `folder`, the files of
its three `streams` and of its `end`, and gets the process's number; how that process ended is written to its `end`.
It lives as long as the process of the number OWNER.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import bot.build
import bot.cli  # noqa: F401
from bot.core.texts import LANGUAGES, bundle
from bot.language.understanding import listener

LOOKS = 2.0  # seconds between two looks whether the owner is still there

_ends: dict[int, Path] = {}

listener()  # what was learned is read once, for all, and so are the sentences
for language in LANGUAGES:
    bundle(language)


def _reap(*_: Any) -> None:
    while True:
        try:
            number, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not number:
            return
        end = _ends.pop(number)
        unfinished = end.with_name(f"{end.name}.new")
        unfinished.write_text(str(os.waitstatus_to_exitcode(status)), "ascii")
        unfinished.rename(end)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _become(wanted: dict[str, Any]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    os.environ.clear()
    os.environ.update(wanted["environment"])
    os.chdir(wanted["folder"])
    for target, file in enumerate(wanted["streams"]):
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT if target else os.O_RDONLY
        os.dup2(os.open(file, flags, 0o600), target)
    first, *rest = wanted["program"]
    if first == "-m":
        sys.argv = rest
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv = [first, *rest]
        runpy.run_path(first, run_name="__main__")
    sys.exit(0)


def main(server: socket.socket, owner: int) -> None:
    signal.signal(signal.SIGCHLD, _reap)
    server.settimeout(LOOKS)
    gc.freeze()  # what is there already is not touched by the garbage collector, and so not copied
    while _lives(owner):
        try:
            connection, _ = server.accept()
        except TimeoutError:
            continue
        wanted = json.loads(connection.makefile().readline())
        # Nobody is reaped before it is known where their end is to be written.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        number = os.fork()
        if not number:
            server.close()
            connection.close()
            _become(wanted)
        _ends[number] = Path(wanted["end"])
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        with connection:
            connection.sendall(f"{number}\n".encode())


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]))
