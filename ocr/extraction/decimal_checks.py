"""Figures with more decimals than the rest of their column: digits of a neighbouring cell may have run into them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.draft import asking
from ocr.extraction.points import usual_decimals

if TYPE_CHECKING:
    from ocr.extraction.draft import Draft, Spot
    from ocr.reading import Cell

_COLUMNS = {"unit_price": "单价", "amount": "金额"}
_TELLING = {"unit_price": "单价", "quantity": "数量"}
_FEWEST = 4
_FIGURE = re.compile(r"[-¥]*[\d,]+\.(?P<decimals>\d+)元?")


def check_decimals(draft: Draft) -> Draft:
    """Figures that nothing proves ask where they have more decimals than the others of their column, or more that tell.

    A last decimal that is no zero among such as are may be a misread one: within the rounding of an amount no equation
    sees it.
    """
    changed: dict[Spot, Cell] = {}
    for key, name in _COLUMNS.items():
        cells = {at: line.cells[key] for at, line in enumerate(draft.lines) if key in line.cells}
        usual = usual_decimals(list(cells.values()))
        for at, cell in cells.items():
            if usual is not None and _decimals(cell) > usual:
                changed[at, key] = asking(cell, f"小数位数比同列{name}多，可能混入了旁边的数字，请核对")
    changed = {**_outstanding(draft), **changed}
    return draft.with_spots(changed | _cut(draft))


def _outstanding(draft: Draft) -> dict[Spot, Cell]:
    """The one figure of a column with more telling decimals than any other of it."""
    found: dict[Spot, Cell] = {}
    for key, name in _TELLING.items():
        cells = {at: line.cells[key] for at, line in enumerate(draft.lines) if key in line.cells}
        most = sorted((len(_printed(cell.text).rstrip("0")), at) for at, cell in cells.items())
        if (
            len(most) > _FEWEST
            and most[-1][0] > most[-2][0]
            and _decimals(cells[most[-1][1]]) == _decimals(cells[most[-2][1]])
        ):
            cell = cells[most[-1][1]]
            found[most[-1][1], key] = asking(cell, f"只有这一项{name}的末位小数不是零，请核对")
    return found


def _cut(draft: Draft) -> dict[Spot, Cell]:
    """Prices that were cut to the decimals of their column ask, though an equation holds: it may hold for both."""
    prices = ((at, line.cells["unit_price"]) for at, line in enumerate(draft.lines) if "unit_price" in line.cells)
    return {
        (at, "unit_price"): replace(
            cell, review=f"读作“{cell.text}”，小数比同列的多，取为{cell.value}，请核对", proof=None
        )
        for at, cell in prices
        if not cell.contradicted and _decimals(cell) < len(_printed(cell.text))
    }


def _printed(text: str) -> str:
    """The decimals that were read, where a text is one figure with decimals."""
    match = _FIGURE.fullmatch(text.replace(" ", ""))
    return match["decimals"] if match else ""


def _decimals(cell: Cell) -> int:
    return len(str(cell.value).partition(".")[2])
