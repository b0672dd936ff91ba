"""Articles of the rule library for another age."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import hit, is_birth, ruled
from review.claim.claim import CareKind
from review.rules.ages import ages
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim

_INFANTS = 3
"""Full years up to which a child may be charged on the mother's papers (assumed: 按经验, 母婴同住结算)."""


def age(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines the library limits to another age than the patient had at admission; nothing where that is unknown."""
    patient = context.patient_age
    mother = claim.care.kind is CareKind.MATERNITY or is_birth(claim)
    for line, rule in ruled(claim, context, RuleKind.AGE):
        allowed = ages(rule.value)
        if patient is None or allowed is None or allowed.allows(patient) or (mother and allowed.oldest <= _INFANTS):
            continue
        found = hit(line, rule, context, f"患者{patient}岁", Severity.DECISION)
        yield replace(found, basis=f"{found.basis}；年龄界限：{allowed.source}")
