"""The diagnosis: facts and a complaint in, findings out. Read the tables top to bottom; the first that holds leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from bot.core import timing
from bot.core.facts import Complaint, Facts, Reason, Unknown
from bot.core.view import PROFILE_INTENTS, View


class Verdict(StrEnum):
    """What it comes down to."""

    MISSING_AT_SOURCE = "missing_at_source"
    BLOCKED_BY_POLICY = "blocked_by_policy"
    STUCK = "stuck"
    CACHE = "cache"
    COULD_NOT_SEE = "could_not_see"
    NOT_DUE_YET = "not_due_yet"
    INCIDENT = "incident"
    OK = "ok"


class Who(StrEnum):
    """Who has to act."""

    NOBODY = "nobody"
    PERSON = "person"
    HELPDESK = "helpdesk"
    ADMINISTRATOR = "administrator"
    MICROSOFT = "microsoft"


@dataclass(frozen=True)
class Finding:
    """One thing that holds. `fixes` are the verbs offered for it; `params` are values for its sentences."""

    key: str
    row: int
    verdict: Verdict
    who: Who
    fixes: tuple[str, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """A row: when `holds`, the finding `key` is true.

    `row` is the row of the decision table in domain, section 5; `who` has to act, and `wait` is how long it takes then.
    One with `fact` tells that this fact could not be seen.
    """

    key: str
    row: int
    verdict: Verdict
    who: Who
    wait: timing.Wait
    fixes: tuple[str, ...]
    holds: Callable[[View], object]
    fact: str = ""


MISSING, BLOCKED, STUCK = Verdict.MISSING_AT_SOURCE, Verdict.BLOCKED_BY_POLICY, Verdict.STUCK
UNSEEN, NOT_DUE, CACHE, OK = Verdict.COULD_NOT_SEE, Verdict.NOT_DUE_YET, Verdict.CACHE, Verdict.OK
W, T = Who, timing

_ADD = ("change", "check", "helpdesk")
_RESYNC = ("resync", "check", "helpdesk")
_LATER = ("check", "helpdesk")
_REMIND = ("remind", "check", "helpdesk")
_HELP = ("helpdesk", "check")
_SILENT = (Reason.UNAVAILABLE, Reason.TOO_SLOW, Reason.MALFORMED)

# fmt: off
# What is wrong with the account or the tenant comes before what is wrong with a photo or a text.
ACCOUNT: tuple[Rule, ...] = (
    Rule("account_not_found", 25, UNSEEN, W.HELPDESK, T.NONE, _HELP, lambda v: v.no_account),
    Rule("incident", 31, Verdict.INCIDENT, W.MICROSOFT, T.NONE, _REMIND,
         lambda v: v.incident and (v.about_photos or v.texts_differ)),
    Rule("guest", 21, BLOCKED, W.ADMINISTRATOR, T.UPLOAD, _HELP, lambda v: v.guest),
    Rule("account_disabled", 25, STUCK, W.ADMINISTRATOR, T.TEXTS, _HELP, lambda v: v.disabled),
    Rule("account_recreated", 24, STUCK, W.ADMINISTRATOR, T.TEXTS, _HELP, lambda v: v.recreated),
    Rule("service_rejected", 15, STUCK, W.ADMINISTRATOR, T.SUPPORT, _HELP, lambda v: v.service_rejected),
)

# Nothing can be said; the profile's texts need other facts than photos do, see View.unseen.
BLIND: tuple[Rule, ...] = (
    Rule("throttled", 33, UNSEEN, W.NOBODY, T.NONE, _REMIND, lambda v: v.unseen(Reason.THROTTLED)),
    Rule("permission_missing", 34, UNSEEN, W.ADMINISTRATOR, T.NONE, _LATER, lambda v: v.unseen(Reason.FORBIDDEN)),
    Rule("sign_in_refused", 34, UNSEEN, W.ADMINISTRATOR, T.NONE, _LATER, lambda v: v.unseen(Reason.UNAUTHORIZED)),
    Rule("signed_out", 34, UNSEEN, W.PERSON, T.NONE, _LATER, lambda v: v.unseen(Reason.SIGNED_OUT)),
    Rule("other_geography", 26, UNSEEN, W.ADMINISTRATOR, T.NONE, _LATER, lambda v: v.profile_elsewhere),
    Rule("picture_elsewhere", 33, UNSEEN, W.PERSON, T.UPLOAD, _ADD, lambda v: v.unseen(Reason.ELSEWHERE)),
    Rule("not_seen", 33, UNSEEN, W.NOBODY, T.NONE, _REMIND, lambda v: v.unseen(*_SILENT)),
    Rule("not_licensed", 25, STUCK, W.ADMINISTRATOR, T.TEXTS, _HELP, lambda v: v.no_profile and v.no_sharepoint),
    Rule("no_profile", 25, STUCK, W.PERSON, T.TEXTS, _LATER, lambda v: v.no_profile),
)

# Whoever complains of a photo is not told of texts first.
TEXTS: tuple[Rule, ...] = (
    Rule("texts_overdue", 28, STUCK, W.ADMINISTRATOR, T.TEXTS, _HELP, lambda v: v.texts_overdue and not v.of_a_photo),
    Rule("texts_differ", 28, NOT_DUE, W.NOBODY, T.TEXTS, _REMIND, lambda v: v.texts_differ and not v.of_a_photo),
)

PHOTO: tuple[Rule, ...] = (
    # who may change it, where that is the question
    Rule("mastered_on_premises", 10, BLOCKED, W.HELPDESK, T.HYBRID, _LATER,
         lambda v: v.on_premises and v.policy_explains),
    Rule("only_some_may_change", 11, BLOCKED, W.HELPDESK, T.UPLOAD, _LATER, lambda v: v.some_may and v.policy_explains),
    Rule("policy_unknown", 35, UNSEEN, W.ADMINISTRATOR, T.NONE, _HELP,
         lambda v: v.may_not and v.fact_unseen("policy"), "policy"),
    Rule("mailbox_policy", 12, BLOCKED, W.ADMINISTRATOR, T.POLICY, _HELP, lambda v: v.may_not and v.policy_explains),
    Rule("upload_refused", 18, MISSING, W.PERSON, T.UPLOAD, _ADD, lambda v: v.upload_fails and v.no_source),
    Rule("new_upload_refused", 18, UNSEEN, W.PERSON, T.UPLOAD, _ADD, lambda v: v.upload_fails),
    # the way from a directory on the premises
    Rule("directory_conflict", 14, STUCK, W.ADMINISTRATOR, T.HYBRID, _HELP,
         lambda v: v.directory_conflict and v.upstream),
    Rule("sync_stopped", 13, STUCK, W.ADMINISTRATOR, T.HYBRID, _HELP, lambda v: v.sync_stopped and v.upstream),
    # no photo to begin with
    Rule("mailbox_on_premises", 16, BLOCKED, W.HELPDESK, T.HYBRID, _HELP, lambda v: v.mailbox_on_premises),
    Rule("mailbox_is_new", 3, NOT_DUE, W.NOBODY, T.MAILBOX, _REMIND, lambda v: v.mailbox_is_new),
    Rule("no_mailbox", 1, MISSING, W.PERSON, T.UPLOAD, _ADD, lambda v: v.no_source and v.no_mailbox),
    Rule("no_photo", 2, MISSING, W.PERSON, T.UPLOAD, _ADD, lambda v: v.no_source),
    *BLIND,
    # the way to SharePoint
    Rule("photo_without_mailbox", 1, STUCK, W.PERSON, T.UPLOAD, _ADD, lambda v: v.behind and v.nothing_to_pull_from),
    Rule("pull_switched_off", 9, STUCK, W.ADMINISTRATOR, T.PULL, _HELP, lambda v: v.behind and v.switched_off),
    Rule("pull_stuck", 6, STUCK, W.ADMINISTRATOR, T.SUPPORT, ("helpdesk", "resync", "check"),
         lambda v: v.behind and v.asked_in_vain),
    Rule("pulled_another", 6, STUCK, W.ADMINISTRATOR, T.SUPPORT, ("helpdesk", "resync", "check"),
         lambda v: v.pulled_another and v.pull_is_due),
    Rule("placeholder_shown", 8, STUCK, W.PERSON, T.PULL, _RESYNC, lambda v: v.placeholder and v.pull_is_due),
    Rule("never_pulled", 7, STUCK, W.PERSON, T.PULL, _RESYNC, lambda v: v.behind and v.never_asked),
    Rule("pull_not_due", 4, NOT_DUE, W.NOBODY, T.PULL, _REMIND,
         lambda v: (v.behind or v.sizes_differ) and not v.pull_is_due),
    Rule("sharepoint_behind", 5, STUCK, W.PERSON, T.PULL, _RESYNC, lambda v: v.behind),
    Rule("sizes_differ", 5, STUCK, W.PERSON, T.PULL, _RESYNC, lambda v: v.sizes_differ),
    Rule("picture_unreadable", 33, UNSEEN, W.PERSON, T.UPLOAD, _LATER, lambda v: v.same is None),
    Rule("picture_state_unknown", 8, UNSEEN, W.HELPDESK, T.NONE, _HELP, lambda v: v.state_unknown),
    # all stores hold the same: where is the old one seen?
    Rule("directory_photo", 17, BLOCKED, W.HELPDESK, T.HYBRID, _LATER,
         lambda v: v.in_general and v.small_from_directory),
    Rule("site_copy_old", 23, CACHE, W.PERSON, T.CLIENT, _LATER, lambda v: v.site_differs),
    Rule("site_unnamed", 23, CACHE, W.PERSON, T.CLIENT, _LATER, lambda v: v.seen_in("site") and not v.complaint.site),
    Rule("cached_in_outlook", 20, CACHE, W.PERSON, T.CLIENT, _LATER, lambda v: v.seen_in("outlook")),
    Rule("copied_elsewhere", 22, CACHE, W.NOBODY, T.NONE, _LATER, lambda v: v.seen_in("elsewhere")),
    Rule("cached_in_browser", 36, CACHE, W.PERSON, T.NONE, _LATER, lambda v: v.seen_in("browser", "sharepoint")),
    Rule("hidden_from_lists", 27, BLOCKED, W.ADMINISTRATOR, T.HYBRID, _HELP,
         lambda v: v.hidden and v.complaint.intent in ("photo_missing", "check", "")),
    *TEXTS,
    Rule("only_cached", 19, CACHE, W.PERSON, T.NONE, _LATER, lambda v: v.complains),
    Rule("account_unknown", 33, UNSEEN, W.NOBODY, T.NONE, _LATER, lambda v: v.account is None, "account"),
    Rule("all_in_order", 19, OK, W.NOBODY, T.NONE, ("change", "helpdesk"), lambda v: True),
)

# The texts of a profile: name, title, department … (domain: 2.4, 2.5).
PROFILE: tuple[Rule, ...] = (
    Rule("field_not_synced", 30, BLOCKED, W.ADMINISTRATOR, T.NONE, _HELP, lambda v: v.never_synced),
    Rule("directory_conflict", 14, STUCK, W.ADMINISTRATOR, T.HYBRID, _HELP, lambda v: v.directory_conflict),
    Rule("sync_stopped", 13, STUCK, W.ADMINISTRATOR, T.HYBRID, _HELP, lambda v: v.sync_stopped),
    *BLIND,
    *TEXTS,
    Rule("site_copy_old", 23, CACHE, W.PERSON, T.CLIENT, _LATER, lambda v: v.site_differs),
    Rule("texts_cached", 19, CACHE, W.PERSON, T.CLIENT, _LATER, lambda v: v.texts_elsewhere),
    Rule("not_seen", 33, UNSEEN, W.NOBODY, T.NONE, _REMIND, lambda v: not v.texts),
    Rule("directory_is_master", 29, BLOCKED, W.HELPDESK, T.TEXTS, _LATER, lambda v: True),
)

# Said beside the leading finding, never instead of it.
BESIDE: tuple[Rule, ...] = (
    Rule("mastered_on_premises", 10, BLOCKED, W.HELPDESK, T.HYBRID, (), lambda v: v.on_premises and v.about_photos),
    Rule("only_some_may_change", 11, BLOCKED, W.HELPDESK, T.UPLOAD, (), lambda v: v.some_may and v.about_photos),
    Rule("directory_conflict", 14, STUCK, W.ADMINISTRATOR, T.HYBRID, (), lambda v: v.directory_conflict),
    Rule("sync_stopped", 13, STUCK, W.ADMINISTRATOR, T.HYBRID, (), lambda v: v.sync_stopped),
    Rule("hidden_from_lists", 27, BLOCKED, W.ADMINISTRATOR, T.HYBRID, (), lambda v: v.hidden and not v.guest),
    Rule("texts_overdue", 28, STUCK, W.ADMINISTRATOR, T.TEXTS, (), lambda v: v.texts_overdue),
    Rule("texts_differ", 28, NOT_DUE, W.NOBODY, T.TEXTS, (), lambda v: v.texts_differ and not v.texts_overdue),
    # what could not be seen, and what that means
    Rule("account_unknown", 33, UNSEEN, W.NOBODY, T.NONE, (), lambda v: v.fact_unseen("account"), "account"),
    Rule("policy_unknown", 35, UNSEEN, W.ADMINISTRATOR, T.NONE, (),
         lambda v: v.fact_unseen("policy") and v.about_photos, "policy"),
    Rule("health_unknown", 31, UNSEEN, W.ADMINISTRATOR, T.NONE, (), lambda v: v.fact_unseen("incidents"), "incidents"),
    Rule("sync_unknown", 13, UNSEEN, W.ADMINISTRATOR, T.NONE, (),
         lambda v: v.synced and v.fact_unseen("organization"), "organization"),
    Rule("site_unknown", 23, UNSEEN, W.ADMINISTRATOR, T.NONE, (), lambda v: v.fact_unseen("site_entry"), "site_entry"),
)
# fmt: on

EVERY = {rule.key: rule for rule in (*ACCOUNT, *PHOTO, *PROFILE, *BESIDE)}


def tables(complaint: Complaint) -> tuple[Rule, ...]:
    """The rules that answer this complaint, in their order."""
    return ACCOUNT + (PROFILE if complaint.intent in PROFILE_INTENTS else PHOTO)


def diagnose(facts: Facts, complaint: Complaint) -> tuple[Finding, ...]:
    """The findings that hold, the one to act on first."""
    view = View(facts, complaint)
    leading = next(rule for rule in tables(complaint) if rule.holds(view))
    beside = [rule for rule in BESIDE if rule.key != leading.key and rule.holds(view)]
    return tuple(
        Finding(rule.key, rule.row, rule.verdict, rule.who, rule.fixes, _params(view, rule))
        for rule in (leading, *beside)
    )


def _params(view: View, rule: Rule) -> dict[str, Any]:
    """Values for the sentences of `rule`."""
    facts, incident = view.facts, view.incident
    waits = [unknown.retry_at for unknown in facts.unknowns.values() if unknown.retry_at]
    fact = getattr(facts, rule.fact) if rule.fact else None
    start = view.pull_possible_at if rule.wait is timing.PULL else facts.seen_at
    return {
        **asdict(timing.times(rule.wait, start, facts.seen_at)),
        "pulled_at": view.profile.pulled_at if view.profile else None,
        "asked_at": facts.pull_asked_at,
        "retry_at": max(waits) if waits else None,
        "incident": incident.id if incident else "",
        "service": incident.service if incident else "",
        "why": str(fact.reason) if isinstance(fact, Unknown) else "",
        "master": "cloud" if not view.synced else "premises" if facts.cloud_managed is False else "probably",
        "place": view.complaint.place or "app",
    }
