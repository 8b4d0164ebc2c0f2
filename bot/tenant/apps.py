"""The organization's catalog of Teams apps, and for whom an app is installed: pure requests and readers."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from bot.core.capabilities import INSTALL
from bot.tenant.http import Answer, Request

_JSON = {"Content-Type": "application/json"}
_LIMIT = "app installations"  # 30 requests a second for each application and tenant (domain: 3.5)


def read_catalog(answer: Answer) -> list[str]:
    """From `graph.uploaded_app`: the ids of the app in the organization's own catalog. Raises ValueError."""
    return [
        str(one["id"]) for one in _values(answer) if one.get("distributionMethod", "organization") == "organization"
    ]


def installed(base: str, person: str, app: str) -> Request:
    """Whether a person has the app: https://learn.microsoft.com/graph/api/userteamwork-list-installedapps"""
    query = f"$filter=teamsApp/id%20eq%20'{quote(app, safe='')}'"
    return Request(base, f"{_of(base, person)}?{query}", kind="installed app", needs=INSTALL, limit=_LIMIT)


def read_installed(answer: Answer) -> bool:
    """Raises ValueError for what is no list."""
    return bool(_values(answer))


def install(base: str, person: str, app: str) -> Request:
    """Give a person the app: https://learn.microsoft.com/graph/api/userteamwork-post-installedapps

    Asked for once more it changes nothing, and is answered with 409.
    """
    content = json.dumps({"teamsApp@odata.bind": f"{base}/v1.0/appCatalogs/teamsApps/{quote(app, safe='')}"})
    url = _of(base, person)
    return Request(base, url, "POST", _JSON, "install app", INSTALL, content.encode(), _LIMIT)


def _of(base: str, person: str) -> str:
    return f"{base}/v1.0/users/{quote(person, safe='')}/teamwork/installedApps"


def _values(answer: Answer) -> list[dict[str, Any]]:
    found = answer.json().get("value")
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError("not a list")
    return found
