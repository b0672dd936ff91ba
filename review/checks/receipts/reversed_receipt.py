"""A receipt over less than nothing takes another one back (红字票据): alone it is no claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, place
from review.checks.receipts.duplicate_receipt import money_papers
from review.checks.receipts.marks import total_of
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim


def reversed_receipt(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Receipts and invoices whose total is below zero, and whether this claim holds the one they take back."""
    papers = [(document, total) for document in money_papers(claim) if (total := total_of(document)) is not None]
    for document, total in papers:
        if total < 0:
            origin = next((other for other, sum_of in papers if sum_of == -total), None)
            taken_back = f"，与{call(origin)}金额相抵" if origin else ""
            yield Finding(
                code="receipt-below-zero",
                severity=Severity.DECISION,
                subject=f"document:{document.id}",
                title="红字票据",
                message=f"{call(document)}合计{thousands(total)}元，为红字（退费）票据{taken_back}。",
                advice="请确认被冲红的原票据没有申报或已移除；冲红后重开的，以重开的票据为准。",
                basis="已冲红的票据不予支付",
                values={"total_amount": str(total), "origin": origin.text("invoice_number") if origin else ""},
                place=place((document.values.get("total_amount"),)),
            )
