"""A receipt is paid once: not already in another claim, and not twice in this one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, place
from review.checks.receipts.marks import (
    called_claims,
    claims_of,
    hospital_of,
    in_doubt,
    number_key,
    same_hospital,
    total_of,
)
from review.claim.paper import RECEIPT_KINDS, DocumentKind
from review.claim.states import ClaimState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.checks.past import SeenReceipt
    from review.claim.claim import Claim
    from review.claim.paper import Document

NOT_PAID = frozenset({ClaimState.REJECTED, ClaimState.WITHDRAWN, ClaimState.RECOVERED})
"""States in which a claim holds no money."""

_BASIS = "票据代码+号码唯一，一票只付一次"
_WITHOUT_CODE = 20
"""Digital invoices have a number of 20 digits, unique by itself, and no code."""


def duplicate_receipt(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Receipts and invoices whose number other claims hold, and those that stand twice in this one.

    One finding a receipt for all claims that hold it for sure, one for those that may, one for those not paid.
    """
    for document in money_papers(claim):
        same = [s for s in context.past.receipts if s.document_id == document.id and same_number(document, s)]
        kinds = [(_same_code(document, seen), seen.state in NOT_PAID) for seen in same]
        for sure, unpaid in dict.fromkeys(kinds):
            others = [seen for seen, kind in zip(same, kinds, strict=True) if kind == (sure, unpaid)]
            told = [seen for seen in others if sure or not _contradicted(claim, document, seen)]
            if told:
                yield _known(document, told, sure=sure, unpaid=unpaid)
    yield from _twice(claim)


def money_papers(claim: Claim) -> tuple[Document, ...]:
    """The papers on which money was paid: receipts, and invoices of pharmacies."""
    kinds = RECEIPT_KINDS | {DocumentKind.PHARMACY_INVOICE}
    return tuple(document for document in claim.documents if document.kind in kinds)


def same_number(document: Document, seen: SeenReceipt) -> bool:
    """Whether both bear one number, however it is written."""
    number = number_key(document.text("invoice_number"))
    return bool(number) and number == number_key(seen.invoice_number)


def _same_code(document: Document, seen: SeenReceipt) -> bool:
    code = number_key(document.text("invoice_code"))
    alone = len(number_key(document.text("invoice_number"))) == _WITHOUT_CODE
    return code == number_key(seen.invoice_code) and (bool(code) or alone)


def _contradicted(claim: Claim, document: Document, seen: SeenReceipt) -> bool:
    """Whether hospital or sum tell the papers apart, where one number has no code or another one."""
    total = total_of(document)
    other_sum = None not in (total, seen.total) and total != seen.total
    hospital = hospital_of(claim, document)
    other_house = bool(hospital and seen.hospital) and not same_hospital(hospital, seen.hospital)
    codes = bool(document.text("invoice_code").strip() and seen.invoice_code.strip())
    return other_sum or other_house or (codes and None in (total, seen.total))


def _known(document: Document, others: Sequence[SeenReceipt], *, sure: bool, unpaid: bool) -> Finding:
    seen = others[0]
    number = f"代码{seen.invoice_code or '（无）'}、号码{seen.invoice_number}"
    doubt = "；本单票据号码识别存疑，请先核对" if in_doubt(document, "invoice_number") else ""
    return Finding(
        code="duplicate-receipt",
        severity=Severity.BLOCKS if sure and not unpaid else Severity.DECISION,
        subject=f"document:{document.id}",
        title="票据曾经申报" if unpaid else "票据重复申报" if sure else "票据疑似重复申报",
        message=f"{call(document)}{number}已在{called_claims(others)}中{doubt}。",
        advice=_advice(unpaid=unpaid, sure=sure),
        basis=_BASIS,
        values={
            "invoice_code": seen.invoice_code,
            "invoice_number": seen.invoice_number,
            "claims": " ".join(claims_of(others)),
        },
        place=place((document.values.get("invoice_number"),)),
    )


def _advice(*, unpaid: bool, sure: bool) -> str:
    if unpaid:
        return "该单未付款；确认原件在手、前次未报后可说明理由放行。"
    if sure:
        return "请核对两单；确属重复的请移除该票据或不予支付，号码识别有误的请更正。"
    return "两张票据号码相同而代码不全或不同，请调出两单影像核对；确属重复的不予支付，不是同一张的请说明理由。"


def _twice(claim: Claim) -> Iterator[Finding]:
    papers = [d for d in money_papers(claim) if number_key(d.text("invoice_number"))]
    counted = Counter(map(_key, papers))
    for key in (key for key, times in counted.items() if times > 1):
        last = [document for document in papers if _key(document) == key][-1]
        code, number = (last.text(cell).strip() for cell in ("invoice_code", "invoice_number"))
        yield Finding(
            code="receipt-twice",
            severity=Severity.BLOCKS,
            subject=f"document:{last.id}",
            title="同一票据在本单中重复",
            message=f"票据代码{code or '（无）'}、号码{number}在本单中出现{counted[key]}次。",
            advice="请移除重复的影像或票据，只保留一份；号码识别有误的请更正。",
            basis=_BASIS,
            values={"invoice_code": code, "invoice_number": number, "times": str(counted[key])},
            place=place((last.values.get("invoice_number"),)),
        )


def _key(document: Document) -> tuple[str, str]:
    return number_key(document.text("invoice_code")), number_key(document.text("invoice_number"))
