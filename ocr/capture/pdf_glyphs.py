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

from ocr.capture.glyphs import Glyph, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2 as pdfium

_INVISIBLE = frozenset({pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP})
_MOST = 60_000
"""Characters of one page beyond which nothing is read: no paper holds more."""

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
    return Print((angles.most_common(1)[0][0] - own) % 4, median(sizes))


def visible_glyphs(page: pdfium.PdfPage, drawn: Drawn) -> tuple[Glyph, ...]:
    """The characters that are printed upright on a page, in the order of its file."""
    with closing(page.get_textpage()) as text:
        count = text.count_chars()
        upright = (drawn.turns + page.get_rotation() // _QUARTER) % 4
        if count > _MOST:
            return ()
        return tuple(_glyphs(text, page, drawn, upright))


def _glyphs(text: pdfium.PdfTextPage, page: pdfium.PdfPage, drawn: Drawn, upright: int) -> Iterator[Glyph]:
    place = _Placing(page, drawn)
    for index in range(text.count_chars()):
        char = pdfium_c.FPDFText_GetUnicode(text, index)
        if _level(text, index, upright) and not pdfium_c.FPDFText_IsGenerated(text, index):
            thing = pdfium_c.FPDFText_GetTextObject(text, index)
            if thing and pdfium_c.FPDFTextObj_GetTextRenderMode(thing) not in _INVISIBLE:
                run = ctypes.cast(thing, ctypes.c_void_p).value or 0
                yield place.glyph(text, index, chr(char) if char <= 0x10FFFF else "", run)  # noqa: PLR2004 - Unicode ends there


class _Placing:
    """From the page's own coordinates to pixels."""

    def __init__(self, page: pdfium.PdfPage, drawn: Drawn) -> None:
        self._page, self._drawn = page, drawn
        left, top = self._pixel(0.0, 0.0)
        across, down = self._pixel(1000.0, 1000.0)
        self._scale = max(abs(across - left), abs(down - top)) / 1000

    def glyph(self, text: pdfium.PdfTextPage, index: int, char: str, run: int) -> Glyph:
        """One character: its origin and size from its matrix, its advance from its loose box where that is sane.

        The library gives boxes of Type 3 characters inside forms in the coordinates of the form; they are not used.
        """
        matrix, box = pdfium_c.FS_MATRIX(), pdfium_c.FS_RECTF()
        pdfium_c.FPDFText_GetMatrix(text, index, matrix)
        pdfium_c.FPDFText_GetLooseCharBox(text, index, box)
        left, base = self._pixel(matrix.e, matrix.f)
        ends = sorted(self._pixel(x, y)[0] for x, y in ((box.left, box.bottom), (box.right, box.top)))
        em = _points(text, index) * self._scale
        sane = abs(ends[0] - left) < _OFF * em and 0 < ends[1] - ends[0] < _WIDEST * em
        return Glyph(char, left, ends[1] if sane else left + em * width_of(char), base, em, run)

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        size = (self._drawn.width * _FINE, self._drawn.height * _FINE)
        pdfium_c.FPDF_PageToDevice(self._page, 0, 0, *size, self._drawn.turns, x, y, across, down)
        return across.value / _FINE, down.value / _FINE


_FINE = 64
"""Parts of a pixel in which places are asked for, since the library answers in whole numbers."""


def _points(text: pdfium.PdfTextPage, index: int) -> float:
    """Size of a character as printed; 1 or less for signs the library made up."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(text, index, matrix)
    return float(pdfium_c.FPDFText_GetFontSize(text, index) * (math.hypot(matrix.c, matrix.d) or 1.0))


def _quarter(text: pdfium.PdfTextPage, index: int) -> int:
    """Direction of a character on the unturned page, quarters counter-clockwise."""
    angle = float(pdfium_c.FPDFText_GetCharAngle(text, index))
    return round(math.degrees(angle) / _QUARTER) % 4


def _level(text: pdfium.PdfTextPage, index: int, upright: int) -> bool:
    tilt = math.degrees(pdfium_c.FPDFText_GetCharAngle(text, index)) - upright * _QUARTER
    return abs((tilt + 180) % 360 - 180) < _TILT
