"""The editions at hand, one under the other: title, dates, how they stand, what is odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.catalogue import edition_words as words
from app.ui.catalogue.spans import Shown
from app.ui.tables.stacked import Stacked, StackedList

if TYPE_CHECKING:
    from app.ui.shell.theme import Theme


class EditionsList(StackedList[Shown]):
    """``picked`` comes with an edition when another one is current."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lambda row: row.edition.id, _said)
        self.setAccessibleName(self.tr("目录版本"))


def _said(row: Shown) -> Stacked:
    """Title, kind and length, dates, pills; where it came from and what is odd in the tooltip."""
    tip = "\n".join(filter(None, (row.edition.title, words.origin(row), *words.oddities(row))))
    return Stacked(row.edition.title, (words.about(row), words.dates(row.edition)), words.chips(row), tip)
