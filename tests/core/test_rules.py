"""The decision table: what the bot sees and hears, and what it says about it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PIL import Image, ImageDraw

from bot.core import ladder, rules, timing
from bot.core.facts import (
    MAILBOX_ELSEWHERE,
    MAILBOX_NOT_READY,
    NO_MAILBOX,
    Absent,
    Account,
    Complaint,
    Facts,
    Incident,
    Organization,
    PhotoPolicy,
    Picture,
    Profile,
    ProvisioningError,
    Reason,
    Sighting,
    SiteEntry,
    Unknown,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def portrait(colour: str, hair: str, side: int = 200) -> bytes:
    image = Image.new("RGB", (side, side), colour)
    draw = ImageDraw.Draw(image)
    draw.ellipse((side * 0.3, side * 0.2, side * 0.7, side * 0.65), fill="#f1c9a5")
    draw.rectangle((side * 0.28, side * 0.15, side * 0.72, side * 0.3), fill=hair)
    draw.ellipse((side * 0.1, side * 0.68, side * 0.9, side * 1.3), fill=hair)
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def resized(content: bytes, side: int) -> bytes:
    """As SharePoint makes its thumbnails."""
    out = io.BytesIO()
    Image.open(io.BytesIO(content)).resize((side, side), Image.Resampling.LANCZOS).save(out, "JPEG")
    return out.getvalue()


OLD, NEW = portrait("#223355", "#110000"), portrait("#ffee88", "#aa4400")
NEW_SMALL, NEW_TINY = resized(NEW, 300), resized(NEW, 72)
TEXTS = {"display_name": "Ada", "job_title": "Engineer", "manager": "boss@x.example", "work_phone": "+31 30 555"}
OWN = {
    "PreferredName": "Ada",
    "Title": "Engineer",
    "Manager": "i:0#.f|membership|BOSS@x.example",
    "WorkPhone": "+3130555",
}

WELL = Facts(
    person="p",
    seen_at=NOW,
    account=Account(
        "p",
        "p@x.example",
        mailbox_since=NOW - timedelta(days=400),
        sharepoint_since=NOW - timedelta(days=400),
        texts=TEXTS,
    ),
    source_photo=Picture(NEW, "etag"),
    policy=PhotoPolicy(),
    profile=Profile("https://x-my/M.jpg", NOW - timedelta(days=40), "0", "1", account_ids=frozenset({"p"}), texts=OWN),
    sharepoint_photo=Picture(NEW_SMALL),
    incidents=(),
    organization=Organization(True, NOW - timedelta(minutes=20)),
    small_photos={"M": Picture(NEW_TINY), "S": Picture(NEW_TINY)},
)
STALE = Complaint()
CHECK = Complaint("check")
PROFILE_WRONG = Complaint("profile_stale")
SITE = Complaint(place="site", site="https://x/sites/a")


def account(**changes: Any) -> Account:
    assert isinstance(WELL.account, Account)
    return replace(WELL.account, **changes)


def profile(**changes: Any) -> Profile:
    assert isinstance(WELL.profile, Profile)
    return replace(WELL.profile, **changes)


def without_photo(code: str = "ErrorItemNotFound", **changes: Any) -> Facts:
    return replace(WELL, source_photo=Absent(code), account=account(**changes))


BEHIND = replace(WELL, sharepoint_photo=Picture(OLD), small_photos={})
NOTHING = replace(WELL, profile=Absent(), sharepoint_photo=Absent(), small_photos={})
LATE = Unknown(Reason.THROTTLED, NOW + timedelta(seconds=120))
SLOW = Unknown(Reason.TOO_SLOW)
ROLES = PhotoPolicy(allowed_roles=("fe930be7-5e62-47db-91af-98c3a49a38b1",))
AD = PhotoPolicy("onPremises")
NEVER = replace(
    WELL, profile=Profile(account_ids=frozenset({"p"}), texts=OWN), sharepoint_photo=Absent(), small_photos={}
)
NO_LICENCE = account(sharepoint_since=Absent())
CLOUD_ONLY = account(mailbox_since=Absent())
SYNCED = account(synced=True)
IN_CONFLICT = account(directory_errors=(ProvisioningError("ProxyAddress"),))
REJECTED = account(service_errors=(ProvisioningError("SharePoint/emea-2"),))
STOPPED = Organization(True, NOW - timedelta(hours=9))
RENAMED = profile(texts={**OWN, "Title": "Trainee"})
LAST_WEEK = NOW - timedelta(days=7)
OLD_ENTRY = SiteEntry(
    "https://x/sites/a", {"Title": "Ada", "JobTitle": "Trainee", "WorkPhone": "+3130555"}, "https://x/a.jpg"
)
NEW_ENTRY = SiteEntry(
    "https://x/sites/a", {"Title": "Ada", "JobTitle": "Engineer", "WorkPhone": "+3130555"}, "https://x/a.jpg"
)
FORBIDDEN = Complaint("photo_change", trouble="forbidden")

# fmt: off
TABLE = [
    # row, what is seen, what is said, key, verdict
    (1, without_photo(mailbox_since=Absent()), STALE, "no_mailbox", "missing_at_source"),
    (1, without_photo(NO_MAILBOX), STALE, "no_mailbox", "missing_at_source"),
    (1, replace(NEVER, account=CLOUD_ONLY), STALE, "photo_without_mailbox", "stuck"),
    (2, without_photo(), STALE, "no_photo", "missing_at_source"),
    (3, without_photo(mailbox_since=NOW - timedelta(minutes=20)), STALE, "mailbox_is_new", "not_due_yet"),
    (3, without_photo(MAILBOX_NOT_READY), STALE, "mailbox_is_new", "not_due_yet"),
    (4, replace(BEHIND, profile=profile(pulled_at=NOW - timedelta(hours=9))), STALE, "pull_not_due", "not_due_yet"),
    (5, BEHIND, STALE, "sharepoint_behind", "stuck"),
    (5, BEHIND, FORBIDDEN, "mailbox_policy", "blocked_by_policy"),
    (5, replace(WELL, small_photos={"M": Picture(OLD)}), STALE, "sizes_differ", "stuck"),
    (6, replace(BEHIND, pull_asked_at=NOW - timedelta(hours=73)), STALE, "pull_stuck", "stuck"),
    (6, replace(BEHIND, profile=profile(pulled_at=NOW - timedelta(days=2)),
                sightings={"photo": Sighting(NOW - timedelta(days=3))}), STALE, "pulled_another", "stuck"),
    (7, NEVER, STALE, "never_pulled", "stuck"),
    (8, replace(WELL, profile=profile(placeholder="1"), sharepoint_photo=Absent(), small_photos={}), STALE,
     "placeholder_shown", "stuck"),
    (8, replace(WELL, profile=profile(placeholder="1")), STALE, "placeholder_shown", "stuck"),
    (8, replace(WELL, profile=profile(placeholder="2")), CHECK, "picture_state_unknown", "could_not_see"),
    (5, replace(WELL, small_photos={"M": Absent()}), CHECK, "sizes_differ", "stuck"),
    (4, replace(WELL, profile=profile(pulled_at=NOW - timedelta(hours=9)), small_photos={"M": Picture(OLD)}), CHECK,
     "pull_not_due", "not_due_yet"),
    (4, replace(WELL, profile=profile(placeholder="1", pulled_at=NOW - timedelta(hours=2))), STALE,
     "pull_not_due", "not_due_yet"),
    (9, replace(BEHIND, profile=profile(exchange_sync="0")), STALE, "pull_switched_off", "stuck"),
    (10, replace(WELL, policy=AD), STALE, "mastered_on_premises", "blocked_by_policy"),
    (10, replace(without_photo(), policy=AD), STALE, "mastered_on_premises", "blocked_by_policy"),
    (10, replace(BEHIND, policy=AD), FORBIDDEN, "mastered_on_premises", "blocked_by_policy"),
    (20, replace(WELL, policy=ROLES), Complaint(place="outlook"), "cached_in_outlook", "cache"),
    (19, replace(WELL, policy=AD, sightings={"photo": Sighting(NOW - timedelta(hours=2), NOW - timedelta(days=1))}),
     STALE, "only_cached", "cache"),
    (11, replace(WELL, policy=ROLES), STALE, "only_some_may_change", "blocked_by_policy"),
    (12, WELL, FORBIDDEN, "mailbox_policy", "blocked_by_policy"),
    (13, replace(WELL, account=SYNCED, organization=STOPPED), STALE, "sync_stopped", "stuck"),
    (13, replace(WELL, account=SYNCED, organization=STOPPED), CHECK, "sync_stopped", "stuck"),
    (13, replace(WELL, account=SYNCED, organization=STOPPED), PROFILE_WRONG, "sync_stopped", "stuck"),
    (19, replace(WELL, account=SYNCED, organization=STOPPED, cloud_managed=True), STALE, "only_cached", "cache"),
    (14, replace(WELL, account=IN_CONFLICT), STALE, "directory_conflict", "stuck"),
    (15, replace(BEHIND, account=REJECTED), STALE, "service_rejected", "stuck"),
    (16, without_photo(MAILBOX_ELSEWHERE), STALE, "mailbox_on_premises", "blocked_by_policy"),
    (16, without_photo(NO_MAILBOX, synced=True), STALE, "mailbox_on_premises", "blocked_by_policy"),
    (17, replace(WELL, account=SYNCED, source_photo=Picture(NEW_TINY)), STALE, "directory_photo", "blocked_by_policy"),
    (18, without_photo(), Complaint("photo_change", trouble="refused"), "upload_refused", "missing_at_source"),
    (18, WELL, Complaint("photo_change", trouble="refused"), "new_upload_refused", "could_not_see"),
    (19, WELL, STALE, "only_cached", "cache"),
    (19, WELL, Complaint(place="teams"), "only_cached", "cache"),
    (19, WELL, Complaint(""), "only_cached", "cache"),
    (19, WELL, CHECK, "all_in_order", "ok"),
    (20, WELL, Complaint(place="outlook"), "cached_in_outlook", "cache"),
    (21, replace(WELL, account=account(guest=True), source_photo=Absent()), STALE, "guest", "blocked_by_policy"),
    (22, WELL, Complaint(place="elsewhere"), "copied_elsewhere", "cache"),
    (23, replace(WELL, site_entry=replace(NEW_ENTRY, pulled_at=NOW - timedelta(days=90))), SITE,
     "site_copy_old", "cache"),
    (23, replace(WELL, site_entry=replace(NEW_ENTRY, picture_url="")), SITE, "site_copy_old", "cache"),
    (23, replace(WELL, site_entry=OLD_ENTRY), replace(SITE, intent="profile_stale"), "site_copy_old", "cache"),
    (19, replace(WELL, site_entry=OLD_ENTRY), SITE, "only_cached", "cache"),  # the photo is right there
    (19, WELL, replace(PROFILE_WRONG, place="teams"), "texts_cached", "cache"),
    (33, replace(WELL, profile=profile(texts={})), PROFILE_WRONG, "not_seen", "could_not_see"),
    (23, WELL, Complaint(place="site"), "site_unnamed", "cache"),
    (19, replace(WELL, site_entry=NEW_ENTRY), SITE, "only_cached", "cache"),
    (24, replace(BEHIND, profile=profile(account_ids=frozenset({"p", "another"}))), STALE,
     "account_recreated", "stuck"),
    (25, NOTHING, STALE, "no_profile", "stuck"),
    (25, NOTHING, PROFILE_WRONG, "no_profile", "stuck"),
    (25, replace(NOTHING, account=NO_LICENCE), STALE, "not_licensed", "stuck"),
    (25, replace(NOTHING, account=account(enabled=False)), STALE, "account_disabled", "stuck"),
    (25, replace(NOTHING, account=Absent("Request_ResourceNotFound"), source_photo=Absent()), STALE,
     "account_not_found", "could_not_see"),
    (26, replace(WELL, profile=Unknown(Reason.ELSEWHERE)), STALE, "other_geography", "could_not_see"),
    (27, replace(WELL, account=account(listed=False)), Complaint("photo_missing"),
     "hidden_from_lists", "blocked_by_policy"),
    (27, replace(WELL, profile=profile(hidden=True)), CHECK, "hidden_from_lists", "blocked_by_policy"),
    (28, replace(WELL, profile=RENAMED), PROFILE_WRONG, "texts_differ", "not_due_yet"),
    (28, replace(WELL, profile=RENAMED), CHECK, "texts_differ", "not_due_yet"),
    (28, replace(WELL, profile=RENAMED, sightings={"texts": Sighting(NOW - timedelta(hours=25))}), PROFILE_WRONG,
     "texts_overdue", "stuck"),
    (29, WELL, replace(PROFILE_WRONG, trouble="reverted"), "directory_is_master", "blocked_by_policy"),
    (29, WELL, PROFILE_WRONG, "directory_is_master", "blocked_by_policy"),
    (19, WELL, replace(PROFILE_WRONG, field="mobile", place="teams"), "texts_cached", "cache"),
    (30, WELL, replace(PROFILE_WRONG, field="mobile"), "field_not_synced", "blocked_by_policy"),
    (33, replace(WELL, sharepoint_photo=Unknown(Reason.ELSEWHERE), small_photos={}), STALE,
     "picture_elsewhere", "could_not_see"),
    (29, replace(WELL, incidents=(Incident("SP1", "SharePoint", "Photos"),)), PROFILE_WRONG,
     "directory_is_master", "blocked_by_policy"),
    (31, replace(BEHIND, incidents=(Incident("SP1", "SharePoint", "Photos"),)), STALE, "incident", "incident"),
    (33, replace(WELL, source_photo=LATE), STALE, "throttled", "could_not_see"),
    (33, replace(WELL, sharepoint_photo=LATE, small_photos={}), STALE, "throttled", "could_not_see"),
    (33, replace(WELL, profile=SLOW, sharepoint_photo=LATE, small_photos={}), STALE, "throttled", "could_not_see"),
    (33, replace(WELL, profile=SLOW), STALE, "not_seen", "could_not_see"),
    (33, replace(WELL, account=SLOW), PROFILE_WRONG, "not_seen", "could_not_see"),
    (33, replace(WELL, account=SLOW), CHECK, "account_unknown", "could_not_see"),
    (33, replace(WELL, sharepoint_photo=Picture(b"no picture"), small_photos={}), STALE,
     "picture_unreadable", "could_not_see"),
    (34, replace(WELL, profile=Unknown(Reason.FORBIDDEN)), STALE, "permission_missing", "could_not_see"),
    (34, replace(WELL, source_photo=Unknown(Reason.UNAUTHORIZED)), STALE, "sign_in_refused", "could_not_see"),
    (34, replace(WELL, profile=Unknown(Reason.SIGNED_OUT)), STALE, "signed_out", "could_not_see"),
    (35, replace(WELL, policy=Unknown(Reason.FORBIDDEN)), FORBIDDEN, "policy_unknown", "could_not_see"),
    (36, WELL, Complaint(place="browser"), "cached_in_browser", "cache"),
]
# fmt: on


@pytest.mark.parametrize(("row", "facts", "complaint", "key", "verdict"), TABLE)
def test_row(row: int, facts: Facts, complaint: Complaint, key: str, verdict: str) -> None:
    leading = rules.diagnose(facts, complaint)[0]
    assert (leading.key, leading.verdict) == (key, verdict)
    # Rows that lead to another one's finding (5 with a policy) are told by their key.
    assert leading.row == row or key == "mailbox_policy"


def test_every_leading_rule_has_a_row_here() -> None:
    leading = {rule.key for table in (rules.ACCOUNT, rules.PHOTO, rules.PROFILE) for rule in table}
    assert leading == {key for *_, key, _ in TABLE}


def test_a_key_means_the_same_in_every_table() -> None:
    every = (*rules.ACCOUNT, *rules.PHOTO, *rules.PROFILE, *rules.BESIDE)
    for rule in every:
        first = rules.EVERY[rule.key]
        assert (rule.row, rule.verdict, rule.wait) == (first.row, first.verdict, first.wait), rule.key


def test_the_table_covers_every_row_that_is_a_rule_of_its_own() -> None:
    # 32 shows itself as 6: whether people may edit the Picture property cannot be read.
    assert {rule.row for rule in rules.EVERY.values()} == set(range(1, 37)) - {32}


def test_what_holds_beside_is_said_beside() -> None:
    facts = replace(
        BEHIND,
        policy=AD,
        account=account(synced=True, listed=False, directory_errors=(ProvisioningError("ProxyAddress"),)),
        organization=STOPPED,
        profile=replace(RENAMED, hidden=True),
        incidents=Unknown(Reason.FORBIDDEN),
    )
    leading, *beside = rules.diagnose(facts, STALE)
    assert leading.key == "sharepoint_behind"
    assert [finding.key for finding in beside] == [
        "mastered_on_premises", "directory_conflict", "sync_stopped", "hidden_from_lists", "texts_differ",
        "health_unknown",
    ]  # fmt: skip
    assert not any(finding.fixes for finding in beside)


def test_policy_unknown_is_said_beside_and_never_asserted() -> None:
    leading, *beside = rules.diagnose(replace(BEHIND, policy=Unknown(Reason.FORBIDDEN)), STALE)
    assert leading.key == "sharepoint_behind"
    assert [(finding.key, finding.params["why"]) for finding in beside] == [("policy_unknown", "forbidden")]


def test_everything_unseen_is_one_answer() -> None:
    nothing = Unknown(Reason.UNAVAILABLE)
    facts = Facts("p", NOW, nothing, nothing, nothing, nothing, nothing, nothing, nothing, cloud_managed=nothing)
    for complaint in (STALE, CHECK, PROFILE_WRONG, Complaint("")):
        assert rules.diagnose(facts, complaint)[0].verdict == "could_not_see"


@pytest.mark.parametrize("fact", ["account", "source_photo", "policy", "profile", "sharepoint_photo", "incidents"])
def test_nothing_is_ok_while_something_that_matters_is_unseen(fact: str) -> None:
    unseen = {fact: Unknown(Reason.UNAVAILABLE)} | ({"small_photos": {}} if fact == "sharepoint_photo" else {})
    facts = replace(WELL, **unseen)
    findings = rules.diagnose(facts, CHECK)
    told = findings[0].verdict == "could_not_see" or any(rules.EVERY[one.key].fact == fact for one in findings)
    assert told


def test_a_thumbnail_that_could_not_be_seen_is_made_up_for_by_a_smaller_one() -> None:
    for unseen in (Unknown(Reason.UNAVAILABLE), Absent()):
        assert rules.diagnose(replace(WELL, sharepoint_photo=unseen), STALE)[0].key == "only_cached"


def test_a_resync_is_offered_only_where_it_can_help() -> None:
    offered = {
        key for _, facts, said, key, _ in TABLE if ladder.resync_possible(rules.diagnose(facts, said), ladder.Allowed())
    }
    assert offered == {
        *("sharepoint_behind", "never_pulled", "placeholder_shown", "pull_stuck", "pulled_another", "sizes_differ"),
    }


@pytest.mark.parametrize("asked", [timedelta(hours=71), timedelta(), -timedelta(hours=1)])
def test_a_pull_is_not_called_stuck_before_its_time(asked: timedelta) -> None:
    assert rules.diagnose(replace(BEHIND, pull_asked_at=NOW - asked), STALE)[0].key == "sharepoint_behind"


@pytest.mark.parametrize(
    ("late", "key"), [(timedelta(minutes=59), "pull_not_due"), (timedelta(hours=2), "pull_not_due")]
)
def test_what_a_pull_brought_is_judged_when_the_next_one_is_due(late: timedelta, key: str) -> None:
    pulled = NOW - timedelta(hours=9)
    facts = replace(BEHIND, profile=profile(pulled_at=pulled), sightings={"photo": Sighting(pulled - late)})
    assert rules.diagnose(facts, STALE)[0].key == key


def test_an_ask_for_an_earlier_photo_says_nothing_about_this_one() -> None:
    seen = {"photo": Sighting(NOW - timedelta(hours=1), NOW - timedelta(hours=2))}
    facts = replace(BEHIND, pull_asked_at=NOW - timedelta(hours=90), sightings=seen)
    assert rules.diagnose(facts, STALE)[0].key == "sharepoint_behind"


def test_a_pull_that_came_after_we_asked_is_not_stuck() -> None:
    facts = replace(
        BEHIND, pull_asked_at=NOW - timedelta(hours=90), profile=profile(pulled_at=NOW - timedelta(hours=80))
    )
    assert rules.diagnose(facts, STALE)[0].key == "sharepoint_behind"


@pytest.mark.parametrize(
    ("since", "stopped"),
    [(timedelta(hours=2, minutes=59), False), (timedelta(hours=3, minutes=1), True), (None, False)],
)
def test_a_sync_is_called_stopped_after_three_hours(since: timedelta | None, stopped: bool) -> None:
    tenant = Organization(True, NOW - since if since else None)
    key = rules.diagnose(replace(WELL, account=SYNCED, organization=tenant), STALE)[0].key
    assert (key == "sync_stopped") is stopped


def test_somebody_who_is_not_synced_does_not_mind_a_stopped_sync() -> None:
    assert rules.diagnose(replace(WELL, organization=STOPPED), STALE)[0].key == "only_cached"


@pytest.mark.parametrize(
    ("ago", "possible"),
    [(timedelta(hours=9), timedelta(hours=15)), (timedelta(hours=24), timedelta()), (None, timedelta())],
)
def test_sharepoint_pulls_once_in_24_hours(ago: timedelta | None, possible: timedelta) -> None:
    assert timing.pull_possible_at(NOW - ago if ago else None, NOW) == NOW + possible


@pytest.mark.parametrize(
    ("wait", "start", "possible", "expected", "look"),
    [
        (timing.PULL, timedelta(hours=15), 15, 39, 15),  # not before the 24 hours are over
        (timing.PULL, timedelta(), 0, 24, 24),
        (timing.HYBRID, timedelta(), 0.5, 24.5, 0.5),
        (timing.MAILBOX, timedelta(), 0.25, 24, 0.25),
        (timing.POLICY, timedelta(), 0, 24, 24),
        (timing.PULL, -timedelta(hours=50), 0, 0, 0),  # nothing is expected in the past
    ],
)
def test_when_it_can_be_there(
    wait: timing.Wait, start: timedelta, possible: float, expected: float, look: float
) -> None:
    times = timing.times(wait, NOW + start, NOW)
    hours = [(at - NOW) / timedelta(hours=1) for at in (times.possible_at, times.expected_by, times.look_again_at)]
    assert hours == [possible, expected, look]


def test_looks_get_further_apart_end_after_72_hours_and_are_spread() -> None:
    def looks(salt: str) -> list[timedelta]:
        found, at = [], NOW
        while (following := timing.next_look(NOW, at, salt)) is not None:
            found.append(following - NOW)
            at = following
        return found

    mine = looks("a")
    assert mine == sorted(mine)
    assert mine[0] < timedelta(seconds=10)
    assert timedelta(hours=71) <= mine[-1] <= timedelta(hours=72)
    assert mine == looks("a")
    assert timing.next_look(NOW, NOW + timedelta(hours=70), "a") == NOW + mine[-1], "missed looks are left out"
    assert timing.next_look(NOW, NOW + timedelta(hours=90), "a") is None
    for number in (5, -1):
        assert len({looks(f"case {n}")[number] for n in range(1000)}) > 900
