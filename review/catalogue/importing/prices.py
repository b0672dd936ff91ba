"""One cell as a price limit, or what is wrong with it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.money import parse_money
from review.sheets.cells import text_of

if TYPE_CHECKING:
    from review.sheets.sheet import Cell

_PLACES = 4
_LARGEST = Decimal(10) ** 10
NO_LIMIT = frozenset({"", "-", "--", "/", "\\", "—", "——", "无", "无限价", "不限", "暂无"})
"""What stands in a price column where there is no limit."""


def amount_of(cell: Cell) -> tuple[Decimal | None, str]:
    """The yuan of a cell, None where no limit is printed, and what is wrong with it."""
    text, fault = text_of(cell)
    if fault:
        return None, fault
    if text in NO_LIMIT:
        return None, ""
    amount = parse_money(text) if isinstance(cell, str) else Decimal(text)
    if amount is None:
        return None, "价格不是一个数；请填写以元为单位的数字，没有限价的留空。"
    return amount, _unpriced(amount)


def _unpriced(amount: Decimal) -> str:
    if amount < 0:
        return "价格是负数；请改正。"
    if amount >= _LARGEST:
        return "价格大得不可能；请改正。"
    exponent = amount.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > _PLACES:
        return "价格的小数超过四位；请核对后改正。"
    return ""
