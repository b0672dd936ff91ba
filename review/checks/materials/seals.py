"""A statement, record or prescription lacks the seal of who made it, as the clerk who held it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.materials.checklist import checklist
from review.checks.paperwork import call, first_place
from review.claim.paper import RECEIPT_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.materials.tables import Material
    from review.claim.claim import Claim
    from review.claim.paper import Document


def seals(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Papers said to bear no seal where one is needed; seals of receipts are looked at with the receipts."""
    told = {paper.id: (paper, item.material) for item in checklist(claim, context.materials) for paper in item.unsealed}
    return (_unsealed(paper, row) for paper, row in told.values() if paper.kind not in RECEIPT_KINDS)


def _unsealed(paper: Document, row: Material) -> Finding:
    return Finding(
        code="material-unsealed",
        severity=Severity.DECISION,
        subject=f"document:{paper.id}",
        title=f"{row.name}未盖章",
        message=f"{call(paper)}登记为没有盖章，应盖出具单位章。",
        advice="请让申报人到出具单位补盖章，可一并写进补正一次性告知；已向出具单位核实的，请说明理由。",
        basis=row.source,
        values={"material": row.name, "sealed": "false"},
        place=first_place(paper),
    )
