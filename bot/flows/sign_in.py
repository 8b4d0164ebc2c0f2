"""A person is asked for their sign-in where they see more than the application may; what they asked waits for it."""

from __future__ import annotations

import json
import secrets
from dataclasses import replace
from datetime import timedelta

from bot.core.facts import Outcome
from bot.flows.replies import Talk
from bot.ports import Reply, SignIn, Turn, World

WAITS = timedelta(minutes=30)  # how long a question waits for a sign-in
# For whoever did not sign in, until they are asked once more: after words, and after a press, which nobody sees.
NOT_AGAIN = {"said": timedelta(days=1), "pressed": timedelta(minutes=2)}


async def wanted(talk: Talk) -> bool:
    """Whether to ask for it now: once, where nobody reads along, and where it makes a difference."""
    world, turn = talk.world, talk.turn
    askable = turn.kind == "said" or turn.sign_in == ""
    if turn.tried or not askable or turn.conversation.kind != "personal" or not world.sso_uri:
        return False
    return await world.tenant.wants_sign_in(turn.person) and not await world.store.kept(_asked_of(turn))


async def asked(talk: Talk) -> Reply:
    """Ask for it, and say why. A press comes again by itself; what was said waits."""
    world, turn = talk.world, talk.turn
    await world.store.keep(_asked_of(turn), turn.person, "asked", NOT_AGAIN[turn.kind])
    exchange = secrets.token_urlsafe(16) if turn.kind == "said" else ""
    if exchange:
        question = json.dumps({"exchange": exchange, "text": turn.text})
        await world.store.keep(_question_of(turn.person), turn.person, question, WAITS)
    wanted = SignIn(world.sso_uri, talk.say("action-open-account"), world.photo_url or world.editor_url, exchange)
    return Reply(talk.say("sign-in-why"), sign_in=wanted, about=talk.about())


async def came(world: World, turn: Turn) -> Turn | None:
    """A sign-in, or word that there is none: the question to be answered now, which keeps the sign-in first.

    None for what nobody waits for: an answer that came before, from another client or again (S-07), or one made up.
    """
    name, here = _question_of(turn.person), turn.conversation.kind == "personal"  # where it was asked
    waiting = await world.store.kept(name) if turn.person and here else None
    question = json.loads(waiting) if waiting else {}
    exchange = turn.data.get("exchange")
    if waiting is None or exchange not in (None, question["exchange"]) or not await world.store.take(name, waiting):
        return None
    return replace(turn, kind="said", text=question["text"], data={}, sign_in=turn.sign_in or None, tried=True)


async def keep(world: World, turn: Turn) -> None:
    """Keep a sign-in that came, where one is wanted."""
    if not turn.sign_in or not await world.tenant.wants_sign_in(turn.person):
        return
    if await world.tenant.sign_in(turn.person, turn.sign_in) in (Outcome.DONE, Outcome.FAILED):  # which passes
        for kind in NOT_AGAIN:
            await world.store.let_go(_asked_of(replace(turn, kind=kind)))


async def ended(world: World, turn: Turn) -> bool:
    """Forget it; whether there was one. Nor is one taken any more that was asked for before."""
    await world.store.let_go(_question_of(turn.person))
    if not await world.tenant.sign_out(turn.person):
        return False
    # Whoever has just left is not called back by a word of theirs.
    await world.store.keep(_asked_of(turn), turn.person, "asked", NOT_AGAIN["said"])
    return True


def _asked_of(turn: Turn) -> str:
    return f"asked to sign in: {turn.kind} {turn.person}"


def _question_of(person: str) -> str:
    return f"question: {person}"
