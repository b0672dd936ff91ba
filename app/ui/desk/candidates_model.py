"""Candidates for a line's catalogue entry as a table, with 目录外 as the last choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.catalogue.entry_columns import form_words, price_words
from review.catalogue.entry import OUTSIDE, PaymentClass

if TYPE_CHECKING:
    from app.ui.desk.candidates import Offer
    from review.catalogue.entry import Candidate

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
COLUMNS = ("key", "class", "name", "form", "limit", "price", "why")
NUMBERED = 8
"""So many rows are chosen by their number; 0 chooses the last one, outside every catalogue."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CandidatesModel(QAbstractTableModel):
    """Number, class, name, dosage form, payment limit, price, and how well it fits. Empty while it is looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None

    def show(self, offer: Offer | None) -> None:
        """Show an offer; None while it is looked for."""
        self.beginResetModel()
        self._offer = offer
        self.endResetModel()

    def entry_id(self, row: int) -> str:
        """The entry a row stands for; the last row is outside every catalogue."""
        candidate = self.candidate(row)
        return candidate.entry.id if candidate else OUTSIDE

    def candidate(self, row: int) -> Candidate | None:
        """The candidate of a row; None for the last."""
        found = self._offer.candidates if self._offer else ()
        return found[row] if 0 <= row < len(found) else None

    def row_of(self, number: int) -> int:
        """The row a number key chooses, or -1."""
        if self._offer is None:
            return -1
        last = len(self._offer.candidates)
        return last if number == 0 else number - 1 if number <= min(last, NUMBERED) else -1

    def rowCount(self, parent: Index = ROOT) -> int:
        """Candidates and the last choice."""
        return 0 if parent.isValid() or self._offer is None else len(self._offer.candidates) + 1

    def columnCount(self, parent: Index = ROOT) -> int:
        """As many as there are kinds of words."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a candidate; the whole remark and all reasons on hover."""
        if not index.isValid():
            return None
        column, candidate = COLUMNS[index.column()], self.candidate(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole and column == "price":
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and candidate:
            return "\n".join(filter(None, (candidate.entry.name, candidate.entry.remark, *candidate.reasons)))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == "key":
            return self._key(index.row())
        return self._cell(candidate, column) if candidate else self._outside(column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column words."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (
            self.tr("键"),
            self.tr("类"),
            self.tr("目录名称"),
            self.tr("剂型/规格"),
            self.tr("支付限制"),
            self.tr("支付标准/限价"),
            self.tr("相符"),
        )
        return words[section] if 0 <= section < len(words) else None

    def _key(self, row: int) -> str:
        if self.candidate(row) is None:
            return "0"
        return str(row + 1) if row < NUMBERED else ""

    def _outside(self, column: str) -> str:
        words = {"class": PaymentClass.C.label, "name": self.tr("目录外（按丙类，全自费）")}
        return self._remembered(OUTSIDE, words.get(column, ""), column)

    def _cell(self, candidate: Candidate, column: str) -> str:
        entry = candidate.entry
        words = {
            "class": entry.payment_class.label,
            "name": entry.name,
            "form": form_words(entry) or entry.unit,
            "limit": entry.remark,
            "price": price_words(entry),
            "why": f"{candidate.score:.0%}",
        }
        return self._remembered(entry.id, words[column], column)

    def _remembered(self, entry_id: str, words: str, column: str) -> str:
        """The name with the sign of what was chosen before."""
        known = column == "name" and self._offer is not None and self._offer.recollection(entry_id)
        return f"↺ {words}" if known else words
