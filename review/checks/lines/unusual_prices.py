"""Unit prices far from what other claims and price lists show for the same article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import price_of, quantity_of, relied_on
from review.checks.lines.line_words import line_words
from review.checks.paperwork import call_line, paid_lines, place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.checks.past import PriceSeen
    from review.claim.claim import Claim
    from review.claim.paper import Line


def unusual_prices(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Paid lines far dearer than the dearest and the middle price of enough others, with enough money in it.

    A changed figure of policy §2.7 (452 to 5,452) stands out so; makers' and hospitals' honest prices do not.
    """
    for line in paid_lines(claim):
        seen, price = context.past.prices.get(line.id), price_of(line)
        if seen and price is not None and relied_on([line]) and _far(line, price, seen):
            yield _finding(line, price, seen)


def _far(line: Line, price: Decimal, seen: PriceSeen) -> bool:
    words = line_words()
    if seen.count < words.price_count or seen.median <= 0:
        return False
    beyond = price > seen.high * words.price_over_high and price > seen.median * words.price_over_median
    return beyond and (price - seen.median) * abs(quantity_of(line)) >= words.price_stake


def _finding(line: Line, price: Decimal, seen: PriceSeen) -> Finding:
    """Its values leave the history out: that grows by the day, and a decision would not hold."""
    return Finding(
        code="price-unusual",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="单价明显高于以往",
        message=(
            f"{call_line(line)}单价{thousands(price)}元；{seen.source}{seen.count}笔，"
            f"{thousands(seen.low)}至{thousands(seen.high)}元，中位数{thousands(seen.median)}元。"
        ),
        advice="请对照原件核对单价、数量和金额有无改动或识别错误；品种、规格不同的可放行。",
        basis="同一品种同一单位的历史单价",
        values={"price": str(price), "name": line.text("name"), "unit": line.text("unit")},
        place=place((line.values.get("unit_price"), line.values.get("amount"), line.values.get("name"))),
    )
