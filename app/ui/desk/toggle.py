"""A row of small chips of which one or none is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.cards import button

if TYPE_CHECKING:
    from collections.abc import Sequence


class Toggle(QWidget):
    """``chosen`` brings the value of the chip that was pressed, or an empty string where it was released."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """``choices`` gives value, short word and whole word of each chip."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.chips = {value: button(word, "tag") for value, word, _ in choices}
        for value, _, whole in choices:
            chip = self.chips[value]
            chip.setCheckable(True)
            chip.setToolTip(whole)
            chip.setAccessibleName(whole)
            chip.clicked.connect(lambda on, picked=value: self.chosen.emit(picked if on else ""))
            row.addWidget(chip)

    def show_value(self, value: str, *, locked: bool) -> None:
        """Press the chip of a value, release the others."""
        for name, chip in self.chips.items():
            chip.setChecked(name == value)
            chip.setEnabled(not locked)
