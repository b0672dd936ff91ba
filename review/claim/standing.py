"""How far figures of a row can be trusted after a person changed one of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from review.claim.paper import Line, Standing
from review.money import CENT, fen, parse_money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.claim.paper import Value

PRODUCT = ("quantity", "unit_price", "amount")
PROOF = "单价×数量=金额"

_HALF_CENT = Decimal("0.005")


def tolerance(price: Decimal, quantity: Decimal) -> Decimal:
    """How far the product may lie from the amount, yuan: a fen; more where a price rounded to fen is multiplied."""
    printed_to_the_fen = price == fen(price)
    return max(CENT, _HALF_CENT * abs(quantity)) if printed_to_the_fen else CENT


def weighed(line: Line) -> Line:
    """The row with the standing its product gives: all three proven where it holds, contradicted where it breaks.

    Where it holds but for rounding, nothing is proven and nothing contradicted. What a person confirmed against the
    paper stays confirmed; a row without all three figures is left as it is.
    """
    quantity, price, amount = (parse_money(line.text(key)) for key in PRODUCT)
    if quantity is None or price is None or amount is None:
        return line
    product = fen(quantity * price)
    if product == amount:
        return _with(line, dict.fromkeys(PRODUCT, (Standing.PROVEN, PROOF)))
    if abs(quantity * price - amount) <= tolerance(price, quantity):
        broken = (key for key in PRODUCT if line.values[key].standing is Standing.CONTRADICTED)
        return _with(line, dict.fromkeys(broken, (Standing.READ, "")))
    reason = f"单价×数量={product},与金额 {amount} 不符"
    return _with(line, dict.fromkeys(PRODUCT, (Standing.CONTRADICTED, reason)))


def _with(line: Line, standings: Mapping[str, tuple[Standing, str]]) -> Line:
    weighed_values = {key: _stood(line.values[key], *standings[key]) for key in standings}
    return replace(line, values={**line.values, **weighed_values})


def _stood(value: Value, standing: Standing, reason: str) -> Value:
    return value if value.standing is Standing.CONFIRMED else replace(value, standing=standing, reason=reason)
