"""The helpdesk at work in its channel: who may, what all see, and two at once."""

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
from bot.flows import conversation
from bot.flows.cases import change
from bot.ports import Turn
from tests.core.test_rules import WELL, account
from tests.flows.stage import CHANNEL, WHERE, Stage, arrived, titles


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


async def test_either_of_a_persons_ids_may_be_chosen(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "assign", by="agent", agent="29:OTHER")
    assert (await helpdesk.now(1)).assignee == "other"
