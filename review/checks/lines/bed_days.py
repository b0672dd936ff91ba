"""More bed or nursing days than the stay had."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.rules import RuleLimit, rules_for
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS, decimal, line_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line

_DAILY = (
    ("bed-days", "床位费", re.compile(r"床位")),
    ("nursing-days", "等级护理", re.compile(r"[ⅠⅡⅢI一二三特]{1,3}级护理")),
    ("consultation-days", "住院诊查费", re.compile(r"住院诊[查察]费")),
)
_DAYS = frozenset({"日", "天", "床日", "", "次"})


def bed_days(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Articles charged once a day, in greater number than days."""
    first, last = claim.care.admitted, claim.care.discharged
    if claim.care.kind not in STAYS or first is None or last is None or last < first:
        return
    days = (last - first).days + 1
    for code, name, pattern in _DAILY:
        lines = [x for x in claim.charge_lines if pattern.search(x.text("name")) and x.text("unit") in _DAYS]
        counted = sum((decimal(line.text("quantity")) or Decimal(0) for line in lines), Decimal(0))
        if counted > days and not _told_by_rule(lines):
            yield _finding(code, name, counted, days, lines[0])


def _told_by_rule(lines: list[Line]) -> bool:
    """Whether all lines bear one name that the rule library limits by the day: its own finding says it better."""
    names = {line.text("name") for line in lines}
    return len(names) == 1 and any(rule.limit is RuleLimit.DAILY for rule in rules_for(names.pop()))


def _finding(code: str, name: str, counted: Decimal, days: int, line: Line) -> Finding:
    return Finding(
        code=code,
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title=f"{name}天数多于住院天数",
        message=f"{name}共计{counted.normalize():f}，住院{days}天（含入院和出院当日）。",
        advice="请核对数量是否识别有误，或有无陪床、重症转科等情形；多收部分可剔除。",
        basis="床位、护理、诊查每日计一次",
        values={"counted": str(counted), "days": str(days)},
        place=line_place(line),
    )
