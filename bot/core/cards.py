"""Findings, progress and answers as Adaptive Card data, each with its plain-text twin. It knows no SDK and no store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from bot.core import evidence, photos, timing
from bot.core.actions import Action
from bot.core.attributes import compared, never_taken_over
from bot.core.audit import Deed
from bot.core.bundle import PICTURE_SYNC
from bot.core.cases import Case, State
from bot.core.facts import Absent, Account, Complaint, Facts, Outcome, Picture, Profile, Reason, Unknown
from bot.core.ladder import Allowed
from bot.core.privacy import Held, Retention
from bot.core.rules import EVERY, Finding
from bot.core.texts import LANGUAGES, Speaker, bare, name_of, plain
from bot.core.view import PROFILE_INTENTS

Json = dict[str, Any]
MOST_ACTIONS = 6  # P-09
LONGEST_ADDRESS = 2000
MINUTE = timedelta(minutes=1)
SOON = timedelta(minutes=5)  # a look that is nearer than this is not worth a time of day


@dataclass(frozen=True)
class Card:
    """An Adaptive Card and what a screen reader would read of it."""

    content: Json
    text: str


def card(body: Sequence[Json | None], actions: Sequence[Json] = ()) -> Card:
    """A card of Teams' newest version for bots, 1.5 (P-20), with its text."""
    parts = [part for part in body if part]
    shown = list(actions)[:MOST_ACTIONS]
    content: Json = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "body": parts,
    }
    if shown:
        content["actions"] = shown
    aloud = list(read_aloud(parts))
    lead, text = bare(aloud[0]), bare("\n".join(aloud))
    return Card({**content, "fallbackText": "\n\n".join(aloud), "speak": lead}, text)


def read_aloud(parts: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """The lines of a card's body in reading order; what is folded away is not read."""
    for part in parts:
        if part.get("isVisible", True) is False:
            continue
        if part["type"] == "TextBlock":
            yield part["text"]
        elif part["type"] == "Image":
            yield part["altText"]
        elif part["type"] == "FactSet":
            yield from (f"{fact['title']}: {fact['value']}" for fact in part["facts"])
        for inside in ("items", "columns"):
            yield from read_aloud(part.get(inside, ()))


def line(text: str, **style: Any) -> Json:
    """One paragraph."""
    return {"type": "TextBlock", "text": text, "wrap": True, **style}


def heading(text: str) -> Json:
    """The sentence that leads a card."""
    return line(text, weight="Bolder", size="Medium", style="heading")


def quiet(text: str) -> Json:
    """A remark."""
    return line(text, isSubtle=True, size="Small", spacing="Small")


def labelled(label: str, text: str) -> list[Json]:
    """Something of any length under its name. A FactSet breaks no long word, and grows wider than the card."""
    return [line(label, weight="Bolder", size="Small"), line(text, spacing="None")]


def press(title: str, action: Action, style: str = "default", sends: bool = False) -> Json:
    """A button for new clients, with its twin for old ones (P-20).

    Unless it `sends` what the card's fields hold, an empty field keeps nobody from pressing it.
    """
    data, fields = action.pack(), {"associatedInputs": "auto" if sends else "none"}
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": action.verb,
        "data": data,
        "style": style,
        **fields,
        "fallback": {"type": "Action.Submit", "title": title, "data": data, **fields},
    }


def link(title: str, url: str) -> Json:
    """A button that leaves Teams; its title says so (P-09)."""
    return {"type": "Action.OpenUrl", "title": title, "url": url}


def link_line(text: str, url: str) -> Json:
    """A sentence that leads out of Teams, for whom it concerns; its arrow says so (P-09)."""
    return quiet(f"[{text} ↗]({url})")


def address(url: str) -> Json:
    """An address to be copied: all that is read of it belongs to it."""
    return quiet(f"[{plain(url, LONGEST_ADDRESS)}]({url})")


def buttons(say: Speaker, case: Case, verbs: Iterable[str], primary: str = "") -> list[Json]:
    """Buttons about one case."""
    return [
        press(say(f"action-{verb}"), Action(verb, case.id), "positive" if verb == primary else "default")
        for verb in verbs
    ]


def suggestions(say: Speaker, intents: Iterable[str]) -> list[Json]:
    """Buttons that ask something in the person's stead."""
    return [press(say(f"action-ask-{intent}"), Action("ask", intent=intent)) for intent in intents]


