"""A ticket on a real store, with a desk that fails as it is told to: nothing half-made, nothing twice, nothing lost."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import replace
from datetime import timedelta
from itertools import combinations_with_replacement

import pytest

from bot.core.actions import Action
from bot.core.cards import read_aloud
from bot.core.facts import Incident
from bot.core.tickets import PERSON, Dossier, Filed, Status
from bot.flows import conversation, filing, inbox, notices, overdue
from bot.flows.cases import change
from bot.ports import (
    DeskDown,
    DeskError,
    DeskLost,
    DeskRefused,
    DeskUncertain,
    Gone,
    News,
    NotNow,
    Refused,
    Reply,
    Turn,
    Uncertain,
)
from tests.core.test_rules import WELL, account
from tests.flows.stage import CHANNEL, WHERE, Stage, arrived


@pytest.fixture
async def helpdesk(stage: Stage) -> Stage:
    """A person who has asked the bot, and a helpdesk."""
    stage.with_desk(waking=(0, 0))
    await stage.store.bind(CHANNEL)
    await stage.store.remember(WHERE)
    await stage.says("why is my photo old?")
    return stage


def titles(card: dict[str, object] | None) -> list[str]:
    actions = (card or {}).get("actions") or []
    assert isinstance(actions, list)
    return [action["title"] for action in actions]


# -- asking ------------------------------------------------------------------------------------------------------------


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


# -- the person's own --------------------------------------------------------------------------------------------------


async def test_a_person_lists_comments_withdraws_and_reopens(helpdesk: Stage) -> None:
    await helpdesk.asks()
    listed = await helpdesk.says("my cases")
    assert "1 · open" in listed.text and titles(listed.card)[0] == "Case 1"
    assert "passed this on" in (await helpdesk.on(1, "comment", text="a **hint** <at>x</at>")).text
    await helpdesk.on(1, "withdraw")
    assert (await helpdesk.now(1)).status is Status.WITHDRAWN
    reply = await helpdesk.on(1, "comment", text="too late")
    assert "has changed in the meantime" in reply.text
    await helpdesk.on(1, "reopen")
    assert await helpdesk.entries(1) == ["opened", "comment", "withdrawn", "reopened"]
    await helpdesk.settle()
    assert [tag for tag, _ in helpdesk.desk.entries] == ["1-2", "1-3", "1-4"]
    assert not helpdesk.chat.sent  # nobody is told of what they did themselves


async def test_the_same_comment_pressed_twice_is_one(helpdesk: Stage) -> None:
    await helpdesk.asks()
    for _ in range(3):
        await helpdesk.on(1, "comment", text="hello", form="v1")
    await helpdesk.on(1, "comment", text="another", form="v1")
    assert (await helpdesk.entries(1)).count("comment") == 2


async def test_somebody_elses_case_is_nobodys_business(helpdesk: Stage) -> None:
    await helpdesk.asks("it is about my salary")
    stranger = replace(WHERE, id="other talk", person="stranger")
    for verb in ("ticket", "comment", "withdraw", "reopen", "solved", "rate", "hush"):
        data = {**Action(verb, ticket=1).pack(), "text": "x", "rating": "5"}
        turn = Turn("pressed", stranger, name="Eve", data=data, activity=verb)
        reply = await conversation.answer(helpdesk.world, turn)
        assert reply and "belongs to somebody else" in reply.text and "salary" not in str(reply.card)
    assert await helpdesk.entries(1) == ["opened"]
    lines = [deed for deed in await helpdesk.store.deeds_of("stranger") if deed.what == "refused"]
    assert len(lines) == 7 and {one.record for one in lines} == {"ticket-1"}
    missing = await conversation.answer(
        helpdesk.world, Turn("pressed", WHERE, data=Action("ticket", ticket=999).pack(), activity="m")
    )
    assert missing and "belongs to somebody else" in missing.text


async def test_solved_and_rated(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "resolve", by="agent", reason="fixed", text="Have a look now.")
    await helpdesk.settle()
    (message,) = helpdesk.chat.sent
    assert "Is it solved?" in message.text and "Have a look now." in message.text
    assert titles(message.card) == ["Yes, it is solved", "No, please look again", "My cases"]
    reply = await helpdesk.on(1, "solved")
    assert titles(reply.card)[0] == "Send my answer"
    await helpdesk.on(1, "rate", rating="17")
    assert (await helpdesk.now(1)).rating == 0
    await helpdesk.on(1, "rate", rating="4")
    ticket = await helpdesk.now(1)
    assert (ticket.confirmed, ticket.rating, ticket.reason) == ("yes", 4, "fixed")


async def test_not_solved_is_open_again(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "resolve", by="agent", reason="explained", text="")
    await helpdesk.on(1, "reopen", text="still old")
    ticket = await helpdesk.now(1)
    assert (ticket.status, ticket.reopened, ticket.live) == (Status.OPEN, 1, True)


async def test_an_answer_to_a_question_needs_no_form(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "question", by="agent", text="Which browser?")
    await helpdesk.settle()
    reply = await helpdesk.says("Ladybird 0.9")
    assert "passed this on" in reply.text
    ticket = await helpdesk.now(1)
    assert (ticket.status, (await helpdesk.entries(1))[-1]) == (Status.OPEN, "comment")
    assert "how is it going" not in (await helpdesk.says("Ladybird 0.9 again")).text.casefold()
    assert (await helpdesk.entries(1))[-1] == "comment" and (await helpdesk.entries(1)).count("comment") == 1


async def test_a_reply_to_the_helpdesks_message_reaches_it_whatever_it_says(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "reply", by="agent", text="Please try again")
    await helpdesk.settle()
    (*_, message) = (await helpdesk.now(1)).cards
    files = (("shot.png", "https://contoso.sharepoint.com/shot.png"), ("image", ""))
    turn = Turn("said", WHERE, text="why is my photo old?", activity="q", quoted=message, files=files)
    reply = await conversation.answer(helpdesk.world, turn)
    assert reply and "passed this on" in reply.text
    dossier = await helpdesk.store.dossier(1)
    assert dossier and dossier.entries[-1].text.splitlines() == [
        "why is my photo old?",
        "shot.png: https://contoso.sharepoint.com/shot.png",
        "[image]",
    ]


# -- the helpdesk ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "verb",
    ["work", "more", "take", "assign", "reply", "question", "note", "resolve", "reopen_for", "diagnose", "resync_for",
     "allow_for", "undo_for"],
)  # fmt: skip
async def test_only_members_of_the_helpdesk_may(helpdesk: Stage, verb: str) -> None:
    await helpdesk.asks("about my salary")
    for person in ("p", "stranger"):
        data = {**Action(verb, ticket=1, form="f").pack(), "text": "x", "reason": "fixed", "agent": "agent"}
        turn = Turn("pressed", replace(CHANNEL, person=person), data=data, activity=person, card="c")
        reply = await conversation.answer(helpdesk.world, turn)
        assert reply and reply.card is None and reply.text == "Only members of the helpdesk can do this."
    helpdesk.members.away = True
    reply = await helpdesk.on(1, verb, by="agent", text="x", reason="fixed")
    assert reply.card is None and "could not see" in reply.text
    assert await helpdesk.entries(1) == ["opened"]
    assert [deed.outcome for deed in await helpdesk.store.deeds_of("stranger")] == ["desk-members-only"]
    assert [deed.outcome for deed in await helpdesk.store.deeds_of("agent")] == ["desk-unknown"]


async def test_somebody_who_left_the_helpdesk_a_moment_ago_may_not(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "take", by="agent")
    del helpdesk.members.people["agent"]
    assert "Only members" in (await helpdesk.on(1, "reply", by="agent", text="x")).text
    assert (await helpdesk.entries(1))[-1] == "taken"


async def test_others_see_the_card_without_buttons_and_without_the_person(helpdesk: Stage) -> None:
    await helpdesk.asks("about my salary")
    await helpdesk.settle()
    turn = Turn(
        "pressed",
        replace(CHANNEL, person="stranger"),
        data=Action("work", ticket=1).pack(),
        activity="r",
        by_itself=True,
    )
    reply = await conversation.answer(helpdesk.world, turn)
    assert reply and titles(reply.card) == ["Work on this case"]
    for word in ("salary", "Sanne", "sanne"):
        assert word not in str(reply.card)
    own = await helpdesk.on(1, "work", by="agent")
    assert "salary" in own.text and "Take" in titles(own.card) and len(titles(own.card)) <= 6


async def test_a_case_is_not_worked_on_in_another_channel(helpdesk: Stage) -> None:
    await helpdesk.asks()
    for where in (replace(CHANNEL, id="19:other@thread.tacv2"), replace(CHANNEL, kind="groupChat")):
        turn = Turn("pressed", replace(where, person="agent"), data=Action("take", ticket=1).pack(), activity=where.id)
        reply = await conversation.answer(helpdesk.world, turn)
        assert reply and "own channel" in reply.text
    assert await helpdesk.entries(1) == ["opened"]


async def test_two_take_and_one_has_it(helpdesk: Stage) -> None:
    await helpdesk.asks()
    replies = await asyncio.gather(helpdesk.on(1, "take", by="agent"), helpdesk.on(1, "take", by="other"))
    ticket = await helpdesk.now(1)
    assert (await helpdesk.entries(1)).count("taken") == 1
    told = sorted(reply.text.split("\n")[0] for reply in replies)
    assert told == sorted(["You have this case.", f"{ticket.assignee_name} has this case already."])
    # Whoever has it presses once more: that is no quarrel.
    assert "You have this case." in (await helpdesk.on(1, "take", by=ticket.assignee)).text


@pytest.mark.parametrize("verb", ["reply", "question", "note", "resolve", "comment"])
async def test_everybody_at_once_and_nothing_is_lost(helpdesk: Stage, verb: str) -> None:
    await helpdesk.asks()
    by = "p" if verb == "comment" else "agent"
    await asyncio.gather(
        *(helpdesk.on(1, verb, by=by, text=f"text {n}", reason="fixed", form=f"f{n}") for n in range(12))
    )
    dossier = await helpdesk.store.dossier(1)
    assert dossier is not None
    told = [entry for entry in dossier.entries if entry.what != "opened"]
    assert len(told) == (1 if verb == "resolve" else 12)
    assert [entry.number for entry in dossier.entries] == list(range(1, len(dossier.entries) + 1))
    await helpdesk.settle()
    assert [tag for tag, _ in helpdesk.desk.entries] == [entry.tag for entry in told]


async def test_assigned_to_a_member_and_to_nobody_else(helpdesk: Stage) -> None:
    await helpdesk.asks()
    form = await helpdesk.on(1, "assign", by="agent", asks=True)
    picker = next(part for part in (form.card or {})["body"] if part.get("id") == "agent")
    assert [one["value"] for one in picker["choices"]] == ["agent", "other"]
    await helpdesk.on(1, "assign", by="agent", agent="stranger")
    assert (await helpdesk.now(1)).assignee == ""
    await helpdesk.on(1, "assign", by="agent", agent="other")
    ticket = await helpdesk.now(1)
    assert (ticket.assignee, ticket.assignee_name) == ("other", "Noor Bakker")


async def test_what_is_too_long_comes_back_to_its_writer(helpdesk: Stage) -> None:
    await helpdesk.asks()
    for verb in ("reply", "question", "note", "resolve"):
        reply = await helpdesk.on(1, verb, by="agent", text="x" * 20_000, reason="fixed", form="f")
        assert "20,000" in reply.text
        field = next(part for part in (reply.card or {})["body"] if part.get("id") == "text")
        assert field["value"] == "x" * 20_000
    assert await helpdesk.entries(1) == ["opened"]


async def test_names_and_texts_cannot_become_markup(helpdesk: Stage) -> None:
    evil = "<at>everyone</at> **bold** [x](https://evil.example) <script>"
    helpdesk.members.people["agent"] = evil
    await helpdesk.asks(evil, contact=evil)
    await helpdesk.on(1, "take", by="agent")
    await helpdesk.on(1, "reply", by="agent", text=evil)
    await helpdesk.settle()
    for reply in (helpdesk.chat.sent[0], await helpdesk.on(1, "work", by="agent")):
        text = "\n".join(read_aloud((reply.card or {})["body"]))
        own = re.sub(r"\[[^]]*\]\(https://aka.ms/\w+\)", "", text)
        assert "everyone" in own and not re.search(r"(?<!\\)[<*\[]", own), own


async def test_look_again_says_what_changed(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.settle()
    assert "Nothing has changed" in (await helpdesk.on(1, "diagnose", by="agent")).text
    helpdesk.tenant.facts = arrived(helpdesk)
    reply = await helpdesk.on(1, "diagnose", by="agent")
    assert "an older copy is shown" in reply.text and "SPS-PictureTimestamp" in reply.text
    ticket = await helpdesk.now(1)
    assert ticket.verdict == "cache"
    await helpdesk.settle()
    assert not helpdesk.chat.sent  # the person is not bothered with it


async def test_what_a_second_look_finds_cannot_become_markup(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.settle()
    helpdesk.tenant.facts = replace(WELL, account=account(about={"mail": "[x](https://evil.example)"}))
    reply = await helpdesk.on(1, "diagnose", by="agent")
    (told,) = (text for text in read_aloud((reply.card or {})["body"]) if "mail" in text)
    assert "\\[x\\](https://evil.example)" in told and "mail: – → [x](https://evil.example)" in reply.text


async def test_resync_for_the_person_in_spite_of_the_limits(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.settle()
    await helpdesk.on(1, "resync_for", by="agent")
    assert len(helpdesk.promises.begun) == 1
    assert "already under way" in (await helpdesk.on(1, "resync_for", by="agent")).text
    assert len(helpdesk.promises.begun) == 1
    await helpdesk.settle()
    assert "a resync was started" in helpdesk.chat.sent[-1].text
    history = await helpdesk.says("what have you done?")
    assert "the helpdesk started a resync for you" in history.text


async def test_lifting_the_wait_and_undoing_a_repair(helpdesk: Stage) -> None:
    await helpdesk.asks()
    assert "no waiting time" in (await helpdesk.on(1, "allow_for", by="agent")).text
    case = await helpdesk.store.case_of("p")
    assert case and not case.lifted
    await change(helpdesk.world, case.id, lambda one: replace(one, begun_at=helpdesk.clock.now()))
    assert "The waiting time is lifted" in (await helpdesk.on(1, "allow_for", by="agent")).text
    case = await helpdesk.store.case_of("p")
    assert case and case.lifted
    assert "no repair to undo" in (await helpdesk.on(1, "undo_for", by="agent")).text
    assert "allow_for" in [deed.what for deed in await helpdesk.store.deeds_of("p")]


async def test_a_resync_that_cannot_help_is_not_begun(helpdesk: Stage) -> None:
    await helpdesk.asks()
    helpdesk.tenant.facts = WELL
    assert "would not help" in (await helpdesk.on(1, "resync_for", by="agent")).text
    assert helpdesk.promises.begun == []


# -- words in the channel ----------------------------------------------------------------------------------------------


async def writes(stage: Stage, text: str, by: str = "agent", thread: str = "") -> str:
    where = replace(CHANNEL, person=by, id=f"{CHANNEL.id};messageid={thread}" if thread else CHANNEL.id)
    stage.presses_made += 1
    turn = Turn("said", where, name=by, text=text, activity=f"said-{stage.presses_made}")
    reply = await conversation.answer(stage.world, turn)
    return reply.text if reply else ""


async def test_searching_in_the_channel(helpdesk: Stage) -> None:
    await helpdesk.asks("the photo on the intranet")
    assert "1 · open" in await writes(helpdesk, "recent")
    assert "1 · open" in await writes(helpdesk, "niet toegewezen")
    assert "no such cases" in await writes(helpdesk, "mine")
    await helpdesk.on(1, "take", by="agent")
    assert "1 · open" in await writes(helpdesk, "Mine")
    assert "no such cases" in await writes(helpdesk, "unassigned")
    assert "1 · open" in await writes(helpdesk, "find INTRANET")
    assert "no such cases" in await writes(helpdesk, "find 100%")
    assert "1 · open" in await writes(helpdesk, "#1")
    assert "no such cases" in await writes(helpdesk, "case 99999999999999999999")
    assert "how I help the helpdesk" in await writes(helpdesk, "what's up?")
    assert "Only members" in await writes(helpdesk, "recent", by="stranger")


async def test_commands_in_a_thread(helpdesk: Stage) -> None:
    helpdesk.desk.name = "channel"
    helpdesk.world = replace(helpdesk.world, desks={"channel": helpdesk.desk})
    ticket = await helpdesk.asks()
    await helpdesk.settle()
    dossier = await helpdesk.store.dossier(1)
    assert dossier is not None
    await helpdesk.store.save_filing(replace(dossier.filing("channel"), id=f"{CHANNEL.id};messageid=77"))
    assert "Done" in await writes(helpdesk, "take", thread="77")
    assert "Done" in await writes(helpdesk, "antwoord: Hallo Sanne", thread="77")
    assert "in one message" in await writes(helpdesk, "reply", thread="77")
    assert "thread of a case" in await writes(helpdesk, "reply hello", thread="78")
    assert "has this case already" in await writes(helpdesk, "take", by="other", thread="77")
    dossier = await helpdesk.store.dossier(ticket.number)
    assert dossier and [(one.what, one.text) for one in dossier.entries[1:]] == [
        ("taken", ""),
        ("reply", "Hallo Sanne"),
    ]


async def test_the_channel_is_set_up_by_a_member_where_that_is_wanted(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, desks={"channel": helpdesk.desk})
    elsewhere = replace(CHANNEL, id="19:new@thread.tacv2", person="agent")

    async def sets_up(person: str) -> str:
        where = replace(elsewhere, person=person)
        reply = await conversation.answer(helpdesk.world, Turn("said", where, text="set up helpdesk", activity=person))
        assert reply is not None
        return reply.text

    assert "An administrator decides" in await sets_up("agent")
    helpdesk.world = replace(helpdesk.world, binds=True)
    assert "Only members" in await sets_up("stranger")
    bound = await helpdesk.store.bound()
    assert bound and bound.id == CHANNEL.id
    assert "from now on" in await sets_up("agent")
    bound = await helpdesk.store.bound()
    assert bound and bound.id == elsewhere.id


# -- on its way --------------------------------------------------------------------------------------------------------

TROUBLE = [DeskDown("503"), DeskUncertain("timeout"), DeskRefused("401")]


@pytest.mark.parametrize("error", TROUBLE, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("when", ["before", "after"])
async def test_each_step_fails_and_everything_is_there_once(helpdesk: Stage, error: DeskError, when: str) -> None:
    for step in range(4):
        getattr(helpdesk.desk, when).extend([error] if step == 0 else [])
        await helpdesk.asks()
        await helpdesk.settle()
        getattr(helpdesk.desk, when).append(error)
        await helpdesk.on(1, "reply", by="agent", text=f"text {step}", form=f"f{step}")
        await helpdesk.settle()
    tags = [tag for tag, _ in helpdesk.desk.entries]
    assert len(tags) == len(set(tags)) == 4
    assert len(helpdesk.desk.tickets) == 1
    assert len(helpdesk.chat.sent) == 4
    assert [one.status for one in helpdesk.desk.tickets.values()] == [(await helpdesk.now(1)).status]


async def test_a_desk_that_is_down_is_told_of_and_gets_everything_when_it_is_back(helpdesk: Stage) -> None:
    helpdesk.desk.before += [DeskDown("503")] * 7
    await helpdesk.asks()
    for _ in range(10):
        place, version, tries, at = min(helpdesk.promises.due, key=lambda one: one[3] or helpdesk.clock.moment)
        helpdesk.promises.due.remove((place, version, tries, at))
        helpdesk.clock.moment = max(helpdesk.clock.moment, at or helpdesk.clock.moment)
        again = await filing.bring(helpdesk.world, place, version, tries)
        if again:
            helpdesk.promises.due.append((place, version, tries + 1, again))
    assert "cannot be reached" in (await helpdesk.on(1, "ticket")).text
    assert "desk cannot be reached" in (await helpdesk.on(1, "work", by="agent")).text
    await helpdesk.on(1, "comment", text="are you there?")
    await helpdesk.settle()
    assert len(helpdesk.desk.tickets) == 1 and [text for _, text in helpdesk.desk.entries] == ["are you there?"]
    assert "cannot be reached" not in (await helpdesk.on(1, "work", by="agent")).text
    assert {"desk_down", "desk_up"} <= set(await helpdesk.entries(1))


async def test_a_desk_that_has_lost_it_gets_it_anew(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.settle()
    helpdesk.desk.tickets.clear()
    helpdesk.desk.before.append(DeskLost("404"))
    await helpdesk.on(1, "take", by="agent")
    await helpdesk.settle()
    assert len(helpdesk.desk.tickets) == 1


async def test_what_happens_at_a_desk_comes_back_once(helpdesk: Stage) -> None:
    ticket = await helpdesk.asks()
    await helpdesk.settle()
    at = helpdesk.clock.now()
    news = [
        News("desk", ticket.reference, "taken", "1", at, name="Ida"),
        News("desk", "#1", "reply", "2", at, "Good news", "Ida"),
        News("desk", ticket.reference, "resolved", "3", at, "All done", "Ida"),
        News("desk", ticket.reference, "reply", "4", at, "One more thing", "Ida"),
    ]
    helpdesk.desk.brought = news
    for _ in range(3):
        await inbox.hear(helpdesk.world)
    assert await helpdesk.entries(1) == ["opened", "taken", "reply", "resolved", "reply"]
    now = await helpdesk.now(1)
    assert (now.assignee_name, now.status) == ("Ida", Status.RESOLVED)
    await helpdesk.settle()
    assert helpdesk.desk.entries == []  # it is not told of its own
    (message,) = helpdesk.chat.sent  # one for all that waited
    assert all(text in message.text for text in ("Good news", "All done", "One more thing"))
    for other in ("#17", "#1x", "#" + "1" * 30, "17", "resync-1-000000000000", "resync-1", "../1", "", "one"):
        assert not await inbox.took(helpdesk.world, News("desk", other, "reply", "x", at, "x"))


# -- the person hears --------------------------------------------------------------------------------------------------


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


async def test_the_title_is_another_matter_than_the_photo(helpdesk: Stage) -> None:
    await helpdesk.asks()
    form = await helpdesk.says("my job title is wrong")
    assert form.case
    ticket = await helpdesk.asks("my title", form="t1", case=form.case)
    assert (ticket.number, ticket.subject) == (2, "profile")


# -- in time -----------------------------------------------------------------------------------------------------------


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


# -- what a strict reader found ----------------------------------------------------------------------------------------


async def test_only_what_cannot_be_taken_is_left_out(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.settle()
    await helpdesk.on(1, "comment", text="not for this desk")
    helpdesk.desk.before += [DeskRefused("422", of_content=True)] * 9
    await helpdesk.settle()
    await helpdesk.on(1, "comment", text="but this")
    await helpdesk.settle()
    assert [text for _, text in helpdesk.desk.entries] == ["but this"]
    assert "left_out" in await helpdesk.entries(1)


async def test_reopened_at_a_desk_while_another_is_open(helpdesk: Stage) -> None:
    first = await helpdesk.asks()
    await helpdesk.on(1, "resolve", by="agent", reason="fixed", text="")
    await helpdesk.asks("again", form="f2")
    at = helpdesk.clock.now()
    helpdesk.desk.brought = [
        News("desk", first.reference, "reopened", "1", at, "please look"),
        News("desk", "#2", "reply", "2", at, "hello"),
    ]
    await inbox.hear(helpdesk.world)
    assert (await helpdesk.now(1)).status is Status.RESOLVED
    assert "please look" in (await helpdesk.on(1, "work", by="agent")).text or "note" in await helpdesk.entries(1)
    assert "reply" in await helpdesk.entries(2)
    assert await helpdesk.store.asked_desk("desk") == at


async def test_a_desk_that_fails_holds_up_no_other(helpdesk: Stage) -> None:
    class Broken(type(helpdesk.desk)):  # type: ignore[misc]
        async def news(self, since: object) -> list[News]:
            raise KeyError("what?")

    await helpdesk.asks()
    helpdesk.desk.brought = [News("desk", "#1", "reply", "1", helpdesk.clock.now(), "hello")]
    helpdesk.world = replace(helpdesk.world, desks={"broken": Broken("broken"), "desk": helpdesk.desk})
    await inbox.hear(helpdesk.world)
    assert "reply" in await helpdesk.entries(1)


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


@pytest.mark.parametrize("verb", ["resync_for", "allow_for"])
async def test_nothing_is_done_for_the_person_on_a_case_that_is_over(helpdesk: Stage, verb: str) -> None:
    await helpdesk.asks()
    old = await helpdesk.now(1)
    await helpdesk.on(1, "withdraw")
    assert old.live
    reply = await helpdesk.on(1, verb, by="agent")
    assert "was not done" in reply.text
    case = await helpdesk.store.case_of("p")
    assert case is not None
    assert (helpdesk.promises.begun, case.lifted) == ([], False)


async def test_an_old_client_shows_nothing_of_the_person_to_the_channel(helpdesk: Stage) -> None:
    await helpdesk.asks("about my salary")
    await helpdesk.settle()
    for verb, asks in [("work", False), ("more", False), ("reply", True), ("diagnose", False), ("take", False)]:
        data = Action(verb, ticket=1, asks=asks).pack()
        where = replace(CHANNEL, person="agent")
        turn = Turn("pressed", where, name="Thea Berg", data=data, activity=f"o-{verb}", openly=True)
        reply = await conversation.answer(helpdesk.world, turn)
        assert reply and reply.card is None
        assert not {"salary", "Sanne"} & set(re.findall(r"\w+", reply.text))
    assert (await helpdesk.now(1)).assignee == "agent"


async def test_what_was_written_is_never_thrown_away(helpdesk: Stage) -> None:
    def field(reply: Reply, name: str = "text") -> object:
        return next(part.get("value") for part in (reply.card or {})["body"] if part.get("id") == name)

    await helpdesk.asks("first")
    await helpdesk.asks("and what about this?", form="f2")  # there is one already
    assert (await helpdesk.entries(1)) == ["opened", "comment"]
    assert field(await helpdesk.on(1, "comment", text="x" * 5000)) == "x" * 5000
    await helpdesk.on(1, "withdraw")
    assert field(await helpdesk.on(1, "comment", text="one more")) == "one more"
    late = await helpdesk.on(1, "question", by="agent", text="a long question", form="q")
    assert "was not done" in late.text and field(late) == "a long question"
    await helpdesk.on(1, "reopen")
    await helpdesk.on(1, "resolve", by="agent", reason="fixed", text="")
    await helpdesk.on(1, "solved", text="thanks to all")
    dossier = await helpdesk.store.dossier(1)
    assert dossier and dossier.entries[-1].text == "thanks to all"
    data = {**Action("file", form="f9").pack(), "words": "", "contact": "phone 5", "priority": "high"}
    form = await conversation.answer(helpdesk.world, Turn("pressed", WHERE, data=data, activity="f9"))
    assert form and (field(form, "contact"), field(form, "priority")) == ("phone 5", "high")


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


async def test_the_agents_card_is_never_too_large(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, thumbnails=True)
    for _ in range(30):
        await helpdesk.says("why is my photo old? " + "x" * 400)
    await helpdesk.asks("w" * 4000, tried="t" * 4000, contact="c" * 4000)
    for number in range(10):
        await helpdesk.on(1, "reply", by="agent", text="ø" * 4000, form=f"f{number}")
    await helpdesk.settle()
    for verb in ("work", "more"):
        card = (await helpdesk.on(1, verb, by="agent")).card
        assert len(json.dumps(card, ensure_ascii=False).encode("utf-16-le")) < 80 * 1024


async def test_a_note_takes_nothing_away_from_the_persons_card(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.store.ticket_shown(1, WHERE.id, "card-5")
    await helpdesk.on(1, "comment", text="hello")
    await helpdesk.settle()
    helpdesk.chat.cards.clear()
    await helpdesk.on(1, "note", by="agent", text="a secret")
    await helpdesk.settle()
    assert helpdesk.chat.cards == {}
    await helpdesk.on(1, "take", by="agent")
    await helpdesk.settle()
    assert "Thea Berg is working on it" in helpdesk.chat.cards["card-5"].text
    assert "a secret" not in helpdesk.chat.cards["card-5"].text


async def test_an_answer_that_sounds_like_a_question_reaches_the_helpdesk(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "question", by="agent", text="Since when is it old?")
    await helpdesk.settle()
    assert "passed this on" in (await helpdesk.says("my photo is old since Monday")).text
    assert (await helpdesk.now(1)).status is Status.OPEN


async def test_thank_you_opens_nothing_again(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "resolve", by="agent", reason="fixed", text="")
    await helpdesk.settle()
    (*_, message) = (await helpdesk.now(1)).cards
    turn = Turn("said", WHERE, text="Thank you!", activity="t", quoted=message)
    await conversation.answer(helpdesk.world, turn)
    now = await helpdesk.now(1)
    assert (now.status, now.confirmed) == (Status.RESOLVED, "yes")
    await conversation.answer(helpdesk.world, replace(turn, text="By the way, it is blue", activity="t2"))
    assert (await helpdesk.now(1)).status is Status.RESOLVED
    assert (await helpdesk.entries(1))[-1] == "comment"


async def test_looking_again_keeps_what_was_said_at_first(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.settle()
    before = (await helpdesk.now(1)).bundle["said"]
    helpdesk.clock.moment += timedelta(days=3)
    await helpdesk.on(1, "diagnose", by="agent")
    assert before and (await helpdesk.now(1)).bundle["said"] == before


async def test_elsewhere_nobody_is_told_of_helpdesks(helpdesk: Stage) -> None:
    where = replace(CHANNEL, id="19:sales@thread.tacv2", person="p")
    for text in ("find out why my photo is old", "take a look at my photo please", "question: how long does it take?"):
        reply = await conversation.answer(helpdesk.world, Turn("said", where, text=text, activity=text))
        assert reply and "helpdesk's own channel" not in reply.text


async def test_open_cases_come_to_a_new_channel(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, desks={"channel": helpdesk.desk}, binds=True)
    helpdesk.desk.name = "channel"
    await helpdesk.asks()
    await helpdesk.settle()
    later = helpdesk.clock.now() + timedelta(days=1)
    assert await helpdesk.store.behind(("channel",), later) == []
    helpdesk.clock.moment += timedelta(minutes=1)
    where = replace(CHANNEL, id="19:new@thread.tacv2", person="agent")
    await conversation.answer(helpdesk.world, Turn("said", where, text="set up helpdesk", activity="s"))
    assert await helpdesk.store.behind(("channel",), later) == [(1, "channel")]
    assert "1/channel" in [place for place, *_ in helpdesk.promises.due]


async def test_every_refusal_has_its_line_in_the_audit(helpdesk: Stage) -> None:
    case = await helpdesk.store.case_of("p")
    assert case is not None
    eve = replace(WHERE, id="eve's", person="eve")
    for number, data in enumerate(
        [{"verb": "obliterate"}, {"verb": "take", "ticket": "x"}, Action("start", case.id).pack()]
    ):
        await conversation.answer(helpdesk.world, Turn("pressed", eve, data=data, activity=f"{number}"))
    await writes(helpdesk, "recent", by="eve")
    lines = await helpdesk.store.deeds_of("eve")
    assert sorted(line.record for line in lines) == ["button", "button", f"case-{case.id}", "command-recent"]


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


async def test_reopened_after_withdrawing_is_not_a_no(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "withdraw")
    await helpdesk.on(1, "reopen")
    assert (await helpdesk.now(1)).confirmed == ""
    await helpdesk.on(1, "resolve", by="agent", reason="fixed", text="")
    await helpdesk.on(1, "reopen")
    assert (await helpdesk.now(1)).confirmed == "no"


async def test_a_number_that_was_not_shown_is_told_once(helpdesk: Stage) -> None:
    await helpdesk.asks("about my salary", shows=False)  # all that a process leaves which died before it answered
    await helpdesk.settle()
    (message,) = helpdesk.chat.sent
    assert message.summary == "Case 1 at your helpdesk" and "salary" in message.text  # P-34
    await helpdesk.on(1, "note", by="agent", text="x")
    await helpdesk.settle()
    assert len(helpdesk.chat.sent) == 1


async def test_the_person_hears_that_what_they_wrote_waits(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.settle()
    helpdesk.desk.before += [DeskRefused("401")]
    await helpdesk.on(1, "comment", text="hello?")
    for place, version, tries, _ in sorted(helpdesk.promises.due)[:1]:
        helpdesk.promises.due.remove((place, version, tries, None))
        again = await filing.bring(helpdesk.world, place, version, tries)
        assert again
        helpdesk.promises.due.append((place, version, tries + 1, again))
    await filing.bring(helpdesk.world, "1/person", 99, 0)
    assert "cannot be reached" in helpdesk.chat.cards["receipt"].text
    await helpdesk.settle()
    assert "cannot be reached" not in helpdesk.chat.cards["receipt"].text
    assert [text for _, text in helpdesk.desk.entries] == ["hello?"]


_TOGETHER = ("take", "assign", "reply", "question", "note", "resolve")


@pytest.mark.parametrize(("one", "two"), list(combinations_with_replacement(_TOGETHER, 2)))
async def test_two_agents_at_once(helpdesk: Stage, one: str, two: str) -> None:
    """Each is told what became of it; what was done is there once, in order, and everywhere."""
    await helpdesk.asks()
    filled = {"text": "hello", "reason": "fixed", "agent": "other"}
    replies = await asyncio.gather(
        helpdesk.on(1, one, by="agent", form="a", **filled), helpdesk.on(1, two, by="other", form="b", **filled)
    )
    dossier = await helpdesk.store.dossier(1)
    assert dossier is not None
    done = [entry for entry in dossier.entries if entry.what != "opened"]
    refused = [reply for reply in replies if "was not done" in reply.text or "has this case already" in reply.text]
    assert len(done) + len(refused) == 2 and done
    assert [entry.number for entry in dossier.entries] == list(range(1, len(dossier.entries) + 1))
    await helpdesk.settle()
    wanted = [entry.tag for entry in done if entry.what in helpdesk.desk.wants]
    assert [tag for tag, _ in helpdesk.desk.entries] == wanted
    told = [entry for entry in done if entry.rule.tells]
    assert "".join(reply.text for reply in helpdesk.chat.sent).count("hello") == len(told)


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


async def test_one_card_is_there_to_work_with(helpdesk: Stage) -> None:
    await helpdesk.asks("the photo in Outlook")
    await helpdesk.on(1, "reply", by="agent", text="We look into it")
    await helpdesk.settle()
    short = helpdesk.chat.cards["receipt"]
    assert titles(short.card) == ["Case 1"] and "We look into it" not in short.text
    (message,) = helpdesk.chat.sent
    assert "the photo in Outlook" in message.text and "Send" in titles(message.card)


async def test_what_the_helpdesk_began_is_not_said_to_be_the_persons_doing(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "resync_for", by="agent")
    case = await helpdesk.store.case_of("p")
    assert case and case.by_helpdesk
    await helpdesk.on(1, "withdraw")
    form = await helpdesk.says("ask the helpdesk")
    fields = {part["id"]: part.get("value") for part in (form.card or {})["body"] if "id" in part}
    assert not fields["tried"]


async def test_either_of_a_persons_ids_may_be_chosen(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "assign", by="agent", agent="29:OTHER")
    assert (await helpdesk.now(1)).assignee == "other"


async def test_a_place_that_loses_each_of_them_is_not_filled_with_them(helpdesk: Stage) -> None:
    class Leaky(type(helpdesk.desk)):  # type: ignore[misc]
        filed = 0

        async def file(self, dossier: Dossier) -> Filed:
            self.filed += 1
            return Filed(f"{self.filed}")

        async def show(self, filed: Filed, dossier: Dossier) -> str | None:
            raise DeskLost("404")

    leaky = Leaky("leaky")
    helpdesk.world = replace(helpdesk.world, desks={"leaky": leaky})
    await helpdesk.asks()
    began = helpdesk.clock.moment
    with pytest.raises(AssertionError, match="it never ends"):
        await helpdesk.settle(40)
    assert (helpdesk.clock.moment - began) / leaky.filed > timedelta(minutes=4)


async def test_a_reminder_that_was_lost_is_not_too_early(helpdesk: Stage) -> None:
    helpdesk.world = replace(helpdesk.world, reply_within=timedelta(hours=4))
    ticket = await helpdesk.asks()
    assert overdue.begins_at(helpdesk.world, ticket) == ticket.opened_at + timedelta(hours=3)
