"""Teams as one person has it open: it signs what it sends, keeps what arrives, and presses buttons. A test's hands."""

from __future__ import annotations

import asyncio
import copy
import json
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox import cards
from bot.sandbox.activities import Shapes
from bot.sandbox.chats import Activity, Chat, Event, Message
from bot.sandbox.connector import BOT_ID, Connector
from bot.sandbox.person import Person

PATIENCE = 15.0  # seconds; then Teams gives an answer up and delivers again (platform: 3.5)
MOST_REFRESHED = 60  # people whose cards are refreshed by themselves (platform: P-21)
CARD = "application/vnd.microsoft.card.adaptive"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"
FILE = "application/vnd.microsoft.teams.card.file.info"
_TEXT = "application/vnd.microsoft.activity.message"
OAUTH = "application/vnd.microsoft.card.oauth"
_LOGIN = "application/vnd.microsoft.activity.loginRequest"
_USER_AGENT = "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)"

Card = dict[str, Any]


class BotFailed(Exception):
    """The bot answered with an error, where Teams would say "Something went wrong"."""

    def __init__(self, status: int, body: Any) -> None:
        self.status, self.body = status, body
        super().__init__(f"{status}: {body}")


@dataclass(frozen=True)
class Shown:
    """A message as this person sees it now."""

    id: str
    text: str
    card: dict[str, Any] | None
    from_bot: bool
    activity: Activity


