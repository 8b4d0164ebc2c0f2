"""What Teams keeps of a conversation: its messages with all their versions, and everything that happened, in order."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import itertools
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Activity = dict[str, Any]


@dataclass
class Message:
    """A message of a conversation. `activity` is what it is now, `history` what it was before, oldest first."""

    id: str
    activity: Activity
    from_bot: bool
    at: datetime
    thread: str = ""  # the id of the post that it answers, in a channel
    history: list[Activity] = field(default_factory=list)
    deleted: bool = False

    @property
    def card(self) -> dict[str, Any] | None:
        """The first Adaptive Card of the message."""
        for attachment in self.activity.get("attachments") or ():
            if attachment.get("contentType") == "application/vnd.microsoft.card.adaptive":
                content = attachment.get("content")
                return content if isinstance(content, dict) else None
        return None


@dataclass(frozen=True)
class Event:
    """Something that happened: "message", "update", "delete", "typing", or "notice" for what Teams shows in passing."""

    kind: str
    message: Message
    at: datetime


@dataclass(frozen=True)
class Entry:
    """A line of the transcript. `direction` is "in" for what goes to the bot and "out" for what it sends."""

    direction: str
    what: str
    activity: Activity
    at: datetime


class Chat:
    """One conversation: a person with the bot ("personal"), or a channel of a team."""

    _milliseconds = itertools.count(1)

    def __init__(self, id: str, kind: str, person: str = "", general: Chat | None = None) -> None:
        self.id, self.kind, self.person = id, kind, person
        self.gone = False  # a channel that was deleted, a chat that is no more
        self._general, self._installed = general, False
        self.messages: dict[str, Message] = {}
        self.events: list[Event] = []
        self.transcript: list[Entry] = []
        self._news = asyncio.Event()

    @property
    def installed(self) -> bool:
        """Is the app here? A team has it in all its channels, or in none."""
        return self._general.installed if self._general else self._installed

    @installed.setter
    def installed(self, installed: bool) -> None:
        if self._general:
            self._general.installed = installed
        self._installed = installed

    def new_id(self, now: datetime) -> str:
        """Teams numbers messages by the millisecond; here no two are the same."""
        return str(int(now.timestamp() * 1000) + next(self._milliseconds))

    def add(self, activity: Activity, now: datetime, *, from_bot: bool, thread: str = "") -> Message:
        """A message, or another activity of the bot (typing) that leaves nothing behind."""
        activity = copy.deepcopy(activity)
        activity["id"] = activity.get("id") if not from_bot and activity.get("id") else self.new_id(now)
        message = Message(activity["id"], activity, from_bot, now, thread)
        kind = activity.get("type", "message")
        self.note("out" if from_bot else "in", kind, activity, now)
        if kind == "message":
            self.messages[message.id] = message
        if from_bot:
            self._happened(Event("message" if kind == "message" else str(kind), message, now))
        return message

    def update(self, message: Message, activity: Activity, now: datetime) -> None:
        """Another version of a message takes its place."""
        message.history.append(message.activity)
        message.activity = {**copy.deepcopy(activity), "id": message.id}
        self.note("out", "update", message.activity, now)
        self._happened(Event("update", message, now))

    def delete(self, message: Message, now: datetime) -> None:
        message.deleted = True
        self.note("out", "delete", message.activity, now)
        self._happened(Event("delete", message, now))

    def notice(self, text: str, now: datetime) -> None:
        """A text that Teams shows and does not keep."""
        self._happened(Event("notice", Message("", {"type": "message", "text": text}, True, now), now))

    def note(self, direction: str, what: str, activity: Activity, now: datetime) -> None:
        self.transcript.append(Entry(direction, what, copy.deepcopy(activity), now))

    def _happened(self, event: Event) -> None:
        self.events.append(event)
        self._news.set()
        self._news = asyncio.Event()

    async def more(self, seen: int, patience: float) -> bool:
        """Wait until more than `seen` things have happened; False when time is up first."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while len(self.events) <= seen:
                    await self._news.wait()
        return len(self.events) > seen
