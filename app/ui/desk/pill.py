"""Small coloured pills drawn inside table cells, in the same tones as badges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

PAD, HEIGHT_PAD = 8, 4
GROUNDS = {
    Tone.OK: ("oksoft", "ok"),
    Tone.WARN: ("warnsoft", "warn"),
    Tone.BAD: ("badsoft", "bad"),
    Tone.BRAND: ("brandsoft", "brand"),
    Tone.INFO: ("sel", "info"),
    Tone.PLAIN: ("bg", "mute"),
}


@dataclass(frozen=True, slots=True)
class Pill:
    """A word in a pill; ``dashed`` for something that waits to be chosen."""

    text: str
    tone: Tone
    dashed: bool = False


def pill_width(painter: QPainter, text: str) -> float:
    """How wide a pill with this word is."""
    return float(painter.fontMetrics().horizontalAdvance(text) + 2 * PAD)


def draw_pill(painter: QPainter, pill: Pill, cell: QRectF, colour: Callable[[str], QColor]) -> float:
    """Draw a pill at the left of a cell, shortened to fit; returns its width."""
    ground, ink = GROUNDS[pill.tone]
    width = min(pill_width(painter, pill.text), cell.width())
    height = painter.fontMetrics().height() + HEIGHT_PAD
    box = QRectF(cell.x(), cell.center().y() - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(ink), 1, Qt.PenStyle.DashLine) if pill.dashed else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if pill.dashed else colour(ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
    painter.setPen(colour(ink))
    room = int(width - 2 * PAD) + 1
    words = painter.fontMetrics().elidedText(pill.text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
    return width
