"""One look at a person's record, the case that keeps it, and the card that shows it."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import replace
from typing import Any

from bot.core import cards, photos, rules
from bot.core.cases import Case, State
from bot.core.facts import Facts, Picture, Profile
from bot.core.rules import Finding
from bot.flows.replies import Talk, reply
from bot.ports import Conflict, Reply, World

# No letters and digits that people mix up when they read a number to the helpdesk.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


async def seen(world: World, person: str) -> Facts:
    """The facts now, with the time since which the source photo has been known: Graph gives none (domain: 3.1)."""
    facts = await world.tenant.facts_of(person)
    photo = facts.source_photo
    if not isinstance(photo, Picture):
        return facts
    since = await world.store.first_seen(person, photo.mark or photos.fingerprint(photo.content), facts.seen_at)
    return replace(facts, source_photo=replace(photo, first_seen_at=since))


async def look(talk: Talk) -> tuple[Facts, tuple[Finding, ...]]:
    """What Microsoft 365 holds now, and what that means."""
    facts = await seen(talk.world, talk.turn.person)
    # Decoding a large picture takes longer than everybody else should wait for.
    return facts, await asyncio.to_thread(rules.diagnose, facts, talk.intent)


async def keep(talk: Talk, findings: tuple[Finding, ...]) -> Case:
    """Open the person's case, or bring it up to date; one with a resync under way stays as it is."""
    now: dict[str, Any] = {
        "complaint": talk.intent,
        "language": talk.say.language,
        "time_zone": talk.turn.conversation.time_zone,
        "conversation": talk.turn.conversation.id,
        "verdict": str(findings[0].verdict),
        "findings": tuple(finding.key for finding in findings),
    }
    number = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    fresh = Case(number, talk.turn.person, opened_at=talk.world.clock.now(), **now)
    while True:
        case = await talk.world.store.add_case(fresh)
        if case.id == fresh.id or case.state is State.RESYNCING:
            return case
        try:
            return await talk.world.store.save_case(case.moved(State.DIAGNOSED, **now))
        except Conflict:
            continue  # somebody else changed it between; read it again


async def shown(talk: Talk, facts: Facts, findings: tuple[Finding, ...], notice: str = "") -> Reply:
    """The findings on a card, kept as the person's case."""
    case = await keep(talk, findings)
    if case.state is State.RESYNCING:  # begun on another device while we looked
        return progress(talk, case, facts)
    card = await asyncio.to_thread(cards.diagnosis, talk.say, findings, facts, case, notice)
    return reply(card, case=case, about=talk.about(**told(findings)))


def progress(talk: Talk, case: Case, facts: Facts | None = None) -> Reply:
    """The resync under way."""
    page = facts.profile.personal_url if facts and isinstance(facts.profile, Profile) else ""
    card = cards.progress(talk.say, case, talk.world.clock.now(), page)
    return reply(card, case=case, about=talk.about(verdict=case.verdict, findings=list(case.findings)))


def told(findings: tuple[Finding, ...]) -> dict[str, Any]:
    """The findings as those who test the bot read them."""
    return {"verdict": str(findings[0].verdict), "findings": [finding.key for finding in findings]}
