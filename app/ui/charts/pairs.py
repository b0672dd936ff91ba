"""Lying bars, A over B, with what each comes to and the difference on the right: for keys with long names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF

from app.ui.charts.chart import LEGEND, PAD, Chart
from app.ui.charts.plot import signed

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtGui import QPainter

    from app.ui.charts.plot import Bar

_THICK, _GAP, _ROUND = 11.0, 3.0, 2.0
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PairChart(Chart):
    """As tall as it has bars; lies in a scroll area where there are many."""

    def fit(self) -> None:
        """Take the height the bars need."""
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for words, bars and differences."""
        return QSize(420, int(LEGEND + self._row * len(self.plot.bars) + PAD))

    def band(self, place: int) -> QRectF:
        """Rows of one height below the legend."""
        return QRectF(0, LEGEND + place * self._row, self.width(), self._row)

    def paint_bar(self, painter: QPainter, bar: Bar, band: QRectF) -> None:
        """Its word, both bars with their amounts, the difference."""
        words, changes = self._columns()
        name = QRectF(band.left() + PAD, band.top(), words, band.height())
        painter.setPen(self.theme.colour("text"))
        metrics = QFontMetricsF(painter.font())
        painter.drawText(name, _LEFT | _MIDDLE, metrics.elidedText(bar.word, Qt.TextElideMode.ElideRight, words))
        room = QRectF(name.right() + PAD, band.top(), band.width() - words - changes - 4 * PAD, band.height())
        series = [(0, bar.a)] if bar.a is not None else []
        for line, (which, amount) in enumerate([*series, (1, bar.b)]):
            top = room.center().y() + (line - len(series) / 2) * (_THICK + _GAP) - (_THICK - _GAP) / 2
            painter.setBrush(self.theme.colour(self.ink(bar, which)))
            self._paint_one(painter, QRectF(room.left(), top, room.width(), _THICK), amount)
        self._paint_change(painter, bar, QRectF(band.right() - changes - PAD, band.top(), changes, band.height()))

    def _paint_one(self, painter: QPainter, room: QRectF, amount: Decimal) -> None:
        said = self.plot.say(amount)
        metrics = QFontMetricsF(painter.font())
        beside = max(metrics.horizontalAdvance(self.plot.say(top)) for top in (self.plot.top, amount)) + 8
        length = max((room.width() - beside) * float(abs(amount) / self.plot.top), 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(room.left(), room.top(), length, room.height()), _ROUND, _ROUND)
        painter.setPen(self.theme.colour("mute"))
        painter.drawText(
            QRectF(room.left() + length + 6, room.top() - _GAP, beside, room.height() + 2 * _GAP), _LEFT | _MIDDLE, said
        )

    def _paint_change(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        if bar.a is None:
            return
        more = bar.b - bar.a
        painter.setPen(self.theme.colour("text" if more else "faint"))
        painter.drawText(box, _RIGHT | _MIDDLE, signed(self.plot.say(more), more) if more else "=")

    def _columns(self) -> tuple[float, float]:
        """How wide the words and the differences are."""
        metrics = QFontMetricsF(self.small)
        words = max((metrics.horizontalAdvance(bar.word) for bar in self.plot.bars), default=0.0)
        said = (self.plot.say(bar.b - (bar.a or bar.b)) for bar in self.plot.bars)
        changes = max((metrics.horizontalAdvance(f"+{one}") for one in said), default=0.0)
        return min(words + 2, self.width() * 0.24), changes + 4

    @property
    def _row(self) -> float:
        return max(2 * _THICK + 3 * _GAP + 4, QFontMetricsF(self.small).height() * 2.0)
