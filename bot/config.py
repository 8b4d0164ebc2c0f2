"""Settings: one frozen value made from one mapping. It knows no network and reads no environment by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.clouds import CLOUDS, WORLDWIDE, foreign
from bot.core.capabilities import CHOSEN, Mode

MOST_SPEED = 20_000  # times: three days in 13 seconds
LEAST_SECRET = 32  # characters of what signs

# How the bot proves who it is, each with what it cannot do without; the first that is set is used.
CERTIFICATE, SECRET, WORKLOAD, MANAGED = "certificate", "secret", "workload-identity", "managed-identity"
CREDENTIALS = {
    CERTIFICATE: "certificate",
    SECRET: "app_password",
    WORKLOAD: "federated_token",
    MANAGED: "identity",
}
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")  # of tenants, applications, people
LONGEST_DEVELOPER = 32  # characters of who offers an app in Teams

# The settings without which each desk cannot work.
DESK_NEEDS: dict[str, tuple[str, ...]] = {
    "channel": (),  # see _lacking: either of two
    "mail": ("mail_from", "mail_to"),
    "webhook": ("webhook_url", "webhook_secret"),
    "servicenow": ("servicenow_url", "servicenow_user", "servicenow_password"),
    "jira": ("jira_url", "jira_user", "jira_token", "jira_service_desk", "jira_request_type"),
    "zendesk": ("zendesk_url", "zendesk_user", "zendesk_token"),
}

# What follows the cloud where it is not set.
_OF_THE_CLOUD = (
    *("login_url", "graph_url", "bot_scope", "bot_openid_url", "bot_issuer", "service_hosts"),
    *("photo_url", "profile_url"),
)
# Elsewhere the Bot Framework has a directory of another name, and new registrations are single-tenant anyway.
_MULTITENANT = ("worldwide", "gcc")

_CHANNEL_NEEDS = ("helpdesk_channel", "helpdesk_group")


class SettingsError(Exception):
    """The settings are incomplete or wrong; `problems` has one line for each."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class AddressTaken(Exception):
    """Another program listens at the address that the settings name."""


def _url(text: str) -> str:
    if not _is_address(text):
        raise ValueError("must be an address such as https://host")
    parts = urlsplit(text)
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise ValueError("must begin with https:// (http:// is accepted for this machine only)")
    return text.rstrip("/")


