"""Figures with more decimals than the rest of their column: digits of a neighbouring cell may have run into them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ocr.extraction.draft import asking

if TYPE_CHECKING:
    from ocr.extraction.draft import Draft, Spot
    from ocr.reading import Cell

_COLUMNS = {"unit_price": "单价", "amount": "金额"}
_FEWEST = 4
_NEARLY_ALL = 0.75


def check_decimals(draft: Draft) -> Draft:
    """Prices and amounts that nothing proves ask where they have more decimals than nearly all of their column."""
    changed: dict[Spot, Cell] = {}
    for key, name in _COLUMNS.items():
        cells = {at: line.cells[key] for at, line in enumerate(draft.lines) if key in line.cells}
        usual = _usual([_decimals(cell) for cell in cells.values()])
        for at, cell in cells.items():
            if usual is not None and _decimals(cell) > usual:
                changed[at, key] = asking(cell, f"小数位数比同列{name}多，可能混入了旁边的数字，请核对")
    return draft.with_spots(changed)


def _usual(counts: list[int]) -> int | None:
    """How many decimals nearly all figures of a column have; None where there is no such number."""
    if len(counts) < _FEWEST:
        return None
    count, times = Counter(counts).most_common(1)[0]
    return count if times >= _NEARLY_ALL * len(counts) else None


def _decimals(cell: Cell) -> int:
    return len(str(cell.value).partition(".")[2])
