"""What a person does while a promise is open, or just as it ends: nothing gets lost, and nothing untrue is said."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core import ladder
from bot.core.cases import Case, State
from bot.core.facts import Absent, Facts, Outcome, Picture, Reason, Unknown
from bot.core.limits import Limits
from bot.flows import conversation, follow_up, rungs, telling
from bot.flows.cases import change
from bot.ports import Gone, NotNow, Refused, Reply, Turn
from tests.core.test_rules import BEHIND, NEW, NEW_TINY, OWN, WELL, portrait, profile, resized
from tests.flows.stage import CASE, WHERE, Stage, arrived, ended

EVENING = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)  # half past nine in Oslo
TITLE_DIFFERS = profile(texts={**OWN, "Title": "Trainee"})


def title(reply: Reply) -> str:
    return reply.text.split("\n")[0]


# -- the person stops it while a step is at work -----------------------------------------------------------------------


async def test_what_was_stopped_while_sharepoint_is_asked_goes_no_further(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(hours=1)
    await change(stage.world, "CASE1", lambda case: replace(case, looks=3))

    async def slow(facts: Facts) -> bool:
        await stage.presses("stop")
        return True

    stage.tenant.ask_for_pull = slow  # type: ignore[method-assign]
    assert await stage.looked() is None
    assert stage.tenant.done == [], "no photo is put after Stop"
    assert (await stage.case()).state is State.STOPPED
    assert "was stopped" in stage.chat.cards["card-1"].text


async def test_a_card_that_is_drawn_while_it_is_stopped_says_so_in_the_end(stage: Stage) -> None:
    await stage.begun()
    draw, stopped = stage.chat.update, False

    async def slow(conversation: Any, message: str, reply: Reply) -> None:
        nonlocal stopped
        if not stopped:
            stopped = True
            await stage.presses("stop")
        await draw(conversation, message, reply)

    stage.chat.update = slow  # type: ignore[method-assign]
    stage.clock.moment += timedelta(hours=1)
    await stage.looked()
    assert "was stopped" in stage.chat.cards["card-1"].text


async def test_a_question_after_stop_does_not_break_the_step_that_is_at_work(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(hours=1)
    read = stage.tenant.facts_of

    async def slow(person: str, site: str = "") -> Facts:
        stage.tenant.facts_of = read  # type: ignore[method-assign]
        await stage.presses("stop")
        await stage.says("why is my photo old?")
        return await read(person, site)

    stage.tenant.facts_of = slow  # type: ignore[method-assign]
    assert await stage.looked() is None
    assert (await stage.case()).state is State.DIAGNOSED


async def test_stop_before_the_first_step_stops_it(stage: Stage) -> None:
    await stage.known()
    assert "under way" in (await stage.presses("start")).text
    assert "was stopped" in (await stage.presses("stop")).text
    assert await follow_up.begin(stage.world, "CASE1", 1) is None
    assert stage.tenant.asked == 0


# -- what is owed stays owed -------------------------------------------------------------------------------------------


async def test_another_question_before_the_morning_does_not_cancel_the_news(stage: Stage) -> None:
    stage.clock.moment = EVENING
    await ended(stage)
    at = await stage.told()
    assert at
    await stage.says("my job title is wrong")
    stage.clock.moment = at
    assert await stage.told(1) is None
    assert title(stage.chat.sent[0]) == "Your new photo has arrived in SharePoint."


async def test_a_process_that_dies_while_cards_are_updated_loses_no_message(stage: Stage) -> None:
    await ended(stage)
    draw = stage.chat.update

    async def dies(*_: object) -> None:
        raise asyncio.CancelledError

    stage.chat.update = dies  # type: ignore[assignment]
    with pytest.raises(asyncio.CancelledError):
        await stage.told()
    stage.chat.update = draw  # type: ignore[method-assign]
    assert await stage.told() is None
    assert len(stage.chat.sent) == 1


async def test_what_teams_refused_is_not_said_to_have_been_told(stage: Stage) -> None:
    await ended(stage)
    stage.chat.trouble = Refused("NotEnoughPermissions", 403)
    assert await stage.told() is None
    assert (await stage.case()).untold
    assert ("not_told", "") in await stage.done()
    stage.chat.trouble = None
    assert await stage.told(telling.CHAIN) is None
    assert len(stage.chat.sent) == 1


async def test_a_card_that_is_too_large_comes_as_words(stage: Stage) -> None:
    await ended(stage)
    send = stage.chat.send

    async def small_only(conversation: Any, reply: Reply) -> str:
        if reply.card is not None:
            raise Refused("MessageSizeTooBig", 413)
        return await send(conversation, reply)

    stage.chat.send = small_only  # type: ignore[method-assign]
    assert await stage.told() is None
    assert [reply.card for reply in stage.chat.sent] == [None]


async def test_that_the_engine_is_away_when_somebody_comes_back_neither_fails_the_turn_nor_loses_the_news(
    stage: Stage,
) -> None:
    await ended(stage)
    stage.chat.trouble = Gone("BotNotInConversationRoster", 403)
    await stage.told()
    stage.chat.trouble = None

    async def away(_: object) -> None:
        raise RuntimeError("no database")

    stage.world.promises.tell = away  # type: ignore[method-assign]
    assert (await stage.says("hello")).text
    assert (await stage.case()).untold


async def test_a_person_who_blocked_the_bot_is_left_alone(stage: Stage) -> None:
    await stage.begun()
    stage.chat.trouble = Gone("ConversationBlockedByUser", 403)
    for _ in range(20):
        stage.clock.moment = await stage.looked() or stage.clock.moment
    assert await stage.store.conversation("talk") is None


async def test_somebody_who_is_told_of_an_arrival_late_gets_no_photos_that_differ(stage: Stage) -> None:
    stage.clock.moment = EVENING
    await ended(stage)
    at = await stage.told()
    assert at
    stage.tenant.facts = replace(arrived(stage), source_photo=Picture(portrait("green", "white")))
    stage.clock.moment = at
    await stage.told(1)
    assert "data:image" not in str(stage.chat.sent[0].card)


async def test_a_photo_that_arrives_before_its_absence_was_told_is_told_instead(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(hours=73)
    assert await stage.looked() is None
    assert (await stage.case()).state is State.STILL_STUCK
    stage.chat.trouble = NotNow("TooManyRequests", 429)
    assert await stage.told()
    stage.chat.trouble = None
    stage.tenant.facts = arrived(stage)
    assert await stage.told(1) is None
    assert title(stage.chat.sent[0]) == "Your new photo has arrived in SharePoint."
    assert (await stage.case()).state is State.ARRIVED


# -- how it ends is what was seen --------------------------------------------------------------------------------------


async def test_where_sharepoint_could_not_be_seen_no_card_says_that_it_did_not_arrive(stage: Stage) -> None:
    await stage.begun()
    unseen = Unknown(Reason.UNAVAILABLE)
    stage.tenant.facts = replace(BEHIND, sharepoint_photo=unseen, small_photos={"M": unseen, "S": unseen})
    await stage.looked_until_it_ends()
    await stage.told()
    for reply in (stage.chat.sent[0], stage.chat.cards["card-1"]):
        assert title(reply) == "I could not see whether your photo has arrived in SharePoint."


async def test_a_size_that_could_not_be_seen_is_no_reason_to_write_to_the_photo(stage: Stage) -> None:
    await stage.begun()
    stage.tenant.facts = replace(WELL, small_photos={"M": Picture(NEW_TINY), "S": Unknown(Reason.UNAVAILABLE)})
    await stage.looked_until_it_ends()
    assert stage.tenant.done == []
    assert (await stage.case()).ended_unseen


async def test_nothing_is_put_while_sharepoint_cannot_be_seen(stage: Stage) -> None:
    await stage.begun()
    slow = Unknown(Reason.TOO_SLOW)
    stage.tenant.facts = replace(BEHIND, profile=slow, sharepoint_photo=slow, small_photos={})
    stage.clock.moment += timedelta(hours=2)
    assert await stage.looked()
    assert stage.tenant.done == []


async def test_a_photo_that_was_removed_is_not_waited_for(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(hours=1)
    stage.tenant.facts = replace(BEHIND, source_photo=Absent("ImageNotFound"))
    at = await stage.looked()
    assert at, "a gap may pass"
    stage.clock.moment = at
    assert await stage.looked() is None
    await stage.told()
    assert "no photo of you" in title(stage.chat.sent[0])
    assert "diagnostic" not in stage.chat.sent[0].text


async def test_a_gap_that_passes_changes_nothing(stage: Stage) -> None:
    stage.world = replace(stage.world, allowed=ladder.Allowed(republish=False))
    await stage.begun()
    stage.clock.moment += timedelta(hours=1)
    stage.tenant.facts = replace(BEHIND, source_photo=Absent("ImageNotFound"))
    before = await stage.case()
    at = await stage.looked()
    assert at
    stage.tenant.facts, stage.clock.moment = BEHIND, at
    assert await stage.looked()
    case = await stage.case()
    assert (case.wanted, case.since, case.asked_ok) == (before.wanted, before.since, before.asked_ok)
    assert "changed" not in stage.chat.cards["card-1"].text
    stage.tenant.facts = arrived(stage)
    stage.clock.moment += timedelta(minutes=20)
    assert await stage.looked() is None
    assert (await stage.case()).state is State.ARRIVED


async def test_every_message_that_nobody_asked_for_says_how_to_get_none(stage: Stage) -> None:
    await stage.begun()
    await stage.looked_until_it_ends()
    await stage.told()
    assert "Messages off" in stage.chat.sent[0].text


# -- one case, several questions ---------------------------------------------------------------------------------------


async def test_a_profile_can_be_asked_about_during_a_resync(stage: Stage) -> None:
    await stage.begun()
    stage.tenant.facts = replace(BEHIND, profile=TITLE_DIFFERS)
    reply = await stage.says("my job title is wrong")
    assert "resync" not in title(reply)
    assert reply.case == "", "that card is not one of the resync's"
    assert "under way" in (await stage.says("why is my photo old?")).text


async def test_a_reminder_is_about_what_it_was_asked_for(stage: Stage) -> None:
    await stage.known()
    stage.tenant.facts = replace(WELL, profile=TITLE_DIFFERS)
    await stage.says("my job title is wrong")
    await stage.presses("remind")
    await stage.says("why is my photo old?")
    case = await stage.case()
    assert case.state is State.WAITING
    stage.clock.moment = case.look_at or stage.clock.moment
    while at := await follow_up.remind(stage.world, "CASE1", 1):
        stage.clock.moment = at
    await stage.told()
    sent = stage.chat.sent[0]
    assert "Job title\nMicrosoft 365\n" in sent.text, "the evidence is that of the job title, and no photos"
    assert "Image" not in json.dumps(sent.card)


async def test_remind_me_in_words_is_about_what_was_asked_last(stage: Stage) -> None:
    await stage.known()
    stage.tenant.facts = replace(BEHIND, profile=TITLE_DIFFERS)
    await stage.says("my job title is wrong")
    await stage.says("remind me when it can be done")
    case = await stage.case()
    assert (case.state, case.waits_for.intent) == (State.WAITING, "profile_stale")


async def test_resync_on_an_older_card_is_about_the_photo(stage: Stage) -> None:
    await stage.known()
    await stage.says("why is my photo old?")
    await stage.says("my job title is wrong")
    assert "This is what I will do" in (await stage.presses("resync")).text
    assert "under way" in (await stage.presses("start")).text


async def test_a_stopped_reminder_is_not_called_a_resync(stage: Stage) -> None:
    await stage.known(complaint="profile_stale")
    stage.tenant.facts = replace(WELL, profile=TITLE_DIFFERS)
    await stage.presses("remind")
    assert "resync" not in (await stage.presses("stop")).text.lower()


async def test_a_client_without_a_time_zone_takes_the_known_one_from_nobody(stage: Stage) -> None:
    await stage.known()
    await stage.presses("check", time_zone="")
    assert (await stage.case()).time_zone == "Europe/Oslo"


async def test_a_suggestion_is_answered_in_the_language_that_was_spoken(stage: Stage) -> None:
    await stage.known()
    await stage.says("waarom is mijn foto oud?")
    await stage.presses("ask", "check")
    assert (await stage.case()).language == "nl"


# -- at the same moment ------------------------------------------------------------------------------------------------


async def test_remind_on_one_device_and_start_on_the_other_leave_one_promise_that_is_kept(stage: Stage) -> None:
    await stage.known()
    read = stage.tenant.facts_of

    async def slow(person: str, site: str = "") -> Facts:
        stage.tenant.facts_of = read  # type: ignore[method-assign]
        stage.tenant.facts = replace(BEHIND, profile=Unknown(Reason.THROTTLED))
        await stage.presses("remind")
        stage.tenant.facts = BEHIND
        return await read(person, site)

    stage.tenant.facts_of = slow  # type: ignore[method-assign]
    assert "under way" in (await stage.presses("start")).text
    case = await stage.case()
    assert case.state is State.RESYNCING
    assert await follow_up.begin(stage.world, "CASE1", case.attempt)


async def test_remind_that_comes_second_leaves_the_resync_alone(stage: Stage) -> None:
    await stage.known()
    read, later = stage.tenant.facts_of, []

    async def come_back(case: Case) -> None:
        later.append(case)

    async def slow(person: str, site: str = "") -> Facts:
        stage.tenant.facts_of = read  # type: ignore[method-assign]
        stage.tenant.facts = BEHIND
        await stage.presses("start")
        stage.tenant.facts = replace(BEHIND, profile=Unknown(Reason.THROTTLED))
        return await read(person, site)

    stage.tenant.facts_of = slow  # type: ignore[method-assign]
    stage.world.promises.come_back = come_back  # type: ignore[method-assign]
    assert "under way" in (await stage.presses("remind")).text
    assert later == []
    assert ("remind", "") not in await stage.done()


async def test_a_new_resync_is_not_told_how_the_one_before_ended(stage: Stage) -> None:
    await stage.begun()
    await stage.looked_until_it_ends()
    read = stage.tenant.facts_of

    async def slow(person: str, site: str = "") -> Facts:
        stage.tenant.facts_of = read  # type: ignore[method-assign]
        await stage.presses("start")
        return await read(person, site)

    stage.tenant.facts_of = slow  # type: ignore[method-assign]
    assert await stage.told() is None
    assert stage.chat.sent == []
    assert (await stage.case()).attempt == 2


async def test_what_was_shown_to_somebody_who_asked_is_not_owed_any_more(stage: Stage) -> None:
    await stage.begun()
    stage.tenant.facts = arrived(stage)
    await stage.says("is it done yet?")
    case = await stage.case()
    assert (case.state, case.owed) == (State.ARRIVED, False)
    assert {("arrived", ""), ("shown", "")} <= set(await stage.done())
    assert await stage.told() is None
    assert stage.chat.sent == []
    assert "not known" not in (await stage.says("what have you done about my photo?")).text


async def test_messages_can_be_switched_off_in_the_night_before_they_come(stage: Stage) -> None:
    stage.clock.moment = EVENING
    await ended(stage)
    at = await stage.told()
    assert isinstance(at, datetime)
    reply = await stage.says("don't message me about this")
    assert "no messages" in reply.text
    stage.clock.moment = at
    assert await stage.told(1) is None
    assert stage.chat.sent == []
    assert "Your new photo has arrived" in stage.chat.cards["card-1"].text


async def test_news_waits_as_long_as_teams_asks_for(stage: Stage) -> None:
    await ended(stage)
    stage.chat.trouble_with_news = NotNow("TooManyRequests", 429)
    stage.chat.trouble_with_news.wait = 1800.0
    at = await stage.told()
    assert isinstance(at, datetime)
    assert at - stage.clock.now() == timedelta(minutes=30)


async def test_somebody_who_cannot_be_reached_again_and_again_is_tried_each_time_they_are_back(stage: Stage) -> None:
    await ended(stage)
    numbers = []

    async def tell(case: Case) -> None:
        numbers.append(case.version)

    stage.world.promises.tell = tell  # type: ignore[method-assign]
    for _ in range(3):
        stage.chat.trouble = Gone("BotNotInConversationRoster", 403)
        await stage.told(telling.CHAIN * len(numbers))
        stage.chat.trouble = None
        await stage.store.remember(WHERE)
        await stage.says("hello")
    assert len(set(numbers)) == 3, "each chain has a number of its own"


async def test_how_far_is_it_at_the_moment_of_its_end_is_not_under_way(stage: Stage) -> None:
    await stage.begun()
    read = stage.tenant.facts_of

    async def slow(person: str, site: str = "") -> Facts:
        stage.tenant.facts_of = read  # type: ignore[method-assign]
        before = await read(person, site)
        stage.tenant.facts = arrived(stage)
        stage.clock.moment += timedelta(minutes=16)
        await stage.looked()
        await stage.told()
        return before

    stage.tenant.facts_of = slow  # type: ignore[method-assign]
    assert "under way" not in (await stage.presses("status")).text


async def test_an_arrival_that_was_asked_for_stands_on_every_card(stage: Stage) -> None:
    await stage.begun()
    stage.tenant.facts = arrived(stage)
    assert title(await stage.says("is it done yet?")) == "Your new photo has arrived in SharePoint."
    assert title(stage.chat.cards["card-1"]) == "Your new photo has arrived in SharePoint."
    await stage.told()
    assert stage.chat.sent == [], "it was said already"


async def test_a_second_resync_shows_nothing_of_the_first(stage: Stage) -> None:
    await ended(stage)
    await stage.told()
    stage.clock.moment += timedelta(days=9)
    stage.tenant.facts = BEHIND
    card = await stage.presses("start")
    assert "I am asking SharePoint" in card.text
    assert "was asked on" not in card.text


async def test_the_quota_holds_however_many_press_at_once(stage: Stage) -> None:
    stage.world = replace(stage.world, limits=Limits(timedelta(minutes=15), 3))
    people = [f"p{number}" for number in range(20)]
    for person in people:
        await stage.store.add_case(replace(CASE, id=f"C{person}", person=person, conversation=person))

    async def start(person: str) -> str:
        where = replace(WHERE, id=person, person=person)
        data = {"resync": "1", "verb": "start", "case": f"C{person}", "intent": ""}
        reply = await answered(stage, Turn("pressed", where, data=data, activity="a"))
        return title(reply)

    answers = await asyncio.gather(*map(start, people))
    assert sum("under way" in one for one in answers) == 3


async def answered(stage: Stage, turn: Turn) -> Reply:
    reply = await conversation.answer(stage.world, turn)
    assert reply is not None
    return reply


async def test_a_resync_that_is_just_beginning_is_not_taken_for_lost(stage: Stage) -> None:
    await stage.known(opened_at=stage.clock.now() - timedelta(days=3))
    await stage.presses("start")
    assert await stage.store.unwatched(stage.clock.now() - timedelta(minutes=10)) == []


# -- what the administrator allows -------------------------------------------------------------------------------------


async def test_a_card_does_not_speak_of_what_is_not_allowed(stage: Stage) -> None:
    stage.world = replace(stage.world, allowed=ladder.Allowed(guide=False))
    await stage.begun()
    assert "open SharePoint yourself" not in stage.chat.cards["card-1"].text


async def test_where_asking_is_not_allowed_nothing_is_said_to_be_asked(stage: Stage) -> None:
    stage.world = replace(stage.world, allowed=ladder.Allowed(ask=False))
    await stage.begun()
    assert "asked" not in stage.chat.cards["card-1"].text


async def test_the_link_stays_when_messages_are_switched_off(stage: Stage) -> None:
    assert not isinstance(BEHIND.profile, Unknown | Absent)
    page = "https://contoso-my.sharepoint.com/personal/p"
    stage.tenant.facts = replace(BEHIND, profile=replace(BEHIND.profile, personal_url=page))
    await stage.begun()
    assert page in str((await stage.presses("mute")).card)


# -- the ladder and the audit ------------------------------------------------------------------------------------------


async def test_sharepoint_is_asked_at_once_for_a_photo_that_was_changed_again(stage: Stage) -> None:
    await stage.begun()
    asked = stage.tenant.asked
    stage.clock.moment += timedelta(minutes=30)
    stage.tenant.facts = replace(BEHIND, source_photo=Picture(portrait("green", "white")))
    assert await stage.looked()
    assert stage.tenant.asked == asked + 1


async def test_what_comes_back_re_encoded_is_not_called_another_photo(stage: Stage) -> None:
    stage.tenant.outcome = Outcome.UNCERTAIN  # the answer was lost, the photo was put
    await stage.begun()
    while not stage.tenant.done:
        stage.clock.moment = await stage.looked() or stage.clock.moment
    stage.tenant.facts = replace(stage.tenant.facts, source_photo=Picture(resized(NEW, 200)))
    stage.clock.moment = (await stage.case()).look_at or stage.clock.moment
    await stage.looked()
    assert "photo has changed" not in stage.chat.cards["card-1"].text


async def test_patience_does_not_grow_for_ever(stage: Stage) -> None:
    await stage.begun()
    began, colour = stage.clock.now(), 0
    while at := await stage.looked():
        colour += 1
        stage.clock.moment = max(at, stage.clock.now() + timedelta(hours=5))
        stage.tenant.facts = replace(BEHIND, source_photo=Picture(portrait(f"#{colour:02x}8899", "white")))
        assert colour < 200
    assert stage.clock.now() - began <= timedelta(days=6)


async def test_a_service_that_has_nothing_to_do_with_it_delays_no_look(stage: Stage) -> None:
    await stage.begun()
    stage.clock.moment += timedelta(minutes=20)
    until = stage.clock.now() + timedelta(hours=20)
    stage.tenant.facts = replace(BEHIND, incidents=Unknown(Reason.THROTTLED, until))
    at = await stage.looked()
    assert at
    assert at < stage.clock.now() + timedelta(hours=2)


async def test_each_try_has_a_line_of_its_own(stage: Stage) -> None:
    ask = stage.tenant.ask_for_pull

    async def fails(_: Facts) -> bool:
        return False

    stage.tenant.ask_for_pull = fails  # type: ignore[method-assign]
    await stage.begun()
    stage.tenant.ask_for_pull = ask  # type: ignore[method-assign]
    stage.clock.moment += timedelta(seconds=6)
    await stage.looked()
    assert [line for line in await stage.done() if line[0] == "ask"] == [("ask", "failed"), ("ask", "done")]


async def test_a_crash_at_the_end_loses_no_line(stage: Stage) -> None:
    await ended(stage)
    assert (await stage.case()).owed
    await stage.told()
    await stage.told()
    lines = [what for what, _ in await stage.done()]
    assert (lines.count("arrived"), lines.count("told")) == (1, 1)


async def test_nobody_is_said_to_have_been_told_who_wanted_no_message(stage: Stage) -> None:
    await stage.begun()
    await stage.presses("mute")
    stage.tenant.facts = arrived(stage)
    await stage.looked()
    await stage.told()
    lines = [what for what, _ in await stage.done()]
    assert "shown" in lines
    assert "told" not in lines


async def test_a_repair_that_was_refused_is_not_undone(stage: Stage) -> None:
    assert not isinstance(BEHIND.profile, Unknown | Absent)
    off = replace(BEHIND.profile, exchange_sync="0", placeholder="1")
    stage.tenant.facts, stage.tenant.outcome = replace(BEHIND, profile=off), Outcome.REFUSED
    stage.world = replace(stage.world, allowed=ladder.Allowed(repair=True))
    await stage.begun()
    assert ("repair", "refused") in await stage.done()
    stage.tenant.outcome = Outcome.DONE
    before = list(stage.tenant.done)
    assert await rungs.undo(stage.world, "p") is Outcome.NEEDLESS
    assert stage.tenant.done == before


async def test_a_repair_whose_process_died_can_be_undone(stage: Stage) -> None:
    assert not isinstance(BEHIND.profile, Unknown | Absent)
    off = replace(BEHIND.profile, exchange_sync="0", placeholder="1")
    stage.tenant.facts = replace(BEHIND, profile=off)
    stage.world = replace(stage.world, allowed=ladder.Allowed(repair=True))

    async def dies(*_: object) -> Outcome:
        raise asyncio.CancelledError

    write = stage.tenant.set_picture_flags
    stage.tenant.set_picture_flags = dies  # type: ignore[assignment]
    with pytest.raises(asyncio.CancelledError):
        await stage.begun()
    stage.tenant.set_picture_flags = write  # type: ignore[method-assign]
    assert await rungs.undo(stage.world, "p") is Outcome.DONE
    assert stage.tenant.done == ["flags 1 0"]
