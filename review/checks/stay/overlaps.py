"""Nobody lies in two beds at once: stays of the person in other claims that cover the same nights (policy §2.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS
from review.checks.receipts.duplicate_receipt import NOT_PAID
from review.checks.receipts.marks import same_hospital
from review.checks.stay.spans import Span, days_in_doubt, first_day_place, span_of
from review.claim.moves import STATE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.past import PastCare
    from review.claim.claim import Claim


def overlaps(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Stays that share nights with this one; the day of moving from one hospital to the other is shared by right.

    Days in doubt wait. The wrong day may stand in the other claim, which may be paid: so a person decides, and no
    claim is stuck.
    """
    own = span_of(claim.care)
    if own is None or claim.care.kind not in STAYS or days_in_doubt(claim):
        return
    for other in (care for care in context.past.cares if care.kind in STAYS):
        span = span_of(other)
        if span is not None and (own.nights_with(span) > 0 or _same_stay(claim, other, own, span)):
            yield _finding(claim, other, own, span)


def _same_stay(claim: Claim, other: PastCare, own: Span, span: Span) -> bool:
    return own == span and same_hospital(claim.care.hospital, other.hospital)


def _finding(claim: Claim, other: PastCare, own: Span, span: Span) -> Finding:
    nights = own.nights_with(span)
    one_house = same_hospital(claim.care.hospital, other.hospital) or not (claim.care.hospital and other.hospital)
    again = own.first == span.first and one_house
    where = "同一医院" if one_house else f"“{other.hospital}”"
    return Finding(
        code="stay-again" if again else "stay-overlap",
        severity=Severity.CLUE if other.state in NOT_PAID else Severity.DECISION,
        subject="claim",
        title="同一次住院再次申报" if again else "住院时段重叠",
        message=(
            f"本单住院{own}，与报销单{other.claim}（{STATE_NAMES[other.state]}）"
            f"在{where}的住院{span}{'为同一次' if again else f'重叠{nights}夜'}。"
        ),
        advice=(
            "请核对两单票据是否为同一次住院的不同费用：重复的不予支付，属补报的请说明理由。"
            if again
            else "请对照出院记录核对两次住院日期，有误的更正；同时在两处住院的，请向医院核实后处理。"
        ),
        basis="同一人同一时段不能在两处住院",
        values={"claim": other.claim, "own": str(own), "other": str(span)},
        place=first_day_place(claim),
    )
