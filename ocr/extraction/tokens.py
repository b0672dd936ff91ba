"""Cells that recognition ran together in one box are taken apart again where their kinds differ."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from ocr.extraction.categories import CATEGORIES
from ocr.extraction.text import has_han, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.layout import Piece

_NUMBER = r"-?\d[\d,]*(?:\.\d+)?"
_PACK = "盒|支|瓶|袋|片|粒|丸|套|个|张|块|条|根|枚|贴|包|听|桶"
_UNIT = rf"{_PACK}|kg|g|ml"
_COUNTED = rf"{_UNIT}|项|次|日|天|小时|部位|每部位|组|人次|床日"
_SEAMS = (
    re.compile(r"(?P<a>\d+\.\d{4})(?P<b>[1-9]\d{0,2}/[^\d].*)"),
    re.compile(r"(?P<a>\d+\.\d\d)(?P<b>[1-9]\d{0,2}/[^\d].*)"),
    re.compile(rf"(?P<a>{_COUNTED})(?P<b>\d{{1,4}})"),
    re.compile(rf"(?P<a>{_UNIT}) ?(?P<b>\d[\d.]*(?:[A-Za-zμ%*×:].*))"),
    re.compile(rf"(?P<a>{_NUMBER})(?P<b> ?(?:{_PACK}) ?\d.*)"),
    re.compile(rf"(?P<a>{_NUMBER}) ?(?P<b>[甲乙丙自全无有][^\d]{{0,3}})"),
    re.compile(rf"(?P<a>{_NUMBER})(?P<b> ?[\u4e00-\u9fff]{{1,3}}| [A-Za-z]{{1,3}})"),
    re.compile(rf"(?P<a>{_NUMBER}) (?P<b>{_NUMBER}(?:(?: |/[^\d\s]|-\d\d?-\d).*)?)"),
    re.compile(r"(?P<a>-?\d[\d,]*\.\d\d) ?(?P<b>20\d\d[-/.]\d\d?[-/.]\d{1,2}.*)"),
    re.compile(r"(?P<a>\d{1,4}|\d{0,4}\.\d{1,2})(?P<b>20\d\d[-/.]\d\d?[-/.]\d{1,2})"),
    re.compile(r"(?P<a>-?\d[\d,]*\.\d\d) ?(?P<b>20\d\d[-/.][01]\d(?: ?\d{6,})?)"),
    re.compile(r"(?P<a>20\d\d[-/.][01]\d) ?(?P<b>\d{6,})"),
    re.compile(r"(?P<a>-?\d[\d,]*\.\d\d) ?(?P<b>[A-Za-z]{0,5}[\u4e00-\u9fff]{2}.*)"),
    re.compile(r"(?P<a>\d{1,4}|-?\d[\d,]*\.\d{2,4}) (?P<b>-?\d{1,4}(?:\.\d+)?(?:[\u4e00-\u9fff]{1,3}|g|ml)(?:/.*)?)"),
    re.compile(rf"(?P<a>{'|'.join(CATEGORIES)}) (?P<b>.+)"),
    re.compile(r"(?P<a>20\d\d[-/.]\d\d[-/.]\d\d) ?(?P<b>[^\d:].*|\d{6,}.*)"),
    re.compile(rf"(?P<a>[^\d\s]{{1,3}}) (?P<b>{_NUMBER}(?: .*)?)"),
)


_INSET = 0.15
"""Parts draw back from their seam by this share of the text height, so that the white between columns shows."""

_TELLING = 4


def em_of(pieces: Sequence[Piece]) -> float:
    """How wide a Chinese character is printed, pixels, told by words of some length; infinite where there are none."""
    widths = [(p.right - p.left) / width_of(p.text) for p in pieces if len(p.text) >= _TELLING and has_han(p.text)]
    return median(widths) if widths else float("inf")


def unseam(piece: Piece, em: float = float("inf")) -> tuple[Piece, ...]:
    """The piece, or its parts: ``880.00甲``, ``2支``, ``4 12.50``, ``2024-05-06 X123`` each hold two cells.

    ``em`` is the width of a Chinese character; parts are no wider than their print would be.
    """
    for seam in _SEAMS:
        if match := seam.fullmatch(piece.text):
            first, rest = _parted(piece, match, em)
            return first, *unseam(rest, em)
    return (piece,)


def _parted(piece: Piece, match: re.Match[str], em: float) -> tuple[Piece, Piece]:
    inset = _INSET * piece.height
    first, rest = piece.part(*match.span("a")), piece.part(*match.span("b"))
    right = min(first.right - inset, first.left + em * width_of(first.text))
    last = not any(seam.fullmatch(rest.text) for seam in _SEAMS)
    left = max(rest.left + inset, rest.right - em * width_of(rest.text) if last else rest.left)
    glued = not piece.text[match.start("b")].isspace()
    return replace(first, right=max(right, first.x)), replace(rest, left=left, glued=glued)
