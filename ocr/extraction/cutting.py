"""A box that runs through several columns is cut between them, where each part suits its own column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ocr.extraction.body import is_money
from ocr.extraction.fits import FITS
from ocr.extraction.text import has_han, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.layout import Piece
    from ocr.extraction.matching import Column

_INTO = 0.35
"""A piece runs through a column when it covers this many text heights of it, or half of a narrow one."""
_ASIDE = 1.5
"""How far from the white between two columns a cut may lie, in text heights: letters are not equally wide."""
_GLUED = 0.25
"""A cut without a blank counts as that much further away."""
_SEAM = re.compile(
    r"(?<=\S) +(?=\S)|(?<=[\u4e00-\u9fff])(?=[\dA-Za-z\-])|(?<=[\dA-Za-z%])(?=[\u4e00-\u9fff])"
    r"|(?<=^[甲乙丙])(?=[\u4e00-\u9fff])"
)


def cut_at_columns(piece: Piece, columns: Sequence[Column]) -> tuple[Piece, ...]:
    """The piece, or its parts by column; a text that just overflows its column stays whole."""
    through = sorted((c for c in columns if _covers(piece, c)), key=lambda c: c.left)
    parts: list[Piece] = []
    rest = piece
    while through:
        one, *through = through
        cuts = [(at, n) for n, other in enumerate(through) if (at := _seam(rest, one, other))]
        if cuts:
            at, empty = cuts[0]
            parts.append(rest.part(0, at))
            rest, through = rest.part(at, len(rest.text)), through[empty:]
    return (*parts, rest)


def _covers(piece: Piece, column: Column) -> bool:
    over = min(piece.right, column.right) - max(piece.left, column.left)
    return over > min(_INTO * piece.height, 0.5 * (column.right - column.left))


def _seam(piece: Piece, one: Column, other: Column) -> int:
    """The best place in the text for a cut between two columns; 0 where there is none."""
    costs = sorted(_costs(piece, one, other))
    return costs[0][1] if costs else 0


def _costs(piece: Piece, one: Column, other: Column) -> Iterator[tuple[float, int]]:
    whole = width_of(piece.text)
    for seam in _SEAM.finditer(piece.text):
        left, right = piece.text[: seam.start()].strip(), piece.text[seam.end() :].strip()
        x = piece.left + (piece.right - piece.left) * width_of(piece.text[: seam.end()]) / whole
        off = max(0.0, one.right - x, x - other.left) / piece.height + _GLUED * (seam.start() == seam.end())
        if off < _ASIDE and left and _suits(left, right, one, other):
            yield off, seam.end()


def _suits(left: str, right: str, one: Column, other: Column) -> bool:
    """Whether each part may stand in its column, or words that strayed into figures leave a sum of money."""
    fits = FITS[other.key](right) or FITS[other.key](right.split(" ", maxsplit=1)[0])
    return fits and (FITS[one.key](left) or (is_money(right) and has_han(left)))
