"""Each desk on its simulated system, with what a test needs to look at there."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.config import Settings
from bot.core.tickets import RULES, Dossier, Entry, Filed, Side, Status, Ticket
from bot.helpdesk.jira import Jira
from bot.helpdesk.mail import Mail
from bot.helpdesk.servicenow import ServiceNow
from bot.helpdesk.webhook import Webhook
from bot.helpdesk.zendesk import Zendesk
from bot.ports import HelpDesk
from bot.sandbox import Sandbox
from bot.sandbox.desks.jira import rendered
from bot.sandbox.faults import Fault
from bot.tokens import Tokens

NAMES = ("mail", "webhook", "servicenow", "jira", "zendesk")
HASTE, PATIENCE = 0.2, 10.0  # seconds
AT = datetime(2026, 11, 24, 10, 11, 12, tzinfo=UTC)
OPENED_AT = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=2)
SYSTEMS = ("servicenow", "jira", "zendesk")
Text = tuple[bool, str]  # may the person read it, and what people see there


def ticket(**changes: Any) -> Ticket:
    about = Ticket(
        number=17,
        key="k",
        person="0d5c7b1e-0000-4c3d-9e8b-1f4a5d6c7e80",
        opened_at=OPENED_AT,
        name="Sanne de Vries",
        login="sanne.devries@fjordpolder.example",
        words="My photo is old.",
        tried="Signed out and in.",
        contact="by phone",
        verdict="behind",
        findings=("sharepoint_behind", "pull_due"),
        bundle={
            "seen_at": "2026-11-24T10:11:12+00:00",
            "facts": {"SPS-PictureTimestamp": "2025-01-01 00:00:00Z"},
            "unknown": {"policy": {"reason": "forbidden", "permission": "Graph: PeopleSettings.Read.All"}},
            "tried": [{"what": "ask", "at": "2026-11-23T10:00:00+00:00", "outcome": "done"}],
            "diagnostics": [{"name": "Picture Sync", "url": "https://aka.ms/PillarPictureSync", "user": "sanne@x"}],
            "said": [{"at": "2026-11-24T10:00:00+00:00", "by": "person", "text": "why is my photo old?"}],
        },
    )
    return replace(about, **changes)


def entry(what: str, number: int = 2, text: str = "", **changes: Any) -> Entry:
    side = next(side for side in (Side.HELPDESK, Side.PERSON, Side.BOT) if side in RULES[what].by)
    return replace(Entry(17, number, AT, side, what, by="a1", name="Noor Bakker", text=text), **changes)


def dossier(*entries: Entry, **changes: Any) -> Dossier:
    return Dossier(ticket(**changes), (entry("opened", 1), *entries))


@dataclass
class Place:
    """A desk, and the system behind it: `count` tickets are there, with `texts`, the description first."""

    name: str
    host: str  # for faults
    making: str  # path of the call that makes a ticket
    open: Callable[[float], HelpDesk]
    sandbox: Sandbox
    system: Any
    count: Callable[[], int]
    texts: Callable[[Filed], list[Text]]
    standing: Callable[[Filed], str] = field(default=lambda filed: "")
    lock_out: Callable[[], None] = field(default=lambda: None)

    def __post_init__(self) -> None:
        self.desk = self.open(PATIENCE)

    def hurry(self) -> None:
        """Wait for no answer for long."""
        self.desk = self.open(HASTE)

    def fault(self, path: str = "", **trouble: Any) -> Fault:
        return self.sandbox.world.faults.add(host=self.host, path=path or self.making, **trouble)

    async def reached(self, fault: Fault) -> None:
        """Wait until the system has what was sent to it."""
        async with asyncio.timeout(5):
            while not fault.hits:
                await asyncio.sleep(0.01)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def settings(sandbox: Sandbox) -> Settings:
    return Settings.from_mapping(sandbox.environment() | sandbox.desk_environment(*NAMES))


@pytest.fixture
async def session(settings: Settings) -> AsyncIterator[aiohttp.ClientSession]:
    trust = ssl.create_default_context(cafile=str(settings.ca_bundle))
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trust)) as session:
        yield session


def _mail(sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession) -> Place:
    sent = sandbox.world.sent
    token = Tokens(settings).for_microsoft_365
    return Place(
        name="mail",
        host="graph",
        making="sendMail",
        open=lambda patience: Mail(session, token, settings.graph_url, settings.mail_from, settings.mail_to, patience),
        sandbox=sandbox,
        system=sent,
        count=lambda: sum(one["internetMessageHeaders"][1]["value"].count("-") == 2 for one in sent),
        texts=lambda filed: [(True, one["body"]["content"]) for one in sent],
        lock_out=lambda: sandbox.world.graph_roles.discard("Mail.Send"),
    )


def _webhook(sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession) -> Place:
    hook = sandbox.desks.webhook
    return Place(
        name="webhook",
        host="webhook",
        making="hook",
        open=lambda patience: Webhook(
            session, settings.webhook_url, settings.webhook_secret, "/resync/t", patience=patience
        ),
        sandbox=sandbox,
        system=hook,
        count=lambda: len(hook.of("opened")),
        texts=lambda filed: [
            *((True, one["description"]) for one in hook.of("opened")),
            *((one["entry"]["public"], one["entry"]["text"]) for one in hook.of("entry")),
        ],
        standing=lambda filed: hook.of("status")[-1]["ticket"]["status"],
        lock_out=lambda: setattr(hook, "secret", "another"),
    )


def _servicenow(sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession) -> Place:
    system = sandbox.desks.servicenow
    proof = settings.servicenow_user, settings.servicenow_password
    return Place(
        name="servicenow",
        host="servicenow",
        making=r"table/incident\?sysparm_fields=sys_id%2Cnumber&sysparm_exclude",
        open=lambda patience: ServiceNow(session, settings.servicenow_url, *proof, patience),
        sandbox=sandbox,
        system=system,
        count=lambda: len(system.incidents),
        texts=lambda filed: [(True, system.incident(filed.id)["description"]), *system.texts(filed.id)],
        standing=lambda filed: system.incident(filed.id)["state"],
        lock_out=lambda: setattr(system, "password", "another"),
    )


def _jira(sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession) -> Place:
    system = sandbox.desks.jira
    proof = settings.jira_user, settings.jira_token, settings.jira_service_desk, settings.jira_request_type
    return Place(
        name="jira",
        host="jira",
        making="servicedeskapi/request$",
        open=lambda patience: Jira(session, settings.jira_url, *proof, settles=0.05, patience=patience),
        sandbox=sandbox,
        system=system,
        count=lambda: len(system.issues),
        texts=lambda filed: [(True, rendered(system.issue(filed.id).description)), *system.texts(filed.id)],
        standing=lambda filed: system.status(filed.id),
        lock_out=lambda: setattr(system, "token", "another"),
    )


def _zendesk(sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession) -> Place:
    system = sandbox.desks.zendesk
    return Place(
        name="zendesk",
        host="zendesk",
        making="tickets.json$",
        open=lambda patience: Zendesk(
            session, settings.zendesk_url, settings.zendesk_user, settings.zendesk_token, patience
        ),
        sandbox=sandbox,
        system=system,
        count=lambda: len(system.tickets),
        texts=lambda filed: system.texts(filed.id),
        standing=lambda filed: system.ticket(filed.id).status,
        lock_out=lambda: setattr(system, "token", "another"),
    )


_PLACES = {"mail": _mail, "webhook": _webhook, "servicenow": _servicenow, "jira": _jira, "zendesk": _zendesk}


@pytest.fixture(params=NAMES)
def place(
    request: pytest.FixtureRequest, sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession
) -> Place:
    """Every desk in turn."""
    return _PLACES[request.param](sandbox, settings, session)


@pytest.fixture(params=SYSTEMS)
def system(
    request: pytest.FixtureRequest, sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession
) -> Place:
    """Those whose people work in them."""
    return _PLACES[request.param](sandbox, settings, session)


def resolved(**changes: Any) -> Dossier:
    """A ticket that the helpdesk has resolved in the channel."""
    return dossier(
        entry("reply", 2, "We look at it."),
        entry("resolved", 3, "fixed\nIt works now."),
        status=Status.RESOLVED,
        reason="fixed",
        **changes,
    )
