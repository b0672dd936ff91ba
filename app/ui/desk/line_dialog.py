"""A line the paper has and the reading has not: typed by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from app.ui.labels import field_label

KEYS = ("name", "spec", "unit", "quantity", "unit_price", "amount")


class LineDialog(QDialog):
    """``given`` brings the cells that were filled."""

    given = Signal(dict)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("补录一行明细"))
        self.setMinimumWidth(380)
        self.cells = {key: QLineEdit() for key in KEYS}
        form = QFormLayout(self)
        form.setContentsMargins(24, 20, 24, 16)
        for key, edit in self.cells.items():
            form.addRow(field_label(key), edit)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("补录"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def _give(self) -> None:
        filled = {key: edit.text().strip() for key, edit in self.cells.items() if edit.text().strip()}
        if filled:
            self.accept()
            self.given.emit(filled)
