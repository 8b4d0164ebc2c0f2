"""A person starts a resync or waits for one, asks how far it is, stops it, or wants no message about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core import cards, ladder, limits
from bot.core.cases import PROMISED, Case, State
from bot.core.facts import Facts, Profile
from bot.core.rules import Finding, Verdict
from bot.core.view import PROFILE_INTENTS, View
from bot.flows import audit, cases, follow_up, look, showing, telling
from bot.flows.replies import Talk, reply
from bot.ports import Reply, SignIn


async def propose(talk: Talk) -> Reply:
    """Say what would be done. Where a resync cannot help, say what is the case instead."""
    talk = _of_the_photo(talk)
    if talk.case and talk.case.state is State.RESYNCING:
        return await status(talk)
    facts, findings = await look.look(talk)
    if not ladder.resync_possible(findings, talk.world.allowed):
        return await _not_now(talk, facts, findings)
    case = await cases.keep(talk, findings)
    if case.state is State.RESYNCING:
        return await status(talk.about_case(case))
    return await _planned(talk, case, facts)


async def _not_now(talk: Talk, facts: Facts, findings: tuple[Finding, ...]) -> Reply:
    """What is the case instead; where nothing can be told, that says it all."""
    unseen = findings[0].verdict is Verdict.COULD_NOT_SEE
    return await look.shown(talk, facts, findings, notice="" if unseen else talk.say("no-resync-now"))


def _of_the_photo(talk: Talk) -> Talk:
    """The button may be an older card's, and something else was asked since: a resync is about the photo."""
    about_profile = talk.intent in PROFILE_INTENTS
    return replace(talk, complaint=follow_up.RESYNC) if about_profile else talk


async def _planned(talk: Talk, case: Case, facts: Facts) -> Reply:
    """The plan, with Start where it may begin, and else from when it may."""
    now = talk.world.clock.now()
    steps = ladder.planned(View(facts, follow_up.RESYNC), talk.world.allowed)
    plan = cards.plan(talk.say, case, now, steps, await _free_at(talk, case))
    return reply(plan, case=case, about=talk.about(verdict=case.verdict, findings=list(case.findings)))


async def _free_at(talk: Talk, case: Case) -> datetime | None:
    """From when this person may begin a resync; None for now."""
    world, now = talk.world, talk.world.clock.now()
    if case.lifted:
        return None
    return limits.free_at(world.limits, case.begun_at, await world.store.begun_since(now - limits.HOUR), now)


async def start(talk: Talk) -> Reply:
    """Do it. However often and wherever it is pressed, one resync begins: the case says so, and its workflow's id."""
    talk, world = _of_the_photo(talk), talk.world
    case = talk.case
    assert case is not None, "the router gives no case-less Start"
    if talk.turn.sign_in:
        return await _signed_in(talk, case, talk.turn.sign_in)
    if case.state is State.RESYNCING:
        await world.promises.begin_resync(case)  # for a process that died before it could
        return await status(talk)
    facts, findings = await look.look(talk)
    if not ladder.resync_possible(findings, world.allowed):  # an old card: things have changed since
        return await _not_now(talk, facts, findings)
    most = 0 if case.lifted else world.limits.hourly
    free = await _free_at(talk, case) is None
    next_one = replace(case, attempt=case.attempt + 1)
    if not free or not await audit.by_person_within(talk, next_one, "start", most, limits.HOUR):
        return await _planned(talk, case, facts)
    case = await cases.change(world, case.id, lambda one: follow_up.begun(one, world.clock.now())) or case
    await world.promises.begin_resync(case)
    return _asking_for_sign_in(talk, look.standing(talk, case), facts, case)


def _asking_for_sign_in(talk: Talk, begun: Reply, facts: Facts, case: Case) -> Reply:
    """What has begun, after the question for the person's sign-in where that helps: it goes on without one, too."""
    world, page = talk.world, facts.profile.personal_url if isinstance(facts.profile, Profile) else ""
    rungs = ladder.due(case, View(facts, follow_up.RESYNC), world.allowed, world.clock.now(), by_press=True)
    if talk.turn.sign_in is None or "as_person" not in rungs or not page:
        return begun
    return replace(begun, sign_in=SignIn(world.sso_uri, talk.say("action-open-sharepoint"), page))


