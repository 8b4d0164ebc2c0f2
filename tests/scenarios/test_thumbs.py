"""A card that was looked at again stays what it became, and a thumb below it is kept: the real bot, in a chat."""

from __future__ import annotations

import json

from tests.conftest import staged


async def test_p22_look_again_is_still_there_tomorrow_and_may_be_rated(sqlite_url: str) -> None:
    async with staged("daan", sqlite_url) as stage:
        client = stage.client()
        (answer,) = await client.say("why is my photo old?")
        assert answer["channelData"]["feedbackLoop"] == {"type": "default"}
        message = client.chat.messages[answer["id"]]
        await client.press("Look again", answer)
        while not message.history:  # beside the answer, Teams is told what to keep
            await client.next_event()
        client.reopen()
        assert client.shown_card(message) == message.card != answer["attachments"][0]["content"]
        given = {"reaction": "dislike", "feedback": json.dumps({"feedbackText": "when then?"})}
        thumb = {"name": "message/submitAction", "value": {"actionName": "feedback", "actionValue": given}}
        assert await client.deliver(client.activity(type="invoke", replyToId=message.id, **thumb)) == (200, {})
        (kept,) = await stage.bot.store.feedback(10)
        assert (kept.reaction, kept.text, kept.shown.verdict) == ("dislike", "when then?", "not_due_yet")
