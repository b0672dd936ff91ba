"""Cells of ruled forms: what stands in the cell to the right of a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocr.extraction.layout import Piece, Sheet

_SLACK = 6.0


def beside(sheet: Sheet, label: Piece) -> tuple[Piece, ...]:
    """The pieces in the ruled cell to the right of the label's own; none where rules do not close both."""
    posts = sorted(x for x, top, bottom in sheet.posts if top - _SLACK < label.y < bottom + _SLACK and x > label.x)
    if len(posts) < 2:  # noqa: PLR2004 - the cell lies between the first two rules to the right
        return ()
    left, right = posts[0], posts[1]
    middle = (left + right) / 2
    levels = sorted(y for y, a, b in sheet.levels if a - _SLACK < middle < b + _SLACK)
    top = max((y for y in levels if y < label.y), default=None)
    bottom = min((y for y in levels if y > label.y), default=None)
    if top is None or bottom is None:
        return ()
    return tuple(p for p in sheet.pieces if left - _SLACK < p.left and p.x < right and top < p.y < bottom)
