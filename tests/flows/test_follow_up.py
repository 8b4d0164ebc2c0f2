"""The promise, step by step, on a real store: what is tried, what is told, and what a busy or absent Teams changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core import ladder, timing
from bot.core.cases import State
from bot.core.facts import Facts, Outcome, PhotoPolicy, Picture, Profile, Reason, Unknown
from bot.flows import follow_up, rungs, telling
from bot.flows.cases import change
from bot.ports import Gone, MessageGone, NotNow, Uncertain
from tests.core.test_rules import BEHIND, WELL, portrait
from tests.flows.stage import WHERE, Stage, arrived, ended


async def test_it_begins_once_however_often_the_step_runs(stage: Stage) -> None:
    await stage.begun()
    await follow_up.begin(stage.world, "CASE1", 1)
    case = await stage.case()
    assert (case.state, case.attempt, case.asked_ok) == (State.RESYNCING, 1, True)
    assert "under way" in stage.chat.cards["card-1"].text


async def test_it_looks_for_72_hours_asks_again_and_says_that_it_is_still_stuck(stage: Stage) -> None:
    await stage.begun()
    began = stage.clock.now()
    while (at := await follow_up.look(stage.world, "CASE1", 1)) is not None:
        assert at > stage.clock.now()
        stage.clock.moment = at
    assert timing.PATIENCE - timing.HOUR <= stage.clock.now() - began <= timing.PATIENCE
    assert (await stage.case()).state is State.STILL_STUCK
    assert stage.tenant.asked > 3
    assert await telling.ended(stage.world, "CASE1", 1, 0) is None
    assert "has not arrived" in stage.chat.sent[0].text
    assert "CASE1" in stage.chat.sent[0].text
    assert "has not arrived" in stage.chat.cards["card-1"].text


async def test_whoever_ended_their_sign_in_meanwhile_reads_what_helps(stage: Stage) -> None:
    await stage.begun()
    stage.tenant.facts = replace(stage.tenant.facts, source_photo=Unknown(Reason.SIGNED_OUT))
    await stage.looked_until_it_ends()
    assert await telling.ended(stage.world, "CASE1", 1, 0) is None
    (told,) = stage.chat.sent
    assert "Teams signs you in" in told.text
    assert "Look again" in [action["title"] for action in (told.card or {})["actions"]]


async def test_it_says_that_the_photo_has_arrived_only_after_comparing(stage: Stage) -> None:
    await stage.begun()
    assert await follow_up.look(stage.world, "CASE1", 1)
    stage.tenant.facts = replace(arrived(stage), sharepoint_photo=Unknown(Reason.THROTTLED))
    assert await follow_up.look(stage.world, "CASE1", 1), "what could not be seen is not an arrival"
    stage.tenant.facts = arrived(stage)
    assert await follow_up.look(stage.world, "CASE1", 1) is None
    assert (await stage.case()).state is State.ARRIVED


async def test_it_is_told_once_however_often_the_step_runs(stage: Stage) -> None:
    await ended(stage)
    for _ in range(3):
        assert await telling.ended(stage.world, "CASE1", 1, 0) is None
    assert len(stage.chat.sent) == 1
    assert stage.chat.sent[0].alert
    assert not stage.chat.cards["card-1"].alert


async def test_busy_teams_is_tried_again_until_it_takes_it(stage: Stage) -> None:
    await ended(stage)
    stage.chat.trouble = NotNow("TooManyRequests", 429)
    waits = [await telling.ended(stage.world, "CASE1", 1, tries) for tries in range(len(timing.TEAMS_AGAIN) + 1)]
    assert all(waits[:-1])
    assert waits[-1] is None
    stage.chat.trouble = None
    assert await telling.ended(stage.world, "CASE1", 1, 1) is None
    assert len(stage.chat.sent) == 1


async def test_an_uncertain_message_is_not_sent_again_and_the_card_says_it(stage: Stage) -> None:
    await ended(stage)
    stage.chat.trouble_with_news = Uncertain("TimedOut")
    assert await telling.ended(stage.world, "CASE1", 1, 0) is None
    stage.chat.trouble_with_news = None
    assert await telling.ended(stage.world, "CASE1", 1, 0) is None
    assert stage.chat.sent == []
    assert "Your new photo has arrived" in stage.chat.cards["card-1"].text


async def test_somebody_who_removed_the_app_is_told_when_they_are_back(stage: Stage) -> None:
    await ended(stage)
    stage.chat.trouble = Gone("BotNotInConversationRoster", 403)
    assert await telling.ended(stage.world, "CASE1", 1, 0) is None
    assert await stage.store.conversation("talk") is None
    stage.chat.trouble = None
    assert await telling.ended(stage.world, "CASE1", 1, 0) is None
    assert stage.chat.sent == []
    assert (await stage.case()).untold
    await stage.store.remember(replace(WHERE, id="new talk"))
    await telling.welcome_back(stage.world, await stage.store.case_of("p"), replace(WHERE, id="new talk"))
    for _ in range(2):
        assert await telling.ended(stage.world, "CASE1", 1, telling.CHAIN) is None
    assert len(stage.chat.sent) == 1
    assert not (await stage.case()).untold


async def test_a_deleted_card_is_not_updated_again(stage: Stage) -> None:
    await stage.begun()
    stage.chat.trouble = MessageGone("ActivityNotFound", 404)
    stage.clock.moment += timedelta(hours=1)
    assert await follow_up.look(stage.world, "CASE1", 1)
    assert (await stage.case()).cards == ()
    assert await stage.store.conversation("talk"), "one message is not the conversation"


async def test_nobody_is_written_to_at_night_and_the_card_says_it_meanwhile(stage: Stage) -> None:
    stage.clock.moment = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)  # half past nine in the evening in Oslo
    await ended(stage)
    at = await telling.ended(stage.world, "CASE1", 1, 0)
    seven = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
    assert isinstance(at, datetime)
    assert seven <= at < seven + timedelta(minutes=15), "after seven in the morning there, not with everybody else"
    assert stage.chat.sent == []
    assert "Your new photo has arrived" in stage.chat.cards["card-1"].text
    stage.clock.moment = at
    assert await telling.ended(stage.world, "CASE1", 1, 1) is None
    assert len(stage.chat.sent) == 1


async def test_muted_means_the_cards_only(stage: Stage) -> None:
    await stage.begun()
    await change(stage.world, "CASE1", lambda case: replace(case, muted=True))
    stage.tenant.facts = arrived(stage)
    await follow_up.look(stage.world, "CASE1", 1)
    assert await telling.ended(stage.world, "CASE1", 1, 0) is None
    assert stage.chat.sent == []
    assert "Your new photo has arrived" in stage.chat.cards["card-1"].text


async def test_the_first_minutes_cost_one_call_a_look(stage: Stage) -> None:
    await stage.begun()
    read = stage.tenant.read
    for _ in range(5):
        at = await follow_up.look(stage.world, "CASE1", 1)
        assert at
        stage.clock.moment = at
    assert (stage.tenant.read - read, stage.tenant.glances) == (0, 5)


async def test_a_busy_service_is_not_looked_at_before_its_time(stage: Stage) -> None:
    await stage.begun()
    until = stage.clock.now() + timedelta(minutes=47)
    stage.tenant.unseen = Unknown(Reason.THROTTLED, until)
    at = await follow_up.look(stage.world, "CASE1", 1)
    assert at
    assert until <= at <= until + timedelta(minutes=1)


async def test_while_a_service_wants_to_be_left_alone_nobody_is_asked_anything(stage: Stage) -> None:
    await in_the_second_day(stage)
    calls = stage.tenant.read, stage.tenant.glances, stage.tenant.asked
    for minutes in (1, 2, 3):
        until = stage.clock.now() + timedelta(minutes=minutes)
        stage.tenant.unwilling = Unknown(Reason.THROTTLED, until)
        at = await stage.looked()
        assert at
        assert until <= at <= until + timedelta(minutes=1)
        stage.clock.moment = at
    assert (stage.tenant.read, stage.tenant.glances, stage.tenant.asked) == calls
    stage.tenant.unwilling = None
    assert await stage.looked()
    assert stage.tenant.read > calls[0]


async def test_a_service_that_wants_to_be_left_alone_for_ever_does_not_make_a_promise_endless(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(hours=72)
    stage.tenant.facts = unseen(Reason.THROTTLED)
    for _ in range(20):
        stage.tenant.unwilling = Unknown(Reason.THROTTLED, stage.clock.now() + timedelta(minutes=5))
        at = await stage.looked()
        if at is None:
            break
        stage.clock.moment = at
    assert (await stage.case()).ended_unseen


def unseen(reason: Reason, retry_at: datetime | None = None) -> Facts:
    """SharePoint's picture cannot be seen, and nothing else tells whether the photo is there."""
    return replace(WELL, sharepoint_photo=Unknown(reason, retry_at))


