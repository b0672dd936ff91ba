"""One background thread; whatever it works on is kept, and let go, on the UI thread."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """What to do, for whom, and who takes what comes of it."""

    owner: QObject
    work: Callable[[], T]
    done: Callable[[T], None]
    failed: Callable[[Exception], None]


class Lane(QObject):
    """Does jobs in order. Results whose owner has been deleted are dropped.

    Only numbers cross between the threads. Jobs and results, which may hold the last reference to a Qt object, lie in
    two books from which the UI thread alone takes them out: what dies with them dies where Qt wants it to.
    ``moved`` comes when a job was handed in or its result is about to be told.
    """

    moved = Signal()
    _ended = Signal(int)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._numbers, self._closed = count(), False
        self._jobs: dict[int, Job[Any]] = {}
        self._results: dict[int, tuple[bool, Any]] = {}
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def open(self) -> int:
        """Jobs handed in whose result has not been told yet."""
        return len(self._jobs)

    def add(self, job: Job[T]) -> None:
        """Do a job after those handed in before; once closed, what is asked for is dropped."""
        if self._closed:
            return
        number = next(self._numbers)
        self._jobs[number] = job
        self.moved.emit()
        self._thread.submit(self._work, number)

    def close(self, *, wait: bool, drop: bool) -> None:
        """Take no more; ``wait`` for the jobs under way, ``drop`` those not begun."""
        self._closed = True
        self._thread.shutdown(wait=wait, cancel_futures=drop)

    def _work(self, number: int) -> None:
        self._results[number] = _outcome(self._jobs[number].work)
        if shiboken6.isValid(self):
            self._ended.emit(number)

    def _deliver(self, number: int) -> None:
        job, (well, result) = self._jobs.pop(number), self._results.pop(number)
        self.moved.emit()
        if not well:
            log.info("job failed: %s: %s", type(result).__name__, result)
        if shiboken6.isValid(job.owner):
            (job.done if well else job.failed)(result)


def _outcome(work: Callable[[], Any]) -> tuple[bool, Any]:
    """Whether the work went well, and its result or its exception."""
    try:
        return True, work()
    except Exception as error:  # noqa: BLE001 - told to whoever asked, on the thread of the screen
        return False, error
