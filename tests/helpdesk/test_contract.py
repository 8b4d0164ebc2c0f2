"""What every desk does, whatever its system is: one suite over all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Settings
from bot.core.tickets import Filed, Status
from bot.helpdesk import words
from bot.ports import DeskDown, DeskError, DeskRefused, DeskUncertain
from tests.helpdesk.conftest import AT, Place, dossier, entry, resolved, ticket

PAGE = "<html><body><h1>We are down for maintenance</h1></body></html>"
WAIT = {"Retry-After": "7"}
NASTY = (
    "<script>alert(1)</script> *bold* _it_ {code}x{code} [~accountid:1] [a|http://b] !x.png! \\server\\\\share\n"
    "h1. Big\n# one\nbq. said [code]<b>html</b>[/code] {{ticket.requester.email}} {% if x %} ^ ~~ -- (!) 😀 \x00\x07\n"
    "(resync 17-2):\nCase: 99"
)


# -- a ticket ----------------------------------------------------------------------------------------------------------


async def test_a_ticket_is_made_and_found_by_its_reference(place: Place) -> None:
    assert await place.desk.find(ticket()) is None
    filed = await place.desk.file(dossier())
    assert filed.id and place.count() == 1
    found = await place.desk.find(ticket())
    assert found == (None if place.name == "webhook" else filed)
    other = replace(ticket(), number=1)  # resync-1-… is no resync-17-…
    assert await place.desk.find(other) is None


async def test_everything_that_the_helpdesk_needs_is_told(place: Place) -> None:
    filed = await place.desk.file(dossier())
    text = place.texts(filed)[0][1]
    for part in (
        *("Case: 17", "Sanne de Vries", "sanne.devries@fjordpolder.example", "My photo is old.", "Signed out and in."),
        *("by phone", "Verdict: behind", "sharepoint_behind", "ask: done", "SPS-PictureTimestamp: 2025-01-01"),
        *("Graph: PeopleSettings.Read.All", "https://aka.ms/PillarPictureSync", "why is my photo old?"),
    ):
        assert part in text, part


@pytest.mark.parametrize("trouble", [{"drop": True}, {"status": 200, "body": PAGE}, {"status": 504}, {"delay": 0.4}])
async def test_a_ticket_whose_answer_was_lost_is_made_once(place: Place, trouble: dict[str, object]) -> None:
    if "delay" in trouble:
        place.hurry()
    await place.desk.find(ticket())  # the connection stands: it is the answer that is late, and not the question
    fault = place.fault(after=True, times=1, **trouble)
    with pytest.raises(DeskUncertain):
        await place.desk.file(dossier())
    await place.reached(fault)
    if await place.desk.find(ticket()) is None:  # the webhook cannot look, and its receiver knows a repeat
        assert place.name == "webhook"
        await place.desk.file(dossier())
        assert place.system.came == 2
    assert place.count() == 1


async def test_wrong_credentials_are_refused(place: Place) -> None:
    place.lock_out()
    with pytest.raises(DeskRefused) as refused:
        await place.desk.file(dossier())
    assert refused.value.code[:3] in ("401", "403")
    assert place.count() == 0


@pytest.mark.parametrize("status", [429, 503])
async def test_a_busy_desk_has_taken_nothing_and_says_when(place: Place, status: int) -> None:
    place.fault(status=status, headers=WAIT)
    with pytest.raises(DeskDown) as down:
        await place.desk.file(dossier())
    assert down.value.wait == 7
    assert place.count() == 0


@pytest.mark.parametrize("status", [400, 403, 404, 422, 302])
async def test_what_is_refused_is_refused(place: Place, status: int) -> None:
    place.fault(status=status, headers={"Location": place.sandbox.addresses.webhook})
    with pytest.raises(DeskRefused) as refused:
        await place.desk.file(dossier())
    assert refused.value.code.startswith(str(status))
    assert place.count() == 0 and place.sandbox.desks.webhook.came == 0


@pytest.mark.parametrize(
    "trouble",
    [
        {"status": 200, "body": PAGE},
        {"malformed": True},
        {"status": 201, "body": []},
        {"status": 500},
        {"status": 502},
        {"drop": True},
        {"delay": 0.4},
    ],
)
async def test_an_answer_that_tells_nothing_counts_as_nothing_done(place: Place, trouble: dict[str, object]) -> None:
    if "delay" in trouble:
        place.hurry()
    place.fault(**trouble)
    if place.name == "webhook" and (trouble.get("malformed") or trouble.get("status") == 201):
        await place.desk.file(dossier())  # what a receiver says with its 2xx is its own matter
        return
    with pytest.raises(DeskUncertain):
        await place.desk.file(dossier())
    place.sandbox.world.faults.clear()


async def test_a_look_that_fails_says_that_it_could_not_look(place: Place) -> None:
    if place.name == "webhook":  # it asks nobody
        assert await place.desk.find(ticket()) is None
        return
    for trouble in (
        {"status": 200, "body": PAGE},
        {"malformed": True},
        {"status": 500},
        {"status": 504},
        {"drop": True},
    ):
        place.fault(path=".", **trouble)
        with pytest.raises(DeskDown):
            await place.desk.find(ticket())
        place.sandbox.world.faults.clear()


async def test_long_and_wild_words_stay_words(place: Place) -> None:
    nasty = NASTY + "x" * 20_000
    filed = await place.desk.file(dossier(words=nasty, name="A\nB\r\nBcc: x@y [code]"))
    await place.desk.add(filed, dossier(), entry("comment", 3, nasty))
    assert not await place.desk.has(filed, dossier(), entry("comment", 2))  # though somebody has written its mark
    told = " ".join(text for _, text in place.texts(filed))
    assert "[code]" not in told or place.name != "servicenow"
    for part in ("<script>alert(1)</script>", "[~accountid:1]", "*bold*", "😀", "h1. Big"):
        assert part in told, part
    assert ("{ {ticket.requester.email}}" if place.name == "zendesk" else "{{ticket.requester.email}}") in told
    if place.name != "webhook":  # where it is data
        assert "\x00" not in told and "\n> Case: 99" in told


# -- entries -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", sorted(words.WANTS))
async def test_each_kind_of_entry_is_told_once_and_found_again(place: Place, what: str) -> None:
    filed = await place.desk.file(dossier())
    new, other = entry(what, 2, "fixed\nIt works."), entry(what, 20)
    assert what in place.desk.wants
    assert not await place.desk.has(filed, dossier(new), new)
    before = len(place.texts(filed))
    await place.desk.add(filed, dossier(new), new)
    texts = place.texts(filed)[before:]
    assert len(texts) == 1
    if place.name != "mail":  # there everybody who gets it may read it
        assert texts[0][0] == words.for_person(new)
    if place.name != "webhook":
        assert await place.desk.has(filed, dossier(new), new)
        assert "It works." in texts[0][1] or what in ("taken", "assigned")
    assert not await place.desk.has(filed, dossier(new, other), other)


async def test_an_entry_whose_answer_was_lost_is_found(place: Place) -> None:
    filed, new = await place.desk.file(dossier()), entry("comment", 2, "Still old.")
    paths = {"mail": "sendMail", "webhook": "hook", "servicenow": "incident/", "jira": "comment", "zendesk": "tickets/"}
    place.fault(path=paths[place.name], after=True, drop=True, times=1)
    with pytest.raises(DeskUncertain):
        await place.desk.add(filed, dossier(new), new)
    assert await place.desk.has(filed, dossier(new), new) == (place.name != "webhook")


async def test_nothing_private_to_the_bot_leaves_it(place: Place) -> None:
    assert not place.desk.wants & {"opened", "desk_down", "desk_up", "rated", "due", "overdue", "left_out"}


# -- status ------------------------------------------------------------------------------------------------------------

_STANDINGS = {
    "servicenow": {"open": "1", "taken": "2", "waiting": "3", "resolved": "6", "withdrawn": "8"},
    "jira": {
        "open": "Waiting for support",
        "taken": "Waiting for support",
        "waiting": "Waiting for customer",
        "resolved": "Resolved",
        "withdrawn": "Canceled",
    },
    "zendesk": {"open": "new", "taken": "open", "waiting": "pending", "resolved": "solved", "withdrawn": "solved"},
}
_DOSSIERS = {
    "open": dossier(),
    "taken": dossier(entry("taken"), assignee="a1"),
    "waiting": dossier(entry("question", 2, "Which one?"), status=Status.WAITING),
    "resolved": resolved(),
    "withdrawn": dossier(entry("withdrawn"), status=Status.WITHDRAWN),
}


@pytest.mark.parametrize("what", _DOSSIERS)
async def test_a_status_is_shown_as_often_as_one_likes(system: Place, what: str) -> None:
    now = _DOSSIERS[what]
    filed = await system.desk.file(dossier())
    await system.desk.show(filed, now)
    await system.desk.show(filed, now)
    assert system.standing(filed) == _STANDINGS[system.name][what]
    changed = [
        one for one in system.sandbox.world.requests if one.method in ("PATCH", "PUT") or "transitions" in one.path
    ]
    assert len([one for one in changed if one.method != "GET"]) <= 1


async def test_showing_twice_is_nothing_to_a_mailbox_or_a_receiver(place: Place) -> None:
    filed = await place.desk.file(dossier())
    for _ in range(2):
        await place.desk.show(filed, dossier())
    assert place.count() == 1
    if place.name == "webhook":
        assert len(place.system.of("status")) == 1 and place.system.came == 3


async def test_an_answer_ends_our_waiting_and_not_theirs(system: Place) -> None:
    filed = await system.desk.file(dossier())
    asked = entry("question", 2, "Which one?")
    await system.desk.show(filed, dossier(asked, status=Status.WAITING))
    await system.desk.show(filed, dossier(asked, entry("comment", 3, "That one.")))
    assert system.standing(filed) in ("2", "Waiting for support", "open")


async def test_what_their_people_ended_is_not_opened_by_us(system: Place) -> None:
    filed = await system.desk.file(dossier())
    system.system.resolve(filed.id, "Done here.")
    over = system.standing(filed)
    await system.desk.show(filed, dossier(entry("comment", 2, "Thanks")))
    await system.desk.show(filed, resolved())
    assert system.standing(filed) == over


async def test_what_the_person_opened_again_is_opened_there(system: Place) -> None:
    filed = await system.desk.file(dossier())
    await system.desk.show(filed, resolved())
    again = (*resolved().entries[1:], entry("reopened", 4, "It is back."))
    await system.desk.show(filed, dossier(*again, reopened=1))
    assert system.standing(filed) in ("2", "Waiting for support", "open")


# -- news --------------------------------------------------------------------------------------------------------------


async def test_what_their_people_do_comes_back_and_what_we_do_does_not(system: Place) -> None:
    since = datetime.now(UTC) - timedelta(minutes=1)
    filed = await system.desk.file(dossier())
    await system.desk.add(filed, dossier(), entry("comment", 2, "ours"))
    await system.desk.show(filed, _DOSSIERS["waiting"])
    assert await system.desk.news(since) == []
    system.system.take(filed.id)
    system.system.comment(filed.id, "We have <b>fixed</b> it")
    system.system.comment(filed.id, "for colleagues only", **_private(system))
    system.system.resolve(filed.id, "Restart Teams.")
    news = await system.desk.news(since)
    told = {(one.desk, one.filed, one.what) for one in news}
    assert told == {(system.name, filed.id, what) for what in ("taken", "reply", "resolved")}
    said = [one.text for one in news if one.text]
    assert "We have <b>fixed</b> it" in said and "Restart Teams." in said
    assert all(one.name and one.at.tzinfo for one in news)
    again = await system.desk.news(since)
    assert sorted(one.key for one in again) == sorted({one.key for one in news})
    system.system.reopen(filed.id)
    assert "reopened" in [one.what for one in await system.desk.news(since)]
    assert await system.desk.news(datetime.now(UTC) + timedelta(hours=1)) == []


def _private(system: Place) -> dict[str, object]:
    return {"element": "work_notes"} if system.name == "servicenow" else {"public": False}


async def test_our_own_resolution_is_no_news(system: Place) -> None:
    since = datetime.now(UTC) - timedelta(minutes=1)
    filed = await system.desk.file(dossier())
    await system.desk.show(filed, resolved())
    assert await system.desk.news(since) == []


async def test_tickets_of_others_are_no_news(system: Place) -> None:
    since = datetime.now(UTC) - timedelta(minutes=1)
    await system.desk.file(dossier())
    filed = Filed(await _foreign(system))
    system.system.comment(filed.id, "nothing to do with us")
    assert await system.desk.news(since) == []


async def _foreign(system: Place) -> str:
    """A ticket that the same account has made for something else."""
    if system.name == "servicenow":
        record = next(iter(system.system.incidents.values()))
        other = {**record, "sys_id": "f" * 32, "number": "INC9", "correlation_id": "monitoring-1"}
        system.system.incidents["f" * 32] = other
        return "INC9"
    if system.name == "jira":
        issue = replace(system.system.issues[0], id=1, key="HELP-999", description="other", comments=[], changes=[])
        system.system.issues.append(issue)
        return "HELP-999"
    made = next(iter(system.system.tickets.values()))
    system.system.tickets[5] = replace(made, id=5, external_id=None, audits=[])
    return "5"


async def test_news_that_cannot_be_read_is_a_desk_that_is_down(system: Place) -> None:
    await system.desk.file(dossier())
    for trouble in ({"status": 200, "body": PAGE}, {"status": 200, "body": {}}, {"malformed": True}, {"status": 429}):
        system.fault(path=".", **trouble)
        with pytest.raises(DeskDown):
            await system.desk.news(AT)
        system.sandbox.world.faults.clear()


async def test_a_desk_brings_no_news_by_itself_where_it_has_none(place: Place) -> None:
    if place.name in ("mail", "webhook"):
        assert not await place.desk.news(AT)


async def test_what_a_desk_says_is_short_and_tells_no_secret(place: Place, settings: Settings) -> None:
    long = "No <b>" * 99
    place.fault(status=400, body={"error": {"message": long, "code": long}, "errors": {long: long}})
    with pytest.raises(DeskError) as refused:
        await place.desk.file(dossier())
    assert len(refused.value.code) <= 90 and "<" not in refused.value.code
    secrets = (settings.webhook_secret, settings.servicenow_password, settings.jira_token, settings.zendesk_token)
    assert not [one for one in (*secrets, settings.desk_secret) if one in repr(settings) + repr(place.desk)]
