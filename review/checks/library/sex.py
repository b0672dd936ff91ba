"""Articles of the rule library for the other sex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import hit, ruled
from review.identity import sex as sex_of
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim


def sex(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines the library limits to the other sex than the citizen number says; nothing where it says none."""
    patient = sex_of(claim.insured.id_number)
    for line, rule in ruled(claim, context, RuleKind.SEX):
        if patient is not None and patient != rule.value:
            yield hit(line, rule, context, f"患者为{patient}性", Severity.DECISION)
