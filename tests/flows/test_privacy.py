"""What is kept about a person: shown, given as a file, and forgotten, by whom and when it may be."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Action
from bot.core.cases import State
from bot.core.privacy import Retention
from bot.core.texts import LANGUAGES, Speaker
from bot.core.tickets import PERSON
from bot.flows import conversation, follow_up, retention, telling
from bot.ports import NotNow, Offer, Place, Refused, Reply, Turn, Uncertain
from tests.flows.stage import CHANNEL, WHERE, Stage, arrived, ended

PLACE = Place("https://contoso-my.sharepoint.com/up", "https://contoso-my.sharepoint.com/file", "f.json", "ID", "json")
OTHER = replace(WHERE, id="other talk", person="q", user="29:q")


def titles(reply: Reply) -> list[str]:
    """The buttons of an answer."""
    return [one["title"] for one in (reply.card or {}).get("actions", ())]


async def presses(stage: Stage, verb: str, form: str = "", where: object = WHERE) -> Reply:
    """What the bot answers to a button that is about no case."""
    data = Action(verb, form=form).pack()
    turn = Turn("pressed", where, data=data, activity="b", card="card-2")  # type: ignore[arg-type]
    reply = await conversation.answer(stage.world, turn)
    assert reply is not None
    return reply


async def answers(stage: Stage, key: str, accepted: bool = True, **more: object) -> Reply | None:
    """What the bot answers to what a person says to the offer of a file."""
    given = {"where": WHERE, "place": PLACE} | more
    data = {"key": key, "accepted": accepted, "place": given["place"] if accepted else None}
    turn = Turn("consented", given["where"], data=data, activity="c", card="offer")  # type: ignore[arg-type]
    return await conversation.answer(stage.world, turn)


async def offered(stage: Stage) -> Offer:
    await presses(stage, "export")
    offer = stage.chat.sent[-1].offer
    assert offer is not None
    return offer


def form_of(reply: Reply) -> str:
    """What the button carries that really forgets."""
    assert reply.card is not None
    (found,) = [one["data"]["form"] for one in reply.card["actions"] if one.get("verb") == "erase"]
    return str(found)


async def forgotten(stage: Stage) -> Reply:
    return await presses(stage, "erase", form_of(await presses(stage, "forget")))


async def test_what_is_kept_is_said_with_numbers_and_for_how_long(stage: Stage) -> None:
    stage.world = replace(stage.world, retention=Retention(timedelta(days=200)), privacy_url="https://x.example/p")
    await stage.begun()
    stage.clock.moment += timedelta(hours=3)
    await stage.looked()
    said = await stage.says("what do you keep about me?")
    assert "200 days" in said.text and "Monday, November 23" in said.text
    assert "fingerprint" in said.text and "https://x.example/p" in said.text
    assert "helpdesk, with everything" not in said.text, "there is no case"
    assert titles(said)[:2] == ["Export my data", "Forget me"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_says_at_once_what_is_to_be_done_need_not_press(stage: Stage, language: str) -> None:
    await stage.begun()
    say = Speaker(language)
    for text in say("command-forget").split(", "):
        assert form_of(await stage.says(f" {text.capitalize()}!", locale=language)), text
        assert (await stage.says(text, locale=language)).text.startswith(say("forget-title")), text
    for text in say("command-export").split(", "):
        await stage.says(text, locale=language)
        assert stage.chat.sent.pop().offer, text
    assert not stage.chat.sent


async def test_to_forget_is_asked_for_with_these_words_and_no_others(stage: Stage) -> None:
    await stage.begun()
    for text in ("please do not forget me", "what does delete my data do?", "forget me " * 50, "forget the photo"):
        card = (await stage.says(text)).card or {}
        assert "erase" not in [one.get("verb") for one in card.get("actions", ())], text


@pytest.mark.parametrize("kind", ["channel", "groupChat"])
async def test_where_others_read_along_nothing_is_shown(stage: Stage, kind: str) -> None:
    await stage.begun()
    there = replace(WHERE, kind=kind, id="19:x")
    said = await conversation.answer(stage.world, Turn("said", there, text="what do you keep about me?", activity="a"))
    assert said is not None and "personal chat" in said.text
    for verb in ("privacy", "export", "forget", "erase"):
        answer = await presses(stage, verb, "x", there)
        assert "personal chat" in answer.text
    assert await answers(stage, "x", where=there) is None
    assert stage.chat.sent == [] and stage.chat.files == {}
    assert await stage.store.case_of("p") is not None


async def test_s04_nobody_without_an_object_id_is_shown_anything(stage: Stage) -> None:
    nobody = replace(WHERE, person="")
    for verb in ("privacy", "export", "forget", "erase"):
        assert "personal chat" in (await presses(stage, verb, "", nobody)).text
    assert await answers(stage, "x", where=nobody) is None


async def test_p12_a_file_is_offered_before_it_is_put_anywhere(stage: Stage) -> None:
    await stage.begun()
    offer = await offered(stage)
    assert (offer.name, stage.chat.files) == ("resync-my-data-2026-11-23.json", {})
    assert offer.size > 500
    done = await answers(stage, offer.key)
    assert done is not None and done.file == PLACE and "p" not in done.summary.split()
    kept = json.loads(stage.chat.files[PLACE.upload])
    assert (kept["format"], kept["person"], kept["made_at"]) == ("resync-export-1", "p", "2026-11-23T12:00:00Z")
    assert kept["case"][0]["id"] == "CASE1"
    assert stage.chat.taken_back == ["offer"]


async def test_a_file_is_made_of_what_is_kept_when_it_is_accepted_and_of_nobody_else(stage: Stage) -> None:
    await stage.begun()
    await stage.store.hear("q", ("person", "secret of q"))
    offer = await offered(stage)
    await stage.store.speaks("p", chosen="da")
    await answers(stage, offer.key)
    text = stage.chat.files[PLACE.upload].decode()
    assert '"chosen": "da"' in text and "secret of q" not in text


async def test_a_declined_offer_puts_nothing(stage: Stage) -> None:
    offer = await offered(stage)
    said = await answers(stage, offer.key, accepted=False)
    assert said is not None and "not put the file" in said.text and "Export my data" in titles(said)
    assert stage.chat.files == {}
    again = await answers(stage, offer.key)
    assert again is not None and "already answered" in again.text


async def test_an_offer_holds_once_for_an_hour_and_for_whom_it_was_made(stage: Stage) -> None:
    offer = await offered(stage)
    for key, where in (("forged", WHERE), ("", WHERE), (offer.key, OTHER)):
        said = await answers(stage, key, where=where)
        assert said is not None and "already answered" in said.text
    assert stage.chat.files == {}
    first, second = await asyncio.gather(answers(stage, offer.key), answers(stage, offer.key))
    assert sorted(bool(one and one.file) for one in (first, second)) == [False, True]
    late = await offered(stage)
    stage.clock.moment += timedelta(minutes=61)
    said = await answers(stage, late.key)
    assert said is not None and "more than an hour" in said.text


@pytest.mark.parametrize("trouble", [Refused("UploadUrlNotAllowed"), NotNow("Http503", 503), Uncertain("x")])
async def test_a_file_that_cannot_be_put_is_no_dead_end(stage: Stage, trouble: Exception) -> None:
    offer = await offered(stage)
    stage.chat.trouble_with_files = trouble  # type: ignore[assignment]
    said = await answers(stage, offer.key)
    assert said is not None and "try again" in said.text and "Export my data" in titles(said)


async def test_what_is_no_place_is_said(stage: Stage) -> None:
    offer = await offered(stage)
    said = await answers(stage, offer.key, place=None)
    assert said is not None and "try again" in said.text


async def test_an_offer_that_teams_does_not_take_is_no_dead_end(stage: Stage) -> None:
    stage.chat.trouble = Refused("x", 400)
    assert "try again" in (await presses(stage, "export")).text


async def test_where_teams_takes_no_files_it_is_said_who_can_make_one(stage: Stage) -> None:
    stage.world = replace(stage.world, sends_files=False)
    said = await presses(stage, "export")
    assert "administrator can make the file" in said.text and stage.chat.sent == []


# -- forgotten ---------------------------------------------------------------------------------------------------------


async def test_it_is_asked_first_and_said_what_goes_and_what_stays(stage: Stage) -> None:
    stage.with_desk()
    await stage.begun()
    await stage.asks()
    asked = await presses(stage, "forget")
    for part in ("resync that is under way for you stops", "365 days", "withdrawn", "no longer for whom", "this chat"):
        assert part in asked.text
    assert titles(asked) == ["Yes, forget me", "Back", "Export my data"]
    assert await stage.store.case_of("p") is not None


async def test_nobody_is_forgotten_without_being_asked_lately(stage: Stage) -> None:
    await stage.begun()
    for form in ("", "forged"):
        said = await presses(stage, "erase", form)
        assert "ask you again" in said.text and "Yes, forget me" in titles(said)
    old = form_of(await presses(stage, "forget"))
    stage.clock.moment += timedelta(minutes=61)
    assert "ask you again" in (await presses(stage, "erase", old)).text
    form = form_of(await presses(stage, "forget"))
    assert "ask you again" in (await presses(stage, "erase", form, OTHER)).text, "somebody else's card"
    assert await stage.store.case_of("p") is not None


async def test_a_forgotten_person_is_not_remembered_by_being_told_so(stage: Stage) -> None:
    stage.with_desk()
    await stage.begun()
    said = await forgotten(stage)
    assert "I have forgotten you" in said.text and said.forgets
    assert await stage.store.held("p") == {}
    assert await stage.store.heard("p") == []


async def test_an_old_card_does_nothing_after_that(stage: Stage) -> None:
    await stage.begun()
    form = form_of(await presses(stage, "forget"))
    assert (await presses(stage, "erase", form)).forgets
    await stage.says("why is my photo old?")
    again = await presses(stage, "erase", form)
    assert "ask you again" in again.text
    assert await stage.store.case_of("p") is not None, "what is new since then is not erased by an old card"
    assert "nothing under way" in (await stage.presses("start")).text


async def test_pressed_twice_at_once_it_is_done_once(stage: Stage) -> None:
    await stage.begun()
    form = form_of(await presses(stage, "forget"))
    done = await asyncio.gather(*(presses(stage, "erase", form) for _ in range(4)))
    assert sorted(one.forgets for one in done) == [False, False, False, True]
    assert await stage.store.case_of("p") is None


async def test_a_resync_ends_where_its_person_is_forgotten(stage: Stage) -> None:
    await stage.begun()
    await forgotten(stage)
    assert "out of date" in stage.chat.cards["card-1"].text
    before = stage.tenant.read, stage.tenant.asked
    stage.tenant.facts = arrived(stage)
    assert await stage.looked() is None
    assert await follow_up.begin(stage.world, "CASE1", 1) is None
    assert await stage.told() is None
    assert (stage.tenant.read, stage.tenant.asked) == before and stage.chat.sent == []
    assert await stage.store.held("p") == {}


async def test_an_end_that_is_owed_is_not_told_any_more(stage: Stage) -> None:
    await ended(stage)
    await forgotten(stage)
    assert await stage.told() is None
    assert await stage.store.unwatched(stage.clock.moment + timedelta(days=1)) == []
    await stage.says("hello")
    assert stage.chat.sent == []


async def test_erased_in_the_middle_of_a_look(stage: Stage) -> None:
    await stage.begun()
    before = stage.tenant.facts_of

    async def erased_meanwhile(person: str, site: str = "") -> object:
        found = await before(person, site)
        await stage.store.erase("p")
        return found

    stage.clock.moment += timedelta(hours=3)
    stage.tenant.facts_of = erased_meanwhile  # type: ignore[method-assign,assignment]
    assert await stage.looked() is None
    assert await stage.store.held("p") == {}


async def test_erased_in_the_middle_of_telling(stage: Stage) -> None:
    stage.with_desk(auto_escalate=True)
    await ended(stage)
    before = stage.tenant.facts_of

    async def erased_meanwhile(person: str, site: str = "") -> object:
        found = await before(person, site)
        await stage.store.erase("p")
        return found

    stage.tenant.facts_of = erased_meanwhile  # type: ignore[method-assign,assignment]
    await telling.ended(stage.world, "CASE1", 1, 0)
    assert stage.chat.sent == []
    assert await stage.store.held("p") == {}


async def test_a_message_that_arrives_meanwhile_begins_anew_or_goes_too(stage: Stage) -> None:
    stage.with_desk()
    await stage.begun()
    form = form_of(await presses(stage, "forget"))
    said, done = await asyncio.gather(stage.says("is my photo old?"), presses(stage, "erase", form))
    assert said.card is not None and done.forgets
    case = await stage.store.case_of("p")
    assert case is None or (case.id != "CASE1" and case.state is State.DIAGNOSED)
    assert not [deed for deed in await stage.store.deeds_of("p") if deed.case == "CASE1"]


async def test_a_case_at_the_helpdesk_is_withdrawn_and_comes_to_its_desk(stage: Stage) -> None:
    stage.with_desk()
    await stage.store.remember(WHERE)
    ticket = await stage.asks()
    await stage.settle()
    said = await forgotten(stage)
    assert "365 days" in said.text
    late = stage.clock.moment + timedelta(minutes=1)
    assert set(await stage.store.behind(("desk", PERSON), late)) == {(ticket.number, "desk"), (ticket.number, PERSON)}
    now = await stage.now(ticket.number)
    await stage.promises.deliver(now, ("desk", PERSON))
    sent = len(stage.chat.sent)
    await stage.settle()
    assert stage.desk.tickets[now.reference].status == "withdrawn"
    await stage.store.remember(WHERE)  # who is back is not told of it either
    await stage.promises.deliver(now, ("desk", PERSON))
    await stage.settle()
    assert len(stage.chat.sent) == sent


async def test_who_is_forgotten_on_the_way_to_a_desk_is_not_looked_up_for_it(stage: Stage) -> None:
    stage.with_desk()
    ticket = await stage.asks()  # before anybody has looked, and with no case of the bot's
    await forgotten(stage)
    read = stage.tenant.read
    await stage.promises.deliver(await stage.now(ticket.number), ("desk",))
    await stage.settle()
    kept = await stage.now(ticket.number)
    assert stage.desk.tickets[kept.reference].status == "withdrawn"
    assert (stage.tenant.read, kept.bundle) == (read, {})
    await stage.store.bind(CHANNEL)
    await stage.on(ticket.number, "diagnose", "agent", form="f")
    assert stage.tenant.read > read, "the helpdesk may look"
    assert "fingerprints" not in await stage.store.held("p")


async def test_who_worked_for_the_helpdesk_is_in_nothing_that_is_noted_of_a_desk(stage: Stage) -> None:
    stage.with_desk()
    await stage.store.bind(CHANNEL)
    ticket = await stage.asks()
    await stage.on(ticket.number, "take", "agent")
    await stage.settle()
    assert stage.desk.tickets[ticket.reference].assignee_name == "Thea Berg"
    await stage.store.erase("agent")
    assert "Thea Berg" not in str(await stage.store.dossier(ticket.number))


async def test_an_answer_of_the_helpdesk_that_waits_for_the_morning_is_not_told(stage: Stage) -> None:
    stage.with_desk(waking=(7, 8))
    await stage.store.remember(WHERE)
    ticket = await stage.asks()
    stage.clock.moment += timedelta(hours=1)
    await stage.on(ticket.number, "reply", "agent", form="f", text="Is it right now?")
    await forgotten(stage)
    sent = len(stage.chat.sent)
    await stage.settle()
    await stage.says("hello")
    await stage.settle()
    assert not [one for one in stage.chat.sent[sent:] if "Is it right now" in one.text]


async def test_a_day_of_tidying_says_how_much_in_the_log(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await stage.known()
    assert await retention.tidy(stage.world) is None
    stage.clock.moment += timedelta(days=400)
    with caplog.at_level("INFO"):
        assert await retention.tidy(stage.world) == stage.clock.moment
    assert vars(caplog.records[-1])["of_cases"] == 1
    assert await retention.tidy(stage.world) is None
