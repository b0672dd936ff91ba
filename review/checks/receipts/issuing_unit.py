"""Who issued the receipt is the hospital that treated: statement, discharge record or certificate name it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS, call, place
from review.checks.receipts.marks import in_doubt, same_hospital
from review.claim.paper import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.claim.claim import Claim
    from review.claim.paper import Document

_TREATED = frozenset(
    {DocumentKind.EXPENSE_STATEMENT, DocumentKind.DISCHARGE_RECORD, DocumentKind.DIAGNOSIS_CERTIFICATE}
)


def issuing_unit(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Receipts whose issuing unit none of the hospital's own papers names.

    Names in doubt wait. An outpatient receipt among the papers of a stay may be of another hospital.
    """
    papers = [d for d in claim.documents if d.kind in _TREATED and _named(d)]
    for receipt in claim.receipts:
        visit = receipt.kind is DocumentKind.OUTPATIENT_RECEIPT and claim.care.kind in STAYS
        if papers and _named(receipt) and not visit and not any(_same(receipt, paper) for paper in papers):
            yield _finding(receipt, papers)
    yield from _statements(claim)


def _statements(claim: Claim) -> Iterator[Finding]:
    """Statements of a hospital that no receipt and nothing on the claim names."""
    receipts = [receipt for receipt in claim.receipts if _named(receipt)]
    for paper in claim.statements if receipts else ():
        if (
            _named(paper)
            and not any(_same(receipt, paper) for receipt in receipts)
            and not same_hospital(paper.text("institution"), claim.care.hospital)
        ):
            yield _finding(paper, receipts)


def _named(document: Document) -> bool:
    return bool(document.text("institution")) and not in_doubt(document, "institution")


def _same(receipt: Document, paper: Document) -> bool:
    return same_hospital(receipt.text("institution"), paper.text("institution"))


def _finding(receipt: Document, papers: Sequence[Document]) -> Finding:
    """A receipt, or a statement, beside papers of another hospital."""
    told = "、".join(f"{call(paper)}为“{paper.text('institution')}”" for paper in papers)
    listed = receipt.kind is DocumentKind.EXPENSE_STATEMENT
    unit = "医院" if listed else "收款单位"
    return Finding(
        code="statement-unit" if listed else "issuing-unit",
        severity=Severity.DECISION,
        subject=f"document:{receipt.id}",
        title="清单与票据医院不符" if listed else "收款单位与就诊医院不符",
        message=f"{call(receipt)}{unit}为“{receipt.text('institution')}”，{told}。",
        advice="请对照原件核对；医院有第二名称或分院的请说明，不属同一医院的材料请移除或要求补正。",
        basis="票据收款单位、清单出具单位应为就诊医院",
        values={"institution": receipt.text("institution"), "papers": "、".join(p.text("institution") for p in papers)},
        place=place((receipt.values.get("institution"),)),
    )
