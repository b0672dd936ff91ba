"""A line for a reason: typed, or taken from the office's usual words; Enter gives it, Esc lets go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


class ReasonEdit(QComboBox):
    """An editable list of usual reasons. ``given`` brings the reason, ``dropped`` comes with Esc."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self, usual: Sequence[str], hint: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(usual))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        edit = QLineEdit()
        self.setLineEdit(edit)
        edit.setPlaceholderText(hint)
        edit.setAccessibleName(hint)
        self.setCurrentIndex(-1)
        edit.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives what stands there, if anything; Esc lets go."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            reason = self.currentText().strip()
            if reason:
                self.given.emit(reason)
            return
        super().keyPressEvent(event)
