"""Articles paid only in hospitals of a level or above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import hit, ruled
from review.claim.claim import HospitalLevel
from review.rules.rule import RuleKind
from review.rules.words import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.rules.rule import Rule

_RANK = {"一级": 1, "二级": 2, "三级": 3}
_LEVELS = {HospitalLevel.PRIMARY: "一级", HospitalLevel.SECONDARY: "二级", HospitalLevel.TERTIARY: "三级"}


def level(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines the library limits to a higher level than the hospital has; nothing where its level is unknown."""
    own = _LEVELS.get(claim.care.hospital_level, "")
    if not own:
        return
    for line, rule in ruled(claim, context, RuleKind.LEVEL):
        if _RANK[own] < _RANK.get(rule.value, 0):
            yield hit(line, rule, context, f"本单医院为{own}", _severity(rule))


def _severity(rule: Rule) -> Severity:
    """A remark that asks the level of a first prescription only, or of special hospitals too, gives a clue."""
    return Severity.CLUE if holds("softened", rule.note, "level") else Severity.DECISION
