"""The one door between work off the screen's thread and Qt: one worker for the database, results on the UI thread."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one job, on its way to the UI thread."""

    owner: QObject
    deliver: Callable[[Any], None]
    result: Any


class Jobs(QObject):
    """Runs work in order on one background thread and hands each result to the UI thread.

    Results whose owner has been deleted are dropped. ``trouble`` carries failures nobody else takes.
    """

    changed = Signal(str)
    trouble = Signal(Exception)
    busy = Signal(bool)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._open = 0
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
        self._count(+1)
        future = self._worker.submit(work)
        future.add_done_callback(lambda f: self._settle(owner, f, done, failed or self.trouble.emit))

    def announce(self, number: str) -> None:
        """Tell every room that the claim of that number has changed (empty: anything may have)."""
        self.changed.emit(number)

    def close(self) -> None:
        """Finish the work that was handed in, then let the thread go; nothing typed is lost."""
        self._worker.shutdown(wait=True)

    def _settle(
        self, owner: QObject, future: Future[T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        error = future.exception()
        if isinstance(error, Exception):
            log.info("job failed: %s: %s", type(error).__name__, error)
            self._send(_Outcome(owner, failed, error))
        else:
            self._send(_Outcome(owner, done, future.result()))

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
