"""What is made of words: the person's own state in each answer, what they told, their language, and what was missed."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest

from bot.core.actions import Action
from bot.core.cases import State
from bot.core.texts import LANGUAGES, Speaker
from bot.flows import conversation
from bot.language import understand
from bot.ports import Conversation, Reply, Speech, Turn
from tests.core.test_rules import BEHIND, WELL
from tests.flows.stage import CHANNEL, WHERE, Stage, arrived
from tests.flows.test_person_and_promise import TITLE_DIFFERS
from tests.language.test_hostile import nasty
from tests.language.test_understand import EXAM


def links(reply: Reply) -> list[str]:
    assert reply.card is not None
    return [action["url"] for action in reply.card["actions"] if action["type"] == "Action.OpenUrl"]


def asked_by(reply: Reply) -> list[str]:
    """What the buttons of an answer ask."""
    assert reply.card is not None
    return [action["data"]["intent"] for action in reply.card["actions"] if action.get("data", {}).get("intent")]


async def chooses(stage: Stage, language: Any) -> Reply:
    data = {**Action("speak").pack(), "language": language}
    reply = await conversation.answer(stage.world, Turn("pressed", WHERE, data=data, activity="choose"))
    assert reply is not None
    return reply


# -- answers with the person's own state -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "how long does it take?"),
        ("nl", "hoe lang duurt het?"),
        ("nb", "hvor lang tid tar det?"),
        ("de", "wie lange dauert das?"),
        ("fr", "combien de temps ça prend ?"),
        ("es", "¿cuánto tarda?"),
        ("sv", "hur lång tid tar det?"),
        ("da", "hvor lang tid tager det?"),
    ],
)
async def test_how_long_is_answered_for_everybody_and_for_the_person(stage: Stage, language: str, said: str) -> None:
    reply = await stage.says(said)
    say = Speaker(language, "Europe/Oslo", stage.clock.now())
    assert say("duration-title") in reply.text
    assert say("own-title") in reply.text
    assert say("finding-sharepoint_behind") in reply.text
    assert say("duration-photo") in reply.text
    assert stage.tenant.read == 1


async def test_how_long_during_a_resync_says_when_it_is_looked_again(stage: Stage) -> None:
    await stage.begun()
    read = stage.tenant.read
    reply = await stage.says("how long?")
    assert "I keep looking until the photo has arrived" in reply.text
    assert "I will tell you here how it ended, by" in reply.text
    assert stage.tenant.read == read, "nobody needs to look for that"
    assert (await stage.case()).state is State.RESYNCING


async def test_how_it_works_says_when_sharepoint_last_fetched(stage: Stage) -> None:
    stage.tenant.facts = arrived(stage)
    reply = await stage.says("how does it work?")
    assert "Microsoft 365 and SharePoint hold the same photo of you." in reply.text
    assert "SharePoint last fetched a photo of you on" in reply.text


async def test_who_edits_their_profile_hears_of_delve_and_of_who_is_master(stage: Stage) -> None:
    stage.world = replace(stage.world, profile_url="https://www.microsoft365.com")
    reply = await stage.says("where did Delve go?")
    assert "Delve was retired on 16 December 2024" in reply.text
    assert "come from your organization's" in reply.text
    assert links(reply) == ["https://www.microsoft365.com"]


async def test_an_answer_about_oneself_is_for_no_channel(stage: Stage) -> None:
    where = replace(WHERE, kind="groupChat")
    reply = await conversation.answer(stage.world, Turn("said", where, text="how long does it take?"))
    assert reply is not None
    assert "For you" not in reply.text
    assert stage.tenant.read == 0


async def test_where_microsoft_365_takes_too_long_the_general_answer_is_given(stage: Stage) -> None:
    async def never(*_: object) -> Any:
        raise TimeoutError

    stage.tenant.facts_of = never  # type: ignore[method-assign]
    reply = await stage.says("how long does it take?")
    assert "A new photo usually reaches SharePoint within a day" in reply.text


# -- what the person told, and what goes before ------------------------------------------------------------------------


async def test_what_was_told_is_shown_back(stage: Stage) -> None:
    stage.tenant.facts = WELL
    reply = await stage.says("my photo has been old in Outlook since Monday")
    assert "What you told me: in Outlook, since Monday, November" in reply.text
    assert reply.about["findings"][0] == "cached_in_outlook"


async def test_a_long_time_is_not_told_to_the_day(stage: Stage) -> None:
    stage.tenant.facts = replace(WELL, profile=TITLE_DIFFERS)
    reply = await stage.says("mijn functie klopt al 3 maanden niet")
    assert "sinds augustus 2026" in reply.text
    assert reply.about["findings"][0] == "texts_overdue", "the person knows it for longer than the bot"


async def test_and_in_outlook_goes_on_with_the_case(stage: Stage) -> None:
    stage.tenant.facts = WELL
    await stage.says("why is my photo old in Teams?")
    reply = await stage.says("and in Outlook?")
    assert "What you told me: in Outlook" in reply.text
    reply = await stage.says("and my title?")
    assert "Job title" in reply.text
    reply = await stage.says("how long?")
    assert "What your organization's directory says about you" in reply.text


async def test_how_far_is_a_ticket_where_no_promise_is_under_way(stage: Stage) -> None:
    stage.with_desk()
    ticket = await stage.asks()
    assert f"Case {ticket.number} at your helpdesk" in (await stage.says("any news on my ticket?")).text


# -- doubt -------------------------------------------------------------------------------------------------------------


async def test_between_two_both_are_offered_and_nothing_is_done(stage: Stage) -> None:
    await stage.begun()
    before = await stage.case()
    torn = [text for language, _, text in EXAM if language == "en" and understand(text).torn]
    for said in torn:
        heard, reply = understand(said), await stage.says(said)
        if heard.intent != "unknown":
            assert reply.text.startswith("What do you mean?")
            meant = [one for one in (heard.intent, *heard.rivals) if one != "thanks"][:2]
            assert asked_by(reply)[: len(meant)] == meant
            assert len(set(asked_by(reply))) == len(asked_by(reply)), "no button twice"
        assert await stage.case() == before
    assert torn


@pytest.mark.parametrize(
    "said", ["my password expired", "where is the printer", "qwzx plmk", "¿dónde está la impresora?", "🍕"]
)
async def test_what_is_out_of_scope_changes_nothing(stage: Stage, said: str) -> None:
    await stage.begun()
    before = await stage.case()
    reply = await stage.says(said)
    assert reply.about["intent"] == "unknown"
    assert asked_by(reply)
    assert await stage.case() == before


# -- languages ---------------------------------------------------------------------------------------------------------


async def test_who_asks_for_a_language_has_it_where_the_text_does_not_tell(stage: Stage) -> None:
    assert "Nederlands" in (await stage.says("Dutch please")).text
    assert (await stage.says("👍")).about["language"] == "nl"
    assert (await stage.says("why is my photo so old, please?")).about["language"] == "en"
    assert (await stage.says("ok")).about["language"] == "nl"
    assert await stage.store.speech_of("p") == Speech("nl", "nl")


async def test_the_card_says_what_is_answered_where_a_text_does_not_tell(stage: Stage) -> None:
    reply = await stage.says("vilka språk kan du?")
    assert "svarar jag på det här språket: engelska" in reply.text
    assert "svarar jag på det här språket: svenska" in (await stage.says("på svenska tack")).text


async def test_who_goes_on_in_few_words_is_answered_in_the_language_of_before(stage: Stage) -> None:
    assert (await stage.says("Warum ist mein Foto in Outlook noch das alte?")).about["language"] == "de"
    assert (await stage.says("und in Teams?")).about["language"] == "de"
    assert (await stage.says("ok")).about["language"] == "en", "that tells nothing: it is the client's language"
    assert (await stage.says("et dans Outlook ?")).about["language"] == "fr"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_language_can_be_chosen_on_the_card(stage: Stage, language: str) -> None:
    await stage.known()
    reply = await chooses(stage, language)
    assert reply.about["language"] == language
    assert (await stage.case()).language == language, "what comes by itself comes in it, too"
    assert (await stage.presses("ask", "help")).about["language"] == language


@pytest.mark.parametrize("language", ["", "xx", "nl ", "../nl", None, 7, ["nl"], {"nl": 1}, "x" * 100_000])
async def test_no_other_language_can_be_chosen(stage: Stage, language: Any) -> None:
    reply = await chooses(stage, language)
    assert reply.about["language"] == "en"
    assert await stage.store.speech_of("p") == Speech()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_fits_on_a_card_in_every_language(stage: Stage, language: str) -> None:
    await chooses(stage, language)
    reply = await stage.presses("ask", "help")
    assert reply.card is not None
    assert len(reply.card["actions"]) <= 6
    assert len(json.dumps(reply.card).encode("utf-16")) < 80_000


# -- misses ------------------------------------------------------------------------------------------------------------


async def test_what_was_not_understood_is_counted_without_names(stage: Stage) -> None:
    said = "kun je Wouter van Ravenswaaij vragen, wouter@contoso.com of 06-12345678, over de lunch?"
    turn = Turn("said", WHERE, name="Sanne Ravenswaaij", text=said, activity="a")
    for _ in range(3):
        await conversation.answer(stage.world, turn)
    await stage.says("is the canteen open")
    (first, second) = await stage.store.misses(10)
    assert (first.count, first.language) == (3, "nl")
    assert second.text == "is the canteen open"
    for secret in ("Wouter", "Ravenswaaij", "contoso", "06", "123"):
        assert secret not in first.text
    assert "lunch" in first.text


async def test_what_is_understood_or_says_nothing_is_no_miss(stage: Stage) -> None:
    for said in ("why is my photo old?", "", "🍕", "12345", "jan@contoso.com", "https://contoso.com/a"):
        await stage.says(said)
    assert await stage.store.misses(10) == []


async def test_nothing_is_kept_where_that_is_not_wanted(stage: Stage) -> None:
    stage.world = replace(stage.world, keeps_misses=False)
    await stage.says("is the canteen open")
    assert await stage.store.misses(10) == []
    assert "I do not understand" not in (await stage.says("what do you store about me")).text


async def test_signs_that_no_database_takes_are_left_out(stage: Stage) -> None:
    await stage.says("pizza\x00 with \ud83d and\ncheese")
    (miss,) = await stage.store.misses(10)
    assert miss.text.split() == ["pizza", "with", "and", "cheese"]


async def test_a_long_miss_is_cut(stage: Stage) -> None:
    await stage.says("pizza " * 10_000)
    (miss,) = await stage.store.misses(10)
    assert len(miss.text) <= 200


async def test_a_channel_knows_no_person_and_is_answered(stage: Stage) -> None:
    where: Conversation = replace(CHANNEL, locale="de-DE")
    reply = await conversation.answer(stage.world, Turn("said", where, text="🍕", activity="a"))
    assert reply is not None
    assert reply.about["language"] == "de"
    assert BEHIND.person, "and nobody was looked at"


# -- and nobody else waits ---------------------------------------------------------------------------------------------


async def test_others_are_served_while_somebody_sends_long_texts(stage: Stage) -> None:
    texts = [f"{number} {nasty(number)}" * 3 for number in range(20)]
    await stage.says("warm")

    async def beats() -> list[float]:
        gaps, last = [], perf_counter()
        while not done.is_set():
            await asyncio.sleep(0.005)
            gaps.append(perf_counter() - last)
            last = perf_counter()
        return gaps

    done = asyncio.Event()
    beating = asyncio.create_task(beats())
    turns = (conversation.answer(stage.world, Turn("said", WHERE, text=text, activity=text[:3])) for text in texts)
    replies = await asyncio.gather(*turns)
    done.set()
    assert all(replies)
    assert max(await beating) < 0.5, "the loop goes on while texts are thought about"
