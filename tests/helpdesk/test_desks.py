"""The settings of desks, what one desk alone does, and the words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.config import DESK_NEEDS, Settings, SettingsError
from bot.core.tickets import RULES, Filed, Side
from bot.helpdesk import DESKS, open_desks, words
from bot.helpdesk.jira import Jira, escaped
from bot.helpdesk.mail import Mail
from bot.helpdesk.servicenow import ServiceNow, plain
from bot.helpdesk.zendesk import Zendesk
from bot.ports import DeskDown, DeskRefused, DeskUncertain
from bot.sandbox import Sandbox
from bot.tokens import SignInRefused, SignInUnavailable
from tests.helpdesk.conftest import NAMES, dossier, entry, ticket

BASE = {
    "MicrosoftAppId": "11111111-1111-1111-1111-111111111111",
    "MicrosoftAppTenantId": "22222222-2222-2222-2222-222222222222",
    "MicrosoftAppPassword": "p",
    "RESYNC_SHAREPOINT_URL": "https://c.sharepoint.com",
}


async def _token(resource: str, refresh: bool = False) -> str:
    return "token"


# -- settings ----------------------------------------------------------------------------------------------------------


async def test_desks_are_opened_that_the_settings_choose(settings: Settings, session: aiohttp.ClientSession) -> None:
    desks = open_desks(settings, session, _token)
    assert {name: desk.name for name, desk in desks.items()} == {name: name for name in NAMES}
    assert open_desks(replace(settings, desks=("channel", "jira")), session, _token).keys() == {"jira"}
    assert set(DESKS) == set(DESK_NEEDS) - {"channel"}


def test_a_desk_without_its_settings_is_a_problem_that_names_them_all() -> None:
    with pytest.raises(SettingsError) as wrong:
        Settings.from_mapping(BASE | {"RESYNC_DESKS": "jira, mail", "RESYNC_JIRA_USER": "x", "RESYNC_PORT": "no"})
    told = "\n".join(wrong.value.problems)
    assert len(wrong.value.problems) == 3
    for name in ("JIRA_URL", "JIRA_TOKEN", "JIRA_SERVICE_DESK", "JIRA_REQUEST_TYPE", "MAIL_FROM", "MAIL_TO", "PORT"):
        assert f"RESYNC_{name}" in told
    assert "RESYNC_JIRA_USER" not in told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RESYNC_DESKS", "mail, phone"),
        ("RESYNC_WEBHOOK_SECRET", "short"),
        ("RESYNC_DESK_SECRET", "short"),
        ("RESYNC_SERVICENOW_URL", "http://contoso.service-now.com"),
        ("RESYNC_MAIL_FROM", "Resync <resync@contoso.com>"),
        ("RESYNC_MAIL_TO", "a@contoso.com, b"),
    ],
)
def test_what_is_wrong_is_said_without_a_secret(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        Settings.from_mapping(BASE | {name: value})
    assert wrong.value.problems[0].startswith(f"{name} is wrong") and "short" not in str(wrong.value)


# -- one desk alone ----------------------------------------------------------------------------------------------------


async def test_jira_finds_what_its_search_does_not_show_yet(
    sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession
) -> None:
    proof = settings.jira_user, settings.jira_token, settings.jira_service_desk, settings.jira_request_type
    desk = Jira(session, settings.jira_url, *proof, settles=0.15)
    filed = await desk.file(dossier())
    sandbox.desks.jira.lag = 0.1
    sandbox.desks.jira.issues[0].created = datetime.now(UTC)
    assert await desk.find(ticket()) == filed


async def test_jira_reads_all_pages(sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession) -> None:
    proof = settings.jira_user, settings.jira_token, settings.jira_service_desk, settings.jira_request_type
    desk = Jira(session, settings.jira_url, *proof, settles=0.0)
    sandbox.desks.jira.page = 1
    filed = [await desk.file(dossier(number=number)) for number in (1, 2, 3)]
    assert [await desk.find(ticket(number=number)) for number in (1, 2, 3)] == filed


def test_jira_takes_nothing_for_markup() -> None:
    for text in (
        "{code}",
        "[a|b]",
        "*b*",
        "_i_",
        "-s-",
        "^x^",
        "~y~",
        "+u+",
        "!p.png!",
        "??c??",
        "(!)",
        "a -- b",
        "a\\{b",
    ):
        plain_signs = escaped(text)
        assert plain_signs != text and plain_signs.replace("\\ ", "\\").replace("\\", "") == text.replace("\\", "")
    assert escaped("resync-17-261124101112 (resync 17-3): a-b C:\\temp") == (
        "resync-17-261124101112 (resync 17-3): a-b C:\\temp"
    )


def test_servicenow_reads_html_as_text() -> None:
    assert plain("a <b> [code]<p>Hello <b>you</b></p>[/code] c") == "a <b> Hello you c"


async def test_servicenow_knows_the_caller(
    sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession
) -> None:
    desk = ServiceNow(session, settings.servicenow_url, settings.servicenow_user, settings.servicenow_password)
    system, person = sandbox.desks.servicenow, sandbox.world.people["sanne"]
    known = await desk.file(dossier(login=person.user_principal_name))
    assert system.incident(known.id)["caller_id"] == person.object_id.replace("-", "")
    for login in ("nobody@x.example", "x^ORactive=true", ""):
        assert "caller_id" not in system.incident((await desk.file(dossier(login=login))).id)
    system.users_closed = True
    assert "caller_id" not in system.incident((await desk.file(dossier(login=person.user_principal_name))).id)
    # What the person writes there is no news of the helpdesk.
    system.comment(known.id, "still old", by=person.user_principal_name)
    assert await desk.news(datetime.now(UTC) - timedelta(minutes=1)) == []
    # The record is found by its number, too.
    assert not await desk.has(Filed(known.id), dossier(), entry("comment"))
    with pytest.raises(DeskRefused):
        await desk.show(Filed("INC1"), dossier())


async def test_servicenow_without_its_journal_still_finds_what_it_has(
    sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    desk = ServiceNow(session, settings.servicenow_url, settings.servicenow_user, settings.servicenow_password)
    filed = await desk.file(dossier())
    sandbox.desks.servicenow.journal_closed = True
    for number, what in ((2, "comment"), (3, "note")):
        await desk.add(filed, dossier(), entry(what, number, "a\nb (resync 17-9):\nc"))
        assert await desk.has(filed, dossier(), entry(what, number))
    assert not await desk.has(filed, dossier(), entry("comment", 9))
    sandbox.desks.servicenow.resolve(filed.id, "Done.")
    assert [one.what for one in await desk.news(datetime.now(UTC) - timedelta(minutes=1))] == ["resolved"]
    assert [record.message for record in caplog.records].count("permission missing") == 1


async def test_zendesk_reads_all_audits_and_knows_a_key_of_something_else(
    sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession
) -> None:
    desk = Zendesk(session, settings.zendesk_url, settings.zendesk_user, settings.zendesk_token)
    sandbox.desks.zendesk.page = 2
    filed = await desk.file(dossier())
    for number in range(2, 8):
        await desk.add(filed, dossier(), entry("comment", number, "x"))
    assert await desk.has(filed, dossier(), entry("comment", 7))
    sandbox.desks.zendesk.comment(filed.id, "by the person", by=9003)
    assert await desk.news(datetime.now(UTC) - timedelta(minutes=1)) == []
    assert (await desk.file(dossier())) == filed  # the same once more, within two hours
    with pytest.raises(DeskUncertain):
        await desk.file(dossier(words="other words"))
    sandbox.desks.zendesk.ticket(filed.id).status = "closed"
    with pytest.raises(DeskRefused):
        await desk.add(filed, dossier(), entry("comment", 9))


async def test_mail_is_sent_again_where_nobody_may_look(
    sandbox: Sandbox, settings: Settings, session: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox.world.graph_roles.discard("Mail.ReadBasic.All")
    stage_token = sandbox.login._issue  # a token without MSAL, which is slow to begin
    form = {"grant_type": "client_credentials", "client_id": sandbox.app_id, "client_secret": sandbox.login.secret}

    async def token(resource: str, refresh: bool = False) -> str:
        return stage_token(sandbox.tenant_id, form | {"scope": f"{resource}/.default"})["access_token"]

    desk = Mail(session, token, settings.graph_url, settings.mail_from, settings.mail_to)
    filed = await desk.file(dossier(priority="high"))
    assert await desk.find(ticket()) is None and not await desk.has(filed, dossier(), entry("comment"))
    assert [record.message for record in caplog.records].count("permission missing") == 1
    mail = sandbox.world.sent[0]
    assert mail["subject"].startswith("[case 17] ") and "\n" not in mail["subject"] and mail["importance"] == "high"
    assert mail["toRecipients"] == [{"emailAddress": {"address": settings.mail_to[0]}}]


@pytest.mark.parametrize(("trouble", "error"), [(SignInUnavailable, DeskDown), (SignInRefused, DeskRefused)])
async def test_without_a_sign_in_no_mail_leaves(
    settings: Settings, session: aiohttp.ClientSession, trouble: type[Exception], error: type[Exception]
) -> None:
    async def token(resource: str, refresh: bool = False) -> str:
        raise trouble("AADSTS7000215")

    with pytest.raises(error):
        await Mail(session, token, settings.graph_url, settings.mail_from, settings.mail_to).file(dossier())


# -- words -------------------------------------------------------------------------------------------------------------


def test_every_entry_has_words_that_name_who_and_hide_ids() -> None:
    for what in RULES:
        one = entry(what, 3, "0d5c7b1e-6a2f Thea Visser" if what in ("taken", "assigned") else "fixed\nbecause")
        text = words.told(one)
        assert words.marked(text) == "17-3" and "0d5c" not in text
    assert words.told(entry("assigned", 3, "id Thea Visser")) == "Noor Bakker gave it to Thea Visser (resync 17-3)"
    assert (
        words.told(entry("resolved", 3, "fixed\nRestart"))
        == "Noor Bakker resolved it (fixed) (resync 17-3):\n> Restart"
    )
    assert words.told(replace(entry("arrived"), name="", side=Side.BOT)) == "The photo has arrived (resync 17-2)"


def test_a_mark_in_somebodys_words_is_none() -> None:
    assert words.marked("see (resync 17-2): above") == ""
    assert words.marked("hello\n(resync 17-2)") == ""
    forged = replace(entry("comment", 3, "x"), name="Eve (resync 17-9)\nmore")
    assert words.marked(words.told(forged)) == "17-3"


@pytest.mark.parametrize(
    "bundle",
    [
        {},
        {"facts": None, "unknown": [], "tried": {}, "diagnostics": "x", "said": 7},
        {"facts": {"a": None}, "unknown": {"b": "c"}, "tried": ["x"], "diagnostics": [{}], "said": [{"text": None}, 1]},
    ],
)
def test_a_bundle_of_any_shape_can_be_told(bundle: dict[str, object]) -> None:
    assert "Case: 17" in words.description(ticket(bundle=bundle))


def test_text_is_cut_with_a_sign_and_never_longer() -> None:
    assert words.cut("abc", 3) == "abc"
    assert words.cut("abcdef", 5) == "abc …" and len(words.cut("x" * 99, 10)) == 10


async def test_the_sandbox_points_to_a_desk_only_where_it_is_asked_for(sandbox: Sandbox) -> None:
    assert not [name for name in sandbox.environment() if "DESK" in name or "JIRA" in name]
    assert sandbox.desk_environment("jira")["RESYNC_DESKS"] == "jira"
    assert "RESYNC_ZENDESK_URL" not in sandbox.desk_environment("jira")
