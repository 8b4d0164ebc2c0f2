"""The diagnosis: facts and a complaint in, findings out. Read the table top to bottom; the first that holds leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.core import photos, timing
from bot.core.facts import Absent, Account, Facts, Incident, PhotoPolicy, Picture, Profile, Reason, Unknown


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


@dataclass(frozen=True)
class Finding:
    """One thing that holds. `fixes` are the verbs offered for it; `params` are values for its sentences."""

    key: str
    verdict: Verdict
    fixes: tuple[str, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)


class View:
    """The facts of one person with the questions that rules ask of them. A question about the unseen answers no."""

    def __init__(self, facts: Facts, complaint: str) -> None:
        self.facts, self.complaint = facts, complaint
        self.account = facts.account if isinstance(facts.account, Account) else None
        self.policy = facts.policy if isinstance(facts.policy, PhotoPolicy) else PhotoPolicy()
        self.profile = facts.profile if isinstance(facts.profile, Profile) else None
        self.source = facts.source_photo if isinstance(facts.source_photo, Picture) else None
        self.copy = facts.sharepoint_photo if isinstance(facts.sharepoint_photo, Picture) else None
        self.same = self._same()

    def _same(self) -> bool | None:
        """True and False are certain; None where one of the two could not be seen or read."""
        if self.source and self.copy:
            try:
                return photos.same(self.source.content, self.copy.content)
            except photos.Unreadable:
                return None
        if self.source and isinstance(self.facts.sharepoint_photo, Absent):
            return False
        return None

    @property
    def incident(self) -> Incident | None:
        incidents = self.facts.incidents
        return incidents[0] if isinstance(incidents, tuple) and incidents else None

    @property
    def on_premises(self) -> bool:
        return self.policy.source == "onPremises"

    @property
    def some_may(self) -> bool:
        return bool(self.policy.allowed_roles)

    @property
    def policy_explains(self) -> bool:
        """Whether who may change a photo is the answer: there is none, or all stores hold the one complained of."""
        return self.no_source or (self.same is True and not self.behind and self.complaint != "check")

    @property
    def no_profile(self) -> bool:
        return isinstance(self.facts.profile, Absent)

    @property
    def switched_off(self) -> bool:
        """Pulling is off although there is a mailbox to pull from (domain: 2.2)."""
        return self.profile is not None and self.profile.exchange_sync == "0" and not self.no_mailbox

    @property
    def no_source(self) -> bool:
        return isinstance(self.facts.source_photo, Absent)

    @property
    def no_mailbox(self) -> bool:
        return self.account is not None and isinstance(self.account.mailbox_since, Absent)

    @property
    def mailbox_is_new(self) -> bool:
        since = self.account.mailbox_since if self.account else None
        return isinstance(since, datetime) and self.facts.seen_at - since < timing.NEW_MAILBOX

    @property
    def behind(self) -> bool:
        """SharePoint holds something else than the source, or nothing."""
        return self.same is False or self.placeholder

    @property
    def placeholder(self) -> bool:
        return self.source is not None and self.profile is not None and self.profile.placeholder == "1"

    @property
    def never_asked(self) -> bool:
        profile = self.profile
        return profile is not None and not (profile.pulled_at or profile.placeholder or profile.exchange_sync)

    @property
    def pull_possible_at(self) -> datetime:
        return timing.pull_possible_at(self.profile.pulled_at if self.profile else None, self.facts.seen_at)

    @property
    def pull_is_due(self) -> bool:
        return self.pull_possible_at <= self.facts.seen_at

    def unseen(self, *reasons: Reason) -> Unknown | None:
        """The first thing without which nobody can say where the photo hangs, if it was unseen for one of `reasons`."""
        for fact in (self.facts.source_photo, self.facts.profile, self.facts.sharepoint_photo):
            if isinstance(fact, Unknown) and fact.reason in reasons:
                return fact
        return None

    def params(self) -> dict[str, Any]:
        """Values for the sentences of whatever is found."""
        incident = self.incident
        waits = [u.retry_at for u in self.facts.unknowns.values() if u.retry_at]
        return {
            "pulled_at": self.profile.pulled_at if self.profile else None,
            "possible_at": self.pull_possible_at,
            "expected_by": timing.expected_by(self.pull_possible_at),
            "retry_at": max(waits) if waits else None,
            "incident": incident.id if incident else "",
            "service": incident.service if incident else "",
            "title": incident.title if incident else "",
        }


@dataclass(frozen=True)
class Rule:
    """A row: when `holds`, the finding `key` is true. `row` is the row of the decision table in domain, section 5."""

    key: str
    row: int
    verdict: Verdict
    holds: Callable[[View], object]
    fixes: tuple[str, ...] = ()


_ADD = ("change", "check", "helpdesk")
_RESYNC = ("resync", "check", "helpdesk")
_LATER = ("check", "helpdesk")
_SILENT = (Reason.UNAVAILABLE, Reason.TOO_SLOW, Reason.MALFORMED, Reason.NOT_ASKED)
_COMPLAINTS = ("photo_stale", "photo_missing", "resync")

V = Verdict
RULES: tuple[Rule, ...] = (
    Rule("incident", 31, V.INCIDENT, lambda v: v.incident, _LATER),
    Rule("guest", 21, V.BLOCKED_BY_POLICY, lambda v: v.account and v.account.guest, ("helpdesk",)),
    Rule("mastered_on_premises", 10, V.BLOCKED_BY_POLICY, lambda v: v.on_premises and v.policy_explains, _LATER),
    Rule("only_some_may_change", 11, V.BLOCKED_BY_POLICY, lambda v: v.some_may and v.policy_explains, _LATER),
    Rule("mailbox_is_new", 3, V.NOT_DUE_YET, lambda v: v.no_source and v.mailbox_is_new, _LATER),
    Rule("no_mailbox", 1, V.MISSING_AT_SOURCE, lambda v: v.no_source and v.no_mailbox, _ADD),
    Rule("no_photo", 2, V.MISSING_AT_SOURCE, lambda v: v.no_source, _ADD),
    Rule("throttled", 33, V.COULD_NOT_SEE, lambda v: v.unseen(Reason.THROTTLED), _LATER),
    Rule("permission_missing", 34, V.COULD_NOT_SEE, lambda v: v.unseen(Reason.FORBIDDEN), _LATER),
    Rule("sign_in_refused", 34, V.COULD_NOT_SEE, lambda v: v.unseen(Reason.UNAUTHORIZED), _LATER),
    Rule("not_seen", 33, V.COULD_NOT_SEE, lambda v: v.unseen(*_SILENT), _LATER),
    Rule("no_profile", 25, V.STUCK, lambda v: v.no_profile, _LATER),
    Rule("pull_switched_off", 9, V.STUCK, lambda v: v.behind and v.switched_off, _LATER),
    Rule("placeholder_shown", 8, V.STUCK, lambda v: v.placeholder, _RESYNC),
    Rule("never_pulled", 7, V.STUCK, lambda v: v.behind and v.never_asked, _RESYNC),
    Rule("pull_not_due", 4, V.NOT_DUE_YET, lambda v: v.behind and not v.pull_is_due, _LATER),
    Rule("sharepoint_behind", 5, V.STUCK, lambda v: v.behind, _RESYNC),
    Rule("picture_unreadable", 33, V.COULD_NOT_SEE, lambda v: v.same is None, _LATER),
    Rule("only_cached", 19, V.CACHE, lambda v: v.complaint in _COMPLAINTS, _LATER),
    Rule("all_in_order", 19, V.OK, lambda v: True, ("change", "helpdesk")),
)

# Said beside the leading finding, never instead of it.
ASIDES: tuple[Rule, ...] = (
    Rule("policy_unknown", 35, V.COULD_NOT_SEE, lambda v: isinstance(v.facts.policy, Unknown)),
    Rule("health_unknown", 31, V.COULD_NOT_SEE, lambda v: isinstance(v.facts.incidents, Unknown)),
    Rule("changes_on_premises", 10, V.BLOCKED_BY_POLICY, lambda v: v.on_premises and not v.policy_explains),
    Rule("changes_by_some", 11, V.BLOCKED_BY_POLICY, lambda v: v.some_may and not v.policy_explains),
)


def diagnose(facts: Facts, complaint: str = "photo_stale") -> tuple[Finding, ...]:
    """The findings that hold, the one to act on first. `complaint` is the intent that was understood."""
    view = View(facts, complaint)
    params = view.params()
    leading = next(rule for rule in RULES if rule.holds(view))
    beside = [rule for rule in ASIDES if rule.holds(view)]
    return tuple(Finding(rule.key, rule.verdict, rule.fixes, params) for rule in (leading, *beside))


def resync_possible(findings: tuple[Finding, ...]) -> bool:
    """Whether starting a resync can help now."""
    return bool(findings) and "resync" in findings[0].fixes
