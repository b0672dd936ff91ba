"""How people and claims are distributed: by what changes for them, by share of the cost, by what the person bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.charts.columns import ColumnChart
from app.ui.whatif.charted import Charted
from app.ui.whatif.plots import Look, stretch_plot, stretches
from app.ui.whatif.row_columns import stretch_columns
from app.ui.widgets.chips import ChipRow, Choice

if TYPE_CHECKING:
    from app.ui.shell.theme import Theme
    from review.whatif.comparison import Comparison


class SpreadPanel(QWidget):
    """One chart with its table, for the distribution chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self.by = ChipRow(
            (
                Choice(Look.DIFFERENCES, self.tr("每人多付、少付")),
                Choice(Look.SHARES, self.tr("报销比例")),
                Choice(Look.BURDENS, self.tr("个人负担")),
            )
        )
        self.view = Charted(theme, ColumnChart(theme), stretch_columns())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 0)
        column.setSpacing(6)
        column.addWidget(self.by)
        column.addWidget(self.view, 1)
        self.by.chosen.connect(lambda _: self._show())

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another comparison, in the way chosen."""
        self._comparison = comparison
        self._show()

    def _show(self) -> None:
        if self._comparison is not None:
            look = Look(self.by.current)
            self.view.show_rows(stretches(self._comparison, look), stretch_plot(self._comparison, look))
