"""The strip of small pages at the left of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.desk.pages_model import CARD, PageCard, PagesModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Index = QModelIndex | QPersistentModelIndex
WIDTH, PICTURE, EMPTY = 92, 74, QSize(56, 74)
CHOSEN, DOUBTED, QUIET = "#7FB2FF", "#FFC76B", "#C9D2DC"
"""Inks on the canvas, which is dark in both themes."""


class PagesDelegate(QStyledItemDelegate):
    """Draws a page, its words, and the number of its doubts."""

    def __init__(self, colour: Callable[[str], QColor], parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the picture and its words."""
        return QSize(WIDTH, self._size(index).height() + option.fontMetrics.height() + 18)

    def _size(self, index: Index) -> QSize:
        image = index.data(Qt.ItemDataRole.DecorationRole)
        whole = image.size() if isinstance(image, QImage) else EMPTY
        return whole.scaled(QSize(PICTURE, 96), Qt.AspectRatioMode.KeepAspectRatio)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Picture, frame, words, badge."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._size(index)
        box = QRect(option.rect.x() + (option.rect.width() - size.width()) // 2, option.rect.y() + 6, *size.toTuple())
        image = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(image, QImage):
            painter.drawImage(box, image)
        else:
            painter.fillRect(box, QColor(255, 255, 255, 40))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(QPen(QColor(CHOSEN), 3))
            painter.drawRect(QRectF(box).adjusted(-1.5, -1.5, 1.5, 1.5))
        self._words(
            painter, QRect(option.rect.x(), box.bottom() + 3, option.rect.width(), option.fontMetrics.height()), index
        )
        painter.restore()

    def _words(self, painter: QPainter, line: QRect, index: Index) -> None:
        card: PageCard = index.data(CARD)
        font = painter.font()
        font.setPixelSize(max(11, font.pixelSize() - 2))
        painter.setFont(font)
        mark = f" ▲{card.doubts}" if card.doubts else ""
        painter.setPen(QColor(DOUBTED if card.doubts else QUIET))
        words = painter.fontMetrics().elidedText(card.words, Qt.TextElideMode.ElideMiddle, line.width() - 26)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), words + mark)


class PagesStrip(QListView):
    """``picked`` gives the id of the page chosen by the person."""

    picked = Signal(int)

    def __init__(self, colour: Callable[[str], QColor]) -> None:
        super().__init__()
        self.pages = PagesModel()
        self.setModel(self.pages)
        self.setItemDelegate(PagesDelegate(colour, self))
        self.setObjectName("strip")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH + 10)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("影像目录"))
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._pick)

    def show_cards(self, cards: Sequence[PageCard]) -> None:
        """Show these pages."""
        self.pages.set_cards(cards)

    def choose(self, page_id: int) -> None:
        """Mark a page as the one in view, without telling."""
        row = self.pages.row_of(page_id)
        self._quiet = True
        self.setCurrentIndex(self.pages.index(row) if row >= 0 else QModelIndex())
        self._quiet = False

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.picked.emit(self.pages.cards[index.row()].page.id)
