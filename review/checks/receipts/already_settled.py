"""A receipt that shows payment by a fund, or an insured status, was settled somewhere already."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, decimal, place
from review.checks.receipts.marks import in_doubt
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_PRIVATE = ("自费", "现金", "非医保", "未参保", "无医保")
_UNSAID = ("普通", "无", "其他", "-", "/")
_RULE = "票面统筹支付大于零或医保类型不是自费的，应已结算，不重复受理"


def already_settled(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Receipts settled on their face, and what they show as paid but the claim does not deduct."""
    for document in claim.receipts:
        fund = decimal(document.text("pooled_fund_paid")) or Decimal(0)
        if fund > 0:
            yield _fund_paid(document, fund)
        elif _insured(document.text("insurance_type")) and not in_doubt(document, "insurance_type"):
            yield _insured_face(document)
    yield from _not_deducted(claim)


def _insured(kind: str) -> bool:
    return bool(kind) and not kind.startswith(_UNSAID) and not any(word in kind for word in _PRIVATE)


def _fund_paid(document: Document, fund: Decimal) -> Finding:
    return Finding(
        code="already-settled",
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title="票面已有医保支付",
        message=f"{call(document)}票面显示医保统筹基金已支付{thousands(fund)}元，该费用可能已经结算。",
        advice="请先查询结算记录：已结算的不予受理；确属二次补报的，填写已由他方支付金额并说明理由。",
        basis=_RULE,
        values={"pooled_fund_paid": str(fund)},
        place=place((document.values.get("pooled_fund_paid"),)),
    )


def _insured_face(document: Document) -> Finding:
    kind = document.text("insurance_type")
    return Finding(
        code="insured-face",
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title="票面医保类型不是自费",
        message=f"{call(document)}医保类型为“{kind}”，统筹基金支付为零，可能已按医保身份结算或结算后退费。",
        advice="请查询是否已直接结算；未结算的请写明核实方式后放行。",
        basis=_RULE,
        values={"insurance_type": kind},
        place=place((document.values.get("insurance_type"),)),
    )


def _not_deducted(claim: Claim) -> Iterator[Finding]:
    keys = ("pooled_fund_paid", "other_paid")
    shown = sum((decimal(d.text(key)) or Decimal(0) for d in claim.receipts for key in keys), Decimal(0))
    if shown <= claim.already_paid:
        return
    yield Finding(
        code="already-paid-missing",
        severity=Severity.DECISION,
        subject="claim",
        title="他方已付金额未扣除",
        message=(
            f"票面统筹基金支付与其他支付共{thousands(shown)}元，本单“已由他方支付”为{thousands(claim.already_paid)}元。"
        ),
        advice=f"请把“已由他方支付”改为{thousands(shown)}元；不应扣除的请说明理由。",
        basis="个人负担=总额-各方已付；票面已付部分须先扣除",
        values={"shown": str(shown), "already_paid": str(claim.already_paid)},
        place=place(d.values.get(key) for d in claim.receipts for key in keys),
    )
