"""Where the simulated services listen; known once the sandbox has its ports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Addresses:
    """Base addresses, without a closing slash. The answers of the services name each other by them."""

    login: str = ""
    graph: str = ""
    root: str = ""  # SharePoint
    my: str = ""
    admin: str = ""
    geo: str = ""  # the personal sites of another geography
    bot: str = ""
    servicenow: str = ""
    jira: str = ""
    zendesk: str = ""
    webhook: str = ""

    @property
    def sharepoint(self) -> tuple[str, ...]:
        return (self.root, self.my, self.admin, self.geo)

    @property
    def service_url(self) -> str:
        """The Bot Connector, as activities name it."""
        return f"{self.bot}/emea/"

    @property
    def bot_openid(self) -> str:
        return f"{self.bot}/v1/.well-known/openidconfiguration"

    def my_of(self, geo: str) -> str:
        """The host of the personal sites for a preferredDataLocation."""
        return self.geo if geo else self.my
