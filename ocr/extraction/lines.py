"""Rows of a table to lines: each column's pieces become the cells of the contract."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.amounts import FEN, to_fen
from ocr.extraction.body import is_money
from ocr.extraction.categories import without_category
from ocr.extraction.cells import (
    CUT_OFF,
    MONEY_KEYS,
    day_cell,
    figure,
    join,
    money_cell,
    split_blank,
    split_quantity,
    split_slash,
    split_spec,
    text_cell,
    union,
)
from ocr.extraction.misprints import as_printed, name_as_printed, spec_as_printed
from ocr.extraction.points import with_points
from ocr.reading import Cell, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.layout import Piece
    from ocr.extraction.records import Record
    from ocr.pages import Box, PageText

_GRADE = re.compile(r"[|lI1] ?(?=级护理)")
Split = Callable[[str], tuple[str, str]]
_NEARLY_ALL, _COLUMN = 0.75, 4
_FACTORS = ("quantity", "unit_price", "amount")
_SAID = {"quantity": "数量", "unit_price": "单价", "amount": "金额"}
_SPLITS: dict[str, tuple[Split, ...]] = {
    "name": (split_slash, split_spec),
    "name_spec": (split_slash, split_spec, split_blank),
}
CATEGORY = "~category"
"""The cell of a line that names its fee category, where a table has a column for it; not handed on."""

_UNSAID = frozenset({"index", "category"})
"""Columns that serve checks and are not handed on."""

_TEXT_KEYS = ("code", "spec", "unit", "insurance_class", "self_pay_ratio", "tax_rate")


def lines_of(page: PageText, rows: Sequence[Record], at: int, year: str) -> tuple[Line, ...]:
    """The lines of the rows of a table, in their order; rows without amount and price are left out.

    ``year`` completes days printed without one. Where nearly every row has a quantity, a price or an amount, a row
    without gets an empty cell in its place that asks.
    """
    read = [(row, dict(_cells(page, row, at, year))) for row in rows]
    kept = [(row, cells) for row, cells in read if cells.get("amount") or cells.get("unit_price")]
    for key in _FACTORS:
        _fill(page, kept, key, at)
    for key in ("unit_price", "amount") if page.origin == "scan" else ():
        _trim(kept, key)
    _without_categories(kept)
    lines = [Line(cells, at, None if "name" in cells else "没有读到项目名称") for _, cells in kept]
    return as_printed(with_points(lines))


def _fill(page: PageText, lines: Sequence[tuple[Record, dict[str, Cell]]], key: str, at: int) -> None:
    having = [row for row, _ in lines if _pieces(row, key)]
    if len(having) <= _NEARLY_ALL * len(lines):
        return
    for row, cells in lines:
        if key not in cells:
            nearest = min(having, key=lambda other: (other.group != row.group, abs(other.y - row.y)))
            box = page.filed_box(_crossing(row, _pieces(nearest, key)))
            cells[key] = Cell("", "", 0.0, at, box, f"没有读到{_SAID[key]}")


def _trim(lines: Sequence[tuple[Record, dict[str, Cell]]], key: str) -> None:
    """Figures with more decimals than their whole column has took them from the next cell: cut, and made to ask."""
    printed = [str(cells[key].value).partition(".")[2] for _, cells in lines if key in cells]
    counts = [len(decimals) for decimals in printed]
    usual = max(set(counts), key=counts.count, default=0)
    if not usual or counts.count(usual) <= _NEARLY_ALL * len(counts) or len(counts) < _COLUMN:
        return
    telling = max(len(decimals.rstrip("0")) for decimals in printed if len(decimals) == usual)
    for _, cells in lines:
        cell = cells.get(key)
        whole, _, decimals = str(cell.value).partition(".") if cell else ("", "", "")
        if cell and len(decimals) > usual:
            reason = f"读作“{cell.text}”，小数比同列的多"
            cells[key] = replace(cell, value=f"{whole}.{decimals[:telling]:0<{usual}}", review=reason)


def _without_categories(lines: Sequence[tuple[Record, dict[str, Cell]]]) -> None:
    """Names lose the category that ran into them, where most rows have a column of categories and theirs is empty."""
    if 2 * sum(CATEGORY in cells for _, cells in lines) <= len(lines):
        return
    for _, cells in lines:
        name = cells.get("name")
        if name and CATEGORY not in cells:
            cells["name"] = replace(name, value=without_category(str(name.value)))


def _pieces(row: Record, key: str) -> tuple[Piece, ...]:
    both = row.cells.get("quantity_unit", ()) if key == "quantity" else ()
    return tuple(row.cells.get(key, ())) or tuple(both)


def _crossing(row: Record, column: Sequence[Piece]) -> Box:
    """The upright box where a row meets a column, told by what stands in both."""
    (x, _, w, _), own = union([p.box for p in column]), [p for pieces in row.cells.values() for p in pieces]
    nearest = min(own, key=lambda p: (abs(p.y - row.y), abs(p.box[0] - x)))
    return x, nearest.box[1], w, nearest.box[3]


def multiplies(line: Line) -> bool:
    """Whether quantity times price makes the amount of a line, to the fen."""
    quantity, price, amount = (figure(line.cells.get(key)) for key in _FACTORS)
    return bool(quantity and price and amount) and to_fen((quantity or FEN) * (price or FEN)) == amount


def _cells(page: PageText, record: Record, at: int, year: str) -> Iterator[tuple[str, Cell]]:
    for key, pieces in record.cells.items():
        if key in MONEY_KEYS:
            yield from _money(page, key, pieces, at)
        elif key == "date":
            yield key, day_cell(page, pieces, year, at=at)
        elif key == "quantity_unit":
            yield from _quantity_unit(page, pieces, at)
        elif key in _SPLITS:
            apart = key == "name" and "spec" in record.cells
            yield from _name_spec(page, pieces, at, () if apart else _SPLITS[key])
        elif key in _TEXT_KEYS:
            yield key, text_cell(page, pieces, spec_as_printed(join(pieces)) if key == "spec" else None, at=at)
        elif key in _UNSAID:
            yield f"~{key}", text_cell(page, pieces, at=at)


def _money(page: PageText, key: str, pieces: Sequence[Piece], at: int) -> Iterator[tuple[str, Cell]]:
    whole = _rejoined(pieces)
    if whole:
        reason = f"分两处读作“{join(pieces)}”，合为{whole}"
        yield key, replace(money_cell(page, pieces, whole, at=at), review=reason)
        return
    clear = [p for p in pieces if is_money(p.text)]
    if len(pieces) > 1 and len(clear) == 1:
        reason = f"格内读作“{join(pieces)}”，取{clear[0].text}"
        yield key, replace(money_cell(page, clear, at=at), review=reason)
        return
    text = join(pieces)
    quantity, unit = split_quantity(text) if key == "quantity" else ("", "")
    if quantity and unit and not unit[0].isascii():
        yield "quantity", money_cell(page, pieces, quantity, at=at)
        yield "unit", replace(text_cell(page, pieces, unit, at=at), text=unit)
    else:
        yield key, money_cell(page, pieces, at=at)


def _rejoined(pieces: Sequence[Piece]) -> str:
    """A figure whose last decimals a printed rule set apart, put together again; empty where it is not that."""
    head, *rest = sorted(pieces, key=lambda p: p.left)
    near = len(rest) == 1 and rest[0].left - head.right < head.height and abs(rest[0].y - head.y) < 0.5 * head.height
    match = CUT_OFF.fullmatch(f"{head.text} {rest[0].text}") if near else None
    return match["head"] + match["tail"] if match else ""


def _quantity_unit(page: PageText, pieces: Sequence[Piece], at: int) -> Iterator[tuple[str, Cell]]:
    quantity, unit = split_quantity(join(pieces))
    if unit:
        yield "unit", replace(text_cell(page, pieces, unit, at=at), text=unit)
    if quantity:
        yield "quantity", money_cell(page, pieces, quantity, at=at)
    else:
        yield "quantity", replace(text_cell(page, pieces, "", at=at), review="没有读到数量")


def _name_spec(page: PageText, pieces: Sequence[Piece], at: int, splits: Sequence[Split]) -> Iterator[tuple[str, Cell]]:
    """Name and specification, by the first way of parting them that finds both."""
    text = name_as_printed(join(pieces))
    name, spec = next((parts for split in splits if (parts := split(text))[1]), (text, ""))
    yield "name", _name(page, pieces, name, at)
    if spec:
        yield "spec", replace(text_cell(page, pieces, spec_as_printed(spec), at=at), text=spec)


def _name(page: PageText, pieces: Sequence[Piece], name: str, at: int) -> Cell:
    """A name; thin first characters that recognition loses are put back where only one can have stood, else it asks."""
    if name.startswith("次性"):
        return text_cell(page, pieces, f"一{name}", at=at)
    if _GRADE.match(name):
        return text_cell(page, pieces, f"Ⅰ{_GRADE.sub('', name)}", at=at)
    cell = text_cell(page, pieces, name, at=at)
    return replace(cell, review="名称开头可能缺字，请核对") if name.startswith(("级护理", "度烧伤")) else cell
