"""More bed, nursing or consultation days than the stay had."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import paper_lines, quantity_of, relied_on
from review.checks.lines.line_words import line_words
from review.checks.lines.ruled import kinds_of_rules
from review.checks.paperwork import STAYS, line_place
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.lines.line_words import Daily
    from review.claim.claim import Claim
    from review.claim.paper import Line


def bed_days(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Articles charged once a day, in greater number than days.

    Each paper is looked at by itself: a summary and a daily list of one stay say the same twice.
    A day on which a patient changes from one to another may bear both: each further name allows a day more.
    """
    first, last = claim.care.admitted, claim.care.discharged
    if claim.care.kind not in STAYS or first is None or last is None or last < first:
        return
    days = (last - first).days + 1
    for paper, daily in product(paper_lines(claim), line_words().daily):
        lines = [line for line in paper if _counts(line, daily)]
        names = {line.text("name") for line in lines}
        counted = sum(map(quantity_of, lines), Decimal(0))
        told = len(names) == 1 and RuleKind.FREQUENCY in kinds_of_rules(lines[0], context)
        if lines and counted > days + len(names) - 1 and relied_on(lines) and not told:
            yield _finding(daily, counted, days, lines[0])


def _counts(line: Line, daily: Daily) -> bool:
    name, unit = line.text("name"), line.text("unit").strip()
    return bool(daily.words.search(name)) and not daily.unless.search(name) and unit in line_words().daily_units


def _finding(daily: Daily, counted: Decimal, days: int, line: Line) -> Finding:
    return Finding(
        code=daily.code,
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title=f"{daily.name}天数多于住院天数",
        message=f"{daily.name}共计{counted.normalize():f}，住院{days}天（含入院和出院当日）。",
        advice="请核对数量是否识别有误，或有无陪床、重症转科等情形；多收部分可剔除。",
        basis="床位、护理、诊查每日计一次",
        values={"counted": str(counted), "days": str(days)},
        place=line_place(line),
    )
