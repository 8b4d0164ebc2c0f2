"""The desk in Teams: a card for each ticket in the helpdesk's channel, and its thread. It knows no button's meaning.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
"""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol
from urllib.parse import quote

from bot.core import ticket_cards
from bot.core.texts import Speaker
from bot.core.tickets import CHANNEL, WHAT, Agent, Dossier, Entry, Filed, Ticket
from bot.ports import (
    WORDS_MAY_PASS,
    Channel,
    ChannelError,
    Clock,
    Conversation,
    DeskDown,
    DeskError,
    DeskLost,
    DeskRefused,
    DeskUncertain,
    MessageGone,
    News,
    NotNow,
    Reply,
    Roster,
    RosterUnknown,
    Uncertain,
)

SKEW = timedelta(minutes=5)  # between our clock and Teams'
MOST_MENTIONED = 10  # people at once


class Reader(Protocol):
    """Reads what the bot has written in a channel, where it may; raises ChannelError."""

    async def __call__(self, channel: Conversation, since: datetime, thread: str = "") -> list[tuple[str, str]] | None:
        """Ids and contents of the messages since then; None where nobody can say."""


class TeamsChannel:
    """Implements ports.HelpDesk. `bound` says which channel it is, and how Teams is reached."""

    name = CHANNEL
    wants = frozenset(WHAT) - {"opened"}

    def __init__(
        self,
        channel: Channel,
        roster: Roster,
        reader: Reader,
        clock: Clock,
        bound: Callable[[], Awaitable[Conversation | None]],
        language: str,
        leads: Sequence[str] = (),
        refreshes: bool = True,
    ) -> None:
        """`refreshes` is whether clients replace the card by the agent's own; Microsoft's Playground does not."""
        self._channel, self._roster, self._read, self._clock = channel, roster, reader, clock
        self._bound, self._language, self._leads, self._refreshes = bound, language, leads, refreshes

    async def find(self, ticket: Ticket) -> Filed | None:
        """The card that may have been posted. Where nobody can look, a second card is better than a lost case."""
        where = await self._where()
        for id, content in await self._written(where, ticket.opened_at) or ():
            if ticket.reference in content:
                return _filed(where.channel, id)
        return None

    async def file(self, dossier: Dossier) -> Filed:
        where = await self._where()
        card = replace(await self._card(dossier), alert=True)
        return _filed(where.channel, await self._sent(where, card))

    async def has(self, filed: Filed, dossier: Dossier, entry: Entry) -> bool:
        """A line whose sending was cut off is not sent again where nobody can look: the card says the same."""
        told = await self._written(await self._where(filed), entry.at, filed.id.partition(";messageid=")[2])
        return told is None or any(_tag(entry) in content for _, content in told)

    async def add(self, filed: Filed, dossier: Dossier, entry: Entry) -> None:
        where = replace(await self._where(filed), id=filed.id)
        say = self._speaker()
        called = await self._called(dossier.ticket, entry)
        names = " ".join(f"<at>{html.escape(name)}</at>" for _, name in called)
        text = f"{ticket_cards.thread_line(say, entry, _tag(entry))} {names}".strip()
        news = say("line-summary", number=str(entry.ticket))  # what is shown on a screen that anybody may see
        await self._sent(where, Reply(text, summary=news, mentions=tuple(called)))

    async def show(self, filed: Filed, dossier: Dossier) -> str:
        """An update takes away what an agent is just writing into the card: there is none without a need."""
        where, card = await self._where(filed), await self._card(dossier)
        seal = hashlib.sha256(json.dumps(card.card, sort_keys=True).encode()).hexdigest()
        if seal == dossier.filing(CHANNEL).seal:
            return seal
        _, _, message = filed.id.partition(";messageid=")
        try:
            await self._channel.update(where, message, card)
        except MessageGone as error:
            raise DeskLost(error.code) from error
        except ChannelError as error:
            raise _trouble(error) from error
        return seal

    async def news(self, since: datetime) -> Sequence[News]:
        """Nothing: what is done in the channel is done here."""
        return ()

    # -- parts -------------------------------------------------------------------------------------------------------

    async def _written(self, where: Conversation, since: datetime, thread: str = "") -> list[tuple[str, str]] | None:
        try:
            return await self._read(where, since - SKEW, thread)
        except ChannelError as error:
            raise _trouble(error) from error

    async def _where(self, filed: Filed | None = None) -> Conversation:
        """The channel; raises DeskLost for a ticket that was posted in another one."""
        bound = await self._bound()
        if bound is None:
            raise DeskRefused("NoChannel")
        if filed and filed.id.partition(";messageid=")[0] != bound.channel:
            raise DeskLost("AnotherChannel")
        return replace(bound, id=bound.channel)

    async def _card(self, dossier: Dossier) -> Reply:
        agents = await self._agents() if self._refreshes else ()
        card = ticket_cards.posted(self._speaker(), dossier, agents)
        return Reply(card.text, card.content, card.text.split("\n")[0])

    async def _agents(self) -> Sequence[Agent]:
        try:
            return await self._roster.agents()
        except RosterUnknown:  # then everybody has a button, and the press is checked as always
            return ()

    async def _called(self, ticket: Ticket, entry: Entry) -> list[tuple[str, str]]:
        """Who is mentioned: whoever has it or, where nobody does, the leads or all of them."""
        if entry.what not in ("due", "overdue"):
            return []
        agents = [agent for agent in await self._agents() if agent.user]
        for wanted in ({ticket.assignee}, set(self._leads)):
            if called := [(one.user, one.name) for one in agents if one.id.lower() in wanted]:
                return called[:MOST_MENTIONED]
        return [(one.user, one.name) for one in agents][:MOST_MENTIONED]

    async def _sent(self, where: Conversation, reply: Reply) -> str:
        try:
            return await self._channel.send(where, reply)
        except ChannelError as error:
            raise _trouble(error) from error

    def _speaker(self) -> Speaker:
        return Speaker(self._language, "", self._clock.now())


def _filed(channel: str, message: str) -> Filed:
    """The thread's conversation, and the address that opens it in Teams."""
    if not message:
        raise DeskUncertain("NoId")
    page = f"https://teams.microsoft.com/l/message/{quote(channel, safe='')}/{quote(message, safe='')}"
    return Filed(f"{channel};messageid={message}", page)


def _tag(entry: Entry) -> str:
    return f"({entry.tag})"


def _trouble(error: ChannelError) -> DeskError:
    if isinstance(error, NotNow):
        down = DeskDown(error.code)
        down.wait = error.wait
        return down
    if isinstance(error, Uncertain):
        return DeskUncertain(error.code)
    return DeskRefused(error.code, of_content=error.status in WORDS_MAY_PASS)
