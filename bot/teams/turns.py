"""What happens with an activity that was let in: one turn, one answer. It knows no HTTP and decides nothing itself."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from botbuilder.schema import ActivityTypes, DeliveryModes

from bot.ports import Acquaintance, Conversation, Store, Turn
from bot.teams import activities, wire
from bot.teams.adapter import Adapter, Context
from bot.teams.aside import Aside
from bot.teams.deliveries import Deliveries
from bot.teams.exchange import Exchange, Handlers
from bot.teams.outbound import Connector

log = logging.getLogger(__name__)

ACKNOWLEDGE_AFTER = 1.0  # seconds; Teams repeats after 15, and clients show an error from 5 on (platform: 3.5)
PRESS_PATIENCE = 2.5  # seconds that a pressed button waits for its answer in the same response
CLOSING_PATIENCE = 5.0  # seconds that turns under way have at shutdown


@dataclass(frozen=True)
class Answer:
    """What Teams gets back: an HTTP status and a JSON body, "" for none."""

    status: int = 200
    body: str = ""


NOTHING = Answer()
ACKNOWLEDGED = Answer(202)
NOT_IMPLEMENTED = Answer(
    501, wire.dumps(activities.invoke_error(501, "NotImplemented", "The bot does not offer this operation."))
)
SIGN_IN = (activities.EXCHANGED, "signin/verifyState", "signin/failure")
NOTED = Answer(200, wire.dumps({}))
NOT_AN_ACTION = Answer(
    200, wire.dumps(activities.invoke_error(400, "BadRequest", "The value of adaptiveCard/action needs an action."))
)


class Turns:
    """Takes activities, one call each."""

    def __init__(self, adapter: Adapter, connector: Connector, store: Store, handlers: Handlers) -> None:
        self._adapter, self._connector, self._store, self._handlers = adapter, connector, store, handlers
        self._aside = Aside()
        self._deliveries = Deliveries(store, self._aside)

    async def take(self, activity: Any, tenant: str) -> Answer:
        """Handle one activity of an allowed tenant; what is not for us is answered with nothing."""
        self._adapter.heard()
        conversation = activities.conversation_of(activity, tenant)
        if activities.bot_left(activity):
            return await self._leave(activity, conversation)
        if conversation.kind == "personal":  # nobody is written to elsewhere without being asked
            self._aside.go(self._store.remember(conversation))
        match activity.type:
            case "message" if activities.is_for_others(activity, conversation):
                return NOTHING
            case "message":
                return await self._deliver(activity, activities.message_turn(activity, conversation))
            case "invoke" if activity.name == "adaptiveCard/action":
                turn = activities.action_turn(activity, conversation)
                return await self._deliver(activity, turn) if turn else NOT_AN_ACTION
            case "invoke" if activity.name in SIGN_IN:
                return await self._signed_in(activity, conversation)
            case "invoke" if activity.name == "message/submitAction":
                await self._handlers.answer(activities.feedback_turn(activity, conversation))
                return NOTED
            case "invoke" if activity.name == "fileConsent/invoke":
                return await self._deliver(activity, activities.consent_turn(activity, conversation))
            case "invoke":
                return NOT_IMPLEMENTED
            case "installationUpdate" | "conversationUpdate" if activities.bot_came(activity):
                return await self._welcome(activity, conversation)
            case "conversationUpdate" if changed := activities.changed_turn(activity, conversation):
                await self._handlers.answer(changed)
                return NOTHING
            case (
                _
            ):  # edits, deletions, reactions, typing, others' comings and goings, what is yet to be invented (P-35)
                return NOTHING

    async def close(self) -> None:
        await self._deliveries.close(CLOSING_PATIENCE)
        await self._aside.close(CLOSING_PATIENCE)

    async def _signed_in(self, activity: Any, conversation: Conversation) -> Answer:
        """What waited for a sign-in is answered now, with it or without. Whatever comes once more is refused (S-07)."""
        if activity.name == "signin/failure":
            said = activity.value if isinstance(activity.value, dict) else {}
            code = str(said.get("code"))  # a client may write there what it likes
            log.warning("a client could not sign in", extra={"code": code if code.isidentifier() else "unknown"})
        turn = activities.signed_in_turn(activity, conversation)
        question = await self._handlers.signed_in(turn)
        if question:
            self._aside.go(self._deliver(activities.as_said(activity), question))
        if activity.name != activities.EXCHANGED:
            return NOTED
        body = activities.exchange_answer(turn, taken=question is not None)
        return Answer(200 if question else 412, wire.dumps(body))

    async def _welcome(self, activity: Any, conversation: Conversation) -> Answer:
        """Once per chat or team, however often its arrival is announced."""
        if not await self._store.claim_notice(_welcome_of(conversation)):
            return NOTHING
        turn = activities.installed_turn(activity, conversation)
        if conversation.kind != "personal" and conversation.user and not turn.name:
            turn = replace(turn, name=await self._connector.name_of(conversation))
        return await self._deliver(activity, turn)

    async def _leave(self, activity: Any, conversation: Conversation) -> Answer:
        await self._store.forget_conversation(conversation.id)
        await self._store.release_notice(_welcome_of(conversation))  # whoever comes back is welcome again
        if changed := activities.changed_turn(activity, conversation):
            await self._handlers.answer(changed)
        return NOTHING

    async def _deliver(self, activity: Any, turn: Turn) -> Answer:
        # The same press with the sign-in that it was asked for is another one, even if it should bear the same id.
        key = (turn.conversation.id, f"{activity.id} signed in" if turn.sign_in else activity.id)
        wanted = _wants_body(activity)
        task = self._deliveries.running(key)
        if task and not wanted:
            return NOTHING
        context = Context(self._adapter, activity)
        exchange = Exchange(self._connector, self._store, self._handlers, self._aside, turn, context)
        task = task or self._deliveries.start(key, turn.person, partial(self._converse, context, exchange), wanted)
        if not wanted:
            done, _ = await asyncio.wait({task}, timeout=ACKNOWLEDGE_AFTER)
            return NOTHING if done else ACKNOWLEDGED
        if turn.kind == "consented":  # what becomes of it comes as a message
            await asyncio.wait({task}, timeout=PRESS_PATIENCE)
            return NOTED
        if activity.type == ActivityTypes.invoke and activities.may_be_late(turn):
            done, _ = await asyncio.wait({task}, timeout=PRESS_PATIENCE)
            if not done:
                exchange.late = True
                return Answer(200, wire.dumps(activities.invoke_answer(self._handlers.pending(turn))))
        return Answer(200, await asyncio.shield(task))

    async def _converse(self, context: Any, exchange: Exchange, known: Acquaintance | None) -> str:
        """Answer one turn through the SDK's pipeline; returns the body of the HTTP answer, "" for none."""
        exchange.meet(known)
        try:
            await self._adapter.run_pipeline(context, exchange.run)
        except Exception:  # middleware may raise anything; rescue logs it and says something
            await exchange.rescue()
        return exchange.body()


def _welcome_of(conversation: Conversation) -> str:
    return f"welcome:{conversation.team or conversation.channel}"


def _wants_body(activity: Any) -> bool:
    """Does the answer go back in this very HTTP response?"""
    return bool(activity.type == ActivityTypes.invoke or activity.delivery_mode == DeliveryModes.expect_replies)
