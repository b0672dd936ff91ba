"""The table as people use it: sort by a heading, filter, open by Enter; the selection survives refreshes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from app.ui.tables.cells import Cells
from app.ui.tables.columns import R
from app.ui.tables.model import ROW_ROLE, SORT_ROLE, RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QItemSelection, QObject

    from app.ui.shell.theme import Theme

_USUAL_FONT = 14
_ROW_HEIGHT = 1.9
_MOST_WIDER = 1.5
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RowsProxy(QSortFilterProxyModel):
    """Sorts by what columns sort by and lets through the rows a test accepts."""

    def __init__(self, model: RowsModel[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._accepts: Callable[[Any], bool] | None = None
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)

    def keep(self, accepts: Callable[[Any], bool] | None) -> None:
        """Show only accepted rows; None shows all."""
        self.beginFilterChange()
        self._accepts = accepts
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a row passes the test in force."""
        shown = self.sourceModel().index(row, 0, parent).data(ROW_ROLE)
        return self._accepts is None or self._accepts(shown)

    def lessThan(self, left: QModelIndex | QPersistentModelIndex, right: QModelIndex | QPersistentModelIndex) -> bool:
        """Compare what the column sorts by; values are of one kind within a column."""
        return bool(left.data(SORT_ROLE) < right.data(SORT_ROLE))


class RowsView(QTableView, Generic[R]):
    """One table of rows. ``opened`` carries a row's key, ``picked`` comes when another row is current."""

    opened = Signal(object)
    picked = Signal()

    def __init__(self, model: RowsModel[R], theme: Theme) -> None:
        super().__init__()
        self.rows, self.proxy = model, RowsProxy(model, self)
        self._current: Hashable | None = None
        self.setModel(self.proxy)
        self.setItemDelegate(Cells(theme, self))
        self._theme = theme
        self._fitted = False
        self._widths: list[int] = []
        self._dress()
        self._fit()
        theme.changed.connect(self._fit)
        self.selectionModel().selectionChanged.connect(self._remember)
        self.proxy.modelReset.connect(self._restore)
        self.proxy.modelReset.connect(self._fit_once)
        self.doubleClicked.connect(lambda _: self._open())

    @property
    def current(self) -> R | None:
        """The row in focus."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    @property
    def shown(self) -> tuple[R, ...]:
        """The rows let through, in the order shown."""
        return tuple(self.proxy.index(place, 0).data(ROW_ROLE) for place in range(self.proxy.rowCount()))

    def pick(self, key: Hashable) -> None:
        """Make the row of that key current, now or as soon as it is shown."""
        self._current = key
        place = self.rows.place_of(key)
        if place is not None:
            self.setCurrentIndex(self.proxy.mapFromSource(self.rows.index(place, 0)))

    def pick_first(self) -> None:
        """Make a row current where none is."""
        if not self.currentIndex().isValid() and self.proxy.rowCount():
            self.setCurrentIndex(self.proxy.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies the row's words; all else as usual."""
        if event.key() in _ENTER:
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the less important columns step aside where room is short."""
        self._make_room(event.size().width())
        super().resizeEvent(event)

    def _open(self) -> None:
        index = self.proxy.mapToSource(self.currentIndex())
        if index.isValid():
            self.opened.emit(self.rows.key_at(index.row()))

    def _copy(self) -> None:
        row = self.current
        if row is not None:
            QApplication.clipboard().setText("\t".join(column.text(row) for column in self.rows.columns))

    def _remember(self, chosen: QItemSelection) -> None:
        if chosen.count():
            self._current = self.rows.key_at(self.proxy.mapToSource(self.currentIndex()).row())
            self.picked.emit()

    def _restore(self) -> None:
        if self._current is not None:
            self.pick(self._current)
        self.pick_first()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()

        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    @property
    def _scale(self) -> float:
        """How much larger the font is than the one widths are given for."""
        return self._theme.font_size / _USUAL_FONT

    def _fit_once(self) -> None:
        """Fit the columns to the first rows that come; later the person's own widths stay."""
        if not self._fitted and self.proxy.rowCount():
            self._fitted = True
            self._fit()

    def _fit(self) -> None:
        """Give each column its wished width, or what its words need within reason."""
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * _ROW_HEIGHT))
        self._widths = [self._width(place) for place in range(len(self.rows.columns))]
        for place, (column, width) in enumerate(zip(self.rows.columns, self._widths, strict=True)):
            if column.stretch:
                self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(place, width)
        self._make_room(self.viewport().width())

    def _width(self, place: int) -> int:
        column = self.rows.columns[place]
        wished = int(column.width * self._scale)
        if column.stretch:
            return wished
        needed = max(self.sizeHintForColumn(place), self.horizontalHeader().sectionSizeHint(place))
        return max(wished, min(needed, int(wished * _MOST_WIDER)))

    def _make_room(self, width: int) -> None:
        """Hide columns that yield, one after the other, until the others fit."""
        columns = self.rows.columns
        yielding = sorted(range(len(columns)), key=lambda place: -columns[place].yields)
        needed = sum(self._widths)
        for place in yielding:
            hidden = needed > width and bool(columns[place].yields)
            self.setColumnHidden(place, hidden)
            needed -= self._widths[place] if hidden else 0
