"""One entry in full: class, name, limit, what its row says, and the notes that hold for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.catalogue.entry_columns import class_chips
from app.ui.catalogue.entry_facts import facts, notes
from app.ui.labels import label
from app.ui.widgets.badge import Badge, Note, Tone
from app.ui.widgets.cards import text

if TYPE_CHECKING:
    from review.catalogue.entry import Edition, Entry


class EntryCard(QScrollArea):
    """Shows one entry, or words while none is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.forget()

    def forget(self) -> None:
        """Nothing is chosen."""
        blank, column = _column()
        words = text(self.tr("选一条目录条目，这里显示它的全部内容。"), "mute")
        words.setWordWrap(True)
        column.addWidget(words)
        column.addStretch(1)
        self.setWidget(blank)

    def show_entry(self, entry: Entry, edition: Edition | None, assumed: str = "") -> None:
        """Show an entry of an edition; ``assumed`` is what the edition takes for granted about it."""
        page, column = _column()
        column.addLayout(self._head(entry))
        column.addWidget(_selectable(text(entry.name, "title")))
        if entry.remark:
            column.addWidget(Note(self.tr("支付限定：{limit}").format(limit=entry.remark), Tone.WARN))
        if assumed:
            column.addWidget(Note(assumed, Tone.INFO))
        column.addLayout(self._facts(entry, edition))
        for said in notes(entry):
            column.addWidget(_selectable(text(said, "mute")))
        column.addStretch(1)
        self.setWidget(page)

    def _head(self, entry: Entry) -> QHBoxLayout:
        row = QHBoxLayout()
        [chip] = class_chips(entry)
        row.addWidget(Badge(self.tr("{name}类").format(name=chip.text), chip.tone))
        row.addWidget(text(label(entry.kind), "small"))
        row.addStretch(1)
        return row

    def _facts(self, entry: Entry, edition: Edition | None) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for fact in facts(entry, edition):
            form.addRow(text(fact.caption, "small"), _selectable(text(fact.words)))
        return form


def _column() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(10)
    return page, column


def _selectable(made: QLabel) -> QLabel:
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
