"""Fields of several pages made one: what repeats is weighed, what only one page has is taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.reading import Cell

_LAST = frozenset({"total_amount", "total_in_words"})


def merge_fields(pages: Sequence[Mapping[str, Cell]]) -> dict[str, Cell]:
    """One cell a key: the last filled one for totals, else the value most pages print; even votes ask."""
    keys = dict.fromkeys(key for page in pages for key in page)
    return {key: _merged(key, [page[key] for page in pages if key in page]) for key in keys}


def _merged(key: str, cells: Sequence[Cell]) -> Cell:
    filled = [cell for cell in cells if cell.value and cell.value != ()]
    if not filled:
        return cells[-1]
    if key in _LAST:
        return filled[-1]
    votes = Counter(str(cell.value) for cell in filled)
    (value, most), *others = votes.most_common()
    best = max((c for c in filled if str(c.value) == value), key=lambda c: c.confidence)
    if others and others[0][1] == most:
        return replace(best, review=best.review or f"各页不一致：{'、'.join(votes)}")
    return best
