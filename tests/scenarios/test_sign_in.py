"""Microsoft 365 is looked at with the person's own sign-in: asked for once, kept sealed, renewed, and given up."""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.facts import Outcome
from bot.sandbox.person import APP_URI
from bot.sandbox.signing import Signer
from bot.sandbox.teams import OAUTH, TeamsClient
from bot.tokens.people import _name as people_name
from tests.conftest import Stage, staged
from tests.scenarios.processes import told, until_told
from tests.scenarios.test_as_person import on_disk
from tests.scenarios.test_resync import started

MINE = {"RESYNC_SSO_URI": APP_URI, "RESYNC_AS_PERSON": "see_profile, see_pictures, see_photo"}
OR_APP = {"RESYNC_SSO_URI": APP_URI, "RESYNC_AS_PERSON": "see_profile=person-then-app see_pictures=person-then-app"}
OLD = "why is my photo old?"
BEHIND = "SharePoint does not show"
UNSEEN = "Without your sign-in"


def least(stage: Stage) -> None:
    """The application itself may see accounts, and neither photos nor SharePoint."""
    stage.sandbox.world.sharepoint_roles.clear()
    stage.sandbox.world.graph_roles -= {"ProfilePhoto.Read.All", "ProfilePhoto.ReadWrite.All"}


def shown(answers: list[dict[str, Any]]) -> str:
    """All that the last answer says."""
    return str(answers[-1].get("attachments") or answers[-1]["text"])


def asked_to_sign_in(answers: list[dict[str, Any]]) -> bool:
    return any(one["contentType"] == OAUTH for one in answers[-1].get("attachments", ()))


