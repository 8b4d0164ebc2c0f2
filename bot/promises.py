"""Door to the durable engine: the workflows made of flows. The only place that knows DBOS."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import Context
from datetime import UTC, datetime, timedelta
from typing import Any

from dbos import DBOS, DBOSClient, SetEnqueueOptions, SetWorkflowID
from dbos import error as trouble

from bot.core.cases import Case, State
from bot.core.tickets import CHANNEL, PERSON, Ticket
from bot.flows import filing, follow_up, health, inbox, overdue, retention, telling, tickets
from bot.peers import BEAT, Peers
from bot.ports import World

log = logging.getLogger(__name__)

QUEUE, NEWS = "promises", "news"  # looks, and what is told
FILING, DESKS = "filing", "desks"  # tickets on their way: within Teams, and to systems of others, which may hang
# Half of what the smallest tenants get from PeopleManager, 3,000 calls in five minutes (domain: 4.6): the other half is
# for people who ask, and for other apps. A look costs one such call.
LOOKS, DURING = 50, 10.0  # so many in so many seconds, by all processes together
# One version for all releases that understand each other's workflows, so that a deployment strands nothing in flight.
WORKFLOWS_VERSION = "1"
POLLING, NEWS_POLLING = 0.5, 1.0  # seconds between two looks into each queue
AT_ONCE = 20  # workflows that one process runs side by side
FILED_AT_ONCE = 100  # of those that bring tickets to their places, most of which find nothing to do
# The engine looks so often, in seconds, for messages between workflows. There are none: this only makes it end sooner.
NO_NOTIFICATIONS = 0.1
LAST_WORDS = 3  # seconds that links may take to end when the process stops
BEGUN = 10.0  # seconds from Start until a resync has surely begun
OVERDUE = timedelta(minutes=10)  # a look that is this late has been lost
TROUBLE = timedelta(minutes=1)  # until a step is tried again that failed for longer than it is repeated
HEALING = 300.0  # seconds between two searches for promises that were lost
HEALED = 1000  # numbers of a chain that was taken up again begin at a multiple of this
UNFILED = timedelta(seconds=10)  # a ticket that is this late at one of its places has been lost on its way
FILING_HEALED = 15.0  # seconds between two searches for these
ANSWERS = 60.0  # seconds between two questions to desks for what people did there
LAST = 10**9  # stands for the last version of a ticket, whichever that is
KEPT = timedelta(days=7)  # how long links are kept that have ended
SWEPT = 1000  # of them at once
OPEN = ("ENQUEUED", "DELAYED", "PENDING")
ENDED = ("SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")

# The engine finds workflows by their names, registered at import; this is how they find the world that was built since.
_world: World | None = None
_scale = 1.0  # how many times faster than the engine's time the world's clock goes
_running = 0  # links under way in this process


def _here() -> World:
    assert _world is not None, "no promise runs before open()"
    return _world


Step = Callable[[str, int, int], Awaitable[datetime | None]]
Link = Callable[[str, int, int], Coroutine[Any, Any, None]]


class StepFailed(Exception):
    """A step failed, by the kind of error. The engine keeps it, so it holds nothing of what the step worked on."""


def _step(name: str, work: Callable[[World, str, int, int], Awaitable[datetime | None]]) -> Step:
    """A flow as the engine runs it. What raises is a database that is away for a moment: all else is a value by now."""

    @DBOS.step(name=name, retries_allowed=True, interval_seconds=0.5, max_attempts=6, backoff_rate=2.0)
    async def step(case: str, attempt: int, number: int) -> datetime | None:
        try:
            return await work(_here(), case, attempt, number)
        except Exception as error:  # an error of the database brings its values, be they hidden where it is logged
            raise StepFailed(type(error).__name__) from error

    return step


_begin = _step("begin", lambda world, case, attempt, _: follow_up.begin(world, case, attempt))
_look = _step("look", lambda world, case, attempt, _: follow_up.look(world, case, attempt))
_remind = _step("remind", lambda world, case, attempt, _: follow_up.remind(world, case, attempt))
_tell = _step("tell", telling.ended)
# A ticket's place is named in one word, as "17/channel"; its attempt is the version that is brought there.
_file = _step("file", lambda world, place, version, tries: filing.bring(world, place, version, tries % HEALED))
_watch_over = _step("watch_over", lambda world, ticket, *_: overdue.watch(world, int(ticket)))
_tidy = _step("tidy", lambda world, *_: retention.tidy(world))


@DBOS.workflow(name="resync")
async def resync(case: str, attempt: int, number: int = 0) -> None:
    """Begin a resync, then look."""
    await _link(resync, _begin, case, attempt, number, then=watch)


@DBOS.workflow(name="watch")
async def watch(case: str, attempt: int, number: int) -> None:
    """One look; then the next, or the end."""
    await _link(watch, _look, case, attempt, number, then=watch, at_the_end=tell)


@DBOS.workflow(name="remind")
async def remind(case: str, attempt: int, number: int) -> None:
    """See whether it can be done now; then again, or say so."""
    await _link(remind, _remind, case, attempt, number, then=remind, at_the_end=tell)


@DBOS.workflow(name="tell")
async def tell(case: str, attempt: int, number: int) -> None:
    """Say how it ended; later again where Teams is busy or the person sleeps."""
    await _link(tell, _tell, case, attempt, number, then=tell)


@DBOS.workflow(name="file")
async def file(place: str, version: int, number: int) -> None:
    """Bring one place of a ticket to what is true; later again where it did not take all of it."""
    await _link(file, _file, place, version, number, then=file)


@DBOS.workflow(name="watch_over")
async def watch_over(ticket: str, attempt: int, number: int) -> None:
    """See whether the helpdesk has answered; remind it."""
    await _link(watch_over, _watch_over, ticket, attempt, number, then=watch_over)


@DBOS.workflow(name="tidy")
async def tidy(day: str, attempt: int, number: int) -> None:
    """Remove what is too old; again at once while there is more."""
    await _link(tidy, _tidy, day, attempt, number, then=tidy)


async def _link(
    this: Link, step: Step, case: str, attempt: int, number: int, then: Link, at_the_end: Link | None = None
) -> None:
    """One step; `then` the next link at the moment that the step names, or the one for the end where it names none.

    A step that failed for longer than it is repeated is tried later: a chain does not break.
    """
    global _running
    _running += 1
    try:
        at = await step(case, attempt, number)
        if at:
            await _later(then, at, case, attempt, number + 1)
        elif at_the_end:
            await _later(at_the_end, None, case, attempt, 0)
    except trouble.DBOSMaxStepRetriesExceeded:
        log.error("a step of a promise failed", extra={"case": case, "action": _name(this)})
        await _later(this, _here().clock.now() + TROUBLE * _scale, case, attempt, number + 1)
    finally:
        _running -= 1


async def _later(link: Link, at: datetime | None, case: str, attempt: int, number: int) -> None:
    """Enqueue the next link of a chain; its id says which one it is, so it exists once. Waiting costs no memory."""
    delay = max(0.0, (at - _here().clock.now()).total_seconds()) / _scale if at else 0.0
    # One place of a ticket takes one thing at a time, in order: whatever is enqueued for it waits for its turn.
    turn = case if link is file else None
    options = SetEnqueueOptions(delay_seconds=delay or None, queue_partition_key=turn)
    with SetWorkflowID(f"{_name(link)}:{case}:{attempt}:{number}"), options:
        await DBOS.enqueue_workflow_async(_queue_of(link, case), link, case, attempt, number)


async def _apart(enqueuing: Coroutine[Any, Any, None]) -> None:
    """Enqueue from within a step, where the engine takes nothing: the link's own id makes it one all the same."""
    await asyncio.get_running_loop().create_task(enqueuing, context=Context())


