"""The one door between work off the screen's thread and Qt; results arrive on the UI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.ui.lane import Job, Lane
from app.ui.shell.sweep import keep_to_this_thread

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Jobs(QObject):
    """Runs work in order on a background thread and hands each result to the UI thread.

    There are two lanes, each with its own thread and order: ``run`` for services, ``draw`` for pictures. Results whose
    owner has been deleted are dropped. ``trouble`` carries failures nobody else takes.
    """

    changed = Signal(str)
    trouble = Signal(Exception)
    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        keep_to_this_thread()
        self._store, self._pictures = Lane("store", self), Lane("pictures", self)
        self._was_busy = False
        for lane in (self._store, self._pictures):
            lane.moved.connect(self._tell_busy)

    @property
    def pending(self) -> int:
        """Jobs handed in whose result has not been delivered yet."""
        return self._store.open + self._pictures.open

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run ``work`` in the background; then ``done`` with its result, or ``failed`` with its exception."""
        self._store.add(Job(owner, work, done, failed or self.trouble.emit))

    def draw(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do the same for decoding pictures, which never holds up the services."""
        self._pictures.add(Job(owner, work, done, failed or self.trouble.emit))

    def announce(self, number: str) -> None:
        """Tell every room that the claim of that number has changed (empty: anything may have)."""
        self.changed.emit(number)

    def close(self) -> None:
        """Finish the services that were asked for, drop pictures nobody will see; nothing typed is lost.

        What is asked for afterwards is dropped: the window has gone.
        """
        self._pictures.close(wait=True, drop=True)
        self._store.close(wait=True, drop=False)

    def _tell_busy(self) -> None:
        busy = self.pending > 0
        if busy != self._was_busy:
            self._was_busy = busy
            self.busy.emit(busy)
