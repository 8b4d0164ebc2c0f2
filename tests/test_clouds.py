"""One setting chooses a cloud: each address as a table, each can be overridden, and tokens are asked for there."""

from __future__ import annotations

from typing import Any

import pytest

from bot.check import access
from bot.clouds import CLOUDS
from bot.config import Settings, SettingsError
from bot.core.bundle import bundle
from bot.core.capabilities import INSTALL
from bot.teams.admission import service_allowed
from bot.tokens import Tokens
from tests.core.test_rules import BEHIND

TENANT = "22222222-2222-2222-2222-222222222222"
LEAST = {"MicrosoftAppId": "11111111-1111-1111-1111-111111111111", "MicrosoftAppTenantId": TENANT}
LEAST |= {"MicrosoftAppPassword": "s"}
US_KEYS = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration"

# cloud: SharePoint, sign-in, Graph, the bot's sign-in, its scope, issuer, keys, where answers go
TABLE = {
    "worldwide": (
        "contoso.sharepoint.com", "login.microsoftonline.com", "graph.microsoft.com", "login.microsoftonline.com",
        "https://api.botframework.com/.default", "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration", "smba.trafficmanager.net",
    ),
    "gcc": (
        "contoso.sharepoint.com", "login.microsoftonline.com", "graph.microsoft.com", "login.microsoftonline.com",
        "https://api.botframework.com/.default", "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration", "smba.infra.gcc.teams.microsoft.com",
    ),
    "gcc-high": (
        "contoso.sharepoint.us", "login.microsoftonline.us", "graph.microsoft.us", "login.microsoftonline.us",
        "https://api.botframework.us/.default", "https://api.botframework.us", US_KEYS,
        "smba.infra.gov.teams.microsoft.us",
    ),
    "dod": (
        "contoso.sharepoint-mil.us", "login.microsoftonline.us", "dod-graph.microsoft.us", "login.microsoftonline.us",
        "https://api.botframework.us/.default", "https://api.botframework.us", US_KEYS,
        "smba.infra.dod.teams.microsoft.us",
    ),
    "china": (
        "contoso.sharepoint.cn", "login.chinacloudapi.cn", "microsoftgraph.chinacloudapi.cn",
        "login.partner.microsoftonline.cn", "https://api.botframework.azure.cn/.default",
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "frontend.botapi.msg.infra.teams.microsoftonline.cn",
    ),
}  # fmt: skip


def settings(cloud: str = "worldwide", **changes: str) -> Settings:
    own = {"RESYNC_CLOUD": cloud, "RESYNC_SHAREPOINT_URL": f"https://{TABLE[cloud][0]}"}
    return Settings.from_mapping(LEAST | own | changes)


def problems(**changes: str) -> list[str]:
    with pytest.raises(SettingsError) as error:
        Settings.from_mapping(LEAST | {"RESYNC_SHAREPOINT_URL": "https://contoso.sharepoint.com"} | changes)
    return error.value.problems


def test_what_a_cloud_has_not_is_not_asked_for_there() -> None:
    wanted = {cloud: access.is_wanted(INSTALL, settings(cloud)) for cloud in CLOUDS}
    assert wanted == {"worldwide": True, "gcc": True, "gcc-high": False, "dod": False, "china": False}


def test_the_table_has_every_cloud() -> None:
    assert TABLE.keys() == CLOUDS.keys()


@pytest.mark.parametrize("cloud", TABLE)
def test_a_cloud_brings_its_addresses(cloud: str) -> None:
    root, login, graph, bot_login, scope, issuer, keys, service = TABLE[cloud]
    made, name = settings(cloud), root.partition(".")[2]
    assert (made.login_url, made.graph_url) == (f"https://{login}", f"https://{graph}")
    assert made.bot_login_url == f"https://{bot_login}"
    assert (made.bot_scope, made.bot_issuer, made.bot_openid_url) == (scope, issuer, keys)
    assert (made.sharepoint_my_url, made.sharepoint_admin_url) == (
        f"https://contoso-my.{name}",
        f"https://contoso-admin.{name}",
    )
    assert service_allowed(f"https://{service}/teams/", made)


def test_what_is_not_set_is_worldwide() -> None:
    unset = Settings.from_mapping(LEAST | {"RESYNC_SHAREPOINT_URL": "https://contoso.sharepoint.com"})
    assert unset == settings("worldwide")
    assert (unset.photo_url, unset.profile_url) == ("https://myaccount.microsoft.com", "https://www.microsoft365.com")


@pytest.mark.parametrize("cloud", TABLE)
@pytest.mark.parametrize("other", TABLE)
def test_answers_go_to_no_host_of_another_cloud(cloud: str, other: str) -> None:
    service = f"https://{TABLE[other][-1]}/teams/"
    same = cloud == other or (cloud, other) == ("gcc", "worldwide")  # GCC is a part of the worldwide cloud
    assert service_allowed(service, settings(cloud)) is same


OVERRIDDEN = {
    "RESYNC_LOGIN_URL": "login_url",
    "RESYNC_GRAPH_URL": "graph_url",
    "RESYNC_BOT_LOGIN_URL": "bot_login_url",
    "RESYNC_BOT_SCOPE": "bot_scope",
    "RESYNC_BOT_OPENID_URL": "bot_openid_url",
    "RESYNC_BOT_ISSUER": "bot_issuer",
    "RESYNC_PHOTO_URL": "photo_url",
    "RESYNC_PROFILE_URL": "profile_url",
}


