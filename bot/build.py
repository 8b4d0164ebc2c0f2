"""The only place where parts are chosen and joined."""

from __future__ import annotations

import asyncio
import gc
import logging
import ssl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import aiohttp
from aiohttp import web

from bot import __version__
from bot.check import checked
from bot.clouds import CLOUDS
from bot.config import AddressTaken, Settings, SettingsError
from bot.core.ladder import Allowed
from bot.core.limits import Limits
from bot.core.privacy import Retention
from bot.core.tickets import CHANNEL
from bot.flows import cases, conversation, feedback, inbox, showing, sign_in
from bot.helpdesk import open_desks
from bot.helpdesk.channel import TeamsChannel
from bot.helpdesk.inbound import Inbound
from bot.helpdesk.roster import GroupInTeam
from bot.language.understanding import listener
from bot.ports import Clock, Conversation, HelpDesk, Reply, Roster, Turn, World
from bot.promises import Engine
from bot.store import Database
from bot.teams import Handlers, Teams
from bot.tenant import Microsoft365
from bot.tenant.channel import ChannelReader
from bot.tenant.http import Caller
from bot.tenant.roster import GroupRoster
from bot.tokens import SignInRefused, Tokens

log = logging.getLogger(__name__)

# SharePoint asks for this form, and treats traffic without it worse (domain: 4.6).
USER_AGENT = f"NONISV|Resync|Resync/{__version__}"

# SharePoint's own editor of a profile, which still takes a photo (domain: 1.6). The id is the same in every tenant.
EDITOR = "/_layouts/15/editprofile.aspx?UserSettingsProvider=dfb95e82-8132-404b-b693-25418fdac9b6"


class SystemClock:
    """Implements ports.Clock; with a `scale` time goes that many times faster from `epoch` on, for tests and demos."""

    def __init__(self, scale: int = 1) -> None:
        self._scale, self.epoch = scale, datetime.now(UTC)

    def now(self) -> datetime:
        real = datetime.now(UTC)
        return self.epoch + (real - self.epoch) * self._scale if self._scale > 1 else real


