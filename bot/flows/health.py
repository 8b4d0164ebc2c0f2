"""What the installation has and lacks, for the helpdesk; and a warning before what the bot proves itself with ends."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.core import checks, ticket_cards
from bot.core.texts import Speaker
from bot.core.tickets import CHANNEL
from bot.flows.replies import Talk, reply
from bot.ports import ChannelError, NotNow, Reply, World

log = logging.getLogger(__name__)

LATER = timedelta(hours=1)  # until a warning is tried again that found nobody


async def shown(talk: Talk) -> Reply:
    """What `python app.py check` says."""
    assert talk.world.check is not None, "a running bot can be looked at"
    return reply(ticket_cards.health(talk.say, await talk.world.check()), about=talk.about())


def watched(world: World) -> tuple[str, datetime] | None:
    """Which proof is to be warned of, and from when; None for one that does not end, or has ended."""
    own, now = world.proof, world.clock.now()
    if own is None or own.ends_at is None or own.ends_at <= now:
        return None
    due = checks.warning_due(own.ends_at, now)
    return checks.key_of(own), now if due else checks.next_warning(own.ends_at, now) or now


async def warn(world: World, key: str) -> datetime | None:
    """Warn where it is time. Returns when to warn next; None where that is all, or another proof has come instead."""
    own, now = world.proof, world.clock.now()
    if own is None or own.ends_at is None or checks.key_of(own) != key:
        return None
    if checks.warning_due(own.ends_at, now):
        log.error("a credential ends", extra={"proof": key, "days": checks.days_left(own.ends_at, now)})
        try:
            await _tell(world, own.ends_at)
        except NotNow:
            return now + LATER
        except ChannelError as error:
            log.warning("the helpdesk was not told: %s", error)
    return checks.next_warning(own.ends_at, now) or (own.ends_at if own.ends_at > now else None)


async def _tell(world: World, ends_at: datetime) -> None:
    """In the helpdesk's channel, where there is to be one. Raises ChannelError."""
    if CHANNEL not in world.desks or world.helpdesk_channel is None:
        return
    where = await world.helpdesk_channel()
    if where is None:
        raise NotNow("NoChannel")
    say = Speaker(world.language, where.time_zone, world.clock.now())
    await world.channel.send(where, Reply(say("credential-ends", at=ends_at)))
