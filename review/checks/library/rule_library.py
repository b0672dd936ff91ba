"""The national rule library (两库): articles for the other sex or another age, and more of them than a day allows."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.rules import Rule, RuleLimit, rules_for
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import STAYS, call_line, decimal, line_place
from review.identity import sex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line

_OLDEST = {"新生儿": 0, "婴幼儿": 3, "儿童": 17}
"""Full years up to which a patient may be of the group."""
_HOURS = frozenset({"小时", "时", "H", "h"})
_HOURS_A_DAY = Decimal(24)


def rule_library(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines the rule library limits to others, and articles charged more often than it allows."""
    patient = sex(claim.insured.id_number)
    for line in claim.charge_lines:
        for rule in rules_for(line.text("name")):
            if rule.limit is RuleLimit.SEX and patient is not None and patient != rule.value:
                yield _patient(line, rule, f"患者为{patient}性")
            elif rule.limit is RuleLimit.AGE and _too_old(rule, context.patient_age):
                yield _patient(line, rule, f"患者{context.patient_age}岁")
    if claim.care.kind in STAYS:
        yield from _too_often(claim)


def _too_old(rule: Rule, age: int | None) -> bool:
    return age is not None and age > _OLDEST.get(rule.value, age)


def _patient(line: Line, rule: Rule, fact: str) -> Finding:
    limited = f"{rule.value}性" if rule.limit is RuleLimit.SEX else rule.value
    return Finding(
        code=f"rule-{rule.limit}",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="对象与规则库不符",
        message=f"{call_line(line)}：规则库限{limited}使用，{fact}。",
        advice="建议剔除该行；确有依据的（如身份证号码有误、病情需要），请说明理由。",
        basis=f"国家医保基金智能监管规则库（两库）{rule.batch}：“{rule.name}”限{limited}",
        values={"rule": rule.name, "value": rule.value, "fact": fact},
        place=line_place(line),
    )


def _too_often(claim: Claim) -> Iterator[Finding]:
    """Articles by name and day where lines bear dates, over the whole stay where one of them does not."""
    first, last = claim.care.admitted, claim.care.discharged
    if first is None or last is None or last < first:
        return
    by_rule: defaultdict[Rule, list[Line]] = defaultdict(list)
    for line in claim.charge_lines:
        for rule in rules_for(line.text("name")):
            if rule.limit is RuleLimit.DAILY and _counts(line, rule):
                by_rule[rule].append(line)
    days = (last - first).days + 1
    for rule, lines in by_rule.items():
        yield from _over(rule, lines, days)


def _counts(line: Line, rule: Rule) -> bool:
    """Rules of 24 a day count hours, rules of one a day count days or times."""
    return (line.text("unit") in _HOURS) == (Decimal(rule.value) == _HOURS_A_DAY)


def _over(rule: Rule, lines: list[Line], days: int) -> Iterator[Finding]:
    allowed = Decimal(rule.value)
    dated: defaultdict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        dated[line.text("date")] += decimal(line.text("quantity")) or Decimal(0)
    whole = sum(dated.values(), Decimal(0))
    worst = max(dated, key=lambda day: dated[day])
    if "" not in dated and dated[worst] > allowed:
        yield _often(lines[0], rule, f"{worst}计{dated[worst]:f}，每日限{rule.value}", dated[worst])
    elif whole > allowed * days:
        yield _often(lines[0], rule, f"共计{whole:f}，住院{days}天最多{allowed * days:f}", whole)


def _often(line: Line, rule: Rule, fact: str, counted: Decimal) -> Finding:
    return Finding(
        code="rule-daily",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="收费次数多于规则库",
        message=f"{call_line(line)}{fact}。",
        advice="请核对数量是否识别有误；确属多收的，可剔除相应部分。",
        basis=f"国家医保基金智能监管规则库（两库）{rule.batch}：“{rule.name}”每日限{rule.value}",
        values={"rule": rule.name, "counted": str(counted)},
        place=line_place(line),
    )
