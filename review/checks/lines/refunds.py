"""Negative lines are refunds: each wants the charge it gives back."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call_line, decimal, line_place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line


def refunds(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Articles of which more is given back than was charged."""
    by_name: defaultdict[str, list[Line]] = defaultdict(list)
    for line in claim.charge_lines:
        by_name[normalise(line.text("name"))].append(line)
    for lines in by_name.values():
        left = sum(map(_amount, lines), Decimal(0))
        back = [line for line in lines if _amount(line) < 0]
        if back and left < 0:
            yield _finding(back[0], left)


def _amount(line: Line) -> Decimal:
    return decimal(line.text("amount")) or Decimal(0)


def _finding(line: Line, left: Decimal) -> Finding:
    return Finding(
        code="refund-alone",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="退费没有对应收费",
        message=f"{call_line(line)}退费后该项目合计为{thousands(left)}元，清单中找不到足额的原收费。",
        advice="请核对是否缺页，或负号识别有误。",
        basis="退费行与原收费行相抵",
        values={"left": str(left)},
        place=line_place(line),
    )
