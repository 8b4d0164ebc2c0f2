"""A person's own cases at the helpdesk: seen, commented, withdrawn, reopened and rated, by nobody else."""

from __future__ import annotations

from dataclasses import replace

from bot.core.actions import Action
from bot.core.tickets import Status
from bot.flows import conversation
from bot.ports import Reply, Turn
from tests.flows.stage import WHERE, Stage, titles


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


async def test_the_title_is_another_matter_than_the_photo(helpdesk: Stage) -> None:
    await helpdesk.asks()
    form = await helpdesk.says("my job title is wrong")
    assert form.case
    ticket = await helpdesk.asks("my title", form="t1", case=form.case)
    assert (ticket.number, ticket.subject) == (2, "profile")


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


async def test_reopened_after_withdrawing_is_not_a_no(helpdesk: Stage) -> None:
    await helpdesk.asks()
    await helpdesk.on(1, "withdraw")
    await helpdesk.on(1, "reopen")
    assert (await helpdesk.now(1)).confirmed == ""
    await helpdesk.on(1, "resolve", by="agent", reason="fixed", text="")
    await helpdesk.on(1, "reopen")
    assert (await helpdesk.now(1)).confirmed == "no"


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
