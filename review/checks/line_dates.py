"""Lines dated outside the stay or visit, told once a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, call_line, charge_papers, day, decimal, kept, place
from review.claim.paper import LineVerdict
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line


def line_dates(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Papers with lines dated before the first or after the last day of care."""
    first, last = claim.care.admitted, claim.care.discharged or claim.care.admitted
    if first is None or last is None:
        return
    for document in charge_papers(claim):
        paid = (line for line in kept(document) if line.verdict is LineVerdict.PAY)
        outside = [line for line in paid if _outside(line, first, last)]
        if outside:
            yield _finding(document, outside, first, last)


def _outside(line: Line, first: date, last: date) -> bool:
    dated = day(line.text("date"))
    return dated is not None and not first <= dated <= last


def _finding(document: Document, outside: list[Line], first: date, last: date) -> Finding:
    amount = sum(decimal(line.text("amount")) or 0 for line in outside)
    head = outside[0]
    return Finding(
        code="line-dates",
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title="明细日期不在就诊期间",
        message=(
            f"{call(document)}有{len(outside)}行日期不在{first}至{last}之间，共{thousands(amount)}元，"
            f"首行为{call_line(head)}（{head.text('date')}）。"
        ),
        advice="请核对日期是否识别有误；确属院前检查或出院后费用的，请说明理由或剔除相应行。",
        basis="明细日期应在就诊期间内",
        values={str(line.id): line.text("date") for line in outside},
        place=place((head.values.get("date"), head.values.get("name"))),
    )
