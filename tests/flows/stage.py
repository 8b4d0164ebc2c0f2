"""The promise's flows on a real store, with a tenant, a chat and a clock that a test turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.actions import Action
from bot.core.cases import Case
from bot.core.facts import Facts, Glance, Outcome, Profile, Reason, Unknown
from bot.core.tickets import Agent, Dossier, Entry, Filed, Ticket
from bot.flows import conversation, filing, follow_up, telling
from bot.flows.cases import change
from bot.ports import ChannelError, Conversation, DeskError, News, Place, Reply, RosterUnknown, Turn, World
from bot.store import Database
from tests.conftest import Instant
from tests.core.test_rules import BEHIND, WELL

CASE = Case(
    "CASE1", "p", Instant().now(), language="en", time_zone="Europe/Oslo", conversation="talk", cards=("card-1",)
)
WHERE = Conversation("talk", "p", "tenant", "https://smba", "29:user", "28:bot", "en-US", "Europe/Oslo")

CHANNEL = Conversation("19:help@thread.tacv2", "", "tenant", "https://smba", "29:agent", "28:bot", kind="channel")


class Tenant:
    """Microsoft 365 as a test wants it."""

    def __init__(self, facts: Facts, clock: Instant) -> None:
        self.clock = clock
        self.facts, self.asked, self.glances = facts, 0, 0
        self.read = 0
        self.done: list[str] = []
        self.outcome = Outcome.DONE
        self.sign_ins: list[str] | None = None  # whoever has signed in, where it matters
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

    async def wants_sign_in(self, person: str) -> bool:
        return self.sign_ins is not None and person not in self.sign_ins

    async def sign_in(self, person: str, assertion: str) -> Outcome:
        if self.outcome is Outcome.DONE and self.sign_ins is not None:
            self.sign_ins.append(person)
        return self.outcome

    async def sign_out(self, person: str) -> bool:
        had = self.sign_ins is not None and person in self.sign_ins
        self.sign_ins = [one for one in self.sign_ins or () if one != person]
        return had

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
        self.files: dict[str, bytes] = {}  # by the address that they were put to
        self.taken_back: list[str] = []
        self.trouble_with_files: ChannelError | None = None

    async def take_back(self, conversation: Conversation, message: str) -> None:
        self.taken_back.append(message)
        if self.trouble:
            raise self.trouble

    async def upload(self, place: Place, content: bytes) -> None:
        if self.trouble_with_files:
            raise self.trouble_with_files
        self.files[place.upload] = content

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


class Desk:
    """A desk that takes what it is given, or fails as it is told to, before or after it has taken it."""

    name = "desk"
    wants = frozenset({"comment", "reply", "question", "note", "resolved", "reopened", "withdrawn"})

    def __init__(self, name: str = "desk") -> None:
        self.name = name
        self.tickets: dict[str, Ticket] = {}  # by reference, as shown last
        self.entries: list[tuple[str, str]] = []  # tag and text
        self.before: list[DeskError] = []  # raised instead of doing it, one for each call
        self.after: list[DeskError] = []  # raised when it is done
        self.brought: list[News] = []

    def _fails(self, troubles: list[DeskError]) -> None:
        if troubles:
            raise troubles.pop(0)

    async def find(self, ticket: Ticket) -> Filed | None:
        self._fails(self.before)
        return Filed(ticket.reference) if ticket.reference in self.tickets else None

    async def file(self, dossier: Dossier) -> Filed:
        self._fails(self.before)
        assert dossier.ticket.reference not in self.tickets, "filed twice"
        self.tickets[dossier.ticket.reference] = dossier.ticket
        self._fails(self.after)
        return Filed(dossier.ticket.reference, "https://desk/1")

    async def has(self, filed: Filed, dossier: Dossier, entry: Entry) -> bool:
        return any(tag == entry.tag for tag, _ in self.entries)

    async def add(self, filed: Filed, dossier: Dossier, entry: Entry) -> None:
        self._fails(self.before)
        self.entries.append((entry.tag, entry.text))
        self._fails(self.after)

    async def show(self, filed: Filed, dossier: Dossier) -> str | None:
        self._fails(self.before)
        self.tickets[filed.id] = dossier.ticket
        return None

    async def news(self, since: datetime) -> list[News]:
        return self.brought


class Members:
    """Who belongs to the helpdesk, as a test wants it."""

    def __init__(self) -> None:
        self.people = {"agent": "Thea Berg", "other": "Noor Bakker"}
        self.away = False

    async def is_agent(self, person: str) -> bool:
        if self.away:
            raise RosterUnknown("away")
        return person in self.people

    async def agents(self) -> list[Agent]:
        if self.away:
            raise RosterUnknown("away")
        return [Agent(id, name, f"29:{id}") for id, name in self.people.items()]


class NoPromises:
    def __init__(self) -> None:
        self.due: list[tuple[str, int, int, datetime | None]] = []  # place, version, tries, when
        self.watched: list[tuple[int, datetime]] = []
        self.begun: list[str] = []

    async def deliver(self, ticket: Ticket, places: Sequence[str]) -> None:
        self.due += [(filing.name_of(ticket.number, place), ticket.version, 0, None) for place in places]

    async def watch_over(self, ticket: Ticket, at: datetime) -> None:
        self.watched.append((ticket.number, at))

    async def begin_resync(self, case: Case) -> None:
        self.begun.append(case.id)

    async def come_back(self, case: Case) -> None: ...

    async def tell(self, case: Case) -> None: ...

    async def drop(self, case: Case) -> None: ...

    async def healthy(self) -> bool:
        return True


class Stage:
    def __init__(self, store: Database, clock: Instant) -> None:
        self.tenant, self.chat, self.store, self.clock = Tenant(BEHIND, clock), Chat(), store, clock
        self.presses_made = 0
        self.promises, self.desk, self.members = NoPromises(), Desk(), Members()
        self.world = World(self.tenant, store, self.chat, self.promises, clock)

    def with_desk(self, **more: Any) -> None:
        """The helpdesk works here."""
        self.world = replace(self.world, desks={"desk": self.desk}, roster=self.members, **more)

    async def settle(self, most: int = 200) -> None:
        """Bring all tickets to all places, as the engine does: each place in order, and later where that is asked."""
        for _ in range(most):
            if not self.promises.due:
                return
            place, version, tries, at = min(self.promises.due, key=lambda one: one[3] or self.clock.moment)
            self.promises.due.remove((place, version, tries, at))
            self.clock.moment = max(self.clock.moment, at or self.clock.moment)
            again = await filing.bring(self.world, place, version, tries)
            if again:
                self.promises.due.append((place, version, tries + 1, again))
        raise AssertionError(f"it never ends: {self.promises.due}")

    async def asks(self, words: str = "My photo is old", shows: bool = True, **more: str) -> Ticket:
        """The person asks the helpdesk with a form; the ticket that comes of it."""
        data = {**Action("file", more.pop("case", ""), form=more.pop("form", "f1")).pack(), "words": words, **more}
        turn = Turn("pressed", WHERE, name="Sanne", data=data, activity="file")
        reply = await conversation.answer(self.world, turn)
        assert reply is not None
        (ticket, *_) = await self.store.tickets_of("p")
        if shows and reply.ticket:  # as the door to Teams does
            await self.store.ticket_shown(reply.ticket, WHERE.id, "receipt")
        return ticket

    async def on(
        self, ticket: int, verb: str, by: str = "p", *, form: str = "", asks: bool = False, **inputs: str
    ) -> Reply:
        """What the bot answers to a button of a ticket: in the person's chat, or to somebody of the helpdesk."""
        data = {**Action(verb, ticket=ticket, form=form, asks=asks).pack(), **inputs}
        where = WHERE if by == "p" else replace(CHANNEL, person=by)
        name = "Sanne" if by == "p" else self.members.people.get(by, by)
        self.presses_made += 1
        turn = Turn("pressed", where, name=name, data=data, activity=f"press-{self.presses_made}", card="card-9")
        reply = await conversation.answer(self.world, turn)
        assert reply is not None
        return reply

    async def now(self, ticket: int) -> Ticket:
        found = await self.store.ticket(ticket)
        assert found is not None
        return found

    async def entries(self, ticket: int) -> list[str]:
        """What was done to it, in order."""
        dossier = await self.store.dossier(ticket)
        assert dossier is not None
        return [entry.what for entry in dossier.entries]

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


def titles(card: dict[str, object] | None) -> list[str]:
    """The buttons of a card."""
    actions = (card or {}).get("actions") or []
    assert isinstance(actions, list)
    return [action["title"] for action in actions]
