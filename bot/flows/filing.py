"""A ticket comes to its places: each desk, the helpdesk's channel and the person's chat are brought to what is true.

One place is brought forward by one process at a time. Whatever fails, the ticket is kept and the place tried again.
What it has is written down after each step: a crash repeats one step at most, and it is looked before that is repeated.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import rules
from bot.core.bundle import bundle
from bot.core.facts import Account, Complaint, Facts
from bot.core.rules import Finding
from bot.core.ticket_cards import NAMES
from bot.core.tickets import PERSON, Dossier, Entry, Filing, Ticket
from bot.flows import look, notices, tickets
from bot.ports import DeskDown, DeskError, DeskLost, DeskRefused, HelpDesk, World

log = logging.getLogger(__name__)

# Seconds until a place is tried again after so many tries; the last one goes on for ever.
PAUSES = (1, 3, 10, 30, 60, 120, 300, 600)
TOLD_FROM = 2  # tries in vain from which the helpdesk and the person are told; one hiccup is nobody's matter
POISONED = 8  # tries after which an entry that a desk refuses is left out there


def name_of(number: int, place: str) -> str:
    """A place of a ticket in one word."""
    return f"{number}/{place}"


def place_of(name: str) -> tuple[int, str]:
    """The ticket's number and the place."""
    number, _, place = name.partition("/")
    return int(number), place


async def bring(world: World, name: str, version: int, tries: int) -> datetime | None:
    """Bring one place to what is true. Returns when to try again; None when it has everything.

    Whoever comes for a version that is not the last one does nothing: somebody else comes for the last one.
    """
    number, place = place_of(name)
    dossier = await world.store.dossier(number)
    if dossier is None or version < dossier.ticket.version:
        return None
    if place == PERSON:
        return await notices.bring(world, dossier, tries)
    desk = world.desks.get(place)
    if desk is None:  # an administrator has taken it out of the settings
        return None
    filing = dossier.filing(place)
    if filing.again_at and world.clock.now() < filing.again_at:
        return filing.again_at
    dossier = await _complete(world, dossier)
    try:
        filing = await _filed(world, desk, dossier, filing)
        filing = await _told(world, desk, dossier, filing)
        seal = await _shown(desk, dossier, filing)
    except DeskLost:
        # With a pause that grows: a place that loses each of them is not to be filled with them.
        again_at = world.clock.now() + timedelta(seconds=_pause(filing)) * world.time_scale
        lost = Filing(number, place, told=filing.told, failures=filing.failures + 1, again_at=again_at)
        await world.store.save_filing(lost)
        return again_at
    except DeskError as error:
        return await _troubled(world, dossier.ticket, place, error)
    done = replace(filing, shown=dossier.ticket.version, seal=seal, failures=0, again_at=None, trouble="", since=None)
    await world.store.save_filing(done)
    if place in NAMES and not dossier.filing(place).id:  # the card in the channel says where it is, too
        await tickets.change(world, number, lambda one: replace(one, changed_at=world.clock.now()))
    elsewhere = any(one.trouble for one in dossier.filings if one.place not in (place, PERSON))
    if filing.trouble or (elsewhere and not dossier.filing(place).id):
        await _well(world, dossier, filing)
    return None


async def _shown(desk: HelpDesk, dossier: Dossier, filing: Filing) -> str:
    """What the place shows, in short and without names; it is not asked to show the same again."""
    ticket = dossier.ticket
    stand = f"{ticket.status} {ticket.assignee_name} {ticket.reason} {ticket.reopened}"
    stand = hashlib.sha256(stand.encode("utf-8", "replace")).hexdigest()
    if filing.seal == stand:
        return stand
    return await desk.show(filing.filed, dossier) or stand


async def _complete(world: World, dossier: Dossier) -> Dossier:
    """With everything that is found about the person, which was not waited for when the ticket was opened.

    Nobody is looked up for a ticket that is over: they may have been forgotten since.
    """
    ticket = dossier.ticket
    if ticket.bundle or not ticket.live:
        return dossier
    facts, findings = await seen(world, ticket)
    made = await bundled(world, ticket, facts, findings)
    kept = await tickets.change(world, ticket.number, lambda one: one if one.bundle else made(one))
    return replace(dossier, ticket=kept or ticket)


async def seen(world: World, ticket: Ticket) -> tuple[Facts, tuple[Finding, ...]]:
    """What Microsoft 365 holds of the person now, and what that means for what they complained of."""
    case = await world.store.case_of(ticket.person)
    complaint = case.said if case else Complaint("profile_stale" if ticket.subject == "profile" else "check")
    # Of whom there is no case nothing is noted: they may have been forgotten since they asked.
    of = ticket.case or (case.id if case else ticket.reference)
    facts = await look.seen(world, ticket.person, complaint.site, of)
    return facts, await asyncio.to_thread(rules.diagnose, facts, complaint)


