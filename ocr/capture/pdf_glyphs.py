"""The visible characters of a PDF page, placed in the pixels of its drawn picture."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfMatrix

from ocr.capture.glyphs import Glyph, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2 as pdfium

    _Point = tuple[float, float]

_INVISIBLE = frozenset({pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP})
_MOST = 60_000
"""Characters of one page beyond which nothing is read: no paper holds more."""

_LAST = 0x10FFFF
_TILT = 5.0
_OFF, _WIDEST = 0.6, 2.5
_QUARTER = 90


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a page was drawn: size of its picture in pixels, and the quarter turns clockwise added to its own."""

    width: int
    height: int
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Print:
    """The print of a page: quarter turns clockwise after which most of it stands upright, its usual size in points."""

    turns: int = 0
    points: float = 0.0


def print_of(page: pdfium.PdfPage) -> Print:
    """How a page is printed; no turns and no size for a page without text."""
    with closing(page.get_textpage()) as text:
        count = min(text.count_chars(), _MOST)
        angles = Counter(_quarter(text, index) for index in range(count))
        sizes = [size for index in range(count) if (size := _points(text, index)) > 1]
    if not sizes:
        return Print()
    own = int(page.get_rotation()) // _QUARTER
    return Print(-(angles.most_common(1)[0][0] + own) % 4, median(sizes))


def visible_glyphs(page: pdfium.PdfPage, drawn: Drawn) -> tuple[Glyph, ...]:
    """The characters that are printed upright on a page, in the order of its file."""
    with closing(page.get_textpage()) as text:
        count = text.count_chars()
        upright = -(drawn.turns + page.get_rotation() // _QUARTER) % 4
        if count > _MOST:
            return ()
        return tuple(_glyphs(text, page, drawn, upright))


def _glyphs(text: pdfium.PdfTextPage, page: pdfium.PdfPage, drawn: Drawn, upright: int) -> Iterator[Glyph]:
    place = _Placing(text, page, drawn)
    for index in range(text.count_chars()):
        char = pdfium_c.FPDFText_GetUnicode(text, index)
        if _level(text, index, upright) and not pdfium_c.FPDFText_IsGenerated(text, index):
            thing = pdfium_c.FPDFText_GetTextObject(text, index)
            if thing and pdfium_c.FPDFTextObj_GetTextRenderMode(thing) not in _INVISIBLE:
                yield place.glyph(index, thing, chr(char) if char <= _LAST else "")


class _Placing:
    """From the page's own coordinates to pixels."""

    def __init__(self, text: pdfium.PdfTextPage, page: pdfium.PdfPage, drawn: Drawn) -> None:
        self._text, self._page, self._drawn = text, page, drawn
        left, top = self._pixel((0.0, 0.0))
        across, down = self._pixel((1000.0, 1000.0))
        self._scale = max(abs(across - left), abs(down - top)) / 1000
        self._lift: tuple[int, PdfMatrix | None] = (0, None)

    def glyph(self, index: int, thing: pdfium_c.FPDF_PAGEOBJECT, char: str) -> Glyph:
        """One character: its baseline from its origin, its advance from its loose box where that is sane."""
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_RECTF()
        pdfium_c.FPDFText_GetCharOrigin(self._text, index, x, y)
        pdfium_c.FPDFText_GetLooseCharBox(self._text, index, box)
        run = ctypes.cast(thing, ctypes.c_void_p).value or 0
        lift = self._lifted(index, thing, run, (x.value, y.value))
        points = [(x.value, y.value), (box.left, box.bottom), (box.right, box.top)]
        (left, base), *corners = (self._pixel(lift.on_point(*p) if lift else p) for p in points)
        ends, em = sorted(corner[0] for corner in corners), _points(self._text, index) * self._scale
        sane = abs(ends[0] - left) < _OFF * em and 0 < ends[1] - ends[0] < _WIDEST * em
        return Glyph(char, left, ends[1] if sane else left + em * width_of(char), base, em, run)

    def _lifted(self, index: int, thing: pdfium_c.FPDF_PAGEOBJECT, run: int, origin: _Point) -> PdfMatrix | None:
        """What brings places of a text object to the page, None for most, which are there already.

        The library gives Type 3 characters inside forms in the coordinates of the form: their first origin then lies
        where the object's own matrix says, not where the character's does.
        """
        if self._lift[0] != run:
            own, whole = pdfium_c.FS_MATRIX(), pdfium_c.FS_MATRIX()
            pdfium_c.FPDFPageObj_GetMatrix(thing, own)
            pdfium_c.FPDFText_GetMatrix(self._text, index, whole)
            astray = math.dist(origin, (own.e, own.f)) < math.dist(origin, (whole.e, whole.f))
            self._lift = (run, _between(PdfMatrix.from_raw(own), PdfMatrix.from_raw(whole)) if astray else None)
        return self._lift[1]

    def _pixel(self, point: _Point) -> _Point:
        across, down = ctypes.c_int(), ctypes.c_int()
        size = (self._drawn.width * _FINE, self._drawn.height * _FINE)
        pdfium_c.FPDF_PageToDevice(self._page, 0, 0, *size, self._drawn.turns, *point, across, down)
        return across.value / _FINE, down.value / _FINE


_FINE = 64
"""Parts of a pixel in which places are asked for, since the library answers in whole numbers."""


def _between(own: PdfMatrix, whole: PdfMatrix) -> PdfMatrix | None:
    """The matrix that turns ``own`` into ``whole``; None where there is none."""
    area = own.a * own.d - own.b * own.c
    if not area:
        return None
    a, b, c, d = own.d / area, -own.b / area, -own.c / area, own.a / area
    back = PdfMatrix(a, b, c, d, -(own.e * a + own.f * c), -(own.e * b + own.f * d))
    return back.multiply(whole)


def _points(text: pdfium.PdfTextPage, index: int) -> float:
    """Size of a character as printed; 1 or less for signs the library made up."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(text, index, matrix)
    return float(pdfium_c.FPDFText_GetFontSize(text, index) * (math.hypot(matrix.c, matrix.d) or 1.0))


def _quarter(text: pdfium.PdfTextPage, index: int) -> int:
    """Direction of a character on the unturned page, quarters clockwise."""
    angle = float(pdfium_c.FPDFText_GetCharAngle(text, index))
    return round(math.degrees(angle) / _QUARTER) % 4


def _level(text: pdfium.PdfTextPage, index: int, upright: int) -> bool:
    tilt = math.degrees(pdfium_c.FPDFText_GetCharAngle(text, index)) - upright * _QUARTER
    return abs((tilt + 180) % 360 - 180) < _TILT
