"""A page's fee table: its lines in reading order, the sums printed in it, and what was odd about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ocr.extraction.body import Body, Sum, find_body, is_money, sum_of_heading
from ocr.extraction.categories import known_category
from ocr.extraction.group_sums import without_sums, without_unlabelled
from ocr.extraction.guessing import guess_header, item_lines
from ocr.extraction.header import Header, find_headers
from ocr.extraction.lanes import find_lanes, split_shared
from ocr.extraction.layout import text_lines
from ocr.extraction.layouts import columns_of, completed_header, known_header
from ocr.extraction.lines import lines_of, multiplies
from ocr.extraction.matching import Column, match_lanes
from ocr.extraction.order import reading_order
from ocr.extraction.records import column_of, gather
from ocr.extraction.roles import complete_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.layout import Piece, Sheet
    from ocr.extraction.layouts import KnownLayout
    from ocr.extraction.records import Record, Records
    from ocr.reading import Column as Understood
    from ocr.reading import Line

_MARGIN, _OF_NAMES = 10, 25
"""How far print of a table reaches beyond its headings at most, and names before theirs, in text heights."""
_NEVER_EMPTY, _COUNTS = frozenset({"unit_price", "amount"}), frozenset({"quantity", "quantity_unit"})
_NAMES = frozenset({"name", "name_spec"})
_SLIPPED, _INSET = 0.4, 0.1
_WIDEST = 40
"""A table is at most this many text heights wide when distances are weighed; small print stands further apart."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the fee tables of a page hold.

    ``found`` is False where no heading was read and columns were guessed; ``columns`` are those of the first table.
    """

    lines: tuple[Line, ...] = ()
    sums: tuple[Sum, ...] = ()
    odd: tuple[str, ...] = ()
    found: bool = False
    columns: tuple[Understood, ...] = ()

    @property
    def proven(self) -> int:
        """How many lines quantity times price proves."""
        return sum(multiplies(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading line and the body under it."""

    header: Header
    body: Body


def read_table(sheet: Sheet, *, at: int = 0, year: str = "", layouts: Sequence[KnownLayout] = ()) -> Table:
    """Every line under every heading line of a page; ``year`` completes days printed without one.

    ``layouts`` are the confirmed ones of the page's hospital: they come first where headings were lost, and give way to
    a reading of which arithmetic proves more lines.
    """
    printed = find_headers(sheet)
    readings = [_read_all(sheet, headers, at, year) for headers in _choices(sheet, printed, layouts)]
    best = max(readings, key=lambda table: table.proven, default=Table())
    return replace(best, found=bool(printed))


def _choices(sheet: Sheet, printed: tuple[Header, ...], layouts: Sequence[KnownLayout]) -> Iterator[tuple[Header, ...]]:
    """The heading lines a page may be read under, the likeliest first."""
    if printed:
        for layout in layouts:
            fuller = [completed_header(layout, header) or header for header in printed]
            if fuller != list(printed):
                yield tuple(fuller)
        yield printed
        return
    rows = item_lines(sheet)
    if rows and layouts:
        left, right = min(p.left for row in rows for p in row), max(p.right for row in rows for p in row)
        top = min(p.y - p.height for p in rows[0])
        yield from ((known_header(layout, left, right, top),) for layout in layouts)
    guessed = guess_header(rows)
    if guessed:
        yield (guessed,)


def _read_all(sheet: Sheet, headers: Sequence[Header], at: int, year: str) -> Table:
    ends = [*(h.top for h in headers[1:]), float("inf")]
    parts = [Part(header, find_body(sheet, header, end)) for header, end in zip(headers, ends, strict=True)]
    tables = [_read(sheet, part, _alike(part, parts), at, year) for part in parts]
    return Table(
        lines=tuple(line for table in tables for line in table.lines),
        sums=tuple(s for table in tables for s in table.sums),
        odd=tuple(reason for table in tables for reason in table.odd),
        columns=next((table.columns for table in tables if table.lines), ()),
    )


def _alike(part: Part, parts: Sequence[Part]) -> tuple[Piece, ...]:
    """What stands under all heading lines of a page that repeat this one: few rows alone tell little of columns."""
    return tuple(p for other in parts if other.header.keys == part.header.keys for p in other.body.pieces)


