"""The signing keys: rolled by Microsoft, asked for by many at once, not to be read."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.teams.auth import LEEWAY
from bot.teams.keys import LOOKS, LOOKS_PER, RENEW_AFTER, RETRY_AFTER, Keys, KeysUnavailable
from tests.teams.conftest import House, Identity, Microsoft


class Seconds:
    """A clock that is turned by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def keys(microsoft: Microsoft, session: aiohttp.ClientSession, seconds: Seconds) -> AsyncIterator[Keys]:
    keys = Keys(session, f"{microsoft.url}/openid", seconds)
    yield keys
    await keys.close()


async def test_many_at_once_share_one_fetch(keys: Keys, microsoft: Microsoft) -> None:
    found = await asyncio.gather(*(keys.get("key-0") for _ in range(50)))
    assert all(found) and microsoft.key_reads == 1
    await keys.get("key-0")
    assert microsoft.key_reads == 1


async def test_endorsements_are_kept(keys: Keys) -> None:
    key = await keys.get("key-0")
    assert key and key.endorsements == {"msteams", "webchat"}


async def test_rolled_key_works_at_once(keys: Keys, microsoft: Microsoft, identities: list[Identity]) -> None:
    assert await keys.get("key-0") and await keys.get("invented") is None
    microsoft.keys = [identities[1]]
    assert all(await asyncio.gather(*(keys.get("key-1") for _ in range(20))))
    assert await keys.get("key-0") is None
    assert microsoft.key_reads == 4


async def test_rolled_key_over_http(house: House, microsoft: Microsoft, identities: list[Identity]) -> None:
    assert (await house.post(microsoft.activity()))[0] == 200
    microsoft.keys = [identities[1]]
    assert (await house.post(microsoft.activity(), microsoft.token(identities[1])))[0] == 200
    assert (await house.post(microsoft.activity(), microsoft.token(identities[0])))[0] == 401


async def test_invented_ids_do_not_make_us_fetch_without_end(
    keys: Keys, microsoft: Microsoft, seconds: Seconds, identities: list[Identity]
) -> None:
    for number in range(30):
        assert await keys.get(f"invented-{number}") is None
        assert await keys.get("invented-0") is None  # known to be unknown: not looked for again
    assert microsoft.key_reads == 1 + LOOKS
    microsoft.keys = [identities[2]]
    seconds.now += LOOKS_PER + 1
    assert await keys.get("key-2")


async def test_one_invented_id_is_looked_for_once(keys: Keys, microsoft: Microsoft) -> None:
    for _ in range(3):
        assert await keys.get("invented") is None
    assert microsoft.key_reads == 2


async def test_renewed_ahead_of_time_while_the_old_ones_serve(
    keys: Keys, microsoft: Microsoft, seconds: Seconds, identities: list[Identity]
) -> None:
    await keys.get("key-0")
    seconds.now += RENEW_AFTER + 1
    microsoft.keys = identities[:2]
    assert await keys.get("key-0")
    assert microsoft.key_reads == 1  # nobody waited for it
    await asyncio.sleep(0.2)
    assert microsoft.key_reads == 2 and await keys.get("key-1") and microsoft.key_reads == 2


async def test_old_keys_serve_while_the_metadata_cannot_be_read(
    keys: Keys, microsoft: Microsoft, seconds: Seconds
) -> None:
    await keys.get("key-0")
    microsoft.keys_down = True
    seconds.now += 10 * RENEW_AFTER
    for _ in range(5):
        assert await keys.get("key-0")
        await asyncio.sleep(0.02)


async def test_no_keys_at_all(keys: Keys, microsoft: Microsoft, seconds: Seconds) -> None:
    microsoft.keys_down = True
    assert not await keys.ready()
    with pytest.raises(KeysUnavailable):
        await keys.get("key-0")
    microsoft.keys_down = False
    seconds.now += RETRY_AFTER
    assert await keys.ready()


async def test_no_keys_at_all_over_http(house: House, microsoft: Microsoft) -> None:
    """Not a 401: the sender did nothing wrong and may come again."""
    microsoft.keys_down = True
    assert (await house.post(microsoft.activity()))[0] == 503
    assert not await house.teams.ready()


async def test_a_token_that_was_good_ends_with_its_time(house: House, microsoft: Microsoft) -> None:
    token = microsoft.token(exp=int(time.time()) - LEEWAY + 2)
    assert (await house.post(microsoft.activity(), token))[0] == 200
    await asyncio.sleep(2.1)
    assert (await house.post(microsoft.activity(), token))[0] == 401


async def test_a_token_that_was_good_ends_with_its_key(
    house: House, microsoft: Microsoft, identities: list[Identity]
) -> None:
    old = microsoft.token()
    assert (await house.post(microsoft.activity(), old))[0] == 200
    microsoft.keys = [identities[1]]  # withdrawn
    assert (await house.post(microsoft.activity(), microsoft.token(identities[1])))[0] == 200
    assert (await house.post(microsoft.activity(), old))[0] == 401
