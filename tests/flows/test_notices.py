"""What the helpdesk writes reaches the person once, when they are awake; and the helpdesk is reminded."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from bot.core.tickets import PERSON
from bot.flows import notices, overdue
from bot.ports import Gone, NotNow, Refused, Uncertain
from tests.flows.stage import WHERE, Stage, arrived


async def test_not_at_night_and_then_all_in_one(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, waking=(7, 21))
    helpdesk.clock.moment = helpdesk.clock.moment.replace(hour=22)
    await helpdesk.asks()
    helpdesk.clock.moment += timedelta(hours=2)
    for text in ("one", "two"):
        await helpdesk.on(1, "reply", by="agent", text=text, form=text)
    await helpdesk.settle()
    (message,) = helpdesk.chat.sent
    assert "one" in message.text and "two" in message.text and message.alert
    assert 6 <= helpdesk.clock.moment.hour <= 8


async def test_who_is_here_is_awake(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, waking=(7, 21))
    helpdesk.clock.moment = helpdesk.clock.moment.replace(hour=23)
    await helpdesk.asks()
    before = helpdesk.clock.moment
    await helpdesk.on(1, "reply", by="agent", text="now")
    await helpdesk.settle()
    assert helpdesk.chat.sent and helpdesk.clock.moment == before


async def test_who_wants_no_messages_gets_none_and_the_card_has_it(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.store.ticket_shown(1, WHERE.id, "card-5")
    await helpdesk.on(1, "hush")
    await helpdesk.on(1, "reply", by="agent", text="the answer")
    await helpdesk.settle()
    assert helpdesk.chat.sent == []
    assert "the answer" in helpdesk.chat.cards["card-5"].text


async def test_in_the_language_that_the_person_used_last(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.says("waarom is mijn foto oud?")
    await helpdesk.on(1, "reply", by="agent", text="Yes")
    await helpdesk.settle()
    assert "U krijgt dit bericht vanwege uw melding 1" in helpdesk.chat.sent[-1].text


async def test_who_cannot_be_reached_is_told_when_they_are_back_and_the_helpdesk_knows(helpdesk: Stage) -> None:
    await helpdesk.asks()
    helpdesk.chat.trouble = Gone("BotNotInConversationRoster", 403)
    await helpdesk.on(1, "reply", by="agent", text="hello?")
    await helpdesk.settle()
    assert "not_delivered" in await helpdesk.entries(1)
    assert await helpdesk.store.behind((PERSON, "desk"), helpdesk.clock.now() + timedelta(days=1)) == []
    helpdesk.chat.trouble = None
    await helpdesk.store.remember(WHERE)
    await helpdesk.says("hi")
    await helpdesk.settle()
    assert "hello?" in helpdesk.chat.sent[-1].text
    assert (await helpdesk.entries(1))[-1] == "reachable"
    assert len(helpdesk.chat.sent) == 1


async def test_a_message_whose_end_is_not_known_is_not_sent_again(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.store.ticket_shown(1, WHERE.id, "card-5")
    helpdesk.chat.trouble_with_news = Uncertain("timeout")
    await helpdesk.on(1, "reply", by="agent", text="once")
    await helpdesk.settle()
    helpdesk.chat.trouble_with_news = None
    await helpdesk.on(1, "reply", by="agent", text="twice", form="x")
    await helpdesk.settle()
    assert "maybe_delivered" in await helpdesk.entries(1)
    (message,) = helpdesk.chat.sent
    assert "twice" in message.text and "once" not in message.text
    assert "once" in helpdesk.chat.cards["card-5"].text


async def test_the_process_dies_while_a_message_is_on_its_way(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.settle()
    await helpdesk.on(1, "reply", by="agent", text="the answer")
    dossier = await helpdesk.store.dossier(1)
    assert dossier is not None
    await helpdesk.store.save_filing(replace(dossier.filing(PERSON), telling=2))  # all that it leaves behind
    await helpdesk.settle()
    assert helpdesk.chat.sent == [] and "maybe_delivered" in await helpdesk.entries(1)


async def test_teams_is_busy_for_a_while(helpdesk: Stage) -> None:
    await helpdesk.asks()
    helpdesk.chat.trouble_with_news = NotNow("429", 429)
    await helpdesk.on(1, "reply", by="agent", text="later")
    dossier = await helpdesk.store.dossier(1)
    assert dossier and await notices.bring(helpdesk.world, dossier, 0)
    helpdesk.chat.trouble_with_news = None
    await helpdesk.settle()
    assert len(helpdesk.chat.sent) == 1


async def test_the_helpdesk_hears_that_the_photo_has_arrived(stage: Stage) -> None:
    stage.with_desk(waking=(0, 0))
    await stage.begun()
    await stage.asks()
    stage.tenant.facts = arrived(stage)
    await stage.looked()
    await stage.told()
    assert await stage.entries(1) == ["opened", "arrived"]


async def test_the_helpdesk_hears_that_a_resync_was_in_vain(stage: Stage) -> None:
    stage.with_desk(waking=(0, 0), auto_escalate=True)
    await stage.begun()
    await stage.asks()
    await stage.looked_until_it_ends()
    await stage.told()
    assert await stage.entries(1) == ["opened", "stuck"]
    assert "passed this on to your helpdesk as case 1" in stage.chat.sent[-1].text


async def test_the_first_reply_is_reminded_of_and_called_out(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, reply_within=timedelta(hours=4))
    ticket = await helpdesk.asks()
    ((number, at),) = helpdesk.promises.watched
    assert (number, at) == (1, ticket.opened_at + timedelta(hours=3))
    helpdesk.clock.moment = at
    again = await overdue.watch(helpdesk.world, 1)
    assert again == ticket.opened_at + timedelta(hours=4)
    helpdesk.clock.moment = again
    for _ in range(2):  # a step may run twice
        assert await overdue.watch(helpdesk.world, 1) is None
    assert await helpdesk.entries(1) == ["opened", "due", "overdue"]
    assert not helpdesk.chat.sent


async def test_whoever_has_answered_is_not_reminded(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, reply_within=timedelta(hours=4))
    await helpdesk.asks()
    await helpdesk.on(1, "question", by="agent", text="?")
    assert await overdue.watch(helpdesk.world, 1) is None
    assert "due" not in await helpdesk.entries(1)


async def test_a_reminder_that_was_lost_is_found(helpdesk: Stage) -> None:
    await helpdesk.asks()  # before anybody wanted reminders, or by a process that died
    helpdesk.world = replace(helpdesk.world, reply_within=timedelta(hours=4))
    assert [one.number for one in await overdue.unwatched(helpdesk.world)] == [1]
    helpdesk.clock.moment += timedelta(hours=5)
    assert await overdue.watch(helpdesk.world, 1) is None
    assert await overdue.unwatched(helpdesk.world) == []


async def test_a_night_of_long_answers_comes_in_as_few_messages_as_it_takes(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, waking=(7, 21))
    helpdesk.clock.moment = helpdesk.clock.moment.replace(hour=22)
    await helpdesk.asks()
    helpdesk.clock.moment += timedelta(hours=2)
    for number in range(12):
        await helpdesk.on(1, "reply", by="agent", text=f"answer {number} " + "ø" * 3900, form=f"f{number}")
    await helpdesk.settle()
    told = "".join(reply.text for reply in helpdesk.chat.sent)
    assert all(f"answer {number} " in told for number in range(12))
    assert all(told.count(f"answer {number} ") == 1 for number in range(12))
    assert 1 < len(helpdesk.chat.sent) <= 12
    for reply in helpdesk.chat.sent:
        assert len(json.dumps(reply.card, ensure_ascii=False).encode("utf-16-le")) < 80 * 1024


async def test_a_message_that_teams_refuses_holds_up_no_other(helpdesk: Stage) -> None:
    await helpdesk.asks()
    helpdesk.chat.trouble_with_news = Refused("BadSyntax", 400)
    await helpdesk.on(1, "reply", by="agent", text="cursed")
    await helpdesk.settle()
    helpdesk.chat.trouble_with_news = None
    for _ in range(3):
        await helpdesk.says("hi")
    await helpdesk.on(1, "reply", by="agent", text="fine", form="x")
    await helpdesk.settle()
    (message,) = helpdesk.chat.sent
    assert "fine" in message.text
    assert await helpdesk.entries(1) == ["opened", "reply", "not_delivered", "reply"]


async def test_a_reminder_that_was_lost_is_not_too_early(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, reply_within=timedelta(hours=4))
    ticket = await helpdesk.asks()
    assert overdue.begins_at(helpdesk.world, ticket) == ticket.opened_at + timedelta(hours=3)
