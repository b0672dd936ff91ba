"""How every table looks: rows of comfortable height, columns as wide as their words, some that step aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from app.ui.tables.cells import Cells
from app.ui.tables.columns import R
from app.ui.tables.model import ROW_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.ui.shell.theme import Theme
    from app.ui.tables.columns import Column

_USUAL_FONT = 14
_ROW_HEIGHT = 1.9
_MOST_WIDER = 1.5
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ColumnsView(QTableView, Generic[R]):
    """A table dressed for its columns; widths follow the font."""

    def __init__(self, columns: Sequence[Column[R]], theme: Theme) -> None:
        super().__init__()
        self._columns, self._theme = tuple(columns), theme
        self._fitted = False
        self._widths: list[int] = []
        self.setItemDelegate(Cells(theme, self))
        self._dress()
        theme.changed.connect(self.fit)
        self.doubleClicked.connect(lambda _: self.open())

    @property
    def current(self) -> R | None:
        """The row in focus."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def open(self) -> None:
        """What Enter and a double click do."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies the row's words; all else as usual."""
        if event.key() in _ENTER:
            self.open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the less important columns step aside where room is short."""
        self._make_room(event.size().width())
        super().resizeEvent(event)

    def _copy(self) -> None:
        row = self.current
        if row is not None:
            QApplication.clipboard().setText("\t".join(column.text(row) for column in self._columns))

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)

    @property
    def _scale(self) -> float:
        """How much larger the font is than the one widths are given for."""
        return self._theme.font_size / _USUAL_FONT

    def fit_once(self) -> None:
        """Fit the columns to the first rows that come; later the person's own widths stay."""
        if not self._fitted and self.model().rowCount():
            self._fitted = True
            self.fit()

    def fit(self) -> None:
        """Give each column its wished width, or what its words need within reason."""
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * _ROW_HEIGHT))
        self._widths = [self._width(place) for place in range(len(self._columns))]
        for place, (column, width) in enumerate(zip(self._columns, self._widths, strict=True)):
            if column.stretch:
                self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(place, width)
        self._make_room(self.viewport().width())

    def _width(self, place: int) -> int:
        column = self._columns[place]
        wished = int(column.width * self._scale)
        if column.stretch:
            return wished
        needed = max(self.sizeHintForColumn(place), self.horizontalHeader().sectionSizeHint(place))
        return max(wished, min(needed, int(wished * _MOST_WIDER)))

    def _make_room(self, width: int) -> None:
        """Hide columns that yield, one after the other, until the others fit."""
        columns = self._columns
        yielding = sorted(range(len(columns)), key=lambda place: -columns[place].yields)
        needed = sum(self._widths)
        for place in yielding:
            hidden = needed > width and bool(columns[place].yields)
            self.setColumnHidden(place, hidden)
            needed -= self._widths[place] if hidden else 0
