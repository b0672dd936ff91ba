"""Chooses the catalogue entry of a line, by keyboard alone: a number, or words to search by, arrows and Enter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from app.ui.desk.candidate_note import CandidateNote
from app.ui.desk.candidates import Offer, Wanted, look_up
from app.ui.desk.candidates_model import NUMBERED, CandidatesModel
from app.ui.labels import label
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import text
from app.ui.widgets.chips import ChipRow, Choice
from review.catalogue.entry import EntryKind

if TYPE_CHECKING:
    from app.ui.shell.session import Session

PAUSE = 150
WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ALL = "all"
_WIDTHS = (36, 40, 230, 130, 150, 110)


class EntryPicker(QDialog):
    """``chosen`` brings line id and entry id.

    The list has the focus at first: 1 to 8 choose at once, 0 is outside; whatever else is typed goes to the search,
    where Alt with a number chooses.
    """

    chosen = Signal(int, str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self._session = session
        self._want: Wanted | None = None
        self._offer = Offer(())
        self._asked = ("", _ALL)
        self.candidates = CandidatesModel(self)
        self.head, self.said, self.recalled, self.note = (
            text(role="heading"),
            text(role="mute"),
            Note(),
            CandidateNote(),
        )
        self.search = QLineEdit(placeholderText=self.tr("输入名称、拼音首字母或编码"))
        self.search.setAccessibleName(self.tr("查目录"))
        kinds = (Choice(kind, label(kind)) for kind in EntryKind)
        self.scope = ChipRow((Choice(_ALL, self.tr("全部")), *kinds))
        self.table = QTableView()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self._build()
        self._connect()

    def ask(self, want: Wanted) -> None:
        """Open for a line."""
        self._want = want
        printed = want.printed
        self.head.setText("　".join(part for part in (printed.name, printed.spec, printed.unit, printed.code) if part))
        self.said.setText(want.said)
        self.said.setVisible(bool(want.said))
        self.search.clear()
        self.scope.choose(_ALL)
        self.candidates.show(None)
        self.open()
        self.table.setFocus()
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk and numbers choose; letters typed over the list go to the search."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._pressed(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        key, step = Qt.Key(event.key()), WALK.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._walk(step)
        elif key in ENTER:
            self._choose(self.table.currentIndex().row())
        elif watched is self.table and event.text().isdigit():
            self._choose(self.candidates.row_of(int(event.text())))
        elif watched is self.table and event.text().isprintable() and event.text().strip("/ "):
            self.search.setFocus()
            self.search.insert(event.text())
            self._pause.start()
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        row = self.table.currentIndex().row() + step
        self.table.selectRow(min(self.candidates.rowCount() - 1, max(0, row)))

    def _turn_scope(self, step: int) -> None:
        """The next or the last of all, drugs, services, supplies."""
        order = (_ALL, *EntryKind)
        self.scope.choose(order[(order.index(self.scope.current) + step) % len(order)])

    def _look(self) -> None:
        want, text_, scope = self._want, self.search.text().strip(), self.scope.current
        if want is None:
            return
        self._asked = (text_, scope)
        kind = None if scope == _ALL else EntryKind(scope)

        def show(offer: Offer) -> None:
            if want is self._want and (text_, scope) == self._asked:
                self._show(offer)

        self._session.jobs.run(self, lambda: look_up(self._session.office, want, text_, kind), show)

    def _show(self, offer: Offer) -> None:
        self._offer = offer
        self.candidates.show(offer)
        self.table.selectRow(0)
        self.recalled.say("\n".join(found.said for found in offer.recalled), Tone.INFO)

    def _tell(self) -> None:
        row = self.table.currentIndex().row()
        self.note.setVisible(row >= 0)
        if row >= 0:
            self.note.show_candidate(self.candidates.candidate(row), self._offer)

    def _choose(self, row: int) -> None:
        if self._want is not None and 0 <= row < self.candidates.rowCount():
            self.accept()
            self.chosen.emit(self._want.line_id, self.candidates.entry_id(row))

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.scope.chosen.connect(lambda _: self._look())
        for widget in (self.search, self.table):
            widget.installEventFilter(self)
        self.table.doubleClicked.connect(lambda index: self._choose(index.row()))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        for number in range(NUMBERED + 1):
            self._key(f"Alt+{number}", lambda n=number: self._choose(self.candidates.row_of(n)))
        for keys, step in (("Alt+Right", 1), ("Alt+Left", -1)):
            self._key(keys, partial(self._turn_scope, step))
        for keys in ("/", "Ctrl+F"):
            QShortcut(QKeySequence(keys), self.table, self.search.setFocus, context=Qt.ShortcutContext.WidgetShortcut)

    def _key(self, keys: str, act: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("选择目录条目"))
        self.resize(960, 560)
        self.table.setModel(self.candidates)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setAccessibleName(self.tr("候选条目"))
        header = self.table.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(16, 12, 16, 12)
        for widget in (self.head, self.said, self.recalled):
            column_box.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.scope)
        column_box.addLayout(row)
        column_box.addWidget(self.table, 1)
        column_box.addWidget(self.note)
        hint = self.tr(
            "1–8 直接选用，0 目录外；/ 或直接输入查找，Tab 换回列表，Alt+数字 随时选用，Alt+←→ 换目录，Esc 返回"
        )
        column_box.addWidget(text(hint, "small"))
