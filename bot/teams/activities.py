"""Activity <-> Turn and Reply: pure translations. It knows Teams' shapes, not how they are sent or what for."""

from __future__ import annotations

import contextlib
import copy
import re
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from botbuilder.schema import ActivityTypes, Attachment, ChannelAccount, Mention

from bot.ports import Conversation, Offer, Place, Reply, SignIn, Turn
from bot.teams import mentions, wire
from bot.teams.contents import CONTROL, NAME_LENGTH, TEXT_LENGTH, clean_name, files, quoted, said
from bot.teams.schema import Outgoing

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"
OAUTH = "application/vnd.microsoft.card.oauth"
LOGIN = "application/vnd.microsoft.activity.loginRequest"

EXCHANGED = "signin/tokenExchange"
CONNECTION = "resync"  # what a connection of the Bot Framework's token service would be called: there is none
CONSENT = "application/vnd.microsoft.teams.card.file.consent"
FILE = "application/vnd.microsoft.teams.card.file.info"

LOCALE_LENGTH = 64
FEEDBACK_LENGTH = 16_000  # characters of JSON with what somebody wrote beside a thumb; no client lets them write more

UPLOAD_LENGTH = 8192  # characters of an address that carries its own permission
_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TOKEN = re.compile(r"[A-Za-z0-9_=-]{1,16384}(\.[A-Za-z0-9_=-]{1,16384}){2}")
# What Teams puts beside our own data in a card's submit value.
_ENVELOPE = frozenset({"msteams"})
_ALERT = {"notification": {"alert": True}}  # P-34
_THUMBS = {"feedbackLoop": {"type": "default"}}
_KINDS = {"personal": "personal", "groupchat": "groupChat", "channel": "channel"}


def conversation_of(activity: Any, tenant: str) -> Conversation:
    """Where the sender of an activity can be reached (P-40). `person` is "" where Teams gave no object id."""
    client = _client(activity)
    sender = activity.from_property
    told = activity.conversation.conversation_type or ("groupChat" if activity.conversation.is_group else "personal")
    # A kind that is not known here is treated as one where others read along.
    kind = _KINDS.get(told.lower(), "groupChat")
    return Conversation(
        id=activity.conversation.id,
        person=(sender and sender.aad_object_id) or "",
        tenant=tenant,
        service_url=activity.service_url.rstrip("/"),
        user=(sender and sender.id) or "",
        bot=activity.recipient.id,
        locale=_clean(activity.locale or client.get("locale"), LOCALE_LENGTH),
        time_zone=_clean(activity.local_timezone or client.get("timezone"), LOCALE_LENGTH),
        kind=kind,
        team=_id_in(activity, "team") if kind == "channel" else "",
    )


def message_turn(activity: Any, conversation: Conversation) -> Turn:
    """What was said; or pressed, for `Action.Submit` sends a message with a value and no text."""
    text = said(activity)
    if not text and isinstance(activity.value, dict):
        return _turn("pressed", activity, conversation, data=_own(activity.value), openly=True)
    return _turn("said", activity, conversation, text=text, quoted=quoted(activity), files=files(activity))


def action_turn(activity: Any, conversation: Conversation) -> Turn | None:
    """What was pressed, for an `adaptiveCard/action` invoke (`Action.Execute`); None if it is not shaped like one.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
    """
    value = activity.value if isinstance(activity.value, dict) else {}
    action = value.get("action")
    if not isinstance(action, dict):
        return None
    data = action.get("data")
    if not isinstance(data, dict | None):
        return None
    # The verb has a place of its own here; Action.Submit carries it in its data, and both must arrive alike.
    verb = {"verb": action["verb"]} if isinstance(action.get("verb"), str) else {}
    pressed = {**verb, **_own(data or {})}
    by_itself = value.get("trigger") == "automatic"
    return _turn("pressed", activity, conversation, data=pressed, sign_in=sign_in_of(activity), by_itself=by_itself)


def sign_in_of(activity: Any) -> str:
    """The person's token for this application that came with an invoke; "" where none did, or none that can be one."""
    value = activity.value if isinstance(activity.value, dict) else {}
    given = value.get("authentication")
    token = given.get("token") if isinstance(given, dict) else None
    return token if isinstance(token, str) and _TOKEN.fullmatch(token) else ""


def feedback_turn(activity: Any, conversation: Conversation) -> Turn:
    """A thumb below a message, for a `message/submitAction` invoke; what is none leads to a turn without a reaction.

    The words come as JSON in a string: `{"feedbackText": "…"}`.
    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#feedback-buttons
    """
    value = activity.value if isinstance(activity.value, dict) else {}
    given = value.get("actionValue")
    if value.get("actionName") != "feedback" or not isinstance(given, dict):
        given = {}
    text = _feedback_text(given.get("feedback"))
    if text is None:
        return _turn("rated", activity, conversation)
    return _turn("rated", activity, conversation, text=text, data={"reaction": given.get("reaction")})


