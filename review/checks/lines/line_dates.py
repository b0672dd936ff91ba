"""Lines dated outside the stay or visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import relied_on
from review.checks.paperwork import call, call_line, charge_papers, day, decimal, kept, place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line

_FEW = 5
_BASIS = "明细日期应在就诊期间内"


def line_dates(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Lines dated before the first or after the last day of care: each where they are few, once a paper where many."""
    first, last = claim.care.admitted, claim.care.discharged or claim.care.admitted
    if first is None or last is None:
        return
    for document in charge_papers(claim):
        outside = [line for line in kept(document) if _outside(line, first, last)]
        if len(outside) > _FEW:
            yield _many(document, outside, (first, last))
        else:
            yield from (_one(line, (first, last)) for line in outside)


def _outside(line: Line, first: date, last: date) -> bool:
    dated = day(line.text("date"))
    return dated is not None and not first <= dated <= last and relied_on([line], ("date",))


def _one(line: Line, span: tuple[date, date]) -> Finding:
    return Finding(
        code="line-date",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="明细日期不在就诊期间",
        message=f"{call_line(line)}日期为{line.text('date')}，不在{span[0]}至{span[1]}之间。",
        advice="请核对日期是否识别有误；确属院前检查或出院后费用的，请说明理由后放行或剔除该行。",
        basis=_BASIS,
        values={"date": line.text("date"), "from": str(span[0]), "to": str(span[1])},
        place=place((line.values.get("date"), line.values.get("name"))),
    )


def _many(document: Document, outside: list[Line], span: tuple[date, date]) -> Finding:
    amount = sum(decimal(line.text("amount")) or 0 for line in outside)
    head = outside[0]
    return Finding(
        code="line-dates",
        severity=Severity.DECISION,
        subject=f"document:{document.id}",
        title="多行明细日期不在就诊期间",
        message=(
            f"{call(document)}有{len(outside)}行日期不在{span[0]}至{span[1]}之间，共{thousands(amount)}元，"
            f"首行为{call_line(head)}（{head.text('date')}）。"
        ),
        advice="请先核对本单的入院和出院日期，再核对是否混入其他就诊的清单；情况属实的请说明理由。",
        basis=_BASIS,
        values={str(line.id): line.text("date") for line in outside},
        place=place((head.values.get("date"), head.values.get("name"))),
    )
