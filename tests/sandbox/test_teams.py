"""The Teams client: what it sends is what Teams sends, and what it shows is what a person would see."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest

from bot.sandbox.people import APP_ID, PEOPLE, TENANT_ID
from bot.sandbox.signing import Signer
from bot.sandbox.teams import BotFailed, TeamsClient
from tests.sandbox.conftest import StandIn, attached, card

RESYNC = {
    "type": "Action.Execute",
    "title": "Resync",
    "verb": "resync",
    "data": {"case": "7"},
    "fallback": {"type": "Action.Submit", "title": "Resync", "data": {"verb": "resync", "case": "7"}},
}


@pytest.fixture
def client(bot: StandIn) -> TeamsClient:
    return bot.ask.sandbox.client("sanne", bot_url=bot.url, locale="nl-NL")


def _text(text: str) -> dict[str, Any]:
    return {"type": "TextBlock", "text": text}


def _card_answer(content: dict[str, Any]) -> dict[str, Any]:
    return {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": content}


async def _with_card(bot: StandIn, client: TeamsClient, content: dict[str, Any]) -> str:
    await client.install(wait=0)
    return await bot.send(client.chat.id, attachments=attached(content))


async def test_install_says_who_and_where(bot: StandIn, client: TeamsClient) -> None:
    async def greet(bot: StandIn, activity: dict[str, Any]) -> None:
        if activity["type"] == "installationUpdate":
            await bot.send(activity["conversation"]["id"], text="Welcome")

    bot.turn = greet
    assert [message["text"] for message in await client.install()] == ["Welcome"]
    installed, updated = bot.received
    assert (installed["type"], installed["action"]) == ("installationUpdate", "add")
    assert (updated["type"], updated["membersAdded"]) == ("conversationUpdate", [{"id": f"28:{APP_ID}"}])


async def test_a_message_is_shaped_as_by_teams(bot: StandIn, client: TeamsClient) -> None:
    await client.say("hoi", wait=0)
    (said,) = bot.received
    assert said["from"] == {"id": client.mri, "name": "Sanne de Vries", "aadObjectId": PEOPLE["sanne"].object_id}
    assert said["conversation"] == {"id": client.chat.id, "conversationType": "personal", "tenantId": TENANT_ID}
    assert said["recipient"]["id"] == f"28:{APP_ID}" and said["channelId"] == "msteams"
    assert said["channelData"]["tenant"]["id"] == TENANT_ID and said["locale"] == "nl-NL"
    assert said["serviceUrl"] == bot.ask.sandbox.addresses.service_url
    assert said["entities"][0]["type"] == "clientInfo" and said["localTimezone"] == "Europe/Amsterdam"
    assert said["timestamp"].endswith("Z") and said["localTimestamp"][-6:] in ("+01:00", "+02:00")
    assert client.mri.startswith("29:1") and said["id"] in client.chat.messages


async def test_answers_come_at_once_or_later(bot: StandIn, client: TeamsClient) -> None:
    tasks = []

    async def answer(bot: StandIn, activity: dict[str, Any]) -> None:
        chat = activity["conversation"]["id"]

        async def later() -> None:
            await asyncio.sleep(0.05)
            await bot.send(chat, text="one")
            await asyncio.sleep(0.05)
            await bot.send(chat, type="typing")
            await bot.send(chat, text="two")

        tasks.append(asyncio.create_task(later()))

    bot.turn = answer
    assert [message["text"] for message in await client.say("hi")] == ["one"]
    assert (await client.next_message())["text"] == "two"
    with pytest.raises(TimeoutError):
        await client.next_message(0.05)
    assert await client.say("again", wait=0) == []


async def test_expect_replies(bot: StandIn, client: TeamsClient) -> None:
    async def answer(bot: StandIn, activity: dict[str, Any]) -> Any:
        assert activity["deliveryMode"] == "expectReplies"
        return {"activities": [{"type": "message", "text": "in the answer"}]}

    bot.turn = answer
    assert [message["text"] for message in await client.say("hi", expect_replies=True)] == ["in the answer"]


async def test_press_sends_an_invoke_and_shows_the_answer(bot: StandIn, client: TeamsClient) -> None:
    id = await _with_card(bot, client, card(_text("old"), actions=[RESYNC]))

    async def answer(bot: StandIn, activity: dict[str, Any]) -> Any:
        return _card_answer(card(_text("busy")))

    bot.turn = answer
    (shown,) = await client.press("resync")
    invoke = bot.received[-1]
    assert (invoke["type"], invoke["name"], invoke["replyToId"]) == ("invoke", "adaptiveCard/action", id)
    action = {"type": "Action.Execute", "verb": "resync", "data": {"case": "7"}}
    assert invoke["value"] == {"action": action, "trigger": "manual"}
    assert shown["attachments"][0]["content"]["body"] == [_text("busy")]
    assert client.cards == [{"id": id, "card": card(_text("busy"))}]


async def test_the_card_falls_back_unless_the_stored_one_is_updated(bot: StandIn, client: TeamsClient) -> None:
    """platform: P-22"""
    id = await _with_card(bot, client, card(_text("old"), actions=[RESYNC]))

    async def answer(bot: StandIn, activity: dict[str, Any]) -> Any:
        return _card_answer(card(_text("busy"), actions=[RESYNC]))

    bot.turn = answer
    await client.press(0)
    client.reopen()
    assert client.cards[0]["card"]["body"] == [_text("old")]
    await client.press("Resync", card=id)
    update = {"type": "message", "attachments": attached(card(_text("done")))}
    await bot.call("PUT", f"/{quote(client.chat.id, safe='')}/activities/{id}", json=update)
    assert client.cards[0]["card"]["body"] == [_text("done")]
    assert (await client.next_event()).kind == "update"


async def test_an_older_client_sends_the_fallback(bot: StandIn, client: TeamsClient) -> None:
    id = await _with_card(bot, client, card(actions=[RESYNC]))
    await client.press("Resync", execute=False, wait=0)
    sent = bot.received[-1]
    assert (sent["type"], sent["value"], sent["replyToId"]) == ("message", {"verb": "resync", "case": "7"}, id)
    assert "text" not in sent


async def test_inputs_are_sent_along(bot: StandIn, client: TeamsClient) -> None:
    fields = [
        {"type": "Input.Text", "id": "note", "isRequired": True},
        {"type": "Input.Toggle", "id": "urgent", "title": "Urgent"},
        {"type": "Input.ChoiceSet", "id": "where", "value": "teams", "choices": []},
        {"type": "Input.Text", "id": "unseen", "value": "x", "isVisible": False},
    ]
    send = {"type": "Action.Submit", "title": "Send", "data": {"verb": "send"}}
    cancel = {"type": "Action.Submit", "title": "Cancel", "associatedInputs": "none"}
    off = {"type": "Action.Submit", "title": "Off", "isEnabled": False}
    await _with_card(bot, client, card(*fields, {"type": "ActionSet", "actions": [off, send]}, actions=[cancel]))
    with pytest.raises(ValueError, match="note has to be filled in"):
        await client.press("Send", wait=0)
    with pytest.raises(ValueError, match="no input colour"):
        await client.press("Send", inputs={"note": "x", "colour": "red"}, wait=0)
    await client.press("Send", inputs={"note": "please"}, wait=0)
    expected = {"verb": "send", "note": "please", "urgent": "false", "where": "teams"}
    assert bot.received[-1]["value"] == expected
    await client.press("Cancel", wait=0)
    assert bot.received[-1]["value"] == {}
    with pytest.raises(LookupError, match="no button 'Off'"):
        await client.press("Off")


async def test_refresh(bot: StandIn, client: TeamsClient) -> None:
    await _with_card(bot, client, card(_text("old")) | {"refresh": {"action": RESYNC, "userIds": [client.mri]}})

    async def answer(bot: StandIn, activity: dict[str, Any]) -> Any:
        return _card_answer(card(_text("fresh")))

    bot.turn = answer
    await client.refresh()
    assert bot.received[-1]["value"]["trigger"] == "automatic"
    assert client.cards[0]["card"]["body"] == [_text("fresh")]


@pytest.mark.parametrize(
    "body",
    [
        None,
        {"statusCode": 400, "type": "application/vnd.microsoft.error", "value": {"code": "Bad", "message": "no"}},
        {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": "no card"},
    ],
)
async def test_a_bad_answer_to_a_press_is_not_taken(bot: StandIn, client: TeamsClient, body: Any) -> None:
    await _with_card(bot, client, card(_text("old"), actions=[RESYNC]))

    async def answer(bot: StandIn, activity: dict[str, Any]) -> Any:
        return body

    bot.turn = answer
    with pytest.raises(BotFailed):
        await client.press("Resync")
    assert client.cards[0]["card"]["body"] == [_text("old")]


async def test_a_message_as_answer_to_a_press_passes_by(bot: StandIn, client: TeamsClient) -> None:
    await _with_card(bot, client, card(actions=[RESYNC]))

    async def answer(bot: StandIn, activity: dict[str, Any]) -> Any:
        return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Not now"}

    bot.turn = answer
    assert await client.press("Resync") == []
    assert client.chat.events[-1].kind == "notice"


async def test_two_people_see_their_own_card(bot: StandIn) -> None:
    sandbox = bot.ask.sandbox
    channel = "19:helpdesk@thread.tacv2"
    ada, bob = (sandbox.client(key, bot_url=bot.url, channel=channel) for key in ("lotte", "daan"))
    await _with_card(bot, ada, card(_text("a case"), actions=[RESYNC]))

    async def answer(bot: StandIn, activity: dict[str, Any]) -> Any:
        return _card_answer(card(_text("yours")))

    bot.turn = answer
    await ada.press("Resync")
    assert ";messageid=" in bot.received[-1]["conversation"]["id"]
    assert (ada.cards[0]["card"]["body"], bob.cards[0]["card"]["body"]) == ([_text("yours")], [_text("a case")])


async def test_signature(bot: StandIn, client: TeamsClient) -> None:
    connector = bot.ask.sandbox.connector
    activity = client.activity("hi")
    assert (await client.deliver(activity))[0] == 200
    bad = {
        "none": "",
        "nonsense": "abc",
        "expired": client.token(claims={"exp": int(time.time()) - 600}),
        "audience": client.token(claims={"aud": "somebody else"}),
        "issuer": client.token(claims={"iss": "https://evil.example"}),
        "no audience": client.token(claims={"aud": None}),
        "forged": connector.token(signer=Signer()),
    }
    statuses = {name: (await client.deliver(activity, token=token))[0] for name, token in bad.items()}
    assert statuses == dict.fromkeys(bad, 401)
    old = client.token()
    connector.roll_keys()
    assert (await client.deliver(activity, token=old))[0] == 401
    assert (await client.deliver(activity))[0] == 200
    old = client.token()
    connector.roll_keys(keep=True)
    assert (await client.deliver(activity, token=old))[0] == 200


async def test_raw_delivery_and_failures(bot: StandIn, client: TeamsClient) -> None:
    status, _ = await client.deliver(b"{not json", headers={"Content-Type": ""})
    assert status == 500  # the stand-in does not expect it

    async def fail(bot: StandIn, activity: dict[str, Any]) -> Any:
        raise RuntimeError("on purpose")

    bot.turn = fail
    with pytest.raises(BotFailed) as failed:
        await client.say("hi")
    assert failed.value.status == 500
    assert client.activity("x", conversation=None).get("conversation") is None


async def test_time_in_teams_is_the_worlds(bot: StandIn, client: TeamsClient) -> None:
    before = client.activity()["timestamp"]
    bot.ask.sandbox.world.clock.advance(timedelta(days=30))
    assert client.activity()["timestamp"] > before


async def _helpdesk(bot: StandIn, key: str) -> TeamsClient:
    sandbox = bot.ask.sandbox
    client = sandbox.client(key, bot_url=bot.url, channel=sandbox.helpdesk_channel)
    await client.install(wait=0)
    return client


async def test_threads(bot: StandIn) -> None:
    thea = await _helpdesk(bot, "thea")
    post = await bot.send(thea.chat.id, text="a ticket")
    await thea.say("I take it", thread=post, wait=0)
    said = bot.received[-1]
    assert said["conversation"]["id"] == f"{thea.chat.id};messageid={post}"
    assert said["channelData"]["team"]["id"] == bot.ask.sandbox.helpdesk_team
    assert thea.messages[-1].activity["conversation"]["id"].endswith(post)
    assert thea.chat.messages[said["id"]].thread == post
    with pytest.raises(LookupError, match="no thread"):
        await thea.say("x", thread="1", wait=0)


async def test_a_quoted_reply(bot: StandIn, client: TeamsClient) -> None:
    """https://github.com/microsoft/teams.py/pull/321, and the older form"""
    await client.install(wait=0)
    id = await bot.send(client.chat.id, text="What is <wrong>?")
    await client.say("My photo", quote=id, wait=0)
    said = bot.received[-1]
    assert said["text"] == f'<quoted messageId="{id}"/> My photo'
    assert said["entities"][-1]["quotedReply"]["messageId"] == id
    (html,) = said["attachments"]
    assert f'itemtype="http://schema.skype.com/Reply" itemid="{id}"' in html["content"]
    assert "What is &lt;wrong&gt;?" in html["content"] and html["content"].endswith("<p>My photo</p>")
    client.marks_quotes = False
    await client.say("My photo", quote=id, wait=0)
    said = bot.received[-1]
    assert said["text"] == "ResyncWhat is <wrong>?My photo" and "quotedReply" not in str(said["entities"])