@pytest.mark.parametrize("cloud", TABLE)
@pytest.mark.parametrize(("name", "field"), OVERRIDDEN.items())
def test_each_address_is_overridden_by_its_setting_alone(cloud: str, name: str, field: str) -> None:
    made, plain = settings(cloud, **{name: "https://own.example"}), settings(cloud)
    assert getattr(made, field) == "https://own.example"
    follows = {field, "bot_login_url"} if field == "login_url" else {field}
    assert {one for one in OVERRIDDEN.values() if getattr(made, one) != getattr(plain, one)} == follows


def test_own_service_hosts_replace_the_clouds() -> None:
    made = settings("dod", RESYNC_SERVICE_HOSTS="own.example")
    assert service_allowed("https://own.example/", made)
    assert not service_allowed("https://smba.infra.dod.teams.microsoft.us/teams", made)


def test_a_wrong_name_is_told_the_right_ones() -> None:
    said = problems(RESYNC_CLOUD="gov")
    assert said == ["RESYNC_CLOUD is wrong: must be one of worldwide, gcc, gcc-high, dod, china"]
    assert problems(RESYNC_CLOUD="gov", RESYNC_SHAREPOINT_URL="https://contoso.sharepoint.us") == said, "once"


@pytest.mark.parametrize(
    "url",
    [
        "https://contoso..sharepoint.com",
        f"https://{'a' * 64}.com",
        "https://con toso.com",
        "https://a:b",
        "https://a:99999",
    ],
)
def test_an_address_that_cannot_be_is_refused(url: str) -> None:
    assert problems(RESYNC_GRAPH_URL=url) == ["RESYNC_GRAPH_URL is wrong: must be an address such as https://host"]


def test_a_directory_is_named_by_its_id() -> None:
    said = problems(MicrosoftAppTenantId="contoso.onmicrosoft.com", MicrosoftAppId="Resync")
    assert [one[:42] for one in said] == [
        "MicrosoftAppId is wrong: must be an id suc",
        "MicrosoftAppTenantId is wrong: must be an ",
    ]


@pytest.mark.parametrize(
    ("cloud", "name", "url", "owner"),
    [
        ("gcc-high", "RESYNC_SHAREPOINT_URL", "https://contoso.sharepoint.com", "worldwide or gcc"),
        ("worldwide", "RESYNC_SHAREPOINT_URL", "https://contoso.sharepoint-mil.us", "dod"),
        ("dod", "RESYNC_SHAREPOINT_URL", "https://CONTOSO.SharePoint.us", "gcc-high"),
        ("worldwide", "RESYNC_SHAREPOINT_MY_URL", "https://contoso-my.sharepoint.cn", "china"),
        ("worldwide", "RESYNC_SHAREPOINT_GEO_URLS", "https://contosoeur.sharepoint.us", "gcc-high"),
    ],
)
def test_sharepoint_of_another_cloud_is_refused_and_both_are_named(cloud: str, name: str, url: str, owner: str) -> None:
    own = {"RESYNC_CLOUD": cloud, "RESYNC_SHAREPOINT_URL": f"https://{TABLE[cloud][0]}"}
    (said,) = problems(**own | {name: url})
    assert said.startswith(f"{name} is wrong: ")
    assert said.endswith(f"belongs to RESYNC_CLOUD={owner}, not to {cloud}")


def test_a_name_that_is_no_clouds_is_taken() -> None:
    assert settings("dod", RESYNC_SHAREPOINT_URL="https://notsharepoint.com").sharepoint_url


def test_outside_the_commercial_clouds_a_bot_is_single_tenant() -> None:
    china = {"RESYNC_CLOUD": "china", "RESYNC_SHAREPOINT_URL": "https://contoso.sharepoint.cn"}
    assert problems(MicrosoftAppType="MultiTenant", **china) == [
        "MicrosoftAppType is wrong: in RESYNC_CLOUD=china the bot must be SingleTenant"
    ]
    assert settings("gcc", MicrosoftAppType="MultiTenant").app_type == "MultiTenant"


class Asked:
    """Writes down whom msal would have asked, and for what; it opens no socket."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []

    def request(self, method: str, url: str, **kwargs: Any) -> Any:
        self.calls.append((url, str((kwargs.get("data") or {}).get("scope", ""))))
        raise ConnectionError("nobody is asked")


@pytest.mark.parametrize("cloud", TABLE)
async def test_tokens_are_asked_for_in_the_cloud(cloud: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked()
    monkeypatch.setattr("bot.tokens._Session.request", lambda _, *args, **kwargs: asked.request(*args, **kwargs))
    monkeypatch.setattr("bot.tokens.PAUSES", ())
    made = settings(cloud)
    tokens = Tokens(made)
    for ask in (tokens.for_microsoft_365(made.graph_url), tokens.for_bot_connector()):
        with pytest.raises(Exception, match="ConnectionError"):
            await ask
    hosts = {url.split("/")[2] for url, _ in asked.calls}
    assert hosts == {TABLE[cloud][1], TABLE[cloud][3]}
    assert all(f"/{TENANT}/" in url for url, _ in asked.calls)


@pytest.mark.parametrize("cloud", TABLE)
def test_microsofts_diagnostic_is_offered_only_where_there_is_one(cloud: str) -> None:
    there = cloud in ("worldwide", "gcc")
    made = bundle(None, (), BEHIND, diagnostics=CLOUDS[cloud].diagnostics)
    assert bool(made["diagnostics"]) is there
