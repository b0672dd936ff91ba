"""What every chart does: the legend above, the bar under the pointer told, one bar marked, a press picks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.charts.plot import Plot

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent

    from app.ui.charts.plot import Bar
    from app.ui.shell.theme import Theme

PAD, LEGEND = 14.0, 28.0
TONES = ("faint", "brand")
"""Colours of the two series."""
_SQUARE = 10.0


class Chart(QWidget):
    """Draws a plot; ``picked`` carries the key of the bar that was pressed. Subclasses say where bars lie."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.plot, self._marked = theme, Plot(), ""
        theme.changed.connect(self.update)

    def show_plot(self, plot: Plot) -> None:
        """Show other bars."""
        self.plot = plot
        self.setAccessibleDescription("；".join(bar.tip for bar in plot.bars))
        self.fit()
        self.update()

    def mark(self, key: str) -> None:
        """Let one bar stand out."""
        self._marked = key
        self.update()

    def fit(self) -> None:
        """Follow the number of bars; most charts are as tall as they are given room."""

    def band(self, place: int) -> QRectF:
        """The ground of the bar at a place."""
        raise NotImplementedError

    def paint_bar(self, painter: QPainter, bar: Bar, band: QRectF) -> None:
        """Draw one bar onto its ground."""
        raise NotImplementedError

    def paint_ground(self, painter: QPainter) -> None:
        """Draw what lies behind all bars."""

    def bar_at(self, point: QPointF) -> Bar | None:
        """The bar under a point."""
        found = (bar for place, bar in enumerate(self.plot.bars) if self.band(place).contains(point))
        return next(found, None)

    @property
    def small(self) -> QFont:
        """The font of words beside bars."""
        made = QFont(self.font())
        made.setPixelSize(max(made.pixelSize() - 2, 10))
        return made

    def paintEvent(self, _: QPaintEvent) -> None:
        """Legend, ground, bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small)
        if self.plot.bars:
            self._paint_legend(painter)
            self.paint_ground(painter)
        for place, bar in enumerate(self.plot.bars):
            band = self.band(place)
            if bar.key == self._marked:
                painter.fillRect(band, self.theme.colour("sel"))
            self.paint_bar(painter, bar, band)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the bar under the pointer."""
        found = self.bar_at(event.position())
        if found is not None:
            self.picked.emit(found.key)

    def event(self, event: QEvent) -> bool:
        """Tell the bar under the resting pointer."""
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)  # type: ignore[arg-type]  # tool tips come as help events
            return True
        return super().event(event)

    def ink(self, bar: Bar, series: int) -> str:
        """The colour of a bar in a series."""
        return bar.tone if series and bar.tone else TONES[series]

    def _tell(self, event: QHelpEvent) -> None:
        found = self.bar_at(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), found.tip if found else "", self)

    def _paint_legend(self, painter: QPainter) -> None:
        metrics, left = QFontMetricsF(painter.font()), PAD
        if self.plot.paired:
            for tone, name in zip(TONES, self.plot.names, strict=True):
                left = self._paint_name(painter, tone, name, left) + 2 * PAD
        unit = QRectF(left, 0, self.width() - left - PAD, LEGEND)
        painter.setPen(self.theme.colour("mute"))
        words = metrics.elidedText(self.plot.unit, Qt.TextElideMode.ElideLeft, unit.width())
        painter.drawText(unit, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_name(self, painter: QPainter, tone: str, name: str, left: float) -> float:
        """A square and its word; returns where the word ends."""
        metrics = QFontMetricsF(painter.font())
        painter.fillRect(QRectF(left, (LEGEND - _SQUARE) / 2, _SQUARE, _SQUARE), self.theme.colour(tone))
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, self.width() * 0.36)
        box = QRectF(left + _SQUARE + 6, 0, metrics.horizontalAdvance(words) + 2, LEGEND)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        return box.right()