def _read(sheet: Sheet, part: Part, alike: Sequence[Piece], at: int, year: str) -> Table:
    header, body = part.header, part.body
    columns = find_columns(sheet, header, alike) if body.pieces else ()
    records = gather(sheet, columns, body.pieces)
    ordered = reading_order(records.rows, header.groups, sheet.line_height, body.end)
    ordered, heads = without_sums(ordered, header)
    ordered, unlabelled = without_unlabelled(ordered, [s.piece.y for s in body.sums if s.kind == "part"])
    odd = (*(f"“{p.text}”没有读到金额" for p in _lost_names(records, header)), *_empty(header, columns, body.pieces))
    rows = [row if "date" in row.cells else _dated(row, body.day_above(row.y)) for row in ordered]
    lines = lines_of(sheet.page, rows, at, year)
    sums = sorted((*body.sums, *map(sum_of_heading, (*heads, *unlabelled))), key=lambda s: s.piece.y)
    return Table(lines, tuple(sums), odd, found=True, columns=columns_of(columns, header))


def _lost_names(records: Records, header: Header) -> Iterator[Piece]:
    """Names without an amount; forms that print every category, and no headings, leave many of them open."""
    printed = not any(heading.text for heading in header.headings)
    return (piece for piece in records.strays if not (printed and known_category(piece.text)))


def _empty(header: Header, columns: Sequence[Column], pieces: Sequence[Piece]) -> Iterator[str]:
    """Reasons about columns of figures that are headed and hold nothing; groups on the right may well be empty.

    Receipts leave the counts of fee categories open; these ask beside other names, and where something stands under
    them that was taken for nothing or for more of the names.
    """
    found = {c.key for c in columns}
    more = [b for a, b in pairwise(columns) if a.key == b.key in _NAMES and a.group == b.group]
    loose = [p for p in pieces if (column := column_of(p, columns)) is None or column in more]
    items = _itemised(columns, pieces)
    for heading in header.headings:
        under = sum(p.left < heading.right and heading.left < p.right for p in loose)
        lost = heading.key in _COUNTS and (items or 2 * under >= _rows(pieces))
        if found and heading.key not in found and (lost or (heading.key in _NEVER_EMPTY and heading.group == 0)):
            yield f"表头有“{heading.text}”，没有读到内容"


def _itemised(columns: Sequence[Column], pieces: Sequence[Piece]) -> bool:
    """Whether most names under the headings are those of single items and not of fee categories."""
    names = [p.text for p in pieces if (column := column_of(p, columns)) and column.key in _NAMES]
    return 2 * sum(not known_category(name) for name in names) > len(names)


def _dated(row: Record, day: Piece | None) -> Record:
    return replace(row, cells={**row.cells, "date": (day,)}) if day else row


def find_columns(sheet: Sheet, header: Header, pieces: Sequence[Piece]) -> tuple[Column, ...]:
    """The columns of a body: lanes of white-separated text, matched to the headings."""
    if not pieces:
        return ()
    height = max(sheet.line_height, (header.headings[-1].right - header.headings[0].left) / _WIDEST)
    inside = _within(pieces, header, height)
    lanes = split_shared(find_lanes(inside, _posts(sheet, inside), _rows(inside)), header)
    return complete_columns(lanes, match_lanes(lanes, header, height, _rows(inside)), _rows(pieces))


def _rows(pieces: Sequence[Piece]) -> int:
    """How many lines hold money: about the number of rows."""
    return sum(any(is_money(p.text) for p in line) for line in text_lines(pieces))


def _within(pieces: Sequence[Piece], header: Header, height: float) -> tuple[Piece, ...]:
    """Pieces near the width of the heading line, so that marginal notes form no lane.

    Names are no last column: where they are headed last, headings on the right were lost.
    """
    first, last = min(header.headings, key=lambda h: h.left), max(header.headings, key=lambda h: h.right)
    margin = _OF_NAMES if first.key in _NAMES else _MARGIN
    right = float("inf") if last.key in _NAMES and last.group else last.right + _MARGIN * height
    return tuple(p for p in pieces if p.right > first.left - margin * height and p.left < right)


def _posts(sheet: Sheet, pieces: Sequence[Piece]) -> list[float]:
    """Vertical rules that run through most of the body; none where print lies across them, as slipped print does."""
    if not pieces:
        return []
    top, bottom = min(p.y for p in pieces), max(p.y for p in pieces)
    reach = bottom - top
    posts = [x for x, a, b in sheet.posts if min(b, bottom) - max(a, top) >= 0.7 * reach > 0]
    rows = max(1, _rows(pieces))
    slipped = [x for x in posts if sum(_across(p, x) for p in pieces) >= _SLIPPED * rows]
    return [] if len(slipped) >= max(2, len(posts) / 3) else posts


def _across(piece: Piece, x: float) -> bool:
    inset = _INSET * piece.height
    return piece.left + inset < x < piece.right - inset