async def in_the_second_day(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(hours=30)


@pytest.mark.parametrize("reason", [Reason.TOO_SLOW, Reason.UNAVAILABLE])
async def test_a_look_that_was_kept_from_seeing_is_repeated_soon_and_further_and_further_apart(
    reason: Reason, stage: Stage
) -> None:
    await in_the_second_day(stage)
    stage.tenant.facts = unseen(reason)
    waits = []
    for _ in range(5):
        at = await stage.looked()
        assert at
        waits.append(at - stage.clock.now())
        stage.clock.moment = at
    for number, wait in enumerate(waits):
        assert timedelta(minutes=2**number) <= wait <= 2 * timedelta(minutes=2**number)
    stage.tenant.facts = BEHIND
    at = await stage.looked()
    assert at
    assert at - stage.clock.now() > timedelta(hours=5), "what could be seen is looked at again as planned"
    assert (await stage.case()).blind == 0


async def test_a_thousand_looks_in_vain_are_not_repeated_at_one_moment(stage: Stage) -> None:
    now = stage.clock.now()
    moments = {timing.look_again_at(1, now, f"CASE{number}").replace(microsecond=0) for number in range(1000)}
    assert len(moments) == 60, "each second of the next minute but one"


async def test_a_service_that_names_a_time_is_left_alone_until_then(stage: Stage) -> None:
    await in_the_second_day(stage)
    until = stage.clock.now() + timedelta(minutes=9)
    stage.tenant.facts = unseen(Reason.THROTTLED, until)
    at = await stage.looked()
    assert at
    assert until < at <= until + timedelta(minutes=1)


@pytest.mark.parametrize("reason", [Reason.FORBIDDEN, Reason.UNAUTHORIZED, Reason.MALFORMED, Reason.ELSEWHERE])
async def test_what_does_not_pass_by_itself_is_not_looked_at_sooner(reason: Reason, stage: Stage) -> None:
    await in_the_second_day(stage)
    stage.tenant.facts = unseen(reason)
    at = await stage.looked()
    assert at
    assert at - stage.clock.now() > timedelta(hours=5)


async def test_a_photo_that_is_surely_not_there_is_not_looked_at_sooner_for_what_else_is_unseen(stage: Stage) -> None:
    await in_the_second_day(stage)
    stage.tenant.facts = replace(BEHIND, small_photos={"S": Unknown(Reason.TOO_SLOW), "M": Unknown(Reason.TOO_SLOW)})
    at = await stage.looked()
    assert at
    assert at - stage.clock.now() > timedelta(hours=5)


async def test_a_bad_minute_at_the_end_is_not_the_end(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(hours=72)
    stage.tenant.facts = unseen(Reason.UNAVAILABLE)
    at = await stage.looked()
    assert at
    stage.clock.moment, stage.tenant.facts = at, arrived(stage)
    assert await stage.looked() is None
    assert (await stage.case()).state is State.ARRIVED


async def test_a_bad_day_at_the_end_is(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(hours=72)
    stage.tenant.facts = unseen(Reason.UNAVAILABLE)
    await stage.looked_until_it_ends()
    case = await stage.case()
    assert (case.state, case.ended_unseen) == (State.STILL_STUCK, True)
    assert stage.clock.now() - (case.begun_at or stage.clock.now()) < timedelta(hours=74)


async def climbing(stage: Stage, hours: float, **allowed: bool) -> list[str]:
    """What is done to a record in the first hours of a resync that does not arrive."""
    stage.world = replace(stage.world, allowed=ladder.Allowed(**allowed))
    await stage.begun()
    began = stage.clock.now()
    while (at := await follow_up.look(stage.world, "CASE1", 1)) and at - began < timedelta(hours=hours):
        stage.clock.moment = at
    return stage.tenant.done


async def test_the_photo_is_put_again_once_where_asking_did_not_help(stage: Stage) -> None:
    assert await climbing(stage, 24) == ["republish"]
    assert "put into Microsoft 365 once more" in stage.chat.cards["card-1"].text
    assert [deed.what for deed in await stage.store.deeds_of("p")].count("republish") == 1


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.UNCERTAIN, Outcome.NEEDLESS])
async def test_what_was_refused_or_may_have_been_done_is_not_done_again(stage: Stage, outcome: Outcome) -> None:
    stage.tenant.outcome = outcome
    assert await climbing(stage, 24) == ["republish"]
    assert "once more" not in stage.chat.cards["card-1"].text


async def test_what_a_busy_service_did_not_take_is_tried_again(stage: Stage) -> None:
    stage.tenant.outcome = Outcome.FAILED
    assert len(await climbing(stage, 24)) > 1


@pytest.mark.parametrize(
    "policy", [PhotoPolicy(source="onPremises"), PhotoPolicy(allowed_roles=("x",)), Unknown(Reason.FORBIDDEN)]
)
async def test_a_policy_keeps_the_photo_from_being_put(stage: Stage, policy: PhotoPolicy | Unknown) -> None:
    stage.tenant.facts = replace(BEHIND, policy=policy)
    assert await climbing(stage, 24) == []


async def test_an_administrator_may_forbid_it(stage: Stage) -> None:
    assert await climbing(stage, 24, republish=False) == []


def switched_off() -> Facts:
    assert isinstance(BEHIND.profile, Profile)
    return replace(BEHIND, profile=replace(BEHIND.profile, exchange_sync="0", placeholder="1"))


async def test_flags_are_repaired_only_where_that_is_allowed(stage: Stage) -> None:
    stage.tenant.facts = switched_off()
    assert await climbing(stage, 3) == []


async def test_a_repair_keeps_the_old_values_and_can_be_undone_once(stage: Stage) -> None:
    stage.tenant.facts = switched_off()
    assert await climbing(stage, 3, repair=True) == ["flags 0 1"]
    assert await rungs.undo(stage.world, "p") is Outcome.DONE
    assert stage.tenant.done[-1] == "flags 1 0"
    assert await rungs.undo(stage.world, "p") is Outcome.NEEDLESS
    assert await rungs.undo(stage.world, "nobody") is Outcome.NEEDLESS


async def test_a_photo_that_was_changed_again_is_the_one_that_is_waited_for(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(hours=30)
    first = (await stage.case()).wanted
    assert isinstance(BEHIND.profile, Profile)
    pulled = replace(BEHIND.profile, pulled_at=stage.clock.now() - timedelta(hours=1))
    stage.tenant.facts = replace(BEHIND, source_photo=Picture(portrait("green", "white")), profile=pulled)
    assert await follow_up.look(stage.world, "CASE1", 1)
    case = await stage.case()
    assert case.wanted != first
    assert case.since == stage.clock.now() + timedelta(hours=23), "when SharePoint can pull again"
    assert "photo has changed since" in stage.chat.cards["card-1"].text


async def test_an_earlier_attempt_does_nothing_any_more(stage: Stage) -> None:
    await stage.begun()
    case = await stage.case()
    await stage.store.save_case(replace(case, attempt=2))
    assert await follow_up.look(stage.world, "CASE1", 1) is None
    assert await telling.ended(stage.world, "CASE1", 1, 0) is None
    assert await follow_up.begin(stage.world, "nobody", 1) is None
    assert (await stage.case()).state is State.RESYNCING
