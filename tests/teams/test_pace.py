"""How fast messages leave: sliding windows on a clock of the test, and over HTTP."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace

import pytest

from bot.ports import Conversation, NotNow, Reply
from bot.teams import Connector
from bot.teams.pace import CONVERSATION, HOUR, TENANT, Limits, Pace
from tests.teams.conftest import Microsoft


def sent(limits: Limits, most: int, every: float = 0.0, together: int = 1) -> list[float]:
    """When so many messages leave that are wanted `every` so many seconds, from 1,000 on."""
    pace, times = Pace(limits, together), []
    for number in range(most):
        at = pace.next("a", 1000.0 + number * every)
        pace.leaves("a", at)
        times.append(at - 1000.0)
    return times


def busiest(times: list[float], seconds: float) -> int:
    """The most that left within any so many seconds."""
    return max(sum(one <= other < one + seconds - 1e-6 for other in times) for one in times)


@pytest.mark.parametrize("limits", [CONVERSATION, TENANT])
@pytest.mark.parametrize("every", [0.0, 0.05, 0.3, 0.7])
def test_never_faster_than_teams_takes_it(limits: Limits, every: float) -> None:
    times = sent(limits, 300, every)
    assert times == sorted(times)
    assert all(busiest(times, seconds) <= count for count, seconds in limits)


def test_the_hour() -> None:
    times = sent(HOUR, 1900)
    assert times[1799] < 3600 <= times[1800]


@pytest.mark.parametrize("every", [0.0, 0.9, 1.9, 2.1, 59.0])
def test_the_hour_by_thirties(every: float) -> None:
    times = sent(HOUR, 2100, every, together=30)
    assert times == sorted(times) and busiest(times, 3600.0) <= 1800
    assert every > 2.0 or busiest(times, 3600.0) > 1740
    assert every < 2.0 or times == pytest.approx([number * every for number in range(2100)])


def test_of_the_hour_little_is_remembered() -> None:
    pace = Pace(HOUR, together=30)
    for number in range(1000):
        pace.leaves("a", float(number))
    assert len(pace._left["a"]) == 34
    assert pace.next("b", 5000.0) == 5000.0
    assert not pace._left and not pace._room


def test_nobody_waits_who_need_not() -> None:
    assert sent(CONVERSATION, 7) == [0.0] * 7
    assert sent(CONVERSATION, 200, every=1.0) == [float(number) for number in range(200)]
    assert sent(TENANT, 50) == [0.0] * 50


def test_one_does_not_wait_for_the_other() -> None:
    pace = Pace(CONVERSATION)
    for _ in range(7):
        pace.leaves("a", 5.0)
    assert (pace.next("a", 5.0), pace.next("b", 5.0)) == (6.0, 5.0)


def test_who_was_silent_for_long_is_forgotten() -> None:
    pace = Pace(HOUR)
    for number in range(5000):
        pace.leaves(f"talk {number}", pace.next(f"talk {number}", number / 10))
    pace.leaves("late", pace.next("late", 5000.0))
    assert len(pace) == 1


async def test_a_burst_is_spread(connector: Connector, microsoft: Microsoft, chat: Conversation) -> None:
    began = time.monotonic()
    await asyncio.gather(*(connector.send(chat, Reply(str(number))) for number in range(8)))
    assert [body["text"] for body in microsoft.said] == [str(number) for number in range(8)]
    assert 1.0 <= time.monotonic() - began < 3.0


async def test_threads_of_a_channel_share_its_pace(
    connector: Connector, microsoft: Microsoft, chat: Conversation
) -> None:
    channel = replace(chat, kind="channel")
    threads = [replace(channel, id=f"19:x@thread.tacv2;messageid={number}") for number in range(8)]
    began = time.monotonic()
    await asyncio.gather(*(connector.send(thread, Reply("hello")) for thread in threads))
    assert time.monotonic() - began >= 1.0


async def test_a_tenant_has_a_pace_of_its_own(connector: Connector, microsoft: Microsoft, chat: Conversation) -> None:
    def where(number: int, tenant: str) -> Conversation:
        return replace(chat, id=f"a:{tenant}{number}", tenant=tenant)

    await asyncio.gather(*(connector.send(where(number, "one"), Reply("hello")) for number in range(50)))
    began = time.monotonic()
    await connector.send(where(0, "two"), Reply("hello"))
    assert time.monotonic() - began < 0.5


async def test_a_sign_that_would_be_late_does_not_leave(
    connector: Connector, microsoft: Microsoft, chat: Conversation
) -> None:
    await asyncio.gather(*(connector.send(chat, Reply("hello")) for _ in range(7)))
    with pytest.raises(NotNow, match="TooFast"):
        await connector.typing(chat)
    assert len(microsoft.calls) == 7


async def test_who_would_wait_too_long_is_told_how_long(
    connector: Connector, microsoft: Microsoft, chat: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connector, "_paces", (Pace(((1, 100.0),)), Pace(HOUR), Pace(TENANT)))
    await connector.send(chat, Reply("hello"))
    with pytest.raises(NotNow) as caught:
        await connector.send(chat, Reply("again"))
    assert 95.0 < caught.value.wait <= 100.0
    assert len(microsoft.calls) == 1
