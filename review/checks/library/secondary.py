"""Two operations of one group on one day, both at full price."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.library.applied import applied, hit, names, ruled
from review.checks.paperwork import decimal
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.claim.claim import Claim
    from review.claim.paper import Line
    from review.rules.rule import Rule

_REDUCED = Decimal("0.8")
"""A price below this share of the usual one, or fewer than one operation, says that it was reduced (assumed: 按经验,
the reduction published for a second operation is half)."""
_MARKS = ("折价", "折扣", "五折", "50%", "减半", "第二")
_ADDED = "加收"
_TWO = 2


def secondary(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """The cheaper of two operations of one group on one day where neither is reduced: a clue, for one cut tells."""
    groups: defaultdict[tuple[str, date], dict[int, tuple[Line, Rule]]] = defaultdict(dict)
    known = applied(claim, context)
    for line, rule in ruled(claim, context, RuleKind.SECONDARY):
        on = known.day(line)
        if on and _ADDED not in line.text("name"):
            groups[rule.value, on][line.id] = line, rule
    told: set[int] = set()
    for (_, on), found in groups.items():
        lines = [line for line, _ in found.values()]
        cheaper = min(lines, key=_price)
        if _two_at_full_price(lines, context) and cheaper.id not in told:
            told.add(cheaper.id)
            yield _finding(found[cheaper.id], lines, on, context)


def _two_at_full_price(lines: list[Line], context: CheckContext) -> bool:
    operations = {normalise(line.text("name")) for line in lines}
    return len(operations) >= _TWO and not any(_reduced(line, context) for line in lines)


def _price(line: Line) -> Decimal:
    return decimal(line.text("unit_price")) or decimal(line.text("amount")) or Decimal(0)


def _reduced(line: Line, context: CheckContext) -> bool:
    """Whether a line says that it was reduced, or was charged at less than it usually costs."""
    words = " ".join(cell.value for cell in line.values.values())
    if any(mark in words for mark in _MARKS) or (decimal(line.text("quantity")) or 1) < 1:
        return True
    entry, seen, price = context.entry(line.entry_id), context.past.prices.get(line.id), _price(line)
    usual = seen.median if seen else entry.price_limit if entry else None
    return usual is not None and price < usual * _REDUCED


def _finding(at: tuple[Line, Rule], lines: list[Line], on: date, context: CheckContext) -> Finding:
    line, rule = at
    return hit(line, rule, context, f"{on}有同组手术{names(lines)}，未见折价", Severity.CLUE)