def _is_address(text: str) -> bool:
    """Whether it names a host that can exist, and a port where it names one."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  it is looked at here, and raises for what is none
        name = (parts.hostname or "").encode("idna").decode()
    except ValueError:  # of which UnicodeError is one: an empty label, or one that is too long
        return False
    return parts.scheme in ("https", "http") and bool(name) and not re.search(r"[\s/\\]", name)


def _page(text: str) -> str:
    url = _url(text)
    if not url.startswith("https://"):
        raise ValueError("must begin with https://: people open it from Teams")
    return url


def _display_name(text: str) -> str:
    if len(text) > LONGEST_DEVELOPER:
        raise ValueError(f"must have at most {LONGEST_DEVELOPER} characters: Teams takes no more")
    return text


def _urls(text: str) -> tuple[str, ...]:
    return tuple(_url(part) for part in _words(text))


def _words(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[\s,;]+", text) if part)


def _app_uri(text: str) -> str:
    if not re.fullmatch(r"api://[\w.:/-]+", text):
        raise ValueError("must be an Application ID URI such as api://botid-00000000-0000-0000-0000-000000000000")
    return text


def _modes(text: str) -> tuple[tuple[str, str], ...]:
    found = {}
    for word in _words(text):
        key, _, mode = word.partition("=")
        if key not in CHOSEN or (mode or Mode.PERSON) not in set(Mode):
            raise ValueError(f"{word}: must be one of {', '.join(CHOSEN)}, with =person-then-app or without")
        found[key] = str(mode or Mode.PERSON)
    return tuple(found.items())


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueError("must be a whole number, not negative")
    return int(text)


def _yes_or_no(text: str) -> bool:
    known = {"yes": True, "true": True, "1": True, "on": True, "no": False, "false": False, "0": False, "off": False}
    if text.lower() not in known:
        raise ValueError("must be yes or no")
    return known[text.lower()]


def _date(text: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(text), time(), UTC)
    except ValueError as error:
        raise ValueError("must be a date such as 2027-01-31") from error


def _hours(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,2})\s*-\s*(\d{1,2})", text)
    if not found or any(int(hour) > 24 for hour in found.groups()):
        raise ValueError("must be two hours such as 7-21")
    return int(found[1]) % 24, int(found[2]) if found[2] != "24" else 24


def _scale(text: str) -> int:
    scale = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= scale <= MOST_SPEED:
        raise ValueError(f"must be a whole number from 1 to {MOST_SPEED}")
    return scale


def _file(text: str) -> Path:
    path = Path(text)
    if not path.is_file():
        raise ValueError(f"there is no file {text}")
    return path


def _one_of(*words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in words:
            raise ValueError("must be one of " + ", ".join(words))
        return text

    return read


def _guid(text: str) -> str:
    """Sign-in takes a name such as contoso.com for a tenant, too; but Teams sends ids, in lower case."""
    if not GUID.fullmatch(text):
        raise ValueError("must be an id such as 00000000-0000-0000-0000-000000000000")
    return text.lower()


def _guids(text: str) -> tuple[str, ...]:
    return tuple(_guid(part) for part in _words(text))


def _channel(text: str) -> str:
    """As it is, or as it stands in a link to the channel, where it is escaped."""
    id = unquote(text)
    if not re.fullmatch(r"19:[\w.-]+@thread\.(tacv2|skype)", id):
        raise ValueError("must be the id of a channel such as 19:abc@thread.tacv2")
    return id


def _duration(text: str) -> timedelta:
    found = re.fullmatch(r"(\d{1,4})\s*([mhd])", text.lower())
    if not found or not int(found[1]):
        raise ValueError("must be a time such as 30m, 4h or 1d")
    return int(found[1]) * {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}[found[2]]


def _days(least: int) -> Callable[[str], timedelta]:
    def read(text: str) -> timedelta:
        found = re.fullmatch(r"(\d{1,4})\s*d?", text.lower())
        if not found or int(found[1]) < least:
            raise ValueError(f"must be a number of days, at least {least}d, such as 90d")
        return timedelta(days=int(found[1]))

    return read


def _desks(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(_words(text.lower())))
    if unknown := [name for name in names if name not in DESK_NEEDS]:
        raise ValueError(f"{', '.join(unknown)}: not one of {', '.join(DESK_NEEDS)}")
    return names


def _address(text: str) -> str:
    if not re.fullmatch(r"[^\s@<>,;\"]+@[\w.-]+", text):
        raise ValueError("must be a mail address such as helpdesk@contoso.com")
    return text


def _addresses(text: str) -> tuple[str, ...]:
    return tuple(_address(part) for part in _words(text))


def _secret(text: str) -> str:
    if len(text) < LEAST_SECRET:
        raise ValueError(f"must have at least {LEAST_SECRET} characters")
    return text


def setting(name: str, about: str, read: Callable[[str], Any] = str, **kwargs: Any) -> Any:
    """A dataclass field that is read from the environment variable `name`; `about` is its line in the manual."""
    return field(metadata={"name": name, "about": about, "read": read}, **kwargs)


@dataclass(frozen=True)
class Settings:
    """Everything that may differ between two installations. Times are in seconds, addresses without a closing slash."""

    app_id: str = setting("MicrosoftAppId", "Application (client) id of the bot's app registration. Required.", _guid)
    tenant_id: str = setting("MicrosoftAppTenantId", "Directory (tenant) id of the organization. Required.", _guid)
    sharepoint_url: str = setting(
        "RESYNC_SHAREPOINT_URL", "Root of SharePoint, such as https://contoso.sharepoint.com. Required.", _url
    )
    credential: str = setting(
        "RESYNC_CREDENTIAL",
        f"How the bot proves who it is: {', '.join(CREDENTIALS)}. Default: the first of these that is set.",
        _one_of(*CREDENTIALS),
        default="",
    )
    certificate: Path | None = setting(
        "MicrosoftAppCertificatePath", "PEM or PFX file with the certificate and its private key.", _file, default=None
    )
    certificate_password: str = setting(
        "MicrosoftAppCertificatePassword", "What unlocks that file, where it is locked.", default="", repr=False
    )
    app_password: str = setting(
        "MicrosoftAppPassword", "Client secret. SharePoint refuses it: see certificate.", default="", repr=False
    )
    secret_ends: datetime | None = setting(
        "RESYNC_SECRET_ENDS",
        "Day on which the client secret ends, as 2027-01-31; it is warned of before.",
        _date,
        default=None,
    )
    federated_token: Path | None = setting(
        "AZURE_FEDERATED_TOKEN_FILE",
        "File with the token of a workload identity; Kubernetes sets it by itself.",
        _file,
        default=None,
    )
    identity: str = setting(
        "RESYNC_IDENTITY_CLIENT_ID",
        "Client id of the user-assigned managed identity that the app registration trusts.",
        _guid,
        default="",
    )
    app_type: str = setting(
        "MicrosoftAppType",
        "SingleTenant or MultiTenant.",
        _one_of("SingleTenant", "MultiTenant"),
        default="SingleTenant",
    )
    tenants: tuple[str, ...] = setting(
        "RESYNC_TENANTS", "Tenant ids that may talk to the bot. Default: MicrosoftAppTenantId.", _guids, default=()
    )
    cloud: str = setting(
        "RESYNC_CLOUD",
        "Microsoft's cloud that the tenant is in: worldwide, gcc, gcc-high, dod or china. The addresses follow it.",
        _one_of(*CLOUDS),
        default=WORLDWIDE,
    )
    login_url: str = setting("RESYNC_LOGIN_URL", "Sign-in host. Default: the cloud's.", _url, default="")
    graph_url: str = setting("RESYNC_GRAPH_URL", "Microsoft Graph. Default: the cloud's.", _url, default="")
    sharepoint_my_url: str = setting(
        "RESYNC_SHAREPOINT_MY_URL",
        "SharePoint host of the personal sites. Default: from RESYNC_SHAREPOINT_URL.",
        _url,
        default="",
    )
    sharepoint_admin_url: str = setting(
        "RESYNC_SHAREPOINT_ADMIN_URL", "SharePoint admin host. Default: from RESYNC_SHAREPOINT_URL.", _url, default=""
    )
    sharepoint_geo_urls: tuple[str, ...] = setting(
        "RESYNC_SHAREPOINT_GEO_URLS", "SharePoint hosts of other geographies, separated by commas.", _urls, default=()
    )
    bot_login_url: str = setting(
        "RESYNC_BOT_LOGIN_URL",
        "Sign-in host for the Bot Connector. Default: RESYNC_LOGIN_URL where that is set, else the cloud's.",
        _url,
        default="",
    )
    bot_scope: str = setting("RESYNC_BOT_SCOPE", "Scope of the Bot Connector token. Default: the cloud's.", default="")
    bot_openid_url: str = setting(
        "RESYNC_BOT_OPENID_URL",
        "OpenID metadata with the keys that sign what Teams sends. Default: the cloud's.",
        _url,
        default="",
    )
    bot_issuer: str = setting(
        "RESYNC_BOT_ISSUER", "Issuer of the tokens that Teams sends. Default: the cloud's.", default=""
    )
    service_hosts: tuple[str, ...] = setting(
        "RESYNC_SERVICE_HOSTS",
        "Hosts the bot may answer to; *.example.com covers subdomains; a port is part of the host where given. "
        "Default: the cloud's.",
        _words,
        default=(),
    )
    ca_bundle: Path | None = setting(
        "RESYNC_CA_BUNDLE", "PEM file with the authorities to trust instead.", _file, default=None
    )
    database_url: str = setting(
        "DATABASE_URL", "sqlite:///file.db or postgresql://user:password@host/name.", default="sqlite:///resync.db"
    )
    host: str = setting("RESYNC_HOST", "Address to listen on.", default="0.0.0.0")
    port: int = setting("RESYNC_PORT", "Port to listen on; 0 takes a free one.", _number, default=3978)
    language: str = setting(
        "RESYNC_LANGUAGE",
        "Language where nothing tells the person's own: en, nl, nb, de, fr, es, sv or da.",
        _one_of("en", "nl", "nb", "de", "fr", "es", "sv", "da"),
        default="en",
    )
    photo_url: str = setting(
        "RESYNC_PHOTO_URL", "Page where people change their photo. Default: the cloud's.", _url, default=""
    )
    profile_url: str = setting(
        "RESYNC_PROFILE_URL",
        "Page where people find their own profile card. Default: the cloud's.",
        _url,
        default="",
    )
    keep_misses: bool = setting(
        "RESYNC_KEEP_MISSES",
        "Keep what was not understood, without names, for `python app.py misses`: yes or no.",
        _yes_or_no,
        default=True,
    )
    keep_cases: timedelta = setting(
        "RESYNC_KEEP_CASES",
        "How long cases that have ended, with the bot and at the helpdesk, and the audit are kept, in days.",
        _days(7),
        default=timedelta(days=365),
    )
    keep_observations: timedelta = setting(
        "RESYNC_KEEP_OBSERVATIONS",
        "How long fingerprints of photos and profiles, thumbs, and what was not understood are kept, in days.",
        _days(7),
        default=timedelta(days=90),
    )
    keep_removed: timedelta = setting(
        "RESYNC_KEEP_REMOVED",
        "After how many days everything is erased of whoever has removed the app from their chat.",
        _days(7),
        default=timedelta(days=30),
    )
    helpdesk_contact: str = setting(
        "RESYNC_HELPDESK_CONTACT",
        "How to reach the helpdesk, as shown to people: an address, a number or a link.",
        default="",
    )
    allow_guide: bool = setting(
        "RESYNC_ALLOW_GUIDE", "Show people how to open SharePoint themselves: yes or no.", _yes_or_no, default=True
    )
    allow_ask: bool = setting(
        "RESYNC_ALLOW_ASK", "Ask SharePoint for the person's large picture: yes or no.", _yes_or_no, default=True
    )
    allow_as_person: bool = setting(
        "RESYNC_ALLOW_AS_PERSON",
        "Ask SharePoint in the name of the person who presses Start, too: yes or no. Needs RESYNC_SSO_URI.",
        _yes_or_no,
        default=True,
    )
    modes: tuple[tuple[str, str], ...] = setting(
        "RESYNC_AS_PERSON",
        "What is done with the person's own sign-in, separated by commas: see_photo, see_profile, see_pictures, "
        "republish; see_photo=person-then-app where the application may do it for whoever has not signed in. Needs "
        "RESYNC_SSO_URI.",
        _modes,
        default=(),
    )
    sso_uri: str = setting(
        "RESYNC_SSO_URI",
        "Application ID URI of the app registration, as api://botid-…, where single sign-on is set up for it.",
        _app_uri,
        default="",
    )
    allow_republish: bool = setting(
        "RESYNC_ALLOW_REPUBLISH",
        "Put the same photo into Microsoft 365 again where asking did not help: yes or no. Needs "
        "ProfilePhoto.ReadWrite.All; without it nothing is put.",
        _yes_or_no,
        default=True,
    )
    allow_repair: bool = setting(
        "RESYNC_ALLOW_REPAIR",
        "Set the picture flags of a SharePoint profile where they keep SharePoint from fetching photos: yes or no. "
        "Not a supported feature of Microsoft 365; old values are kept, see undo.",
        _yes_or_no,
        default=False,
    )
    auto_escalate: bool = setting(
        "RESYNC_AUTO_ESCALATE",
        "Hand a resync that ended without its photo to the helpdesk by itself: yes or no. See the command tickets.",
        _yes_or_no,
        default=False,
    )
    desks: tuple[str, ...] = setting(
        "RESYNC_DESKS",
        "Where the helpdesk works, separated by commas: channel, mail, webhook, servicenow, jira, zendesk.",
        _desks,
        default=(),
    )
    helpdesk_channel: str = setting(
        "RESYNC_HELPDESK_CHANNEL",
        "Id of the helpdesk's channel in Teams, as 19:…@thread.tacv2, from the link to the channel. Default: the "
        "channel in which a member of RESYNC_HELPDESK_GROUP writes @Resync set up helpdesk.",
        _channel,
        default="",
    )
    helpdesk_group: str = setting(
        "RESYNC_HELPDESK_GROUP",
        "Object id of the group in Entra ID whose members are the helpdesk; needs GroupMember.Read.All. Default: the "
        "members of the team that RESYNC_HELPDESK_CHANNEL belongs to.",
        _guid,
        default="",
    )
    helpdesk_leads: tuple[str, ...] = setting(
        "RESYNC_HELPDESK_LEADS",
        "Object ids of who is mentioned where nobody has taken a case in time. Default: all members of the helpdesk.",
        _guids,
        default=(),
    )
    first_reply_within: timedelta | None = setting(
        "RESYNC_FIRST_REPLY_WITHIN",
        "Time in which the helpdesk is to answer first, as 4h or 30m; it is reminded before. Default: no reminder.",
        _duration,
        default=None,
    )
    thumbnails: bool = setting(
        "RESYNC_THUMBNAILS",
        "Give the helpdesk the two photos in small: yes or no. They are then kept with the case.",
        _yes_or_no,
        default=False,
    )
    mail_from: str = setting("RESYNC_MAIL_FROM", "Mailbox that sends tickets. Needs Mail.Send.", _address, default="")
    mail_to: tuple[str, ...] = setting(
        "RESYNC_MAIL_TO", "Addresses that tickets are mailed to, separated by commas.", _addresses, default=()
    )
    webhook_url: str = setting(
        "RESYNC_WEBHOOK_URL", "Where tickets are posted as CloudEvents.", _url, default="", repr=False
    )
    webhook_secret: str = setting(
        "RESYNC_WEBHOOK_SECRET",
        "Signs what is posted to the webhook; at least 32 characters.",
        _secret,
        default="",
        repr=False,
    )
    servicenow_url: str = setting(
        "RESYNC_SERVICENOW_URL", "ServiceNow, such as https://contoso.service-now.com.", _url, default=""
    )
    servicenow_user: str = setting("RESYNC_SERVICENOW_USER", "Name of the bot's account in ServiceNow.", default="")
    servicenow_password: str = setting("RESYNC_SERVICENOW_PASSWORD", "Its password.", default="", repr=False)
    jira_url: str = setting("RESYNC_JIRA_URL", "Jira, such as https://contoso.atlassian.net.", _url, default="")
    jira_user: str = setting("RESYNC_JIRA_USER", "Mail address of the bot's account in Jira.", default="")
    jira_token: str = setting("RESYNC_JIRA_TOKEN", "Its API token.", default="", repr=False)
    jira_service_desk: str = setting("RESYNC_JIRA_SERVICE_DESK", "Id of the service desk, such as 10.", default="")
    jira_request_type: str = setting("RESYNC_JIRA_REQUEST_TYPE", "Id of the request type, such as 25.", default="")
    zendesk_url: str = setting("RESYNC_ZENDESK_URL", "Zendesk, such as https://contoso.zendesk.com.", _url, default="")
    zendesk_user: str = setting("RESYNC_ZENDESK_USER", "Mail address of the bot's agent in Zendesk.", default="")
    zendesk_token: str = setting("RESYNC_ZENDESK_TOKEN", "Its API token.", default="", repr=False)
    desk_secret: str = setting(
        "RESYNC_DESK_SECRET",
        "Signs what desks send to /api/desks; at least 32 characters. Without it nothing is taken there.",
        _secret,
        default="",
        repr=False,
    )
    developer_name: str = setting(
        "RESYNC_DEVELOPER_NAME",
        "Who offers the app in Teams, as people see it: the organization or its helpdesk.",
        _display_name,
        default="",
    )
    website_url: str = setting(
        "RESYNC_WEBSITE_URL", "Page with help for the app, such as the helpdesk's own.", _page, default=""
    )
    privacy_url: str = setting(
        "RESYNC_PRIVACY_URL", "Page that says what is stored about people, and for how long.", _page, default=""
    )
    terms_url: str = setting("RESYNC_TERMS_URL", "Page with the terms of use.", _page, default="")
    pause: int = setting("RESYNC_PAUSE", "Minutes between two resyncs of one person.", _number, default=15)
    hourly: int = setting(
        "RESYNC_HOURLY", "Resyncs of all people together in an hour; 0 for any number.", _number, default=300
    )
    waking: tuple[int, int] = setting(
        "RESYNC_WAKING_HOURS",
        "Hours in which people are written to, in their own time zone, as 7-21; 0-0 is the whole day.",
        _hours,
        default=(7, 21),
    )
    time_scale: int = setting(
        "RESYNC_TIME_SCALE",
        "How many times faster promises live, for testing only; time-outs and tokens stay as they are.",
        _scale,
        default=1,
    )
    exchange_plans: tuple[str, ...] = setting(
        "RESYNC_EXCHANGE_PLANS",
        "Service plan ids that bring a mailbox, beside those built in.",
        _words,
        default=(),
    )
    sharepoint_plans: tuple[str, ...] = setting(
        "RESYNC_SHAREPOINT_PLANS",
        "Service plan ids that bring SharePoint, beside those built in.",
        _words,
        default=(),
    )
    patience: int = setting(
        "RESYNC_PATIENCE", "Seconds that one question to Microsoft 365 may take.", _number, default=4
    )
    log_level: str = setting(
        "RESYNC_LOG_LEVEL",
        "DEBUG, INFO, WARNING or ERROR.",
        _one_of("DEBUG", "INFO", "WARNING", "ERROR"),
        default="INFO",
    )
    demo: bool = field(default=False)

    @classmethod
    def from_mapping(cls, environment: Mapping[str, str], **fixed: Any) -> Settings:
        """Read all settings from `environment`; raises SettingsError that names every problem at once."""
        specs = [spec for spec in cls.specs() if spec.name not in fixed]
        values, problems = cls._read(environment, specs, {spec.name for spec in specs if spec.default is MISSING})
        values |= fixed
        problems += cls._lacking_proof(environment)
        if values.get("modes") and not environment.get("RESYNC_SSO_URI", "").strip():
            problems.append("RESYNC_SSO_URI is missing: RESYNC_AS_PERSON needs people's sign-ins")
        problems += cls._lacking(environment, values.get("desks", ()))
        if "cloud" in values or not environment.get("RESYNC_CLOUD", "").strip():  # else nobody knows which it is
            problems += cls._misplaced(values)
        if problems:
            raise SettingsError(problems)
        return cls(**values).filled()

    @classmethod
    def some(cls, environment: Mapping[str, str], *names: str, needed: Collection[str] = ()) -> dict[str, Any]:
        """A few of the settings, and those that are `needed`; raises SettingsError that names every problem at once."""
        specs = [spec for spec in cls.specs() if spec.name in names or spec.name in needed]
        values, problems = cls._read(environment, specs, needed)
        if problems:
            raise SettingsError(problems)
        return {spec.name: spec.default for spec in specs} | values

    @staticmethod
    def _read(
        environment: Mapping[str, str], specs: Iterable[Field[Any]], needed: Collection[str]
    ) -> tuple[dict[str, Any], list[str]]:
        """Those that are set, and what is wrong or missing, a line for each."""
        values: dict[str, Any] = {}
        problems = []
        for spec in specs:
            name, text = spec.metadata["name"], environment.get(spec.metadata["name"], "").strip()
            try:
                if text:
                    values[spec.name] = spec.metadata["read"](text)
                elif spec.name in needed:
                    problems.append(f"{name} is missing: {spec.metadata['about']}")
            except ValueError as error:
                problems.append(f"{name} is wrong: {error}")
        return values, problems

    @classmethod
    def _lacking_proof(cls, environment: Mapping[str, str]) -> list[str]:
        """Of what proves who the bot is."""
        names = {spec.name: spec.metadata["name"] for spec in cls.specs()}
        needs = {kind: names[field] for kind, field in CREDENTIALS.items()}
        chosen = environment.get(names["credential"], "").strip()
        lacking = [name for name in needs.values() if not environment.get(name, "").strip()]
        if chosen in needs and needs[chosen] in lacking:
            return [f"{needs[chosen]} is missing: RESYNC_CREDENTIAL names {chosen}"]
        if len(lacking) < len(needs):
            return []
        return [
            "MicrosoftAppCertificatePath is missing: the bot must prove who it is. MicrosoftAppPassword does, too, but "
            "SharePoint refuses it; for an identity of the machine see RESYNC_CREDENTIAL"
        ]

    @classmethod
    def _lacking(cls, environment: Mapping[str, str], desks: tuple[str, ...]) -> list[str]:
        """What the chosen desks need and is not there, a line for each desk."""
        names = {spec.name: spec.metadata["name"] for spec in cls.specs()}
        needed = {desk: [names[name] for name in DESK_NEEDS[desk]] for desk in desks}
        if "channel" in needed and not any(environment.get(names[name], "").strip() for name in _CHANNEL_NEEDS):
            needed["channel"] = [" or ".join(names[name] for name in _CHANNEL_NEEDS)]
        lacking = {
            desk: [name for name in needs if not environment.get(name, "").strip()] for desk, needs in needed.items()
        }
        return [f"{', '.join(some)} missing: RESYNC_DESKS names {desk}" for desk, some in lacking.items() if some]

    @classmethod
    def _misplaced(cls, values: Mapping[str, Any]) -> list[str]:
        """What belongs to another cloud than the one that is set, a line for each address."""
        cloud = values.get("cloud", WORLDWIDE)
        problems = []
        for spec in cls.specs():
            if not spec.name.startswith("sharepoint_") or not spec.name.endswith(("_url", "_urls")):
                continue
            found = values.get(spec.name, ())
            for url in (found,) if isinstance(found, str) else found:
                host = urlsplit(url).hostname or ""
                if owners := " or ".join(foreign(host, cloud)):
                    name = spec.metadata["name"]
                    problems.append(f"{name} is wrong: {host} belongs to RESYNC_CLOUD={owners}, not to {cloud}")
        if values.get("app_type") == "MultiTenant" and cloud not in _MULTITENANT:
            problems.append(f"MicrosoftAppType is wrong: in RESYNC_CLOUD={cloud} the bot must be SingleTenant")
        return problems

    def filled(self) -> Settings:
        """The same settings with the addresses that follow from others filled in."""
        cloud = CLOUDS[self.cloud]
        root = urlsplit(self.sharepoint_url)
        name, _, rest = (root.hostname or "").partition(".")

        def sibling(suffix: str) -> str:
            return f"{root.scheme}://{name}-{suffix}.{rest}"

        return replace(
            self,
            credential=self.credential or next((kind for kind, name in CREDENTIALS.items() if getattr(self, name)), ""),
            tenants=self.tenants or (self.tenant_id,),
            sharepoint_my_url=self.sharepoint_my_url or sibling("my"),
            sharepoint_admin_url=self.sharepoint_admin_url or sibling("admin"),
            bot_login_url=self.bot_login_url or self.login_url or cloud.bot_login_url,
            **{name: getattr(self, name) or getattr(cloud, name) for name in _OF_THE_CLOUD},
        )

    @property
    def sends_files(self) -> bool:
        """Whether a bot can send files here; the chat of the demo takes none."""
        return not self.demo and CLOUDS[self.cloud].files

    @classmethod
    def specs(cls) -> tuple[Field[Any], ...]:
        """The fields that are read from the environment, in the manual's order."""
        return tuple(spec for spec in fields(cls) if "name" in spec.metadata)
