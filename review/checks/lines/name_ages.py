"""Services whose printed name says for whom they are: 加收(6岁及以下), 新生儿."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import is_birth
from review.checks.lines.figures import amount_of, relied_on
from review.checks.lines.limit_ages import age
from review.checks.lines.limit_facts import Facts, Verdict
from review.checks.lines.ruled import kinds_of_rules
from review.checks.paperwork import call_line, line_place, paid_lines
from review.claim.claim import CareKind
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line

_YEARS = re.compile(r"[(（][^()（）]*\d{1,2}周?岁[^()（）]*[)）]|\d{1,2}周?岁(?:及)?以[上下]")
_NEWBORN = re.compile(r"新生儿")


def name_ages(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Paid lines named for an age that the patient does not have; what the rule library limits by age is left to it.

    Ages in figures want a decision. 新生儿 is a clue, and silent in claims of childbirth,
    where the child's care stands.
    """
    facts = Facts(age=context.patient_age)
    birth = claim.care.kind is CareKind.MATERNITY or is_birth(claim)
    for line in paid_lines(claim):
        name = line.text("name")
        found = _YEARS.search(name) or (None if birth else _NEWBORN.search(name))
        outcome = age(found[0], facts) if found else None
        if (
            outcome
            and outcome.verdict is Verdict.BROKEN
            and _stands(line)
            and RuleKind.AGE not in kinds_of_rules(line, context)
        ):
            yield _finding(line, outcome.reason, clue=found is not None and "岁" not in found[0])


def _stands(line: Line) -> bool:
    return amount_of(line) > 0 and relied_on([line], ("name",))


def _finding(line: Line, reason: str, *, clue: bool) -> Finding:
    return Finding(
        code="name-age",
        severity=Severity.CLUE if clue else Severity.DECISION,
        subject=f"line:{line.id}",
        title="项目年龄与患者不符",
        message=f"{call_line(line)}：{reason}。",
        advice="请核对名称是否识别有误、患者年龄是否正确；不符的收费建议剔除，有依据的请说明理由。",
        basis="项目名称所载的年龄范围",
        values={"name": line.text("name"), "reason": reason},
        place=line_place(line),
    )
