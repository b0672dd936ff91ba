"""Who pays under both packs, by fund, scheme, group, level, month and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.charts.columns import ColumnChart
from app.ui.charts.pairs import PairChart
from app.ui.whatif.charted import Charted
from app.ui.whatif.plots import Measure, axis_plot, fund_plot, lines
from app.ui.whatif.row_columns import line_columns, row_columns
from app.ui.whatif.words import axis_word
from app.ui.widgets.chips import ChipRow, Choice
from review.whatif.comparison import Axis

if TYPE_CHECKING:
    from app.ui.charts.chart import Chart
    from app.ui.shell.theme import Theme
    from review.whatif.comparison import Comparison

_FUNDS = "funds"
_ALONG = frozenset({Axis.MONTH, Axis.AGE})
"""Axes whose keys follow one another: they stand as columns."""


class GroupsPanel(QWidget):
    """One chart with its table for each way of looking."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self.by = ChipRow((Choice(_FUNDS, self.tr("基金")), *(Choice(axis, axis_word(axis)) for axis in Axis)))
        self.measure = ChipRow(
            (Choice(Measure.FUNDS, self.tr("看基金支付")), Choice(Measure.PERSONAL, self.tr("看个人负担")))
        )
        self._front = QStackedWidget()
        self.views = {_FUNDS: Charted(theme, PairChart(theme), line_columns())}
        self.views |= {axis: Charted(theme, _chart(axis, theme), row_columns(axis, axis_word(axis))) for axis in Axis}
        for view in self.views.values():
            self._front.addWidget(view)
        self._lay_out()
        self.by.chosen.connect(lambda _: self._show())
        self.measure.chosen.connect(lambda _: self._show())

    @property
    def view(self) -> Charted:
        """The chart and table in front."""
        return self.views[self.by.current]

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another comparison, in the way chosen."""
        self._comparison = comparison
        self._show()

    def _show(self) -> None:
        comparison, chosen = self._comparison, self.by.current
        self._front.setCurrentWidget(self.view)
        self.measure.setVisible(chosen != _FUNDS)
        if comparison is None:
            return
        if chosen == _FUNDS:
            self.view.show_rows(lines(comparison), fund_plot(comparison))
        else:
            axis = Axis(chosen)
            self.view.show_rows(comparison.by(axis), axis_plot(comparison, axis, Measure(self.measure.current)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.by, 1)
        row.addWidget(self.measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._front, 1)


def _chart(axis: Axis, theme: Theme) -> Chart:
    return ColumnChart(theme) if axis in _ALONG else PairChart(theme)
