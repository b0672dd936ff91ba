"""VAT invoices of pharmacies (增值税发票): old paper forms and fully digital ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.cells import text_cell
from ocr.extraction.paper_wordings import INVOICE
from ocr.extraction.table import read_table
from ocr.extraction.values import field_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.layout import Piece, Sheet
    from ocr.extraction.layouts import KnownLayout
    from ocr.extraction.table import Table
    from ocr.reading import Cell, Line

_NAME = re.compile(r"名\s*称\s*:\s*")
_BESIDE = 12.0
_NEXT = 1.0
_ON_LINE = 0.6


def read_invoice_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of an invoice. The first name on it is the buyer's, the last the seller's, in every form of it."""
    cells = field_cells(sheet, INVOICE, at=at)
    names = sorted(_names(sheet), key=lambda pieces: (pieces[0].y, pieces[0].left))
    if len(names) > 1:
        first, last = names[0], names[-1]
        if abs(first[0].y - last[0].y) < _ON_LINE * last[0].height and first[0].left > last[0].left:
            first, last = last, first
        cells["buyer"] = _name_cell(sheet, first, at)
        cells["seller"] = _name_cell(sheet, last, at)
    return cells


def _names(sheet: Sheet) -> Iterator[list[Piece]]:
    """The pieces of each name: the rest of the box of the word 名称, and what stands close to its right."""
    for piece in sheet.pieces:
        for match in _NAME.finditer(piece.text):
            rest = piece.part(match.end(), _name_end(piece.text, match.end()))
            beside = _beside(sheet, piece)
            if rest.text:
                yield [rest]
            elif beside:
                yield [beside]


def _name_end(text: str, start: int) -> int:
    """Where a name ends: before the next label of the same box, or before a blank that follows a whole name."""
    other = re.search(r"\s*(销|购|统一社会|纳税人|名\s*称)", text[start:])
    return start + other.start() if other and other.start() else len(text)


def _beside(sheet: Sheet, label: Piece) -> Piece | None:
    near = [
        p
        for p in sheet.pieces
        if p is not label
        and abs(p.y - label.y) < _ON_LINE * label.height
        and -_NEXT < (p.left - label.right) / label.height < _BESIDE
        and ":" not in p.text
    ]
    return min(near, key=lambda p: p.left, default=None)


def _name_cell(sheet: Sheet, pieces: Sequence[Piece], at: int) -> Cell:
    return text_cell(sheet.page, pieces, "".join(p.text for p in pieces).replace(" ", ""), at=at)


def read_invoice_table(sheet: Sheet, *, at: int = 0, layouts: Sequence[KnownLayout] = ()) -> Table:
    """The lines of an invoice with rate and tax."""
    table = read_table(sheet, at=at, layouts=layouts)
    return replace(table, lines=tuple(_untaxed(line) for line in table.lines))


def _untaxed(line: Line) -> Line:
    """A line without the stars that stand for no tax."""
    tax = line.cells.get("tax")
    if tax is None or any(char.isdigit() for char in tax.text):
        return line
    return replace(line, cells={key: cell for key, cell in line.cells.items() if key != "tax"})