def diagnosis(
    say: Speaker, findings: Sequence[Finding], facts: Facts, case: Case, fixes: Sequence[str], notice: str = ""
) -> Card:
    """The answer to "why is my photo old?": cause, evidence, what happens next and by when, buttons for `fixes`."""
    leading, *beside = findings
    photos_asked = case.complaint not in PROFILE_INTENTS
    body = [
        quiet(notice) if notice else None,
        heading(say(f"finding-{leading.key}", values(say, leading, case.said))),
        *([side_by_side(say, facts)] if photos_asked else attribute_by_attribute(say, facts, case.said)),
        line(say("next-label"), weight="Bolder", spacing="Medium"),
        line(say(f"next-{leading.key}", values(say, leading, case.said)), spacing="None"),
        *(quiet(say(f"finding-{finding.key}", values(say, finding, case.said))) for finding in beside),
        quiet(heard) if (heard := told(say, case.said)) else None,
        *unseen(say, facts, findings),
        quiet(say("case-number", case=case.id)),
        details(facts),
    ]
    return card(body, [*buttons(say, case, fixes, primary=fixes[0]), unfold(say)])


def values(say: Speaker, finding: Finding, complaint: Complaint) -> Json:
    """The values of a finding's sentences. A time that is not known still selects the sentence for it."""
    known = {name: "none" if value is None else value for name, value in finding.params.items()}
    return known | {"field": say(f"attribute-{complaint.field}") if complaint.field else ""}


def unseen(say: Speaker, facts: Facts, findings: Sequence[Finding]) -> list[Json]:
    """What could not be read, and whether that was forbidden; what a finding already says is not said again."""
    told = {EVERY[finding.key].fact for finding in findings} | ({"cloud_managed"})  # usual, and nobody's matter
    if isinstance(facts.shown_photo, Picture):
        told.add("sharepoint_photo")  # another size of it was seen
    else:
        told.add("small_photos")  # said of the large one
    lines = []
    for forbidden in (True, False):
        names = [
            say(f"unseen-{name}")
            for name, unknown in facts.unknowns.items()
            if name not in told and (unknown.reason is Reason.FORBIDDEN) is forbidden
        ]
        if names:
            lines.append(quiet(say("unseen-forbidden" if forbidden else "unseen", what=", ".join(names))))
    return lines


_DETAILS = "details"


def unfold(say: Speaker) -> Json:
    """The button that shows and hides the details."""
    return {"type": "Action.ToggleVisibility", "title": say("action-details"), "targetElements": [_DETAILS]}


def details(facts: Facts) -> Json:
    """All that was found, for the eyes of the helpdesk: properties and request ids under their own names."""
    found = [
        line(f"**{plain(name)}** {plain(value)}", size="Small", spacing="None") for name, value in evidence.lines(facts)
    ]
    return {"type": "Container", "id": _DETAILS, "isVisible": False, "separator": True, "items": found}


def attribute_by_attribute(say: Speaker, facts: Facts, complaint: Complaint) -> list[Json]:
    """The texts of the profile: those that differ in full, those that agree by name."""
    if not isinstance(facts.account, Account) or not isinstance(facts.profile, Profile):
        return []
    here, there = facts.account.texts, facts.profile.texts
    never = never_taken_over(complaint.field, here, there)  # somebody asks for it all the same
    every = [*never, *(one for one in compared(here, there) if one.name != "hidden")]
    parts: list[Json] = []
    for one in every:
        if not one.same:
            parts.append(line(say(f"attribute-{one.name}"), weight="Bolder", spacing="Medium"))
            for store, text in (("source", one.directory), ("sharepoint", one.sharepoint)):
                parts += [quiet(say(f"store-{store}")), line(plain(text) or say("text-empty"), spacing="None")]
    same = [say(f"attribute-{one.name}") for one in every if one.same]
    return [*parts, quiet(say("texts-same", names=", ".join(same)))] if same else parts


def side_by_side(say: Speaker, facts: Facts) -> Json:
    """The photo as the source and as SharePoint hold it."""
    source, copy, profile = facts.source_photo, facts.shown_photo, facts.profile
    pulled = profile.pulled_at if isinstance(profile, Profile) else None
    empty = isinstance(profile, Profile) and profile.placeholder == "1"  # an old file may lie there, yet is not shown
    copy = Absent() if empty and isinstance(copy, Picture) else copy
    return {
        "type": "ColumnSet",
        "spacing": "Medium",
        "columns": [
            _store(say, "source", source, _since(say, facts)),
            _store(say, "sharepoint", copy, say("photo-pulled", at=pulled) if pulled else ""),
        ],
    }


