"""Whether the sign-in service knows the bot, what it has been allowed, and whether that is enough."""

from __future__ import annotations

import asyncio
import json
import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.clouds import CLOUDS
from bot.config import MANAGED, SECRET, WORKLOAD
from bot.core import capabilities as can
from bot.core.capabilities import CAPABILITIES, RESOURCE_IDS, Capability, Mode, Resource
from bot.core.checks import WARN_AT, Line, Proof, State, days_left
from bot.core.facts import Reason, Unknown
from bot.ports import ChannelError
from bot.tenant import apps, channel, graph, sharepoint
from bot.tenant.http import Answer, Caller, Request, unseen
from bot.tokens import ProofMissing, SignInRefused, SignInUnavailable, Tokens

if TYPE_CHECKING:
    from bot.build import Bot
    from bot.config import Settings

# An id that no account has: a 404 proves that the bot may look.
NOBODY = "00000000-0000-0000-0000-000000000000"

# What to do about an error of the sign-in service, by its number.
# https://learn.microsoft.com/entra/identity-platform/reference-error-codes
_NO_CONSENT = "65001"
_BY_CODE = {
    "90002": "check MicrosoftAppTenantId",
    "900023": "check MicrosoftAppTenantId",
    "700016": "check MicrosoftAppId and MicrosoftAppTenantId: the application is not in this directory",
    "7000112": "the application is switched off: enable it under Enterprise applications",
    "7000215": "the client secret is wrong: take its value, not its id",
    "7000222": "the client secret has ended: make a new one",
    "700024": "the clock is wrong, or what proves the application is not valid now",
    "700027": "the certificate is not the registration's: upload it there, or check MicrosoftAppCertificatePath",
    "7000272": "the certificate is not the registration's: upload it there, or check MicrosoftAppCertificatePath",
    "70021": "the registration does not trust this identity: compare issuer, subject and audience",
    "700211": "the registration does not trust this identity's issuer: compare it with the federated credential",
    "700212": "the registration does not trust this identity's audience: compare it with the federated credential",
    "700213": "the registration does not trust this identity's subject: compare it with the federated credential",
    "500011": "the tenant has no such resource: check RESYNC_SHAREPOINT_URL and RESYNC_GRAPH_URL",
    "53003": "Conditional Access blocks the application: exclude it, or allow this machine's address",
    _NO_CONSENT: "nobody has consented: open the page as an administrator",
}
# What sign-in also says of a certificate that has ended: "the key used is expired".
_OF_THE_PROOF = ("700024", "700027", "7000272")
_IDENTITY = {
    WORKLOAD: "let whoever runs the bot write the token there, and the bot's account read it",
    MANAGED: "check RESYNC_IDENTITY_CLIENT_ID, and that this machine has that identity",
}
_MEND = {
    Reason.THROTTLED: "the service is busy: try again later",
    Reason.UNAVAILABLE: "check the address, the network and RESYNC_CA_BUNDLE",
    Reason.TOO_SLOW: "check the network, or raise RESYNC_PATIENCE",
    Reason.MALFORMED: "this address does not answer as Microsoft 365 does",
}
_REFUSED = (
    "it is granted, and refused all the same: a new consent takes some minutes; else a policy of the tenant "
    "limits the application"
)
_NO_SECRET = "SharePoint refuses a secret: see the certificate for SharePoint above"
_REGISTRATION = "/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/"


# -- the credential ----------------------------------------------------------------------------------------------------


async def credential(bot: Bot) -> list[Line]:
    """What the bot proves itself with, and for how long."""
    settings, own = bot.settings, bot.tokens.proof
    lines = [_until(settings, own, bot.world.clock.now())]
    if own.kind == SECRET and any(one.resource is Resource.SHAREPOINT and one.needs for one in _of_the_app(settings)):
        mend = "SharePoint refuses a secret: set MicrosoftAppCertificatePath"
        lines.append(Line("a certificate for SharePoint", State.MISSING, mend=mend, url=_page(settings)))
    return lines