async def _signed_in(talk: Talk, case: Case, sign_in: str) -> Reply:
    """The client answers the question for the person's sign-in by pressing Start again: that begins nothing."""
    if case.state is not State.RESYNCING:
        return await status(talk)
    after = await follow_up.asked_as_person(talk.world, case, sign_in)
    if after is None:
        return await status(talk.about_case(await talk.world.store.case(case.id)))
    return look.standing(talk, after)


async def remind(talk: Talk) -> Reply:
    """Come back when it can be done: what is in the way now passes by itself."""
    talk = _as_asked_before(talk)
    facts, findings = await look.look(talk)
    now = talk.world.clock.now()
    case = await cases.keep(talk, findings)
    at = follow_up.coming_back_at(findings[0], now, case.id)
    if at is None or case.state in PROMISED:
        return await look.shown(talk, facts, findings)

    def waiting(one: Case) -> Case:
        if one.state in PROMISED:
            return one
        fresh = {"muted": False, "owed": False, "untold": False, "waits_for": talk.complaint}
        return one.moved(State.WAITING, attempt=one.attempt + 1, since=now, look_at=at, **fresh)

    case = await cases.change(talk.world, case.id, waiting) or case
    if case.state is not State.WAITING:  # a resync was begun at this very moment
        return await status(talk.about_case(case))
    await talk.world.promises.come_back(case)
    await audit.by_person(talk, case, "remind")
    return look.standing(talk, case)


def _as_asked_before(talk: Talk) -> Talk:
    """A wish to be reminded is about what was asked last."""
    return replace(talk, complaint=talk.case.said) if talk.intent == "remind" and talk.case else talk


async def status(talk: Talk) -> Reply:
    """How far is it?"""
    case = talk.case
    if case is None:
        return _nothing(talk)
    if case.state is State.RESYNCING:
        return await _under_way(talk, case)
    if case.state is State.WAITING:
        return look.standing(talk, case)
    facts, findings = await look.look(talk)
    return await look.shown(talk, facts, findings)


def _nothing(talk: Talk) -> Reply:
    nothing = cards.answer(talk.say, ("status-none",), cards.suggestions(talk.say, ("check",)))
    return reply(nothing, about=talk.about())


async def _under_way(talk: Talk, case: Case) -> Reply:
    """A photo that has arrived between two looks of the bot is told here, and need not be told again."""
    world = talk.world
    facts = await look.seen(world, case.person, of=case.id)
    ended = await follow_up.finish(world, case, facts)
    if ended is None:
        case = await world.store.case(case.id) or case
        return look.standing(talk, case) if case.state is State.RESYNCING else await status(talk.about_case(case))
    await telling.told_here(world, ended)
    card = cards.ended(talk.say, ended, facts, world.clock.now(), world.diagnostics)
    about = telling.end_of(ended) | {"language": talk.say.language}
    return reply(card, case=ended, thumbs=True, about=about)


async def stop(talk: Talk) -> Reply:
    """Do not go on. What is queued finds that it is over."""
    case = talk.case
    if case is None or case.state not in PROMISED:
        return _nothing(talk)
    now = talk.world.clock.now()

    def stopped(one: Case) -> Case:
        return one.moved(State.STOPPED, look_at=now) if one.state in PROMISED else one

    after = await cases.change(talk.world, case.id, stopped) or case
    if after.state is not State.STOPPED:  # it came to its end at this very moment
        return await status(talk.about_case(after))
    await audit.by_person(talk, after, "stop")
    await showing.show_at_the_end(talk.world, after.id)
    return look.standing(talk, after)


async def mute(talk: Talk) -> Reply:
    """Write nothing about it; the cards go on telling."""
    return await _muted(talk, True)


async def unmute(talk: Talk) -> Reply:
    """Write again."""
    return await _muted(talk, False)


async def _muted(talk: Talk, muted: bool) -> Reply:
    case = talk.case
    if case is None or not (case.state in PROMISED or case.owed):  # it has ended, and that is told in the morning
        return _nothing(talk)
    after = await cases.change(talk.world, case.id, lambda one: replace(one, muted=muted)) or case
    if after.muted is not case.muted:
        await audit.by_person(talk, after, "mute" if muted else "unmute", after.version)
    return look.standing(talk, after, talk.say("muted-notice" if muted else "unmuted-notice"))
