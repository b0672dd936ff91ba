"""The people for whom most changes, and the claims of one of them; Enter opens a claim of the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.tables.claims_list import ClaimsList
from app.ui.tables.columns import Column
from app.ui.tables.model import RowsModel
from app.ui.tables.view import RowsView
from app.ui.tables.words import yuan
from app.ui.whatif.row_columns import change_words, person_columns
from app.ui.widgets.cards import gaps, text
from app.ui.widgets.chips import ChipRow, Choice

if TYPE_CHECKING:
    from app.ui.shell.theme import Theme
    from review.whatif.comparison import Change, Comparison, Swing

_MORE, _LESS = "more", "less"


@dataclass(frozen=True, slots=True)
class Listed:
    """A claim by its number."""

    number: str


class PeoplePanel(QWidget):
    """``opened`` carries the number of a claim; only claims of the office can be opened."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._real = False
        self.which = ChipRow((Choice(_MORE, self.tr("基金多付最多的人")), Choice(_LESS, self.tr("基金少付最多的人"))))
        self.told = text(role="small")
        self._model: RowsModel[Change] = RowsModel(person_columns(), lambda one: (one.person, one.claims[:1]), self)
        self.table: RowsView[Change] = RowsView(self._model, theme)
        self.claims: ClaimsList[Listed] = ClaimsList(theme, _claim_columns())
        self._lay_out()
        self.which.chosen.connect(lambda _: self._show())
        self.table.picked.connect(self._pick)
        self.table.opened.connect(lambda _: self._open_first())
        self.claims.opened.connect(self._open)

    def show_comparison(self, comparison: Comparison, *, real: bool) -> None:
        """Show another comparison; ``real`` tells that its claims lie in the office."""
        self._comparison, self._real = comparison, real
        counts = {_MORE: comparison.winners.people, _LESS: comparison.losers.people}
        self.which.count(counts)
        if not counts[self.which.current] and counts[_LESS if self.which.current == _MORE else _MORE]:
            self.which.choose(_LESS if self.which.current == _MORE else _MORE)
        self._show()

    @property
    def _swing(self) -> Swing | None:
        held = self._comparison
        if held is None:
            return None
        return held.winners if self.which.current == _MORE else held.losers

    def _show(self) -> None:
        swing = self._swing
        if swing is None:
            return
        self._model.show(swing.largest)
        self.table.pick_first()
        words = self.tr("共 {n} 人，列出变动最大的 {shown} 人") if swing.people else self.tr("没有这样的人")
        self.told.setText(words.format(n=f"{swing.people:,}", shown=len(swing.largest)))
        self._pick()

    def _pick(self) -> None:
        person = self.table.current if self._model.rows else None
        if person is None:
            self.claims.show_rows((), "")
            return
        said = self.tr("{person}：A {a}，B {b}，相差 {more}")
        words = said.format(
            person=person.person,
            a=yuan(person.a.funds),
            b=yuan(person.b.funds),
            more=change_words(person.difference),
        )
        self.claims.show_rows(tuple(map(Listed, person.claims)), words)
        self.claims.table.setToolTip(
            self.tr("回车：在审核台打开") if self._real else self.tr("样本里的人是编造的，没有可以打开的报销单")
        )

    def _open_first(self) -> None:
        """One claim opens at once; of several, one is chosen on the right."""
        person = self.table.current
        if person is not None and len(person.claims) == 1:
            self._open(person.claims[0])
        else:
            self.claims.table.setFocus()

    def _open(self, number: str) -> None:
        if self._real:
            self.opened.emit(number)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.which, 1)
        row.addWidget(self.told)
        parts = gaps(Qt.Orientation.Horizontal, self.table, self.claims)
        parts.setSizes([720, 230])
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(parts, 1)


def _claim_columns() -> tuple[Column[Listed], ...]:
    title = QCoreApplication.translate("whatif", "报销单号")
    return (Column(id="number", title=title, text=lambda c: c.number, width=140, stretch=True),)
