"""The editions at hand, one under the other: title, dates, how they stand, what is odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.catalogue import edition_words as words
from app.ui.catalogue.spans import Shown
from app.ui.tables.cells import paint_pills
from app.ui.tables.columns import Column
from app.ui.tables.model import ROW_ROLE, RowsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.shell.theme import Theme

_PAD, _LINE = 8, 1.35
Index = QModelIndex | QPersistentModelIndex


class EditionCells(QStyledItemDelegate):
    """Paints an edition in four lines: title, kind and length, dates, pills."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's own signature
        """Four lines and some air."""
        return QSize(200, int(option.fontMetrics.height() * _LINE * 4) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then line by line."""
        row: Shown = index.data(ROW_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        bold, small = QFont(option.font), QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(max(option.font.pixelSize() - 1, 10))
        lines = (
            (bold, "text", row.edition.title),
            (small, "mute", words.about(row)),
            (small, "mute", words.dates(row.edition)),
        )
        box = QRectF(option.rect).adjusted(_PAD + 2, _PAD, -_PAD, -_PAD)
        box.setHeight(option.fontMetrics.height() * _LINE)
        for font, tint, text in lines:
            self._line(painter, box, font, (tint, text))
            box.translate(0, box.height())
        painter.setFont(small)
        paint_pills(painter, self._theme, box, words.chips(row))
        painter.restore()

    def _line(self, painter: QPainter, box: QRectF, font: QFont, said: tuple[str, str]) -> None:
        tint, text = said
        painter.setFont(font)
        painter.setPen(self._theme.colour(tint))
        short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("sel"))
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), self._theme.colour("info"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class EditionsList(QListView):
    """``picked`` comes with an edition when another one is current."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = Column[Shown](id="title", title="", text=lambda row: row.edition.title, tip=_tip)
        self.rows: RowsModel[Shown] = RowsModel((column,), lambda row: row.edition.id, self)
        self.setModel(self.rows)
        self.setItemDelegate(EditionCells(theme, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("目录版本"))
        self._wanted = ""
        theme.changed.connect(self.doItemsLayout)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())

    @property
    def current(self) -> Shown | None:
        """The edition in focus."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Show these editions; the one that was current stays so, or the first is."""
        self.rows.show(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(self.rows.place_of(self._wanted) or 0, 0))

    def pick(self, edition_id: str) -> None:
        """Make an edition current, now or as soon as it is shown."""
        self._wanted = edition_id
        place = self.rows.place_of(edition_id)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place, 0))

    def _tell(self) -> None:
        if self.current is not None:
            self._wanted = self.current.edition.id
            self.picked.emit(self.current)


def _tip(row: Shown) -> str:
    return "\n".join(filter(None, (row.edition.title, words.origin(row), *words.oddities(row))))
