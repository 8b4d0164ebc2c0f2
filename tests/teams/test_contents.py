"""What a message holds: words, the message that it replies to, files. And what a client may put there to do harm."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bot.teams import inbound
from bot.teams.contents import MOST_FILES, clean_address, clean_name, files, quoted, said
from tests.teams.conftest import House, Microsoft

ID = "1783379480258"
UPLOADED = "application/vnd.microsoft.teams.file.download.info"


def activity(**fields: Any) -> Any:
    whole = {"type": "message", "id": "1", "serviceUrl": "https://x", "channelId": "msteams"}
    return inbound.activity_of({**whole, "conversation": {"id": "c"}, "recipient": {"id": "b"}, **fields})


def reply(*parts: str) -> list[dict[str, Any]]:
    return [{"contentType": "text/html", "content": "".join(parts)}]


def block(id: str = ID, sender: str = "Resync", preview: str = "What is wrong?") -> str:
    """As Teams writes it."""
    return (
        f'<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="{id}">\r\n'
        f'<strong itemprop="mri" itemid="28:abc">{sender}</strong><span itemprop="time" itemid="{id}"></span>\r\n'
        f'<p itemprop="preview">{preview}</p>\r\n</blockquote>\r\n'
    )


MARK = {"type": "quotedReply", "quotedReply": {"messageId": ID, "senderName": "Resync", "preview": "What"}}
MENTION = '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Resync</span>'

QUOTES: list[tuple[str, dict[str, Any], str, str]] = [
    # what it is, the message, what was said, what was quoted
    ("none", {"text": "hi", "attachments": reply("<p>hi</p>")}, "hi", ""),
    ("marked", {"text": f'<quoted messageId="{ID}"/> hi', "entities": [MARK]}, "hi", ID),
    ("marked, with HTML", {"text": f'<quoted messageId="{ID}"/> hi', "attachments": reply(block())}, "hi", ID),
    (
        "two marks",
        {"text": f'<quoted messageId="{ID}"/> a <quoted messageId="2"/> b', "entities": [MARK, MARK]},
        "a   b",
        ID,
    ),
    ("run together", {"text": "ResyncWhat is wrong?hi", "attachments": reply(block(), "<p>hi</p>")}, "hi", ID),
    ("name only", {"text": "Resynchi", "attachments": reply(block(), "<p>hi</p>")}, "hi", ID),
    ("nothing but the quote", {"text": "ResyncWhat is wrong?", "attachments": reply(block())}, "", ID),
    (
        "several lines",
        {"text": "x", "attachments": reply(block(), "<p>one &amp; two</p><div>three<br/>four</div>")},
        "one & two\nthree\nfour",
        ID,
    ),
    ("a mention", {"text": "x", "attachments": reply(block(), f"<p>{MENTION}&nbsp;hi</p>")}, "hi", ID),
    ("a quote in a quote", {"text": "x", "attachments": reply(block(preview=block("7")), "<p>hi</p>")}, "hi", ID),
    ("two quotes", {"text": "x", "attachments": reply(block(), "a", block("7"), "b")}, "a   b", ID),
    ("not ended", {"text": "hi", "attachments": reply(block().replace("</blockquote>", ""))}, "hi", ""),
    ("an indented text", {"text": "hi", "attachments": reply("<blockquote>old</blockquote><p>hi</p>")}, "hi", ""),
    (
        "forwarded",
        {"text": "hi", "attachments": reply('<blockquote itemtype="http://schema.skype.com/Forward">x</blockquote>')},
        "hi",
        "",
    ),
    ("the service knows better", {"text": "hi", "entities": [MARK], "attachments": reply(block("7"))}, "", ID),
    ("an id with a space", {"text": "hi", "attachments": reply(block("1 2"), "hi")}, "hi", ""),
    ("an id that is an object", {"text": "hi", "entities": [{**MARK, "quotedReply": {"messageId": {}}}]}, "hi", ""),
    ("no object at all", {"text": "hi", "entities": [{**MARK, "quotedReply": [1]}]}, "hi", ""),
    ("HTML that is an object", {"text": "hi", "attachments": [{"contentType": "text/html", "content": {}}]}, "hi", ""),
]


@pytest.mark.parametrize(("message", "words", "id"), [row[1:] for row in QUOTES], ids=[row[0] for row in QUOTES])
def test_quote(message: dict[str, Any], words: str, id: str) -> None:
    given = activity(**message)
    assert quoted(given) == id
    assert said(given) == words


BOMBS = {
    "blockquotes": "<blockquote" * 20_000,
    "open blocks": block().split("</b")[0] * 1_000,
    "whole blocks": block() * 1_000,
    "attributes": '<blockquote itemtype="http://schema.skype.com/Reply" ' + 'itemid="' * 8_000 + ">",
    "spaces in them": '<blockquote itemtype="http://schema.skype.com/Reply" itemid' + " " * 60_000 + '="1">',
    "tags": block() + "<" * 60_000,
    "spans": block() + "<span schema.skype.com/Mention" * 2_000,
    "marks": "<quoted " * 8_000,
    "entities": block() + "&amp;" * 12_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_bomb(text: str) -> None:
    given = activity(text=text, attachments=reply(text))
    began = time.process_time()
    assert len(said(given)) <= 4000 and len(quoted(given)) <= 128
    assert time.process_time() - began < 0.25


async def test_ten_thousand_attachments(house: House, microsoft: Microsoft) -> None:
    many = [{"contentType": "image/*"}] * 8_000
    sent = microsoft.activity(text="hi", attachments=many, entities=[{"type": "x"}] * 500)
    given = inbound.activity_of(sent)
    assert len(given.attachments) == len(given.entities) == inbound.MOST_PARTS
    await house.post(sent)
    assert house.turns[0].files == (("image", ""),) * MOST_FILES and house.turns[0].text == "hi"


SHARED = "https://contoso.sharepoint.com/personal/ada/Documents"
ATTACHED: list[tuple[dict[str, Any], tuple[tuple[str, str], ...]]] = [
    (
        {
            "contentType": UPLOADED,
            "name": "a.png",
            "contentUrl": f"{SHARED}/a.png",
            "content": {"downloadUrl": f"{SHARED}/a.png?tempauth=secret", "fileType": "png"},
        },
        (("a.png", f"{SHARED}/a.png"),),
    ),
    ({"contentType": "reference", "name": "b", "contentUrl": f"{SHARED}/b c.png"}, (("b", f"{SHARED}/b%20c.png"),)),
    ({"contentType": "Image/*", "contentUrl": "https://smba.example/v3/attachments/1"}, (("image", ""),)),
    ({"contentType": "image/png", "name": "c.png", "contentUrl": f"{SHARED}/c"}, (("c.png", ""),)),
    ({"contentType": "reference", "contentUrl": "http://x/"}, (("file", ""),)),
    ({"contentType": UPLOADED, "name": "x\u202egnp.exe\n", "contentUrl": "javascript:alert(1)"}, (("xgnp.exe", ""),)),
    ({"contentType": UPLOADED, "name": ["a"], "contentUrl": {"b": 1}}, (("['a']", ""),)),
    ({"contentType": "text/html", "content": "<p>x</p>"}, ()),
    ({"contentType": "application/vnd.microsoft.card.adaptive", "content": {}}, ()),
    ({}, ()),
]


@pytest.mark.parametrize(("attachment", "found"), ATTACHED, ids=lambda row: str(row)[:60])
async def test_files(
    house: House, microsoft: Microsoft, attachment: dict[str, Any], found: tuple[tuple[str, str], ...]
) -> None:
    assert files(activity(attachments=[attachment])) == found
    await house.post(microsoft.activity(text=None, attachments=[attachment]))
    turn = house.turns[0]
    assert (turn.kind, turn.text, turn.files) == ("said", "", found)  # files alone are something that was said
    assert "secret" not in repr(turn)


@pytest.mark.parametrize(
    "address",
    [
        *("", "ftp://x/", "http://x/", "https://", "https://user@x/", "https://u:p@x/", "https://x\\@y/", "//x/y"),
        *("https://x/\n", "https://x:99999/", "https://x/" + "y" * 2048, "https://x/" + "é" * 1000, 5, None),
    ],
)
def test_address_that_is_not_shown(address: Any) -> None:
    assert clean_address(address) == ""


def test_address_cannot_end_a_link() -> None:
    assert clean_address("https://x/a](https://evil) <b>") == "https://x/a%5D%28https://evil%29%20%3Cb%3E"


def test_name() -> None:
    assert clean_name("a\u0000b\u2028c" + "d" * 300) == "abc" + "d" * 253
    assert clean_name(5) == ""


@pytest.mark.parametrize("attachments", [{}, "x", ["x"], [None]])
async def test_attachments_that_are_none(house: House, microsoft: Microsoft, attachments: Any) -> None:
    status, _ = await house.post(microsoft.activity(attachments=attachments))
    assert (status, house.turns) == (400, [])


async def test_quote_and_files_reach_the_turn(house: House, microsoft: Microsoft) -> None:
    shared = {"contentType": "reference", "name": "b", "contentUrl": "https://x/b"}
    await house.post(microsoft.activity(text="x", attachments=[*reply(block(), "<p>hi</p>"), shared]))
    turn = house.turns[0]
    assert (turn.text, turn.quoted, turn.files) == ("hi", ID, (("b", "https://x/b"),))
