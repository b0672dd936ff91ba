"""A total far beyond what like illnesses and like stays cost."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS, decimal, place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.past import Spending
    from review.claim.claim import Care, Claim

_ENOUGH = 10
"""Other stays from which it is known what an illness costs."""

_OVER_HIGH, _OVER_MEDIAN = Decimal(2), Decimal(5)
"""Times the dearest twentieth, and times the middle one, that a total lies beyond before it is told of (assumed)."""


def total_out_of_proportion(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """One clue where the receipts of a stay come to far more than others', also by the day.

    By the day, so that a very long stay explains itself; totals still in doubt are waited for.
    """
    usual, cells = context.past.spending, [receipt.values.get("total_amount") for receipt in claim.receipts]
    if usual is None or usual.count < _ENOUGH or not cells or claim.care.kind not in STAYS:
        return
    totals = [decimal(cell.value) for cell in cells if cell and not cell.standing.asks]
    known = [total for total in totals if total is not None]
    if len(known) < len(cells) or usual.median <= 0:
        return
    total = sum(known, Decimal(0))
    longer = max(Decimal(1), _days(claim.care, usual) / max(Decimal(1), usual.days))
    if total > usual.high * _OVER_HIGH * longer and total > usual.median * _OVER_MEDIAN * longer:
        yield Finding(
            code="total-out-of-proportion",
            severity=Severity.CLUE,
            subject="claim",
            title="总费用与病情不相称",
            message=(
                f"票据合计{thousands(total)}元；本局同类诊断（{usual.diagnosis}）{usual.count}次住院中位数"
                f"{thousands(usual.median)}元，九成五不超过{thousands(usual.high)}元，本次住院并未相应延长。"
            ),
            advice="请核对票据金额有无改动，重点核对手术、材料等大额明细；病情确需的可放行。",
            basis="同类诊断历史费用（按经验）；基金监管公开案例：乳腺肿物切除票据10.5万元",
            values={"total": str(total)},
            place=place(cells),
        )


def _days(care: Care, usual: Spending) -> Decimal:
    """The length of the stay; where it is unknown, the usual one."""
    if care.admitted is None or care.discharged is None:
        return usual.days
    return Decimal(max(1, (care.discharged - care.admitted).days))