def _feedback_text(written: Any) -> str | None:
    """What somebody wrote beside a thumb, "" for nothing; None for what no client writes."""
    if isinstance(written, str):
        if len(written) > FEEDBACK_LENGTH:
            return None
        with contextlib.suppress(ValueError, RecursionError):  # then it is the words themselves
            read = wire.loads(written.encode())
            written = read if isinstance(read, dict) else written
    text = written.get("feedbackText") if isinstance(written, dict) else written
    return _clean(text, TEXT_LENGTH) if isinstance(text, str | None) else None


def consent_turn(activity: Any, conversation: Conversation) -> Turn:
    """What a person answers to the offer of a file, for a `fileConsent/invoke`.

    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4#invoke-activity-when-the-user-accepts-the-file
    """
    value = activity.value if isinstance(activity.value, dict) else {}
    context = value.get("context")
    key = context.get("offer") if isinstance(context, dict) else None
    room = value.get("uploadInfo")
    data = {
        "key": key if isinstance(key, str) and _KEY.fullmatch(key) else "",
        "accepted": value.get("action") == "accept",
        "place": _place(room) if isinstance(room, dict) else None,
    }
    return _turn("consented", activity, conversation, data=data)


def _place(room: Mapping[str, Any]) -> Place:
    upload, page = (
        text if isinstance(text, str) and len(text) <= UPLOAD_LENGTH else ""
        for text in (room.get("uploadUrl"), room.get("contentUrl"))
    )
    name, id, kind = (clean_name(room.get(name)) for name in ("name", "uniqueId", "fileType"))
    return Place(upload, page, name, id, kind)


def may_be_late(turn: Turn) -> bool:
    """Can what answers this press come as a message as well? Not where others read along, nor unasked for."""
    return turn.kind == "pressed" and turn.conversation.kind == "personal" and not (turn.by_itself or turn.sign_in)


def installed_turn(activity: Any, conversation: Conversation) -> Turn:
    """The bot arrived in a conversation."""
    return _turn("installed", activity, conversation)


def bot_came(activity: Any) -> bool:
    """Is this the bot's arrival in a conversation? Two kinds of activity announce the same, in any order."""
    if activity.type == ActivityTypes.installation_update:
        return activity.action in ("add", "add-upgrade")
    return _bot_among(activity, activity.members_added)


def bot_left(activity: Any) -> bool:
    """Is this its end there?"""
    if activity.type == ActivityTypes.installation_update:
        return bool(activity.action == "remove")
    return _bot_among(activity, activity.members_removed)


def _bot_among(activity: Any, members: Any) -> bool:
    return activity.type == ActivityTypes.conversation_update and any(
        member.id == activity.recipient.id for member in members or ()
    )


def is_for_others(activity: Any, conversation: Conversation) -> bool:
    """Is this something that people said among themselves?

    Teams brings what mentions the bot and, where it may read a channel's messages, everything else as well.
    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-messages-with-rsc
    """
    if conversation.kind == "personal" or isinstance(activity.value, dict):
        return False
    return activity.recipient.id.casefold() not in {id.casefold() for id in _mentioned(activity)}


def _mentioned(activity: Any) -> Iterator[str]:
    for entity in activity.entities or ():
        account = (entity.additional_properties or {}).get("mentioned") if entity.type == "mention" else None
        if isinstance(account, dict) and isinstance(account.get("id"), str):
            yield account["id"]


# What befalls a channel or its team, and whether it can be written to from then on. A new name changes nothing here.
_BEFALLS = {
    **dict.fromkeys(("channelDeleted", "teamDeleted", "teamHardDeleted", "teamArchived"), False),
    **dict.fromkeys(("channelRestored", "teamRestored", "teamUnarchived"), True),
}


def changed_turn(activity: Any, conversation: Conversation) -> Turn | None:
    """What befell a channel, or with "" as its id all of its team; None for what makes no difference.

    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
    """
    event = str(_channel_data(activity).get("eventType") or "")
    if bot_left(activity):
        reachable: bool | None = False
    elif activity.type == ActivityTypes.conversation_update:
        reachable = _BEFALLS.get(event)
    else:
        reachable = None
    if reachable is None or conversation.kind != "channel":
        return None
    channel = _id_in(activity, "channel") if event.startswith("channel") else ""
    team = conversation.team or conversation.channel  # a team has the id of its first channel
    return _turn("changed", activity, conversation, data={"channel": channel, "team": team, "reachable": reachable})


def message(reply: Reply) -> Any:
    """The activity for a reply. Never text and card in one: Teams splits those and gives no usable id back (P-32)."""
    if reply.offer or reply.file:
        attachment = _offered(reply.offer) if reply.offer else _taken(reply.file)
        return Outgoing(type=ActivityTypes.message, summary=reply.summary or None, attachments=[attachment])
    if reply.sign_in is not None and reply.sign_in.exchange:
        content: dict[str, Any] = {"attachments": [Attachment(content_type=OAUTH, content=_asking(reply))]}
    elif reply.card is None:
        text, entities = mentions.in_text(reply.text, reply.mentions)
        content = {"text": text}
        if entities:
            content["entities"] = [_mention(entity) for entity in entities]
    else:
        card = mentions.in_card(reply.card, reply.mentions)
        content = {"attachments": [Attachment(content_type=CARD, content=card)]}
    data = {**(_ALERT if reply.alert else {}), **(_THUMBS if reply.thumbs else {})}
    if data:
        content["channel_data"] = data
    return Outgoing(type=ActivityTypes.message, summary=reply.summary or None, **content)


