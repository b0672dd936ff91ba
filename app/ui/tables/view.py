"""The table as people use it: sort by a heading, filter, open by Enter; the selection survives refreshes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal

from app.ui.tables.columns import R
from app.ui.tables.dress import ColumnsView
from app.ui.tables.model import ROW_ROLE, SORT_ROLE, RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QItemSelection, QObject

    from app.ui.shell.theme import Theme


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


class RowsView(ColumnsView[R]):
    """One table of rows. ``opened`` carries a row's key, ``picked`` comes when another row is current."""

    opened = Signal(object)
    picked = Signal()

    def __init__(self, model: RowsModel[R], theme: Theme) -> None:
        super().__init__(model.columns, theme)
        self.rows, self.proxy = model, RowsProxy(model, self)
        self._current: Hashable | None = None
        self.setModel(self.proxy)
        self._sortable()
        self.fit()
        self.selectionModel().selectionChanged.connect(self._remember)
        self.proxy.modelReset.connect(self._restore)
        self.proxy.modelReset.connect(self.fit_once)

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

    def open(self) -> None:
        """Open the row in focus."""
        index = self.proxy.mapToSource(self.currentIndex())
        if index.isValid():
            self.opened.emit(self.rows.key_at(index.row()))

    def _remember(self, chosen: QItemSelection) -> None:
        if chosen.count():
            self._current = self.rows.key_at(self.proxy.mapToSource(self.currentIndex()).row())
            self.picked.emit()

    def _restore(self) -> None:
        if self._current is not None:
            self.pick(self._current)
        self.pick_first()

    def _sortable(self) -> None:
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
