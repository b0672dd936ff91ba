"""The result of a replay: head figures, what must be said of it, and the ways of looking as tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.whatif.groups_panel import GroupsPanel
from app.ui.whatif.head_figures import HeadFigures
from app.ui.whatif.people_panel import PeoplePanel
from app.ui.whatif.row_columns import refusal_columns
from app.ui.whatif.spread_panel import SpreadPanel
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import Card, button, text
from review.whatif.words import cautions

if TYPE_CHECKING:
    from app.ui.shell.theme import Theme
    from review.whatif.comparison import Comparison, Refusal


class ResultView(QWidget):
    """``opened`` carries the number of a claim; ``export`` is the button that writes the workbook."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title, self.export = text(role="heading"), button(self.tr("导出 Excel…"))
        self.note, self.head, self.tabs = Note(), HeadFigures(), QTabWidget()
        self.groups, self.spread, self.people = GroupsPanel(theme), SpreadPanel(theme), PeoplePanel(theme)
        self._refused: RowsModel[Refusal] = RowsModel(refusal_columns(), lambda one: (one.side, one.reason), self)
        self.refused: RowsView[Refusal] = RowsView(self._refused, theme)
        self._lay_out()
        self.people.opened.connect(self.opened)

    def show_comparison(self, comparison: Comparison, *, real: bool) -> None:
        """Show a comparison; ``real`` tells that its claims lie in the office."""
        self.title.setText(comparison.title)
        self.title.setToolTip(comparison.title)
        self.head.show_comparison(comparison)
        self.groups.show_comparison(comparison)
        self.spread.show_comparison(comparison)
        self.people.show_comparison(comparison, real=real)
        self._refused.show(comparison.refused)
        self._say(comparison)

    def _say(self, comparison: Comparison) -> None:
        left_out = sum(one.claims for one in comparison.refused)
        self.tabs.setTabVisible(3, bool(left_out))
        self.tabs.setTabText(3, self.tr("未能比较 {n}").format(n=f"{left_out:,}"))
        self.note.say("".join(cautions(comparison)), Tone.WARN if left_out else Tone.INFO)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        for panel, word in (
            (self.groups, self.tr("谁付多少")),
            (self.spread, self.tr("分布")),
            (self.people, self.tr("变动最大的人")),
            (self.refused, ""),
        ):
            self.tabs.addTab(panel, word)
        self.tabs.tabBar().setDrawBase(False)
        corner = QWidget()
        beside = QHBoxLayout(corner)
        beside.setContentsMargins(0, 4, 12, 4)
        beside.addWidget(self.export)
        self.tabs.setCornerWidget(corner)
        card = Card(margin=0, spacing=0)
        card.rows.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.title, self.note, self.head):
            column.addWidget(widget)
        column.addWidget(card, 1)
