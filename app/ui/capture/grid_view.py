"""Tiles of pages: walked by arrows, ordered by dragging or Ctrl and arrows, turned by R."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.capture.grid_model import MIME, TILE, TONES, GridModel, Tile
from app.ui.desk.pill import Pill, draw_pill
from app.ui.widgets.badge import Tone, shaped

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.claim.paper import Page

Index = QModelIndex | QPersistentModelIndex
CELL = QSize(176, 262)
PICTURE = QSize(152, 188)


class TileDelegate(QStyledItemDelegate):
    """Draws a page with its number, name and progress."""

    def __init__(self, colour: Callable[[str], QColor], pages: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self._pages = pages

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All tiles are alike."""
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, picture, number and name, progress."""
        tile: Tile = index.data(TILE)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        cell = option.rect.adjusted(6, 6, -6, -6)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(self._colour("info" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(self._colour("sel" if chosen else "bg"))
        painter.drawRoundedRect(QRectF(cell), 6, 6)
        self._picture(painter, cell, index)
        self._words(painter, cell, tile)
        painter.restore()

    def _picture(self, painter: QPainter, cell: QRect, index: Index) -> None:
        image = index.data(Qt.ItemDataRole.DecorationRole)
        room = QRect(cell.x() + (cell.width() - PICTURE.width()) // 2, cell.y() + 6, PICTURE.width(), PICTURE.height())
        if isinstance(image, QImage):
            size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = room.center().x() - size.width() // 2, room.center().y() - size.height() // 2
            place = QRect(left, top, size.width(), size.height())
            painter.drawImage(place, image)
            self._flaws(painter, place, index.data(TILE))
        else:
            painter.fillRect(room, self._colour("line"))
        self._badge(painter, room, index.data(TILE))

    def _flaws(self, painter: QPainter, place: QRect, tile: Tile) -> None:
        """Boxes round what should be captured again."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour("warn"), 2, Qt.PenStyle.DashDotDotLine))
        on_tile = upon(tile.page, tile.turn, QRectF(place))
        for box in (box for flaw in tile.page.flaws for box in flaw.boxes):
            painter.drawRect(on_tile.mapRect(QRectF(*box)))

    def _badge(self, painter: QPainter, room: QRect, tile: Tile) -> None:
        """An electronic original says what it is; a scan of several papers how many."""
        words = self._pages.badge(tile)
        if words:
            line = QRectF(room.adjusted(4, 4, -4, 0))
            line.setHeight(painter.fontMetrics().height() + 2)
            draw_pill(painter, Pill(words, Tone.INFO), line, self._colour)

    def _words(self, painter: QPainter, cell: QRect, tile: Tile) -> None:
        height = painter.fontMetrics().height()
        line = QRect(cell.x() + 8, cell.y() + PICTURE.height() + 10, cell.width() - 16, height)
        painter.setPen(self._colour("text"))
        name = f"{tile.page.position + 1}　{tile.page.file_name}"
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        font = painter.font()
        font.setPixelSize(max(11, font.pixelSize() - 2))
        painter.setFont(font)
        tone = Tone.WARN if tile.page.quality else TONES[tile.page.read_state]
        pill = QRectF(line.translated(0, height + 2))
        draw_pill(painter, Pill(shaped(self._pages.progress(tile), tone), tone), pill, self._colour)


def upon(page: Page, turn: int, place: QRectF) -> QTransform:
    """From pixels of a page as filed to its picture, turned clockwise and laid on a place of the screen."""
    turned = QTransform().rotate(turn)
    whole = turned.mapRect(QRectF(0, 0, max(1, page.width), max(1, page.height)))
    laid = (
        QTransform()
        .translate(place.x(), place.y())
        .scale(place.width() / whole.width(), place.height() / whole.height())
    )
    return turned * QTransform().translate(-whole.x(), -whole.y()) * laid


class GridView(QListView):
    """``turned`` brings degrees, ``shifted`` a step, ``removed`` and ``opened`` come for the page in hand."""

    turned = Signal(int)
    shifted = Signal(int)
    removed = Signal()
    opened = Signal()

    def __init__(self, colour: Callable[[str], QColor]) -> None:
        super().__init__()
        self.pages = GridModel()
        self.setModel(self.pages)
        self.setItemDelegate(TileDelegate(colour, self.pages, self))
        self.setObjectName("pagesGrid")
        self.setAccessibleName(self.tr("影像"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    @property
    def tile(self) -> Tile | None:
        """The page in hand, or None."""
        index = self.currentIndex()
        return self.pages.tiles[index.row()] if index.isValid() else None

    def choose(self, page_id: int) -> None:
        """Take a page in hand."""
        row = self.pages.row_of(page_id)
        if row >= 0:
            self.setCurrentIndex(self.pages.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R turns, Ctrl and arrows order, Delete removes, Enter opens."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        acts: dict[tuple[Qt.Key, bool], Callable[[], None]] = {
            (Qt.Key.Key_R, False): lambda: self.turned.emit(-90 if shift else 90),
            (Qt.Key.Key_Left, True): lambda: self.shifted.emit(-1),
            (Qt.Key.Key_Right, True): lambda: self.shifted.emit(1),
            (Qt.Key.Key_Delete, False): self.removed.emit,
            (Qt.Key.Key_Return, False): self.opened.emit,
        }
        act = acts.get((Qt.Key(event.key()), ctrl))
        if act is None or self.tile is None:
            super().keyPressEvent(event)
            return
        act()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are for the room."""
        if _ours(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Files are for the room."""
        if _ours(event):
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Files are for the room."""
        if _ours(event):
            super().dropEvent(event)


def _ours(event: QDropEvent) -> bool:
    """Whether a tile is being dragged; anything else is passed on."""
    if event.mimeData().hasFormat(MIME):
        return True
    event.ignore()
    return False
