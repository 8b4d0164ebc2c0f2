"""What the bot can do in a tenant, and which permission each of it needs: the one list that everything reads.

https://learn.microsoft.com/graph/permissions-reference. SharePoint's are another list, on another resource, though some
bear the same names: https://learn.microsoft.com/sharepoint/dev/solution-guidance/security-apponly-azuread
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Resource(StrEnum):
    """Whose permission it is; the value is how it is written before the permission's name."""

    GRAPH = "Graph"
    SHAREPOINT = "SharePoint"
    TEAM = "Graph, of a team"  # the team's owner gives it with the app


class Mode(StrEnum):
    """In whose name something is done."""

    APP = "app"
    PERSON = "person"
    PERSON_THEN_APP = "person-then-app"


# Application ids, the same in all clouds and tenants.
RESOURCE_IDS = {
    Resource.GRAPH: "00000003-0000-0000-c000-000000000000",
    Resource.SHAREPOINT: "00000003-0000-0ff1-ce00-000000000000",
}


@dataclass(frozen=True)
class Capability:
    """One thing that the bot can do, and what it does without.

    All of `needs` are needed; for each, `instead` names the larger ones that serve as well. `delegated` is what it
    takes in a person's own name. `setting` names the setting that wants it, and after a "=" the word that must be in
    it; "" stands for always. `cloud` names what a cloud must have for it to exist there, see `bot.clouds`. Without what
    is `optional` an installation is complete.
    """

    key: str
    what: str
    without: str
    resource: Resource
    needs: tuple[str, ...] = ()
    delegated: tuple[str, ...] = ()
    setting: str = ""
    cloud: str = ""
    optional: bool = False
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def in_a_name(self) -> str:
        """The same where it is done in a person's own name."""
        return f"{self.resource}, delegated: {' and '.join(self.delegated)}"

    @property
    def permission(self) -> str:
        """What an administrator reads, as "SharePoint: User.Read.All and Sites.FullControl.All"."""
        if not self.needs:
            return self.in_a_name
        return f"{self.resource}: {' and '.join(self.needs)}"

    def missing(self, granted: Iterable[str]) -> tuple[str, ...]:
        """Of the application permissions that it needs, those that these do not stand for."""
        have = set(granted)
        return tuple(name for name in self.needs if not have & {name, *self.instead.get(name, ())})


_USERS = ("User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All")

