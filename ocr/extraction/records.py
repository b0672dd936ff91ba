"""Records: the pieces of a table body gathered into rows, one for each figure in the amount column.

A row's cells may be wrapped and stand above and below its middle line, so rows are not text lines: every piece goes to
the row whose amount is nearest, unless a printed rule lies between them or it plainly continues the row above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ocr.extraction.body import is_money
from ocr.extraction.cutting import cut_at_columns
from ocr.extraction.dates import find_days
from ocr.extraction.group_sums import GROUP_HEADING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.extraction.layout import Piece, Sheet
    from ocr.extraction.matching import Column

_INSET = 0.15
_ON_LINE = 0.42
_LONG_NAME = 0.65
_NEAR_ROW = 0.6
_NEXT_LINE = 1.35
_NAMES = frozenset({"name", "name_spec"})
_WRAPPED = frozenset({"code", "date"})
"""What stands alone in these columns can only go on from the row above or below."""
_NUMERIC = re.compile(r"[-(]?[¥]?[\dOolIB][\d,.:·OolISB ]*\)?")
_ROW_KEYS = frozenset({"date", "code", "unit", "quantity", "quantity_unit", "unit_price", "index"})


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its group of columns, the height of its line, and the pieces of each column."""

    group: int
    y: float
    cells: Mapping[str, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Records:
    """All rows of a body, and names that stood alone, without any figure."""

    rows: tuple[Record, ...]
    strays: tuple[Piece, ...] = ()


@dataclass(slots=True)
class _Row:
    y: float
    cells: dict[str, list[Piece]] = field(default_factory=dict)

    def on_line(self, key: str) -> bool:
        return any(abs(p.y - self.y) < _ON_LINE * p.height for p in self.cells.get(key, ()))


def gather(sheet: Sheet, columns: Sequence[Column], pieces: Sequence[Piece]) -> Records:
    """Rows of every group of columns, from top to bottom, group after group."""
    rows: list[Record] = []
    strays: list[Piece] = []
    parts = [part for piece in pieces for part in cut_at_columns(piece, columns)]
    placed = [(piece, column) for piece in parts if (column := column_of(piece, columns))]
    placed += [(piece, column) for piece in parts if (column := _open_amount(piece, columns, placed))]
    for group in sorted({c.group for c in columns}):
        found = _gather_group(sheet, [(p, c) for p, c in placed if c.group == group])
        rows.extend(Record(group, r.y, {k: tuple(v) for k, v in r.cells.items()}) for r in found[0])
        strays.extend(found[1])
    return Records(tuple(rows), tuple(strays))


def column_of(piece: Piece, columns: Sequence[Column]) -> Column | None:
    """The column a piece stands in: the one it overlaps most; None where it stands in none."""

    def overlap(column: Column) -> float:
        return min(piece.right, column.right) - max(piece.left, column.left)

    best = max(columns, key=overlap, default=None)
    return best if best and overlap(best) > -0.6 * piece.height else None


def _open_amount(piece: Piece, columns: Sequence[Column], placed: Sequence[tuple[Piece, Column]]) -> Column | None:
    """The nearest column of amounts for a sum that stands between columns, where its line has none there yet."""
    inside = columns and columns[0].left < piece.x < columns[-1].right
    if not inside or not is_money(piece.text) or column_of(piece, columns):
        return None
    amounts = (c for c in columns if c.key == "amount")
    nearest = min(amounts, key=lambda c: max(c.left - piece.right, piece.left - c.right), default=None)
    taken = any(c is nearest and abs(p.y - piece.y) < _ON_LINE * piece.height for p, c in placed)
    return None if taken else nearest


def _gather_group(sheet: Sheet, placed: Sequence[tuple[Piece, Column]]) -> tuple[list[_Row], list[Piece]]:
    rows = _anchors(placed)
    if not rows:
        return [], []
    pitch = _pitch(rows, placed)
    rows = sorted([*rows, *_without_amount(rows, placed, pitch)], key=lambda row: row.y)
    strays: list[Piece] = []
    for piece, column in sorted(placed, key=lambda pc: (_off(pc[0], rows) > _ON_LINE * pc[0].height, pc[0].y)):
        row = _owner(sheet, rows, piece, column)
        if _belongs(row, piece, column, pitch):
            row.cells.setdefault(column.key, []).append(piece)
        elif column.key in _NAMES and not _is_heading(piece):
            strays.append(piece)
    return rows, strays


def _anchors(placed: Sequence[tuple[Piece, Column]]) -> list[_Row]:
    """One row for each figure of the amount column, or of the price column where a table has no amounts."""
    for key in ("amount", "unit_price"):
        found = [p for p, c in placed if c.key == key and _NUMERIC.fullmatch(p.text)]
        if found:
            return _rows_at(found)
    return []


def _rows_at(pieces: Sequence[Piece]) -> list[_Row]:
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda p: p.y):
        if not rows or piece.y - rows[-1].y > 0.5 * piece.height:
            rows.append(_Row(piece.y))
    return rows


