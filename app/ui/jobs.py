"""The one door between work off the screen's thread and Qt; results arrive on the UI thread."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.ui.shell.sweep import keep_to_this_thread

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job(Generic[T]):
    """What to do, for whom, and who takes what comes of it."""

    owner: QObject
    work: Callable[[], T]
    done: Callable[[T], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one job, on its way to the UI thread."""

    owner: QObject
    deliver: Callable[[Any], None]
    result: Any


class Jobs(QObject):
    """Runs work in order on a background thread and hands each result to the UI thread.

    There are two lanes, each with its own thread and order: ``run`` for services, ``draw`` for pictures. Results whose
    owner has been deleted are dropped. ``trouble`` carries failures nobody else takes.
    """

    changed = Signal(str)
    trouble = Signal(Exception)
    busy = Signal(bool)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        keep_to_this_thread()
        self._store = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._pictures = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._open, self._closed = 0, False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def pending(self) -> int:
        """Jobs handed in whose result has not been delivered yet."""
        return self._open

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run ``work`` in the background; then ``done`` with its result, or ``failed`` with its exception."""
        self._submit(self._store, _Job(owner, work, done, failed or self.trouble.emit))

    def draw(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do the same for decoding pictures, which never holds up the services."""
        self._submit(self._pictures, _Job(owner, work, done, failed or self.trouble.emit))

    def announce(self, number: str) -> None:
        """Tell every room that the claim of that number has changed (empty: anything may have)."""
        self.changed.emit(number)

    def close(self) -> None:
        """Finish the services that were asked for, drop pictures nobody will see; nothing typed is lost.

        What is asked for afterwards is dropped: the window has gone.
        """
        self._closed = True
        self._pictures.shutdown(wait=True, cancel_futures=True)
        self._store.shutdown(wait=True)

    def _submit(self, lane: ThreadPoolExecutor, job: _Job[T]) -> None:
        if self._closed:
            return
        self._count(+1)
        lane.submit(job.work).add_done_callback(lambda future: self._settle(job, future))

    def _settle(self, job: _Job[T], future: Future[T]) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if isinstance(error, Exception):
            log.info("job failed: %s: %s", type(error).__name__, error)
            self._send(_Outcome(job.owner, job.failed, error))
        else:
            self._send(_Outcome(job.owner, job.done, future.result()))

    def _send(self, outcome: _Outcome) -> None:
        if shiboken6.isValid(self):
            self._finished.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        self._count(-1)
        if shiboken6.isValid(outcome.owner):
            outcome.deliver(outcome.result)

    def _count(self, step: int) -> None:
        was, self._open = self._open, self._open + step
        if bool(was) != bool(self._open):
            self.busy.emit(bool(self._open))
