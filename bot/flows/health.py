"""What the installation has and lacks, for the helpdesk; and a warning before what the bot proves itself with ends."""

from __future__ import annotations

import logging
from datetime import datetime

from bot.core import checks, ticket_cards
from bot.core.texts import Speaker
from bot.core.tickets import CHANNEL
from bot.flows.replies import Talk, reply
from bot.ports import ChannelError, NotNow, Reply, World

log = logging.getLogger(__name__)


async def shown(talk: Talk) -> Reply:
    """What `python app.py check` says."""
    assert talk.world.check is not None, "a running bot can be looked at"
    return reply(ticket_cards.health(talk.say, await talk.world.check()), about=talk.about())


async def warn(world: World) -> None:
    """Say it once for each of checks.WARN_AT, by whichever process comes first; it is looked at every few minutes."""
    own, now = world.proof, world.clock.now()
    days = checks.warning_due(own.ends_at, now) if own and own.ends_at else None
    if own is None or own.ends_at is None or days is None:
        return
    key = f"warned: {checks.key_of(own)} {days}"
    if not await world.store.claim_notice(key):
        return
    log.error("a credential ends", extra={"proof": checks.key_of(own), "days": checks.days_left(own.ends_at, now)})
    try:
        await _tell(world, own.ends_at)
    except NotNow:
        await world.store.release_notice(key)
    except ChannelError as error:
        log.warning("the helpdesk was not told: %s", error)


async def _tell(world: World, ends_at: datetime) -> None:
    """In the helpdesk's channel, where there is to be one. Raises ChannelError."""
    if CHANNEL not in world.desks or world.helpdesk_channel is None:
        return
    where = await world.helpdesk_channel()
    if where is None:
        raise NotNow("NoChannel")
    say = Speaker(world.language, where.time_zone, world.clock.now())
    await world.channel.send(where, Reply(say("credential-ends", at=ends_at)))
