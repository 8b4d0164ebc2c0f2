"""A ticket as the person sees it, and as the helpdesk does: Adaptive Card data. It knows no SDK and no store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from textwrap import shorten

from bot.core.actions import Action
from bot.core.cards import Card, Json, buttons, card, heading, labelled, line, press, quiet, suggestions
from bot.core.cases import Case
from bot.core.checks import Concern, Line
from bot.core.texts import Speaker, plain
from bot.core.tickets import (
    MOST_TEXT,
    PERSON,
    PRIORITIES,
    RATINGS,
    REASONS,
    Agent,
    Dossier,
    Entry,
    Side,
    Status,
    Ticket,
    talk_of,
)

LONGEST = MOST_TEXT  # characters of one thing that somebody wrote, as a card shows it
MOST_FACTS = 40  # lines of what was found
LONGEST_FACT = 150  # characters
MOST_AGENTS = 100  # to choose from
MOST_IN_ORDER = 3000  # letters of a list of names
MOST_REFRESHED = 60  # people whose clients refresh a card by themselves (P-21)
_DETAILS = "details"


def said(text: str, most: int = LONGEST) -> str:
    """What somebody wrote, paragraph by paragraph, safe inside a card (S-10)."""
    short = text if len(text) <= most else text[: most - 1] + "…"
    return "\n\n".join(filter(None, (plain(part, most).strip() for part in short.splitlines())))


def text_input(say: Speaker, id: str, *, value: str = "", required: bool = False, long: bool = True) -> Json:
    """A field of a form, with its label and, where it must be filled in, what is said if it is not."""
    field: Json = {
        "type": "Input.Text",
        "id": id,
        "label": say(f"field-{id}"),
        "isMultiline": long,
        "maxLength": MOST_TEXT,
    }
    needed = {"isRequired": True, "errorMessage": say("field-empty")} if required else {}
    return field | needed | ({"value": value} if value else {})


def choice(say: Speaker, id: str, choices: Iterable[tuple[str, str]], value: str = "", style: str = "compact") -> Json:
    """One of several, as (title, value)."""
    return {
        "type": "Input.ChoiceSet",
        "id": id,
        "label": say(f"field-{id}"),
        "style": style,
        "wrap": True,
        "isRequired": True,
        "errorMessage": say("field-empty"),
        "choices": [{"title": title, "value": key} for title, key in choices],
        **({"value": value} if value else {}),
    }


# -- the person --------------------------------------------------------------------------------------------------------


def form(
    say: Speaker,
    case: Case | None,
    nonce: str,
    *,
    words: str,
    tried: str,
    priority: str = "normal",
    contact: str = "",
    found: str = "",
    incident: str = "",
    trouble: str = "",
) -> Card:
    """What the helpdesk is to be asked, filled in as far as it is known."""
    body = [
        heading(say("form-title")),
        line(incident) if incident else None,
        line(trouble, color="Attention") if trouble else None,
        quiet(say("form-about")),
        quiet(found) if found else None,
        text_input(say, "words", value=words, required=True),
        text_input(say, "tried", value=tried),
        choice(say, "priority", [(say(f"priority-{one}"), one) for one in PRIORITIES], priority),
        text_input(say, "contact", value=contact, long=False),
    ]
    first = buttons(say, case, ("remind",), primary="remind") if case and incident else []
    action = Action("file", case.id if case else "", form=nonce)
    send = press(say("action-file"), action, "default" if first else "positive", sends=True)
    last = buttons(say, case, ("back",)) if case else suggestions(say, ("help",))
    return card(body, [*first, send, *last])


def mine(
    say: Speaker, dossier: Dossier, now: datetime, news: Sequence[Entry] = (), notice: str = "", draft: str = ""
) -> Card:
    """A person's own ticket as it stands, with `news` of the helpdesk or else what was said last.

    `draft` is what the person has written and could not be taken.
    """
    ticket = dossier.ticket
    talk = list(news) or talk_of(dossier.entries, 4)
    stand = max((entry.number for entry in dossier.entries if entry.rule.public), default=0)
    body = [
        quiet(notice) if notice else None,
        heading(say(f"ticket-{ticket.status}", number=str(ticket.number))),
        line(_stand(say, dossier)),
        quiet(say("ticket-about", at=ticket.opened_at, words=shorten(ticket.words, 200, placeholder="…") or "none")),
        *(part for entry in talk for part in _spoken(say, entry, own=True)),
        line(say("ticket-solved-question"), weight="Bolder") if _asks(ticket) else None,
        quiet(say("ticket-why", number=str(ticket.number))) if news else None,
        quiet(say("ticket-muted")) if ticket.muted and ticket.live else None,
        *_fields(say, ticket, draft),
    ]
    looks = suggestions(say, ("check",)) if ticket.live and ticket.subject == "photo" else []
    return card(body, [*(ticket_button(say, verb, ticket, stand) for verb in _verbs(ticket)), *looks])


def mine_in_short(say: Speaker, dossier: Dossier) -> Card:
    """What becomes of a ticket's earlier cards: there is one to work with, the newest."""
    ticket = dossier.ticket
    body = [
        line(say(f"ticket-{ticket.status}", number=str(ticket.number)), weight="Bolder"),
        quiet(_stand(say, dossier)),
    ]
    return card(body, [_named(say, ticket, "ticket")])


