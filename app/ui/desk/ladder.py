"""The settlement beside the paper: a ladder of bars and the amount to be paid; pale while it is being worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.desk.ladder_rungs import Rung, rungs
from app.ui.labels import sum_label
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from review.policy.settlement import Settlement

PALE = 0.35
BAR = 8
AIR = 5


class Ladder(QWidget):
    """Draws the rungs of one settlement."""

    def __init__(self, colour: Callable[[str], QColor]) -> None:
        super().__init__()
        self._colour = colour
        self._rungs: tuple[Rung, ...] = ()
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def shown(self) -> tuple[Rung, ...]:
        """The rungs drawn."""
        return self._rungs

    @property
    def stale(self) -> bool:
        """Whether the figures are the old ones, being worked out anew."""
        return self._stale

    def show_settlement(self, settlement: Settlement | None) -> None:
        """Draw a settlement, or nothing."""
        self._rungs = rungs(settlement) if settlement else ()
        self._stale = False
        self.setAccessibleDescription("；".join(f"{_words(rung)} {_figure(rung)}" for rung in self._rungs))
        self.updateGeometry()
        self.update()

    def fade(self) -> None:
        """Grey the figures: something they rest on is changing."""
        self._stale = True
        self.update()

    def sizeHint(self) -> QSize:
        """One text line and a bit for each rung."""
        return QSize(260, len(self._rungs) * (self.fontMetrics().height() + AIR))

    def minimumSizeHint(self) -> QSize:
        """All rungs are always whole, if close together."""
        return QSize(220, len(self._rungs) * (self.fontMetrics().ascent() + 2))

    def _step(self) -> int:
        """Height of a rung: what there is, but no more than reads well."""
        return min(self.fontMetrics().height() + AIR, self.height() // max(1, len(self._rungs)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words, bar and figure of each rung."""
        painter = QPainter(self)
        painter.setOpacity(PALE if self._stale else 1.0)
        metrics = QFontMetrics(self.font())
        left = max((metrics.horizontalAdvance(_words(rung)) for rung in self._rungs), default=0) + 10
        right = max((metrics.horizontalAdvance(_figure(rung)) for rung in self._rungs), default=0) + 10
        for row, rung in enumerate(self._rungs):
            line = QRectF(0, row * self._step(), self.width(), self._step())
            self._draw(painter, rung, line, QRectF(left, 0, max(0, self.width() - left - right), 0))

    def _draw(self, painter: QPainter, rung: Rung, line: QRectF, track: QRectF) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._colour("mute"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, _words(rung))
        painter.setPen(self._colour("text"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, _figure(rung))
        ground = QRectF(track.x(), line.center().y() - BAR / 2, track.width(), BAR)
        painter.fillRect(ground, self._colour("bg"))
        painter.fillRect(_span(ground, 0.0, rung.start), self._colour("line"))
        painter.fillRect(_span(ground, rung.start, rung.end), self._colour(rung.token))


def _span(ground: QRectF, start: float, end: float) -> QRectF:
    return QRectF(ground.x() + ground.width() * start, ground.y(), ground.width() * (end - start), ground.height())


def _words(rung: Rung) -> str:
    return f"{sum_label(rung.key)} {rung.rate}".strip()


def _figure(rung: Rung) -> str:
    return thousands(rung.amount).replace("-", "−")
