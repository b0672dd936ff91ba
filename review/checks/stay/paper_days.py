"""Days that no paper can bear: to come, before the person was born, of another age, or in the wrong order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, day, place
from review.checks.receipts.marks import in_doubt
from review.checks.stay.terms import stay_terms
from review.claim.paper import DocumentKind
from review.identity import birth_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.claim.claim import Claim
    from review.claim.paper import Document

_NAMES = {
    "admission_date": "入院日期",
    "discharge_date": "出院日期",
    "visit_date": "就诊日期",
    "issue_date": "开具日期",
    "injury_date": "受伤日期",
    "filing_date": "备案日期",
}
_CARDS = frozenset({DocumentKind.ID_CARD, DocumentKind.BANK_CARD, DocumentKind.INSURANCE_CARD})


def paper_days(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Days on the papers, and of the claim itself, that cannot be; days in doubt wait."""
    born = birth_date(claim.insured.id_number)
    for document in (d for d in claim.documents if d.kind not in _CARDS):
        for key, name in _NAMES.items():
            printed = None if in_doubt(document, key) else day(document.text(key))
            why = _impossible(printed, context.today, born) if printed else ""
            if why:
                yield _of_paper(document, key, f"{name}{printed}{why}")
        yield from _backwards(document)
    yield from _of_claim(claim, born)


def _impossible(printed: date, today: date, born: date | None) -> str:
    if printed > today:
        return f"晚于今天{today}"
    if born and printed < born:
        return f"早于参保人出生日期{born}"
    return f"早于{stay_terms().earliest}年" if printed.year < stay_terms().earliest else ""


def _backwards(document: Document) -> Iterator[Finding]:
    keys = ("admission_date", "discharge_date")
    first, last = (None if in_doubt(document, key) else day(document.text(key)) for key in keys)
    if first and last and first > last:
        yield _of_paper(document, "discharge_date", f"入院日期{first}晚于出院日期{last}")


def _of_paper(document: Document, key: str, what: str) -> Finding:
    return Finding(
        code="day-impossible",
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title="日期不可能",
        message=f"{call(document)}{what}。",
        advice="请对照原件核对日期：识别有误的更正；原件如此的请退回医院更正或查验真伪。",
        basis="材料日期应在参保人出生之后、受理之前，且先后有序",
        values={key: document.text(key), "why": what},
        place=place((document.values.get(key),)),
    )


def _of_claim(claim: Claim, born: date | None) -> Iterator[Finding]:
    first = claim.care.admitted
    why = _impossible(first, first, born) if first else ""
    if why:
        yield Finding(
            code="dates-impossible",
            severity=Severity.BLOCKS,
            subject="claim",
            title="就诊日期不可能",
            message=f"本单入院（就诊）日期{first}{why}。",
            advice="请核对就诊日期和身份证号码，更正后重新核对。",
            basis="结算与拨付必填项",
            values={"admitted": str(first), "born": str(born or "")},
        )
