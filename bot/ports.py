"""What flows may ask of the world, and what they are given. It knows no SDK, no database and no address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.core.audit import Deed
from bot.core.cases import Case
from bot.core.facts import Facts, Glance, Outcome, Sighting, Unknown
from bot.core.ladder import Allowed
from bot.core.limits import Limits
from bot.core.tickets import Ticket
from bot.core.timing import WAKING


@dataclass(frozen=True)
class Conversation:
    """Where a person can be reached; refreshed on every inbound activity (P-40). `user` is Teams' id of the person."""

    id: str
    person: str
    tenant: str
    service_url: str
    user: str
    bot: str
    locale: str = ""
    time_zone: str = ""
    kind: str = "personal"  # "personal", "groupChat" or "channel"


@dataclass(frozen=True)
class Turn:
    """One thing that a person did. `person` is the object id that Teams authenticated, never one that was typed."""

    kind: str  # "said", "pressed" or "installed"
    conversation: Conversation
    name: str = ""
    text: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)  # what the pressed button carries; the person's input
    activity: str = ""
    card: str = ""  # the message whose button was pressed
    # The person's sign-in for tokens in their name; "" where it can be asked for, None where not. Never kept (S-07).
    sign_in: str | None = field(default=None, repr=False)

    @property
    def person(self) -> str:
        return self.conversation.person


@dataclass(frozen=True)
class SignIn:
    """What asks a client for the person's sign-in: it then presses the same button again by itself, and brings it.

    `uri` is the Application ID URI it is for. A client that cannot shows a link `title` to `page` instead.
    """

    uri: str
    title: str
    page: str


@dataclass(frozen=True)
class Reply:
    """What the bot answers: a card with its plain-text twin, or the text alone."""

    text: str
    card: dict[str, Any] | None = None
    summary: str = ""  # what a notification shows; nothing private
    case: str = ""  # the case the card shows: the id of the sent message is kept with it
    alert: bool = False  # raise a notification: for what was not just asked for
    about: Mapping[str, Any] = field(default_factory=dict)  # intent, language, verdict, findings
    sign_in: SignIn | None = None  # to be asked for before this is shown; only where `Turn.sign_in` is ""


class ChannelError(Exception):
    """A message could not be delivered. `code` is the service's own, such as BotNotInConversationRoster."""

    def __init__(self, code: str, status: int = 0) -> None:
        self.code, self.status = code, status
        super().__init__(f"{code} ({status})")


class Gone(ChannelError):
    """The conversation or message no longer exists, or the person removed or blocked the bot: do not repeat."""


class MessageGone(Gone):
    """This one message no longer exists; the conversation may well."""


class Refused(ChannelError):
    """The message was refused for a reason of ours: do not repeat, log it."""


# What Refused says by its status of one that is too large or badly made: its words alone may pass.
WORDS_MAY_PASS = (400, 413)


class Uncertain(ChannelError):
    """No answer came: the message may or may not have arrived."""


class NotNow(ChannelError):
    """The service is busy or down and its limit of repeats was reached: try later, and not before `wait` seconds."""

    wait = 0.0


class SwitchedOff(NotNow):
    """An administrator of Teams has switched the bot off: nobody is written to for a while."""


class StoreUnavailable(Exception):
    """The database cannot be reached, or its address is wrong."""


class Conflict(Exception):
    """Somebody else changed the case first."""


class Tenant(Protocol):
    """Microsoft 365, as far as one person's photo and profile go."""

    async def facts_of(self, person: str, site: str = "") -> Facts:
        """Read everything side by side, a deadline each; never raises for what a service answers.

        `site` is the address of one whose own copy of the person is to be read too.
        """

    async def ask_for_pull(self, facts: Facts) -> bool:
        """Ask SharePoint for the person's large picture, which starts a pull where one is due; True if it answered."""

    async def ask_as_person(self, facts: Facts, sign_in: str) -> Outcome:
        """The same in the name of the person, whose `sign_in` for this application it must be; REFUSED otherwise."""

    async def glance_of(self, person: str) -> Glance | Unknown:
        """Whether SharePoint has pulled lately, for as few calls as can be; never raises for what a service answers."""

    def busy(self, person: str) -> Unknown | None:
        """That there is no use in a look now, since SharePoint has asked to be left alone; None where there is."""

    async def republish(self, facts: Facts) -> Outcome:
        """Read the person's photo and put the same bytes again, which counts as a change (domain: 4.4, practice 4).

        With no photo, or one that could not be read whole, or whose change marker cannot be told, nothing is put. Graph
        takes a photo without a condition, so between the last look at the marker and the put a moment is left open.
        """

    async def set_picture_flags(self, facts: Facts, placeholder: str, exchange_sync: str) -> Outcome:
        """Write SPS-PicturePlaceholderState and SPS-PictureExchangeSyncState (domain: 4.4, practice 5).

        One that has its value already is not written. UNCERTAIN and FAILED may leave one written and the other not.
        """


