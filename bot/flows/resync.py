"""A person starts a resync, or asks how far it is."""

from __future__ import annotations

from bot.core import cards, rules
from bot.core.cases import Case, State
from bot.flows import follow_up, look
from bot.flows.replies import Talk, reply
from bot.ports import Reply


async def propose(talk: Talk) -> Reply:
    """Say what would be done. Where a resync cannot help, say what is the case instead."""
    if talk.case and talk.case.state is State.RESYNCING:
        return await status(talk)
    facts, findings = await look.look(talk)
    if not rules.resync_possible(findings):
        return await look.shown(talk, facts, findings, notice=talk.say("no-resync-now"))
    case = await look.keep(talk, findings)
    if case.state is State.RESYNCING:
        return look.progress(talk, case, facts)
    plan = cards.plan(talk.say, case, talk.world.clock.now())
    return reply(plan, case=case, about=talk.about(**look.told(findings)))


async def start(talk: Talk) -> Reply:
    """Do it. However often and wherever it is pressed, one resync begins: its workflow id is the engine's guard."""
    case = talk.case
    assert case is not None, "the router gives no case-less Start"
    if case.state is State.RESYNCING:
        return await status(talk)
    facts, findings = await look.look(talk)
    if not rules.resync_possible(findings):  # an old card: things have changed since
        return await look.shown(talk, facts, findings, notice=talk.say("no-resync-now"))
    await talk.world.promises.begin_resync(case)
    return look.progress(talk, await talk.world.store.case(case.id) or case, facts)


async def status(talk: Talk) -> Reply:
    """How far is it?"""
    case = talk.case
    if case is None:
        nothing = cards.answer(talk.say, ("status-none",), cards.suggestions(talk.say, ("check",)))
        return reply(nothing, about=talk.about())
    if case.state is State.RESYNCING:
        return await _under_way(talk, case)
    facts, findings = await look.look(talk)
    return await look.shown(talk, facts, findings)


async def _under_way(talk: Talk, case: Case) -> Reply:
    """A photo that has arrived between two looks of the bot is told here, and need not be told again."""
    world = talk.world
    facts = await look.seen(world, case.person)
    ended = await follow_up.finish(world, case, facts)
    if ended is None:
        return look.progress(talk, await world.store.case(case.id) or case, facts)
    await world.store.claim_notice(follow_up.notice_of(ended))
    card = cards.ended(talk.say, ended, facts, world.clock.now())
    return reply(card, case=ended, about=talk.about(verdict=ended.verdict, findings=list(ended.findings)))
