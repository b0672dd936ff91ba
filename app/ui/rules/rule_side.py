"""One rule on the right: what it says, and below it the claims it caught this year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.rules.caught_columns import caught_columns
from app.ui.rules.rule_card import RuleCard
from app.ui.tables.claims_list import ClaimsList
from app.ui.widgets.cards import Card, gaps
from review.money import thousands
from review.services import rulebooks

if TYPE_CHECKING:
    from app.ui.rules.found import RuleRow
    from app.ui.shell.session import Session
    from review.rules.rule import RuleBatch
    from review.services.rulebooks import CaughtClaim


class RuleSide(QWidget):
    """``opened`` carries the number of a claim."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._row: RuleRow | None = None
        self.card = RuleCard()
        self.claims: ClaimsList[CaughtClaim] = ClaimsList(session.theme, caught_columns())
        self.claims.opened.connect(self.opened)
        upper = Card(margin=0)
        upper.rows.addWidget(self.card)
        both = gaps(Qt.Orientation.Vertical, upper, self.claims)
        both.setSizes([420, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)

    def show_row(self, row: RuleRow | None, batch: RuleBatch | None) -> None:
        """Show a rule of a batch; None shows that none is chosen."""
        self._row = row
        if row is None:
            self.card.forget()
            self.claims.show_rows((), "")
            return
        self.card.show_rule(row.rule, batch)
        self.claims.show_rows((), self._heading(row), self.tr("今年没有命中"))
        if row.caught is not None:
            office, rule, year = self._session.office, row.rule.id, self._session.office.today.year
            self._session.jobs.run(
                self, lambda: rulebooks.caught_claims(office, rule, year), partial(self._show_claims, row)
            )

    def _show_claims(self, row: RuleRow, claims: tuple[CaughtClaim, ...]) -> None:
        if row is self._row:
            self.claims.show_rows(claims, self._heading(row), self.tr("今年没有命中"))

    def _heading(self, row: RuleRow) -> str:
        if row.caught is None:
            return ""
        words = self.tr("今年命中 {claims} 单 {lines} 行，剔除 {sum} 元")
        return words.format(claims=row.caught.claims, lines=row.caught.lines, sum=thousands(row.caught.excluded))
