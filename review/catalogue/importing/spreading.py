"""Merged cells among the rows: filled down where that is plain, else a fault; a title across a row is a heading."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from review.catalogue.importing.columns import BY_KEY
from review.sheets.sheet import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from review.catalogue.importing.faults import Faults
    from review.sheets.sheet import Cell, Merge


class Spreading:
    """Follows the merged cells of a sheet row by row."""

    def __init__(self, merges: Iterable[Merge], placed: Mapping[str, int], first_row: int, faults: Faults) -> None:
        self._starting: defaultdict[int, list[Merge]] = defaultdict(list)
        for merge in merges:
            if merge.bottom >= first_row:
                self._starting[max(merge.top, first_row)].append(merge)
        self._keys = {column: key for key, column in placed.items()}
        self._faults = faults
        self._spread: dict[int, tuple[Merge, Cell]] = {}

    def filled(self, row: int, cells: list[Cell]) -> list[Cell]:
        """The cells of a row with what is merged into it from above."""
        for merge in self._starting.pop(row, ()):
            self._begin(merge, cells)
        if not self._spread:
            return cells
        self._spread = {column: held for column, held in self._spread.items() if held[0].bottom >= row}
        filled = cells + [""] * (max(self._spread, default=-1) + 1 - len(cells))
        for column, (_, value) in self._spread.items():
            filled[column] = value
        return filled

    def _begin(self, merge: Merge, cells: list[Cell]) -> None:
        columns = [column for column in self._keys if merge.left <= column <= merge.right]
        value = cells[merge.left] if merge.left < len(cells) else ""
        if not columns or (merge.left != merge.right and merge.top == merge.bottom and _alone(cells, value)):
            return
        if len(columns) > 1:
            self._ambiguous(merge, columns, value)
        elif merge.bottom > merge.top and BY_KEY[self._keys[columns[0]]].spreads:
            self._spread[columns[0]] = merge, value
        elif merge.bottom > merge.top:
            self._ambiguous(merge, columns, value)

    def _ambiguous(self, merge: Merge, columns: list[int], value: Cell) -> None:
        place = f"{letters(merge.left)}{merge.top}:{letters(merge.right)}{merge.bottom}"
        labels = "、".join(BY_KEY[self._keys[column]].label for column in columns)
        said = f"{place} 合并成了一格，分不清各行各列的{labels}；请取消合并并逐格填写。"
        self._faults.stop(said, merge.top, letters(merge.left), value)


def _alone(cells: Iterable[Cell], value: Cell) -> bool:
    return all(cell in {"", value} for cell in cells)
