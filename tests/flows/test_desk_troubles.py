"""Troubles of a place that last, and what must be true when they are over."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from bot.core.tickets import PERSON
from bot.flows import filing
from bot.ports import DeskDown, DeskRefused, Gone
from tests.flows.stage import CHANNEL, WHERE, Stage


@pytest.fixture
async def helpdesk(stage: Stage) -> AsyncIterator[Stage]:
    """A person who has asked the bot, and whose ticket is at the desk."""
    stage.with_desk(waking=(0, 0))
    await stage.store.bind(CHANNEL)
    await stage.store.remember(WHERE)
    await stage.says("why is my photo old?")
    await stage.asks()
    await stage.settle()
    yield stage


async def goes_on(stage: Stage, seconds: float) -> list[datetime]:
    """All that is due by then; the moments at which the desk was asked."""
    until, asked = stage.clock.moment + timedelta(seconds=seconds), []
    while stage.promises.due:
        next_one = min(stage.promises.due, key=lambda one: one[3] or stage.clock.moment)
        place, version, tries, at = next_one
        if at and at > until:
            break
        stage.promises.due.remove(next_one)
        stage.clock.moment = max(stage.clock.moment, at or stage.clock.moment)
        before = len(stage.desk.before)
        again = await filing.bring(stage.world, place, version, tries)
        asked += [stage.clock.moment] * (len(stage.desk.before) < before)
        if again:
            stage.promises.due.append((place, version, tries + 1, again))
    return asked


async def test_a_desk_whose_password_had_ended_gets_everything_once_it_is_renewed(helpdesk: Stage) -> None:
    helpdesk.desk.before += [DeskRefused("401")] * 1000
    await helpdesk.on(1, "comment", text="please read me")
    await goes_on(helpdesk, 3600)
    helpdesk.desk.before.clear()
    await helpdesk.on(1, "comment", text="and me")
    await helpdesk.settle()
    assert [text for _, text in helpdesk.desk.entries] == ["please read me", "and me"]


async def test_what_may_have_arrived_is_not_said_again_when_the_person_is_back(helpdesk: Stage) -> None:
    await helpdesk.on(1, "reply", by="agent", text="the first answer")
    dossier = await helpdesk.store.dossier(1)
    assert dossier is not None
    # All that a process leaves behind which died after it had sent this.
    await helpdesk.store.save_filing(replace(dossier.filing(PERSON), telling=2))
    helpdesk.chat.trouble = Gone("BotNotInConversationRoster", 403)
    await helpdesk.on(1, "reply", by="agent", text="the second answer", form="x")
    await helpdesk.settle()
    assert "maybe_delivered" in await helpdesk.entries(1)
    helpdesk.chat.trouble = None
    await helpdesk.store.remember(WHERE)
    await helpdesk.says("hi")
    await helpdesk.settle()
    (message,) = helpdesk.chat.sent
    assert "the second answer" in message.text
    assert "the first answer" not in message.text


async def test_a_desk_that_asks_to_wait_is_left_alone_that_long(helpdesk: Stage) -> None:
    busy = DeskDown("429")
    busy.wait = 600.0
    helpdesk.desk.before += [busy] * 20
    await helpdesk.on(1, "comment", text="are you there?")
    asked = await goes_on(helpdesk, 3000)
    waits = [(later - sooner).total_seconds() for sooner, later in pairwise(asked)]
    assert waits and min(waits) >= 600


async def test_the_person_s_card_says_so_when_one_desk_has_it(helpdesk: Stage) -> None:
    """One desk is gone, another one was busy for a moment."""
    other = type(helpdesk.desk)("other")
    helpdesk.world = replace(helpdesk.world, desks={"desk": helpdesk.desk, "other": other})
    await helpdesk.on(1, "withdraw")
    await helpdesk.settle()
    helpdesk.desk.before += [DeskRefused("gone")] * 1000
    other.before += [DeskDown("503")] * 2
    await helpdesk.asks("another thing", form="f2")
    await helpdesk.store.ticket_shown(2, WHERE.id, "card-2")
    await goes_on(helpdesk, 600)
    assert [one.number for one in other.tickets.values()][-1] == 2
    assert "cannot be reached" not in helpdesk.chat.cards["card-2"].text
