"""SharePoint REST: per question a pure request and a pure reader. Sources: domain, sections 2.2 and 4."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from bot.core.attributes import NEVER_SYNCED, SYNCED
from bot.core.capabilities import REPAIR, SEE_PICTURES, SEE_PROFILE
from bot.core.facts import Absent, Account, Picture, Profile, Reason, SiteEntry, Unknown
from bot.tenant.http import Answer, Request

_JSON = {"Accept": "application/json;odata=nometadata"}
# SPS-PictureTimestamp counts seconds from here (domain: 2.2).
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
_TEXTS = frozenset(key for one in (*SYNCED, *NEVER_SYNCED) for key in one.properties)
SIZES = ("L", "M", "S")  # about 300, 72 and 48 pixels (domain: 1.3; L contested, 7.15)


class Hosts:
    """The SharePoint hosts of this tenant. Nothing is ever asked, and no token ever sent, anywhere else."""

    def __init__(self, root: str, my: str, admin: str, geos: Sequence[str] = ()) -> None:
        self.root, self.my, self.admin, self.geos = root, my, admin, tuple(geos)

    def place(self, url: str) -> tuple[str, str] | None:
        """The configured host and the address on it for an address that SharePoint named; None for a foreign one.

        SharePoint writes :443 into addresses, and a person can edit PictureURL, so its host is looked up and not
        trusted. Where the personal host is configured under another name, its public one can only mean that.
        """
        try:
            parts = urlsplit(url)
            path = quote(unquote(parts.path), safe="/") + (f"?{quote(parts.query, safe='=&%')}" if parts.query else "")
        except ValueError:
            return None
        for base in (self.my, self.root, self.admin, *self.geos):
            if _origin(base) == _origin(url):
                inside = path.removeprefix(urlsplit(base).path)
                return (base, base + inside) if inside.startswith("/") else None
        renamed = _is_personal(url) and not _is_personal(self.my)
        return (self.my, self.my + path) if renamed and path.startswith("/") else None

    def home(self, profile: Profile, asked: str) -> str | None:
        """The host that has this person's own profile: the one `asked`, or another geography's (domain: 2.7).

        None where that geography is not configured: nothing is asked there.
        """
        if not profile.host:
            return asked
        placed = self.place(profile.host)
        if placed is None:
            return None
        return placed[0] if placed[0] in self.geos else asked if asked not in self.geos else self.root


def _is_personal(url: str) -> bool:
    return (urlsplit(url).hostname or "").partition(".")[0].endswith("-my")


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        return parts.scheme, "", None
    return parts.scheme, (parts.hostname or "").lower(), port or {"https": 443, "http": 80}.get(parts.scheme)


def claim(user_principal_name: str) -> str:
    """The login name by which SharePoint knows an account of the tenant."""
    return f"i:0#.f|membership|{user_principal_name}"


PULLS = "userphoto"
PEOPLE_MANAGER = "PeopleManager"  # counted for the whole tenant (domain: 4.6)


def profile(base: str, user_principal_name: str) -> Request:
    """The profile of one person, as the host `base` has it."""
    account = _quoted(claim(user_principal_name))
    url = f"{base}/_api/SP.UserProfiles.PeopleManager/GetPropertiesFor(accountName=@v)?@v='{account}'"
    return Request(base, url, headers=_JSON, kind="profile", needs=SEE_PROFILE, limit=PEOPLE_MANAGER)


PLACEHOLDER, EXCHANGE_SYNC = "SPS-PicturePlaceholderState", "SPS-PictureExchangeSyncState"


def set_property(base: str, user_principal_name: str, name: str, value: str) -> Request:
    """Write one property of a profile (domain: 4.2)."""
    body = {"accountName": claim(user_principal_name), "propertyName": name, "propertyValue": value}
    return Request(
        base,
        f"{base}/_api/SP.UserProfiles.PeopleManager/SetSingleValueProfileProperty",
        "POST",
        _JSON | {"Content-Type": "application/json"},
        kind="set property",
        needs=REPAIR,
        content=json.dumps(body).encode(),
        limit=PEOPLE_MANAGER,
    )


def _quoted(text: str) -> str:
    """A text inside of an OData string in an address."""
    return quote(text.replace("'", "''"), safe="")


def no_profile(answer: Answer) -> bool:
    """Whether an error of whatever status says that there is no profile (domain: 4.1)."""
    if answer.status < 400:
        return False
    return b"User Profile Error 1000" in answer.content or b"UserNotFoundException" in answer.content


def read_profile(answer: Answer) -> Profile | Absent | Unknown:
    """The profile, from a nometadata or a verbose answer; a missing one has two spellings (domain: 4.1)."""
    if answer.status != 200:
        return Unknown(Reason.MALFORMED, detail=f"{answer.status} {answer.error_text}")
    body = answer.json()
    body = body.get("d", body)
    body = body.get("GetPropertiesFor", body) if "UserProfileProperties" not in body else body
    if body is None or body.get("odata.null") or not body.get("AccountName"):
        return Absent()
    properties = body.get("UserProfileProperties") or ()
    if isinstance(properties, dict):
        properties = properties.get("results") or ()
    values = {
        str(one["Key"]): "" if one.get("Value") is None else str(one["Value"]) for one in properties if "Key" in one
    }
    if not values:
        return Absent()
    return Profile(
        picture_url=values.get("PictureURL", ""),
        pulled_at=moment(values.get("SPS-PictureTimestamp", "")),
        placeholder=values.get(PLACEHOLDER, ""),
        exchange_sync=values.get(EXCHANGE_SYNC, ""),
        personal_url=_address(body.get("PersonalUrl")),
        host=_address(body.get("PersonalSiteHostUrl")),
        account_ids=_account_ids(values),
        hidden=values.get("SPS-HideFromAddressLists", "").casefold() == "true",
        texts={key: values[key] for key in _TEXTS if key in values},
    )


def _account_ids(values: Mapping[str, str]) -> frozenset[str]:
    """The account that SharePoint means, by both properties that name it (domain: 2.4, 2.5)."""
    named = re.match(r"CN=([0-9a-f-]{36}),", values.get("SPS-DistinguishedName", ""), re.IGNORECASE)
    ids = (values.get("msOnline-ObjectId", ""), named[1] if named else "")
    return frozenset(one.lower() for one in ids if one)


def moment(seconds: str) -> datetime | None:
    """SPS-PictureTimestamp as a moment; None where no picture was ever synced, or for nonsense."""
    try:
        at = _EPOCH + timedelta(seconds=int(seconds))
    except (ValueError, OverflowError):
        return None
    return at if 2000 <= at.year < 2100 else None


def _address(value: Any) -> str:
    """An address that may be shown as a link; SharePoint's superfluous :443 taken out."""
    text = str(value or "")
    parts = urlsplit(text)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        return ""
    return text.replace(f"{parts.hostname}:443/", f"{parts.hostname}/", 1)