def _without_amount(rows: Sequence[_Row], placed: Sequence[tuple[Piece, Column]], pitch: float) -> list[_Row]:
    """Rows of which everything but the amount was read."""
    found = [
        p
        for p, c in placed
        if c.key in _ROW_KEYS and any(ch.isdigit() for ch in p.text) and _off(p, rows) > _NEAR_ROW * pitch
    ]
    lines = _rows_at(found)
    return [row for row in lines if sum(abs(p.y - row.y) < 0.3 * p.height for p in found) > 1]


def _pitch(rows: Sequence[_Row], placed: Sequence[tuple[Piece, Column]]) -> float:
    height = median([p.height for p, _ in placed])
    steps = [b.y - a.y for a, b in pairwise(rows)]
    return max(height, median(steps)) if steps else 1.6 * height


def _off(piece: Piece, rows: Sequence[_Row]) -> float:
    return min(abs(row.y - piece.y) for row in rows)


def _owner(sheet: Sheet, rows: Sequence[_Row], piece: Piece, column: Column) -> _Row:
    above = max((r for r in rows if r.y <= piece.y), key=lambda r: r.y, default=None)
    below = min((r for r in rows if r.y > piece.y), key=lambda r: r.y, default=None)
    if above is None or below is None:
        return above or below or rows[0]
    if _ruled(sheet, above.y, piece) != _ruled(sheet, below.y, piece):
        return below if _ruled(sheet, above.y, piece) else above
    up, down = piece.y - above.y, below.y - piece.y
    if abs(up - down) > 0.3 * min(up, down) or not above.on_line(column.key):
        return above if up <= down else below
    return above


def _ruled(sheet: Sheet, y: float, piece: Piece) -> bool:
    """Whether a printed level rule lies between a piece and a height."""
    top, bottom = sorted((y, piece.y))
    inset = _INSET * piece.height
    return any(top + inset < level < bottom - inset and a < piece.x < b for level, a, b in sheet.levels)


def _belongs(row: _Row, piece: Piece, column: Column, pitch: float) -> bool:
    """Whether a piece is part of the row it is nearest to, rather than a heading or a name left alone.

    A piece off the row's line belongs where its column has nothing on the line (a cell wrapped around it), where it
    follows as closely as lines of one cell do, or where it continues a name that filled its column.
    """
    off = abs(piece.y - row.y)
    if off < _ON_LINE * piece.height:
        return True
    if _is_heading(piece) or (column.key == "date" and _heads_day(row, piece)):
        return False
    if not row.on_line(column.key) or column.key in _WRAPPED:
        return off < max(_NEAR_ROW * pitch, _NEXT_LINE * piece.height)
    return off < _NEXT_LINE * piece.height or _continues(row, piece, column)


def _heads_day(row: _Row, piece: Piece) -> bool:
    """Whether a piece off the line is a whole day while the row has its own: it heads the lines of a day."""
    return bool(find_days(piece.text)) and any(find_days(p.text) for p in row.cells.get("date", ()))


def _continues(row: _Row, piece: Piece, column: Column) -> bool:
    """Whether a piece below a row goes on from a cell that filled most of its column."""
    reach = max((p.right for p in row.cells.get(column.key, ())), default=0.0)
    full = reach - column.left > _LONG_NAME * (column.right - column.left)
    return column.key in {*_NAMES, "spec"} and piece.y > row.y and full


def _is_heading(piece: Piece) -> bool:
    return bool(GROUP_HEADING.fullmatch(piece.text))
