"""What flows may ask of the world, and what they are given. It knows no SDK, no database and no address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.core.audit import Deed
from bot.core.cases import Case
from bot.core.checks import Line, Proof
from bot.core.facts import Facts, Glance, Outcome, Sighting, Unknown
from bot.core.feedback import Shown
from bot.core.ladder import Allowed
from bot.core.limits import Limits
from bot.core.privacy import Held, Retention
from bot.core.tickets import Agent, Dossier, Entry, Filed, Filing, Ticket
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
    team: str = ""  # Teams' id of the team, for a channel

    @property
    def channel(self) -> str:
        """The channel of a thread in it."""
        return self.id.partition(";messageid=")[0]

    @property
    def thread(self) -> str:
        """The message that began the thread; "" outside of one."""
        return self.id.partition(";messageid=")[2]


@dataclass(frozen=True)
class Turn:
    """One thing that a person did. `person` is the object id that Teams authenticated, never one that was typed."""

    # "said", "pressed", "installed", "rated", "signed in", "consented" (to a file) or "changed" (what befell a channel)
    kind: str
    conversation: Conversation
    name: str = ""
    text: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)  # what the pressed button carries; the person's input
    activity: str = ""
    card: str = ""  # the message whose button was pressed, or that was rated
    # The person's sign-in for tokens in their name; "" where it can be asked for, None where not. Never kept (S-07).
    sign_in: str | None = field(default=None, repr=False)
    quoted: str = ""  # the message that was replied to
    files: tuple[tuple[str, str], ...] = ()  # names and addresses of what was attached
    openly: bool = False  # whoever is in the conversation sees the answer to a press, and not the presser alone
    by_itself: bool = False  # the client did it: it refreshes a card that came into view
    tried: bool = False  # whether a sign-in was asked for already, in vain or not
    known: Acquaintance | None = None  # what is known of the person, where it was looked up already

    @property
    def person(self) -> str:
        return self.conversation.person


@dataclass(frozen=True)
class SignIn:
    """What asks a client for the person's sign-in: it then presses the same button again by itself, and brings it.

    `uri` is the Application ID URI it is for. A client that cannot shows a link `title` to `page` instead. With an
    `exchange` it is a message of its own, and what the client brings names it.
    """

    uri: str
    title: str
    page: str
    exchange: str = ""


@dataclass(frozen=True)
class Offer:
    """A file that the person is asked to take; `key` comes back with their answer."""

    name: str
    about: str
    size: int
    key: str


@dataclass(frozen=True)
class Place:
    """Where Teams has made room for a file that was accepted. All of it was said by a client."""

    upload: str
    page: str
    name: str
    id: str
    kind: str


@dataclass(frozen=True)
class Reply:
    """What the bot answers: a card with its plain-text twin, or the text alone."""

    text: str
    card: dict[str, Any] | None = None
    summary: str = ""  # what a notification shows; nothing private
    case: str = ""  # the case the card shows: the id of the sent message is kept with it
    ticket: int = 0  # the same of a ticket
    mentions: tuple[tuple[str, str], ...] = ()  # Teams' ids and names of whom the text mentions, as <at>name</at>
    alert: bool = False  # raise a notification: for what was not just asked for
    thumbs: bool = False  # with thumbs below it, by which the person says whether it helped
    about: Mapping[str, Any] = field(default_factory=dict)  # intent, language, verdict, findings
    sign_in: SignIn | None = None  # to be asked for before this is shown; only where `Turn.sign_in` is ""
    offer: Offer | None = None  # a file that is to be accepted first; then there is nothing else
    file: Place | None = None  # a file that is there now, beside the text
    forgets: bool = False  # nothing of this exchange is kept


@dataclass(frozen=True)
class Speech:
    """The language that a person last wrote in, and the one they chose; "" where there is none."""

    spoken: str = ""
    chosen: str = ""


@dataclass(frozen=True)
class Acquaintance:
    """What is known of a person before they say anything; nothing of somebody new."""

    speech: Speech = Speech()
    case: Case | None = None


@dataclass(frozen=True)
class Miss:
    """What was not understood, without anything that names somebody, and how often it was said."""

    text: str
    language: str
    count: int
    first_at: datetime
    last_at: datetime


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


class DeskError(Exception):
    """A desk did not take something. `code` is its own, or that of what went wrong on the way."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class DeskDown(DeskError):
    """The desk is busy or away, and certainly took nothing: try later, and not before `wait` seconds."""

    wait = 0.0


