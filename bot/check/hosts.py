"""Whether the hosts that the bot talks to are reached, and whether its clock goes as theirs does."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import aiohttp

from bot.core.checks import Line, State

if TYPE_CHECKING:
    from bot.build import Bot
    from bot.config import Settings

PATIENCE = 10.0  # seconds
SKEW = timedelta(minutes=5)  # what sign-in allows, and what is allowed to the tokens of Teams
ROUNDED = 4  # seconds that a header in whole ones, and the way of it, make no matter
NEAR = timedelta(minutes=1)  # from which on somebody should know


@dataclass(frozen=True)
class _Seen:
    """What a host did: the address it has, how much its clock is ahead of ours, or why there is neither."""

    address: str = ""
    ahead: timedelta | None = None
    trouble: str = ""
    mend: str = ""


async def reached(bot: Bot) -> list[Line]:
    """A line for each host, and one for the clock."""
    named = dict(_named(bot.settings))
    seen = await asyncio.gather(*(_ask(bot.session, url) for url in named))
    lines = [_line(name, url, one) for (url, name), one in zip(named.items(), seen, strict=True)]
    return [*lines, _clock([one.ahead for one in seen if one.ahead is not None])]


def _named(settings: Settings) -> Iterator[tuple[str, str]]:
    """Base address and what is there; the same address once, under its last name."""
    yield settings.bot_login_url, "sign-in for Teams"
    yield settings.login_url, "sign-in"
    yield settings.graph_url, "Graph"
    yield settings.sharepoint_url, "SharePoint"
    yield settings.sharepoint_my_url, "SharePoint's personal sites"
    for url in settings.sharepoint_geo_urls:
        yield url, "SharePoint of another geography"
    keys = urlsplit(settings.bot_openid_url)
    yield f"{keys.scheme}://{keys.netloc}", "keys of Teams"
    for host in settings.service_hosts:
        if not host.startswith("*"):
            yield f"https://{host}", "Bot Connector"


async def _ask(session: aiohttp.ClientSession, url: str) -> _Seen:
    """Any answer will do: it was the host that gave it."""
    parts = urlsplit(url)
    try:
        async with asyncio.timeout(PATIENCE):
            found = await asyncio.get_running_loop().getaddrinfo(
                parts.hostname, parts.port or 443, type=socket.SOCK_STREAM
            )
            address = str(found[0][4][0])
            async with session.get(url, allow_redirects=False) as answer:
                return _Seen(address, _ahead(answer.headers))
    except socket.gaierror:
        return _Seen(
            trouble="its name is not known", mend="check the setting, and the name service (DNS) of this machine"
        )
    except aiohttp.ClientConnectorCertificateError as error:
        mend = "behind a proxy that looks into TLS, set RESYNC_CA_BUNDLE to its authority"
        return _Seen(address, trouble=f"its certificate is not trusted: {error.certificate_error}"[:200], mend=mend)
    except TimeoutError:
        return _Seen(trouble="no answer in time", mend="check the firewall: the bot goes out on port 443")
    except (aiohttp.ClientError, OSError) as error:
        return _Seen(address, trouble=type(error).__name__, mend="check the firewall: the bot goes out on port 443")


def _line(name: str, url: str, seen: _Seen) -> Line:
    host = urlsplit(url).netloc
    detail = f"{host}{f' is {seen.address}' if seen.address else ''}{f': {seen.trouble}' if seen.trouble else ''}"
    return Line(f"reach {name}", State.BROKEN if seen.trouble else State.OK, detail, seen.mend)


def _ahead(headers: Mapping[str, str]) -> timedelta | None:
    """By the date of an answer, which what kept it on the way says the age of (RFC 9111, 5.1); no zone means UTC."""
    try:
        theirs = parsedate_to_datetime(headers.get("Date", ""))
        age = timedelta(seconds=int(headers.get("Age", "0")))
        return (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC)) + age - datetime.now(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def _clock(ahead: list[timedelta]) -> Line:
    """The median of what the hosts say: a single one may be wrong."""
    if not ahead:
        return Line("clock", State.MISSING, "no host told the time", "see the hosts above")
    skew = sorted(ahead)[len(ahead) // 2]
    seconds = abs(round(skew.total_seconds()))
    detail = f"{seconds} s {'behind' if skew > timedelta() else 'ahead of'} Microsoft's"
    if abs(skew) < NEAR:
        return Line("clock", detail=detail if seconds > ROUNDED else "as Microsoft's")
    mend = "let this machine keep its clock by a time service (NTP): sign-in allows five minutes"
    return Line("clock", State.BROKEN if abs(skew) >= SKEW else State.OK, detail, mend)
