"""Who may talk to the bot, and where it may send its token: pure checks of addresses and tenants (S-02, S-03)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from ipaddress import ip_address
from typing import Any

from yarl import URL

from bot.config import Settings

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


def service_allowed(address: str, settings: Settings) -> bool:
    """May the bot send its token to this service address? The parser is the one that the requests are sent with."""
    return _allowed(address, settings.service_hosts, settings.demo)


@lru_cache(1024)
def _allowed(address: str, hosts: tuple[str, ...], demo: bool) -> bool:
    url = address_of(address)
    if url is None or url.user is not None or url.password is not None or url.query_string or url.fragment:
        return False
    if demo:  # the demo sends no token, and nothing at all to another machine
        return is_loopback(url.host or "")
    if url.scheme == "http":
        return False
    # The scheme's own port may be given or left out.
    places = (url.host_port_subcomponent or "", f"{url.host_subcomponent}:{url.port}")
    return any(_matches(place, pattern.lower()) for pattern in hosts for place in places)


def same_service(one: str, other: str) -> bool:
    """Are these the same service address? A closing slash and the case of the host make no difference."""
    left, right = address_of(one), address_of(other)
    return left is not None and right is not None and _canonical(left) == _canonical(right)


def tenant_allowed(activity: Mapping[str, Any], settings: Settings) -> bool:
    """All tenant ids in an activity must agree and be allowed, and there must be one."""
    named = tenants_of(activity)
    return len(named) == 1 and named.issubset(settings.tenants)


def tenants_of(activity: Mapping[str, Any]) -> set[str]:
    """The tenant ids that an activity names, in small letters."""
    data = activity.get("channelData") or {}
    named = (activity["conversation"].get("tenantId"), (data.get("tenant") or {}).get("id"))
    return {tenant.lower() for tenant in named if tenant}


def is_loopback(host: str) -> bool:
    """Is this name or address the machine itself?"""
    if host.lower() == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def _matches(place: str, pattern: str) -> bool:
    """`*.example.com` covers what is below example.com, not itself."""
    return place.endswith(pattern[1:]) and len(place) >= len(pattern) if pattern.startswith("*.") else place == pattern


@lru_cache(1024)
def address_of(address: str) -> URL | None:
    """The address as requests read it; None for one that two parsers may read differently."""
    # Blanks, control characters and backslashes are where two parsers disagree about the host.
    if "\\" in address or not all("!" <= letter <= "~" for letter in address):
        return None
    try:
        url = URL(address)
        return url if url.scheme in ("https", "http") and url.host and url.port else None
    except ValueError:
        return None


def _canonical(url: URL) -> tuple[str, str, str, str]:
    return url.scheme, url.host_port_subcomponent or "", url.raw_path.rstrip("/"), url.raw_query_string
