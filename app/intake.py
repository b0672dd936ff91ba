"""A reading becomes the draft documents of a claim: pure, the one place where ocr and review meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.paper import Column, Document, DocumentKind, Line, Place, Standing, Value
from review.services.intake import PageFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ocr.capture.files import CapturedPage
    from ocr.reading import Cell
    from ocr.reading import Document as ReadDocument
    from ocr.reading import Line as ReadLine


def drafts(documents: Sequence[ReadDocument], page_ids: Mapping[str, int]) -> tuple[Document, ...]:
    """Draft documents (ids 0) of what was read; ``page_ids`` gives the claim's page for each file name."""
    return tuple(_document(position, read, page_ids) for position, read in enumerate(documents))


def page_file(page: CapturedPage) -> PageFile:
    """A captured page as the store takes it, with the words of its electronic original where it is one."""
    layer = page.layer.read_text("utf-8") if page.layer else ""
    return PageFile(page.name, page.path, page.width, page.height, layer)


def _document(position: int, read: ReadDocument, page_ids: Mapping[str, int]) -> Document:
    ids = tuple(page_ids[page.file] for page in read.pages)
    return Document(
        position=position,
        kind=DocumentKind(read.kind.value),
        page_ids=ids,
        values={key: _value(key, cell, ids) for key, cell in read.fields.items()},
        lines=tuple(_line(row, line, ids) for row, line in enumerate(read.items)),
        review=tuple(read.review),
        layout=tuple(Column(c.heading, c.key, c.left, c.right) for c in read.layout),
    )


def _line(position: int, read: ReadLine, ids: tuple[int, ...]) -> Line:
    cells = {key: _value(key, cell, ids) for key, cell in read.cells.items()}
    return Line(position=position, values=cells, review=read.review or "")


def _value(key: str, cell: Cell, ids: tuple[int, ...]) -> Value:
    return Value(
        key=key,
        value=cell.value if isinstance(cell.value, str) else "\n".join(cell.value),
        text=cell.text,
        confidence=cell.confidence,
        place=Place(ids[cell.page], cell.box) if cell.box else None,
        standing=_standing(cell),
        reason=cell.review or cell.proof or "",
        others=cell.others,
    )


def _standing(cell: Cell) -> Standing:
    if cell.review:
        return Standing.CONTRADICTED if cell.contradicted else Standing.DOUBTFUL
    return Standing.PROVEN if cell.proof else Standing.READ
