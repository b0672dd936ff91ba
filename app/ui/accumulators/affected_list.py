"""The claims an import changed, under a heading that sums them up; Enter or a double click opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.ui.accumulators.affected_columns import affected_columns, affected_words
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import Card, text
from app.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.shell.theme import Theme
    from review.services.affected import Affected


class AffectedList(Card):
    """``opened`` carries the number of a claim."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(margin=0, spacing=0)
        self._model: RowsModel[Affected] = RowsModel(affected_columns(), lambda one: one.claim, self)
        self.heading, self.table = text(role="heading"), RowsView(self._model, theme)
        self.heading.setContentsMargins(14, 10, 14, 8)
        self.heading.setWordWrap(True)
        self.table.setToolTip(self.tr("回车：在审核台打开"))
        self.empty, self._front = Empty(self.tr("没有报销单因此改变"), ""), QStackedLayout()
        holding = QWidget()
        holding.setLayout(self._front)
        self._front.addWidget(self.table)
        self._front.addWidget(self.empty)
        self.rows.addWidget(self.heading)
        self.rows.addWidget(holding, 1)
        self.table.opened.connect(lambda number: self.opened.emit(str(number)))

    @property
    def shown(self) -> tuple[Affected, ...]:
        """The claims listed."""
        return self._model.rows

    def show_affected(self, found: Sequence[Affected], of: str) -> None:
        """Show the claims that something changed."""
        self._model.show(found)
        self.heading.setText(self.tr("{of}：{words}").format(of=of, words=affected_words(found)) if found else of)
        self._front.setCurrentIndex(0 if found else 1)
        self.table.pick_first()
