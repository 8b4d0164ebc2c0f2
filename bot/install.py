"""Puts the app into the hands of the people whom an administrator names. It writes to nobody: Teams tells the bot."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bot.check import access
from bot.clouds import CLOUDS
from bot.core.capabilities import CHECK_HELPDESK, INSTALL, SEE_APP, Capability, Resource
from bot.core.facts import Reason, Unknown
from bot.tenant import apps, graph, roster
from bot.tenant.http import Answer, Request, throttled, unseen

if TYPE_CHECKING:
    from bot.build import Bot

PER_SECOND = 20.0  # of the 30 that Graph allows: what the bot itself asks shall not suffer
AT_ONCE = 8
ANSWERS_WITHIN = 30.0  # seconds for one call
PAUSES = (1.0, 4.0, 15.0)  # seconds before a call that failed is made again
PATIENCE = 900.0  # seconds; who is told to wait for longer is better run again

_LEAVE_OUT = "leave them out, or take them out of the group"
_POLICY = (
    "allow the app for them in the Teams admin center: Manage apps > Resync > Users and groups, or Permission policies"
)
_BY_POLICY = "or install it with a setup policy: docs/install.md, step 9"


class Became(StrEnum):
    """What there is of the app for one person now."""

    THERE = "there"
    INSTALLED = "installed"
    MISSING = "missing"  # it was only looked
    REFUSED = "refused"


_CALLED = {
    Became.THERE: "there already",
    Became.INSTALLED: "installed",
    Became.MISSING: "not there yet",
    Became.REFUSED: "refused",
}


@dataclass(frozen=True)
class Result:
    """How it went for one person; `why` and `mend` where it was refused."""

    person: str
    login: str
    became: Became
    why: str = ""
    mend: str = ""

    def as_line(self) -> str:
        called = _CALLED[self.became]
        whom = f"{called:<13}  {self.person}{f'  {self.login}' if self.login else ''}"
        return f"{whom}: {self.why}\n{'':<13}  -> {self.mend}" if self.why else whom


class CannotInstall(Exception):
    """What is in the way for everybody; `mend` says in lines what to do."""

    def __init__(self, problem: str, *mend: str) -> None:
        self.mend = mend
        super().__init__(problem)


# What Graph says with a 400, 403 or 404, in the words of whom it was said to; its codes do not tell them apart.
# https://github.com/OfficeDev/microsoft-teams-apps-company-communicator/issues/1537
# https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/1270
# https://github.com/microsoftgraph/msgraph-sdk-java/issues/1445
_REFUSALS = (
    (r"blocked by app permission policy", "a policy of Teams forbids them the app", _POLICY),
    (r"licen[cs]e|Teams is disabled", "they have no licence for Teams", f"give them one, or {_LEAVE_OUT}"),
    (r"User Id .* not found", "Teams does not know them", f"give them a licence for Teams, or {_LEAVE_OUT}"),
)
# https://github.com/microsoftgraph/microsoft-graph-docs/issues/16666
_NOT_ITSELF = re.compile(r"not allowed to manage the Teams App", re.IGNORECASE)
_NO_ROLE = re.compile(r"Missing role permissions", re.IGNORECASE)


class Installation:
    """One run; `told` hears what takes time."""

    def __init__(self, bot: Bot, told: Callable[[str], None]) -> None:
        self._bot, self._told, self._base = bot, told, bot.settings.graph_url
        self._next, self._announced = 0.0, 0.0
        self._app = ""

    async def prepare(self, *, group: bool) -> None:
        """Look whether it can be done at all, and which app it is. Raises CannotInstall."""
        cloud = CLOUDS[self._bot.settings.cloud]
        if not cloud.apps:
            raise CannotInstall(f"Microsoft Graph installs no apps in the cloud {cloud.called}", _BY_POLICY)
        granted = await access.granted(self._bot.settings, self._bot.tokens.afresh(), Resource.GRAPH, self._base)
        if granted is None:
            raise CannotInstall("there is no token for Graph", "see python app.py check")
        self._need(*(one for one in (INSTALL, SEE_APP, *((CHECK_HELPDESK,) if group else ())) if one.missing(granted)))
        request = graph.uploaded_app(self._base, self._bot.settings.app_id)
        found = await self._asked(request, SEE_APP, apps.read_catalog)
        if not found:
            raise CannotInstall(
                f"the organization's catalog has no app {self._bot.settings.app_id}",
                "upload what python app.py manifest makes: Teams admin center > Manage apps. A new one may take a day",
            )
        if len(found) > 1:
            ids = ", ".join(found)
            raise CannotInstall(
                f"the organization's catalog has {len(found)} apps {self._bot.settings.app_id}: {ids}",
                "keep one: Teams admin center > Manage apps",
            )
        self._app = found[0]

    async def members(self, group: str) -> dict[str, dict[str, Any]]:
        """Everybody in a group, groups in it too, by object id. Raises CannotInstall."""
        found: dict[str, dict[str, Any]] = {}
        request, seen = roster.members(self._base, group), set[str]()
        while True:
            page = await self._asked(request, CHECK_HELPDESK, Answer.json, f"there is no group {group}")
            found |= {str(one["id"]).lower(): one for one in page.get("value") or () if isinstance(one, dict)}
            more = str(page.get("@odata.nextLink") or "")
            if not more:
                return found
            if more in seen or not more.startswith(f"{self._base}/"):
                raise CannotInstall("Graph names a next page of the group that is none", "try again later")
            seen.add(more)
            self._told(f"{len(found)} people of the group so far")
            request = roster.members(self._base, group, more)

    async def results(self, people: Mapping[str, Mapping[str, Any] | None], *, look: bool) -> AsyncIterator[Result]:
        """In the order of `people`, object ids with the accounts as far as they are known; `look` changes nothing."""
        waiting: deque[asyncio.Task[Result]] = deque()
        try:
            for person, account in people.items():
                waiting.append(asyncio.create_task(self._one(person, account, look=look)))
                if len(waiting) == AT_ONCE:
                    yield await waiting.popleft()
            while waiting:
                yield await waiting.popleft()
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)

    # -- one person --------------------------------------------------------------------------------------------------

    async def _one(self, person: str, account: Mapping[str, Any] | None, *, look: bool) -> Result:
        login = ""
        try:
            known = account or await self._account(person)
            login = str(known.get("userPrincipalName") or "")
            _check_account(known)
            return Result(person, login, await self._installed(person, look=look))
        except _Refused as refused:
            return Result(person, login, Became.REFUSED, *refused.args)

    async def _account(self, person: str) -> Mapping[str, Any]:
        """Who it is; {} where that may not be seen: then Teams' own answer must do."""
        answer = await self._ask(roster.who(self._base, person))
        if answer.status == 404:
            raise _Refused("nobody has this object id", "compare it with the user's page in Entra ID")
        return self._read(answer, Answer.json) if answer.status == 200 else {}

    async def _installed(self, person: str, *, look: bool) -> Became:
        there = await self._ask(apps.installed(self._base, person, self._app))
        if there.status != 200:
            raise self._refused(there)
        if self._read(there, apps.read_installed):
            return Became.THERE
        if look:
            return Became.MISSING
        done = await self._ask(apps.install(self._base, person, self._app))
        if done.status == 409:
            return Became.THERE
        if not 200 <= done.status < 300:
            raise self._refused(done)
        return Became.INSTALLED

    def _refused(self, answer: Answer) -> Exception:
        """Why this person does not get it, or nobody."""
        text = answer.error_text
        if _NO_ROLE.search(text):
            return self._lacking(INSTALL)
        if _NOT_ITSELF.search(text):
            return CannotInstall(
                "the app package that is uploaded does not say that the app is this bot's (webApplicationInfo)",
                "upload what python app.py manifest makes, as a new version",
            )
        for pattern, why, mend in _REFUSALS:
            if re.search(pattern, text, re.IGNORECASE):
                return _Refused(why, mend)
        return _Refused(f"Graph says {answer.status} {answer.error_code}: {text}"[:300], f"see there, {_BY_POLICY}")

    # -- asking ------------------------------------------------------------------------------------------------------

    async def _asked(
        self, request: Request, needs: Capability, reader: Callable[[Answer], Any], absent: str = ""
    ) -> Any:
        """What nothing goes on without; `absent` says what a 404 means. Raises CannotInstall."""
        try:
            answer = await self._ask(request)
            if answer.status == 200:
                return self._read(answer, reader)
        except _Refused as refused:
            raise CannotInstall(*refused.args) from None
        if answer.status == 403:
            raise self._lacking(needs)
        if answer.status == 404 and absent:
            raise CannotInstall(absent, "compare it with the object id in Entra ID")
        raise CannotInstall(f"Graph says {answer.status} {answer.error_code} {answer.error_text}"[:300], "try again")

    async def _ask(self, request: Request) -> Answer:
        """The answer, once there is one: it is waited for. Raises _Refused where it does not come."""
        clock, pauses = asyncio.get_running_loop().time, iter(PAUSES)
        ends = clock() + PATIENCE
        while True:
            await self._turn()
            got = await self._bot.tenant.caller.ask(request, clock() + ANSWERS_WITHIN)
            why = self._trouble(got, request)
            if isinstance(got, Answer) and why is None:
                return got
            assert why is not None
            if why.reason is Reason.UNAUTHORIZED:
                raise CannotInstall("Microsoft refuses the bot's sign-in", "see python app.py check")
            busy = why.reason is Reason.THROTTLED
            pause = PAUSES[-1] if busy else next(pauses, None)
            wait = self._seconds(why, pause or 0.0)
            if pause is None or clock() + wait > ends:
                raise _Refused(
                    f"Graph is {'busy' if busy else 'not reached'} ({why.detail[:100]})", "run it again later"
                )
            if busy:
                self._announce(wait)
            await asyncio.sleep(wait)

    def _trouble(self, got: Answer | Unknown, request: Request) -> Unknown | None:
        if isinstance(got, Unknown):
            return got
        if got.status == 401 or got.status >= 500 or throttled(got):
            return unseen(got, self._bot.world.clock.now(), request, self._bot.tenant.caller.scale)
        return None

    def _seconds(self, why: Unknown, otherwise: float) -> float:
        """Until when Graph wants to be left alone."""
        if why.retry_at is None:
            return otherwise
        left = (why.retry_at - self._bot.world.clock.now()).total_seconds() / self._bot.tenant.caller.scale
        return max(left, 0.1)

    def _announce(self, wait: float) -> None:
        """Once for all who wait for the same."""
        until = asyncio.get_running_loop().time() + wait
        if until > self._announced + 1:
            self._announced = until
            self._told(f"Graph asks to wait {wait:.0f} s")

    async def _turn(self) -> None:
        """One call after the other, PER_SECOND at most."""
        now = asyncio.get_running_loop().time()
        turn, self._next = max(self._next, now), max(self._next, now) + 1 / PER_SECOND
        await asyncio.sleep(turn - now)

    # -- what is missing ---------------------------------------------------------------------------------------------

    @staticmethod
    def _read(answer: Answer, reader: Callable[[Answer], Any]) -> Any:
        try:
            return reader(answer)
        except (ValueError, KeyError, RecursionError):
            raise _Refused("Graph's answer is not what it should be", "run it again later") from None

    def _need(self, *missing: Capability) -> None:
        if missing:
            raise self._lacking(*missing)

    def _lacking(self, *missing: Capability) -> CannotInstall:
        names = tuple(name for one in missing for name in one.needs)
        permissions = " and ".join(one.permission for one in missing)
        return CannotInstall(
            f"a permission is missing: {permissions}", *access.mending(self._bot.settings, missing[0].resource, names)
        )


