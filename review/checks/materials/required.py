"""Papers that must be there for each kind of care (告知书: 票据、清单、出院记录、急诊诊断证明、情况说明)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import KIND_NAMES, STAYS, kept
from review.claim.claim import CareKind, Filing
from review.claim.paper import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from review.claim.claim import Claim

_BASIS = "医疗费用手工（零星）报销申报材料清单"


@dataclass(frozen=True, slots=True)
class _Material:
    """A paper, when it is wanted, which kinds of paper serve, and how hard its absence presses."""

    code: str
    kinds: tuple[DocumentKind, ...]
    wanted: Callable[[Claim], bool]
    severity: Severity
    name: str = ""


def _itemised(claim: Claim) -> bool:
    """Whether the receipts themselves list every article, as open outpatient receipts do."""
    lines = [line for d in claim.receipts for line in kept(d)]
    return bool(lines) and all(line.text("quantity") for line in lines)


_MATERIALS = (
    _Material(
        "missing-receipt",
        (DocumentKind.INPATIENT_RECEIPT, DocumentKind.OUTPATIENT_RECEIPT, DocumentKind.PHARMACY_INVOICE),
        lambda claim: True,  # noqa: ARG005 - wanted always
        Severity.BLOCKS,
        "收费票据",
    ),
    _Material(
        "missing-inpatient-receipt",
        (DocumentKind.INPATIENT_RECEIPT,),
        lambda claim: claim.care.kind in STAYS and bool(claim.receipts),
        Severity.DECISION,
    ),
    _Material(
        "missing-statement",
        (DocumentKind.EXPENSE_STATEMENT,),
        lambda claim: claim.care.kind in STAYS or not _itemised(claim),
        Severity.BLOCKS,
    ),
    _Material(
        "missing-discharge-record",
        (DocumentKind.DISCHARGE_RECORD,),
        lambda claim: claim.care.kind in STAYS,
        Severity.BLOCKS,
    ),
    _Material(
        "missing-emergency-certificate",
        (DocumentKind.DIAGNOSIS_CERTIFICATE,),
        lambda claim: claim.care.kind is CareKind.EMERGENCY,
        Severity.DECISION,
        "急诊诊断证明",
    ),
    _Material(
        "missing-prescription",
        (DocumentKind.PRESCRIPTION, DocumentKind.DIAGNOSIS_CERTIFICATE, DocumentKind.DISCHARGE_RECORD),
        lambda claim: claim.care.kind not in STAYS,
        Severity.DECISION,
        "处方或门诊病历",
    ),
    _Material(
        "missing-injury-statement",
        (DocumentKind.INJURY_STATEMENT,),
        lambda claim: claim.care.kind is CareKind.INJURY,
        Severity.BLOCKS,
    ),
    _Material(
        "missing-referral",
        (DocumentKind.REFERRAL_FORM,),
        lambda claim: claim.care.filing is Filing.REFERRAL,
        Severity.DECISION,
    ),
)


def materials(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Papers the kind of care wants and the claim does not hold."""
    present = {document.kind for document in claim.documents}
    for material in _MATERIALS:
        if material.wanted(claim) and not present.intersection(material.kinds):
            yield _missing(material)


def _missing(material: _Material) -> Finding:
    name = material.name or KIND_NAMES[material.kinds[0]]
    blocks = material.severity is Severity.BLOCKS
    return Finding(
        code=material.code,
        severity=material.severity,
        subject="claim",
        title=f"缺少{name}",
        message=f"本单没有{name}。",
        advice=(
            f"请补充{name}影像，或发起补正一次性告知；已有影像被误分类的，请更正材料类别。"
            if blocks
            else f"请补充{name}；已通过其他方式核实的，请说明理由。"
        ),
        basis=_BASIS,
        values={"material": name},
    )