def _since(say: Speaker, facts: Facts) -> str:
    """Since when the source has had this photo, as far as the bot can know."""
    known = facts.sightings.get("photo")
    if known is None or not isinstance(facts.source_photo, Picture):
        return ""
    if known.other_seen_at:
        return say("photo-changed", before=known.other_seen_at, at=known.first_seen_at)
    # "Seen by me since just now" tells nothing.
    return say("photo-since", at=known.first_seen_at) if facts.seen_at - known.first_seen_at > SOON else ""


def _store(say: Speaker, store: str, photo: Picture | Absent | Unknown, remark: str) -> Json:
    items: list[Json] = [line(say(f"store-{store}"), weight="Bolder", size="Small")]
    if isinstance(photo, Picture):
        try:
            items.append(_image(photo.portrait.embedded, say(f"photo-{store}-alt")))
        except photos.Unreadable:
            items.append(quiet(say("photo-unseen")))
    else:
        items.append(quiet(say("photo-none" if isinstance(photo, Absent) else "photo-unseen")))
    if remark:
        items.append(quiet(remark))
    return {"type": "Column", "width": "stretch", "items": items}


def _image(url: str, alt: str) -> Json:
    return {"type": "Image", "url": url, "altText": alt, "width": "96px", "height": "96px"}


def plan(say: Speaker, case: Case, now: datetime, steps: Sequence[str], free_at: datetime | None = None) -> Card:
    """What a resync will do, before it is done; with `free_at` it may begin from then on only."""
    until = timing.given_up_at(now)
    said = [*(say(f"plan-{step}") for step in steps), say("plan-watch", until=until), say("plan-tell")]
    waits = say("plan-limited", at=free_at, minutes=ceil((free_at - now) / MINUTE)) if free_at else ""
    body = [
        heading(say("plan-title")),
        *(line(f"{number}. {step}", spacing="Small") for number, step in enumerate(said, 1)),
        quiet(say("plan-flags" if "repair" in steps else "plan-safe")),
        line(waits, weight="Bolder") if waits else None,
    ]
    verbs = ("check", "helpdesk") if free_at else ("start", "back")
    return card(body, buttons(say, case, verbs, primary="start"))


def standing(say: Speaker, case: Case, now: datetime, allowed: Allowed, notice: str = "") -> Card | None:
    """A promise as it stands: under way, waiting, or at its end in few words; None for a case without one."""
    if case.state is State.RESYNCING:
        return progress(say, case, now, allowed, notice)
    if case.state is State.WAITING:
        return waiting(say, case, notice)
    return closed(say, case, now, notice) if case.state in _CLOSED else None


def progress(say: Speaker, case: Case, now: datetime, allowed: Allowed, notice: str = "") -> Card:
    """A resync under way, step by step."""
    distant = case.look_at is not None and case.look_at - now > SOON
    watching = say("progress-watching", at=case.look_at) if distant else say("progress-watching-now")
    since = case.since or now
    begun = case.asked_at or not allowed.ask
    steps = [
        _asking(say, case) if allowed.ask else None,
        *(("done", say(f"progress-{one.rung}", at=one.at)) for one in case.tried if one.outcome is Outcome.DONE),
        _pulling(say, case, allowed),
        ("now" if begun else "next", watching),
        ("next", say("progress-quiet" if case.muted else "progress-tell", until=timing.given_up_at(since))),
    ]
    changed = since > (case.begun_at or since)
    helps = allowed.guide and case.page and not case.pulled_at
    body = [
        quiet(notice) if notice else None,
        heading(say("progress-title")),
        quiet(say("progress-changed")) if changed else None,
        *(step(say, *named) for named in steps if named),
        quiet(say("progress-not-as-person")) if case.outcome("as_person") in _NOT_DONE else None,
        *([line(say("progress-address"), spacing="Medium"), address(case.page)] if helps else ()),
        quiet(say("case-number", case=case.id)),
    ]
    opens = [link(say("action-open-sharepoint"), case.page)] if helps else []
    return card(body, [*opens, *buttons(say, case, ("status", _mute(case), "stop", "history", "helpdesk"))])


def _mute(case: Case) -> str:
    return "unmute" if case.muted else "mute"


def _asking(say: Speaker, case: Case) -> tuple[str, str]:
    if case.asked_at is None:
        return "now", say("progress-asking")
    return ("done", say("progress-asked", at=case.asked_at)) if case.asked_ok else ("now", say("progress-ask-failed"))