class Channel(Protocol):
    """Teams, outbound. All three raise ChannelError."""

    async def send(self, conversation: Conversation, reply: Reply) -> str:
        """Send and return the id of the new message."""

    async def update(self, conversation: Conversation, message: str, reply: Reply) -> None:
        """Replace a message that was sent before."""

    async def typing(self, conversation: Conversation) -> None:
        """Show the typing sign."""


@dataclass(frozen=True)
class Delivery:
    """An inbound activity as the store knows it: is it the first time, and if not, what was answered?"""

    first: bool
    answer: str | None = None  # the body of the first answer, once there is one


class Store(Protocol):
    """What must outlive the process."""

    async def begin_delivery(self, conversation: str, activity: str) -> Delivery: ...

    async def end_delivery(self, conversation: str, activity: str, answer: str) -> None: ...

    async def remember(self, conversation: Conversation) -> bool:
        """Keep where the person can be reached; True if the bot never met this conversation before."""

    async def conversation(self, id: str) -> Conversation | None: ...

    async def forget_conversation(self, id: str) -> None: ...

    async def case_of(self, person: str) -> Case | None: ...

    async def case(self, id: str) -> Case | None: ...

    async def add_case(self, case: Case) -> Case:
        """Add it, or return the one the person already has."""

    async def save_case(self, case: Case) -> Case:
        """Save it under the next version; raises Conflict when `case.version` is not the stored one."""

    async def sighted(self, person: str, subjects: Mapping[str, tuple[str, str]], at: datetime) -> dict[str, Sighting]:
        """Note how things of this person look now; returns since when.

        `subjects` are a mark and a fingerprint by name. An equal mark or fingerprint means that it is the same thing.
        """

    async def claim_notice(self, key: str) -> bool:
        """True once per key, whoever asks, before and after a crash: for what must not be said twice."""

    async def release_notice(self, key: str) -> None:
        """Let a notice be claimed again, for one that certainly was not said."""

    async def note(self, deed: Deed) -> None:
        """Add a line to the audit, unless one of this id is there."""

    async def note_within(self, deed: Deed, since: datetime, most: int) -> bool:
        """Add a line, unless there are `most` of its kind since then, and 0 is any number; whether it is there."""

    async def deeds_of(self, person: str, most: int = 20) -> list[Deed]:
        """The newest lines about a person, oldest of them first."""

    async def add_ticket(self, ticket: Ticket) -> None:
        """Keep what is handed to the helpdesk, unless one of this id is there."""

    async def begun_since(self, at: datetime) -> list[datetime]:
        """When resyncs of anybody have begun since then."""

    async def unwatched(self, before: datetime) -> list[Case]:
        """Promises whose next look, and ends whose telling, should have happened by then."""

    async def unbegun(self, before: datetime) -> list[Case]:
        """Resyncs that were begun by then, and for which nothing was done yet."""

    async def sweep(self, before: datetime) -> None:
        """Forget the claims of news that was told before then."""

    async def beat(self, process: str) -> dict[str, int]:
        """Count a sign of life of this process; returns the counters of all that share the database."""

    async def strike_off(self, process: str) -> None:
        """Forget the counter of a process."""

    async def healthy(self) -> bool: ...


class Promises(Protocol):
    """What must happen later."""

    async def begin_resync(self, case: Case) -> None:
        """Do what a case that has just begun is to do; a second call for the same attempt joins the first."""

    async def come_back(self, case: Case) -> None:
        """Look again at `case.look_at` and tell what is possible then; once for each attempt."""

    async def tell(self, case: Case) -> None:
        """Say how a promise ended that could not be told before."""

    async def healthy(self) -> bool: ...


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """The present moment, in UTC."""


@dataclass(frozen=True)
class World:
    """Everything a flow is given: the ports, and what an installation allows, wants and tells people."""

    tenant: Tenant
    store: Store
    channel: Channel
    promises: Promises
    clock: Clock
    allowed: Allowed = Allowed()
    limits: Limits = Limits()
    waking: tuple[int, int] = WAKING
    sso_uri: str = ""
    auto_escalate: bool = False
    time_scale: float = 1.0  # how many times faster than others' time goes that of promises
    language: str = "en"
    photo_url: str = ""
    editor_url: str = ""
    helpdesk_contact: str = ""