def _until(settings: Settings, own: Proof, now: datetime) -> Line:
    called, ends_at = f"{own.kind} {own.name}".strip(), own.ends_at
    if ends_at is None:
        hint = "set RESYNC_SECRET_ENDS to the day that the portal names" if own.kind == SECRET else ""
        never = "nobody knows when it ends" if own.kind == SECRET else "has no end of its own"
        return Line("credential", detail=f"{called}: {never}", mend=hint)
    if own.begins_at and now < own.begins_at:
        mend = "use the one before it until then; if it is then already, see the clock"
        return Line("credential", State.BROKEN, f"{called} begins on {own.begins_at:%Y-%m-%d %H:%M} UTC", mend)
    left = days_left(ends_at, now)
    told = (
        f"{called} ends on {ends_at:%Y-%m-%d}, in {left} days" if left >= 0 else f"{called} ended on {ends_at:%Y-%m-%d}"
    )
    new = "register a new one beside it, then replace it here"
    if left >= max(WARN_AT):
        return Line("credential", detail=told)
    return Line("credential", State.OK if left >= 0 else State.BROKEN, told, new, url=_page(settings))


def _page(settings: Settings) -> str:
    entra = CLOUDS[settings.cloud].entra
    return f"{entra}{_REGISTRATION}{settings.app_id}" if entra else ""


async def allowed(bot: Bot) -> list[Line]:
    """What it gets now: tokens that are at hand say for an hour what was allowed then."""
    fresh = bot.tokens.afresh()
    caller = bot.tenant.caller.afresh(fresh.for_microsoft_365)
    found = await asyncio.gather(tokens(bot, fresh), capabilities(bot, fresh, caller))
    return [line for lines in found for line in lines]


# -- tokens ------------------------------------------------------------------------------------------------------------


async def tokens(bot: Bot, fresh: Tokens) -> list[Line]:
    """A token for each audience."""
    settings = bot.settings
    asked = {f"token for {name}": fresh.for_microsoft_365(url) for name, url in _audiences(settings).items()}
    asked["token for the Bot Connector"] = fresh.for_bot_connector()
    got = await asyncio.gather(*asked.values(), return_exceptions=True)
    valid = bot.tokens.proof.is_valid(bot.world.clock.now())
    return [_token(settings, name, one, valid) for name, one in zip(asked, got, strict=True)]


def _audiences(settings: Settings) -> dict[str, str]:
    found = {"Graph": settings.graph_url, "SharePoint": settings.sharepoint_url}
    found["SharePoint's personal sites"] = settings.sharepoint_my_url
    return found | {f"SharePoint of another geography ({url})": url for url in settings.sharepoint_geo_urls}


def _token(settings: Settings, name: str, got: str | BaseException, valid: bool) -> Line:
    if isinstance(got, str):
        return Line(name)
    if not isinstance(got, SignInRefused):
        raise got
    if isinstance(got, ProofMissing):
        return Line(name, State.BROKEN, str(got)[:300], _IDENTITY[settings.credential])
    if isinstance(got, SignInUnavailable):
        mend = "the sign-in service did not answer as it does: see its host above, or try again later"
        return Line(name, State.BROKEN, str(got)[:120], mend)
    found = re.search(r"AADSTS(\d+)", str(got))
    number = found[1] if found else ""
    mend = _BY_CODE.get(number, "check the application id, what proves it, and the tenant id")
    if number in _OF_THE_PROOF and not valid:
        mend = f"the {settings.credential} is not valid now: see the credential above"
    return Line(name, State.BROKEN, str(got)[:300], mend, url=_consent(settings) if number == _NO_CONSENT else "")


def _consent(settings: Settings) -> str:
    return f"{settings.login_url}/{settings.tenant_id}/adminconsent?client_id={settings.app_id}"


# -- permissions -------------------------------------------------------------------------------------------------------


