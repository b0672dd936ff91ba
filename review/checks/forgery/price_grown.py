"""A unit price that is what the article always costs, with a digit put in (452 becomes 5,452)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import price_of, relied_on
from review.checks.paperwork import call_line, paid_lines, place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.past import PriceSeen
    from review.claim.claim import Claim
    from review.claim.paper import Line

_ENOUGH = 5
"""Other prices from which it is known what an article costs."""

_BEYOND = 3
"""Times the dearest other price from which another maker or size no longer explains it."""


def price_grown(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Paid lines whose price lies among the usual ones once a single digit is taken out."""
    for line in paid_lines(claim):
        seen, price = context.past.prices.get(line.id), price_of(line)
        if seen is None or price is None or seen.count < _ENOUGH or not relied_on((line,)):
            continue
        if price > seen.high * _BEYOND and (usual := _usual(price, seen)) is not None:
            yield _finding(line, price, usual, seen)


def _usual(price: Decimal, seen: PriceSeen) -> Decimal | None:
    """The price without one of its digits before the point, where that is a usual one."""
    whole, point, part = f"{price:f}".partition(".")
    shorter = (whole[:place] + whole[place + 1 :] for place in range(len(whole)))
    prices = (Decimal(text + point + part) for text in shorter if text)
    return next((found for found in prices if seen.low <= found <= seen.high), None)


def _finding(line: Line, price: Decimal, usual: Decimal, seen: PriceSeen) -> Finding:
    """Its values leave the history out, which grows by the day."""
    return Finding(
        code="price-grown",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="单价像是添了一位数字",
        message=(
            f"{call_line(line)}单价{thousands(price)}元，去掉一位数字即{thousands(usual)}元，"
            f"与{seen.source}{seen.count}笔（{thousands(seen.low)}至{thousands(seen.high)}元）相符。"
        ),
        advice="请与原件核对单价和金额有无改动，必要时向开具医院核实；属不同规格或术式的可放行。",
        basis="同一项目的历史单价；基金监管公开案例：手术费452元改为5,452元",
        values={"price": str(price), "usual": str(usual)},
        place=place((line.values.get("unit_price"), line.values.get("amount"))),
    )
