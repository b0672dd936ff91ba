"""What an original in XML says, set on a plain white sheet: a picture of it, and the same words as its layer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ocr.capture.canvas import Canvas, advance
from ocr.capture.glyphs import Glyph, box_of, meaning
from ocr.capture.images import keep_png
from ocr.capture.kept import keep_layer
from ocr.pages import PageText, Word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ocr.capture.kept import CapturedPage

    Row = Sequence[tuple[int, str]]
    Line = Mapping[str, str]

EM, TITLE_EM, PITCH = 24, 36, 44
MARGIN, WIDTH = 60, 1654
_INK = (0, 0, 0)
_GAP = 3 * EM
"""White between columns."""


def columns(lines: Sequence[Line], headings: Mapping[str, str]) -> list[Row]:
    """Lines as a table with the columns they fill, each as wide as its longest text."""
    kept = [key for key in headings if any(line.get(key) for line in lines)]
    table = [[headings[key] for key in kept], *([line.get(key, "") for key in kept] for line in lines)]
    rows: list[list[tuple[int, str]]] = [[] for _ in table]
    x = MARGIN
    for column in zip(*table, strict=True):
        for at, text in enumerate(column):
            rows[at] += [(x, text)] * bool(text)
        x += max(_length(text) for text in column) + _GAP
    return [tuple(row) for row in rows if row]


def spread(texts: Sequence[str], columns: int) -> list[Row]:
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


def kept_sheet(name: str, rows: Sequence[Row], into: Path) -> CapturedPage:
    """The rows drawn and kept with their layer; the first is the title.

    Raises:
        PageRefusedError: a page larger than any paper, or the disk refuses.
    """
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
