"""One line that says whether the money is proven."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from app.ui.desk.equations import Term
from app.ui.widgets.badge import restyle
from review.money import thousands

if TYPE_CHECKING:
    from app.ui.desk.equations import Equation, Sum


class EquationBar(QLabel):
    """Σ lines = statement = receipt = words, with ✓ or the difference."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("equation")
        self.setWordWrap(True)

    def show_equation(self, equation: Equation) -> None:
        """Show the terms the paper states."""
        sums = equation.sums
        words = [self._term(one) for one in sums]
        signs = [
            self.tr("　≠（差 {0}）　").format(thousands(abs(a.amount - b.amount))) if broken else "　=　"
            for broken, (a, b) in zip(equation.breaks, pairwise(sums), strict=True)
        ]
        text = "".join(sign + word for sign, word in zip(["", *signs], words, strict=False))
        self.setText(f"Σ {text} {self._verdict(equation)}" if sums else self.tr("○ 还没有可核对的金额"))
        self.setProperty("proof", "ok" if equation.holds else "bad" if any(equation.breaks) else "plain")
        restyle(self)

    def _term(self, one: Sum) -> str:
        words = {
            Term.LINES: self.tr("明细 {0} 行").format(one.count),
            Term.STATEMENT: self.tr("清单合计"),
            Term.RECEIPT: self.tr("票据合计"),
            Term.WORDS: self.tr("大写"),
        }
        return f"{words[one.term]} {thousands(one.amount)}"

    def _verdict(self, equation: Equation) -> str:
        if equation.holds:
            return "✓"
        return self.tr("■ 不符") if any(equation.breaks) else self.tr("○ 无从核对")
