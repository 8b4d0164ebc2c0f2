"""SharePoint is asked in the name of the person, with a sign-in that comes with the press and is kept nowhere."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path
from typing import Any

import pytest

from bot.core.cases import State
from bot.sandbox.person import APP_URI
from bot.sandbox.signing import Signer
from tests.conftest import Stage, staged
from tests.scenarios.processes import told, until_told
from tests.scenarios.test_promise import deeds, state
from tests.scenarios.test_resync import started, text

SSO = {"RESYNC_SSO_URI": APP_URI, "RESYNC_TIME_SCALE": "10"}
LOGIN_REQUEST = "application/vnd.microsoft.activity.loginRequest"


def invokes(teams: Any) -> list[dict[str, Any]]:
    return [entry.activity for entry in teams.chat.transcript if entry.what == "invoke"]


def answers(teams: Any) -> list[str]:
    return [entry.activity["type"] for entry in teams.chat.transcript if entry.what == "invokeResponse"]


def pulled_by_hand(stage: Stage) -> None:
    """Only the person's own request starts a pull, as the older text of Microsoft's article has it."""
    stage.sandbox.world.app_requests_trigger_pull, stage.sandbox.world.pull_takes = False, 2


async def test_the_persons_own_request_starts_the_pull_that_the_applications_does_not(database_url: str) -> None:
    async with staged("sanne", database_url, **SSO) as stage:
        pulled_by_hand(stage)
        teams = stage.client()
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        assert "on your behalf" in text(teams.cards[-1]), "it is said before it is done"
        await teams.press("Start")
        assert answers(teams)[-2] == LOGIN_REQUEST
        assert "A request on your behalf was sent to SharePoint" in text(teams.cards[0])
        await until_told(teams)
        assert "Your new photo has arrived" in str(told(teams)[0].activity)
        assert ("bot", "as_person", "done") in await deeds(stage)


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("resync.db*"))


async def test_nothing_of_the_sign_in_is_kept_or_logged(
    sqlite_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with staged("sanne", sqlite_url, **SSO) as stage:
        teams = await started(stage)
        (sign_in,) = [
            one["value"]["authentication"]["token"] for one in invokes(teams) if "authentication" in one["value"]
        ]
        await until_told(teams)
        signature = sign_in.rpartition(".")[2]
        kept = on_disk(tmp_path)
        assert b"SharePoint" in kept, "what is looked through is the database"
        assert signature.encode() not in kept
        assert b"eyJ" not in kept
        assert signature not in caplog.text


async def test_a_client_that_cannot_sign_in_loses_nothing(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **SSO) as stage:
        stage.sandbox.world.pull_takes = 3
        teams = stage.client()
        teams.signs_in = False
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        assert await teams.press("Start") == []
        assert await state(stage) is State.RESYNCING
        asked = answers(teams).count(LOGIN_REQUEST)
        await teams.press("Start")  # the card may show the plan still
        assert answers(teams).count(LOGIN_REQUEST) == asked == 1, "it is asked for once"
        await until_told(teams, 60)
        assert len(told(teams)) == 1


async def test_the_way_out_for_such_a_client_is_the_persons_own_page(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **SSO) as stage:
        teams = stage.client()
        teams.signs_in = False
        await started_with(teams)
        (asked,) = [
            entry.activity["value"]
            for entry in teams.chat.transcript
            if entry.what == "invokeResponse" and entry.activity["type"] == LOGIN_REQUEST
        ]
        (button,) = asked["buttons"]
        assert button["value"].startswith(stage.sandbox.addresses.my)
        assert "/personal/" in button["value"]
        assert asked["tokenExchangeResource"]["uri"] == APP_URI


async def started_with(teams: Any) -> None:
    await teams.say("why is my photo old?")
    await teams.press("Resync")
    await teams.press("Start")


async def test_old_clients_are_not_asked(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **SSO) as stage:
        teams = stage.client()
        await teams.say("why is my photo old?")
        await teams.press("Resync", execute=False)
        (answer,) = await teams.press("Start", execute=False)
        assert "under way" in answer["attachments"][0]["content"]["fallbackText"]
        assert LOGIN_REQUEST not in answers(teams)


@pytest.mark.parametrize("settings", [{"RESYNC_SSO_URI": ""}, {"RESYNC_ALLOW_AS_PERSON": "no"}])
async def test_where_the_administrator_has_not_set_it_up_nobody_is_asked(
    settings: dict[str, str], sqlite_url: str
) -> None:
    async with staged("sanne", sqlite_url, **SSO | settings) as stage:
        teams = stage.client()
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        assert "on your behalf" not in text(teams.cards[-1])
        await teams.press("Start")
        assert LOGIN_REQUEST not in answers(teams)


async def test_without_consent_the_log_names_the_permission_and_the_resync_goes_on(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with staged("sanne", sqlite_url, **SSO) as stage:
        stage.sandbox.world.sharepoint_scopes.clear()
        teams = await started(stage)
        assert "under way" in text(teams.cards[0])
        assert "could not ask SharePoint on your behalf" in text(teams.cards[0])
        (line,) = [record for record in caplog.records if "in a person's name" in record.message]
        assert vars(line)["permission"] == "SharePoint, delegated: AllSites.Read"
        assert vars(line)["code"] == "AADSTS65001"
        assert ("bot", "as_person", "refused") in await deeds(stage)
        await until_told(teams)


async def test_a_sign_in_service_that_is_away_is_no_refusal(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **SSO) as stage:
        teams = stage.client()
        await teams.say("why is my photo old?")
        await teams.press("Resync")
        stage.sandbox.world.faults.add(host="login", path="token", status=503)
        await teams.press("Start")
        assert "under way" in text(teams.cards[0])
        assert ("bot", "as_person", "failed") in await deeds(stage)


def sign_ins(stage: Stage) -> dict[str, Any]:
    """What somebody might send along who wants more than is theirs."""
    login, people = stage.sandbox.login, stage.sandbox.world.people
    own = people["sanne"]
    claims = {"oid": own.object_id, "aud": APP_URI, "exp": int(time.time()) + 600, "upn": own.user_principal_name}
    return {
        "of somebody else": login.sign_in(people["hilde"]),
        "expired": login.sign_in(own, exp=int(time.time()) - 600),
        "for another application": login.sign_in(own, aud="api://something-else"),
        "signed by nobody": Signer().sign(claims),
        "a word": "Bearer",
        "huge": ".".join(["A" * 60_000] * 3),
        "a list": ["x"],
        "an object": {"a": 1},
    }


@pytest.mark.parametrize("kind", ["of somebody else", "expired", "for another application", "signed by nobody",
                                  "a word", "huge", "a list", "an object"])  # fmt: skip
async def test_a_wrong_sign_in_does_nothing_in_anybodys_name(kind: str, sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **SSO) as stage:
        pulled_by_hand(stage)
        teams = stage.client()
        teams.signs_in = False
        await started_with(teams)
        status, body = await teams.deliver(pressed_with(teams, invokes(teams)[-1], sign_ins(stage)[kind]))
        assert status == 200
        assert "under way" in body["value"]["fallbackText"]
        world = stage.sandbox.world
        assert [world.state(key).pull_started_at for key in ("sanne", "hilde")] == [None, None]
        assert ("bot", "as_person", "done") not in await deeds(stage)
        assert await state(stage) is State.RESYNCING


def pressed_with(teams: Any, invoke: dict[str, Any], sign_in: Any) -> dict[str, Any]:
    value = invoke["value"] | {"authentication": {"id": "x", "connectionName": "resync", "token": sign_in}}
    activity: dict[str, Any] = {**invoke, "id": teams.activity(None)["id"], "value": value}
    return activity


async def test_a_client_that_keeps_the_id_of_its_press_is_understood(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **SSO) as stage:
        pulled_by_hand(stage)
        teams = stage.client()
        teams.signs_in = False
        await started_with(teams)
        first = invokes(teams)[-1]
        again = pressed_with(teams, first, stage.sandbox.login.sign_in(teams.person)) | {"id": first["id"]}
        for _ in range(2):  # and Teams may bring that one twice
            _, body = await teams.deliver(again)
            assert "A request on your behalf was sent to SharePoint" in body["value"]["fallbackText"]
        assert [one for one in await deeds(stage) if one[1] == "as_person"] == [("bot", "as_person", "done")]


async def test_a_sign_in_begins_nothing(sqlite_url: str) -> None:
    """Whoever stopped the resync while their client was signing in has stopped it."""
    async with staged("sanne", sqlite_url, **SSO | {"RESYNC_PAUSE": "0"}) as stage:
        pulled_by_hand(stage)
        teams = stage.client()
        teams.signs_in = False
        await started_with(teams)
        start = invokes(teams)[-1]
        await teams.say("stop it")
        await teams.deliver(pressed_with(teams, start, stage.sandbox.login.sign_in(teams.person)))
        await asyncio.sleep(0.5)
        assert await state(stage) is not State.RESYNCING
        assert stage.sandbox.world.state("sanne").pull_started_at is None
