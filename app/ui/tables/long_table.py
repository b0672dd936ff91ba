"""A long list with its states: loading, empty, failed, shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.ui.shell.problems import problem
from app.ui.tables.columns import R
from app.ui.tables.paged import PagedView, Pager
from app.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.shell.session import Session
    from app.ui.tables.columns import Column
    from app.ui.tables.paged import Fetch


class LongTable(QWidget, Generic[R]):
    """``counted`` carries how many rows a new list has; an empty one says why in ``say_empty``'s words."""

    counted = Signal(int)

    def __init__(self, session: Session, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.view: PagedView[R] = PagedView(columns, session.theme)
        self._pager = Pager(session.jobs, self.view)
        self.note = Empty()
        self._why, self._cure = self.tr("没有内容"), ""
        self._front = QStackedLayout(self)
        self._front.addWidget(self.view)
        self._front.addWidget(self.note)
        self._pager.counted.connect(self._show)
        self._pager.failed.connect(self._complain)
        self.note.acted.connect(self._pager.again)

    @property
    def current(self) -> R | None:
        """The row in focus, as far as it is here."""
        return self.view.current

    def say_empty(self, why: str, cure: str = "") -> None:
        """What to say where a list has no rows."""
        self._why, self._cure = why, cure

    def ask(self, fetch: Fetch[R]) -> None:
        """Show another list; the one before stays in sight until its first page comes."""
        if not self.view.pages.rowCount():
            self.wait(self.tr("正在读取…"))
        self._pager.ask(fetch)

    def wait(self, why: str) -> None:
        """Say why nothing is shown yet."""
        self.note.say(why, "")
        self._front.setCurrentIndex(1)

    def _show(self, total: int) -> None:
        if not total:
            self.note.say(self._why, self._cure)
        self._front.setCurrentIndex(0 if total else 1)
        self.counted.emit(total)
        self.view.picked.emit()

    def _complain(self, error: Exception) -> None:
        told = problem(error)
        self.note.say(told.what, told.advice, self.tr("再试一次"))
        self._front.setCurrentIndex(1)
