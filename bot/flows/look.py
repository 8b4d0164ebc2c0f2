"""One look at a person's record, and the card that shows it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

from bot.core import cards, ladder, photos, rules
from bot.core.attributes import SYNCED
from bot.core.cases import Case, State
from bot.core.facts import Account, Facts, Picture
from bot.core.rules import Finding
from bot.core.view import PROFILE_INTENTS
from bot.flows import audit, cases
from bot.flows.replies import Talk, reply
from bot.ports import Reply, World

PATIENCE = 2.5  # seconds that a look may take where it is not what was asked for


async def seen(world: World, person: str, site: str = "", of: str = "") -> Facts:
    """The facts now, with what only we can know: since when they are so, and when we last asked for a pull.

    `of` is the case it is done for: where that is no more at the end, nothing is noted.
    """
    facts, case = await asyncio.gather(world.tenant.facts_of(person, site), world.store.case_of(person))
    if isinstance(facts.account, Account) and facts.account.id != person:  # an administrator may ask by name
        person = facts.account.id
        case = await world.store.case_of(person)
    # Without an account nobody knows under which id to note it.
    known = isinstance(facts.account, Account)
    of = of or (case.id if case else "")
    sightings = await world.store.sighted(person, _subjects(facts), facts.seen_at, of) if known else {}
    # What was asked for has arrived: it says nothing about the next photo.
    asked_at = case.asked_at if case and case.asked_ok and case.state is not State.ARRIVED else None
    return replace(facts, sightings=sightings, pull_asked_at=asked_at)


def _subjects(facts: Facts) -> dict[str, tuple[str, str]]:
    """What is to be known again, by the service's own mark and by a fingerprint: Graph dates neither."""
    found = {}
    if isinstance(facts.source_photo, Picture):
        found["photo"] = (facts.source_photo.mark, photos.fingerprint(facts.source_photo.content))
    if isinstance(facts.account, Account):
        synced = {one.name for one in SYNCED}
        texts = json.dumps([item for item in sorted(facts.account.texts.items()) if item[0] in synced])
        found["texts"] = ("", photos.fingerprint(texts.encode()))
    return found


async def look(talk: Talk) -> tuple[Facts, tuple[Finding, ...]]:
    """What Microsoft 365 holds now, and what that means."""
    facts = await seen(talk.world, talk.turn.person, talk.complaint.site, talk.case.id if talk.case else "")
    # Decoding a large picture takes longer than everybody else should wait for.
    return facts, await asyncio.to_thread(rules.diagnose, facts, talk.complaint)


async def in_time(talk: Talk) -> tuple[Facts, tuple[Finding, ...]] | None:
    """The same where somebody waits for something else; None where Microsoft 365 takes too long to tell."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await look(talk)
    except TimeoutError:
        return None


async def shown(talk: Talk, facts: Facts, findings: tuple[Finding, ...], notice: str = "") -> Reply:
    """The findings on a card, kept as the person's case."""
    case = await cases.keep(talk, findings)
    await audit.asked(talk, str(findings[0].verdict))
    if case.state is State.RESYNCING and talk.intent not in PROFILE_INTENTS:  # begun elsewhere while we looked
        return standing(talk, case)
    offered = ladder.fixes(findings[0], talk.world.allowed)
    if case.state is State.WAITING:  # promised already
        notice = notice or talk.say("waiting-until", at=case.look_at)
        offered = tuple("stop" if verb == "remind" else verb for verb in offered)
    card = await asyncio.to_thread(cards.diagnosis, talk.say, findings, facts, case, offered, notice)
    # A resync under way has cards of its own: this one is not to become one of them.
    shows = None if case.state is State.RESYNCING else case
    return reply(card, case=shows, thumbs=True, about=talk.about(**told(findings)))


def standing(talk: Talk, case: Case, notice: str = "") -> Reply:
    """A promise as it stands, without a look."""
    card = cards.standing(talk.say, case, talk.world.clock.now(), talk.world.allowed, notice)
    assert card is not None, "whoever comes here has a promise, or had one"
    return reply(card, case=case, about=talk.about(verdict=case.verdict, findings=list(case.findings)))


def told(findings: tuple[Finding, ...]) -> dict[str, Any]:
    """The findings as those who test the bot read them."""
    return {"verdict": str(findings[0].verdict), "findings": [finding.key for finding in findings]}
