"""The settlement beside the paper: a ladder of bars; pale while it is being worked out. A rung can be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.desk.ladder_rungs import Rung, rungs
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from review.policy.settlement import Settlement

PALE = 0.35
BAR = 8
AIR = 5
GAP = 10
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
THINNEST = 1.0
"""Pixels of a bar that is hardly anything."""


class Ladder(QWidget):
    """Draws the rungs of one settlement.

    ``picked`` carries the key of the rung in hand, ``asked`` that of one that was clicked or entered. ``whole`` draws
    the sums on the way, too.
    """

    picked = Signal(str)
    asked = Signal(str)

    def __init__(self, colour: Callable[[str], QColor], *, whole: bool = False) -> None:
        super().__init__()
        self._colour, self._whole = colour, whole
        self._rungs: tuple[Rung, ...] = ()
        self._stale = False
        self._current = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def shown(self) -> tuple[Rung, ...]:
        """The rungs drawn."""
        return self._rungs

    @property
    def stale(self) -> bool:
        """Whether the figures are the old ones, being worked out anew."""
        return self._stale

    @property
    def current(self) -> str:
        """The key of the rung in hand, or empty."""
        return self._current

    def show_settlement(self, settlement: Settlement | None) -> None:
        """Draw a settlement, or nothing."""
        self._rungs = rungs(settlement, whole=self._whole) if settlement else ()
        self._stale = False
        self.setAccessibleDescription("；".join(f"{rung.words} {_figure(rung)}" for rung in self._rungs))
        self.updateGeometry()
        self.update()

    def fade(self) -> None:
        """Grey the figures: something they rest on is changing."""
        self._stale = True
        self.update()

    def pick(self, key: str) -> None:
        """Take a rung in hand and say so."""
        self._current = key
        self.update()
        self.picked.emit(key)

    def sizeHint(self) -> QSize:
        """One text line and a bit for each rung."""
        return QSize(260, len(self._rungs) * (self.fontMetrics().height() + AIR))

    def minimumSizeHint(self) -> QSize:
        """All rungs are always whole, if close together."""
        return QSize(220, len(self._rungs) * (self.fontMetrics().ascent() + 2))

    def rung_at(self, height: float) -> Rung | None:
        """The rung drawn at a height, pixels from the top."""
        place = int(height // max(1, self._step()))
        return self._rungs[place] if 0 <= place < len(self._rungs) else None

    def event(self, event: QEvent) -> bool:
        """On hover say how a rung came about."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            rung = self.rung_at(event.pos().y())
            QToolTip.showText(event.globalPos(), rung.tip if rung else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes a rung in hand."""
        rung = self.rung_at(event.position().y())
        if rung and event.button() == Qt.MouseButton.LeftButton:
            self.pick(rung.key)
            self.asked.emit(rung.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk over the rungs, Enter asks for the one in hand."""
        if event.key() in _ENTER and self._current:
            self.asked.emit(self._current)
            return
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if way is None or not self._rungs:
            super().keyPressEvent(event)
            return
        keys = [rung.key for rung in self._rungs]
        here = keys.index(self._current) if self._current in keys else -max(way, 0)
        self.pick(keys[min(max(here + way, 0), len(keys) - 1)])

    def _step(self) -> int:
        """Height of a rung: what there is, but no more than reads well."""
        return min(self.fontMetrics().height() + AIR, self.height() // max(1, len(self._rungs)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words, bar and figure of each rung."""
        painter = QPainter(self)
        painter.setOpacity(PALE if self._stale else 1.0)
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(rung.words) for rung in self._rungs), default=0) + GAP
        left = min(widest, self.width() * 0.45)
        right = max((metrics.horizontalAdvance(_figure(rung)) for rung in self._rungs), default=0) + GAP
        for row, rung in enumerate(self._rungs):
            line = QRectF(0, row * self._step(), self.width(), self._step())
            self._draw(painter, rung, line, QRectF(left, 0, max(0, self.width() - left - right), 0))

    def _draw(self, painter: QPainter, rung: Rung, line: QRectF, track: QRectF) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        if rung.key == self._current:
            painter.fillRect(line, self._colour("sel"))
        words = painter.fontMetrics().elidedText(rung.words, Qt.TextElideMode.ElideRight, int(track.x() - GAP / 2))
        painter.setPen(self._colour("mute"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(self._colour("text"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, _figure(rung))
        ground = QRectF(track.x(), line.center().y() - BAR / 2, track.width(), BAR)
        painter.fillRect(ground, self._colour("bg"))
        if rung.end > rung.start:
            painter.fillRect(_span(ground, 0.0, rung.start), self._colour("line"))
            painter.fillRect(_span(ground, rung.start, rung.end), self._colour(rung.token))


def _span(ground: QRectF, start: float, end: float) -> QRectF:
    wide = max(ground.width() * (end - start), THINNEST if end > start else 0.0)
    return QRectF(ground.x() + ground.width() * start, ground.y(), wide, ground.height())


def _figure(rung: Rung) -> str:
    return thousands(rung.amount).replace("-", "−")
