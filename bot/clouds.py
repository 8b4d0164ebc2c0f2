"""Microsoft's clouds: the addresses of each, and what does not exist there. A table; it asks nobody.

GCC is the worldwide cloud but for the host from which its Teams is answered.
Login and Graph: https://learn.microsoft.com/graph/deployments
Teams (login, scope, issuer, keys, service hosts):
https://github.com/microsoft/teams.ts/blob/main/packages/api/src/auth/cloud-environment.ts, and, for the service hosts,
https://microsoft.github.io/Agents-for-js/variables/_microsoft_agents-hosting.TeamsServiceEndpoints.html
Apps for people: https://learn.microsoft.com/graph/teamwork-national-cloud-differences
Files of bots: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
Whom an exchanged token is for: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
SharePoint's names are those that public tools compare with; no page of Microsoft's was found that lists them all:
https://pnp.github.io/powershell/articles/nationalclouds.html
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Cloud:
    """One cloud. Addresses are without a closing slash; an empty one is not known."""

    called: str
    login_url: str
    graph_url: str
    sharepoint: str  # how the names of its SharePoint hosts end
    bot_login_url: str
    bot_scope: str
    bot_openid_url: str
    bot_issuer: str
    service_hosts: tuple[str, ...]
    photo_url: str
    profile_url: str
    entra: str  # the admin center
    exchange: str  # whom a token must be meant for that stands for the application's own proof
    files: bool  # whether Teams takes files from bots
    diagnostics: bool  # whether the admin center has Picture Sync and its kin (domain: 4.4)
    apps: bool  # whether an application may install Teams' apps for people


def _us(called: str, graph: str, sharepoint: str, service: str) -> Cloud:
    return Cloud(
        called,
        login_url="https://login.microsoftonline.us",
        graph_url=graph,
        sharepoint=sharepoint,
        bot_login_url="https://login.microsoftonline.us",
        bot_scope="https://api.botframework.us/.default",
        bot_openid_url="https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        bot_issuer="https://api.botframework.us",
        service_hosts=(service,),
        photo_url="",  # no page of Microsoft's own names it
        profile_url="",
        entra="https://entra.microsoft.us",
        exchange="api://AzureADTokenExchangeUSGov",
        files=False,
        diagnostics=False,
        apps=False,
    )


_ANSWERED = ("smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net")


def _commercial(called: str, *services: str) -> Cloud:
    return Cloud(
        called,
        login_url="https://login.microsoftonline.com",
        graph_url="https://graph.microsoft.com",
        sharepoint="sharepoint.com",
        bot_login_url="https://login.microsoftonline.com",
        bot_scope="https://api.botframework.com/.default",
        bot_openid_url="https://login.botframework.com/v1/.well-known/openidconfiguration",
        bot_issuer="https://api.botframework.com",
        service_hosts=(*services, *_ANSWERED, "*.botframework.com"),
        photo_url="https://myaccount.microsoft.com",
        profile_url="https://www.microsoft365.com",
        entra="https://entra.microsoft.com",
        exchange="api://AzureADTokenExchange",
        files=True,
        diagnostics=True,
        apps=True,
    )


WORLDWIDE = "worldwide"
CLOUDS = {
    WORLDWIDE: _commercial("worldwide"),
    "gcc": _commercial("GCC", "smba.infra.gcc.teams.microsoft.com"),
    "gcc-high": _us("GCC High", "https://graph.microsoft.us", "sharepoint.us", "smba.infra.gov.teams.microsoft.us"),
    "dod": _us("DoD", "https://dod-graph.microsoft.us", "sharepoint-mil.us", "smba.infra.dod.teams.microsoft.us"),
    "china": Cloud(
        "operated by 21Vianet",
        login_url="https://login.chinacloudapi.cn",
        graph_url="https://microsoftgraph.chinacloudapi.cn",
        sharepoint="sharepoint.cn",
        # As in Teams' own SDK; Graph's page names the other host.
        bot_login_url="https://login.partner.microsoftonline.cn",
        bot_scope="https://api.botframework.azure.cn/.default",
        bot_openid_url="https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        bot_issuer="https://api.botframework.azure.cn",
        service_hosts=("frontend.botapi.msg.infra.teams.microsoftonline.cn",),
        photo_url="",
        profile_url="",
        entra="",
        exchange="api://AzureADTokenExchangeChina",
        files=False,
        diagnostics=False,
        apps=False,
    ),
}


def foreign(host: str, cloud: str) -> Iterator[str]:
    """The clouds to whose SharePoint this host belongs, where that is not this one's. A name of its own is nobody's."""
    owners = [name for name, one in CLOUDS.items() if f".{host}".lower().endswith(f".{one.sharepoint}")]
    if cloud not in owners:
        yield from owners
