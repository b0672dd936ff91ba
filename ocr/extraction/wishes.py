"""Which places of a pile of pages deserve a second look: what breaks an equation, what nothing proves, what is dim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.looks import beside, looks_at, places_of
from ocr.extraction.value_kinds import is_money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ocr.pages import Box, PageText
    from ocr.reading import Cell, Document

MOST = 24
"""At most this many places of a page are looked at again."""


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A cell in doubt, the file of its page, and whether its box is that of a label beside which nothing was read."""

    file: str
    cell: Cell
    labelled: bool


def wishes(pages: Sequence[PageText], documents: Sequence[Document]) -> Mapping[str, tuple[Box, ...]]:
    """Upright boxes to look at again, by file name; the most telling first, at most :data:`MOST` a page.

    ``documents`` are those read from the pages. Places that were looked at in several ways already, and electronic
    originals, wish for nothing.
    """
    fresh = {page.file: page for page in pages if page.origin == "scan"}
    wanted: dict[str, dict[Box, None]] = {}
    for doubt in sorted(_doubts(documents), key=_rank):
        if (page := fresh.get(doubt.file)) and doubt.cell.box:
            places = (box for box in _places(page, doubt, doubt.cell.box) if not _looked_at(page, box))
            wanted.setdefault(page.file, {}).update(dict.fromkeys(places))
    return {file: tuple(places)[:MOST] for file, places in wanted.items() if places}


def _places(page: PageText, doubt: _Doubt, box: Box) -> tuple[Box, ...]:
    return (beside(page, box),) if doubt.labelled else places_of(page, box)


def _looked_at(page: PageText, box: Box) -> bool:
    return len({look.how for look in looks_at(page, box)}) > 1


def _doubts(documents: Sequence[Document]) -> Iterator[_Doubt]:
    """Cells that ask, and money that nothing proves; of a field that was not read only its label's place is known."""
    for document in documents:
        fields = ((key, cell, not cell.text) for key, cell in document.fields.items())
        lines = ((key, cell, False) for line in document.items for key, cell in line.cells.items())
        for key, cell, labelled in (*fields, *lines):
            if cell.review or (is_money(key) and not cell.proof):
                yield _Doubt(document.pages[cell.page].file, cell, labelled=labelled)


def _rank(doubt: _Doubt) -> tuple[bool, bool, float]:
    return not doubt.cell.contradicted, not doubt.cell.review, doubt.cell.confidence
