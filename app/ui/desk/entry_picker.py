"""Chooses the catalogue entry of a line, by keyboard alone: type, arrows, Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from app.ui.desk.candidates import Wanted, look_up
from app.ui.desk.candidates_model import CandidatesModel

if TYPE_CHECKING:
    from app.ui.shell.session import Session
    from review.catalogue.entry import Candidate

PAUSE = 150
WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class EntryPicker(QDialog):
    """``chosen`` brings line id and entry id."""

    chosen = Signal(int, str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self._session = session
        self._want: Wanted | None = None
        self._asked = ""
        self.candidates = CandidatesModel()
        self._head = QLabel()
        self._head.setProperty("role", "heading")
        self.search = QLineEdit(placeholderText=self.tr("输入名称、拼音首字母或编码；↑↓ 选择，回车确定，Esc 返回"))
        self.search.setAccessibleName(self.tr("查目录"))
        self.table = QTableView()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("选择目录条目"))
        self.resize(860, 420)
        self.table.setModel(self.candidates)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setWordWrap(False)
        head = self.table.horizontalHeader()
        for column, width in enumerate((44, 250, 110, 170)):
            self.table.setColumnWidth(column, width)
        head.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(16, 12, 16, 12)
        for widget in (self._head, self.search, self.table):
            column_box.addWidget(widget)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.installEventFilter(self)
        self.table.doubleClicked.connect(lambda _index: self._choose())

    def ask(self, want: Wanted) -> None:
        """Open for a line."""
        self._want = want
        printed = want.printed
        self._head.setText("　".join(part for part in (printed.name, printed.spec, printed.unit) if part))
        self.search.clear()
        self.candidates.set_candidates(())
        self.open()
        self.search.setFocus()
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the table while the cursor stays in the search line; Enter chooses."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = WALK.get(Qt.Key(event.key()))
            if step is not None:
                self._walk(step)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _walk(self, step: int) -> None:
        row = self.table.currentIndex().row() + step
        self.table.selectRow(min(self.candidates.rowCount() - 1, max(0, row)))

    def _look(self) -> None:
        want, text = self._want, self.search.text().strip()
        if want is None:
            return
        self._asked = text

        def show(found: tuple[Candidate, ...]) -> None:
            if want is self._want and text == self._asked:
                self.candidates.set_candidates(found)
                self.table.selectRow(0)

        self._session.jobs.run(self, lambda: look_up(self._session.office, want, text), show)

    def _choose(self) -> None:
        row = self.table.currentIndex().row()
        if self._want is not None and row >= 0:
            self.accept()
            self.chosen.emit(self._want.line_id, self.candidates.entry_id(row))
