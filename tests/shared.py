"""What is started once for all workers of a run. It knows who asks first and that all of it ends, not what it is."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_NAME = "TESTS_SHARED_FOLDER"  # in the environment, which the workers inherit from the process that starts them


def folder() -> Path:
    if _NAME not in os.environ:  # a benchmark, which has no workers
        begin()
    return Path(os.environ[_NAME])


def owner() -> int:
    """The process that is there for as long as the tests run."""
    return int((folder() / "owner").read_text("ascii"))


def begin() -> None:
    """Make this process the owner: with it, all of it ends."""
    os.environ[_NAME] = tempfile.mkdtemp(prefix="resync-tests-")
    (folder() / "owner").write_text(str(os.getpid()), "ascii")
    atexit.register(_end)


def once(name: str, start: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What `start` says, which whoever asks first calls, while the others wait.

    It may name a command that ends it, as `stop`, and a `folder` that is of no use then.
    """
    said, under_way = folder() / f"{name}.json", folder() / name
    while not said.exists():
        try:
            under_way.mkdir()
        except FileExistsError:
            time.sleep(0.02)
            continue
        try:
            if not said.exists():
                unfinished = folder() / f"{name}.new"
                unfinished.write_text(json.dumps(start()), "utf-8")
                unfinished.rename(said)
        finally:
            under_way.rmdir()
    found: dict[str, Any] = json.loads(said.read_text("utf-8"))
    return found


def _end() -> None:
    for one in folder().glob("*.json"):
        said = json.loads(one.read_text("utf-8"))
        if "stop" in said:
            subprocess.run(said["stop"], check=False, stdout=subprocess.DEVNULL, cwd=tempfile.gettempdir())
        if "folder" in said:
            shutil.rmtree(said["folder"], ignore_errors=True)
    shutil.rmtree(folder(), ignore_errors=True)
