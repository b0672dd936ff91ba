"""VAT invoices of pharmacies (增值税发票): old paper forms and fully digital ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.cells import text_cell
from ocr.extraction.labels import Form
from ocr.extraction.layout import text_lines
from ocr.extraction.paper_wordings import INVOICE
from ocr.extraction.patterns import pattern
from ocr.extraction.prose import DAY, line_cells
from ocr.extraction.table import read_table
from ocr.extraction.values import field_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.layout import Piece, Sheet
    from ocr.extraction.layouts import KnownLayout
    from ocr.extraction.table import Table
    from ocr.reading import Cell, Line

_NAME = re.compile(r"(?:^|\s|(?P<side>[购销])(?:[买售])?方?(?:信息|单位)?\s*)名\s*称\s*:?\s*")
_NEXT_LABEL = re.compile(r"\s*(?:[购销][买售]?方|统一社会|纳税人|名\s*称)")
_RATED = re.compile(r"(?P<amount>-?[\d,]+\.\d{2})\s*(?P<rate>\d{1,2}(?:\.\d)?%|免税|不征税|\*+)")
_GOODS = re.compile(r"[货貨]物.{0,4}[应應].{2,9}名[称稱]|.物或.税.{2,8}名.")
_GOODS_HEADING = "货物或应税劳务、服务名称"
_MARK = re.compile(r"^[^\u4e00-\u9fff]+")
"""The crossed circle that is printed before the words, so that nothing can be put in front of them."""

_EDGES = re.compile(r"^[^\w(]+|[^\w)]+$")
_BARE = (
    pattern("invoice_number", Form.CODE, r"(?:N[Oo0][.:]{0,2}|号码:?)(?P<v>\d{20}|\d{8})(?!\d)"),
    pattern("invoice_number", Form.CODE, r"(?<!\d)(?P<v>\d{20})(?!\d)"),
    pattern("issue_date", Form.DAY, rf"日期:?(?P<v>{DAY})"),
)
"""Numbers and days that stand without a usual label."""

_BESIDE = 12.0
_NEXT = 1.0
_ON_LINE = 0.6
_SIDES = {"购": "buyer", "销": "seller"}


def read_invoice_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of an invoice. Of names that do not say whose they are, the first is the buyer's."""
    cells = line_cells(sheet, _BARE, at=at) | field_cells(sheet, INVOICE, at=at)
    if words := cells.get("total_in_words"):
        cells["total_in_words"] = replace(words, value=_MARK.sub("", str(words.value)), text=_MARK.sub("", words.text))
    names = list(_names(sheet))
    sides = {side: piece for side, piece in names if side}
    unsaid = [piece for side, piece in names if not side]
    for key in ("buyer", "seller"):
        if key not in sides and unsaid:
            sides[key] = unsaid.pop(0 if key == "buyer" else -1)
    return cells | {key: _name_cell(sheet, piece, at) for key, piece in sides.items()}


def _names(sheet: Sheet) -> Iterator[tuple[str, Piece]]:
    """Whose each name is, if said, and the name: the rest of the box of the word 名称, or what stands beside it."""
    for line in text_lines(sheet.pieces):
        for piece in line:
            for match in _NAME.finditer(piece.text):
                other = _NEXT_LABEL.search(piece.text, match.end())
                rest = piece.part(match.end(), other.start() if other else len(piece.text))
                name = rest if rest.text else _beside(sheet, piece)
                if name:
                    yield _SIDES.get(match["side"] or "", ""), name


def _beside(sheet: Sheet, label: Piece) -> Piece | None:
    near = [
        p
        for p in sheet.pieces
        if p is not label
        and abs(p.y - label.y) < _ON_LINE * label.height
        and -_NEXT < (p.left - label.right) / label.height < _BESIDE
        and not INVOICE.find(p.text)
    ]
    return min(near, key=lambda p: p.left, default=None)


def _name_cell(sheet: Sheet, piece: Piece, at: int) -> Cell:
    return text_cell(sheet.page, [piece], _EDGES.sub("", piece.text.replace(" ", "")), at=at)


def read_invoice_table(sheet: Sheet, *, at: int = 0, layouts: Sequence[KnownLayout] = ()) -> Table:
    """The lines of an invoice with rate and tax."""
    pieces = tuple(part for piece in sheet.pieces for part in _apart(piece))
    table = read_table(replace(sheet, pieces=pieces), at=at, layouts=layouts)
    return replace(table, lines=tuple(_untaxed(line) for line in table.lines))


def _apart(piece: Piece) -> tuple[Piece, ...]:
    """An amount and its rate that were read in one box, as two; the long heading of the goods as it is meant."""
    if _GOODS.fullmatch(piece.text):
        return (replace(piece, text=_GOODS_HEADING),)
    match = _RATED.fullmatch(piece.text)
    return (piece.part(*match.span("amount")), piece.part(*match.span("rate"))) if match else (piece,)


def _untaxed(line: Line) -> Line:
    """A line without the stars that stand for no tax."""
    tax = line.cells.get("tax")
    if tax is None or any(char.isdigit() for char in tax.text):
        return line
    return replace(line, cells={key: cell for key, cell in line.cells.items() if key != "tax"})
