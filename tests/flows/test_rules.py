"""Rules of Teams' store and delivery in what is said and done, by their numbers in docs/rules.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.facts import Reason, Unknown
from bot.core.texts import LANGUAGES, Speaker
from bot.flows import conversation, showing
from bot.flows.cases import change
from bot.flows.conversation import BY_INTENT, PERSONAL
from bot.ports import Conversation, MessageGone, NotNow, Reply, Turn
from tests.core.test_rules import BEHIND, WELL
from tests.flows.stage import CHANNEL, WHERE, Stage, ended

GROUP = replace(WHERE, id="19:group@thread.v2", kind="groupChat")
NIGHT = datetime(2026, 11, 23, 2, tzinfo=UTC)


async def said(stage: Stage, text: str, where: Conversation = WHERE) -> Reply:
    reply = await conversation.answer(stage.world, Turn("said", where, text=text, activity="a"))
    assert reply is not None
    return reply


async def asked(stage: Stage, intent: str, where: Conversation = WHERE) -> Reply:
    data = {"resync": "1", "verb": "ask", "intent": intent}
    reply = await conversation.answer(stage.world, Turn("pressed", where, data=data, activity="a"))
    assert reply is not None
    return reply


def ways(reply: Reply) -> list[dict[str, Any]]:
    """What can be done next."""
    return list((reply.card or {}).get("actions") or ())


# -- what is said to people --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Hi", "HELLO", "hElP", "hallo", "HEI", "hilfe", "bonjour", "¡hola!", "hej", "hjälp"])
async def test_p02_hello_in_any_case_before_sign_in_and_before_anything_is_known(stage: Stage, text: str) -> None:
    """Teams may not even say who it is: then nothing about a person is said, and the way forward is the same."""
    reply = await said(stage, text, replace(WHERE, person="", locale=""))
    assert len(ways(reply)) >= 3
    assert reply.sign_in is None
    assert stage.tenant.read == 0


@pytest.mark.parametrize("where", [WHERE, GROUP, CHANNEL, replace(WHERE, person="")], ids=["own", "group", "team", "?"])
async def test_p04_no_answer_is_a_dead_end(stage: Stage, where: Conversation) -> None:
    ends = []
    for intent in BY_INTENT:
        reply = await asked(stage, intent, where)
        elsewhere = where.kind != "personal" and "personal chat" in reply.text  # which says where it goes on
        if not (ways(reply) or elsewhere):
            ends.append(intent)
    assert not ends


@pytest.mark.parametrize("reason", list(Reason))
async def test_p04_no_trouble_is_a_dead_end(stage: Stage, reason: Reason) -> None:
    unknown = Unknown(reason)
    stage.tenant.facts = replace(
        BEHIND, account=unknown, source_photo=unknown, profile=unknown, sharepoint_photo=unknown, small_photos={}
    )
    assert ways(await said(stage, "why is my photo old?"))
    assert ways(conversation.fallback(stage.world, Turn("said", WHERE, text="why is my photo old?")))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_p05_p15_the_welcome_says_what_it_is_how_it_is_asked_and_who_must_allow_it(
    stage: Stage, language: str
) -> None:
    where = replace(WHERE, locale=language)
    welcome = await conversation.answer(stage.world, Turn("installed", where, activity="i"))
    menu = await asked(stage, "help", where)
    assert welcome is not None
    assert "Resync" in welcome.text.split("\n")[0]
    say = Speaker(language)
    for reply in (welcome, menu):
        for key in ("welcome-about", "welcome-limits"):  # the latter names the administrator
            assert say(key) in reply.text, key
        assert len(ways(reply)) >= 4
    assert welcome.text.split("\n")[0] not in menu.text


@pytest.mark.parametrize("where", [GROUP, CHANNEL], ids=["group", "channel"])
async def test_p06_personal_matters_are_for_the_personal_chat(stage: Stage, where: Conversation) -> None:
    here = replace(where, person="p")
    for intent in sorted(PERSONAL):
        assert "personal" in (await asked(stage, intent, here)).text, intent
    assert stage.tenant.read == 0
    assert await stage.store.case_of("p") is None


async def test_p07_a_resync_from_start_to_end_writes_one_message(stage: Stage) -> None:
    await ended(stage)
    for tries in range(3):
        await stage.told(tries)
    assert len(stage.chat.sent) == 1


async def test_p10_p11_what_the_helpdesk_writes_says_where_it_comes_from(stage: Stage) -> None:
    stage.with_desk(waking=(0, 0))
    await stage.store.bind(CHANNEL)
    await stage.store.remember(WHERE)
    ticket = await stage.asks()
    await stage.on(ticket.number, "reply", "agent", form="f", text="Please wait a day.")
    await stage.settle()
    (news,) = stage.chat.sent
    for part in ("Please wait a day.", "helpdesk", str(ticket.number), "Thea Berg"):
        assert part in news.text
    assert "Messages off" in [action["title"] for action in ways(news)]


# -- cards that are there ----------------------------------------------------------------------------------------------


async def test_p22_looking_again_is_kept_by_teams(stage: Stage) -> None:
    await stage.known()
    stage.tenant.facts = WELL
    reply = await stage.presses("check")
    await showing.pressed(stage.world, reply, WHERE, "card-1")
    assert stage.chat.cards["card-1"] == reply


async def test_p22_a_step_that_was_made_meanwhile_is_not_covered(stage: Stage) -> None:
    await stage.begun()
    reply = await stage.presses("status")

    async def slow(where: Conversation, message: str, shown: Reply) -> None:
        stage.chat.cards[message] = shown
        if shown is reply:
            await change(stage.world, "CASE1", lambda case: replace(case, look_at=case.look_at + timedelta(hours=9)))  # type: ignore[operator]

    stage.chat.update = slow  # type: ignore[method-assign]
    await showing.pressed(stage.world, reply, WHERE, "card-1")
    assert stage.chat.cards["card-1"] != reply


async def test_p22_what_teams_does_not_keep_spoils_nothing(stage: Stage) -> None:
    await stage.known()
    reply = await stage.presses("check")
    for trouble in (NotNow("429", 429), MessageGone("ActivityNotFound", 404)):
        stage.chat.trouble = trouble
        await showing.pressed(stage.world, reply, WHERE, "card-1")
    assert not stage.chat.cards


class Deleted:
    """A chat in which the cards that were there are gone, and new ones come."""

    def __init__(self, stage: Stage, *gone: str) -> None:
        self.stage, self.gone, self.busy = stage, set(gone), False
        self.send = stage.chat.send
        stage.chat.update = self.update  # type: ignore[method-assign]
        stage.chat.send = self.sent  # type: ignore[method-assign]

    async def update(self, where: Conversation, message: str, reply: Reply) -> None:
        if message in self.gone:
            raise MessageGone("ActivityNotFound", 404)
        self.stage.chat.cards[message] = reply

    async def sent(self, where: Conversation, reply: Reply) -> str:
        if self.busy:
            raise NotNow("429", 429)
        return await self.send(where, reply)


async def test_p43_a_promise_whose_last_card_is_gone_gets_a_fresh_one_and_not_two(stage: Stage) -> None:
    await stage.begun()
    chat = Deleted(stage, "card-1")
    await showing.show(stage.world, "CASE1")
    (fresh,) = stage.chat.sent
    assert (fresh.case, fresh.alert) == ("CASE1", False)
    assert (await stage.case()).cards == ("message-1",)
    await showing.show(stage.world, "CASE1")
    assert "message-1" in stage.chat.cards
    chat.gone.add("message-1")
    await showing.show(stage.world, "CASE1")
    assert len(stage.chat.sent) == 1, "whoever deletes it again does not want it"
    assert (await stage.case()).cards == ()


async def test_p43_no_fresh_card_while_another_is_there_or_nobody_wants_one(stage: Stage) -> None:
    await stage.begun()
    await change(stage.world, "CASE1", lambda case: case.shown_on("card-2", WHERE.id))
    Deleted(stage, "card-1")
    await showing.show(stage.world, "CASE1")
    assert (await stage.case()).cards == ("card-2",)
    await change(stage.world, "CASE1", lambda case: replace(case, muted=True, cards=("card-1",)))
    await showing.show(stage.world, "CASE1")
    assert (await stage.case()).cards == ()
    assert not stage.chat.sent


async def test_p43_a_fresh_card_waits_for_the_morning_and_for_teams(stage: Stage) -> None:
    await stage.begun()
    morning, stage.clock.moment = stage.clock.moment, NIGHT
    chat = Deleted(stage, "card-1")
    await showing.show(stage.world, "CASE1")
    assert (await stage.case()).cards == ("card-1",)
    stage.clock.moment, chat.busy = morning, True
    await showing.show(stage.world, "CASE1")
    assert (await stage.case()).cards == ("card-1",)
    assert not stage.chat.sent
    chat.busy = False
    await showing.show(stage.world, "CASE1")
    assert len(stage.chat.sent) == 1
