"""The team "Helpdesk" of the simulated tenant: its names, and what Teams asks of a message that mentions somebody."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from bot.sandbox.person import HELPDESK_GROUP, TENANT_ID
from bot.sandbox.rim import Failure

TEAM_NAME = "Helpdesk"
TEAM_ID = "19:b2d1f0c4a7e94c3e8f55aa7b0c6d9e21@thread.tacv2"  # in Teams a team has the id of its General channel
HELPDESK_CHANNEL = "19:5e0c9ab1d24f4f7c9d3b6a8e7f102c43@thread.tacv2"
_CARD = "application/vnd.microsoft.card.adaptive"


def details(id: str, channels: int, members: int) -> dict[str, Any]:
    """What a bot is told of the team (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context)."""
    counts = {"channelCount": channels, "memberCount": members}
    return {
        "id": id,
        "name": TEAM_NAME,
        "type": "standard",
        "aadGroupId": HELPDESK_GROUP,
        "tenantId": TENANT_ID,
        **counts,
    }


def check_mentions(activity: dict[str, Any], known: Callable[[str], bool]) -> None:
    """Raises 400 for a mention of nobody, or of whom the text does not name. The codes and words are [general]."""
    for text, entity in _mentions(activity):
        mentioned = entity.get("mentioned")
        id = str(mentioned.get("id")) if isinstance(mentioned, dict) else ""
        name = str(entity.get("text") or "")
        if not name.startswith("<at>") or not name.endswith("</at>") or "<" in name[4:-5]:
            raise Failure(400, "BadSyntax", "Mention entity text is not valid.")
        if name not in text:
            raise Failure(400, "BadSyntax", "Mention entity text was not found in the message text.")
        if not known(id):
            raise Failure(400, "BadArgument", "Failed to resolve the mentioned identity.")


def _mentions(activity: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each mention with the text in which it must occur: that of the message, or that of the card."""
    for entity in activity.get("entities") or ():
        if entity.get("type") == "mention":
            yield str(activity.get("text") or ""), entity
    for attachment in activity.get("attachments") or ():
        content = attachment.get("content")
        own = content.get("msteams") if isinstance(content, dict) and attachment.get("contentType") == _CARD else None
        for entity in (own or {}).get("entities") or ():
            rest = {name: value for name, value in content.items() if name != "msteams"}
            yield json.dumps(rest, ensure_ascii=False), entity
