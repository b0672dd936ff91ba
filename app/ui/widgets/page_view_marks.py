"""Boxes over a page: what a box means is told by colour, line style and width together, never by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

Colour = Callable[[str], QColor]
"""Gives the colour of a token of the theme."""

REACH = 6.0
LABEL = 320
"""Screen pixels the words of a box may take."""


class Look(StrEnum):
    """How a box is drawn, from calm to alarming."""

    PROVEN = "proven"
    CONFIRMED = "confirmed"
    TYPED = "typed"
    READ = "read"
    PAPER = "paper"
    DOUBTFUL = "doubtful"
    CONTRADICTED = "contradicted"
    FLAW = "flaw"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Stroke:
    """Colour token, line style and width in screen pixels."""

    token: str
    style: Qt.PenStyle
    width: float


STROKES: dict[Look, Stroke] = {
    Look.PROVEN: Stroke("ok", Qt.PenStyle.SolidLine, 1.4),
    Look.CONFIRMED: Stroke("brand", Qt.PenStyle.SolidLine, 1.4),
    Look.TYPED: Stroke("info", Qt.PenStyle.DotLine, 1.6),
    Look.READ: Stroke("faint", Qt.PenStyle.SolidLine, 1.0),
    Look.PAPER: Stroke("info", Qt.PenStyle.DashDotLine, 1.6),
    Look.FLAW: Stroke("warn", Qt.PenStyle.DashDotDotLine, 2.2),
    Look.DOUBTFUL: Stroke("warn", Qt.PenStyle.DashLine, 2.0),
    Look.CONTRADICTED: Stroke("bad", Qt.PenStyle.DashLine, 3.0),
    Look.CHANGED: Stroke("bad", Qt.PenStyle.DotLine, 3.4),
}
CURRENT = Stroke("info", Qt.PenStyle.SolidLine, 2.6)


@dataclass(frozen=True, slots=True)
class Mark:
    """One box on a page as filed (x, y, width, height): what it stands for, how it looks, and its words on hover.

    A ``quiet`` box is drawn only while it is the current one, but can be clicked. ``words`` stand above it.
    """

    target: str
    box: tuple[int, int, int, int]
    look: Look
    tip: str = ""
    quiet: bool = False
    words: str = ""

    @property
    def rect(self) -> QRectF:
        """The box in page coordinates."""
        return QRectF(*self.box)


class MarksItem(QGraphicsItem):
    """Draws all boxes of a page in one go and finds the one under a point."""

    def __init__(self, colour: Colour, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._colour = colour
        self._marks: tuple[Mark, ...] = ()
        self._current = ""
        self._glow = 0.0
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The boxes shown."""
        return self._marks

    @property
    def current(self) -> str:
        """The target of the box drawn as current, or an empty string."""
        return self._current

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show other boxes; quiet ones are drawn first so that doubts lie on top."""
        order = list(Look)
        self._marks = tuple(sorted(marks, key=lambda mark: order.index(mark.look)))
        self.update()

    def set_current(self, target: str) -> None:
        """Draw the box of this target as the current one."""
        self._current = target
        self.update()

    def set_glow(self, strength: float) -> None:
        """Fill the current box with light from 0 (none) to 1."""
        self._glow = strength
        self.update()

    def find(self, target: str) -> Mark | None:
        """The box of a target, or None."""
        return next((mark for mark in self._marks if mark.target == target), None)

    def at(self, point: QPointF, scale: float) -> Mark | None:
        """The smallest box at a point, with a few screen pixels of grace."""
        reach = REACH / max(scale, 0.01)
        near = [m for m in self._marks if m.rect.adjusted(-reach, -reach, reach, reach).contains(point)]
        return min(near, key=lambda m: m.rect.width() * m.rect.height(), default=None)

    def boundingRect(self) -> QRectF:
        """As large as the page it lies on."""
        parent = self.parentItem()
        return parent.boundingRect() if parent else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the exposed boxes, the current one last."""
        seen = option.exposedRect.adjusted(-REACH, -REACH, REACH, REACH)
        for mark in self._marks:
            if not mark.quiet and mark.target != self._current and mark.rect.intersects(seen):
                self._draw(painter, mark.rect, STROKES[mark.look])
                if mark.words:
                    self._label(painter, mark)
        current = self.find(self._current)
        if current is not None:
            self._draw_current(painter, current.rect)

    def _draw(self, painter: QPainter, rect: QRectF, stroke: Stroke) -> None:
        pen = QPen(self._colour(stroke.token), stroke.width, stroke.style)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _label(self, painter: QPainter, mark: Mark) -> None:
        """The words of a box on a ground of its colour, upright and of one size at any zoom and turn."""
        place = painter.worldTransform().map(mark.rect).boundingRect().topLeft()
        painter.save()
        painter.resetTransform()
        words = painter.fontMetrics().elidedText(mark.words, Qt.TextElideMode.ElideRight, LABEL)
        box = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-6, -3, 6, 3)
        box.moveBottomLeft(place)
        box.moveTop(max(0.0, box.top()))
        box.moveRight(min(box.right(), painter.viewport().right()))
        painter.fillRect(box, self._colour(STROKES[mark.look].token))
        painter.setPen(self._colour("panel"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _draw_current(self, painter: QPainter, rect: QRectF) -> None:
        light = self._colour(CURRENT.token)
        light.setAlphaF(0.10 + 0.35 * self._glow)
        painter.fillRect(rect, light)
        self._draw(painter, rect, CURRENT)
