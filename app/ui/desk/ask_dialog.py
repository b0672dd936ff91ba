"""A dialog of the desk: its body, then cancel and the one thing it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.ui.widgets.cards import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class AskDialog(QDialog):
    """``body`` takes what is asked; the title names what accepting does."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.go, cancel = button(title, "primary"), button(self.tr("取消"))
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(self.body)
        column.addLayout(self.foot)

    def allow(self, *, on: bool) -> None:
        """Whether there is enough to go on."""
        self.go.setEnabled(on)
