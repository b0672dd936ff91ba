"""Two receipts of one claim that are the same by all but their number: of one stay, or one visit."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, kept, place
from review.checks.receipts.marks import days_of, number_key, stay_number_of, total_of
from review.checks.receipts.terms import receipt_terms
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document


def receipts_alike(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Two receipts of one sum: of one stay they want a decision, of one day and with one list of items a look."""
    for one, other in combinations(claim.receipts, 2):
        total = total_of(one)
        if total and total == total_of(other) and not _one_number(one, other):
            if stay_number_of(one) and stay_number_of(one) == stay_number_of(other):
                yield _alike(one, other, "住院号", Severity.DECISION)
            elif total >= receipt_terms().own_floor and _one_visit(one, other):
                yield _alike(one, other, "日期、项目", Severity.CLUE)


def _one_number(one: Document, other: Document) -> bool:
    return number_key(one.text("invoice_number")) == number_key(other.text("invoice_number"))


def _one_visit(one: Document, other: Document) -> bool:
    items = [[(line.text("name"), line.text("amount")) for line in kept(document)] for document in (one, other)]
    return bool(items[0]) and items[0] == items[1] and bool(set(days_of(one)) & set(days_of(other)))


def _alike(one: Document, other: Document, what: str, severity: Severity) -> Finding:
    total = one.text("total_amount")
    return Finding(
        code="receipts-alike",
        severity=severity,
        subject=f"document:{other.id}",
        title="两张票据疑似同一次费用",
        message=f"{call(one)}与{call(other)}{what}和金额{thousands(total)}元相同，票据号码不同。",
        advice="请调出两张票据影像核对：同一次费用的不重复支付；确为两次费用的请说明理由。",
        basis="住院号+金额、日期+项目+金额相同的，视为疑似同一次费用",
        values={"one": one.text("invoice_number"), "other": other.text("invoice_number"), "total": total},
        place=place((other.values.get("total_amount"),)),
    )
