"""The helpdesk's systems, one file each, chosen by name. The channel in Teams is opened elsewhere: see `channel`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import aiohttp

from bot.config import Settings
from bot.helpdesk.jira import Jira
from bot.helpdesk.mail import Mail, Token
from bot.helpdesk.servicenow import ServiceNow
from bot.helpdesk.webhook import Webhook
from bot.helpdesk.zendesk import Zendesk
from bot.ports import HelpDesk

__all__ = ["DESKS", "open_desks"]

Now = Callable[[], datetime]
Opening = Callable[[Settings, aiohttp.ClientSession, Token, Now], HelpDesk]


def _mail(settings: Settings, session: aiohttp.ClientSession, token: Token, now: Now) -> HelpDesk:
    return Mail(session, token, settings.graph_url, settings.mail_from, settings.mail_to)


def _webhook(settings: Settings, session: aiohttp.ClientSession, token: Token, now: Now) -> HelpDesk:
    return Webhook(session, settings.webhook_url, settings.webhook_secret, f"/resync/{settings.tenant_id}")


def _servicenow(settings: Settings, session: aiohttp.ClientSession, token: Token, now: Now) -> HelpDesk:
    return ServiceNow(session, settings.servicenow_url, settings.servicenow_user, settings.servicenow_password)


def _jira(settings: Settings, session: aiohttp.ClientSession, token: Token, now: Now) -> HelpDesk:
    return Jira(
        session,
        settings.jira_url,
        settings.jira_user,
        settings.jira_token,
        settings.jira_service_desk,
        settings.jira_request_type,
        now,
    )


def _zendesk(settings: Settings, session: aiohttp.ClientSession, token: Token, now: Now) -> HelpDesk:
    return Zendesk(session, settings.zendesk_url, settings.zendesk_user, settings.zendesk_token)


DESKS: dict[str, Opening] = {
    "mail": _mail,
    "webhook": _webhook,
    "servicenow": _servicenow,
    "jira": _jira,
    "zendesk": _zendesk,
}


def open_desks(
    settings: Settings, session: aiohttp.ClientSession, token: Token, now: Now = lambda: datetime.now(UTC)
) -> dict[str, HelpDesk]:
    """Those that the settings choose, by name; `token` gives the application's own for a Microsoft 365 resource.

    `now` is the time that `news(since)` is told in; signatures go by the real one.
    """
    return {name: DESKS[name](settings, session, token, now) for name in settings.desks if name in DESKS}
