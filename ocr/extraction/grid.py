"""Cells of ruled forms: what stands in the cell to the right of a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocr.extraction.layout import Piece, Sheet

_SLACK = 6.0


def beside(sheet: Sheet, label: Piece) -> tuple[Piece, ...]:
    """The pieces in the ruled cell to the right of the label's own; none where rules do not close both in one row."""
    posts = sorted(x for x, top, bottom in sheet.posts if top - _SLACK < label.y < bottom + _SLACK and x > label.x)
    if len(posts) < 2:  # noqa: PLR2004 - the cell lies between the first two rules to the right
        return ()
    left, right = posts[0], posts[1]
    own, row = _row(sheet, label.x, label.y), _row(sheet, (left + right) / 2, label.y)
    if own is None or row is None or max(abs(own[0] - row[0]), abs(own[1] - row[1])) > label.height:
        return ()
    top, bottom = row
    return tuple(p for p in sheet.pieces if left - _SLACK < p.left and p.x < right and top < p.y < bottom)


def _row(sheet: Sheet, x: float, y: float) -> tuple[float, float] | None:
    """The level rules right above and below a point; None where one is missing."""
    levels = [level for level, a, b in sheet.levels if a - _SLACK < x < b + _SLACK]
    above, below = [level for level in levels if level < y], [level for level in levels if level > y]
    return (max(above), min(below)) if above and below else None
