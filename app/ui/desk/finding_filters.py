"""The filters over the findings: chips for their kind, a list for their group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QWidget

from app.ui.desk.finding_sieve import Show, Sieve, counts, groups
from app.ui.labels import label
from app.ui.widgets.cards import button
from review.checks.finding import Group, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.services.settle import FindingView

MARKS = {Show.BLOCKS: "■", Show.DECISION: "▲", Show.CLUE: "○", Show.ANSWERED: "✓"}


class FindingFilters(QWidget):
    """``changed`` comes when something else is to be let through."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = {
            Show.ALL: self.tr("全部"),
            **{Show(severity.value): label(severity) for severity in Severity},
            Show.ANSWERED: self.tr("已处理"),
        }
        self._chips = {show: self._chip(show) for show in Show}
        self.group = QComboBox()
        self.group.setObjectName("findingGroup")
        self.group.setToolTip(self.tr("只看一类疑点（G 换下一类）"))
        self.group.setAccessibleName(self.tr("疑点类别"))
        self.group.addItem(self.tr("各类"), None)
        self._lay_out()
        self._chips[Show.ALL].setChecked(True)
        self.group.activated.connect(lambda _index: self.changed.emit())

    @property
    def sieve(self) -> Sieve:
        """What is let through now."""
        show = next(show for show, chip in self._chips.items() if chip.isChecked())
        chosen = self.group.currentData()
        return Sieve(show, Group(chosen) if chosen else None)

    def show_counts(self, views: Sequence[FindingView]) -> None:
        """Say how many findings each chip has, and offer the groups there are; what was chosen stays chosen."""
        found = counts(views)
        for show, chip in self._chips.items():
            chip.setText(f"{MARKS.get(show, self._words[show])} {found.get(show, 0)}")
            chip.setEnabled(bool(found.get(show)) or chip.isChecked())
        chosen = self.group.currentData()
        while self.group.count() > 1:
            self.group.removeItem(1)
        for group in groups(views):
            self.group.addItem(label(group), group)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))

    def choose(self, show: Show) -> None:
        """Let through one kind."""
        self._chips[show].setChecked(True)
        self.changed.emit()

    def clear(self) -> None:
        """Let everything through."""
        self.group.setCurrentIndex(0)
        self.choose(Show.ALL)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) chip that has something, around the end."""
        kinds = [show for show, chip in self._chips.items() if chip.isEnabled()]
        here = kinds.index(self.sieve.show)
        self.choose(kinds[(here + by) % len(kinds)])

    def step_group(self, by: int) -> None:
        """Go to the next or previous group, around the end."""
        self.group.setCurrentIndex((self.group.currentIndex() + by) % self.group.count())
        self.changed.emit()

    def _chip(self, show: Show) -> QPushButton:
        chip = button("", "tag")
        chip.setCheckable(True)
        chip.setToolTip(self.tr("{0}（← → 换筛选）").format(self._words[show]))
        chip.setAccessibleName(self._words[show])
        chip.clicked.connect(self.changed)
        return chip

    def _lay_out(self) -> None:
        exclusive = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for chip in self._chips.values():
            exclusive.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.group)
