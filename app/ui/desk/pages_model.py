"""The pages of a claim as a list: small picture, what the paper is, how many doubts wait on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QImage

    from app.ui.desk.sheet import Sheet
    from review.claim.paper import Page

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
CARD = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class PageCard:
    """One page: the page, its words, the number of open doubts on it, its document (0 where it has none), its turn."""

    page: Page
    words: str
    doubts: int
    document_id: int
    turn: int


def page_cards(sheet: Sheet) -> tuple[PageCard, ...]:
    """The cards of a claim's pages, in the clerk's order."""
    doubts = Counter(doubt.spot.place.page_id for doubt in sheet.doubts if doubt.spot.place)
    papers: dict[int, list[tuple[str, int]]] = {}
    for document in sheet.claim.documents:
        for number, page_id in enumerate(document.page_ids, 1):
            of = f" {number}/{len(document.page_ids)}" if len(document.page_ids) > 1 else ""
            papers.setdefault(page_id, []).append((label(document.kind) + of, document.id))
    return tuple(
        PageCard(page, *_first(papers.get(page.id), page, doubts[page.id]), sheet.upright.get(page.id, page.turn))
        for page in sorted(sheet.claim.pages, key=lambda page: page.position)
    )


def _first(papers: Sequence[tuple[str, int]] | None, page: Page, doubts: int) -> tuple[str, int, int]:
    (words, document_id), *others = papers or [(label(page.read_state), 0)]
    return f"{words} +{len(others)}" if others else words, doubts, document_id


class PagesModel(QAbstractListModel):
    """Cards with pictures that come later."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[PageCard, ...] = ()
        self._pictures: dict[tuple[str, int], QImage] = {}

    @property
    def cards(self) -> tuple[PageCard, ...]:
        """The cards shown."""
        return self._cards

    def set_cards(self, cards: Sequence[PageCard]) -> None:
        """Show these pages; the same pages keep the place in the list."""
        same = [c.page.id for c in cards] == [c.page.id for c in self._cards]
        if same:
            self._cards = tuple(cards)
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    def lacking(self) -> tuple[PageCard, ...]:
        """Cards whose picture has not come yet."""
        return tuple(card for card in self._cards if (card.page.sha256, card.turn) not in self._pictures)

    def set_pictures(self, pictures: Mapping[tuple[str, int], QImage]) -> None:
        """Keep pictures by content hash and turn."""
        self._pictures.update(pictures)
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))

    def row_of(self, page_id: int) -> int:
        """The row of a page, or -1."""
        return next((n for n, card in enumerate(self._cards) if card.page.id == page_id), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many pages."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, picture or card of a page."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get((card.page.sha256, card.turn))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return card.words
        return card.page.file_name if role == Qt.ItemDataRole.ToolTipRole else None
