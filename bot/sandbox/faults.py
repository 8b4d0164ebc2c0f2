"""Faults on demand: what a service of Microsoft 365 does on a bad day, switched on for the requests that match."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

HOSTS = ("login", "graph", "sharepoint", "bot", "servicenow", "jira", "zendesk", "webhook")


@dataclass
class Fault:
    """One trouble. `times` counts down with each request that it hits; None goes on until the faults are cleared."""

    host: str
    path: re.Pattern[str]
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None
    delay: float = 0.0
    times: int | None = None
    malformed: bool = False
    drop: bool = False
    after: bool = False
    hits: int = 0


class Faults:
    """The troubles of the moment, in the order in which they were added; the first that matches a request has it."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(
        self,
        *,
        host: str,
        path: str = "",
        status: int | None = None,
        headers: dict[str, str] | None = None,
        body: Any = None,
        delay: float = 0.0,
        times: int | None = None,
        malformed: bool = False,
        drop: bool = False,
        after: bool = False,
    ) -> Fault:
        """Trouble for requests to `host` whose path and query, as sent, match the regular expression `path`.

        With `status` that is the answer, after `delay` seconds; with `delay` alone the true answer comes late; with
        `malformed` comes a 200 whose JSON stops in the middle; with `drop` the connection breaks without an answer.
        With `after` the host first does what it was asked, and has its trouble with the answer.
        """
        if host not in HOSTS:
            raise ValueError(f"host must be one of {', '.join(HOSTS)}")
        fault = Fault(host, re.compile(path), status, headers or {}, body, delay, times, malformed, drop, after)
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        """All is well again."""
        self._faults.clear()

    def take(self, host: str, path: str) -> Fault | None:
        """The trouble that this request is in, counted."""
        for fault in self._faults:
            if fault.host == host and fault.times != 0 and fault.path.search(path):
                fault.hits += 1
                fault.times = None if fault.times is None else fault.times - 1
                return fault
        return None


def default_body(host: str, status: int) -> Any:
    """What that service usually says with such a status, where a fault does not say it itself."""
    words = {
        401: ("InvalidAuthenticationToken", "Access token validation failure."),
        403: ("ErrorAccessDenied", "Access is denied. Check credentials and try again."),
        404: ("ResourceNotFound", "Resource not found."),
        429: ("TooManyRequests", "Too many requests."),
        503: ("ServiceUnavailable", "The service is temporarily unavailable. Please retry after some time."),
    }
    code, message = words.get(status, ("UnknownError", "An unexpected error occurred."))
    if host == "sharepoint" and status in (429, 503):  # its front end answers before REST does
        return f"<html><body>{status} {message}</body></html>"
    if host == "sharepoint":
        return {"odata.error": {"code": f"-1, {code}", "message": {"lang": "en-US", "value": message}}}
    if host == "servicenow":
        return {"error": {"message": message, "detail": code}, "status": "failure"}
    if host == "jira":
        return {"errorMessages": [message], "errors": {}}
    if host == "zendesk":
        return {"error": code, "description": message}
    if host == "login":
        text = f"AADSTS90033: {message}"
        return {"error": "temporarily_unavailable", "error_description": text, "error_codes": [90033]}
    return {"error": {"code": code, "message": message}}


def encoded(body: Any) -> tuple[bytes, str]:
    """A fault's body as bytes, and its content type."""
    if isinstance(body, bytes):
        return body, "application/octet-stream"
    if isinstance(body, str):
        return body.encode(), "text/html" if body.startswith("<") else "text/plain"
    return json.dumps(body).encode(), "application/json"