def is_own_picture(picture_url: str, account: Account) -> bool:
    """Whether a PictureURL is that of a picture which SharePoint made for this account (domain: 1.3).

    A person may write any address of the tenant there, and the bot may read every file: so it looks at no file but one
    in the library of user photos that bears this account's id, or one of its names with `_` for `@` and `.`.
    """
    try:
        parts = unquote(urlsplit(picture_url).path).split("/")
    except ValueError:
        return False
    bearer, mark, kind = parts[-1].lower().rpartition("_mthumb.")
    names = {account.id.lower(), *(re.sub(r"[@.]", "_", alias) for alias in account.aliases)}
    return (
        len(parts) >= 3 and parts[-3].casefold() == "user photos" and bool(mark) and kind in _KINDS and bearer in names
    )


_KINDS = ("jpg", "jpeg", "png")


def thumbnail(hosts: Hosts, picture_url: str, size: str) -> tuple[Request, Request] | None:
    """One of the three thumbnails by its plain address, and the same by REST; None outside of the tenant.

    PictureURL always names the M thumbnail, of 72 pixels (domain: 1.3). Whether a file's plain address takes an
    application's token is not documented; REST is the documented way to its content.
    """
    placed = hosts.place(picture_url.partition("?")[0].replace("_MThumb.", f"_{size}Thumb."))
    if placed is None:
        return None
    base, url = placed
    path = unquote(url.removeprefix(base)).replace("'", "''")
    rest = f"{base}/_api/web/GetFileByServerRelativePath(decodedurl='{quote(path, safe='/')}')/$value"
    plain = Request(base, url, kind=f"thumbnail {size}", needs=SEE_PICTURES)
    return plain, replace(plain, url=rest)


