"""Articles paid only for care in bed, in an emergency, or outside the hospital's beds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import hit, ruled
from review.checks.paperwork import STAYS
from review.claim.claim import CareKind
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim

_STAY, _URGENT, _VISIT = "住院", "急诊", "门诊"


def place(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines the library limits to another way of care; an emergency may have led to a bed, and gives a clue only."""
    given = _given(claim.care.kind)
    for line, rule in ruled(claim, context, RuleKind.PLACE):
        if given not in rule.value.split("、"):
            yield hit(line, rule, context, f"本单为{given}", Severity.CLUE if given == _URGENT else Severity.DECISION)


def _given(kind: CareKind) -> str:
    if kind in STAYS:
        return _STAY
    return _URGENT if kind is CareKind.EMERGENCY else _VISIT
