"""Icons of one family (Lucide, ISC), tinted when they are drawn so that they follow theme and screen density."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT

ICONS = ROOT / "icons"


@cache
def _drawing(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Draw an icon into a box."""
    _renderer(name, colour.name()).render(painter, box)


class TintedIcon(QIconEngine):
    """Draws one icon: in ``colour``, in ``faint`` while its widget is disabled, in ``strong`` while it is on."""

    def __init__(self, name: str, colour: QColor, faint: QColor, strong: QColor) -> None:
        super().__init__()
        self._name, self._colour, self._faint, self._strong = name, colour, faint, strong

    def clone(self) -> QIconEngine:
        """Return another engine that draws the same."""
        return TintedIcon(self._name, self._colour, self._faint, self._strong)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw at whatever size the screen asks for."""
        on = self._strong if state == QIcon.State.On else self._colour
        paint_icon(painter, self._name, self._faint if mode == QIcon.Mode.Disabled else on, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw onto a clear pixmap."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made
