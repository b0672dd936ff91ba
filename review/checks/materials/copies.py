"""A paper of which the office keeps the original is there as a copy only (an electronic receipt may be)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.materials.checklist import checklist
from review.checks.paperwork import call, first_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.materials.tables import Material
    from review.claim.claim import Claim
    from review.claim.paper import Document


def copies(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Copies where the original has to be kept, once a paper; what nobody has said of a paper is not guessed."""
    told = {paper.id: (paper, item.material) for item in checklist(claim, context.materials) for paper in item.copies}
    return (_copy(paper, row) for paper, row in told.values())


def _copy(paper: Document, row: Material) -> Finding:
    return Finding(
        code="material-copy",
        severity=Severity.DECISION,
        subject=f"document:{paper.id}",
        title=f"{row.name}不是原件",
        message=f"{call(paper)}登记为复印件，应收原件。",
        advice="请收取原件，或核对原件后说明为何只收复印件；已在别处报销、原件被收走的，请按票面已支付办理。",
        basis=row.source,
        values={"material": row.name, "custody": paper.custody.value},
        place=first_place(paper),
    )
