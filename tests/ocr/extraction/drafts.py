"""Builders of drafts: cells, lines and papers with evidence, every argument with a plain default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.draft import FIELD, Draft, Spot
from ocr.extraction.evidence import Evidence
from ocr.reading import Cell, DocumentKind, Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RECEIPT, STATEMENT = DocumentKind.INPATIENT_RECEIPT, DocumentKind.EXPENSE_STATEMENT
TOTAL: Spot = (FIELD, "total_amount")


def a_cell(value: str, *, confidence: float = 0.999, text: str | None = None, review: str | None = None) -> Cell:
    return Cell(value, value if text is None else text, confidence, 0, (0, 0, 10, 10), review)


def a_line(**cells: str) -> Line:
    return Line({key: a_cell(value) for key, value in cells.items()})


def a_bill(
    rows: Sequence[tuple[str, str, str]], looks: Mapping[Spot, Sequence[str]] | None = None, **fields: str
) -> Draft:
    """A statement of (quantity, price, amount) with what second looks saw; ``fields`` such as the total."""
    lines = tuple(a_line(quantity=q, unit_price=p, amount=a) for q, p, a in rows)
    evidence = {spot: Evidence(tuple(seen)) for spot, seen in (looks or {}).items()}
    return Draft(STATEMENT, {key: a_cell(value) for key, value in fields.items()}, lines, evidence=evidence)


def standing(cells: Mapping[str, Cell]) -> dict[str, str]:
    """In one word for each cell: broken, asks, proven or merely read."""
    return {key: mark(cell) for key, cell in cells.items()}


def mark(cell: Cell) -> str:
    if cell.contradicted:
        return "broken"
    return "asks" if cell.review else "proven" if cell.proof else "read"
