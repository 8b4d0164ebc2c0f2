"""How long it takes, how it works, how to change it: what holds for everybody, and what that means for the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core import cards
from bot.core.cases import State
from bot.core.facts import Complaint, Facts, Profile
from bot.core.rules import Finding
from bot.core.view import PROFILE_INTENTS
from bot.flows import look
from bot.flows.replies import Talk, reply
from bot.ports import Reply


async def duration(talk: Talk) -> Reply:
    """How long does it take?"""
    keys = ("duration-title", "duration-photo", "duration-profile", "duration-apps")
    if talk.case and talk.case.state is State.RESYNCING:
        return _said(talk, keys, cards.until(talk.say, talk.case), ("status", "helpdesk"))
    found = await _found(talk, _context(talk))
    return _said(talk, keys, _own(talk, found), ("check", "resync"))


async def how_it_works(talk: Talk) -> Reply:
    """How does it work, and where is it kept?"""
    found = await _found(talk, _context(talk))
    return _said(talk, ("explain-title", "explain-photo", "explain-profile"), _own(talk, found), ("check", "resync"))


async def profile_change(talk: Talk) -> Reply:
    """How do I edit my profile, now that Delve is gone? Who is master of it is seen in the person's own record."""
    found = await _found(talk, replace(talk.complaint, intent=PROFILE_INTENTS[0]))
    master = [finding for finding in found[1] if finding.key == "directory_is_master"] if found else []
    own = [talk.say("next-directory_is_master", cards.values(talk.say, master[0], talk.complaint))] if master else []
    keys = ("profile-change-title", "profile-change-how", "profile-change-limits", "profile-change-after")
    pages = {"profile": talk.world.profile_url, "editor": talk.world.editor_url}
    links = [cards.link(talk.say(f"action-open-{name}"), url) for name, url in pages.items() if url]
    return _said(talk, keys[:2] + keys[3:] if own else keys, own, ("profile_stale", "helpdesk"), links)


def _context(talk: Talk) -> Complaint:
    """What the person asks about: what they asked about before, unless they name something else now."""
    told = talk.complaint
    if told.field:
        return replace(told, intent=PROFILE_INTENTS[0])
    before = talk.case.said if talk.case else told
    return before if before.intent in PROFILE_INTENTS and not told.place else replace(told, intent="check")


async def _found(talk: Talk, complaint: Complaint) -> tuple[Facts, tuple[Finding, ...]] | None:
    """What is the case for this person; None where nobody may see it here, or it takes too long."""
    if not talk.turn.person or talk.turn.conversation.kind != "personal":
        return None
    return await look.in_time(replace(talk, complaint=complaint))


def _own(talk: Talk, found: tuple[Facts, tuple[Finding, ...]] | None) -> list[str]:
    """What was found, in sentences."""
    if found is None:
        return []
    facts, (leading, *_) = found
    values = cards.values(talk.say, leading, talk.complaint)
    pulled = facts.profile.pulled_at if isinstance(facts.profile, Profile) else None
    told: list[str] = [talk.say(f"{part}-{leading.key}", values) for part in ("finding", "next")]
    unsaid = pulled is not None and not any(talk.say.moment(pulled) in sentence for sentence in told)
    return [*told, talk.say("own-pulled", at=pulled)] if unsaid else told


def _said(
    talk: Talk, keys: Sequence[str], own: Sequence[str], then: Sequence[str], links: Sequence[cards.Json] = ()
) -> Reply:
    card = cards.explanation(talk.say, keys, own, [*links, *cards.suggestions(talk.say, then)])
    return reply(card, thumbs=talk.turn.conversation.kind == "personal", about=talk.about())
