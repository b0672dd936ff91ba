"""Pages that lie in another claim too: the very file, or a picture that shows the same paper (policy §2.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import KIND_NAMES
from review.checks.receipts.duplicate_receipt import NOT_PAID
from review.checks.receipts.marks import called_claims, claims_of, total_of
from review.checks.receipts.terms import receipt_terms
from review.claim.paper import RECEIPT_KINDS, DocumentKind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.checks.past import SimilarPage
    from review.claim.claim import Claim
    from review.claim.paper import Document, Page

CHARGES = RECEIPT_KINDS | {DocumentKind.EXPENSE_STATEMENT, DocumentKind.PHARMACY_INVOICE}
"""Papers that are paid."""

_AGAIN_EVERY_TIME = frozenset(
    {DocumentKind.ID_CARD, DocumentKind.BANK_CARD, DocumentKind.INSURANCE_CARD, DocumentKind.REFERRAL_FORM}
)
"""Papers that are handed in with every claim of a person."""


def seen_pages(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Pages of charges, and pages nobody knows the kind of, want a decision; of other papers it is a clue.

    Cards and filing forms are handed in with every claim, so nothing is said of them. Receipts of one small fee look
    alike whoever paid it, so pictures alike of them are a clue.
    """
    for page in claim.pages:
        papers = tuple(document for document in claim.documents if page.id in document.page_ids)
        alike = [seen for seen in context.past.pages if seen.page_id == page.id and _alike(claim, seen)]
        if alike and not (papers and all(paper.kind in _AGAIN_EVERY_TIME for paper in papers)):
            yield from _findings(page, alike, papers)


def _alike(claim: Claim, seen: SimilarPage) -> bool:
    return seen.claim != claim.number and (seen.same_bytes or seen.bits <= receipt_terms().bits)


def _findings(page: Page, alike: Sequence[SimilarPage], papers: Sequence[Document]) -> Iterator[Finding]:
    """One for the claims that hold the very file, one for those with a picture alike; apart those not paid."""
    marks = [(seen.same_bytes, seen.state in NOT_PAID) for seen in alike]
    for mark in dict.fromkeys(marks):
        yield _finding(page, [seen for seen, its in zip(alike, marks, strict=True) if its == mark], papers)


def _severity(seen: SimilarPage, papers: Sequence[Document]) -> Severity:
    charges = [paper for paper in papers if paper.kind in CHARGES]
    small = bool(charges) and not seen.same_bytes and all(map(_small, charges))
    pays = (bool(charges) or not papers) and not small
    return Severity.DECISION if pays and seen.state not in NOT_PAID else Severity.CLUE


def _small(paper: Document) -> bool:
    total = total_of(paper)
    return paper.kind in RECEIPT_KINDS and total is not None and total < receipt_terms().own_floor


def _finding(page: Page, others: Sequence[SimilarPage], papers: Sequence[Document]) -> Finding:
    seen = min(others, key=lambda other: other.bits)
    shown = "、".join(dict.fromkeys(KIND_NAMES[paper.kind] for paper in papers)) or "未归类影像"
    alike = "是同一文件" if seen.same_bytes else f"画面几乎相同（64位指纹相差{seen.bits}位）"
    return Finding(
        code="page-elsewhere" if seen.same_bytes else "page-alike",
        severity=_severity(seen, papers),
        subject=f"page:{page.id}",
        title="影像重复" if seen.same_bytes else "影像疑似重复",
        message=f"第{page.position + 1}页（{page.file_name}，{shown}）与{called_claims(others)}中的影像{alike}。",
        advice="请调出两单影像核对票据号码和金额：同一张票据不重复支付，确为不同材料的请说明理由。",
        basis="影像内容相同或影像指纹相近，视为疑似同一份材料重复申报；基金监管公开案例：电子票据重复打印申报",
        values={"claims": " ".join(claims_of(others)), "page": str(page.id)},
        place=Place(page.id, (0, 0, page.width, page.height)),
    )
