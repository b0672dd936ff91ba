"""How far figures of a row can be trusted after a person changed one of them."""

from __future__ import annotations

from dataclasses import replace

from review.claim.paper import Line, Standing
from review.money import fen, parse_money

PRODUCT = ("quantity", "unit_price", "amount")
PROOF = "单价×数量=金额"


def weighed(line: Line) -> Line:
    """The row with the standing its product gives: all three proven where it holds, contradicted where it breaks.

    What a person confirmed against the paper stays confirmed; a row without all three figures is left as it is.
    """
    quantity, price, amount = (parse_money(line.text(key)) for key in PRODUCT)
    if quantity is None or price is None or amount is None:
        return line
    product = fen(quantity * price)
    if product == amount:
        return _with_standing(line, Standing.PROVEN, PROOF)
    return _with_standing(line, Standing.CONTRADICTED, f"单价×数量={product},与金额 {amount} 不符")


def _with_standing(line: Line, standing: Standing, reason: str) -> Line:
    values = dict(line.values)
    for key in PRODUCT:
        if values[key].standing is not Standing.CONFIRMED:
            values[key] = replace(values[key], standing=standing, reason=reason)
    return replace(line, values=values)