class DeskUncertain(DeskError):
    """No answer came, or none that can be read: the desk may have taken it. Look before repeating."""


class DeskRefused(DeskError):
    """The desk said no: a fault of ours, or of the settings. An administrator has to look.

    `of_content` says that it is about what was sent, and not about who sent it.
    """

    def __init__(self, code: str, of_content: bool = False) -> None:
        self.of_content = of_content
        super().__init__(code)


class DeskLost(DeskError):
    """The desk has this ticket no more: file it anew."""


class RosterUnknown(Exception):
    """It could not be seen who belongs to the helpdesk: nobody is taken for an agent."""


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

    async def wants_sign_in(self, person: str) -> bool:
        """Whether looking at a person takes their own sign-in, and there is none yet."""

    async def sign_in(self, person: str, assertion: str) -> Outcome:
        """Keep the sign-in of a person; REFUSED where it is no good, or somebody else's."""

    async def sign_out(self, person: str) -> bool:
        """Forget a sign-in; whether there was one."""

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
    """Teams, outbound. All of it raises ChannelError."""

    async def send(self, conversation: Conversation, reply: Reply) -> str:
        """Send and return the id of the new message."""

    async def update(self, conversation: Conversation, message: str, reply: Reply) -> None:
        """Replace a message that was sent before."""

    async def typing(self, conversation: Conversation) -> None:
        """Show the typing sign."""

    async def take_back(self, conversation: Conversation, message: str) -> None:
        """Delete a message that was sent before."""

    async def upload(self, place: Place, content: bytes) -> None:
        """Put a file where Teams has made room for it, which must be within this organization: Refused otherwise."""


@dataclass(frozen=True)
class Delivery:
    """An inbound activity as the store knows it: is it the first time, and if not, what was answered?"""

    first: bool
    answer: str | None = None  # the body of the first answer, once there is one
    known: Acquaintance | None = None  # with whoever brought it; None where it could not be looked up


@dataclass(frozen=True)
class News:
    """Something that people did to a ticket at a desk. `filed` is the desk's id of the ticket, or its reference.

    `what` is "reply", "resolved", "reopened" or "taken" as in tickets.RULES; `key` is the desk's own id of it.
    """

    desk: str
    filed: str
    what: str
    key: str
    at: datetime
    text: str = ""
    name: str = ""


class HelpDesk(Protocol):
    """A place where the helpdesk works: a channel in Teams, or a system of somebody else. All raise DeskError."""

    name: str  # by which the settings choose it
    wants: frozenset[str]  # what entries it is told of, by `Entry.what`

    async def find(self, ticket: Ticket) -> Filed | None:
        """What it calls a ticket, found by `ticket.reference`; None if it certainly has none."""

    async def file(self, dossier: Dossier) -> Filed:
        """Make one there. Called again only after `find` has found none, or could not look (see `sees`)."""

    async def has(self, filed: Filed, dossier: Dossier, entry: Entry) -> bool:
        """Whether it was told of this entry, found by `entry.tag`."""

    async def add(self, filed: Filed, dossier: Dossier, entry: Entry) -> None:
        """Tell it of an entry. Called again only after `has` has said no."""

    async def show(self, filed: Filed, dossier: Dossier) -> str | None:
        """Bring its status, or its card, to what is true now. May be called any number of times.

        What is returned comes back as `Filing.seal`, for a desk that shows nothing twice.
        """

    async def news(self, since: datetime) -> Sequence[News]:
        """What people did there since then, some of it perhaps again; nothing from a desk that brings its own."""


class Roster(Protocol):
    """Who belongs to the helpdesk, as the directory or the team says it at this moment. Raises RosterUnknown."""

    async def is_agent(self, person: str) -> bool: ...

    async def agents(self) -> list[Agent]: ...


