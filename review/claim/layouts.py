"""Whether the columns of a statement were understood rightly, told by what a clerk had to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.paper import DocumentKind, Standing
from review.claim.standing import PRODUCT
from review.money import parse_money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.claim.paper import Column, Document, Line, Value

FEWEST = 3
"""Rows a table needs before its columns say anything about the next one."""
RETYPED = 0.2
"""Share of a column's cells that may have been typed anew; more says that the column was taken for another."""


def held_layout(document: Document) -> tuple[Column, ...]:
    """The columns of a statement whose meaning nobody had to change; else nothing.

    A meaning was changed where many cells of one column were typed anew, where cells of a row changed places, or where
    rows were struck out or added in numbers.
    """
    rows = [line for line in document.lines if not line.removed]
    if document.kind is not DocumentKind.EXPENSE_STATEMENT or len(rows) < FEWEST:
        return ()
    struck = len(document.lines) - len(rows) + sum(_added(line) for line in rows)
    wrong = struck > RETYPED * len(rows) or any(_moved(line) for line in rows)
    return () if wrong or any(_retyped(rows, column.key) for column in document.layout) else document.layout


def named(columns: Sequence[Column]) -> str:
    """The columns in one line, by which a layout is found again: printed headings with the keys they fill."""
    return " | ".join(f"{column.heading}→{column.key}" for column in columns)


def changed(value: Value) -> bool:
    """Whether a person gave a value on paper another content; typed figures are proven or contradicted, not typed."""
    by_hand = value.standing in {Standing.TYPED, Standing.CONFIRMED} or (value.key in PRODUCT)
    return value.place is not None and by_hand and value.key != "date" and not _says(value.text, value.value)


def _retyped(rows: Sequence[Line], key: str) -> bool:
    cells = [line.values[key] for line in rows if key in line.values]
    return sum(changed(cell) for cell in cells) > RETYPED * len(cells)


def _moved(line: Line) -> bool:
    """Whether a cell was given what another changed cell of the row had read."""
    cells = [cell for cell in line.values.values() if changed(cell)]
    return any(cell.value and _says(other.text, cell.value) for cell in cells for other in cells if other is not cell)


def _added(line: Line) -> bool:
    return not any(value.text for value in line.values.values())


def _says(text: str, value: str) -> bool:
    """Whether printed text stands for a value: the same figure, else the value within the text."""
    figure = parse_money(value)
    return figure == parse_money(text) if figure is not None else bool(value) and _bare(value) in _bare(text)


def _bare(text: str) -> str:
    return "".join(text.split())
