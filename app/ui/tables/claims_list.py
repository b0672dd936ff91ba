"""The claims something rests on, under a heading that counts them; Enter or a double click opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout

from app.ui.tables.columns import R
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.widgets.cards import Card, text
from app.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.shell.theme import Theme
    from app.ui.tables.columns import Column


class ClaimsList(Card, Generic[R]):
    """Rows that have a ``number``; ``opened`` carries that of a claim."""

    opened = Signal(str)

    def __init__(self, theme: Theme, columns: Sequence[Column[R]]) -> None:
        super().__init__(margin=0, spacing=0)
        self._model: RowsModel[R] = RowsModel(columns, _number, self)
        self.heading, self.table = text(role="heading"), RowsView(self._model, theme)
        self.heading.setContentsMargins(14, 10, 14, 8)
        self.heading.setWordWrap(True)
        self.table.setToolTip(self.tr("回车：在审核台打开"))
        self.empty, self._front = Empty(), QStackedLayout()
        self._front.addWidget(self.table)
        self._front.addWidget(self.empty)
        self.rows.addWidget(self.heading)
        self.rows.addLayout(self._front, 1)
        self.table.opened.connect(lambda number: self.opened.emit(str(number)))
        self.show_rows((), "")

    @property
    def shown(self) -> tuple[R, ...]:
        """The rows as they stand."""
        return self._model.rows

    def show_rows(self, rows: Sequence[R], heading: str, why: str = "") -> None:
        """Show these claims under a heading; where there are none, say why, or with nothing to say step aside."""
        self.setVisible(bool(rows or heading or why))
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self._model.show(rows)
        self.empty.say(why, "")
        self._front.setCurrentIndex(0 if rows else 1)


def _number(row: Any) -> str:
    return str(row.number)
