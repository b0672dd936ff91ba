"""Table models over frozen rows and columns that are data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.tables.columns import R

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QObject

    from app.ui.tables.columns import Column, Key

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
CHIPS_ROLE = Qt.ItemDataRole.UserRole + 3
TINT_ROLE = Qt.ItemDataRole.UserRole + 4
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ColumnsModel(QAbstractTableModel, Generic[R]):
    """Shows what ``row`` finds through columns; a row that is not at hand yet is None and shows as three dots."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def row(self, place: int) -> R | None:
        """The row at a place, or None while it is not at hand."""
        raise NotImplementedError

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns; none below a row."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says in one of the roles."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.row(index.row())
        answer = (_ANSWERS if row is not None else _UNKNOWN).get(role)
        return answer(column, row) if answer else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Headings above, aligned as their cells."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        return _align(column) if role == Qt.ItemDataRole.TextAlignmentRole else None


class RowsModel(ColumnsModel[R]):
    """Shows rows that are all at hand; ``key`` tells rows apart across refreshes.

    New rows replace old ones with as little change as can be.
    """

    def __init__(self, columns: Sequence[Column[R]], key: Key[R], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._key = key
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows shown, in their own order."""
        return self._rows

    def row(self, place: int) -> R:
        """The row at a place."""
        return self._rows[place]

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows; where they are the same ones, only what differs is repainted."""
        fresh = tuple(rows)
        if [self._key(row) for row in fresh] == [self._key(row) for row in self._rows]:
            before, self._rows = self._rows, fresh
            self._tell_differences(before)
        else:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()

    def key_at(self, row: int) -> Hashable:
        """The key of the row at a place."""
        return self._key(self._rows[row])

    def place_of(self, key: Hashable) -> int | None:
        """Where the row of that key stands."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == key), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows; none below another row."""
        return 0 if parent.isValid() else len(self._rows)

    def _tell_differences(self, before: tuple[R, ...]) -> None:
        last = len(self.columns) - 1
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))


def _align(column: Column[Any]) -> Qt.AlignmentFlag:
    return _RIGHT if column.numeric else _LEFT


_ANSWERS: dict[int, Any] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.ToolTipRole: lambda column, row: (column.tip or column.text)(row),
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _: _align(column),
    ROW_ROLE: lambda _, row: row,
    SORT_ROLE: lambda column, row: column.sort_key(row),
    CHIPS_ROLE: lambda column, row: column.chips(row) if column.chips else None,
    TINT_ROLE: lambda column, row: column.tint(row) if column.tint else "",
}
_UNKNOWN: dict[int, Any] = {
    Qt.ItemDataRole.DisplayRole: lambda *_: "…",
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _: _align(column),
    TINT_ROLE: lambda *_: "faint",
}
