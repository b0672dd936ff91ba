"""What is wrong or doubtful in a pack, faults first; Enter goes to the figure meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.ui.policies.words import place_words
from app.ui.tables.columns import Column, chip
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.badge import Tone
from app.ui.widgets.cards import Card
from app.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.shell.theme import Theme
    from app.ui.tables.columns import Chip
    from review.packs.pack_lint import Note

translate = QCoreApplication.translate


class NotesPanel(Card):
    """``opened`` carries the path of a figure."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(margin=0, spacing=0)
        self._model: RowsModel[Note] = RowsModel(note_columns(), lambda one: (one.path, one.message), self)
        self.table: RowsView[Note] = RowsView(self._model, theme)
        self.empty, self._front = Empty(self.tr("没有发现问题"), ""), QStackedLayout()
        holding = QWidget()
        holding.setLayout(self._front)
        self._front.addWidget(self.table)
        self._front.addWidget(self.empty)
        self.rows.addWidget(holding)
        self.table.setToolTip(self.tr("回车：转到这一项参数"))
        self.table.opened.connect(lambda key: self.opened.emit(str(key[0])))

    @property
    def shown(self) -> tuple[Note, ...]:
        """The notes listed."""
        return self._model.rows

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show what is to be said of another pack."""
        self._model.show(tuple(dict.fromkeys(notes)))
        self._front.setCurrentIndex(0 if notes else 1)


def note_columns() -> tuple[Column[Note], ...]:
    """How bad, which figure, what, what to do."""
    return (
        Column(
            id="severity",
            title=translate("policies", "轻重"),
            text=lambda n: severity_chip(n).text,
            chips=lambda n: (severity_chip(n),),
            width=96,
        ),
        Column(
            id="place",
            title=translate("policies", "所属"),
            text=lambda n: place_words(n.path) if n.path else n.file,
            tip=lambda n: f"{n.file} {n.path}".strip(),
            width=150,
        ),
        Column(id="message", title=translate("policies", "问题"), text=lambda n: n.message, width=240, stretch=True),
        Column(
            id="cure",
            title=translate("policies", "办法"),
            text=lambda n: n.cure,
            tint=lambda _: "mute",
            width=180,
            stretch=True,
            yields=1,
        ),
    )


def severity_chip(note: Note) -> Chip:
    """A fault keeps a draft back; a warning is for somebody to look at."""
    if note.severity == "fault":
        return chip(translate("policies", "必须改正"), Tone.BAD)
    return chip(translate("policies", "请看一看"), Tone.WARN)
