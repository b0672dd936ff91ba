"""One page of a PDF as printed: its characters and its ruled lines, upright, y growing downwards, in points."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium_c

from review.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2 as pdfium

    Point = tuple[float, float]

MOST_CHARACTERS = 60_000
MOST_OBJECTS = 50_000
"""A page that holds more than this is no paper."""

_DEPTH = 4
_STRAIGHT = 1.0
_SHORTEST = 4.0
_TILT = 5.0
_SAMPLE = 200
_QUARTER = 90
_LAST = 0x10FFFF
UNKNOWN = "\ufffd"
"""Stands for a glyph whose character the file does not say."""
_HYPHENS = frozenset({0x02, 0xAD})
"""What the library gives for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: the ends of its advance, its baseline, and the size of its print."""

    char: str
    left: float
    right: float
    base: float
    size: float

    @property
    def centre(self) -> Point:
        """A point within the character."""
        return (self.left + self.right) / 2, self.base - self.size * 0.3


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line ``at`` one coordinate from ``start`` to ``end`` along the other."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: number from 1, size, characters in the order of the file, rules, and whether pictures lie on it."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    pictures: bool


def read_page(page: pdfium.PdfPage, number: int) -> Sheet:
    """The page as it is seen.

    Raises:
        InputError: it holds more than any paper does.
    """
    with closing(page.get_textpage()) as text:
        if text.count_chars() > MOST_CHARACTERS:
            raise too_large(number)
        upright = _Upright(page, text)
        glyphs = tuple(_glyphs(text, upright))
    objects = list(islice(page.get_objects(max_depth=_DEPTH), MOST_OBJECTS + 1))
    if len(objects) > MOST_OBJECTS:
        raise too_large(number)
    rules = tuple(
        rule for found in objects if found.type == pdfium_c.FPDF_PAGEOBJ_PATH for rule in _rules(found, upright)
    )
    pictures = any(found.type == pdfium_c.FPDF_PAGEOBJ_IMAGE for found in objects)
    return Sheet(number, upright.width, upright.height, glyphs, rules, pictures)


def too_large(number: int) -> InputError:
    """The refusal of a page that holds more than any paper does."""
    message = f"PDF 第{number}页的内容过多，不像目录"
    return InputError(
        message, code="pdf-too-large", advice="请核对文件来源，换用医保局发布的目录原件；没有写入任何内容。"
    )


class _Upright:
    """From the page's own coordinates to those of the page as it is read."""

    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> None:
        turns = Counter(_quarter(text, index) for index in range(min(text.count_chars(), _SAMPLE)))
        self._turns = turns.most_common(1)[0][0] if turns else page.get_rotation() // _QUARTER
        self._text = text
        left, bottom, right, top = page.get_cropbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        sides = (right - left, top - bottom)
        self.width, self.height = sides if self._turns % 2 == 0 else sides[::-1]

    def level(self, index: int) -> bool:
        """Whether a character stands as most do: marks drawn across the page are no words of it."""
        tilt = _degrees(self._text, index) - self._turns * _QUARTER
        return abs((tilt + 180) % 360 - 180) < _TILT

    def __call__(self, x: float, y: float) -> Point:
        """The place of a point; text that runs up the page is turned so that it runs to the right."""
        across, up = x - self._left, y - self._bottom
        back_across, down = self._right - x, self._top - y
        return ((across, down), (down, back_across), (back_across, up), (up, across))[self._turns]


def _quarter(text: pdfium.PdfTextPage, index: int) -> int:
    """Quarter turns clockwise in which a character stands on the page as filed."""
    return round(_degrees(text, index) / _QUARTER) % 4


def _degrees(text: pdfium.PdfTextPage, index: int) -> float:
    return math.degrees(pdfium_c.FPDFText_GetCharAngle(text, index))


def _glyphs(text: pdfium.PdfTextPage, upright: _Upright) -> Iterator[Glyph]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_RECTF()
    for index in range(text.count_chars()):
        char = _character(pdfium_c.FPDFText_GetUnicode(text, index))
        if not char or pdfium_c.FPDFText_IsGenerated(text, index) or not upright.level(index):
            continue
        pdfium_c.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium_c.FPDFText_GetLooseCharBox(text, index, box)
        (_, base), first, second = upright(x.value, y.value), upright(box.left, box.bottom), upright(box.right, box.top)
        ends = sorted((first[0], second[0]))
        yield Glyph(char, ends[0], ends[1], base, abs(first[1] - second[1]))


def _character(code: int) -> str:
    """The character of a code; a glyph that says none is shown as such, other signs of control are nothing."""
    if code in _HYPHENS:
        return "-"
    if code == 0 or code > _LAST:
        return UNKNOWN
    return chr(code) if code >= ord(" ") else ""


def _rules(found: pdfium.PdfObject, upright: _Upright) -> Iterator[Rule]:
    """The straight edges of one drawn path; a thin filled bar gives its two long edges."""
    for start, end in _edges(found):
        (x, y), (to_x, to_y) = upright(*start), upright(*end)
        if abs(y - to_y) <= _STRAIGHT and abs(x - to_x) >= _SHORTEST:
            yield Rule(level=True, at=(y + to_y) / 2, start=min(x, to_x), end=max(x, to_x))
        elif abs(x - to_x) <= _STRAIGHT and abs(y - to_y) >= _SHORTEST:
            yield Rule(level=False, at=(x + to_x) / 2, start=min(y, to_y), end=max(y, to_y))


def _edges(found: pdfium.PdfObject) -> Iterator[tuple[Point, Point]]:
    """The straight strokes of a path, in the coordinates of the page."""
    x, y = ctypes.c_float(), ctypes.c_float()
    strokes: list[tuple[int, Point]] = []
    for index in range(pdfium_c.FPDFPath_CountSegments(found)):
        segment = pdfium_c.FPDFPath_GetPathSegment(found, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        strokes.append((pdfium_c.FPDFPathSegment_GetType(segment), _on_page(found, (x.value, y.value))))
    for (_, before), (kind, after) in pairwise(strokes):
        if kind == pdfium_c.FPDF_SEGMENT_LINETO:
            yield before, after


def _on_page(found: pdfium.PdfObject, point: Point) -> Point:
    place = found.get_matrix().on_point(*point)
    form = found.container
    while form is not None:
        place = form.get_matrix().on_point(*place)
        form = form.container
    return place[0], place[1]