def read_thumbnail(answer: Answer) -> Picture | Absent | Unknown:
    """The picture that SharePoint shows."""
    if answer.status == 404:
        return Absent()
    if answer.status != 200 or not answer.content:
        return Unknown(Reason.MALFORMED, detail=f"{answer.status}, {len(answer.content)} bytes")
    if not answer.content_type.startswith("image/") and answer.content_type != "application/octet-stream":
        return Unknown(Reason.MALFORMED, detail=answer.content_type)
    return Picture(answer.content, answer.headers.get("etag", ""))


def large_picture(host: str, user_principal_name: str, moment: int) -> Request:
    """The person's large picture, which makes SharePoint pull it where a pull is due (domain: 2.3, 4.4.3, 7.1).

    `moment` keeps caches between us and SharePoint from answering in its stead.
    """
    name = quote(user_principal_name, safe="")
    url = f"{host}/_layouts/15/userphoto.aspx?size=L&accountname={name}&t={moment}"
    return Request(host, url, kind="pull", limit=PULLS)  # each has another address, and all are throttled together


_PAGES_OF_THE_ROOT = {"", "sitepages", "pages", "lists", "shared%20documents", "_layouts"}


def site_entry(hosts: Hosts, site: str, user_principal_name: str) -> Request | None:
    """One site's own copy of a person; None where the site lies outside of the tenant (domain: 2.6)."""
    placed = hosts.place(site)
    if placed is None:
        return None
    base, url = placed
    first, *rest = [part for part in url.removeprefix(base).partition("?")[0].split("/") if part] or [""]
    if first.casefold() in ("sites", "teams") and rest and rest[0] != "..":
        where = f"/{first}/{rest[0]}"
    elif first.casefold() in _PAGES_OF_THE_ROOT:
        where = ""
    else:
        return None
    named = quote(f"Name eq '{claim(user_principal_name).replace(chr(39), chr(39) * 2)}'", safe="")
    query = f"$filter={named}&$select=Title,EMail,JobTitle,WorkPhone,Picture,SPSPictureTimestamp,Name"
    return Request(
        base,
        f"{base}{where}/_api/web/SiteUserInfoList/items?{query}",
        headers=_JSON,
        kind="site",
        needs=SEE_PICTURES,
    )


def read_site_entry(answer: Answer, site: str) -> SiteEntry | Absent | Unknown:
    """The site's copy; Absent where the person is not in its list."""
    if answer.status == 404:
        return Unknown(Reason.ELSEWHERE, detail="there is no such site")
    body = answer.json()
    body = body.get("d", body)
    rows = body.get("value", body.get("results"))
    if answer.status != 200 or not isinstance(rows, list):
        return Unknown(Reason.MALFORMED, detail=f"{answer.status} {answer.error_text}")
    if not rows:
        return Absent()
    picture = rows[0].get("Picture")
    return SiteEntry(
        site,
        texts={name: str(rows[0].get(name) or "") for name in ("Title", "EMail", "JobTitle", "WorkPhone")},
        picture_url=_address(picture.get("Url") if isinstance(picture, dict) else picture),
        pulled_at=moment(str(rows[0].get("SPSPictureTimestamp") or "")),
    )
