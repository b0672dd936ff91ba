"""A page's fee table: its lines in reading order, the sums printed in it, and what was odd about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ocr.extraction.body import Body, Sum, find_body, is_money
from ocr.extraction.cells import (
    MONEY_KEYS,
    day_cell,
    join,
    money_cell,
    split_quantity,
    split_spec,
    text_cell,
)
from ocr.extraction.guessing import guess_header
from ocr.extraction.header import Header, find_headers
from ocr.extraction.lanes import Column, find_lanes, match_lanes, split_shared
from ocr.extraction.layout import text_lines
from ocr.extraction.order import reading_order
from ocr.extraction.records import Record, gather
from ocr.extraction.roles import complete_columns
from ocr.reading import Cell, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.layout import Piece, Sheet
    from ocr.pages import PageText

_MARGIN = 10
_WIDEST = 40
"""A table is at most this many text heights wide when distances are weighed; small print stands further apart."""
_TEXT_KEYS = ("code", "name", "spec", "unit", "insurance_class", "self_pay_ratio")


@dataclass(frozen=True, slots=True)
class Table:
    """What the fee tables of a page hold. ``found`` is False where no heading was read and columns were guessed."""

    lines: tuple[Line, ...] = ()
    sums: tuple[Sum, ...] = ()
    odd: tuple[str, ...] = ()
    found: bool = False


def read_table(sheet: Sheet, *, at: int = 0, year: str = "") -> Table:
    """Every line under every heading line of a page; ``year`` completes days printed without one."""
    printed = find_headers(sheet)
    guessed = None if printed else guess_header(sheet)
    headers = (guessed,) if guessed else printed
    ends = [*(h.top for h in headers[1:]), float("inf")]
    tables = [_read(sheet, header, end, at, year) for header, end in zip(headers, ends, strict=False)]
    return Table(
        lines=tuple(line for table in tables for line in table.lines),
        sums=tuple(s for table in tables for s in table.sums),
        odd=tuple(reason for table in tables for reason in table.odd),
        found=bool(printed),
    )


def _read(sheet: Sheet, header: Header, bottom: float, at: int, year: str) -> Table:
    body = find_body(sheet, header, bottom)
    columns = find_columns(sheet, header, body)
    records = gather(sheet, columns, body.pieces)
    lines = [
        _line(sheet.page, record, at, year) for record in reading_order(records.rows, header.groups, sheet.line_height)
    ]
    odd = tuple(f"“{p.text}”没有读到金额" for p in records.strays)
    return Table(tuple(line for line in lines if line), body.sums, odd, found=True)


def find_columns(sheet: Sheet, header: Header, body: Body) -> tuple[Column, ...]:
    """The columns of a body: lanes of white-separated text, matched to the headings."""
    if not body.pieces:
        return ()
    height = max(sheet.line_height, (header.headings[-1].right - header.headings[0].left) / _WIDEST)
    inside = _within(body.pieces, header, height)
    lanes = split_shared(find_lanes(inside, _posts(sheet, inside), _rows(inside)), header)
    return complete_columns(lanes, match_lanes(lanes, header, height, _rows(inside)), _rows(body.pieces))


def _rows(pieces: Sequence[Piece]) -> int:
    """How many lines hold money: about the number of rows."""
    return sum(any(is_money(p.text) for p in line) for line in text_lines(pieces))


def _within(pieces: Sequence[Piece], header: Header, height: float) -> tuple[Piece, ...]:
    """Pieces near the width of the heading line, so that marginal notes form no lane."""
    left, right = min(h.left for h in header.headings), max(h.right for h in header.headings)
    return tuple(p for p in pieces if p.right > left - _MARGIN * height and p.left < right + _MARGIN * height)


def _posts(sheet: Sheet, pieces: Sequence[Piece]) -> list[float]:
    """Vertical rules that run through most of the body."""
    if not pieces:
        return []
    top, bottom = min(p.y for p in pieces), max(p.y for p in pieces)
    reach = bottom - top
    return [x for x, a, b in sheet.posts if min(b, bottom) - max(a, top) >= 0.7 * reach > 0]


def _line(page: PageText, record: Record, at: int, year: str) -> Line | None:
    cells = dict(_cells(page, record, at, year))
    if not cells.get("amount") and not cells.get("unit_price"):
        return None
    missing = "没有读到项目名称" if "name" not in cells else None
    return Line(cells, at, missing)


def _cells(page: PageText, record: Record, at: int, year: str) -> Iterator[tuple[str, Cell]]:
    for key, pieces in record.cells.items():
        if key in MONEY_KEYS:
            yield from _money(page, key, pieces, at)
        elif key == "date":
            yield key, day_cell(page, pieces, year, at=at)
        elif key == "quantity_unit":
            yield from _quantity_unit(page, pieces, at)
        elif key == "name_spec" or (key == "name" and "spec" not in record.cells):
            yield from _name_spec(page, pieces, at)
        elif key in _TEXT_KEYS:
            yield key, text_cell(page, pieces, at=at)


def _money(page: PageText, key: str, pieces: Sequence[Piece], at: int) -> Iterator[tuple[str, Cell]]:
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


def _quantity_unit(page: PageText, pieces: Sequence[Piece], at: int) -> Iterator[tuple[str, Cell]]:
    quantity, unit = split_quantity(join(pieces))
    if unit:
        yield "unit", replace(text_cell(page, pieces, unit, at=at), text=unit)
    if quantity:
        yield "quantity", money_cell(page, pieces, quantity, at=at)
    else:
        yield "quantity", replace(text_cell(page, pieces, "", at=at), review="没有读到数量")


def _name_spec(page: PageText, pieces: Sequence[Piece], at: int) -> Iterator[tuple[str, Cell]]:
    name, spec = split_spec(join(pieces))
    yield "name", text_cell(page, pieces, name, at=at)
    if spec:
        yield "spec", replace(text_cell(page, pieces, spec, at=at), text=spec)