def ticket_button(say: Speaker, verb: str, ticket: Ticket, stand: int) -> Json:
    """A button of the person; its form says which of their card's states it was pressed on."""
    action = Action(verb, ticket=ticket.number, form=f"v{stand}")
    label = "action-reopen-ended" if verb == "reopen" and not _asks(ticket) else f"action-{verb}"
    return press(say(label), action, "positive" if verb in _PRIMARY else "default", sends=verb in _SENDING)


_SENDING = frozenset({"comment", "withdraw", "reopen", "solved", "rate"})
_PRIMARY = frozenset({"comment", "solved", "rate", "take"})


def _asks(ticket: Ticket) -> bool:
    return ticket.status is Status.RESOLVED and not ticket.confirmed


def _verbs(ticket: Ticket) -> tuple[str, ...]:
    if ticket.live:
        return ("comment", "withdraw", "unhush" if ticket.muted else "hush", "tickets")
    if _asks(ticket):
        return ("solved", "reopen", "tickets")
    rate = ("rate",) if ticket.confirmed == "yes" and not ticket.rating else ()
    return (*rate, "reopen", "tickets")


def _fields(say: Speaker, ticket: Ticket, draft: str) -> list[Json]:
    """What the buttons send along."""
    if ticket.live or _asks(ticket) or draft:
        return [text_input(say, "text", value=draft)]
    if ticket.confirmed == "yes" and not ticket.rating:
        stars = [(say(f"rating-{one}"), str(one)) for one in reversed(RATINGS)]
        return [choice(say, "rating", stars, style="expanded") | {"isRequired": False}]
    return [quiet(say("rating-thanks"))] if ticket.rating else []


def _stand(say: Speaker, dossier: Dossier) -> str:
    """Who has it, in one sentence; and that a place cannot be reached, where none has it yet."""
    ticket = dossier.ticket
    if _held_up(dossier):
        return say("ticket-kept")
    if not ticket.live:
        at = ticket.resolved_at if ticket.status is Status.RESOLVED else ticket.changed_at
        return say(f"ticket-{ticket.status}-at", at=at or ticket.opened_at)
    if ticket.status is Status.WAITING:
        return say("ticket-waits-for-you")
    if ticket.assignee_name:
        return say("ticket-with", name=ticket.assignee_name)
    return say("ticket-passed-on")


def _held_up(dossier: Dossier) -> bool:
    """Whether no desk has what was written last, since none can be reached."""
    desks = [one for one in dossier.filings if one.place != PERSON]
    return bool(desks) and all(one.trouble for one in desks)


def _spoken(say: Speaker, entry: Entry, own: bool = False) -> list[Json]:
    """Who said what and when; `own` is for the eyes of the person, who is no third party."""
    nameless = own and entry.side is Side.PERSON
    who = say(f"by-{entry.side}", name="none" if nameless or not entry.name else entry.name)
    text = entry.text.partition("\n")[2] if entry.what == "resolved" else entry.text
    told = [line(said(text), spacing="None")] if text else []
    spoken = quiet(say("spoken", who=who, at=entry.at, what=say(f"spoke-{entry.what}")))
    return [spoken | {"spacing": "Medium"}, *told]


