"""Taking a file over in steps: it is chosen, read in the background, looked at; all of it is taken, or nothing."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.shell.problems import problem
from app.ui.widgets.steps_dialog import StepsDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.jobs import Jobs
    from app.ui.widgets.choose_page import ChoosePage

P = TypeVar("P", bound=QWidget)


class ImportDialog(StepsDialog, Generic[P]):
    """``taken`` brings what was taken over; until then nothing has changed. ``heavy`` reads and writes.

    A subclass sets ``choose`` and ``preview``, shows what was read in :meth:`show_read`, and says the words.
    """

    taken = Signal(object)
    choose: ChoosePage
    preview: P

    def __init__(self, parent: QWidget, title: str, heavy: Jobs) -> None:
        super().__init__(parent, title)
        self._heavy = heavy
        self._stop: Event | None = None
        self.wait.cancelled.connect(self._cancel)

    def show_read(self, got: Any) -> None:
        """Show what was read; its page comes to the front then."""
        raise NotImplementedError

    def begin_reading(self, what: str, work: Callable[[Event], Any], trouble: QWidget | None = None) -> None:
        """Read in the background; ``work`` gets what stops it. A failure is told on ``trouble``.

        Without one it is told where files are chosen.
        """
        self._stop = stop = Event()
        self.destroyed.connect(stop.set)
        self.begin_waiting(what)
        page = trouble or self.choose
        self._heavy.run(
            self, lambda: work(stop), lambda got: self._read(stop, got), lambda error: self._unread(stop, error, page)
        )

    def begin_taking(self, what: str, work: Callable[[], Any]) -> None:
        """Take over in the background, which cannot be left."""
        self.begin_waiting(what, leave=False)
        self._heavy.run(self, work, self._done, self._refused)

    def go_back(self) -> None:
        """Another file."""
        self.turn(self.choose)

    def reject(self) -> None:
        """Close; a file that is being read is let go."""
        if self.leave.isEnabled():
            self._let_go()
            super().reject()

    def _read(self, stop: Event, got: Any) -> None:
        if stop is self._stop:
            self.wait.end()
            self.show_read(got)
            self.turn(self.preview)

    def _unread(self, stop: Event, error: Exception, page: QWidget) -> None:
        if stop is self._stop:
            self._tell(error, page)

    def _cancel(self) -> None:
        self._let_go()
        self.wait.end()
        self.choose.complain("")
        self.turn(self.choose)

    def _let_go(self) -> None:
        if self._stop is not None:
            self._stop.set()
            self._stop = None

    def _done(self, taken: object) -> None:
        self.wait.end()
        self.accept()
        self.taken.emit(taken)

    def _refused(self, error: Exception) -> None:
        self._tell(error, self.preview)

    def _tell(self, error: Exception, page: Any) -> None:
        self.wait.end()
        told = problem(error)
        page.complain(f"{told.what}\n{told.advice}".strip())
        self.turn(page)
