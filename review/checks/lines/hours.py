"""More hours of one article than the days of care have."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import paper_lines, quantity_of, relied_on
from review.checks.lines.line_words import line_words
from review.checks.lines.ruled import kinds_of_rules
from review.checks.paperwork import call_line, day, place
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.claim.claim import Claim
    from review.claim.paper import Line

_DAY = 24
_UNIT = re.compile(r"^\s*元?\s*/?\s*每?")


def hours(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Articles charged by the hour, in greater number than the hours from the first day of care to the last.

    Hours may be charged after the days they were given on, never before: so far as lines bear dates, those up to a day
    are held against the hours up to the end of the next.
    """
    first, last = claim.care.admitted, claim.care.discharged or claim.care.admitted
    if first is None or last is None or last < first:
        return
    days = (last - first).days + 1
    for lines in (lines for paper in paper_lines(claim) for lines in _by_article(paper).values()):
        counted = sum(map(quantity_of, lines), Decimal(0))
        if not relied_on(lines) or RuleKind.FREQUENCY in kinds_of_rules(lines[0], context):
            continue
        if counted > _DAY * days:
            yield _finding(lines[0], counted, f"就诊共{days}天，最多{_DAY * days}小时")
        elif early := _early(lines, first):
            on, so_far, most = early
            yield _finding(lines[0], so_far, f"自{first}至{on}次日最多{most}小时")


def _by_article(paper: tuple[Line, ...]) -> dict[str, list[Line]]:
    words, found = line_words(), defaultdict(list)
    for line in paper:
        name, unit = line.text("name"), _UNIT.sub("", line.text("unit")).strip()
        if unit in words.hour_units and not words.side_by_side.search(name):
            found[normalise(name)].append(line)
    return found


def _early(lines: list[Line], first: date) -> tuple[date, Decimal, int] | None:
    """The first day up to which more hours were charged than there had been by its morrow; None without such a day.

    A single line stands for the whole stay: its day is the day it was booked.
    """
    if len(lines) == 1:
        return None
    dated = sorted(((on, line) for line in lines if (on := day(line.text("date")))), key=lambda pair: pair[0])
    so_far = Decimal(0)
    for on, line in dated:
        so_far += quantity_of(line)
        most = _DAY * ((on - first).days + 2)
        if on >= first and so_far > most:
            return on, so_far, most
    return None


def _finding(line: Line, counted: Decimal, against: str) -> Finding:
    return Finding(
        code="hours",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="按小时计费超过可能的时数",
        message=f"{call_line(line)}等共计{counted.normalize():f}小时，{against}。",
        advice="请核对数量和单位是否识别有误，或有无多处同时进行；多收部分可剔除。",
        basis="同一项目每日不超过24小时",
        values={"counted": str(counted), "against": against},
        place=place((line.values.get("quantity"), line.values.get("name"))),
    )
