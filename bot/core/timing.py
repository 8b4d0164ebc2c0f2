"""Facts in, moments out: when a photo can have arrived, when to look again. It reads no clock."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

HOUR = timedelta(hours=1)
# SharePoint pulls a picture on demand, at most once in 24 hours (domain: 2.1.6).
PULL_INTERVAL = 24 * HOUR
# The longest figure that anybody claims for a pull; after it, a person should look at it (domain: 1.5).
PATIENCE = 72 * HOUR
# An Exchange licence takes some minutes until the photo can be reached (domain: 1.5, row 3).
NEW_MAILBOX = HOUR
# The synchronization with a directory on the premises runs every 30 minutes; silent for this long, it has probably
# stopped. The threshold is ours (domain: 3.4).
SYNC_STOPPED = 3 * HOUR
# A pull that comes this long after a change should bring the new photo; what Graph shows may be some minutes ahead.
SETTLING = HOUR
LATELY = 7 * 24 * HOUR
# Profile texts reach SharePoint within a day; up to two are claimed for edits on the profile card (domain: 1.5).
TEXTS_ARRIVE = 24 * HOUR


@dataclass(frozen=True)
class Wait:
    """How long something takes once its cause is gone: from when it can be there, by when it usually is."""

    earliest: timedelta
    usual: timedelta


# The figures of domain, section 1.5 and of its decision table; hops that follow each other are added up.
NONE = Wait(timedelta(), timedelta())
PULL = Wait(timedelta(), PULL_INTERVAL)
MAILBOX = Wait(HOUR / 4, 24 * HOUR)
HYBRID = Wait(HOUR / 2, HOUR / 2 + PULL_INTERVAL)  # the next cycle, and then a pull
POLICY = Wait(timedelta(), 24 * HOUR)
UPLOAD = Wait(timedelta(), 24 * HOUR)  # minutes to a day
TEXTS = Wait(timedelta(), TEXTS_ARRIVE)
CLIENT = Wait(timedelta(), 24 * HOUR)  # Outlook's address book; for the new Teams no figure is published
SUPPORT = Wait(24 * HOUR, PATIENCE)


@dataclass(frozen=True)
class Times:
    """When it can have arrived, by when it usually has, and when it is worth looking again."""

    possible_at: datetime
    expected_by: datetime
    look_again_at: datetime


def times(wait: Wait, start: datetime, now: datetime) -> Times:
    """The three moments for a wait that begins at `start`; none of them lies in the past."""
    possible = max(start + wait.earliest, now)
    expected = max(start + wait.usual, possible)
    return Times(possible, expected, possible if possible > now else expected)


# Looks after SharePoint was asked. A pull that works takes seconds, and people who open SharePoint themselves do it in
# the first minutes; what has not come by then is waited for with more patience.
LOOKS = tuple(
    timedelta(seconds=seconds)
    for seconds in (*(5, 12, 30), *range(60, 601, 60), *(1800, 3600, 3 * 3600, 8 * 3600, 16 * 3600))
) + tuple(timedelta(hours=hours) for hours in (25, 36, 49, 60, 72))


# After a message or a card that Teams did not take.
TEAMS_AGAIN = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), *[HOUR] * 24)
WAKING = (7, 21)  # o'clock: nobody is written to outside these hours of their own day
MORNING = HOUR / 4
REMIND_AGAIN = HOUR  # for what has no time of its own, such as an incident


def spread(salt: str) -> float:
    """From 0 to 1, always the same for the same `salt`: what is due together for many is moved apart by it."""
    return zlib.crc32(salt.encode()) / 2**32


def awake_at(now: datetime, zone: tzinfo | None, hours: tuple[int, int] = WAKING, salt: str = "") -> datetime:
    """`now`, or the next moment of the waking hours where it lies outside of them; `now` too where no zone is known.

    `hours` from the first to before the second; the same number twice is the whole day. Whoever sleeps is written to
    within the first quarter of an hour, at a moment that `salt` chooses.
    """
    first, last = hours
    if zone is None or first == last:
        return now
    local = now.astimezone(zone)
    if first <= local.hour < last if first < last else not last <= local.hour < first:
        return now
    day = local.date() if local.hour < first else local.date() + timedelta(days=1)
    return datetime.combine(day, time(first), zone).astimezone(UTC) + MORNING * spread(salt)


def remind_at(wanted: Iterable[datetime | None], now: datetime, salt: str = "") -> datetime:
    """When to come back for something that is possible from the latest of `wanted`; up to some minutes later."""
    at = max((one for one in wanted if one), default=now)
    return (at if at > now else now + REMIND_AGAIN) + MORNING / 3 * spread(salt)


def pull_possible_at(pulled_at: datetime | None, now: datetime) -> datetime:
    """From when SharePoint can pull again; `now` when it can already."""
    return max(now, pulled_at + PULL_INTERVAL) if pulled_at else now


def given_up_at(begun_at: datetime) -> datetime:
    """Until when a resync is watched."""
    return begun_at + PATIENCE


# Whoever is watched this closely is looked at with one call; later looks read everything.
CLOSELY = timedelta(minutes=15)


BLIND_AGAIN = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 4, 8, 16, 32))
LAST_CHANCES = 5  # looks after the end of patience, where the last one could see nothing


def look_again_at(blind: int, not_before: datetime, salt: str, told: bool = False) -> datetime:
    """When to repeat a look at which a service was too busy to tell, the `blind`-th in a row (from 1).

    `told`: the service itself has said from when; then within a minute. Otherwise further and further apart, and up to
    twice as far by `salt`. A service that recovers is never asked by all at once.
    """
    share = spread(f"{salt}:{blind}")
    if told:
        return not_before + BLIND_AGAIN[0] * share
    return not_before + BLIND_AGAIN[min(blind, len(BLIND_AGAIN)) - 1] * (1 + share)


def next_look(begun_at: datetime, now: datetime, salt: str) -> datetime | None:
    """When to look next at a resync that began at `begun_at`; None when patience has ended.

    Looks that were missed while the bot was away are not made up for. Each moment is moved by up to a tenth of its
    distance, always the same for the same `salt`, so that a thousand promises made together do not come due together.
    """
    for number, distance in enumerate(LOOKS):
        share = spread(f"{salt}:{number}")
        at = begun_at + (distance * (1 + share / 10) if distance < PATIENCE else PATIENCE - HOUR * share)
        if at > now:
            return at
    return None


def is_month(since: str) -> bool:
    """Whether `Complaint.since` names a month, and not a day."""
    return len(since) == len("2026-11")


def told_before(since: str, moment: datetime, span: timedelta) -> bool:
    """Whether what somebody says to be so since then was so `span` before the moment, whatever the hour they mean."""
    if not since:
        return False
    last = f"{since}-28" if is_month(since) else since  # the month may be this one
    return datetime.fromisoformat(last).replace(tzinfo=moment.tzinfo) + timedelta(days=1) + span < moment