async def capabilities(bot: Bot, fresh: Tokens, caller: Caller) -> list[Line]:
    """A line for each capability that the settings want: allowed by the token, and tried with a harmless read."""
    wanted = _of_the_app(bot.settings)
    urls = _resources(bot.settings)
    given = {resource: await granted(bot.settings, fresh, resource, url) for resource, url in urls.items()}
    asked = await asyncio.gather(*(_tried(bot, caller, one) for one in wanted))
    lines = [_line(bot.settings, one, given, tried) for one, tried in zip(wanted, asked, strict=True)]
    modes = dict(bot.settings.modes)
    personal = [_personal(one) for one in CAPABILITIES if one.key in modes and is_wanted(one, bot.settings)]
    return [*lines, *personal, *_superfluous(given, wanted)]


def _of_the_app(settings: Settings) -> list[Capability]:
    """What the application does, in its own name or where nobody has signed in."""
    modes = dict(settings.modes)
    return [one for one in CAPABILITIES if is_wanted(one, settings) and modes.get(one.key) != Mode.PERSON]


def is_wanted(one: Capability, settings: Settings) -> bool:
    """Whether the settings ask for it, and it exists in their cloud."""
    if one.cloud and not getattr(CLOUDS[settings.cloud], one.cloud):
        return False
    name, _, word = one.setting.partition("=")
    value: Any = getattr(settings, name) if name else True
    return word in value if word else bool(value)


def _resources(settings: Settings) -> dict[Resource, str]:
    return {Resource.GRAPH: settings.graph_url, Resource.SHAREPOINT: settings.sharepoint_url}


async def granted(settings: Settings, fresh: Tokens, resource: Resource, url: str) -> frozenset[str] | None:
    """The application permissions in the token for a resource; None where there is no token.

    Its signature is not ours to check: it was meant for the resource, and nothing is decided by it but these lines.
    """
    try:
        token = await fresh.for_microsoft_365(url)
    except SignInRefused:
        return None
    try:
        roles = json.loads(b64decode(f"{token.split('.')[1]}==", b"-_")).get("roles", [])
        return frozenset(str(role) for role in roles)
    except (ValueError, IndexError, AttributeError, TypeError):  # a token is the resource's, who may change its form
        return frozenset(name for one in _of_the_app(settings) if one.resource is resource for name in one.needs)


def _reads(bot: Bot) -> dict[str, Request | None]:
    """By capability a question that changes nothing, and whose answer says whether the bot may ask."""
    settings, hosts = bot.settings, bot.tenant.hosts
    base, nobody = settings.graph_url, f"nobody@{settings.tenant_id}"
    picture = sharepoint.thumbnail(hosts, f"{hosts.my}/User Photos/Profile Pictures/{NOBODY}_MThumb.jpg", "M")
    return {
        can.SEE_ACCOUNT.key: graph.user(base, NOBODY),
        can.SEE_SYNCHRONIZATION.key: graph.organization(base),
        can.SEE_PHOTO.key: graph.photo(base, NOBODY),
        can.SEE_POLICY.key: graph.policy(base),
        can.SEE_INCIDENTS.key: graph.health(base),
        can.INSTALL.key: apps.installed(base, NOBODY, NOBODY),
        can.SEE_MASTER.key: graph.sync_behavior(base, NOBODY),
        can.SEE_PROFILE.key: sharepoint.profile(hosts.root, nobody),
        can.SEE_PICTURES.key: picture[1] if picture else None,
        can.SEE_APP.key: graph.uploaded_app(base, settings.app_id),
    }


async def _tried(bot: Bot, caller: Caller, one: Capability) -> Unknown | str | None:
    """Why a read failed, None for one that did not; "" where there is none to try."""
    request = await _in_the_channel(bot) if one is can.SEE_CHANNEL else _reads(bot).get(one.key)
    if request is None:
        return ""
    answer = await caller.ask(request, asyncio.get_running_loop().time() + bot.settings.patience)
    if isinstance(answer, Unknown):
        return answer
    return unseen(answer, bot.world.clock.now(), request) or _strange(answer)