def mine_all(say: Speaker, tickets: Sequence[Ticket]) -> Card:
    """A person's own tickets, newest first."""
    if not tickets:
        return card([heading(say("tickets-none"))], suggestions(say, ("helpdesk", "check")))
    rows = [
        part
        for one in tickets
        for part in (
            line(say("tickets-line", number=str(one.number), status=say(f"status-{one.status}"), at=one.opened_at)),
            quiet(plain(one.words, 80)) if one.words else None,
        )
    ]
    shown = [
        press(say("action-ticket", number=str(one.number)), Action("ticket", ticket=one.number)) for one in tickets[:4]
    ]
    return card([heading(say("tickets-title")), *rows], [*shown, *suggestions(say, ("helpdesk",))])


def _named(say: Speaker, ticket: Ticket, verb: str) -> Json:
    """A button with the ticket's number on it."""
    return press(say("action-ticket", number=str(ticket.number)), Action(verb, ticket=ticket.number))


# -- the helpdesk ------------------------------------------------------------------------------------------------------


def posted(say: Speaker, dossier: Dossier, agents: Sequence[Agent] = ()) -> Card:
    """The ticket for everybody in the channel: nothing about a person (S-12), and no button (P-24).

    The clients of `agents` replace it by `worked` as soon as it comes into view (P-21); where that does not reach all
    of them there is one button that does.
    """
    ticket = dossier.ticket
    users = [agent.user for agent in agents if agent.user]
    reached = 0 < len(users) == len(agents) <= MOST_REFRESHED
    work = Action("work", ticket=ticket.number)
    parts = [_title(say, ticket) | {"id": ticket.reference}, *_state(say, dossier)]
    shown = card(parts, [] if reached else [press(say("action-work"), work)])
    action = {"type": "Action.Execute", "title": say("action-work"), "verb": work.verb, "data": work.pack()}
    refresh = {"action": action, "userIds": users[:MOST_REFRESHED]} if users else None
    return Card({**shown.content, **({"refresh": refresh} if refresh else {})}, shown.text)


def worked(say: Speaker, dossier: Dossier, verbs: Sequence[str], notice: str = "") -> Card:
    """The ticket for an agent: everything that was found, said and tried, with buttons for `verbs`."""
    ticket, bundle = dossier.ticket, dossier.ticket.bundle
    asked = (("words", ticket.words), ("tried", ticket.tried), ("contact", ticket.contact))
    body = [
        quiet(notice) if notice else None,
        _title(say, ticket),
        line(f"{plain(ticket.name)} ({plain(ticket.login)})" if ticket.login else plain(ticket.name or ticket.person)),
        *_state(say, dossier),
        quiet(say("case-muted")) if ticket.muted else None,
        *(part for name, value in asked if value for part in labelled(say(f"case-{name}"), said(value))),
        _pictures(say, bundle),
        *(part for entry in talk_of(dossier.entries) for part in _spoken(say, entry)),
        *_tried(say, bundle),
        *_links(say, bundle),
        _found(say, dossier),
    ]
    fold = {"type": "Action.ToggleVisibility", "title": say("action-facts"), "targetElements": [_DETAILS]}
    shown = card(body, [*(_desk_button(say, verb, ticket) for verb in verbs), *([fold] if len(verbs) < 6 else [])])
    # A client that cannot show the card gets its heading: all of it twice would be too large for Teams.
    return Card({**shown.content, "fallbackText": _title(say, ticket)["text"]}, shown.text)


FORMS = frozenset({"reply", "question", "note", "resolve", "assign"})


def _desk_button(say: Speaker, verb: str, ticket: Ticket) -> Json:
    action = Action(verb, ticket=ticket.number, asks=verb in FORMS)
    label = "action-back-to-case" if verb == "work" else f"action-{verb}"
    return press(say(label), action, "positive" if verb == "take" else "default")


