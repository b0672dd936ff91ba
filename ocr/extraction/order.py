"""In which order the rows of columns set side by side are meant to be read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.records import Record

_ACROSS_FROM = 3
"""Forms with this many groups of columns are filled line by line."""


def reading_order(rows: Sequence[Record], groups: int, height: float) -> tuple[Record, ...]:
    """Rows in the order they were printed: down each group of columns, or line by line across the groups.

    ``height`` is the usual text height, pixels.
    """
    lines = _line_numbers(rows, height)
    if groups > 1 and _filled_across(rows, groups, lines):
        return tuple(sorted(rows, key=lambda r: (lines[r.y], r.group)))
    return tuple(sorted(rows, key=lambda r: (r.group, r.y)))


def _line_numbers(rows: Sequence[Record], height: float) -> dict[float, int]:
    """The line each row stands on, counted from the top over all groups."""
    heights = sorted({row.y for row in rows})
    lines = dict.fromkeys(heights[:1], 0)
    for above, below in pairwise(heights):
        lines[below] = lines[above] + (below - above > 0.6 * height)
    return lines


def _filled_across(rows: Sequence[Record], groups: int, lines: dict[float, int]) -> bool:
    """Whether the form was filled line by line.

    Many groups are. With two, a gap in the right group above its last row can only come from filling across; where
    nothing tells, forms that print every quantity beside its unit are filled down, others across.
    """
    if groups >= _ACROSS_FROM:
        return True
    right = sorted(lines[row.y] for row in rows if row.group == 1)
    return right != list(range(len(right)))
