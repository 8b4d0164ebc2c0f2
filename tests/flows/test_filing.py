"""A case on its way to desks that fail as they are told to: nothing half-made, nothing twice, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.tickets import Dossier, Filed, Status
from bot.flows import conversation, filing, inbox
from bot.ports import DeskDown, DeskError, DeskLost, DeskRefused, DeskUncertain, News, Turn
from tests.flows.stage import CHANNEL, Stage

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
