"""The words for the insured as they will be printed: what was paid, why the rest was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import text
from app.ui.widgets.fact_sheet import FactSheet, selectable
from review.money import thousands

if TYPE_CHECKING:
    from decimal import Decimal

    from review.policy.plain_words import PlainWords, Reason

Row = tuple[str, "Decimal", str]
_WIDTHS = (150, 96)
"""Pixels of titles and amounts at least, so that the tables stand in line."""
_TOP = Qt.AlignmentFlag.AlignTop


class PlainPage(FactSheet):
    """Shows the account of one settlement."""

    def __init__(self) -> None:
        super().__init__(self.tr("没有说明"))

    def show_words(self, words: PlainWords, own: Decimal) -> None:
        """Show opening, payments, the reasons down to what the person bears, and notes."""
        paid = [(one.title, one.amount, one.words) for one in words.paid]
        reasons = [(one.title, one.amount, _told(one)) for one in words.reasons]
        relief = [(self.tr("减：{0}").format(one.title), -one.amount, one.words) for one in words.relief]
        parts: list[QWidget] = [selectable(text(words.opening, "heading"))]
        parts += [text(self.tr("医保付的部分"), "title"), _grid(paid)]
        if reasons:
            last = (self.tr("您自己负担"), own, "")
            parts += [text(self.tr("为什么有一部分要自己付"), "title"), _grid([*reasons, *relief, last])]
        parts += [Note(note, Tone.WARN) for note in words.notes]
        self.show_parts(parts)


def _told(reason: Reason) -> str:
    return "\n".join(part for part in (reason.words, reason.named) if part)


def _grid(rows: list[Row]) -> QWidget:
    """Title, amount and words in three columns, a line to each."""
    frame = QFrame()
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(2, 1)
    for column, width in enumerate(_WIDTHS):
        grid.setColumnMinimumWidth(column, width)
    for place, (title, amount, words) in enumerate(rows):
        figure = text(thousands(amount).replace("-", "−"), "heading")
        grid.addWidget(text(title, "heading"), place, 0, _TOP)
        grid.addWidget(figure, place, 1, _TOP | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(selectable(text(words, "mute")), place, 2, _TOP)
    return frame
