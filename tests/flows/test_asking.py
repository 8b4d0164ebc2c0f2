"""Somebody asks the helpdesk: a form, a number at once, and no more than it takes."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Action
from bot.core.facts import Incident
from bot.flows import conversation
from bot.ports import Turn
from tests.flows.stage import WHERE, Stage, titles


async def test_the_form_comes_filled_in_and_the_number_at_once(helpdesk: Stage) -> None:
    form = await helpdesk.says("I want to talk to the helpdesk")
    fields = {part["id"]: part for part in (form.card or {})["body"] if part["type"].startswith("Input")}
    assert fields["words"]["value"] == "why is my photo old?"
    assert fields["words"]["isRequired"] and fields["words"]["label"]
    assert {"words", "tried", "priority", "contact"} == fields.keys()
    ticket = await helpdesk.asks(priority="high", contact="+31 6 1234")
    assert (ticket.number, ticket.priority, ticket.contact, ticket.name) == (1, "high", "+31 6 1234", "Sanne")
    assert not helpdesk.desk.tickets  # nothing was waited for
    await helpdesk.settle()
    (filed,) = helpdesk.desk.tickets.values()
    assert {"userPrincipalName", "SPS-PictureTimestamp"} <= filed.bundle["facts"].keys()
    assert filed.bundle["diagnostics"] and filed.verdict == "stuck"
    assert any(one["text"] == "why is my photo old?" for one in filed.bundle["said"])


async def test_what_was_said_goes_along_without_secrets(helpdesk: Stage) -> None:
    await helpdesk.says("my password is hunter2, is my photo old?")
    await helpdesk.asks()
    await helpdesk.settle()
    (filed,) = helpdesk.desk.tickets.values()
    assert "hunter2" not in json.dumps(filed.bundle)


@pytest.mark.parametrize("words", ["", "   ", "x" * 20_000])
async def test_a_form_that_cannot_be_sent_comes_back_with_what_was_written(helpdesk: Stage, words: str) -> None:
    data = {**Action("file", form="f1").pack(), "words": words, "tried": "everything"}
    reply = await conversation.answer(helpdesk.world, Turn("pressed", WHERE, data=data, activity="1"))
    assert await helpdesk.store.tickets_of("p") == []
    assert reply and ("20,000" in reply.text or "fill this in" in reply.text)
    fields = {part["id"]: part.get("value") for part in (reply.card or {})["body"] if "id" in part}
    assert fields["tried"] == "everything"
    assert fields["words"] in (words, "why is my photo old?")


async def test_a_form_sent_twice_opens_one_and_a_second_question_finds_it(helpdesk: Stage) -> None:
    await asyncio.gather(*(helpdesk.asks(form="same") for _ in range(5)))
    again = await helpdesk.asks("something else", form="another")
    assert again.number == 1
    reply = await helpdesk.says("ask the helpdesk")
    assert "already have case 1" in reply.text
    assert titles(reply.card)[0] == "Send"
    await helpdesk.settle()
    assert len(helpdesk.desk.tickets) == 1


async def test_an_incident_comes_first(helpdesk: Stage) -> None:
    incident = Incident("SP1", "SharePoint", "Photos")
    helpdesk.tenant.facts = replace(helpdesk.tenant.facts, incidents=(incident,))
    await helpdesk.says("why is my photo old?")
    form = await helpdesk.says("ask the helpdesk")
    assert "Microsoft has a problem" in form.text
    assert titles(form.card)[:2] == ["Remind me", "Send to the helpdesk"]


async def test_where_nothing_is_passed_on_people_are_told_whom_to_ask(stage: Stage) -> None:
    stage.world = replace(stage.world, helpdesk_contact="phone 1234")
    await stage.known()
    assert "phone 1234" in (await stage.says("ask the helpdesk")).text
    data = {**Action("file", form="f1").pack(), "words": "x"}
    reply = await conversation.answer(stage.world, Turn("pressed", WHERE, data=data, activity="1"))
    assert reply and "phone 1234" in reply.text
    assert await stage.store.tickets_of("p") == []


async def test_nobody_floods_the_helpdesk(helpdesk: Stage) -> None:
    for number in range(1, 11):
        await helpdesk.asks(form=f"f{number}")
        await helpdesk.on(number, "withdraw")
    reply = await conversation.answer(
        helpdesk.world, Turn("pressed", WHERE, data={**Action("file", form="f11").pack(), "words": "x"}, activity="1")
    )
    assert reply and "tomorrow" in reply.text
    assert len(await helpdesk.store.tickets_of("p", 99)) == 10
    ticket = await helpdesk.store.ticket(1)
    assert ticket is not None
    helpdesk.clock.moment += timedelta(days=2)
    await helpdesk.on(1, "reopen")
    for number in range(70):
        reply = await helpdesk.on(1, "comment", text=f"{number}", form="v1")
    assert "Please wait" in reply.text
    assert (await helpdesk.entries(1)).count("comment") < 60


async def test_forms_that_are_far_too_large_come_back_small_enough(helpdesk: Stage) -> None:
    await helpdesk.asks()
    much = "😀" * 20_000
    data = {**Action("file", form="f2").pack(), "words": much, "tried": much, "contact": much}
    form = await conversation.answer(
        helpdesk.world, Turn("pressed", replace(WHERE, person="q"), data=data, activity="2")
    )
    agent = await helpdesk.on(1, "reply", by="agent", text=much, form="r")
    own = await helpdesk.on(1, "comment", text=much)
    for reply in (form, agent, own):
        assert reply and len(json.dumps(reply.card, ensure_ascii=False).encode("utf-16-le")) < 80 * 1024


async def test_control_characters_are_left_out(helpdesk: Stage) -> None:
    ticket = await helpdesk.asks("a\0b\x1b[31mc\nd")
    assert ticket.words == "ab[31mc\nd"
    await helpdesk.on(1, "reply", by="agent", text="x\0y")
    dossier = await helpdesk.store.dossier(1)
    assert dossier and dossier.entries[-1].text == "xy"


async def test_the_form_is_not_filled_with_presses(helpdesk: Stage) -> None:
    await helpdesk.presses("ask", "check")
    form = await helpdesk.says("ask the helpdesk")
    words = next(part["value"] for part in (form.card or {})["body"] if part.get("id") == "words")
    assert words == "why is my photo old?"


@pytest.mark.parametrize("aside", ["thank you", "hello", "what do you keep about me?"])
async def test_nor_with_what_does_not_say_what_is_wrong(helpdesk: Stage, aside: str) -> None:
    await helpdesk.says(aside)
    form = await helpdesk.says("ask the helpdesk")
    words = next(part["value"] for part in (form.card or {})["body"] if part.get("id") == "words")
    assert words == "why is my photo old?"


async def test_a_number_that_was_not_shown_is_told_once(helpdesk: Stage) -> None:
    await helpdesk.asks("about my salary", shows=False)  # all that a process leaves which died before it answered
    await helpdesk.settle()
    (message,) = helpdesk.chat.sent
    assert message.summary == "Case 1 at your helpdesk" and "salary" in message.text  # P-34
    await helpdesk.on(1, "note", by="agent", text="x")
    await helpdesk.settle()
    assert len(helpdesk.chat.sent) == 1


async def test_nothing_keeps_anybody_in_a_form(helpdesk: Stage) -> None:
    """Every card with a field that must be filled in has a way out that asks for nothing."""
    form = await helpdesk.says("ask the helpdesk")
    await helpdesk.asks()
    shown = [
        form,
        *[await helpdesk.on(1, verb, by="agent", asks=True) for verb in ("reply", "assign", "resolve", "note")],
    ]
    await helpdesk.on(1, "resolve", by="agent", reason="fixed", text="")
    shown.append(await helpdesk.on(1, "solved"))
    for reply in shown:
        ways = [action.get("associatedInputs") for action in (reply.card or {})["actions"]]
        assert "none" in ways and "auto" in ways, reply.text
        for action in (reply.card or {})["actions"]:
            assert action["fallback"]["associatedInputs"] == action["associatedInputs"]
    assert "fill this in" in (await helpdesk.on(1, "rate")).text


async def test_passwords_stay_with_their_owner(helpdesk: Stage) -> None:
    ticket = await helpdesk.asks("mijn wachtwoord is Geheim1!", tried="passordet mitt er Hemmelig1")
    assert "Geheim1" not in ticket.words and "Hemmelig1" not in ticket.tried
    await helpdesk.on(1, "comment", text="my password was changed to Hunter2, error code: 404, phone 06-12345678")
    dossier = await helpdesk.store.dossier(1)
    assert dossier is not None
    assert "Hunter2" not in dossier.entries[-1].text
    assert "404" in dossier.entries[-1].text and "06-12345678" in dossier.entries[-1].text
