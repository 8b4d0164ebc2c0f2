"""Door to the durable engine: the workflows made of flows. The only place that knows DBOS."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Any

from dbos import DBOS, SetEnqueueOptions, SetWorkflowID

from bot.core.cases import Case
from bot.flows import follow_up, telling
from bot.ports import World

log = logging.getLogger(__name__)

QUEUE = "promises"
# One version for all releases that understand each other's workflows, so that a deployment strands nothing in flight.
WORKFLOWS_VERSION = "1"
POLLING = 0.5  # seconds between two looks into the queue
AT_ONCE = 20  # workflows that one process runs side by side
LAST_WORDS = 3.0  # seconds that a step may take to end when the process stops
OVERDUE = timedelta(minutes=10)  # a look that is this late has been lost

# The engine finds workflows by their names, registered at import; this is how they find the world that was built since.
_world: World | None = None
_scale = 1.0  # how many times faster than the engine's time the world's clock goes


def _here() -> World:
    assert _world is not None, "no promise runs before open()"
    return _world


class _Steps:
    """The steps that run at this moment, so that a process which stops can let them end."""

    def __init__(self) -> None:
        self._running = 0
        self._none = asyncio.Event()
        self._none.set()

    @contextmanager
    def one(self) -> Iterator[None]:
        self._running += 1
        self._none.clear()
        try:
            yield
        finally:
            self._running -= 1
            if not self._running:
                self._none.set()

    async def ended(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._none.wait()


_steps = _Steps()


# What raises in a step is a database that is away for a moment: everything else is a value by now.
_patient = DBOS.step(retries_allowed=True, interval_seconds=1.0, max_attempts=9, backoff_rate=2.0)


@_patient
async def _begin(case: str, attempt: int) -> datetime | None:
    with _steps.one():
        return await follow_up.begin(_here(), case, attempt)


@_patient
async def _look(case: str, attempt: int) -> datetime | None:
    with _steps.one():
        return await follow_up.look(_here(), case, attempt)


@_patient
async def _remind(case: str, attempt: int) -> datetime | None:
    with _steps.one():
        return await follow_up.remind(_here(), case, attempt)


@_patient
async def _tell(case: str, attempt: int, tries: int) -> datetime | None:
    with _steps.one():
        return await telling.ended(_here(), case, attempt, tries)


@DBOS.workflow(name="resync")
async def resync(case: str, attempt: int) -> None:
    """Begin a resync, then look."""
    look_at = await _begin(case, attempt)
    if look_at:
        await _later(watch, look_at, case, attempt, 0)


@DBOS.workflow(name="watch")
async def watch(case: str, attempt: int, number: int) -> None:
    """One look; then the next, or the end."""
    look_at = await _look(case, attempt)
    if look_at:
        await _later(watch, look_at, case, attempt, number + 1)
    else:
        await _later(tell, None, case, attempt, 0)


@DBOS.workflow(name="remind")
async def remind(case: str, attempt: int, number: int) -> None:
    """See whether it can be done now; then again, or say so."""
    look_at = await _remind(case, attempt)
    if look_at:
        await _later(remind, look_at, case, attempt, number + 1)
    else:
        await _later(tell, None, case, attempt, 0)


@DBOS.workflow(name="tell")
async def tell(case: str, attempt: int, tries: int) -> None:
    """Say how it ended; later again where Teams is busy."""
    again_at = await _tell(case, attempt, tries)
    if again_at:
        await _later(tell, again_at, case, attempt, tries + 1)


async def _later(
    workflow: Callable[[str, int, int], Coroutine[Any, Any, None]],
    at: datetime | None,
    case: str,
    attempt: int,
    number: int,
) -> None:
    """Enqueue the next link of a chain; its id says which one it is, so it exists once. Waiting costs no memory."""
    delay = max(0.0, (at - _here().clock.now()).total_seconds()) / _scale if at else 0.0
    name = getattr(workflow, "__name__", "")
    with SetWorkflowID(f"{name}:{case}:{attempt}:{number}"), SetEnqueueOptions(delay_seconds=delay or None):
        await DBOS.enqueue_workflow_async(QUEUE, workflow, case, attempt, number)


class Engine:
    """Implements ports.Promises with DBOS, in the same database as the store. One for each process."""

    def __init__(self, database_url: str, scale: float = 1.0) -> None:
        self._url, self._scale = database_url, scale

    async def open(self, world: World) -> None:
        """Start it; what a process that died had begun goes on from its last finished step."""
        global _world, _steps, _scale
        _world, _steps, _scale = world, _Steps(), self._scale
        DBOS(
            config={
                "name": "resync",
                "system_database_url": self._url,
                "application_version": WORKFLOWS_VERSION,
                "log_level": "WARNING",
                "enable_otlp": False,
            }
        )
        engine_log = logging.getLogger("dbos")  # it brings a handler of its own, for lines that nobody can parse
        engine_log.handlers.clear()
        engine_log.propagate = True
        DBOS.launch()
        await DBOS.register_queue_async(QUEUE, polling_interval_sec=POLLING, worker_concurrency=AT_ONCE)
        for case in await world.store.unwatched(world.clock.now() - OVERDUE):
            chain = f"watch:{case.id}:{case.attempt}:"
            waiting = ["ENQUEUED", "DELAYED", "PENDING"]
            if not await DBOS.list_workflows_async(workflow_id_prefix=chain, status=waiting, limit=1):
                log.warning("a promise was lost and is taken up again", extra={"case": case.id})
                await _later(watch, None, case.id, case.attempt, int(time.time()))

    async def close(self) -> None:
        """Let steps under way end, for a moment; what is not done by then goes on at the next start."""
        await _steps.ended(LAST_WORDS)
        await asyncio.to_thread(DBOS.destroy)
        # DBOS makes its own pool of threads the event loop's, and shuts it with itself.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())

    async def begin_resync(self, case: Case) -> None:
        """Start the resync of a case; a second call for the same attempt joins the first."""
        attempt = case.attempt + 1
        with SetWorkflowID(f"resync:{case.id}:{attempt}"):
            await DBOS.start_workflow_async(resync, case.id, attempt)

    async def come_back(self, case: Case) -> None:
        """Look again at `case.look_at` and tell what is possible then; once for each attempt."""
        await _later(remind, case.look_at, case.id, case.attempt, 0)

    async def tell(self, case: Case) -> None:
        """Say how a promise ended that could not be told before."""
        await _later(tell, None, case.id, case.attempt, telling.CHAIN * case.version)  # a chain of its own

    async def healthy(self) -> bool:
        try:
            await DBOS.list_queues_async()
        except Exception:  # whatever it is that the engine raises, it is not healthy
            return False
        return True
