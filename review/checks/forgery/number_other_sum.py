"""A receipt number that the office has seen with another total: a genuine number, a changed sum."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import CENT, call, decimal, place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.claim.claim import Claim
    from review.claim.paper import Document


def number_other_sum(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Receipts whose number stands on another receipt, of this claim or another, with a total that differs."""
    for document in claim.receipts:
        total = _total(document)
        if total is None:
            continue
        for seen in context.past.receipts:
            same = seen.document_id == document.id and (seen.invoice_code, seen.invoice_number) == _number(document)
            if same and seen.total is not None and abs(seen.total - total) >= CENT:
                yield _finding(document, total, seen.total, f"报销单{seen.claim}中的同号票据")
    for one, other in combinations(claim.receipts, 2):
        total, before = _total(other), _total(one)
        if _number(one) == _number(other) and total is not None and before is not None and abs(total - before) >= CENT:
            yield _finding(other, total, before, "本单中另一份同号票据")


def _number(document: Document) -> tuple[str, str]:
    """Code and number; a number of its own where none is printed, so that it is like no other."""
    number = document.text("invoice_number").strip()
    return (document.text("invoice_code").strip(), number) if number else ("", f"document {document.id}")


def _total(document: Document) -> Decimal | None:
    """The total, where number and total were read without doubt."""
    cells = [document.values.get(key) for key in ("total_amount", "invoice_number", "invoice_code")]
    doubted = any(cell.standing.asks for cell in cells if cell)
    return None if doubted else decimal(document.text("total_amount"))


def _finding(document: Document, total: Decimal, other: Decimal, where: str) -> Finding:
    return Finding(
        code="number-other-sum",
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title="同号票据金额不同",
        message=f"{call(document)}合计{thousands(total)}元，{where}合计为{thousands(other)}元，同一号码只能有一个金额。",
        advice="请在查验平台查验该票据的金额，并核对两份票据的原件；号码识别有误的请更正。",
        basis="票据代码+号码唯一；基金监管公开案例：电子票据改动后重复申报",
        values={"total": str(total), "other": str(other), "where": where},
        place=place((document.values.get("total_amount"), document.values.get("invoice_number"))),
    )