class Bot:
    """The running bot: its world, its door to Teams and its health."""

    def __init__(self, settings: Settings, session: aiohttp.ClientSession, clock: Clock) -> None:
        self.settings, self.session = settings, session
        # What Teams repeats, it repeats in real time, whatever the time of promises is.
        self.store = Database(settings.database_url, SystemClock() if settings.time_scale > 1 else clock)
        self.tokens = Tokens(settings, self.store)
        shared = not settings.database_url.startswith("sqlite")
        self.engine = Engine(settings.database_url, settings.time_scale, shared)
        self.teams = Teams(
            settings=settings,
            session=session,
            store=self.store,
            token=self.tokens.for_bot_connector,
            handlers=Handlers(self._answer, self._fallback, self._pending, self._shown, self._pressed, self._signed_in),
        )
        caller = Caller(session, self.tokens.for_microsoft_365, USER_AGENT, clock.now, settings.time_scale)
        self.tenant = Microsoft365(settings, caller, clock, self.tokens.in_the_name_of, self.tokens.people)
        self._reader = ChannelReader(settings.graph_url, caller, settings.app_id)
        self.roster = self._roster(caller)
        self.world = World(
            tenant=self.tenant,
            store=self.store,
            channel=self.teams.channel,
            promises=self.engine,
            clock=clock,
            allowed=Allowed(
                guide=settings.allow_guide,
                ask=settings.allow_ask,
                as_person=settings.allow_as_person and bool(settings.sso_uri),
                republish=settings.allow_republish,
                repair=settings.allow_repair,
            ),
            limits=Limits(timedelta(minutes=settings.pause), settings.hourly),
            waking=settings.waking,
            sso_uri=settings.sso_uri,
            auto_escalate=settings.auto_escalate,
            desks=self._desks(session, clock),
            roster=self.roster if CHANNEL in settings.desks else None,
            thumbnails=settings.thumbnails,
            reply_within=settings.first_reply_within,
            binds=bool(settings.helpdesk_group) and not settings.helpdesk_channel,
            leads=settings.helpdesk_leads,
            time_scale=settings.time_scale,
            language=settings.language,
            diagnostics=CLOUDS[settings.cloud].diagnostics,
            photo_url=settings.photo_url,
            profile_url=settings.profile_url,
            keeps_misses=settings.keep_misses,
            retention=Retention(settings.keep_cases, settings.keep_observations, settings.keep_removed),
            privacy_url=settings.privacy_url,
            sends_files=settings.sends_files,
            editor_url=settings.sharepoint_my_url + EDITOR,
            helpdesk_contact=settings.helpdesk_contact,
            proof=self.tokens.proof,
            check=lambda: checked(self),
            helpdesk_channel=self.helpdesk_channel,
        )

    def _roster(self, caller: Caller) -> Roster:
        """Who belongs to the helpdesk: the members of a group or, without one, of the channel's team."""
        team = self.teams.roster(self.helpdesk_channel)
        if not self.settings.helpdesk_group:
            return team
        return GroupInTeam(GroupRoster(self.settings.graph_url, caller, self.settings.helpdesk_group), team)

    def _desks(self, session: aiohttp.ClientSession, clock: Clock) -> dict[str, HelpDesk]:
        """The places where the helpdesk works, by name."""
        desks = open_desks(self.settings, session, self.tokens.for_microsoft_365, clock.now)
        if CHANNEL in self.settings.desks:
            settings, channel = self.settings, self.teams.channel
            desks[CHANNEL] = TeamsChannel(
                *(channel, self.roster, self._written, clock, self.helpdesk_channel, settings.language),
                leads=settings.helpdesk_leads,
                refreshes=not settings.demo,
            )
        return desks

    async def helpdesk_channel(self) -> Conversation | None:
        """The helpdesk's channel. Until somebody has written there, Teams is reached as it is for anybody."""
        bound = await self.store.bound()
        if bound is None or bound.service_url:
            return bound
        near = await self.store.any_chat()
        return replace(bound, service_url=near.service_url, bot=near.bot) if near else None

    async def _written(self, channel: Conversation, since: datetime, thread: str = "") -> list[tuple[str, str]] | None:
        """What the bot has written in the helpdesk's channel; None where it may not look."""
        group = await self.teams.team_group(channel)
        return await self._reader.messages(group, channel.channel, thread, since)

    async def bind(self) -> None:
        """Make the channel that the settings name the helpdesk's."""
        settings, bound = self.settings, await self.store.bound()
        if settings.helpdesk_channel and (bound is None or bound.id != settings.helpdesk_channel):
            own = f"28:{settings.app_id}"
            at = Conversation(settings.helpdesk_channel, "", settings.tenants[0], "", "", own, kind="channel")
            await self.store.bind(at)
            await self.store.refile(CHANNEL)

    def inbound(self) -> Inbound:
        """The door for what desks bring by themselves."""
        names = [name for name in self.world.desks if name != CHANNEL]
        return Inbound(self.settings.desk_secret, names, lambda news: inbox.took(self.world, news))

    async def _answer(self, turn: Turn) -> Reply | None:
        return await conversation.answer(self.world, turn)

    async def _signed_in(self, turn: Turn) -> Turn | None:
        return await sign_in.came(self.world, turn)

    def _fallback(self, turn: Turn) -> Reply:
        return conversation.fallback(self.world, turn)

    def _pending(self, turn: Turn) -> Reply:
        return conversation.pending(self.world, turn)

    async def _shown(self, reply: Reply, where: Conversation, message: str) -> None:
        """Keep which message shows a case, so that it can be changed in place later, and what may be rated."""
        if reply.case:
            await cases.change(self.world, reply.case, lambda case: case.shown_on(message, where.id))
        if reply.ticket and where.kind == "personal":
            await self.store.ticket_shown(reply.ticket, where.id, message)
        await feedback.shown(self.world, reply, where, message)

    async def _pressed(self, reply: Reply, where: Conversation, message: str) -> None:
        await showing.pressed(self.world, reply, where, message)

    async def health(self) -> dict[str, bool]:
        """What the bot needs to work, and whether it has it."""
        database, engine, token = await asyncio.gather(self.store.healthy(), self.engine.healthy(), self._token_ready())
        return {"database": database, "engine": engine, "token": token}

    async def _token_ready(self) -> bool:
        try:
            await self.tokens.for_microsoft_365(self.settings.graph_url)
            if not self.settings.demo:
                await self.tokens.for_bot_connector()
        except SignInRefused:
            return False
        return True


