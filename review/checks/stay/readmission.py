"""A stay soon after a stay for a related illness: one stay may have been taken apart (分解住院, policy §2.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS
from review.checks.receipts.duplicate_receipt import NOT_PAID
from review.checks.receipts.marks import same_hospital
from review.checks.stay.diagnoses import planned, related
from review.checks.stay.spans import days_in_doubt, first_day_place, span_of
from review.checks.stay.terms import stay_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.past import PastCare
    from review.claim.claim import Claim


def readmission(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """A clue for each stay that ended at most so many days before this one began, or began so soon after it.

    Only principal diagnoses are compared. Silent for care in courses, for a move to another hospital, and where a
    stay ended so that another was to be expected.
    """
    if claim.care.kind not in STAYS or planned(claim.care.diagnoses) or days_in_doubt(claim):
        return
    for other in context.past.cares:
        gap = _gap(claim, other)
        if gap is not None and gap <= stay_terms().readmission_days and _told(claim, other, gap):
            yield _finding(claim, other, gap)


def _gap(claim: Claim, other: PastCare) -> int | None:
    """Days between the two stays, whichever came first; None where they are no two stays one after the other."""
    own, span = span_of(claim.care), span_of(other)
    if own is None or span is None or other.kind not in STAYS:
        return None
    gap = max((own.first - span.last).days, (span.first - own.last).days)
    return gap if gap >= 0 else None


def _told(claim: Claim, other: PastCare, gap: int) -> bool:
    first, second = claim.care.diagnoses[:1], other.diagnoses[:1]
    if not first or not second or other.state in NOT_PAID or planned(other.diagnoses):
        return False
    moved = gap == 0 and not same_hospital(claim.care.hospital, other.hospital)
    expected = any(word in said for said in (other.outcome, claim.care.outcome) for word in stay_terms().moved)
    return not moved and not expected and related(first[0], second[0])


def _finding(claim: Claim, other: PastCare, gap: int) -> Finding:
    return Finding(
        code="readmission",
        severity=Severity.CLUE,
        subject="claim",
        title=f"{stay_terms().readmission_days}天内因相关诊断再次住院",
        message=(
            f"本次住院（主要诊断“{claim.care.diagnoses[0]}”）与报销单{other.claim}的住院"
            f"（{other.hospital or '医院不详'}，主要诊断“{other.diagnoses[0]}”）相隔{gap}天。"
        ),
        advice="请对照两次出院记录查看再次住院的原因；病情需要的不影响支付，疑似分解住院的请向医院核实。",
        basis=f"出院后{stay_terms().readmission_days}天内再入院且诊断高度相关（分解住院核查线索，放化疗等周期治疗除外）",
        values={"claim": other.claim, "days": str(gap), "diagnoses": f"{claim.care.diagnoses[0]}/{other.diagnoses[0]}"},
        place=first_day_place(claim),
    )
