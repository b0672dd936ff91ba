"""A run of rows that stands twice: a page captured, printed or pasted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import amount_of
from review.checks.lines.line_words import line_words
from review.checks.lines.twin_lines import cells
from review.checks.paperwork import call_line, day, line_place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.claim.claim import Claim
    from review.claim.paper import Line


def repeated_rows(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Runs of charge lines, over more than a day, that stand again further down, alike in every cell and in order.

    Days of care repeat their orders too, but then dates differ; an order given twice a day repeats its days, but then
    few articles stand in the run. Rows without dates say nothing.
    """
    lines = claim.charge_lines
    words = line_words()
    for first, second, count in _runs([cells(line) for line in lines]):
        again = lines[second : second + count]
        dates, names = {day(line.text("date")) for line in again}, {line.text("name") for line in again}
        long = count >= words.block_rows and len(dates) >= words.block_days and len(names) >= words.block_names
        if long and None not in dates:
            yield _finding(lines[first], again)


def _runs(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int, int]]:
    """Where a run begins, where it begins again, and how many rows it has; each row is counted in one run."""
    seen: dict[tuple[str, ...], int] = {}
    at = 0
    while at < len(rows):
        first = seen.get(rows[at])
        if first is None:
            seen[rows[at]] = at
            at += 1
            continue
        count = 1
        while at + count < len(rows) and first + count < at and rows[first + count] == rows[at + count]:
            count += 1
        yield first, at, count
        at += count


def _finding(first: Line, again: Sequence[Line]) -> Finding:
    amount = sum(map(amount_of, again))
    return Finding(
        code="rows-repeated",
        severity=Severity.DECISION,
        subject=f"line:{again[0].id}",
        title="成段明细重复",
        message=(
            f"自{call_line(again[0])}起{len(again)}行与自{call_line(first)}起的各行完全相同"
            f"（日期、项目、单价、数量、金额），重复部分共{thousands(amount)}元。"
        ),
        advice="请核对是否同一页影像采集了两次：是的请移除重复的页；原件如此的请说明理由或剔除重复的行。",
        basis="同一笔收费只计一次",
        values={"rows": str(len(again)), "amount": str(amount), "first": str(first.id)},
        place=line_place(again[0]),
    )
