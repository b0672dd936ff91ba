"""What stands where nothing is to show: why, what to do, and perhaps the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.cards import button, text


class Empty(QWidget):
    """Words for an empty place; ``acted`` when its button is pressed."""

    acted = Signal()

    def __init__(self, why: str = "", cure: str = "", action: str = "") -> None:
        super().__init__()
        self._why, self._cure, self._button = text(role="heading"), text(role="mute"), button("")
        self._cure.setWordWrap(True)
        self._button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.addStretch(2)
        for label in (self._why, self._cure):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        self.say(why, cure, action)

    def say(self, why: str, cure: str, action: str = "") -> None:
        """Show why nothing is here and what to do about it."""
        self._why.setText(why)
        self._cure.setText(cure)
        self._button.setText(action)
        self._button.setVisible(bool(action))
