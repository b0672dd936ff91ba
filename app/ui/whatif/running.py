"""A replay under way in a thread of its own: how far it is, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.ui.lane import Job
from review.services.replaying import replay
from review.whatif.watch import StoppedError, Watch

if TYPE_CHECKING:
    from app.ui.lane import Lane
    from review.services.office import Office
    from review.services.replaying import Asked

_GLANCE = 100


class Running(QObject):
    """Does one replay at a time; ``moved`` comes while it runs, then one of ``done``, ``stopped`` and ``failed``."""

    moved = Signal(int, int)
    done = Signal(object)
    stopped = Signal()
    failed = Signal(Exception)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._watch = lane, Watch()
        self._glance = QTimer(self, interval=_GLANCE)
        self._glance.timeout.connect(self._tell)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether a replay is under way."""
        return self._glance.isActive()

    def begin(self, office: Office, asked: Asked) -> None:
        """Begin a replay; the one before is over."""
        self._watch = watch = Watch()
        self._glance.start()
        self._lane.add(Job(self, lambda: replay(office, asked, watch), self._done, self._failed))

    def stop(self) -> None:
        """Ask the replay to stop; ``stopped`` follows within a second."""
        self._watch.stop()

    def _tell(self) -> None:
        self.moved.emit(self._watch.done, self._watch.of)

    def _done(self, comparison: object) -> None:
        self._glance.stop()
        self.done.emit(comparison)

    def _failed(self, error: Exception) -> None:
        self._glance.stop()
        if isinstance(error, StoppedError):
            self.stopped.emit()
        else:
            self.failed.emit(error)
