"""The drugs of a prescription that is printed as a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ocr.extraction.cells import union
from ocr.extraction.header import find_headers
from ocr.extraction.layout import text_lines
from ocr.extraction.prescription_lines import USAGE, drug_cell
from ocr.extraction.text import has_han
from ocr.reading import Cell, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.header import Header, Heading
    from ocr.extraction.layout import Piece, Sheet

END = re.compile(
    r"^(以下空白|医师|医生|开方医师|处方医师|药师|审核|调配|核对|发药|金额|药费|药品金额|处方金额|合计|备注|注[:意]|签名|.{0,6}以下空白)"
)
"""How a line begins that ends the drugs."""

_OTHER = re.compile(rf"{USAGE.pattern}|.*:")
_COUNT = re.compile(r"[×x*]?\s*\d{1,4}(?:\.\d{1,2})?\s*/?\D{0,3}")
_KEYS = ("name", "spec", "quantity", "unit")
_BESIDE = frozenset({"spec", "unit", "unit_price", "amount"})
_WRAPPED = 1.6

Row = dict[str, list["Piece"]]


def tabled_drugs(sheet: Sheet, at: int) -> tuple[Line, ...]:
    """The drugs under a heading line; none where there is no heading line. One without a count asks."""
    header = next((h for h in find_headers(sheet) if {"name", "name_spec"} & set(h.keys)), None)
    if header is None:
        return ()
    rows: list[Row] = []
    for line in text_lines([p for p in sheet.pieces if p.y > header.bottom]):
        if END.match(line[0].text.replace(" ", "")):
            break
        placed = _placed(line, header)
        if _is_drug(placed):
            rows.append(placed)
        elif rows and set(placed) <= {"name", "spec"} and _follows(rows[-1], line) and not _OTHER.match(line[0].text):
            for key, pieces in placed.items():
                rows[-1].setdefault(key, []).extend(pieces)
    return tuple(_line(sheet, row, at) for row in rows)


def _is_drug(placed: Row) -> bool:
    """Whether a line has a name with a count, or with enough of the rest that only its count can be lost."""
    counted = any(_COUNT.fullmatch(p.text) for p in placed.get("quantity", ()))
    named = any(has_han(p.text) for p in placed.get("name", ())) and not _OTHER.match(placed["name"][0].text)
    return named and (counted or (bool(_BESIDE & set(placed)) and len(placed) > len(_BESIDE) // 2))


def _line(sheet: Sheet, row: Row, at: int) -> Line:
    cells = {key: drug_cell(sheet, key, row[key], at) for key in _KEYS if key in row}
    if "quantity" in cells:
        return Line(cells, at)
    box = sheet.page.filed_box(union([piece.box for pieces in row.values() for piece in pieces]))
    return Line({**cells, "quantity": Cell("", "", 0.0, at, box, "没有读到数量")}, at, "没有读清数量，请核对")


def _placed(line: Sequence[Piece], header: Header) -> Row:
    """The pieces of a line by the column whose heading they overlap most, or stand nearest to."""
    placed: Row = {}
    for piece in line:
        nearest = min(header.headings, key=lambda h: _apart(piece, h))
        placed.setdefault(nearest.key, []).append(piece)
    return placed


def _apart(piece: Piece, heading: Heading) -> float:
    return max(piece.left - heading.right, heading.left - piece.right)


def _follows(row: Row, line: Sequence[Piece]) -> bool:
    last = max(p.y for pieces in row.values() for p in pieces)
    return line[0].y - last < _WRAPPED * line[0].height