def _pulling(say: Speaker, case: Case, allowed: Allowed) -> tuple[str, str] | None:
    """The person's own visit: ticked off by what SharePoint's profile says, whoever caused it."""
    if case.pulled_at:
        return "done", say("progress-pulled", at=case.pulled_at)
    return ("now", say("progress-guide")) if allowed.guide else None


def waiting(say: Speaker, case: Case, notice: str = "") -> Card:
    """A reminder: it waits for the moment from which something can be done."""
    body = [
        quiet(notice) if notice else None,
        heading(say("waiting-title")),
        line(say("waiting-until", at=case.look_at)),
        line(say("waiting-then-quiet" if case.muted else "waiting-then")),
        quiet(say("case-number", case=case.id)),
    ]
    return card(body, buttons(say, case, ("check", _mute(case), "stop", "history", "helpdesk")))


def history(say: Speaker, deeds: Sequence[Deed], case: Case | None) -> Card:
    """What was done about a person, oldest first."""
    told = [deed for deed in deeds if deed.outcome != "begun"]
    lines = [
        line(
            say("did", at=deed.at, what=say(f"did-{deed.what}"), outcome=_outcome(say, deed)),
            size="Small",
            spacing="Small",
        )
        for deed in told
    ]
    body = [heading(say("history-title" if told else "history-none")), *lines]
    return card(body, buttons(say, case, ("status", "helpdesk")) if case else suggestions(say, ("check",)))


def _outcome(say: Speaker, deed: Deed) -> str:
    """What became of it, where that is not what everybody would expect."""
    return say(f"outcome-{deed.outcome}") if deed.outcome in ("refused", "failed", "uncertain", "needless") else "none"


_SIGNS = {"done": "✓", "now": "●", "next": "○"}


def step(say: Speaker, stand: str, text: str) -> Json:
    """A line of a progress card; the word beside the sign is for those who do not see it."""
    return line(f"{_SIGNS[stand]} **{say(f'step-{stand}')}** {text}", spacing="Small")


def arrived(say: Speaker, case: Case, facts: Facts | None, now: datetime) -> Card:
    """The promise kept: the new photo, as proof."""
    body = [
        heading(say("arrived-title")),
        side_by_side(say, facts) if facts else None,
        line(say("arrived-proof", at=case.look_at or now)),
        quiet(say("arrived-cache")),
        quiet(say("ended-why-helpdesk" if case.by_helpdesk else "ended-why")) if not case.muted else None,
        quiet(say("case-number", case=case.id)),
    ]
    return card(body, buttons(say, case, ("check", "history", "helpdesk")))


def still_stuck(say: Speaker, case: Case, facts: Facts | None, now: datetime, diagnostics: bool = True) -> Card:
    """The promise ended without the photo: what was tried, and who can go on."""
    title, _ = _closing(case)
    goes_on = not case.ended_removed
    body = [
        heading(say(title)),
        side_by_side(say, facts) if facts else None,
        line(say("stuck-tried", looks=case.looks, at=case.look_at or now)),
        *(step(say, "done", say(f"progress-{one.rung}", at=one.at)) for one in case.tried if one.outcome is _DONE),
        line(say("next-signed_out")) if facts and goes_on and _signed_out(facts) else None,
        line(say("stuck-escalated" if case.ticket else "stuck-next", case=case.ticket or case.id)) if goes_on else None,
        link_line(say("stuck-diagnostic"), PICTURE_SYNC) if goes_on and diagnostics else None,
        quiet(say("ended-why-helpdesk" if case.by_helpdesk else "ended-why")) if not case.muted else None,
    ]
    verbs = ("helpdesk", "check", "history") if goes_on else ("change", "check", "helpdesk")
    return card(body, buttons(say, case, verbs, primary=verbs[0]))


def _signed_out(facts: Facts) -> bool:
    """Whether somebody ended their sign-in meanwhile, without which the photos are not seen."""
    seen = (facts.source_photo, facts.profile, facts.shown_photo)
    return any(isinstance(one, Unknown) and one.reason is Reason.SIGNED_OUT for one in seen)