async def bundled(
    world: World, ticket: Ticket, facts: Facts, findings: Sequence[Finding]
) -> Callable[[Ticket], Ticket]:
    """How a ticket looks with these."""
    case, heard = await world.store.case_of(ticket.person), await world.store.heard(ticket.person)
    first = ticket.bundle.get("said")  # what was said before the ticket was opened
    made = await asyncio.to_thread(bundle, case, findings, facts, heard, world.thumbnails, world.diagnostics)
    login = facts.account.user_principal_name if isinstance(facts.account, Account) else ""
    keys, verdict = tuple(finding.key for finding in findings), str(findings[0].verdict)
    made |= {"said": first} if first else {}
    return lambda one: replace(one, bundle=made, login=login or one.login, verdict=verdict, findings=keys)


async def _filed(world: World, desk: HelpDesk, dossier: Dossier, filing: Filing) -> Filing:
    """The desk has the ticket, once: after a try whose end nobody knows it is looked for there first."""
    if filing.id:
        return filing
    filed = await desk.find(dossier.ticket) if filing.trying else None
    if filed is None:
        await world.store.save_filing(replace(filing, trying=True))
        filed = await desk.file(dossier)
    filing = replace(filing, id=filed.id, url=filed.url, trying=False)
    await world.store.save_filing(filing)
    return filing


async def _told(world: World, desk: HelpDesk, dossier: Dossier, filing: Filing) -> Filing:
    """The desk knows every entry that it wants, each once and in order."""
    for entry in dossier.entries:
        if entry.number <= filing.told:
            continue
        if entry.what in desk.wants and entry.origin != desk.name:
            filing = await _tell(world, desk, dossier, filing, entry)
        filing = replace(filing, told=entry.number, telling=0)
    return filing


async def _tell(world: World, desk: HelpDesk, dossier: Dossier, filing: Filing, entry: Entry) -> Filing:
    begun = filing.telling == entry.number
    if begun and await desk.has(filing.filed, dossier, entry):
        return filing
    filing = replace(filing, telling=entry.number)
    await world.store.save_filing(filing)
    try:
        await desk.add(filing.filed, dossier, entry)
    except DeskRefused as error:
        if filing.failures < POISONED or not error.of_content:
            raise
        log.error("a desk refuses an entry", extra={"ticket": entry.ticket, "desk": desk.name, "code": error.code})
        key = f"left_out:{desk.name}:{entry.number}"
        await tickets.by_bot(world, entry.ticket, "left_out", f"{desk.name} {entry.tag}", key, desk.name)
    filing = replace(filing, told=entry.number, telling=0, failures=0)
    await world.store.save_filing(filing)
    return filing


async def _troubled(world: World, ticket: Ticket, place: str, error: DeskError) -> datetime:
    """It is written down what is in the way and until when it is left alone, and told where it lasts."""
    now = world.clock.now()
    level = logging.ERROR if isinstance(error, DeskRefused) else logging.WARNING
    log.log(level, "a desk did not take a ticket", extra={"ticket": ticket.number, "desk": place, "code": error.code})
    after = await world.store.dossier(ticket.number)
    filing = after.filing(place) if after else Filing(ticket.number, place)
    asked = error.wait if isinstance(error, DeskDown) else 0.0
    again_at = now + timedelta(seconds=max(_pause(filing), asked)) * world.time_scale
    filing = replace(filing, failures=filing.failures + 1, again_at=again_at)
    lasts = isinstance(error, DeskRefused) or filing.failures > TOLD_FROM
    tells = lasts and not filing.trouble
    await world.store.save_filing(replace(filing, trouble=error.code, since=now) if tells else filing)
    if tells:
        await tickets.by_bot(world, ticket.number, "desk_down", place, f"down:{place}:{now.isoformat()}", place)
    return again_at


def _pause(filing: Filing) -> float:
    return float(PAUSES[min(filing.failures, len(PAUSES) - 1)])


async def _well(world: World, dossier: Dossier, filing: Filing) -> None:
    """It is told that a place has the ticket, where it was told, of this one or another, that it had not."""
    key = f"up:{filing.place}:{filing.since.isoformat() if filing.since else filing.id}"
    await tickets.by_bot(world, dossier.ticket.number, "desk_up", filing.place, key, filing.place)