def desk_form(
    say: Speaker, ticket: Ticket, verb: str, nonce: str, agents: Sequence[Agent] = (), trouble: str = "", text: str = ""
) -> Card:
    """What an agent fills in."""
    fields: list[Json] = []
    if verb == "assign":
        fields = [_people(say, agents)]
    elif verb == "resolve":
        reasons = [(say(f"reason-{one}"), one) for one in REASONS]
        fields = [choice(say, "reason", reasons, REASONS[0], style="expanded"), text_input(say, "text", value=text)]
    else:
        fields = [text_input(say, "text", value=text, required=True)]
    body = [
        heading(say(f"form-{verb}", number=str(ticket.number))),
        line(trouble, color="Attention") if trouble else None,
        quiet(say(f"form-{verb}-about")),
        *fields,
    ]
    send = press(say("action-send"), Action(verb, ticket=ticket.number, form=nonce), "positive", sends=True)
    return card(body, [send, press(say("action-back-to-case"), Action("work", ticket=ticket.number))])


def _people(say: Speaker, agents: Sequence[Agent]) -> Json:
    """Teams' people picker among those who are in this channel; other clients show the names that are known.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
    """
    known = [(agent.name, agent.id) for agent in agents[:MOST_AGENTS]]
    picker = choice(say, "agent", known, style="filtered")
    return picker | {
        "choices.data": {"type": "Data.Query", "dataset": "graph.microsoft.com/users?scope=currentContext"}
    }


def _title(say: Speaker, ticket: Ticket) -> Json:
    what = say(f"verdict-{ticket.verdict}" if ticket.verdict else "verdict-none")
    return heading(say("case-title", number=str(ticket.number), what=what))


# What desks are called, where that is not what the settings call them.
NAMES = {"servicenow": "ServiceNow", "jira": "Jira", "zendesk": "Zendesk"}


def _state(say: Speaker, dossier: Dossier) -> list[Json]:
    ticket = dossier.ticket
    abroad = [one for one in dossier.filings if one.place in NAMES and one.id]
    facts = [
        ("case-status", say(f"status-{ticket.status}")),
        ("case-agent", plain(ticket.assignee_name) or say("case-nobody")),
        ("case-priority", say(f"priority-{ticket.priority}")),
        ("case-opened", say.moment(ticket.opened_at)),
        ("case-reason", say(f"reason-{ticket.reason}") if ticket.reason and not ticket.live else ""),
        ("case-confirmed", say(f"confirmed-{ticket.confirmed}") if ticket.confirmed else ""),
        ("case-rating", say(f"rating-{ticket.rating}") if ticket.rating else ""),
        ("case-at", ", ".join(f"{NAMES[one.place]} {plain(one.id)}" for one in abroad)),
    ]
    shown = [{"title": say(name), "value": value} for name, value in facts if value]
    down = [one for one in dossier.filings if one.place != PERSON and one.trouble]
    return [
        {"type": "FactSet", "facts": shown},
        *(line(say("case-desk-down", desk=_name(one.place), code=one.trouble), color="Attention") for one in down),
    ]


def _name(place: str) -> str:
    return NAMES.get(place, place)


def _pictures(say: Speaker, bundle: Mapping[str, object]) -> Json | None:
    """The two photos, small, where an administrator lets the helpdesk see them."""
    given = bundle.get("thumbnails")
    if not isinstance(given, Mapping) or not given:
        return None
    columns = [
        {
            "type": "Column",
            "width": "auto",
            "items": [
                quiet(say(f"store-{store}")),
                {"type": "Image", "url": url, "altText": say(f"photo-{store}-alt"), "width": "64px", "height": "64px"},
            ],
        }
        for store, url in given.items()
    ]
    return {"type": "ColumnSet", "columns": columns}


def _tried(say: Speaker, bundle: Mapping[str, object]) -> list[Json]:
    tried = bundle.get("tried")
    lines = tried if isinstance(tried, list) else []
    return [
        quiet(
            say(
                "did",
                at=datetime.fromisoformat(one["at"]),
                what=say(f"did-{one['what']}"),
                outcome=say(f"outcome-{one['outcome']}") if one["outcome"] in _OUTCOMES else "none",
            )
        )
        for one in lines
    ]


_OUTCOMES = frozenset({"refused", "failed", "uncertain", "needless"})