def _offered(offer: Offer) -> Any:
    """Teams' own card, which asks whether the file may be put into the person's OneDrive (P-12)."""
    context = {"offer": offer.key}
    content = {"description": offer.about, "sizeInBytes": offer.size}
    contexts = {"acceptContext": context, "declineContext": context}
    return Attachment(content_type=CONSENT, name=offer.name, content=content | contexts)


def _taken(place: Place | None) -> Any:
    assert place is not None
    content = {"uniqueId": place.id, "fileType": place.kind}
    return Attachment(content_type=FILE, content_url=place.page, name=place.name, content=content)


def invoke_answer(reply: Reply | None) -> dict[str, Any]:
    """The body that answers an `adaptiveCard/action` invoke: a login request, a card, or a message (P-23)."""
    if reply is not None and reply.sign_in is not None:
        return {"statusCode": 401, "type": LOGIN, "value": _login_request(reply.sign_in)}
    if reply is not None and reply.card is not None:
        return {"statusCode": 200, "type": CARD, "value": mentions.in_card(reply.card, reply.mentions)}
    return {"statusCode": 200, "type": MESSAGE, "value": reply.text if reply else ""}


def _login_request(wanted: SignIn) -> dict[str, Any]:
    """An OAuth card that a client answers by itself; `connectionName` only has to be there.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/sso-adaptive-cards-universal-action
    """
    return _oauth_card(wanted, wanted.title, uuid.uuid4().hex)


def _asking(reply: Reply) -> dict[str, Any]:
    """The same as a message: the client answers it by itself with a `signin/tokenExchange`.

    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-overview
    """
    assert reply.sign_in is not None, "whoever calls has looked"
    return _oauth_card(reply.sign_in, reply.text, reply.sign_in.exchange)


def _oauth_card(wanted: SignIn, text: str, id: str) -> dict[str, Any]:
    return {
        "text": text,
        "connectionName": CONNECTION,
        "tokenExchangeResource": {"id": id, "uri": wanted.uri},
        "buttons": [{"type": "openUrl", "title": wanted.title, "text": wanted.title, "value": wanted.page}],
    }


def signed_in_turn(activity: Any, conversation: Conversation) -> Turn:
    """What a client says of a sign-in that it was asked for. `exchange` is None where it does not say of which."""
    value = activity.value if isinstance(activity.value, dict) else {}
    token, id = value.get("token"), value.get("id")
    good = activity.name == EXCHANGED and isinstance(token, str) and _TOKEN.fullmatch(token)
    exchange = (id if isinstance(id, str) else "") if activity.name == EXCHANGED else None
    return _turn("signed in", activity, conversation, data={"exchange": exchange}, sign_in=token if good else "")


def exchange_answer(turn: Turn, *, taken: bool) -> dict[str, Any]:
    """The body that answers a `signin/tokenExchange`; its status says the rest."""
    why = {} if taken else {"failureDetail": "Nothing waits for this sign-in."}
    return {"id": turn.data["exchange"], "connectionName": CONNECTION, **why}


def as_said(activity: Any) -> Any:
    """The activity as if its sender had said something: what had to wait for it is answered as a message."""
    said = copy.copy(activity)
    said.type, said.name, said.value, said.id = ActivityTypes.message, None, None, f"{activity.id} question"
    return said


def invoke_error(status: int, code: str, text: str) -> dict[str, Any]:
    """The body of an invoke's answer when there is no other."""
    return {"statusCode": status, "type": ERROR, "value": {"code": code, "message": text}}


def _turn(kind: str, activity: Any, conversation: Conversation, **content: Any) -> Turn:
    name = _clean(activity.from_property and activity.from_property.name, NAME_LENGTH)
    return Turn(kind, conversation, name=name, activity=activity.id, card=activity.reply_to_id or "", **content)


def _mention(entity: Mapping[str, Any]) -> Any:
    return Mention(type="mention", text=entity["text"], mentioned=ChannelAccount(**entity["mentioned"]))


def _own(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in _ENVELOPE}


def _channel_data(activity: Any) -> Mapping[str, Any]:
    return activity.channel_data if isinstance(activity.channel_data, dict) else {}


def _id_in(activity: Any, what: str) -> str:
    """The id of the "team" or the "channel" that an activity is about."""
    return str((_channel_data(activity).get(what) or {}).get("id") or "")


def _client(activity: Any) -> Mapping[str, Any]:
    """The clientInfo entity: locale, country, platform, timezone."""
    for entity in activity.entities or ():
        if entity.type == "clientInfo":
            return entity.additional_properties or {}
    return {}


def _clean(value: Any, length: int) -> str:
    return CONTROL.sub("", value)[:length].strip() if isinstance(value, str) else ""
