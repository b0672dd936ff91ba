"""Found fields to cells, by the form of each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.amounts import parse_amount
from ocr.extraction.cells import day_cell, exact_cell, money_cell, text_cell
from ocr.extraction.dates import find_days
from ocr.extraction.fields import Found, find_fields, trimmed, value_text
from ocr.extraction.labels import Form
from ocr.extraction.points import in_fen
from ocr.extraction.words import words_in
from ocr.reading import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocr.extraction.labels import LabelSet
    from ocr.extraction.layout import Sheet

_UNREAD = frozenset({Form.MONEY, Form.WORDS, Form.STAY, Form.DAY})
_BESIDE_WORDS = re.compile(r"(?<=[元圆角分整正])\s*[¥￥Y]?\s*(?P<figure>\d[\d,]*\.\d\d)元?$")
"""The total in figures, read in one box with its words."""

_TICK = re.compile(r"^[☑☐□■√✓☒]+")
_HEX = re.compile(r"[0-9a-f]{4,8}")
_FIGURE, _TO_FEN = re.compile(r"-?\d+(\.\d+)?"), re.compile(r"-?\d+\.\d\d+")
_SUMS = frozenset(
    {"total_amount", "pooled_fund_paid", "other_paid", "account_paid", "cash_paid", "self_pay", "self_expense"}
)
_SEVERAL, _FEW = 4, 0.3
_NONE = Cell("")
_FOREIGN = re.compile(r"[^A-Za-z0-9*\-]")


def field_cells(sheet: Sheet, labels: LabelSet, *, at: int = 0) -> dict[str, Cell]:
    """Every field of a page as a cell. A money label without a value gives an empty cell that asks."""
    cells: dict[str, Cell] = {}
    for found in find_fields(sheet, labels).values():
        for key, cell in _cells(sheet, found, at):
            cells.setdefault(key, cell)
    if "total_in_words" in labels.keys and not (cells.get("total_in_words") or _NONE).text:
        cells.update(_spelled(sheet, at))
    return _in_fen(_with_total(cells))


def _with_total(cells: dict[str, Cell]) -> dict[str, Cell]:
    """The cells; a total that was read in one box with its words becomes a cell of its own."""
    words, total = cells.get("total_in_words") or _NONE, cells.get("total_amount") or _NONE
    beside = _BESIDE_WORDS.search(words.text)
    amount = parse_amount(beside["figure"]) if beside and not total.text else None
    return (
        cells | {"total_amount": replace(words, value=amount.plain, text=beside["figure"])}
        if amount and beside
        else cells
    )


def _spelled(sheet: Sheet, at: int) -> dict[str, Cell]:
    """The total in words where its label was not read: nothing else on such papers is spelled out."""
    found = [(piece, words) for piece in sheet.pieces if (words := words_in(piece.text))]
    if len(found) != 1:
        return {}
    ((piece, words),) = found
    start = piece.text.replace(" ", "").find(words)
    return {"total_in_words": text_cell(sheet.page, [piece.part(max(0, start), len(piece.text))], words, at=at)}


def _cells(sheet: Sheet, found: Found, at: int) -> Iterator[tuple[str, Cell]]:
    if not found.pieces:
        if found.label.form in _UNREAD and found.label.key != "stay":
            yield found.label.key, _unread(sheet, found, at)
        return
    field = trimmed(found)
    if field.label.form is Form.STAY:
        yield from _stay(sheet, field, at)
    else:
        yield field.label.key, _cell(sheet, field, at)


def _unread(sheet: Sheet, found: Found, at: int) -> Cell:
    box = sheet.page.filed_box(found.at.box)
    return Cell("", "", 0.0, at, box, f"印有“{found.at.text.strip(': ')}”，没有读到内容")


def _cell(sheet: Sheet, found: Found, at: int) -> Cell:
    text = value_text(found)
    if found.label.form is Form.MONEY:
        return money_cell(sheet.page, found.pieces, at=at)
    if found.label.form is Form.DAY:
        return day_cell(sheet.page, found.pieces, at=at)
    make = exact_cell if found.label.form is Form.CODE else text_cell
    return make(sheet.page, found.pieces, _plain(found.label.form, text), at=at)


def _plain(form: Form, text: str) -> str:
    if form is Form.SEX:
        return text[:1]
    if form is Form.AGE:
        match = re.match(r"\d{1,3}", text)
        return match.group() if match else text
    if form is Form.CODE:
        return _hexadecimal(_FOREIGN.sub("", text))
    text = _TICK.sub("", text)
    if form is Form.WORDS:
        text = _BESIDE_WORDS.sub("", text)
    return text.replace(" ", "") if form in {Form.PERSON, Form.WORDS, Form.TEXT} else text


def _hexadecimal(code: str) -> str:
    """A check code of hexadecimal digits, with ``l`` read for ``1`` and ``o`` for ``0`` put right."""
    body = code.replace("l", "1").replace("o", "0")
    return body if _HEX.fullmatch(body) and any(c in "abcdef" for c in body) else code


def _in_fen(cells: dict[str, Cell]) -> dict[str, Cell]:
    """The cells; where nearly all sums are printed to the fen, one read with fewer decimals was cut off and asks.

    One that has its digits and no point was not cut off: it gets its point.
    """
    sums = {key: cell for key, cell in cells.items() if key in _SUMS and _FIGURE.fullmatch(str(cell.value))}
    short = {key for key, cell in sums.items() if not _TO_FEN.fullmatch(str(cell.value))}
    if not short or len(sums) < _SEVERAL or len(short) > _FEW * len(sums):
        return cells
    reason = "其他金额都印到分，这里可能没有读全"
    return {k: in_fen(c) or replace(c, review=c.review or reason) if k in short else c for k, c in cells.items()}


def _stay(sheet: Sheet, found: Found, at: int) -> Iterator[tuple[str, Cell]]:
    cell = exact_cell(sheet.page, found.pieces, "", at=at)
    days = find_days(value_text(found))
    for key, day in zip(("admission_date", "discharge_date"), days, strict=False):
        yield key, replace(cell, value=day)