def _links(say: Speaker, bundle: Mapping[str, object]) -> list[Json]:
    """Microsoft's diagnostics for administrators, with what is to be typed there."""
    given = bundle.get("diagnostics")
    named = [
        (say("case-diagnostic", name=one["name"]), one["url"], plain(f"{one['user']} {one.get('site', '')}".strip()))
        for one in (given if isinstance(given, list) else [])
    ]
    return [quiet(f"[↗ {name}]({url}) {about}") for name, url, about in named]


def _found(say: Speaker, dossier: Dossier) -> Json:
    """All that was found and said, folded away."""
    bundle = dossier.ticket.bundle
    facts, talk, calls = (bundle.get(name) or () for name in ("facts", "said", "calls"))
    lines = [("findings", " ".join(dossier.ticket.findings))]
    lines += list(facts.items()) if isinstance(facts, Mapping) else []
    lines += [(f"request {one['what']}", f"{one['status'] or 'no answer'} {one['request_id']}") for one in calls]
    lines += [(f"{one['at'][11:16]} {one['by']}", one["text"]) for one in talk]
    shown = [
        line(f"**{plain(name)}** {plain(str(value))}", size="Small", spacing="None") for name, value in lines if value
    ]
    return {"type": "Container", "id": _DETAILS, "isVisible": False, "separator": True, "items": shown[:MOST_FACTS]}


def thread_line(say: Speaker, entry: Entry, tag: str = "") -> str:
    """What is said of an entry in the ticket's thread; `tag` ends its first line."""
    text = entry.text
    if entry.what == "resolved":
        reason, _, text = entry.text.partition("\n")
        text = "\n".join(filter(None, (say(f"reason-{reason}") if reason in REASONS else "", text)))
    elif entry.what == "assigned":
        text = entry.text.partition(" ")[2]
    elif entry.what == "rated":
        text = say(f"rating-{entry.text}")
    elif entry.what in ("desk_down", "desk_up"):
        text = _name(entry.text)
    told: str = say(f"line-{entry.what}", name=entry.name or say("line-somebody"), text=text, side=str(entry.side))
    told = f"{told} {tag}".strip()
    return told if entry.what not in _QUOTED or not text else f"{told}\n\n> " + said(text).replace("\n\n", "\n>\n> ")


_QUOTED = frozenset(
    {"confirmed", "comment", "reply", "question", "note", "resolved", "reopened", "withdrawn", "diagnosed"}
)


def health(say: Speaker, lines: Sequence[Line]) -> Card:
    """What an installation has and lacks; what is to be mended comes first. The lines are an administrator's."""
    by = {concern: [one for one in lines if one.concern is concern] for concern in Concern}
    rest, in_order = ", ".join(one.name for one in by[Concern.NONE]), say("health-rest")
    body = [
        heading(say("health-ill" if by[Concern.REPAIR] else "health-well")),
        *(part for one in by[Concern.REPAIR] for part in _lacking(one)),
        *_headed(say("health-attention"), by[Concern.ATTENTION]),
        *_headed(say("health-useful"), by[Concern.OPTIONAL]),
        line(f"**{in_order}** {plain(rest, MOST_IN_ORDER)}", separator=True, size="Small") if rest else None,
    ]
    return card(body)


def _headed(title: str, lines: Sequence[Line]) -> list[Json]:
    head = [line(title, weight="Bolder", separator=True)] if lines else []
    return [*head, *(part for one in lines for part in _lacking(one))]


def _lacking(one: Line) -> list[Json]:
    """In the words of `python app.py check`, where it says how to mend it."""
    told = line(f"**{plain(one.name)}** {plain(one.detail)}", spacing="Small")
    return [told, quiet(plain(one.mend))] if one.mend else [told]


def found_cases(say: Speaker, tickets: Sequence[Ticket], what: str) -> Card:
    """What a search in the channel has found."""
    rows = [
        line(
            say("found-line", number=str(one.number), status=say(f"status-{one.status}"), at=one.opened_at,
                name=one.assignee_name or say("case-nobody")),
            spacing="Small",
        )
        for one in tickets
    ]  # fmt: skip
    title = say(f"found-{what}" if tickets else "found-none")
    shown = [
        press(say("action-ticket", number=str(one.number)), Action("work", ticket=one.number)) for one in tickets[:5]
    ]
    return card([heading(title), *rows], shown)
