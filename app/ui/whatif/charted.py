"""A chart over the table of the same rows: what is picked in one stands out in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import gaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.charts.chart import Chart
    from app.ui.charts.plot import Plot
    from app.ui.shell.theme import Theme
    from app.ui.tables.columns import Column

_SHARES = (250, 230)


class Charted(QWidget):
    """Rows have a ``key``, which is that of their bar."""

    def __init__(self, theme: Theme, chart: Chart, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self.chart = chart
        self._model: RowsModel[Any] = RowsModel(columns, lambda row: row.key, self)
        self.table: RowsView[Any] = RowsView(self._model, theme)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(chart)
        parts = gaps(Qt.Orientation.Vertical, area, self.table)
        parts.setSizes(list(_SHARES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts)
        self.table.picked.connect(lambda: chart.mark(self.table.current.key if self.table.current else ""))
        chart.picked.connect(self.table.pick)

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Any], plot: Plot) -> None:
        """Show other rows and their bars."""
        self._model.show(rows)
        self.chart.show_plot(plot)
        self.table.pick_first()
