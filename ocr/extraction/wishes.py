"""Which places of a pile of pages deserve a second look: what breaks an equation, what nothing proves, what is dim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.looks import looks_at, places_of
from ocr.extraction.value_kinds import is_money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ocr.pages import Box, PageText
    from ocr.reading import Cell, Document

MOST = 24
"""At most this many places of a page are looked at again."""


def wishes(pages: Sequence[PageText], documents: Sequence[Document]) -> Mapping[str, tuple[Box, ...]]:
    """Upright boxes to look at again, by file name; the most telling first, at most :data:`MOST` a page.

    ``documents`` are those read from the pages. Places that were looked at in several ways already, and electronic
    originals, wish for nothing.
    """
    fresh = {page.file: page for page in pages if page.origin == "scan"}
    wanted: dict[str, dict[Box, None]] = {}
    for file, cell in sorted(_doubted(documents), key=lambda fc: _rank(fc[1])):
        if file in fresh and cell.box:
            places = (box for box in places_of(fresh[file], cell.box) if not _looked_at(fresh[file], box))
            wanted.setdefault(file, {}).update(dict.fromkeys(places))
    return {file: tuple(places)[:MOST] for file, places in wanted.items() if places}


def _looked_at(page: PageText, box: Box) -> bool:
    return len({look.how for look in looks_at(page, box)}) > 1


def _doubted(documents: Sequence[Document]) -> Iterator[tuple[str, Cell]]:
    for document in documents:
        fields = ((key, cell) for key, cell in document.fields.items() if cell.text)
        for key, cell in (*fields, *(kc for line in document.items for kc in line.cells.items())):
            if cell.review or (is_money(key) and not cell.proof):
                yield document.pages[cell.page].file, cell


def _rank(cell: Cell) -> tuple[bool, bool, float]:
    return not cell.contradicted, not cell.review, cell.confidence
