"""In which order the rows of columns set side by side are meant to be read."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import isinf
from statistics import median
from typing import TYPE_CHECKING

from ocr.extraction.categories import known_category
from ocr.extraction.cells import join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.records import Record

_NATIONAL = (
    "床位费", "诊察费", "检查费", "化验费", "治疗费", "手术费", "护理费", "卫生材料费", "西药费", "中药饮片",
    "中药饮片费", "中草药费", "中成药费", "一般诊疗费", "挂号费", "其他住院收费", "其他门急诊收费",
)  # fmt: skip
"""Fee categories in the order of the national medical receipt."""
_FEWEST = 4
_DISORDER = 0.12
_PITCH, _ROOM = 1.7, 2.2
"""The usual distance of rows in text heights, and of the last row from the close of a full table, in rows."""
_LONGEST = 15
"""Rows of a block on a receipt at most."""
_ACROSS_FROM = 3
"""Forms with this many groups of columns are filled line by line."""


def reading_order(rows: Sequence[Record], groups: int, height: float, end: float) -> tuple[Record, ...]:
    """Rows in the order they were printed: down each group of columns, or line by line across the groups.

    ``height`` is the usual text height, ``end`` the level height at which the table closes; pixels.
    """
    lines = _line_numbers(rows, height)
    if groups > 1 and (_filled_across(rows, groups, lines) or _has_room(rows, groups, height, end)):
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

    Forms with many groups are, unless the counts of their columns say otherwise. With two, a gap in the right group
    above its last row can only come from filling across, and so can fee categories that stand in the order of the
    national form when read across. Else down.
    """
    if groups >= _ACROSS_FROM:
        counts = [sum(row.group == group for row in rows) for group in range(groups)]
        return not _fills_columns(counts) and not _in_order(_down(rows), _across(rows, lines))
    right = sorted(lines[row.y] for row in rows if row.group == 1)
    return right != list(range(len(right))) or _national_across(rows, lines)


def _has_room(rows: Sequence[Record], groups: int, height: float, end: float) -> bool:
    """Whether two groups both hold rows though more would have fitted under the left one: it was not filled first.

    Where the right one is shorter by more than a row, it was not filled line by line either; and blocks longer than a
    receipt has them are those of a statement, which leaves the foot of its page free.
    """
    counts = [sum(row.group == group for row in rows) for group in range(groups)]
    if groups >= _ACROSS_FROM or isinf(end) or not all(counts) or counts[0] - counts[-1] > 1 or counts[0] > _LONGEST:
        return False
    heights = sorted({row.y for row in rows if row.group == 0})
    steps = [below - above for above, below in pairwise(heights)]
    pitch = median(steps) if steps else _PITCH * height
    return end - max(row.y for row in rows) > _ROOM * max(pitch, height)


def _fills_columns(counts: Sequence[int]) -> bool:
    """Whether many columns were filled one after the other: some stay empty, or the last is short by more than a row.

    Forms of three columns that use two are filled across all the same.
    """
    used = [count for count in counts if count]
    return len(used) >= _ACROSS_FROM and (len(used) < len(counts) or max(used) - used[-1] > 1)


def _national_across(rows: Sequence[Record], lines: dict[float, int]) -> bool:
    """Whether the categories stand in the order of the national form when read across and not down."""
    return _in_order(_across(rows, lines), _down(rows))


def _across(rows: Sequence[Record], lines: dict[float, int]) -> list[int]:
    return _places(sorted(rows, key=lambda r: (lines[r.y], r.group)))


def _down(rows: Sequence[Record]) -> list[int]:
    return _places(sorted(rows, key=lambda r: (r.group, r.y)))


def _in_order(places: Sequence[int], otherwise: Sequence[int]) -> bool:
    """Whether categories stand in national order, or nearly, read one way, and less so read the other way."""
    pairs = len(places) * (len(places) - 1) / 2
    ordered = len(places) >= _FEWEST and _inversions(places) <= _DISORDER * pairs
    return ordered and _inversions(places) < _inversions(otherwise)


def _places(rows: Sequence[Record]) -> list[int]:
    names = [known_category(join(row.cells.get("name", ()))) for row in rows]
    return [_NATIONAL.index(name) for name in names if name in _NATIONAL]


def _inversions(places: Sequence[int]) -> int:
    return sum(a > b for a, b in combinations(places, 2))
