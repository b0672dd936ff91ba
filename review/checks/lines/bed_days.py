"""More bed, nursing or consultation days than the stay had."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import quantity_of, relied_on
from review.checks.lines.line_words import line_words
from review.checks.paperwork import STAYS, line_place
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.lines.line_words import Daily
    from review.claim.claim import Claim
    from review.claim.paper import Line


def bed_days(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Articles charged once a day, in greater number than days.

    A day on which a patient changes from one to another may bear both: each further name allows a day more.
    """
    first, last = claim.care.admitted, claim.care.discharged
    if claim.care.kind not in STAYS or first is None or last is None or last < first:
        return
    days = (last - first).days + 1
    for daily in line_words().daily:
        lines = _lines(claim, daily)
        counted = sum(map(quantity_of, lines), Decimal(0))
        allowed = days + len({line.text("name") for line in lines}) - 1
        if lines and counted > allowed and relied_on(lines) and not _told_by_rule(lines, context):
            yield _finding(daily, counted, days, lines[0])


def _lines(claim: Claim, daily: Daily) -> list[Line]:
    named = [line for line in claim.charge_lines if daily.words.search(line.text("name"))]
    counted = [line for line in named if line.text("unit").strip() in line_words().daily_units]
    return [line for line in counted if not daily.unless.search(line.text("name"))]


def _told_by_rule(lines: list[Line], context: CheckContext) -> bool:
    """Whether all lines bear one name whose frequency the rule library limits: its own finding says it better."""
    line, names = lines[0], {line.text("name") for line in lines}
    rules = context.rules.rules_for(line.text("code"), context.entry(line.entry_id), line.text("name"))
    return len(names) == 1 and any(rule.kind is RuleKind.FREQUENCY for rule in rules)


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
