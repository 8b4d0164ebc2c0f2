"""The person who asks, and the helpdesk, in English: the real client, the real bot, the simulated tenant."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.playground import GENERAL, GROUP, HELPDESK, PERSONAL, Chat, opened


async def test_from_the_question_by_way_of_the_helpdesk_to_the_new_photo(tmp_path: Path) -> None:
    async with opened(tmp_path, "--as", "sanne") as (_, chat):
        await expect(chat.cards).to_contain_text("Hello, I am Resync")
        await _the_question(chat)
        await _what_is_no_message(chat)
        await _the_helpdesk(chat)
        await _the_new_photo(chat)


async def _the_question(chat: Chat) -> None:
    card = await chat.ask("why is my photo old?")
    await expect(card).to_contain_text("SharePoint does not show the photo")
    pictures = card.get_by_role("img", name="Your photo in")
    # A picture that the client cannot draw has no size of its own.
    assert await pictures.evaluate_all("images => images.map(image => image.naturalWidth)") == [96, 96]
    await chat.looks_right(card, "diagnosis")


async def _what_is_no_message(chat: Chat) -> None:
    said, sent = chat.told("message")[0], len(chat.new())
    for type, more in (
        ("messageUpdate", {"text": "why is my photo old?", "channelData": {"eventType": "editMessage"}}),
        ("messageDelete", {"text": "", "channelData": {"eventType": "softDeleteMessage"}}),
        ("messageReaction", {"reactionsAdded": [{"type": "like"}], "replyToId": said["id"]}),
    ):
        await chat.send(said | {"type": type} | more)
        assert len(chat.told(type)) == 1
    await chat.ask("thank you")
    assert len(chat.new()) == sent + 1


async def _the_helpdesk(chat: Chat) -> None:
    """A case goes to its channel, and its answers come back."""
    page = chat.page
    form = await chat.press("Ask the helpdesk", shows="Ask your helpdesk")
    await expect(form.get_by_role("textbox", name="What is wrong?")).to_have_value("why is my photo old?")
    await chat.looks_right(form, "form")
    await chat.press("Send to the helpdesk", shows="Case 1 at your helpdesk")

    await chat.go(HELPDESK)
    await expect(chat.cards.filter(has_text="This is how I help the helpdesk")).to_have_count(1)  # its greeting
    posted = chat.cards.filter(has_text="Case 1")
    await expect(posted).to_contain_text("nobody yet")
    await expect(posted).not_to_contain_text("Sanne")  # everybody in the channel sees it
    card = await chat.press("Work on this case", shows="sanne.devries@fjordpolder.example")
    await chat.looks_right(card, "helpdesk")
    await chat.press("Take", shows="Taken bySanne de Vries")
    await expect(page.get_by_text("Sanne de Vries has taken this case")).to_be_visible()
    # The page has no cards of one person's own: whoever has done something works on from what all see.
    await chat.press("Work on this case", shows="What is wrong")
    await chat.press("Reply", shows="The person reads this in their chat with me")
    await page.get_by_role("textbox", name="Message").fill("Please look again in an hour.")
    await chat.press("Send", shows="Your answer is on its way")
    await chat.reply("Case 1:", "resolve It has arrived by now.")
    await expect(page.get_by_text("has resolved this case")).to_be_visible()

    await chat.go(PERSONAL)
    await expect(chat.cards.last).to_contain_text("Case 1 is resolved")
    await expect(chat.cards.last).to_contain_text("It has arrived by now.")
    await chat.press("Yes, it is solved", shows="How satisfied are you with the help?")


async def _the_new_photo(chat: Chat) -> None:
    await chat.ask("why is my photo old?")
    card = await chat.press("Resync", shows="This is what I will do")
    await chat.looks_right(card, "plan")
    await chat.press("Start", shows="The resync of your photo is under way")
    await chat.looks_right(card, "progress")
    await _others_read_nothing_personal(chat)

    await chat.go(PERSONAL)
    news = chat.cards.last
    await expect(news).to_contain_text("You are getting this message because you started a resync")
    await expect(chat.cards.nth(await chat.cards.count() - 2)).to_contain_text("Your new photo has arrived")
    sources = await news.get_by_role("img", name="Your photo in").evaluate_all("images => images.map(one => one.src)")
    assert len(sources) == 2
    assert all(source.startswith("data:image/jpeg") for source in sources)
    await chat.looks_right(news, "arrived")


async def _others_read_nothing_personal(chat: Chat) -> None:
    await chat.go(GROUP)
    in_group = await chat.ask("why is my photo old?", mention=True)
    await expect(in_group).to_contain_text("personal. Please ask me in a personal chat.")
    await chat.go(GENERAL)
    in_channel = await chat.post("why is my photo old?")
    await expect(in_channel).to_contain_text("personal. Please ask me in a personal chat.")
