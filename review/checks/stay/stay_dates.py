"""Dates of the stay or visit: the papers agree with each other and with the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS, call, day, place
from review.checks.receipts.marks import in_doubt
from review.claim.paper import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.claim.claim import Claim
    from review.claim.paper import Document

_STAY = (("admission_date", "入院日期"), ("discharge_date", "出院日期"))
_VISIT = (("visit_date", "就诊日期"),)


def stay_dates(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Papers whose dates differ from the claim's, and receipts of a stay issued before it ended; days in doubt wait."""
    stay = claim.care.kind in STAYS
    keys = _STAY if stay else _VISIT
    expected = (claim.care.admitted, claim.care.discharged) if stay else (claim.care.admitted,)
    for document in claim.documents:
        for (key, name), known in zip(keys, expected, strict=True):
            printed = None if in_doubt(document, key) else day(document.text(key))
            if printed and known and printed != known and not _inside_visits(claim, printed):
                yield _differs(document, key, name, known)
        if document.kind is DocumentKind.INPATIENT_RECEIPT and not in_doubt(document, "issue_date"):
            yield from _issued_early(claim, document)


def _inside_visits(claim: Claim, printed: date) -> bool:
    """Outpatient papers of several visits lie between the first and the last day of the claim."""
    first, last = claim.care.admitted, claim.care.discharged
    return claim.care.kind not in STAYS and bool(first and last and first <= printed <= last)


def _differs(document: Document, key: str, name: str, known: date) -> Finding:
    printed = document.text(key)
    return Finding(
        code=key.replace("_", "-"),
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title=f"{name}不一致",
        message=f"{call(document)}{name}为{printed}，本单为{known}。",
        advice="请对照各份材料核对日期；识别有误的请更正，不属于同一次就诊的材料请移除或另行受理。",
        basis="票据、清单、出院记录的就诊日期应一致",
        values={key: printed, "claim": str(known)},
        place=place((document.values.get(key),)),
    )


def _issued_early(claim: Claim, document: Document) -> Iterator[Finding]:
    issued, last = day(document.text("issue_date")), claim.care.discharged
    if not (issued and last and issued < last and claim.care.kind in STAYS):
        return
    yield Finding(
        code="issued-early",
        severity=Severity.CLUE,
        subject=f"document:{document.id}",
        title="开票早于出院",
        message=f"{call(document)}开票日期{issued}早于出院日期{last}。",
        advice="请核对是否为预缴款票据或日期识别有误。",
        basis="住院票据在出院结算时开具",
        values={"issue_date": str(issued), "discharged": str(last)},
        place=place((document.values.get("issue_date"),)),
    )
