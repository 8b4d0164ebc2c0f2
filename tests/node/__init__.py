"""Microsoft's own npm packages for the tests, installed once beside this file; knows nothing of what they are for."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
from pathlib import Path

from tests.conftest import missing

HERE = Path(__file__).parent


def node_modules() -> Path:
    """Where the packages of package-lock.json are. Installs them where they are not, one worker at a time."""
    if shutil.which("npm") is None:
        missing("Node.js")
    lock, stamp = (HERE / "package-lock.json").read_text("utf-8"), HERE / "node_modules" / ".installed"
    with (HERE / ".installing").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not stamp.is_file() or stamp.read_text("utf-8") != lock:
            install = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
            done = subprocess.run(install, cwd=HERE, capture_output=True, text=True, timeout=120, check=False)
            if done.returncode:
                missing(f"npm package ({' '.join(done.stderr.split())[-300:]})")
            stamp.write_text(lock, "utf-8")
    return HERE / "node_modules"