class TeamsClient:
    """One person's Teams. All that arrives is in `chat`; a card that a press returned is seen by this person only."""

    def __init__(
        self,
        connector: Connector,
        person: Person,
        bot_url: str,
        tls: ssl.SSLContext,
        *,
        locale: str = "en-US",
        time_zone: str = "Europe/Amsterdam",
        channel: str = "",
    ) -> None:
        self.person, self.locale, self.time_zone = person, locale, time_zone
        self.chat: Chat = connector.channel(channel) if channel else connector.personal(person)
        self.bot_url = bot_url if urlsplit(bot_url).path.strip("/") else f"{bot_url.rstrip('/')}/api/messages"
        self._connector, self._tls = connector, tls
        self._session: aiohttp.ClientSession | None = None
        self._shapes = Shapes(connector, self.chat, person, locale, time_zone)
        self._views: dict[str, tuple[int, Card]] = {}  # message id -> version it covers, card
        self._looked: dict[str, int] = {}  # message id -> version that was refreshed last
        self.marks_quotes = True  # whether the service does; it did not always
        self.exchanges_itself = True  # whether it answers such a message at once
        self.exchanges: list[tuple[int, Any]] = []  # what the bot answered to the sign-ins that it was brought
        self.signs_in = True  # whether this client can; a bot that asks one that cannot gets nothing
        self._seen = len(self.chat.events)
        self.mri = connector.mri(person)

    async def __aenter__(self) -> TeamsClient:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    # -- what the person does ----------------------------------------------------------------------------------------

    async def install(self, *, wait: float = PATIENCE) -> list[Activity]:
        """Add the app; returns the messages that it greets with."""
        self.chat.installed = True
        before = len(self.chat.events)
        await self._post(self.activity(type="installationUpdate", action="add"))
        await self._post(self.activity(type="conversationUpdate", membersAdded=[{"id": BOT_ID}]))
        return await self._answers(before, wait)

    async def uninstall(self) -> None:
        """Remove the app: it may not write here any more."""
        self.chat.installed = False
        await self._post(self.activity(type="installationUpdate", action="remove"))

    async def say(
        self,
        text: str,
        *,
        wait: float = PATIENCE,
        expect_replies: bool = False,
        thread: str = "",
        quote: str = "",
        files: Sequence[tuple[str, str]] = (),
        **fields: Any,
    ) -> list[Activity]:
        """Write a message; returns the messages that came as an answer.

        `thread` is the message whose thread it goes to, in a channel; `quote` the one that it replies to, in a chat;
        `files` are names and addresses, "" for a picture that was pasted.
        Those that are there once the bot has taken the message are the answer; where there is none yet, the first one
        that comes within `wait` seconds is. What comes later is for next_message.
        """
        self.chat.installed = True  # nobody can write to an app that is not there
        activity = self.activity(text, **fields)
        if thread:
            activity = self._shapes.in_thread(activity, thread)
        if quote:
            activity = self._shapes.quoting(activity, self.chat.messages[quote], marked=self.marks_quotes)
        if files:
            activity = self._shapes.attach(activity, files)
        if expect_replies:
            activity["deliveryMode"] = "expectReplies"
        before = len(self.chat.events)
        self.chat.add(activity, self._now(), from_bot=False, thread=thread)
        body = await self._post(activity)
        if expect_replies:
            for reply in body.get("activities", ()) if isinstance(body, dict) else ():
                self.chat.add(reply, self._now(), from_bot=True)
        return await self._answers(before, wait)

    async def press(
        self,
        title_or_index: str | int,
        card: str | Activity | None = None,
        inputs: dict[str, Any] | None = None,
        *,
        execute: bool = True,
        wait: float = PATIENCE,
    ) -> list[Activity]:
        """Press a button: by its title, on the newest card that has it, or by its index from 0, on the newest card.

        `card` names a message (its id, or the message itself). Returns the pressed message with the card that it shows
        now, if the bot answered with one, and the messages that came meanwhile. `execute=False` is a client without
        Universal Actions: the action's fallback goes out as a message with a value.
        """
        message, shown, action = self._find(title_or_index, card)
        before = len(self.chat.events)
        fallback = action.get("fallback")
        if not execute and action["type"] == "Action.Execute" and isinstance(fallback, dict):
            action = fallback
        data = cards.filled_in(shown, action, inputs)
        if execute and action["type"] == "Action.Execute":
            answer = await self._invoke(message, action, data, "manual")
            return answer + await self._answers(before, 0)
        if action["type"] not in ("Action.Execute", "Action.Submit"):
            raise ValueError(f"{action['type']} sends nothing: {action.get('url', '')}")
        await self._post(self._shapes.beside(message, self.activity(None, value=data, replyToId=message.id)))
        return await self._answers(before, wait)

    async def consent(self, accept: bool = True, *, wait: float = PATIENCE, **changes: Any) -> list[Activity]:
        """Answer the newest question whether a file may be put into this person's OneDrive; returns what came then.

        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4; `changes` replace what is in
        `uploadInfo`, or with `context` the context.
        """
        message, asked = self._offered()
        content = asked.get("content") or {}
        value: dict[str, Any] = {
            "type": "fileUpload",
            "action": "accept" if accept else "decline",
            "context": changes.pop("context", content.get("acceptContext" if accept else "declineContext")),
        }
        if accept:
            value["uploadInfo"] = self._connector.room(self.person, str(asked.get("name"))) | changes
        before = len(self.chat.events)
        invoke = self.activity(type="invoke", name="fileConsent/invoke", value=value, replyToId=message.id)
        await self._post(self._shapes.beside(message, invoke))
        return await self._answers(before, wait)

    def _offered(self) -> tuple[Message, dict[str, Any]]:
        for message in reversed(self.chat.messages.values()):
            for attachment in () if message.deleted else message.activity.get("attachments") or ():
                if attachment.get("contentType") == CONSENT:
                    return message, attachment
        raise LookupError("no file is offered")

    async def refresh(self, card: str | Activity | None = None) -> list[Activity]:
        """What Teams does by itself when a card with `refresh` comes into view."""
        message, shown = self._newest(card)
        refresh = shown.get("refresh")
        action = refresh.get("action") if isinstance(refresh, dict) else None
        if not isinstance(action, dict):
            raise LookupError("the card has no refresh action")
        return await self._invoke(message, action, action.get("data") or {}, "automatic")

    async def look(self) -> list[Activity]:
        """Look at the chat: Teams refreshes the cards that name this person, each version of a card once.

        Returns the refreshed messages. What a press returned is fresh enough (platform: P-21).
        """
        refreshed: list[Activity] = []
        for message in list(self.chat.messages.values()):
            version, refresh = len(message.history), (message.card or {}).get("refresh")
            refresh = refresh if isinstance(refresh, dict) else {}
            action = refresh.get("action")
            fresh = version in (self._looked.get(message.id), self._views.get(message.id, (-1,))[0])
            if message.deleted or fresh or not isinstance(action, dict) or not self._named(refresh.get("userIds")):
                continue
            self._looked[message.id] = version
            refreshed += await self._invoke(message, action, action.get("data") or {}, "automatic")
        return refreshed

    def _named(self, people: Any) -> bool:
        """Is a refresh for these people for this person? One without names is for all, where they are few."""
        return self.mri in people if isinstance(people, list) else len(self._connector.world.helpdesk) <= MOST_REFRESHED

    def reopen(self) -> None:
        """Open Teams anew: what a press returned is gone, what is stored is shown (platform: P-22)."""
        self._views.clear()
        self._looked.clear()

    # -- what the person sees ----------------------------------------------------------------------------------------

    @property
    def messages(self) -> list[Shown]:
        """The chat as it looks now, oldest message first."""
        return [self._shown(message) for message in self.chat.messages.values() if not message.deleted]

    @property
    def cards(self) -> list[dict[str, Any]]:
        """The cards of the chat as they look now, oldest first: `id` of the message, and `card`."""
        return [{"id": shown.id, "card": shown.card} for shown in self.messages if shown.card and shown.from_bot]

    async def next_message(self, timeout: float = 5.0) -> Activity:  # noqa: ASYNC109
        """The next message that no call has returned yet; raises TimeoutError."""
        return (await self._next(("message",), timeout)).message.activity

    async def next_event(self, timeout: float = 5.0) -> Event:  # noqa: ASYNC109
        """The next thing that happens, of any kind, see chats.Event; raises TimeoutError."""
        return await self._next((), timeout)

    async def _next(self, kinds: tuple[str, ...], patience: float) -> Event:
        async with asyncio.timeout(patience):
            while True:
                await self.chat.more(self._seen, patience + 1)
                event = self.chat.events[self._seen]
                self._seen += 1
                if not kinds or event.kind in kinds:
                    return event

    def shown_card(self, message: Message) -> Card | None:
        """The card of a message as this person sees it."""
        version, card = self._views.get(message.id, (-1, {}))
        return card if version == len(message.history) else message.card

    def _shown(self, message: Message) -> Shown:
        text = str(message.activity.get("text") or "")
        return Shown(message.id, text, self.shown_card(message), message.from_bot, message.activity)

    # -- what goes over the wire -------------------------------------------------------------------------------------

    def token(self, *, claims: dict[str, Any] | None = None, headers: dict[str, Any] | None = None) -> str:
        """A token as Teams signs it; see Connector.token."""
        return self._connector.token(claims=claims, headers=headers)

    def activity(self, text: str | None = "", *, type: str = "message", **fields: Any) -> Activity:
        """An activity as Teams shapes it. `fields` replace what is there; one that is None is left out."""
        return self._shapes.activity(text, type, fields)

    async def deliver(
        self, activity: Activity | bytes | str, *, token: str | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, Any]:
        """Post it to the bot and return status and body (parsed, where it is JSON); for hostile tests too.

        `token` replaces the right one, and an empty one sends no Authorization header at all.
        """
        token = self.token() if token is None else token
        sent = {"Content-Type": "application/json; charset=utf-8", "User-Agent": _USER_AGENT}
        sent |= {"Authorization": f"Bearer {token}"} if token else {}
        sent |= headers or {}
        data = json.dumps(activity).encode() if isinstance(activity, dict) else activity
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=self._tls), timeout=aiohttp.ClientTimeout(total=PATIENCE)
            )
        # An empty Content-Type means none: aiohttp would put one there by itself.
        missing = [name for name, value in sent.items() if value == ""]
        sent = {name: value for name, value in sent.items() if value != ""}
        async with self._session.post(self.bot_url, data=data, headers=sent, skip_auto_headers=missing) as response:
            raw = await response.read()
            try:
                return response.status, json.loads(raw) if raw else None
            except ValueError:
                return response.status, raw.decode("utf-8", "replace")

    async def _post(self, activity: Activity) -> Any:
        if activity["type"] != "message" or "value" in activity:  # a text is in the transcript already
            self.chat.note("in", activity["type"], activity, self._now())
        status, body = await self.deliver(activity)
        if status >= 400:
            raise BotFailed(status, body)
        return body

    async def _invoke(self, message: Message, action: Card, data: Any, trigger: str) -> list[Activity]:
        pressed: Card = {name: action[name] for name in ("id", "verb") if name in action}
        value = {"action": {"type": "Action.Execute", "data": data} | pressed, "trigger": trigger}
        version = len(message.history)
        body = await self._invoked(message, value)
        if body.get("type") == _LOGIN:
            signed = self._signed_in(body["value"])
            if signed is None:  # Teams shows the button of the request instead, and the card stays as it is
                return []
            body = await self._invoked(message, value | {"authentication": signed})
        if body.get("statusCode") != 200:
            raise BotFailed(int(body.get("statusCode") or 200), body)
        if body.get("type") == _TEXT:
            self.chat.notice(str(body.get("value")), self._now())
            return []
        if body.get("type") != CARD or not isinstance(body.get("value"), dict):
            raise BotFailed(200, body)
        # An update of the stored message that came while the bot was answering is older than the answer.
        version = max(version, len(message.history))
        self._views[message.id] = (version, copy.deepcopy(body["value"]))
        attachment = {"contentType": CARD, "content": copy.deepcopy(body["value"])}
        return [{**message.activity, "attachments": [attachment]}]

    async def _invoked(self, message: Message, value: dict[str, Any]) -> dict[str, Any]:
        invoke = self.activity(type="invoke", name="adaptiveCard/action", value=value, replyToId=message.id)
        body = await self._post(self._shapes.beside(message, invoke))
        self.chat.note("out", "invokeResponse", body if isinstance(body, dict) else {"body": body}, self._now())
        if not isinstance(body, dict):
            raise BotFailed(200, body)
        return body

    def _signed_in(self, asked: dict[str, Any]) -> dict[str, Any] | None:
        """The answer to a login request (universal actions with single sign-on); None where this client has none."""
        wanted = asked.get("tokenExchangeResource") or {}
        token = self._connector.sign_in(self.person, str(wanted.get("uri"))) if self.signs_in else None
        answer = {"id": wanted.get("id"), "connectionName": asked.get("connectionName"), "token": token}
        return answer if token else None

    # -- parts -------------------------------------------------------------------------------------------------------

    async def exchange(self, asked: Activity, **changes: Any) -> int:
        """Bring the sign-in that a message asks for, or the word that there is none; returns the status."""
        card = asked["attachments"][0]["content"]
        signed = self._signed_in(card)
        value = {**(signed or {"code": "resourcematchfailed", "message": "no token"}), **changes}
        invoke = self.activity(type="invoke", name="signin/tokenExchange" if signed else "signin/failure", value=value)
        status, body = await self.deliver(invoke)
        self.exchanges.append((status, body))
        return status

    async def _answers(self, before: int, wait: float) -> list[Activity]:
        """The messages that came since `before`; where one asks for a sign-in, as of a client that brings it."""
        answers = await self._messages(before, wait)
        if answers and self.exchanges_itself and _asks_to_sign_in(answers[-1]):
            before = len(self.chat.events)
            await self.exchange(answers[-1])
            return await self._messages(before, wait)
        return answers

    async def _messages(self, before: int, wait: float) -> list[Activity]:
        """The messages among what happened since `before`; waits for the first one."""
        until = asyncio.get_running_loop().time() + wait

        def messages() -> list[Activity]:
            return [event.message.activity for event in self.chat.events[before:] if event.kind == "message"]

        while not messages():
            left = until - asyncio.get_running_loop().time()
            if left <= 0 or not await self.chat.more(len(self.chat.events), left):
                break
        self._seen = len(self.chat.events)
        return messages()

    def _find(self, wanted: str | int, card: str | Activity | None) -> tuple[Message, Card, Card]:
        """The message, its card as it is seen, and the action on it."""
        titles = []
        for message, shown in self._candidates(card):
            enabled = [action for action in cards.actions(shown) if action.get("isEnabled") is not False]
            if isinstance(wanted, int):
                return message, shown, enabled[wanted]
            for action in enabled:
                if str(action.get("title", "")).casefold() == wanted.casefold():
                    return message, shown, action
            titles += [str(action.get("title")) for action in enabled]
        raise LookupError(f"no button {wanted!r}; there are {titles}")

    def _newest(self, card: str | Activity | None) -> tuple[Message, Card]:
        for message, shown in self._candidates(card):
            return message, shown
        raise LookupError("there is no card")

    def _candidates(self, card: str | Activity | None) -> list[tuple[Message, Card]]:
        """Messages with a card, newest first, or the one that is meant."""
        id = card.get("id") if isinstance(card, dict) else card
        messages = [m for m in self.chat.messages.values() if not m.deleted and (id is None or m.id == id)]
        shown = [(message, self.shown_card(message)) for message in reversed(messages)]
        return [(message, view) for message, view in shown if view is not None]

    def _now(self) -> datetime:
        return self._connector.world.clock.now()


def _asks_to_sign_in(message: Activity) -> bool:
    attachments = message.get("attachments") or []
    return bool(attachments and attachments[0].get("contentType") == OAUTH)
