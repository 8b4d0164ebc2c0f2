"""A person asks about their photo."""

from __future__ import annotations

from bot.core import cards
from bot.core.cases import State
from bot.core.rules import Verdict
from bot.flows import look, resync
from bot.flows.replies import Talk, reply
from bot.ports import Reply


async def diagnosis(talk: Talk) -> Reply:
    """Why is my photo as it is? A resync under way is shown as it stands."""
    if talk.case and talk.case.state is State.RESYNCING:
        return await resync.status(talk)
    facts, findings = await look.look(talk)
    return await look.shown(talk, facts, findings)


async def change(talk: Talk) -> Reply:
    """How do I change my photo? Somebody who may not is told who may."""
    facts, findings = await look.look(talk)
    if findings[0].verdict is Verdict.BLOCKED_BY_POLICY:
        return await look.shown(talk, facts, findings)
    barred = [
        finding.key
        for finding in findings
        if finding.key in ("policy_unknown", "changes_on_premises", "changes_by_some")
    ]
    keys = ("change-title", "change-how", "change-size", "change-after", *(f"finding-{key}" for key in barred))
    leave = [cards.link(talk.say("action-open-photo"), talk.world.photo_url)] if talk.world.photo_url else []
    card = cards.answer(talk.say, keys, [*leave, *cards.suggestions(talk.say, ("check", "helpdesk"))])
    return reply(card, about=talk.about(**look.told(findings)))
