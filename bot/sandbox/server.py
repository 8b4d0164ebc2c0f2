"""The sandbox: all simulated hosts in one event loop, each on its own port, and the settings that lead to them."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
import tempfile
from pathlib import Path
from types import TracebackType

import aiohttp
import trustme
from aiohttp import web

from bot.sandbox.addresses import Addresses
from bot.sandbox.connector import Connector
from bot.sandbox.desks import Desks
from bot.sandbox.graph import Graph
from bot.sandbox.login import IDENTITY_ID, Login
from bot.sandbox.person import APP_ID, APP_URI, HELPDESK_GROUP, TENANT_ID, Person
from bot.sandbox.rim import watch
from bot.sandbox.sharepoint import SharePoint
from bot.sandbox.signing import Certificate
from bot.sandbox.team import HELPDESK_CHANNEL, TEAM_ID
from bot.sandbox.teams import BotFailed, TeamsClient
from bot.sandbox.world import World

HOST = "127.0.0.1"
_SHAREPOINT = ("root", "my", "admin", "geo")


class Sandbox:
    """The simulated Microsoft 365 and Teams. Use it as a context manager, or call start and stop.

    `scene` names the person whose tenant-level situation holds; `folder` is where the files go (by default one that is
    removed at the end); with `certificate=False` the settings carry a client secret, which SharePoint refuses.
    """

    def __init__(self, *, scene: str = "sanne", folder: Path | None = None, certificate: bool = True) -> None:
        self.world = World(scene)
        self.addresses = Addresses()
        self._with_certificate = certificate
        self._folder, self._folder_is_ours = folder, folder is None
        self._runners: list[web.AppRunner] = []
        self._clients: list[TeamsClient] = []
        self.certificate = Certificate("Resync (sandbox)")
        self.login = Login(self.world, self.addresses, self.certificate)
        self.connector = Connector(self.world, self.addresses, self.login)
        self.desks = Desks(self.world, self.addresses)
        self._bringing: list[asyncio.Task[bool]] = []
        self.endpoint = ""  # where the bot is registered to take messages; "" while nobody serves there

    async def start(self) -> None:
        try:
            await self._start()
        except BaseException:  # half started, cancelled too: what listens already is closed
            await self.stop()
            raise

    async def _start(self) -> None:
        folder = self._folder or Path(tempfile.mkdtemp(prefix="resync-sandbox-"))
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        authority = trustme.CA()
        authority.cert_pem.write_to_path(self.ca_file)
        self.certificate_file.touch(mode=0o600)
        self.certificate_file.write_bytes(self.certificate.pem())
        self.tls = ssl.create_default_context(cafile=str(self.ca_file))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost", HOST).configure_cert(context)
        sharepoint = {name: SharePoint(self.world, self.addresses, self.login, name).app() for name in _SHAREPOINT}
        graph = Graph(self.world, self.addresses, self.login, self.connector, self._bring).app()
        apps = {"login": self.login.app(), "graph": graph, **sharepoint, "bot": self.connector.app()}
        apps |= self.desks.apps()
        # All ports first: what a host answers names the others.
        listening = {name: _listen() for name in apps}
        for name, sock in listening.items():
            setattr(self.addresses, name, f"https://{HOST}:{sock.getsockname()[1]}")
        for name, app in apps.items():
            app.middlewares.insert(0, watch(self.world, "sharepoint" if name in _SHAREPOINT else name))
            runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
            self._runners.append(runner)
            await runner.setup()
            await web.SockSite(runner, listening[name], ssl_context=context).start()

    async def stop(self) -> None:
        for task in self._bringing:
            task.cancel()
        for client in self._clients:
            await client.close()
        for runner in self._runners:
            await runner.cleanup()
        self._runners.clear()
        if self._folder_is_ours and self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    async def __aenter__(self) -> Sandbox:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def ca_file(self) -> Path:
        """The authority that signed the hosts' certificates."""
        return self._file("ca.pem")

    @property
    def certificate_file(self) -> Path:
        """The bot's certificate and key, registered with the sign-in service."""
        return self._file("bot.pem")

    def _file(self, name: str) -> Path:
        if self._folder is None:
            raise RuntimeError("the sandbox has not been started")
        return self._folder / name

    @property
    def app_id(self) -> str:
        return APP_ID

    @property
    def tenant_id(self) -> str:
        return TENANT_ID

    @property
    def app_uri(self) -> str:
        """For RESYNC_SSO_URI: with it, the bot asks people's clients for their sign-in."""
        return APP_URI

    @property
    def helpdesk_team(self) -> str:
        """Teams' id of the team in which `world.agents` are."""
        return TEAM_ID

    @property
    def helpdesk_channel(self) -> str:
        """A channel of that team, for `client(…, channel=…)`."""
        return HELPDESK_CHANNEL

    @property
    def helpdesk_group(self) -> str:
        """The group of Entra ID that the team is made on."""
        return HELPDESK_GROUP

    def environment(self) -> dict[str, str]:
        """The settings that point a bot to this sandbox, by name."""
        at = self.addresses
        proof = self.proof("certificate" if self._with_certificate else "secret")
        return {
            "MicrosoftAppId": APP_ID,
            "MicrosoftAppTenantId": TENANT_ID,
            **proof,
            "RESYNC_LOGIN_URL": at.login,
            "RESYNC_GRAPH_URL": at.graph,
            "RESYNC_SHAREPOINT_URL": at.root,
            "RESYNC_SHAREPOINT_MY_URL": at.my,
            "RESYNC_SHAREPOINT_ADMIN_URL": at.admin,
            "RESYNC_SHAREPOINT_GEO_URLS": at.geo,
            "RESYNC_BOT_LOGIN_URL": at.login,
            "RESYNC_BOT_OPENID_URL": at.bot_openid,
            "RESYNC_SERVICE_HOSTS": at.bot.removeprefix("https://"),
            "RESYNC_CA_BUNDLE": str(self.ca_file),
            "RESYNC_WAKING_HOURS": "0-0",  # whoever tries it at night is awake
        }

    def proof(self, kind: str) -> dict[str, str]:
        """The settings by which a bot proves who it is, by the kind that RESYNC_CREDENTIAL names."""
        if kind == "certificate":
            return {"MicrosoftAppCertificatePath": str(self.certificate_file)}
        if kind == "workload-identity":
            file = self._file("federated.jwt")
            file.write_text(self.login.federated_token())
            return {"AZURE_FEDERATED_TOKEN_FILE": str(file)}
        if kind == "managed-identity":
            door = {
                "IDENTITY_ENDPOINT": f"{self.addresses.login}/msi/token",
                "IDENTITY_HEADER": self.login.identity_header,
            }
            return {"RESYNC_IDENTITY_CLIENT_ID": IDENTITY_ID, **door}
        return {"MicrosoftAppPassword": self.login.secret}

    def desk_environment(self, *names: str) -> dict[str, str]:
        """The settings that point a bot to the helpdesk's systems of these names, beside those of `environment`."""
        return self.desks.environment(*names)

    def client(
        self, key: str, *, bot_url: str, locale: str = "en-US", time_zone: str = "Europe/Amsterdam", channel: str = ""
    ) -> TeamsClient:
        """Teams as one person has it open: the chat with the bot or, with `channel`, a channel of a team."""
        person = self.world.people[key]
        client = TeamsClient(
            self.connector, person, bot_url, self.tls, locale=locale, time_zone=time_zone, channel=channel
        )
        self._clients.append(client)
        return client

    def _bring(self, person: Person) -> None:
        """Tell the bot that somebody has it now, when they have it."""
        if self.endpoint:
            self._bringing.append(asyncio.create_task(self._brought(person)))

    async def _brought(self, person: Person) -> bool:
        client = self.client(person.key, bot_url=self.endpoint, locale=person.language)
        try:
            return bool(await client.install())
        except (BotFailed, aiohttp.ClientError, TimeoutError):
            return False

    async def brought(self) -> int:
        """Wait until the bot has heard of all to whom Graph gave it; how many of them it has greeted."""
        return sum(await asyncio.gather(*self._bringing))


def _listen() -> socket.socket:
    sock = socket.socket()
    sock.bind((HOST, 0))
    sock.listen(128)
    sock.setblocking(False)
    return sock
