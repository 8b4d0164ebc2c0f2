"""In the helpdesk's channel: the whole check on a word, and a warning before the certificate ends."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from bot import check
from bot.sandbox.signing import Certificate
from tests.scenarios.test_helpdesk import agent, helpdesk, text_of, until


async def test_health_in_the_channel(sqlite_url: str) -> None:
    async with helpdesk(sqlite_url, "channel") as stage:
        noor = agent(stage, "noor")
        said = text_of(await noor.say("health"))
        assert "Everything that I need is there." in said and "see channel" in said
        stage.sandbox.connector.channel(stage.sandbox.helpdesk_channel).installed = False
        lines = {line.name: line for line in await check.checked(stage.bot)}
        assert lines["helpdesk channel"].fails and "add the app to its team again" in lines["helpdesk channel"].mend
        stage.sandbox.connector.channel(stage.sandbox.helpdesk_channel).installed = True
        stage.sandbox.world.graph_roles.discard("ServiceHealth.Read.All")
        said = text_of(await noor.say("status"))
        assert "This is missing, or does not work:" in said
        assert "see incidents" in said and "ServiceHealth.Read.All" in said
        stage.sandbox.world.graph_roles.add("ServiceHealth.Read.All")
        assert "Everything that I need is there." in text_of(await noor.say("health")), "the tokens at hand are older"
        refused = {"error": "invalid_client", "error_description": "AADSTS7000272: trouble."}
        stage.sandbox.world.faults.add(host="login", status=401, body=refused)
        assert "AADSTS7000272" in text_of(await noor.say("health"))
        assert await stage.bot.tokens.for_microsoft_365(stage.sandbox.addresses.graph), (
            "the bot works on with what it has"
        )


async def test_s08_the_channel_is_warned_once(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.promises.HEALING", 0.5)
    monkeypatch.setattr("bot.sandbox.server.Certificate", partial(Certificate, days=20))
    async with helpdesk(sqlite_url, "channel") as stage:
        noor = agent(stage, "noor")
        await noor.say("recent")  # which tells the bot how the channel is reached

        def warnings() -> list[str]:
            there = noor.chat.messages.values()
            texts = [str(one.activity.get("text") or "") for one in there if one.from_bot and not one.thread]
            return [text for text in texts if "credential with which" in text]

        await until(warnings)
        ends = dt.datetime.now(dt.UTC) + dt.timedelta(days=20)
        assert f"{ends:%B}" in warnings()[0]
    async with helpdesk(sqlite_url, "channel"):  # another start of it
        pass
    assert len(warnings()) == 1
