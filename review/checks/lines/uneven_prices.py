"""One article at very different unit prices within one claim."""

from __future__ import annotations

from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from review.catalogue.entry import OUTSIDE
from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import amount_of, price_of, quantity_of, relied_on
from review.checks.lines.line_words import line_words
from review.checks.paperwork import call_line, paid_lines, place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.claim.claim import Claim
    from review.claim.paper import Line

    Priced = tuple[Decimal, Line]


def uneven_prices(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Lines far dearer than the other lines of the same article, strength and unit: the one that was perhaps changed.

    Lines that nobody has matched are left alone: names such as 材料费 cover many articles.
    """
    for priced in _by_article(claim).values():
        dearest, line = max(priced, key=lambda pair: pair[0])
        others = [price for price, other in priced if other is not line]
        usual = median(others) if others else dearest
        stake = (dearest - usual) * abs(quantity_of(line))
        if 0 < usual * line_words().uneven_times <= dearest and stake >= line_words().price_stake:
            yield _finding(line, dearest, usual)


def _by_article(claim: Claim) -> dict[tuple[str, ...], list[Priced]]:
    found: defaultdict[tuple[str, ...], list[Priced]] = defaultdict(list)
    for line in paid_lines(claim):
        price = price_of(line)
        if price is not None and amount_of(line) > 0 and line.entry_id not in {"", OUTSIDE} and relied_on([line]):
            found[line.entry_id, normalise(line.text("name")), line.text("spec"), line.text("unit")].append(
                (price, line)
            )
    return found


def _finding(line: Line, price: Decimal, usual: Decimal) -> Finding:
    return Finding(
        code="price-uneven",
        severity=Severity.CLUE,
        subject=f"line:{line.id}",
        title="同一项目单价悬殊",
        message=f"{call_line(line)}单价{thousands(price)}元，本单同一项目其他各行为{thousands(usual)}元。",
        advice="请对照原件核对单价、数量和金额有无改动或识别错误；规格不同的可放行。",
        basis="同一份费用清单中同一项目、规格、单位的单价",
        values={"price": str(price), "usual": str(usual)},
        place=place((line.values.get("unit_price"), line.values.get("amount"), line.values.get("name"))),
    )
