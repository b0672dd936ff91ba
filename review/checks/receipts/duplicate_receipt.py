"""A receipt is paid once: not already in the database, and not twice in the claim."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, place
from review.claim.moves import STATE_NAMES
from review.claim.states import ClaimState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.finding import KnownReceipt
    from review.claim.claim import Claim
    from review.claim.paper import Document

_NOT_PAID = frozenset({ClaimState.REJECTED, ClaimState.WITHDRAWN})


def duplicate_receipt(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Receipts that other claims hold already, and receipts that stand twice in this one."""
    for document in claim.receipts:
        code, number = key(document)
        for known in context.known_receipts(code, number) if number else ():
            yield _known(document, known)
    yield from _twice(claim)


def key(document: Document) -> tuple[str, str]:
    """Code and number of a receipt without blanks: together they are unique."""
    return document.text("invoice_code").strip(), document.text("invoice_number").strip()


def _known(document: Document, known: KnownReceipt) -> Finding:
    state = ClaimState(known.state)
    unpaid = state in _NOT_PAID
    return Finding(
        code="duplicate-receipt",
        severity=Severity.DECISION if unpaid else Severity.BLOCKS,
        subject=f"document:{document.id}",
        title="票据曾经申报" if unpaid else "票据重复申报",
        message=(
            f"{call(document)}代码{known.invoice_code or '（无）'}、号码{known.invoice_number}"
            f"已在报销单{known.claim_number}中（{STATE_NAMES[state]}）。"
        ),
        advice=(
            "该单未付款；确认原件在手、前次未报后可说明理由放行。"
            if unpaid
            else "请核对两单；确属重复的请移除该票据或不予支付，号码识别有误的请更正。"
        ),
        basis="票据代码+号码唯一，一票只付一次",
        values={
            "invoice_code": known.invoice_code,
            "invoice_number": known.invoice_number,
            "claim": known.claim_number,
        },
        place=place((document.values.get("invoice_number"),)),
    )


def _twice(claim: Claim) -> Iterator[Finding]:
    counted = Counter(key(d) for d in claim.receipts if d.text("invoice_number"))
    for (code, number), times in counted.items():
        if times == 1:
            continue
        last = [d for d in claim.receipts if key(d) == (code, number)][-1]
        yield Finding(
            code="receipt-twice",
            severity=Severity.BLOCKS,
            subject=f"document:{last.id}",
            title="同一票据在本单中重复",
            message=f"票据代码{code or '（无）'}、号码{number}在本单中出现{times}次。",
            advice="请移除重复的影像或票据，只保留一份；号码识别有误的请更正。",
            basis="票据代码+号码唯一，一票只付一次",
            values={"invoice_code": code, "invoice_number": number, "times": str(times)},
            place=place((last.values.get("invoice_number"),)),
        )
