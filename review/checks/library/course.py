"""Articles paid for a number of days only."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import charged, hit
from review.rules.rule import RuleKind
from review.rules.words import holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from review.checks.library.applied import Charged
    from review.claim.claim import Claim

_SPARE = 1
"""A course of so many times 24 hours may touch one calendar day more."""
_PAUSE = timedelta(days=30)
"""Days without the article after which a new course is assumed to begin (按经验)."""


def course(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Articles charged on more days than the library pays for; with the days of other claims it is a clue only."""
    for found in charged(claim, context, RuleKind.COURSE):
        limit, days = found.rule.limit, list(found.by_day)
        if limit is None or not days:
            continue
        if len(days) > limit:
            severity = Severity.DECISION if len(days) > limit + _SPARE else Severity.CLUE
            yield _over(found, context, days[limit], f"本单共{len(days)}天有该项费用", severity)
        elif not holds("one_stay", found.rule.note):
            yield from _over_claims(found, context, limit)


def _over_claims(found: Charged, context: CheckContext, limit: int) -> Iterator[Finding]:
    days, elsewhere = list(found.by_day), found.elsewhere
    before = _running(days[0], elsewhere)
    whole = sorted({*days, *before})
    if before and len(whole) > limit + _SPARE:
        claims = "、".join(dict.fromkeys(elsewhere[on] for on in before))
        yield _over(found, context, days[0], f"连同报销单{claims}共{len(whole)}天有该项费用", Severity.CLUE)


def _running(first: date, elsewhere: Mapping[date, str]) -> list[date]:
    """The days of other claims before this one that belong to the same course."""
    found: list[date] = []
    for on in sorted((on for on in elsewhere if on < first), reverse=True):
        if first - on > _PAUSE:
            break
        found.append(on)
        first = on
    return found[::-1]


def _over(found: Charged, context: CheckContext, on: date, fact: str, severity: Severity) -> Finding:
    return hit(found.first_on(on), found.rule, context, fact, severity)
