"""One thing in full: what is to be known of it, part under part, scrolled where it is long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.cards import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.ui.widgets.badge import Badge


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known, under its caption."""

    caption: str
    words: str


class FactSheet(QScrollArea):
    """Shows the parts of one thing, or words while none is chosen."""

    def __init__(self, nothing: str) -> None:
        super().__init__()
        self._nothing = nothing
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.forget()

    def forget(self) -> None:
        """Nothing is chosen."""
        self.show_parts((selectable(text(self._nothing, "mute")),))

    def show_parts(self, parts: Iterable[QWidget | QLayout]) -> None:
        """Show these parts, one under the other."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)


def head_row(badges: Iterable[Badge], beside: str) -> QHBoxLayout:
    """Pills, and small words beside them."""
    row = QHBoxLayout()
    for badge in badges:
        row.addWidget(badge)
    row.addWidget(text(beside, "small"))
    row.addStretch(1)
    return row


def facts_form(facts: Iterable[Fact]) -> QFormLayout:
    """Captions on the left, words on the right."""
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(6)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    for fact in facts:
        form.addRow(text(fact.caption, "small"), selectable(text(fact.words)))
    return form


def selectable(made: QLabel) -> QLabel:
    """The label, wrapped, its words to be copied with the mouse."""
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
