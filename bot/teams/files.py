"""A file on its way to where Teams has made room for it: in the person's OneDrive, and nowhere else.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
"""

from __future__ import annotations

import asyncio
import logging

import aiohttp
from yarl import URL

from bot.config import Settings
from bot.ports import ChannelError, NotNow, Place, Refused, Uncertain
from bot.teams.admission import address_of

log = logging.getLogger(__name__)

CHUNK = 32 * 320 * 1024  # bytes of one request: a multiple of 320 KiB, as OneDrive wants them
TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=5)
TRIES, PAUSE = 3, 0.5  # seconds; the same bytes may be put again
PASSING = frozenset({429, 500, 502, 503, 504})


def upload_allowed(address: str, settings: Settings) -> bool:
    """Is this within the organization's own SharePoint? It comes with an invoke, whose value a client wrote."""
    url = address_of(address)
    if url is None or url.scheme != "https" or url.user is not None or url.password is not None or url.fragment:
        return False
    own = (settings.sharepoint_my_url, settings.sharepoint_url, *settings.sharepoint_geo_urls)
    return (url.host, url.port) in {(one.host, one.port) for one in map(URL, own)}


async def upload(session: aiohttp.ClientSession, settings: Settings, place: Place, content: bytes) -> None:
    """Put it there, with no token: the address is the permission. Raises ChannelError."""
    if not all(upload_allowed(address, settings) for address in (place.upload, place.page)):
        log.error("a file was not put to an address outside of this organization", extra={"action": "upload_refused"})
        raise Refused("UploadUrlNotAllowed")
    for start in range(0, len(content), CHUNK):
        part = content[start : start + CHUNK]
        last = start + len(part) == len(content)
        await _put(session, place.upload, part, f"bytes {start}-{start + len(part) - 1}/{len(content)}", last)


async def _put(session: aiohttp.ClientSession, address: str, part: bytes, where: str, last: bool) -> None:
    for left in reversed(range(TRIES)):
        error = await _try(session, address, part, where, last)
        if error is None:
            return
        if not left or isinstance(error, Refused):
            log.warning("a file was not taken", extra={"code": error.code, "status": error.status})
            raise error
        await asyncio.sleep(PAUSE)


async def _try(
    session: aiohttp.ClientSession, address: str, part: bytes, where: str, last: bool
) -> ChannelError | None:
    headers = {"Content-Range": where, "Content-Type": "application/octet-stream"}
    try:
        async with session.put(
            URL(address, encoded=True), data=part, headers=headers, timeout=TIMEOUT, allow_redirects=False
        ) as response:
            if response.status in ((200, 201) if last else (202,)):
                return None
            kind = NotNow if response.status in PASSING else Refused
            return kind(f"Http{response.status}", response.status)
    except (aiohttp.ClientError, TimeoutError, ConnectionError, ValueError) as error:
        return Uncertain(type(error).__name__)
