"""Reasons to choose from by number, and a line for one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.widgets.cards import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

MOST = 9
"""As many as there are number keys."""


class ReasonButton(QPushButton):
    """A reason with its number before it, shortened where there is no room; whole on hover."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__()
        self.reason = reason
        self._words = f"{number}　{reason}"
        self.setProperty("kind", "reason")
        self.setToolTip(reason)
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        room = self.width() - 2 * self.fontMetrics().averageCharWidth()
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


class OwnWords(QLineEdit):
    """Takes typing; while nothing is typed a digit chooses, which ``numbered`` brings. ``dropped`` comes with Esc.

    0 is no reason: it says whom the reason is for.
    """

    numbered = Signal(int)
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit first, Esc, or typing."""
        digit = event.text()
        if (
            not self.text()
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and digit in set("0123456789")
        ):
            self.numbered.emit(int(digit))
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class ReasonList(QWidget):
    """``given`` brings a reason, ``dropped`` comes with Esc."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self, usual: Sequence[str], hint: str, every: str = "") -> None:
        """``usual`` are reasons to choose from; ``every`` the words of a chip that gives the reason to others too."""
        super().__init__()
        self.every = button(every, "tag")
        self.every.setCheckable(True)
        self.every.setVisible(bool(every))
        self.edit = OwnWords()
        self.edit.setObjectName("ownWords")
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.buttons = tuple(ReasonButton(n, reason) for n, reason in enumerate(usual[:MOST], 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.every, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.edit)
        for choice in self.buttons:
            choice.clicked.connect(lambda _on=False, chosen=choice.reason: self.given.emit(chosen))
            column.addWidget(choice)
        self.setFocusProxy(self.edit)
        self.edit.numbered.connect(self.choose)
        self.edit.dropped.connect(self.dropped)
        self.edit.returnPressed.connect(self._give)

    def choose(self, number: int) -> None:
        """Give the reason of that number, where there is one; 0 presses the chip or lets it go."""
        if number == 0 and not self.every.isHidden():
            self.every.toggle()
        elif 0 < number <= len(self.buttons):
            self.given.emit(self.buttons[number - 1].reason)

    def _give(self) -> None:
        """What was typed, if anything."""
        words = self.edit.text().strip()
        if words:
            self.given.emit(words)
