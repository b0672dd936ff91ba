"""A row of chips of which one is chosen: filters that show how many each lets through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.ui.widgets.cards import button

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip: its id, and its word without the count."""

    id: str
    word: str


class ChipRow(QWidget):
    """``chosen`` carries the id of the chip that was pressed."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._words = {choice.id: choice.word for choice in choices}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._buttons = {choice.id: self._chip(choice) for choice in choices}
        for chip in self._buttons.values():
            layout.addWidget(chip)
        layout.addStretch(1)
        self._buttons[choices[0].id].setChecked(True)

    @property
    def current(self) -> str:
        """The id of the chosen chip."""
        return next(name for name, chip in self._buttons.items() if chip.isChecked())

    def count(self, counts: Mapping[str, int]) -> None:
        """Show how many each chip lets through."""
        for name, chip in self._buttons.items():
            chip.setText(f"{self._words[name]} {counts.get(name, 0)}")

    def choose(self, name: str) -> None:
        """Press a chip."""
        self._buttons[name].click()

    def _chip(self, choice: Choice) -> QPushButton:
        chip = button(choice.word, "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self.chosen.emit(choice.id))
        self._group.addButton(chip)
        return chip
