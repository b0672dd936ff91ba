"""Every receipt shows a total and every line that is paid an amount: without them nothing can be settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, charge_papers, decimal, first_place, kept, line_place, place
from review.claim.paper import LineVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line

_NAMED = 3


def amounts(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Receipts without a total, and papers with lines that show no amount."""
    for receipt in claim.receipts:
        if decimal(receipt.text("total_amount")) is None:
            yield _no_total(receipt)
    for document in charge_papers(claim):
        lines = [line for line in kept(document) if line.verdict is LineVerdict.PAY]
        without = [line for line in lines if decimal(line.text("amount")) is None]
        if without:
            yield _no_amounts(document, without)


def _no_total(document: Document) -> Finding:
    return Finding(
        code="receipt-total-missing",
        severity=Severity.BLOCKS,
        subject=f"document:{document.id}",
        title="票据没有合计金额",
        message=f"{call(document)}没有可用的合计金额（小写）。",
        advice="请对照原件补填合计金额。",
        basis="结算必填项",
        values={"total_amount": document.text("total_amount")},
        place=place((document.values.get("total_amount"), document.values.get("total_in_words")))
        or first_place(document),
    )


def _no_amounts(document: Document, lines: list[Line]) -> Finding:
    names = "、".join(line.text("name") or "（无名称）" for line in lines[:_NAMED])
    more = "等" if len(lines) > _NAMED else ""
    return Finding(
        code="line-amount-missing",
        severity=Severity.BLOCKS,
        subject=f"document:{document.id}",
        title="明细没有金额",
        message=f"{call(document)}有{len(lines)}行没有可用的金额：{names}{more}。",
        advice="请对照原件补填金额；不是收费明细的行请删除。",
        basis="结算必填项",
        values={"lines": " ".join(str(line.id) for line in lines)},
        place=line_place(lines[0]),
    )
