"""A stay over the turn of the year: to which year it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS
from review.checks.stay.spans import days_in_doubt, first_day_place, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim


def year_end(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """A clue for a stay that begins in one year and ends in another; days in doubt wait."""
    own = span_of(claim.care)
    if own is None or claim.care.kind not in STAYS or own.first.year == own.last.year or days_in_doubt(claim):
        return
    yield Finding(
        code="year-end",
        severity=Severity.CLUE,
        subject="claim",
        title="跨年度住院",
        message=f"本次住院{own}跨年度，现按出院所在的{own.last.year}年度计算待遇和累计。",
        advice="请按本地跨年度住院的年度归属规定核对年度累计；医院分年度开具票据的，请分别受理。",
        basis="跨年校验：年度归属按本地规定（尚未证实）",
        values={"own": str(own)},
        place=first_day_place(claim),
    )
