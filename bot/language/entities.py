"""What a person sees where, and since when: the entities of a text; knows no intents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from bot.language import links
from bot.language.phrases import Mention, Phrases
from bot.language.words import LONGEST_TEXT, split

PLACES = ("teams", "outlook", "sharepoint", "delve", "browser", "phone", "elsewhere", "site")
FIELDS = (
    "display_name",
    "first_name",
    "last_name",
    "job_title",
    "department",
    "manager",
    "office",
    "work_phone",
    "mail",
    "language",
    "mobile",
    "company",
    "employee_id",
    "address",
)
TROUBLES = {  # the most telling first: who cannot do it often also says why
    "forbidden": "forbidden",
    "refused": "refused",
    "reverted": "reverted",
    "fails": "refused",
    "cannot": "forbidden",
}
UNITS = {"days": 1, "weeks": 7, "months": 30, "years": 365}  # in days
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OPPOSITE = {"new": "old", "old": "new"}
UNHEARD = ("none", "everywhere")  # phrases that mean no place or field, such as "the outlook for tomorrow"

COMPLAINTS = {("state", "not"), ("tone", "why")}
LONGEST_COUNT = 2  # digits; nobody counts a hundred days, and a year is a number as well

_NUMBER = re.compile(r"(?<!\w)\d+(?!\w)")
_STOP = re.compile(r"[.,;!?()\[\]\n\r…]+")


@dataclass(frozen=True)
class Entities:
    """What is heard beside the intent; "" for what is not."""

    place: str = ""  # where something old is seen, one of PLACES
    field: str = ""  # which field of the profile is meant, one of FIELDS
    trouble: str = ""  # what went wrong: "forbidden", "refused" or "reverted"
    site: str = ""  # a web address that was given, which may be anybody's
    since: str = ""  # since when: days ago as a number, or one of WEEKDAYS
    complains: bool = False  # it says "not" or "why"


@dataclass
class Clause:
    """A part of a text that says one thing, with its signs of old, new and not, and what these are said of."""

    turns: bool = False  # begins with "but" or the like
    things: list[Mention] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    state: str = ""  # "old", "new" or unsaid

    def __bool__(self) -> bool:
        return bool(self.things or self.signs)


def heard(text: str, phrases: Phrases) -> Entities:
    """The entities of a text; of several the first that is said to be old."""
    plain = _STOP.split(links.unlinked(text)[:LONGEST_TEXT])
    parts = [list(phrases.found(split(part))) for part in plain]
    troubles = {mention.name for part in parts for mention in part if mention.kind == "trouble"}
    trouble = next((TROUBLES[name] for name in TROUBLES if name in troubles), "")
    clauses = _judged(_clauses(parts))
    site = links.site(text)
    # Who says that something is new in Teams does not mean Teams, unless it did not stay so.
    places = ("old", "", "new") if trouble == "reverted" else ("old", "")
    return Entities(
        links.place(site) or _first(clauses, "place", places),
        _first(clauses, "field", ("old", "", "new")),
        trouble,
        site,
        next(filter(None, map(_since, plain, parts)), ""),
        any((mention.kind, mention.name) in COMPLAINTS for part in parts for mention in part),
    )


def _since(text: str, mentions: Sequence[Mention]) -> str:
    """Since when, by the first mention of it: as it is named, or a number and the unit behind it."""
    numbers = iter(_NUMBER.findall(text))
    counts = {at: next(numbers, "") for at, word in enumerate(split(text)) if word == "0"}
    counts |= {mention.at: mention.name for mention in mentions if mention.kind == "count"}
    for mention in mentions:
        if mention.kind != "since":
            continue
        if mention.name not in UNITS:
            return mention.name
        count = counts.get(mention.at - 1, "")
        if count.isdecimal() and len(count) <= LONGEST_COUNT:
            return str(int(count) * UNITS[mention.name])
    return ""


def _clauses(parts: Sequence[Sequence[Mention]]) -> list[Clause]:
    """The parts between stops, divided again at "and" and "but"."""
    clauses = [Clause()]
    for part in parts:
        _begin(clauses, turns=False)
        for mention in part:
            if mention.kind == "link":
                _begin(clauses, turns=mention.name == "but")
            elif mention.name == "none":
                continue
            elif mention.kind == "state":
                clauses[-1].signs.append(mention.name)
            elif mention.kind in ("place", "field"):
                clauses[-1].things.append(mention)
    return clauses


def _begin(clauses: list[Clause], turns: bool) -> None:
    if clauses[-1]:
        clauses.append(Clause(turns))
    else:
        clauses[-1].turns |= turns  # "but, in Teams"


def _judged(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, each with its own state, or the one it takes over from those around it."""
    last = ""
    for clause in clauses:
        clause.state = _own(clause.signs)
        if clause.state == "not" or (clause.turns and not clause.state and last):
            clause.state = OPPOSITE.get(last, "old")  # "fine in Teams, not in Outlook", "all is fine but Outlook"
        last = clause.state or last
    for at, clause in enumerate(clauses):
        if not clause.state:
            before = (other.state for other in reversed(clauses[:at]) if other.things and other.state)
            after = (other.state for other in clauses[at + 1 :] if other.state)
            clause.state = next(before, "") or next(after, "")
    return [part for clause in clauses for part in _paired(clause)]


def _own(signs: Sequence[str]) -> str:
    if "old" in signs:
        return "old"
    if "new" in signs:
        return "old" if "not" in signs else "new"
    return "not" if "not" in signs else ""


def _paired(clause: Clause) -> Iterator[Clause]:
    """A clause that says one thing of each place, as in "new in Teams old in Outlook", as one clause for each."""
    places = [thing for thing in clause.things if thing.kind == "place"]
    signs = [sign for sign, _ in groupby(clause.signs)]
    if len(places) > 1 and len(places) == len(signs) and "not" not in signs:
        yield from (replace(clause, things=[place], state=sign) for place, sign in zip(places, signs, strict=True))
        yield replace(clause, things=[thing for thing in clause.things if thing.kind != "place"])
    else:
        yield clause


def _first(clauses: Sequence[Clause], kind: str, states: Sequence[str]) -> str:
    """What is named first of a kind, in the first of the states in which anything is."""
    for state in states:
        for clause in clauses:
            for thing in clause.things:
                if thing.kind == kind and clause.state == state:
                    return "" if thing.name in UNHEARD else thing.name
    return ""
