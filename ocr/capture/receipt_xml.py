"""The XML of an electronic receipt set on plain sheets: what it says as a picture, and the same words as a layer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ocr.capture.canvas import Canvas, advance
from ocr.capture.glyphs import Glyph, box_of, meaning
from ocr.capture.images import keep_png
from ocr.capture.kept import keep_layer
from ocr.capture.limits import MAX_PAGES, refused
from ocr.capture.markup import MarkupError, parse_markup
from ocr.capture.receipt_names import FOOT, HEAD
from ocr.capture.receipt_values import receipt_values
from ocr.errors import PageRefusedError
from ocr.pages import PageText, Word
from ocr.reading import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ocr.capture.kept import CapturedPage
    from ocr.capture.receipt_values import ReceiptValues

    Row = Sequence[tuple[int, str]]
    Line = Mapping[str, str]

EM, TITLE_EM, PITCH = 24, 36, 44
MARGIN, WIDTH = 60, 1654
_INK = (0, 0, 0)
_ROWS = 44
"""Rows of a sheet of detailed lines."""

_GAP = 3 * EM
"""White between columns."""

_HEADINGS = {
    "code": "项目编码", "name": "项目名称", "spec": "规格", "quantity": "数量", "unit": "单位", "unit_price": "单价",
    "amount": "金额（元）", "remark": "备注",
}  # fmt: skip
_STAYS = ("住院号", "入院日期", "出院日期", "住院时间")


def pages(name: str, content: bytes, into: Path) -> Iterator[CapturedPage | Failure]:
    """The receipt's sheet, then sheets of its detailed lines; a file that is no receipt is a failure."""
    try:
        sheets = list(_sheets(receipt_values(parse_markup(content))))
        for number, rows in enumerate(sheets, 1):
            yield _kept(name if len(sheets) == 1 else f"{name}#{number}", rows, into)
    except MarkupError:
        yield _failure(name, refused("xml-damaged"))
    except PageRefusedError as error:
        yield _failure(name, error)


def _failure(name: str, error: PageRefusedError) -> Failure:
    return Failure(name, error.code, str(error), error.advice)


def _sheets(receipt: ReceiptValues) -> Iterator[list[Row]]:
    if len(receipt.charges) > _ROWS * 4 or len(receipt.details) > _ROWS * (MAX_PAGES - 1):
        raise refused("too-many-pages")
    yield _receipt(receipt)
    count = -(-len(receipt.details) // _ROWS)
    for at in range(count):
        rows = _detailed(receipt, receipt.details[at * _ROWS : (at + 1) * _ROWS], f"第{at + 1}页/共{count}页")
        total = receipt.values.get("小写", "")
        yield [*rows, [(MARGIN, f"费用合计：{total}")]] if total and at + 1 == count else rows


def _title(receipt: ReceiptValues) -> str:
    """The receipt's name; one that does not say inpatient or outpatient gets it from what the receipt holds."""
    kind = "住院" if any(label in receipt.values for label in _STAYS) else "门诊"
    return receipt.title if "收费票据" in receipt.title else f"{receipt.title}医疗{kind}收费票据（电子）"


def _receipt(receipt: ReceiptValues) -> list[Row]:
    values = receipt.values
    head = [f"{entry.label}：{values[entry.label]}" for entry in HEAD if values.get(entry.label)]
    foot = [f"{entry.label}：{values[entry.label]}" for entry in FOOT if values.get(entry.label)]
    totals = [f"金额合计（{label}）：{values[label]}" for label in ("大写", "小写") if values.get(label)]
    return [
        [(MARGIN, _title(receipt))],
        *_spread(head, 2),
        *_columns(receipt.charges),
        *_spread(totals, 2),
        *_spread(foot, 3),
    ]


def _columns(lines: Sequence[Line]) -> list[Row]:
    """Lines as a table with the columns they fill, each as wide as its longest text."""
    kept = [key for key in _HEADINGS if any(line.get(key) for line in lines)]
    table = [[_HEADINGS[key] for key in kept], *([line.get(key, "") for key in kept] for line in lines)]
    rows: list[list[tuple[int, str]]] = [[] for _ in table]
    x = MARGIN
    for column in zip(*table, strict=True):
        for at, text in enumerate(column):
            rows[at] += [(x, text)] * bool(text)
        x += max(_length(text) for text in column) + _GAP
    return [tuple(row) for row in rows if row]


def _detailed(receipt: ReceiptValues, lines: Sequence[Line], page: str) -> list[Row]:
    values = receipt.values
    stay = [("姓名", values.get("交款人", "")), *((label, values.get(label, "")) for label in _STAYS)]
    return [
        [(MARGIN, f"{values.get('收款单位', '')}费用明细清单")],
        *_spread([*(f"{label}：{value}" for label, value in stay if value), page], 3),
        *_columns(lines),
    ]


def _spread(texts: Sequence[str], columns: int) -> list[Row]:
    """Texts in columns, row after row; a text too long for its column ends its row."""
    step = (WIDTH - 2 * MARGIN) // columns
    rows: list[list[tuple[int, str]]] = [[]]
    free = MARGIN
    for text in texts:
        at = max(free, MARGIN)
        if rows[-1] and at + _length(text) > WIDTH - MARGIN:
            rows.append([])
            at = MARGIN
        rows[-1].append((at, text))
        free = MARGIN + step * -(-(at - MARGIN + _length(text) + EM) // step)
    return [row for row in rows if row]


def _length(text: str) -> int:
    return math.ceil(advance(text, EM))


def _kept(name: str, rows: Sequence[Row], into: Path) -> CapturedPage:
    """The rows drawn; the first is the title."""
    width = max(WIDTH, *(x + _length(text) + MARGIN for row in rows[1:] for x, text in row))
    canvas = Canvas(width, 2 * MARGIN + PITCH * (len(rows) + 1))
    words: list[Word] = []
    for at, row in enumerate(rows):
        em = EM if at else TITLE_EM
        words += [_word(canvas, text, (x, MARGIN + PITCH * (at + 1)), em) for x, text in row]
    size = canvas.image.size
    layer = PageText("", *size, upright_size=size, words=tuple(words), origin="xml")
    return keep_layer(keep_png(name, canvas.image, into), layer)


def _word(canvas: Canvas, text: str, at: tuple[int, int], em: int) -> Word:
    x, base = float(at[0]), float(at[1])
    strip: list[Glyph] = []
    for char in text:
        glyph = Glyph(char, x, x + advance(char, em), base, em, 0)
        canvas.character(glyph, _INK)
        strip.append(glyph)
        x = glyph.right
    kept = tuple(glyph for glyph in strip if meaning(glyph.text)) or tuple(strip)
    return Word(text, 1.0, box_of(kept))