async def test_files(bot: StandIn, client: TeamsClient) -> None:
    await client.say("", files=[("a.png", "https://x.example/a.png"), ("", "")], wait=0)
    said = bot.received[-1]
    uploaded, pasted = said["attachments"][-2:]
    assert (uploaded["name"], uploaded["contentUrl"]) == ("a.png", "https://x.example/a.png")
    assert uploaded["content"]["downloadUrl"] != uploaded["contentUrl"] and pasted["contentType"] == "image/*"
    thea = await _helpdesk(bot, "thea")
    await thea.say("see", files=[("a.png", "https://x.example/a.png")], wait=0)
    assert bot.received[-1]["attachments"][-1]["contentType"] == "reference"


async def test_a_card_is_refreshed_for_those_whom_it_names(bot: StandIn) -> None:
    thea, noor, sanne = [await _helpdesk(bot, key) for key in ("thea", "noor", "sanne")]
    base = card(_text("for all")) | {"refresh": {"action": RESYNC, "userIds": [thea.mri, noor.mri]}}
    id = await bot.send(thea.chat.id, attachments=attached(base))

    async def answer(bot: StandIn, activity: dict[str, Any]) -> Any:
        return _card_answer(card(_text(f"for {activity['from']['name']}"), actions=[RESYNC]))

    bot.turn, bot.received = answer, []
    (shown,) = await thea.look()
    assert shown["id"] == id and await thea.look() == [] and await sanne.look() == []
    assert [one["value"]["trigger"] for one in bot.received] == ["automatic"]
    assert bot.received[0]["conversation"]["id"].endswith(f";messageid={id}")
    await noor.look()
    seen = [client.cards[0]["card"]["body"][0]["text"] for client in (thea, noor, sanne)]
    assert seen == ["for Thea Lie", "for Noor Hendriks", "for all"]

    await bot.call("PUT", f"/{quote(thea.chat.id, safe='')}/activities/{id}", json={"attachments": attached(base)})
    assert thea.cards[0]["card"]["body"] == [_text("for all")]
    assert len(await thea.look()) == 1 and await thea.look() == []


async def test_what_a_press_brought_is_not_refreshed(bot: StandIn) -> None:
    thea = await _helpdesk(bot, "thea")
    base = card(actions=[RESYNC]) | {"refresh": {"action": RESYNC, "userIds": [thea.mri]}}
    await bot.send(thea.chat.id, attachments=attached(base))

    async def answer(bot: StandIn, activity: dict[str, Any]) -> Any:
        return _card_answer(base)

    bot.turn = answer
    await thea.press("Resync")
    assert await thea.look() == []
    thea.reopen()
    assert len(await thea.look()) == 1
