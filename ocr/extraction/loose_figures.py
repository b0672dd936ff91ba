"""Sums that are printed on a paper and that nothing took: their labels were lost or misread.

Where an equation demands a value, and just that is printed somewhere and belongs to nothing else, it is both read and
reckoned.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ocr.extraction.cells import money_cell
from ocr.extraction.looks import upright_box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from ocr.extraction.draft import Draft
    from ocr.extraction.layout import Piece, Sheet
    from ocr.pages import Box
    from ocr.reading import Cell

_SUM = re.compile(r"(?:.*[^\d.,])?(?P<figure>\d[\d,]*\.\d\d)元?")
_SHARED = 0.5


def loose_figures(draft: Draft, places: Sequence[tuple[Sheet, int]]) -> tuple[Cell, ...]:
    """The sums to the fen, none of them nothing, that stand on the pages of a draft and in none of its cells."""
    return tuple(cell for sheet, at in places for cell in _on(sheet, at, draft))


def _on(sheet: Sheet, at: int, draft: Draft) -> Iterator[Cell]:
    cells = [(upright_box(sheet.page, c.box), c.text) for _, c in draft.spots() if c.box and c.text and c.page == at]
    sums = {s.sum.piece.box for s in draft.sums if s.page == at}
    for piece in sheet.pieces:
        match = _SUM.fullmatch(piece.text.replace(" ", ""))
        if match and piece.box not in sums and not any(_took(box, text, piece, match["figure"]) for box, text in cells):
            cell = money_cell(sheet.page, [piece], match["figure"], at=at)
            if cell.review is None and any(c in "123456789" for c in str(cell.value)):
                yield cell


def _took(box: Box, text: str, piece: Piece, read: str) -> bool:
    """Whether a cell lies on the piece and holds its figure."""
    return read in text.replace(" ", "") and _overlap(box, piece.box) > _SHARED


def _overlap(one: Box, other: Box) -> float:
    """The share of the smaller of two boxes that both cover."""
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(0, across) * max(0, down) / max(1, min(one[2] * one[3], other[2] * other[3]))


def loose(draft: Draft, value: Decimal) -> Cell | None:
    """The sum of a value that nothing took, where it is printed once."""
    found = [cell for cell in draft.loose if cell.value == format(value, "f")]
    return found[0] if len(found) == 1 and value else None
