"""SharePoint REST: per question a pure request and a pure reader. Sources: domain, sections 2.2 and 4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from bot.core.facts import Absent, Picture, Profile, Reason, Unknown
from bot.tenant.http import Answer, Request

_JSON = {"Accept": "application/json;odata=nometadata"}
# SPS-PictureTimestamp counts seconds from here (domain: 2.2).
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
_TEXTS = (
    "PreferredName",
    "FirstName",
    "LastName",
    "Title",
    "Department",
    "Office",
    "WorkPhone",
    "WorkEmail",
    "Manager",
)


class Hosts:
    """The SharePoint hosts of this tenant. Nothing is ever asked, and no token ever sent, anywhere else."""

    def __init__(self, root: str, my: str, admin: str, geos: Sequence[str] = ()) -> None:
        self.root, self.my, self.admin, self.geos = root, my, admin, tuple(geos)

    def place(self, url: str) -> tuple[str, str] | None:
        """The configured host and the address on it for an address that SharePoint named; None for a foreign one.

        SharePoint writes :443 into addresses, and a person can edit PictureURL, so its host is looked up and not
        trusted: one that is not configured can only mean the personal host under its public name.
        """
        parts = urlsplit(url)
        path = quote(unquote(parts.path), safe="/") + (f"?{parts.query}" if parts.query else "")
        for base in (self.my, self.root, self.admin, *self.geos):
            if _origin(base) == _origin(url):
                prefix = urlsplit(base).path
                return base, base + path.removeprefix(prefix)
        label = (parts.hostname or "").partition(".")[0]
        return (self.my, self.my + path) if label.endswith("-my") else None


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


def profile(hosts: Hosts, user_principal_name: str) -> Request:
    """The profile of one person."""
    account = quote(claim(user_principal_name).replace("'", "''"), safe="")
    return Request(
        hosts.root,
        f"{hosts.root}/_api/SP.UserProfiles.PeopleManager/GetPropertiesFor(accountName=@v)?@v='{account}'",
        headers=_JSON,
    )


def no_profile(answer: Answer) -> bool:
    """Whether an error of whatever status says that there is no profile (domain: 4.1)."""
    return b"User Profile Error 1000" in answer.content or b"UserNotFoundException" in answer.content


def read_profile(answer: Answer) -> Profile | Absent | Unknown:
    """The profile, from a nometadata or a verbose answer; a missing one has two spellings (domain: 4.1)."""
    if answer.status == 404:
        return Absent()
    if answer.status == 400:
        return Unknown(Reason.MALFORMED, detail=answer.content[:300].decode("utf-8", "replace"))
    body = answer.json()
    body = body.get("d", body)
    body = body.get("GetPropertiesFor", body) if "UserProfileProperties" not in body else body
    if body is None or body.get("odata.null") or body.get("AccountName") is None:
        return Absent()
    properties = body.get("UserProfileProperties") or ()
    if isinstance(properties, dict):
        properties = properties.get("results") or ()
    values = {str(item["Key"]): str(item.get("Value") or "") for item in properties}
    return Profile(
        picture_url=values.get("PictureURL", ""),
        pulled_at=moment(values.get("SPS-PictureTimestamp", "")),
        placeholder=values.get("SPS-PicturePlaceholderState", ""),
        exchange_sync=values.get("SPS-PictureExchangeSyncState", ""),
        personal_url=_address(body.get("PersonalUrl")),
        texts={key: values[key] for key in _TEXTS if key in values},
    )


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


def thumbnails(hosts: Hosts, picture_url: str) -> tuple[Request | None, Request | None, Request | None]:
    """The large thumbnail, the same by REST, and the medium one; all None where they lie outside of the tenant.

    PictureURL always names the M thumbnail, of 72 pixels; L is the one worth looking at (domain: 1.3). Whether a file's
    plain address takes an application's token is not documented; REST is the documented way to its content.
    """
    large, medium = hosts.place(picture_url.replace("_MThumb.", "_LThumb.")), hosts.place(picture_url)
    if large is None or medium is None:
        return None, None, None
    base = large[0]
    path = unquote(large[1].removeprefix(base).partition("?")[0]).replace("'", "''")
    rest = f"{base}/_api/web/GetFileByServerRelativePath(decodedurl='{quote(path, safe='/')}')/$value"
    return Request(*large), Request(base, rest), Request(*medium)


def read_thumbnail(answer: Answer) -> Picture | Absent | Unknown:
    """The picture that SharePoint shows."""
    if answer.status in (400, 404) or not answer.content:
        return Absent()
    if not answer.content_type.startswith("image/") and answer.content_type != "application/octet-stream":
        return Unknown(Reason.MALFORMED, detail=answer.content_type)
    return Picture(answer.content, answer.headers.get("etag", ""))


def large_picture(hosts: Hosts, user_principal_name: str, moment: int) -> Request:
    """The person's large picture, which makes SharePoint pull it where a pull is due (domain: 2.3, 4.4.3, 7.1).

    `moment` keeps caches between us and SharePoint from answering in its stead.
    """
    name = quote(user_principal_name, safe="")
    return Request(hosts.my, f"{hosts.my}/_layouts/15/userphoto.aspx?size=L&accountname={name}&t={moment}")
