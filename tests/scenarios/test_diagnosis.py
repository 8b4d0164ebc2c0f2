"""One look at one person: what is asked, how often, and what is said when a part of Microsoft 365 has a bad day."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.core.facts import Absent, Facts, Picture, Profile, Reason, SiteEntry, Unknown
from bot.sandbox.people import PEOPLE
from bot.sandbox.portraits import portrait
from bot.sandbox.world import Photo
from bot.tenant.http import Request
from bot.tenant.patience import NotBefore
from tests.conftest import Stage, staged

MOST_BYTES = 80_000


@pytest.fixture
async def stage(sqlite_url: str) -> AsyncIterator[Stage]:
    async with staged("sanne", sqlite_url) as stage:
        yield stage


async def look(stage: Stage, key: str, site: str = "") -> Facts:
    return await stage.bot.tenant.facts_of(PEOPLE[key].object_id, site)


async def asked(stage: Stage, key: str) -> Counter[str]:
    """What is asked for one look, as SharePoint and Graph see it."""
    requests = stage.sandbox.world.requests
    requests.clear()
    await look(stage, key)
    return Counter(f"{one.host} {one.path.partition('?')[0]}" for one in requests if one.host != "login")


async def case_of(stage: Stage, key: str) -> Any:
    return await stage.bot.store.case_of(PEOPLE[key].object_id)


# -- what is asked -----------------------------------------------------------------------------------------------------


async def test_nothing_is_asked_twice_and_a_second_look_goes_the_same_ways(stage: Stage) -> None:
    first = await asked(stage, "daan")
    assert set(first.values()) == {1}
    assert await asked(stage, "daan") == first


async def test_where_pictures_lie_is_learned_from_others_and_never_believed(stage: Stage) -> None:
    await look(stage, "daan")  # whose folder has an English name; that of the next one has a Dutch name
    found = await look(stage, "sanne")
    assert isinstance(found.sharepoint_photo, Picture)
    assert found.sharepoint_photo.content != (await look(stage, "daan")).sharepoint_photo.content  # type: ignore[union-attr]


async def test_somebody_who_got_another_name_is_found_under_it(stage: Stage) -> None:
    await look(stage, "daan")
    world = stage.sandbox.world
    world.people = {**world.people, "daan": replace(world.people["daan"], login="daan.smit")}
    found = await look(stage, "daan")
    assert isinstance(found.profile, Profile)
    assert found.profile.texts["SPS-UserPrincipalName"].startswith("daan.smit@")


async def test_a_name_that_somebody_else_got_shows_nobodys_else_profile(stage: Stage) -> None:
    """The account cannot be read just when its former name belongs to a colleague."""
    await look(stage, "daan")
    world = stage.sandbox.world
    daan, lotte = world.people["daan"], world.people["lotte"]
    world.people = {
        **world.people,
        "daan": replace(daan, login="daan.smit"),
        "lotte": replace(lotte, login=daan.user_principal_name.partition("@")[0]),
    }
    world.faults.add(host="graph", path=r"/users/[^/]+\?", status=503)
    found = await look(stage, "daan")
    assert isinstance(found.account, Unknown)
    assert isinstance(found.profile, Unknown)


async def test_an_account_that_cannot_be_read_hides_nothing_else_of_somebody_known(stage: Stage) -> None:
    await look(stage, "daan")
    stage.sandbox.world.faults.add(host="graph", path=r"/users/[^/]+\?", status=503)
    found = await look(stage, "daan")
    assert found.unknowns.keys() == {"account"}


async def test_files_that_are_to_be_had_by_rest_only_are_asked_for_that_way_from_then_on(stage: Stage) -> None:
    stage.sandbox.world.plain_files = False
    assert isinstance((await look(stage, "daan")).sharepoint_photo, Picture)
    again = await asked(stage, "daan")
    assert not [path for path in again if "Thumb" in path and "GetFileByServerRelativePath" not in path]


async def test_a_profile_is_read_where_it_is_at_home(stage: Stage) -> None:
    found = await look(stage, "noor")
    assert isinstance(found.profile, Profile)
    assert found.profile.host.rstrip("/") == stage.bot.settings.sharepoint_geo_urls[0]
    assert isinstance(found.sharepoint_photo, Picture)


async def test_a_geography_that_is_not_configured_is_not_asked_and_not_guessed(sqlite_url: str) -> None:
    # An address of this machine as the only other geography: the true one is then a stranger's.
    async with staged("noor", sqlite_url, RESYNC_SHAREPOINT_GEO_URLS="https://127.0.0.1:1") as stage:
        found = await look(stage, "noor")
        assert isinstance(found.profile, Unknown)
        assert found.profile.reason is Reason.ELSEWHERE
        await stage.client().say("why is my photo old?")
        assert (await case_of(stage, "noor")).findings[0] == "other_geography"


async def test_a_sites_own_copy(stage: Stage) -> None:
    root = stage.bot.settings.sharepoint_url
    found = await look(stage, "maud", f"{root}/sites/polder")
    assert isinstance(found.site_entry, SiteEntry)
    assert isinstance((await look(stage, "maud", f"{root}/sites/fleet")).site_entry, Absent)
    for strange in (f"{root}/sites/nowhere", "https://evil.example/sites/polder"):
        entry = (await look(stage, "maud", strange)).site_entry
        assert isinstance(entry, Unknown)
        assert entry.reason is Reason.ELSEWHERE


@pytest.mark.parametrize(
    "address",
    [
        "{my}/User%20Photos/Profile%20Pictures/{daan}_MThumb.jpg",
        "{my}/User%20Photos/x/{own}_MThumb.jpg/../../../sites/HR/passport.jpg",
        "{root}/sites/HR/Shared%20Documents/passport.jpg",
        "{root}/_api/web/lists?a=1",
        "{my}",
        "{my}?x=1",
        "https://[bad/x.jpg",
        "https://www.gravatar.com/avatar/1.jpg",
        "/relative.jpg",
        "javascript:alert(1)",
        "x" * 20_000,
    ],
)
async def test_nobody_is_shown_a_file_whose_address_somebody_wrote_into_their_profile(
    address: str, stage: Stage
) -> None:
    places = {"my": stage.bot.settings.sharepoint_my_url, "root": stage.bot.settings.sharepoint_url}
    ids = {"daan": PEOPLE["daan"].object_id, "own": PEOPLE["hilde"].object_id}
    stage.sandbox.world.state("hilde").properties["PictureURL"] = address.format(**places, **ids)
    stage.sandbox.world.upload("hilde", portrait("hilde", "new"))
    for _ in range(2):  # also when it is remembered
        stage.sandbox.world.requests.clear()
        (answer,) = await stage.client("hilde").say("why is my photo old?")
        assert (await case_of(stage, "hilde")).findings[0] == "picture_elsewhere"
        assert len([part for part in answer["attachments"][0]["content"]["body"] if part["type"] == "ColumnSet"]) == 1
        files = [
            one.path for one in stage.sandbox.world.requests if one.host == "sharepoint" and "PeopleM" not in one.path
        ]
        assert not files


async def test_nobody_is_shown_the_picture_of_an_earlier_account_of_their_name(stage: Stage) -> None:
    found = await look(stage, "lars")
    assert isinstance(found.profile, Profile)
    assert found.profile.texts == {}
    assert isinstance(found.shown_photo, Unknown)
    await stage.client("lars").say("why is my photo old?")
    assert (await case_of(stage, "lars")).findings[0] == "account_recreated"


async def test_a_pull_is_asked_for_in_the_persons_own_geography(stage: Stage) -> None:
    caller, asked_at = stage.bot.tenant.caller, []
    ask = caller.ask

    async def noted(request: Request, until: float) -> Any:
        asked_at.append(request.base)
        return await ask(request, until)

    for key in ("noor", "daan"):
        found = await look(stage, key)
        caller.ask = noted  # type: ignore[method-assign]
        assert await stage.bot.tenant.ask_for_pull(found)
        caller.ask = ask  # type: ignore[method-assign]
    assert asked_at == [stage.bot.settings.sharepoint_geo_urls[0], stage.bot.settings.sharepoint_my_url]


async def test_a_thumbnail_of_another_age_is_seen(stage: Stage) -> None:
    state = stage.sandbox.world.state("lotte")
    state.thumbnails["S"] = Photo(portrait("lotte", "old"), "")
    await stage.client("lotte").say("why is my photo old?")
    assert (await case_of(stage, "lotte")).findings[0] == "sizes_differ"


# -- what is said ------------------------------------------------------------------------------------------------------


async def test_since_when_a_photo_is_there_is_said_as_far_as_it_is_known(stage: Stage) -> None:
    client = stage.client()
    (first,) = await client.say("why is my photo old?")
    assert "changed between" not in first["attachments"][0]["content"]["fallbackText"]
    stage.sandbox.world.upload("sanne", portrait("emma", "new"))
    (second,) = await client.say("why is my photo old?")
    assert "changed between" in second["attachments"][0]["content"]["fallbackText"]


async def test_texts_stand_beside_each_other_and_what_is_right_is_named(stage: Stage) -> None:
    (answer,) = await stage.client("anna", locale="nl-NL").say("mijn functie klopt niet")
    card = answer["attachments"][0]["content"]
    said = card["fallbackText"]
    assert "Senior Ecologist" in said
    assert "Op beide plaatsen hetzelfde" in said
    assert not [part for part in card["body"] if part["type"] == "ColumnSet"], "no photos where nobody asked for them"


async def test_the_details_are_folded_away_and_complete(stage: Stage) -> None:
    (answer,) = await stage.client().say("why is my photo old?")
    card = answer["attachments"][0]["content"]
    (fold,) = [part for part in card["body"] if part.get("id") == "details"]
    assert fold["isVisible"] is False
    (button,) = [action for action in card["actions"] if action["type"] == "Action.ToggleVisibility"]
    assert button["targetElements"] == ["details"]
    lines = "\n".join(item["text"] for item in fold["items"])
    for name in ("SPS-PictureTimestamp", "SPS-PictureExchangeSyncState", "mediaEtag", "request profile", "thumbnail S"):
        assert name in lines
    assert "SPS-" not in card["fallbackText"]
    assert len(json.dumps(answer)) < MOST_BYTES


async def test_a_missing_permission_is_named_to_those_who_can_give_it(stage: Stage, caplog: Any) -> None:
    stage.sandbox.world.sharepoint_roles.discard("User.Read.All")
    stage.sandbox.world.sharepoint_roles.discard("User.ReadWrite.All")
    (answer,) = await stage.client().say("why is my photo old?")
    card = answer["attachments"][0]["content"]
    assert "I am not allowed to see: your SharePoint profile" in card["fallbackText"]
    assert "User.Read.All" not in card["fallbackText"]
    details = json.dumps([part for part in card["body"] if part.get("id") == "details"])
    assert "SharePoint: User.Read.All and Sites.FullControl.All" in details
    told = [record for record in caplog.records if record.getMessage() == "permission missing"]
    assert [record.permission for record in told] == ["SharePoint: User.Read.All and Sites.FullControl.All"]


FAULTS: list[dict[str, Any]] = [
    {"status": 500},
    {"status": 503},
    {"status": 429, "headers": {"Retry-After": "120"}},
    {"status": 401},
    {"status": 403},
    {"drop": True},
    {"malformed": True},
    {"status": 200, "body": "<html>sign in</html>"},
    {"status": 200, "body": ""},
    {"status": 200, "body": "[1, 2]"},
    {"status": 302, "headers": {"Location": "https://evil.example/"}},
]
# endpoint, what one may say of a person of whom it is true, when it fails
ENDPOINTS = [
    ("graph", r"/users/[^/]+\?", {"could_not_see", "stuck"}),
    ("graph", r"/photo$", {"stuck"}),
    ("graph", r"/photo/\$value", {"could_not_see"}),
    ("graph", r"photoUpdateSettings", {"stuck"}),
    ("graph", r"healthOverviews", {"stuck"}),
    ("graph", r"/organization", {"stuck"}),
    ("sharepoint", r"GetPropertiesFor", {"could_not_see"}),
    ("sharepoint", r"LThumb", {"stuck"}),
    ("sharepoint", r"Thumb", {"could_not_see"}),
]


BESIDE = {"photoUpdateSettings": "policy_unknown", "healthOverviews": "health_unknown"}


@pytest.mark.parametrize(("host", "path", "verdicts"), ENDPOINTS)
async def test_each_endpoint_in_turn_in_each_kind_of_trouble(
    host: str, path: str, verdicts: set[str], sqlite_url: str
) -> None:
    """Sanne's photo is stuck. Nobody calls it anything else, and nothing else becomes unseen."""
    async with staged("sanne", sqlite_url) as stage:
        client = stage.client()
        for fault in FAULTS:
            stage.sandbox.world.faults.clear()
            stage.bot.tenant.caller._throttled = NotBefore()  # the last trouble's wait is over
            stage.sandbox.world.faults.add(host=host, path=path, **fault)
            (answer,) = await client.say("why is my photo old?")
            case = await case_of(stage, "sanne")
            assert case.verdict in verdicts, (path, fault)
            assert "Something went wrong" not in answer["attachments"][0]["content"]["fallbackText"]
            beside = BESIDE.get(path)
            if beside and not (beside == "policy_unknown" and fault.get("body") == ""):  # empty is the default
                assert beside in case.findings, (path, fault)
