"""A list whose rows are some lines of text one under the other, the first bold, with pills below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.tables.cells import paint_pills
from app.ui.tables.columns import Column, R
from app.ui.tables.model import ROW_ROLE, RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from app.ui.shell.theme import Theme
    from app.ui.tables.columns import Chip

_PAD, _LINE = 8, 1.35
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Stacked:
    """What a row says: its title, further lines, pills, and what stays in the tooltip."""

    title: str
    lines: tuple[str, ...]
    chips: tuple[Chip, ...]
    tip: str = ""


class StackedCells(QStyledItemDelegate, Generic[R]):
    """Paints a row line by line, pills last; all rows are as tall as ``lines`` lines."""

    def __init__(self, theme: Theme, parent: QListView, said: Callable[[R], Stacked], lines: int) -> None:
        super().__init__(parent)
        self._theme, self._said, self._lines = theme, said, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's own signature
        """The lines and some air."""
        return QSize(200, int(option.fontMetrics.height() * _LINE * self._lines) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then line by line."""
        said = self._said(index.data(ROW_ROLE))
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        bold, small = QFont(option.font), QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(max(option.font.pixelSize() - 1, 10))
        box = QRectF(option.rect).adjusted(_PAD + 2, _PAD, -_PAD, -_PAD)
        box.setHeight(option.fontMetrics.height() * _LINE)
        for font, tint, text in ((bold, "text", said.title), *((small, "mute", line) for line in said.lines)):
            self._line(painter, box, font, (tint, text))
            box.translate(0, box.height())
        painter.setFont(small)
        paint_pills(painter, self._theme, box, said.chips)
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


class StackedList(QListView, Generic[R]):
    """``picked`` comes with a row when another one is current."""

    picked = Signal(object)

    def __init__(
        self, theme: Theme, key: Callable[[R], Hashable], said: Callable[[R], Stacked], *, lines: int = 4
    ) -> None:
        super().__init__()
        self._key = key
        column = Column[R](id="title", title="", text=lambda row: said(row).title, tip=lambda row: said(row).tip)
        self.rows: RowsModel[R] = RowsModel((column,), key, self)
        self.setModel(self.rows)
        self.setItemDelegate(StackedCells(theme, self, said, lines))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self._wanted: Hashable = None
        theme.changed.connect(self.doItemsLayout)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())

    @property
    def current(self) -> R | None:
        """The row in focus."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; the one that was current stays so, or the first is."""
        self.rows.show(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(self.rows.place_of(self._wanted) or 0, 0))

    def pick(self, key: Hashable) -> None:
        """Make a row current, now or as soon as it is shown."""
        self._wanted = key
        place = self.rows.place_of(key)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place, 0))

    def _tell(self) -> None:
        if self.current is not None:
            self._wanted = self._key(self.current)
            self.picked.emit(self.current)
