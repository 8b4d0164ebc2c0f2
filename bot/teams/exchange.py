"""One turn on its way: typing sign, answer, message. It decides nothing; whatever fails, something is said."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from botbuilder.schema import ActivityTypes, DeliveryModes

from bot.core.cases import PROMISED
from bot.ports import (
    WORDS_MAY_PASS,
    Acquaintance,
    Channel,
    ChannelError,
    Conversation,
    Gone,
    Refused,
    Reply,
    Store,
    Turn,
)
from bot.teams import activities, wire
from bot.teams.aside import Aside
from bot.teams.schema import Outgoing, written
from bot.teams.typing import Typing

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True)
class Handlers:
    """What is injected: who answers, and who wants to know which message shows what.

    `answer` gives None for silence; `fallback` is what is said when it raised, and `pending` when a press takes long.
    `shown` hears of replies with a case, a ticket or thumbs: the reply, the conversation, the id of the message.
    `signed_in` takes a sign-in, and gives back what waited for it; None where nothing did.
    `pressed` hears, beside the turn, of cards that answered a press in the person's own chat, with the pressed message.
    """

    answer: Callable[[Turn], Awaitable[Reply | None]]
    fallback: Callable[[Turn], Reply]
    pending: Callable[[Turn], Reply]
    shown: Callable[[Reply, Conversation, str], Awaitable[None]]
    pressed: Callable[[Reply, Conversation, str], Awaitable[None]]
    signed_in: Callable[[Turn], Awaitable[Turn | None]]


class Exchange:
    """Answers one turn. `context` is the SDK's TurnContext of its activity."""

    def __init__(
        self, channel: Channel, store: Store, handlers: Handlers, aside: Aside, turn: Turn, context: Any
    ) -> None:
        self._channel, self._store, self._handlers, self._turn, self._context = channel, store, handlers, turn, context
        self._aside = aside
        self._is_invoke = context.activity.type == ActivityTypes.invoke
        self._in_body = context.activity.delivery_mode == DeliveryModes.expect_replies
        self._invoke_body: dict[str, Any] | None = None
        self._answered = self._failing = False
        self.late = False  # whether the client has been told to wait, so that the answer comes as a message

    def meet(self, known: Acquaintance | None) -> None:
        """Whoever is answered is known as this."""
        self._turn = replace(self._turn, known=known)

    async def run(self, _: Any) -> None:
        """The end of the SDK's pipeline: ask for the answer and hand it over."""
        typing = Typing(self._channel, self._turn.conversation) if self._types() else None
        try:
            reply = await self._handlers.answer(self._turn)
        except Exception:  # whatever a flow raises, the person is told that it failed
            self._failed("a turn failed")
            reply = self._fallback()
        if typing:
            await typing.end()
        await self._give(reply)

    async def rescue(self) -> None:
        """For a pipeline that broke in somebody's middleware: say something, if nothing was said."""
        self._failed("the pipeline of a turn broke")
        if self._answered:
            return
        try:
            await self._give(self._fallback())
        except Exception:  # this was the last attempt
            self._failed("nothing could be said")

    def body(self) -> str:
        """The body of the HTTP answer, "" for none."""
        if self._in_body:
            buffered = self._context.buffered_reply_activities
            return wire.dumps({"activities": [written(activity) for activity in buffered]})
        body = self._broken() if self._invoke_body is None else self._invoke_body
        return wire.dumps(body) if self._is_invoke else ""

    @cached_property
    def _correlation(self) -> str:
        """What a person is told and the log says of the same failure."""
        return uuid.uuid4().hex

    def _broken(self) -> dict[str, Any]:
        """What an invoke is answered with if even the fallback failed: always valid JSON (P-23)."""
        return activities.invoke_error(500, "InternalError", f"Something failed: {self._correlation}")

    def _fallback(self) -> Reply:
        self._failing = True
        try:
            return self._handlers.fallback(self._turn)
        except Exception:  # then one fixed sentence has to do
            self._failed("the fallback failed")
            return Reply(f"Something went wrong here. Please try again later. ({self._correlation})")

    async def _give(self, reply: Reply | None) -> None:
        """Into the body of an invoke's answer; as a message otherwise; None is silence."""
        if self._turn.kind == "consented":  # an invoke that is answered with nothing, and then with a message
            self._invoke_body = {}
            if reply is not None:
                await self._say(reply)
        elif self._is_invoke:
            self._invoke_body = activities.invoke_answer(reply)
            value = {"status": 200, "body": self._invoke_body}
            await self._context.send_activity(Outgoing(type=ActivityTypes.invoke_response, value=value))
            await self._note_pressed(reply)
            if self.late and reply is not None and not self._takes_its_place(reply):
                await self._say(reply)
        elif reply is not None:
            await self._say(reply)
        self._answered = True

    async def _say(self, reply: Reply) -> None:
        conversation = self._turn.conversation
        try:
            sent = await self._context.send_activity(activities.message(reply))
        except ChannelError as error:
            log.error("an answer was not delivered: %s", error, extra=self._about("answer_lost"))
            if isinstance(error, Gone):
                await self._try(self._store.forget_conversation(conversation.id))
            elif isinstance(error, Refused) and error.status in WORDS_MAY_PASS and reply.card is not None:
                await self._say(replace(reply, card=None, case="", ticket=0))
        else:
            kept = reply.case or reply.ticket or reply.thumbs
            if kept and sent and sent.id:  # none where the answer goes into the HTTP body
                await self._try(self._handlers.shown(reply, conversation, sent.id))

    async def _note_pressed(self, reply: Reply | None) -> None:
        """The pressed card shows this from now on. Its id in the press is second to what sending gave (P-22).

        A ticket only in the person's own chat: in a channel it is the helpdesk's card, which is known by its sending.
        """
        message = self._context.activity.reply_to_id
        if not reply or not message:
            return
        case = reply.case if await self._shows_case_anew(reply.case, message) else ""
        ticket = reply.ticket if self._turn.conversation.kind == "personal" and reply.card is not None else 0
        if case or ticket or reply.thumbs:
            noted = replace(reply, case=case, ticket=ticket)
            await self._try(self._handlers.shown(noted, self._turn.conversation, message))
        if self._takes_its_place(reply):
            self._aside.go(self._handlers.pressed(reply, self._turn.conversation, message))

    def _takes_its_place(self, reply: Reply) -> bool:
        """What the client asked for by itself is for its eyes only; and where a turn failed, the old card is of use."""
        own = self._turn.conversation.kind == "personal" and not self._turn.by_itself
        return own and reply.card is not None and reply.sign_in is None and not self._failing

    async def _shows_case_anew(self, id: str, message: str) -> bool:
        case = await self._try(self._store.case(id)) if id else None
        return bool(case and (not case.cards or (case.state in PROMISED and message not in case.cards)))

    def _types(self) -> bool:
        """Only where something was said and the answer is a message of its own (P-08); Teams shows none in channels."""
        return self._turn.kind == "said" and self._turn.conversation.kind != "channel" and not self._in_body

    async def _try(self, call: Awaitable[T]) -> T | None:
        """For what must not spoil an answer that was given."""
        try:
            return await call
        except Exception:  # the answer is out already
            self._failed("after an answer")
            return None

    def _failed(self, what: str) -> None:
        log.exception("%s (%s)", what, self._correlation, extra=self._about("turn_failed"))

    def _about(self, action: str) -> dict[str, str]:
        return {"action": action, "correlation": self._correlation, "activity": self._turn.activity}
