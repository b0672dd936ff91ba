"""The sums of a batch by fund, and the checks that must hold before anybody signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.labels import label, sum_label
from app.ui.tables.words import yuan
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import text
from review.claim.claim import ZERO
from review.claim.people import Scheme

if TYPE_CHECKING:
    from decimal import Decimal

    from app.ui.signoff.pile import Pile
    from review.claim.people import Actor
    from review.services.batches import BatchView

_REST = ("serious_illness_fund", "medical_aid_fund", "supplement_fund", "fund_total")


class Totals(QWidget):
    """Heading, one line a fund, the sum, then one note a check."""

    def __init__(self, actor: Actor) -> None:
        super().__init__()
        self._actor = actor
        self._heading = text(role="heading")
        names: dict[str, str] = {
            "total": sum_label("total"),
            **{s: label(s) for s in Scheme},
            **{key: sum_label(key) for key in _REST},
        }
        self._sums = {key: text(role="sum" if key == "fund_total" else "") for key in names}
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (key, name) in enumerate(names.items()):
            grid.addWidget(text(name, "mute"), row, 0)
            grid.addWidget(self._sums[key], row, 2, Qt.AlignmentFlag.AlignRight)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addLayout(grid)
        layout.addLayout(self._notes)

    def show_pile(self, pile: Pile) -> None:
        """Show the sums and checks of a batch."""
        view = pile.view
        self._heading.setText(self.tr("本批合计（勾选 {count} 件）").format(count=len(view.included)))
        sums: dict[str, Decimal] = {**view.funds, **_by_scheme(pile), "total": view.total, "fund_total": view.payable}
        for key, shown in self._sums.items():
            amount = yuan(sums.get(key, ZERO))
            shown.setText(f"¥ {amount}" if key == "fund_total" else amount)
        self._show_notes([*self._proofs(view), *self._checks(view), *self._left_out(view)])

    def _proofs(self, view: BatchView) -> list[tuple[str, Tone]]:
        whole = sum((claim.payable for claim in view.included), ZERO) == view.payable == sum(view.funds.values(), ZERO)
        parts = {person for c in view.included for person in (c.entered_by, c.first_reviewer, c.second_reviewer)}
        alone = self._actor.username not in parts
        count = len(view.included)
        equal = self.tr("{count} 张结算单之和 = 本批合计 = 各基金之和，逐分相符").format(count=count)
        return [
            (equal if whole else self.tr("结算单之和与本批合计不符，不能签批"), Tone.OK if whole else Tone.BAD),
            (
                self.tr("经办、复核、签批三人不同") if alone else self.tr("签批人经办过其中的报销单，须由他人签批"),
                Tone.OK if alone else Tone.BAD,
            ),
        ]

    def _checks(self, view: BatchView) -> list[tuple[str, Tone]]:
        return [(f"{c.title}：{c.message}", Tone.WARN) for c in view.checks if not c.ok]

    def _left_out(self, view: BatchView) -> list[tuple[str, Tone]]:
        out = [claim for claim in view.claims if claim.excluded]
        names = "；".join(f"{claim.name}，{claim.reason}" for claim in out)
        words = self.tr("{count} 件未勾选，留待下批：{names}").format(count=len(out), names=names)
        return [(words, Tone.WARN)] if out else []

    def _show_notes(self, notes: list[tuple[str, Tone]]) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for words, tone in notes:
            self._notes.addWidget(Note(words, tone))


def _by_scheme(pile: Pile) -> dict[str, Decimal]:
    """The basic funds' share, residents and employees apart."""
    paid = [(row.queued.scheme, row.claim.funds["basic_fund"]) for row in pile.rows if not row.claim.excluded]
    return {scheme: sum((amount for of, amount in paid if of is scheme), ZERO) for scheme in Scheme}
