"""A cell of a table printed otherwise than its column: in another size, stroke and ink than the cells around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ocr.pages import Anomaly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.forensics.cutting import Floats
    from ocr.forensics.prints import Print
    from ocr.pages import Box, PageText

CODE = "odd-figure"

_ALIKE = 6
"""Cells of a column from which it shows how it was printed."""

_FLOORS = np.array([0.025, 0.05, 0.06, 0.06], np.float32)
"""What height, depth, stroke and edge differ by in any column, as shares."""

_APART, _PROVEN = 3.0, 12.0
"""Usual differences from which a cell stands out in a measure, and in all of those together before it is told of."""

_MEASURES = 2
"""Measures in which it does at least."""

_CALM = 2.5
"""Usual differences that its neighbours may show: where they stand out too, it is a fold or a shadow."""

_SUMS = "计总额"
"""What the row of a sum says; it is often set apart on purpose."""


def odd_figures(page: PageText, prints: Sequence[Print]) -> Iterator[Anomaly]:
    """Cells that stand out of their column while the cells beside, above and below do not."""
    for column in _columns([seen for seen in prints if seen.alone]):
        looks = np.array([_look(seen) for seen in column])
        middle = np.median(looks, axis=0)
        usual = np.maximum(1.4826 * np.median(np.abs(looks - middle), axis=0), _FLOORS)
        apart = np.abs(looks - middle) / usual
        for place, seen in enumerate(column):
            odd = apart[place] >= _APART
            total = float(apart[place][odd].sum())
            if odd.sum() < _MEASURES or total < _PROVEN or not _calm(apart, place, odd):
                continue
            if not _is_sum(page, seen.word.box):
                yield _told(page, seen, looks[place] - middle, total)


def _columns(cells: Sequence[Print]) -> Iterator[list[Print]]:
    """Cells whose right edges stand in one line, from top to bottom."""
    column: list[Print] = []
    for seen in sorted(cells, key=lambda seen: seen.word.box[0] + seen.word.box[2]):
        x, _, width, height = seen.word.box
        if column and x + width - _right(column[-1]) > height / 4:
            yield from _long_enough(column)
            column = []
        column.append(seen)
    yield from _long_enough(column)


def _long_enough(column: list[Print]) -> Iterator[list[Print]]:
    if len(column) >= _ALIKE:
        yield sorted(column, key=lambda seen: seen.word.box[1])


def _right(seen: Print) -> int:
    return seen.word.box[0] + seen.word.box[2]


def _look(seen: Print) -> Floats:
    """Height, depth, stroke and edge of a figure, as logarithms."""
    height, _, depth, stroke, edge, _, _ = np.median(seen.measures[:, seen.digits], axis=1)
    return np.asarray(np.log(np.maximum([height, depth, stroke, edge * height], 1e-3)), np.float32)


def _calm(apart: Floats, place: int, odd: Floats) -> bool:
    """Whether the cells above and below look as the column does."""
    near = [n for n in (place - 1, place + 1) if 0 <= n < len(apart)]
    return bool((apart[near][:, odd] < _CALM).all())


def _is_sum(page: PageText, box: Box) -> bool:
    """Whether the row of a cell is that of a sum."""
    _, top, _, height = box
    row = (word for word in page.words if word.box[1] < top + height and top < word.box[1] + word.box[3])
    return any(sign in word.text for word in row for sign in _SUMS)


def _told(page: PageText, seen: Print, differences: Floats, apart: float) -> Anomaly:
    height, depth, stroke, _ = (100 * (np.exp(differences) - 1)).tolist()
    said = (
        f"“{seen.signs}”与同一列的其他数字印得不同：字高{height:+.0f}%，墨色{depth:+.0f}%，笔画{stroke:+.0f}%，"
        "而上下各行一致。"
    )
    return Anomaly(CODE, said, page.filed_box(seen.box), round(1 - 1 / (1 + apart / _PROVEN), 3))
