"""The decision table: what the bot sees, and what it says about it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PIL import Image, ImageDraw

from bot.core import rules, timing
from bot.core.facts import Absent, Account, Facts, Incident, PhotoPolicy, Picture, Profile, Reason, Unknown

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


OLD, NEW, NEW_SMALL = (
    portrait("#223355", "#110000"),
    portrait("#ffee88", "#aa4400"),
    portrait("#ffee88", "#aa4400", 300),
)

WELL = Facts(
    person="p",
    seen_at=NOW,
    account=Account("p", user_principal_name="p@x.example", mailbox_since=NOW - timedelta(days=400)),
    source_photo=Picture(NEW, "etag"),
    policy=PhotoPolicy(),
    profile=Profile("https://x-my/M.jpg", NOW - timedelta(days=40), "0", "1"),
    sharepoint_photo=Picture(NEW_SMALL),
    incidents=(),
)
PROFILE = WELL.profile
assert isinstance(PROFILE, Profile)
ACCOUNT = WELL.account
assert isinstance(ACCOUNT, Account)
BEHIND = replace(WELL, sharepoint_photo=Picture(OLD))
GUEST = replace(ACCOUNT, guest=True)
NO_PLAN = replace(ACCOUNT, mailbox_since=Absent())
NEW_PLAN = replace(ACCOUNT, mailbox_since=NOW - timedelta(minutes=20))
LATE = Unknown(Reason.THROTTLED, NOW + timedelta(seconds=120))
ROLES = PhotoPolicy(allowed_roles=("fe930be7-5e62-47db-91af-98c3a49a38b1",))
AD = PhotoPolicy("onPremises")
NEVER = Profile()


def profile(**changes: Any) -> Profile:
    return replace(PROFILE, **changes)


TABLE = [
    # row, what is seen, key, verdict
    (1, replace(WELL, source_photo=Absent(), account=NO_PLAN), "no_mailbox", "missing_at_source"),
    (2, replace(WELL, source_photo=Absent()), "no_photo", "missing_at_source"),
    (3, replace(WELL, source_photo=Absent(), account=NEW_PLAN), "mailbox_is_new", "not_due_yet"),
    (4, replace(BEHIND, profile=profile(pulled_at=NOW - timedelta(hours=9))), "pull_not_due", "not_due_yet"),
    (5, BEHIND, "sharepoint_behind", "stuck"),
    (7, replace(WELL, profile=NEVER, sharepoint_photo=Absent()), "never_pulled", "stuck"),
    (8, replace(WELL, profile=profile(placeholder="1"), sharepoint_photo=Absent()), "placeholder_shown", "stuck"),
    (8, replace(WELL, profile=profile(placeholder="1")), "placeholder_shown", "stuck"),
    (9, replace(BEHIND, profile=profile(exchange_sync="0")), "pull_switched_off", "stuck"),
    (10, replace(WELL, policy=AD), "mastered_on_premises", "blocked_by_policy"),
    (10, replace(WELL, policy=AD, source_photo=Absent()), "mastered_on_premises", "blocked_by_policy"),
    (11, replace(WELL, policy=ROLES), "only_some_may_change", "blocked_by_policy"),
    (19, WELL, "only_cached", "cache"),
    (21, replace(WELL, account=GUEST, source_photo=Absent()), "guest", "blocked_by_policy"),
    (25, replace(WELL, profile=Absent(), sharepoint_photo=Absent()), "no_profile", "stuck"),
    (31, replace(BEHIND, incidents=(Incident("SP1", "SharePoint", "Photos"),)), "incident", "incident"),
    (33, replace(WELL, source_photo=LATE), "throttled", "could_not_see"),
    (33, replace(WELL, sharepoint_photo=LATE), "throttled", "could_not_see"),
    (33, replace(WELL, profile=Unknown(Reason.TOO_SLOW), sharepoint_photo=LATE), "throttled", "could_not_see"),
    (33, replace(WELL, profile=Unknown(Reason.TOO_SLOW)), "not_seen", "could_not_see"),
    (33, replace(WELL, sharepoint_photo=Picture(b"no picture")), "picture_unreadable", "could_not_see"),
    (34, replace(WELL, profile=Unknown(Reason.FORBIDDEN)), "permission_missing", "could_not_see"),
    (34, replace(WELL, source_photo=Unknown(Reason.UNAUTHORIZED)), "sign_in_refused", "could_not_see"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "facts", "key", "verdict"), TABLE)
def test_row(row: int, facts: Facts, key: str, verdict: str) -> None:
    leading = rules.diagnose(facts)[0]
    assert (leading.key, leading.verdict) == (key, verdict)
    assert next(rule for rule in rules.RULES if rule.key == key).row == row


def test_every_rule_has_a_row_here() -> None:
    assert {rule.key for rule in rules.RULES} - {key for _, _, key, _ in TABLE} == {"all_in_order"}


def test_policy_unknown_is_said_beside_and_never_asserted() -> None:
    leading, *beside = rules.diagnose(replace(BEHIND, policy=Unknown(Reason.FORBIDDEN)))
    assert leading.key == "sharepoint_behind"
    assert [finding.key for finding in beside] == ["policy_unknown"]


def test_a_new_photo_under_a_policy_is_still_stuck_and_the_policy_is_said() -> None:
    keys = [finding.key for finding in rules.diagnose(replace(BEHIND, policy=AD))]
    assert keys == ["sharepoint_behind", "changes_on_premises"]


@pytest.mark.parametrize(
    ("complaint", "verdict"), [("photo_stale", "cache"), ("photo_missing", "cache"), ("check", "ok")]
)
def test_the_same_photos_are_a_cache_only_for_somebody_who_complains(complaint: str, verdict: str) -> None:
    assert rules.diagnose(WELL, complaint)[0].verdict == verdict


def test_everything_unseen_is_one_answer() -> None:
    nothing = Unknown(Reason.UNAVAILABLE)
    facts = Facts("p", NOW, nothing, nothing, nothing, nothing, nothing, nothing)
    assert rules.diagnose(facts)[0].verdict == "could_not_see"


def test_a_resync_is_offered_only_where_it_can_help() -> None:
    offered = {key for _, facts, key, _ in TABLE if rules.resync_possible(rules.diagnose(facts))}
    assert offered == {"sharepoint_behind", "never_pulled", "placeholder_shown"}


@pytest.mark.parametrize(
    ("ago", "possible"),
    [(timedelta(hours=9), timedelta(hours=15)), (timedelta(hours=24), timedelta()), (None, timedelta())],
)
def test_sharepoint_pulls_once_in_24_hours(ago: timedelta | None, possible: timedelta) -> None:
    assert timing.pull_possible_at(NOW - ago if ago else None, NOW) == NOW + possible


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
    assert mine[-1] == timedelta(hours=72)
    assert mine == looks("a")
    assert timing.next_look(NOW, NOW + timedelta(hours=71), "a") == NOW + timedelta(hours=72), (
        "missed looks are left out"
    )
    assert timing.next_look(NOW, NOW + timedelta(hours=90), "a") is None
    assert len({looks(f"case {n}")[5] for n in range(1000)}) > 900
