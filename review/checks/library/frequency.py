"""Articles charged more often than the library allows in a day."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import charged, hit, is_birth
from review.checks.paperwork import STAYS
from review.claim.claim import CareKind
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.library.applied import Charged
    from review.claim.claim import Claim
    from review.claim.paper import Line

_HOURS = frozenset({"小时", "时", "H", "h"})


def frequency(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Articles with more units than days allow; too many on one day are a clue, for days may be booked together.

    Where a mother's and a newborn's charges may stand in one paper, it is a clue too.
    """
    days, shared = _days(claim), claim.care.kind is CareKind.MATERNITY or is_birth(claim)
    for found in charged(claim, context, RuleKind.FREQUENCY):
        limit = Decimal(found.rule.limit or 0)
        if not limit or not all(_fits(line, found) for line in found.lines):
            continue
        worst = max(found.by_day, key=found.by_day.__getitem__, default=None)
        if days and found.total > limit * days:
            fact = f"共计{_plain(found.total)}，住院{days}天最多{_plain(limit * days)}"
            severity = Severity.CLUE if shared else Severity.DECISION
            yield _often(found, context, found.lines[0], (fact, severity))
        elif worst and found.by_day[worst] > limit:
            fact = f"{worst}计{_plain(found.by_day[worst])}"
            yield _often(found, context, found.first_on(worst), (fact, Severity.CLUE))


def _days(claim: Claim) -> int:
    """Days of a stay, the first and the last counted; 0 where it is none or its days are unknown."""
    first, last = claim.care.admitted, claim.care.discharged
    if claim.care.kind not in STAYS or first is None or last is None or last < first:
        return 0
    return (last - first).days + 1


def _fits(line: Line, found: Charged) -> bool:
    """Whether a line counts what the rule counts: hours, or days and times."""
    return (line.text("unit") in _HOURS) == (found.rule.unit in _HOURS)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _often(found: Charged, context: CheckContext, line: Line, said: tuple[str, Severity]) -> Finding:
    fact, severity = said
    return hit(line, found.rule, context, fact, severity)
