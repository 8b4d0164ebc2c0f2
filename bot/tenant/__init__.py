"""Door to Microsoft 365: reads everything about one person side by side, and asks SharePoint for a pull."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.config import Settings
from bot.core.capabilities import ASK_AS_PERSON, CHOSEN, Capability, Mode, Resource
from bot.core.facts import Account, Facts, Glance, Outcome, Profile, Reason, Unknown
from bot.ports import Clock
from bot.tenant import changes, graph, sharepoint
from bot.tenant.http import Answer, Caller, Request
from bot.tenant.look import Look
from bot.tenant.patience import first_limit
from bot.tenant.places import Places
from bot.tokens import SignInRefused, SignInUnavailable
from bot.tokens.people import Ended, Foreign, People

log = logging.getLogger(__name__)

CHANGE_TAKES = 30.0  # seconds


class Microsoft365:
    """Implements ports.Tenant with Microsoft Graph and SharePoint REST."""

    def __init__(
        self,
        settings: Settings,
        caller: Caller,
        clock: Clock,
        person_token: Callable[[str, str], Awaitable[tuple[str, str]]],
        people: People,
    ) -> None:
        self.graph = settings.graph_url
        self.mailbox_plans = graph.MAILBOX_PLANS | {plan.lower() for plan in settings.exchange_plans}
        self.sharepoint_plans = graph.SHAREPOINT_PLANS | {plan.lower() for plan in settings.sharepoint_plans}
        self.hosts = sharepoint.Hosts(
            settings.sharepoint_url,
            settings.sharepoint_my_url,
            settings.sharepoint_admin_url,
            settings.sharepoint_geo_urls,
        )
        self.caller, self.clock, self.patience = caller, clock, settings.patience
        self._person_token, self._people = person_token, people
        self._modes = dict(settings.modes)
        self.by_rest: set[str] = set()  # hosts whose files are to be had by REST only
        self.places = Places()
        self._vain: set[asyncio.Task[Any]] = set()

    async def facts_of(self, person: str, site: str = "") -> Facts:
        """Everything there is to know, read side by side; what cannot be read in time is Unknown."""
        return await self._look(person, site).facts()

    async def ask_for_pull(self, facts: Facts) -> bool:
        """Ask for the person's large picture; True if SharePoint answered."""
        request = self._large_picture(facts)
        return request is not None and _is_picture(await self._ask(request))

    async def ask_as_person(self, facts: Facts, sign_in: str) -> Outcome:
        """Ask for it in the person's name, with a token that is got for this one request and forgotten."""
        request = self._large_picture(facts)
        if request is None:
            return Outcome.FAILED
        try:
            token, owner = await self._person_token(sign_in, request.base)
        except SignInUnavailable:
            return Outcome.FAILED
        except SignInRefused as error:
            log.warning(
                "no token in a person's name",
                extra={"permission": ASK_AS_PERSON.permission, "code": error.code},
            )
            return Outcome.REFUSED
        if owner.casefold() != facts.person.casefold():  # whoever sent it, it is somebody else's (S-04)
            log.warning("a sign-in of somebody else was sent along", extra={"action": "foreign_sign_in"})
            return Outcome.REFUSED
        answer = await self._ask(replace(request, bearer=token, needs=ASK_AS_PERSON))
        if _is_picture(answer):
            return Outcome.DONE
        became = changes.outcome(answer)
        return became if became is not Outcome.DONE else Outcome.FAILED

    def _large_picture(self, facts: Facts) -> Request | None:
        """None where the person's name is not known."""
        place = self.places.of(facts.person)
        name = facts.account.user_principal_name if isinstance(facts.account, Account) else place.name if place else ""
        host = place.host if place and place.host in self.hosts.geos else self.hosts.my
        return sharepoint.large_picture(host, name, int(self.clock.now().timestamp())) if name else None

    # -- in whose name -----------------------------------------------------------------------------------------------

    async def wants_sign_in(self, person: str) -> bool:
        """Whether something about this person is seen with their own sign-in only, or better, and there is none."""
        return bool(self._modes) and not await self._people.knows(person)

    async def sign_in(self, person: str, assertion: str) -> Outcome:
        """Keep the sign-in of a person; REFUSED where it is no good, or somebody else's."""
        try:
            async with asyncio.timeout(self.patience):
                await self._people.sign_in(person, assertion, self._first_resource())
        except Foreign:  # whoever sent it (S-04)
            log.warning("a sign-in of somebody else was sent along", extra={"action": "foreign_sign_in"})
            return Outcome.REFUSED
        except (SignInUnavailable, TimeoutError):
            return Outcome.FAILED
        except Ended:
            return Outcome.NEEDLESS
        except SignInRefused as error:
            log.warning("a sign-in was refused", extra={"action": "sign_in_refused", "code": error.code})
            return Outcome.REFUSED
        return Outcome.DONE

    def _first_resource(self) -> str:
        """What a sign-in is exchanged for at once, so that a missing consent shows; the others follow from it."""
        resources = {CHOSEN[key].resource for key in self._modes}
        return self.hosts.root if Resource.SHAREPOINT in resources else self.graph

    async def sign_out(self, person: str) -> bool:
        """Forget a sign-in; whether there was one."""
        return await self._people.sign_out(person)

    async def ask(self, person: str, request: Request, until: float) -> Answer | Unknown:
        """The answer to a question about a person, in whose name it is to be asked.

        A token may be refused before its end, for it was revoked: then another one is tried.
        """
        addressed = await self._in_a_name(person, request, until)
        if isinstance(addressed, Unknown):
            return addressed
        answer = await self.caller.ask(addressed, until)
        if addressed.bearer and isinstance(answer, Answer) and answer.status == 401:
            other = await self._in_a_name(person, request, until, addressed.bearer)
            return other if isinstance(other, Unknown) else await self.caller.ask(other, until)
        return answer

    async def _in_a_name(self, person: str, request: Request, until: float, instead: str = "") -> Request | Unknown:
        """The request with the person's own token where it is to be asked so; Unknown where only they could ask it."""
        needs = request.needs
        mode = self._modes.get(needs.key, Mode.APP) if needs else Mode.APP
        if needs is None or mode == Mode.APP:
            return request
        stands_in = mode == Mode.PERSON_THEN_APP
        try:  # where the application stands in, it needs some of the time
            async with asyncio.timeout_at(first_limit(_now(), until) if stands_in else until):
                token = await self._people.token(person, request.base, instead)
        except (SignInRefused, TimeoutError) as error:
            return request if stands_in else _no_token(error, needs)
        if token:
            return replace(request, bearer=token)
        return request if stands_in else Unknown(Reason.SIGNED_OUT, permission=needs.in_a_name, unsent=True)

    async def _ask(self, request: Request) -> Answer | Unknown:
        return await self.caller.ask(request, _now() + self.patience)

    async def glance_of(self, person: str) -> Glance | Unknown:
        """Whether SharePoint has pulled lately: one call where the person was found before."""
        place = self.places.of(person)
        if place:
            profile = await self._look(person).profile_on(place.host, place.name)
            if isinstance(profile, Unknown):
                return profile
            if isinstance(profile, Profile) and not profile.account_ids - {person.lower()}:
                return changes.glance(profile)
        found = (await self.facts_of(person)).profile  # never found by this process, or renamed since
        if isinstance(found, Profile):
            return changes.glance(found)
        return found if isinstance(found, Unknown) else Unknown(Reason.MALFORMED, detail="there is no profile")

    def busy(self, person: str) -> Unknown | None:
        """That SharePoint wants no questions about profiles now; None where it takes them."""
        place = self.places.of(person)
        host, name = (place.host, place.name) if place else (self.hosts.root, person)
        return self.caller.throttled_now(sharepoint.profile(host, name))

    async def republish(self, facts: Facts) -> Outcome:
        """Put the photo that is there once more, byte for byte."""
        return await self._change(facts).republish()

    async def set_picture_flags(self, facts: Facts, placeholder: str, exchange_sync: str) -> Outcome:
        """Write SharePoint's two picture flags, as far as they differ; DONE when they read back so."""
        return await self._change(facts).set_flags(placeholder, exchange_sync)

    def _look(self, person: str, site: str = "") -> Look:
        return Look(self, person, site, _now() + self.patience)

    def _change(self, facts: Facts) -> changes.Change:
        # Nobody waits for it: several calls in a row, of which one may carry 4 MB.
        return changes.Change(self, facts, _now() + CHANGE_TAKES)

    def let_go(self, guess: asyncio.Task[Any] | None) -> None:
        """Let a question that was asked in vain come to its end: cancelling it would cost the connection."""
        if guess and not guess.done():
            self._vain.add(guess)
            guess.add_done_callback(self._vain.discard)

    def close(self) -> None:
        """Let go of what is under way."""
        self.caller.close()
        for guess in self._vain:
            guess.cancel()


def _no_token(error: SignInRefused | TimeoutError, needs: Capability) -> Unknown:
    """Why there is no token in a person's name, where another sign-in does not help."""
    if isinstance(error, TimeoutError):
        return Unknown(Reason.TOO_SLOW, detail="the sign-in service", unsent=True)
    if isinstance(error, SignInUnavailable):
        return Unknown(Reason.UNAVAILABLE, detail=str(error), unsent=True)
    reason = Reason.FORBIDDEN if error.lacks_consent else Reason.UNAUTHORIZED
    return Unknown(reason, detail=str(error), permission=needs.in_a_name, unsent=True)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _is_picture(answer: Answer | Unknown) -> bool:
    """A sign-in page is an answer too, and so is a redirect to one; only a picture says that SharePoint looked."""
    return isinstance(answer, Answer) and answer.status == 200 and answer.content_type.startswith("image/")