def _strange(answer: Answer) -> Unknown | None:
    """Why an answer is none of Microsoft 365's, as the page of a proxy; None for one that may be."""
    kind = answer.content_type
    try:
        if "json" in kind:
            answer.json()
    except (ValueError, RecursionError):
        return Unknown(Reason.MALFORMED, detail=f"{answer.status}, no JSON")
    return Unknown(Reason.MALFORMED, detail=f"{answer.status}, a page") if "html" in kind else None


async def _in_the_channel(bot: Bot) -> Request | None:
    bound = await bot.helpdesk_channel()
    try:
        group = await bot.teams.team_group(bound) if bound else ""
    except ChannelError:
        return None
    return channel.written(bot.settings.graph_url, group, bound.channel) if bound and group else None


Granted = Mapping[Resource, frozenset[str] | None]


def _line(settings: Settings, one: Capability, granted: Granted, tried: Unknown | str | None) -> Line:
    """What was tried is believed before what is written in a token."""
    name, needed = f"{one.key.replace('_', ' ')} ({one.permission})", not one.optional
    if not one.needs:
        return _personal(one)
    if tried is None:
        return Line(name)
    have = granted.get(one.resource, frozenset())
    if have is None:
        mend = f"see the token for {one.resource} above"
        return Line(name, State.BROKEN, "not looked at", mend, needed=needed)
    if isinstance(tried, Unknown) and tried.reason not in (Reason.FORBIDDEN, Reason.UNAUTHORIZED):
        return Line(name, State.BROKEN, _seen(tried), _MEND.get(tried.reason, str(tried.reason)), needed=needed)
    if one.resource is Resource.TEAM:
        return _of_the_team(name, one, refused=isinstance(tried, Unknown))
    if lacking := one.missing(have):
        return Line(name, State.MISSING, f"Without: {one.without}", *mending(settings, one.resource, lacking), needed)
    if isinstance(tried, Unknown):
        by_secret = settings.credential == SECRET and one.resource is Resource.SHAREPOINT
        return Line(name, State.BROKEN, _seen(tried), _NO_SECRET if by_secret else _REFUSED, needed=needed)
    return Line(name)


def _personal(one: Capability) -> Line:
    """Nobody can see from here what people's own sign-ins are good for."""
    detail = "with each person's own sign-in: whether an administrator has consented shows when somebody asks"
    return Line(f"{one.key.replace('_', ' ')} as the person ({one.in_a_name})", detail=detail)


def _of_the_team(name: str, one: Capability, *, refused: bool) -> Line:
    """Until the helpdesk's channel is known there is no team to ask: another line says so."""
    if not refused:
        return Line(name)
    mend = "take the app out of the helpdesk's team and add it again; the team's owner is asked for this"
    return Line(name, State.MISSING, f"Without: {one.without}", mend)


def _seen(why: Unknown) -> str:
    return " ".join(f"{why.reason}: {why.detail}".split())[:200]


def mending(settings: Settings, resource: Resource, names: tuple[str, ...]) -> tuple[str, str, str]:
    """What to do where these permissions are missing, the command for it, and the page for the consent."""
    mend = f"add {' and '.join(names)}, then consent"
    return mend, _command(settings, resource, names), _consent(settings)


def _command(settings: Settings, resource: Resource, names: tuple[str, ...]) -> str:
    """For a shell with Azure's command line; the roles' ids are looked up, so that it fits every cloud."""
    of = RESOURCE_IDS[resource]
    asked = "||".join(f"value=='{name}'" for name in names)
    roles = f"$(az ad sp show --id {of} --query \"appRoles[?{asked}].join('=',[id,'Role'])\" -o tsv)"
    return f"az ad app permission add --id {settings.app_id} --api {of} --api-permissions {roles}"


def _superfluous(granted: Granted, wanted: list[Capability]) -> list[Line]:
    """What was given and nothing can use: it may go."""
    found: dict[str, Any] = {
        str(resource): can.superfluous(have, resource, wanted) for resource, have in granted.items() if have
    }
    told = [f"{resource}: {', '.join(names)}" for resource, names in found.items() if names]
    if not told:
        return []
    return [Line("least privilege", detail="; ".join(told), mend="nothing that is switched on uses these: they may go")]
