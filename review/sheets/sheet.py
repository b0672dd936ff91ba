"""One table of a file as its reader gives it: rows with their numbers, and what only the file's own markup tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Cell = int | float | str | bool | time | date | datetime | timedelta
Row = tuple[int, list[Cell]]
"""Number of the row as a spreadsheet counts it, and its cells from column A on."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells merged into one: rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the markup of a sheet says beside its values; columns count from 0, rows from 1.

    Attributes:
        uncached: cells with a formula whose result was never stored.
        broken: cells that show an error such as #N/A.
        formulas: for each column with stored results of formulas: how many, and the first row.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncached: frozenset[tuple[int, int]] = frozenset()
    broken: frozenset[tuple[int, int]] = frozenset()
    formulas: dict[int, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet; ``name`` is empty for a CSV file. ``rows`` gives its rows anew each time it is called."""

    name: str
    rows: Callable[[], Iterator[Row]]
    count: int
    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    marks: Marks = field(default_factory=Marks)
    notes: tuple[str, ...] = ()


def letters(column: int) -> str:
    """The letters a spreadsheet gives a column counted from 0: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_of(name: str) -> int:
    """The column, from 0, of a spreadsheet's letters."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
