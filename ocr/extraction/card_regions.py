"""A card lying on another paper, whose lines go on around it: its words told by the card's own proportions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocr.extraction.layout import Piece, Sheet

_RATIO = 85.6 / 54.0
"""Width to height of every card (ISO/IEC 7810 ID-1)."""

_ON_LINE = 0.6
_MOST = 4


@dataclass(frozen=True, slots=True)
class Print:
    """A line printed on a card: its words, where on the card it begins and ends, and its height, as shares of 1."""

    words: re.Pattern[str]
    left: float
    right: float
    y: float


_PRINTS = (
    Print(re.compile(r"^公民身[份分]号码?\d*[\dX]?$"), 0.04, 0.92, 0.88),
    Print(re.compile(r"^有效期限?(?!:)[\d.\-]*"), 0.24, 0.84, 0.90),
)


def on_card(sheet: Sheet) -> Iterator[tuple[tuple[Piece, ...], tuple[Piece, ...]]]:
    """For the first prints of cards on the sheet, the pieces on the card and the rest."""
    for piece, shape in islice(_prints(sheet), _MOST):
        region = _region(sheet, piece, shape)
        inside = tuple(p for p in sheet.pieces if _covers(region, p))
        rest = tuple(p for p in sheet.pieces if not _covers(region, p))
        if inside and rest:
            yield inside, rest


def _prints(sheet: Sheet) -> Iterator[tuple[Piece, Print]]:
    for piece in sheet.pieces:
        text = piece.text.replace(" ", "")
        yield from ((piece, shape) for shape in _PRINTS if shape.words.match(text))


def _region(sheet: Sheet, piece: Piece, shape: Print) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the card that a print lies on, taken from the length of its line."""
    line = [p for p in sheet.pieces if abs(p.y - piece.y) < _ON_LINE * piece.height and p.left >= piece.left]
    near = [p for p in line if p is piece or any(c.isdigit() for c in p.text)]
    length = max(p.right for p in near) - piece.left
    width = length / (shape.right - shape.left)
    left, top = piece.left - shape.left * width, piece.y - shape.y * width / _RATIO
    return left, top, left + width, top + width / _RATIO


def _covers(region: tuple[float, float, float, float], piece: Piece) -> bool:
    left, top, right, bottom = region
    return left <= piece.x <= right and top <= piece.y <= bottom
