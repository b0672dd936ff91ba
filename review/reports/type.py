"""The type the sheets are set in: the shipped Chinese fonts, and what happens to characters they do not have."""

from __future__ import annotations

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import ROOT

REGULAR = "LingbaoRegular"
BOLD = "LingbaoBold"
_FILES = {REGULAR: "NotoSansSC-Regular.ttf", BOLD: "NotoSansSC-SemiBold.ttf"}


@cache
def fonts() -> frozenset[int]:
    """Register both fonts once; gives the code points that both can draw."""
    known: list[frozenset[int]] = []
    for name, file in _FILES.items():
        font = TTFont(name, ROOT / "fonts" / file)
        pdfmetrics.registerFont(font)
        known.append(frozenset(font.face.charToGlyph))
    return known[0] & known[1]


def printable(text: str) -> str:
    """The text with every character that cannot be drawn replaced by something that can be seen.

    A character of another form (such as a radical sign) gives way to its ordinary one; what remains stands as its code
    point, ``〔U+2B740〕``, so that a rare name is never silently shortened. Line breaks and tabs become blanks.
    """
    return "".join(_drawn(sign) for sign in text)


@cache
def _drawn(sign: str) -> str:
    if sign in "\n\r\t\v\f":
        return " "
    if ord(sign) in fonts() and not unicodedata.category(sign).startswith("C"):
        return sign
    plain = unicodedata.normalize("NFKC", sign)
    if len(plain) == 1 and ord(plain) in fonts():
        return plain
    return f"〔U+{ord(sign):04X}〕"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text runs, points."""
    fonts()
    return float(pdfmetrics.stringWidth(printable(text), BOLD if bold else REGULAR, size))
