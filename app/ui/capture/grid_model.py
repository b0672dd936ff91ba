"""The pages of a claim being captured, as tiles that can be dragged into another order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.ui.desk.marks import papers_on
from app.ui.labels import label
from app.ui.widgets.badge import Tone
from review.claim.paper import ReadState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QImage

    from app.ui.capture.draft_sheet import DraftSheet
    from app.ui.desk.read_pages import ReadPage
    from review.claim.paper import Document, Page

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
TILE = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-lingbao-page"
TONES = {
    ReadState.WAITING: Tone.PLAIN,
    ReadState.READING: Tone.INFO,
    ReadState.DONE: Tone.OK,
    ReadState.FAILED: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One page with what came of reading it."""

    page: Page
    turn: int
    read: ReadPage | None
    papers: tuple[Document, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """What its picture is kept under."""
        return self.page.sha256, self.turn


def _tile(sheet: DraftSheet, page: Page) -> Tile:
    return Tile(page, sheet.turn(page.id), sheet.read.get(page.id), papers_on(sheet.claim, page.id))


class GridModel(QAbstractListModel):
    """``moved`` brings a page's id and its new position."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._tiles: tuple[Tile, ...] = ()
        self._pictures: dict[tuple[str, int], QImage] = {}

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles shown."""
        return self._tiles

    def set_sheet(self, sheet: DraftSheet | None) -> None:
        """Show the pages of a claim; the same pages in the same order keep the selection."""
        pages = sorted(sheet.claim.pages, key=lambda page: page.position) if sheet else []
        tiles = tuple(_tile(sheet, page) for page in pages) if sheet else ()
        if [t.page.id for t in tiles] == [t.page.id for t in self._tiles]:
            self._tiles = tiles
            self._repaint()
            return
        self.beginResetModel()
        self._tiles = tiles
        self.endResetModel()

    def lacking(self) -> tuple[Tile, ...]:
        """Tiles whose picture has not come yet."""
        return tuple(tile for tile in self._tiles if tile.key not in self._pictures)

    def set_pictures(self, pictures: Mapping[tuple[str, int], QImage]) -> None:
        """Keep pictures by content hash and turn."""
        self._pictures.update(pictures)
        self._repaint()

    def row_of(self, page_id: int) -> int:
        """The row of a page, or -1."""
        return next((n for n, tile in enumerate(self._tiles) if tile.page.id == page_id), -1)

    def _repaint(self) -> None:
        if self._tiles:
            self.dataChanged.emit(self.index(0), self.index(len(self._tiles) - 1))

    # -- Qt's side

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many pages."""
        return 0 if parent.isValid() else len(self._tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, picture or tile of a page."""
        if not index.isValid():
            return None
        tile = self._tiles[index.row()]
        if role == TILE:
            return tile
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(tile.key)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{tile.page.position + 1} {tile.page.file_name}"
        return "\n".join((tile.page.file_name, *self._remarks(tile))) if role == Qt.ItemDataRole.ToolTipRole else None

    def _remarks(self, tile: Tile) -> tuple[str, ...]:
        papers = self.tr("、").join(label(document.kind) for document in tile.papers)
        return tuple(dict.fromkeys(filter(None, (papers, self.progress(tile), tile.page.failure, *tile.page.quality))))

    def badge(self, tile: Tile) -> str:
        """What is special about a page: an electronic original, several papers on one scan; else nothing."""
        origin = self.tr("电子原件 {0}").format(tile.page.origin.upper()) if tile.page.electronic else ""
        papers = self.tr("{0} 份材料").format(len(tile.papers)) if len(tile.papers) > 1 else ""
        return " · ".join(filter(None, (origin, papers)))

    def progress(self, tile: Tile) -> str:
        """How far reading has come, in words."""
        state = tile.page.read_state
        if tile.page.quality:
            return tile.page.quality[0]
        if state is ReadState.DONE and tile.read is not None:
            return self.tr("{0} 处文字 · {1:.1f} 秒").format(tile.read.words, tile.read.seconds)
        return label(state)

    # -- dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tiles can be dragged; between them they can be dropped."""
        flags = super().flags(index)
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Pages are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own pages are dropped between tiles; files are taken by the room."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the dragged page."""
        dragged = QMimeData()
        dragged.setData(MIME, str(self._tiles[indexes[0].row()].page.id).encode())
        return dragged

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Tell the new position; the services move the page, so the view must not remove anything itself."""
        if not data.hasFormat(MIME):
            return False
        page_id = int(data.data(MIME).toStdString())
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self._tiles)
        before = self.row_of(page_id)
        self.moved.emit(page_id, place - 1 if before < place else place)
        return False
