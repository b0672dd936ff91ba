"""A button that shows its key, so that hands can stay on the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

GAP, PAD = 8, 5


class KeyButton(QPushButton):
    """A push button with a small key cap at its right end."""

    def __init__(self, text: str, key: str, kind: str = "") -> None:
        super().__init__(text)
        self._key = key
        self.setProperty("kind", kind)
        self.setAccessibleDescription(key)

    def sizeHint(self) -> QSize:
        """Room for the words and the cap."""
        return super().sizeHint() + QSize(self._cap_width() + GAP if self._key else 0, 0)

    def minimumSizeHint(self) -> QSize:
        """As wide as the hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button as its style draws it, its words moved left to make room for the cap."""
        if not self._key:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = option.palette.buttonText().color()
        cap = QRect(self.width() - self._cap_width() - 12, 0, self._cap_width(), self.height())
        painter.setPen(ink)
        painter.setFont(self.font())
        room = QRect(0, 0, cap.left() - GAP + 12, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        self._draw_cap(painter, cap)

    def _draw_cap(self, painter: QPainter, cap: QRect) -> None:
        painter.setFont(self._cap_font())
        painter.setOpacity(0.7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = painter.fontMetrics().height() + 2
        painter.drawRoundedRect(cap.adjusted(0, (cap.height() - height) // 2, 0, -((cap.height() - height) // 2)), 3, 3)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(10, self.fontInfo().pixelSize() - 3))
        return font

    def _cap_width(self) -> int:
        return QFontMetrics(self._cap_font()).horizontalAdvance(self._key) + 2 * PAD