def _queue_of(link: Link, about: str) -> str:
    if link is file:
        return FILING if filing.place_of(about)[1] in (PERSON, CHANNEL) else DESKS
    return NEWS if link in (tell, watch_over, tidy) else QUEUE


def _name(link: Link) -> str:
    return str(getattr(link, "__name__", ""))


class Engine:
    """Implements ports.Promises with DBOS, in the same database as the store. One for each process.

    With `shared`, other processes work with the same database, and each finishes what a dead one has begun.
    """

    def __init__(self, database_url: str, scale: float = 1.0, shared: bool = False) -> None:
        self._url, self._scale, self._shared = database_url, scale, shared
        self._keepers: list[asyncio.Task[None]] = []

    async def open(self, world: World) -> None:
        """Start it; what a process that died had begun goes on from its last finished step."""
        global _world, _scale
        _world, _scale = world, self._scale
        self._peers = Peers(world.store)
        DBOS(
            config={
                "name": "resync",
                "system_database_url": self._url,
                "application_version": WORKFLOWS_VERSION,
                "executor_id": self._peers.own,
                "log_level": "WARNING",
                "enable_otlp": False,
                "notification_listener_polling_interval_sec": NO_NOTIFICATIONS,
            }
        )
        engine_log = logging.getLogger("dbos")  # it brings a handler of its own, for lines that nobody can parse
        engine_log.handlers.clear()
        engine_log.propagate = True
        DBOS.launch()
        await DBOS.register_queue_async(
            QUEUE,
            polling_interval_sec=POLLING,
            worker_concurrency=AT_ONCE,
            limiter={"limit": LOOKS, "period": DURING},
        )
        await DBOS.register_queue_async(NEWS, polling_interval_sec=NEWS_POLLING, worker_concurrency=AT_ONCE)
        for queue in (FILING, DESKS):
            await DBOS.register_queue_async(
                queue, polling_interval_sec=NEWS_POLLING, worker_concurrency=FILED_AT_ONCE, partition_concurrency=1
            )
        await self._take_over()
        self._keepers = [asyncio.create_task(self._keep(BEAT, self._take_over))] if self._shared else []
        self._keepers.append(asyncio.create_task(self._keep(BEGUN / 2, self._begin_what_was_cut_off)))
        self._keepers.append(asyncio.create_task(self._keep(HEALING, self._heal, self._warn, self._sweep)))
        self._keepers.append(asyncio.create_task(self._keep(HEALING, self._tidy_up, after=HEALING)))  # people first
        if world.desks:
            self._keepers.append(asyncio.create_task(self._keep(FILING_HEALED, self._heal_filing, self._heal_watching)))
            self._keepers.append(asyncio.create_task(self._keep(ANSWERS, self._hear_desks)))

    async def close(self) -> None:
        """Let links under way end, for a moment; what is not done by then goes on elsewhere, or at the next start."""
        for keeper in self._keepers:
            keeper.cancel()
        # What the engine cuts off from here on goes on elsewhere: its complaints are no faults.
        for name in ("dbos", "asyncio"):
            logging.getLogger(name).addFilter(_no_farewell)
        await asyncio.to_thread(DBOS.destroy, workflow_completion_timeout_sec=LAST_WORDS if _running else 0)
        # DBOS makes its own pool of threads the event loop's, and shuts it with itself.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())
        if self._shared:
            with suppress(Exception):  # a database that is away: the others will notice by themselves
                await self._peers.leave()

    async def _keep(self, every: float, *works: Callable[[], Awaitable[None]], after: float = 0.0) -> None:
        """What each process does for all of them for as long as it lives."""
        await asyncio.sleep(after)
        while True:
            try:
                for work in works:
                    await work()
            except Exception as error:  # whatever a database that is away makes the engine raise
                log.warning("could not look after promises: %s", type(error).__name__)
            await asyncio.sleep(every)

    async def _take_over(self) -> None:
        """Put back into the queue what a process had begun that is no longer alive."""
        # Before it is seen who lives: a process that begins meanwhile is not taken for dead.
        begun = await DBOS.list_workflows_async(status="PENDING", load_input=False, load_output=False)
        # Nobody else works with a database that is not shared: whoever has begun something there is dead.
        living = await self._peers.living() if self._shared else {self._peers.own}
        for process in {str(one.executor_id) for one in begun} - living:
            log.warning("a process is gone: what it had begun is taken over", extra={"peer": process})
            # Only what still belongs to that process moves, so two who notice at once do no harm.
            await asyncio.to_thread(DBOS._recover_pending_workflows, [process])
            await self._peers.leave(process)
        await self._peers.strike_off_the_dead()

    async def _begin_what_was_cut_off(self) -> None:
        """Begin resyncs whose process died after it had written them down, and before it could tell the engine."""
        for case in await _here().store.unbegun(_here().clock.now() - timedelta(seconds=BEGUN) * _scale):
            await self.begin_resync(case)  # which joins what is under way

    async def _heal(self) -> None:
        """Take up what is overdue, and of which the engine has no open link."""
        now = _here().clock.now()
        overdue = await _here().store.unwatched(now - OVERDUE)
        if not overdue:
            return
        links = await DBOS.list_workflows_async(status=list(OPEN), load_input=False, load_output=False)
        waiting = {":".join(one.workflow_id.split(":")[:3]) for one in links}  # without their numbers
        for case in overdue:
            chain = _chain(case)
            if not any(f"{_name(link)}:{case.id}:{case.attempt}" in waiting for link in chain):
                log.warning("a promise was lost and is taken up again", extra={"case": case.id})
                await self._taken_up(case, chain)

    async def _taken_up(self, case: Case, chain: Sequence[Link]) -> None:
        """A chain that has ended without its end goes on; one that never began begins."""
        prefixes = [f"{_name(link)}:{case.id}:{case.attempt}" for link in chain]
        known = [await DBOS.list_workflows_async(workflow_id_prefix=one, load_input=False, load_output=False)
                 for one in prefixes]  # fmt: skip
        if chain[0] is resync and not known[0] and not case.looks:  # or else a look is due now
            await self.begin_resync(case)
        else:
            # Whoever heals at the same moment sees the same, and so comes to the same id.
            await _later(chain[-1], None, case.id, case.attempt, HEALED * (1 + len(known[-1])))

    async def _warn(self) -> None:
        await health.warn(_here())

    async def _heal_watching(self) -> None:
        """Watch over tickets whose first reply is due, and over which nobody watches."""
        world = _here()
        found = await overdue.unwatched(world)
        if not found:
            return
        links = await DBOS.list_workflows_async(
            status=list(OPEN), workflow_id_prefix="watch_over:", load_input=False, load_output=False
        )
        watched = {one.workflow_id.split(":")[1] for one in links}
        for ticket in found:
            if str(ticket.number) not in watched:
                await _later(
                    watch_over,
                    overdue.begins_at(world, ticket),
                    str(ticket.number),
                    ticket.reopened,
                    HEALED * ticket.version,
                )

    async def _heal_filing(self) -> None:
        """Take up tickets that have not come to one of their places, and that nobody is bringing there."""
        world = _here()
        late = await world.store.behind(tickets.places(world), world.clock.now() - UNFILED * _scale)
        if not late:
            return
        links = await DBOS.list_workflows_async(
            status=list(OPEN), workflow_id_prefix="file:", load_input=False, load_output=False
        )
        under_way = {one.workflow_id.split(":")[1] for one in links}
        for number, place in late:
            name = filing.name_of(number, place)
            if name not in under_way:
                known = await DBOS.list_workflows_async(
                    workflow_id_prefix=f"file:{name}:", load_input=False, load_output=False
                )
                log.warning("a ticket was lost on its way and is taken up again", extra={"ticket": number})
                await _later(file, None, name, LAST, HEALED * (1 + len(known)))

    async def _hear_desks(self) -> None:
        await inbox.hear(_here())

    async def _sweep(self) -> None:
        """Forget links that ended long ago; their cases and the audit stay."""
        before = (datetime.now(UTC) - KEPT).isoformat()
        ended = await DBOS.list_workflows_async(
            status=list(ENDED), completed_before=before, limit=SWEPT, load_input=False, load_output=False
        )
        if ended:
            await DBOS.delete_workflows_async([one.workflow_id for one in ended])
        await _here().store.sweep(_here().clock.now() - KEPT * _scale)

    async def _tidy_up(self) -> None:
        """Once a day, whichever process asks first: the day is a part of its id."""
        await _later(tidy, None, f"{_here().clock.now():%Y-%m-%d}", 0, 0)

    async def begin_resync(self, case: Case) -> None:
        """Do what a case that has just begun is to do; a second call for the same attempt joins the first."""
        with SetWorkflowID(f"resync:{case.id}:{case.attempt}"):
            await DBOS.start_workflow_async(resync, case.id, case.attempt)

    async def come_back(self, case: Case) -> None:
        """Look again at `case.look_at` and tell what is possible then; once for each attempt."""
        await _later(remind, case.look_at, case.id, case.attempt, 0)

    async def tell(self, case: Case) -> None:
        """Say how a promise ended that could not be told before."""
        await _later(tell, None, case.id, case.attempt, telling.CHAIN * case.version)  # a chain of its own

    async def drop(self, case: Case) -> None:
        """Nothing waits any more for this case. What runs at this moment finds by itself that the case is no more."""
        await _drop(DBOS, case)

    async def deliver(self, ticket: Ticket, places: Sequence[str]) -> None:
        """Bring these places to what is true of a ticket; a second call for the same version joins the first."""
        for place in places:
            await _apart(_later(file, None, filing.name_of(ticket.number, place), ticket.version, 0))

    async def watch_over(self, ticket: Ticket, at: datetime) -> None:
        """See at that moment whether the helpdesk has answered."""
        await _apart(_later(watch_over, at, str(ticket.number), ticket.reopened, 0))

    async def promised(self) -> int | None:
        """How many links are open, from a process that need not run the engine; None before its first start."""
        return await asyncio.to_thread(_promised, self._url)

    async def healthy(self) -> bool:
        try:
            await DBOS.list_queues_async()
        except Exception:  # whatever it is that the engine raises, it is not healthy
            return False
        return True