SEE_ACCOUNT = Capability(
    "see_account",
    "the account: guest or member, licences, texts, errors of synchronization",
    "It can say little about the person, and the helpdesk reads which permission is missing.",
    Resource.GRAPH,
    ("User.Read.All",),
    instead={"User.Read.All": _USERS},
)
SEE_SYNCHRONIZATION = Capability(
    "see_synchronization",
    "when the organization's directory was last synchronized",
    "It does not know whether synchronization stands still, and does not say so.",
    Resource.GRAPH,
    ("User.Read.All",),
    instead={"User.Read.All": ("Organization.Read.All", *_USERS)},
)
SEE_PHOTO = Capability(
    "see_photo",
    "the photo where it comes from",
    "It cannot compare the photos: it says what SharePoint shows, and that it could not see the other one.",
    Resource.GRAPH,
    ("ProfilePhoto.Read.All",),
    ("User.Read",),
    instead={"ProfilePhoto.Read.All": ("ProfilePhoto.ReadWrite.All", "User.Read.All", "User.ReadWrite.All")},
)
SEE_POLICY = Capability(
    "see_policy",
    "who may change photos",
    "It does not know whether photos may be changed here, and does not say so.",
    Resource.GRAPH,
    ("PeopleSettings.Read.All",),
    instead={"PeopleSettings.Read.All": ("PeopleSettings.ReadWrite.All",)},
)
SEE_INCIDENTS = Capability(
    "see_incidents",
    "incidents at Microsoft that concern photos and profiles",
    "It does not know of incidents, and does not speak of them.",
    Resource.GRAPH,
    ("ServiceHealth.Read.All",),
)
SEE_PROFILE = Capability(
    "see_profile",
    "the SharePoint profile and its texts; whether SharePoint has fetched the photo",
    "It says that it could not see SharePoint, and the helpdesk reads which permission is missing.",
    Resource.SHAREPOINT,
    ("User.Read.All", "Sites.FullControl.All"),
    ("AllSites.Read",),
    instead={"User.Read.All": ("User.ReadWrite.All",)},
)
SEE_PICTURES = Capability(
    "see_pictures",
    "the pictures that SharePoint shows, and a site's own copy of a person",
    "It says that it could not see SharePoint's picture, and proves a resync by its times alone.",
    Resource.SHAREPOINT,
    ("Sites.FullControl.All",),
    ("AllSites.Read",),
    instead={"Sites.FullControl.All": ("Sites.Read.All",)},
)
ASK_AS_PERSON = Capability(
    "ask_as_person",
    "SharePoint is asked for the photo in the name of whoever presses Start",
    "It shows the link by which the person asks SharePoint.",
    Resource.SHAREPOINT,
    delegated=("AllSites.Read",),
    setting="sso_uri",
)
REPUBLISH = Capability(
    "republish",
    "the same photo is put once more where asking SharePoint did not help",
    "It puts nothing, and goes on to the helpdesk where asking does not help.",
    Resource.GRAPH,
    ("ProfilePhoto.ReadWrite.All",),
    ("User.ReadWrite",),
    setting="allow_republish",
    optional=True,
    instead={"ProfilePhoto.ReadWrite.All": ("User.ReadWrite.All",)},
)
REPAIR = Capability(
    "repair",
    "the picture flags of a SharePoint profile are set right",
    "It repairs nothing, and says so to the helpdesk.",
    Resource.SHAREPOINT,
    ("User.ReadWrite.All",),
    setting="allow_repair",
)
SEE_MASTER = Capability(
    "see_master",
    "whether a synchronized account is managed in the cloud; a permission to write, with which the bot only reads",
    "It takes an account for managed where it is synchronized from.",
    Resource.GRAPH,
    ("User-OnPremisesSyncBehavior.ReadWrite.All",),
    optional=True,
)
CHECK_HELPDESK = Capability(
    "check_helpdesk",
    "who belongs to the helpdesk",
    "Nobody can work on cases in the channel, for nobody is known to belong to the helpdesk.",
    Resource.GRAPH,
    ("GroupMember.Read.All",),
    setting="helpdesk_group",
    instead={
        "GroupMember.Read.All": (
            *("GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All"),
            *("Directory.Read.All", "Directory.ReadWrite.All"),
        )
    },
)
SEND_MAIL = Capability(
    "send_mail",
    "cases are mailed to the helpdesk",
    "The case waits, says so on both sides, and is mailed as soon as it may.",
    Resource.GRAPH,
    ("Mail.Send",),
    setting="desks=mail",
)
SEE_SENT_MAIL = Capability(
    "see_sent_mail",
    "whether a mail whose sending was cut off was sent",
    "A mail whose sending was cut off may be sent twice.",
    Resource.GRAPH,
    ("Mail.ReadBasic.All",),
    setting="desks=mail",
    instead={"Mail.ReadBasic.All": ("Mail.Read", "Mail.ReadWrite")},
)
SEE_CHANNEL = Capability(
    "see_channel",
    "whether a card whose sending was cut off has arrived; Teams then brings the bot everything that is written in "
    "that team, and what does not mention it is dropped unread",
    "A card whose sending was cut off may be posted twice.",
    Resource.TEAM,
    ("ChannelMessage.Read.Group",),
    setting="desks=channel",
)
SEE_APP = Capability(
    "see_app",
    "which version of the app package is uploaded, for `python app.py check` and `install`",
    "The check does not say whether the package is the newest.",
    Resource.GRAPH,
    ("AppCatalog.Read.All",),
    optional=True,
    instead={"AppCatalog.Read.All": ("AppCatalog.ReadWrite.All",)},
)
INSTALL = Capability(
    "install",
    "`python app.py install` puts the app into the hands of people whom an administrator names; it looks the app up "
    "with *see app*, and a group with *check helpdesk*. After the pilot the permission may go again",
    "An administrator installs the app with a setup policy, or people add it themselves.",
    Resource.GRAPH,
    ("TeamsAppInstallation.ReadWriteSelfForUser.All",),
    cloud="apps",
    optional=True,
    instead={
        "TeamsAppInstallation.ReadWriteSelfForUser.All": (
            "TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All",
            "TeamsAppInstallation.ReadWriteForUser.All",
            "TeamsAppInstallation.ReadWriteAndConsentForUser.All",
        )
    },
)

# What can be done in a person's own name with a sign-in that is kept, and so is a matter of choice.
CHOSEN = {one.key: one for one in (SEE_PHOTO, SEE_PROFILE, SEE_PICTURES, REPUBLISH)}

CAPABILITIES: tuple[Capability, ...] = (
    *(SEE_ACCOUNT, SEE_SYNCHRONIZATION, SEE_PHOTO, SEE_POLICY, SEE_INCIDENTS, SEE_PROFILE, SEE_PICTURES),
    *(ASK_AS_PERSON, REPUBLISH, REPAIR, CHECK_HELPDESK, SEND_MAIL, SEE_SENT_MAIL, SEE_CHANNEL, SEE_MASTER, SEE_APP),
    INSTALL,
)


def superfluous(granted: Iterable[str], resource: Resource, wanted: Iterable[Capability]) -> tuple[str, ...]:
    """Of the application permissions that were given on a resource, those that nothing wanted there can use."""
    used = {
        name
        for one in wanted
        if one.resource in (resource, Resource.TEAM)
        for need in one.needs
        for name in (need, *one.instead.get(need, ()))
    }
    return tuple(sorted(set(granted) - used))
