"""Somebody is forgotten at every moment of what the bot does for them, in turn: nothing of it comes back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.core.tickets import LIVE
from bot.flows import follow_up
from bot.ports import Conflict
from tests.flows.stage import Stage, arrived

AT_THE_HELPDESK = {"helpdesk_cases", "helpdesk_messages", "helpdesk_places"}


class Moments:
    """Before the n-th statement of the store, the person is forgotten."""

    def __init__(self, stage: Stage, at: int) -> None:
        self.stage, self.left, self.sent = stage, at, 0
        self._run = stage.store._run
        stage.store._run = self.run  # type: ignore[method-assign]
        stage.store._batches._run = self.run

    async def run(self, work: Callable[[Any], Any]) -> Any:
        self.left -= 1
        if not self.left:
            await self.stage.store.erase("p")
            self.sent = len(self.stage.chat.sent)
        return await self._run(work)

    @property
    def over(self) -> bool:
        return self.left <= 0


async def step(call: Callable[[], Awaitable[Any]]) -> Any:
    """As the engine does it: again, where it failed."""
    for _ in range(6):
        try:
            return await call()
        except Conflict:
            continue
    raise AssertionError("it fails for ever")


async def photo_arrives(stage: Stage) -> None:
    """The promise from Start to its end."""
    if await step(lambda: follow_up.begin(stage.world, "CASE1", 1)):
        stage.clock.moment += timedelta(minutes=1)
        await step(stage.looked)
        stage.tenant.facts = arrived(stage)
        stage.clock.moment += timedelta(minutes=1)
        await step(stage.looked)
        await step(stage.told)


async def photo_never_comes(stage: Stage) -> None:
    """The promise that ends at the helpdesk."""
    if await step(lambda: follow_up.begin(stage.world, "CASE1", 1)):
        stage.clock.moment += timedelta(hours=70)
        while at := await step(stage.looked):
            stage.clock.moment = at
        await step(stage.told)
    await stage.settle()


async def helpdesk_answers(stage: Stage) -> None:
    """A case from its form to its resolution."""
    ticket = await stage.asks()
    await stage.settle()
    for verb, more in (("take", {}), ("reply", {"text": "Again?"}), ("resolve", {"text": "Yes", "reason": "fixed"})):
        await stage.on(ticket.number, verb, "agent", form=verb, **more)
        await stage.settle()


async def begun(stage: Stage) -> None:
    stage.with_desk(auto_escalate=True)
    await stage.begun()


@pytest.mark.parametrize("journey", [photo_arrives, photo_never_comes])
async def test_at_every_moment_of_a_promise(
    journey: Callable[[Stage], Awaitable[None]], sqlite_url: str, stage: Stage
) -> None:
    seen = 0
    for moment in range(1, 200):
        await stage.store.erase("p", tickets_too=True)
        stage.chat.sent.clear()
        stage.promises.due.clear()
        fresh = Stage(stage.store, stage.clock)
        await begun(fresh)
        moments = Moments(fresh, moment)
        try:
            await journey(fresh)
        finally:
            stage.store._run = moments._run  # type: ignore[method-assign]
            stage.store._batches._run = moments._run
        if not moments.over:
            break
        seen += 1
        held = await stage.store.held("p")
        assert held.keys() <= AT_THE_HELPDESK, (moment, held)
        assert not [one for one in await stage.store.tickets_of("p") if one.status in LIVE], moment
        assert len(fresh.chat.sent) - moments.sent <= 1, "but for what was on its way at that moment"
    assert seen > 20


async def test_at_every_moment_of_a_case_at_the_helpdesk(stage: Stage) -> None:
    seen = 0
    for moment in range(1, 300):
        await stage.store.erase("p", tickets_too=True)
        fresh = Stage(stage.store, stage.clock)
        fresh.with_desk()
        await fresh.known()
        moments = Moments(fresh, moment)
        try:
            await step(lambda fresh=fresh: helpdesk_answers(fresh))  # type: ignore[misc]
        except (AssertionError, ValueError):
            assert moments.over, "nothing else gets in the way"
        finally:
            stage.store._run = moments._run  # type: ignore[method-assign]
            stage.store._batches._run = moments._run
        if not moments.over:
            break
        seen += 1
        left = (await stage.store.held("p")).keys() - AT_THE_HELPDESK
        assert left <= {"conversations", "case", "log", "fingerprints", "chat", "messages_sent_once"}, (moment, left)
    assert seen > 40