def _trust(settings: Settings) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=str(settings.ca_bundle) if settings.ca_bundle else None)
    except ssl.SSLError as error:
        raise SettingsError([f"RESYNC_CA_BUNDLE is wrong: {settings.ca_bundle} holds no certificates"]) from error
    except OSError as error:
        problem = f"RESYNC_CA_BUNDLE is wrong: {settings.ca_bundle} cannot be read: {error.strerror}"
        raise SettingsError([problem]) from error


async def _settled() -> None:
    """The language is known before somebody says something; and what is there for good is not searched for garbage."""
    await asyncio.to_thread(listener)
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # Python's own 700 was a tenth of a turn's time; turns leave few cycles behind


@asynccontextmanager
async def running(settings: Settings, clock: Clock | None = None, promises: bool = True) -> AsyncIterator[Bot]:
    """A bot with everything open that it needs; all of it is closed again at the end.

    Without `promises` it only looks: it does nothing that another process, which serves people, has promised to do.
    """
    async with AsyncExitStack() as stack:
        trust = _trust(settings)
        # By host, so that one which hangs does not keep calls to others waiting; a diagnosis needs three at once.
        connector = aiohttp.TCPConnector(ssl=trust, limit=0, limit_per_host=200)
        jar = aiohttp.DummyCookieJar()  # who one call is made for is no business of the next one
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=connector, cookie_jar=jar))
        own_clock = SystemClock(settings.time_scale)
        bot = Bot(settings, session, clock or own_clock)
        stack.push_async_callback(bot.store.close)
        await bot.store.open()
        # Every process that shares the database shares its time, also after a restart.
        own_clock.epoch = await bot.store.epoch(settings.time_scale)
        await bot.bind()
        if settings.time_scale > 1:
            log.warning("RESYNC_TIME_SCALE is set: for testing only", extra={"times_faster": settings.time_scale})
        # Closed from the last to the first: turns and steps that are under way need what is closed after them.
        stack.callback(bot.tokens.close)
        stack.callback(bot.tenant.close)
        if promises:
            learning = asyncio.create_task(_settled())
            stack.push_async_callback(lambda: learning)
            stack.push_async_callback(bot.engine.close)
            await bot.engine.open(bot.world)
        stack.push_async_callback(bot.teams.close)
        yield bot


def application(bot: Bot) -> web.Application:
    """The HTTP side: Teams' messages and the two health pages."""

    async def alive(_: web.Request) -> web.Response:
        return web.json_response({"alive": True, "version": __version__})

    async def ready(_: web.Request) -> web.Response:
        health = await bot.health()
        return web.json_response(health, status=200 if all(health.values()) else 503)

    app = web.Application()
    app.add_routes(
        [*bot.teams.routes(), *bot.inbound().routes(), web.get("/healthz", alive), web.get("/readyz", ready)]
    )
    return app


@asynccontextmanager
async def serving(bot: Bot, shared: bool = False) -> AsyncIterator[str]:
    """The bot on its port; yields its address. Other processes may listen there, too, where it is `shared`.

    Requests that are being answered at the end are finished first.
    """
    runner = web.AppRunner(application(bot), access_log=None, shutdown_timeout=10)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, bot.settings.host, bot.settings.port, reuse_port=shared or None).start()
        except OSError as error:
            where = f"{bot.settings.host}:{bot.settings.port}"
            raise AddressTaken(f"cannot listen on {where}: {error.strerror or error}") from error
        port = runner.addresses[0][1]
        host = "127.0.0.1" if bot.settings.host in ("0.0.0.0", "::") else bot.settings.host
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()
