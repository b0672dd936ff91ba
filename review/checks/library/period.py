"""Articles charged more often than the library allows in a number of days."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import ZERO, charged, hit
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from datetime import date

    from review.checks.library.applied import Charged
    from review.claim.claim import Claim


def period(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Articles with more than n charges within d days; with the days of other claims it is a clue only."""
    for found in charged(claim, context, RuleKind.PERIOD):
        limit, days = found.rule.limit, found.rule.days
        if not limit or not days:
            continue
        if near := _crowded(found.by_day, found.by_day, limit, days):
            severity = Severity.CLUE if found.booked else Severity.DECISION
            yield _often(found, context, near[-1], _within(near, found.by_day), severity)
        elif whole := _whole(found, claim, limit, days):
            yield _often(found, context, None, whole, Severity.DECISION)
        else:
            yield from _with_others(found, context, limit, days)


def _crowded(by_day: Mapping[date, Decimal], own: Container[date], limit: int, days: int) -> tuple[date, ...]:
    """Days close together that hold more than is allowed, at least one of them of this claim; empty where none do."""
    windows = (tuple(d for d in by_day if 0 <= (on - d).days < days) for on in by_day)
    return next((near for near in windows if any(d in own for d in near) and sum(by_day[d] for d in near) > limit), ())


def _within(near: tuple[date, ...], by_day: Mapping[date, Decimal]) -> str:
    return f"{'、'.join(map(str, near))}共{sum((by_day[d] for d in near), ZERO).normalize():f}次"


def _whole(found: Charged, claim: Claim, limit: int, days: int) -> str:
    """What undated lines give over a stay: more than fit into its days."""
    first, last = claim.care.admitted, claim.care.discharged
    if not found.undated or first is None or last is None or last < first:
        return ""
    length = (last - first).days + 1
    most = limit * ((length - 1) // days + 1)
    return f"{length}天内共{found.total.normalize():f}次，最多{most}次" if found.total > most else ""


def _with_others(found: Charged, context: CheckContext, limit: int, days: int) -> Iterator[Finding]:
    elsewhere = found.elsewhere
    both = dict(sorted({**dict.fromkeys(elsewhere, Decimal(1)), **found.by_day}.items()))
    near = _crowded(both, found.by_day, limit, days)
    if near:
        claims = "、".join(dict.fromkeys(elsewhere[on] for on in near if on in elsewhere))
        own = next(on for on in near if on in found.by_day)
        yield _often(found, context, own, f"连同报销单{claims}，{_within(near, both)}", Severity.CLUE)


def _often(found: Charged, context: CheckContext, on: date | None, fact: str, severity: Severity) -> Finding:
    return hit(found.first_on(on) if on else found.lines[0], found.rule, context, fact, severity)
