"""What an external desk is told, in plain text: a ticket, its entries, how each is found again. It sends nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.tickets import OVER, RULES, Dossier, Entry, Side, Status, Ticket

# The opening is the ticket itself; what is private to the bot, such as that a desk is down, stays here.
_ON_THE_WAY = frozenset({"not_delivered", "maybe_delivered", "reachable"})  # what became of messages to the person
WANTS = frozenset(
    {what for what, rule in RULES.items() if rule.public} - {"opened"} | {"note", "diagnosed", "undone"} | _ON_THE_WAY
)
# What the person may read there, and a system may send on to them; the rest is for agents.
_SPOKEN = frozenset({"comment", "reply", "question", "resolved", "reopened", "withdrawn", "confirmed"})

_DONE = {
    "stuck": "A resync ended without the photo",
    "not_delivered": "The last message has not reached the person: Teams did not take it",
    "maybe_delivered": "It is not known whether the last message has reached the person",
    "reachable": "The person can be reached again",
    "comment": "{who} wrote",
    "withdrawn": "{who} withdrew it",
    "confirmed": "{who} confirmed that it is solved",
    "reopened": "{who} opened it again",
    "taken": "{who} took it",
    "assigned": "{who} gave it to {text}",
    "reply": "{who} of the helpdesk wrote",
    "question": "{who} of the helpdesk asked",
    "note": "{who} noted",
    "resolved": "{who} resolved it{reason}",
    "diagnosed": "Looked again for {who}",
    "resynced": "{who} began a resync",
    "allowed": "{who} allowed another resync in spite of the limits",
    "undone": "{who} took a repair back",
    "arrived": "The photo has arrived",
}
_WITHOUT_TEXT = frozenset({"taken", "assigned"})  # their text is an object id and a name
_SIDES = {Side.HELPDESK: "The helpdesk", Side.BOT: "Resync"}
_SUBJECTS = {"photo": "Profile photo", "profile": "Profile"}
# No system shows them, some refuse them, and PostgreSQL takes no NUL.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_MARK = re.compile(r"\(resync (\d+-\d+)\):?\s*$")


def clean(text: object) -> str:
    """The text without what is no text, its lines ended alike."""
    return _CONTROLS.sub("", str(text).replace("\r\n", "\n").replace("\r", "\n")).strip()


def line(text: object) -> str:
    """The same in one line."""
    return " ".join(clean(text).split())


def cut(text: str, most: int) -> str:
    """The text, of at most so many characters."""
    return text if len(text) <= most else text[: most - 2].rstrip() + " …"


# -- a ticket ------------------------------------------------------------------------------------------------------


def headline(ticket: Ticket) -> str:
    """One line: what it is about and for whom."""
    subject = _SUBJECTS.get(ticket.subject, ticket.subject)
    verdict = f" ({line(ticket.verdict)})" if ticket.verdict else ""
    return f"[case {ticket.number}] {subject} of {line(ticket.name or ticket.login or ticket.person)}{verdict}"


def description(ticket: Ticket) -> str:
    """Everything that the helpdesk should know; what matters most comes first, since systems cut from the end."""
    parts = (_about, _said_by_person, _found, _tried, _facts, _unseen, _diagnostics, _transcript)
    return "\n\n".join(text for part in parts if (text := "\n".join(part(ticket))))


def _about(ticket: Ticket) -> Iterator[str]:
    yield f"Case: {ticket.number}"
    yield f"Reference: {ticket.reference}"
    yield f"Person: {line(ticket.name)} {line(ticket.login)} {line(ticket.person)}"
    yield f"Opened: {ticket.opened_at:%Y-%m-%d %H:%M}Z{' by the bot itself' if ticket.by_itself else ''}"
    yield f"Priority: {ticket.priority}"
    if ticket.contact:
        yield f"Wants to be reached: {line(ticket.contact)}"


def _said_by_person(ticket: Ticket) -> Iterator[str]:
    for title, text in (("What is wrong:", ticket.words), ("What the person tried:", ticket.tried)):
        if clean(text):
            yield title
            yield quoted(text)


def _found(ticket: Ticket) -> Iterator[str]:
    if ticket.verdict:
        yield f"Verdict: {line(ticket.verdict)}"
    if ticket.findings:
        yield f"Findings: {line(', '.join(ticket.findings))}"


def _tried(ticket: Ticket) -> Iterator[str]:
    tries = [one for one in _list(ticket, "tried") if isinstance(one, Mapping)]
    if tries:
        yield "What the bot tried:"
    for one in tries:
        yield f"- {line(one.get('at', ''))} {line(one.get('what', ''))}: {line(one.get('outcome', ''))}"


def _facts(ticket: Ticket) -> Iterator[str]:
    facts = ticket.bundle.get("facts")
    if isinstance(facts, Mapping) and facts:
        yield f"Facts, seen at {line(ticket.bundle.get('seen_at', ''))}:"
        yield from (f"- {line(name)}: {line(value)}" for name, value in facts.items())


def _unseen(ticket: Ticket) -> Iterator[str]:
    unknown = ticket.bundle.get("unknown")
    if isinstance(unknown, Mapping) and unknown:
        yield "What could not be seen:"
        for name, why in unknown.items():
            told = [line(why.get(part) or "") for part in ("reason", "permission")] if isinstance(why, Mapping) else []
            yield f"- {line(name)}: {', '.join(filter(None, told))}"


def _diagnostics(ticket: Ticket) -> Iterator[str]:
    links = [one for one in _list(ticket, "diagnostics") if isinstance(one, Mapping)]
    if links:
        yield "Microsoft's own diagnostics:"
    for one in links:
        typed = ", ".join(line(one[part]) for part in ("user", "site") if one.get(part))
        yield f"- {line(one.get('name', ''))}: {line(one.get('url', ''))} for {typed}"


def _transcript(ticket: Ticket) -> Iterator[str]:
    said = [one for one in _list(ticket, "said") if isinstance(one, Mapping)]
    if said:
        yield "What was said before:"
    for one in said:
        yield f"{line(one.get('at', ''))} {line(one.get('by', ''))}:"
        yield quoted(one.get("text", ""))


def _list(ticket: Ticket, name: str) -> list[Any]:
    found = ticket.bundle.get(name)
    return found if isinstance(found, list) else []


def quoted(text: object) -> str:
    """Somebody's words, each line behind a sign, so that none of them looks like one of ours."""
    return "\n".join(f"> {one}".rstrip() for one in clean(text).split("\n"))


