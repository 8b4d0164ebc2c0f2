"""One person's facts with the questions that rules ask of them. It answers; what follows from it is in rules."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from bot.core import attributes, photos, timing
from bot.core.attributes import Comparison
from bot.core.facts import (
    MAILBOX_ELSEWHERE,
    MAILBOX_NOT_READY,
    NO_MAILBOX,
    Absent,
    Account,
    Complaint,
    Facts,
    Incident,
    Organization,
    PhotoPolicy,
    Picture,
    Profile,
    Reason,
    SiteEntry,
    Unknown,
)

SMALL = 96  # pixels: what a directory on the premises usually holds (domain: row 17)
PROFILE_INTENTS = ("profile_stale",)
COMPLAINTS = ("photo_stale", "photo_missing", "resync")


class View:
    """The facts of one person with the questions that rules ask of them. A question about the unseen answers no."""

    def __init__(self, facts: Facts, complaint: Complaint) -> None:
        self.facts, self.complaint = facts, complaint
        self.account = facts.account if isinstance(facts.account, Account) else None
        self.policy = facts.policy if isinstance(facts.policy, PhotoPolicy) else PhotoPolicy()
        self.profile = facts.profile if isinstance(facts.profile, Profile) else None
        self.source = facts.source_photo if isinstance(facts.source_photo, Picture) else None
        self.copy = facts.shown_photo if isinstance(facts.shown_photo, Picture) else None

    # -- what is complained of ---------------------------------------------------------------------------------------

    @property
    def about_photos(self) -> bool:
        return self.complaint.intent not in PROFILE_INTENTS

    @property
    def of_a_photo(self) -> bool:
        return self.complaint.intent in COMPLAINTS

    @property
    def complains(self) -> bool:
        """Of a photo, or of nothing in particular: then an administrator looks because somebody did."""
        return self.of_a_photo or not self.complaint.intent

    @property
    def in_general(self) -> bool:
        """A complaint that names no place where the old one is seen."""
        return self.complains and not self.complaint.place

    def seen_in(self, *places: str) -> bool:
        """Whether the old photo is seen there."""
        return self.complains and self.complaint.place in places

    @property
    def may_not(self) -> bool:
        return self.complaint.trouble == "forbidden"

    @property
    def upload_fails(self) -> bool:
        return self.complaint.trouble == "refused"

    @property
    def wants_change(self) -> bool:
        return self.complaint.intent == "photo_change"

    # -- the tenant --------------------------------------------------------------------------------------------------

    @property
    def incident(self) -> Incident | None:
        incidents = self.facts.incidents
        return incidents[0] if isinstance(incidents, tuple) and incidents else None

    @property
    def on_premises(self) -> bool:
        return self.policy.source == "onPremises"

    @property
    def some_may(self) -> bool:
        return bool(self.policy.allowed_roles)

    @property
    def policy_explains(self) -> bool:
        """Whether who may change a photo is the answer: there is none, or all stores hold the one complained of."""
        return self.no_source or self.wants_change or (self.settled and self.in_general and not self.changed_lately)

    @property
    def sync_stopped(self) -> bool:
        tenant = self.facts.organization
        if not (self.synced and isinstance(tenant, Organization) and tenant.synced_at):
            return False
        return self.facts.seen_at - tenant.synced_at > timing.SYNC_STOPPED

    # -- the account -------------------------------------------------------------------------------------------------

    @property
    def no_account(self) -> bool:
        return isinstance(self.facts.account, Absent)

    @property
    def guest(self) -> bool:
        return self.account is not None and self.account.guest

    @property
    def disabled(self) -> bool:
        return self.account is not None and not self.account.enabled

    @property
    def synced(self) -> bool:
        """Whether the account is mastered in a directory on the premises."""
        return self.account is not None and self.account.synced and self.facts.cloud_managed is not True

    @property
    def directory_conflict(self) -> bool:
        return self.account is not None and bool(self.account.directory_errors)

    @property
    def service_rejected(self) -> bool:
        errors = self.account.service_errors if self.account else ()
        return any(error.source.casefold().startswith(("sharepoint", "exchange")) for error in errors)

    @property
    def recreated(self) -> bool:
        """SharePoint's profile was made for another account of the same name (domain: 2.7)."""
        made_for = self.profile.account_ids if self.profile else frozenset()
        return self.account is not None and bool(made_for - {self.account.id.lower()})

    @property
    def hidden(self) -> bool:
        unlisted = self.account is not None and not self.account.listed
        return unlisted or (self.profile is not None and self.profile.hidden)

    # -- where the photo comes from ----------------------------------------------------------------------------------

    @property
    def no_source(self) -> bool:
        return isinstance(self.facts.source_photo, Absent)

    @property
    def changed_lately(self) -> bool:
        """The bot itself has seen the photo change within a week: then somebody may change it."""
        known = self.facts.sightings.get("photo")
        return bool(known and known.other_seen_at and self.facts.seen_at - known.first_seen_at < timing.LATELY)

    @property
    def no_photo_code(self) -> str:
        return self.facts.source_photo.code if isinstance(self.facts.source_photo, Absent) else ""

    @property
    def no_mailbox(self) -> bool:
        planless = self.account is not None and isinstance(self.account.mailbox_since, Absent)
        return planless or self.no_photo_code == NO_MAILBOX

    @property
    def mailbox_on_premises(self) -> bool:
        return self.no_photo_code == MAILBOX_ELSEWHERE or (self.no_photo_code == NO_MAILBOX and self.synced)

    @property
    def mailbox_is_new(self) -> bool:
        since = self.account.mailbox_since if self.account else None
        young = isinstance(since, datetime) and self.facts.seen_at - since < timing.NEW_MAILBOX
        return self.no_source and (young or self.no_photo_code == MAILBOX_NOT_READY)

    @property
    def small_from_directory(self) -> bool:
        """The photo is no larger than what a directory on the premises holds, and its account comes from there."""
        if not self.source or not self.synced or self.behind:
            return False
        try:
            return max(self.source.portrait.width, self.source.portrait.height) <= SMALL
        except photos.Unreadable:
            return False

    # -- SharePoint --------------------------------------------------------------------------------------------------

    @property
    def no_profile(self) -> bool:
        return isinstance(self.facts.profile, Absent)

    @property
    def no_sharepoint(self) -> bool:
        return self.account is not None and isinstance(self.account.sharepoint_since, Absent)

    @cached_property
    def same(self) -> bool | None:
        """Whether SharePoint shows the source's photo; None where one of the two could not be seen or read."""
        if self.source and isinstance(self.facts.shown_photo, Absent):
            return False
        return self._same_as_source(self.copy)

    def _same_as_source(self, picture: Picture | None) -> bool | None:
        if self.source is None or picture is None:
            return None
        try:
            return self.source.portrait.same_as(picture.portrait)
        except photos.Unreadable:
            return None

    @property
    def behind(self) -> bool:
        """SharePoint shows something else than the source, or nothing."""
        return self.same is False or self.placeholder

    @property
    def surely_behind(self) -> bool:
        """SharePoint's own record was seen, and shows that it lacks this photo or a size of it, with pulling on."""
        return self.profile is not None and not self.switched_off and (self.behind or self.sizes_differ)

    @property
    def upstream(self) -> bool:
        """Whether the trouble may lie before Microsoft 365: SharePoint is not behind, and no place is named."""
        return not self.behind and not self.complaint.place

    @property
    def settled(self) -> bool:
        """All stores show the same photo."""
        return self.same is True and not self.behind

    @property
    def arrived(self) -> bool:
        """SharePoint shows the source's photo, in every size; one that could not be seen proves nothing."""
        sizes = (self.facts.sharepoint_photo, *self.facts.small_photos.values())
        return self.settled and not self.sizes_differ and not any(isinstance(one, Unknown) for one in sizes)

    @cached_property
    def sizes_differ(self) -> bool:
        """The large thumbnail is right; a smaller one is not, or the medium one, which PictureURL names, is missing."""
        small = self.facts.small_photos
        wrong = any(self._same_as_source(one) is False for one in small.values() if isinstance(one, Picture))
        return self.settled and (wrong or isinstance(small.get("M"), Absent))

    @property
    def placeholder(self) -> bool:
        return self.source is not None and self.profile is not None and self.profile.placeholder == "1"

    @property
    def state_unknown(self) -> bool:
        """SharePoint's word on whether it shows the picture is one that nobody has documented (domain: 7.5)."""
        return self.profile is not None and self.profile.placeholder not in ("", "0", "1")

    @property
    def never_asked(self) -> bool:
        profile = self.profile
        return profile is not None and not (profile.pulled_at or profile.placeholder or profile.exchange_sync)

    @property
    def switched_off(self) -> bool:
        """Pulling is off although there is a mailbox to pull from (domain: 2.2)."""
        return self.profile is not None and self.profile.exchange_sync == "0" and not self.no_mailbox

    @property
    def may_be_put(self) -> bool:
        """Whether the same photo may be put into the source again: no policy keeps it, none could not be seen."""
        known = isinstance(self.facts.policy, PhotoPolicy)
        return self.source is not None and known and not (self.on_premises or self.some_may)

    @property
    def nothing_to_pull_from(self) -> bool:
        """There is a photo but no mailbox: nobody documents whether SharePoint takes such a one over (domain: 7.4)."""
        return self.no_mailbox and self.profile is not None and self.profile.exchange_sync != "1"

    @property
    def pull_possible_at(self) -> datetime:
        return timing.pull_possible_at(self.profile.pulled_at if self.profile else None, self.facts.seen_at)

    @property
    def pull_is_due(self) -> bool:
        return self.pull_possible_at <= self.facts.seen_at

    @property
    def asked_in_vain(self) -> bool:
        """SharePoint was asked as long ago as anybody waits, and has not pulled since."""
        asked_at, pulled_at = self.facts.pull_asked_at, self.profile.pulled_at if self.profile else None
        known = self.facts.sightings.get("photo")
        if asked_at is None or (pulled_at and pulled_at >= asked_at.replace(microsecond=0)):
            return False
        if known and known.other_seen_at and known.first_seen_at > asked_at:
            return False  # it was asked for the photo before this one
        return timing.given_up_at(asked_at) <= self.facts.seen_at

    @property
    def pulled_another(self) -> bool:
        """SharePoint pulled when the source had long had this photo, and shows another one all the same."""
        known, pulled_at = self.facts.sightings.get("photo"), self.profile.pulled_at if self.profile else None
        return self.same is False and bool(known and pulled_at and pulled_at - known.first_seen_at > timing.SETTLING)

    # -- the profile's texts -----------------------------------------------------------------------------------------

    @cached_property
    def texts(self) -> tuple[Comparison, ...]:
        """The account's attributes beside those of the profile."""
        both = self.account and self.profile
        return attributes.compared(self.account.texts, self.profile.texts) if both else ()  # type: ignore[union-attr]

    @property
    def texts_differ(self) -> bool:
        # Whether somebody is hidden is a finding of its own.
        return any(not one.same for one in self.texts if one.name != "hidden")

    @property
    def texts_overdue(self) -> bool:
        """The account has had its texts for longer than they take, as we or the person know, and SharePoint has not."""
        known = self.facts.sightings.get("texts")
        overdue = known is not None and self.facts.seen_at - known.first_seen_at > timing.TEXTS_ARRIVE
        told = timing.told_before(self.complaint.since, self.facts.seen_at, timing.TEXTS_ARRIVE)
        return self.texts_differ and (overdue or told)

    @property
    def never_synced(self) -> bool:
        there = self.complaint.place in ("", "sharepoint", "site", "delve")  # other places show the directory's own
        return there and self.complaint.field in attributes.NAMES_NEVER_SYNCED

    @property
    def texts_elsewhere(self) -> bool:
        """Everything agrees; what is wrong is seen in a place that keeps a copy of its own."""
        return bool(self.texts) and self.complaint.place not in ("", "sharepoint")

    @property
    def site_differs(self) -> bool:
        """The site that was named keeps an older copy of the person than the profile is (domain: 2.6)."""
        entry, profile = self.facts.site_entry, self.profile
        if not isinstance(entry, SiteEntry) or profile is None:
            return False
        if not self.about_photos:
            return not attributes.same_on_site(entry.texts, profile.texts)
        older = bool(entry.pulled_at and profile.pulled_at and entry.pulled_at < profile.pulled_at)
        return older or bool(profile.picture_url and not entry.picture_url)

    # -- what could not be seen --------------------------------------------------------------------------------------

    @property
    def profile_elsewhere(self) -> bool:
        profile = self.facts.profile
        return isinstance(profile, Unknown) and profile.reason is Reason.ELSEWHERE

    def unseen(self, *reasons: Reason) -> Unknown | None:
        """The first thing without which nobody can say what is the matter, if it was unseen for one of `reasons`."""
        facts = self.facts
        for_photos = (facts.source_photo, facts.profile, facts.shown_photo)
        for fact in for_photos if self.about_photos else (facts.account, facts.profile):
            if isinstance(fact, Unknown) and fact.reason in reasons:
                return fact
        return None

    def fact_unseen(self, name: str) -> bool:
        return isinstance(getattr(self.facts, name), Unknown)
