"""A person asks about their photo."""

from __future__ import annotations

from bot.core import cards
from bot.core.cases import State
from bot.core.rules import Verdict
from bot.core.view import PROFILE_INTENTS
from bot.flows import look, resync
from bot.flows.replies import Talk, reply
from bot.ports import Reply


async def diagnosis(talk: Talk) -> Reply:
    """Why is my photo as it is? A resync under way is shown as it stands."""
    if talk.case and talk.case.state is State.RESYNCING and talk.intent not in PROFILE_INTENTS:
        return await resync.status(talk)
    facts, findings = await look.look(talk)
    return await look.shown(talk, facts, findings)


async def change(talk: Talk) -> Reply:
    """How do I change my photo? Somebody who may not, or whose upload fails, is told why."""
    facts, findings = await look.look(talk)
    if findings[0].verdict is Verdict.BLOCKED_BY_POLICY or talk.complaint.trouble:
        return await look.shown(talk, facts, findings)
    found = {finding.key for finding in findings}
    beside = [f"finding-{key}" for key in _BARS if key in found]
    keys = ("change-title", "change-how", "change-size", "change-after", *beside)
    pages = {"photo": talk.world.photo_url, "editor": talk.world.editor_url if found & _EDITED else ""}
    leave = [cards.link(talk.say(f"action-open-{name}"), url) for name, url in pages.items() if url]
    why = next((finding.params["why"] for finding in findings if finding.key == "policy_unknown"), "")
    card = cards.answer(talk.say, keys, [*leave, *cards.suggestions(talk.say, ("check", "helpdesk"))], why=why)
    return reply(card, thumbs=True, about=talk.about(**look.told(findings)))


_BARS = ("policy_unknown", "mastered_on_premises", "only_some_may_change")
# Who has no mailbox may have to put the photo into SharePoint's own editor (domain: 2.1.4).
_EDITED = {"no_mailbox", "photo_without_mailbox"}