async def test_with_the_persons_sign_in_the_application_needs_no_more(database_url: str) -> None:
    async with staged("sanne", database_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        assert BEHIND in shown(await teams.say(OLD))
        (asked,) = (one for one in teams.chat.messages.values() if asked_to_sign_in([one.activity]))
        card = asked.activity["attachments"][0]["content"]
        assert card["tokenExchangeResource"]["uri"] == APP_URI and "I then see what you see" in card["text"]
        assert [status for status, _ in teams.exchanges] == [200]
        assert BEHIND in shown(await teams.say(OLD)) and len(teams.exchanges) == 1, "it is asked for once"


async def test_a_resync_is_watched_in_the_persons_name(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, RESYNC_TIME_SCALE="10", **MINE) as stage:
        least(stage)
        teams = await started(stage)
        await until_told(teams)
        assert "Your new photo has arrived" in str(told(teams)[0].activity)


async def test_it_outlives_the_process_and_is_sealed(
    sqlite_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        await teams.say(OLD)
        people = stage.bot.tokens.people
        assert people._known
        people._known.clear()  # another process, or this one after a restart
        assert BEHIND in shown(await teams.say(OLD)) and len(teams.exchanges) == 1
        kept = on_disk(tmp_path)
        assert b"kept_by_person" in kept and b"eyJhbGci" not in kept and b"RefreshToken" not in kept
        assert "eyJhbGci" not in caplog.text


async def test_it_is_renewed_and_not_brought_back_where_its_person_is_forgotten(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        stage.sandbox.login.token_lifetime = 30  # which msal takes for ended
        least(stage)
        teams = stage.client()
        await teams.say(OLD)
        assert BEHIND in shown(await teams.say(OLD)) and len(teams.exchanges) == 1
        store, person = stage.bot.store, teams.person.object_id
        replace = store.replace

        async def erased_meanwhile(*given: Any) -> bool:
            await store.erase(person)
            return await replace(*given)

        monkeypatch.setattr(store, "replace", erased_meanwhile)
        await teams.say(OLD)
        assert "sign_in" not in await store.held(person)


async def test_one_that_was_withdrawn_is_asked_for_again(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        stage.sandbox.login.token_lifetime = 30  # which msal takes for ended
        least(stage)
        teams = stage.client()
        await teams.say(OLD)
        stage.sandbox.world.withdrawn.add("sanne")
        assert UNSEEN in shown(await teams.say(OLD)), "it turns out while looking"
        stage.sandbox.world.withdrawn.clear()
        assert BEHIND in shown(await teams.say(OLD)) and len(teams.exchanges) == 2


async def test_without_a_sign_in_there_is_less_and_no_dead_end(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        teams.signs_in = False
        assert UNSEEN in shown(await teams.say(OLD)), "the client says that it cannot"
        assert UNSEEN in shown(await teams.say(OLD)) and len(teams.exchanges) == 1, "and is not asked all the time"


async def test_who_does_nothing_asks_again(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        teams.exchanges_itself = False
        assert asked_to_sign_in(await teams.say(OLD))
        assert UNSEEN in shown(await teams.say(OLD))


async def test_the_application_stands_in_where_it_may(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **OR_APP) as stage:
        teams = stage.client()
        teams.signs_in = False
        assert BEHIND in shown(await teams.say(OLD))


async def test_s07_a_sign_in_that_comes_from_two_clients_counts_once(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        teams.exchanges_itself = False
        (asked,) = await teams.say(OLD)
        statuses = await asyncio.gather(*(teams.exchange(asked) for _ in range(5)))
        assert sorted(statuses) == [200, 412, 412, 412, 412]
        await asyncio.sleep(1)
        answers = [one for one in teams.chat.messages.values() if one.from_bot and BEHIND in str(one.activity)]
        assert len(answers) == 1
        assert await teams.exchange(asked) == 412, "nor does it later"


@pytest.mark.parametrize(
    "changes",
    [{"id": "made up"}, {"id": ""}, {"id": None}, {"id": 7}, {"id": ["x"]}],
    ids=["made up", "empty", "none", "a number", "a list"],
)
async def test_s07_what_nobody_asked_for_is_refused(sqlite_url: str, changes: dict[str, Any]) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        teams.exchanges_itself = False
        (asked,) = await teams.say(OLD)
        assert await teams.exchange(asked, **changes) == 412
        assert await teams.exchange(asked) == 200, "the true one still counts"


def somebody_elses(stage: Stage) -> str:
    return stage.sandbox.login.sign_in(stage.sandbox.world.people["lars"])


def of_another_audience(stage: Stage) -> str:
    return stage.sandbox.login.sign_in(stage.sandbox.world.people["sanne"], aud="https://graph.microsoft.com")


def forged(stage: Stage) -> str:
    claims = {"aud": APP_URI, "oid": stage.sandbox.world.people["sanne"].object_id, "exp": 2**31}
    return Signer().sign(claims)


def ended(stage: Stage) -> str:
    return stage.sandbox.login.sign_in(stage.sandbox.world.people["sanne"], exp=1)


def nonsense(stage: Stage) -> str:
    return "not a token"


@pytest.mark.parametrize("token", [somebody_elses, of_another_audience, forged, ended, nonsense])
async def test_s04_no_other_sign_in_is_taken(sqlite_url: str, token: Any, caplog: pytest.LogCaptureFixture) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        teams.exchanges_itself = False
        (asked,) = await teams.say(OLD)
        given, before = token(stage), len(teams.chat.messages)
        await teams.exchange(asked, token=given)
        assert UNSEEN in await answered(teams, before), "what was asked is answered with less"
        assert not await stage.bot.tokens.people.knows(stage.sandbox.world.people["sanne"].object_id)
        assert given not in caplog.text


BUSY = "did not answer properly"
REFUSED = "did not let me sign in"
NOT_ALLOWED = "I am not allowed"
# An error of the sign-in service; what the person reads where their sign-in was to be exchanged, and where it was to be
# renewed; and whether it is still kept after that. What only an administrator mends is not called a matter of signing
# in again, and costs nobody their sign-in.
TROUBLE = [
    (65001, "invalid_grant", NOT_ALLOWED, NOT_ALLOWED, True),
    (50105, "invalid_grant", REFUSED, UNSEEN, False),
    (50076, "interaction_required", REFUSED, UNSEEN, False),
    (53003, "interaction_required", REFUSED, UNSEEN, False),
    (50173, "invalid_grant", UNSEEN, UNSEEN, False),
    (700082, "invalid_grant", UNSEEN, UNSEEN, False),
    (7000222, "invalid_client", REFUSED, REFUSED, True),
    (700027, "invalid_client", REFUSED, REFUSED, True),
    (90033, "temporarily_unavailable", BUSY, BUSY, True),
    (0, "too_many_requests", BUSY, BUSY, True),
]


async def in_trouble(stage: Stage, code: int, error: str) -> None:
    """From now on, for people alone: the application has its own tokens."""
    stage.sandbox.login.token_lifetime = 3599
    addresses = stage.sandbox.addresses
    for resource in (addresses.graph, *addresses.sharepoint):
        await stage.bot.tokens.for_microsoft_365(resource.rstrip("/"), refresh=True)
    await stage.bot.tokens.for_bot_connector(refresh=True)
    name = stage.sandbox.world.people["sanne"].user_principal_name
    body = {"error": error, "error_description": f"AADSTS{code}: The user '{name}' is blocked."}
    stage.sandbox.world.faults.add(host="login", path="oauth2/v2.0/token", status=400, body=body)


async def answered(teams: TeamsClient, before: int) -> str:
    """All that the answer says which comes after so many messages."""
    async with asyncio.timeout(10):
        while len(teams.chat.messages) == before:
            await asyncio.sleep(0.02)
    return str(list(teams.chat.messages.values())[-1].activity)


@pytest.mark.parametrize(("code", "error", "says", "_", "__"), TROUBLE)
async def test_each_documented_refusal_of_the_exchange(
    sqlite_url: str, code: int, error: str, says: str, _: str, __: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        teams.exchanges_itself = False
        (asked,) = await teams.say(OLD)
        await in_trouble(stage, code, error)
        before = len(teams.chat.messages)
        assert await teams.exchange(asked) == 200
        assert says in await answered(teams, before)
        assert not await stage.bot.tokens.people.knows(teams.person.object_id)
        assert teams.person.user_principal_name not in str([vars(record) for record in caplog.records])


@pytest.mark.parametrize(("code", "error", "_", "says", "kept"), TROUBLE)
async def test_each_documented_refusal_of_a_renewal(
    sqlite_url: str, code: int, error: str, _: str, says: str, kept: bool
) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        stage.sandbox.login.token_lifetime = 30  # which msal takes for ended
        least(stage)
        teams = stage.client()
        await teams.say(OLD)
        await in_trouble(stage, code, error)
        teams.exchanges_itself = False
        assert says in shown(await teams.say(OLD))
        assert await stage.bot.tokens.people.knows(teams.person.object_id) is kept


@pytest.mark.parametrize(("mode", "says"), [(MINE, BUSY), (OR_APP, BEHIND)], ids=["person", "person-then-app"])
async def test_a_sign_in_service_that_hangs_takes_no_more_than_one_answer_may(
    sqlite_url: str, mode: dict[str, str], says: str
) -> None:
    async with staged("sanne", sqlite_url, RESYNC_PATIENCE="2", **mode) as stage:
        stage.sandbox.login.token_lifetime = 30
        teams = stage.client()
        await teams.say(OLD)
        await in_trouble(stage, 0, "")
        stage.sandbox.world.faults.clear()
        stage.sandbox.world.faults.add(host="login", path="oauth2/v2.0/token", delay=20)
        began = time.monotonic()
        assert says in shown(await teams.say(OLD))
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(("withdrawn", "says"), [(False, BEHIND), (True, UNSEEN)])
async def test_a_token_that_is_refused_before_its_end_is_renewed(
    sqlite_url: str, withdrawn: bool, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Where that cannot be, whoever signed in has to do it again."""
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        await teams.say(OLD)
        stage.sandbox.login.roll_keys()
        if withdrawn:
            stage.sandbox.world.withdrawn.add("sanne")
        assert says in shown(await teams.say(OLD)) and len(teams.exchanges) == 1
        assert "permission missing" not in caplog.text


async def erased(stage: Stage, teams: TeamsClient) -> None:
    await stage.bot.world.store.erase(teams.person.object_id)
    await stage.bot.world.tenant.sign_out(teams.person.object_id)


async def signed_out(stage: Stage, teams: TeamsClient) -> None:
    assert "forgotten your sign-in" in shown(await teams.say("sign out"))


@pytest.mark.parametrize("ends", [erased, signed_out])
async def test_what_is_ended_while_it_is_under_way_is_not_kept(database_url: str, ends: Any) -> None:
    async with staged("sanne", database_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        teams.exchanges_itself = False
        (asked,) = await teams.say(OLD)
        slow = stage.sandbox.world.faults.add(host="login", path="oauth2/v2.0/token", delay=1, times=1)
        exchange = asyncio.create_task(teams.exchange(asked))
        async with asyncio.timeout(10):
            while not slow.hits:
                await asyncio.sleep(0.02)
        await ends(stage, teams)
        await asyncio.gather(exchange, asyncio.sleep(1.5))
        assert not await stage.bot.tokens.people.knows(teams.person.object_id)
        assert "sign_in" not in await stage.bot.world.store.held(teams.person.object_id)


async def test_whoever_signs_out_is_not_signed_in_by_a_client_that_was_asked_before(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        teams = stage.client()
        teams.exchanges_itself = False
        (asked,) = await teams.say(OLD)
        await teams.say("sign out")
        assert await teams.exchange(asked) == 412


async def test_a_sign_in_counts_where_it_was_asked_for(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        teams.exchanges_itself = False
        (asked,) = await teams.say(OLD)
        value = teams._signed_in(asked["attachments"][0]["content"])
        invoke = teams.activity(type="invoke", name="signin/tokenExchange", value=value)
        invoke["conversation"] |= {"id": "19:x@thread.v2", "conversationType": "groupChat"}
        assert (await teams.deliver(invoke))[0] == 412, "others would read the answer"
        assert await teams.exchange(asked) == 200


async def test_nobodys_sign_in_serves_anybody_else_wherever_it_is_put(sqlite_url: str) -> None:
    """As somebody can who may write into the database."""
    async with staged("sanne", sqlite_url, **MINE) as stage:
        store, people = stage.bot.world.store, stage.bot.tokens.people
        for scene in ("sanne", "lars"):
            await stage.sandbox.client(scene, bot_url=f"{stage.address}/api/messages").say(OLD)
        sanne, lars = (stage.sandbox.world.people[scene].object_id for scene in ("sanne", "lars"))
        theirs = await store.kept(people_name(lars))
        assert theirs and await people.knows(sanne)
        await store.keep(people_name(sanne), sanne, theirs, timedelta(days=1))
        people._known.clear()
        assert await people.token(sanne, stage.sandbox.addresses.graph) is None
        assert not await people.knows(sanne)


async def test_what_nobody_signed_in_for_was_not_begun(sqlite_url: str) -> None:
    mode = {"RESYNC_SSO_URI": APP_URI, "RESYNC_AS_PERSON": "republish"}
    async with staged("sanne", sqlite_url, **mode) as stage:
        facts = await stage.bot.world.tenant.facts_of(stage.sandbox.world.people["sanne"].object_id)
        assert await stage.bot.world.tenant.republish(facts) is Outcome.FAILED, "nothing can have been put"


async def test_a_consent_that_is_withdrawn_in_the_middle(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        assert BEHIND in shown(await teams.say(OLD))
        stage.sandbox.world.sharepoint_scopes.clear()
        assert "I am not allowed" in shown(await teams.say(OLD)), "which is what SharePoint says"


@pytest.mark.parametrize("words", ["sign out", "Afmelden.", "LOGG UT", "abmelden", "déconnexion", "cerrar sesión"])
async def test_it_is_given_up(sqlite_url: str, words: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        await teams.say(OLD)
        first, second = [shown(await teams.say(words)) for _ in range(2)]
        assert first != second and "eyJ" not in first + second
        assert not await stage.bot.tokens.people.knows(stage.sandbox.world.people["sanne"].object_id)
        assert UNSEEN in shown(await teams.say(OLD)), "whoever has left is not called back at once"


async def test_a_button_asks_for_it_too(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        await teams.say("help")
        assert BEHIND in str(await teams.press("Why is my photo old?"))
        assert not teams.exchanges, "a press that comes again brings it"


async def test_a_button_of_a_client_that_cannot_is_no_dead_end(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        teams.signs_in = False
        await teams.say("help")
        assert await teams.press("Why is my photo old?") == [], "there the client shows a button of its own"
        assert UNSEEN in str(await teams.press("Why is my photo old?"))


@pytest.mark.parametrize("status", [503, 400], ids=["away", "refusing"])
async def test_a_sign_in_service_in_trouble_costs_no_answer_and_keeps_nobody_in(sqlite_url: str, status: int) -> None:
    """The sign-in was put away by another process, which takes the service's metadata to open."""
    async with staged("sanne", sqlite_url, **MINE) as stage:
        least(stage)
        teams = stage.client()
        await teams.say(OLD)
        stage.bot.tokens.people._known.clear()
        body = {"error": "invalid_tenant", "error_description": "AADSTS90002: no such tenant."}
        stage.sandbox.world.faults.add(host="login", path="openid-configuration", status=status, body=body)
        said = shown(await teams.say(OLD))
        assert "Something went wrong" not in said and "I cannot say" in said
        assert "forgotten your sign-in" in shown(await teams.say("sign out"))
        assert not await stage.bot.tokens.people.knows(teams.person.object_id)


async def test_nobody_is_asked_in_a_channel(sqlite_url: str) -> None:
    async with staged("sanne", sqlite_url, **MINE) as stage:
        teams = stage.client(channel=stage.sandbox.helpdesk_channel)
        assert not asked_to_sign_in(await teams.say(OLD))