class _Refused(Exception):
    """Why one person does not get the app, and what mends it."""


def _check_account(account: Mapping[str, Any]) -> None:
    """Raises _Refused for whom Teams gives no app. What may not be seen is absent."""
    if account.get("userType") == "Guest" or "#EXT#" in str(account.get("userPrincipalName")).upper():
        raise _Refused("a guest: Teams gives apps to the organization's own people only", _LEAVE_OUT)
    if account.get("accountEnabled") is False:
        raise _Refused("the account is disabled", f"enable it, or {_LEAVE_OUT}")


@dataclass(frozen=True)
class Order:
    """For whom: object ids, and perhaps a group's. `look` changes nothing; `out` gets the lines, `err` the rest."""

    named: Sequence[str]
    group: str | None
    look: bool
    as_json: bool
    out: Callable[[str], None]
    err: Callable[[str], None]


async def run(bot: Bot, order: Order) -> int:
    """A line for each person, as it becomes known; the exit code. Raises CannotInstall."""
    became: list[Became] = []
    installation = Installation(bot, lambda text: order.err(f"{text} ({len(became)} people done)"))
    try:
        await installation.prepare(group=bool(order.group))
        people = dict.fromkeys(order.named) | (await installation.members(order.group) if order.group else {})
        if not people:
            order.err("Nobody is in this group.")
        async for one in installation.results(people, look=order.look):
            became.append(one.became)
            order.out(json.dumps(asdict(one), ensure_ascii=False) if order.as_json else one.as_line())
    finally:
        if became:
            (order.err if order.as_json else order.out)(_summary(became))
    return 0 if {*became} <= {Became.THERE, Became.INSTALLED} else 1


def _summary(became: Iterable[Became]) -> str:
    """How many of each, as "3 people: 2 installed, 1 there already"."""
    count = Counter(became)
    total = count.total()
    parts = ", ".join(f"{count[one]} {called}" for one, called in _CALLED.items() if count[one])
    return f"{total} {'person' if total == 1 else 'people'}{': ' if parts else ''}{parts}"
