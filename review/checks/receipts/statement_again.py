"""A bill that is listed twice: a summary beside the daily list is counted once, another sum is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, first_place, open_or_decided, place
from review.checks.receipts.totals import line_sum
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.claim.claim import Claim
    from review.claim.paper import Document


def statement_again(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Statements that are left out because another one alone adds up to the receipts."""
    counted = claim.charge_papers
    total = line_sum(counted[0]) if counted else None
    for paper in claim.statements if total is not None else ():
        if paper not in counted:
            yield _finding(paper, counted[0], total)


def _finding(paper: Document, counted: Document, total: Decimal | None) -> Finding:
    added = line_sum(paper)
    same = added == total
    amounts = (line.values.get("amount") for line in paper.lines)
    shown = "金额读不全" if added is None else f"各行相加{thousands(added)}元"
    return Finding(
        code="statement-again" if same else "statement-again-differs",
        severity=Severity.CLUE if same else open_or_decided(amounts),
        subject=f"document:{paper.id}",
        title="同一费用两份清单" if same else "两份清单金额不同",
        message=(
            f"{call(counted)}各行相加{thousands(total or 0)}元，已等于票据合计；{call(paper)}{shown}，不再重复计费。"
        ),
        advice=(
            "汇总清单和每日清单只计一份；请对照两份清单抽查项目和数量是否一致。"
            if same
            else "请核对这份清单是否缺页或识别有误；不属于本次就诊的请移除该页影像，缺页而另一份完整的说明理由后放行。"
        ),
        basis="清单合计=票据合计；同一费用只计一次",
        values={"lines": str(added), "counted": str(total)},
        place=place((paper.values.get("total_amount"),)) or first_place(paper),
    )
