"""价税合计 = 金额之和 + 税额之和 on invoices of pharmacies."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding
from review.checks.paperwork import all_values, call, decimal, kept, open_or_decided, place
from review.checks.receipts.totals import line_sum
from review.claim.paper import DocumentKind
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_FEN_A_LINE = Decimal("0.01")
"""Amounts and taxes are rounded line by line."""


def invoice_sum(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Invoices whose lines and taxes do not add up to the total."""
    for invoice in (d for d in claim.documents if d.kind is DocumentKind.PHARMACY_INVOICE):
        total, amounts, tax = decimal(invoice.text("total_amount")), line_sum(invoice), _tax(invoice)
        if total is not None and amounts is not None and abs(amounts + tax - total) > _slack(invoice):
            yield Finding(
                code="invoice-sum",
                severity=open_or_decided(all_values(invoice)),
                subject=f"document:{invoice.id}",
                title="金额与税额之和≠价税合计",
                message=(
                    f"{call(invoice)}金额{thousands(amounts)}元加税额{thousands(tax)}元，"
                    f"价税合计为{thousands(total)}元，相差{thousands(abs(amounts + tax - total))}元。"
                ),
                advice="请核对是否漏行或识别有误；原件如此的请查验发票真伪。",
                basis="各行金额之和+税额之和=价税合计",
                values={"amounts": str(amounts), "tax": str(tax), "total": str(total)},
                place=place((invoice.values.get("total_amount"),)),
            )


def _tax(invoice: Document) -> Decimal:
    """The taxes of all lines; a line that prints none bears none."""
    return sum((decimal(line.text("tax")) or Decimal(0) for line in kept(invoice)), Decimal(0))


def _slack(invoice: Document) -> Decimal:
    return _FEN_A_LINE * len(kept(invoice))
