"""A doubt about a whole paper, row or page, with the button that says it was looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.desk.key_button import KeyButton
from app.ui.widgets.badge import Note, Tone


class AskNote(QWidget):
    """Hidden while nothing is asked. ``confirmed`` brings the target."""

    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("askNote")
        self._note = Note()
        self._target = ""
        self.button = KeyButton(self.tr("已核对"), "↵", "small")
        self.button.setAutoDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._note, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(lambda: self.confirmed.emit(self._target))
        self.hide()

    @property
    def target(self) -> str:
        """What is asked about, or an empty string."""
        return self._target

    def ask(self, target: str, reason: str, *, locked: bool) -> None:
        """Ask about a target; an empty reason asks nothing."""
        self._target = target if reason else ""
        self._note.say(reason, Tone.WARN)
        self.button.setVisible(not locked)
        self.setVisible(bool(reason))

    def tell(self, words: str) -> None:
        """Say something that asks for nothing; empty words say nothing."""
        self.ask("page", words, locked=True)
        self._target = ""

    def take(self, target: str) -> bool:
        """Put the hand on the button where it is about this target."""
        if not target or target != self._target:
            return False
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
