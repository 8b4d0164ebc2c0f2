"""The activities that Teams sends to a bot for one person, in its shape; the ids are those of this sandbox."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.sandbox.chats import Activity, Chat, Message
from bot.sandbox.connector import BOT_ID, BOT_NAME, TEAM_ID, Connector
from bot.sandbox.person import TENANT_ID, Person


@dataclass
class Shapes:
    """What one person's Teams writes on the envelope."""

    connector: Connector
    chat: Chat
    person: Person
    locale: str
    time_zone: str

    def activity(self, text: str | None, type: str, fields: dict[str, Any]) -> Activity:
        """An activity of that type; `fields` replace what is there, and one that is None is left out."""
        now = self.connector.world.clock.now()
        place = {"locale": self.locale, "country": self.locale[-2:], "platform": "Web", "timezone": self.time_zone}
        sender = {"id": self.connector.mri(self.person), "name": self.person.name, "aadObjectId": self.person.object_id}
        shape: Activity = {
            "type": type,
            "id": self.chat.new_id(now) if type == "message" else f"f:{uuid.uuid4()}",
            "timestamp": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "localTimestamp": now.astimezone(_zone(self.time_zone)).isoformat(timespec="milliseconds"),
            "localTimezone": self.time_zone,
            "channelId": "msteams",
            "serviceUrl": self.connector.addresses.service_url,
            "from": sender,
            "conversation": {"conversationType": "personal", "tenantId": TENANT_ID, "id": self.chat.id},
            "recipient": {"id": BOT_ID, "name": BOT_NAME},
            "entities": [{**place, "type": "clientInfo"}],
            "channelData": {"tenant": {"id": TENANT_ID}},
            "locale": self.locale,
        }
        if type == "message" and text is not None:
            shape |= {"text": text, "textFormat": "plain", "attachments": _html(text)}
        if self.chat.kind == "channel":
            _in_channel(shape, self.chat.id)
        return {name: value for name, value in (shape | fields).items() if value is not None}

    def beside(self, message: Message, activity: Activity) -> Activity:
        """In a channel, what is pressed on a message belongs to its thread."""
        if self.chat.kind == "channel":
            activity["conversation"]["id"] = f"{self.chat.id};messageid={message.thread or message.id}"
        return activity


def _in_channel(shape: Activity, id: str) -> None:
    """In a channel the bot is mentioned, a thread is a conversation, and the team and the channel are told."""
    shape["conversation"] |= {"conversationType": "channel", "isGroup": True}
    shape["channelData"] |= {"channel": {"id": id}, "team": {"id": TEAM_ID, "name": "Helpdesk"}}
    if shape["type"] == "message":
        shape["conversation"]["id"] += f";messageid={shape['id']}"
    if shape.get("text"):
        mention = f"<at>{BOT_NAME}</at>"
        shape["text"] = f"{mention} {shape['text']}"
        shape["entities"].append({"type": "mention", "mentioned": dict(shape["recipient"]), "text": mention})


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:  # Windows without the tzdata package
        return UTC


def _html(text: str) -> list[dict[str, Any]]:
    """Teams sends what was typed a second time, as HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return [{"contentType": "text/html", "content": f"<p>{escaped}</p>"}]
