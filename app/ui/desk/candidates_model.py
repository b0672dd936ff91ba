"""Candidates for a line's catalogue entry as a table, with 目录外 as the last choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from review.catalogue.entry import OUTSIDE, PaymentClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.catalogue.entry import Candidate, Entry

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
COLUMNS = ("class", "name", "form", "limit", "why")


class CandidatesModel(QAbstractTableModel):
    """Class, name, dosage form or unit, payment limit, and how well it fits."""

    def __init__(self) -> None:
        super().__init__()
        self._candidates: tuple[Candidate, ...] = ()

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show these candidates."""
        self.beginResetModel()
        self._candidates = tuple(candidates)
        self.endResetModel()

    def entry_id(self, row: int) -> str:
        """The entry a row stands for; the last row is outside every catalogue."""
        return self._candidates[row].entry.id if row < len(self._candidates) else OUTSIDE

    def rowCount(self, parent: Index = ROOT) -> int:
        """Candidates and the last choice."""
        return 0 if parent.isValid() else len(self._candidates) + 1

    def columnCount(self, parent: Index = ROOT) -> int:
        """Five."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a candidate; the whole remark and all reasons on hover."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if index.row() == len(self._candidates):
            return self._outside(COLUMNS[index.column()])
        candidate = self._candidates[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (candidate.entry.name, candidate.entry.remark, *candidate.reasons)))
        return _cell(candidate, COLUMNS[index.column()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column words."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (self.tr("类"), self.tr("目录名称"), self.tr("剂型/单位"), self.tr("支付限制"), self.tr("相符程度"))
        return words[section] if 0 <= section < len(words) else None

    def _outside(self, column: str) -> str:
        words = {"class": PaymentClass.C.label, "name": self.tr("目录外（按丙类，全自费）")}
        return words.get(column, "")


def _cell(candidate: Candidate, column: str) -> str:
    entry: Entry = candidate.entry
    words = {
        "class": entry.payment_class.label,
        "name": entry.name,
        "form": entry.dosage_form or entry.unit,
        "limit": entry.remark,
        "why": f"{candidate.score:.0%} {'；'.join(candidate.reasons[:2])}",
    }
    return words[column]
