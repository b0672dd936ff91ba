"""Receipts that are the same by all but their number: hospital, number of stay, day and sum (policy §3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, place
from review.checks.receipts.duplicate_receipt import NOT_PAID, same_number
from review.checks.receipts.marks import (
    called_claims,
    claims_of,
    days_of,
    hospital_of,
    number_key,
    same_hospital,
    stay_number_of,
    total_of,
)
from review.checks.receipts.terms import receipt_terms
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.checks.past import SeenReceipt
    from review.claim.claim import Claim
    from review.claim.paper import Document


def same_stay(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Receipts that other claims hold under another number, and numbers of a stay that were another person's.

    One finding a receipt for all claims that share the same marks with it. Claims that hold no money are left out.
    """
    for document in claim.receipts:
        seen = [s for s in context.past.receipts if s.document_id == document.id and _concerns(claim, document, s)]
        marks = [_shared(document, other) for other in seen]
        for shared in dict.fromkeys(marks):
            others = [other for other, its in zip(seen, marks, strict=True) if its == shared]
            if shared.total and (shared.stay or shared.day):
                yield _again(document, others, shared)
            elif shared.stay and not shared.person:
                yield _number_of_another(document, others)


class _Shared(NamedTuple):
    """Which marks two receipts share; a day counts only with a sum at which chance hardly plays."""

    total: bool
    stay: bool
    day: bool
    person: bool


def _concerns(claim: Claim, document: Document, seen: SeenReceipt) -> bool:
    unpaid = seen.state in NOT_PAID or same_number(document, seen)
    return not unpaid and same_hospital(hospital_of(claim, document), seen.hospital)


def _shared(document: Document, seen: SeenReceipt) -> _Shared:
    terms, total, number = receipt_terms(), total_of(document), stay_number_of(document)
    floor = terms.own_floor if seen.same_person else terms.others_floor
    return _Shared(
        total=total is not None and total > 0 and total == seen.total,
        stay=bool(number) and number == number_key(seen.stay_number),
        day=total is not None and total >= floor and seen.day in days_of(document),
        person=seen.same_person,
    )


def _again(document: Document, others: Sequence[SeenReceipt], shared: _Shared) -> Finding:
    whose, alike = "同一参保人" if shared.person else "另一参保人", "住院号" if shared.stay else "日期"
    total, numbers = document.text("total_amount"), " ".join(other.invoice_number for other in others)
    return Finding(
        code="receipt-again",
        severity=Severity.DECISION if shared.stay or shared.person else Severity.CLUE,
        subject=f"document:{document.id}",
        title="疑似同一次费用再次申报",
        message=(
            f"{call(document)}与{whose}{called_claims(others)}中号码{others[0].invoice_number or '（无）'}的票据，"
            f"医院、{alike}和金额{thousands(total)}元相同。"
        ),
        advice="请调出两张票据影像核对：同一次费用的不重复支付；确为两次费用的请说明理由。",
        basis="医院+住院号+日期+金额相同的，视为疑似同一次费用",
        values={"claims": " ".join(claims_of(others)), "total_amount": total, "others": numbers},
        place=place(document.values.get(key) for key in ("total_amount", "hospital_number")),
    )


def _number_of_another(document: Document, others: Sequence[SeenReceipt]) -> Finding:
    return Finding(
        code="stay-number-of-another",
        severity=Severity.CLUE,
        subject=f"document:{document.id}",
        title="住院号曾属他人",
        message=f"{call(document)}住院号{document.text('hospital_number')}在{called_claims(others)}中属另一参保人。",
        advice="请对照原件核对住院号；母婴同号等情形请说明，其余请向医院核实住院是否真实。",
        basis="一家医院的一个住院号对应一人一次住院",
        values={"hospital_number": document.text("hospital_number"), "claims": " ".join(claims_of(others))},
        place=place((document.values.get("hospital_number"),)),
    )
