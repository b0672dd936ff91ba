"""Standing columns along an axis, one or two a key: for months and for distributions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF

from app.ui.charts.chart import LEGEND, PAD, Chart
from app.ui.charts.plot import axis

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from app.ui.charts.plot import Bar

_WIDEST, _ROUND = 26.0, 2.0
_RIGHT, _MIDDLE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter


class ColumnChart(Chart):
    """Fills the room it is given; a word that does not fit below its columns is shortened, its tip says it whole."""

    def sizeHint(self) -> QSize:
        """Wide, and tall enough to tell columns apart."""
        return QSize(560, 220)

    def minimumSizeHint(self) -> QSize:
        """What is still readable."""
        return QSize(320, 140)

    def band(self, place: int) -> QRectF:
        """Stripes of one width beside the axis, its words included."""
        room, count = self._room(), max(len(self.plot.bars), 1)
        width = room.width() / count
        return QRectF(room.left() + place * width, room.top(), width, room.height() + self._below)

    def paint_ground(self, painter: QPainter) -> None:
        """Lines across, with their amounts on the left."""
        room, (end, parts) = self._room(), axis(self.plot)
        for line in range(parts + 1):
            part = Decimal(line) / parts
            height = room.bottom() - room.height() * float(part)
            painter.setPen(self.theme.colour("line"))
            painter.drawLine(int(room.left()), int(height), int(room.right()), int(height))
            painter.setPen(self.theme.colour("mute"))
            box = QRectF(0, height - 10, room.left() - 8, 20)
            painter.drawText(box, _RIGHT | _MIDDLE, self.plot.say(end * part))

    def paint_bar(self, painter: QPainter, bar: Bar, band: QRectF) -> None:
        """One or two columns, the word below."""
        room, (end, _) = self._room(), axis(self.plot)
        amounts = [(1, bar.b)] if bar.a is None else [(0, bar.a), (1, bar.b)]
        width = min(band.width() * 0.72 / len(amounts), _WIDEST)
        left = band.center().x() - width * len(amounts) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for place, (series, amount) in enumerate(amounts):
            height = room.height() * float(abs(amount) / end)
            painter.setBrush(self.theme.colour(self.ink(bar, series)))
            column = QRectF(left + place * width, room.bottom() - height, width - 1, height)
            painter.drawRoundedRect(column, min(_ROUND, height / 2), min(_ROUND, height / 2))
        self._paint_word(painter, bar, QRectF(band.left() + 1, room.bottom(), band.width() - 2, self._below))

    def _paint_word(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        words = QFontMetricsF(painter.font()).elidedText(bar.word, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(self.theme.colour("mute"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _room(self) -> QRectF:
        """Where columns stand."""
        metrics, (end, parts) = QFontMetricsF(self.small), axis(self.plot)
        said = (self.plot.say(end * line / parts) for line in range(parts + 1))
        left = max(metrics.horizontalAdvance(words) for words in said) + PAD + 8
        return QRectF(
            left, LEGEND + 8, self.width() - left - PAD, max(self.height() - LEGEND - 8 - self._below - 6, 1.0)
        )

    @property
    def _below(self) -> float:
        return QFontMetricsF(self.small).height() + 8
