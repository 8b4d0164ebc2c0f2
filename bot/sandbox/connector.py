"""The simulated Bot Connector: the keys that sign what Teams sends, and the conversations that the bot writes to."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from typing import Any

from aiohttp import web

from bot.sandbox.addresses import Addresses
from bot.sandbox.chats import Activity, Chat, Message
from bot.sandbox.drive import Drive
from bot.sandbox.login import BOT_FRAMEWORK, Login, Refused
from bot.sandbox.person import APP_ID, APP_URI, TENANT_ID, Person
from bot.sandbox.rim import Failure, json_body
from bot.sandbox.signing import Signer
from bot.sandbox.team import HELPDESK_CHANNEL, TEAM_ID, check_mentions, details
from bot.sandbox.world import World

BOT_NAME = "Resync"
BOT_ID = f"28:{APP_ID}"
MOST_BYTES = 100 * 1024  # as UTF-16 (FMT; platform: 3.5)


class Connector:
    """Both sides of the Bot Connector: what a bot calls, and the chats and tokens with which TeamsClient acts."""

    def __init__(self, world: World, addresses: Addresses, login: Login) -> None:
        self.world, self.addresses, self._login = world, addresses, login
        self._general = Chat(TEAM_ID, "channel")
        self.chats: dict[str, Chat] = {TEAM_ID: self._general}
        self.channel(HELPDESK_CHANNEL)
        self._signer = Signer("connector")
        self._published = [self._signer]

    # -- the signature of Teams --------------------------------------------------------------------------------------

    def roll_keys(self, *, keep: bool = False) -> None:
        """Sign with a new key from now on; `keep` leaves the old one in the key set."""
        self._signer = Signer()
        self._published = [*(self._published if keep else ()), self._signer]

    def token(
        self,
        *,
        claims: dict[str, Any] | None = None,
        headers: dict[str, Any] | None = None,
        signer: Signer | None = None,
    ) -> str:
        """What Teams proves itself with. Claims and headers replace the right ones; a claim of None is left out."""
        now = int(time.time())
        right = {
            "serviceurl": self.addresses.service_url,
            "nbf": now - 300,
            "exp": now + 3600,
            "iss": BOT_FRAMEWORK,
            "aud": APP_ID,
        }
        wanted = {name: value for name, value in (right | (claims or {})).items() if value is not None}
        return (signer or self._signer).sign(wanted, **(headers or {}))

    def sign_in(self, person: Person, uri: str) -> str | None:
        """What Teams gets without a word for a person who is signed in; None for an application it does not know."""
        return self._login.sign_in(person) if uri == APP_URI else None

    def room(self, person: Person, name: str) -> dict[str, Any]:
        """Where a file may be put that a person accepts from a bot."""
        return Drive(self.world, self.addresses).room(person, name)

    # -- who is where ------------------------------------------------------------------------------------------------

    def personal(self, person: Person) -> Chat:
        """The chat of a person with the bot; it is there from the beginning, the app in it is not."""
        digest = hashlib.sha512(f"{APP_ID} {person.object_id}".encode()).digest()
        id = f"a:1{_letters(digest)}"
        return self.chats.setdefault(id, Chat(id, "personal", person.key))

    def channel(self, id: str) -> Chat:
        """A channel of the team, made when it is first named."""
        return self.chats.setdefault(id, Chat(id, "channel", general=self._general))

    @staticmethod
    def mri(person: Person) -> str:
        """The id of a person as this bot sees it: another bot sees another one (platform: P-40)."""
        return f"29:1{_letters(hashlib.sha256(f'{APP_ID} {person.object_id}'.encode()).digest())}"

    def member(self, person: Person) -> dict[str, Any]:
        return {
            "id": self.mri(person),
            "name": person.name,
            "aadObjectId": person.object_id,
            "objectId": person.object_id,
            "givenName": person.given_name,
            "surname": person.surname,
            "email": person.mail,
            "userPrincipalName": person.user_principal_name,
            "tenantId": TENANT_ID,
            "userRole": "anonymous" if person.guest else "user",
        }

    # -- what a bot calls --------------------------------------------------------------------------------------------

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._errors], client_max_size=4 * 2**20)
        app.router.add_get("/v1/.well-known/openidconfiguration", self._metadata)
        app.router.add_get("/v1/.well-known/keys", self._keys)
        base = "/emea/v3/conversations"
        app.router.add_post(base, self._create)
        app.router.add_post(f"{base}/{{chat}}/activities", self._send)
        app.router.add_post(f"{base}/{{chat}}/activities/{{id}}", self._send)
        app.router.add_put(f"{base}/{{chat}}/activities/{{id}}", self._update)
        app.router.add_delete(f"{base}/{{chat}}/activities/{{id}}", self._delete)
        app.router.add_get(f"{base}/{{chat}}/members", self._members)
        app.router.add_get(f"{base}/{{chat}}/members/{{id}}", self._one_member)
        app.router.add_get(f"{base}/{{chat}}/pagedmembers", self._paged_members)
        app.router.add_get("/emea/v3/teams/{team}", self._team)
        return app

    @web.middleware
    async def _errors(self, request: web.Request, handler: Any) -> web.StreamResponse:
        try:
            if request.path.startswith("/emea/"):
                self._login.check(request.headers.get("Authorization", ""), BOT_FRAMEWORK, f"{BOT_FRAMEWORK}/")
            answer: web.StreamResponse = await handler(request)
            return answer
        except Refused:
            return web.json_response({"message": "Authorization has been denied for this request."}, status=401)
        except Failure as failure:
            return web.json_response({"error": {"code": failure.code, "message": str(failure)}}, status=failure.status)

    async def _metadata(self, request: web.Request) -> web.Response:
        return web.json_response(
            {
                "issuer": BOT_FRAMEWORK,
                "authorization_endpoint": "https://invalid.botframework.com",
                "jwks_uri": f"{self.addresses.bot}/v1/.well-known/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            }
        )

    async def _keys(self, request: web.Request) -> web.Response:
        return web.json_response({"keys": [signer.jwk(endorsements=["msteams"]) for signer in self._published]})

    async def _create(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        data = body.get("channelData") or {}
        activity = body.get("activity")
        now = self.world.clock.now()
        if (data.get("channel") or {}).get("id"):
            chat = self._writable(self._known(str(data["channel"]["id"])))
            if not isinstance(activity, dict):
                raise Failure(400, "BadSyntax", "Incorrect conversation creation parameters")
            post = chat.add(self._stamped(activity, chat), now, from_bot=True)
            return web.json_response({"id": f"{chat.id};messageid={post.id}", "activityId": post.id}, status=201)
        if TENANT_ID not in (body.get("tenantId"), (data.get("tenant") or {}).get("id")):
            raise Failure(400, "BadSyntax", "Incorrect conversation creation parameters")
        members = body.get("members") or [{}]
        person = self._person(str(members[0].get("id", "")))
        if person is None:
            raise Failure(400, "BadArgument", "Failed to decrypt pairwise id")  # what Teams says to a foreign MRI
        chat = self._writable(self.personal(person))
        answer = {"id": chat.id}
        if isinstance(activity, dict):
            answer["activityId"] = chat.add(self._stamped(activity, chat), now, from_bot=True).id
        return web.json_response(answer, status=201)

    async def _send(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        chat = self._writable(self._known(request.match_info["chat"]))
        thread = request.match_info["chat"].partition(";messageid=")[2] or request.match_info.get("id", "")
        activity, now = self._stamped(body, chat), self.world.clock.now()
        if activity["type"] == "message" and activity.get("text") and activity.get("attachments"):
            # Text and card in one activity are split, and no usable id comes back (MSG; platform: P-32).
            for part in ({**activity, "attachments": []}, {**activity, "text": ""}):
                chat.add(part, now, from_bot=True, thread=thread)
            return web.json_response({"id": ""}, status=201)
        return web.json_response({"id": chat.add(activity, now, from_bot=True, thread=thread).id}, status=201)

    async def _update(self, request: web.Request) -> web.Response:
        body = await self._body(request)
        chat = self._writable(self._known(request.match_info["chat"]))
        message = self._message(chat, request.match_info["id"])
        chat.update(message, self._stamped(body, chat), self.world.clock.now())
        return web.json_response({"id": message.id})

    async def _delete(self, request: web.Request) -> web.Response:
        chat = self._writable(self._known(request.match_info["chat"]))
        chat.delete(self._message(chat, request.match_info["id"]), self.world.clock.now())
        return web.Response(status=200)

    async def _members(self, request: web.Request) -> web.Response:
        return web.json_response([self.member(person) for person in self._people(request)])

    async def _one_member(self, request: web.Request) -> web.Response:
        person = self._person(request.match_info["id"])
        if person is None or person not in self._people(request):
            raise Failure(404, "MemberNotFoundInConversation", "The member was not found in the conversation.")
        return web.json_response(self.member(person))

    async def _paged_members(self, request: web.Request) -> web.Response:
        people = self._people(request)
        size = request.query.get("pageSize", "200")
        start = request.query.get("continuationToken", "0")
        first, most = (int(start) if start.isdigit() else 0), (min(int(size), 500) if size.isdigit() else 200)
        answer: dict[str, Any] = {"members": [self.member(person) for person in people[first : first + most]]}
        if first + most < len(people):
            answer["continuationToken"] = str(first + most)
        return web.json_response(answer)

    async def _team(self, request: web.Request) -> web.Response:
        if request.match_info["team"] != TEAM_ID:
            raise Failure(404, "BadArgument", "Team not found.")
        self._writable(self._general)
        channels = [chat for chat in self.chats.values() if chat.kind == "channel" and not chat.gone]
        return web.json_response(details(TEAM_ID, len(channels), len(self.world.helpdesk)))

    # -- parts -------------------------------------------------------------------------------------------------------

    async def _body(self, request: web.Request) -> Activity:
        raw = await request.read()
        if len(raw.decode("utf-8", "replace").encode("utf-16-le")) > MOST_BYTES:
            raise Failure(413, "MessageSizeTooBig", "Message size too large.")
        body = await json_body(request)
        if body is None:
            raise Failure(400, "BadSyntax", "Bad format of the request body.")
        return body

    def _stamped(self, activity: Activity, chat: Chat) -> Activity:
        """What Teams puts on an activity, whatever the bot wrote there itself."""
        check_mentions(activity, lambda id: id == BOT_ID or self._person(id) is not None)
        now = self.world.clock.now()
        sender = {"id": BOT_ID, "name": BOT_NAME}
        place = {"id": chat.id, "conversationType": chat.kind, "tenantId": TENANT_ID}
        own = {"timestamp": now.isoformat(), "from": sender, "conversation": place, "channelId": "msteams"}
        # Through JSON and back: what is kept shares nothing with what was sent.
        return {"type": "message", **json.loads(json.dumps(activity)), **own}

    def _known(self, id: str) -> Chat:
        chat = self.chats.get(id.partition(";messageid=")[0])
        if chat is None or chat.gone:
            raise Failure(404, "ConversationNotFound", "Conversation not found.")
        return chat

    @staticmethod
    def _writable(chat: Chat) -> Chat:
        if not chat.installed:  # platform: P-42, P-43
            raise Failure(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.")
        return chat

    @staticmethod
    def _message(chat: Chat, id: str) -> Message:
        message = chat.messages.get(id)
        if message is None or message.deleted or not message.from_bot:
            raise Failure(404, "ActivityNotFound", "Activity not found.")
        return message

    def _person(self, id: str) -> Person | None:
        """Teams takes its own id of a person and the object id of the directory."""
        people = self.world.people.values()
        return next((person for person in people if id in (self.mri(person), person.object_id)), None)

    def _people(self, request: web.Request) -> list[Person]:
        chat = self._writable(self._known(request.match_info["chat"]))
        if chat.kind == "personal":
            return [self.world.people[chat.person]]
        return self.world.helpdesk


def _letters(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