class Store(Protocol):
    """What must outlive the process."""

    async def speech_of(self, person: str) -> Speech:
        """The languages of a person; empty where nothing is known."""

    async def speaks(self, person: str, spoken: str = "", chosen: str = "") -> None:
        """Remember the language that a person wrote in, or the one they chose; "" leaves it as it is."""

    async def missed(self, text: str, language: str) -> None:
        """Count a text that was not understood, which must name nobody."""

    async def misses(self, most: int) -> Sequence[Miss]:
        """What was not understood, the most frequent first."""

    async def answered(self, conversation: str, message: str, person: str, shown: Shown, case: str = "") -> None:
        """Keep what a message shows that this person may rate, unless the `case` is no more that it is about."""

    async def rate(self, conversation: str, message: str, person: str, reaction: str, text: str) -> bool:
        """Keep what they think of it, in place of what they thought before; False if it is no answer to them."""

    def begin_delivery(self, conversation: str, activity: str, person: str = "") -> Awaitable[Delivery]:
        """Is it the first time, and what is known of the person? Begins when it is called; so do the two below."""

    def end_delivery(self, conversation: str, activity: str, answer: str) -> Awaitable[None]: ...

    def remember(self, conversation: Conversation) -> Awaitable[bool]:
        """Keep where the person can be reached; True if the bot never met this conversation before."""

    async def conversation(self, id: str) -> Conversation | None: ...

    async def forget_conversation(self, id: str) -> None:
        """The person cannot be reached there any more."""

    async def held(self, person: str) -> dict[str, Held]:
        """How much is kept about a person, by the names of an export; what there is none of is left out."""

    async def export(self, person: str, internal: bool = False) -> dict[str, list[dict[str, Any]]]:
        """All that is kept about a person, as JSON has it; with `internal`, the helpdesk's own notes are among it."""

    async def erase(self, person: str, tickets_too: bool = False) -> dict[str, int]:
        """Forget a person, all of it or nothing; returns how many rows of what.

        What they have open at the helpdesk is withdrawn; what the helpdesk has stays by its age, or goes with
        `tickets_too`.
        """

    async def tidy(self, now: datetime, retention: Retention) -> dict[str, int]:
        """Remove what is too old, some of it at a time; returns how much of what, nothing when all is done."""

    async def case_of(self, person: str) -> Case | None: ...

    async def acquaintance(self, person: str) -> Acquaintance:
        """The languages and the case of a person, in one."""

    async def case(self, id: str) -> Case | None: ...

    async def add_case(self, case: Case) -> Case:
        """Add it, or return the one the person already has."""

    async def save_case(self, case: Case) -> Case:
        """Save it under the next version; raises Conflict when `case.version` is not the stored one."""

    async def sighted(
        self, person: str, subjects: Mapping[str, tuple[str, str]], at: datetime, case: str = ""
    ) -> dict[str, Sighting]:
        """Note how things of this person look now, unless their `case` is no more; returns since when.

        `subjects` are a mark and a fingerprint by name. An equal mark or fingerprint means that it is the same thing.
        """

    async def keep(self, name: str, person: str, content: str, lasts: timedelta) -> None:
        """Keep something for a while, in place of what has that name."""

    async def replace(self, name: str, before: str, content: str, lasts: timedelta) -> bool:
        """Keep it in place of exactly this; whether that was still there."""

    async def kept(self, name: str) -> str | None:
        """What has that name; None once its time is over."""

    async def take(self, name: str, content: str) -> bool:
        """Forget it if it still is this; True for one of all who ask for it."""

    async def let_go(self, name: str) -> None:
        """Forget what has that name."""

    async def claim_notice(self, key: str) -> bool:
        """True once per key, whoever asks, before and after a crash: for what must not be said twice."""

    async def release_notice(self, key: str) -> None:
        """Let a notice be claimed again, for one that certainly was not said."""

    async def note(self, deed: Deed) -> None:
        """Add a line to the audit, unless one of this id is there, or the case is no more that it is about."""

    async def note_within(self, deed: Deed, since: datetime, most: int) -> bool:
        """Add a line, unless there are `most` of its kind since then, and 0 is any number; whether it is there."""

    async def deeds_of(self, person: str, most: int = 20) -> list[Deed]:
        """The newest lines about a person, oldest of them first."""

    async def open_ticket(self, ticket: Ticket, entry: Entry) -> tuple[Ticket, bool]:
        """Keep it under the next number, with its first entry; or the one that is there.

        That is the one with this key, or the person's open one of the same subject; the flag says if it is new.
        """

    async def save_ticket(self, ticket: Ticket, *entries: Entry) -> Ticket:
        """Save it under the next version with new entries, in one; raises Conflict as `save_case` does.

        An entry whose key is there already is a Conflict, too.
        """

    async def dossier(self, number: int) -> Dossier | None: ...

    async def ticket(self, number: int) -> Ticket | None: ...

    async def tickets_of(self, person: str, most: int = 10) -> list[Ticket]:
        """The newest ones, newest first."""

    async def tickets(
        self, *, live: bool = False, assignee: str | None = None, text: str = "", most: int = 10
    ) -> list[Ticket]:
        """The newest ones that are not over, of one agent ("" for nobody), with these words; newest first."""

    async def has_key(self, number: int, key: str) -> bool:
        """Whether an entry of this key is there."""

    async def ticket_shown(self, number: int, conversation: str, message: str) -> None:
        """Keep which message of the person's chat shows it. That is no change of the ticket."""

    async def chat_of(self, person: str) -> Conversation | None:
        """The person's own chat with the bot."""

    async def filed_as(self, place: str, id: str) -> int:
        """Which ticket a place calls so; 0 for none."""

    async def save_filing(self, filing: Filing) -> None: ...

    async def clear_trouble(self, number: int, place: str) -> bool:
        """Forget why a place is not up to date, and nothing else; whether there was anything."""

    async def unreached(self, person: str) -> list[int]:
        """The person's tickets of which they could not be told."""

    async def refile(self, place: str) -> None:
        """Have all tickets that are not over shown at a place anew."""

    async def unanswered(self, since: datetime) -> list[Ticket]:
        """Tickets that were opened since then, are not over, and that nobody has answered."""

    async def behind(self, places: Sequence[str], before: datetime) -> list[tuple[int, str]]:
        """Tickets that were changed by then and have not come to one of these places, with that place."""

    async def asked_desk(self, desk: str) -> datetime | None:
        """Until when it is known what people did at a desk."""

    async def note_asked(self, desk: str, at: datetime) -> None: ...

    async def hear(self, person: str, *said: tuple[str, str]) -> None:
        """Keep what was said in the person's chat, by whom ("person" or "bot") and what; the last of it for a day."""

    async def heard(self, person: str) -> list[tuple[datetime, str, str]]:
        """When, by whom and what; oldest first."""

    async def bind(self, channel: Conversation) -> None:
        """Keep which channel is the helpdesk's."""

    async def bound(self) -> Conversation | None: ...

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

    async def drop(self, case: Case) -> None:
        """Nothing is done any more for this case, whose person is about to be forgotten."""

    async def deliver(self, ticket: Ticket, places: Sequence[str]) -> None:
        """Bring these places to what is true of a ticket; a second call for the same version joins the first."""

    async def watch_over(self, ticket: Ticket, at: datetime) -> None:
        """See at that moment whether the helpdesk has answered."""

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
    desks: Mapping[str, HelpDesk] = field(default_factory=dict)
    roster: Roster | None = None
    thumbnails: bool = False  # whether the helpdesk is given small pictures
    reply_within: timedelta | None = None  # the helpdesk's first reply
    binds: bool = False  # whether a command in a channel makes it the helpdesk's
    leads: tuple[str, ...] = ()  # object ids of who is mentioned where nobody takes a ticket
    time_scale: float = 1.0  # how many times faster than others' time goes that of promises
    language: str = "en"
    diagnostics: bool = True  # whether the cloud has diagnostics of Microsoft's own
    photo_url: str = ""
    profile_url: str = ""
    keeps_misses: bool = True
    retention: Retention = Retention()
    privacy_url: str = ""
    sends_files: bool = True
    editor_url: str = ""
    helpdesk_contact: str = ""
    proof: Proof | None = None
    check: Callable[[], Awaitable[list[Line]]] | None = None  # of the whole installation
    helpdesk_channel: Callable[[], Awaitable[Conversation | None]] | None = None  # as far as it is known, and reached