def _promised(url: str) -> int | None:
    client = DBOSClient(system_database_url=url, retry_connection_errors=False)
    try:
        return len(client.list_workflows(status=list(OPEN), load_input=False, load_output=False))
    except Exception:  # whatever a database without the engine's tables makes it raise
        return None
    finally:
        client.destroy()


async def drop_from_outside(database_url: str, case: Case) -> None:
    """The same in a process that keeps no promises; where no bot has run yet, there is nothing to drop."""
    client = DBOSClient(system_database_url=database_url, lazy=True, retry_connection_errors=False)
    try:
        await _drop(client, case)
    except Exception as error:  # whatever a database without its tables makes the engine raise
        log.warning("nothing was dropped: %s", type(error).__name__)
    finally:
        await asyncio.to_thread(client.destroy)


async def _drop(engine: Any, case: Case) -> None:
    prefixes = [f"{_name(link)}:{case.id}:" for link in (resync, watch, remind, tell)]
    links = await engine.list_workflows_async(workflow_id_prefix=prefixes, load_input=False, load_output=False)
    if gone := [one.workflow_id for one in links if one.status != "PENDING"]:
        await engine.delete_workflows_async(gone)


def _no_farewell(record: logging.LogRecord) -> bool:
    """Whether a line is no complaint about threads that are gone because the process ends."""
    error = record.exc_info[1] if record.exc_info else None
    return not (isinstance(error, RuntimeError) and "after shutdown" in str(error))


def _chain(case: Case) -> tuple[Link, ...]:
    """The links that keep what is owed now, the first one first."""
    return {State.RESYNCING: (resync, watch), State.WAITING: (remind,)}.get(case.state, (tell,))
