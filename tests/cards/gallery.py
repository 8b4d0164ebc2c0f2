"""Every card of the product in one language, made by the functions of production from what is long in real life."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from bot.core import cards, ladder, rules, ticket_cards
from bot.core.actions import Action
from bot.core.audit import WHAT as DEEDS
from bot.core.audit import Deed, Who
from bot.core.bundle import bundle
from bot.core.capabilities import CAPABILITIES
from bot.core.cards import Card
from bot.core.cases import REMOVED, UNSEEN, Case, State, Try
from bot.core.checks import Line
from bot.core.checks import State as Condition
from bot.core.facts import Account, Complaint, Facts, Outcome, Profile, Reason, Sighting, Unknown
from bot.core.ladder import Allowed
from bot.core.privacy import Held, Retention
from bot.core.texts import Speaker
from bot.core.tickets import PRIORITIES, RATINGS, REASONS, Agent, Dossier, Entry, Filing, Side, Status, Ticket
from bot.core.view import PROFILE_INTENTS
from bot.flows import agents, answers, conversation, escalate
from bot.flows.replies import Talk, reply
from bot.language.entities import FIELDS, PLACES
from bot.ports import Reply, Turn
from bot.store import Database
from tests.conftest import Instant
from tests.core.test_rules import AD, BEHIND, NOW, ROLES, TABLE, WELL
from tests.flows.stage import CHANNEL, WHERE, Stage

ZONE = "Europe/Oslo"
# As directories have them: with what the organization adds to a name, and with words that no line can break.
NAME = "Nieuwenhuizen-de Graaf, Anna-Margaretha van (Extern) [ICT_Beheer]"
LOGIN = "anna-margaretha.vannieuwenhuizen-degraaf@noordzeebaggerwerken.example"
AGENT = "Wolfgang-Maximilian Schwarzenberger-Hohenlohe [Service_Desk]"
TITLE = "Beauftragte für Informationssicherheitsmanagementsysteme"
FORMER = "Sachbearbeiterin Rechnungswesen und Kraftfahrzeughaftpflichtversicherung"
DEPARTMENT = "Directoraat-Generaal Waterveiligheid, Scheepvaart en Kustonderhoud / Afdeling Digitale Dienstverlening"
PAGE = "https://noordzeebaggerwerken-my.sharepoint.example/personal/anna-margaretha_vannieuwenhuizen-degraaf"
WORDS = (
    "Mijn oude foto staat nog overal in SharePoint, ook op https://noordzeebaggerwerken.sharepoint.example/sites/"
    "projecten/Gedeelde%20documenten/Forms/AllItems.aspx?viewid=4e1c0b7a-8d15-4c5e-9a5e-1f7d6c0e8a11\n"
    "Ik heb hem vorige week vervangen - *twee keer* - en mijn collega's zien <nog steeds> de vorige. Ça ne marche pas, "
    "es geht nicht, det går ikke, no funciona: œuvre, ß, å, ø, æ, ñ."
)
LONG = {
    "Ada": NAME,
    "Engineer": TITLE,
    "Trainee": FORMER,
    "boss@x.example": LOGIN,
    "i:0#.f|membership|BOSS@x.example": f"i:0#.f|membership|{LOGIN}",
    "p@x.example": LOGIN,
}
CASE = Case(
    "Kq3vXr9_Zt-W",
    "p",
    NOW,
    complaint="photo_stale",
    place="sharepoint",
    seen_since="2026-09",
    time_zone=ZONE,
    page=PAGE,
)
AGENTS = [Agent(f"agent-{number}", f"{AGENT} {number}", f"29:{number}") for number in range(70)]
LATER = NOW + timedelta(hours=23, minutes=7)
ALL_RUNGS = tuple(Try(rung, NOW, Outcome.DONE) for rung in ("as_person", "republish", "repair"))
EVERYTHING = Allowed(as_person=True, repair=True)


WELL_DONE = [Line(f"{one.key.replace('_', ' ')} ({one.permission})") for one in CAPABILITIES]
ILL = Line(
    WELL_DONE[5].name,
    Condition.MISSING,
    f"Without: {CAPABILITIES[5].without}",
    "add User.Read.All, then consent",
    "az ad app permission add",
    "https://login.microsoftonline.com/adminconsent",
)
HINT = Line("credential", detail="certificate 5F2C ends on 2026-12-01, in 6 days", mend="register a new one beside it")
HEALTH = {
    "well": WELL_DONE,
    "ill": [ILL, Line("reach Graph", Condition.BROKEN, "graph.microsoft.com: no answer in time", "check the firewall")],
    "all": [ILL, HINT, replace(ILL, name="see app (Graph: AppCatalog.Read.All)", needed=False), *WELL_DONE],
}


@dataclass(frozen=True)
class Shown:
    """A card with its place in the gallery. `shared` is whether more people than one see it."""

    name: str
    reply: Reply
    shared: bool = False

    @property
    def card(self) -> dict[str, Any]:
        assert self.reply.card is not None, self.name
        return self.reply.card


async def gallery(language: str, folder: Path) -> list[Shown]:
    """All of it, each card once; the store of the flows lies in the folder."""
    say = Speaker(language, ZONE, NOW)
    parts = (findings, promises, sayings, persons_tickets, desks_tickets)
    made = [Shown(name, reply(card, about={}), shared) for part in parts for name, card, shared in part(say)]
    made += [Shown(name, told) async for name, told in flows(say, folder) if told.card]
    once = {json.dumps(shown.card): shown for shown in reversed(made)}
    return list(reversed(once.values()))


# -- what was found ----------------------------------------------------------------------------------------------------


def lengthened(facts: Facts) -> Facts:
    """The same with names and titles as long as they are in real life."""

    def longer(texts: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
        return {name: LONG.get(value, value) for name, value in texts.items()} | (more if texts else {})

    account, profile = facts.account, facts.profile
    if isinstance(account, Account):
        more = {"login": LOGIN, "department": DEPARTMENT, "mail": LOGIN, "mobile": "+31 6 5550 0101"}
        account = replace(account, user_principal_name=LOGIN, texts=longer(account.texts, more))
    if isinstance(profile, Profile):
        more = {"UserName": LOGIN, "Department": DEPARTMENT, "WorkEmail": LOGIN, "CellPhone": ""}
        profile = replace(profile, picture_url=f"{PAGE}/M.jpg", texts=longer(profile.texts, more))
    return replace(facts, account=account, profile=profile)


FORBIDDEN, SLOW = Unknown(Reason.FORBIDDEN, permission="ServiceHealth.Read.All"), Unknown(Reason.TOO_SLOW)
# What is said beside the leading finding, in rows of their own.
BESIDE = {
    "policy": (replace(BEHIND, policy=AD), CASE.said),
    "roles": (replace(BEHIND, policy=ROLES), CASE.said),
    "forbidden": (
        replace(BEHIND, policy=FORBIDDEN, incidents=FORBIDDEN, small_photos={"M": FORBIDDEN}, site_entry=FORBIDDEN),
        replace(CASE.said, site="https://x/sites/a"),
    ),
    "unseen": (replace(WELL, account=SLOW, policy=SLOW, incidents=SLOW, organization=SLOW), CASE.said),
    "nothing seen": (
        replace(WELL, source_photo=SLOW, profile=SLOW, sharepoint_photo=SLOW, small_photos={"M": SLOW}),
        CASE.said,
    ),
    "elsewhere": (replace(WELL, site_entry=Unknown(Reason.ELSEWHERE)), replace(CASE.said, site="https://x/sites/a")),
    "synced": (
        replace(
            BEHIND,
            account=replace(WELL.account, synced=True, listed=False),
            organization=FORBIDDEN,
            sightings={"photo": Sighting(NOW - timedelta(days=3), NOW - timedelta(days=5))},
        ),
        CASE.said,
    ),
    "seen since": (replace(BEHIND, sightings={"photo": Sighting(NOW - timedelta(days=3))}), CASE.said),
}


@cache
def diagnosed() -> dict[str, tuple[Facts, Complaint, tuple[rules.Finding, ...]]]:
    """What is found, by its key; and with what may stand beside it. No language is needed for that."""
    rows = {f"finding {key}": (facts, said) for *_, facts, said, key, _ in reversed(TABLE)}
    rows |= {f"beside {name}": row for name, row in BESIDE.items()}
    seen = {name: (lengthened(facts), said) for name, (facts, said) in rows.items()}
    return {name: (facts, said, rules.diagnose(facts, said)) for name, (facts, said) in seen.items()}


def findings(say: Speaker) -> Iterator[tuple[str, Card, bool]]:
    """The diagnosis with every finding, in every place that a person may name, and with all that goes beside."""
    rows = zip(diagnosed().items(), cycle(("", *PLACES)), cycle((*FIELDS, "")), strict=False)
    for (name, (long, said, found)), place, field in rows:
        field = said.field if said.intent in PROFILE_INTENTS else field
        case = replace(CASE, complaint=said.intent, place=place, field=field, seen_since="2026-11-02")
        yield name, cards.diagnosis(say, found, long, case, ladder.fixes(found[0], EVERYTHING)), False
    *_, found = diagnosed()["finding sharepoint_behind"]
    notice = longest(say, "reminded-notice", "no-resync-now")
    yield "finding with a notice", cards.diagnosis(say, found, BEHIND, CASE, ("check", "stop"), notice), False


def longest(say: Speaker, *keys: str) -> str:
    """What takes the most room of these sentences."""
    return max((say(key, number="123456789", at=LATER, most=4000, length=9999) for key in keys), key=len)


# -- what is promised --------------------------------------------------------------------------------------------------


def promises(say: Speaker) -> Iterator[tuple[str, Card, bool]]:
    """Plan, progress, reminder and end, with every line that they may have."""
    steps = ("repair", "ask", "as_person", "guide", "republish")
    yield "plan", cards.plan(say, CASE, NOW, steps), False
    yield "plan limited", cards.plan(say, CASE, NOW, steps[1:], NOW + timedelta(minutes=47)), False
    busy = replace(CASE, state=State.RESYNCING, begun_at=NOW, since=NOW, look_at=LATER, looks=3)
    asked = replace(busy, asked_at=NOW, asked_ok=True)
    refused = (*ALL_RUNGS[1:], Try("as_person", NOW, Outcome.REFUSED))
    waits = replace(CASE, state=State.WAITING, look_at=LATER, waits_for=CASE.said)
    ended = replace(asked, looks=17, tried=ALL_RUNGS, by_helpdesk=True)
    standing = {
        "just begun": replace(busy, look_at=NOW),
        "asked": replace(asked, tried=ALL_RUNGS, since=LATER),
        "refused": replace(busy, asked_at=NOW, tried=refused, muted=True),
        "pulled": replace(asked, pulled_at=NOW),
        "waiting": waits,
        "waiting muted": replace(waits, muted=True),
        "reminded": replace(waits, state=State.REMINDED),
        "stopped": replace(ended, state=State.STOPPED),
        "stopped waiting": replace(waits, state=State.STOPPED),
        "arrived": replace(ended, state=State.ARRIVED),
        "stuck": replace(ended, state=State.STILL_STUCK, ticket="1234567"),
        "unseen": replace(ended, state=State.STILL_STUCK, verdict=UNSEEN, looks=1),
        "removed": replace(ended, state=State.STILL_STUCK, verdict=REMOVED),
    }
    notices = ("muted-notice", "unmuted-notice")
    for (name, case), notice in zip(standing.items(), cycle(notices), strict=False):
        card = cards.standing(say, case, NOW, EVERYTHING, say(notice))
        assert card is not None
        yield f"promise {name}", card, False
    own = {"by_helpdesk": False, "ticket": ""}
    for name in ("arrived", "stuck", "unseen", "removed"):
        for whose, changes in (("of the helpdesk", {}), ("of one's own", own)):
            case = replace(standing[name], **changes)
            facts = lengthened(WELL if name == "arrived" else BEHIND)
            yield f"end {name} {whose}", cards.ended(say, case, facts, NOW), False
    outcomes = ("", *Outcome)
    deeds = [
        Deed(what, NOW, "p", CASE.id, Who.BOT, what, outcome=outcomes[number % len(outcomes)])
        for number, what in enumerate(DEEDS)
    ]
    yield "history", cards.history(say, deeds, CASE), False
    yield "history none", cards.history(say, (), None), False


# -- what is said without a look ---------------------------------------------------------------------------------------


def sayings(say: Speaker) -> Iterator[tuple[str, Card, bool]]:
    """What no flow below makes, or makes once for all who ask."""
    yield "menu", cards.menu(say, answers.commands(True), answers.MENU), False
    yield "menu without desks", cards.menu(say, answers.commands(False), answers.MENU), False
    yield "outdated", cards.answer(say, ("outdated",)), False
    kept = ("sharepoint_behind", "mastered_on_premises", "directory_conflict", "policy_unknown", "health_unknown")
    contact = f"+31 30 555 0100, {LOGIN}, https://noordzeebaggerwerken.sharepoint.example/sites/helpdesk"
    yield "helpdesk", cards.helpdesk(say, CASE, contact, kept), False
    held = {name: Held(count, NOW, LATER) for name, count in zip(cards._HELD, cycle((7, 1)), strict=False)}
    once = {name: Held(8 - one.count, NOW, LATER) for name, one in held.items()}
    also, page = ("privacy-photos", "privacy-misses"), "https://noordzeebaggerwerken.example/privacy"
    yield "privacy", cards.privacy(say, held, Retention(), also, page), False
    yield "privacy, others", cards.privacy(say, once, Retention(), (), ""), False
    outdated = say("forget-outdated")
    for state in (State.RESYNCING, State.WAITING, State.ARRIVED):
        case = replace(CASE, state=state)
        yield f"forgetting {state}", cards.forgetting(say, held, case, Retention(), "n0nce", outdated), False
    yield "forgetting without a case", cards.forgetting(say, {}, None, Retention(), "n0nce"), False
    yield "forgotten", cards.forgotten(say, False, Retention()), False
    yield "forgotten, and cases stay", cards.forgotten(say, True, Retention()), False
    for key in ("offered", "declined", "outdated", "failed", "not-here"):
        yield f"export {key}", cards.about_data(say, f"export-{key}", "export"), False
    yield "helpdesk without a case", cards.helpdesk(say, None, "", ()), False


# -- tickets -----------------------------------------------------------------------------------------------------------


@cache
def whole() -> Ticket:
    """One with all that a ticket may hold."""
    facts = lengthened(replace(BEHIND, account=replace(WELL.account, synced=True)))
    found = rules.diagnose(facts, CASE.said)
    case = replace(CASE, begun_at=NOW, tried=(*ALL_RUNGS, Try("ask", NOW, Outcome.UNCERTAIN)), looks=17)
    said = [(NOW, "person", WORDS), (NOW, "bot", "…")]
    made = bundle(case, found, facts, said, thumbnails=True)
    made["diagnostics"] += [{"name": "Site User ID Mismatch", "url": "https://x.example", "user": LOGIN, "site": PAGE}]
    return Ticket(
        *(1234567, "form:p:1", "p", NOW, NAME, LOGIN),
        case=CASE.id,
        priority="high",
        words=WORDS,
        tried=WORDS,
        contact=f"+31 6 5550 0101, {LOGIN}",
        verdict="blocked_by_policy",
        findings=tuple(one.key for one in found),
        bundle=made,
        changed_at=NOW,
    )


def ticket(**changes: Any) -> Ticket:
    """The same with changes."""
    return replace(whole(), **changes)


def entries(*whats: str) -> tuple[Entry, ...]:
    """These things were done, by whoever does them."""
    texts = {"resolved": f"explained\n{WORDS}", "resynced": "", "allowed": "", "confirmed": "", "opened": ""}
    sides = {"opened": Side.PERSON, "comment": Side.PERSON, "withdrawn": Side.PERSON, "reopened": Side.PERSON}
    return tuple(
        Entry(
            *(1234567, number, NOW, side := sides.get(what, Side.HELPDESK), what),
            name=NAME if side is Side.PERSON else AGENT,
            text=texts.get(what, WORDS),
        )
        for number, what in enumerate(whats, 1)
    )


TALK = ("opened", "comment", "reply", "question", "comment", "resolved", "reopened", "withdrawn")
DOWN = Filing(1234567, "servicenow", id="INC0012345", trouble="ServiceUnavailable")
FILED = (DOWN, Filing(1234567, "jira", id="SUPPORT-12345"), Filing(1234567, "zendesk", id="1234567"))
STATES: dict[str, dict[str, Any]] = {
    "open": {},
    "taken": {"assignee": "a", "assignee_name": AGENT, "muted": True},
    "waiting": {"assignee_name": AGENT, "status": Status.WAITING},
    "resolved": {"assignee_name": AGENT, "status": Status.RESOLVED, "resolved_at": NOW, "reason": "explained"},
    "confirmed": {"status": Status.RESOLVED, "resolved_at": NOW, "reason": "not_ours", "confirmed": "yes"},
    "reopened": {"reason": "duplicate", "confirmed": "no"},
    "withdrawn": {"status": Status.WITHDRAWN},
    "rated": {"status": Status.RESOLVED, "reason": "fixed", "confirmed": "yes", "rating": 3},
}


def dossiers() -> Iterator[tuple[str, Dossier]]:
    """A ticket in each of its states."""
    for name, changes in STATES.items():
        yield name, Dossier(ticket(**changes), entries(*TALK), FILED)


def persons_tickets(say: Speaker) -> Iterator[tuple[str, Card, bool]]:
    """The form, and a ticket as the person sees it."""
    filled = {"words": WORDS, "tried": say("tried-resync", at=NOW), "contact": LOGIN, "priority": "high"}
    incident, found = (say(f"finding-{key}", service="SharePoint Online") for key in ("incident", "sharepoint_behind"))
    trouble = longest(say, "field-empty", "field-too-long")
    yield "form", ticket_cards.form(say, CASE, "n0nce", **filled, found=found, trouble=trouble), False
    yield "form in an incident", ticket_cards.form(say, CASE, "n0nce", **filled, incident=incident), False
    yield "form without a case", ticket_cards.form(say, None, "n0nce", words="", tried=""), False
    notices = ("ticket-already", "ticket-moved-on", "ticket-sent", "too-many-comments")
    for (name, dossier), notice in zip(dossiers(), cycle(notices), strict=False):
        shown = ticket_cards.mine(say, dossier, NOW, notice=say(notice, number="1234567"))
        yield f"own ticket {name}", shown, False
        yield f"own ticket {name} in short", ticket_cards.mine_in_short(say, dossier), False
    kept = Dossier(ticket(words=""), entries("opened"), (DOWN,))
    yield "own ticket kept", ticket_cards.mine(say, kept, NOW, draft=WORDS), False
    for what in ("reply", "question", "resolved", "reopened", "resynced", "allowed"):
        told = replace(entries("opened", what)[1], side=Side.HELPDESK, name=AGENT if what != "reply" else "")
        yield f"news {what}", ticket_cards.mine(say, Dossier(ticket(), (told,)), NOW, (told,)), False
    many = [ticket(number=1234567 - number, **changes) for number, changes in enumerate(STATES.values())][:10]
    yield "own tickets", ticket_cards.mine_all(say, many), False


VERBS = (
    *(("take", "reply", "question", "resolve", "more"), ("reply", "question", "resolve", "assign", "more")),
    *(("note", "diagnose", "resync_for", "allow_for", "undo_for", "work"), ("reopen_for", "note", "diagnose")),
)


def desks_tickets(say: Speaker) -> Iterator[tuple[str, Card, bool]]:
    """A ticket in the channel: for everybody, for an agent, and what an agent fills in."""
    notices = [f"desk-{key}" for key in ("unknown", "no-limit", "undo-uncertain", "undo-refused", "allowed")]
    for name, dossier in dossiers():
        yield f"posted {name}", ticket_cards.posted(say, dossier, AGENTS[:60]), True
        verbs = VERBS[0] if not dossier.ticket.assignee_name else VERBS[1]
        shown = ticket_cards.worked(say, dossier, verbs if dossier.ticket.live else VERBS[3], longest(say, *notices))
        yield f"worked {name}", shown, False
    open_one = Dossier(ticket(verdict="", bundle={}, words="", tried="", contact="", name="", login=""))
    yield "posted for too many", ticket_cards.posted(say, open_one, AGENTS), True
    yield "posted for nobody", ticket_cards.posted(say, open_one), True
    yield "worked more", ticket_cards.worked(say, Dossier(ticket(), entries(*TALK), FILED), VERBS[2]), False
    yield "worked with nothing", ticket_cards.worked(say, open_one, VERBS[0]), False
    for verdict in rules.Verdict:
        yield f"posted {verdict}", ticket_cards.posted(say, Dossier(ticket(verdict=str(verdict))), AGENTS[:1]), True
    for stars, reason in zip(RATINGS, (*REASONS, ""), strict=True):
        rated = ticket(status=Status.RESOLVED, reason=reason, confirmed="yes", rating=stars)
        yield f"posted rated {stars}", ticket_cards.posted(say, Dossier(rated), AGENTS[:1]), True
    for priority in PRIORITIES:
        yield f"posted {priority}", ticket_cards.posted(say, Dossier(ticket(priority=priority)), AGENTS[:1]), True
    trouble = longest(say, "field-empty", "field-too-long", "desk-not-an-agent")
    for verb in sorted(ticket_cards.FORMS):
        filled = ticket_cards.desk_form(say, ticket(), verb, "n0nce", AGENTS[:12], trouble, WORDS)
        yield f"desk form {verb}", filled, False
    many = [ticket(number=1234567 - number, **changes) for number, changes in enumerate(STATES.values())][:10]
    for what in ("recent", "unassigned", "mine", "find"):
        yield f"found {what}", ticket_cards.found_cases(say, many, what), True
    for name, lines in HEALTH.items():
        yield f"health {name}", ticket_cards.health(say, lines), True
    yield "found none", ticket_cards.found_cases(say, (), "find"), True


# -- what flows make ---------------------------------------------------------------------------------------------------


async def flows(say: Speaker, folder: Path) -> AsyncIterator[tuple[str, Reply]]:
    """What each intent is answered with: by somebody new, with a case, in trouble, and in the channel."""
    clock = Instant()
    store = Database(f"sqlite:///{folder / say.language}.db", clock)
    await store.open()
    stage = Stage(store, clock)
    stage.tenant.facts = lengthened(BEHIND)
    pages = {name: f"https://noordzeebaggerwerken.example/{name}" for name in ("photo", "profile", "editor")}
    more = {f"{name}_url": url for name, url in pages.items()}
    stage.world = replace(stage.world, language=say.language, allowed=EVERYTHING, **more)

    def talk(intent: str, **changes: Any) -> Talk:
        turn = Turn("said", WHERE, name=NAME, text="?", activity="a")
        return Talk(stage.world, turn, Complaint(intent), say, **changes)

    async def answered(intent: str) -> Reply:
        return await conversation.BY_INTENT[intent](talk(intent).about_case(await store.case_of("p")))

    yield "welcome", await answers.welcome(talk("help"))
    yield "failed", conversation.fallback(stage.world, Turn("said", replace(WHERE, locale=say.language)))
    intents = [one for one in conversation.BY_INTENT if one != "unknown"]
    for rivals in zip(intents[::2], intents[1::2], strict=True):
        yield f"between {rivals}", await answers.not_understood(talk("unknown", rivals=rivals))
    in_channel = Turn("said", replace(CHANNEL, person="p"), text="?")
    for intent in ("profile_change", "sync_duration"):
        asked = replace(talk(intent), turn=in_channel)
        yield f"in a channel: {intent}", await conversation.BY_INTENT[intent](asked)
    for intent in conversation.BY_INTENT:
        yield f"new: {intent}", await answered(intent)
    stage.with_desk(thumbnails=True)
    stage.tenant.facts = lengthened(replace(WELL, policy=FORBIDDEN))
    for intent in conversation.BY_INTENT:
        yield f"well: {intent}", await answered(intent)
    for keys, then in REFUSALS.items():
        yield f"refused: {keys}", await answers.said(keys, then=then)(talk("unknown"))
    for number in range(escalate.MOST_A_DAY):
        gone = replace(ticket(status=Status.WITHDRAWN), number=0, key=f"form:{number}", person="p")
        await store.open_ticket(gone, entries("opened")[0])
    filled = replace(talk("helpdesk"), turn=Turn("pressed", WHERE, data={"words": WORDS, "form": "f"}))
    yield "too many tickets", await escalate.file(filled)
    await store.bind(CHANNEL)
    about, _ = await store.open_ticket(ticket(number=0, key="form:f", person="q", entries=1), entries("opened")[0])
    stage.tenant.facts = lengthened(replace(BEHIND, account=replace(WELL.account, about={"mail": f"{LOGIN} [x_y]"})))
    looked = Turn("pressed", replace(CHANNEL, person="agent"), name=AGENT, activity="b")
    action = Action("diagnose", ticket=about.number)
    yield "worked looked again", await agents.pressed(replace(talk("helpdesk"), turn=looked), action, about)
    greeted = replace(talk("helpdesk"), turn=Turn("said", replace(CHANNEL, person="agent"), text="hello"))
    if (helped := await agents.said(greeted)) is not None:
        yield "help in the channel", helped
    await store.close()


REFUSALS: dict[str, tuple[str, ...]] = {
    "no-case": ("check",),
    "not-yours": ("check",),
    "personal-only": (),
    "privacy-personal-only": (),
    "no-identity": ("help",),
    "not-your-ticket": ("tickets",),
}
