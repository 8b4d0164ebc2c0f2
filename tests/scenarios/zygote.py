"""Has imported the bot, and makes processes of it by forking: an import takes longer than most of what is tested.

It reads a JSON line for each on its standard input: `program`, `environment`, `folder` and `log`; and answers with the
process's number. How that process ended is written to `<log>.<number>`.
"""

from __future__ import annotations

import json
import os
import runpy
import signal
import sys
from pathlib import Path
from typing import Any

import bot.build
import bot.cli  # noqa: F401
from bot.language.understanding import listener

_logs: dict[int, str] = {}

listener()  # what was learned is read once, for all


def _reap(*_: Any) -> None:
    while True:
        try:
            number, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not number:
            return
        ended = Path(f"{_logs[number]}.{number}")
        unfinished = ended.with_name(f"{ended.name}.new")
        unfinished.write_text(str(os.waitstatus_to_exitcode(status)), "ascii")
        unfinished.rename(ended)


def _become(wanted: dict[str, Any]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    os.environ.clear()
    os.environ.update(wanted["environment"])
    os.chdir(wanted["folder"])
    log = os.open(wanted["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    first, *rest = wanted["program"]
    if first == "-m":
        sys.argv = rest
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv = [first, *rest]
        runpy.run_path(first, run_name="__main__")
    sys.exit(0)


def main() -> None:
    signal.signal(signal.SIGCHLD, _reap)
    for line in sys.stdin:
        wanted = json.loads(line)
        # Nobody is reaped before it is known which log is theirs.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        number = os.fork()
        if not number:
            _become(wanted)
        _logs[number] = wanted["log"]
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
