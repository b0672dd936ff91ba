"""One entry in full: class, name, limit, what its row says, and the notes that hold for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.catalogue.entry_columns import class_chips
from app.ui.catalogue.entry_facts import facts, notes
from app.ui.labels import label
from app.ui.widgets.badge import Badge, Note, Tone
from app.ui.widgets.cards import text
from app.ui.widgets.fact_sheet import FactSheet, facts_form, head_row, selectable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout, QWidget

    from review.catalogue.entry import Edition, Entry

translate = QCoreApplication.translate


class EntryCard(FactSheet):
    """Shows one entry, or words while none is chosen."""

    def __init__(self) -> None:
        super().__init__(translate("EntryCard", "选一条目录条目，这里显示它的全部内容。"))

    def show_entry(self, entry: Entry, edition: Edition | None, assumed: str = "") -> None:
        """Show an entry of an edition; ``assumed`` is what the edition takes for granted about it."""
        self.show_parts(self._parts(entry, edition, assumed))

    def _parts(self, entry: Entry, edition: Edition | None, assumed: str) -> Iterator[QWidget | QLayout]:
        [chip] = class_chips(entry)
        yield head_row((Badge(self.tr("{name}类").format(name=chip.text), chip.tone),), label(entry.kind))
        yield selectable(text(entry.name, "title"))
        if entry.remark:
            yield Note(self.tr("支付限定：{limit}").format(limit=entry.remark), Tone.WARN)
        if assumed:
            yield Note(assumed, Tone.INFO)
        yield facts_form(facts(entry, edition))
        for said in notes(entry):
            yield selectable(text(said, "mute"))
