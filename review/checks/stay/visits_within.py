"""Outpatient care on a day the person lay in a bed: of another claim, or among the receipts of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS, call, day, place
from review.checks.receipts.duplicate_receipt import NOT_PAID
from review.checks.receipts.marks import in_doubt
from review.checks.stay.spans import Span, days_in_doubt, first_day_place, span_of
from review.claim.paper import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.past import PastCare
    from review.claim.claim import Claim
    from review.claim.paper import Place


def visits_within(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Visits after the first and before the last day of a stay; on those two days both may be.

    A claim of several visits counts only where all of them lie within.
    """
    own = span_of(claim.care)
    if own is None or days_in_doubt(claim):
        return
    in_bed = claim.care.kind in STAYS
    for other in context.past.cares:
        span = span_of(other)
        if span is not None and in_bed != (other.kind in STAYS):
            visit, stay = (span, own) if in_bed else (own, span)
            if visit.within(stay):
                yield _crossed(claim, other, visit, stay)
    if in_bed:
        yield from _receipts_within(claim, own)


def _crossed(claim: Claim, other: PastCare, visit: Span, stay: Span) -> Finding:
    severity = Severity.CLUE if other.state in NOT_PAID else Severity.DECISION
    own = "住院" if claim.care.kind in STAYS else "门诊"
    message = f"门诊就诊{visit}在住院{stay}期间（本单为{own}，另一单为{other.claim}，{other.hospital or '医院不详'}）。"
    values = {"claim": other.claim, "visit": str(visit), "stay": str(stay)}
    return _finding("claim", message, values, severity, first_day_place(claim))


def _receipts_within(claim: Claim, own: Span) -> Iterator[Finding]:
    for receipt in (r for r in claim.receipts if r.kind is DocumentKind.OUTPATIENT_RECEIPT):
        visited = day(receipt.text("visit_date"))
        if visited and not in_doubt(receipt, "visit_date") and Span(visited, visited).within(own):
            message = f"{call(receipt)}就诊日期{visited}在本次住院{own}期间。"
            values = {"visit": str(visited), "stay": str(own)}
            where = place((receipt.values.get("visit_date"),))
            yield _finding(f"document:{receipt.id}", message, values, Severity.DECISION, where)


def _finding(subject: str, message: str, values: dict[str, str], severity: Severity, where: Place | None) -> Finding:
    return Finding(
        code="visit-during-stay",
        severity=severity,
        subject=subject,
        title="住院期间有门诊费用",
        message=message,
        advice="请核对日期并询问原因：确需外出检查购药的请附医院证明并说明理由，否则住院期间的门诊费用不予支付。",
        basis="住院期间门诊费用应由住院医院负责（门诊与住院交叉核查）",
        values=values,
        place=where,
    )
