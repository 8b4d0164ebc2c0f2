"""The web addresses in a text; knows no words, and trusts no address: whether one is ours is for others to say."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urlsplit

LONGEST_TEXT = 4000  # characters looked at; addresses are long
LONGEST_SITE = 400
APP = "sharepoint"  # what is read in place of an address there
HOSTS = {"teams.": "teams", "outlook.": "outlook", "delve.": "delve"}  # how a host begins -> the app it is

_LINK = re.compile(r"https?://[^\s<>\"|]+", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_ENDS = ".,;:!?'’”»]}*_…"


def site(text: str) -> str:
    """The first address of a SharePoint, else the first other one; "" for none that is plain and secure."""
    whole = text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rpartition(" ")[0]  # no address cut short
    sites = list(filter(None, map(_site, _LINK.findall(whole))))
    return next((one for one in sites if "sharepoint." in urlsplit(one).netloc), sites[0] if sites else "")


def place(site: str) -> str:
    """Where somebody looks who looks at this address; "" for a place of one person, which no site is."""
    host, _, path = site.removeprefix("https://").partition("/")
    if not host or "-my." in host or path.startswith("personal/"):
        return ""
    return next((app for beginning, app in HOSTS.items() if host.startswith(beginning)), "site")


def unlinked(text: str) -> str:
    """The text without its addresses: their words are nobody's."""
    return _LINK.sub(lambda link: f" {APP} " if "sharepoint." in link[0].casefold() else " ", text[:LONGEST_TEXT])


def _site(link: str) -> str:
    """An address without what follows its path; "" for one that could mislead, or that is too long to keep whole."""
    link = link.rstrip(_ENDS if "(" in link else _ENDS + ")")
    if any(unicodedata.category(sign).startswith("C") for sign in unquote(link)) or "\\" in link:
        return ""
    try:
        parts = urlsplit(link)
        plain = parts.scheme == "https" and "@" not in parts.netloc
        port = f":{parts.port}" if parts.port not in (None, 443) else ""
    except ValueError:
        return ""
    host = parts.hostname or ""
    address = f"https://{host}{port}{parts.path}"
    return address if plain and _HOST.fullmatch(host) and len(address) <= LONGEST_SITE else ""
