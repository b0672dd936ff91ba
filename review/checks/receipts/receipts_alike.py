"""Two receipts of one claim that are the same by all but their number: of one stay, or one visit."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, kept, place
from review.checks.receipts.marks import days_of, number_key, stay_number_of, total_of
from review.checks.receipts.terms import receipt_terms
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from review.claim.claim import Claim
    from review.claim.paper import Document


def receipts_alike(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Receipts of one sum: of one stay they want a decision, of one day and with one list of items a look.

    One finding for all that are like the first.
    """
    by_total: defaultdict[Decimal, list[Document]] = defaultdict(list)
    for receipt in claim.receipts:
        if total := total_of(receipt):
            by_total[total].append(receipt)
    for total, left in by_total.items():
        yield from _of_sum(total, left)


def _of_sum(total: Decimal, left: list[Document]) -> Iterator[Finding]:
    """What the receipts of one sum have in common, the first with all that are like it, then the next that is left."""
    while len(left) > 1:
        one, *rest = left
        others = [other for other in rest if not _one_number(one, other)]
        stays = [other for other in others if stay_number_of(one) and stay_number_of(one) == stay_number_of(other)]
        looked_at = total >= receipt_terms().own_floor
        visits = [other for other in others if looked_at and other not in stays and _one_visit(one, other)]
        if stays:
            yield _alike(one, stays, "住院号", Severity.DECISION)
        if visits:
            yield _alike(one, visits, "日期、项目", Severity.CLUE)
        left = [other for other in rest if other not in stays and other not in visits]


def _one_number(one: Document, other: Document) -> bool:
    return number_key(one.text("invoice_number")) == number_key(other.text("invoice_number"))


def _one_visit(one: Document, other: Document) -> bool:
    items = [[(line.text("name"), line.text("amount")) for line in kept(document)] for document in (one, other)]
    return bool(items[0]) and items[0] == items[1] and bool(set(days_of(one)) & set(days_of(other)))


def _alike(one: Document, others: Sequence[Document], what: str, severity: Severity) -> Finding:
    total, (other, *more) = one.text("total_amount"), others
    all_of = f"等{len(others)}张" if more else ""
    return Finding(
        code="receipts-alike",
        severity=severity,
        subject=f"document:{other.id}",
        title=f"{len(others) + 1}张票据疑似同一次费用" if more else "两张票据疑似同一次费用",
        message=f"{call(one)}与{call(other)}{all_of}的{what}和金额{thousands(total)}元相同，票据号码不同。",
        advice="请调出这些票据影像核对：同一次费用的不重复支付；确为两次费用的请说明理由。",
        basis="住院号+金额、日期+项目+金额相同的，视为疑似同一次费用",
        values={
            "one": one.text("invoice_number"),
            "other": " ".join(paper.text("invoice_number") for paper in others),
            "total": total,
        },
        place=place((other.values.get("total_amount"),)),
    )
