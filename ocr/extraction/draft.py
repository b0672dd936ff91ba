"""A document while it is being checked: values with marks of proof, doubt and contradiction."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ocr.extraction.cells import figure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from ocr.extraction.body import Sum
    from ocr.reading import Cell, DocumentKind, Line


@dataclass(frozen=True, slots=True)
class PageSum:
    """A sum printed in the table of a page."""

    page: int
    sum: Sum


@dataclass(frozen=True, slots=True)
class Draft:
    """Fields, lines, printed sums and reasons about the whole paper; each check returns a new one."""

    kind: DocumentKind
    fields: Mapping[str, Cell]
    lines: tuple[Line, ...] = ()
    sums: tuple[PageSum, ...] = ()
    reasons: tuple[str, ...] = field(default=())

    def amount(self, key: str) -> Decimal | None:
        """The figure of a field, or None."""
        return figure(self.fields.get(key))

    def with_fields(self, changed: Mapping[str, Cell]) -> Draft:
        """With some fields replaced or added."""
        return replace(self, fields={**self.fields, **changed})

    def with_reason(self, *reasons: str) -> Draft:
        """With reasons about the paper as a whole."""
        return replace(self, reasons=(*self.reasons, *(r for r in reasons if r not in self.reasons)))


def proven(cell: Cell, equation: str) -> Cell:
    """The cell with the equation that holds for it; what had to be guessed stays visible in the proof."""
    read = f"；原读作“{cell.text}”" if cell.review and not cell.contradicted else ""
    proof = f"{cell.proof}；{equation}" if cell.proof and equation not in cell.proof else cell.proof or equation + read
    return replace(cell, proof=proof, review=None, contradicted=False)


def asking(cell: Cell, reason: str) -> Cell:
    """The cell with a reason to look at it, unless it is proven or asks already."""
    return cell if cell.proof or cell.review else replace(cell, review=reason)


def contradicted(cell: Cell, reason: str) -> Cell:
    """The cell with the equation that breaks on it."""
    return replace(cell, review=reason, proof=None, contradicted=True)


def inferred(cell: Cell, value: str, reason: str) -> Cell:
    """The cell with a value worked out from others, which a person must confirm."""
    return replace(cell, value=value, review=reason, proof=None)
