"""The table of lines: walked by arrows, edited in place, tied to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from app.ui.desk.lines_delegate import LinesDelegate
from app.ui.desk.lines_model import KEYS, LineRow, LinesModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent

_SIZED = ("#", "spec", "quantity", "unit", "unit_price", "amount", "entry", "doubt")
ROOMY = dict(zip(_SIZED, (36, 120, 66, 50, 88, 104, 170, 116), strict=True))
CLOSE = dict(zip(_SIZED, (30, 76, 52, 42, 66, 82, 118, 92), strict=True))
HEAD_PAD = 14
NARROW = 860
"""Below this width of the table the columns draw close together, so that names keep their room."""


class LinesTable(QTableView):
    """Lines of the paper in hand.

    ``looked`` gives the target of the cell in hand, ``entry_wanted`` a line whose entry is to be chosen, ``struck`` and
    ``restored`` a line's id, ``line_wanted`` asks for a new line, ``rematch_wanted`` for matching all anew.
    """

    looked = Signal(str)
    confirmed = Signal(str)
    entry_wanted = Signal(int)
    struck = Signal(int)
    restored = Signal(int)
    line_wanted = Signal()
    rematch_wanted = Signal()

    def __init__(self, colour: Callable[[str], QColor]) -> None:
        super().__init__()
        self.lines = LinesModel()
        self._locked = False
        self._quiet = False
        self.setModel(self.lines)
        self.setItemDelegate(LinesDelegate(colour, self))
        self._dress()
        self.selectionModel().currentChanged.connect(self._look)
        self.doubleClicked.connect(self._open)
        self.customContextMenuRequested.connect(self._menu)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setAccessibleName(self.tr("明细"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 7)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(32)
        head.setSectionResizeMode(KEYS.index("name"), QHeaderView.ResizeMode.Stretch)
        self._set_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns draw close in a narrow window."""
        super().resizeEvent(event)
        self._set_widths()

    def _set_widths(self) -> None:
        for key, width in (CLOSE if self.width() < NARROW else ROOMY).items():
            column = KEYS.index(key)
            words = str(self.lines.headerData(column, Qt.Orientation.Horizontal))
            self.setColumnWidth(column, max(width, self.fontMetrics().horizontalAdvance(words) + HEAD_PAD))

    def show_lines(self, rows: Sequence[LineRow], *, locked: bool) -> None:
        """Show these lines."""
        self._locked = locked
        self.lines.set_rows(rows, locked=locked)

    def show_target(self, target: str, *, focus: bool = True) -> bool:
        """Go to the cell of a target without telling the page again; False where it is not here."""
        index = self.lines.cell_of(target)
        if not index.isValid():
            return False
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        if focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @property
    def line(self) -> LineRow | None:
        """The line in hand, or None."""
        index = self.currentIndex()
        return self.lines.rows[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms or chooses, Delete strikes out, Insert asks for a line."""
        row = self.line
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row and not event.modifiers():
            self._enter(self.currentIndex(), row)
        elif key == Qt.Key.Key_Delete and row and not self._locked:
            (self.restored if row.line.removed else self.struck).emit(row.line.id)
        elif key == Qt.Key.Key_Insert and not self._locked:
            self.line_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex, row: LineRow) -> None:
        if KEYS[index.column()] == "entry":
            self._open(index)
            return
        value = row.line.values.get(KEYS[index.column()])
        if value is not None and value.standing.asks:
            self.confirmed.emit(self.lines.target_of(index))
        elif row.line.review:
            self.confirmed.emit(f"line:{row.line.id}")

    def _open(self, index: QModelIndex) -> None:
        if KEYS[index.column()] == "entry" and not self._locked:
            self.entry_wanted.emit(self.lines.rows[index.row()].line.id)

    def _look(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.looked.emit(self.lines.target_of(index))

    def _menu(self, at: QPoint) -> None:
        row = self.line
        if self._locked or row is None:
            return
        menu = QMenu(self)
        line_id = row.line.id
        menu.addAction(self.tr("选择目录条目…"), lambda: self.entry_wanted.emit(line_id))
        if row.line.removed:
            menu.addAction(self.tr("恢复此行\tDel"), lambda: self.restored.emit(line_id))
        else:
            menu.addAction(self.tr("划去此行\tDel"), lambda: self.struck.emit(line_id))
        menu.addAction(self.tr("补录一行\tIns"), self.line_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("全部明细重新匹配目录\tCtrl+M"), self.rematch_wanted.emit)
        menu.popup(self.viewport().mapToGlobal(at))
