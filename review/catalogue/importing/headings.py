"""Where the headings of a sheet stand and what they say: for the guess, and for the dialog of a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from review.catalogue.importing.mapping import Guess, guess, signature
from review.sheets.cells import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from review.catalogue.importing.mapping import Mapping
    from review.sheets.sheet import Merge, Sheet

TOP = 30
"""Rows among which headings are looked for."""
_TALLEST = 3
_MOST_COLUMNS = 200
_FULL = 0.8
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLook:
    """One sheet as the dialog shows it.

    Attributes:
        sheet: its name; empty for a CSV file.
        rows: rows up to the last with something in it, headings included.
        header_row: the row of the headings, from 1; where none are known, the one that looks most like it, or 0.
        height: how many rows the headings take, where cells are merged over two or three.
        headings: one for each column from A on; those of two rows are joined.
        signature: the name under which a mapping of these headings is remembered.
        guessed: what the headings seem to say; None where they say nothing.
        top: the first rows as text.
        merges: cells merged among the first rows.
        hint: what else tells the kind: names of file and sheet.
    """

    sheet: str
    hidden: bool = False
    rows: int
    header_row: int = 0
    height: int = 1
    headings: tuple[str, ...] = ()
    signature: str = ""
    guessed: Guess | None = None
    top: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    hint: str = ""

    @property
    def guess(self) -> Mapping | None:
        """The mapping the headings suggest, or None."""
        return self.guessed.mapping if self.guessed else None

    @property
    def title(self) -> str:
        """What stands above the headings, joined."""
        above = (cell for row in self.top[: max(self.header_row - 1, 0)] for cell in row)
        return " ".join(dict.fromkeys(cell for cell in above if cell))


def look(sheet: Sheet, file: str = "") -> SheetLook:
    """The sheet with its headings where they are most plainly found."""
    top = tuple(tuple(shown(cell) for cell in cells[:_MOST_COLUMNS]) for _, cells in islice(sheet.rows(), TOP))
    merges = tuple(merge for merge in sheet.merges if merge.top <= TOP)
    hint = f"{sheet.name} {file}"
    bare = SheetLook(sheet=sheet.name, hidden=sheet.hidden, rows=sheet.count, top=top, merges=merges, hint=hint)
    found = (look_at(bare, row) for row in range(1, len(top) + 1))
    best = max(found, key=_plainness, default=bare)
    fullest = _fullest(top)
    return best if best.guessed or not fullest else look_at(bare, fullest)


def _fullest(top: Sequence[Sequence[str]]) -> int:
    """The first row about as full as the fullest: headings nobody knows are likeliest there; 0 where all are bare."""
    counts = [sum(bool(cell) for cell in row) for row in top]
    enough = max(max(counts, default=0) * _FULL, _FEWEST)
    return next((row for row, count in enumerate(counts, start=1) if count >= enough), 0)


def _plainness(seen: SheetLook) -> tuple[bool, int, int]:
    guessed = seen.guessed
    return (guessed.fits, len(guessed.mapping.columns), -seen.header_row) if guessed else (False, 0, -seen.header_row)


def look_at(bare: SheetLook, row: int) -> SheetLook:
    """The same sheet, with the headings a person says stand in that row, from 1."""
    height = _height(bare.merges, row)
    headings = _headings(bare.top[row - 1 : row - 1 + height], row, bare.merges)
    title = " ".join(cell for cells in bare.top[: row - 1] for cell in cells)
    guessed = guess(headings, bare.sheet, row, f"{title} {bare.hint}")
    return replace(
        bare, header_row=row, height=height, headings=headings, signature=signature(headings), guessed=guessed
    )


def _height(merges: Iterable[Merge], row: int) -> int:
    """Rows of headings: as many as the tallest cell merged downwards from the first one."""
    tall = (merge.bottom - row + 1 for merge in merges if merge.top == row and merge.left == merge.right)
    return min(max(tall, default=1), _TALLEST)


def _headings(rows: Sequence[Sequence[str]], first: int, merges: Iterable[Merge]) -> tuple[str, ...]:
    grid = [list(row) for row in rows]
    for merge in merges:
        if first <= merge.top < first + len(grid) and merge.right > merge.left:
            cells = grid[merge.top - first]
            end = min(merge.right + 1, len(cells))
            cells[merge.left : end] = [cells[merge.left]] * (end - merge.left) if merge.left < end else []
    width = max(map(len, grid), default=0)
    columns = ([row[column] if column < len(row) else "" for row in grid] for column in range(width))
    return tuple("".join(dict.fromkeys(cell for cell in column if cell)) for column in columns)
