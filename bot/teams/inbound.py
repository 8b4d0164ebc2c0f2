"""From the bytes of a request to an activity that is safe to read. It knows shapes, not senders or meanings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from botbuilder.schema import Activity

from bot.teams import schema, wire
from bot.teams.schema import WrongShape

DEPTH = 60  # levels of nesting; a card's data with a person's input has five or six
MOST_PARTS = 100  # entities and attachments that are read
ID_LENGTH = 1024  # characters; a channel's conversation id with its thread has about 150

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON can spell it, UTF-8 and databases cannot keep it


Checked = tuple[str, Callable[[Any], bool]]  # the path of a field, and what its value must be


class Malformed(Exception):
    """This is not an activity; the message says what is wrong with it."""


def read(body: bytes) -> dict[str, Any]:
    """The JSON object of an activity, with everything checked that is read from it later; raises Malformed."""
    try:
        activity = wire.loads(body)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"not JSON in UTF-8: {type(error).__name__}") from error
    if not isinstance(activity, dict):
        raise Malformed("not a JSON object")
    # What has few brackets and no escapes can be neither nested too deeply nor spell half a surrogate pair.
    if body.count(b"{") + body.count(b"[") > DEPTH or b"\\u" in body:
        _check_everywhere(activity)
    for within, checks, required in HOLDERS:
        _check(_at(activity, within), checks, required)
    return activity


def _check(holder: Any, checks: Mapping[str, Checked], required: Sequence[str]) -> None:
    if holder is None:
        return
    for name in required:
        if holder.get(name) is None:
            raise Malformed(f"{checks[name][0]} is missing")
    for name, value in holder.items():
        checked = checks.get(name)
        if checked and value is not None and not checked[1](value):
            raise Malformed(f"{checked[0]} is wrong")


_PARTS = ("entities", "attachments")


def activity_of(raw: Mapping[str, Any]) -> Any:
    """The SDK's Activity for the object that `read` returned; raises Malformed for a field of the wrong kind."""
    try:
        return schema.read(Activity, {**raw, **{name: raw[name][:MOST_PARTS] for name in _PARTS if raw.get(name)}})
    except WrongShape as error:
        raise Malformed(f"not an activity: {error}") from error


def _object(value: Any) -> bool:
    return isinstance(value, dict)


def _objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _id(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= ID_LENGTH and value.isprintable()


def _optional_id(value: Any) -> bool:
    return value == "" or _id(value)


# Parents come before what is in them.
FIELDS: dict[str, tuple[Callable[[Any], bool], bool]] = {
    "type": (_id, True),
    "id": (_id, True),
    "serviceUrl": (_id, True),
    "channelId": (_id, True),
    "conversation": (_object, True),
    "conversation.id": (_id, True),
    "conversation.tenantId": (_optional_id, False),
    "conversation.conversationType": (_text, False),
    "recipient": (_object, True),
    "recipient.id": (_id, True),
    "from": (_object, False),
    "from.id": (_optional_id, False),
    "from.aadObjectId": (_optional_id, False),
    "from.name": (_text, False),
    "channelData": (_object, False),
    "channelData.tenant": (_object, False),
    "channelData.tenant.id": (_optional_id, False),
    "channelData.team": (_object, False),
    "channelData.team.id": (_optional_id, False),
    "channelData.channel": (_object, False),
    "channelData.channel.id": (_optional_id, False),
    "channelData.eventType": (_text, False),
    "text": (_text, False),
    "name": (_text, False),
    "action": (_text, False),
    "locale": (_text, False),
    "localTimezone": (_text, False),
    "deliveryMode": (_text, False),
    "replyToId": (_optional_id, False),
    "entities": (_objects, False),
    "attachments": (_objects, False),
    "membersAdded": (_objects, False),
    "membersRemoved": (_objects, False),
}


def _at(activity: Any, names: tuple[str, ...]) -> Any:
    for name in names:
        activity = activity.get(name) if activity is not None else None
    return activity


def _holders() -> Iterator[tuple[tuple[str, ...], Mapping[str, Checked], Sequence[str]]]:
    """Taken apart once: the names of an object, what is checked in it, and what it must have."""
    for within in dict.fromkeys(path.rpartition(".")[0] for path in FIELDS):
        own = {path.rpartition(".")[2]: path for path in FIELDS if path.rpartition(".")[0] == within}
        checks = {name: (path, FIELDS[path][0]) for name, path in own.items()}
        yield tuple(filter(None, within.split("."))), checks, [name for name, path in own.items() if FIELDS[path][1]]


HOLDERS = list(_holders())


def _check_everywhere(activity: dict[str, Any]) -> None:
    """Depth and text of the whole tree, without recursion."""
    level: list[Any] = [activity]
    for _ in range(DEPTH):
        below: list[Any] = []
        for value in level:
            if isinstance(value, str):
                if _LONE_SURROGATE.search(value):
                    raise Malformed("text that is not Unicode")
            elif isinstance(value, dict):
                below += [*value, *value.values()]
            elif isinstance(value, list):
                below += value
        if not below:
            return
        level = below
    raise Malformed("nested too deeply")
