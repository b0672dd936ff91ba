"""A document while it is being checked: values with marks of proof, doubt and contradiction."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ocr.extraction.cells import figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from ocr.extraction.body import Sum
    from ocr.extraction.evidence import Evidence
    from ocr.reading import Cell, DocumentKind, Line

Spot = tuple[int, str]
"""Where a cell stands in a draft: the index of its line, :data:`FIELD` for a field, and its key."""

FIELD = -1


@dataclass(frozen=True, slots=True)
class PageSum:
    """A sum printed in the table of a page."""

    page: int
    sum: Sum


@dataclass(frozen=True, slots=True)
class Draft:
    """Fields, lines, printed sums and reasons about the whole paper; each check returns a new one.

    ``origin`` is that of its pages, where they have but one; ``loose`` are sums on them that no cell holds.
    """

    kind: DocumentKind
    fields: Mapping[str, Cell]
    lines: tuple[Line, ...] = ()
    sums: tuple[PageSum, ...] = ()
    reasons: tuple[str, ...] = field(default=())
    evidence: Mapping[Spot, Evidence] = field(default_factory=dict)
    origin: str = "scan"
    loose: tuple[Cell, ...] = ()

    def spots(self) -> Iterator[tuple[Spot, Cell]]:
        """Every cell with where it stands."""
        yield from (((FIELD, key), cell) for key, cell in self.fields.items())
        yield from (((at, key), cell) for at, line in enumerate(self.lines) for key, cell in line.cells.items())

    def with_spots(self, changed: Mapping[Spot, Cell]) -> Draft:
        """With some cells replaced."""
        lines = tuple(
            replace(line, cells={key: changed.get((at, key), cell) for key, cell in line.cells.items()})
            for at, line in enumerate(self.lines)
        )
        fields = {key: changed.get((FIELD, key), cell) for key, cell in self.fields.items()}
        return replace(self, fields=fields, lines=lines)

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
    read = f"；原读作“{cell.text}”" if cell.review and cell.text and not cell.contradicted else ""
    proof = f"{cell.proof}；{equation}" if cell.proof and equation not in cell.proof else cell.proof or equation + read
    return replace(cell, proof=proof, review=None, contradicted=False)


def asking(cell: Cell, reason: str) -> Cell:
    """The cell with a reason to look at it, unless it is proven or asks already."""
    return cell if cell.proof or cell.review else replace(cell, review=reason)


def contradicted(cell: Cell, reason: str) -> Cell:
    """The cell with the equation that breaks on it."""
    return replace(cell, review=reason, proof=None, contradicted=True)


def mended(cell: Cell, value: str, equation: str) -> Cell:
    """The cell with another reading of its place, which an equation proves; the first reading stays visible."""
    read = cell.value if isinstance(cell.value, str) and cell.value else cell.text
    others = tuple(dict.fromkeys(v for v in (read, *cell.others) if v and v != value))
    proof = f"复读后{equation}；{f'原读作“{cell.text}”' if cell.text else '初读没有读出'}"
    return replace(cell, value=value, proof=proof, review=None, contradicted=False, others=others)


def inferred(cell: Cell, value: str, reason: str) -> Cell:
    """The cell with a value worked out from others, which a person must confirm."""
    return replace(cell, value=value, review=reason, proof=None)