def closed(say: Speaker, case: Case, now: datetime, notice: str = "") -> Card:
    """What becomes of a promise's cards at the end: the same in few words, since the result comes as a message."""
    title, last = _closing(case)
    resynced = not case.waits_for.intent  # or else what it has of a resync is an earlier one's
    tried = [one for one in case.tried if one.outcome is _DONE] if resynced else []
    body = [
        quiet(notice) if notice else None,
        heading(say(title)),
        step(say, "done", say("progress-asked", at=case.asked_at)) if case.asked_ok and resynced else None,
        *(step(say, "done", say(f"progress-{one.rung}", at=one.at)) for one in tried),
        step(say, "done", say(last, looks=case.looks, at=case.look_at or now)),
        line(say("stuck-escalated", case=case.ticket)) if case.ticket and case.state is State.STILL_STUCK else None,
        quiet(say("case-number", case=case.id)),
    ]
    return card(body, buttons(say, case, ("check", "history", "helpdesk")))


def _closing(case: Case) -> tuple[str, str]:
    """The title of a promise that is over, and its last line."""
    if case.ended_unseen:
        return "stuck-unseen", "stuck-tried"
    if case.ended_removed:
        return "stuck-removed", "stuck-tried"
    if case.state is State.STOPPED and case.waits_for.intent:
        return "stopped-waiting", "stopped-waiting-at"
    return _CLOSED[case.state]


_DONE = Outcome.DONE
_NOT_DONE = (Outcome.REFUSED, Outcome.FAILED, Outcome.UNCERTAIN)
_CLOSED = {
    State.ARRIVED: ("arrived-title", "arrived-proof"),
    State.STILL_STUCK: ("stuck-title", "stuck-tried"),
    State.REMINDED: ("reminded-title", "reminded-at"),
    State.STOPPED: ("stopped-title", "stopped-at"),
}
_ENDED = {State.ARRIVED: arrived}
# What the notification says of each end that is told.
ENDS = {State.ARRIVED: "arrived-summary", State.STILL_STUCK: "stuck-summary", State.REMINDED: "reminded-summary"}


def ended(say: Speaker, case: Case, facts: Facts | None, now: datetime, diagnostics: bool = True) -> Card:
    """The card of a resync that is over; `diagnostics` says whether the cloud has those of Microsoft's own."""
    if case.state is State.STILL_STUCK:
        return still_stuck(say, case, facts, now, diagnostics)
    return _ENDED[case.state](say, case, facts, now)


def answer(say: Speaker, keys: Sequence[str], actions: Sequence[Json] = (), **params: Any) -> Card:
    """A heading and paragraphs by their keys."""
    title, *rest = keys
    return card([heading(say(title, params)), *(line(say(key, params)) for key in rest)], actions)


def explanation(say: Speaker, keys: Sequence[str], own: Sequence[str], actions: Sequence[Json]) -> Card:
    """What holds for this person, then what holds for everybody."""
    title, *rest = keys
    body = [
        heading(say(title)),
        line(say("own-title"), weight="Bolder") if own else None,
        *(line(sentence, spacing="Small") for sentence in own),
        *(line(say(key), separator=bool(own) and not number) for number, key in enumerate(rest)),
    ]
    return card(body, actions)


def until(say: Speaker, case: Case) -> list[str]:
    """When a resync under way is looked at again, and by when it ends."""
    at, since = case.look_at, case.since
    return [
        say("progress-watching", at=at) if at else say("progress-watching-now"),
        *([say("progress-tell", until=timing.given_up_at(since))] if since and not case.muted else []),
    ]


def menu(say: Speaker, purposes: Mapping[str, str], shown: Sequence[str]) -> Card:
    """What the bot can do: intents, each with the key of what it is for, and buttons for those that are `shown`."""
    offers = [
        part for intent, purpose in purposes.items() for part in labelled(say(f"action-ask-{intent}"), say(purpose))
    ]
    body = [
        heading(say("help-title")),
        line(say("welcome-about")),
        *offers,
        line(say("welcome-try", languages=say.languages())),
        quiet(say("welcome-limits")),
    ]
    return card(body, suggestions(say, shown))


def languages(say: Speaker, otherwise: str) -> Card:
    """Which languages there are, and the choice of one for what does not tell its own; now that is `otherwise`."""
    choices = [{"title": name_of(one, one).capitalize(), "value": one} for one in LANGUAGES]
    field: Json = {
        "type": "Input.ChoiceSet",
        "id": "language",
        "label": say("field-language"),
        "value": otherwise,
        "choices": choices,
    }
    body = [
        heading(say("language", languages=say.languages())),
        line(say("language-now", language=name_of(otherwise, say.language))),
        field,
    ]
    use = press(say("action-speak"), Action("speak"), "positive", sends=True)
    return card(body, [use, *suggestions(say, ("help",))])


