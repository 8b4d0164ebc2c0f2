"""The SDK's adapter, so that its turn context and middleware work here. It sends through the connector alone."""

from __future__ import annotations

from typing import Any

from botbuilder.core import BotAdapter, TurnContext
from botbuilder.schema import ConversationReference, DeliveryModes, ResourceResponse

from bot.teams.outbound import Connector
from bot.teams.schema import Outgoing, written

# Made for the inside of a process: these are kept in the turn and never travel.
_INTERNAL = frozenset({"trace", "invokeResponse"})


class Context(TurnContext):  # type: ignore[misc]
    """The SDK's, which sends a copy of each activity with copies of three more; what is made to be sent needs none."""

    async def send_activity(self, activity: Any, *more: Any) -> Any:
        """As the SDK's, which has the word where middleware wants to see it, and where the answer is collected."""
        told = self.activity
        if (
            type(activity) is not Outgoing
            or self._on_send_activities
            or told.delivery_mode == DeliveryModes.expect_replies
        ):
            return await super().send_activity(activity, *more)
        address = ConversationReference(
            activity_id=told.id,
            user=told.from_property,
            bot=told.recipient,
            conversation=told.conversation,
            channel_id=told.channel_id,
            locale=told.locale,
            service_url=told.service_url,
        )
        sent = await self.adapter.send_activities(self, [TurnContext.apply_conversation_reference(activity, address)])
        self.responded = True
        return sent[0]


class Adapter(BotAdapter):  # type: ignore[misc]
    """`use(middleware)` attaches what every turn passes through. All three calls raise ports.ChannelError."""

    def __init__(self, connector: Connector) -> None:
        super().__init__()
        self._connector = connector

    async def send_activities(self, context: Any, activities: list[Any]) -> list[Any]:
        """Send in the order given; a response per activity, with the id that the service gave it."""
        return [ResourceResponse(id=await self._send(activity)) for activity in activities]

    async def update_activity(self, context: Any, activity: Any) -> Any:
        """Replace the message whose id the activity bears."""
        body = written(activity)
        await self._connector.put(activity.service_url, activity.conversation.id, activity.id, body)
        return ResourceResponse(id=activity.id)

    async def delete_activity(self, context: Any, reference: Any) -> None:
        """Take back the message that the reference names."""
        await self._connector.delete(reference.service_url, reference.conversation.id, reference.activity_id)

    def heard(self) -> None:
        """Something came in."""
        self._connector.end_silence()

    async def _send(self, activity: Any) -> str:
        if activity.type in _INTERNAL:
            return ""
        where = activity.conversation
        tenant = str(where.additional_properties.get("tenantId") or "")
        return await self._connector.post(activity.service_url, where.id, written(activity), tenant)
