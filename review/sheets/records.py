"""What the records of an .xls workbook say beside its values: extent, formulas, errors, hidden rows and columns."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.sheets.compound import locked
from review.sheets.container import unsafe
from review.sheets.sheet import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BOF, _EOF = 0x0809, 0x000A
_SHEET, _LOCKED, _EXTENT = 0x0085, 0x002F, 0x0200
_ROW, _COLUMNS, _FORMULA, _LOGICAL, _TEXT = 0x0208, 0x007D, 0x0006, 0x0205, 0x0207
_CELLS = frozenset({0x00FD, 0x0204, 0x0203, 0x027E, 0x00BD, 0x00D6, _FORMULA, _LOGICAL})
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_ERROR, _EMPTY = 2, 3


@dataclass(slots=True)
class _Seen:
    """What was seen of one sheet."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncached: set[tuple[int, int]] = field(default_factory=set)
    broken: set[tuple[int, int]] = field(default_factory=set)
    formulas: dict[int, tuple[int, int]] = field(default_factory=dict)

    def marks(self) -> Marks:
        return Marks(
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            uncached=frozenset(self.uncached),
            broken=frozenset(self.broken),
            formulas=self.formulas,
        )


def marked(book: bytes) -> tuple[Marks, ...]:
    """What the records of each sheet of a workbook's stream say, in its order.

    Raises:
        InputError: the stream is damaged or locked, or a cell stands where no sheet of this form has one.
    """
    try:
        starts = [struct.unpack_from("<I", said)[0] for kind, said in _records(book, 0) if kind == _SHEET]
        return tuple(_sheet(book, start) for start in starts)
    except struct.error as error:
        raise unsafe("文件已损坏或不完整") from error


def _records(book: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Kind and content of the records from a place on to the end of what begins there, parts within it left out."""
    depth = 0
    while start + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, start)
        said = book[start + 4 : start + 4 + length]
        start += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if kind == _LOCKED:
            raise locked()
        if depth <= 0:
            return
        if depth == 1:
            yield kind, said


def _sheet(book: bytes, start: int) -> Marks:
    seen = _Seen()
    for kind, said in _records(book, start):
        if kind in _CELLS:
            _bounded(*struct.unpack_from("<HH", said))
        look = _LOOKS.get(kind)
        if look:
            look(seen, said)
    return seen.marks()


def _bounded(row: int, column: int) -> None:
    if row >= _MOST_ROWS or column >= _MOST_COLUMNS:
        raise unsafe("表单的行列数大得不正常")


def _extent(_: _Seen, said: bytes) -> None:
    form = "<IIHH" if len(said) >= struct.calcsize("<IIHH") else "<HHHH"
    first, last, left, right = struct.unpack_from(form, said)
    if first > last or left > right or last > _MOST_ROWS or right > _MOST_COLUMNS:
        raise unsafe("表单的行列数不正常")


def _row(seen: _Seen, said: bytes) -> None:
    row, flags = struct.unpack_from("<H10xH", said)
    if flags & _HIDDEN_ROW:
        seen.hidden_rows.add(row + 1)


def _columns(seen: _Seen, said: bytes) -> None:
    first, last, flags = struct.unpack_from("<HH4xH", said)
    if flags & _HIDDEN_COLUMN:
        seen.hidden_columns.update(range(first, min(last, _MOST_COLUMNS) + 1))


def _formula(seen: _Seen, said: bytes) -> None:
    row, column, kind, special = struct.unpack_from("<HH2xB5xH", said)
    at = row + 1, column
    if special == 0xFFFF and kind == _ERROR:  # noqa: PLR2004 - the mark by which a result is no number
        seen.broken.add(at)
    elif special == 0xFFFF and kind == _EMPTY:  # noqa: PLR2004 - the same
        seen.uncached.add(at)
    else:
        count, first = seen.formulas.get(column, (0, at[0]))
        seen.formulas[column] = count + 1, first


def _logical(seen: _Seen, said: bytes) -> None:
    row, column, is_error = struct.unpack_from("<HH3xB", said)
    if is_error:
        seen.broken.add((row + 1, column))


_LOOKS: dict[int, Callable[[_Seen, bytes], None]] = {
    _EXTENT: _extent,
    _ROW: _row,
    _COLUMNS: _columns,
    _FORMULA: _formula,
    _LOGICAL: _logical,
}
