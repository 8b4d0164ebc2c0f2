"""The state of the simulated tenant: its clock, what each store holds of each person, SharePoint's pull on demand."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.sandbox.faults import Faults
from bot.sandbox.people import PEOPLE
from bot.sandbox.person import HELPDESK_GROUP, Person, PhotoError
from bot.sandbox.portraits import SIZE, dimensions, portrait, square
from bot.sandbox.quota import Quota
from bot.sandbox.scenes import SCENES, SYNC_AGE, Scene
from bot.sandbox.sites import SITES, Site

PULL_INTERVAL = timedelta(hours=24)  # PICNOT23: one pull per 24 hours at most
MOST_REQUESTS = 5000
MASTERED = (  # profile properties that follow the directory (domain: 2.5)
    *("UserName", "PreferredName", "FirstName", "LastName", "WorkPhone", "WorkEmail", "Office", "Title"),
    *("SPS-JobTitle", "Department", "SPS-Department", "Manager", "SPS-MUILanguages", "SPS-HideFromAddressLists"),
)
GRAPH_ROLES = (
    "AppCatalog.Read.All",
    "ChannelMessage.Read.Group",  # in the real tenant a consent of the team, and in no token
    "GroupMember.Read.All",
    "Organization.Read.All",
    "PeopleSettings.Read.All",
    "ProfilePhoto.Read.All",
    "ProfilePhoto.ReadWrite.All",
    "ServiceHealth.Read.All",
    "TeamsAppInstallation.ReadWriteSelfForUser.All",
    "User.Read.All",
)
AGENTS = ("magnus", "noor", "oliver", "thea")  # who belongs to the helpdesk at the start
THUMBNAILS = ("S", "M", "L")
GRAPH_SCOPES = ("User.Read",)  # what it may in the name of a person
SHAREPOINT_SCOPES = ("AllSites.Read",)  # what it may in the name of a person
SHAREPOINT_ROLES = ("Sites.FullControl.All", "User.Read.All", "User.ReadWrite.All")


class Clock:
    """The time in the simulated tenant: it runs like any clock, or like the one it follows, and it can be turned on."""

    def __init__(self) -> None:
        self._ahead = timedelta()
        self._followed: Callable[[], datetime] = lambda: datetime.now(UTC)

    def now(self) -> datetime:
        return self._followed() + self._ahead

    def follow(self, now: Callable[[], datetime]) -> None:
        """Go by another clock from here on."""
        self._followed = now

    def advance(self, by: timedelta) -> None:
        if by < timedelta():
            raise ValueError("time does not run backwards")
        self._ahead += by


class Photo:
    """A picture in a store. Drawn when somebody looks at it first: a start must not wait for portraits."""

    def __init__(self, picture: bytes | Callable[[], bytes], etag: str) -> None:
        self._picture, self.etag = picture, etag

    @property
    def content(self) -> bytes:
        if not isinstance(self._picture, bytes):
            self._picture = self._picture()
        return self._picture


@dataclass
class State:
    """What the stores hold of one person now."""

    photo: Photo | None  # Entra ID and Exchange Online
    photo_error: PhotoError  # what Graph says while there is none
    thumbnails: dict[str, Photo]  # SharePoint's files by size, S, M and L; one that is not in here is missing
    picture_url: bool
    pulled_at: datetime | None  # SPS-PictureTimestamp
    placeholder_state: str  # SPS-PicturePlaceholderState
    exchange_sync_state: str  # SPS-PictureExchangeSyncState
    properties: dict[str, str] = field(default_factory=dict)  # profile properties that somebody wrote
    pull_started_at: datetime | None = None
    pull_done_at: datetime | None = None  # of a pull that is under way
    pull_broken: bool = False  # a pull is begun and never carried out


@dataclass
class Received:
    """A request that reached the sandbox. `status` is 0 until it is answered."""

    host: str
    method: str
    path: str  # with query, as it was sent
    user_agent: str
    at: datetime
    status: int = 0


class World:
    """The tenant and its people. Everything may be changed while the servers run; they look here for every answer."""

    def __init__(self, scene: str = "sanne") -> None:
        self.clock = Clock()
        self.people = PEOPLE
        self.faults = Faults()
        self.people_manager: Quota | None = None  # how often apps may ask for profiles; None: as often as they like
        self.requests: list[Received] = []
        self.sent: list[dict[str, Any]] = []  # mails that Graph was asked to send
        self.uploads: dict[str, Any] = {}  # files that bots put into people's OneDrive, see drive.Upload
        self.graph_roles: set[str] = set(GRAPH_ROLES)
        self.uploaded = ["0.1.0"]  # versions of the app package in the organization's catalog
        self.catalog = ["catalog-1"]  # ids of the app in that catalog
        self.names_application = True  # whether the package says which application the app belongs to
        self.app_forbidden: set[str] = set()  # keys of people to whom a policy forbids the app
        self.groups: dict[str, list[str]] = {}  # keys of the people in further groups, by the group's id
        self.page = 999  # how many members of a group Graph shows at once, at most
        self.agents: set[str] = set(AGENTS)  # keys of the people in the helpdesk's team, and in its group
        self.sharepoint_roles: set[str] = set(SHAREPOINT_ROLES)
        self.sharepoint_scopes: set[str] = set(SHAREPOINT_SCOPES)
        self.graph_scopes: set[str] = set(GRAPH_SCOPES)
        self.withdrawn: set[str] = set()  # keys of people whose sign-ins are good for nothing any more
        self.pull_takes: float = 4.0  # seconds on the world's clock
        self.app_requests_trigger_pull = True  # nobody knows: domain 7.1
        self.plain_files = True  # whether a picture's plain address takes an app's token; REST always does
        self.missing_profile = "empty"  # how a missing profile is spelled: "empty", "null" or "error"
        self.sites: dict[str, Site] = dict(SITES)
        self.started_at = self.clock.now()
        self._uploads = count(1)
        self._states = {key: self._at_start(person) for key, person in self.people.items()}
        self.scene = scene

    @property
    def people(self) -> Mapping[str, Person]:
        """Who there is, by key; to be replaced as a whole."""
        return self._people

    @people.setter
    def people(self, people: Mapping[str, Person]) -> None:
        self._people = people
        self._found = {
            name.casefold(): person
            for person in reversed(list(people.values()))
            for name in (person.object_id, person.user_principal_name, person.mail, person.claim)
        }
        self._filed = {
            name: person for person in people.values() for name in (person.profile_object_id, person.file_name)
        }

    @property
    def helpdesk(self) -> list[Person]:
        """Who belongs to the helpdesk now."""
        return [person for key, person in self.people.items() if key in self.agents]

    def members(self, group: str) -> list[Person] | None:
        """Who is in a group; None where there is no such group."""
        if group == HELPDESK_GROUP:
            return self.helpdesk
        return [self.people[key] for key in self.groups[group]] if group in self.groups else None

    def add(self, *people: Person) -> None:
        """People who are there from now on."""
        self.people = {**self.people, **{person.key: person for person in people}}
        self._states |= {person.key: self._at_start(person) for person in people}

    @property
    def scene(self) -> str:
        """The person whose tenant-level situation holds."""
        return self._scene

    @scene.setter
    def scene(self, key: str) -> None:
        if key not in self.people:
            raise ValueError(f"nobody is called {key}; there are {', '.join(self.people)}")
        self._scene = key

    @property
    def situation(self) -> Scene:
        return SCENES.get(self._scene, Scene())

    def _at_start(self, person: Person) -> State:
        shown = self.drawn(person, person.shown)
        return State(
            photo=self.drawn(person, person.source),
            photo_error=person.photo_error,
            thumbnails=dict.fromkeys(THUMBNAILS, shown) if shown else {},
            picture_url=person.picture_url,
            pulled_at=None if person.pulled is None else self.started_at - person.pulled,
            placeholder_state=person.placeholder_state,
            exchange_sync_state=person.exchange_sync_state,
            properties=dict(person.profile_values),
            pull_broken=person.pull_broken,
        )

    @staticmethod
    def drawn(person: Person, variant: str | None) -> Photo | None:
        """A portrait of the person, "old" or "new"; None for None."""
        if variant is None:
            return None

        def draw() -> bytes:
            whole = portrait(person.key, variant)
            return whole if person.edge == SIZE else square(whole, person.edge)

        return Photo(draw, _etag(f"{person.key} {variant}"))

    def state(self, key: str) -> State:
        """What the stores hold of that person at this moment, with every pull that has come in by now."""
        state = self._states[key]
        if state.pull_done_at and state.pull_done_at <= self.clock.now():
            self._finish(state)
        return state

    def find(self, name: str) -> Person | None:
        """The person with that object id, user principal name, address or claim, in any letter case."""
        return self._found.get(name.casefold())

    def owner_of_file(self, prefix: str) -> Person | None:
        """Whose picture has a file name that begins so."""
        return self._filed.get(prefix)

    @property
    def synced_at(self) -> datetime | None:
        """The organization's last sync with its own directory; None where nobody is synced."""
        if not any(person.synced for person in self.people.values()):
            return None
        stopped = self.situation.sync_stopped
        return self.clock.now() - SYNC_AGE if stopped is None else self.started_at - stopped

    def person_synced_at(self, person: Person) -> datetime | None:
        """The object's own last change by the sync, which is usually long before the organization's last sync."""
        if not person.synced or self.synced_at is None:
            return None
        return min(self.synced_at, self.started_at - person.synced_ago)

    def upload(self, key: str, picture: bytes) -> None:
        """A new photo (JPEG or PNG) for Entra ID and Exchange Online, as its owner sets it in Microsoft 365.

        SharePoint does not hear of it (domain: 1.4, 2.1). Raises ValueError for what is no picture.
        """
        if dimensions(picture) is None:
            raise ValueError("neither a JPEG nor a PNG")
        # The same picture uploaded twice is a change too: the marker counts uploads.
        self._states[key].photo = Photo(picture, _etag(f"{key} {next(self._uploads)} {zlib.crc32(picture)}"))

    def remove(self, key: str) -> None:
        """No photo any more in Entra ID and Exchange Online."""
        self._states[key].photo = None

    def visit(self, key: str) -> bool:
        """The person's own browser opens their SharePoint page; says whether SharePoint now pulls the picture."""
        return self._ask(key)

    def large_picture_requested(self, key: str) -> bool:
        """An app asked for the person's large picture, which may count as asking or not (domain: 2.3, 7.1, 7.2)."""
        return self.app_requests_trigger_pull and self._ask(key)

    def pull_possible_at(self, key: str) -> datetime | None:
        """When the next pull may happen; None where none will, whatever is asked."""
        person, state = self.people[key], self.state(key)
        if not person.profile or state.photo is None or state.exchange_sync_state == "0" or self.situation.incident:
            return None
        last = max((at for at in (state.pulled_at, state.pull_started_at) if at), default=None)
        return last + PULL_INTERVAL if last else self.started_at

    def _ask(self, key: str) -> bool:
        state, now = self.state(key), self.clock.now()
        possible_at = self.pull_possible_at(key)
        if possible_at is None or possible_at > now:
            return False
        state.pull_started_at = now
        state.pull_done_at = now + timedelta(seconds=self.pull_takes)
        self.state(key)
        return True

    def _finish(self, state: State) -> None:
        done_at, state.pull_done_at = state.pull_done_at, None
        if self.situation.incident or state.exchange_sync_state == "0" or state.pull_broken:
            return
        if state.photo is None:  # taken away meanwhile: the pull found nothing (domain: 2.2)
            state.placeholder_state = "1"
            return
        state.thumbnails = dict.fromkeys(THUMBNAILS, state.photo)
        state.pulled_at, state.picture_url = done_at, True
        state.properties.pop("SPS-PictureTimestamp", None)
        state.placeholder_state, state.exchange_sync_state = "0", "1"

    def sync_profile(self, key: str) -> bool:
        """The next profile sync reaches this person: what the directory masters is overwritten (domain: 2.4).

        Says whether it did: it passes by who has no profile, is disabled or was rejected by SharePoint.
        """
        person, state = self.people[key], self.state(key)
        if not person.profile or not person.enabled or any(not one.resolved for one in person.rejections):
            return False
        for name in MASTERED:
            state.properties.pop(name, None)
        return True

    def received(self, host: str, method: str, path: str, user_agent: str) -> Received:
        """Write down a request; the oldest ones are forgotten."""
        request = Received(host, method, path, user_agent, self.clock.now())
        self.requests.append(request)
        del self.requests[:-MOST_REQUESTS]
        return request


def _etag(text: str) -> str:
    """Graph's change marker, quotes included (domain: 3.1)."""
    return f'"{zlib.crc32(text.encode()):08X}"'
