"""Sums: lines against the statement's total, categories against the receipt's total, statements against receipts."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding
from review.checks.paperwork import CENT, all_values, call, decimal, first_place, kept, open_or_decided, place
from review.claim.paper import RECEIPT_KINDS
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_UNDER_ONE = 60
"""No category of a receipt lists more items than that."""


def totals(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Papers whose lines do not add up to their total, and statements that do not add up to the receipts."""
    for document in (*claim.receipts, *claim.statements):
        yield from _lines_against_total(document)
    if claim.statements and claim.receipts:
        yield from _statements_against_receipts(claim)


def line_sum(document: Document) -> Decimal | None:
    """The sum of a paper's amounts; None where it has no lines or one of them shows no amount."""
    amounts = [decimal(line.text("amount")) for line in kept(document)]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def _bare_sum(document: Document) -> Decimal:
    """The sum of a paper's amounts without rows that only repeat what the rows below them add up to."""
    amounts = [decimal(line.text("amount")) or Decimal(0) for line in kept(document)]
    headings = (amount in accumulate(amounts[at + 1 : at + 1 + _UNDER_ONE]) for at, amount in enumerate(amounts))
    return sum((amount for amount, heading in zip(amounts, headings, strict=True) if not heading), Decimal(0))


def _lines_against_total(document: Document) -> Iterator[Finding]:
    added, total = line_sum(document), decimal(document.text("total_amount"))
    receipt = document.kind in RECEIPT_KINDS
    if added is None or total is None or abs(added - total) < CENT or (receipt and _bare_sum(document) == total):
        return
    yield Finding(
        code="receipt-sum" if receipt else "statement-sum",
        severity=open_or_decided(all_values(document)),
        subject=f"document:{document.id}",
        title="明细之和≠合计",
        message=(
            f"{call(document)}{len(kept(document))}行金额相加为{thousands(added)}元，"
            f"合计为{thousands(total)}元，相差{thousands(abs(added - total))}元。"
        ),
        advice="请核对是否缺页、漏行或金额识别有误；补齐或更正后重新核对。",
        basis="各项金额之和=合计" if receipt else "清单各行金额之和=清单合计",
        values={"sum": str(added), "total": str(total)},
        place=place((document.values.get("total_amount"),)) or first_place(document),
    )


def _statements_against_receipts(claim: Claim) -> Iterator[Finding]:
    printed = [decimal(d.text("total_amount")) for d in claim.charge_papers]
    added = [total if total is not None else line_sum(d) for total, d in zip(printed, claim.charge_papers, strict=True)]
    receipts = [decimal(d.text("total_amount")) for d in claim.receipts]
    if None in added or None in receipts:
        return
    listed = sum((a for a in added if a is not None), Decimal(0))
    paid = sum((r for r in receipts if r is not None), Decimal(0))
    if abs(listed - paid) < CENT:
        return
    papers = (*claim.charge_papers, *claim.receipts)
    yield Finding(
        code="statement-receipt",
        severity=open_or_decided(d.values.get("total_amount") for d in papers),
        subject="claim",
        title="清单与票据金额不一致",
        message=(
            f"费用清单合计{thousands(listed)}元，票据合计{thousands(paid)}元，相差{thousands(abs(listed - paid))}元。"
        ),
        advice=(
            "请核对清单与票据是否属于同一次就诊、是否缺页；不一致的请要求补正。"
            "汇总清单和每日清单都交了的，其中一份各行相加等于票据合计时才只计一份，请先更正金额。"
        ),
        basis="清单合计=票据合计",
        values={"statements": str(listed), "receipts": str(paid)},
        place=place(d.values.get("total_amount") for d in papers),
    )
