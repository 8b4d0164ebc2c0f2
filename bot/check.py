"""What an installation still lacks: one line for each thing that is checked, with the way to mend it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.build import Bot
from bot.core.facts import Reason, Unknown
from bot.core.tickets import Ticket
from bot.helpdesk.roster import GroupInTeam
from bot.language.understanding import listener
from bot.ports import DeskError, HelpDesk, RosterUnknown
from bot.tenant import graph, sharepoint
from bot.tenant.http import Request, unseen
from bot.tokens import SignInRefused

_MEND = {
    Reason.FORBIDDEN: "give the application permission and let an administrator consent to it",
    Reason.UNAUTHORIZED: "check the application id, its certificate or secret, and the tenant id",
    Reason.THROTTLED: "the service is busy: try again later",
    Reason.UNAVAILABLE: "check the address, the network and RESYNC_CA_BUNDLE",
    Reason.TOO_SLOW: "check the network, or raise RESYNC_PATIENCE",
    Reason.MALFORMED: "this address does not answer as Microsoft 365 does",
}
# An id that no account has: a 404 proves that the bot may look.
_NOBODY = "00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True)
class Line:
    """One thing that was checked; `mend` says what to do where it is not ok."""

    name: str
    ok: bool
    mend: str = ""


async def checked(bot: Bot) -> list[Line]:
    """Check everything side by side."""
    base, root = bot.settings.graph_url, bot.settings.sharepoint_url
    reads = {
        "see accounts": graph.user(base, _NOBODY),
        "see photos": graph.photo(base, _NOBODY),
        "see the photo policy": graph.policy(base),
        "see incidents": graph.health(base),
        "see the synchronization": graph.organization(base),
        "see profiles": sharepoint.profile(root, f"nobody@{bot.settings.tenant_id}"),
    }
    found = await asyncio.gather(
        _healthy(bot),
        _token(bot),
        *(_read(bot, f"{name} ({request.permission})", request) for name, request in reads.items()),
        *(_desk(bot, desk) for desk in bot.world.desks.values()),
        _roster(bot),
    )
    return [*_credential(bot), *_understanding(), *(line for group in found for line in group)]


def _credential(bot: Bot) -> list[Line]:
    mend = "" if bot.settings.certificate else "SharePoint refuses a secret: set MicrosoftAppCertificatePath"
    return [Line("a certificate for SharePoint", not mend, mend)]


def _understanding() -> list[Line]:
    lacking = listener().opinions.lacking
    mend = (
        f"it understands less without: pip install -r requirements.txt, on 64-bit Linux ({lacking})" if lacking else ""
    )
    return [Line("language model", not lacking, mend)]


async def _healthy(bot: Bot) -> list[Line]:
    healthy = await bot.store.healthy()
    return [Line("database", healthy, "" if healthy else "check DATABASE_URL")]


async def _token(bot: Bot) -> list[Line]:
    try:
        await bot.tokens.for_bot_connector()
    except SignInRefused as error:
        return [Line("sign-in for Teams", False, str(error))]
    return [Line("sign-in for Teams", True)]


async def _desk(bot: Bot, desk: HelpDesk) -> list[Line]:
    """A desk is asked for a ticket that nobody has."""
    try:
        await desk.find(Ticket(0, "check", "", bot.world.clock.now()))
    except DeskError as error:
        return [Line(f"desk {desk.name}", False, f"see docs/desks.md ({error.code})")]
    return [Line(f"desk {desk.name}", True)]


async def _roster(bot: Bot) -> list[Line]:
    """Whether it can be seen who belongs to the helpdesk, and so whether the bot is in its team."""
    if bot.world.roster is None:
        return []
    name = "see who belongs to the helpdesk"
    try:
        agents = await bot.world.roster.agents()
    except RosterUnknown as error:
        mend = "add the app to the helpdesk's team, let somebody write there, and give the group permission"
        return [Line(name, False, f"{mend} ({error})")]
    found = [Line(name, bool(agents), "" if agents else "nobody belongs to it: see RESYNC_HELPDESK_GROUP")]
    return found + (await _readers(bot.world.roster) if isinstance(bot.world.roster, GroupInTeam) else [])


async def _readers(roster: GroupInTeam) -> list[Line]:
    """Whether the channel is the helpdesk's own: what is written in its threads is about people."""
    name = "only the helpdesk reads its channel"
    try:
        strangers = await roster.strangers()
    except RosterUnknown as error:
        return [Line(name, False, f"the channel's team could not be seen ({error})")]
    some = ", ".join(strangers[:5])
    return [Line(name, not strangers, f"these do not belong to RESYNC_HELPDESK_GROUP: {some}" if some else "")]


async def _read(bot: Bot, name: str, request: Request) -> list[Line]:
    answer = await bot.tenant.caller.ask(request, asyncio.get_running_loop().time() + bot.settings.patience)
    why_not = answer if isinstance(answer, Unknown) else unseen(answer, bot.world.clock.now(), request)
    if why_not is None:
        return [Line(name, True)]
    return [Line(name, False, f"{_MEND.get(why_not.reason, why_not.reason)} ({why_not.detail[:160]})")]
