"""Receipts that are the same by all but their number: hospital, number of stay, day and sum (policy §3.2)."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, kept, place
from review.checks.receipts.duplicate_receipt import NOT_PAID, same_number
from review.checks.receipts.marks import days_of, hospital_of, number_key, same_hospital, stay_number_of, total_of
from review.checks.receipts.terms import receipt_terms
from review.claim.moves import STATE_NAMES
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.past import SeenReceipt
    from review.claim.claim import Claim
    from review.claim.paper import Document

_BASIS = "医院+住院号+日期+金额相同的，视为疑似同一次费用"
_ADVICE = "请调出两张票据影像核对：同一次费用的不重复支付；确为两次费用的请说明理由。"


def same_stay(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Receipts another claim holds under another number, two of them in this claim, and a stay number of two people."""
    papers = {document.id: document for document in claim.receipts}
    for seen in context.past.receipts:
        document = papers.get(seen.document_id)
        if document and seen.state not in NOT_PAID and not same_number(document, seen):
            yield from _against(claim, document, seen)
    yield from _within(claim)


def _against(claim: Claim, document: Document, seen: SeenReceipt) -> Iterator[Finding]:
    total = total_of(document)
    if not same_hospital(hospital_of(claim, document), seen.hospital):
        return
    stay = _one_stay(document, seen)
    if total is not None and total > 0 and total == seen.total and (stay or _one_day(document, seen)):
        yield _again(document, seen, Severity.DECISION if stay or seen.same_person else Severity.CLUE)
    elif stay and not seen.same_person:
        yield _number_of_another(document, seen)


def _one_stay(document: Document, seen: SeenReceipt) -> bool:
    number = stay_number_of(document)
    return bool(number) and number == number_key(seen.stay_number)


def _one_day(document: Document, seen: SeenReceipt) -> bool:
    """Whether both are of one day and a sum at which chance hardly plays."""
    terms, total = receipt_terms(), total_of(document)
    floor = terms.own_floor if seen.same_person else terms.others_floor
    return seen.day in days_of(document) and total is not None and total >= floor


def _again(document: Document, seen: SeenReceipt, severity: Severity) -> Finding:
    whose = "同一参保人" if seen.same_person else "另一参保人"
    alike = "住院号" if _one_stay(document, seen) else "日期"
    other = f"报销单{seen.claim}（{STATE_NAMES[seen.state]}）中号码{seen.invoice_number or '（无）'}的票据"
    total = document.text("total_amount")
    return Finding(
        code="receipt-again",
        severity=severity,
        subject=f"document:{document.id}",
        title="疑似同一次费用再次申报",
        message=f"{call(document)}与{whose}{other}，医院、{alike}和金额{thousands(total)}元相同。",
        advice=_ADVICE,
        basis=_BASIS,
        values={"claim": seen.claim, "total_amount": total, "other": seen.invoice_number},
        place=place(document.values.get(key) for key in ("total_amount", "hospital_number")),
    )


def _number_of_another(document: Document, seen: SeenReceipt) -> Finding:
    return Finding(
        code="stay-number-of-another",
        severity=Severity.CLUE,
        subject=f"document:{document.id}",
        title="住院号曾属他人",
        message=f"{call(document)}住院号{document.text('hospital_number')}在报销单{seen.claim}中属另一参保人。",
        advice="请对照原件核对住院号；母婴同号等情形请说明，其余请向医院核实住院是否真实。",
        basis="一家医院的一个住院号对应一人一次住院",
        values={"hospital_number": document.text("hospital_number"), "claim": seen.claim},
        place=place((document.values.get("hospital_number"),)),
    )


def _within(claim: Claim) -> Iterator[Finding]:
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
        advice=_ADVICE,
        basis=_BASIS,
        values={"one": one.text("invoice_number"), "other": other.text("invoice_number"), "total": total},
        place=place((other.values.get("total_amount"),)),
    )
