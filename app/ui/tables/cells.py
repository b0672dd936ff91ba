"""Paints the cells of a table: text in its tint, or pills; a line below; the selection's ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.tables.model import CHIPS_ROLE, TINT_ROLE
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from app.ui.shell.theme import Theme
    from app.ui.tables.columns import Chip

_PAD, _GAP, _INSET = 8.0, 6.0, 8.0
_FOCUS = 3
_GROUNDS = {Tone.OK: "oksoft", Tone.WARN: "warnsoft", Tone.BAD: "badsoft", Tone.BRAND: "brandsoft", Tone.INFO: "sel"}
_INKS = {Tone.PLAIN: "mute"}
Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """One delegate for all columns of a table."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and line first, then pills or text."""
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index.column())
        chips = index.data(CHIPS_ROLE)
        if chips is None:
            self._text(painter, option, index)
        else:
            self._pills(painter, option, index, chips)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as text or pills need, as tall as a comfortable row."""
        chips = index.data(CHIPS_ROLE)
        metrics = QFontMetricsF(option.font if chips is None else _small(option.font))
        words = [index.data() or ""] if chips is None else [chip.text for chip in chips]
        pads = 0.0 if chips is None else 2 * _PAD * len(words) + _GAP * (len(words) - 1)
        width = sum(metrics.horizontalAdvance(word) for word in words) + pads + 2 * _INSET + 2
        return QSize(int(width), int(metrics.height() * 1.9))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, column: int) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("sel"))
            if column == 0 and option.widget.hasFocus():
                painter.fillRect(rect.x(), rect.y(), _FOCUS, rect.height(), self._theme.colour("info"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect).adjusted(_INSET, 0, -_INSET, 0)
        painter.setFont(option.font)
        painter.setPen(self._theme.colour(index.data(TINT_ROLE) or "text"))
        words = painter.fontMetrics().elidedText(index.data() or "", Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, index.data(Qt.ItemDataRole.TextAlignmentRole), words)

    def _pills(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, chips: tuple[Chip, ...]) -> None:
        box = QRectF(option.rect).adjusted(_INSET, 0, -_INSET, 0)
        painter.setFont(_small(option.font))
        if index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight:
            box.setLeft(box.right() - pills_width(painter.font(), chips))
        paint_pills(painter, self._theme, box, chips)


def pills_width(font: QFont, chips: Sequence[Chip]) -> float:
    """How much room pills take side by side."""
    metrics = QFontMetricsF(font)
    return sum(metrics.horizontalAdvance(chip.text) + 2 * _PAD for chip in chips) + _GAP * (len(chips) - 1)


def paint_pills(painter: QPainter, theme: Theme, box: QRectF, chips: Sequence[Chip]) -> None:
    """Pills side by side from the left of a box, in the painter's font."""
    metrics, left = QFontMetricsF(painter.font()), box.left()
    height = metrics.height() + 4
    for chip in chips:
        width = metrics.horizontalAdvance(chip.text) + 2 * _PAD
        _pill(painter, theme, QRectF(left, box.center().y() - height / 2, width, height), chip)
        left += width + _GAP


def _pill(painter: QPainter, theme: Theme, box: QRectF, chip: Chip) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if chip.tone in _GROUNDS:
        painter.setBrush(theme.colour(_GROUNDS[chip.tone]))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(theme.colour(_INKS.get(chip.tone, chip.tone.value)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip.text)


def _small(font: QFont) -> QFont:
    """The font of pills, a little smaller than the text beside them."""
    made = QFont(font)
    made.setPixelSize(max(font.pixelSize() - 1, 10))
    return made
