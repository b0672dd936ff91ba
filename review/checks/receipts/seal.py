"""A paper receipt bears the seal of who took the money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, first_place
from review.claim.paper import Custody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim


def seal(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Receipts of which the clerk says that the seal is missing; nothing is said where the clerk said nothing.

    An electronic receipt bears signatures instead, which the treasury's site verifies.
    """
    for document in claim.receipts:
        if document.sealed is False and document.custody is not Custody.ELECTRONIC:
            yield Finding(
                code="receipt-unsealed",
                severity=Severity.DECISION,
                subject=f"document:{document.id}",
                title="票据未盖章",
                message=f"{call(document)}经办人登记为没有收款单位印章。",
                advice="请退回加盖收款单位财务专用章或收费专用章；电子票据打印件请上网查验后说明理由。",
                basis="收费票据须有收款单位（章）",
                values={"sealed": "false", "custody": document.custody.value},
                place=first_place(document),
            )