# -- an entry ------------------------------------------------------------------------------------------------------


def mark(entry: Entry) -> str:
    return f"(resync {entry.tag})"


def told(entry: Entry) -> str:
    """An entry; its first line ends with the mark by which it is found again, so that cutting does not lose it."""
    text = "" if entry.what in _WITHOUT_TEXT else clean(entry.text)
    reason, _, rest = text.partition("\n") if entry.what == "resolved" else ("", "", text)
    # On the other side it is only the name that counts, of an agent who is named by id and name.
    agent = line(entry.text).partition(" ")[2] or "somebody"
    who = line(entry.name) or _SIDES.get(entry.side, "The person")
    form = _DONE.get(entry.what, "{who}: " + entry.what)
    because = f" ({line(reason)})" if line(reason) else ""
    first = form.format(who=who, text=agent, reason=because)
    return f"{first} {mark(entry)}:\n{quoted(rest)}" if clean(rest) else f"{first} {mark(entry)}"


def for_person(entry: Entry) -> bool:
    """Whether the person may read it there."""
    return entry.what in _SPOKEN


def marked(text: str) -> str:
    """The tag of an entry of ours that a desk shows; "" for what somebody wrote there."""
    found = _MARK.search(text.strip().partition("\n")[0])
    return found[1] if found else ""


# -- status ----------------------------------------------------------------------------------------------------------


# How far a ticket is at a desk, and here.
NEW, OPEN, WAITING, OVER_THERE = "new", "open", "waiting", "over"


def move_to_show(dossier: Dossier, there: str) -> str:
    """Where the desk's own status is to be brought; "" where it stays, for what its people decided there counts.

    What is over at the desk and not here is news that has not come yet, unless it was opened again here.
    """
    ticket, done = dossier.ticket, [entry.what for entry in dossier.entries]
    here = OVER_THERE if ticket.status in OVER else WAITING if ticket.status is Status.WAITING else OPEN
    if there == OVER_THERE:
        ends = [what for what in done if what in ("resolved", "withdrawn", "reopened")]
        return here if here != OVER_THERE and ends[-1:] == ["reopened"] else ""
    if here == OPEN:
        # Their own waiting is theirs; ours ends with the person's answer.
        answered = there == WAITING and "question" in done
        return OPEN if answered or (there == NEW and ticket.assignee) else ""
    return here if here != there else ""


def closing_words(dossier: Dossier) -> str:
    """What was said at the end."""
    last = next((entry for entry in reversed(dossier.entries) if entry.what in ("resolved", "withdrawn")), None)
    if last is None:
        return "Done."
    rest = last.text.partition("\n")[2] if last.what == "resolved" else last.text
    return clean(rest) or told(last)
