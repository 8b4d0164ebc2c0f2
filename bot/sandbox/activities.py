"""The activities that Teams sends to a bot for one person, in its shape; the ids are those of this sandbox."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.sandbox.chats import Activity, Chat, Message
from bot.sandbox.connector import BOT_ID, BOT_NAME, Connector
from bot.sandbox.person import HELPDESK_GROUP, TENANT_ID, Person
from bot.sandbox.team import TEAM_ID, TEAM_NAME


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

    def in_thread(self, activity: Activity, thread: str) -> Activity:
        """An answer in a thread of the channel."""
        if self.chat.kind != "channel" or thread not in self.chat.messages:
            raise LookupError(f"no thread {thread!r} in this {self.chat.kind} chat")
        activity["conversation"]["id"] = f"{self.chat.id};messageid={thread}"
        return activity

    def quoting(self, activity: Activity, message: Message, *, marked: bool) -> Activity:
        """A reply with a quote: as the service marks it, or as it used to, with everything run together in the text.

        https://github.com/microsoft/teams.py/pull/321 has the mark, and the HTML that was there before and still is.
        """
        sender, text = message.activity.get("from") or {}, str(activity.get("text") or "")
        name, preview = str(sender.get("name") or BOT_NAME), _preview(message)
        quote = (
            f'<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="{message.id}">'
            f'<strong itemprop="mri" itemid="{sender.get("id")}">{_escaped(name)}</strong>'
            f'<span itemprop="time" itemid="{message.id}"></span>'
            f'<p itemprop="preview">{_escaped(preview)}</p></blockquote>'
        )
        html = f"{quote}\n<p>{_escaped(text)}</p>"
        activity["attachments"] = [{"contentType": "text/html", "content": html}]
        if not marked:
            return activity | {"text": f"{name}{preview}{text}"}
        reply = {"messageId": message.id, "senderId": sender.get("id"), "senderName": name, "preview": preview}
        entity = {"type": "quotedReply", "quotedReply": reply | {"time": message.id, "validatedMessageReference": True}}
        activity["entities"].append(entity)
        return activity | {"text": f'<quoted messageId="{message.id}"/> {text}'}

    def attach(self, activity: Activity, files: Sequence[tuple[str, str]]) -> Activity:
        """Files by name and address; one without an address is a picture that was pasted into the message."""
        activity["attachments"] += [self._file(name, url) for name, url in files]
        return activity

    def _file(self, name: str, url: str) -> dict[str, Any]:
        id = str(uuid.uuid4())
        if not url:
            at = f"{self.connector.addresses.service_url}v3/attachments/{id}/views/original"
            return {"contentType": "image/*", "contentUrl": at} | ({"name": name} if name else {})
        if self.chat.kind == "channel":
            return {"contentType": "reference", "contentUrl": url, "name": name, "id": id}
        private = f"{url}?tempauth={id}"
        content = {"downloadUrl": private, "uniqueId": id, "fileType": name.rpartition(".")[2]}
        kind = "application/vnd.microsoft.teams.file.download.info"
        return {"contentType": kind, "contentUrl": url, "name": name, "content": content}


def _in_channel(shape: Activity, id: str) -> None:
    """In a channel the bot is mentioned, a thread is a conversation, and the team and the channel are told."""
    shape["conversation"] |= {"conversationType": "channel", "isGroup": True}
    team = {"id": TEAM_ID, "name": TEAM_NAME, "aadGroupId": HELPDESK_GROUP}
    shape["channelData"] |= {"channel": {"id": id}, "team": team}
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
    return [{"contentType": "text/html", "content": f"<p>{_escaped(text)}</p>"}]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _preview(message: Message) -> str:
    """What the quote shows of a message: its beginning."""
    text = str(message.activity.get("text") or message.activity.get("summary") or "Card")
    return text if len(text) <= 100 else f"{text[:99]}…"
