"""Pieces to cells: joined text, a normalised value, a place on the filed page, and what was doubtful in reading it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction.amounts import parse_amount
from ocr.extraction.dates import parse_day
from ocr.reading import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.layout import Piece
    from ocr.pages import Box, PageText

MONEY_KEYS = frozenset({"unit_price", "amount", "quantity", "tax"})
CUT_OFF = re.compile(r"(?P<head>-?[¥￥]?\d[\d,]*\.(?:(?= \d\d$)|\d(?= \d$))) (?P<tail>\d\d?)")
"""A sum of money and the decimals that were read apart from it."""
_UNITS = "片粒丸支盒袋瓶贴枚喷揿包对套卷板只张块根条万单位滴国际"
_SPEC = re.compile(
    rf"(?<=[\u4e00-\u9fff)\] ])\s*(?P<spec>(?=[^ ]*[A-Za-z%*×x:\-{_UNITS}])[Φφ]?\d[\dA-Za-z.%*×:/+\-μ() {_UNITS}]*)$"
)
_SLASH = re.compile(r"(?P<name>.*[\u4e00-\u9fff)\]])\s*/\s*(?P<spec>(?=.*\d)[\dA-Za-zΦφ].*)")
_BLANK = re.compile(r"(?P<name>.*[\u4e00-\u9fff)\]])(?: (?P<spec>(?=\S*\d)\S+(?: \S+)?)|(?<=\))(?P<more>[+\d].*))")
_QUANTITY = re.compile(r"(?P<quantity>-?\d[\d,]*(?:\.\d+)?)\s*[/*]?\s*(?P<unit>.*)")
_COUNT_LOST = re.compile(r"(?P<quantity>)[^\d\s/]?/(?P<unit>[\u4e00-\u9fff]{1,3})")
_UNIT_FIRST = re.compile(r"(?P<unit>[^\d\s/]{1,4})\s*/?\s*(?P<quantity>\d[\d,.]*)")


def join(pieces: Sequence[Piece]) -> str:
    """The text of a cell: lines of a wrapped cell without blanks between them, words on a line as they stand."""
    text, last = "", None
    for piece in sorted_pieces(pieces):
        text, last = text + (" " if last and _apart(last, piece) else "") + piece.text, piece
    return text


def _apart(last: Piece, piece: Piece) -> bool:
    same_line = abs(piece.y - last.y) < 0.5 * piece.height
    return same_line and not piece.glued and piece.left - last.right > 0.2 * last.height


def sorted_pieces(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces line by line, each line from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.y):
        if lines and piece.y - lines[-1][0].y < 0.4 * piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [piece for line in lines for piece in sorted(line, key=lambda p: p.left)]


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box around some boxes."""
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    return left, top, max(b[0] + b[2] for b in boxes) - left, max(b[1] + b[3] for b in boxes) - top


def text_cell(page: PageText, pieces: Sequence[Piece], value: str | None = None, *, at: int = 0) -> Cell:
    """A cell whose value is its text, or the value given. ``at`` is the index of the page in its document."""
    text = join(pieces)
    box = page.filed_box(union([p.box for p in pieces]))
    return Cell(text if value is None else value, text, min(p.confidence for p in pieces), at, box)


def exact_cell(page: PageText, pieces: Sequence[Piece], value: str, *, at: int = 0) -> Cell:
    """A cell of which every character counts: its confidence is that of the weakest."""
    return replace(text_cell(page, pieces, value, at=at), confidence=min(p.every for p in pieces))


def money_cell(page: PageText, pieces: Sequence[Piece], text: str | None = None, *, at: int = 0) -> Cell:
    """A cell with a figure; what is no figure, or had to be guessed, asks."""
    read = join(pieces) if text is None else text
    amount = parse_amount(read)
    cell = exact_cell(page, pieces, amount.plain if amount else "", at=at)
    return _marked(cell, read, None if amount and amount.certain else f"读作“{read}”，不像完整的数字")


def day_cell(page: PageText, pieces: Sequence[Piece], year: str = "", *, at: int = 0) -> Cell:
    """A cell with a day; an impossible one asks."""
    read = join(pieces)
    day = parse_day(read, year=year)
    return _marked(exact_cell(page, pieces, day or "", at=at), read, None if day else f"读作“{read}”，不是日期")


def _marked(cell: Cell, text: str, review: str | None) -> Cell:
    return Cell(cell.value, text, cell.confidence, cell.page, cell.box, review)


def split_spec(text: str) -> tuple[str, str]:
    """Name and specification of a text such as ``盐酸二甲双胍片0.5g*48片``; no specification where none is sure."""
    match = _SPEC.search(text)
    return (text[: match.start()].strip(), match.group("spec").strip()) if match else (text, "")


def split_slash(text: str) -> tuple[str, str]:
    """Name and specification of ``注射用胸腺法新/1.6mg``; a slash between words, as in ``肝/胆彩超``, parts nothing."""
    match = _SLASH.fullmatch(text)
    return (match["name"].strip(), match["spec"].strip()) if match else (text, "")


def split_blank(text: str) -> tuple[str, str]:
    """Name and specification of a text that holds both: ``体表电极 LT-1``, ``人工晶体(折叠)+21.0D``."""
    match = _BLANK.fullmatch(text)
    return (match["name"].strip(), (match["spec"] or match["more"]).strip()) if match else (text, "")


def split_quantity(text: str) -> tuple[str, str]:
    """Quantity and unit of ``14/支``, ``2支``, ``1 项``, ``项`` or ``4/2小时``; either may be empty."""
    match = _QUANTITY.fullmatch(text) or _COUNT_LOST.fullmatch(text) or _UNIT_FIRST.fullmatch(text)
    return (match["quantity"], match["unit"].strip(" /")) if match else ("", text.strip(" /"))


def figure(cell: Cell | None) -> Decimal | None:
    """The figure of a cell, or None where it has none."""
    return Decimal(cell.value) if cell and isinstance(cell.value, str) and cell.value else None
