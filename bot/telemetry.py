"""One JSON line per event on standard error: what happened, and to which case. Never a token, never a message."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
# Tokens and secrets as they look in messages of libraries: a JWT, a bearer header, a secret in a form or a URL.
_SECRET = re.compile(
    r"eyJ[\w-]+\.[\w-]+\.[\w-]*|(?<=Bearer )[^\s\"']+|(?<=client_secret=)[^&\s]+|(?<=client_assertion=)[^&\s]+"
    r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"
)


def redacted(text: str) -> str:
    """`text` without anything that opens a door, on one line."""
    return _SECRET.sub("…", text).replace("\n", "\\n").replace("\r", "\\r")


class JsonLines(logging.Formatter):
    """A record as one line of JSON; what was given as `extra` becomes a field."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "where": record.name,
            "event": redacted(record.getMessage()),
        }
        line |= {name: redacted(str(value)) for name, value in vars(record).items() if name not in _OWN}
        if record.exc_info:
            line["trace"] = redacted(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def start(level: str) -> None:
    """Send all log lines of the process to standard error, as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("aiohttp.access", "urllib3", "dbos", "PIL", "asyncio"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    logging.getLogger("msal").setLevel(logging.CRITICAL)  # of an answer that it cannot read it shows all, tokens too