# What is kept, by the names of an export: the sentence for it, and which of the periods holds.
_HELD = {
    "conversations": ("privacy-account", "removed"),
    "case": ("privacy-case", "cases"),
    "fingerprints": ("privacy-fingerprints", "observations"),
    "log": ("privacy-log", "cases"),
    "helpdesk_cases": ("privacy-tickets", "cases"),
    "chat": ("privacy-chat", ""),
    "rated_answers": ("privacy-rated", "observations"),
    "answers_to_rate": ("privacy-answers", "observations"),
    "recent_answers": ("privacy-repeats", ""),
    "sign_in": ("privacy-sign-in", ""),
    "work_for_the_helpdesk": ("privacy-work", "cases"),
}


def privacy(say: Speaker, held: Mapping[str, Held], retention: Retention, also: Sequence[str], page: str) -> Card:
    """What is kept about a person, and for how long; `also` are sentences that hold for everybody."""
    lines = [
        line(say(key, count=one.count, since=one.first_at, at=one.last_at, days=_days(retention, period)))
        for name, (key, period) in _HELD.items()
        if (one := held.get(name))
    ]
    body = [
        heading(say("privacy-title")),
        *lines,
        *(quiet(say(key)) for key in (*also, "privacy-where")),
        link_line(say("privacy-page"), page) if page else None,
    ]
    own = [press(say(f"action-{verb}"), Action(verb)) for verb in ("export", "forget")]
    return card(body, [*own, *suggestions(say, ("helpdesk",))])


def _days(retention: Retention, period: str) -> int | None:
    return getattr(retention, period).days if period else None


def about_data(say: Speaker, key: str, verb: str = "") -> Card:
    """What became of a file, in one sentence; `verb` is what may be done about it."""
    return card([line(say(key))], [press(say(f"action-{one}"), Action(one)) for one in (verb, "privacy") if one])


def forgetting(
    say: Speaker, held: Mapping[str, Held], case: Case | None, retention: Retention, form: str, notice: str = ""
) -> Card:
    """What goes and what stays when a person is forgotten, before it is done."""
    stops = {State.RESYNCING: "forget-resync", State.WAITING: "forget-waiting"}.get(case.state) if case else None
    body = [
        quiet(notice) if notice else None,
        heading(say("forget-title")),
        line(say("forget-goes")),
        line(say("forget-sign-in")) if "sign_in" in held else None,
        line(say(stops), weight="Bolder") if stops else None,
        line(say("forget-tickets", days=retention.cases.days)) if "helpdesk_cases" in held else None,
        line(say("forget-log")),
        quiet(say("forget-elsewhere")),
    ]
    erase = press(say("action-erase"), Action("erase", form=form), "destructive")
    return card(
        body, [erase, press(say("action-privacy"), Action("privacy")), press(say("action-export"), Action("export"))]
    )


def forgotten(say: Speaker, tickets_stay: bool, retention: Retention) -> Card:
    """It is done."""
    body = [
        heading(say("forgotten-title")),
        line(say("forgotten-stays", days=retention.cases.days)) if tickets_stay else None,
        line(say("forgotten-again")),
    ]
    return card(body, suggestions(say, ("help",)))


def told(say: Speaker, complaint: Complaint) -> str:
    """What the person said beside what is wrong, for them to see that it was heard; "" for nothing."""
    items = [
        say(f"place-{complaint.place}") if complaint.place else "",
        say(f"attribute-{complaint.field}") if complaint.field else "",
        _told_since(say, complaint.since) if complaint.since else "",
    ]
    heard = list(filter(None, items))
    return say("told", what=", ".join(heard)) if heard else ""


def _told_since(say: Speaker, since: str) -> str:
    if timing.is_month(since):
        return say("since-month", month=say.month(date.fromisoformat(f"{since}-01")))
    return say("since", day=date.fromisoformat(since))


def helpdesk(say: Speaker, case: Case | None, contact: str, findings: Sequence[str]) -> Card:
    """Where people can help, and what to tell them."""
    body = [
        heading(say("helpdesk-title")),
        line(say("helpdesk-contact", contact=contact) if contact else say("helpdesk-nocontact")),
        line(say("helpdesk-case", case=case.id) if case else say("helpdesk-nocase")),
        quiet(say("helpdesk-found", found=", ".join(findings))) if findings else None,
    ]
    return card(body, buttons(say, case, ("check",)) if case else suggestions(say, ("check",)))
