"""单价 times 数量 must be 金额, within what rounding of the printed unit price allows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding
from review.checks.paperwork import CENT, call_line, charge_papers, decimal, kept, open_or_decided, place
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line

_HALF_CENT = Decimal("0.005")
_KEYS = ("unit_price", "quantity", "amount")


def line_product(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Lines whose unit price times quantity is not the amount."""
    for document in charge_papers(claim):
        for line in kept(document):
            yield from _checked(line)


def tolerance(price: Decimal, quantity: Decimal) -> Decimal:
    """How far the product may lie from the amount: a fen, more where a unit price rounded to fen is multiplied."""
    printed_to_the_fen = price == price.quantize(CENT)
    return max(CENT, _HALF_CENT * abs(quantity)) if printed_to_the_fen else CENT


def _checked(line: Line) -> Iterator[Finding]:
    price, quantity, amount = (decimal(line.text(key)) for key in _KEYS)
    if price is None or quantity is None or amount is None:
        return
    product = price * quantity
    gap = abs(product - amount)
    if gap <= tolerance(price, quantity):
        return
    cells = [line.values[key] for key in _KEYS]
    yield Finding(
        code="line-product",
        severity=open_or_decided(cells),
        subject=f"line:{line.id}",
        title="单价×数量≠金额",
        message=(
            f"{call_line(line)}：单价{price}×数量{quantity}={thousands(product)}元，"
            f"金额栏为{thousands(amount)}元，相差{thousands(gap)}元。"
        ),
        advice="请对照原件逐项核对；识别有误的请更正，原件如此的请说明理由后按金额计，或剔除该行。",
        basis="单价×数量=金额",
        values={key: line.text(key) for key in _KEYS},
        place=place((line.values["amount"], *cells)),
    )
