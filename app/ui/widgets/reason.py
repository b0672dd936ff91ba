"""Asks for a reason before something is done that needs one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.widgets.cards import button, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class ReasonDialog(QDialog):
    """A question, ready answers, and room for one's own; goes on only with a reason."""

    def __init__(self, parent: QWidget, title: str, question: str, ready: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(question)
        self.words.setTabChangesFocus(True)
        self.words.setMaximumHeight(96)
        self.go = button(title, "primary")
        self.go.setEnabled(False)
        self.go.clicked.connect(self.accept)
        self.words.textChanged.connect(lambda: self.go.setEnabled(bool(self.reason)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        asked = text(question)
        asked.setWordWrap(True)
        layout.addWidget(asked)
        for answer in ready:
            layout.addWidget(self._ready(answer))
        layout.addWidget(self.words)
        layout.addLayout(self._buttons())

    @property
    def reason(self) -> str:
        """What was written."""
        return self.words.toPlainText().strip()

    def _ready(self, answer: str) -> QWidget:
        chip = button(answer, "chip")
        chip.clicked.connect(lambda: self.words.setPlainText(answer))
        return chip

    def _buttons(self) -> QHBoxLayout:
        cancel = button(self.tr("取消"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        return row


def ask_reason(dialog: ReasonDialog, given: Callable[[str], None]) -> None:
    """Open the dialog without stopping the window; ``given`` gets the reason."""
    dialog.accepted.connect(lambda: given(dialog.reason))
    dialog.open()
    dialog.words.setFocus()
