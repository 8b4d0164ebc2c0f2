"""Whether what the bot works with is there: its database, engine and language model, the app package, the desks."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

from bot import __version__
from bot.clouds import CLOUDS
from bot.core.checks import Line, State
from bot.core.facts import Unknown
from bot.core.tickets import CHANNEL, Ticket
from bot.helpdesk.roster import GroupInTeam
from bot.language.understanding import listener
from bot.ports import DeskError, HelpDesk, RosterUnknown
from bot.tenant import graph

if TYPE_CHECKING:
    from bot.build import Bot

# By the status with which Graph refuses to say who is in it.
_OF_THE_GROUP = {
    "400": "check RESYNC_HELPDESK_GROUP: it must be the object id of a group",
    "403": "see the permission to check helpdesk above",
    "404": "check RESYNC_HELPDESK_GROUP: the directory has no group of this id",
}
_PACKAGES = "https://admin.teams.microsoft.com/policies/manage-apps"


async def own(bot: Bot) -> list[Line]:
    """What belongs to the bot itself."""
    healthy, promised = await bot.store.healthy(), await bot.engine.promised()
    database = Line("database") if healthy else Line("database", State.BROKEN, mend="check DATABASE_URL")
    told = (
        "has its tables from the first start on" if promised is None else f"{promised} steps are waiting or under way"
    )
    engine = Line("engine", detail=told) if healthy else Line("engine", State.BROKEN, mend="see the database")
    return [_understanding(), database, engine, *await _package(bot)]


def _understanding() -> Line:
    lacking = listener().opinions.lacking
    if not lacking:
        return Line("language model")
    mend = "it understands less without: pip install -r requirements.txt, on 64-bit Linux"
    return Line("language model", State.MISSING, lacking, mend)


async def _package(bot: Bot) -> list[Line]:
    """Which version of the app package the organization has."""
    request = graph.uploaded_app(bot.settings.graph_url, bot.settings.app_id)
    answer = await bot.tenant.caller.ask(request, asyncio.get_running_loop().time() + bot.settings.patience)
    if isinstance(answer, Unknown) or answer.status != 200:
        return []  # the line of this capability says why
    versions = graph.read_uploaded_app(answer)
    if isinstance(versions, Unknown):
        return []
    mend, command = "upload the app package", "python app.py manifest"
    page = _PACKAGES if CLOUDS[bot.settings.cloud].diagnostics else ""
    if not versions:
        return [Line("app package", State.MISSING, "not uploaded", mend, command, page, needed=False)]
    newest = max(versions, key=_ordered)
    if _ordered(newest) < _ordered(__version__):
        told = f"{newest} is uploaded, and this is {__version__}"
        return [Line("app package", State.MISSING, told, mend, command, page, needed=False)]
    return [Line("app package", detail=f"{newest} is uploaded")]


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d{1,9}", version))


async def helpdesk(bot: Bot) -> list[Line]:
    """The desks that the settings name, and who works there."""
    found = await asyncio.gather(*(_desk(bot, desk) for desk in bot.world.desks.values()))
    return [*found, *await _channel(bot), *await _roster(bot)]


async def _desk(bot: Bot, desk: HelpDesk) -> Line:
    """A desk is asked for a ticket that nobody has."""
    try:
        await desk.find(Ticket(0, "check", "", bot.world.clock.now()))
    except DeskError as error:
        first = "see the helpdesk channel below, then " if desk.name == CHANNEL else "see "
        mend = f"{first}docs/desks.md, {desk.name}"
        return Line(f"desk {desk.name}", State.BROKEN, error.code, mend)
    return Line(f"desk {desk.name}")


async def _channel(bot: Bot) -> list[Line]:
    """Whether it is known where the helpdesk's channel is, and Teams still has it."""
    if CHANNEL not in bot.world.desks:
        return []
    bound = await bot.store.bound()
    if bound is None:
        mend = "add the app to the helpdesk's team, and write @Resync set up helpdesk in its channel"
        return [Line("helpdesk channel", State.MISSING, "not set up", mend)]
    if not await bot.helpdesk_channel():
        mend = "write to the bot once, in any chat: so it learns how Teams is reached"
        return [Line("helpdesk channel", State.MISSING, f"{bound.channel}: not reached yet", mend)]
    try:
        await bot.teams.roster(bot.helpdesk_channel).agents()
    except RosterUnknown as error:
        mend = (
            "add the app to its team again, or write @Resync set up helpdesk in another channel; if Teams is busy, wait"
        )
        return [Line("helpdesk channel", State.BROKEN, f"{bound.channel}: {error}"[:200], mend)]
    return [Line("helpdesk channel", detail=bound.channel)]


async def _roster(bot: Bot) -> list[Line]:
    """Whether it can be seen who belongs to the helpdesk, and so whether the bot is in its team."""
    if bot.world.roster is None:
        return []
    name = "see who belongs to the helpdesk"
    try:
        agents = await bot.world.roster.agents()
    except RosterUnknown as error:
        mend = "see the helpdesk channel above"
        if bot.settings.helpdesk_group:
            mend = _OF_THE_GROUP.get(str(error)[:3], "Graph did not say it: see its host above, or try again later")
        return [Line(name, State.MISSING, str(error)[:200], mend)]
    if not agents:
        return [Line(name, State.MISSING, "nobody belongs to it", "see RESYNC_HELPDESK_GROUP")]
    found = [Line(name, detail=f"{len(agents)} people")]
    return found + (await _readers(bot.world.roster) if isinstance(bot.world.roster, GroupInTeam) else [])


async def _readers(roster: GroupInTeam) -> list[Line]:
    """Whether the channel is the helpdesk's own: what is written in its threads is about people."""
    name = "only the helpdesk reads its channel"
    try:
        strangers = await roster.strangers()
    except RosterUnknown as error:
        told = f"the channel's team could not be seen ({error})"
        return [Line(name, State.MISSING, told, "see the helpdesk channel above")]
    if not strangers:
        return [Line(name)]
    some = ", ".join(strangers[:5])
    mend = "take them out of the team, or into RESYNC_HELPDESK_GROUP"
    return [Line(name, State.BROKEN, f"these do not belong to RESYNC_HELPDESK_GROUP: {some}", mend)]
