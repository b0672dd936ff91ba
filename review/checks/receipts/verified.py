"""What the treasury's site said of a receipt, and large electronic receipts nobody asked it about (policy §3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, decimal, place
from review.checks.receipts.duplicate_receipt import money_papers
from review.checks.receipts.marks import number_key, total_of
from review.checks.receipts.terms import receipt_terms
from review.claim.paper import RECEIPT_KINDS, Custody
from review.claim.verification import Answer
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document
    from review.claim.verification import Verification

_BASIS = "电子票据须经查验平台查验；无法查验或与查验结果不符的不予受理"
_SAID = {
    Answer.DIFFERS: ("receipt-differs", "查验结果与票面不符", "查验平台显示的内容与票面不同"),
    Answer.UNKNOWN: ("receipt-unknown", "查验平台无此票据", "查验平台查无此票"),
    Answer.REVERSED: ("receipt-reversed", "票据已冲红", "查验平台显示该票据已冲红作废"),
}


def verified(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Answers that speak against a receipt, many queries, and answers that are wanted and missing.

    An answer counts while the receipt still bears the number and the sum that were asked for.
    """
    for document in money_papers(claim):
        answer = _answer(document, context)
        if answer is None:
            yield from _wanted(claim, document, context)
        elif answer.answer in _SAID:
            yield _against(document, answer)
        else:
            yield from _asked_often(document, answer)


def _answer(document: Document, context: CheckContext) -> Verification | None:
    """The latest answer that tells something and is about the receipt as it reads now."""
    told = (v for v in context.past.verifications if v.document_id == document.id)
    return next((v for v in told if v.answer is not Answer.UNAVAILABLE and _still_holds(document, v)), None)


def _still_holds(document: Document, asked: Verification) -> bool:
    alike = all(
        number_key(document.text(key)) == number_key(then)
        for key, then in (("invoice_code", asked.invoice_code), ("invoice_number", asked.invoice_number))
    )
    return alike and decimal(document.text("total_amount")) == decimal(asked.total)


def _against(document: Document, answer: Verification) -> Finding:
    code, title, said = _SAID[answer.answer]
    note = f"：{answer.note.rstrip('。')}" if answer.note else ""
    return Finding(
        code=code,
        severity=Severity.BLOCKS,
        subject=f"document:{document.id}",
        title=title,
        message=f"{call(document)}{answer.checked_on}查验，{said}{note}。",
        advice="请对照原件核对代码、号码和金额，有误的更正后重新查验；原件如此的不予支付，涉嫌伪造的按规定移送。",
        basis=_BASIS,
        values={"answer": answer.answer.value, "checked_on": str(answer.checked_on), "note": answer.note},
        place=place((document.values.get("invoice_number"),)),
    )


def _asked_often(document: Document, answer: Verification) -> Iterator[Finding]:
    if answer.times is None or answer.times <= receipt_terms().queries:
        return
    yield Finding(
        code="receipt-asked-often",
        severity=Severity.CLUE,
        subject=f"document:{document.id}",
        title="票据被多次查验",
        message=f"{call(document)}查验属实，平台显示已被查验{answer.times}次，可能在别处申报过。",
        advice="请询问该票据是否已在其他地方或商业保险报销，并查询结算记录。",
        basis="查验次数异常多的票据可能重复申报（按经验）",
        values={"times": str(answer.times)},
        place=place((document.values.get("invoice_number"),)),
    )


def _wanted(claim: Claim, document: Document, context: CheckContext) -> Iterator[Finding]:
    above, total = context.verify_above, total_of(document)
    fiscal = document.kind in RECEIPT_KINDS and is_electronic(claim, document)
    if above is None or total is None or total <= above or not fiscal:
        return
    yield Finding(
        code="receipt-unverified",
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title="大额电子票据未查验",
        message=f"{call(document)}金额{thousands(total)}元，超过{thousands(above)}元，没有有效的查验结果。",
        advice="请在全国财政电子票据查验平台查验并登记结果；平台无法查验的，请向开票医院核实并说明理由。",
        basis=_BASIS,
        values={"total_amount": str(total), "above": str(above)},
        place=place(document.values.get(key) for key in ("total_amount", "invoice_number")),
    )


def is_electronic(claim: Claim, document: Document) -> bool:
    """Whether a receipt is an electronic one or its print: so said, filed as such, or bearing a check code."""
    pages = [page for page in claim.pages if page.id in document.page_ids]
    filed = any(page.electronic for page in pages)
    return document.custody is Custody.ELECTRONIC or filed or bool(document.text("check_code").strip())
