"""Figures whose decimal point was not read: put back where the other figures beside them say how many decimals follow.

What is put back asks, until an equation proves it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction.amounts import to_fen
from ocr.extraction.cells import figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.reading import Cell, Line

FACTORS = ("quantity", "unit_price", "amount")
_FEWEST, _NEARLY_ALL = 4, 0.75
_CENTS, _LONG = 2, 5
_BARE = re.compile(r"-?[\d,]+")
_SAID = "小数点没有读出，按旁边的金额补上，请核对"


def usual_decimals(cells: Sequence[Cell]) -> int | None:
    """How many decimals nearly all figures of a column have; None where there is no such number."""
    counts = [len(str(cell.value).partition(".")[2]) for cell in cells]
    if len(counts) < _FEWEST:
        return None
    count, times = Counter(counts).most_common(1)[0]
    return count if times >= _NEARLY_ALL * len(counts) else None


def with_points(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with points put back in figures that have none in a column of figures with decimals.

    A line whose equation holds as it was read, with all decimals that its column prints, keeps its figures.
    """
    usual = {key: usual_decimals([x.cells[key] for x in lines if key in x.cells]) for key in FACTORS}
    places = {key: count for key, count in usual.items() if count}
    return tuple(_pointed(line, places) for line in lines) if places else tuple(lines)


def _pointed(line: Line, places: Mapping[str, int]) -> Line:
    found = {key: cell for key, n in places.items() if key in line.cells and (cell := with_point(line.cells[key], n))}
    meant = {**line.cells, **found}
    if not found or (_holds(line.cells) and not _holds(meant)):
        return line
    return replace(line, cells=meant)


def _holds(cells: Mapping[str, Cell]) -> bool:
    quantity, price, amount = (figure(cells.get(key)) for key in FACTORS)
    return None not in (quantity, price, amount) and to_fen((quantity or Decimal(0)) * (price or Decimal(0))) == amount


def with_point(cell: Cell, decimals: int) -> Cell | None:
    """A cell read without any point as a figure with so many decimals, which asks; None where it is no such figure."""
    digits = cell.text.replace(",", "").replace(" ", "")
    if "." in str(cell.value) or not _BARE.fullmatch(cell.text.replace(" ", "")) or len(digits.strip("-")) <= decimals:
        return None
    value = f"{digits[:-decimals]}.{digits[-decimals:]}"
    return replace(cell, value=value, review=f"读作“{cell.text}”，{_SAID}")


def in_fen(cell: Cell) -> Cell | None:
    """A long sum read without any point, among sums that are printed to the fen; None where it is none."""
    return with_point(cell, _CENTS) if len(cell.text) >= _LONG else None


def same_digits(read: str, value: Decimal) -> bool:
    """Whether a figure that was read without a point has just the digits of a sum in yuan and fen."""
    digits = read.replace(",", "").replace(" ", "")
    return (
        bool(_BARE.fullmatch(digits)) and len(digits) >= _LONG and digits == format(to_fen(value), "f").replace(".", "")
    )
