"""Door to Microsoft 365: reads everything about one person side by side, and asks SharePoint for a pull."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.config import Settings
from bot.core.facts import Account, Facts
from bot.ports import Clock
from bot.tenant import graph, sharepoint
from bot.tenant.http import Answer, Caller
from bot.tenant.look import Look
from bot.tenant.places import Places


class Microsoft365:
    """Implements ports.Tenant with Microsoft Graph and SharePoint REST."""

    def __init__(self, settings: Settings, caller: Caller, clock: Clock) -> None:
        self.graph = settings.graph_url
        self.mailbox_plans = graph.MAILBOX_PLANS | {plan.lower() for plan in settings.exchange_plans}
        self.sharepoint_plans = graph.SHAREPOINT_PLANS | {plan.lower() for plan in settings.sharepoint_plans}
        self.hosts = sharepoint.Hosts(
            settings.sharepoint_url,
            settings.sharepoint_my_url,
            settings.sharepoint_admin_url,
            settings.sharepoint_geo_urls,
        )
        self.caller, self.clock, self.patience = caller, clock, settings.patience
        self.by_rest: set[str] = set()  # hosts whose files are to be had by REST only
        self.places = Places()
        self._vain: set[asyncio.Task[Any]] = set()

    async def facts_of(self, person: str, site: str = "") -> Facts:
        """Everything there is to know, read side by side; what cannot be read in time is Unknown."""
        return await Look(self, person, site, asyncio.get_running_loop().time() + self.patience).facts()

    async def ask_for_pull(self, facts: Facts) -> bool:
        """Ask for the person's large picture; True if SharePoint answered."""
        place = self.places.of(facts.person)
        name = facts.account.user_principal_name if isinstance(facts.account, Account) else place.name if place else ""
        if not name:
            return False
        host = place.host if place and place.host in self.hosts.geos else self.hosts.my
        request = sharepoint.large_picture(host, name, int(self.clock.now().timestamp()))
        answer = await self.caller.ask(request, asyncio.get_running_loop().time() + self.patience)
        # A sign-in page is an answer too, and so is a redirect to one; only a picture says that SharePoint looked.
        return isinstance(answer, Answer) and answer.status == 200 and answer.content_type.startswith("image/")

    def let_go(self, guess: asyncio.Task[Any] | None) -> None:
        """Let a question that was asked in vain come to its end: cancelling it would cost the connection."""
        if guess and not guess.done():
            self._vain.add(guess)
            guess.add_done_callback(self._vain.discard)

    def close(self) -> None:
        """Let go of what is under way."""
        self.caller.close()
        for guess in self._vain:
            guess.cancel()
