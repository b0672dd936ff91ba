"""One line of the watch list in full: who, why and on what it rests, the figures, what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.watch.watched_words import TONES, colour_chip, figure_facts
from app.ui.widgets.badge import Badge, Note, Tone
from app.ui.widgets.cards import text
from app.ui.widgets.fact_sheet import FactSheet, facts_form, head_row, selectable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout, QWidget

    from review.watch.watched import Watched

translate = QCoreApplication.translate


class WatchedCard(FactSheet):
    """Shows one line, or words while none is chosen."""

    def __init__(self) -> None:
        super().__init__(translate("WatchedCard", "选一行，这里显示列入的原因、依据、数字和涉及的报销单。"))

    def show_watched(self, watched: Watched) -> None:
        """Show a line."""
        self.show_parts(self._parts(watched))

    def _parts(self, watched: Watched) -> Iterator[QWidget | QLayout]:
        chip = colour_chip(watched)
        yield head_row((Badge(chip.text, chip.tone),), label(watched.kind))
        yield selectable(text(watched.name, "title"))
        if watched.answer:
            yield Note(watched.answer, Tone.OK)
        for reason, basis in zip(watched.reasons, watched.basis, strict=True):
            yield Note(reason, Tone.INFO if watched.answer else TONES[watched.colour])
            yield selectable(text(self.tr("依据：{basis}").format(basis=basis), "mute"))
        yield facts_form(figure_facts(watched))
        yield selectable(text(self.tr("名单只是提示，不是结论；请对照涉及的报销单核查。"), "mute"))
