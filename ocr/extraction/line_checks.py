"""Quantity times price is the amount: the equation of every line."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction.amounts import FEN, plain_decimal, to_fen
from ocr.extraction.cells import figure
from ocr.extraction.decimal_checks import check_decimals
from ocr.extraction.draft import Draft, contradicted, inferred, proven
from ocr.extraction.serial_checks import check_serials
from ocr.extraction.sum_checks import details_after

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ocr.reading import Cell, Line

    _Equation = Callable[[Decimal, Decimal, Decimal], bool]

EQUATION = "单价×数量=金额"
_ROUNDED = "单价×数量≈金额（单价已舍入）"
FACTORS = ("quantity", "unit_price", "amount")
_SEVERAL, _NEARLY_ALL = 4, 0.9


def check_lines(draft: Draft) -> Draft:
    """Proves, completes or contradicts quantity, price and amount of each line; asks for lost figures and lines.

    Where any line has a quantity or a price, every line must, but for headings whose details follow.
    """
    amounts = [figure(line.cells.get("amount")) for line in draft.lines]
    counted, priced = (any(key in line.cells for line in draft.lines) for key in ("quantity", "unit_price"))
    lines = []
    for at, line in enumerate(draft.lines):
        item = not details_after(amounts, at)
        checked = check_line(line, priced=priced and item)
        lines.append(_doubting_quantity(checked) if counted and item else checked)
    return check_decimals(check_serials(replace(draft, lines=_asking_alone(lines))))


def _asking_alone(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines; where nearly all multiply to the fen, one that does so only within rounding asks."""
    figures = [[figure(line.cells.get(key)) or Decimal(0) for key in FACTORS] for line in lines]
    exact, near = [_multiplies(*three) for three in figures], [all(three) and _rounds(*three) for three in figures]
    if sum(exact) < max(_SEVERAL, _NEARLY_ALL * len(lines)):
        return tuple(lines)
    rounded = [at for at, line in enumerate(lines) if near[at] and not exact[at]]
    reason = "只有这一行单价×数量与金额差在舍入之内，请核对"
    return tuple(replace(x, review=x.review or reason) if at in rounded else x for at, x in enumerate(lines))


def _doubting_quantity(line: Line) -> Line:
    """The line asks where its quantity is lost, is nothing, goes against the amount, or is broken as a price is."""
    quantity, amount = figure(line.cells.get("quantity")), figure(line.cells.get("amount"))
    if "quantity" not in line.cells:
        return replace(line, review=line.review or "没有读到数量")
    if quantity is None or "unit_price" in line.cells:
        return line
    if amount and quantity * amount <= 0:
        return replace(line, review=line.review or f"数量读作{plain_decimal(quantity)}，与金额不符，请核对")
    if quantity == quantity.to_integral_value():
        return line
    return replace(line, review=line.review or f"数量读作{plain_decimal(quantity)}，旁边没有单价，可能是单价，请核对")


def check_line(line: Line, *, priced: bool = True) -> Line:
    """One line. Quantity and price together with an amount can be checked; a missing one is worked out.

    Where lines are not ``priced``, as on most receipts, there is nothing to check.
    """
    figures = {key: figure(line.cells.get(key)) for key in FACTORS}
    missing = [key for key, value in figures.items() if value is None]
    if not priced and "unit_price" not in line.cells:
        return line
    if len(missing) == 1:
        return _completed(line, missing[0], figures)
    if missing:
        return replace(line, review=line.review or "数量、单价、金额没有读全")
    quantity, price, amount = (figures[key] or Decimal(0) for key in FACTORS)
    for fits, equation in ((_multiplies, EQUATION), (_rounds, _ROUNDED)):
        if fits(quantity, price, amount):
            told = _told(fits, quantity, price, amount)
            return _with(line, {key: proven(line.cells[key], equation) for key in told})
    reason = f"单价×数量={plain_decimal(to_fen(quantity * price))}，金额读作{plain_decimal(amount)}"
    cells = {key: contradicted(line.cells[key], reason) for key in FACTORS}
    return replace(_with(line, cells), review=line.review or reason)


def holds(figures: Mapping[str, Decimal | None]) -> bool:
    """Whether quantity times price is the amount, at least within the rounding of the price; all three are there."""
    quantity, price, amount = (figures[key] or Decimal(0) for key in FACTORS)
    return _multiplies(quantity, price, amount) or _rounds(quantity, price, amount)


def _multiplies(quantity: Decimal, price: Decimal, amount: Decimal) -> bool:
    return to_fen(quantity * price) == amount


def _rounds(quantity: Decimal, price: Decimal, amount: Decimal) -> bool:
    """Whether an amount follows from a price of which the print shows only the first digits."""
    return bool(price) and abs(quantity * price - amount) < abs(quantity) * min(FEN, _step(price)) / 2 + FEN / 2


def _step(value: Decimal) -> Decimal:
    """The worth of a figure's last digit that is not a trailing zero behind the point; at most one."""
    places = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(0, places if isinstance(places, int) else 0))


def _told(fits: _Equation, quantity: Decimal, price: Decimal, amount: Decimal) -> tuple[str, ...]:
    """What an equation proves: each factor that one more or less in its last digit would break, and an exact amount."""
    by_one, by_digit = _step(quantity), min(FEN, _step(price))
    others = {
        "quantity": any(fits(quantity + step, price, amount) for step in (-by_one, by_one)),
        "unit_price": any(fits(quantity, price + step, amount) for step in (-by_digit, by_digit)),
        "amount": fits is _rounds,
    }
    return tuple(key for key in FACTORS if not others[key])


def _with(line: Line, cells: Mapping[str, Cell]) -> Line:
    return replace(line, cells={**line.cells, **cells})


def _completed(line: Line, key: str, figures: Mapping[str, Decimal | None]) -> Line:
    """The line with its third figure worked out from the other two; all three ask, for none bears out another."""
    value = _third(key, figures)
    if value is None:
        return replace(line, review=line.review or "数量、单价、金额没有读全")
    neighbour = next(line.cells[k] for k in FACTORS if figures[k] is not None)
    cell = line.cells.get(key) or replace(neighbour, text="", confidence=0.0, proof=None)
    reason = f"没有读清，按{EQUATION}推算为{value}，请核对"
    told = _with(line, {key: inferred(cell, value, reason)})
    return replace(told, review=line.review or "数量、单价、金额有一项没有读清，请核对这一行")


def _third(key: str, figures: Mapping[str, Decimal | None]) -> str | None:
    quantity, price, amount = (figures[k] or Decimal(0) for k in FACTORS)
    if key == "amount":
        return plain_decimal(to_fen(quantity * price))
    divisor = price if key == "quantity" else quantity
    if not divisor:
        return None
    value = amount / divisor
    exact = value.quantize(Decimal(1)) if key == "quantity" else to_fen(value)
    return plain_decimal(exact) if exact and exact * divisor == amount else None
