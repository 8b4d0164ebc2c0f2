"""What a message of a person holds: its words, the message that it replies to, its files. Pure readers.

All of it is what a client wrote: every length is bounded, and no expression may cost more than what it reads.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from yarl import URL

TEXT_LENGTH = 4000  # characters of what a person said that are read
RAW_LENGTH = 4 * TEXT_LENGTH  # before mentions and entities are taken out
HTML_LENGTH = 64_000  # Teams itself ends at 100 KB in UTF-16 (platform: 3.5)
NAME_LENGTH = 256
ADDRESS_LENGTH = 2048
MOST_FILES = 10

HTML = "text/html"
UPLOADED = "application/vnd.microsoft.teams.file.download.info"  # in a personal chat
LINKED = "reference"  # in a channel

# Bounded repeats: a text of a hundred thousand `<at` must not cost a hundred thousand times its length.
_MENTION = re.compile(r"<at\b[^<>]{0,256}>[^<]{0,512}</at>", re.IGNORECASE)
_QUOTED = re.compile(r"<quoted\b[^<>]{0,512}>", re.IGNORECASE)
_BLOCK = re.compile(r"<(/?)blockquote\b([^<>]{0,1024})>", re.IGNORECASE)
_ITEM = re.compile(r"""\bitemid\s{0,4}=\s{0,4}["']([^"'<>]{1,128})["']""", re.IGNORECASE)
_NAMED = re.compile(r"<span\b[^<>]{0,512}schema\.skype\.com/Mention[^<>]{0,512}>[^<]{0,512}</span>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^<>]{0,256}>|</(?:p|div|li|tr|blockquote)>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,4096}>")
_ID = re.compile(r"[\w:.=-]{1,128}", re.ASCII)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_REPLY = "schema.skype.com/reply"


def said(activity: Any) -> str:
    """The person's own words as plain text: no mentions, nothing quoted, no control characters, no HTML entities.

    Teams marks a quote with `<quoted messageId="…"/>`. Where it does not, it runs the name of whom is quoted, and what
    is quoted, together with the answer; there its HTML, which keeps them apart, is read instead.
    """
    text = (activity.text or "")[:RAW_LENGTH]
    markup = _html_of(activity)
    quotes = _quotes(markup)
    if quotes and not _QUOTED.search(text):
        text = _words(_without(markup, quotes))[:RAW_LENGTH]
    text = html.unescape(_QUOTED.sub(" ", _MENTION.sub(" ", text))).replace("\xa0", " ")
    return CONTROL.sub(" ", text).strip()[:TEXT_LENGTH].rstrip()


def quoted(activity: Any) -> str:
    """The id of the message that is replied to with a quote; "" for none.

    As the service states it, or else as the client wrote it: `<blockquote itemtype="http://schema.skype.com/Reply"
    itemid="1700000000000">`. https://github.com/microsoft/teams.py/pull/321
    """
    for entity in islice(activity.entities or (), 100):
        reply = (entity.additional_properties or {}).get("quotedReply") if entity.type == "quotedReply" else None
        id = reply.get("messageId") if isinstance(reply, dict) else None
        if isinstance(id, str) and _ID.fullmatch(id):
            return id
    return next((id for _, _, id in _quotes(_html_of(activity))), "")


def files(activity: Any) -> tuple[tuple[str, str], ...]:
    """Names of what was attached, and addresses that open it for whoever may; "" where only its sender can see it.

    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 gives a second address as well, which
    needs no sign-in. It is nobody's business.
    """
    return tuple(islice(_files(activity), MOST_FILES))


def clean_name(value: Any) -> str:
    """One line without characters that cannot be seen, such as those that turn the direction of writing."""
    letters = (letter for letter in value if letter.isprintable()) if isinstance(value, str) else ""
    return "".join(islice(letters, NAME_LENGTH)).strip()


def clean_address(value: Any) -> str:
    """An https address without a user name in it, and with nothing that would end a link early; "" for any other."""
    if not isinstance(value, str) or len(value) > ADDRESS_LENGTH or "\\" in value or not value.isprintable():
        return ""
    try:
        url = URL(value.strip())
        if url.scheme != "https" or not url.host or url.user is not None or url.password is not None or not url.port:
            return ""
    except ValueError:
        return ""
    text = str(url).replace("(", "%28").replace(")", "%29")
    return text if len(text) <= ADDRESS_LENGTH else ""


def _files(activity: Any) -> Iterator[tuple[str, str]]:
    for attachment in islice(activity.attachments or (), 100):
        kind = (attachment.content_type or "").lower()
        if kind in (UPLOADED, LINKED):
            yield clean_name(attachment.name) or "file", clean_address(attachment.content_url)
        elif kind.startswith("image/"):
            yield clean_name(attachment.name) or "image", ""


def _html_of(activity: Any) -> str:
    for attachment in islice(activity.attachments or (), 100):
        if (attachment.content_type or "").lower() == HTML and isinstance(attachment.content, str):
            return attachment.content[:HTML_LENGTH]
    return ""


def _quotes(markup: str) -> list[tuple[int, int, str]]:
    """Where quotes begin and end, each with the id of its message; those that do not end are none."""
    found, begin, depth, id = [], -1, 0, ""
    for tag in _BLOCK.finditer(markup):
        if begin >= 0:
            depth += -1 if tag[1] else 1
            if depth == 0:
                found.append((begin, tag.end(), id))
                begin = -1
        elif not tag[1] and _REPLY in tag[2].lower():
            item = _ITEM.search(tag[2])
            begin, depth, id = tag.start(), 1, item[1] if item and _ID.fullmatch(item[1]) else ""
    return found


def _without(markup: str, quotes: list[tuple[int, int, str]]) -> str:
    begins = [0, *(end for _, end, _ in quotes)]
    ends = [*(begin for begin, _, _ in quotes), len(markup)]
    return " ".join(markup[begin:end] for begin, end in zip(begins, ends, strict=True))


def _words(markup: str) -> str:
    return _TAG.sub("", _BREAK.sub("\n", _NAMED.sub(" ", markup.replace("\n", " "))))
