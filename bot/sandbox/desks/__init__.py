"""Simulated helpdesk systems: ServiceNow, Jira Service Management, Zendesk and a webhook, each by its own real API."""

from __future__ import annotations

from aiohttp import web

from bot.sandbox.addresses import Addresses
from bot.sandbox.desks.jira import Jira
from bot.sandbox.desks.servicenow import ServiceNow
from bot.sandbox.desks.webhook import Webhook
from bot.sandbox.desks.zendesk import Zendesk
from bot.sandbox.person import DOMAIN
from bot.sandbox.world import World

__all__ = ["Desks"]

MAIL_ROLES = ("Mail.ReadBasic.All", "Mail.Send")
MAIL_FROM, MAIL_TO = f"resync@{DOMAIN}", f"helpdesk@{DOMAIN}"


class Desks:
    """All of them; a test or a demo looks at what they hold, and does there what their people do."""

    def __init__(self, world: World, addresses: Addresses) -> None:
        self._world, self._addresses = world, addresses
        self.servicenow, self.jira, self.zendesk = ServiceNow(world), Jira(world), Zendesk(world)
        self.webhook = Webhook(world)

    def apps(self) -> dict[str, web.Application]:
        return {
            "servicenow": self.servicenow.app(),
            "jira": self.jira.app(),
            "zendesk": self.zendesk.app(),
            "webhook": self.webhook.app(),
        }

    def environment(self, *names: str) -> dict[str, str]:
        """The settings that point a bot to the desks of these names, "mail" among them."""
        at = self._addresses
        settings = {
            "mail": {"RESYNC_MAIL_FROM": MAIL_FROM, "RESYNC_MAIL_TO": MAIL_TO},
            "webhook": {"RESYNC_WEBHOOK_URL": f"{at.webhook}/hook", "RESYNC_WEBHOOK_SECRET": self.webhook.secret},
            "servicenow": {"RESYNC_SERVICENOW_URL": at.servicenow, **self.servicenow.account("RESYNC_SERVICENOW")},
            "jira": {"RESYNC_JIRA_URL": at.jira, **self.jira.account("RESYNC_JIRA")},
            "zendesk": {"RESYNC_ZENDESK_URL": at.zendesk, **self.zendesk.account("RESYNC_ZENDESK")},
        }
        if "mail" in names:  # the administrator has consented
            self._world.graph_roles |= set(MAIL_ROLES)
        chosen = {key: value for name in names for key, value in settings.get(name, {}).items()}
        return {"RESYNC_DESKS": ",".join(names), "RESYNC_DESK_SECRET": self.webhook.secret_of_desks, **chosen}
