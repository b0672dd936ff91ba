"""A unit price that is what the article always costs, with a digit put in (452 becomes 5,452)."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.entry import OUTSIDE
from review.catalogue.names import normalise
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import price_of, relied_on
from review.checks.paperwork import call_line, paid_lines, place
from review.checks.past import PriceSeen
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from review.claim.claim import Claim
    from review.claim.paper import Line

_ENOUGH, _ENOUGH_HERE = 5, 2
"""Other prices from which it is known what an article costs: of other claims, of other lines of this one."""

_BEYOND = 3
"""Times the dearest other price from which another maker or size no longer explains it."""

_HERE = "本单同一项目其余各行"
"""Where the prices of the other lines come from (Chinese)."""

_SPREAD = 3
"""Times the lowest usual price that the dearest may be: names such as 材料费 cover articles of any price."""


def price_grown(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Paid lines whose price lies among the usual ones once a single digit is taken out.

    Usual is what other claims paid, or what the other lines of the same article in this claim cost.
    """
    lines = [line for line in paid_lines(claim) if relied_on((line,))]
    here = {line.id: seen for line, seen in _dearest(lines)}
    for line in lines:
        known = (context.past.prices.get(line.id), here.get(line.id))
        found = next((told for seen in known if seen and (told := _told(line, seen))), None)
        if found is not None:
            yield found


def _dearest(lines: Sequence[Line]) -> Iterator[tuple[Line, PriceSeen]]:
    """The dearest line of each article (entry, name, strength, unit), and what its other lines cost here."""
    by_article: defaultdict[tuple[str, ...], list[tuple[Decimal, int, Line]]] = defaultdict(list)
    for line in lines:
        price = price_of(line)
        if price and line.entry_id not in {"", OUTSIDE}:
            article = line.entry_id, normalise(line.text("name")), line.text("spec"), line.text("unit")
            by_article[article].append((price, line.id, line))
    for priced in by_article.values():
        *others, (_, _, line) = sorted(priced, key=lambda row: row[:2])
        prices = [price for price, *_ in others]
        if len(prices) >= _ENOUGH_HERE:
            middle = prices[len(prices) // 2]
            yield line, PriceSeen(count=len(prices), low=prices[0], median=middle, high=prices[-1], source=_HERE)


def _told(line: Line, seen: PriceSeen) -> Finding | None:
    price = price_of(line)
    narrow = seen.low > 0 and seen.high <= seen.low * _SPREAD
    if (
        price is None
        or seen.count < (_ENOUGH_HERE if seen.source == _HERE else _ENOUGH)
        or not narrow
        or price <= seen.high * _BEYOND
    ):
        return None
    usual = _usual(price, seen)
    return None if usual is None else _finding(line, price, usual, seen)


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
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="单价像是添了一位数字",
        message=(
            f"{call_line(line)}单价{thousands(price)}元，去掉一位数字即{thousands(usual)}元，"
            f"与{seen.source}{seen.count}笔（{thousands(seen.low)}至{thousands(seen.high)}元）相符。"
        ),
        advice="请与原件核对单价和金额有无改动，必要时向开具医院核实；属不同规格或术式的说明理由后放行。",
        basis="同一项目的历史单价；基金监管公开案例：手术费452元改为5,452元",
        values={"price": str(price), "usual": str(usual)},
        place=place((line.values.get("unit_price"), line.values.get("amount"))),
    )
