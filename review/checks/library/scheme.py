"""Articles that only another insurance pays: work injury, maternity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import hit, is_birth, ruled
from review.claim.claim import CareKind
from review.claim.people import Scheme
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim

_CALLED = {Scheme.RESIDENT: "居民", Scheme.EMPLOYEE: "职工"}


def scheme(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines the library limits to an insurance that is not the claim's."""
    for line, rule in ruled(claim, context, RuleKind.SCHEME):
        if not _holds(claim) & set(rule.value.split("、")):
            yield hit(line, rule, context, f"本单为{_CALLED[claim.insured.scheme]}医保报销", Severity.DECISION)


def _holds(claim: Claim) -> set[str]:
    """The insurances a claim is paid from; the residents' scheme pays births itself."""
    birth = claim.care.kind is CareKind.MATERNITY or is_birth(claim)
    return {_CALLED[claim.insured.scheme], *(["生育"] if birth else [])}
