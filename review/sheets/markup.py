"""What the XML of a sheet says beside its values: extent, formulas, errors, hidden rows and columns, by one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.sheets.container import unsafe
from review.sheets.sheet import Marks, column_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MOST_CELLS = 30_000_000
"""Cells of the rectangle a sheet may span: the reader keeps all of it in memory."""
MOST_ODD = 200_000
"""Formulas without result, and errors, that are kept apart."""
_LONGEST_ROW = 32_000_000
_ROOT = re.compile(rb"<(?:([A-Za-z_][\w.-]*):)?worksheet[\s>]")
_HEAD = 100_000
_WIDTH = 26
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,4})(\d{1,9})["']""")
_COLUMN = re.compile(rb"""\s(min|max)\s*=\s*["'](\d{1,6})["']""")
_NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d{1,9})["']""")
_WIDEST_HIDDEN = 702


@dataclass(slots=True)
class _Found:
    """What was seen so far."""

    widest: int = 0
    digits: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncached: set[tuple[int, int]] = field(default_factory=set)
    broken: set[tuple[int, int]] = field(default_factory=set)
    formulas: dict[int, tuple[int, int]] = field(default_factory=dict)


class Markup:
    """The pass over one sheet: ``look`` takes its pieces in order, ``marks`` gives what they held."""

    def __init__(self, head: bytes) -> None:
        found = _ROOT.search(head)
        if found is None:
            raise unsafe("表单的结构读不出来")
        prefix = found[1] + b":" if found[1] else b""

        def pattern(text: bytes) -> re.Pattern[bytes]:
            return re.compile(text.replace(b"~", re.escape(prefix)), re.DOTALL)

        self._plain = b"<" + prefix + b'c r="'
        self._started = b"<" + prefix + b"c"
        self._formula_mark, self._error_mark = b"<" + prefix + b"f", b't="e"'
        self._cell = pattern(rb"<~c(?=[\s/>])([^>]*)>")
        self._wide = pattern(rb'<~c r="([A-Za-z]{2,4})\d+"[^>]*(?<!/)>')
        self._tall = tuple(pattern(rb'<~c r="[A-Za-z]{1,4}\d{%d}' % n) for n in range(4, 8))
        self._whole = pattern(rb"<~c(?=\s)([^>]*)(?<!/)>(.*?)</~c>")
        self._result = pattern(rb"<~v[^>]*>[^<]")
        self._formula = pattern(rb"<~f[\s/>]")
        self._row = pattern(rb"""<~row(?=\s)([^>]*\shidden\s*=\s*["'](?:1|true)["'][^>]*)>""")
        self._hidden = pattern(rb"""<~col(?=\s)([^>]*\shidden\s*=\s*["'](?:1|true)["'][^>]*)>""")
        self._found = _Found()

    def look(self, piece: bytes) -> None:
        """Take one piece; it never parts a row."""
        self._placed(piece)
        self._measured(piece)
        self._hide(piece)
        if self._formula_mark in piece or self._error_mark in piece:
            self._odd(piece)

    def marks(self) -> Marks:
        """What was seen beside the values."""
        seen = self._found
        return Marks(
            hidden_rows=frozenset(seen.hidden_rows),
            hidden_columns=frozenset(seen.hidden_columns),
            uncached=frozenset(seen.uncached),
            broken=frozenset(seen.broken),
            formulas=seen.formulas,
        )

    @property
    def width(self) -> int:
        """Columns up to the last that holds something, or some more."""
        return max(self._found.widest, _WIDTH)

    @property
    def cells(self) -> int:
        """Coarse upper bound of the cells of the rectangle the sheet spans."""
        return self.width * int(10**self._found.digits)

    def _placed(self, piece: bytes) -> None:
        """Every cell must say where it stands: the reader counts rows and columns by it, and so do our faults."""
        if piece.count(self._started) == piece.count(self._plain):
            return
        for cell in self._cell.finditer(piece):
            place = _REFERENCE.search(cell[1])
            if place is None:
                raise unsafe("有单元格没有写明位置")
            if not cell[1].endswith(b"/"):
                self._stretch(column_of(place[1].decode()) + 1, len(place[2]))

    def _measured(self, piece: bytes) -> None:
        if self._wide.search(piece):
            widest = max(set(self._wide.findall(piece)), key=lambda name: column_of(name.decode()))
            self._stretch(column_of(widest.decode()) + 1, 1)
        for digits, tall in enumerate(self._tall, start=4):
            if digits > self._found.digits and tall.search(piece):
                self._stretch(1, digits)

    def _stretch(self, width: int, digits: int) -> None:
        self._found.widest = max(self._found.widest, width)
        self._found.digits = max(self._found.digits, digits, 3)

    def _hide(self, piece: bytes) -> None:
        if b"hidden" not in piece:
            return
        rows = (_NUMBER.search(row[1]) for row in self._row.finditer(piece))
        self._found.hidden_rows.update(int(number[1]) for number in rows if number)
        for column in self._hidden.finditer(piece):
            said = dict(_COLUMN.findall(column[1]))
            first, last = (int(said.get(key, b"0")) for key in (b"min", b"max"))
            self._found.hidden_columns.update(range(first - 1, min(last, _WIDEST_HIDDEN)))

    def _odd(self, piece: bytes) -> None:
        for cell in self._whole.finditer(piece):
            place = _REFERENCE.search(cell[1])
            if place is None:
                continue
            at = int(place[2]), column_of(place[1].decode())
            if self._error_mark in cell[1]:
                self._found.broken.add(at)
            elif self._formula.search(cell[2]):
                self._calculated(at, kept=b't="str"' in cell[1] or bool(self._result.search(cell[2])))
        if len(self._found.broken) + len(self._found.uncached) > MOST_ODD:
            raise unsafe("没有结果的公式和出错的单元格多得不正常")

    def _calculated(self, at: tuple[int, int], *, kept: bool) -> None:
        if not kept:
            self._found.uncached.add(at)
            return
        count, first = self._found.formulas.get(at[1], (0, at[0]))
        self._found.formulas[at[1]] = count + 1, first


def marked(chunks: Callable[[], Iterable[bytes]]) -> Marks:
    """What a sheet's markup says beside its values.

    ``chunks`` gives the bytes of the sheet's part each time it is called.

    Raises:
        InputError: no sheet, a row of absurd length, cells without a place or too far out, or too many odd ones.
    """
    pieces = _pieces(chunks())
    first = next(pieces, b"")
    markup = Markup(first[:_HEAD])
    markup.look(first)
    for piece in pieces:
        markup.look(piece)
    cells = markup.cells
    if cells > MOST_CELLS:
        cells = markup.width * _highest(chunks())
    if cells > MOST_CELLS:
        raise unsafe("表单的行列数大得不正常")
    return markup.marks()


def _highest(chunks: Iterable[bytes]) -> int:
    """The last row in which a cell stands: exact, for sheets whose bound is too coarse."""
    references = re.compile(rb'c\s[^>]*?r\s*=\s*["\'][A-Za-z]{1,4}(\d{1,9})["\'][^>]*(?<!/)>')
    return max((max(map(int, references.findall(piece)), default=0) for piece in _pieces(chunks)), default=0)


def _pieces(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks cut anew behind the end of a row, so that none parts a cell."""
    kept = b""
    for chunk in chunks:
        kept += chunk
        end = kept.rfind(b"row>")
        if end >= 0:
            yield kept[: end + 4]
            kept = kept[end + 4 :]
        elif len(kept) > _LONGEST_ROW:
            raise unsafe("有一行长得不正常")
    yield kept
