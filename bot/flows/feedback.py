"""A person says whether an answer helped. It asks nothing back: Teams itself thanks them."""

from __future__ import annotations

import logging

from bot.core.feedback import DISLIKE, LIKE, Shown, kept
from bot.ports import Conversation, Reply, Turn, World

log = logging.getLogger(__name__)


async def shown(world: World, reply: Reply, where: Conversation, message: str) -> None:
    """Keep what a message with thumbs shows: what Teams brings later names the message alone."""
    if reply.thumbs and where.person:
        await world.store.answered(where.id, message, where.person, Shown.of(reply.about), reply.case)


async def rated(world: World, turn: Turn) -> None:
    """Keep it; what is no thumb, or below no answer that this person was given, is dropped."""
    reaction = turn.data.get("reaction")
    where = turn.conversation.id
    if (
        reaction not in (LIKE, DISLIKE)
        or not turn.person
        or not await world.store.rate(where, turn.card, turn.person, reaction, kept(turn.text))
    ):
        log.warning("feedback was dropped", extra={"action": "feedback_dropped", "card": turn.card[:100]})
