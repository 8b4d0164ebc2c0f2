"""The promise's flows on a real store, with a tenant, a chat and a clock that a test turns."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.actions import Action
from bot.core.cases import Case
from bot.core.facts import Facts, Glance, Outcome, Profile, Reason, Unknown
from bot.flows import conversation, follow_up, telling
from bot.flows.cases import change
from bot.ports import ChannelError, Conversation, Reply, Turn, World
from bot.store import Database
from tests.conftest import Instant
from tests.core.test_rules import BEHIND, WELL

CASE = Case(
    "CASE1", "p", Instant().now(), language="en", time_zone="Europe/Oslo", conversation="talk", cards=("card-1",)
)
WHERE = Conversation("talk", "p", "tenant", "https://smba", "29:user", "28:bot", "en-US", "Europe/Oslo")


class Tenant:
    """Microsoft 365 as a test wants it."""

    def __init__(self, facts: Facts, clock: Instant) -> None:
        self.clock = clock
        self.facts, self.asked, self.glances = facts, 0, 0
        self.read = 0
        self.done: list[str] = []
        self.outcome = Outcome.DONE
        self.unwilling: Unknown | None = None  # what `busy` says
        self.unseen: Unknown | None = None  # what a glance sees instead

    async def facts_of(self, person: str, site: str = "") -> Facts:
        self.read += 1
        return replace(self.facts, seen_at=self.clock.now())

    async def ask_for_pull(self, facts: Facts) -> bool:
        self.asked += 1
        return True

    def busy(self, person: str) -> Unknown | None:
        return self.unwilling

    async def ask_as_person(self, facts: Facts, sign_in: str) -> Outcome:
        return self.outcome

    async def glance_of(self, person: str) -> Glance | Unknown:
        self.glances += 1
        profile = self.facts.profile
        if self.unseen or not isinstance(profile, Profile):
            return self.unseen or Unknown(Reason.MALFORMED)
        return Glance(profile.pulled_at, profile.placeholder, profile.exchange_sync, profile.picture_url)

    async def republish(self, facts: Facts) -> Outcome:
        self.done.append("republish")
        return self.outcome

    async def set_picture_flags(self, facts: Facts, placeholder: str, exchange_sync: str) -> Outcome:
        self.done.append(f"flags {placeholder} {exchange_sync}")
        return self.outcome


class Chat:
    """A chat that takes messages, or fails as it is told to."""

    def __init__(self) -> None:
        self.sent: list[Reply] = []
        self.cards: dict[str, Reply] = {}
        self.trouble: ChannelError | None = None
        self.trouble_with_news: ChannelError | None = None

    async def send(self, conversation: Conversation, reply: Reply) -> str:
        if trouble := self.trouble or self.trouble_with_news:
            raise trouble
        self.sent.append(reply)
        return f"message-{len(self.sent)}"

    async def update(self, conversation: Conversation, message: str, reply: Reply) -> None:
        if self.trouble:
            raise self.trouble
        self.cards[message] = reply

    async def typing(self, conversation: Conversation) -> None: ...


class NoPromises:
    async def begin_resync(self, case: Case) -> None: ...

    async def come_back(self, case: Case) -> None: ...

    async def tell(self, case: Case) -> None: ...

    async def healthy(self) -> bool:
        return True


class Stage:
    def __init__(self, store: Database, clock: Instant) -> None:
        self.tenant, self.chat, self.store, self.clock = Tenant(BEHIND, clock), Chat(), store, clock
        self.world = World(self.tenant, store, self.chat, NoPromises(), clock)

    async def begun(self) -> None:
        await self.store.remember(WHERE)
        await self.store.add_case(CASE)
        await change(self.world, "CASE1", lambda case: follow_up.begun(case, self.clock.now()))
        assert await follow_up.begin(self.world, "CASE1", 1)

    async def case(self) -> Case:
        case = await self.store.case("CASE1")
        assert case is not None
        return case

    async def says(self, text: str, **where: str) -> Reply:
        """What the bot answers to that."""
        reply = await conversation.answer(self.world, Turn("said", replace(WHERE, **where), text=text, activity="a"))
        assert reply is not None
        return reply

    async def presses(self, verb: str, intent: str = "", sign_in: str | None = None, **where: str) -> Reply:
        """What the bot answers to a button of the case's cards."""
        data = Action(verb, "" if verb == "ask" else "CASE1", intent).pack()
        where_now = replace(WHERE, **where)
        turn = Turn("pressed", where_now, data=data, activity="a", card="card-1", sign_in=sign_in)
        reply = await conversation.answer(self.world, turn)
        assert reply is not None
        return reply

    async def known(self, **changes: Any) -> None:
        """Somebody with whom the bot has talked, and who has a case."""
        await self.store.remember(WHERE)
        await self.store.add_case(replace(CASE, **changes))

    async def looked(self) -> datetime | None:
        return await follow_up.look(self.world, "CASE1", 1)

    async def told(self, tries: int = 0, attempt: int = 1) -> datetime | None:
        return await telling.ended(self.world, "CASE1", attempt, tries)

    async def looked_until_it_ends(self) -> None:
        while at := await self.looked():
            self.clock.moment = at

    async def done(self) -> list[tuple[str, str]]:
        """The audit's lines."""
        return [(deed.what, deed.outcome) for deed in await self.store.deeds_of("p", 100)]


def arrived(stage: Stage) -> Facts:
    """What is found once SharePoint has pulled."""
    assert isinstance(WELL.profile, Profile)
    return replace(WELL, profile=replace(WELL.profile, pulled_at=stage.clock.now()))


async def ended(stage: Stage) -> None:
    """A resync whose photo has arrived, which has not been told yet."""
    await stage.begun()
    stage.tenant.facts = arrived(stage)
    await stage.looked()
