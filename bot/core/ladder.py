"""What can be done about a photo that SharePoint does not have, gentlest first. It does nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.cases import Case
from bot.core.facts import Outcome
from bot.core.rules import Finding
from bot.core.view import View


@dataclass(frozen=True)
class Rung:
    """One way to get the photo there (domain: 4.4). `after` is how long the gentler ones are given first.

    `holds` is its precondition. The bot climbs it once in each resync, or again if `again`, for as long as it `holds`;
    one `by_press` only in the moment of a press that brings what it takes.
    """

    key: str
    after: timedelta
    holds: Callable[[View], bool]
    again: bool = False
    by_press: bool = False


@dataclass(frozen=True)
class Allowed:
    """What the administrator lets the bot do, one name for each rung."""

    guide: bool = True
    as_person: bool = False  # there must be single sign-on for it
    ask: bool = True
    republish: bool = True
    repair: bool = False


LADDER = (
    # The person's own request is the one that starts a pull for sure (practices 1 and 3).
    Rung("as_person", timedelta(), lambda v: v.pull_is_due and not v.switched_off, by_press=True),
    # SharePoint forgets that it was asked, or never noticed: asking costs one request.
    Rung("ask", timedelta(), lambda v: v.pull_is_due and not v.switched_off, again=True),
    # The same bytes once more are a change for Exchange and Entra ID (practice 4).
    Rung("republish", timedelta(minutes=10), lambda v: v.pull_is_due and v.may_be_put and v.surely_behind),
    # The flags that keep SharePoint from asking Exchange (practice 5).
    Rung("repair", timedelta(), lambda v: v.switched_off),
    Rung("repair", timedelta(hours=1), lambda v: v.pull_is_due and v.placeholder),
)
REPAIRED = ("0", "1")  # SPS-PicturePlaceholderState and SPS-PictureExchangeSyncState as support scripts set them


def due(case: Case, view: View, allowed: Allowed, now: datetime, by_press: bool = False) -> tuple[str, ...]:
    """The rungs to climb now, gentlest first: those of a press, or those that need none."""
    gone = now - (case.since or case.begun_at or now)
    open_now = (rung for rung in LADDER if rung.by_press is by_press and gone >= rung.after)
    rungs = (rung for rung in open_now if getattr(allowed, rung.key) and rung.holds(view))
    return tuple(dict.fromkeys(rung.key for rung in rungs if rung.again or _open(case.outcome(rung.key))))


def _open(outcome: Outcome | None) -> bool:
    """A service that was busy may be asked again; what it refused or may have done is left at that."""
    return outcome in (None, Outcome.FAILED)


def planned(view: View, allowed: Allowed) -> tuple[str, ...]:
    """What a resync of this person may come to, for the plan, in its order."""
    steps = {
        "repair": allowed.repair and (view.switched_off or view.placeholder),
        "ask": allowed.ask,
        "as_person": allowed.as_person,
        "guide": allowed.guide,
        "republish": allowed.republish and view.may_be_put,
    }
    return tuple(key for key, holds in steps.items() if holds)


def fixes(finding: Finding, allowed: Allowed) -> tuple[str, ...]:
    """The verbs offered for a finding, as far as the administrator allows what is behind them."""
    if finding.key == "pull_switched_off" and allowed.repair:
        return ("resync", *finding.fixes)
    if not (allowed.guide or allowed.ask or allowed.as_person):
        return tuple(verb for verb in finding.fixes if verb != "resync")
    return finding.fixes


def resync_possible(findings: Iterable[Finding], allowed: Allowed) -> bool:
    """Whether starting a resync can help now."""
    return any("resync" in fixes(finding, allowed) for finding in list(findings)[:1])
